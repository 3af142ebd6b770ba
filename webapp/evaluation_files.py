"""The evaluation of a plan as files: a DOCX paper to be completed, an XLSX book with a sheet for each of its lists."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence

import docx
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from kg.evaluation import Evaluation
from webapp.sheets import Sheet, book_bytes
from webapp.views_evaluation import (
    CONFLICT_HEAD,
    GAP_HEAD,
    INDICATOR_HEAD,
    TASK_HEAD,
    conflict_cells,
    gap_cells,
    indicator_cells,
    task_cells,
)
from webapp.wording import date_text

Rows = Sequence[tuple[str, ...]]

DISCLAIMER = "本材料由系统按库内文件整理和推算，不代表责任认定；未见提及不表示没有落实，待填报事项由承办单位核实填写。"
_FONT = "SimSun"
_SIZE = Pt(9)


def lists_of(found: Evaluation) -> Iterator[tuple[str, tuple[str, ...], Rows]]:
    """The lists of an evaluation: name, head and rows of each."""
    yield "指标进展", INDICATOR_HEAD, [indicator_cells(line) for line in found.indicators]
    yield "任务进展", TASK_HEAD, [task_cells(task) for task in found.tasks]
    yield "待填报事项", GAP_HEAD, [gap_cells(gap, found.plan.title) for gap in found.gaps]
    yield "表述不一致", CONFLICT_HEAD, [conflict_cells(conflict) for conflict in found.conflicts]


def evaluation_book(found: Evaluation) -> bytes:
    """The XLSX book; its first sheet says what it is and by which rule values are expected."""
    sheets = [Sheet(name, head, rows) for name, head, rows in lists_of(found)]
    return book_bytes(sheets, _notes(found))


def _notes(found: Evaluation) -> tuple[tuple[str, str], ...]:
    return (
        ("内容", f"《{found.plan.title}》中期评估材料"),
        ("评估截止", date_text(found.until.isoformat())),
        ("推算规则", found.rule),
        ("说明", DISCLAIMER),
    )


def evaluation_paper(found: Evaluation) -> bytes:
    """The DOCX paper: a heading and a table for each list, wide pages, heads repeated on each."""
    paper = docx.Document()
    _set_page(paper)
    paper.add_heading(f"《{found.plan.title}》中期评估材料", 0)
    for label, text in _notes(found)[1:]:
        paper.add_paragraph(f"{label}：{text}")
    for number, (name, head, rows) in zip("一二三四", lists_of(found), strict=True):
        paper.add_heading(f"{number}、{name}（{len(rows)}项）", 1)
        if rows:
            _add_table(paper, head, rows)
        else:
            paper.add_paragraph("无。")
    out = io.BytesIO()
    paper.save(out)
    return out.getvalue()


def _set_page(paper: docx.document.Document) -> None:
    """Wide pages; a font that has Chinese characters, also where the program would choose one by the language."""
    section = paper.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width
    section.left_margin = section.right_margin = Cm(1.8)
    for style in ("Normal", "Title", "Heading 1"):
        font = paper.styles[style].font
        font.name = _FONT
        paper.styles[style].element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), _FONT)


def _add_table(paper: docx.document.Document, head: tuple[str, ...], rows: Rows) -> None:
    table = paper.add_table(rows=1, cols=len(head), style="Table Grid")
    for cell, text in zip(table.rows[0].cells, head, strict=True):
        cell.text = text
    properties = table.rows[0]._tr.get_or_add_trPr()  # noqa: SLF001 - python-docx has no word for a repeated head
    properties.append(properties.makeelement(qn("w:tblHeader"), {}))
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = "".join(mark for mark in text if mark >= " " or mark == "\n")
    for row in table.rows:
        for cell in row.cells:
            for paragraph in cell.paragraphs:
                for run in paragraph.runs:
                    run.font.size = _SIZE
