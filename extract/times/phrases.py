"""Phrases around points of time: ranges, and the words that say since, until, before, from.

`read_phrase` reads the longest phrase at a place; `find_vague` finds those that name no date (每年, 三年, 定期).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from corpus import PartialDate, Span
from extract.times.calendar_of_text import Calendar
from extract.times.calendar_words import DEEDS, months_on, partial
from extract.times.date_grammar import Point, number, read_point
from extract.times.date_pattern import CONNECTOR

_CONNECT = re.compile(rf"(?:[ ]?(?:起|开始|以来)[,]?)?{CONNECTOR}")
_LISTS = frozenset("、和及")
_MONTHS = re.compile(
    r"(?:、[\d一二三四五六七八九十]{1,2}){0,4}[、和及](?P<last>1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])[ ]?月份?"
)
"""Further months of a list that has 月 behind its last: 5|、6月份."""
_AND = re.compile(r"[ ]?[和与及][ ]?")
_BETWEEN = re.compile(r"[ ]?(?:之)?间")
_NOW = re.compile(r"今(?![年日天])|现在|目前")
_CLOCK = re.compile(
    r"[ ]?(?:凌晨|早上?|上午|中午|下午|晚上?)?[ ]?"
    r"(?:(?:[01]?\d|2[0-4])(?:-(?:[01]?\d|2[0-4])(?=时))?(?::[0-5]\d|[时点](?:[0-5]?\d分|整|许)?)|零[时点])"
    r"(?![段间代限]|期(?!间))"
)
"""The hour of a day, which its date is read without: 2月9日|24时|前, 2月9日|0:00|起."""
_BEFORE_IT = re.compile(
    r"(?:截至|截止时间(?:为|是|:)?|截止(?:日期)?(?:到|至|为|:)?|(?:力争|争取|确保|预计)?(?:(?<![增提升扩降减][加高长至到大低少升])[到至]|在)|最迟(?:于|在)?|不(?:迟|晚)于"
    r"|力争|争取|自从?|从|(?<![由鉴基关对处位属低高小大等至])于)[ ]?\Z"
)
_AFTER_IT = re.compile(
    r"""
    (?P<since>    (?!是)(?:[^\n,.;:。!?()"《》\d]{0,26}?)以来(?!至|到)
      | (?<=\d年)来(?=[,全我各共累本已]) )
  | (?P<start>    [ ]?(?:起(?!草|来|到|步|点|诉|源|重|航|降|伏)|开始|起始) )
  | (?P<until>    [ ]?(?:为?止(?!步|损|付)) )
  | (?P<on_after> [ ]?(?:及其?|或者?)(?:以|之)后 )
  | (?P<on_before>[ ]?(?:及其?|或者?)(?:以|之)前 )
  | (?P<before>   [ ]?(?:
        之前|以前|前(?![后一二两三四五六七八九十\d期瞻沿往列景提款置述身来途线端台辈言移]|进[\d一两二三几]) ) )
  | (?P<after>    [ ]?(?:之后|以后|后(?!半|续|[一二两三四五六七八九十\d]|期|勤|备|台|代|果|者|发)) )
  | (?P<during>   [ ]?(?:期间|时期|之间|以内|间(?=的|,|举)) )
  | (?P<about>    [ ]?(?:左右|前后|上下) )
    """,
    re.VERBOSE,
)
_SINCE_DEED = re.compile(r"(?!以|开始|起)[一-鿿]{2,8}?(?<![一发兴引提建])起(?=[,。;、\n执实施开按将对全我])")
"""What something starts with, behind 从 and a date: 从2023年6月|考试起."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase of time.

    Attributes:
        span: all of its words.
        start: first date; None for an open start or one that cannot be told.
        end: last date; None for an open end.
        before: the word before the point: `as_of`, `until`, `since`, `within`, `open` (成立以来至) or empty.
        after: the word behind it: `since`, `start`, `until`, `before`, `after`, `during`, `about` or empty.
        kind: kind of the (first) point.
        edge: `start` or `end` for 初 and 底.
        ranged: two points were named.
        inferred: its year comes from elsewhere.
    """

    span: Span
    start: PartialDate | None
    end: PartialDate | None
    before: str = ""
    after: str = ""
    kind: str = "date"
    edge: str = ""
    ranged: bool = False
    inferred: bool = False


def read_phrase(text: str, at: int, calendar: Calendar, *, floor: int = 0, loose: bool = False) -> Phrase | None:
    """The longest phrase whose point starts at `at`; words before it are taken from `floor` on."""
    point = read_point(text, at, calendar, loose=loose)
    if point is None:
        return None
    point = replace(point, stop=to_its_hour(text, point.stop))
    start, before = _words_before(text, at, floor)
    phrase = _ranged(text, at, point, calendar, loose=loose)
    phrase = replace(phrase, before=before, span=Span(start, phrase.span.end))
    if before == "open":
        return replace(phrase, start=None, ranged=True)
    return _words_behind(text, phrase)


def to_its_hour(text: str, stop: int) -> int:
    """Where the hour of a day ends that stops at `stop`; `stop` itself where no hour or no day stands there."""
    clock = _CLOCK.match(text, stop) if text[stop - 1] in "日号" else None
    return clock.end() if clock else stop


_OPEN_START = re.compile(r"[^\n,.;:。!?\d]{1,14}以来(?:至|到)\Z")


def _words_before(text: str, at: int, floor: int) -> tuple[int, str]:
    """Where the preposition before `at` starts, and its kind."""
    since = _OPEN_START.search(text, max(floor, at - 18), at)
    if since is not None:
        return since.start(), "open"
    match = _BEFORE_IT.search(text, max(floor, at - 6), at)
    if match is None:
        return at, ""
    words = match.group()
    if words[0] == "截":
        return match.start(), "as_of" if "时间" not in words and "日期" not in words else "until"
    if words[0] in "自从":
        return match.start(), "since"
    if words[0] == "于":
        return match.start(), "within"
    return (match.start(), "until") if words[0] != "在" else (at, "within")


def _ranged(text: str, at: int, point: Point, calendar: Calendar, *, loose: bool) -> Phrase:
    """The point, joined with a second one if a range follows."""
    single = Phrase(
        Span(at, point.stop), point.start, point.end, kind=point.kind, edge=point.edge, inferred=point.inferred
    )
    months = _MONTHS.match(text, point.stop) if text[point.stop : point.stop + 1] in _LISTS else None
    if months and text[point.stop - 1] not in "月份" and point.start and point.start.month and not point.start.day:
        last = partial(point.start.year, number(months["last"]))
        return replace(single, span=Span(at, months.end()), end=last, ranged=True) if last else single
    joint = _CONNECT.match(text, point.stop) or _AND.match(text, point.stop)
    if joint is None or (point.kind == "now" and text[at - 1 : at] not in {"从", "自"}):
        return single
    now = _NOW.match(text, joint.end())
    if now:
        return replace(single, span=Span(at, now.end()), end=calendar.as_of if loose else None, ranged=True)
    second = _second(text, joint.end(), point, calendar, loose=loose)
    if second is None or (
        text[joint.start() : joint.end()].strip() in "和与及" and not _BETWEEN.match(text, second.stop)
    ):
        return single
    if point.known and second.known and not _ordered(point.start, second.end):
        return single
    return replace(single, span=Span(at, second.stop), end=second.end, edge="", ranged=True)


def _second(text: str, at: int, first: Point, calendar: Calendar, *, loose: bool) -> Point | None:
    """The second point of a range, read with what the first one says."""
    year = first.start.year if first.start else calendar.year
    inner = replace(calendar, year=year)
    point = read_point(text, at, inner, loose=loose) or _bare(text, at, first)
    if point is None or point.kind == "now":
        return None
    point = replace(point, stop=to_its_hour(text, point.stop))
    if point.inferred and first.inferred and _turns_the_year(first.start, point.start):
        return replace(point, start=_year_on(point.start), end=_year_on(point.end))
    return point


def _turns_the_year(first: PartialDate | None, second: PartialDate | None) -> bool:
    """Whether a range from month to month goes on into the next year: 11月至2月."""
    if first is None or second is None or first.month is None or second.month is None:
        return False
    return (second.month, second.day or 0) < (first.month, first.day or 0)


def _year_on(day: PartialDate | None) -> PartialDate | None:
    """The same date one year on, without its day where that year has none."""
    if day is None:
        return None
    later = months_on(day.year, day.month or 1, 12)
    return PartialDate(later.year, day.month, None if (day.month, day.day) == (2, 29) else day.day)


_BARE_YEAR = re.compile(r"(?:1[89]|20)\d\d(?![\d.%年月])")
_BARE_DAY = re.compile(r"(?P<day>[0-3]?\d|[二三]?十[一二三四五六七八九]?|[一二三四五六七八九])[日号]")


def _bare(text: str, at: int, first: Point) -> Point | None:
    """A second end that repeats nothing: 2021-2025, 5月8日至12日."""
    year = _BARE_YEAR.match(text, at)
    if year and first.start and first.start.month is None:
        date = PartialDate(int(year.group()))
        return Point(year.end(), date, date)
    day = _BARE_DAY.match(text, at)
    if day and first.start and first.start.month:
        date_of = partial(first.start.year, first.start.month, number(day["day"]))
        return Point(day.end(), date_of, date_of) if date_of else None
    return None


def _ordered(start: PartialDate | None, end: PartialDate | None) -> bool:
    return start is None or end is None or start.first_day <= end.last_day


def _words_behind(text: str, phrase: Phrase) -> Phrase:
    """The phrase with the words behind it that change its ends."""
    match = _AFTER_IT.match(text, phrase.span.end)
    if phrase.before == "since" and not phrase.ranged and (deed := _SINCE_DEED.match(text, phrase.span.end)):
        return replace(phrase, span=Span(phrase.span.start, deed.end()), after="start", end=None)
    if match is None or match.lastgroup is None:
        return phrase
    kind = match.lastgroup
    if kind == "since" and phrase.ranged:
        return phrase
    changed = replace(phrase, span=Span(phrase.span.start, match.end()), after=kind)
    if kind in {"since", "start", "after", "on_after"} and not phrase.ranged:
        return replace(changed, end=None)
    return changed


_THINGS_TO_COME = (
    r"[^\W\d_]{0,6}网|城|实验|产业|社区|公园|工厂|学校|乡村|科学|技术|车间|教育|能源|健康|空间|材料|制造|信息|园区"
    r"|科技[城园]|网络|医院|农场|星|科创|之"
)
"""What 未来 is a part of the name of: 未来产业, 未来社区."""

_COUNTED_YEAR = r"(?:次年|翌年|下年|下一年度?|第[一二三四五1-5]个?年度?)的?"
_PART_OF_YEAR = (
    r"(?:(?:1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月份?(?:[上中下]旬|[底末初]|(?:\d{1,2}|[一二三四五六七八九十]{1,3})[日号])?"
    r"|第?[一二三四1-4]个?季度[末底]?|[上下]半年|年?[底末初])"
)
_VAGUE = re.compile(
    rf"""
    (?P<by>   {_COUNTED_YEAR}{_PART_OF_YEAR}(?:之前|以前|前) )      # of a year that is counted from some event
  | (?P<counted> {_COUNTED_YEAR}{_PART_OF_YEAR}内? )
  | (?P<recurring>
        每(?:个|一)?(?:年度?|半年|季度?|月|周|日|天|学年|学期|两年|三年|旬)
        (?:[ ]?(?:第?[一二三四1-4]季度|[上下]半年))?
        (?:[ ]?(?:\d{{1,2}}|[一二三四五六七八九十]{{1,3}})月
            (?:底|末|初|(?:\d{{1,2}}|[一二三四五六七八九十]{{1,3}})日)?)?
        (?:年?[底末初])?(?:月?(?<=[月末])\d{{1,2}}[日号])?(?:前|之前|以前)?
      | 每[到逢至]{_PART_OF_YEAR}(?:前|之前|以前)?                    # 每到9月下旬集中上市
      | 逐年 | 按年度? | 按月 | 按季度? | (?<![法规固既约特])定期(?!限|存|间) | 不定期
      | (?<![0-9本上下全今去明\]])年度(?!休|假|[^\W\d_]?薪) | 月度 | 季度(?![末初底])
    )
  | (?P<vague>
        近(?:年来?|几年来?|些年来?|期) | 近来 | 今后(?:一(?:个|段)时期)? | 未来(?!{_THINGS_TO_COME})
      | (?:上一?|下一?|次)年度 | 次年 | 长期以来 | 一直以来 | 多年来
      | (?:疫情防控|疫情流行|试点|过渡|改革|建设|规划|汛|疫情|任)期(?:间|内) | 规划期(?![限外])
    )
  | (?P<of_late>近)(?P<late>[一两二三四五六七八九十]|\d{{1,2}})年(?:多)?(?:来|间)?
  | (?<!学)(?P<first>前|后|头)(?P<many>[一两二三四五六七八九十]|\d)年
  | (?P<duration>
        (?:连续|历时|利用|未来|今后|用|经过|通过)?
        (?<!第)(?<!学前)(?:\d{{1,3}}|[一两二三四五六七八九十]{{1,3}}|半)(?:至|到|-)?(?:[一两二三四五六七八九十]{{1,3}}|\d{{1,3}})?
        (?:个多?月|个?(?:多)?(?:季度|工作日|小时|星期|学年|学期)|年(?!级|代|版|第|会|前|[0-9一二三四五六七八九十]月|期|制|义务|一贯|一[次评观调考报督会])|日内|天)
        (?:左右)?(?:以上|以内|之内|内|的?时间|来|间)?(?![^\W\d_]{{0,2}}(?:行动|计划|规划|攻坚|方案|大变样|滚动))
    )
  | (?P<since>(?:{"|".join(DEEDS)})以来(?!至|到))
  | (?P<from>自[^\n,.;:。!?《》]{{1,20}}之日起)
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Vague:
    """A phrase that names no date of its own.

    Attributes:
        span: its words.
        kind: `recurring`, `vague`, `duration`, `since`, `from`; `by` and `counted` for parts of a year that is counted
            from some event (次年1月底前); `late` and `first` for years of a range.
        years: how many, for those two.
    """

    span: Span
    kind: str
    years: int = 0


def read_vague(text: str, at: int) -> Vague | None:
    """The vague phrase whose words start at `at`."""
    match = _VAGUE.match(text, at)
    if match is None:
        return None
    span = Span(at, match.end())
    if match["of_late"]:
        return Vague(span, "late", number(match["late"]))
    if match["first"]:
        return Vague(span, "late" if match["first"] == "后" else "first", number(match["many"]))
    return Vague(span, match.lastgroup or "vague")
