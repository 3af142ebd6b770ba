"""Lists as DOCX: one table in landscape, its head repeated on every page, what the list is written above it."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml import parse_xml
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
_ILLEGAL = dict.fromkeys([*range(9), 11, 12, *range(14, 32)])


def docx_bytes(sheet: Sheet) -> bytes:
    """The list as a document."""
    document = Document()
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = WIDTH, HEIGHT
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = MARGIN
    document.styles["Normal"].font.size = Pt(9.5)
    document.add_heading(sheet.title, 1)
    exported = (("导出时间", f"{now():%Y-%m-%d %H:%M}"), ("行数", str(len(sheet.rows))))
    for label, text in (*sheet.notes, *exported):
        document.add_paragraph(f"{label}：{mask(text).translate(_ILLEGAL)}")
    # The table is made as text: cell by cell, the library takes a minute for a list of some thousand rows.
    document.element.body.insert(-1, parse_xml(_table(sheet)))
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _table(sheet: Sheet) -> str:
    """The table as WordprocessingML (ISO/IEC 29500)."""
    widths = _widths(sheet)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    head = _row(sheet.head, widths, head=True)
    rows = "".join(_row(row, widths) for row in sheet.rows)
    edges = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = "".join(f'<w:{edge} w:val="single" w:sz="4" w:color="808080"/>' for edge in edges)
    look = f'<w:tblW w:w="{TWIPS}" w:type="dxa"/><w:tblBorders>{borders}</w:tblBorders><w:tblLayout w:type="fixed"/>'
    return f'<w:tbl xmlns:w="{NAMESPACE}"><w:tblPr>{look}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{head}{rows}</w:tbl>'


def _widths(sheet: Sheet) -> list[int]:
    """Widths of the columns, in the shares that the sheet gives them."""
    shares = [sheet.widths[at] if at < len(sheet.widths) else 12 for at in range(len(sheet.head))]
    return [TWIPS * share // sum(shares) for share in shares]


def _row(values: Sequence[Cell], widths: Sequence[int], *, head: bool = False) -> str:
    look = "<w:trPr><w:cantSplit/>" + ("<w:tblHeader/>" if head else "") + "</w:trPr>"
    cells = "".join(_cell(value, width, head=head) for value, width in zip(values, widths, strict=True))
    return f"<w:tr>{look}{cells}</w:tr>"


def _cell(value: Cell, width: int, *, head: bool) -> str:
    text = "" if value is None else escape(mask(str(value)).translate(_ILLEGAL))
    bold = "<w:rPr><w:b/></w:rPr>" if head else ""
    words = f'<w:r>{bold}<w:t xml:space="preserve">{text}</w:t></w:r>'
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr><w:p>{words}</w:p></w:tc>'
