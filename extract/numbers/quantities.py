"""Quantities in running text: a number with its unit and how it is meant (不低于95%, 1.6万余人次, 3-5家).

Numbers without a unit, ordinals, section labels and the digits inside names (5G, 4A级) are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from corpus import Comparison, Span
from extract.lexicon import rows
from extract.numbers.number_names import TIMES_AS_MANY, is_negative, is_quantity
from extract.numbers.quantity_shapes import QUANTITY, START, UNIT_KINDS, alternatives_across_lines
from extract.numbers.quantity_values import Value, value_of

_NO_UNIT = "ratio"
"""Kind of the value of an index, which has no unit."""

_BEFORE = {word: Comparison(sign) for word, place, sign, _ in rows("comparisons") if place == "before"}
_BEHIND = {word: Comparison(sign) for word, place, sign, _ in rows("comparisons") if place == "behind"}
_BEHIND_IT = re.compile(rf"[ \n]?(?:\((?:含|不含)\))?(?P<word>{alternatives_across_lines(_BEHIND)})")
_BEFORE_IT = re.compile(rf"(?P<word>{alternatives_across_lines(_BEFORE)})[ ]?(?:了|到|为|至|在|是)?[ ]?\Z")
_COUNTERS = "".join(
    sorted({*"段口栋幢宗", *(unit for unit, kind in UNIT_KINDS.items() if kind == "count" and len(unit) == 1)})
)
_OR_COUNTED_BY = re.compile(rf"\([{_COUNTERS}](?:、[一-鿿]{{1,4}}){{0,2}}\)")
"""The other unit that things of one sum are counted by, which is no word of what follows: 12条|（段）."""
_FOR = {unit for unit, kind in UNIT_KINDS.items() if kind in {"count", "measure", "time"} and "/" not in unit}
_FOR_EACH = ("班", "校", "村", "镇", "乡", "县", "区", "站", "组", "队", "车", "周", "学年", "学期", "季度")
_AND_EACH = "·(?:[年月天日人户次]|学期)"
_PER = re.compile(f"/(?:{alternatives_across_lines({*_FOR, *_FOR_EACH})})(?:{_AND_EACH})?|{_AND_EACH}")
"""What a unit is counted for, behind a stroke: 20个课时|/班, 7000元|/公里·年, 1500元/月|·户."""
_BEHIND_FIRSTS = frozenset(word[0] for word in _BEHIND) | frozenset(" \n(")
_BEFORE_LASTS = frozenset(word[-1] for word in _BEFORE) | frozenset("了到为至在是 ")
"""What words of comparison start with behind a quantity, and end with before it."""

_WORD_END = re.compile(r"(?:[签节契合预特制公失违条规邀]约|[附最邻远]近|[反赶]超|爆破)\Z")
"""Words whose last character is no word of comparison: 签约3亿元, 附近5公里."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit.

    Attributes:
        span: number, unit and the words around it that belong to it (以上).
        number: where the number itself begins and the unit ends.
        value: as written before the unit; a pair for a range.
        unit: as written, scale included (万人次).
        kind: kind of the unit.
        comparison: how it is meant.
        spelled: the number is in characters.
    """

    span: Span
    number: Span
    value: Value
    unit: str
    kind: str
    comparison: Comparison
    spelled: bool = False

    @property
    def start(self) -> int:
        """First character of the whole."""
        return self.span.start

    @property
    def end(self) -> int:
        """Behind the whole."""
        return self.span.end

    @property
    def bounded(self) -> bool:
        """Whether it is the least or the most, and not how much there is."""
        return self.comparison in {Comparison.AT_LEAST, Comparison.AT_MOST}


def find_quantities(text: str) -> Iterator[Quantity]:
    """Every quantity of folded `text`, left to right."""
    at = 0
    for seed in START.finditer(text):
        start = seed.start()
        if start < at:
            continue
        match = QUANTITY.match(text, start)
        if match is None or not is_quantity(text, match):
            at = match.end() if match else _behind_number(text, start)
            continue
        if match["whole"]:
            yield from _parts_of(text, match)
            at = match.end()
            continue
        quantity = _quantity(text, match)
        if quantity is not None:
            at = quantity.end
            yield quantity


_PART = re.compile(r"[\d.]+")


def _parts_of(text: str, match: re.Match[str]) -> Iterator[Quantity]:
    """Each part of a whole that is told as a ratio: 8:42:50."""
    for part in _PART.finditer(text, match.start(), match.end()):
        span = Span(*part.span())
        yield Quantity(span, span, Decimal(part.group()), "%", "share", Comparison.EQUAL)


_DIGITS = re.compile(r"[\d,.]*\d|")


def _behind_number(text: str, at: int) -> int:
    match = _DIGITS.match(text, at)
    return match.end() if match else at


def _quantity(text: str, match: re.Match[str]) -> Quantity | None:
    """The match with its words of comparison; None where it states no value."""
    read = value_of(match)
    if read is None:
        return None
    value, unit, comparison = read
    unit = unit.replace("\n", "")
    start, end = match.span()
    number_end = end
    if text[end : end + 1] in {"/", "·"} and (per := _PER.match(text, end)):
        unit, number_end, end = unit + per.group(), per.end(), per.end()
    if other := _OR_COUNTED_BY.match(text, end):
        end = other.end()
    if not isinstance(value, tuple) and is_negative(text, match):
        value, start = -value, start - 1
    if many := TIMES_AS_MANY.search(text, max(0, start - 4), start):
        start = many.start()
    behind = _BEHIND_IT.match(text, end) if text[end : end + 1] in _BEHIND_FIRSTS else None
    if behind and not isinstance(value, tuple):
        comparison, end = _BEHIND[behind["word"].replace("\n", "")], behind.end()
    elif behind:
        end = behind.end()
    last = text[start - 1 : start]
    before = _BEFORE_IT.search(text, max(0, start - 8), start) if last in _BEFORE_LASTS else None
    if before and not isinstance(value, tuple) and not _WORD_END.search(text, max(0, start - 10), before.end("word")):
        comparison = _strongest(comparison, _BEFORE[before["word"].replace("\n", "")], behind is not None)
    counted = _kind_of(unit)
    kind = _NO_UNIT if not unit or match["ratio"] else counted
    spelled = match["words"] is not None
    number = Span(start, number_end)
    whole = number if end == number_end else Span(start, end)
    return Quantity(whole, number, value, unit, kind, comparison, spelled)


def _kind_of(unit: str) -> str:
    """The kind of a unit, whatever its scale and what it is counted for: 万人, 个课时/班."""
    for one in (unit, unit.partition("/")[0]):
        kind = UNIT_KINDS.get(one.lstrip("万亿千百") or one, UNIT_KINDS.get(one))
        if kind is not None:
            return kind
    return "count"


def _strongest(said: Comparison, before: Comparison, behind: bool) -> Comparison:
    """约 before a bound does not weaken it; a bound behind (以上, 以内) decides over the word before."""
    return said if behind and said is not Comparison.EQUAL else before
