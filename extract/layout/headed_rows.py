"""Tables whose rows stand each on one line below a line of heads: 序号 指标 单位 2025年 2030年.

Cells are parted by single blanks, by tabs, wide gaps or bars. A category may stand alone on a line, a row may be
wrapped onto two, the header may come again on the next page. A row whose cells cannot be told for sure is one cell:
it is of the table, and nothing is read from it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import reduce

from corpus import Span
from extract.layout.headed_grid import LONGEST_CAPTION, HeadedTable, Lines, TableBody, TableRow, tell_captions
from extract.layout.numbering import read_label
from extract.layout.row_alignment import Cells, align
from extract.layout.row_cells import is_row, joined, pieces
from extract.layout.table_heads import Header, read_header, with_years

_LONGEST_PAGE_HEAD = 40
_EMPTY = 2
"""Numbered captions in succession that may have no rows."""
_LEAST_PIECES = 2
"""Cells on each line of a row that is wrapped, where gaps part cells."""
_WRAPPED = 3
"""Lines that a row may be wrapped onto."""
_MOST_UNSURE = 3
"""Rows in succession that cannot be told, behind which the table is taken to have ended."""
_PAGE = re.compile(r"\d{1,4}|-[ ]?\d{1,4}[ ]?-|第[ ]?\d{1,4}[ ]?页.{0,12}")
_BEHIND = re.compile(
    r"[(\[]?(?:备?注|说明|数据来源|资料来源)[)\]]?\d{0,2}[:.、]|附件|第[一二三四五六七八九十]{1,3}[章节]"
)
_MARKS = re.compile("[。;!?]")


def find_headed_tables(lines: Lines) -> Iterator[HeadedTable]:
    """The tables of rows on single lines, in order."""
    at = 0
    while at < len(lines.texts):
        text = lines.texts[at]
        header = read_header(text, lines.starts[at]) if text else None
        if header is None:
            at += 1
            continue
        body = at + 1
        if body < len(lines.texts) and (years := with_years(header, lines.texts[body], lines.starts[body])):
            header, body = years, body + 1
        found = _Reader(lines, header, at, body).read()
        if found.is_table(header):
            yield found.table(at, header)
            at = found.stop
        else:
            at = max(at + 1, found.looked)


class _Reader:
    """The rows below a header, line by line."""

    def __init__(self, lines: Lines, header: Header, first: int, body: int) -> None:
        self._lines = lines
        self._header = header
        self._heads = [lines.texts[at].replace(" ", "") for at in range(first, body)]
        self._at = body
        self._sure = 0
        self._body = TableBody(body, body)

    def read(self) -> TableBody:
        """All rows."""
        unsure = 0
        rows_ = self._body.rows
        while unsure < _MOST_UNSURE and (text := self._lines.at(self._at)) and not _BEHIND.match(text):
            if self._is_head(self._at):
                self._at += len(self._heads)
            elif read_header(text):
                break
            elif taken := self._row():
                unsure = 0
                self._at += taken
                self._body.stop = self._at
            elif heads := self._page_heads():
                self._at += heads
            elif self._is_caption(text):
                if not _PAGE.fullmatch(text):
                    rows_.append(TableRow(self._lines.span(self._at), text, caption=self._at))
                self._at += 1
            elif self._is_like_row(text):
                unsure += 1
                rows_.append(TableRow(self._lines.span(self._at), text))
                self._at += 1
            else:
                break
        self._body.looked = self._at
        last = max((at for at, row in enumerate(rows_) if row.cells), default=-1)
        del rows_[last + 1 :]
        tell_captions(self._header, rows_)
        return self._body

    def _is_head(self, at: int) -> bool:
        """Whether the header comes again."""
        return all(self._lines.at(at + ahead).replace(" ", "") == head for ahead, head in enumerate(self._heads))

    def _page_heads(self) -> int:
        """How many lines of a page stand before the header that comes again; 0 where it does not."""
        for ahead in (1, 2):
            text = self._lines.at(self._at + ahead - 1)
            if not text or len(text) > _LONGEST_PAGE_HEAD or _MARKS.search(text):
                return 0
            if self._is_head(self._at + ahead):
                return ahead
        return 0

    def _row(self) -> int:
        """How many lines the row takes that begins here; 0 where none does."""
        for count in range(1, _WRAPPED + 1):
            last = self._lines.at(self._at + count - 1)
            if not last or (count > 1 and (_BEHIND.match(last) or self._cells(self._at + count - 1, 1))):
                return 0
            if cells := self._cells(self._at, count):
                span = Span(self._lines.starts[self._at], self._lines.span(self._at + count - 1).end)
                self._body.rows.append(TableRow(span, self._name(cells), cells))
                self._sure += 1
                return count
        return 0

    def _name(self, cells: Cells) -> str:
        """The words of the name of a row, as far as they stand on its first line."""
        span, start = cells[self._header.kinds.index("name")], self._lines.starts[self._at]
        return self._lines.texts[self._at][span.start - start : span.end - start] if span else ""

    def _is_like_row(self, text: str) -> bool:
        """Whether a line that could not be told is a row all the same: it has figures, or its number and some cells."""
        if is_row(text):
            return True
        parts = pieces(text, 0, gapped=self._header.gapped)
        counted = self._header.kinds[0] == "serial" and parts[0].text.isdigit()
        return counted and text[-1] not in "。;:" and len(parts) > max(2, len(self._header.kinds) // 2)

    def _cells(self, at: int, count: int) -> Cells | None:
        """The cells of the row on `count` lines from `at` on."""
        gapped = self._header.gapped
        lines = [
            pieces(*line, gapped=gapped) for line in zip(*(one[at : at + count] for one in self._lines), strict=True)
        ]
        if gapped and count > 1 and min(map(len, lines)) < _LEAST_PIECES:
            return None
        parts = reduce(joined, lines)
        return align(parts, self._header.kinds, gapped=gapped, first=not self._sure, number=self._sure)

    def _is_caption(self, text: str) -> bool:
        """Whether a line is a caption of the rows below it: few words, and a row behind."""
        labelled = _is_label(text)
        if len(text) > LONGEST_CAPTION or _MARKS.search(text) or (self._is_like_row(text) and not labelled):
            return False
        below = self._at + 1
        while labelled and below <= self._at + _EMPTY and _is_label(self._lines.at(below)):
            below += 1
        return any(
            all(self._lines.at(below + ahead) for ahead in range(count)) and self._cells(below, count)
            for count in (1, 2)
        )


def _is_label(text: str) -> bool:
    """Whether a line is a caption numbered in characters, as no row is."""
    return 0 < len(text) <= LONGEST_CAPTION and not text[0].isdigit() and read_label(text) is not None
