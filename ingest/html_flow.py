"""The elements of a column become paragraphs, headings, list items and tables, in document order (pure)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from corpus import BlockKind
from ingest.assembly import Piece, line
from ingest.column import holds_table, is_data_table, is_furniture_element
from ingest.dom import Element
from ingest.furniture import is_furniture
from ingest.grid import Spread, place
from ingest.html_labels import has_label, is_label, is_of_page, looks_like_label, pair, split_pairs

BLOCKS = frozenset(
    (
        *("address", "article", "aside", "blockquote", "body", "br", "caption", "center", "dd", "details", "div", "dl"),
        *("dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header"),
        *("hr", "li", "main", "nav", "ol", "p", "pre", "section", "table", "tbody", "td", "tfoot", "th", "thead"),
        *("tr", "ul"),
    )
)
"""Elements that stand on lines of their own."""

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_WIDE = r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]"
_BREAK_IN_HAN = re.compile(rf"(?<={_WIDE})[ \t]*[\r\n][ \t\r\n]*(?={_WIDE})")
"""A line end of the source inside Chinese text is no space (CSS Text 3, 4.1.2)."""

_BLANK = re.compile(r"[ \t\r\n\f]+")
_PROSE = 60
"""Once a paragraph of this length was read, the head of the document is over."""


def collapse(text: str) -> str:
    """Words as a browser shows them: white space of the source is one space, or none between Han characters."""
    return _BLANK.sub(" ", _BREAK_IN_HAN.sub("", text)).strip()


def table_rows(table: Element) -> list[list[Element]]:
    """The cells of a table, row by row."""
    rows = (row for row in table.walk() if row.tag == "tr")
    return [[cell for cell in row.elements if cell.tag in {"td", "th"}] for row in rows]


def is_metadata_table(element: Element, *, strict: bool) -> bool:
    """Whether a table describes the document: labels and values in turn.

    Args:
        element: the element.
        strict: whether each row must begin with a known label, as inside a document, where other tables look alike;
            otherwise one known label among what could be labels is enough.
    """
    if element.tag != "table" or holds_table(element):
        return False
    lines = [[collapse(cell.text) for cell in row] for row in table_rows(element)]
    filled = [line for line in lines if any(line)]
    known = [is_label(line[0]) or has_label(line[0]) for line in filled]
    if all(known) or strict:
        return bool(filled) and all(known)
    labels = [label for line in filled for label in line[::2] if label]
    return any(map(is_label, labels)) and all(map(looks_like_label, labels))


def metadata_lines(table: Element) -> Iterator[Piece]:
    """A piece `label：value` for each label of a table that describes the document."""
    for row in table_rows(table):
        words = [collapse(cell.text) for cell in row]
        at = 0
        while at < len(words):
            if has_label(words[at]) and not is_label(words[at]):
                yield from metadata_line(words[at])
                at += 1
                continue
            if words[at]:
                yield _described(pair(words[at], words[at + 1] if at + 1 < len(words) else ""))
            at += 2


def metadata_line(words: str) -> Iterator[Piece]:
    """A piece for each label with its value in one line of words."""
    return map(_described, split_pairs(words))


def _described(words: str) -> Piece:
    """The piece of one label and value; what is said of the page is furniture."""
    return line(BlockKind.FURNITURE if is_of_page(words) else BlockKind.METADATA, words)


@dataclass(slots=True)
class Flow:
    """One reading of a column from top to bottom.

    Attributes:
        column: the element.
        cells: no table has more than this many.
    """

    column: Element
    cells: int
    _words: list[str] = field(default_factory=list)
    _in_head: bool = True

    def pieces(self) -> Iterator[Piece]:
        """The pieces of the column."""
        yield from self._under(self.column, BlockKind.PARAGRAPH, None)

    def _under(self, element: Element, kind: BlockKind, level: int | None) -> Iterator[Piece]:
        """The pieces of what is in an element; lines of their own take its role."""
        for child in element.children:
            if isinstance(child, str):
                yield from self._string(child, kind, level, preformatted=element.tag == "pre")
            elif child.tag not in BLOCKS:
                yield from self._under(child, kind, level)
            else:
                yield from self._end_line(kind, level)
                yield from self._block(child, kind, level)
        if element.tag in BLOCKS:
            yield from self._end_line(kind, level)

    def _string(self, words: str, kind: BlockKind, level: int | None, *, preformatted: bool) -> Iterator[Piece]:
        first, *rest = words.split("\n") if preformatted else (words,)
        self._words.append(first)
        for more in rest:
            yield from self._end_line(kind, level)
            self._words.append(more)

    def _block(self, element: Element, kind: BlockKind, level: int | None) -> Iterator[Piece]:
        if is_furniture_element(element, self.column.length):
            return
        if is_metadata_table(element, strict=True):
            yield from metadata_lines(element)
        elif is_data_table(element):
            yield self._table(element)
        elif element.tag in _HEADINGS:
            yield from self._under(element, BlockKind.HEADING, _HEADINGS[element.tag])
        elif element.tag == "li":
            yield from self._under(element, BlockKind.LIST_ITEM, (level or 0) + 1 if kind is BlockKind.LIST_ITEM else 1)
        else:
            yield from self._under(element, kind, level)

    def _table(self, element: Element) -> Piece:
        spreads = (
            [Spread(_cell_text(cell), _span(cell, "rowspan"), _span(cell, "colspan"), cell.tag == "th") for cell in row]
            for row in table_rows(element)
            if row
        )
        return Piece(BlockKind.TABLE, "", cells=tuple(place(spreads, self.cells)))

    def _end_line(self, kind: BlockKind, level: int | None) -> Iterator[Piece]:
        words = collapse("".join(self._words))
        self._words.clear()
        if not words:
            return
        self._in_head = self._in_head and len(words) < _PROSE
        if is_furniture(words):
            yield line(BlockKind.FURNITURE, words)
        elif self._in_head and has_label(words):
            yield from metadata_line(words)
        else:
            yield line(kind, words, level=level)


def _cell_text(cell: Element) -> str:
    """The words of a cell, its lines apart."""
    flow = Flow(cell, 0)
    return "\n".join(piece.text.strip() for piece in flow.pieces())


def _span(cell: Element, name: str) -> int:
    """A reach that a cell states; HTML allows up to 1,000 columns and 65,534 rows."""
    text = cell.attributes.get(name, "").strip()
    return max(1, min(int(text), 1000)) if text.isdecimal() and len(text) < 6 else 1
