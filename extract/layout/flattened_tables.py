"""Tables that lost their grid: one cell a line, or cells parted by tabs or wide gaps.

A line of heads that are known lets the lines below be read as rows (`headed_rows`), and so do such heads with a cell a
line (`headed_cells`). Two other signs let a run of lines be read as a table of one cell a line: a column of serial
numbers 1, 2, 3 that begins each row, or a last column that always says the nature of an indicator (约束性, 预期性).
Cells are short, but for rows that begin with their number and have each as many lines as the header. Nothing else is
guessed at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from corpus import Cell, Span, Table
from extract.layout.headed_cells import table_of_cells
from extract.layout.headed_grid import LONGEST_LINE, PLAIN, Lines
from extract.layout.headed_rows import find_headed_tables
from extract.layout.paragraphs import Paragraph
from extract.layout.row_alignment import OF_NATURE
from extract.lexicon import words


@dataclass(frozen=True, slots=True)
class TableLines:
    """A table with the paragraphs it takes, from `first` to before `stop`; `captions` of them are numbered headings.

    Its cells point at the words in the text.
    """

    first: int
    stop: int
    table: Table
    captions: tuple[int, ...] = ()

    def stretches(self) -> Iterator[tuple[int, int]]:
        """The paragraphs between captions."""
        for above, below in pairwise((self.first - 1, *self.captions, self.stop)):
            if below - above > 1:
                yield above + 1, below


_CELL_LENGTH = 90
_ROWS = 3
_ATTEMPTS = 40
_HEADER = re.compile("|".join(f"(?:{pattern})" for pattern in words("table_headers", "pattern")))
_VALUE = re.compile(
    r"""
    [<>=≥≤~約约-]{0,2} [ ]* \d[\d,.]* [ ]* (?: [-~] [ ]* \d[\d,.]* )? [ ]*
    (?: [%‰] | [万亿]?[一-龥]{0,4} )? (?: 左右 | 以上 | 以下 | 以内 )? (?: [(\[][^()\[\]]{1,12}[)\]] )?
    | - | / | —
    """,
    re.VERBOSE,
)
_SERIAL = re.compile(r"\d{1,3}")
_GAP = re.compile(r"[ ]*\t+[ \t]*|[ ]{2,}|[ ]*\|[ ]*")
_GAPS = ("\t", "  ", "|")
_ADDITION = re.compile(r"\([^()]{1,20}\)")


def find_tables(paragraphs: Sequence[Paragraph]) -> Iterator[TableLines]:
    """The flattened tables among `paragraphs`, in order; tables that the file itself has are not among them."""
    at = 0
    lines = _lines(paragraphs)
    for found in find_headed_tables(lines):
        yield from _without_heads(paragraphs, lines, at, found.first)
        yield TableLines(*found)
        at = found.stop
    yield from _without_heads(paragraphs, lines, at, len(paragraphs))


def _lines(paragraphs: Sequence[Paragraph]) -> Lines:
    """The paragraphs as lines of a table with a row a line; those that are several lines can be none."""
    texts = [one.text if _is_plain(one) and len(one.text) <= LONGEST_LINE else "" for one in paragraphs]
    return Lines(["" if "\n" in text else text for text in texts], [one.span.start for one in paragraphs])


def _without_heads(paragraphs: Sequence[Paragraph], lines: Lines, start: int, end: int) -> Iterator[TableLines]:
    """The flattened tables from `start` to before `end` that are no rows below a line of heads."""
    while start < end:
        if found := _serial_of_sentences(paragraphs, start, end):
            yield found
            start = found.stop
            continue
        stop = start
        while stop < end and _may_be_cell(paragraphs[stop]):
            stop += 1
        yield from _tables_of_run(paragraphs, lines, start, stop)
        start = stop + 1


def _tables_of_run(paragraphs: Sequence[Paragraph], lines: Lines, start: int, stop: int) -> Iterator[TableLines]:
    """The tables in a run of lines that can be cells; attempts are limited, so that a hostile run costs little."""
    attempts = 0
    while stop - start >= _ROWS and attempts < _ATTEMPTS:
        header = _header_lines(paragraphs, start, stop)
        found = _gapped(paragraphs, start, stop)
        if found is None and header:
            attempts += 1
            found = _serial(paragraphs, start, stop) or _natured(paragraphs, start, start + header, stop)
        told, looked = table_of_cells(lines, start, stop)
        if told and (found is None or told.stop + told.table.columns > found.stop):  # less than a row remains
            found = TableLines(*told)
        if found is not None:
            yield found
        start = found.stop if found else max(start + max(1, header), looked)


def _header_lines(paragraphs: Sequence[Paragraph], start: int, stop: int) -> int:
    """How many lines from `start` are cells of a header."""
    at = start
    while at < stop and _HEADER.fullmatch(paragraphs[at].text):
        at += 1
    return at - start


def _is_plain(paragraph: Paragraph) -> bool:
    return paragraph.table is None and paragraph.kind in PLAIN


def _may_be_cell(paragraph: Paragraph) -> bool:
    text = paragraph.text
    return _is_plain(paragraph) and (len(text) <= _CELL_LENGTH or "\t" in text) and text[-1] not in "。;:"


# Cells parted by gaps -------------------------------------------------------------------------------------------------


def _gapped(paragraphs: Sequence[Paragraph], start: int, stop: int) -> TableLines | None:
    """Three lines or more with the same number of cells, at least two by tabs and three by blanks."""
    first = _cells(paragraphs[start])
    if len(first) < 2 or (len(first) < 3 and "\t" not in paragraphs[start].text):
        return None
    rows = [first]
    while start + len(rows) < stop:
        row = _cells(paragraphs[start + len(rows)])
        if len(row) != len(first):
            break
        rows.append(row)
    if len(rows) < _ROWS:
        return None
    cells = tuple(Cell(span, row, column) for row, spans in enumerate(rows) for column, span in enumerate(spans))
    return TableLines(start, start + len(rows), Table(cells, len(rows), len(first)))


def _cells(paragraph: Paragraph) -> list[Span]:
    """The spans between gaps."""
    if "\n" in paragraph.text:
        return []
    if not any(gap in paragraph.text for gap in _GAPS):
        return [paragraph.span]
    bounds = [(0, 0), *(match.span() for match in _GAP.finditer(paragraph.text)), (len(paragraph.text),) * 2]
    spans = [Span(a[1], b[0]) for a, b in pairwise(bounds) if b[0] > a[1]]
    return [span.shift(paragraph.span.start) for span in spans]


# A column of serial numbers -------------------------------------------------------------------------------------------


def _serial(paragraphs: Sequence[Paragraph], start: int, stop: int) -> TableLines | None:
    """序号 ... 1 ... 2 ... 3: header cells, then rows that begin with their number."""
    if not _counts_rows(paragraphs[start]):
        return None
    serials = _serials(paragraphs, start, stop)
    if len(serials) < 2:
        return None
    header = _header_cells(paragraphs, start, serials[0])
    rows = [_merged(paragraphs, a, b) for a, b in zip(serials, [*serials[1:], stop], strict=True)]
    width = len(header)
    if width < 2 or sum(len(row) == width for row in rows) * 2 < len(rows):
        return None
    last = _last_row(paragraphs[serials[-1] : stop], rows[-1], width)
    rows = [*rows[:-1], last]
    end = serials[-1] + sum(1 for at in range(serials[-1], stop) if paragraphs[at].span.start < last[-1].end)
    cells = [Cell(span, 0, column) for column, span in enumerate(header)]
    cells += [Cell(span, row, column) for row, spans in enumerate(rows, 1) for column, span in _fit(spans, width)]
    return TableLines(start, end, Table(tuple(cells), len(rows) + 1, width))


def _counts_rows(paragraph: Paragraph) -> bool:
    """Whether a line heads a column of serial numbers."""
    return paragraph.text.replace(" ", "") in {"序号", "编号", "号"}


_WIDEST = 12
"""Columns of a table whose cells hold sentences, at most."""


def _serial_of_sentences(paragraphs: Sequence[Paragraph], start: int, end: int) -> TableLines | None:
    """序号 ... 1 ... 2 ... with whole sentences in the cells: each row has just as many lines as the header."""
    if not _counts_rows(paragraphs[start]):
        return None
    header = paragraphs[start : min(end, start + _WIDEST)]
    width = next((at for at, one in enumerate(header) if one.text == "1"), 0)
    if width < 3 or not all(_may_be_cell(one) for one in header[:width]):
        return None
    rows = 0
    while start + (rows + 2) * width <= end:
        row = paragraphs[start + (rows + 1) * width : start + (rows + 2) * width]
        if row[0].text != str(rows + 1) or any(one.table is not None for one in row):
            break
        rows += 1
    taken = paragraphs[start : start + (rows + 1) * width]
    if rows < 2 or all(_may_be_cell(one) for one in taken):
        return None
    cells = tuple(Cell(one.span, *divmod(at, width)) for at, one in enumerate(taken))
    return TableLines(start, start + len(taken), Table(cells, rows + 1, width))


_OFFICE = re.compile(r"[省市县区州][一-龥]{1,12}[局厅委办部院会社]")


def _last_row(paragraphs: Sequence[Paragraph], spans: list[Span], width: int) -> list[Span]:
    """The cells of the last row, behind which other lines may follow; offices of one level go on with the cell."""
    texts = {one.span.start: one.text for one in paragraphs}
    end = min(width, len(spans))
    while end < len(spans):
        above, text = texts[spans[end - 1].start], texts[spans[end].start]
        if not (_OFFICE.fullmatch(above) and _OFFICE.fullmatch(text) and above[0] == text[0]):
            break
        end += 1
    return spans[:end]


def _serials(paragraphs: Sequence[Paragraph], start: int, stop: int) -> list[int]:
    """The lines that count 1, 2, 3; counting may begin anew."""
    found: list[int] = []
    expected = 1
    for index in range(start + 1, stop):
        text = paragraphs[index].text
        if _SERIAL.fullmatch(text) and int(text) in {1, expected}:
            found.append(index)
            expected = int(text) + 1
    return found


def _header_cells(paragraphs: Sequence[Paragraph], start: int, stop: int) -> list[Span]:
    """The header; single characters between it and the first number are a caption set downwards, and no column."""
    return [paragraphs[index].span for index in range(start, stop) if len(paragraphs[index].text) > 1]


def _merged(paragraphs: Sequence[Paragraph], start: int, stop: int) -> list[Span]:
    """The cells of a row; an addition in brackets goes on with the cell before it, captions fall out."""
    spans: list[Span] = []
    for index in range(start, stop):
        text, span = paragraphs[index].text, paragraphs[index].span
        if len(spans) > 1 and _ADDITION.fullmatch(text):
            spans[-1] = Span(spans[-1].start, span.end)
        elif len(text) > 1 or index == start or text.isdecimal():
            spans.append(span)
    return spans


def _fit(spans: list[Span], width: int) -> Iterator[tuple[int, Span]]:
    """Cells with their columns; too many go into the last, of too few the last stands in the last."""
    if len(spans) > width:
        spans = [*spans[: width - 1], Span(spans[width - 1].start, spans[-1].end)]
    for column, span in enumerate(spans):
        behind = len(spans) - 1 - column
        yield (column if column < 2 or behind else width - 1), span


# A last column of natures ---------------------------------------------------------------------------------------------


def _natured(paragraphs: Sequence[Paragraph], start: int, body: int, stop: int) -> TableLines | None:
    """Rows that each end with 约束性 or 预期性, from `body` on, under a header of years and words of headers."""
    ends = [index for index in range(body, stop) if OF_NATURE.fullmatch(paragraphs[index].text)]
    if body - start < 2 or len(ends) < 2:
        return None
    rows = [list(range(a, b + 1)) for a, b in zip([body, *(end + 1 for end in ends)], ends, strict=False)]
    header = [paragraphs[index].span for index in range(start, body)]
    named = _HEADER_NAME.fullmatch(paragraphs[start].text) is not None
    width = len(header) + (not named)
    united = any(_HEADER_UNIT.fullmatch(paragraphs[index].text) for index in range(start, body))
    table = _grid(paragraphs, header, rows, width, 1 + united)
    return TableLines(start, ends[-1] + 1, table)


_HEADER_NAME = re.compile(r"(?:主要|具体)?(?:指标|项目|内容)(?:名称)?|序号|类别|类型|领域|分类")


def _grid(paragraphs: Sequence[Paragraph], header: list[Span], rows: list[list[int]], width: int, named: int) -> Table:
    """The table with a first column of categories, each reaching down to the next; `named` cells precede the values."""
    texts = [[paragraphs[index].text for index in row] for row in rows]
    categories = [_categories(row, named) for row in texts]
    shift = 1 if any(categories) else 0
    columns = width + shift
    cells = [Cell(span, 0, columns - len(header) + at) for at, span in enumerate(header)]
    starts = [at for at, count in enumerate(categories) if count]
    for number, row in enumerate(rows):
        spans = [paragraphs[index].span for index in row]
        if categories[number]:
            reach = next((at for at in starts if at > number), len(rows)) - number
            cells.append(Cell(Span(spans[0].start, spans[categories[number] - 1].end), number + 1, 0, reach))
        own = spans[categories[number] :]
        cells += [Cell(span, number + 1, column + shift) for column, span in _aligned(own, width)]
    return Table(tuple(cells), len(rows) + 1, columns)


_HEADER_UNIT = re.compile(r"(?:计量)?单位")


def _categories(row: list[str], named: int) -> int:
    """How many cells at the start of a row are categories: words before its name, with its unit if it has a column."""
    first = next((at for at, text in enumerate(row) if _VALUE.fullmatch(text)), len(row) - 1)
    return max(0, first - named)


def _aligned(spans: list[Span], width: int) -> Iterator[tuple[int, Span]]:
    """The name in the first column, the others against the last: what is missing is the older value."""
    if len(spans) > width:
        spans = [*spans[: width - 1], Span(spans[width - 1].start, spans[-1].end)]
    for at, span in enumerate(spans):
        yield (0 if at == 0 else width - len(spans) + at), span
