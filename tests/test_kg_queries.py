"""Questions to the graph: entities by any name, neighbourhoods, proved paths, loads."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import kg
from corpus.errors import NotFoundError, QueryError
from corpus.store import FactFilter, Store
from kg import queries, responsibility
from kg.neighbourhood import neighbourhood
from kg.outcomes import evidence, outcome, unmentioned
from kg.paths import paths
from tests.databases import OpenStore
from tests.kg_corpus import ALL, reply_2025


@pytest.fixture
def store(tmp_path: Path, open_store: OpenStore) -> Store:
    """The small corpus with its graph."""
    store = open_store(tmp_path)
    for paper in ALL:
        store.put(paper().analysis)
    kg.update(store)
    return store


@pytest.mark.parametrize("name", ["澜岭省财政厅", "省财政厅", " 省 财政厅"])
def test_entity_by_any_name(store: Store, name: str) -> None:
    """Name, alias, and the id itself lead to the same entity."""
    found = queries.entity(store, name)
    assert (found.name, found.kind, found.label) == ("澜岭省财政厅", "organization", "机构")
    assert [alias.name for alias in found.aliases] == ["省财政厅"]
    assert found.parent is not None
    assert found.parent.label == "澜岭省人民政府"
    assert queries.entity(store, found.id) == found
    assert {(relation.kind, relation.outgoing) for relation in found.relations} >= {("supported_by", False)}


def test_unknown_entity(store: Store) -> None:
    """What is not there is said so."""
    with pytest.raises(NotFoundError):
        queries.entity(store, "没有的机构")


def test_neighbourhood(store: Store) -> None:
    """The centre first, both ends of every edge among the nodes, each edge with its words, cut at the limit."""
    around = neighbourhood(store, "澜岭省民政厅", depth=2, limit=100)
    keys = {node.id for node in around.nodes}
    assert around.nodes[0] == around.centre
    assert not around.cut
    for each in around.edges:
        assert {each.edge.source, each.edge.target} <= keys
        assert each.edge.document == "" or each.title
    few = neighbourhood(store, "澜岭省民政厅", depth=2, limit=3)
    assert (len(few.nodes), few.cut) == (4, True)
    led = neighbourhood(store, "澜岭省民政厅", kinds=("led_by",))
    assert {each.edge.kind for each in led.edges} == {"led_by"}
    with pytest.raises(QueryError):
        neighbourhood(store, "澜岭省民政厅", depth=9)


def test_path_is_proved(store: Store) -> None:
    """Each step is an edge with its document; none is longer than asked."""
    found = paths(store, "澜岭省财政厅", "关于第0142号提案的答复")
    assert found
    for path in found:
        assert (path.nodes[0].label, path.nodes[-1].label) == ("澜岭省财政厅", "关于第0142号提案的答复")
        assert len(path.steps) == len(path.nodes) - 1 <= 4
        assert all(step.title for step in path.steps)
    assert paths(store, "澜岭省财政厅", "关于第0142号提案的答复", steps=1) == ()


@pytest.mark.parametrize(
    ("deadline", "year", "quarter"),
    [
        ("2025-03-31", "2025", "2025-Q1"),
        ("2025-04", "2025", "2025-Q2"),
        ("2025-12", "2025", "2025-Q4"),
        ("2025", "2025", "2025"),
        (None, None, None),
    ],
)
def test_period_of(deadline: str | None, year: str | None, quarter: str | None) -> None:
    """A deadline counts in the year and quarter that it names; the end of a year is no fourth quarter."""
    assert responsibility.period_of(deadline, "year") == year
    assert responsibility.period_of(deadline, "quarter") == quarter


def test_load_and_leads(store: Store) -> None:
    """Who leads and joins how much; what nobody leads."""
    loads = {load.body.label: (load.leads, load.joins) for load in responsibility.load(store)}
    assert loads == {"澜岭省民政厅": (1, 0), "澜岭省财政厅": (0, 1)}
    for by in responsibility.PERIODS:
        parts = responsibility.load_by_period(store, by)
        for label, whole in loads.items():
            own = [part for part in parts if part.body.label == label]
            assert (sum(part.leads for part in own), sum(part.joins for part in own)) == whole
            assert len({part.period for part in own}) == len(own)
    one = responsibility.load_by_period(store, name="省民政厅")
    assert {part.body.label for part in one} == {"澜岭省民政厅"}
    with pytest.raises(QueryError):
        responsibility.load_by_period(store, "week")
    assert responsibility.without_lead(store).total == store.commitments(FactFilter()).total - 1
    assert responsibility.with_two_leads(store) == ()


def test_timeline(store: Store) -> None:
    """Oldest first, each with its label read from the entity."""
    moments = queries.timeline(store, "澜岭省民政厅")
    assert [moment.on for moment in moments] == sorted(moment.on for moment in moments)
    assert {moment.label for moment in moments} >= {"发布的文件", "牵头的承诺"}


def test_chronology_of_a_promise(store: Store) -> None:
    """The figure of the next year fulfils it, the next promise restates it; each with words and reason."""
    rows = store.commitments(FactFilter(document=reply_2025().analysis.document.id)).items
    places, paper = sorted(rows, key=lambda row: row.start)
    chain = outcome(store, places.id, date(2026, 11, 21))
    assert {link.relation for link in chain.links} == {"fulfils", "restates"}
    done = next(link for link in chain.links if link.relation == "fulfils")
    assert "3650" in done.quote
    assert "老年助餐服务点" in done.reason
    assert chain.evidence == "done"
    made = outcome(store, paper.id, date(2026, 11, 21))
    assert [(link.relation, link.on) for link in made.links] == [("fulfils", "2025-12-18")]
    assert evidence(store, rows) == {row.id: "done" for row in rows}


def test_unmentioned_promise_tells_the_search(store: Store) -> None:
    """What no later document mentions is told with how far was searched, never as undone."""
    (newest,) = store.commitments(FactFilter(words="6000")).items
    chain = outcome(store, newest.id, date(2026, 11, 21))
    assert chain.links == ()
    assert "没有同一地区的后续文件" in chain.statement
    assert unmentioned(store, [newest]) == ()  # there was nothing to search
