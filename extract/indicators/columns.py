"""What the columns of a table hold, by their heads; and the number in a cell.

A table is one of indicators if its header names the nature of indicators, a base and a target, years, or the units of
its columns; other tables are left to the reading of running text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from corpus import Cell, Comparison, PartialDate, Period, Span, Table
from extract.indicators.names import clean
from extract.lexicon import rows
from extract.numbers.quantity_shapes import UNIT_PATTERN
from extract.numbers.quantity_values import Value
from extract.reading import Reading

_ROLES = tuple((re.compile(pattern), role) for pattern, role, _ in rows("indicator_columns"))
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)(?:年(1[0-2]|0?[1-9])月(?![-\d至]))?")
"""A year, or a month of it, in the head of a column or of a row: 2024, 2026年6月底实际值, not 2026年1-6月."""

UNIT_IN_HEAD = re.compile(rf"[(\[](?:单位:)?(?P<unit>{UNIT_PATTERN})[)\]]?\Z|(?P<share>%)\Z")
_UNIT_OF_TABLE = re.compile(rf"单位[:：]?[ ]*(?P<unit>{UNIT_PATTERN})(?=[ \t\n)\]、,;，；]|\Z)")
_NO_MONEY = re.compile(r".*(?:[个户人件家处座次套台]数|项目数|数量|面积|长度|里程|[率比]|比[重例])")
_CELL = re.compile(
    rf"""
    [ ]*[\[(]?[ ]*
    (?P<before>≥|>=|>|≤|<=|<|不低于|不少于|不高于|不超过|大于|小于|超过|约|达到)?[ ]*
    (?P<low>[-+]?\d[\d,]{{0,14}}(?:\.\d{{1,6}})?)[ ]*(?P<low_unit>%)?
    (?:[ ]*[-~至][ ]*(?P<high>\d[\d,]{{0,14}}(?:\.\d{{1,6}})?))?
    [ ]*(?P<unit>{UNIT_PATTERN})?[ ]*
    (?P<behind>左右|以上|及以上|以内|以下|及以下)?[ ]*[\])]?[ ]*
    """,
    re.VERBOSE,
)
_SIGNS = {
    **dict.fromkeys(("≥", ">=", ">", "不低于", "不少于", "大于", "超过", "以上", "及以上"), Comparison.AT_LEAST),
    **dict.fromkeys(("≤", "<=", "<", "不高于", "不超过", "小于", "以内", "以下", "及以下"), Comparison.AT_MOST),
    **dict.fromkeys(("约", "左右"), Comparison.ABOUT),
}
_LARGEST = 3000
"""Cells of a table beyond which it is a list of data and not of indicators."""

VALUES = frozenset({"base", "target", "value"})
"""Roles of columns whose cells are values."""

Row = Sequence[Cell | None]
"""The cells of a row, by column."""


@dataclass(frozen=True, slots=True)
class Column:
    """What a column holds.

    Attributes:
        role: `name`, `unit`, `nature`, `category`, `serial`, `base`, `target`, `value`, `growth`, `other` or `blank`.
        label: its head without the unit.
        year: the year that its head names.
        month: the month of it, where its head names one.
        unit: the unit that its head names.
    """

    role: str
    label: str = ""
    year: int | None = None
    unit: str | None = None
    month: int | None = None

    @property
    def when(self) -> Period | None:
        """The year or month as a period."""
        date = PartialDate(self.year, self.month) if self.year else None
        return Period(date, date) if date else None


@dataclass(frozen=True, slots=True)
class Header:
    """The columns of a table, and the row where its body begins."""

    columns: tuple[Column, ...]
    body: int

    def at(self, *roles: str) -> list[int]:
        """The columns that have one of the roles."""
        return [at for at, column in enumerate(self.columns) if column.role in roles]


@dataclass(frozen=True, slots=True)
class Number:
    """The value of a cell."""

    value: Value
    unit: str | None
    comparison: Comparison
    span: Span


def read_header(reading: Reading, table: Table, start: int) -> Header | None:
    """What the columns hold by their heads; None where this is no table of indicators.

    Args:
        reading: the document.
        table: of it.
        start: where the table begins in the text; 单位：万元 before it holds for its columns.
    """
    if not 2 <= table.columns <= 40 or table.rows < 2 or len(table.cells) > _LARGEST:
        return None
    first, body = _header_rows(reading, table)
    columns = _with_name([_column(head) for head in _heads(reading, table, first, body)])
    roles = [column.role for column in columns]
    unit = _UNIT_OF_TABLE.search(reading.folded, max(0, start - 40), start + 60)
    if unit and "unit" not in roles:
        columns = [replace(one, unit=one.unit or unit["unit"]) if _takes(one, unit["unit"]) else one for one in columns]
    values = [column for column in columns if column.role in VALUES]
    told = "nature" in roles or "target" in roles or "unit" in roles or any(column.year for column in values)
    if "name" not in roles or not values or not (told or any(column.unit for column in values)):
        return None
    return Header(tuple(columns), body)


def _takes(column: Column, unit: str) -> bool:
    """Whether the unit that a table names holds for a column: one of money does not for what is counted or shared."""
    return column.role in VALUES and not (unit.endswith("元") and _NO_MONEY.fullmatch(column.label))


def _header_rows(reading: Reading, table: Table) -> tuple[int, int]:
    """The first row of heads and the first of the body: captions are left out, merged heads reach on."""
    starts = {row: [cell for cell in table.cells if cell.row == row] for row in range(min(4, table.rows))}
    first = 0
    while first < 2 and first + 2 < table.rows and len(starts[first]) == 1 and starts[first][0].colspan > 1:
        first += 1
    body = max(first + 1, table.header_rows)
    merged = [cell for cell in starts.get(first, []) if cell.colspan > 1]
    below = starts.get(first + 1, [])
    if body == first + 1 and merged and below and body + 1 < table.rows:
        heads = [clean(cell.span.of(reading.folded)) for cell in below]
        if all(not _CELL.fullmatch(head) or _YEAR.search(head) for head in heads):
            body += 1
    return first, body


def _heads(reading: Reading, table: Table, first: int, body: int) -> list[str]:
    """The words over each column, heads of several rows put together."""
    heads = [""] * table.columns
    for cell in table.cells:
        if first <= cell.row < body:
            words = clean(cell.span.of(reading.folded)).replace(" ", "")
            for column in range(cell.column, min(cell.column + cell.colspan, table.columns)):
                heads[column] += words
    return heads


def _column(head: str) -> Column:
    """The role of a column by its head."""
    if not head:
        return Column("blank")
    match, year = UNIT_IN_HEAD.search(head), _YEAR.search(head)
    plain = head[: match.start()] if match else head
    unit = (match["unit"] or match["share"]) if match else None
    role = next((role for pattern, role in _ROLES if pattern.fullmatch(plain)), "value")
    month = int(year[2]) if year and year[2] else None
    return Column(role, plain, int(year[1]) if year else None, unit, month)


def _with_name(columns: list[Column]) -> list[Column]:
    """A name column where none is headed so: the last blank one, or the first one, before the values."""
    if any(column.role == "name" for column in columns):
        names = [at for at, column in enumerate(columns) if column.role == "name"]
        return [Column("category", column.label) if at in names[:-1] else column for at, column in enumerate(columns)]
    first = next((at for at, column in enumerate(columns) if column.role in VALUES), 0)
    blanks = [at for at in range(len(columns)) if columns[at].role in {"blank", "category"} and at <= first]
    at = blanks[-1] if blanks else 0
    if not blanks and columns[0].year:
        return columns
    return [Column("name", column.label) if index == at else column for index, column in enumerate(columns)]


def read_number(reading: Reading, cell: Cell | None) -> Number | None:
    """The value that a cell holds; None if it holds words."""
    if cell is None:
        return None
    match = _CELL.fullmatch(cell.span.of(reading.folded).replace("\n", ""))
    if match is None:
        return None
    low = Decimal(match["low"].replace(",", ""))
    sign = _SIGNS.get(match["before"] or match["behind"] or "", Comparison.EQUAL)
    unit = match["unit"] or match["low_unit"]
    span = cell.span.strip(reading.folded)
    if match["high"]:
        return Number((low, Decimal(match["high"].replace(",", ""))), unit, Comparison.RANGE, span)
    return Number(low, unit, sign, span)


def is_number(words: str) -> bool:
    """Whether the words of a cell are a value and no name."""
    return _CELL.fullmatch(words) is not None
