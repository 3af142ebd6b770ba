"""Indicators of tables: a row each for the name, its value in the base year, its target, and its nature.

A table is one of indicators if its header names the nature of indicators, a base and a target, years, or the units of
its columns; other tables are left to the reading of running text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from corpus import Cell, Comparison, Indicator, IndicatorKind, PartialDate, Period, Span, Table
from extract.confidence import sureness
from extract.flattened_tables import find_tables
from extract.indicator_kinds import Setting
from extract.indicator_names import clean
from extract.lexicon import rows
from extract.quantities import UNIT_PATTERN, Value
from extract.reading import Reading

_ROLES = tuple((re.compile(pattern), role) for pattern, role, _ in rows("indicator_columns"))
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_UNIT_BEHIND = re.compile(rf"[ ]*[(\[]?[ ]*(?:单位:)?(?P<unit>{UNIT_PATTERN})[ ]*[)\]]?[ ]*\Z")
_UNIT_IN_HEAD = re.compile(rf"[(\[](?:单位:)?(?P<unit>{UNIT_PATTERN})[)\]]?\Z|(?P<share>%)\Z")
_CELL = re.compile(
    rf"""
    [ ]*[\[(]?[ ]*
    (?P<before>≥|>=|>|≤|<=|<|不低于|不少于|不高于|不超过|大于|小于|超过|约|达到)?[ ]*
    (?P<low>-?\d[\d,]{{0,14}}(?:\.\d{{1,6}})?)[ ]*(?P<low_unit>%)?
    (?:[ ]*[-~至][ ]*(?P<high>\d[\d,]{{0,14}}(?:\.\d{{1,6}})?))?
    [ ]*(?P<unit>{UNIT_PATTERN})?[ ]*
    (?P<behind>左右|以上|及以上|以内|以下|及以下|以上)?[ ]*[\])]?[ ]*
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


@dataclass(frozen=True, slots=True)
class _Column:
    """What a column holds: role `name`, `unit`, `nature`, `category`, `serial`, `base`, `target`, `value`, `other`."""

    role: str
    label: str = ""
    year: int | None = None
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class _Number:
    """The value of a cell."""

    value: Value
    unit: str | None
    comparison: Comparison
    span: Span


def find_table_indicators(reading: Reading, setting: Setting) -> tuple[list[Indicator], list[Span]]:
    """The indicators of all tables of indicators, and the stretches of text that those tables take."""
    found: list[Indicator] = []
    zones: list[Span] = []
    for table, span in _tables(reading):
        columns = _columns(reading, table)
        if columns is None:
            continue
        made = list(_read(reading, setting, table, columns))
        if made:
            found.extend(made)
            zones.append(span)
    return found, zones


def _tables(reading: Reading) -> Iterator[tuple[Table, Span]]:
    """The tables of the file and those that lost their grid."""
    for block in reading.document.blocks:
        if block.table is not None:
            yield block.table, block.span
    for flat in find_tables(reading.document, reading.folded):
        yield flat.table, flat.span


def _columns(reading: Reading, table: Table) -> list[_Column] | None:
    """What the columns hold by their heads; None where this is no table of indicators."""
    if not 2 <= table.columns <= 40 or table.rows < 2 or len(table.cells) > _LARGEST:
        return None
    columns = [_column(head) for head in _heads(reading, table)]
    columns = _with_name(columns)
    roles = [column.role for column in columns]
    values = [column for column in columns if column.role in {"base", "target", "value"}]
    told = "nature" in roles or "target" in roles or "unit" in roles or any(column.year for column in values)
    if "name" not in roles or not values or not (told or any(column.unit for column in values)):
        return None
    return columns


def _heads(reading: Reading, table: Table) -> list[str]:
    """The words over each column, heads of several rows put together."""
    heads = [""] * table.columns
    seen: set[tuple[int, Span]] = set()
    for cell in table.cells:
        if cell.row >= max(1, table.header_rows):
            continue
        words = clean(cell.span.of(reading.folded)).replace(" ", "")
        for column in range(cell.column, min(cell.column + cell.colspan, table.columns)):
            if (column, cell.span) not in seen:
                seen.add((column, cell.span))
                heads[column] += words
    return heads


def _column(head: str) -> _Column:
    """The role of a column by its head."""
    if not head:
        return _Column("blank")
    match, year = _UNIT_IN_HEAD.search(head), _YEAR.search(head)
    plain = head[: match.start()] if match else head
    unit = (match["unit"] or match["share"]) if match else None
    role = next((role for pattern, role in _ROLES if pattern.fullmatch(plain)), "value")
    return _Column(role, plain, int(year[1]) if year else None, unit)


def _with_name(columns: list[_Column]) -> list[_Column]:
    """A name column where none is headed so: the last blank one, or the first one, before the values."""
    if any(column.role == "name" for column in columns):
        names = [at for at, column in enumerate(columns) if column.role == "name"]
        return [_Column("category", column.label) if at in names[:-1] else column for at, column in enumerate(columns)]
    first = next((at for at, column in enumerate(columns) if column.role in {"base", "target", "value"}), 0)
    blanks = [at for at in range(len(columns)) if columns[at].role in {"blank", "category"} and at <= first]
    at = blanks[-1] if blanks else 0
    if not blanks and columns[0].year:
        return columns
    return [_Column("name", column.label) if index == at else column for index, column in enumerate(columns)]


