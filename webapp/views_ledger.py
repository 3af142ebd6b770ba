"""The indicator ledger in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kg.differences import FLAGS
from kg.ledger import LedgerDetail, LedgerRow
from kg.points import Point, points_of
from webapp.clause_names import ClauseNames
from webapp.labels import tag_of
from webapp.links import clause_url, series_url
from webapp.sheets import Sheet
from webapp.wording import date_text, number_text, value_text

POINT_KINDS = {"baseline": "基期值", "actual": "现状值", "target": "目标值", "limit": "限值"}


@dataclass(frozen=True, slots=True)
class LedgerView:
    """One indicator of the ledger in words; empty where the documents do not say."""

    row: LedgerRow
    address: str
    baseline: str
    target: str
    latest: str
    expected: str
    flags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PointView:
    """One value of an indicator in words.

    Attributes:
        converted: the number in the unit that the series is compared in; empty where the source has that unit.
        quote: the words that state it; of a table, the row.
        address, place: of its clause.
        conflict: what is to be said where another document says something else for the time.
    """

    point: Point
    kind: str
    at: str
    value: str
    converted: str
    quote: str
    address: str
    place: str
    conflict: str


@dataclass(frozen=True, slots=True)
class NearView:
    """An indicator that may mean the same under another name, with its values in words."""

    label: str
    address: str
    values: str
    reason: str


def ledger_views(rows: Iterable[LedgerRow]) -> tuple[LedgerView, ...]:
    """The indicators in words, in their order."""
    return tuple(_view(row) for row in rows)


def _view(row: LedgerRow) -> LedgerView:
    return LedgerView(
        row,
        series_url(row.id),
        point_text(row.baseline),
        point_text(row.target),
        point_text(row.latest),
        number_text(row.verdict.expected, row.unit),
        tuple(FLAGS[flag] for flag in row.flags),
    )


def point_text(point: Point | None) -> str:
    """A value with its time: 不低于75%（2025年）."""
    if point is None:
        return ""
    value = _value(point)
    at = date_text(point.at)
    assumed = "，据文件成文日期" if point.assumed else ""
    return f"{value}（{at}{assumed}）" if at else value


def _value(point: Point) -> str:
    return value_text(point.value, point.unit, point.comparison) or "未载明数值"


def sentence_of(row: LedgerRow) -> str:
    """What the page begins with: 目标75%（2025年，约束性），最新71.14%（2022年6月），按期应达72.4%，滞后."""
    parts = []
    if row.target:
        parts.append(f"目标{point_text(row.target)}" + (f"，{row.nature}" if row.nature else ""))
    if row.latest:
        parts.append(f"最新{point_text(row.latest)}")
    if row.verdict.expected is not None:
        parts.append(f"按期应达{number_text(row.verdict.expected, row.unit)}")
    parts.append(tag_of("progress", row.verdict.status).text)
    return "，".join(parts) + "。"


def point_views(found: LedgerDetail, base: str, names: ClauseNames) -> tuple[PointView, ...]:
    """Every value of an indicator, in the order of time; values that differ for one time say so.

    Args:
        found: the indicator.
        base: the unit that its values are compared in.
        names: says where clauses stand.
    """
    told = {id(point): "两处表述不一致" for pair in found.conflicts for point in pair}
    told |= {id(point): "目标有调整" for pair in found.moved for point in pair}
    return tuple(
        PointView(
            point,
            POINT_KINDS[point.kind],
            date_text(point.at) + ("（据文件成文日期）" if point.assumed else ""),
            _value(point),
            _converted(point, base),
            _quote(point, names),
            clause_url(point.row.document, point.row.clause),
            names.text(point.row.document, point.row.title, point.row.clause),
            told.get(id(point), ""),
        )
        for point in found.points
    )


def _quote(point: Point, names: ClauseNames) -> str:
    row = point.row
    return (names.words(row.document, row.clause) if row.fact.from_table else "") or row.quote


def _converted(point: Point, base: str) -> str:
    return number_text(point.number, base) if (point.unit or "") != base else ""


def near_views(found: LedgerDetail) -> tuple[NearView, ...]:
    """The indicators that stand near one under another name."""
    return tuple(
        NearView(one.label, series_url(one.id), "、".join(map(point_text, points_of(one.rows))), one.reason)
        for one in found.near
    )


def ledger_sheet(rows: Iterable[LedgerRow], bounds: str) -> Sheet:
    """The ledger, one indicator a row, for a file."""
    lines = [
        (
            number,
            view.row.name,
            view.row.subject,
            view.row.unit,
            view.row.nature,
            view.baseline,
            view.target,
            view.latest,
            view.expected,
            tag_of("progress", view.row.verdict.status).text,
            view.row.verdict.reason,
            "；".join(view.flags),
            view.row.documents,
            view.address,
            "",
        )
        for number, view in enumerate(ledger_views(rows), 1)
    ]
    head = (
        *("序号", "指标名称", "主体", "单位", "属性", "基期值", "目标值", "最新值", "按期应达", "研判", "研判理由"),
        *("提示", "文件数", "网址", "已核对"),
    )
    return Sheet("指标台账", head, lines, (("收录范围", bounds),), (6, 30, 20, 10, 10, 20, 20, 20, 12, 14, 40, 24))
