"""The stable JSON forms of lists, the same on the command line and in the API."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from corpus.facts_form import number_form
from corpus.masking import mask
from corpus.store import CommitmentRow, IndicatorRow, Store
from corpus.store.graph_rows import Described
from kg.neighbourhood import neighbourhood
from kg.ontology import label_of
from kg.paths import paths
from kg.queries import entity
from kg.tracking import evidence_status, schedule_of
from search import Hit, Page
from webapp.views_search import facet_counts
from webapp.views_similar import Similar
from webapp.wording import limit_text

Form = dict[str, Any]


def search_form(page: Page) -> Form:
    """`{"total", "documents", "hits", "facets", "notes", "expanded"}`; texts are masked, offsets agree all the same."""
    return {
        "total": page.total,
        "documents": page.documents,
        "hits": [hit_form(hit) for hit in page.hits],
        "facets": {
            name: [{"value": value, "count": count} for value, count in facets]
            for name, facets in facet_counts(page).items()
        },
        "notes": list(page.notes),
        "expanded": {word: list(others) for word, others in page.expanded.items()},
    }


def hit_form(hit: Hit) -> Form:
    """One hit."""
    return {
        "document": hit.document,
        "title": hit.title,
        "clause": hit.clause,
        "heading": hit.heading,
        "text": mask(hit.text),
        "highlights": [list(place) for place in hit.highlights],
        "score": round(hit.score, 4),
        "why": list(hit.why),
    }


def similar_form(one: Similar) -> Form:
    """One similar clause: what it shares with the text and what not, who answered when, and what was promised."""
    item, entry = one.item, one.item.hit.entry
    return hit_form(item.hit) | {
        "request": item.request,
        "shared": list(item.shared),
        "differing": list(item.differing),
        "issuer": entry.issuer,
        "written_on": entry.written_on,
        "departments": list(one.departments),
        "commitments": [
            {
                "id": it.row.id,
                "text": mask(it.row.quote),
                "deadline": it.row.deadline,
                "evidence": it.evidence,
                "schedule": it.schedule,
            }
            for it in one.undertakings
        ],
    }


def commitment_form(row: CommitmentRow, today: date, evidence: Mapping[str, str]) -> Form:
    """One commitment with its three statuses; `evidence` maps ids to evidence statuses."""
    return {
        "id": row.id,
        "text": mask(row.quote),
        "document": row.document,
        "title": row.title,
        "clause": row.clause,
        "deadline": row.deadline,
        "counted": None if row.deadline else limit_text(None, row.quote) or None,
        "due": row.due,
        "lead": list(row.lead),
        "joint": list(row.joint),
        "binding": row.binding,
        "official": "unreported",
        "evidence": evidence_status(row, evidence),
        "schedule": schedule_of(row, today),
    }


def indicator_form(row: IndicatorRow) -> Form:
    """One indicator in the contract's form, with its place."""
    fact = row.fact
    return {
        "id": row.id,
        "document": row.document,
        "title": row.title,
        "clause": row.clause,
        "name": fact.name,
        "subject": fact.subject,
        "value": number_form(fact.value),
        "unit": fact.unit,
        "op": fact.comparison.value,
        "when": str(fact.when) if fact.when else None,
        "kind": fact.kind.value,
        "quote": mask(row.quote),
        "baseline": number_form(fact.baseline),
        "baseline_when": str(fact.baseline_when) if fact.baseline_when else None,
        "target": number_form(fact.target),
        "target_when": str(fact.target_when) if fact.target_when else None,
        "nature": fact.nature,
    }


def graph_form(store: Store, name: str, depth: int, limit: int, other: str | None = None) -> Form:
    """An entity with the relations around it, or the ways from it to another entity.

    `{"entity", "total", "cut", "edges"}`, and `"paths"` (lists of edges) where `other` is given.

    Raises:
        NotFoundError: if there is no such entity.
    """
    found = entity(store, name)
    around = neighbourhood(store, found.node.id, depth, limit)
    form: Form = {
        "entity": {
            "id": found.node.id,
            "kind": found.node.kind,
            "label": found.label,
            "name": found.node.label,
            "aliases": [alias.name for alias in found.aliases],
            "place": found.body.place if found.body else None,
            "successions": [
                {"name": other.node.label, "id": other.node.id, "earlier": other.earlier, "kind": other.kind}
                | {"since": other.since, "source": other.source}
                for other in found.predecessors
            ],
        },
        "total": around.total,
        "cut": around.cut,
        "edges": [edge_form(described) for described in sorted(around.edges, key=lambda item: not item.edge.document)],
    }
    if other is not None:
        ways = paths(store, found.node.id, other)
        form["paths"] = [[edge_form(step) for step in way.steps] for way in ways]
    return form


def edge_form(described: Described) -> Form:
    """One relation with its proof."""
    edge = described.edge
    return {
        "kind": edge.kind,
        "label": label_of(edge.kind),
        "from": described.source.id,
        "from_name": mask(described.source.label),
        "to": described.target.id,
        "to_name": mask(described.target.label),
        "document": edge.document,
        "title": described.title,
        "clause": edge.clause,
        "quote": mask(described.quote),
        "how": edge.how,
    }
