"""Which year the chapters of a report speak of: 2023年工作回顾, 2024年工作安排, 过去一年工作回顾."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import takewhile

from corpus import Genre, PartialDate, Section
from extract.matching import fold
from extract.reading import Reading
from extract.times.calendar_words import PLAN_PERIODS
from extract.times.date_grammar import number

_YEAR = re.compile(
    r"(?<![\d-])((?:19|20)\d\d)年(?!版|代|级|以[来前后]|之[前后]|前|后)|([一二][〇零九][〇零一二三四五六七八九]{2})年"
)
_LAST = re.compile(r"过去(?:的)?一年|去年|上一?年度?(?:工作)")
_THIS = re.compile(r"今年|本年度?")


@dataclass(frozen=True, slots=True)
class ReportedYear:
    """A stretch of a document that speaks of one year."""

    start: int
    end: int
    year: int
    heading: str


def year_of_heading(heading: str, *, anywhere: bool = False) -> int | None:
    """The one year that a heading names; None if none or several. Years of what it quotes are not its own.

    Args:
        heading: folded.
        anywhere: a year that only describes a paper (关于2021年决算的报告) counts too.
    """
    years = {
        number(match.group(1) or match.group(2))
        for match in _YEAR.finditer(heading)
        if (anywhere or not heading.endswith(("关于", "批准"), 0, match.start()))
        and heading.count('"', 0, match.start()) % 2 == 0
    }
    return years.pop() if len(years) == 1 else None


def reported_years(reading: Reading) -> tuple[ReportedYear, ...]:
    """The chapters that speak of one year, in document order.

    In a report whose headings name several years, a chapter goes on over the sections that follow it until the next
    one that names a year, since the headings between them belong to it even where they are not set below it.
    """
    found = [
        ReportedYear(section.span.start, section.span.end, year, section.heading.of(reading.folded))
        for section in reading.outline.sections
        if (year := _year(section.heading.of(reading.folded), reading.as_of)) is not None
    ]
    if not found and (opened := _opened_by_year(reading)) is not None:
        return (opened,)
    if len({one.year for one in found}) < 2:
        return tuple(_over_numbered(reading, one) for one in found)
    stops = [one.start for one in found[1:]] + [len(reading.folded)]
    return tuple(
        ReportedYear(one.start, max(one.end, stop), one.year, one.heading)
        for one, stop in zip(found, stops, strict=True)
    )


_OPENING = 2500
"""Characters at the head of a report within which it says which year it looks back on."""
_OPENS_YEAR = re.compile(
    r"(?:^|\n)[ ]*(?:各位代表[:!,])?(?:刚刚)?(?:过去的)?(20\d\d)年,?是[^\n]{4,400}?"
    r"(?:。|\n[ ]*)(?:一年来|过去的?一年|这一年)"
)
"""The paragraph that opens an account: 2030年,是…的一年。一年来,我们…."""
REVIEW = "回顾"
"""In place of the heading of a chapter that has none."""
TOLD = "情况"
"""In place of the heading of what a speaker tells."""
_OPENS_BRIEFING = re.compile(
    r"(?:^|\n)[ ]*(?:刚刚过去的|过去的)?(20\d\d)年,?是[^\n]{4,400}\n[ ]*(?:一是|第一|首先|一、|[(]一[)]|全年)"
)
"""The paragraph before what a speaker counts of a year: 2030年是…之年。…体现在以下几个方面: 一是…."""
_TURNS_AWAY = re.compile(
    r"\n[ ]*(?:20\d\d年|今年|下一?步|下一?阶段|接下来|今后|谢谢|以上|[^。\n]{0,40}(?:记者|提问)[^。\n]{0,12}[:\n])"
)
"""Paragraphs behind which the account of a year is over."""


def _opened_by_year(reading: Reading) -> ReportedYear | None:
    """The account of a year that a paragraph opens where no heading names it, up to the sections of tasks."""
    if reading.metadata.genre is Genre.PRESS_BRIEFING:
        return _opened_in_briefing(reading)
    if reading.metadata.genre is not Genre.REPORT:
        return None
    opened = _OPENS_YEAR.search(reading.folded, 0, _OPENING)
    year = int(opened[1]) if opened else 0
    if opened is None or (reading.as_of is not None and reading.as_of.year - year not in {0, 1}):
        return None
    return ReportedYear(opened.start(), len(reading.folded), year, REVIEW)


def _opened_in_briefing(reading: Reading) -> ReportedYear | None:
    """The account of the year before that a paragraph of a speaker opens, up to where he turns to the next one."""
    opened = _OPENS_BRIEFING.search(reading.folded, 0, _OPENING)
    if opened is None or reading.as_of is None or reading.as_of.year - int(opened[1]) != 1:
        return None
    over = _TURNS_AWAY.search(reading.folded, opened.end())
    return ReportedYear(opened.start(), over.start() if over else len(reading.folded), int(opened[1]), TOLD)


_WORK_OF_YEAR = re.compile(
    r"(?:关于)?((?:19|20)\d\d)年度?的?(?:(?:政府|主要|全年)?工作|[^,。\d]{0,12}(?:预算|计划)(?:收支)?(?:[(]?草案[)]?|安排|编制)+(?:情况)?)"
)


def year_of_work(heading: str) -> int | None:
    """The year of a heading that says no more than whose work or budget it is about: 2030年的工作, 2030年预算草案."""
    match = _WORK_OF_YEAR.fullmatch(heading)
    return int(match[1]) if match else None


_PLAN_OF_YEAR = re.compile(
    r"(?:关于)?(?:全面|确保|努力|圆满)*(?:完成|做好|实现|落实)?((?:19|20)\d\d)年度?(?!.*(?:执行|调整|决算|完成情况))[^,。]{0,16}(?:预算|计划)(?:[(]?草案[)]?|安排|编制|建议|意见|情况)*(?:的?(?:主要|具体|工作)*(?:措施|举措|任务))?"
)


def year_of_plan(heading: str) -> int | None:
    """The year of a heading that says whose budget or plan it is about: 2031年预算草案, 完成2031年预算的主要措施."""
    match = _PLAN_OF_YEAR.fullmatch(heading)
    return int(match[1]) if match else None


_PLAN_AHEAD = re.compile(r"\"?十([一二三四五六])五\"?(?:时期|期间)?[^,。]{0,16}(?:目标|任务|思路|考虑)")


def end_of_plan(reading: Reading, heading: str) -> int | None:
    """The last year of a plan that is not over, of whose aims a chapter of a report speaks: "十五五"主要目标任务."""
    match = _PLAN_AHEAD.search(heading) if reading.metadata.genre is Genre.REPORT else None
    last = PLAN_PERIODS[f"十{match[1]}"][1] if match else None
    return last if last and reading.as_of and reading.as_of.year <= last else None


_SCRIPT = r"新闻(?:发布|通报|通)?(?:稿|词)"
_REVIEW = re.compile(
    r"^(?!.*(?:计划|安排|方案|部署|要点|任务|分解|意见|办法|通知|预案|发布会|通气会|吹风会|召开)).*"
    r"(?:公报|情况|决算|年度报告|年报|分析|综述|简析|概况|述评|解读)(?:草案)?的?(?:报告|通报|说明|汇报|公告|发布"
    rf"|{_SCRIPT})?(?:[(][^()]*[)])?$"
    r"|^(?:19|20)\d\d年(?:上半年|前?[一二三]季度|前?1?\d个?月|1-1?\d月份?)[^,。:]{0,12}(?:国民)?经济(?:运行|形势|发展)?"
    r"(?!.*(?:座谈会|分析会|调度会|会议|召开|部署|安排)).{0,30}$"
)
"""Titles of papers that tell how one year or a part of it went: 2030年国民经济和社会发展统计公报."""


_READ_OUT = re.compile(rf"{_SCRIPT}|^(?:19|20)\d\d年[^,。:《]{{2,30}}经济")
"""Titles of what is written for the press, and not of what is asked and answered there."""


def reviews(reading: Reading) -> bool:
    """Whether the title says that a paper, or what is handed to the press, tells how a time went."""
    title = fold(reading.metadata.title or "")
    told = reading.metadata.genre in _TELLING or (
        reading.metadata.genre is Genre.PRESS_BRIEFING and _READ_OUT.search(title)
    )
    return bool(told) and _REVIEW.match(title) is not None


_CONFERENCE = re.compile(
    r"(?:19|20)\d\d年度?(?!以来)[^,。:]{2,30}(?:情况|形势|运行|状况|成效|成就|数据|收支)[^,。]{0,12}"
    r"(?:发布会|通气会|吹风会|通报会|记者会|记者问)"
)
"""Titles of briefings on how a year went, in their words the year of all its parts: 就2030年用水情况举行发布会."""


def year_of_title(reading: Reading) -> int | None:
    """The one year that a paper or a briefing reviews by its title, if it is over; None in all other papers."""
    title = fold(reading.metadata.title or "")
    told = reading.metadata.genre is Genre.PRESS_BRIEFING and _CONFERENCE.search(title) is not None
    year = year_of_heading(title, anywhere=True) if told or reviews(reading) else None
    return year if year is not None and (reading.as_of is None or reading.as_of.year > year) else None


def year_ahead(reading: Reading) -> int | None:
    """The year that the title names, where it comes after the document's own: 关于2027年放假安排的通知."""
    title = fold(reading.metadata.title or "")
    year = None if _BOUND_YEAR.search(title) else year_of_heading(title, anywhere=True)
    if year is None or (reading.as_of is not None and year <= reading.as_of.year):
        return None
    return year


