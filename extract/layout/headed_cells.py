"""Tables with a cell a line below heads with a cell a line, told row by row by what their columns hold.

A row has a line for each column; that of its category, which is merged over rows, and that of its remark may be
missing. Figures, units and natures have to stand where their columns are.
"""

from __future__ import annotations

from corpus import Span
from extract.layout.headed_grid import LONGEST_CAPTION, HeadedTable, Lines, TableBody, TableRow, tell_captions
from extract.layout.numbering import read_label
from extract.layout.row_alignment import Cells, align_cells
from extract.layout.row_cells import Joint, Piece
from extract.layout.table_heads import Header, header_of, kind_of

_WIDEST = 14
"""Columns of a table, at most."""
_FAR = 60
"""Lines after which what is no table is not read again."""


def table_of_cells(lines: Lines, start: int, stop: int) -> tuple[HeadedTable | None, int]:
    """The table whose first head is the line `start`, in lines before `stop`, and the line behind all looked at.

    There is none where rows cannot be told. A name with its unit (供水能力（万吨）) may look like a head, so that fewer
    heads are tried too.
    """
    count = 0
    while count < _WIDEST and start + count < stop and kind_of(lines.texts[start + count].replace(" ", "")):
        count += 1
    heads = [_piece(lines, at) for at in range(start, start + count)]
    for size in range(count, 1, -1):
        header = header_of(heads[:size])
        if header is None or not ("value" in header.kinds or {"bodies", "time"} <= set(header.kinds)):
            continue
        found = _read(lines, header, start + size, stop)
        if found.is_table(header):
            return found.table(start, header), found.stop
        if found.looked - start > _FAR:
            return None, found.looked
    return None, start


def _read(lines: Lines, header: Header, at: int, stop: int) -> TableBody:
    """The rows from a line on."""
    body = TableBody(at, at)
    heads = [column.words for column in (*header.columns, *header.below)]
    while at < stop:
        if [lines.at(line).replace(" ", "") for line in range(at, min(stop, at + len(heads)))] == heads:
            at += len(heads)
            continue
        cells = _row(lines, header, at, stop, first=not body.rows)
        if cells is not None:
            last = max(span.end for span in cells if span)
            span = Span(lines.starts[at], last)
            size = sum(one is not None for one in cells)
            body.rows.append(TableRow(span, _name(lines, header, cells, at), cells))
            at += size
            body.stop = at
        elif _is_caption(lines, header, at, stop):
            body.rows.append(TableRow(lines.span(at), lines.texts[at], caption=at))
            at += 1
        else:
            break
    body.looked = at
    while body.rows and body.rows[-1].cells is None:
        body.rows.pop()
    tell_captions(header, body.rows)
    return body


def _name(lines: Lines, header: Header, cells: Cells, at: int) -> str:
    """The words of the name of a row that begins at a line."""
    name = header.kinds.index("name")
    return lines.at(at + sum(one is not None for one in cells[:name])) if cells[name] else ""


def _row(lines: Lines, header: Header, at: int, stop: int, *, first: bool) -> Cells | None:
    """The cells of the row that begins at a line, where it can end at one line alone."""
    found = _rows_at(lines, header, at, stop, first=first)
    if len(found) > 1:
        found = [
            (size, cells)
            for size, cells in found
            if at + size == stop or _rows_at(lines, header, at + size, stop, first=False)
        ]
    return found[0][1] if len(found) == 1 else None


def _rows_at(lines: Lines, header: Header, at: int, stop: int, *, first: bool) -> list[tuple[int, Cells]]:
    """The rows that can begin at a line, with how many lines they take."""
    width = min(len(header.kinds), stop - at)
    parts = [_piece(lines, line) for line in range(at, at + width)]
    found: list[tuple[int, Cells]] = []
    for whole in (True, False):
        for size in range(width, max(1, len(header.kinds) - 3), -1):
            cells = align_cells(parts[:size], header.kinds, first=first, whole=whole)
            found += [(size, cells)] if cells else []
        if found:
            break
    return found


def _is_caption(lines: Lines, header: Header, at: int, stop: int) -> bool:
    """Whether a line is a caption of the rows below it."""
    text = lines.texts[at]
    short = len(text) <= LONGEST_CAPTION and (not text[0].isdigit() or read_label(text) is not None)
    return short and bool(_rows_at(lines, header, at + 1, stop, first=False))


def _piece(lines: Lines, at: int) -> Piece:
    """A line as a cell."""
    start = lines.starts[at]
    return Piece(start, start + len(lines.texts[at]), lines.texts[at], Joint.HARD)
