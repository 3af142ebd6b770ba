"""Tables that go on over a page become one again (pure)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.grid import RawCell

_EDGE = 4.0
SENTENCE_END = tuple("。！？；：!?;:")
_MOST_HEADERS = 4


@dataclass(frozen=True, slots=True)
class Grid:
    """A ruled table of a page, or of several.

    Attributes:
        cells: row by row.
        page: the page it begins on, from 1.
        last_page: the page it ends on.
        top: where it begins on its page.
        edges: where its columns are parted, from the left.
    """

    cells: tuple[RawCell, ...]
    page: int
    last_page: int
    top: float
    edges: tuple[float, ...]


def continued(before: Grid, after: Grid) -> Grid | None:
    """One table of two, where the second begins the page after the first and has no other columns; None for others.

    Header rows that the second page repeats are dropped. A first row of which only one cell has words, and not the
    first, is the rest of the last row: its words go on there, or the label beside them reaches further down.
    """
    columns = _columns(before.edges, after.edges)
    if columns is None or after.page != before.last_page + 1:
        return None
    moved = [
        replace(cell, column=columns[cell.column], colspan=columns[cell.column + cell.colspan] - columns[cell.column])
        for cell in after.cells
    ]
    dropped = _repeated_rows(before.cells, moved)
    rows = 1 + max(cell.row for cell in before.cells)
    more = [replace(cell, row=cell.row - dropped + rows) for cell in moved if cell.row >= dropped]
    cells = list(before.cells)
    if more and not dropped:
        cells, more = _mended(cells, more, rows)
    return replace(before, cells=tuple(cells + more), last_page=after.last_page)


def _columns(before: Sequence[float], after: Sequence[float]) -> list[int] | None:
    """For each edge of the second table the edge of the first at the same place.

    None where one has none, or where the tables are not of the same width.
    """
    if abs(before[0] - after[0]) > _EDGE or abs(before[-1] - after[-1]) > _EDGE:
        return None
    nearest = [min(range(len(before)), key=lambda at: abs(before[at] - edge)) for edge in after]
    if any(abs(before[at] - edge) > _EDGE for at, edge in zip(nearest, after, strict=True)):
        return None
    return nearest


def _repeated_rows(first: Sequence[RawCell], second: Sequence[RawCell]) -> int:
    """How many rows from the top are the same words in both."""
    count = 0
    while count < _MOST_HEADERS:
        one, other = _row(first, count), _row(second, count)
        if one != other or not any(text.strip() for _, text in one):
            break
        count += 1
    return count


def _row(cells: Sequence[RawCell], row: int) -> list[tuple[int, str]]:
    return [(cell.column, cell.text) for cell in cells if cell.row == row]


def _mended(cells: list[RawCell], more: list[RawCell], rows: int) -> tuple[list[RawCell], list[RawCell]]:
    """The rest of a row that was parted by the end of the page, put back where it belongs."""
    top = [cell for cell in more if cell.row == rows]
    filled = [cell for cell in top if cell.text.strip()]
    if len(top) < 2 or len(filled) != 1 or filled[0] is top[0]:
        return cells, more
    rest = filled[0]
    above = next((cell for cell in cells if _ends_at(cell, rows) and cell.column == rest.column), None)
    if above is not None and above.text and not above.text.endswith(SENTENCE_END):
        whole = replace(above, text=above.text + rest.text)
        shifted = [replace(cell, row=cell.row - 1) for cell in more if cell.row > rows]
        return [whole if cell is above else cell for cell in cells], shifted
    empty = {cell.column for cell in top} - {rest.column}
    longer = [
        replace(cell, rowspan=cell.rowspan + 1) if _ends_at(cell, rows) and cell.column in empty else cell
        for cell in cells
    ]
    covered = {cell.column for cell in cells if _ends_at(cell, rows)} & empty
    return longer, [cell for cell in more if cell.row > rows or cell.column not in covered]


def _ends_at(cell: RawCell, rows: int) -> bool:
    return cell.row + cell.rowspan == rows
