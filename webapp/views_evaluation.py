"""The evaluation of a plan and the alignment of two plans in words, the same for files, pages and JSON."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from corpus.masking import mask
from corpus.store import DocumentRow
from kg.alignment import STATUSES, Aligned, Item
from kg.evaluation import Conflict, Evaluation, Gap, IndicatorLine, Place, TaskLine
from kg.points import Point
from webapp.labels import tag_of
from webapp.wording import UNSTATED, date_text, number_text, value_text

Form = dict[str, Any]
GAP_KINDS = {"indicator": "指标", "task": "任务"}
INDICATOR_HEAD = (
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
TASK_HEAD = ("任务", "牵头单位", "配合单位", "时限", "时限状态", "证据状态", "后续文件的表述", "出处")
GAP_HEAD = ("类别", "待填报事项", "牵头单位", "说明", "出处", "填报内容")
CONFLICT_HEAD = ("事项", "一处表述", "出处", "另一处表述", "出处", "说明")


def point_text(point: Point | None) -> str:
    """A value with its time: 不低于75%（2025年）; empty for None."""
    if point is None:
        return ""
    value, at = value_text(point.value, point.unit, point.comparison), date_text(point.at)
    return f"{value}（{at}）" if at else value


def place_text(title: str, clause: str | None) -> str:
    """Where something stands: the document and its clause."""
    return f"《{title}》{clause or ''}"


def indicator_cells(line: IndicatorLine) -> tuple[str, ...]:
    """One indicator, in the order of `INDICATOR_HEAD`."""
    latest = line.latest
    return (
        line.name,
        line.nature or "",
        point_text(line.baseline),
        point_text(line.target),
        point_text(latest) or "待填报",
        number_text(line.verdict.expected, line.target.unit),
        tag_of("progress", line.verdict.status).text,
        line.verdict.reason,
        place_text(line.target.row.title, line.target.row.clause),
        place_text(latest.row.title, latest.row.clause) if latest else "",
    )


def task_cells(task: TaskLine) -> tuple[str, ...]:
    """One task, in the order of `TASK_HEAD`."""
    row = task.row
    said = (f"{date_text(link.on)}：{mask(link.quote)}（{place_text(link.title, link.clause)}）" for link in task.links)
    return (
        mask(row.quote),
        "、".join(row.lead) or UNSTATED,
        "、".join(row.joint) or UNSTATED,
        date_text(row.deadline) or UNSTATED,
        tag_of("schedule", task.schedule).text,
        tag_of("evidence", task.evidence).text,
        "\n".join(said),
        place_text(row.title, row.clause),
    )


def gap_cells(gap: Gap, plan: str) -> tuple[str, ...]:
    """One gap, in the order of `GAP_HEAD`; the last cell is to be filled in."""
    lead = "、".join(gap.lead) or UNSTATED
    return (GAP_KINDS[gap.kind], mask(gap.name), lead, gap.reason, place_text(plan, gap.clause), "待填报")


def conflict_cells(conflict: Conflict) -> tuple[str, ...]:
    """One conflict, in the order of `CONFLICT_HEAD`."""
    one, other = conflict.one, conflict.other
    cells = (
        mask(one.words),
        place_text(one.title, one.clause),
        mask(other.words),
        place_text(other.title, other.clause),
    )
    return (mask(conflict.name), *cells, conflict.reason)


def evaluation_form(found: Evaluation) -> Form:
    """`{"plan", "until", "rule", "indicators", "tasks", "gaps", "conflicts"}`."""
    return {
        "plan": {"id": found.plan.id, "title": found.plan.title},
        "until": found.until.isoformat(),
        "rule": found.rule,
        "indicators": [_indicator_form(line) for line in found.indicators],
        "tasks": [_task_form(task) for task in found.tasks],
        "gaps": [
            {
                "kind": gap.kind,
                "name": mask(gap.name),
                "clause": gap.clause,
                "lead": list(gap.lead),
                "reason": gap.reason,
            }
            for gap in found.gaps
        ],
        "conflicts": [
            {
                "name": mask(one.name),
                "places": [_place_form(one.one), _place_form(one.other)],
                "reason": one.reason,
            }
            for one in found.conflicts
        ],
    }


def _indicator_form(line: IndicatorLine) -> Form:
    return {
        "series": line.series,
        "name": line.name,
        "subject": line.subject,
        "nature": line.nature,
        "baseline": point_text(line.baseline),
        "target": point_text(line.target),
        "latest": point_text(line.latest),
        "expected": number_text(line.verdict.expected, line.target.unit),
        "verdict": line.verdict.status,
        "reason": line.verdict.reason,
        "target_at": _point_place(line.target),
        "latest_at": _point_place(line.latest),
    }


def _point_place(point: Point | None) -> Form | None:
    row = point.row if point else None
    return {"document": row.document, "title": row.title, "clause": row.clause} if row else None


def _task_form(task: TaskLine) -> Form:
    return {
        "id": task.row.id,
        "text": mask(task.row.quote),
        "clause": task.row.clause,
        "schedule": task.schedule,
        "evidence": task.evidence,
        "later": [
            {
                "relation": link.relation,
                "on": link.on,
                "document": link.document,
                "clause": link.clause,
                "quote": mask(link.quote),
                "reason": link.reason,
            }
            for link in task.links
        ],
    }


def _gap_form(gap: Gap) -> Form:
    lead = list(gap.lead)
    return {"kind": gap.kind, "name": mask(gap.name), "clause": gap.clause, "lead": lead, "reason": gap.reason}


def _place_form(place: Place) -> Form:
    return {"quote": mask(place.words), "document": place.document, "title": place.title, "clause": place.clause}


def alignment_form(upper: DocumentRow, lower: DocumentRow, found: Iterable[Aligned]) -> Form:
    """`{"upper", "lower", "items"}`, each item with both places, status and reason."""
    return {
        "upper": {"id": upper.id, "title": upper.title},
        "lower": {"id": lower.id, "title": lower.title},
        "items": [
            {
                "kind": one.upper.kind,
                "status": one.status,
                "upper": _item_form(one.upper),
                "lower": _item_form(one.lower),
                "strength": one.strength,
                "reason": one.reason,
            }
            for one in found
        ],
    }


def _item_form(item: Item | None) -> Form | None:
    return {"text": mask(item.name), "clause": item.clause} if item else None


def alignment_rows(found: Iterable[Aligned]) -> Sequence[tuple[str, str, str, str]]:
    """One item a row: upper, status, lower, reason."""
    return [
        (mask(one.upper.name), STATUSES[one.status], mask(one.lower.name) if one.lower else "", one.reason)
        for one in found
    ]
