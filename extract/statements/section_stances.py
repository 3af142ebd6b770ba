"""The stances of the sections of a document: by their headings, by what stands above them, by the years they name."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus import Genre, Outline, Section
from extract.matching import fold
from extract.outline.stances import Stance, default_stance, own_stance, stance_of
from extract.times.periods_ahead import is_of_period_over
from extract.times.reported_years import year_of_heading, year_of_plan, year_of_work
from extract.times.summaries import is_summary

_IN_BACKGROUND = frozenset({Stance.GOAL, Stance.DONE, Stance.ACCOUNT})
"""What parts of a background may be for all that: 发展现状 under 战略环境."""
_AIMS = frozenset({Stance.GOAL, Stance.MIXED})
_ACCOUNT_OF = re.compile(r"回顾|情况|基础$|取得的")
_LOOKS_BACK = re.compile(r"回顾|总结|情况|^(?!.*(?:把|将|转化|推动|力争|力求|确保|取得[^,。]{0,4}(?:新|更))).*成[效就]")
_ACCOUNTING = frozenset({Genre.REPORT, Genre.OTHER})
_REVIEW = re.compile(
    r"(?<!审议)(?:(?:情况|决算(?:草案)?|年度|(?:中期|实施|终期)评估)的?(?:报告|汇报)|总结的?报告)(?:[(][^()]{1,16}[)])?$"
)
"""Titles of reports on what was done: 某县2030年法治政府建设情况报告, 政府信息公开工作年度报告."""
_HEARD = re.compile(
    r"(?:执行|落实|完成|实施|办理)?情况[^》]{0,12}(?:审[议查]意见|通报)$|审议意见$"
    r"|(?:进展|完成|推进|落实|执行|实施|办理|整改|使用|分配)情况(?:表|一览表)?(?:的?(?:公示|公告|通告|公布|公开))$"
)
"""Titles of papers on what was heard or is made known of work done: 关于计划执行情况的审查意见, 进展情况公示."""
_SETS_OUT = re.compile(
    r"(?:切实|扎实|全面|全力|努力|认真|着力|科学|统筹|奋力)*(?:做好|抓好|完成|实现|谋划|推进)[^,。\d]{0,8}(?P<year>(?:19|20)\d\d)年(?!.*(?:情况|回顾|总结))"
)
"""切实做好2031年预算管理工作: what a report of that year sets out to do."""
_COMPLETED = re.compile(r"[^,。\d]{0,8}(?:完成|实现)(?:了)?(?P<year>(?:19|20)\d\d)年")
_STILL_TO_COME = frozenset({Stance.AHEAD, Stance.GOAL, Stance.MIXED})
_TOLD_OR_SET = frozenset({None, Stance.DONE, Stance.AHEAD, Stance.GOAL})
"""What a heading may seem to say of a plan of before: 十四五规划实施情况, 十四五目标任务完成情况."""
_PARTS = frozenset({Stance.DONE, Stance.AHEAD})
"""What a heading without an ordinal says of the numbered ones behind it, though these are of its level.

In a report all that stands behind the tasks is still to come.
"""
_AIMS_WITHIN = 4
"""Top sections among which a plan states its aims."""
_ABOUT = ("针对", "关于", "对于")
_QUOTED = re.compile(r'"[^"]{6,}"')
"""The words of others in a heading, 针对"管网改造任务艰巨"的意见, which say nothing of its section."""
_OUTLOOK = re.compile(
    r"(?:(?:19|20)\d{2}年|今年|明年|下一?步|下阶段|今后|未来)(?!来|以来)[^,。]*(?:工作|任务|目标|安排|打算|重点|要求|部署)"
    r"|(?:工作|目标|主要)(?:安排|打算|任务|要点|部署)"
)


@dataclass(frozen=True, slots=True)
class _Paper:
    """What is known of a paper beside its headings.

    Attributes:
        genre: its kind.
        summary: it accounts for work done.
        open: its sentences are what they say themselves, where no heading tells.
        summed_up: the year that it accounts for.
        year: in which it was given.
        first: year that it is for.
    """

    genre: Genre
    summary: bool
    open: bool
    summed_up: int | None
    year: int | None
    first: int | None


def stances(
    outline: Outline, genre: Genre, title: str = "", year: int | None = None, first: int | None = None
) -> dict[str | None, Stance]:
    """The stance of each section by its id, and of what stands in none (None).

    A heading that tells nothing passes on what stands above it. In replies, reports and briefings only headings of a
    clear kind tell (a heading like 加强监管 may head an account as well as a plan). A summary (总结) looks back up to
    its first section of tasks, whatever its headings say.

    Args:
        outline: the document's sections.
        genre: what kind of document it is.
        title: its own.
        year: in which it was given; a chapter of a report named 2030年的工作 tells of that year or sets its tasks.
        first: year that a plan is for; its chapter on a five-year plan of before (十五五期间发展成果) tells of that.
    """
    reviews = genre in _ACCOUNTING and _REVIEW.search(title) is not None
    summary = genre is not Genre.PRESS_BRIEFING and (is_summary(title) or reviews)
    found: dict[str | None, Stance] = {
        None: Stance.OPEN if summary or _HEARD.search(title) else default_stance(genre, title)
    }
    paper = _Paper(
        genre=genre,
        summary=summary,
        open=found[None] is Stance.OPEN,
        summed_up=_year_summed_up(title) if summary else None,
        year=year,
        first=first,
    )
    part: Stance | None = None if paper.open else _before_the_aims(outline)
    for section in outline.sections:
        above = found.get(section.parent, found[None])
        heading = _squeezed(section)
        own = _of_years(heading, own_stance(heading, open_genre=paper.open), paper, opens=len(found) == 1)
        if own is Stance.MIXED and not paper.open:
            part = None
        if section.parent is None:
            part = own if paper.open and _heads_part(heading, own, section, paper) else part
            above = above if own in _PARTS else part or above
        found[section.eid] = _settled(own, above, heading)
        if genre is Genre.PRESS_BRIEFING and found[section.eid] is Stance.NONE:
            found[section.eid] = Stance.ACCOUNT  # 编制背景: a speaker reports there what was reached
    return _looking_back(found) if summary else found


_SUMS_UP = re.compile(r"(?P<year>(?:19|20)\d\d)年度?[^,。\d]{0,16}(?:总结|小结|回顾|情况)")


def _year_summed_up(title: str) -> int | None:
    """The year that a summary accounts for, by its title, which may name the next one too: 2030年总结及2031年思路."""
    match = _SUMS_UP.search(title)
    return year_of_heading(title) or (int(match["year"]) if match else None)


def _before_the_aims(outline: Outline) -> Stance | None:
    """What a plan's first parts are, where 总体要求 is not among the very first: background."""
    tops = [section for section in outline.sections if section.parent is None]
    aims = [stance_of(_squeezed(section)) is Stance.MIXED for section in tops[:_AIMS_WITHIN]]
    return Stance.ACCOUNT if any(aims) and not aims[0] else None


