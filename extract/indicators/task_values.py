"""What the rows of a table of tasks measure: sums and amounts in columns of their own, and when all of a row is due."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus import Indicator, IndicatorKind, Period, Span, TimeMention
from extract.confidence import sureness
from extract.indicators.columns import UNIT_IN_HEAD, read_number
from extract.indicators.names import clean
from extract.layout.task_tables import TaskRow
from extract.reading import Reading

_SERIAL = re.compile("序号|编号")
_REACHED = re.compile(r"^(?!.*(?:计划|预计|目标)).*(?:已|完成|到位|实际|决算|累计)")
"""Heads of columns that tell how far a task has come: 已完成投资(万元)."""
_REASONS = ("table_row", "unit_of_column")


def find_task_values(reading: Reading, times: Sequence[TimeMention]) -> Iterator[Indicator]:
    """The values in the columns of a table of tasks whose heads name a unit: 总投资(亿元).

    Args:
        reading: the document.
        times: its times; that which fills the cell for the time of a row is the time of its values.
    """
    for row in reading.task_rows:
        when = _time_of(row, reading.folded, times)
        for cell, header in row.others:
            unit = UNIT_IN_HEAD.search(header)
            number = read_number(reading, cell) if unit and not _SERIAL.search(header) else None
            if unit is None or number is None:
                continue
            yield Indicator(
                span=number.span,
                name=clean(header[: unit.start()]),
                subject=clean(row.cells[0].of(reading.folded)) or None,
                value=number.value,
                unit=number.unit or unit["unit"] or unit["share"],
                comparison=number.comparison,
                when=when,
                kind=IndicatorKind.ACTUAL if _REACHED.search(header) else IndicatorKind.TARGET,
                from_table=True,
                confidence=sureness("indicator", _REASONS),
                reasons=_REASONS,
            )


def timed_by_rows(reading: Reading, times: Sequence[TimeMention], found: Sequence[Indicator]) -> Iterator[Indicator]:
    """The values found, those amid the words of a task with the time of its row where none is said beside them.

    What no word tells of such a value is what the task aims at.
    """
    periods = [(row, when) for row in reading.task_rows if (when := _time_of(row, reading.folded, times))]
    for one in found:
        whens = (when for row, when in periods if one.when is None and _holds(row, one.span))
        when = next(whens, None)
        kind = IndicatorKind.TARGET if "plain" in one.reasons else one.kind
        yield replace(one, when=when, kind=kind, reasons=(*one.reasons, "time_of_row")) if when else one


def _holds(row: TaskRow, value: Span) -> bool:
    """Whether a value stands between the first and the last cell of the task."""
    return row.cells[0].start <= value.start and value.end <= row.cells[-1].end


def _time_of(row: TaskRow, text: str, times: Sequence[TimeMention]) -> Period | None:
    """The time that fills the first cell of a row which says by when."""
    cells = [cell.strip(text) for cell in row.times]
    return next((time.period for time in times if time.period and time.span in cells), None)
