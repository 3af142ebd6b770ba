"""A whole date in any of the forms of heads, feet and metadata blocks, read as a `PartialDate`."""

from __future__ import annotations

import re

from corpus import PartialDate
from extract.numbers.numerals import parse_number
from extract.patterns import DAY, MONTH

_DAY = re.compile(DAY, re.VERBOSE)
_MONTH = re.compile(MONTH, re.VERBOSE)
_COMPACT = re.compile(r"(?P<year>(?:19|20)\d\d)(?P<rest>\d{2,4})")
_MONTHS = 12
_DIGITS = str.maketrans("〇零○◯O一二三四五六七八九", "00000123456789", " ")


def read_day(folded: str) -> PartialDate | None:
    """The date that folded words begin with, to the day; None if they begin with none, or with one that cannot be."""
    match = _DAY.match(folded)
    return day_of(match) if match else None


def day_of(match: re.Match[str]) -> PartialDate | None:
    """The date that a match of `patterns.DAY` says; None if there is no such day."""
    try:
        if match["year"]:
            return PartialDate(int(match["year"]), int(match["month"]), int(match["day"]))
        year = int(match["year_han"].translate(_DIGITS))
        return PartialDate(
            year, _count(match["month_han"].replace("元", "一").replace("正", "一")), _count(match["day_han"])
        )
    except ValueError:
        return None


def read_compact(folded: str) -> PartialDate | None:
    """The day that digits without marks are and nothing else (2031726); None unless they can be read in one way only.

    2031111 may be 11 January and 1 November, 203111 may be November: neither is read.
    """
    match = _COMPACT.fullmatch(folded)
    if match is None:
        return None
    digits = match["rest"]
    splits = (2,) if len(digits) == len("0726") else range(1, len(digits))
    found = [day for at in splits if (day := _of_numbers(match["year"], digits[:at], digits[at:])) is not None]
    is_month = len(digits) == len("11") and 1 <= int(digits) <= _MONTHS
    return found[0] if len(found) == 1 and not is_month else None


def _of_numbers(year: str, month: str, day: str) -> PartialDate | None:
    """The day that three numbers say, written without leading zeros if the year has less than four digits behind it."""
    padded = len(month) + len(day) == len("0726")
    if not padded and (month[0] == "0" or day[0] == "0"):
        return None
    try:
        return PartialDate(int(year), int(month), int(day))
    except ValueError:
        return None


def read_month(folded: str) -> PartialDate | None:
    """The month or year that folded words are and nothing else; None if they are none."""
    match = _MONTH.fullmatch(folded)
    if match is None:
        return None
    if match["month_year"]:
        return PartialDate(int(match["month_year"]), int(match["year_month"]) if match["year_month"] else None)
    month = _count(match["year_month_han"]) if match["year_month_han"] else None
    return PartialDate(int(match["month_year_han"].translate(_DIGITS)), month)


def _count(words: str) -> int:
    """What 十二, 初五 or 廿三 says; 0, which is no day, for anything else."""
    number = parse_number(words.replace(" ", "").removeprefix("初").replace("廿", "二十"))
    return int(number) if number is not None else 0