def _squeezed(section: Section) -> str:
    """The folded title of a section, without white space and without what it quotes to say what it is about."""
    heading = re.sub(r"\s+", "", fold(section.title))
    return _QUOTED.sub("", heading) if heading.startswith(_ABOUT) else heading


def _of_years(heading: str, own: Stance | None, paper: _Paper, *, opens: bool) -> Stance | None:
    """What a heading says by itself (`own`), or by the years that it names; `opens`: it is the first one."""
    if paper.genre is Genre.REPORT:
        own = own or _of_year(heading, paper.year, paper.summed_up)
        if own is Stance.AHEAD and _was_completed(heading, paper.year, first=opens):
            own = Stance.DONE
    if own is None and paper.summed_up is not None and _is_behind(heading, paper.summed_up):
        own = Stance.AHEAD
    if own in _TOLD_OR_SET and paper.first is not None and is_of_period_over(heading, paper.first):
        return Stance.DONE
    return own


def _of_year(title: str, year: int | None, summed_up: int | None) -> Stance | None:
    """What a chapter named by the work of one year, or by its budget or plan, is in a report of `year`.

    The year that a summary sums up (`summed_up`) has been told, though the paper is still of that year.
    """
    named, planned = year_of_work(title), year_of_plan(title)
    if named is not None and summed_up is not None and named <= summed_up:
        return Stance.DONE
    if year is not None and planned is not None and planned >= year:
        return Stance.AHEAD
    if year is not None and (match := _SETS_OUT.match(title)) and int(match["year"]) >= year:
        return Stance.AHEAD
    if named is None or year is None:
        return None
    return Stance.AHEAD if named >= year else Stance.DONE


def _was_completed(title: str, year: int | None, *, first: bool) -> bool:
    """Whether a heading of a report of `year` says that the tasks of a year gone by were done: 奋力完成2030年各项任务.

    Reports open with the year gone by (`first`), where none of theirs is known.
    """
    match = _COMPLETED.match(title)
    return match is not None and (first if year is None else int(match["year"]) < year)


def _is_behind(heading: str, summed_up: int) -> bool:
    """Whether a heading of a summary names a year behind the one it sums up, and no part of that year gone by."""
    named = year_of_heading(heading)
    return named is not None and named > summed_up and not _LOOKS_BACK.search(heading)


def _heads_part(heading: str, own: Stance | None, section: Section, paper: _Paper) -> bool:
    """Whether a top section of an open paper says what the ones behind it are, though these are of its level."""
    if own not in _PARTS:
        return False
    looks_ahead = own is Stance.AHEAD and (paper.summary or paper.genre is Genre.REPORT)
    return not section.label or (looks_ahead and _OUTLOOK.search(heading) is not None)


def _settled(own: Stance | None, above: Stance, title: str) -> Stance:
    """The stance of a section from its heading's and the one above."""
    if own is None or (above is Stance.NONE and own not in _IN_BACKGROUND):
        return above
    if own is Stance.AHEAD and above is Stance.DONE:
        return above
    if own is Stance.DONE and above is Stance.AHEAD and not _LOOKS_BACK.search(title) and len(title) > 12:
        return above
    if own is Stance.DONE and above in _AIMS and not _ACCOUNT_OF.search(title):
        return above  # ——…成效显著 under 发展目标
    if above is Stance.MIXED and title.startswith("坚持"):
        return Stance.NONE
    return own


def _looking_back(found: dict[str | None, Stance]) -> dict[str | None, Stance]:
    """The stances of a summary: what is open before its first section of tasks has been done."""
    tasks = next((at for at, stance in enumerate(found.values()) if stance in _STILL_TO_COME), len(found))
    return {
        eid: Stance.DONE if stance is Stance.OPEN and at < tasks else stance
        for at, (eid, stance) in enumerate(found.items())
    }
