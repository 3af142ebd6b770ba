"""Words of time in a query, read as years that documents may be narrowed to; pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

_NUMERALS = {"一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "十": 10}
_RELATIVE = {"今年": 0, "本年": 0, "去年": -1, "上年": -1, "前年": -2}

_WORDS = re.compile(
    r"""
    (?P<first>(?:19|20)\d{2})年?\s?[-—–~～至到]{1,2}\s?(?P<last>(?:19|20)\d{2})年?    # 2021-2025年
    | (?P<since>(?:19|20)\d{2})年?(?:以来|以后|之后|起|至今)                          # 2022年以来
    | (?P<before>(?:19|20)\d{2})年?(?:及?以前|之前)                                   # 2020年以前
    | (?P<year>(?:19|20)\d{2})年                                                       # 2022年
    | (?P<relative>今年|本年|去年|上年|前年)
    | 近(?P<recent>[一二两三四五六十]|\d{1,2})年(?:来)?                                # 近三年
    | [“"]?十(?P<plan>[一二三四五])五[”"]?(?:时期|期间|以来)                           # “十四五”期间
    """,
    re.VERBOSE,
)
_FIRST_OF_PLANS = 2001
"""Year in which 十五 began; 十一五 and those after it each five years later."""


@dataclass(frozen=True, slots=True)
class YearsAsked:
    """Years that a query speaks of.

    Attributes:
        words: as written.
        rest: the query without them.
        first, last: both ends included; None where it is open.
    """

    words: str
    rest: str
    first: int | None
    last: int | None

    @property
    def text(self) -> str:
        """The years as a condition reads: 2022年, 2022年及以后, 2020年及以前, 2021至2025年."""
        if self.first == self.last:
            return f"{self.first}年"
        if self.last is None:
            return f"{self.first}年及以后"
        return f"{self.last}年及以前" if self.first is None else f"{self.first}至{self.last}年"


def years_asked(query: str, today: date) -> YearsAsked | None:
    """The years that the first word of time in a query means; None where there is none, or they make no sense."""
    match = _WORDS.search(query)
    if match is None:
        return None
    first, last = _years(match, today.year)
    if first is not None and last is not None and first > last:
        return None
    rest = " ".join((query[: match.start()] + " " + query[match.end() :]).split()).removeprefix("的")
    return YearsAsked(match[0], rest or query, first, last)


def _years(match: re.Match[str], now: int) -> tuple[int | None, int | None]:
    found = match.groupdict()
    if found["first"]:
        return int(found["first"]), int(found["last"])
    if found["since"]:
        return int(found["since"]), None
    if found["before"]:
        return None, int(found["before"])
    if found["relative"]:
        return (now + _RELATIVE[found["relative"]],) * 2
    if found["recent"]:
        count = _NUMERALS.get(found["recent"]) or int(found["recent"])
        return now - count + 1, now
    if found["plan"]:
        begin = _FIRST_OF_PLANS + 5 * _NUMERALS[found["plan"]]
        return begin, begin + 4
    return (int(found["year"]),) * 2
