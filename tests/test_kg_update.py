"""The graph follows the store: the same whatever the order, one document at a time, waiting for other writers."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import permutations
from pathlib import Path

import pytest
from sqlalchemy import select, text

import kg
from corpus import Actor, Commitment, Role
from corpus.store import DocumentFilter, Store, Visibility, tables
from corpus.store.graph import GraphStore
from kg.citations import settled_by
from kg.update import _take_in, version
from tests.databases import OpenStore
from tests.kg_corpus import ALL, Draft, draft, plan_2024, reply_2025, reply_2026

Edges = set[tuple[str, str, str, str, float]]


def edges_in(store: Store) -> Edges:
    """What the graph says, without row numbers."""
    found = GraphStore(store).all_edges(("public", "internal"))
    return {(edge.kind, edge.source, edge.target, edge.how, edge.weight) for edge in found}


def filled(open_store: OpenStore, home: Path, papers: Sequence[Callable[[], Draft]], *, at_once: bool) -> Store:
    """A store with these papers, the graph brought up after each of them or after all."""
    store = open_store(home)
    for paper in papers:
        store.put(paper().analysis)
        if not at_once:
            kg.update(store)
    kg.update(store)
    return store


def test_order_does_not_matter(tmp_path: Path, open_store: OpenStore) -> None:
    """Whichever document comes first, the graph is the same in the end, as if made anew."""
    expected = edges_in(filled(open_store, tmp_path / "all", ALL, at_once=True))
    for at, order in enumerate(list(permutations(ALL))[::17]):
        store = filled(open_store, tmp_path / str(at), order, at_once=False)
        assert edges_in(store) == expected
    kg.rebuild(store)
    assert edges_in(store) == expected


def rows_in(store: Store) -> dict[str, list[str]]:
    """Every row of the graph, without the numbers that some are counted by."""
    found, counted = {}, {"edge", "question"}
    names = ("node", "series", "organization", "alias", "succession", "work_key", *counted)
    with store.engine.connect() as connection:
        for table in (tables.metadata.tables[name] for name in names):
            columns = [column for column in table.c if column.name != "id" or table.name not in counted]
            found[table.name] = sorted(str(tuple(row)) for row in connection.execute(select(*columns)))
    return found


def in_other_words() -> Draft:
    """Names the same bodies, works and indicators as `reply_2025`, each a little differently."""
    paper = draft(
        "根据《澜岭省“养老”规划（试行）》，省财政厅、澜岭省民政厅负责。\n截至2025年6月底，社区的助餐点3121个。\n",
        "澜岭省人民政府关于老年助餐的通报",
        "2025-09-01",
        "澜岭省人民政府",
        region="澜岭省",
    )
    paper.body("省财政厅").body("澜岭省民政厅").cites("澜岭省“养老”规划（试行）", number="澜政发〔2024〕6号")
    return paper.points("3121个", "社区的助餐点", 3121, "2025-06")


def as_named_elsewhere() -> Draft:
    """Cites a document by its title alone, which two documents have."""
    paper = draft(
        "《澜岭省养老规划试行》和澜岭省财政厅、省民政厅，社区助餐点3122个。\n",
        "关于养老规划的说明",
        "2025-10-01",
        "澜岭省民政厅",
    )
    paper.body("澜岭省财政厅").body("省民政厅").cites("澜岭省养老规划试行")
    return paper.points("3122个", "社区助餐点", 3122, "2025-09")


def same_number() -> Draft:
    """A document with the number of another one."""
    return draft(
        "现印发给你们。\n", "关于养老规划的补充通知", "2024-02-01", "澜岭省民政厅", doc_number="澜政发〔2024〕6号"
    )


def test_every_row_is_the_same_in_any_order(tmp_path: Path, open_store: OpenStore) -> None:
    """Words that documents have for one thing, reasons and questions do not depend on which document came first."""
    papers = (*ALL, in_other_words, as_named_elsewhere, same_number)
    store = filled(open_store, tmp_path / "all", papers, at_once=True)
    expected = rows_in(store)
    assert any("澜岭省“养老”规划（试行）" in row for row in expected["node"])
    assert any("社区的助餐点" in row for row in expected["series"])
    assert len(expected["question"]) == len(set(expected["question"])) > 0
    for at, order in enumerate((papers[::-1], papers[1::2] + papers[::2])):
        assert rows_in(filled(open_store, tmp_path / str(at), order, at_once=False)) == expected
    for paper in papers:
        store.replace(paper().analysis)
        kg.update(store)
    assert rows_in(store) == expected


def test_nothing_to_do_is_nothing_done(tmp_path: Path, open_store: OpenStore) -> None:
    """A second update takes in no document."""
    store = filled(open_store, tmp_path, ALL, at_once=True)
    assert kg.update(store) == 0


def test_a_class_of_the_market_is_no_body_of_the_graph(tmp_path: Path, open_store: OpenStore) -> None:
    """Whoever is bound by a duty leads nothing and gets no body."""
    analysis = reply_2025().analysis
    bound = (Actor("供水企业", Role.BOUND),)
    facts = tuple(replace(fact, actors=bound) if isinstance(fact, Commitment) else fact for fact in analysis.facts)
    store = open_store(tmp_path)
    store.put(replace(analysis, facts=facts))
    kg.update(store)
    edges = edges_in(store)
    assert not any(kind in ("led_by", "supported_by") or "供水企业" in target for kind, _, target, *_ in edges)


def test_replaced_analysis_replaces_its_share(tmp_path: Path, open_store: OpenStore) -> None:
    """Facts that are gone leave the graph with everything that others said of them."""
    store = filled(open_store, tmp_path, (reply_2025, reply_2026), at_once=True)
    assert any(kind == "fulfilled_by" for kind, *_ in edges_in(store))
    analysis = reply_2025().analysis
    store.replace(replace(analysis, facts=(), organizations=()))
    assert kg.update(store) == 1
    left = edges_in(store)
    assert not any(kind in ("fulfilled_by", "led_by") for kind, *_ in left)
    assert GraphStore(store).named("澜岭省财政厅") == ()  # nothing speaks of it any more


def consulted() -> Draft:
    """A draft of measures."""
    title = "澜岭省社区助浴服务管理办法（征求意见稿）"
    return draft("社区助浴服务实行备案管理。\n", title, "2025-03-01", "澜岭省民政厅", region="澜岭省")


def issued() -> Draft:
    """The measures."""
    title = "澜岭省社区助浴服务管理办法"
    return draft("社区助浴服务实行备案。\n", title, "2025-06-01", "澜岭省民政厅", region="澜岭省")


def reported() -> Draft:
    """The report on the measures, a year later."""
    title = "关于澜岭省社区助浴服务管理办法实施情况的报告"
    return draft("社区助浴服务已经备案。\n", title, "2026-06-01", "澜岭省民政厅", region="澜岭省")


def test_documents_of_one_name_are_joined_once(tmp_path: Path, open_store: OpenStore) -> None:
    """A draft and a report stay joined to the measures, once, whichever of them changes; one that goes is no more."""
    papers = (consulted, issued, reported)
    store = filled(open_store, tmp_path, papers, at_once=True)
    expected = rows_in(store)["edge"]
    kinds = [edge.kind for edge in GraphStore(store).all_edges()]
    assert (kinds.count("draft_of"), kinds.count("reports_on")) == (1, 2)  # of the draft too
    for paper in (*papers, *papers[::-1]):
        store.replace(paper().analysis)
        kg.update(store)
        assert rows_in(store)["edge"] == expected
    graph, gone = GraphStore(store), issued().analysis.document.id
    with graph.writing() as writer:
        writer.remove(gone, settle=settled_by(()))
    assert not any(gone in (edge.source, edge.target) for edge in graph.all_edges())


def test_new_version_takes_the_place_of_the_old(tmp_path: Path, open_store: OpenStore) -> None:
    """Only the latest version of a document is in the graph; citations of it lead to the new one."""
    store = filled(open_store, tmp_path, (reply_2025, plan_2024), at_once=True)
    old = plan_2024().analysis
    new = plan_2024()
    new.text += "附件略。\n"
    changed = replace(new.analysis, metadata=old.metadata)
    changed = replace(
        changed,
        document=replace(changed.document, source=replace(changed.document.source, origin=old.document.source.origin)),
    )
    store.put(changed)
    kg.update(store)
    targets = {target for kind, _, target, *_ in edges_in(store) if kind == "cites"}
    assert targets == {changed.document.id}
    assert old.document.id not in GraphStore(store).nodes([old.document.id])


def test_internal_documents_do_not_show(tmp_path: Path, open_store: OpenStore) -> None:
    """Bodies, facts and links of internal documents are in no public answer."""
    store = open_store(tmp_path)
    store.put(reply_2025().analysis, Visibility.INTERNAL)
    store.put(reply_2026().analysis)
    kg.update(store)
    graph = GraphStore(store)
    assert graph.named("澜岭省财政厅") == ()
    assert graph.named("省财政厅") == ()
    public = list(graph.all_edges())
    assert not any(edge.kind == "fulfilled_by" for edge in public)
    hidden = graph.named("澜岭省财政厅", visibility=("public", "internal"))[0].id
    assert not any(hidden in (edge.source, edge.target) for edge in public)


def test_evidence_stands_in_its_document(tmp_path: Path, open_store: OpenStore) -> None:
    """Every span of an edge gives words of the proving document, within its clause."""
    store = filled(open_store, tmp_path, ALL, at_once=True)
    for edge in GraphStore(store).all_edges():
        if edge.span:
            analysis = store.get(edge.document)
            assert edge.span.of(analysis.document.text).strip()
            clause = analysis.outline.clause_at(edge.span.start)
            assert edge.clause == (clause.eid if clause else None)
        assert edge.how


def _follow(home: str, url: str) -> None:
    kg.update(Store.open(Path(home), url))


def test_two_processes_follow_at_once(tmp_path: Path, open_store: OpenStore) -> None:
    """Each document is taken in once, whoever does it."""
    expected = edges_in(filled(open_store, tmp_path / "one", ALL, at_once=True))
    store = open_store(tmp_path / "two")
    url = store.engine.url.render_as_string(hide_password=False)
    for paper in ALL:
        store.put(paper().analysis)
    context = multiprocessing.get_context("spawn")
    followers = [context.Process(target=_follow, args=(str(tmp_path / "two"), url)) for _ in range(2)]
    for follower in followers:
        follower.start()
    for follower in followers:
        follower.join()
    assert [follower.exitcode for follower in followers] == [0, 0]
    assert edges_in(store) == expected
    with store.engine.connect() as connection:
        twice = connection.execute(
            text("SELECT count(*) FROM edge GROUP BY kind, source, target, document, fact, start HAVING count(*) > 1")
        )
        assert twice.all() == []


@pytest.mark.parametrize("papers", [ALL])
def test_other_rules_make_it_anew(tmp_path: Path, open_store: OpenStore, papers: Sequence[Callable[[], Draft]]) -> None:
    """A graph made by other rules is made anew; decisions stay."""
    store = filled(open_store, tmp_path, papers, at_once=True)
    expected = edges_in(store)
    graph = GraphStore(store)
    with graph.writing() as writer:
        writer.note(graph.state()[0], "older rules")
    assert kg.update(store) == len(papers)
    assert edges_in(store) == expected


def test_a_graph_emptied_meanwhile_is_whole_in_the_end(tmp_path: Path, open_store: OpenStore) -> None:
    """Who finds the graph emptied by another process goes on from where it stands, so that nothing is left out."""
    expected = edges_in(filled(open_store, tmp_path / "one", ALL, at_once=True))
    store = filled(open_store, tmp_path / "two", ALL, at_once=True)
    documents = store.changed_since(0)
    graph = GraphStore(store)
    with graph.writing() as writer:
        writer.clear()
        writer.note(0, version())
    (_, before), (document, revision) = documents[-2:]
    assert not _take_in(store, graph, document, (before, revision), (), {})
    assert kg.update(store) == len(documents)
    assert edges_in(store) == expected


def test_issuers_are_listed_with_their_place(tmp_path: Path, open_store: OpenStore) -> None:
    """Governments of several cities that call themselves 市人民政府 are several values of the list, not one."""
    store = open_store(tmp_path)
    for city in ("澄泽市", "栖川市", ""):
        store.put(
            draft(f"我代表{city}人民政府报告工作。\n", f"{city}2025年政府工作报告", "2025-01-10", "市人民政府").analysis
        )
    assert kg.update(store) == 3
    listed = {("澄泽市人民政府", 1), ("栖川市人民政府", 1), ("市人民政府", 1)}
    assert set(store.facets("issuer")) == listed
    assert kg.update(store) == 0
    key = store.documents(DocumentFilter(issuer=("澄泽市人民政府",))).items[0].id
    store.replace(store.get(key))
    assert kg.update(store) == 1
    assert set(store.facets("issuer")) == listed
