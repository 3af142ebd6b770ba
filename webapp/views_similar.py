"""Similar clauses as a page, the API and the command line show them: with the commitments made in them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.store import CommitmentRow, FactFilter
from kg.tracking import evidence_status, schedule_of
from search.similar import SimilarClause
from webapp.clock import today
from webapp.views_search import Passage, passage_of

if TYPE_CHECKING:
    from webapp.workspace import Workspace

_MOST_COMMITMENTS = 2000
"""Commitments of one document that are looked through for those of a clause."""


@dataclass(frozen=True, slots=True)
class Undertaking:
    """A commitment of a similar clause, what later documents show of it, and what the calendar says."""

    row: CommitmentRow
    evidence: str
    schedule: str


@dataclass(frozen=True, slots=True)
class Similar:
    """A similar clause as a page shows it."""

    item: SimilarClause
    passage: Passage
    undertakings: tuple[Undertaking, ...]

    @property
    def departments(self) -> tuple[str, ...]:
        """Who leads or joins in what the clause undertakes."""
        names = (name for one in self.undertakings for name in (*one.row.lead, *one.row.joint))
        return tuple(dict.fromkeys(names))


def similar_rows(site: Workspace, found: tuple[SimilarClause, ...]) -> tuple[Similar, ...]:
    """Similar clauses with the commitments made in them."""
    return tuple(Similar(item, passage_of(item.hit), undertakings(site, item)) for item in found)


def undertakings(site: Workspace, item: SimilarClause) -> tuple[Undertaking, ...]:
    """The commitments that a similar clause makes, each with what is known of it."""
    wanted = FactFilter(document=item.hit.document)
    every = site.store.commitments(wanted, _MOST_COMMITMENTS, today=today()).items if item.hit.clause else ()
    rows = [row for row in every if row.clause == item.hit.clause]
    evidence = site.evidence([row.id for row in rows])
    return tuple(Undertaking(row, evidence_status(row, evidence), schedule_of(row, today())) for row in rows)
