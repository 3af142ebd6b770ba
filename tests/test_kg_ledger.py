"""One indicator across documents: values in time, conflicts, moved and dropped ones."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

import kg
from corpus import Comparison, Indicator, IndicatorKind, Period, Span
from corpus.store import Store
from kg.ledger import detail, flagged, ledger
from kg.places import Place
from kg.series import comparable, key_of, name_of, unit_of
from tests.databases import OpenStore
from tests.kg_corpus import ALL, Draft, draft

YUNNAN = Place("云南省")


def indicator(name: str, subject: str | None = None, unit: str = "%") -> Indicator:
    """A value."""
    return Indicator(Span(0, 1), name, subject, Decimal(1), unit, when=Period.parse("2024"))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (indicator("参保率"), indicator("基本医保参保率达到"), False),
        (indicator("参保率"), indicator("参保率达到", "全省"), True),
        (indicator("参保率", "云南省"), indicator("1．参保率"), True),
        (indicator("参保人数", None, "万人"), indicator("参保人数", None, "人"), True),  # one base
        (indicator("参保人数", None, "人次"), indicator("参保人数", None, "人"), False),
        (indicator("参保率", "昆明市"), indicator("参保率", "全省"), False),
        (indicator("增长", "服务点"), indicator("服务点增长"), True),  # a bare name takes its subject in
    ],
)
def test_what_is_one_series(one: Indicator, other: Indicator, same: bool) -> None:
    """Names in one form, the document's own place left out, units of one base."""
    first, second = key_of(one, YUNNAN), key_of(other, YUNNAN)
    assert first is not None
    assert second is not None
    assert (first == second) is same


def test_values_that_say_nothing_are_no_series() -> None:
    """A bare name without subject, a table's value that is no number, an undated rule of conduct."""
    assert key_of(indicator("增长"), YUNNAN) is None
    assert key_of(Indicator(Span(0, 1), "覆盖率", None, None, None), YUNNAN) is None
    limit = Indicator(Span(0, 1), "留样时间", None, Decimal(48), "小时", kind=IndicatorKind.LIMIT)
    assert key_of(limit, YUNNAN) is None


@pytest.mark.parametrize(
    ("unit", "base", "number"),
    [
        ("万人", "人", 10000),
        ("亿元", "元", 10**8),
        ("万人次", "人次", 10000),
        ("座", "座", 1),
        ("万株", "株", 10000),
        (None, "", 1),
    ],
)
def test_units(unit: str | None, base: str, number: int) -> None:
    """Known units by the table, others by the number word before them."""
    assert unit_of(unit).base == base
    assert comparable(Decimal(1), unit) == number


def test_names_lose_numbering_and_verbs() -> None:
    """1. and 达到 are not of the name."""
    names = ("1.参保率", "（一）参保率达到", "全省参保率", "建成参保率")
    assert {name_of(name) for name in names} == {"参保率"}


@pytest.fixture
def store(tmp_path: Path, open_store: OpenStore) -> Store:
    """The small corpus with its graph."""
    store = open_store(tmp_path)
    for paper in ALL:
        store.put(paper().analysis)
    kg.update(store)
    return store


def test_series_over_two_years(store: Store) -> None:
    """Values of two replies stand in one series; the verdict looks to the next target."""
    (row,) = ledger(store, "助餐服务点").items
    assert (row.documents, row.unit, row.subject) == (2, "个", "澜岭省")
    assert row.latest is not None
    assert row.target is not None
    assert (row.latest.value, row.target.value) == (Decimal(3650), Decimal(3600))
    assert row.verdict.status == "reached"
    found = detail(store, row.id)
    assert [(point.kind, str(point.at)) for point in found.points] == [
        ("actual", "2025-06"),
        ("target", "2025"),
        ("actual", "2025"),
        ("target", "2028"),
    ]
    assert (found.conflicts, found.moved, found.siblings) == ((), (), ())
    for point in found.points:
        assert point.row.quote in store.get(point.row.document).document.text


