"""Time expressions of any text against a given day: the readings that each can have, as half-open spans of days.

This is the same grammar that `dates.find_times` uses, opened for forms that official prose avoids (15年3月2日), with
the readings that people differ in: whether 2025年前 takes the year 2025 in, whether 9月 is the last or the next one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from corpus import PartialDate, Span
from extract.matching import fold
from extract.times.calendar_of_text import Calendar
from extract.times.calendar_words import months_on, partial
from extract.times.date_grammar import number
from extract.times.phrases import Phrase, read_phrase


@dataclass(frozen=True, slots=True)
class Days:
    """From a day on up to, not including, another; None is an open side."""

    start: date | None
    end: date | None


@dataclass(frozen=True, slots=True)
class ResolvedTime:
    """A time expression with its readings, the likeliest first."""

    span: Span
    readings: tuple[Days, ...]


_SIMPLIFIED = str.maketrans("個號後兩這週來過間從當頭終內現", "个号后两这周来过间从当头终内现")
"""Traditional characters of the words of time."""


def resolve_time(text: str, as_of: date) -> tuple[ResolvedTime, ...]:
    """Every time expression of `text` that can be told from the day `as_of`, left to right, none overlapping."""
    folded = fold(text).translate(_SIMPLIFIED)
    calendar = Calendar(PartialDate(as_of.year, as_of.month, as_of.day))
    found: list[ResolvedTime] = []
    at = 0
    for seed in _SEED.finditer(folded):
        if seed.start() < at or _inside_digits(folded, seed.start()):
            continue
        phrase = read_phrase(folded, seed.start(), calendar, floor=at, loose=True)
        phrase = phrase or _digits_alone(folded, seed.start()) or _edge_alone(folded, seed.start(), as_of)
        if phrase is None or (phrase.start is None and phrase.end is None):
            continue
        at = phrase.span.end
        resolved = _slice(folded, phrase) or ResolvedTime(phrase.span, tuple(dict.fromkeys(_readings(phrase, as_of))))
        at = resolved.span.end
        if resolved.readings:
            found.append(resolved)
    return _longest([*found, *_distances(folded, as_of)])


def _longest(found: list[ResolvedTime]) -> tuple[ResolvedTime, ...]:
    """Of expressions that overlap the longest, of equally long ones the first given; by place."""
    kept: list[ResolvedTime] = []
    for one in sorted(found, key=lambda one: -len(one.span)):
        if not any(one.span.overlaps(other.span) for other in kept):
            kept.append(one)
    return tuple(sorted(kept, key=lambda one: one.span))


_SEED = re.compile(r"\d|[〇零一二三四五六七八九十第上下前后本今明去次当首年月底现目半]")
_PACKED = re.compile(r"(?P<year>(?:19|20)\d\d)(?P<month>0[1-9]|1[0-2])(?P<day>0[1-9]|[12]\d|3[01])(?!\d)")
_SPACED = re.compile(r"(?P<year>(?:19|20)\d\d)[ .](?P<month>1[0-2]|0?[1-9])[ .-](?P<day>3[01]|[12]\d|0?[1-9])(?!\d)")
_TURNED = re.compile(r"(?P<day>3[01]|[12]\d|0?[1-9])/(?P<month>1[0-2]|0?[1-9])/(?P<year>(?:19|20)\d\d)(?!\d)")
_YEAR_ALONE = re.compile(r"(?P<year>(?:19|20)\d\d)(?![\d./-])")


def _inside_digits(text: str, at: int) -> bool:
    return text[at].isdigit() and text[at - 1 : at].isdigit()


def _digits_alone(text: str, at: int) -> Phrase | None:
    """20240307, 2022 11 23, 1/2/2020 (day first), and a bare year."""
    for pattern in (_PACKED, _SPACED, _TURNED, _YEAR_ALONE):
        match = pattern.match(text, at)
        if match is None:
            continue
        groups = match.groupdict()
        month, day = groups.get("month"), groups.get("day")
        when = partial(int(groups["year"] or 0), int(month) if month else None, int(day) if day else None)
        return Phrase(Span(at, match.end()), when, when) if when else None
    return None


_EDGE_ALONE = re.compile(r"(?P<unit>[月年])(?P<edge>底|末|尾|终|头|初)")


def _edge_alone(text: str, at: int, as_of: date) -> Phrase | None:
    """月底 and 年尾 of the month and year of the day."""
    match = _EDGE_ALONE.match(text, at)
    if match is None:
        return None
    when = PartialDate(as_of.year, as_of.month if match["unit"] == "月" else None)
    return Phrase(Span(at, match.end()), when, when, edge="start" if match["edge"] in "头初" else "end")


def _readings(phrase: Phrase, as_of: date) -> Iterator[Days]:
    """The likeliest reading, then the others."""
    if phrase.inferred and phrase.start and phrase.start.month and not phrase.after:
        yield from _nearest(phrase, as_of)
    yield from _bounded(phrase, as_of)


def _whole(phrase: Phrase) -> Days:
    """From the first day to behind the last; an edge (底, 初) narrows the last month, quarter or year."""
    start = phrase.start.first_day if phrase.start else None
    end = phrase.end.last_day + timedelta(1) if phrase.end else None
    return Days(start, end)


def _bounded(phrase: Phrase, as_of: date) -> Iterator[Days]:
    """The readings of a phrase with its words before and behind."""
    whole = _whole(phrase)
    edge = _edge(phrase, whole)
    if phrase.ranged and whole.end == as_of + timedelta(1):
        yield Days(whole.start, as_of)
    if phrase.after in {"since", "start"} or (phrase.before == "since" and not phrase.ranged):
        if whole.start:
            yield Days(whole.start, None)
            if whole.start <= as_of:
                yield Days(whole.start, as_of)
    elif phrase.after in {"before", "on_before", "until"} and not phrase.ranged:
        yield from _up_to(phrase, edge or whole, as_of)
    elif phrase.after in {"after", "on_after"} and not phrase.ranged and phrase.start:
        yield Days(whole.start if phrase.after == "on_after" else phrase.start.last_day + timedelta(1), None)
    elif phrase.before == "as_of":
        yield Days(None, whole.start)
        yield Days(None, whole.end)
    else:
        if edge:
            yield edge
            yield _wide_edge(phrase, whole)
        yield whole


def _up_to(phrase: Phrase, whole: Days, as_of: date) -> Iterator[Days]:
    """Before a date, with it (…底前, …及之前) and without it, from ever or from the day of reading."""
    if phrase.after == "before":
        yield Days(None, whole.start)
    yield Days(None, whole.end)
    if whole.end and whole.end > as_of:
        yield Days(as_of, whole.end)


def _edge(phrase: Phrase, whole: Days) -> Days | None:
    """What 底 or 初 usually means: two months of a year, one of a quarter, five to seven days of a month."""
    if not phrase.edge or phrase.start is None or whole.start is None or whole.end is None:
        return None
    if phrase.edge == "end":
        return Days(_before_end(phrase, whole.end), whole.end)
    return Days(whole.start, _after_start(phrase, whole.start)) if phrase.edge == "start" else None


def _wide_edge(phrase: Phrase, whole: Days) -> Days:
    """The stretch that the same words mean at most: a quarter or a third of a year, ten days of a month."""
    start, end = whole.start or date.min, whole.end or date.max
    monthly = phrase.start is not None and phrase.start.month is not None
    if phrase.edge == "end":
        return Days((end - timedelta(1)).replace(day=21) if monthly else date(start.year, 9, 1), end)
    return Days(start, start.replace(day=11) if monthly else date(start.year, 4, 1))


def _before_end(phrase: Phrase, end: date) -> date:
    last = end - timedelta(1)
    if phrase.start and phrase.start.month is None:
        return date(last.year, 11, 1)
    return last.replace(day=1) if phrase.start != phrase.end else last.replace(day=25)


def _after_start(phrase: Phrase, start: date) -> date:
    if phrase.start and phrase.start.month is None:
        return date(start.year, 3, 1)
    return date(start.year, start.month + 1, 1) if phrase.start != phrase.end else start.replace(day=6)


def _nearest(phrase: Phrase, as_of: date) -> Iterator[Days]:
    """A month without a year: this year's, and the last and the next one."""
    for step in (0, -1, 1, -4, 4):
        start, end = _moved(phrase.start, step), _moved(phrase.end, step)
        if start and end:
            days = Days(start.first_day, end.last_day + timedelta(1))
            if step == 0 or _next_to(days, as_of):
                yield days


