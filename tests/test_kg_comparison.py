"""One indicator in several places, and the topics of documents."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

import kg
from corpus import Period
from corpus.errors import NotFoundError, QueryError
from corpus.store import Store
from kg.comparison import compare
from kg.ledger import ledger
from kg.topics import MOST, topics
from tests.databases import OpenStore
from tests.kg_corpus import draft


@pytest.fixture
def store(tmp_path: Path, open_store: OpenStore) -> Store:
    """Reports of four places, three of which count the same."""
    store = open_store(tmp_path)
    for place, value, unit, year in (
        ("栖川市", "62", "%", "2025"),
        ("云亭市", "71", "%", "2025"),
        ("砚州市", "58", "%", "2024"),
        ("青浔市", "900", "张", "2025"),
    ):
        text = f"护理床位占{value}{unit}。按照《护理规范》执行。\n"
        paper = draft(text, f"{place}报告", f"{year}-12-31", f"{place}民政局", region=place)
        paper.value(f"{value}{unit}", "护理床位", value=Decimal(value), unit=unit, when=Period.parse(year))
        store.put(paper.cites("护理规范").analysis)
    kg.update(store)
    return store


def test_places_are_compared_where_they_count_the_same(store: Store) -> None:
    """The place asked for, then the others of the year, then other years; another unit is left out with its reason."""
    (asked,) = [row for row in ledger(store, "护理床位").items if row.subject == "栖川市"]
    found = compare(store, asked.id)
    assert [(row.place, str(row.point.value), row.same_year) for row in found.rows] == [
        ("栖川市", "62", True),
        ("云亭市", "71", True),
        ("砚州市", "58", False),
    ]
    assert [one.reason for one in found.left_out] == ["单位不同（%、张），不能直接比较。"]
    with pytest.raises(NotFoundError):
        compare(store, "s0")


def test_a_subject_that_is_a_place_is_the_place(tmp_path: Path, open_store: OpenStore) -> None:
    """What a province counts for its city is compared with what another city counts for itself."""
    store = open_store(tmp_path)
    for place, subject, value in (("云南省", "昆明市", 62), ("南宁市", None, 71), ("云南省", "养老机构", 5)):
        paper = draft(
            f"{subject}护理床位占{value}%。\n", f"{place}{subject}报告", "2025-12-31", f"{place}民政局", region=place
        )
        paper.value(f"{value}%", "护理床位", subject=subject, value=Decimal(value), when=Period.parse("2025"))
        store.put(paper.analysis)
    kg.update(store)
    asked = next(row for row in ledger(store, "护理床位").items if "昆明市" in row.subject)
    found = compare(store, asked.id)
    assert [(row.place[-3:], str(row.point.value)) for row in found.rows] == [("昆明市", "62"), ("南宁市", "71")]
    assert [one.reason for one in found.left_out] == ["主体不同（本地区、养老机构），不能直接比较。"]


def test_topics(tmp_path: Path, open_store: OpenStore) -> None:
    """Documents that cite the same papers are of one topic; what all of them cite joins none."""
    store = open_store(tmp_path)
    keys = []
    for subject, papers in (("护理", ("护理规范", "床位办法")), ("供水", ("供水规范", "水价办法"))):
        for at in range(3):
            text = "".join(f"按照《{name}》执行。\n" for name in (*papers, "通用规定"))
            paper = draft(f"{at}{text}", f"关于{subject}设施建设的意见{at}", f"202{at}-01-01", "栖川市民政局")
            for name in (*papers, "通用规定"):
                paper.cites(name)
            keys.append(store.put(paper.analysis).document)
    kg.update(store)
    found = topics(store, [key for key in keys if key])
    assert [len(topic.documents) for topic in found] == [3, 3]
    assert {tuple(node.label for node, _ in topic.shared) for topic in found} == {
        ("床位办法", "护理规范"),
        ("供水规范", "水价办法"),
    }
    assert topics(store, []) == ()
    with pytest.raises(QueryError):
        topics(store, ["d"] * (MOST + 1))
