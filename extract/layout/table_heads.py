"""The header of a table that lost its grid, 序号 指标 单位 2025年 2030年 属性, and what its columns hold."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple

from extract.layout.row_cells import Piece, pieces
from extract.lexicon import rows
from extract.numbers.quantity_shapes import UNIT_PATTERN

_KINDS = tuple((re.compile(pattern), kind) for pattern, kind, _ in rows("table_heads"))
_UNIT_BEHIND = re.compile(rf"(?P<words>.+?)[(\[](?:单位:)?(?:{UNIT_PATTERN})[)\]]")
_YEAR = re.compile(r"(?:19|20)\d\d年?(?:\(.{1,6}\))?")
_LONGEST_LINE, _LONGEST_HEAD = 160, 20
_MARKS = re.compile("[。;!?,]")
_GAP = re.compile(r"[ \t|]")
_BROKEN = 6
"""Pieces that one head may be broken into: 责 任 单 位."""
_OPEN_KINDS = frozenset({"name", "category", "other"})
_MERGED = re.compile(
    r".{0,6}(?:规模|目标|现状|数值|指标值|规划|年份|年度|情况|基期|基准|投资|计划|完成|预期)(?:值|数)?"
)
"""A head over several columns of years."""
_OF_ONE = re.compile(r"\d|年均|累计|增|名称")
_UNITS = frozenset({"单位", "计量单位"})


class Column(NamedTuple):
    """A column by its head: where that stands in its line, its words, and what the cells below hold.

    Attributes:
        start: of the head.
        end: of it.
        words: the head without blanks.
        kind: as table `table_heads` has it; an unknown head is a `name`.
        known: whether the table has it.
    """

    start: int
    end: int
    words: str
    kind: str
    known: bool = True


@dataclass(frozen=True)
class Header:
    """A line of heads.

    Attributes:
        columns: its heads.
        gapped: gaps wider than a blank part them.
        below: the years on the line below it.
        over: which heads reach over years, and over how many.
    """

    columns: tuple[Column, ...]
    gapped: bool
    below: tuple[Column, ...] = ()
    over: tuple[tuple[int, int], ...] = ()

    @cached_property
    def kinds(self) -> tuple[str, ...]:
        """What the columns hold, those of years below a common head each for itself."""
        reach = dict(self.over)
        return tuple(kind for at, one in enumerate(self.columns) for kind in [one.kind] * reach.get(at, 1))


def read_header(line: str, start: int = 0) -> Header | None:
    """The header that a folded line is, which begins at `start`; None where it is none."""
    if line[:1].isdigit() or len(line) > _LONGEST_LINE or not _GAP.search(line) or _MARKS.search(line):
        return None
    gapped = "\t" in line or "  " in line or "|" in line
    parts = [one for one in pieces(line, start, gapped=gapped) if one.text]
    if len(parts) < 2 or (kind_of(_squeezed(parts[0].text)) is None and kind_of(_first_broken(parts)) is None):
        return None
    columns = _columns(parts, gapped=gapped)
    return Header(tuple(columns), gapped) if _is_header(columns) else None


def header_of(cells: Sequence[Piece]) -> Header | None:
    """The header that has a cell a line; years behind all other heads stand below their common head."""
    columns = _columns(list(cells), gapped=True)
    years = len(columns)
    while years and _YEAR.fullmatch(columns[years - 1].words):
        years -= 1
    for stop in sorted({years, len(columns)}):
        if _is_header(columns[:stop]):
            header = Header(tuple(columns[:stop]), gapped=True)
            below = _under(header, columns[stop:]) if columns[stop:] else header
            if below:
                return below
    return None


def with_years(header: Header, line: str, start: int) -> Header | None:
    """The header with the years of the line below it under their common heads; None where that is no line of years."""
    parts = [one for one in pieces(line, start, gapped=header.gapped) if one.text]
    years = [Column(one.start, one.end, one.text, "value") for one in parts if _YEAR.fullmatch(_squeezed(one.text))]
    return _under(header, years) if len(years) == len(parts) else None


def _under(header: Header, years: Sequence[Column]) -> Header | None:
    """The header with years under their common heads; None where it has no such heads."""
    if len(years) < 2:
        return None
    name = header.kinds.index("name")
    heads = [
        at
        for at, one in enumerate(header.columns)
        if at > name
        and one.kind in {"value", "name"}
        and _MERGED.fullmatch(one.words)
        and not _OF_ONE.search(one.words)
    ]
    reach = _reach(header.columns, heads, len(years))
    if not reach:
        return None
    kinds = {
        **dict.fromkeys(dict(reach), "value"),
        **{at: "unit" for at, one in enumerate(header.columns) if one.words in _UNITS},
    }
    columns = tuple(one._replace(kind=kinds.get(at, one.kind)) for at, one in enumerate(header.columns))
    return Header(columns, header.gapped, tuple(years), reach)


def _reach(columns: tuple[Column, ...], heads: list[int], years: int) -> tuple[tuple[int, int], ...]:
    """Over how many years each common head reaches; a base year is one."""
    if len(heads) == 1:
        return ((heads[0], years),)
    if len(heads) == 2 and re.search("基期|基准|现状|基数", columns[heads[0]].words):
        return ((heads[0], 1), (heads[1], years - 1))
    return tuple((at, 1) for at in heads) if len(heads) == years else ()


@lru_cache(maxsize=4096)
def kind_of(head: str) -> str | None:
    """What the cells below a head hold; None for words that head no column."""
    if not 0 < len(head) <= _LONGEST_HEAD:
        return None
    united = _UNIT_BEHIND.fullmatch(head)
    plain = united["words"] if united else head.rstrip("%‰")
    kind = next((kind for pattern, kind in _KINDS if pattern.fullmatch(plain)), None)
    if united and kind is None:
        return "value"
    return kind


def _columns(parts: list[Piece], *, gapped: bool) -> list[Column]:
    """The heads of a line; what a blank broke (序 号, 2025 年, 金额 (万元)) is put together."""
    columns: list[Column] = []
    at = 0
    while at < len(parts):
        count = 1 if gapped else _whole(parts, at)
        words = _squeezed("".join(one.text for one in parts[at : at + count]))
        kind = kind_of(words)
        columns.append(Column(parts[at].start, parts[at + count - 1].end, words, kind or "name", kind is not None))
        at += count
    return _named(columns)


def _named(columns: list[Column]) -> list[Column]:
    """The columns with one of names, be it of categories; 单位 is one of bodies where nothing is measured."""
    kinds = [one.kind for one in columns]
    if "name" not in kinds and "category" in kinds:
        last = len(kinds) - 1 - kinds[::-1].index("category")
        columns[last] = columns[last]._replace(kind="name")
    if "value" not in kinds:
        columns = [one._replace(kind="bodies") if one.kind == "unit" else one for one in columns]
    return columns


def _whole(parts: list[Piece], at: int) -> int:
    """How many pieces from `at` on are one head."""
    count = 1
    while count < _BROKEN and at + count < len(parts) and all(len(one.text) == 1 for one in parts[at : at + count + 1]):
        count += 1
    while count > 1 and kind_of("".join(one.text for one in parts[at : at + count])) is None:
        count -= 1
    while at + count < len(parts) and _goes_on(parts[at + count - 1].text, parts[at + count].text):
        count += 1
    return count


def _goes_on(last: str, text: str) -> bool:
    """Whether a piece is of the head before it: its unit in brackets, or the 年 of a year."""
    return text[0] == "(" or (text[0] == "年" and last[-1:].isdigit() and kind_of(text) is None)


def _first_broken(parts: list[Piece]) -> str:
    """The first head, put together from the characters that blanks broke it into."""
    return "".join(one.text for one in parts[: _whole(parts, 0)])


def _is_header(columns: list[Column]) -> bool:
    """Whether heads are those of a table: all known but one of four, with names, and something to tell rows by."""
    unknown = sum(not one.known for one in columns)
    if len(columns) < 2 or unknown > (len(columns) >= 4) or any(len(one.words) > _LONGEST_HEAD for one in columns):
        return False
    kinds = {one.kind for one in columns if one.known}
    told = kinds & {"value", "serial", "time", "bodies"}
    return bool(kinds & {"name", "category"}) and bool(told) and len({one.words for one in columns}) == len(columns)


def _squeezed(words: str) -> str:
    return words.replace(" ", "")
