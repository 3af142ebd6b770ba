"""Cells as a reader meets them become a table and its lines of text (pure).

A row is a line, its cells separated by tabs. A merged cell is written once, where it begins; the places it covers
are written nowhere, so each cell's span is exactly its words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from corpus import Cell, Span, Table

_BREAK = re.compile(r"[^\S\u3000\xa0]*[\n\r\t\v\f\u2028\u2029]+[^\S\u3000\xa0]*")
"""A line end or tab inside a cell with the blanks around it: it would read as the end of the cell."""

_FIGURE = re.compile(r"[-+<>≤≥＜＞~±]?[\d,，.．]+(?:\s*[-—~～至]\s*[\d.]+)?\s*(?:%|％|‰|个|万|亿|元|人|家|项)*")
"""A cell of a body row: 95%, ≥3.5, 1,200万元. A year (2025, 2025年) is as often a column's head."""

_YEAR = re.compile(r"(?:19|20)\d\d(?:年)?")

_LONGEST_HEADER = 40
_HEADERS = 4
"""More rows than this at the top are no headers."""


@dataclass(frozen=True, slots=True)
class RawCell:
    """A cell before its table has a text: place in the grid from 0, words, reach, and whether it is marked as head."""

    row: int
    column: int
    text: str
    rowspan: int = 1
    colspan: int = 1
    head: bool = False


@dataclass(frozen=True, slots=True)
class Spread:
    """Where a cell begins when rows are listed as HTML lists them: only what begins in a row, with its reach."""

    text: str
    rowspan: int = 1
    colspan: int = 1
    head: bool = False


def place(rows: Iterable[Sequence[Spread]], cells: int) -> list[RawCell]:
    """The places of cells that are listed row by row, each pushed right past the places covered from above.

    Args:
        rows: what begins in each row, from left to right.
        cells: no more than this many places are filled; reaches beyond are cut.
    """
    covered: dict[int, int] = {}  # column to the row below the last one that a cell from above covers
    placed: list[RawCell] = []
    filled = 0
    for at, row in enumerate(rows):
        column = 0
        for spread in row:
            while covered.get(column, 0) > at:
                column += 1
            reach = max(1, min(spread.colspan, cells - filled))
            placed.append(RawCell(at, column, spread.text, spread.rowspan, reach, spread.head))
            covered.update(dict.fromkeys(range(column, column + reach), at + spread.rowspan))
            column += reach
            filled += reach
    return placed


def lay_out(cells: Iterable[RawCell]) -> tuple[str, Table]:
    """The text of a table, a line a row, and the table with spans counted from the start of that text.

    Reaches are cut where the next cell of the row or the end of the table is. Rows without any words at the bottom
    are kept: a table's empty rows are part of what was read.
    """
    ordered = sorted((_clean(cell) for cell in cells), key=lambda cell: (cell.row, cell.column))
    if not ordered:
        return "", Table((), 0, 0, 0)
    rows = max(cell.row for cell in ordered) + 1
    columns = max(cell.column + cell.colspan for cell in ordered)
    lines: list[str] = []
    made: list[Cell] = []
    at = 0
    by_row: dict[int, list[RawCell]] = {}
    for cell in ordered:
        by_row.setdefault(cell.row, []).append(cell)
    for row in range(rows):
        texts = []
        for cell in by_row.get(row, ()):
            span = Span(at, at + len(cell.text))
            made.append(Cell(span, row, cell.column, min(cell.rowspan, rows - row), cell.colspan))
            texts.append(cell.text)
            at = span.end + 1
        at += 0 if texts else 1
        lines.append("\t".join(texts) + "\n")
    return "".join(lines), Table(tuple(made), rows, columns, header_rows(ordered, rows))


def _clean(cell: RawCell) -> RawCell:
    return replace(cell, text=_BREAK.sub(" ", cell.text).strip(" "), rowspan=max(1, cell.rowspan))


def header_rows(cells: Sequence[RawCell], rows: int) -> int:
    """How many rows from the top are headers.

    What the file marks as head counts; otherwise the first row, and further ones while a merged cell of a header row
    reaches into them. A title above the whole table is a header; a row with a figure or prose is none.

    Args:
        cells: in reading order.
        rows: of the whole table.
    """
    marked = {cell.row for cell in cells if cell.head} - {cell.row for cell in cells if not cell.head}
    count = 0
    while count in marked:
        count += 1
    if count:
        return min(count, rows)
    top = 0
    columns = max((cell.column + cell.colspan for cell in cells), default=0)
    if sum(cell.row == 0 for cell in cells) == 1 and cells[0].colspan == columns > 1:
        top = 1  # a title above the whole table
    first = [cell for cell in cells if cell.row == top]
    if rows < top + 2 or len(first) < 2 + top or any(_is_value(cell.text) for cell in first):
        return top
    split = any(cell.colspan > 1 for cell in first)
    reach = max(cell.rowspan for cell in first) if split else 1
    return min(top + reach, _HEADERS, rows - 1)


def _is_value(text: str) -> bool:
    """Whether words are a figure or prose, which no header is."""
    words = text.strip()
    return len(words) > _LONGEST_HEADER or (bool(_FIGURE.fullmatch(words)) and not _YEAR.fullmatch(words))
