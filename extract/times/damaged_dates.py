"""Dates that lost something and can still be read in one way only."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus import PartialDate, Span
from extract.reading import Reading
from extract.times.calendar_words import partial

_SLIPPED_MONTH = re.compile(r"((?:19|20)\d\d)年月(\d{1,2})日(\d{1,2})日")
_DATE_WITHOUT_MARKS = re.compile(r"^[ \t]*(?P<digits>20\d{4,6})[ \t]*$", re.MULTILINE)


def damaged_dates(reading: Reading) -> Iterator[tuple[Span, PartialDate, tuple[str, ...]]]:
    """Place and day of each, with the reasons why it can be no other.

    A month may have slipped behind its 月 (2022年月5日1日); lines of bare digits are the 成文 date with its marks lost
    where the metadata agrees.
    """
    text = reading.folded
    for match in _SLIPPED_MONTH.finditer(text):
        date = partial(*(int(part) for part in match.groups()))
        if date:
            yield Span(*match.span()), date, ("month_slipped",)
    for match in _DATE_WITHOUT_MARKS.finditer(text):
        for date in (reading.metadata.written_on, reading.metadata.published_on):
            if date and match["digits"] in {f"{date.year}{date.month}{date.day}", str(date).replace("-", "")}:
                yield Span(*match.span("digits")), date, ("marks_lost", "metadata_agrees")
                break
