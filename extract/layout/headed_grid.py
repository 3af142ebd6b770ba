"""The grid of a table below a line of heads, from its rows and the captions between them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import NamedTuple

from corpus import BlockKind, Cell, Span, Table
from extract.layout.numbering import read_label
from extract.layout.row_alignment import Cells
from extract.layout.table_heads import Header
from extract.lexicon import rows

PLAIN = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM})
"""Blocks whose lines can be those of a table."""
LONGEST_LINE, LONGEST_CAPTION = 2000, 24
"""Characters of a line of a table, and of one that is a caption of the rows below it, at most."""


class Lines(NamedTuple):
    """Lines of a text: their folded words, and where they begin; a line that can be none of a table has no words."""

    texts: Sequence[str]
    starts: Sequence[int]

    def at(self, line: int) -> str:
        """The words of a line; none behind the last."""
        return self.texts[line] if line < len(self.texts) else ""

    def span(self, line: int) -> Span:
        """The place of a line."""
        return Span(self.starts[line], self.starts[line] + len(self.texts[line]))


class HeadedTable(NamedTuple):
    """A table with the lines it takes, from `first` to before `stop`; `captions` of them are numbered headings."""

    first: int
    stop: int
    table: Table
    captions: tuple[int, ...] = ()


@dataclass(slots=True)
class TableRow:
    """A row, or a line of the table that is none for sure.

    Attributes:
        span: its line or lines.
        text: the words of its name; of a line without cells all words.
        cells: those of a row.
        caption: the line that is a caption of the rows below.
    """

    span: Span
    text: str
    cells: Cells | None = None
    caption: int | None = None


@dataclass(slots=True)
class TableBody:
    """The rows below a header, the line behind the last, and the line behind all that was looked at."""

    stop: int
    looked: int
    rows: list[TableRow] = field(default_factory=list)

    @property
    def sure(self) -> int:
        """How many rows have cells."""
        return sum(row.cells is not None for row in self.rows)

    @property
    def unsure(self) -> int:
        """How many have none, though they are no captions."""
        return sum(row.cells is None and row.caption is None for row in self.rows)

    def is_table(self, header: Header) -> bool:
        """Whether enough of the rows could be told."""
        needed = _LEAST_NARROW_ROWS if len(header.kinds) <= _NARROW else _LEAST_ROWS
        return self.sure >= needed and self.unsure <= self.sure

    def table(self, first: int, header: Header) -> HeadedTable:
        """The table whose header begins at the line `first`."""
        labelled = (row.caption for row in self.rows if row.caption is not None and read_label(row.text))
        return HeadedTable(first, self.stop, _grid(header, self.rows), tuple(labelled))


_LEAST_ROWS, _LEAST_NARROW_ROWS = 2, 3
_NARROW = 2
_LONG_NAME = 8
"""Characters from which on a line may be a name that fills its column, and goes on below."""

_MEASURED = re.compile(
    rf".*(?:{'|'.join(words for words, part, _ in rows('indicator_words') if part == 'head')})(?:[(].*[)])?"
)
"""Words that end as names of indicators do."""


def tell_captions(header: Header, found: list[TableRow]) -> None:
    """Tell captions between rows from the ends and beginnings of names; a row whose name is cut off is not sure.

    Where categories stand inside rows, none stands alone. The last of the rows has cells.
    """
    longest = max((len(row.text) for row in found if row.cells), default=0)
    categories = [at for at, kind in enumerate(header.kinds) if kind == "category"]
    inside = any(row.cells[at] for row in found if row.cells for at in categories)
    for at, row in enumerate(found):
        text = row.text
        if row.caption is None or read_label(text) is not None:
            continue
        above, below = found[at - 1] if at else None, found[at + 1]
        if _MEASURED.fullmatch(text) and above and above.cells and not _MEASURED.fullmatch(above.text):
            above.cells, row.caption = None, None
        elif below.cells and (inside or (not categories and len(text) >= max(_LONG_NAME, longest - 1))):
            below.cells, row.caption = None, None


def _grid(header: Header, found: Sequence[TableRow]) -> Table:
    """The table; a category reaches over the rows below that have none of their own."""
    width, top = len(header.kinds), 1 + bool(header.below)
    cells = list(_head_cells(header))
    merged = [at for at, kind in enumerate(header.kinds) if kind == "category"]
    numbered: list[tuple[int, TableRow]] = []
    number = top
    for row in found:
        numbered.append((number, row))
        number += row.caption is None or not merged
    for row_number, row in numbered:
        if row.cells is not None:
            own = [(column, span) for column, span in enumerate(row.cells) if span and column not in merged]
            cells += [Cell(span, row_number, column) for column, span in own]
        elif row.caption is None or not merged:
            cells.append(Cell(row.span, row_number, 0, 1, width))
    for column in merged:
        cells += _categories(numbered, column, captioned=column == merged[0])
    cells.sort(key=lambda cell: (cell.row, cell.column))
    return Table(tuple(cells), number, width, top)


def _categories(numbered: Sequence[tuple[int, TableRow]], column: int, *, captioned: bool) -> Iterator[Cell]:
    """The cells of a column of categories, each reaching down to the next."""
    kept: Cell | None = None
    for number, row in numbered:
        caption = row.span if captioned and row.caption is not None else None
        own = row.cells[column] if row.cells else caption
        if own:
            yield from [kept] if kept else []
            kept = Cell(own, number, column)
        elif kept:
            kept = replace(kept, rowspan=number - kept.row + 1)
    yield from [kept] if kept else []


def _head_cells(header: Header) -> Iterator[Cell]:
    """The cells of the header, of two rows where years stand below their common head."""
    reach = dict(header.over)
    column = 0
    years = iter(header.below)
    for at, head in enumerate(header.columns):
        wide = reach.get(at, 1)
        yield Cell(Span(head.start, head.end), 0, column, 1 + bool(header.below and at not in reach), wide)
        if at in reach:
            yield from (
                Cell(Span(year.start, year.end), 1, column + ahead) for ahead, year in enumerate(islice(years, wide))
            )
        column += wide
