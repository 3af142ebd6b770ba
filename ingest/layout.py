"""Positioned lines of pages become blocks (pure): running heads and page numbers told apart, wrapped lines joined.

Lengths are points from the top left corner of a page as it is shown; widths of characters are those of a Han one.
"""

from __future__ import annotations

import re
from collections import Counter, deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from corpus import BlockKind
from ingest.assembly import Piece, line
from ingest.furniture import is_furniture
from ingest.table_pages import SENTENCE_END, Grid, continued

_MARGIN = 0.13
"""Share of a page's height, at its top and its bottom, where running heads and page numbers stand."""

_REPEATED = 3
_REPEATED_SHARE = 0.05
_SAME_PLACE = 6.0
_WIDE = 0.7
"""Lines of this share of the widest show where the column begins and ends."""

_WRAP = 1.7
"""A line that ends further than this many characters before the right margin was not wrapped: one character and a
half stay free where the next was a closing mark or a number that is not broken."""

_INDENT = 1.2
"""A line that begins this many characters inside the column begins a paragraph (two by GB/T 9704-2012, 7.3.3)."""

_SAME_SIZE = 0.15
_LEAP = 1.7
"""A gap between lines above this many usual ones parts paragraphs."""

_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(r"[-—–－\s]*(?:\d{1,4}|[IVXLC]{1,7}|[ivxlc]{1,7})[-—–－\s]*")
_LABEL = re.compile(
    r"""
      第[一二三四五六七八九十百零〇\d]{1,6}[编章节条]   # 第十二条
    | [一二三四五六七八九十]{1,3}、                    # 三、
    | [（(][一二三四五六七八九十\d]{1,3}[）)]           # （三）
    | \d{1,2}[.．、](?!\d)                             # 3.
    | [①-⑳●■◆•] | ——
    """,
    re.VERBOSE,
)
_LEADER = re.compile(r"(?:\.{4,}|…{2,}|·{4,}|．{4,})\s*[\dIVXivx]*$")
"""The end of an entry in a table of contents: dots up to the number of the page."""

_LATIN = re.compile(r"[0-9A-Za-z]")
_BREAKABLE = ("/", "-", "_", "=", "&", "?")
"""After these an address goes on in the next line without a space."""


