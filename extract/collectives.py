"""Words for classes of bodies: rows of the table `collectives`, and those that a text names by their task."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache

from extract.bodies import Body
from extract.class_names import task_start, unnamed_groups, unnamed_offices, widened
from extract.first_characters import ANY, first_pairs
from extract.lexicon import rows

COLLECTIVE, AREA, MARKET, GROUP = "collective", "area", "market", "group"
"""Kinds of names beside those of `bodies.tsv`."""
URGED = "urged"
"""Kind of the rows that only a verb of urging leads to."""

_GENERAL = ("各", "有关", "相关", "省", "市", "县", "区", "州", "国务院", "中央")
"""Starts of classes that no task tells: 有关部门."""


@cache
def _collective_patterns() -> tuple[re.Pattern[str], dict[str, tuple[re.Pattern[str], tuple[tuple[str, str], ...]]]]:
    """Where a row of `collectives` can start; by that character the rows that can, kind and meaning of each group."""
    table = [row for row in rows("collectives") if row[1] != URGED]
    rows_of: defaultdict[str, list[int]] = defaultdict(list)
    pairs: set[str] = set()
    for at, (pattern, *_) in enumerate(table):
        pairs |= (opening := first_pairs(pattern))
        for first in {pair[0] for pair in opening}:
            rows_of[first].append(at)
    patterns = {
        first: (
            re.compile("|".join(f"({table[at][0]})" for at in places)),
            tuple((table[at][1], table[at][2]) for at in places),
        )
        for first, places in rows_of.items()
    }
    return re.compile(_any_pair(pairs)), patterns


def _any_pair(pairs: Iterable[str]) -> str:
    """A pattern of the first characters of pairs, each with one of its second ones behind it."""
    seconds: defaultdict[str, set[str]] = defaultdict(set)
    for first, second in pairs:
        seconds[first].add(second)
    firsts: defaultdict[str, list[str]] = defaultdict(list)
    for first, behind in seconds.items():
        look = "" if ANY in behind else f"(?=[{''.join(map(re.escape, sorted(behind)))}])"
        firsts[look].append(re.escape(first))
    return "|".join(f"{first}{look}" for look, some in firsts.items() for first in some)


def find_collectives(text: str) -> Iterator[Body]:
    """Classes of bodies in `text` (folded): those of the rows, 各有关部门, and those named by a task, 数据使用部门."""
    starts, patterns = _collective_patterns()
    reached = 0
    for first in starts.finditer(text):
        pattern, meanings = patterns[first.group()]
        match = pattern.match(text, first.start()) if first.start() >= reached else None
        if match is not None:
            reached = match.end()
            yield _collective(text, match, *meanings[(match.lastindex or 1) - 1])
    for start, end in unnamed_offices(text):
        yield Body(start, end, "", text[start:end], COLLECTIVE)
    for start, end in unnamed_groups(text):
        yield Body(start, end, "", text[start:end], GROUP)


def _collective(text: str, match: re.Match[str], kind: str, same: str) -> Body:
    """The class that a row found, with the words on its left that belong to it."""
    start = match.start()
    if kind != MARKET and match.group().endswith(("部门", "机关")):
        start = widened(text, start if match.group().startswith(_GENERAL) else task_start(text, start, match.end()))
    told = kind == "class" or (kind == AREA and match.start() - start > 1)
    return Body(start, match.end(), "", same or text[start : match.end()], COLLECTIVE if told else kind)
