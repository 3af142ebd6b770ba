"""Numbers in digits and characters."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.numbers.numerals import find_numbers, parse_number

CASES = [
    ("一百零三", "103"),
    ("两千", "2000"),
    ("两千三", "2300"),
    ("二〇二五", "2025"),
    ("1.5亿", "150000000"),
    ("三成", "0.3"),
    ("三成半", "0.35"),
    ("百分之九十五", "0.95"),
    ("千分之三", "0.003"),
    ("95%", "0.95"),
    ("3‰", "0.003"),
    ("12,399", "12399"),
    ("１２，３９９", "12399"),
    ("1.94万", "19400"),
    ("壹佰贰拾叁", "123"),
    ("半", "0.5"),
    ("一半", "0.5"),
    ("三分之二", str(Decimal(2) / Decimal(3))),
    ("四亿五千六百四十二万零一十五", "456420015"),
    ("一万五千亿", "1500000000000"),
    ("二十一万亿", "21000000000000"),
    ("两千三点一", "2300.1"),
    ("负三十二", "-32"),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_a_number_has_its_value(text: str, expected: str) -> None:
    """One number, however it is written, has one value."""
    assert parse_number(text) == Decimal(expected)


@pytest.mark.parametrize("text", ["几", "若干", "数", "", "万", "多", "甲", "一切皆可", "1/0"])
def test_what_is_no_number_has_none(text: str) -> None:
    """Vague words and other words are no numbers."""
    assert parse_number(text) is None


@given(st.integers(min_value=0, max_value=10**15))
def test_digits_mean_themselves(number: int) -> None:
    """Digits, and digits in groups of three, are read as they stand."""
    assert parse_number(str(number)) == number
    assert parse_number(f"{number:,}") == number


@given(st.text(alphabet="零一二三十百千万亿点分之负半几多0123456789.,-%^e/ 成折", max_size=60))
def test_no_string_is_too_strange(text: str) -> None:
    """Any heap of number characters gives numbers inside the text or none, never an exception."""
    parse_number(text)
    for numeral in find_numbers(text):
        assert 0 <= numeral.span.start < numeral.span.end <= len(text)


def test_numbers_are_found_in_a_text() -> None:
    """Numbers stand between words, and words that only look like numbers are none."""
    text = "临江县与四川往来密切,共有三百二十户、1.2万人，一切正常"
    assert [str(one.value) for one in find_numbers(text)] == ["320", "12000.0"]


@pytest.mark.real
def test_the_public_suite_holds(shared: Path) -> None:
    """Of the 365 inputs of plain numbers in the public suite at least 0.97 of the expectations are met."""
    right = total = 0
    for line in (shared / "bench/number-zh/number.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row["src"] != "recognizers" or row["kind"] != "number":
            continue
        found = [(one.span.of(row["input"]), one.value) for one in find_numbers(row["input"])]
        hits = [_met(found, wanted) for wanted in row["expect"]] or [not found]
        right, total = right + sum(hits), total + len(hits)
    assert right / total >= 0.97


def _met(found: list[tuple[str, Decimal]], wanted: dict[str, str]) -> bool:
    def fold(words: str) -> str:
        return normalize("NFKC", words).replace(" ", "").lower()

    return any(
        fold(words) == fold(wanted["text"])
        and abs(float(value) - float(wanted["value"])) <= 1e-6 * max(1.0, abs(float(value)))
        for words, value in found
    )
