"""A file as it arrived, and what a reader saw of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from corpus.errors import Problem
from corpus.span import Span


@dataclass(frozen=True, slots=True)
class Source:
    """One file as it arrived.

    Attributes:
        content_hash: SHA-256 of the bytes, hexadecimal.
        media_type: what the bytes are, e.g. `application/pdf` (never taken from the name).
        name: the file's own name.
        origin: where it came from, a path or an address; two files of one origin are versions of one document.
        size: bytes.
        arrived_at: ISO date and time, UTC.
    """

    content_hash: str
    media_type: str
    name: str
    origin: str
    size: int
    arrived_at: str


class BlockKind(StrEnum):
    """What a stretch of the text is, as far as its layout says."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"  # by the file's own style or tag, not by its words
    LIST_ITEM = "list_item"
    TABLE = "table"
    FOOTNOTE = "footnote"
    METADATA = "metadata"  # the page's own block of labels and values
    FURNITURE = "furniture"  # kept in the text, not part of the document: running heads, page numbers, share buttons


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table: its place in the grid (from 0), how far it reaches, and where its words stand."""

    span: Span
    row: int
    column: int
    rowspan: int = 1
    colspan: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """A grid of cells; a merged cell is listed once, with its reach.

    Attributes:
        cells: in reading order.
        rows: number of rows.
        columns: number of columns.
        header_rows: how many rows from the top are headers.
    """

    cells: tuple[Cell, ...]
    rows: int
    columns: int
    header_rows: int = 1

    def grid(self) -> tuple[tuple[Cell | None, ...], ...]:
        """Row by row, the cell that covers each place; merged cells repeat, holes are None."""
        places: dict[tuple[int, int], Cell] = {}
        for cell in self.cells:
            for row in range(cell.row, min(cell.row + cell.rowspan, self.rows)):
                for column in range(cell.column, min(cell.column + cell.colspan, self.columns)):
                    places.setdefault((row, column), cell)
        return tuple(tuple(places.get((row, column)) for column in range(self.columns)) for row in range(self.rows))


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the text with one layout role; its line end belongs to it.

    Attributes:
        kind: its role.
        span: its characters, line end included.
        page: from 1, where the file has pages.
        level: depth of a heading or a list item from 1, where the file itself says it.
        table: the grid, for a table.
    """

    kind: BlockKind
    span: Span
    page: int | None = None
    level: int | None = None
    table: Table | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """What a reader saw of one file; nothing inferred, nothing corrected.

    Attributes:
        id: made from the content hash, so the same bytes are the same document.
        source: the file.
        text: every character that was read, in reading order; never changed afterwards.
        blocks: tile the text: the first starts at 0, each starts where the one before ended, the last ends the text.
        problems: what went wrong in reading, as far as it could be read all the same.
        title: the title that the file itself declares (an HTML `title`, a document property), if any.
    """

    id: str
    source: Source
    text: str
    blocks: tuple[Block, ...]
    problems: tuple[Problem, ...] = ()
    title: str | None = None

    def page_at(self, offset: int) -> int | None:
        """The page that the character at `offset` stands on, where the file has pages."""
        block = self.block_at(offset)
        return block.page if block else None

    def block_at(self, offset: int) -> Block | None:
        """The block that holds the character at `offset`."""
        low, high = 0, len(self.blocks)
        while low < high:
            middle = (low + high) // 2
            if self.blocks[middle].span.end <= offset:
                low = middle + 1
            else:
                high = middle
        if low < len(self.blocks) and self.blocks[low].span.start <= offset:
            return self.blocks[low]
        return None


def document_id(content_hash: str) -> str:
    """The id of the document with these bytes: short enough to read aloud, long enough to be unique in a corpus."""
    return "d" + content_hash[:16]