_PLANNING = frozenset({Genre.PLAN, Genre.NOTICE})
_TASKS_OF_YEAR = re.compile(
    r"^(?!.*(?:总结|情况|进展|完成|20\d\d年?[-~至到]{1,3}20\d\d)).*年度?[^,。:]{0,40}"
    r"(?:(?:工作|重点|主要|目标)(?:要点|计划|安排|任务|工作)|任务分[工解]|实事(?:项目)?|(?:行动|实施|重点项目|建设)计划)"
    r"(?:责任)?(?:分[工解])?(?:方案|表)?\"?》?(?:[(][^()]*[)])?(?:的通知)?$"
)
"""Titles of what is to be done in one year: 2030年工作要点, 关于印发2030年重点工作任务分工的通知."""


def year_planned(reading: Reading) -> int | None:
    """The one year for which a plan sets its tasks by its title, if it was made for it or in it."""
    title = fold(reading.metadata.title or "")
    if reading.metadata.genre not in _PLANNING or _TASKS_OF_YEAR.search(title) is None:
        return None
    year = year_of_heading(title, anywhere=True)
    made = reading.as_of.year if reading.as_of else year
    return year if year is not None and made is not None and year - 1 <= made <= year else None


_BOUND_YEAR = re.compile(r"(?:19|20)\d\d年(?:以前|之前|以后|以来)")
"""A year of a title that only says which things are meant: 2000年以前建成的小区."""


_TELLING = frozenset({Genre.REPORT, Genre.OTHER})


def _over_numbered(reading: Reading, one: ReportedYear) -> ReportedYear:
    """A heading without an ordinal with the numbered sections of its level behind it, which belong to it."""
    sections = reading.outline.sections
    at = next(at for at, section in enumerate(sections) if section.span.start == one.start)
    if sections[at].label or sections[at].parent is not None:
        return one
    return replace(one, end=end_with_numbered(reading, sections[at]))


def end_with_numbered(reading: Reading, chapter: Section) -> int:
    """Where a chapter ends; one without a label goes on over the numbered sections of its level behind it."""
    if chapter.label:
        return chapter.span.end
    tops = (one for one in reading.outline.sections if one.parent is None and one.span.start > chapter.span.start)
    numbered = takewhile(lambda section: bool(section.label), tops)
    return max([chapter.span.end, *(section.span.end for section in numbered)])


def _year(heading: str, as_of: PartialDate | None) -> int | None:
    """The year of a heading, named or told from the document's date."""
    year = year_of_heading(heading)
    if year is not None or as_of is None:
        return year
    if _LAST.search(heading):
        return as_of.year - 1
    return as_of.year if _THIS.search(heading) else None
