"""Where the line ends of a text stood that was flattened to one line, as crawlers store it: at blanks between words.

A blank is no line end inside of brackets and titles, beside letters and digits (5 个工作日), or behind an item's own
mark (一、 加强供水). Texts that are blank by habit, and tables, are told by where most of their blanks stand.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from corpus import Span
from extract.layout.numbering import read_label
from extract.patterns import BODIES_BEFORE, BODY_ENDS, HAN, SHORT_DAY

_BLANK = re.compile(r"[ \t]+")
_MARK = re.compile(r"[()\[\]《》〈〉「」〔〕]|[ \t]+")
_PAIR = re.compile(r'"[^"]*"')
_FEW_WORDS = re.compile(r'"[^\s。!?;:…]{2,20}(?: [^\s。!?;:…]{2,20}){1,2}"')
"""A few words in marks of quotation, with no blank beside either inside of them."""
_OPENING, _CLOSE = "([《〈「〔", ")]》〉」〕"
_ENDING = frozenset('。!?;:.…"')
"""Marks that a line ends with."""
_GOES_ON = frozenset("、,(《[「〔-—·")
_DAY = re.compile(rf"(?:19|20)\d\d[ ]?年|{SHORT_DAY}[,(上下晚召举在从]")
"""A date, or the day of a news text, with which a line begins: 2月13日,县政府…."""
_WITHIN_SENTENCE = re.compile(r"(?:[于至到自从在由]|[我本全][省市县区州])\Z")
"""Behind these words the blank before a date is none of a line end: 早于 2031年3月31日."""
_JOINT_NUMBER = re.compile(rf"{BODIES_BEFORE}[{HAN}]{{2,14}}(?:公告|通告|令)(?:(?:19|20)\d\d年)?第\d{{1,4}}号")
"""The number of an announcement of several bodies, from the second on."""
_SPACE = frozenset(" \t\n")
_LABEL = 12
"""Characters that an item's mark and the blank behind it have at most."""
_PLAIN = 0.3
"""Of the blanks of a flattened text, so many stand behind a closing mark or before an item at least."""
_HEADLINES = 4
"""Blanks behind no mark and before no item: so many at most has a text where only headlines end at blanks."""
_INDENT = 2
"""Characters of a blank that was the indent of a paragraph."""
_HEADING = 44
"""Characters between two such blanks that hold a heading alone."""
_HALF = re.compile(rf'(?:["、]?[{HAN}]){{4,20}}"?')
"""Half of a heading: 政策措施密集出台 细化落实有条不紊."""
_INDENTS, _CLOSED = 4, 0.6
"""So many such blanks has a text that keeps them, and so much of them stands behind a closing mark."""
_SHORTEST = 2
"""Characters of a line: 目 录 and the name of a person are none."""


def lost_line_ends(folded: str, span: Span) -> tuple[tuple[int, int], ...]:
    """The blanks of `folded` in `span` that were line ends, as pairs of offsets; none where they are seldom that."""
    blanks = [blank.span() for blank in _BLANK.finditer(folded, span.start + 1, span.end - 1)]
    inside = _bracketed(folded, span) | _quoted(folded, span)
    wide = _indents(folded, blanks)
    starts = sorted(start for start, _ in wide)
    between = [
        one
        for one in blanks
        if one[0] not in inside
        and (one in wide or (_parts_words(folded, *one) and not _is_inside_heading(folded, one[0], starts)))
    ]
    plain = [one for one in between if folded[one[0] - 1] in _ENDING or _starts_item(folded, one[1], span.end)]
    if len(plain) < _PLAIN * len(between):
        between = _headlines(folded, span, between) if len(between) - len(plain) <= _HEADLINES else []
    ends = [(span.start, span.start), *between, (span.end, span.end)]
    return tuple(
        here
        for (_, before), here, (after, _) in zip(ends, between, ends[2:], strict=False)
        if min(here[0] - before, after - here[1]) >= _SHORTEST and not _is_label(folded[before : here[1]])
    )


def _indents(folded: str, blanks: Sequence[tuple[int, int]]) -> frozenset[tuple[int, int]]:
    """The wide blanks, where a text keeps with them how its paragraphs were indented; none where it does not."""
    wide = [blank for blank in blanks if blank[1] - blank[0] >= _INDENT]
    closed = sum(folded[start - 1] in _ENDING for start, _ in wide)
    return frozenset(wide) if len(wide) >= _INDENTS and closed >= _CLOSED * len(wide) else frozenset()


def _is_inside_heading(folded: str, start: int, wide: Sequence[int]) -> bool:
    """Whether a blank parts a heading of two halves, which stands as a paragraph of its own between `wide` blanks."""
    before = bisect_right(wide, start) - 1
    if before < 0 or before + 1 == len(wide) or wide[before + 1] - wide[before] > _HEADING:
        return False
    halves = folded[wide[before] : wide[before + 1]].split()
    return len(halves) == 2 and all(_HALF.fullmatch(half) for half in halves) and folded[start - 1] not in BODY_ENDS


def _headlines(folded: str, span: Span, between: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The blanks before the first sentence ends, in a text that has hardly others: its headlines end there."""
    stop = folded.find("。", span.start, span.end)
    return [blank for blank in between if blank[1] < stop]


def _parts_words(folded: str, start: int, end: int) -> bool:
    """Whether neither side of a blank goes on over it."""
    last, following = folded[start - 1], folded[end]
    if last in _GOES_ON or following in ",。;:、)》":
        return False
    if folded.startswith(":", end + 1) and folded[max(0, start - 2)] in _SPACE:
        return False  # the two characters of a label, set apart: 名  称:
    if last in BODY_ENDS and _JOINT_NUMBER.match(folded, end):
        return False  # 财政部 税务总局公告2031年第8号
    if following.isascii() and following.isalnum():
        if last in _ENDING or _starts_item(folded, end, len(folded)):
            return True
        return _DAY.match(folded, end) is not None and _WITHIN_SENTENCE.search(folded, max(0, start - 2), start) is None
    return not (last.isascii() and last.isalnum())


def _starts_item(folded: str, at: int, end: int) -> bool:
    return read_label(folded[at : min(end, at + 40)]) is not None


def _is_label(words: str) -> bool:
    """Whether words and the blank behind them are an item's mark alone."""
    label = read_label(words) if len(words) <= _LABEL else None
    return label is not None and label.end == len(words)


def _quoted(folded: str, span: Span) -> frozenset[int]:
    """Offsets of blanks inside of a few words that are quoted: 以"供水为民 节水有我"为主题."""
    pairs = (match.span() for match in _PAIR.finditer(folded, span.start, span.end))
    quoted = (pair for pair in pairs if _FEW_WORDS.fullmatch(folded, *pair))
    return frozenset(blank.start() for start, end in quoted for blank in _BLANK.finditer(folded, start, end))


def _bracketed(folded: str, span: Span) -> frozenset[int]:
    """Offsets of blanks inside of brackets; one that is never closed holds no more than its sentence."""
    inside: list[int] = []
    depth = 0
    held: list[int] = []
    for mark in _MARK.finditer(folded, span.start, span.end):
        found = mark.group()
        if found in _OPENING:
            depth += 1
        elif found in _CLOSE:
            depth = max(0, depth - 1)
            if not depth:
                inside.extend(held)
                held.clear()
        elif folded[mark.start() - 1] in _ENDING:
            depth = 0
            held.clear()
        elif depth:
            held.append(mark.start())
    return frozenset(inside)
