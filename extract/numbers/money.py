"""Sums of money in any text: 一百二十到一百五十万元, 三五百块, $20, 1.5k美元.

These serve search, questions and checks; sums that are indicators of a document are read by `quantities`, which keeps
number and unit apart.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from corpus import Span
from extract.lexicon import rows
from extract.matching import fold
from extract.numbers.numerals import CARDINAL, DIGIT, LARGE, UNIT, cardinal, parse_number


@dataclass(frozen=True, slots=True)
class Money:
    """A sum at its place; a pair where only bounds are said (三五百块, 1万-5万元)."""

    span: Span
    value: Decimal | tuple[Decimal, Decimal]
    unit: str


_CURRENCY = "|".join(
    sorted((re.escape(w) for w, place, _ in rows("currencies") if place == "behind"), key=len, reverse=True)
)
_PREFIX = "|".join(
    sorted((re.escape(w) for w, place, _ in rows("currencies") if place == "before"), key=len, reverse=True)
)
_SUM = rf"(?:[{DIGIT}十百千]{{0,3}}[几数][{UNIT}]{{0,3}}|{CARDINAL}(?:[ ]?个?[{LARGE}])?)"
_MONEY = re.compile(
    rf"""
    (?:大约|约|近|至少|不到|不超过|超过|小于|大于|从)?
    (?P<prefix>{_PREFIX})?[ ]{{0,4}}
    (?P<first>{_SUM})[ ]?(?P<k>[kKwW](?![A-Za-z]))?(?:\(含\))?
    (?P<first_unit>{_CURRENCY})?
    (?: [ ]?(?:-{{1,2}}|~|到|至)[ ]? (?P<last>{_SUM})(?P<last_k>[kKwW](?![A-Za-z]))?(?=[ ]?(?:{_CURRENCY})) )?
    (?P<over>多)?[ ]?
    (?P<unit>(?:{_CURRENCY}){{1,2}}(?:人民币)?)?
    (?: 又?(?P<tenth>[{DIGIT}\d]+)[角毛] )? (?: 又?(?P<cent>[{DIGIT}\d]+)(?:分钱?|美分|日本銭) )?
    (?:\(含\))?(?:以上|以下|以内|左右|上下)?
    """,
    re.VERBOSE,
)


def find_money(text: str) -> tuple[Money, ...]:
    """Every sum of money of `text`, in whole units of its currency; bare large amounts (三百万) are sums too."""
    folded = fold(text)
    found: list[Money] = []
    at = 0
    while match := _MONEY.search(folded, at):
        if (
            match["prefix"]
            and (match["first_unit"] or match["unit"])
            and "，" in text[match.start("first") : match.end("first")]
        ):
            # two sums with a comma of prose between them: $20，300美元
            match = _MONEY.match(folded, match.start(), text.index("，", match.start("first"))) or match
        money = _money(match)
        if money is not None:
            found.append(money)
        at = max(match.end(), at + 1)
    return tuple(found)


def _money(match: re.Match[str]) -> Money | None:
    unit = match["unit"] or match["first_unit"] or match["prefix"] or ""
    if not unit and not (match["k"] or match["first"][-1] in LARGE):
        return None
    last = match["last"]
    low, high = _ends(match["first"], last, match["last_k"] or match["k"])
    if low is None:
        return None
    more = (_small(match["tenth"]) or Decimal(0)) / 10 + (_small(match["cent"]) or Decimal(0)) / 100
    if high is None and match["over"]:
        high = low + Decimal(10) ** max(0, len(f"{low.normalize():f}".rstrip("0")) and _trailing(low))
    span = Span(match.start(), match.end())
    return Money(span, (low, high) if high is not None else low + more, unit)


def _trailing(value: Decimal) -> int:
    """Zeros at the end of a whole number."""
    digits = f"{value.to_integral_value():f}"
    return len(digits) - len(digits.rstrip("0"))


def _small(words: str | None) -> Decimal | None:
    return cardinal(words) if words else None


_VAGUE = re.compile(rf"(?P<before>[{DIGIT}十百千\d]*?)(?P<some>[几数多])(?P<after>[{UNIT}]*)")
_PAIR = re.compile(rf"(?P<a>[{DIGIT}])(?P<b>[{DIGIT}])(?P<unit>[{UNIT}]+)")


def _ends(first: str, last: str | None, thousands: str | None) -> tuple[Decimal | None, Decimal | None]:
    """Value, or the two bounds, of the words of a sum."""
    first, last = _tidy(first), _tidy(last) if last else None
    scale = Decimal(1000 if (thousands or "").lower() == "k" else 10_000 if thousands else 1)
    if last:
        low, high = _plain(first), _plain(last)
        if low is None or high is None:
            return None, None
        if low < high and not any(char in first for char in LARGE):
            low *= _shared_scale(low, first, last)
        return low * scale, high * scale
    pair = _PAIR.fullmatch(first)
    if pair:
        return _plain(pair["a"] + pair["unit"]), _plain(pair["b"] + pair["unit"])
    vague = _VAGUE.fullmatch(first)
    if vague and vague["some"]:
        unit = _plain("一" + vague["after"]) if vague["after"] else Decimal(1)
        ten = (_plain(vague["before"]) or Decimal(0)) if vague["before"] else Decimal(0)
        if unit is None:
            return None, None
        return (ten * unit, ten * unit * 2) if ten else (unit, unit * 10)
    value = _plain(first)
    return (value * scale if value is not None else None), None


def _shared_scale(low: Decimal, first: str, last: str) -> Decimal:
    """The unit that only the second end says: 一百二十到一百五十万, 两到三百."""
    large = re.search(rf"[{LARGE}]+\Z", last)
    if large:
        digits = last[: large.start()]
        scale = _plain("一" + large.group()) or Decimal(1)
        counted = cardinal(digits)
        return scale if counted is not None and low < counted else Decimal(1)
    small = re.fullmatch(rf"[{DIGIT}\d](?P<unit>[十百千仟佰])", last)
    return (_plain("一" + small["unit"]) or Decimal(1)) if small and len(first) == 1 else Decimal(1)


def _plain(words: str) -> Decimal | None:
    return parse_number(words)


def _tidy(words: str) -> str:
    return words.replace(" ", "").replace("个", "").replace("，", ",")
