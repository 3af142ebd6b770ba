"""Percentages, ranges and sums of money in any text: 三成, 百分之2.4, 大于10小于20, 一百二十到一百五十万元.

These readers serve search, questions and checks; the indicators of a document are read by `indicators`, which keeps
number and unit apart.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from corpus import Span
from extract.lexicon import rows
from extract.matching import fold
from extract.numerals import ARABIC, CARDINAL, DIGIT, LARGE, UNIT, cardinal, denominator, find_numbers, parse_number


@dataclass(frozen=True, slots=True)
class Percentage:
    """A share at its place; `value` counts hundredths: 三成 is 30."""

    span: Span
    value: Decimal


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


@dataclass(frozen=True, slots=True)
class Money:
    """A sum at its place; a pair where only bounds are said (三五百块, 1万-5万元)."""

    span: Span
    value: Decimal | tuple[Decimal, Decimal]
    unit: str


# Percentages ----------------------------------------------------------------------------------------------------------

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


# Ranges ---------------------------------------------------------------------------------------------------------------

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


# Money ----------------------------------------------------------------------------------------------------------------

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
    (?P<prefix>{_PREFIX})?{_GAP}
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