def _next_to(days: Days, as_of: date) -> bool:
    """Whether the stretch lies within the year, or for 29 February four years, around the day."""
    return days.start is not None and abs((days.start - as_of).days) <= 4 * 366


def _moved(when: PartialDate | None, years: int) -> PartialDate | None:
    return partial(when.year + years, when.month, when.day) if when else None


_SLICE = re.compile(
    r"[ ]?的?[ ]?(?P<which>第|前|最?后)[ ]?"
    r"(?P<count>\d{1,2}|[一二两三四五六七八九十]{1,3})[ ]?个?(?P<unit>周|星期|天|日)"
)


def _slice(text: str, phrase: Phrase) -> ResolvedTime | None:
    """A week or some days of the month or year that the phrase names: 五月第一周, 4月前4天."""
    match = _SLICE.match(text, phrase.span.end)
    whole = _whole(phrase)
    if match is None or phrase.after or whole.start is None or whole.end is None:
        return None
    count = number(match["count"])
    days = _days_of(whole.start, whole.end, match["which"], count) if match["unit"] in "天日" else None
    days = days or _weeks_of(whole.start, whole.end, match["which"], count)
    return ResolvedTime(Span(phrase.span.start, match.end()), (days,))


def _days_of(start: date, end: date, which: str, count: int) -> Days:
    if which == "第":
        return Days(start + timedelta(count - 1), start + timedelta(count))
    return Days(start, start + timedelta(count)) if which == "前" else Days(end - timedelta(count), end)


