"""The stable JSON forms of the indicator ledger, of places compared and of promises followed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from corpus.facts_form import number_form
from corpus.masking import mask
from kg.comparison import Compared, Comparison
from kg.later_values import Followed
from kg.ledger import LedgerDetail, LedgerRow
from kg.outcomes import Chain, ChainLink
from kg.points import Point
from kg.related import Apart
from webapp.wording import value_text

Form = dict[str, Any]


def ledger_form(row: LedgerRow) -> Form:
    """One indicator: base, target, newest value and verdict."""
    return {
        "id": row.id,
        "name": row.name,
        "subject": row.subject,
        "unit": row.unit,
        "nature": row.nature,
        "baseline": point_form(row.baseline),
        "target": point_form(row.target),
        "latest": point_form(row.latest),
        "expected": number_form(row.verdict.expected),
        "verdict": row.verdict.status,
        "reason": row.verdict.reason,
        "flags": list(row.flags),
        "documents": row.documents,
    }


def point_form(point: Point | None) -> Form | None:
    """One value with its time and place; `comparable` is its number in the unit that the series is compared in."""
    if point is None:
        return None
    row = point.row
    return {
        "kind": point.kind,
        "text": value_text(point.value, point.unit, point.comparison),
        "value": number_form(point.value),
        "unit": point.unit,
        "comparable": number_form(point.number),
        "at": str(point.at) if point.at else None,
        "assumed": point.assumed,
        "document": row.document,
        "title": row.title,
        "clause": row.clause,
        "quote": mask(row.quote),
    }


def detail_form(found: LedgerDetail) -> Form:
    """One indicator with all its values, and what stands near it."""
    dropped = found.dropped
    return ledger_form(found.row) | {
        "rule": found.rule,
        "points": [point_form(point) for point in found.points],
        "conflicts": [[point_form(one), point_form(other)] for one, other in found.conflicts],
        "moved": [[point_form(one), point_form(other)] for one, other in found.moved],
        "dropped": {"document": dropped.document, "title": dropped.title, "on": dropped.on} if dropped else None,
        "apart": [_apart_form(one) for one in found.siblings],
        "near": [{"id": one.id, "label": one.label, "reason": one.reason} for one in found.near],
    }


def _apart_form(one: Apart) -> Form:
    return {"id": one.id, "label": one.label, "reason": one.reason}


def comparison_form(found: Comparison) -> Form:
    """`{"rows", "left_out"}`: the places of one definition, and the indicators of the name that differ in it."""
    return {
        "rows": [_compared_form(row) for row in found.rows],
        "left_out": [_apart_form(one) for one in found.left_out],
    }


def _compared_form(row: Compared) -> Form:
    return {"series": row.series, "place": row.place, "same_year": row.same_year, "point": point_form(row.point)}


def chain_form(chain: Chain) -> Form:
    """One promise with what later documents say of it, oldest first, and how far was searched."""
    return {
        "id": chain.promise.id,
        "text": mask(chain.promise.quote),
        "document": chain.promise.document,
        "clause": chain.promise.clause,
        "evidence": chain.evidence,
        "searched": chain.searched,
        "until": chain.until,
        "on": chain.today.isoformat(),
        "statement": chain.statement,
        "later": [link_form(link) for link in chain.links],
    }


def link_form(link: ChainLink) -> Form:
    """One later statement on the object of a promise."""
    return {
        "relation": link.relation,
        "on": link.on,
        "document": link.document,
        "title": link.title,
        "clause": link.clause,
        "quote": mask(link.quote),
        "strength": link.strength,
        "reason": link.reason,
    }


def followed_forms(found: Iterable[Followed]) -> list[Form]:
    """Indicators of a document with their values there and in later documents."""
    return [
        {
            "series": one.series,
            "name": one.name,
            "subject": one.subject,
            "unit": one.base,
            "own": [point_form(point) for point in one.own],
            "later": [point_form(point) for point in one.later],
        }
        for one in found
    ]