def beds(at: int, value: str, target: str, on: str) -> Draft:
    """A report that states beds for one year and their target, and two more indicators."""
    text = f"床位{value}万张，目标{target}万张；医院{at + 5}所，医师{at + 9}万人。\n"
    paper = draft(text, f"栖川市报告{at}", on, "栖川市民政局")
    aim = {"kind": IndicatorKind.TARGET, "when": Period.parse("2028")}
    paper.value(f"{value}万张", "护理床位", value=Decimal(value), unit="万张", when=Period.parse("2023"))
    paper.value(f"{target}万张", "护理床位", value=Decimal(target), unit="万张", **aim)
    paper.value(f"{at + 5}所", "医院", value=Decimal(at + 5), unit="所", when=Period.parse(f"202{at}"))
    return paper.value(f"{at + 9}万人", "医师", value=Decimal(at + 9), unit="万人", when=Period.parse(f"202{at}"))


def test_conflict_moved_dropped(tmp_path: Path, open_store: OpenStore) -> None:
    """Differing numbers for one time, another target, and a report without it are told; rounding is none."""
    store = open_store(tmp_path)
    for at, (value, target) in enumerate([("1.94", "3"), ("1.9", "3"), ("2.1", "4")]):
        store.put(beds(at, value, target, f"202{at + 4}-01").analysis)
    kg.update(store)
    (row,) = ledger(store, "护理床位").items
    assert row.flags == ("conflict", "moved")
    found = detail(store, row.id)
    assert [(str(one.value), str(other.value)) for one, other in found.conflicts] == [("1.94", "2.1"), ("1.9", "2.1")]
    assert [(str(one.value), str(other.value)) for one, other in found.moved] == [("3", "4"), ("3", "4")]
    assert (len(found.points), found.dropped) == (6, None)

    silent = draft("医院9所，医师12万人。\n", "栖川市公报", "2027-03", "栖川市民政局")
    silent.value("9所", "医院", value=Decimal(9), unit="所", when=Period.parse("2026"))
    store.put(silent.value("12万人", "医师", value=Decimal(12), unit="万人", when=Period.parse("2026")).analysis)
    kg.update(store)
    (row,) = ledger(store, "护理床位").items
    assert row.flags == ("conflict", "moved", "dropped")
    dropped = detail(store, row.id).dropped
    assert dropped is not None
    assert (dropped.title, dropped.on, dropped.others) == ("栖川市公报", "2027-03", 2)
    assert [one.id for one in flagged(store)] == [row.id]


def test_a_report_on_something_else_drops_nothing(tmp_path: Path, open_store: OpenStore) -> None:
    """A later document of the place that does not report on the plan says nothing of its indicators."""
    store = open_store(tmp_path)
    store.put(beds(0, "1.94", "3", "2024-01").analysis)
    later = draft("医院5所，公园12处。\n", "栖川市公报", "2027-03", "栖川市民政局")
    later.value("5所", "医院", value=Decimal(5), unit="所", when=Period.parse("2026"))
    store.put(later.value("12处", "公园", value=Decimal(12), unit="处", when=Period.parse("2026")).analysis)
    kg.update(store)
    assert [row.flags for row in ledger(store, "护理床位").items] == [()]
    assert flagged(store) == ()


def test_two_sentences_of_one_document_are_no_conflict(tmp_path: Path, open_store: OpenStore) -> None:
    """Under one short name a document counts several things; only its table and its text are set against each other."""
    for folder, from_table, flags in (("a", False, ()), ("b", True, ("conflict",))):
        store = open_store(tmp_path / folder)
        paper = draft("床位3万张。另有床位4万张。\n", "栖川市报告", "2024-01", "栖川市民政局")
        when = Period.parse("2023")
        paper.value("3万张", "护理床位", value=Decimal(3), unit="万张", when=when, from_table=from_table)
        store.put(paper.value("4万张", "护理床位", value=Decimal(4), unit="万张", when=when).analysis)
        kg.update(store)
        assert [row.flags for row in ledger(store, "护理床位").items] == [flags]


