"""Which years and which tense the chapters of a report speak of: 2029年工作回顾, 下一步打算."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus import Genre
from extract.lexicon import pattern_of
from extract.matching import fold
from extract.reading import Reading
from extract.times.reported_years import REVIEW, ReportedYear
from extract.times.summaries import year_of_summary

_PAST_HEADING, _FUTURE_HEADING = (pattern_of("indicator_cues", column) for column in ("past_heading", "future_heading"))
_REACHED = re.compile(
    r"(?<!确保)(?<!力争)(?:超额|圆满|提前|顺利)*(?:完成|达到|达成)(?:了)?[^,。;]{0,12}?(?:目标任务|目标|任务|计划)(?!情况)"
)


def tense_of(heading: str) -> str:
    """`past` or `future` by the words of a heading; empty where they tell neither or both.

    Aims that a heading says are reached (项目完成全年目标) are none to come.
    """
    heading = _REACHED.sub("", heading)
    past, future = _PAST_HEADING.search(heading), _FUTURE_HEADING.search(heading)
    if past and future:
        return ""
    return "future" if future else "past" if past else ""


def summed_up(reading: Reading) -> int | None:
    """The one year that a summary without a date accounts for by its title."""
    title = fold(reading.metadata.title or "")
    return year_of_summary(title) if reading.as_of is None else None


def first_tasks(reading: Reading) -> int:
    """Where the first section of tasks begins; the end of the text where there is none."""
    return next(
        (
            section.span.start
            for section in reading.outline.sections
            if tense_of(section.heading.of(reading.folded)) == "future"
        ),
        len(reading.folded),
    )


def year_reviewed(reading: Reading, reported: Sequence[ReportedYear]) -> tuple[int, int | None]:
    """Up to where a report looks back, and on which year: all before the first chapter named after its tasks' year.

    Reports on several years (过去五年, 本届政府) are left out.
    """
    if reported and reported[0].heading == REVIEW:
        return first_tasks(reading), reported[0].year
    if reading.metadata.genre is not Genre.REPORT or not reported or tense_of(reported[0].heading) != "future":
        return 0, None
    start = min(reported[0].start, first_tasks(reading))
    several = any(
        _SEVERAL_YEARS.search(section.heading.of(reading.folded))
        for section in reading.outline.sections
        if section.span.start < start
    )
    return (0, None) if several else (start, reported[0].year - 1)


_SEVERAL_YEARS = re.compile("[三四五]年|本届|上届|时期|以来")
