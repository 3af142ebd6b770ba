"""From when until when a document says that it is in force.

自印发之日起 is the day that the imprint or else the document bears; 自发布之日起 is 发布日期 where the page states
one that can be that of the paper itself. A term of years counts from the first day in force, unless the
document goes on behind it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from corpus import PartialDate, Span
from extract.layout.days import day_of, read_day
from extract.layout.stated import Stated
from extract.numbers.numerals import parse_number
from extract.patterns import DAY


@dataclass(frozen=True, slots=True)
class Days:
    """Days that a document bears: of its imprint or else its signature, and of its publication."""

    issued: PartialDate | None = None
    published: PartialDate | None = None


_IN_FORCE = r"(?: 正式 | 开始 | 起 | 试 )? [ ]* (?: 施行 | 实施 | 执行 | 生效 | 试行 )"
_WORDS = re.compile(r"[日起](?:正式|开始|起|试)?[ ]*(?:施行|实施|执行|生效|试行)")
_LENGTH = 40
_SENTENCE = 300
_FROM = re.compile(
    rf"""
      (?: 自 | 从 | 于 )? [ ]* (?: {DAY} ) [ ]* 起? [ ]* {_IN_FORCE}
    | (?: 自 | 从 )? [ ]* (?P<act> 印发 | 下发 | 发文 | 签发 | 发布 | 公布 | 颁布 | 公告 ) 之日起 [ ]* {_IN_FORCE}
    """,
    re.VERBOSE,
)
_UNTIL = re.compile(
    rf"""
    (?: 有效期限? | 施行期 | 实施期限? | 执行期限? | 试行期 ) [^。;\d]{{0,10}}
    (?: 至 | 到 | 截至 | 截止 ) [ ]* (?: {DAY} )
    """,
    re.VERBOSE,
)
_RANGE = re.compile(
    r"(?:执行|实施|施行|试行|有效)期(?:限|间)?(?:为|是|从|自|:)?[ ]*"
    rf"(?P<first>{re.sub(r'[?]P<[a-z_]+>', '?:', DAY)})[ ]*起?[ ]*(?:至|到|-{{1,2}}|~)[ ]*(?P<last>{DAY})",
    re.VERBOSE,
)
"""执行期限为2022年1月1日至2024年12月31日: the first day and the last at once."""
_TERM = re.compile(
    r"[^。;]{0,12}(?:有效期限?|试行期限?|施行期限?|实施期限?|暂定|试行)[ ]*(?:为|暂定|定为|暂定为)?[ ]*"
    r"(?P<count>\d{1,2}|[一二两三四五六七八九十]{1,2})[ ]*(?P<unit>年|个月)"
)
_GOES_ON = re.compile(r"延续|继续(?:有效|执行|施行)|顺延|自动延")
_AFTERMATH = 120
_OWN = re.compile(
    r"""
    \s*
    (?: 第[一二三四五六七八九十百]{1,6}条 | [(]?[一二三四五六七八九十]{1,3}[、)] | \d{1,2}(?:\.\d{1,2}){0,3}[.、]? )?
    \s*
    (?: 本[一-龥]{1,12} [^《》]* )?
    | \s* 《[^《》]{2,80}》 [^。《》]{0,100} 现 (?: 予以? )? (?: 公布 | 发布 | 印发 ) [^。《》]{0,20}
    """,
    re.VERBOSE,
)
"""What stands in a sentence before a date of force that is the document's own."""
_ISSUING = frozenset({"印发", "下发", "发文", "签发"})
_SOON = 92
"""Days within which a page is published with its paper; later it was only put on the site."""

Force = tuple[Stated[PartialDate] | None, Stated[PartialDate] | None]


def find_force(folded: str, days: Days) -> Force:
    """The first and the last day in force, by the last statement of each; None where the document tells none."""
    first = until = None
    for match in filter(None, (_FROM.search(folded, max(0, at - _LENGTH), at) for at in _ends(folded))):
        day = _first_day(match, days)
        if day is not None and _is_own(folded, match.start()):
            first = Stated(day, Span(*match.span()))
            until = _after_term(folded, match.end(), day)
    for match in _UNTIL.finditer(folded):
        day = day_of(match)
        if day is not None and _is_own(folded, match.start()):
            until = Stated(day, Span(*match.span()))
    for match in _RANGE.finditer(folded):
        begin, last = read_day(match["first"]), day_of(match)
        if begin is not None and last is not None and _is_own(folded, match.start()):
            first = Stated(begin, Span(*match.span("first")))
            until = Stated(last, Span(*match.span("last")))
    return first, until


def _ends(folded: str) -> Iterator[int]:
    """Where words of coming into force end."""
    return (match.end() for match in _WORDS.finditer(folded))


def _first_day(match: re.Match[str], days: Days) -> PartialDate | None:
    """The day that a statement names, or the day of the act that it names."""
    if match["act"] is None:
        return day_of(match)
    if match["act"] in _ISSUING:
        return days.issued
    issued, published = days.issued, days.published
    if published is None or issued is None:
        return published
    near = timedelta() <= published.first_day - issued.first_day <= timedelta(_SOON)
    return published if near else None


def _is_own(folded: str, at: int) -> bool:
    """Whether the sentence speaks of the document itself up to here."""
    since = max(0, at - _SENTENCE)
    start = max(since - 1, *(folded.rfind(mark, since, at) for mark in "。\n")) + 1
    return _OWN.fullmatch(folded[start:at].lstrip("*# ")) is not None


def _after_term(folded: str, at: int, first: PartialDate) -> Stated[PartialDate] | None:
    """The last day of a term that is stated behind the first (,有效期5年), unless the text lets it go on."""
    match = _TERM.match(folded, at)
    if match is None or _GOES_ON.search(folded, match.end(), match.end() + _AFTERMATH):
        return None
    count = parse_number(match["count"])
    months = int(count or 0) * (12 if match["unit"] == "年" else 1)
    last = _months_later(first, months)
    return Stated(last, Span(*match.span()).strip(folded)) if last and months else None


def _months_later(first: PartialDate, months: int) -> PartialDate | None:
    """The last day of a term of months; None where its first day is not known to the day."""
    if first.day is None or first.month is None:
        return None
    year, month = divmod(first.year * 12 + first.month - 1 + months, 12)
    try:
        after = PartialDate(year, month + 1, first.day).first_day
    except ValueError:  # 29 February, or beyond the calendar
        return None
    last = after - timedelta(1)
    return PartialDate(last.year, last.month, last.day)
