"""Values follow the statement that they stand in: what is told as done has been reached, what is undertaken shall be.

The kind of a value is told from the words around it first (`kinds`). Where these only lean to one side (a
verb of a task in the sentence, the kind of the document), the statement decides, which is read from the whole sentence,
its section and its paragraph. So does a mere sum (累计建成3座) in the tasks of a plan.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from corpus import Achievement, Commitment, Indicator, IndicatorKind, QuotedDuty, Statement

_LEANS = {
    Achievement: {"task_word", "section_of_tasks", "plan"},
    Commitment: {"plain", "sum_word", "section_of_results"},
    QuotedDuty: {"plain"},
}
"""For each kind of statement, the reasons for the kind of a value that it overrules."""


_RATES = ("元/", "万元/")
"""How units of what is paid for each begin: what another paper lays down of these is a standard."""


def follow_statements(indicators: Sequence[Indicator], statements: Sequence[Statement]) -> tuple[Indicator, ...]:
    """The indicators, those of running text whose kind was only leaned to with the kind of their statement.

    Args:
        indicators: of a document.
        statements: of the same document, by place.
    """
    starts = [statement.span.start for statement in statements]
    return tuple(_followed(one, statements, starts) for one in indicators)


def _followed(one: Indicator, statements: Sequence[Statement], starts: Sequence[int]) -> Indicator:
    at = bisect_right(starts, one.span.end - 1) - 1
    if at < 0 or one.from_table or one.span.end > statements[at].span.end:
        return one
    kind = type(statements[at])
    if not one.reasons or one.reasons[-1] not in _LEANS[kind]:
        return one
    now = IndicatorKind.ACTUAL if kind is Achievement else IndicatorKind.TARGET
    if kind is QuotedDuty and one.unit and one.unit.startswith(_RATES):
        now = IndicatorKind.LIMIT
    return replace(one, kind=now, reasons=(*one.reasons[:-1], "statement"))
