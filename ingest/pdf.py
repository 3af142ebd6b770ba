"""PDF with a text layer: characters and ruling lines by PDFium, tables by pdfplumber's geometry, blocks by `layout`."""

from __future__ import annotations

import pypdfium2
from pypdfium2 import raw

from corpus import Problem
from ingest.assembly import Reading
from ingest.layout import Page, blocks
from ingest.limits import Limits
from ingest.pdf_lines import grids, lines
from ingest.pdf_page import glyphs, has_picture, rules, shown
from ingest.pdf_rules import tables
from ingest.readable import is_garbled
from ingest.refusal import refusal
from ingest.text import visible

_FEWEST = 10
"""A page with fewer characters than this and a picture on it is a scan."""

_NAMED = 10


def read_pdf(data: bytes, limits: Limits) -> Reading:
    """The pieces of a PDF.

    Raises:
        UnreadableFileError: if it is damaged, locked, too long, a scan, or its text layer is garbled.
    """
    document = _opened(data)
    try:
        if len(document) == 0:
            raise refusal("pdf_no_pages")
        if len(document) > limits.pages:
            raise refusal("pages", limit=limits.pages)
        pages, problems = _pages(document, limits)
        title = visible(document.get_metadata_value("Title"))[0].strip() or None
    finally:
        document.close()
    return Reading(tuple(blocks(pages)), problems, title)


def _opened(data: bytes) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        locked = raw.FPDF_GetLastError() in (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY)
        raise refusal("encrypted" if locked else "pdf_damaged") from error


def _pages(document: pypdfium2.PdfDocument, limits: Limits) -> tuple[list[Page], tuple[Problem, ...]]:
    """All pages with their words, and which of them could not be read.

    Raises:
        UnreadableFileError: if no page has words, or the words are garbled, or too many.
    """
    pages: list[Page] = []
    scanned: list[int] = []
    damaged: list[int] = []
    size = 0
    for at in range(len(document)):
        try:
            page, is_scan = _page(document, at)
        except pypdfium2.PdfiumError:
            damaged.append(at + 1)
            continue
        pages.append(page)
        size += _length(page)
        if is_scan:
            scanned.append(at + 1)
        if size > limits.characters:
            raise refusal("characters", limit=limits.characters)
    _check_text(pages, scanned)
    return pages, _problems(scanned, damaged)


def _page(document: pypdfium2.PdfDocument, at: int) -> tuple[Page, bool]:
    """One page, and whether it is a picture of a page."""
    page = document[at]
    try:
        point, height = shown(page)
        characters = glyphs(page, point)
        is_scan = len(characters) < _FEWEST and has_picture(page)
        found, rest = grids(tables(rules(page, point)), characters, at + 1)
    finally:
        page.close()
    return Page(at + 1, height, tuple(lines(rest, at + 1)), tuple(found)), is_scan


def _length(page: Page) -> int:
    return sum(len(item.text) for item in page.lines) + sum(
        len(cell.text) for grid in page.grids for cell in grid.cells
    )


def _check_text(pages: list[Page], scanned: list[int]) -> None:
    words = "".join(
        [item.text for page in pages for item in page.lines]
        + [cell.text for page in pages for grid in page.grids for cell in grid.cells]
    )
    if len(words) < _FEWEST and (scanned or not words.strip()):
        raise refusal("pdf_no_text")
    if is_garbled(words):
        raise refusal("pdf_garbled")


def _problems(scanned: list[int], damaged: list[int]) -> tuple[Problem, ...]:
    table = (
        (scanned, "pdf.pages_without_text", "第{pages}页没有文字层（扫描页），其内容未读取。"),
        (damaged, "pdf.pages_damaged", "第{pages}页已损坏，其内容未读取。"),
    )
    return tuple(Problem(code, message.format(pages=_listed(pages))) for pages, code, message in table if pages)


def _listed(pages: list[int]) -> str:
    return "、".join(map(str, pages[:_NAMED])) + (f"等{len(pages)}" if len(pages) > _NAMED else "")
