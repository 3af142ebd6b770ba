"""Ranges of numbers in any text: 大于10小于20, 20-100, 不低于5, 三十多, each as an interval with its ends."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from corpus import Span
from extract.lexicon import rows
from extract.matching import fold
from extract.numbers.numerals import LARGE, cardinal, find_numbers


@dataclass(frozen=True, slots=True)
class Interval:
    """A range of numbers at its place; an open side is None, and an end that is `closed` belongs to it."""

    span: Span
    low: Decimal | None
    high: Decimal | None
    low_closed: bool = False
    high_closed: bool = False

    @property
    def interval(self) -> str:
        """The range in the notation of mathematics, e.g. `(20,35]`."""
        low = "" if self.low is None else f"{self.low.normalize():f}"
        high = "" if self.high is None else f"{self.high.normalize():f}"
        return f"{'[' if self.low_closed else '('}{low},{high}{']' if self.high_closed else ')'}"


_WORDS = {(place, word): (side, closed == "yes") for word, place, side, closed, _ in rows("range_words")}


def _alternatives(place: str) -> str:
    chosen = sorted((word for where, word in _WORDS if where == place), key=len, reverse=True)
    return "|".join(map(re.escape, chosen))


_BEFORE, _BEHIND = (
    re.compile(rf"(?:{_alternatives('before')})[ ]?\Z"),
    re.compile(rf"[ ]?(?:{_alternatives('behind')})"),
)
_THAN = re.compile(r"比[ ]?\Z")
_THAN_BEHIND = re.compile(r"[ ]?(?P<more>大|多|高)|[ ]?(?:小|少|低)")
_AND = re.compile(r"[ ]?(?:,|且|并且|并|的同时|而且|同时)?[ ]?")
_TO = re.compile(r"[ ]?(?:-|~|到|至)[ ]?(?:第)?|[ ]?[和与][ ]?(?:第)?")
_BETWEEN_BEHIND = re.compile(r"[ ]?之?间")
_BETWEEN_BEFORE = re.compile(r"(?:位于|处于|在)(?:第)?\Z")
_OVER = re.compile(rf"[ ]?(?:多|余|餘|几|幾)(?![{LARGE}])|[ ]?(?:多|余|餘)[{LARGE}]")
_SOME = re.compile(r"[几幾多余餘]")
_COUNTED = re.compile(r"次|个|人|名|家|岁|户|元|%")


def find_ranges(text: str) -> tuple[Interval, ...]:
    """Every range of numbers of `text`: bounds said by words and signs, two bounds joined, from … to."""
    folded = fold(text)
    parts = _bounds(folded)
    found: list[Interval] = []
    at = 0
    while at < len(parts):
        joined = _joined(folded, parts[at], parts[at + 1]) if at + 1 < len(parts) else None
        if joined is not None:
            found.append(joined)
            at += 2
            continue
        if parts[at].low != parts[at].high or parts[at].low_closed:
            found.append(parts[at])
        at += 1
    return tuple(found)


def _bounds(text: str) -> list[Interval]:
    """Each number with the bound that the words around it make of it; a bare number has both ends alike and open."""
    parts = []
    for numeral in find_numbers(text):
        start, end = numeral.span.start, numeral.span.end
        while text[end - 1 : end] == " ":
            end -= 1
        parts.append(_bound(text, start, end, numeral.value))
    return parts


def _bound(text: str, start: int, end: int, value: Decimal) -> Interval:
    percent = re.compile(r"(?:百分之)\Z").search(text, max(0, start - 3), start)
    before = _BEFORE.search(text, max(0, start - 8), percent.start() if percent else start)
    behind = _BEHIND.match(text, end) or _behind_unit(text, end)
    if _THAN.search(text, max(0, start - 3), start):
        than = _THAN_BEHIND.match(text, end)
        if than:
            span = Span(_THAN.search(text, max(0, start - 3), start).start(), than.end())  # type: ignore[union-attr]
            return Interval(span, value, None) if than["more"] else Interval(span, None, value)
    if before:
        side, closed = _WORDS["before", before.group().strip()]
        return _one_side(Span(before.start(), end), side, closed, value)
    if behind:
        word = next(word for place, word in _WORDS if place == "behind" and behind.group().endswith(word))
        side, closed = _WORDS["behind", word]
        return _one_side(Span(start, behind.end()), side, closed, value)
    over = _OVER.match(text, end)
    if over or _SOME.search(text[start:end]):
        scale = cardinal("一" + over.group().strip()[-1]) if over and over.group().strip()[-1] in LARGE else None
        return Interval(Span(start, over.end() if over else end), value * (scale or 1), None)
    return Interval(Span(start, end), value, value)


def _behind_unit(text: str, end: int) -> re.Match[str] | None:
    unit = _COUNTED.match(text, end)
    return _BEHIND.match(text, unit.end()) if unit else None


def _one_side(span: Span, side: str, closed: bool, value: Decimal) -> Interval:
    if side == "equal":
        return Interval(span, value, value, low_closed=True, high_closed=True)
    return (
        Interval(span, value, None, low_closed=closed)
        if side == "low"
        else Interval(span, None, value, high_closed=closed)
    )


def _joined(text: str, one: Interval, other: Interval) -> Interval | None:
    """Two parts as one range, if words between them join them and the ends fit."""
    between = text[one.span.end : other.span.start]
    span = Span(one.span.start, other.span.end)
    if one.low == one.high and other.low == other.high and not one.low_closed and not other.low_closed:
        return _from_to(text, one, other, between)
    low, high = (one, other) if one.high is None else (other, one)
    if low.low is None or low.high is not None or high.high is None or high.low is not None:
        return None
    if not _AND.fullmatch(between) or low.low >= high.high:
        return None
    return Interval(span, low.low, high.high, low.low_closed, high.high_closed)


def _from_to(text: str, one: Interval, other: Interval, between: str) -> Interval | None:
    """20-100, 一到五, 10000与20000之间: from the first, not quite to the second."""
    behind = _BETWEEN_BEHIND.match(text, other.span.end)
    if not _TO.fullmatch(between) or (between.strip()[:1] in "和与" and not behind):
        return None
    if one.low is None or other.high is None or one.low >= other.high:
        return None
    before = _BETWEEN_BEFORE.search(text, max(0, one.span.start - 3), one.span.start) if behind else None
    span = Span(before.start() if before else one.span.start, behind.end() if behind else other.span.end)
    return Interval(span, one.low, other.high, low_closed=True)
