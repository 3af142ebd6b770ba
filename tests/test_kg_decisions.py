"""What people decide goes before the rules, outlives the graph, says who and why, and can be undone."""

from __future__ import annotations

from pathlib import Path

import pytest

import kg
from corpus.errors import NotFoundError, QueryError
from corpus.store import Store, Visibility
from corpus.store.graph import GraphStore
from corpus.store.graph_rows import Edge
from kg.decisions import BODY, CITATION, Changed, asked_about, decide, decided_on, made, withdraw
from kg.queries import entity
from tests.databases import OpenStore
from tests.kg_corpus import Draft, draft

CALLED = "医保局"
MEANT = "云南省医疗保障局"


def paper(place: str = "云南省", on: str = "2024-05") -> Draft:
    """A paper of a province that leaves open which level's office it names."""
    text = f"{place}民政厅\n请医保局落实《安全办法》。\n"
    return (
        draft(text, f"{place}民政厅关于助餐的通知", on, f"{place}民政厅", region=place).body(CALLED).cites("安全办法")
    )


def filled(store: Store) -> Store:
    """Two provinces' papers, brought into the graph."""
    for place in ("云南省", "贵州省"):
        store.put(paper(place).analysis)
    kg.update(store)
    return store


def edges(store: Store) -> set[Edge]:
    """What the graph says."""
    return set(GraphStore(store).all_edges(("public", "internal")))


def decided(store: Store, meant: str, place: str = "云南省", name: str = CALLED) -> Changed:
    """A decision of a tester, which the graph has followed."""
    found = decide(store, name, meant, place=place, kind=BODY, reason="见机构目录", author="测试员")
    kg.update(store)
    return found


def names(store: Store) -> set[tuple[str, str, int]]:
    """The open questions: name, place, number of documents."""
    return {
        (row.question.name, row.question.place, row.documents) for row in GraphStore(store).questions((BODY,)).items
    }


def test_a_decision_can_be_undone(tmp_path: Path, open_store: OpenStore) -> None:
    """One document is one question; decided it is gone, withdrawn it is back, and the graph is as it was before."""
    store = filled(open_store(tmp_path))
    before = edges(store)
    assert names(store) == {(CALLED, "云南省", 1), (CALLED, "贵州省", 1)}
    assert decided(store, MEANT).documents == 1
    assert names(store) == {(CALLED, "贵州省", 1)}
    (edge,) = (edge for edge in edges(store) - before if edge.document)
    body = entity(store, MEANT)
    assert (edge.kind, edge.target) == ("mentions", body.id)
    assert "见机构目录（测试员，" in edge.how
    assert [alias.name for alias in body.aliases] == [CALLED]
    changed = withdraw(store, CALLED, place="云南省", kind=BODY, reason="依据有误", author="复核员")
    kg.update(store)
    assert changed.documents == 1
    assert edges(store) == before
    assert names(store) == {(CALLED, "云南省", 1), (CALLED, "贵州省", 1)}
    (kept,) = GraphStore(store).decisions(in_force=False)
    assert (kept.author, kept.withdrawn_by, kept.withdrawn_why) == ("测试员", "复核员", "依据有误")
    assert GraphStore(store).decisions() == ()


def test_a_decision_outlives_the_graph(tmp_path: Path, open_store: OpenStore) -> None:
    """The graph made anew from the documents has what was decided; the entity tells it."""
    store = filled(open_store(tmp_path))
    decided(store, MEANT)
    after = edges(store)
    kg.rebuild(store)
    assert edges(store) == after
    body = entity(store, MEANT).body
    assert body
    (told,) = decided_on(store, body)
    assert (told.name, told.place, told.reason, told.author) == (CALLED, "云南省", "见机构目录", "测试员")


def test_documents_that_come_later_follow_it(tmp_path: Path, open_store: OpenStore) -> None:
    """A decision holds for what is brought in afterwards too."""
    store = filled(open_store(tmp_path))
    decided(store, MEANT)
    later = paper(on="2025-06")
    later.text += "以后的文件。\n"
    store.put(later.analysis)
    kg.update(store)
    assert names(store) == {(CALLED, "贵州省", 1)}