def _read(reading: Reading, setting: Setting, table: Table, columns: Sequence[_Column]) -> Iterator[Indicator]:
    """The indicators of the rows below the header."""
    values = [at for at, column in enumerate(columns) if column.role in {"base", "target", "value"}]
    plan = _is_plan(setting, columns)
    for row in table.grid()[max(1, table.header_rows) :]:
        name = _words(reading, row, columns, "name")
        if not name or _CELL.fullmatch(name):
            continue
        unit = _words(reading, row, columns, "unit")
        if plan:
            indicator = _plan_row(reading, row, columns, values, name, unit)
            if indicator is not None:
                yield indicator
        else:
            yield from _data_row(reading, row, columns, values, name, unit)


def _is_plan(setting: Setting, columns: Sequence[_Column]) -> bool:
    """Whether the columns are a base and a target rather than equal values."""
    if any(column.role in {"target", "nature"} for column in columns):
        return True
    years = [column.year for column in columns if column.year]
    return bool(years) and setting.year is not None and max(years) > setting.year


def _words(reading: Reading, row: Sequence[Cell | None], columns: Sequence[_Column], role: str) -> str:
    """The words of the row's cell in the column of a role; empty if there is none."""
    for cell, column in zip(row, columns, strict=True):
        if column.role == role and cell is not None:
            return clean(cell.span.of(reading.folded))
    return ""


def _plan_row(
    reading: Reading,
    row: Sequence[Cell | None],
    columns: Sequence[_Column],
    values: Sequence[int],
    name: str,
    unit: str,
) -> Indicator | None:
    """One row of a table of base values and targets."""
    name, own_unit = _name_and_unit(name)
    unit = unit or own_unit or next((columns[at].unit or "" for at in values if columns[at].unit), "")
    target_at = values[-1]
    base_at = values[0] if len(values) > 1 else None
    target = _number(reading, row[target_at])
    base = _number(reading, row[base_at]) if base_at is not None else None
    main, kind = (target, IndicatorKind.TARGET) if target else (base, IndicatorKind.ACTUAL)
    if main is None:
        return None
    target_when, base_when = _when(columns[target_at]), _when(columns[base_at]) if base_at is not None else None
    nature = _words(reading, row, columns, "nature") or None
    if not (main.unit or unit or nature or columns[target_at].role == "target"):
        return None
    reasons = ("table_row", "target_column" if target else "base_column")
    return Indicator(
        span=main.span,
        name=name,
        subject=None,
        value=main.value,
        unit=main.unit or unit or None,
        comparison=main.comparison,
        when=target_when if target else base_when,
        kind=kind,
        baseline=base.value if base else None,
        baseline_when=base_when,
        target=target.value if target else None,
        target_when=target_when,
        nature=nature,
        from_table=True,
        confidence=sureness("indicator", reasons),
        reasons=reasons,
    )


def _data_row(
    reading: Reading,
    row: Sequence[Cell | None],
    columns: Sequence[_Column],
    values: Sequence[int],
    name: str,
    unit: str,
) -> Iterator[Indicator]:
    """A row of equal values: one indicator for each year, or for each column with a unit."""
    name, own_unit = _name_and_unit(name)
    for at in values:
        column, number = columns[at], _number(reading, row[at])
        measured = number.unit if number else None
        shown = measured or column.unit or unit or own_unit
        if number is None or not shown:
            continue
        by_year = column.year is not None or column.role == "base" or len(column.label) < 2
        reasons = ("table_row", "year_column" if by_year else "unit_of_column")
        yield Indicator(
            span=number.span,
            name=name if by_year else column.label,
            subject=None if by_year else name,
            value=number.value,
            unit=shown,
            comparison=number.comparison,
            when=_when(column),
            kind=IndicatorKind.ACTUAL,
            from_table=True,
            confidence=sureness("indicator", reasons),
            reasons=reasons,
        )


def _when(column: _Column) -> Period | None:
    date = PartialDate(column.year) if column.year else None
    return Period(date, date) if date else None


def _name_and_unit(words: str) -> tuple[str, str | None]:
    """A name and the unit behind it: 参保率(%) -> 参保率, %."""
    match = _UNIT_BEHIND.search(words)
    bracketed = match is not None and (words[match.start() :].strip()[:1] in "([" or match["unit"] in {"%", "‰"})
    if match is None or not bracketed or match.start() < 2:
        return words.rstrip("(["), None
    return words[: match.start()].strip(), match["unit"]


def _number(reading: Reading, cell: Cell | None) -> _Number | None:
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
        return _Number((low, Decimal(match["high"].replace(",", ""))), unit, Comparison.RANGE, span)
    return _Number(low, unit, sign, span)
