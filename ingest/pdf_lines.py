"""Characters with their places become lines of words, and ruling lines become the cells of tables (pure)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from statistics import median
from typing import NamedTuple

from ingest.grid import RawCell
from ingest.layout import Line, cell_text
from ingest.table_pages import Grid

_HAN = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef“”‘’—…·]")
_PARTING = "\x02"
"""What PDFium gives for a hyphen at which a word is parted at the end of a line."""

_SOFT_HYPHEN = "\xad"
_LINE_END = "\r\n"
_GAP = 0.8
"""A gap between Han characters from this share of one on is a space; smaller ones come from stretched lines and from
the air that word processors leave between Han and Latin."""

_SAME_ROW = 0.6
_HEIGHT_OF_HAN = 1.15
"""Height of a character's box, from ascender to descender, to the width of a Han character of that size."""


class Glyph(NamedTuple):
    """One character on a page and its box. A named tuple, since a long file has millions of them.

    `guessed` tells a space that stands for a gap between characters and is not in the file.
    """

    text: str
    left: float
    right: float
    top: float
    bottom: float
    guessed: bool


Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""


def lines(glyphs: Iterable[Glyph], page: int) -> list[Line]:
    """The lines of a page in the order of its characters; parts of one row that follow each other are one line."""
    made: list[Line] = []
    for run in _runs(glyphs):
        found = _line(run, page)
        if found is None:
            continue
        if made and _same_row(made[-1], found):
            made[-1] = _fused(made[-1], found)
        else:
            made.append(found)
    return made


def _runs(glyphs: Iterable[Glyph]) -> Iterator[list[Glyph]]:
    """Characters between line ends."""
    run: list[Glyph] = []
    for glyph in glyphs:
        if glyph.text in _LINE_END:
            if run:
                yield run
            run = []
        else:
            run.append(glyph)
    if run:
        yield run


def _line(run: Sequence[Glyph], page: int) -> Line | None:
    placed = [glyph for glyph in run if not glyph.text.isspace() and not glyph.guessed]
    text = _text(run)
    if not placed or not text.strip():
        return None
    parted = run[-1].text == _PARTING
    widths = [glyph.right - glyph.left for glyph in placed if _HAN.match(glyph.text)]
    size = median(widths) if widths else median(glyph.bottom - glyph.top for glyph in placed) / _HEIGHT_OF_HAN
    return Line(
        text=text.rstrip(),
        page=page,
        left=min(glyph.left for glyph in placed),
        right=max(glyph.right for glyph in placed),
        top=median(glyph.top for glyph in placed),
        bottom=median(glyph.bottom for glyph in placed),
        size=max(size, 1.0),
        parted=parted,
    )


def _text(run: Sequence[Glyph]) -> str:
    """The characters of a line. A hyphen glyph that claims to be a soft one was seen, so it is a hyphen."""
    out: list[str] = []
    for at, glyph in enumerate(run):
        if glyph.guessed and glyph.text == " " and not _is_space(run, at):
            continue
        if glyph.text != _PARTING:
            out.append("-" if glyph.text == _SOFT_HYPHEN else glyph.text)
    return "".join(out)


def _is_space(run: Sequence[Glyph], at: int) -> bool:
    """Whether a guessed space parts words: always between Latin ones, next to Han only where the gap is wide."""
    if at == 0 or at == len(run) - 1:
        return False
    before, after = run[at - 1], run[at + 1]
    if not (_HAN.match(before.text) or _HAN.match(after.text)):
        return True
    width = max(before.right - before.left, after.right - after.left)
    return after.left - before.right >= _GAP * width


def _same_row(before: Line, after: Line) -> bool:
    shared = min(before.bottom, after.bottom) - max(before.top, after.top)
    lower = min(before.bottom - before.top, after.bottom - after.top)
    return shared >= _SAME_ROW * lower and after.left >= before.right - 0.5 * before.size


def _fused(before: Line, after: Line) -> Line:
    wide = after.left - before.right >= _GAP * before.size
    return replace(
        before,
        text=before.text + (" " if wide else "") + after.text.lstrip(),
        right=max(before.right, after.right),
        parted=after.parted,
    )


def grids(tables: Iterable[Sequence[Box]], glyphs: Sequence[Glyph], page: int) -> tuple[list[Grid], list[Glyph]]:
    """The tables of a page with the words in their cells, from top to bottom, and the characters outside all of them.

    Args:
        tables: the boxes of the cells of each table.
        glyphs: the characters of the page.
        page: from 1.
    """
    made: list[Grid] = []
    rest = list(glyphs)
    for boxes in sorted(tables, key=lambda boxes: min(box[1] for box in boxes)):
        if len(boxes) < 2:
            continue
        inside, rest = _divided(rest, boxes)
        if any(not glyph.text.isspace() for glyph in inside):
            made.append(_grid(boxes, inside, page))
    return made, rest


def _divided(glyphs: Iterable[Glyph], boxes: Sequence[Box]) -> tuple[list[Glyph], list[Glyph]]:
    """The characters inside the frame of a table and those outside; a line end stays where the character before is."""
    left, top = min(box[0] for box in boxes), min(box[1] for box in boxes)
    right, bottom = max(box[2] for box in boxes), max(box[3] for box in boxes)
    inside: list[Glyph] = []
    outside: list[Glyph] = []
    target = outside
    for glyph in glyphs:
        if glyph.text not in _LINE_END and not glyph.guessed:
            x, y = (glyph.left + glyph.right) / 2, (glyph.top + glyph.bottom) / 2
            target = inside if left <= x <= right and top <= y <= bottom else outside
        target.append(glyph)
    return inside, outside


def _grid(boxes: Sequence[Box], glyphs: Sequence[Glyph], page: int) -> Grid:
    columns = _edges(x for box in boxes for x in (box[0], box[2]))
    rows = _edges(y for box in boxes for y in (box[1], box[3]))
    words = _words_of(boxes, glyphs, page)
    cells = []
    for box, text in zip(boxes, words, strict=True):
        row, column = _index(rows, box[1]), _index(columns, box[0])
        height, width = _index(rows, box[3]) - row, _index(columns, box[2]) - column
        cells.append(RawCell(row, column, text, max(1, height), max(1, width)))
    cells.sort(key=lambda cell: (cell.row, cell.column))
    return Grid(tuple(cells), page, page, rows[0], tuple(columns))


def _words_of(boxes: Sequence[Box], glyphs: Sequence[Glyph], page: int) -> list[str]:
    """The words in each cell."""
    held: list[list[Glyph]] = [[] for _ in boxes]
    at: int | None = None
    for glyph in glyphs:
        if glyph.text not in _LINE_END and not glyph.guessed:
            x, y = (glyph.left + glyph.right) / 2, (glyph.top + glyph.bottom) / 2
            if at is None or not _holds(boxes[at], x, y):
                at = next((index for index, box in enumerate(boxes) if _holds(box, x, y)), None)
        if at is not None:
            held[at].append(glyph)
    return [cell_text(lines(own, page), box[2]) for own, box in zip(held, boxes, strict=True)]


def _holds(box: Box, x: float, y: float) -> bool:
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


_TOLERANCE = 3.0


def _edges(values: Iterable[float]) -> list[float]:
    """The distinct values, those within a tolerance taken as one."""
    distinct: list[float] = []
    for value in sorted(values):
        if not distinct or value - distinct[-1] > _TOLERANCE:
            distinct.append(value)
    return distinct


def _index(edges: Sequence[float], value: float) -> int:
    return min(range(len(edges)), key=lambda at: abs(edges[at] - value))
