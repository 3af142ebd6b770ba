"""The stable JSON forms of a plan's evaluation and of two plans aligned."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from corpus.masking import mask
from corpus.store import DocumentRow
from kg.alignment import Aligned, Item
from kg.evaluation import Conflict, Evaluation, Gap, IndicatorLine, Place, TaskLine
from webapp.forms_ledger import link_form, point_form
from webapp.views_ledger import point_text
from webapp.wording import number_text

Form = dict[str, Any]


def evaluation_form(found: Evaluation) -> Form:
    """`{"plan", "until", "rule", "indicators", "tasks", "gaps", "conflicts"}`."""
    return {
        "plan": {"id": found.plan.id, "title": found.plan.title},
        "until": found.until.isoformat(),
        "rule": found.rule,
        "indicators": [_indicator_form(line) for line in found.indicators],
        "tasks": [_task_form(task) for task in found.tasks],
        "gaps": [_gap_form(gap) for gap in found.gaps],
        "conflicts": [_conflict_form(conflict) for conflict in found.conflicts],
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
        "target_at": point_form(line.target),
        "latest_at": point_form(line.latest),
    }


def _task_form(task: TaskLine) -> Form:
    return {
        "id": task.row.id,
        "text": mask(task.row.quote),
        "clause": task.row.clause,
        "schedule": task.schedule,
        "evidence": task.evidence,
        "later": [link_form(link) for link in task.links],
    }


def _gap_form(gap: Gap) -> Form:
    lead = list(gap.lead)
    return {"kind": gap.kind, "name": mask(gap.name), "clause": gap.clause, "lead": lead, "reason": gap.reason}


def _conflict_form(conflict: Conflict) -> Form:
    places = [_place_form(conflict.one), _place_form(conflict.other)]
    return {"name": mask(conflict.name), "places": places, "reason": conflict.reason}


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
    return {"text": mask(item.name), "target": item.target or None, "clause": item.clause} if item else None
