"""Papers as DOCX: wide pages with tables whose heads are repeated, what a list is written above it."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from corpus.masking import mask
from webapp.clock import now

if TYPE_CHECKING:
    from webapp.sheets import Cell, Sheet

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
WIDTH, HEIGHT, MARGIN = Cm(29.7), Cm(21.0), Cm(1.5)
"""A4 on its side."""
TWIPS = 15_100
"""Width of the table, in twentieths of a point."""
FONT = "SimSun"
"""A font that has Chinese characters, also where a program would choose one by the language."""
_BREAK = '</w:t><w:br/><w:t xml:space="preserve">'
_ILLEGAL = dict.fromkeys([*range(9), 11, 12, *range(14, 32)])


def docx_bytes(sheet: Sheet) -> bytes:
    """The list as a document."""
    paper = new_paper(sheet.title, 1)
    exported = (("导出时间", f"{now():%Y-%m-%d %H:%M}"), ("行数", str(len(sheet.rows))))
    add_notes(paper, (*sheet.notes, *exported))
    add_table(paper, sheet.head, sheet.rows, sheet.widths)
    return paper_bytes(paper)


def new_paper(title: str, level: int) -> Document:
    """A document of wide pages that begins with a heading; level 0 is that of a title page."""
    paper = docx.Document()
    section = paper.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = WIDTH, HEIGHT
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = MARGIN
    for style in ("Normal", "Title", "Heading 1"):
        font = paper.styles[style].font
        font.name = FONT
        paper.styles[style].element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), FONT)
    paper.styles["Normal"].font.size = Pt(9.5)
    paper.add_heading(printable(title), level)
    return paper


def add_notes(paper: Document, notes: Sequence[tuple[str, str]]) -> None:
    """Adds one paragraph for each label with its text."""
    for label, text in notes:
        paper.add_paragraph(f"{label}：{printable(text)}")


def add_table(paper: Document, head: Sequence[str], rows: Sequence[Sequence[Cell]], widths: Sequence[int] = ()) -> None:
    """Adds a table at the end; columns have the shares that `widths` gives them, 12 where it gives none."""
    # The table is made as text: cell by cell, the library takes a minute for a list of some thousand rows.
    paper.element.body.insert(-1, parse_xml(_table(head, rows, widths)))


def paper_bytes(paper: Document) -> bytes:
    """The document as a file."""
    out = io.BytesIO()
    paper.save(out)
    return out.getvalue()


def printable(text: str) -> str:
    """The words without personal data and without characters that XML does not allow."""
    return mask(text).translate(_ILLEGAL)


def _table(head: Sequence[str], rows: Sequence[Sequence[Cell]], shares: Sequence[int]) -> str:
    """The table as WordprocessingML (ISO/IEC 29500)."""
    given = [shares[at] if at < len(shares) else 12 for at in range(len(head))]
    widths = [TWIPS * share // sum(given) for share in given]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    lines = "".join(_row(row, widths) for row in rows)
    edges = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = "".join(f'<w:{edge} w:val="single" w:sz="4" w:color="808080"/>' for edge in edges)
    look = f'<w:tblW w:w="{TWIPS}" w:type="dxa"/><w:tblBorders>{borders}</w:tblBorders><w:tblLayout w:type="fixed"/>'
    table = f"<w:tblPr>{look}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{_row(head, widths, head=True)}{lines}"
    return f'<w:tbl xmlns:w="{NAMESPACE}">{table}</w:tbl>'


def _row(values: Sequence[Cell], widths: Sequence[int], *, head: bool = False) -> str:
    look = "<w:trPr><w:cantSplit/>" + ("<w:tblHeader/>" if head else "") + "</w:trPr>"
    cells = "".join(_cell(value, width, head=head) for value, width in zip(values, widths, strict=True))
    return f"<w:tr>{look}{cells}</w:tr>"


def _cell(value: Cell, width: int, *, head: bool) -> str:
    text = "" if value is None else escape(printable(str(value))).replace("\n", _BREAK)
    bold = "<w:rPr><w:b/></w:rPr>" if head else ""
    words = f'<w:r>{bold}<w:t xml:space="preserve">{text}</w:t></w:r>'
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr><w:p>{words}</w:p></w:tc>'
