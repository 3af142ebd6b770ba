"""The evaluation of a plan as four lists, the same for the page, the DOCX paper and the XLSX book."""

from __future__ import annotations

from collections.abc import Iterator

from kg.evaluation import Conflict, Evaluation, Gap, IndicatorLine, Place, TaskLine
from kg.points import Point
from webapp.clause_names import ClauseNames
from webapp.links import clause_url, commitment_url, series_url
from webapp.listing import Cell, NamedTable, Part, cell, tagged
from webapp.views_ledger import point_text
from webapp.wording import UNSTATED, date_text, number_text

GAP_KINDS = {"indicator": "指标", "task": "任务"}
INDICATORS = (
    "指标名称",
    "属性",
    "基期值",
    "目标值",
    "最新值",
    "按期应达",
    "研判",
    "研判理由",
    "目标出处",
    "最新值出处",
)
TASKS = ("任务", "牵头单位", "配合单位", "时限", "时限状态", "证据状态", "后续文件的表述", "出处")
GAPS = ("类别", "待填报事项", "牵头单位", "说明", "出处", "填报内容")
CONFLICTS = ("事项", "一处表述", "出处", "另一处表述", "另一出处", "说明")
BLANK = "待填报"
"""What stands where an office has to fill in."""


def lists_of(found: Evaluation, names: ClauseNames) -> Iterator[NamedTable]:
    """Indicators, tasks, gaps and conflicts; `names` says where clauses stand."""
    indicators = tuple(_indicator(line, names) for line in found.indicators)
    tasks = tuple(_task(task, names) for task in found.tasks)
    gaps = tuple(_gap(gap, found, names) for gap in found.gaps)
    conflicts = tuple(_conflict(conflict, names) for conflict in found.conflicts)
    yield NamedTable("indicators", "指标进展", INDICATORS, indicators, "规划中没有带数值和时间的指标目标。")
    yield NamedTable("tasks", "任务进展", TASKS, tasks, "规划中未找到任务。")
    yield NamedTable("gaps", "待填报事项", GAPS, gaps, "各项指标和可核验的任务在后续文件中均有记载。")
    yield NamedTable("conflicts", "表述不一致", CONFLICTS, conflicts, "未发现表述不一致之处。")


def _indicator(line: IndicatorLine, names: ClauseNames) -> tuple[Cell, ...]:
    return (
        cell(line.name, series_url(line.series)),
        cell(line.nature or UNSTATED),
        cell(point_text(line.baseline) or UNSTATED),
        cell(point_text(line.target)),
        cell(point_text(line.latest) or BLANK),
        cell(number_text(line.verdict.expected, line.target.unit) or "不推算"),
        tagged("progress", line.verdict.status),
        cell(line.verdict.reason),
        _own_place(line.target.row.document, line.target.row.clause, names),
        _point_place(line.latest, names) if line.latest else cell(BLANK),
    )


def _point_place(point: Point, names: ClauseNames) -> Cell:
    return _place(point.row.document, point.row.title, point.row.clause, names)


def _place(document: str, title: str, clause: str | None, names: ClauseNames) -> Cell:
    return cell(names.text(document, title, clause), clause_url(document, clause))


def _task(task: TaskLine, names: ClauseNames) -> tuple[Cell, ...]:
    row = task.row
    said = tuple(
        Part(f"{date_text(link.on)}：{part.text}（{link.label}）", clause_url(link.document, link.clause))
        for link in task.links
        for part in cell(link.quote)
    )
    return (
        cell(row.quote, commitment_url(row.id)),
        cell("、".join(row.lead) or UNSTATED),
        cell("、".join(row.joint) or UNSTATED),
        cell(date_text(row.deadline) or UNSTATED),
        tagged("schedule", task.schedule),
        tagged("evidence", task.evidence),
        said or cell("未见提及"),
        _own_place(row.document, row.clause, names),
    )


def _own_place(document: str, clause: str | None, names: ClauseNames) -> Cell:
    """A place of the plan itself, whose title need not be said."""
    return cell(names.place(document, clause) or "正文", clause_url(document, clause))


def _gap(gap: Gap, found: Evaluation, names: ClauseNames) -> tuple[Cell, ...]:
    lead = cell("、".join(gap.lead) or UNSTATED)
    place = _own_place(found.plan.id, gap.clause, names)
    return cell(GAP_KINDS[gap.kind]), cell(gap.name), lead, cell(gap.reason), place, cell(BLANK)


def _conflict(conflict: Conflict, names: ClauseNames) -> tuple[Cell, ...]:
    return cell(conflict.name), *_said(conflict.one, names), *_said(conflict.other, names), cell(conflict.reason)


def _said(place: Place, names: ClauseNames) -> tuple[Cell, Cell]:
    return cell(place.words), _place(place.document, place.title, place.clause, names)