def test_two_things_of_one_name_in_copies_are_no_conflict(tmp_path: Path, open_store: OpenStore) -> None:
    """Where each of two documents states both numbers, they are two counts, not two answers."""
    text = "2024年甲类项目竣工84个。\n2024年乙类项目竣工15个。\n"
    store = open_store(tmp_path)
    for title in ("栖川市工作报告", "栖川市工作报告全文"):
        paper = draft(text + title, title, "2025-01", "栖川市人民政府", region="栖川市")
        store.put(paper.points("84个", "项目竣工", 84, "2024").points("15个", "项目竣工", 15, "2024").analysis)
    kg.update(store)
    assert flagged(store) == ()


def test_a_tables_coming_year_is_no_outcome(tmp_path: Path, open_store: OpenStore) -> None:
    """What a table gives for a year that is not over, and a column without a year, are plans: no verdict on them."""
    text = "栖川市 100 20 120 140\n"
    store = open_store(tmp_path)
    paper = draft(text, "招生计划", "2024-05", "栖川市教育局", region="栖川市")
    row: dict[str, object] = {"unit": "人", "from_table": True}
    base: dict[str, object] = {"baseline": Decimal(100), "baseline_when": Period.parse("2023")}
    aim: dict[str, object] = {"target": Decimal(140), "target_when": Period.parse("2025"), "kind": IndicatorKind.TARGET}
    paper.value("20", "招生人数", value=Decimal(20), **row)
    paper.value("120", "招生人数", value=Decimal(120), when=Period.parse("2024"), **row)
    paper.value("140", "招生人数", value=Decimal(140), when=Period.parse("2025"), **row, **base, **aim)
    store.put(paper.analysis)
    kg.update(store)
    (found,) = ledger(store).items
    assert found.latest
    assert (found.latest.value, found.verdict.status) == (Decimal(100), "unknown")


def test_what_is_at_least_is_the_target_and_not_its_base(tmp_path: Path, open_store: OpenStore) -> None:
    """2.0以上 in the column of targets says nothing of the base beside it."""
    store = open_store(tmp_path)
    paper = draft("再生水利用量 1.2 2.0以上\n", "水务规划", "2025-05", "栖川市水务局", region="栖川市")
    base: dict[str, object] = {"baseline": Decimal("1.2"), "baseline_when": Period.parse("2025")}
    aim: dict[str, object] = {"target": Decimal(2), "target_when": Period.parse("2030"), "kind": IndicatorKind.TARGET}
    shape: dict[str, object] = {"unit": "亿立方米", "from_table": True, "comparison": Comparison.AT_LEAST}
    paper.value("2.0以上", "再生水利用量", value=Decimal(2), when=Period.parse("2030"), **shape, **base, **aim)
    store.put(paper.analysis)
    kg.update(store)
    (found,) = ledger(store).items
    assert found.baseline
    assert found.target
    assert (found.baseline.comparison, found.target.comparison) == (Comparison.EQUAL, Comparison.AT_LEAST)


def test_another_unit_in_another_document_is_told(tmp_path: Path, open_store: OpenStore) -> None:
    """A target whose indicator another document of the place states in another unit has changed its scope."""
    store = open_store(tmp_path)
    store.put(beds(0, "1.94", "3", "2024-01").analysis)
    later = draft("护理床位占62%。\n", "栖川市公报", "2025-03", "栖川市民政局")
    store.put(later.value("62%", "护理床位", value=Decimal(62), when=Period.parse("2024")).analysis)
    kg.update(store)
    rows = {row.unit: row for row in ledger(store, "护理床位").items}
    assert [rows["万张"].flags, rows["%"].flags] == [("rescoped",), ()]
    (apart,) = detail(store, rows["万张"].id).siblings
    assert apart.reason == "单位不同（张、%），不能直接比较。"
