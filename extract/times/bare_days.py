"""Days named without their month: 截至26日, 较25日, 3月5日、6日.

Such a day lies in the month last named; where none is, it is the last such day up to that of the document,
as it is where what is told as of that day would lie ahead.
"""

from __future__ import annotations

import re

from corpus import PartialDate, Span
from extract.times.calendar_words import months_on, partial
from extract.times.phrases import Phrase, to_its_hour

_DAY = re.compile(r"(?P<day>[12]\d|3[01]|[1-9])日(?![间均内常起前后期元本夜]|晚(?!上?[\d])|报(?!告|道))")
_NOT_BEFORE = re.compile(r"(?:[\d年月第每/.~-]|(?<!截)至|到|(?<!日)、|[上中下]旬)[ ]?$")
_AS_OF = re.compile(r"截[至止]$")


def read_bare_day(text: str, at: int, month: PartialDate | None, as_of: PartialDate | None) -> Phrase | None:
    """The day whose digits start at `at` of folded `text`; None where they are no day by itself.

    Args:
        text: the folded text.
        at: offset of the digits.
        month: the month last named, with its year.
        as_of: the document's own date.
    """
    match = _DAY.match(text, at)
    if match is None or _NOT_BEFORE.search(text, max(0, at - 3), at):
        return None
    before = _AS_OF.search(text, max(0, at - 2), at)
    when = _resolved(int(match["day"]), month, as_of)
    if before and when and as_of and as_of.day and when.first_day > as_of.first_day:
        when = _resolved(int(match["day"]), None, as_of)
    span = Span(before.start() if before else at, to_its_hour(text, match.end()))
    return Phrase(span, when, when, before="as_of" if before else "", inferred=True)


def _resolved(day: int, month: PartialDate | None, as_of: PartialDate | None) -> PartialDate | None:
    """The date of a day of the month named, else of that of the document or the one before."""
    if month is not None:
        return partial(month.year, month.month, day)
    if as_of is None or as_of.month is None or as_of.day is None:
        return None
    known = as_of if day <= as_of.day else months_on(as_of.year, as_of.month, -1)
    return partial(known.year, known.month, day)
