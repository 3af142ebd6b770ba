"""Percentages, ranges and money in any text."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.numbers.money import find_money
from extract.numbers.percents import find_percents
from extract.numbers.ranges import find_ranges


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("占比达到三成", ["30"]),
        ("上升百分之2.4", ["2.4"]),
        ("下降6个百分点", ["6"]),
        ("覆盖率95%以上", ["95"]),
        ("千分之三的税率", ["0.3"]),
        ("由七成六的股东同意", ["76"]),
        ("成立了三个小组", []),
        ("五百分之二", []),
    ],
)
def test_percentages(text: str, expected: list[str]) -> None:
    """Shares count hundredths, whatever words say them."""
    assert [one.value for one in find_percents(text)] == [Decimal(value) for value in expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("大于二十的同时小于等于三十五", "(20,35]"),
        ("不低于95", "[95,)"),
        ("超过300", "(300,)"),
        ("100以下", "(,100)"),
        ("20到30", "[20,30)"),
        ("五百多个", "(500,)"),
    ],
)
def test_ranges(text: str, expected: str) -> None:
    """Bounds and from-to are ranges with open and closed ends."""
    assert [one.interval for one in find_ranges(text)] == [expected]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("投资1.2万元", Decimal(12000)),
        ("一百二十到一百五十万元", (Decimal(1_200_000), Decimal(1_500_000))),
        ("六十四万零一百四十三元一角七分", Decimal("640143.17")),
        ("三五百块", (Decimal(300), Decimal(500))),
        ("50亿美元", Decimal(5_000_000_000)),
    ],
)
def test_money(text: str, value: object) -> None:
    """Sums are counted in whole units of their currency."""
    assert [one.value for one in find_money(text)] == [value]


def test_a_comma_of_prose_parts_two_sums() -> None:
    """A sum with its mark before and another with its name behind are two, with only a full-width comma between."""
    assert [one.value for one in find_money("标价$15，200美元")] == [Decimal(15), Decimal(200)]


@given(st.text(alphabet="零一二十百千万亿元块角分成折%几多数大于小于到至-~,.0123456789美 以上", max_size=60))
def test_no_string_is_too_strange(text: str) -> None:
    """Any heap of characters gives amounts inside the text or none."""
    spans = [one.span for one in find_percents(text)] + [one.span for one in find_ranges(text)]
    for span in spans + [one.span for one in find_money(text)]:
        assert 0 <= span.start < span.end <= len(text)


@pytest.mark.real
@pytest.mark.parametrize(("kind", "least"), [("percent", 0.98), ("range", 0.96), ("money", 0.98), ("currency", 0.90)])
def test_the_public_suites_hold(shared: Path, kind: str, least: float) -> None:
    """The reached parts of the public suites; both suites of money together are above 0.92."""
    right = total = 0
    for line in (shared / "bench/number-zh/number.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row["kind"] != kind:
            continue
        found = _found(kind, row["input"])
        hits = [any(_same(one, wanted) for one in found) for wanted in row["expect"]] or [not found]
        right, total = right + sum(hits), total + len(hits)
    assert right / total >= least


def _found(kind: str, text: str) -> list[tuple[str, object]]:
    if kind == "percent":
        return [(one.span.of(text), one.value) for one in find_percents(text)]
    if kind == "range":
        return [(one.span.of(text), one.interval) for one in find_ranges(text)]
    return [(one.span.of(text), one.value) for one in find_money(text)]


def _fold(words: object) -> str:
    return normalize("NFKC", str(words)).replace(" ", "")


def _same(found: tuple[str, object], wanted: dict[str, object]) -> bool:
    words, value = found
    if _fold(words) != _fold(wanted["text"]):
        return False
    right = wanted["value"]
    if isinstance(right, list):
        return isinstance(value, tuple) and [float(end) for end in value] == [float(end) for end in right]
    if isinstance(value, str):
        return value == right
    if right is None or isinstance(value, tuple):
        return False
    return abs(float(str(value)) - float(_fold(right).rstrip("%"))) <= 1e-6 * max(1.0, abs(float(str(value))))
