"""Lists as files: CSV that Excel opens without mojibake, XLSX with a first sheet that says what the list is, JSON."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from corpus.masking import mask
from webapp.clock import now
from webapp.word import docx_bytes, printable

Cell = str | int | float | Decimal | None

FORMATS = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv; charset=utf-8",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "json": "application/json; charset=utf-8",
}
"""Formats of every list, and their media types."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A list that is to become a file.

    Attributes:
        title: of the sheet.
        head: names of the columns.
        rows: the values.
        notes: label and text of what the list is: query, conditions, bounds.
        widths: columns' widths in characters; guessed where fewer are given.
    """

    title: str
    head: Sequence[str]
    rows: Sequence[Sequence[Cell]]
    notes: Sequence[tuple[str, str]] = ()
    widths: Sequence[int] = field(default=())


def sheet_bytes(sheet: Sheet, format_: str) -> bytes:
    """The list as a file of a format in `FORMATS`."""
    return _WRITERS[format_](sheet)


def _json(sheet: Sheet) -> bytes:
    """The rows as objects by the names of the columns, with what the list is."""
    rows = [dict(zip(sheet.head, map(_plain, row), strict=True)) for row in sheet.rows]
    notes = {label: mask(text) for label, text in sheet.notes}
    form = {"title": sheet.title, "notes": notes, "exported_at": f"{now():%Y-%m-%d %H:%M}", "rows": rows}
    return json.dumps(form, ensure_ascii=False, indent=1).encode()


def _plain(value: Cell) -> str | int | float | None:
    if isinstance(value, Decimal):
        return str(value)
    return mask(value) if isinstance(value, str) else value


def _csv(sheet: Sheet) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(sheet.head)
    writer.writerows([_safe(value) for value in row] for row in sheet.rows)
    return ("\ufeff" + out.getvalue()).encode()


def book_bytes(sheets: Sequence[Sheet], notes: Sequence[tuple[str, str]]) -> bytes:
    """Several lists as one XLSX file, behind a first sheet that says what they are."""
    book = Workbook()
    front = book.worksheets[0]
    front.title = "说明"
    for label, text in (*notes, ("导出时间", f"{now():%Y-%m-%d %H:%M}")):
        front.append([label, _safe(text)])
    front.column_dimensions["A"].width, front.column_dimensions["B"].width = 14, 90
    for sheet in sheets:
        _fill(book.create_sheet(sheet.title[:31]), sheet)
    book.active = 1
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _xlsx(sheet: Sheet) -> bytes:
    return book_bytes([sheet], (("内容", sheet.title), *sheet.notes, ("行数", str(len(sheet.rows)))))


def _fill(page: Worksheet, sheet: Sheet) -> None:
    """Writes head and rows; the head stays in view and is repeated in print."""
    page.append(list(sheet.head))
    for row in sheet.rows:
        page.append([_safe(value) for value in row])
    page.freeze_panes = "A2"
    page.print_title_rows = "1:1"
    page.page_setup.orientation = "landscape"
    page.page_setup.fitToHeight = 0
    page.sheet_properties.pageSetUpPr.fitToPage = True  # type: ignore[union-attr]
    for cell in page[1]:
        cell.font = Font(bold=True)
    for at, name in enumerate(sheet.head):
        given = sheet.widths[at] if at < len(sheet.widths) else max(10, min(40, 2 * len(name) + 6))
        page.column_dimensions[get_column_letter(at + 1)].width = given
    for cells in page.iter_rows(min_row=2):
        for cell in cells:
            cell.alignment = Alignment(wrap_text=True, vertical="top")


def _safe(value: Cell) -> Cell:
    """A value fit for a cell: personal data hidden, nothing that a spreadsheet would run as a formula."""
    if not isinstance(value, str):
        return value
    text = printable(value)[:32000]
    return f"'{text}" if text.startswith(_FORMULA) else text


_WRITERS: dict[str, Callable[[Sheet], bytes]] = {"xlsx": _xlsx, "csv": _csv, "docx": docx_bytes, "json": _json}
