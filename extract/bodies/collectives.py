"""Words for classes of bodies: rows of the table `collectives`, and those that a text names by their task."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from extract.bodies.class_names import find_unnamed, task_start, widened
from extract.bodies.names import Body
from extract.bodies.places import place_before
from extract.lexicon import rows
from extract.scanning.first_characters import first_pairs
from extract.scanning.pattern_tree import ANY
from extract.scanning.scan import openings

COLLECTIVE, AREA, MARKET, GROUP = "collective", "area", "market", "group"
"""Kinds of names beside those of `bodies.tsv`."""
URGED = "urged"
"""Kind of the rows that only a verb of urging leads to."""

_GENERAL = ("各", "有关", "相关", "省", "市", "县", "区", "州", "全", "你", "国务院", "中央")
"""Starts of classes that no task tells: 有关部门."""
_OFFICES = ("部门", "机关", "部门和单位")
"""Ends of classes that the words of their task stand before."""
_LEVELS = "省市县区州旗"
"""The first character of a class that may be the last one of a place: 昆明|市有关部门."""
_COUNTED = r"(?=\d{0,2}个)"
"""What is behind the first digit of a row that starts with a number."""


@dataclass(frozen=True, slots=True)
class _Rows:
    """Rows of `collectives` as one pattern.

    Attributes:
        pattern: one group for each row.
        meanings: kind and one form of each group.
    """

    pattern: re.Pattern[str]
    meanings: tuple[tuple[str, str], ...]


@cache
def _collective_patterns() -> tuple[re.Pattern[str], dict[str, _Rows]]:
    """Where a row of `collectives` can start; by the two characters there, or the first of them, the rows that can."""
    table = [row for row in rows("collectives") if row[1] != URGED]
    rows_of: defaultdict[str, set[int]] = defaultdict(set)
    for at, (pattern, *_) in enumerate(table):
        for pair in first_pairs(pattern):
            rows_of[pair].add(at)
    chosen = {pair: tuple(sorted(found | rows_of.get(pair[0] + ANY, set()))) for pair, found in rows_of.items()}
    compiled = {
        places: _Rows(
            re.compile("|".join(f"({table[at][0]})" for at in places)),
            tuple((table[at][1], table[at][2]) for at in places),
        )
        for places in set(chosen.values())
    }
    starts = [
        openings(pair for pair in rows_of if not pair[0].isdigit()),
        *(f"{digit}{_COUNTED}" for digit in "0123456789"),
    ]
    return re.compile("|".join(starts)), {pair.rstrip(ANY): compiled[places] for pair, places in chosen.items()}


def find_collectives(text: str) -> Iterator[Body]:
    """Classes of bodies in `text` (folded): those of the rows, 各有关部门, and those named by a task, 数据使用部门."""
    starts, patterns = _collective_patterns()
    reached = 0
    for opening in starts.finditer(text):
        start = opening.start()
        if start >= reached:
            some = patterns.get(text[start : start + 2]) or patterns[text[start]]
            if match := some.pattern.match(text, start):
                reached = match.end()
                yield _collective(text, match, *some.meanings[(match.lastindex or 1) - 1])
    for start, end, is_group in find_unnamed(text):
        yield Body(start, end, "", text[start:end], GROUP if is_group else COLLECTIVE)


def _collective(text: str, match: re.Match[str], kind: str, same: str) -> Body:
    """The class that a row found, with the words on its left that belong to it."""
    start = match.start()
    if kind != MARKET and match.group().endswith(_OFFICES):
        start = widened(text, start if match.group().startswith(_GENERAL) else task_start(text, start, match.end()))
    told = kind == "class" or (kind == AREA and match.start() - start > 1)
    if text[start] in _LEVELS:
        start = min(start, place_before(text, start + 1))
    name = text[start : match.end()]
    return Body(start, match.end(), "", same or _of_level(name), COLLECTIVE if told else kind)


_LEVELLED = re.compile(
    r"(?P<level>自治区|[省市县区州])(?:直|级|直机关)?各?(?:有关|相关)(?:部门|单位)(?:\(单位\)|和单位|、单位)?"
)
"""The offices concerned of one level, however they are called: 省直有关部门, 省级相关部门(单位)."""


def _of_level(name: str) -> str:
    """One form for the offices concerned of a level; any other name as it is."""
    match = _LEVELLED.fullmatch(name)
    return f"{match['level']}有关部门" if match else name
