"""Indicators of tables: a row each for the name, its value in the base year, its target, and its nature.

Values of the years between base and target are indicators of their own; a table that runs over a page is read with
the heads of its first part.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpus import Indicator, IndicatorKind, Period, Span, Table
from extract.confidence import sureness
from extract.indicators.columns import VALUES, Column, Header, Number, Row, is_number, read_header, read_number
from extract.indicators.names import clean
from extract.indicators.setting import Setting
from extract.numbers.quantity_shapes import UNIT_PATTERN
from extract.reading import Reading

_UNIT_BEHIND = re.compile(rf"[ ]*[(\[]?[ ]*(?:单位:)?(?P<unit>{UNIT_PATTERN})[ ]*[)\]]?[ ]*\Z")
_YEAR_ROW = re.compile(r"((?:19|20)\d\d)年?度?")
_NUMBERED = re.compile(r"^(?:\d{1,2}[.、](?!\d)|[(]\d{1,2}[)]|[①-⑳])[ ]?")
_REMARK = re.compile(r"[(\[]?(?:备?注|说明|数据来源)[)\]]?\d{0,2}[:.、]")
_TO_COME = re.compile("^(?!.*(?:完成|执行|实际|决算|比|较)).*(?:预算|计划|目标|预期|规划|任务)")
_GAP = 40
"""Characters between two parts of a table that runs over a page: page numbers and running heads."""


def find_table_indicators(reading: Reading, setting: Setting) -> tuple[list[Indicator], list[Span]]:
    """The indicators of all tables of indicators, and the stretches of text that those tables take."""
    found: list[Indicator] = []
    zones: list[Span] = []
    before: tuple[Header, int] | None = None
    for table, span in _tables(reading):
        header = read_header(reading, table, span.start) or _carried_on(table, span, before)
        if header is None:
            continue
        made = list(_read(reading, setting, table, header))
        if made:
            found.extend(made)
            zones.append(span)
            before = header, span.end
    return found, zones


def _tables(reading: Reading) -> Iterator[tuple[Table, Span]]:
    """The tables of the file and those that lost their grid."""
    for block in reading.document.blocks:
        if block.table is not None:
            yield block.table, block.span
    for found in reading.parts.tables:
        yield found.table, reading.parts.span_of(found)


def _carried_on(table: Table, span: Span, before: tuple[Header, int] | None) -> Header | None:
    """The heads of the table that ended just before, where this one goes on with it and has none of its own."""
    if before is None or len(before[0].columns) != table.columns or not 0 <= span.start - before[1] <= _GAP:
        return None
    return Header(before[0].columns, 0)


def _read(reading: Reading, setting: Setting, table: Table, header: Header) -> Iterator[Indicator]:
    """The indicators of the rows below the header."""
    plan = _is_plan(setting, header)
    for row in table.grid()[header.body :]:
        name = _NUMBERED.sub("", _words(reading, row, header, "name"))
        if not name or (is_number(name) and not _YEAR_ROW.fullmatch(name)) or _REMARK.match(name):
            continue
        unit = _words(reading, row, header, "unit").strip("-—/ ")
        if plan:
            yield from _plan_row(reading, setting, row, header, name, unit)
        else:
            yield from _data_row(reading, row, header, name, unit)


def _is_plan(setting: Setting, header: Header) -> bool:
    """Whether the columns are a base and a target rather than equal values."""
    if header.at("target", "nature"):
        return True
    years = [column.year for column in header.columns if column.year and column.role in VALUES]
    return bool(years) and setting.year is not None and max(years) > setting.year


def _words(reading: Reading, row: Row, header: Header, role: str) -> str:
    """The words of the row's cell in the column of a role; empty if there is none."""
    for cell, column in zip(row, header.columns, strict=True):
        if column.role == role and cell is not None:
            return clean(cell.span.of(reading.folded))
    return ""


def _value(reading: Reading, row: Row, at: int) -> Number | None:
    """The value of a column; a cell that reaches over several is one of the first alone."""
    return None if at and row[at] is row[at - 1] else read_number(reading, row[at])


def _plan_row(
    reading: Reading, setting: Setting, row: Row, header: Header, name: str, unit: str
) -> Iterator[Indicator]:
    """The indicators of one row of a table of base values and targets."""
    name, own_unit = _name_and_unit(name)
    columns, values = header.columns, header.at(*VALUES)
    unit = unit or own_unit or next((columns[at].unit or "" for at in values if columns[at].unit), "")
    targets = _targets(setting, columns, values)
    bases = [at for at in values if at not in targets]
    nature = _words(reading, row, header, "nature") or None
    numbers = {at: number for at in values if (number := _value(reading, row, at))}
    base_at = bases[0] if bases else None
    aims = [at for at in targets if at in numbers] or ([base_at] if base_at in numbers else [])
    for at in [one for one in aims if one is not None]:
        base, base_when = numbers.get(base_at) if base_at is not None else None, None
        if base_at is not None:
            base_when = columns[base_at].when
        last = targets[0] if at == base_at and targets else at
        if not (numbers[at].unit or unit or nature or columns[last].role == "target"):
            continue
        yield _planned(numbers[at], name, unit, nature, (columns[last], at != base_at), (base, base_when))
    for at in bases[1:] if aims else []:
        if at in numbers and (numbers[at].unit or columns[at].unit or unit):
            yield _beside_base(numbers[at], name, unit, columns[at])
    if not aims:
        yield from _by_growth(reading, row, header, name, unit, nature)


