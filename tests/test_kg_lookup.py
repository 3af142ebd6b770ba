"""Names that readers type: short and former ones lead to the body, and no two bodies are mistaken for one another."""

from __future__ import annotations

from pathlib import Path

import pytest

import kg
from corpus.errors import NotFoundError, QueryError
from corpus.store import Store
from corpus.store.graph import GraphStore
from kg.lookup import changes, node_named, read
from tests.databases import OpenStore
from tests.kg_corpus import draft

PUBLIC = ("public",)


@pytest.fixture
def graph(tmp_path: Path, open_store: OpenStore) -> GraphStore:
    """Papers of two provinces and a district, brought into the graph."""
    store: Store = open_store(tmp_path)
    for place, names in (
        ("云南省", ("省卫生健康委", "省医保局")),
        ("贵州省", ("省卫生健康委",)),
        ("重庆市南川区", ("区政府", "各区政府")),
    ):
        issuer = f"{place}民政局"
        paper = draft(f"{issuer}\n请{'、'.join(names)}配合。\n", f"{issuer}的通知", "2024-05", issuer, region=place)
        for name in names:
            paper.body(name)
        store.put(paper.analysis)
    kg.update(store)
    return GraphStore(store)


@pytest.mark.parametrize(
    ("typed", "label"),
    [
        ("云南省卫生健康委员会", "云南省卫生健康委员会"),
        ("云南省卫健委", "云南省卫生健康委员会"),
        ("云南省卫计委", "云南省卫生和计划生育委员会"),
        ("南川区政府", "重庆市南川区人民政府"),
        ("省医保局", "云南省医疗保障局"),
        ("医疗保障局", "云南省医疗保障局"),
    ],
)
def test_a_name_that_is_read(graph: GraphStore, typed: str, label: str) -> None:
    """Whatever form of a body's name is typed, there is its node."""
    assert node_named(graph, typed, PUBLIC).label == label


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("卫计委", ("云南省卫生和计划生育委员会（2018年更名为云南省卫生健康委员会）", "贵州省卫生和计划生育委员会")),
        ("省卫健委", ("云南省卫生健康委员会", "贵州省卫生健康委员会")),
    ],
)
def test_a_name_of_several_bodies(graph: GraphStore, typed: str, told: tuple[str, ...]) -> None:
    """Several are all named, with what became of them, and none is chosen."""
    with pytest.raises(QueryError) as error:
        node_named(graph, typed, PUBLIC)
    assert all(words in str(error.value) for words in told)


def test_a_level_leads_to_bodies_of_that_level(graph: GraphStore) -> None:
    """区政府 is the government of a district, not the class that a document speaks of, and not of a province."""
    assert [node.label for node in read(graph, "区政府", PUBLIC)] == ["重庆市南川区人民政府"]


def test_who_took_the_place_of_whom(graph: GraphStore) -> None:
    """A body that was renamed tells since when and by which decision."""
    ((row, after),) = changes(graph, read(graph, "云南省卫计委", PUBLIC))
    assert (row.since, after.label) == ("2018", "云南省卫生健康委员会")
    assert "机构改革" in row.source


def test_a_name_that_nothing_has(graph: GraphStore) -> None:
    """A body that no document speaks of is not found, even if the rules can read its name."""
    for typed in ("昆明市卫计委", "没有这个机构"):
        with pytest.raises(NotFoundError):
            node_named(graph, typed, PUBLIC)
