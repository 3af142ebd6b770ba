"""Indicators as lists show them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from corpus.store import IndicatorRow
from webapp.labels import INDICATOR_KINDS
from webapp.links import clause_url
from webapp.sheets import Sheet
from webapp.wording import number_text, period_text, value_text


@dataclass(frozen=True, slots=True)
class IndicatorView:
    """An indicator in words.

    Attributes:
        row: the indicator.
        kind: 现状值, 目标值 or 限值.
        value: with its comparison and unit, as the source means it.
        when: the time the value holds for.
        baseline, baseline_when, target, target_when: of a row of an indicator table.
    """

    row: IndicatorRow
    kind: str
    value: str
    when: str
    baseline: str
    baseline_when: str
    target: str
    target_when: str


def indicator_views(rows: Iterable[IndicatorRow]) -> tuple[IndicatorView, ...]:
    """The indicators in words, in their order."""
    return tuple(_view(row) for row in rows)


def _view(row: IndicatorRow) -> IndicatorView:
    fact = row.fact
    return IndicatorView(
        row,
        INDICATOR_KINDS[fact.kind],
        value_text(fact.value, fact.unit, fact.comparison) or "非数值",
        period_text(fact.when),
        number_text(fact.baseline, fact.unit),
        period_text(fact.baseline_when),
        value_text(fact.target, fact.unit, fact.comparison),
        period_text(fact.target_when),
    )


def indicator_sheet(rows: Iterable[IndicatorRow], bounds: str) -> Sheet:
    """The indicators, one a row, for a file."""
    lines = [
        (
            number,
            view.row.fact.name,
            view.row.fact.subject,
            view.value,
            view.row.fact.unit,
            view.kind,
            view.when,
            view.baseline,
            view.baseline_when,
            view.target,
            view.target_when,
            view.row.fact.nature,
            view.row.quote,
            view.row.title,
            clause_url(view.row.document, view.row.clause),
            "",
        )
        for number, view in enumerate(indicator_views(rows), 1)
    ]
    head = (
        *("序号", "指标名称", "主体", "数值", "单位", "类别", "时间", "基期值", "基期", "目标值", "目标年"),
        *("属性", "原文", "来源文件", "网址", "已核对"),
    )
    return Sheet("指标台账", head, lines, (("收录范围", bounds),), (6, 30, 20, 16, 10, 10, 14, 12, 10, 14, 10, 10, 50))