def _beside_base(number: Number, name: str, unit: str, column: Column) -> Indicator:
    """A value between base and target: of its year, or of what its head measures for the row: 扩招 of 石桥镇."""
    if column.year is None and column.role == "value" and len(column.label) > 1:
        return _measured(number, column.label, name, column.unit or unit, column, "unit_of_column")
    return _measured(number, name, None, unit, column, "year_column")


def _targets(setting: Setting, columns: Sequence[Column], values: Sequence[int]) -> list[int]:
    """The columns of targets: headed so, else of years that are still to come, else the last one."""
    named = [at for at in values if columns[at].role == "target"]
    if named:
        return named
    bound = setting.year or 0
    years = [at for at in values if (columns[at].year or 0) > bound > 0 and columns[at].role != "base"]
    return years or list(values[-1:])


def _planned(
    main: Number,
    name: str,
    unit: str,
    nature: str | None,
    target: tuple[Column, bool],
    base: tuple[Number | None, Period | None],
) -> Indicator:
    """The indicator of a row: its target, or where that is given in words, its base value.

    Args:
        main: the value that stands for the row.
        name: what is measured.
        unit: of the row; empty where none is said.
        nature: 约束性 or 预期性.
        target: the column of the target, and whether `main` is of it.
        base: value and time of the base.
    """
    column, reached = target
    reasons = ("table_row", "target_column" if reached else "base_column")
    return Indicator(
        span=main.span,
        name=name,
        subject=None,
        value=main.value,
        unit=main.unit or unit or None,
        comparison=main.comparison,
        when=column.when if reached else base[1],
        kind=IndicatorKind.TARGET if reached else IndicatorKind.ACTUAL,
        baseline=base[0].value if base[0] else None,
        baseline_when=base[1],
        target=main.value if reached else None,
        target_when=column.when,
        nature=nature,
        from_table=True,
        confidence=sureness("indicator", reasons),
        reasons=reasons,
    )


def _by_growth(
    reading: Reading, row: Row, header: Header, name: str, unit: str, nature: str | None
) -> Iterator[Indicator]:
    """A row whose one value stands in the column of yearly or total growth: 单位能耗降低 [13.5]."""
    for at in header.at("growth"):
        number = _value(reading, row, at)
        shown = (number.unit if number else None) or unit or header.columns[at].unit
        if number is not None and shown:
            yield _planned(number, name, shown, nature, (Column("target"), True), (None, None))
            return


def _data_row(reading: Reading, row: Row, header: Header, name: str, unit: str) -> Iterator[Indicator]:
    """A row of equal values: one indicator for each year, or for each column with a unit."""
    name, own_unit = _name_and_unit(name)
    year = _YEAR_ROW.fullmatch(name)
    for at in header.at(*VALUES):
        column, number = header.columns[at], _value(reading, row, at)
        by_year = column.year is not None or column.role == "base" or len(column.label) < 2
        units = (unit, own_unit, column.unit) if by_year else (column.unit, unit, own_unit)
        shown = (number.unit or next(filter(None, units), None)) if number else None
        if number is None or not shown:
            continue
        if year:
            yield _measured(number, column.label, None, shown, Column("value", year=int(year[1])), "year_row")
            continue
        reason = "year_column" if by_year else "unit_of_column"
        yield _measured(number, name if by_year else column.label, None if by_year else name, shown, column, reason)


def _measured(number: Number, name: str, subject: str | None, unit: str, column: Column, reason: str) -> Indicator:
    """A value of a year or a column; a budget or a plan is still to be reached."""
    reasons = ("table_row", reason)
    return Indicator(
        span=number.span,
        name=name,
        subject=subject,
        value=number.value,
        unit=number.unit or unit,
        comparison=number.comparison,
        when=column.when,
        kind=IndicatorKind.TARGET if _TO_COME.search(column.label) else IndicatorKind.ACTUAL,
        from_table=True,
        confidence=sureness("indicator", reasons),
        reasons=reasons,
    )


def _name_and_unit(words: str) -> tuple[str, str | None]:
    """A name and the unit behind it: 参保率(%) -> 参保率, %."""
    match = _UNIT_BEHIND.search(words)
    bracketed = match is not None and (words[match.start() :].strip()[:1] in "([" or match["unit"] in {"%", "‰"})
    if match is None or not bracketed or match.start() < 2:
        return words.rstrip("(["), None
    return words[: match.start()].strip(), match["unit"]