@dataclass(frozen=True, slots=True)
class Line:
    """Words on one line of a page.

    Attributes:
        text: the words.
        page: from 1.
        left: where they begin.
        right: where they end.
        top: of the highest.
        bottom: of the lowest.
        size: width of one Han character in it.
        parted: whether its last word goes on in the next line, after a hyphen that is not in `text`.
    """

    text: str
    page: int
    left: float
    right: float
    top: float
    bottom: float
    size: float
    parted: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its height, its lines in reading order without those of its tables, and its tables from the top."""

    number: int
    height: float
    lines: tuple[Line, ...]
    grids: tuple[Grid, ...] = ()


@dataclass(frozen=True, slots=True)
class _Column:
    """Where the lines of a page begin and end, and how far they are apart."""

    left: float
    right: float
    pitch: float


def blocks(pages: Sequence[Page]) -> Iterator[Piece]:
    """The pieces of all pages in reading order, each with the page that it begins on.

    Running heads and page numbers stand as furniture before the first piece that begins on their page or later, so
    that a paragraph which goes on over a page stays in one piece.
    """
    heads = _running_heads(pages)
    waiting = deque(item for page in pages for item in _furniture_of(page, heads))
    skipped = {id(item) for item in waiting}
    for group in _paragraphs(pages, skipped):
        while waiting and waiting[0].page <= group[0].page:
            yield _furniture(waiting.popleft())
        yield _piece(group)
    yield from map(_furniture, waiting)


def _furniture(item: Line) -> Piece:
    return line(BlockKind.FURNITURE, item.text, page=item.page)


def _piece(group: Sequence[Line | Grid]) -> Piece:
    first = group[0]
    if isinstance(first, Grid):
        return Piece(BlockKind.TABLE, "", first.page, cells=first.cells)
    text = join(item for item in group if isinstance(item, Line))
    return line(BlockKind.FURNITURE if is_furniture(text) else BlockKind.PARAGRAPH, text, page=first.page)


def _paragraphs(pages: Sequence[Page], skipped: set[int]) -> Iterator[list[Line | Grid]]:
    """Lines that belong together, and tables alone, in reading order; tables that go on over a page are one."""
    usual = _column([item for page in pages for item in page.lines if id(item) not in skipped])
    group: list[Line | Grid] = []
    column_before = usual
    for page in pages:
        kept = [item for item in page.lines if id(item) not in skipped]
        column = _column(kept) or usual
        for item in _in_order(kept, page.grids):
            joined = _one_table(group[-1], item) if group else None
            if joined is not None:
                group = [joined]
            elif group and _goes_on(group[-1], item, column_before, column):
                group.append(item)
            else:
                if group:
                    yield group
                group = [item]
            column_before = column
    if group:
        yield group


def _one_table(before: Line | Grid, after: Line | Grid) -> Grid | None:
    return continued(before, after) if isinstance(before, Grid) and isinstance(after, Grid) else None


def _in_order(lines: Sequence[Line], grids: Sequence[Grid]) -> Iterator[Line | Grid]:
    """Lines with each table before the first line that stands below its top."""
    waiting = list(grids)
    for item in lines:
        while waiting and waiting[0].top < item.top:
            yield waiting.pop(0)
        yield item
    yield from waiting


def _running_heads(pages: Sequence[Page]) -> frozenset[tuple[str, int]]:
    """Words that stand at one place near the edge of many pages, numbers aside."""
    found = Counter(key for page in pages for key in {_head_key(item) for item in page.lines if _in_margin(item, page)})
    least = max(_REPEATED, _REPEATED_SHARE * len(pages))
    return frozenset(key for key, count in found.items() if count >= least)


def _head_key(item: Line) -> tuple[str, int]:
    return _DIGITS.sub("#", "".join(item.text.split())), round(item.top / _SAME_PLACE)


def _in_margin(item: Line, page: Page) -> bool:
    return item.bottom < _MARGIN * page.height or item.top > (1 - _MARGIN) * page.height


def _furniture_of(page: Page, heads: frozenset[tuple[str, int]]) -> list[Line]:
    """The lines of a page that are running heads, or the number of the page at its outer edge."""
    highest = min((item.bottom for item in page.lines), default=0.0)
    lowest = max((item.top for item in page.lines), default=0.0)
    return [
        item
        for item in page.lines
        if _in_margin(item, page)
        and (
            _head_key(item) in heads
            or ((item.top <= highest or item.bottom >= lowest) and _PAGE_NUMBER.fullmatch(item.text) is not None)
        )
    ]


def _column(lines: Sequence[Line]) -> _Column | None:
    """Where the wide ones of some lines begin and end; None where there are too few to tell."""
    widest = max((item.right - item.left for item in lines), default=0.0)
    wide = [item for item in lines if item.right - item.left >= _WIDE * widest]
    if len(wide) < 3:
        return None
    lefts, rights = sorted(item.left for item in wide), sorted(item.right for item in wide)
    steps = (after.top - before.top for before, after in pairwise(lines) if after.page == before.page)
    downward = [step for step in steps if step > 0]
    pitch = median(downward) if downward else 3 * wide[0].size
    return _Column(lefts[len(lefts) // 10], rights[-1 - len(rights) // 10], pitch)


def _goes_on(before: Line | Grid, after: Line | Grid, column_before: _Column | None, column: _Column | None) -> bool:
    """Whether a line goes on with the paragraph of the line before it."""
    if not (isinstance(before, Line) and isinstance(after, Line)) or column_before is None or column is None:
        return False
    if abs(before.size - after.size) > _SAME_SIZE * before.size:
        return False
    if before.right < column_before.right - _WRAP * before.size or after.left > column.left + _INDENT * after.size:
        return False
    if before.page == after.page and not 0 < after.top - before.top <= _LEAP * column.pitch:
        return False
    return not (before.text.endswith(SENTENCE_END) and _LABEL.match(after.text)) and not _LEADER.search(before.text)


def cell_text(lines: Sequence[Line], right: float) -> str:
    """The words of a table's cell, a line of text a paragraph.

    A line that ends well before the cell does ends a paragraph if it ends a sentence, or if the next line is indented
    or begins with a label; in a narrow cell words are often parted where nothing ends.

    Args:
        lines: of the cell.
        right: where the cell ends.
    """
    groups: list[list[Line]] = []
    left = min((item.left for item in lines), default=0.0)
    for item in lines:
        before = groups[-1][-1] if groups else None
        if before is None or _ends_in_cell(before, item, left, right):
            groups.append([item])
        else:
            groups[-1].append(item)
    return "\n".join(map(join, groups))


def _ends_in_cell(before: Line, after: Line, left: float, right: float) -> bool:
    if before.right > right - (_WRAP + 1) * before.size:
        return False
    centred = abs(before.left + before.right - after.left - after.right) < after.size
    indented = after.left > left + _INDENT * after.size and not centred
    return before.text.endswith(SENTENCE_END) or indented or _LABEL.match(after.text) is not None


def join(lines: Iterable[Line]) -> str:
    """The words of wrapped lines in one: Han characters meet, Latin words keep a space between them."""
    text, parted = "", False
    for item in lines:
        spaced = (
            text and not parted and _LATIN.match(text[-1]) and _LATIN.match(item.text) and not text.endswith(_BREAKABLE)
        )
        text += (" " if spaced else "") + item.text
        parted = item.parted
    return text
