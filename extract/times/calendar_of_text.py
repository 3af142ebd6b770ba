"""The calendar that dates of a text without a year are read by."""

from __future__ import annotations

from dataclasses import dataclass

from corpus import PartialDate


@dataclass(frozen=True, slots=True)
class Calendar:
    """What dates without a year are read from.

    Attributes:
        as_of: the document's own date.
        current: the year that 今年 and 全年 mean here, where a heading says so.
        year: the year last named in the same paragraph.
        today: the year in which a report without a date was given: the last one that its headings name.
        later: it calls the year before 去年, so 今年 is that last year and not the year of the section.
    """

    as_of: PartialDate | None = None
    current: int | None = None
    year: int | None = None
    today: int | None = None
    later: bool = False

    @property
    def base(self) -> PartialDate | None:
        """The date that relative years count from."""
        if self.as_of is not None:
            return self.as_of
        year = self.today if self.later or self.current is None else self.current
        return PartialDate(year) if year is not None else None

    @property
    def this_year(self) -> PartialDate | None:
        """The year that 今年 and 全年 mean."""
        if self.current is not None and not self.later:
            return PartialDate(self.current)
        return self.base

    @property
    def past_year(self) -> int | None:
        """The year under review: that of the section, or the one before the report."""
        if self.current is not None and (self.today is None or self.current < self.today):
            return self.current
        year = self.today or (self.as_of.year if self.as_of else None)
        return year - 1 if year is not None else None
