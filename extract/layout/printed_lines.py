"""The printed lines of a page, put together to the paragraphs that they were wrapped from.

A reader gives blocks; a file of plain text gives a block a line, and its lines may be the printed lines of a page.
Whether they are is told by geometry: printed lines are nearly all of one width, and few of them end in a closing mark.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from corpus import BlockKind, Document
from extract.layout.genre import title_word
from extract.layout.headed_grid import LONGEST_LINE, PLAIN, Lines
from extract.layout.headed_rows import find_headed_tables
from extract.layout.numbering import read_label
from extract.layout.row_cells import is_row

_CLOSING = '。!?;:.…"'
"""Folded marks that a paragraph may end with and a printed line seldom does."""
_LINE = re.compile(r"[^\n]+")
_BARE_NUMBER = re.compile(r"\d{1,4}")
_MIN_LINES = 8
_WIDTHS = range(18, 64)
_INDENT = 2.0
_GAP = 8.0
_HEAD_LENGTH, _TITLE_LENGTH = 600, 120
_SIGNED_LINE = re.compile(r"[^\n。]{0,80}签[ ]?发[ ]?人[ ]*:[^\n]{0,20}")
"""The line of a letter sent upwards: 某编办函〔2022〕33号 or 分类:B, and far behind it 签发人:某某."""
_REMARK = 200
_RESPONSIBLE = tuple(f"{word})" for word in ("负责", "牵头", "参与", "参加", "配合", "落实", "承办", "协办"))
"""How a bracket ends that names the bodies at the end of a paragraph."""
_OPENS = ("附件", "答:", "问:")
"""How a line begins that never goes on from the one before."""
_CAPTION = re.compile(r"[^,。;:、]{2,12}:")
_SLACK = 2.6
"""How much narrower than the others a full line may be: a mark may not open a line, so the one before it goes along."""


class Line(NamedTuple):
    """A printed line: its place, its width in full-width characters, its block, and whether it is set in."""

    start: int
    end: int
    width: float
    block: int
    indented: bool


def find_lines(document: Document, folded: str) -> Iterator[Line]:
    """The lines with words of all blocks but furniture; a table with words is one line."""
    for number, block in enumerate(document.blocks):
        if block.kind is BlockKind.FURNITURE:
            continue
        if block.table is not None:
            span = block.span.strip(folded)
            if len(span) > 0:
                yield Line(span.start, span.end, 0.0, number, indented=True)
            continue
        for match in _LINE.finditer(folded, block.span.start, block.span.end):
            words_ = match.group()
            start = match.start() + len(words_) - len(words_.lstrip())
            end = match.start() + len(words_.rstrip())
            if end > start:
                yield Line(start, end, _width(document.text[start:end]), number, indented=start - match.start() >= 2)


def _width(words_: str) -> float:
    """Width in full-width characters; one of ASCII is half as wide."""
    return (len(words_) + (len(words_.encode("utf-8", "replace")) - len(words_)) / 2) / 2


def put_together(document: Document, folded: str, lines: Sequence[Line]) -> Iterator[list[Line]]:
    """The lines of each paragraph: each line by itself, unless they are the printed lines of a page.

    The rows of a table stand each by itself; their widths tell nothing of the page.
    """
    rows = _rows(document, folded, lines)
    widths = _full_widths(folded, lines, rows)
    if widths is None:
        return ([line] for line in lines)
    printed = [
        (line, width)
        for line, width in zip(lines, widths, strict=True)
        if not _BARE_NUMBER.fullmatch(folded, line.start, line.end)
    ]
    return _join(folded, printed, document, frozenset(lines[at].start for at in rows))


def _rows(document: Document, folded: str, lines: Sequence[Line]) -> frozenset[int]:
    """The lines that are rows of a table: by themselves, or below a line of heads."""
    texts = [folded[one.start : one.end] if document.blocks[one.block].kind in PLAIN else "" for one in lines]
    found = {at for at, text in enumerate(texts) if text and is_row(text)}
    short = [text if len(text) <= LONGEST_LINE else "" for text in texts]
    for table in find_headed_tables(Lines(short, [one.start for one in lines])):
        found.update(range(table.first, table.stop))
    return frozenset(found)


def _full_widths(folded: str, lines: Sequence[Line], rows: frozenset[int]) -> list[float] | None:
    """For each line the width that lines around it were wrapped at; None if they are not printed lines.

    A page may have a second width, where boxes are set in smaller type.
    """
    long = [
        line
        for at, line in enumerate(lines)
        if line.width >= 12 and at not in rows and "...." not in folded[line.start : line.end]
    ]
    if len(long) < _MIN_LINES:
        return None
    main = _mode(long, _WIDTHS)
    second = _mode([line for line in long if line.width > main + _SLACK], range(int(main) + 4, 90))
    full = [line for line in long if any(abs(line.width - width) <= _SLACK for width in (main, second))]
    wider = sum(line.width > max(main, second) + _SLACK for line in long)
    open_ended = sum(folded[line.end - 1] not in _CLOSING for line in full)
    if len(full) < 0.45 * len(long) or wider > 0.04 * len(long) or open_ended < 0.6 * len(full):
        return None
    wide = [line.width > main + _SLACK and at not in rows for at, line in enumerate(lines)]
    around = [any(wide[max(0, at - 1) : at + 2]) for at in range(len(lines))]
    return [second if near else main for near in around]


def _mode(lines: list[Line], widths: range) -> float:
    """The commonest width; 0 where there is no line."""
    counts = Counter(round(line.width) for line in lines)
    if not counts:
        return 0.0
    return float(max(widths, key=lambda at: counts[at] + 0.9 * counts[at - 1] + 0.5 * counts[at + 1]))


def _join(
    folded: str, printed: list[tuple[Line, float]], document: Document, rows: frozenset[int]
) -> Iterator[list[Line]]:
    """Printed lines, each with the full width of its place, grouped to paragraphs; `rows` are where rows begin."""
    lines = [line for line, _ in printed]
    grouped = any(a.block == b.block for a, b in pairwise(lines))
    indents = 0.03 * len(lines) < sum(line.indented for line in lines) < 0.7 * len(lines)
    group: list[Line] = []
    full = 0.0
    for line, width in printed:
        apart = not group or (grouped and group[-1].block != line.block) or (indents and line.indented)
        full -= _room(folded, group)
        apart = apart or line.start in rows or group[-1].start in rows
        if group and not apart:
            headed = not indents and len(group) == 1 and _is_under_heading(folded, group[0], line, width)
            apart = headed or (line.start < _HEAD_LENGTH and _ends_head(folded, group, line))
        if group and (apart or not _continues(folded, group[-1], line, full, width, document, indents=indents)):
            yield group
            group = []
        group.append(line)
        full = width
    if group:
        yield group


def _room(folded: str, group: list[Line]) -> float:
    """How much narrower than a full line the last of `group` may be.

    A first line is set in; in the middle of a sentence only a word that may not be broken (18.4万亩) leaves a gap.
    """
    if len(group) == 1:
        return 0.0 if group[0].indented and _is_closed(folded, group[0]) else _INDENT
    return _GAP if group and not _is_closed(folded, group[-1]) else 0.0


def _is_closed(folded: str, line: Line) -> bool:
    """Whether a line ends as paragraphs do: with a closing mark, or with a bracket behind one."""
    if folded[line.end - 1] != ")":
        return folded[line.end - 1] in _CLOSING
    opened = folded.rfind("(", max(1, line.end - _REMARK), line.end)
    remark = opened > 0 and folded[opened - 1] in _CLOSING
    return remark or folded.endswith(_RESPONSIBLE, line.start, line.end)


def _continues(
    folded: str, last: Line, line: Line, full: float, width: float, document: Document, *, indents: bool
) -> bool:
    """Whether `line` goes on with the paragraph of `last`, which is a full line if it is as wide as `full`."""
    if any(document.blocks[one.block].kind not in PLAIN for one in (last, line)):
        return False
    words_ = folded[line.start : line.end]
    if last.width < full - _SLACK or read_label(words_) is not None or words_.startswith(_OPENS):
        return False
    mark = folded[last.end - 1]
    if not _is_closed(folded, last) or mark in ":;":
        return mark != ":"
    if _CAPTION.match(words_):
        return False
    return indents or not _is_first(folded, line, width)


def _is_first(folded: str, line: Line, width: float) -> bool:
    """Whether a line is as narrow as the first of a paragraph whose blanks were lost: by two characters.

    It is narrower by one more where a mark took a word along to the next line.
    """
    goes_on = folded[line.end - 1] not in _CLOSING
    return width - _SLACK - goes_on <= line.width <= width - 1.4


def _is_under_heading(folded: str, last: Line, line: Line, width: float) -> bool:
    """Whether `line` is the first of a paragraph behind a heading that fills its line: (一)扩大供给⏎推进…."""
    open_ended = all(folded[one.end - 1] not in _CLOSING for one in (last, line))
    return open_ended and _is_first(folded, line, width) and read_label(folded[last.start : last.end]) is not None


def _ends_head(folded: str, group: Sequence[Line], line: Line) -> bool:
    """Whether lines of the head end with who signed the document, or are a whole title."""
    signed = len(group) == 1 and _SIGNED_LINE.fullmatch(folded, group[0].start, group[0].end)
    return bool(signed) or _ends_title(folded, group, line)


def _ends_title(folded: str, group: Sequence[Line], line: Line) -> bool:
    """Whether lines of the head are a whole title, and `line` adds nothing to it."""
    words_ = folded[group[0].start : group[-1].end]
    if len(words_) > _TITLE_LENGTH or any(mark in words_ for mark in ",。;:") or folded[line.start] in "(《":
        return False
    return title_word(re.sub(r"\s+", "", words_)) is not None and words_.count("《") == words_.count("》")