def test_none_of_them_is_an_answer(tmp_path: Path, open_store: OpenStore) -> None:
    """Where none is meant the name stays a thing of its own, and is not asked about again."""
    store = filled(open_store(tmp_path))
    decided(store, "")
    assert names(store) == {(CALLED, "贵州省", 1)}
    body = entity(store, f"{CALLED}（云南省文件所称）").body
    assert body
    assert body.kind == "unresolved"
    assert asked_about(store, body) is None
    assert [one.meant for one in decided_on(store, body)] == [""]
    other = entity(store, f"{CALLED}（贵州省文件所称）").body
    assert other
    question = asked_about(store, other)
    assert question
    assert question.question.candidates == ("贵州省医疗保障局",)


def test_a_later_decision_takes_the_place_of_the_earlier(tmp_path: Path, open_store: OpenStore) -> None:
    """Both stay on record; one for all places gives way to one for the place."""
    store = filled(open_store(tmp_path))
    decided(store, MEANT)
    decided(store, "昆明市医疗保障局")
    decided(store, "贵阳市医疗保障局", place="")
    assert names(store) == set()
    held = {(one.place, one.meant) for one in GraphStore(store).decisions()}
    assert held == {("云南省", "昆明市医疗保障局"), ("", "贵阳市医疗保障局")}
    ended = [one for one in GraphStore(store).decisions(in_force=False) if one.withdrawn_at]
    assert [(one.meant, one.withdrawn_why) for one in ended] == [(MEANT, "由后来的决定取代")]
    targets = {edge.target for edge in edges(store) if edge.how.startswith("人工确定")}
    assert targets == {entity(store, name).id for name in ("昆明市医疗保障局", "贵阳市医疗保障局")}


def test_a_citation_is_decided(tmp_path: Path, open_store: OpenStore) -> None:
    """Between two documents of one title a person decides; undone, the citation leads to the work as named again."""
    store = filled(open_store(tmp_path))
    issuers = ("云南省财政厅", "云南省公安厅")
    papers = [draft(f"{issuer}制定。\n", "安全办法", "2023-01", issuer, region="云南省") for issuer in issuers]
    for one in papers:
        store.put(one.analysis)
    kg.update(store)
    before, meant = edges(store), papers[0].analysis.document.id
    (question,) = GraphStore(store).questions((CITATION,), "安全").items
    assert (question.question.place, question.title) == ("云南省", paper().metadata.title)
    assert len(question.question.candidates) == 2
    decide(store, "《安全办法》", meant, place="云南省", kind=CITATION, reason="见正文", author="测试员")
    kg.update(store)
    (edge,) = edges(store) - before
    assert (edge.kind, edge.target) == ("cites", meant)
    assert GraphStore(store).questions((CITATION,)).total == 0
    kg.rebuild(store)
    assert edge in edges(store)
    withdraw(store, "安全办法", place="云南省", kind=CITATION, reason="有误", author="测试员")
    kg.update(store)
    assert edges(store) == before


def test_what_cannot_be_decided(tmp_path: Path, open_store: OpenStore) -> None:
    """A short name, a missing reason and a decision that does not hold are refused; nothing is changed."""
    store = filled(open_store(tmp_path))
    for meant, reason in (("民政局", "理由"), (MEANT, " ")):
        with pytest.raises(QueryError):
            decide(store, CALLED, meant, place="云南省", kind=BODY, reason=reason, author="测试员")
    with pytest.raises(NotFoundError):
        decide(store, "安全办法", "没有这件文件", place="", kind=CITATION, reason="理由", author="测试员")
    with pytest.raises(NotFoundError):
        withdraw(store, CALLED, place="云南省", kind=BODY, reason="理由", author="测试员")
    assert GraphStore(store).decisions(in_force=False) == ()


def test_what_only_internal_documents_ask_is_not_public(tmp_path: Path, open_store: OpenStore) -> None:
    """Neither the question nor the decision is told to everybody."""
    store = open_store(tmp_path)
    store.put(paper().analysis, Visibility.INTERNAL)
    kg.update(store)
    everybody = ("public", "internal")
    assert GraphStore(store).questions().total == 0
    assert GraphStore(store).questions((BODY,), visibility=everybody).total == 1
    decided(store, MEANT)
    assert made(store) == ()
    assert [one.name for one in made(store, visibility=everybody)] == [CALLED]
