"""Sentences that say who carries out what was listed before them: 上述项目由市水务局牵头,各区县负责."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from corpus import Span
from extract.outline.points import ITEM
from extract.reading import Reading

_CHARGES = r"[^,。;\n]{0,6}由(?P<who>[^。\n]{2,160}?(?:牵头|负责|统筹|落实|承担|组织|实施)[^。\n]{0,60})"
_OF_ALL = re.compile(
    r"(?:上述|以上|前述)(?:各|几|[一二三四五六七八九十]|\d{1,2})?[项个]?(?:重点)?(?:项目|任务|工作|措施|事项|举措|目标)"
    + _CHARGES
)
_OF_ONE = re.compile(r"(?:(?<=[。;\n])|^)(?:此|该|这)项(?:工作|任务|项目|事项|措施)" + _CHARGES)
_MOST = 20
"""Paragraphs of a list that one sentence behind it is about."""


def find_handed_back(reading: Reading) -> Iterator[tuple[Span, Span]]:
    """What was listed or told before such a sentence, up to its end, and the words that name who carries it out.

    The one behind a list (上述项目) is about all its items in the section, the one on a single matter (此项工作) about
    its paragraph up to there. They come by their places.
    """
    text, clauses = reading.folded, reading.outline.clauses
    starts = [clause.span.start for clause in clauses]
    for match in sorted((*_OF_ALL.finditer(text), *_OF_ONE.finditer(text)), key=re.Match.start):
        at = bisect_right(starts, match.start()) - 1
        if at < 0:
            continue
        first = at
        if match.re is _OF_ALL:
            while first and at - first < _MOST and _is_item(reading, first - 1, clauses[at].section):
                first -= 1
        yield Span(clauses[first].span.start, match.end()), Span(*match.span("who"))


def _is_item(reading: Reading, at: int, section: str | None) -> bool:
    """Whether the paragraph `at` is an item of a list in a section."""
    clause = reading.outline.clauses[at]
    if clause.section != section:
        return False
    return (
        reading.folded.startswith("--", clause.span.start) or ITEM.match(reading.folded, clause.span.start) is not None
    )