def _weeks_of(start: date, end: date, which: str, count: int) -> Days:
    """Weeks are those that begin on a Monday of the stretch."""
    monday = start + timedelta(-start.weekday() % 7)
    if which == "第":
        return Days(monday + timedelta(7 * (count - 1)), monday + timedelta(7 * count))
    if which == "前":
        return Days(monday, monday + timedelta(7 * count))
    last = end - timedelta(end.weekday())
    return Days(last - timedelta(7 * count), last)


_DISTANCE = re.compile(
    r"""
    (?P<near>最?近|过去|未来|今后|接下来|之?后|上|下|前|往后)?[ ]?(?:的|这|一)?
    (?P<count>\d{1,3}|[一二两三四五六七八九十]{1,3}|仨|半)[ ]?个?(?P<more>多)?
    (?P<unit>季度?|月|年|周|星期|天|日)(?P<half>半)?(?P<much>多)?
    (?P<side>以来|来|(?:之|以)?后|(?:之|以)?前)?
    """,
    re.VERBOSE,
)
_AHEAD = frozenset("未今接下往后之")
"""First characters of the words for a stretch that lies ahead."""


def _distances(text: str, as_of: date) -> Iterator[ResolvedTime]:
    """Stretches that are counted from the day of reading: 近三个月, 半年之后, 三年多以来."""
    for match in _DISTANCE.finditer(text):
        before = text[match.start() - 1 : match.start()]
        if (match["near"] or match["side"]) and not _NOT_BEFORE.match(before) and not _is_date(match):
            yield ResolvedTime(Span(*match.span()), tuple(dict.fromkeys(_distance(match, as_of))))


_NOT_BEFORE = re.compile(r"[第前后年月度\d〇零一二三四五六七八九十]")


def _is_date(match: re.Match[str]) -> bool:
    """Whether number and unit are a date: 15年前, 三月后, 3日前."""
    counted = "个" in match.group() or match["unit"] in {"周", "星期", "天", "季", "季度"}
    if counted or match["count"] in {"半", "仨"} or (match["near"] and not match["count"].isdigit()):
        return False
    return match["unit"] != "年" or (match["count"].isdigit() and len(match["count"]) > 1 and not match["half"])


def _distance(match: re.Match[str], as_of: date) -> Iterator[Days]:
    """The readings of a distance: from or to the very day, or in whole months and years."""
    side = match["side"] or ""
    forward = (match["near"] or "")[:1] in _AHEAD or side.endswith("后")
    there = _moved_by(match, as_of, 1 if forward else -1)
    month = there.replace(day=1)
    whole_month = Days(month, months_on(month.year, month.month, 1).first_day)
    if side.endswith(("后", "前")) and not match["near"]:
        yield Days(there, None) if forward else Days(None, there)
        yield whole_month
        yield Days(there, there + timedelta(1))
        return
    following = as_of + timedelta(1)
    if forward:
        yield Days(as_of, there)
    else:
        floor = there.replace(month=1, day=1) if match["unit"] == "年" and not match["half"] else month
        for start in (there, floor):
            yield Days(start, as_of)
            yield Days(start, following)
    yield from _whole_units(match, as_of, forward=forward)


def _whole_units(match: re.Match[str], as_of: date, *, forward: bool) -> Iterator[Days]:
    """Whole years, quarters or months beside the one of the day."""
    months = _MONTHS.get(match["unit"])
    if months is None or match["count"] in {"半", "仨"}:
        return
    first = PartialDate(as_of.year, as_of.month - (as_of.month - 1) % months)
    count = number(match["count"]) * months
    start = months_on(first.year, first.month or 1, months if forward else -count)
    end = months_on(start.year, start.month or 1, count)
    yield Days(start.first_day, end.first_day)


_MONTHS = {"年": 12, "季度": 3, "季": 3, "月": 1}


def _moved_by(match: re.Match[str], day: date, sign: int) -> date:
    """The day that lies the matched distance from `day`; the last of the month where the month is too short."""
    words = match["count"]
    count = 0.5 if words == "半" else 3 if words == "仨" else number(words)
    count += 0.5 if match["half"] else 0
    months = _MONTHS.get(match["unit"])
    if months is None:
        size = 1 if match["unit"] in "天日" else 7
        return day + timedelta(int(sign * count * size))
    month = months_on(day.year, day.month, sign * int(count * months))
    return min(month.last_day, month.first_day + timedelta(day.day - 1))
