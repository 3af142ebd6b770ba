"""DOCX: paragraphs with their automatic numbers, headings, tables, notes and text boxes, in document order."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import docx
from docx.exceptions import PythonDocxError
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.exceptions import OpcError
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from corpus import BlockKind
from ingest.archive import check_archive
from ingest.assembly import Piece, Reading, line
from ingest.docx_numbering import parse_numbering
from ingest.docx_styles import ParagraphStyle, direct, parse_styles
from ingest.docx_table import cell_elements, children, raw_cells
from ingest.docx_text import Words, words_of
from ingest.furniture import is_furniture
from ingest.limits import Limits
from ingest.refusal import refusal
from ingest.text import visible

_NOTES = {
    "footnote": (RELATIONSHIP_TYPE.FOOTNOTES, qn("w:footnote")),
    "endnote": (RELATIONSHIP_TYPE.ENDNOTES, qn("w:endnote")),
}
_WRAPPERS = frozenset(qn(f"w:{name}") for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"))
_DAMAGE = (
    KeyError,
    ValueError,
    AttributeError,
    SyntaxError,
    TypeError,
    IndexError,
    RecursionError,
    OpcError,
    PythonDocxError,
)
"""What python-docx and lxml raise where a part is missing or is not what its name says."""


def read_docx(data: bytes, limits: Limits) -> Reading:
    """The pieces of a DOCX file.

    Raises:
        UnreadableFileError: if it is damaged, locked, or would unpack to too much.
    """
    check_archive(data, limits)
    try:
        document = docx.Document(io.BytesIO(data))
        pieces = tuple(_Walk(document.part, limits).blocks(document.element.body))
        title = visible(document.core_properties.title or "")[0].strip() or None
    except _DAMAGE as error:
        raise refusal("docx_damaged") from error
    return Reading(pieces, (), title)


class _Walk:
    """One reading of a document from top to bottom; its lists count on as it goes."""

    def __init__(self, part: Any, limits: Limits) -> None:
        self._limits = limits
        numbering = _related(part, RELATIONSHIP_TYPE.NUMBERING)
        self._numbering = parse_numbering(numbering)
        self._styles = parse_styles(part.styles.element)
        self._notes = {
            (kind, note.get(qn("w:id"))): note
            for kind, (relation, tag) in _NOTES.items()
            for note in _found(_related(part, relation), tag)
        }

    def blocks(self, parent: Any) -> Iterator[Piece]:
        """The pieces of everything under an element that holds paragraphs and tables."""
        for child in parent:
            if child.tag == qn("w:p"):
                yield from self.paragraph(child)
            elif child.tag == qn("w:tbl"):
                yield from self.table(child)
            elif child.tag in _WRAPPERS:
                yield from self.blocks(child)

    def paragraph(self, element: Any) -> Iterator[Piece]:
        """A piece for each line of a paragraph that has words, then its text boxes and its notes."""
        words = words_of(element)
        style = self._style(element)
        label = self._label(style)
        kind, level = _role(style, label)
        lines = [text for text in _lines(words.text) if text.strip()]
        for at, text in enumerate(lines):
            first = at == 0
            shown = label + text.lstrip() if first and label else text
            yield line(_kind_of_line(kind, shown, first=first), shown, level=level if first else None)
        yield from self._attached(words)

    def _attached(self, words: Words) -> Iterator[Piece]:
        for box in words.boxes:
            yield from self.blocks(box)
        for key in words.notes:
            note = self._notes.get(key)
            text = " ".join(self._plain(note).split("\n")).strip() if note is not None else ""
            if text:
                yield line(BlockKind.FOOTNOTE, text)

    def _style(self, element: Any) -> ParagraphStyle:
        said = direct(element)
        return said.over(self._styles.get(said.style) or self._styles[None])

    def _label(self, style: ParagraphStyle) -> str:
        """The automatic number of a paragraph with what follows it; empty where there is none. Counts on."""
        if not style.list_id or style.list_id == "0":
            return ""
        level = style.list_level
        if level is None:
            level = self._numbering.level_of_style(style.list_id, style.style)
        return self._numbering.next_label(style.list_id, level) or ""

    def table(self, element: Any) -> Iterator[Piece]:
        """A table, then the tables inside its cells; a table of a single cell is a frame around paragraphs."""
        cells = cell_elements(element)
        if len(cells) == 1:
            yield from self.blocks(cells[0])
            return
        texts = {cell: self._plain(cell) for cell in cells}
        grid = raw_cells(element, texts.__getitem__, self._limits.cells)
        if any(cell.text.strip() for cell in grid):
            yield Piece(BlockKind.TABLE, "", cells=grid)
        for cell in cells:
            for inner in children(cell, qn("w:tbl")):
                yield from self.table(inner)

    def _plain(self, parent: Any) -> str:
        """The words of the paragraphs of a cell or note, without those of tables inside it."""
        pieces = (piece for child in children(parent, qn("w:p")) for piece in self.paragraph(child))
        return "".join(piece.text for piece in pieces).strip("\n")


def _role(style: ParagraphStyle, label: str) -> tuple[BlockKind, int | None]:
    if style.outline:
        return BlockKind.HEADING, style.outline
    if style.is_title:
        return BlockKind.HEADING, None
    if label:
        return BlockKind.LIST_ITEM, (style.list_level or 0) + 1
    return BlockKind.PARAGRAPH, None


def _kind_of_line(kind: BlockKind, text: str, *, first: bool) -> BlockKind:
    """The role of one line: page numbers typed into the text are furniture, and only a paragraph's first line leads."""
    if is_furniture(text):
        return BlockKind.FURNITURE
    return kind if first else BlockKind.PARAGRAPH


def _lines(text: str) -> list[str]:
    return [line.rstrip() for line in visible(text)[0].split("\n")]


def _related(part: Any, relation: str) -> Any | None:
    """The root element of a part that a document may have."""
    try:
        related = part.part_related_by(relation)
    except KeyError:
        return None
    return related.element if hasattr(related, "element") else parse_xml(related.blob)


def _found(root: Any | None, tag: str) -> list[Any]:
    return [] if root is None else list(root.iterfind(tag))
