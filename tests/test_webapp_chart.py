"""The chart of an indicator: times under it, labels inside it, nothing where there is nothing to compare."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

import kg
from corpus import Period
from corpus.store import Store
from kg.ledger import detail, ledger
from tests.kg_corpus import draft
from webapp.views_chart import HEIGHT, WIDTH, Chart, chart_of


def chart(tmp_path: Path, *values: tuple[str, str]) -> Chart | None:
    """The chart of values with their times, each of a report of its own."""
    store = Store.open(tmp_path)
    for at, (value, when) in enumerate(values):
        paper = draft(f"床位{value}张。{at}\n", f"栖川市报告{at}", f"20{30 + at}-01", "栖川市民政局")
        store.put(
            paper.value(f"{value}张", "护理床位", value=Decimal(value), unit="张", when=Period.parse(when)).analysis
        )
    kg.update(store)
    (row,) = ledger(store, "护理床位").items
    return chart_of(detail(store, row.id))


@pytest.mark.parametrize(
    ("values", "times"),
    [
        ([("620", "2022-03"), ("710", "2024")], ["2022-03", "2024"]),
        ([("620", "2020"), ("640", "2021-11"), ("710", "2024")], ["2020", "2021", "2022", "2023", "2024"]),
        ([("620", "2005"), ("700", "2019"), ("710", "2020")], ["2005", "2010", "2015", "2020"]),
    ],
)
def test_times_under_a_chart(tmp_path: Path, values: list[tuple[str, str]], times: list[str]) -> None:
    """The times of the values themselves where there is room, else years, else every second or fifth year."""
    drawn = chart(tmp_path, *values)
    assert drawn is not None
    assert [time for time, _ in drawn.years] == times


def test_labels_stay_inside(tmp_path: Path) -> None:
    """However near the values are, dots and labels lie within the drawing, each number said once at its place."""
    drawn = chart(tmp_path, *((str(600 + at), f"2022-{at % 12 + 1:02d}") for at in range(12)))
    assert drawn is not None
    assert len(drawn.dots) == 12
    for dot in drawn.dots:
        assert 0 <= dot.x <= WIDTH
        assert 0 <= dot.label_x <= WIDTH
        assert 0 < dot.label_y <= HEIGHT
    assert len({dot.label for dot in drawn.dots}) == 12


def test_one_value_is_no_chart(tmp_path: Path) -> None:
    """There is nothing to compare it with."""
    assert chart(tmp_path, ("620", "2022")) is None
