"""Percentages in any text, counted in hundredths: 三成, 百分之2.4, 七五折, 12%, 3个百分点.

These serve search, questions and checks; the shares of a document's indicators are read by `quantities`, which keeps
number and unit apart.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from corpus import Span
from extract.matching import fold
from extract.numbers.numerals import ARABIC, CARDINAL, DIGIT, UNIT, cardinal, denominator


@dataclass(frozen=True, slots=True)
class Percentage:
    """A share at its place; `value` counts hundredths: 三成 is 30."""

    span: Span
    value: Decimal


_GAP = r"[ ]{0,4}"
_PERCENT = re.compile(
    rf"""
    (?<![{DIGIT}{UNIT}\d])(?P<below>[百佰千仟万萬](?:{_GAP}[百千万萬]){{0,2}}){_GAP}分{_GAP}之{_GAP}
        (?P<above>{CARDINAL}|百){_GAP}(?P<thousands>[kK](?![A-Za-z]))?
  | (?P<sign>[负負]|(?<![\w)])-)?(?P<plain>{ARABIC})[ ]?%(?![\dA-Fa-f]{{2}})
  | (?P<points>{CARDINAL}){_GAP}(?P<point_thousands>[kK])?{_GAP}[个個]{_GAP}百{_GAP}分{_GAP}[点點]
  | (?P<tenths>{CARDINAL}){_GAP}成(?![立为為果员員功本长長绩績分熟就都交品了材])
        (?:{_GAP}(?P<more>[{DIGIT}半])(?![{UNIT}分]))?
  | (?P<price>\d(?:[ ]\d)?(?:\.\d+)?|\d\d|[{DIGIT}半](?:[ ]?[点點]?[ ]?[{DIGIT}])?){_GAP}折(?!扣|旧|腾|合|算|射|叠|返)
  | (?<=打)(?P<half>[对對]折)
    """,
    re.VERBOSE,
)
_TWO_DIGITS = re.compile(rf"[{DIGIT}]{{2}}[{UNIT}]|[{DIGIT}]{{2}}\Z")


def find_percents(text: str) -> tuple[Percentage, ...]:
    """Every percentage of `text`, counted in hundredths, with percentage points, 成 and 折 among them."""
    folded = fold(text)
    found = []
    for match in _PERCENT.finditer(folded):
        value = _percent(match)
        if value is not None and "://" not in folded[max(0, match.start() - 300) : match.start()].rpartition(" ")[2]:
            found.append(Percentage(Span(*match.span()), value))
    return tuple(found)


def _percent(match: re.Match[str]) -> Decimal | None:
    if match["below"]:
        value = Decimal(100) if match["above"] == "百" else _exact(match["above"])
        parts = denominator(match["below"].replace(" ", ""))
        scale = 1000 if match["thousands"] else 1
        return value * 100 * scale / parts if value is not None else None
    if match["plain"]:
        value = cardinal(match["plain"])
        return -value if value is not None and match["sign"] else value
    if match["points"]:
        value = _exact(match["points"])
        return value * (1000 if match["point_thousands"] else 1) if value is not None else None
    if match["tenths"]:
        return _tenths(match)
    if match["half"]:
        return Decimal(50)
    return _price(match["price"].replace(" ", ""))


def _exact(words: str) -> Decimal | None:
    """A number that is no guess: 二三十 is one."""
    return None if _TWO_DIGITS.match(words.replace(" ", "")) else cardinal(words)


def _tenths(match: re.Match[str]) -> Decimal | None:
    """七成六 is 76, 三成半 35."""
    value = cardinal(match["tenths"])
    if value is None:
        return None
    more = Decimal(0) if not match["more"] else Decimal(5) if match["more"] == "半" else cardinal(match["more"])
    return value * 10 + (more or 0)


def _price(words: str) -> Decimal | None:
    """What is left of a price: 七五折 is 75, 9.9折 99, 半折 50."""
    if words == "半":
        return Decimal(50)
    value = cardinal(words)
    if value is None or value == 0:
        return None
    return value if value > 10 else value * 10
