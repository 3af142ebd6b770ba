"""The evaluation of a plan as files: a DOCX paper to be completed, an XLSX book with a sheet for each of its lists."""

from __future__ import annotations

from corpus.store.records import titled
from kg.evaluation import Evaluation
from webapp.clause_names import ClauseNames
from webapp.sheets import Sheet, book_bytes
from webapp.views_evaluation import lists_of
from webapp.word import add_notes, add_table, new_paper, paper_bytes
from webapp.wording import date_text

DISCLAIMER = "本材料由系统按库内文件整理和推算，不代表责任认定；未见提及不表示没有落实，待填报事项由承办单位核实填写。"

_WIDTHS = {
    "indicators": (22, 8, 12, 14, 14, 10, 10, 20, 16, 20),
    "tasks": (36, 12, 12, 10, 10, 12, 36, 12),
    "gaps": (6, 40, 14, 30, 14, 16),
    "conflicts": (18, 30, 20, 30, 20, 16),
}
"""Shares of the columns of each list."""


def evaluation_book(found: Evaluation, names: ClauseNames) -> bytes:
    """The XLSX book; its first sheet says what it is and by which rule values are expected."""
    sheets = [Sheet(one.name, one.head, one.lines, widths=_WIDTHS[one.key]) for one in lists_of(found, names)]
    return book_bytes(sheets, notes_of(found))


def evaluation_paper(found: Evaluation, names: ClauseNames) -> bytes:
    """The DOCX paper: a heading and a table for each list, wide pages, heads repeated on each."""
    (_, title), *notes = notes_of(found)
    paper = new_paper(title, 0)
    add_notes(paper, notes)
    for number, one in zip("一二三四", lists_of(found, names), strict=True):
        paper.add_heading(f"{number}、{one.name}（{len(one.rows)}项）", 1)
        if one.rows:
            add_table(paper, one.head, one.lines, _WIDTHS[one.key])
        else:
            paper.add_paragraph(one.none)
    return paper_bytes(paper)


def notes_of(found: Evaluation) -> tuple[tuple[str, str], ...]:
    """What the evaluation is, until when, and by which rule."""
    return (
        ("内容", f"{titled(found.plan.title)}中期评估材料"),
        ("评估截止", date_text(found.until.isoformat())),
        ("推算规则", found.rule),
        ("说明", DISCLAIMER),
    )
