"""What became of promises, as the graph has it: the chronology of one, the evidence on many, those never mentioned."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from corpus.period import PartialDate
from corpus.store import CommitmentRow, FactFilter, Store
from corpus.store.graph import PUBLIC, GraphStore
from corpus.store.graph_rows import Described
from kg.ontology import label_of
from kg.tracking import Completion, evidence_of

_RELATIONS = {
    "restated_by": "restates",
    "progressed_by": "progresses",
    "fulfilled_by": "fulfils",
    "contradicted_by": "contradicts",
}
KINDS = tuple(_RELATIONS)
"""Edges from a promise to what later documents say of it."""

MOST_PROMISES = 10_000
"""Promises of one document that are followed, at most."""

_MOST = 500


@dataclass(frozen=True, slots=True)
class ChainLink:
    """One later statement on the object of a promise.

    Attributes:
        relation: `restates`, `progresses`, `fulfils` or `contradicts`.
        label: the same in Chinese.
        node: id of the later fact or document.
        document: id of the later document.
        title: of it.
        on: its date, an ISO prefix.
        clause: where it stands.
        quote: the words.
        strength: 0 to 1.
        reason: one Chinese sentence.
    """

    relation: str
    label: str
    node: str
    document: str
    title: str
    on: str | None
    clause: str | None
    quote: str
    strength: float
    reason: str


@dataclass(frozen=True, slots=True)
class Chain:
    """A promise with what later documents say of it, in order of time.

    Attributes:
        promise: the commitment.
        links: oldest first.
        searched: number of later documents of the same place that were looked through.
        until: date of the newest of them.
        today: day of the search.
    """

    promise: CommitmentRow
    links: tuple[ChainLink, ...]
    searched: int
    until: str | None
    today: date

    @property
    def evidence(self) -> str:
        """The evidence status, see `tracking`."""
        return evidence_of(self.promise, (link.relation for link in self.links))

    @property
    def completion(self) -> Completion | None:
        """By when it was done, as the first document says that does."""
        done = [link.on for link in self.links if link.relation == "fulfils" and link.on]
        return Completion(by=PartialDate.parse(min(done))) if done else None

    @property
    def statement(self) -> str:
        """What was found, or how far was searched, in one Chinese sentence."""
        if self.links:
            return f"后续文件中有{len(self.links)}处提到这一事项。"
        today = PartialDate.of(self.today).chinese
        if not self.searched or not self.until:
            return f"截至{today}，库中没有同一地区的后续文件，无从核对。"
        until = PartialDate.parse(self.until).chinese
        return f"截至{today}，在同一地区的{self.searched}件后续文件（最晚{until}）中未见提及；这不表示没有落实。"


def outcome(store: Store, commitment: str, today: date, visibility: Sequence[str] = PUBLIC) -> Chain:
    """The chain of one promise.

    Raises:
        NotFoundError: if there is no such commitment.
    """
    (chain,) = outcomes(store, [store.commitment(commitment)], today, visibility)
    return chain


def outcomes(
    store: Store, promises: Sequence[CommitmentRow], today: date, visibility: Sequence[str] = PUBLIC
) -> tuple[Chain, ...]:
    """The chains of these promises, in their order; all are drawn at once."""
    graph = GraphStore(store)
    keys = [row.id for row in promises]
    found: dict[str, list[ChainLink]] = {key: [] for key in keys}
    edges = {edge.row: edge for edge in graph.around(keys, _MOST, KINDS, visibility) if edge.source in found}
    for described in graph.describe(list(edges.values())):
        found[described.edge.source].append(_link(described))
    later = {document: graph.later_beside(document, visibility) for document in {row.document for row in promises}}
    return tuple(
        Chain(row, tuple(sorted(found[row.id], key=_order)), *later[row.document], today=today) for row in promises
    )


def outcomes_of(store: Store, document: str, today: date, visibility: Sequence[str] = PUBLIC) -> tuple[Chain, ...]:
    """The chains of the promises of a document, in the order of its text; at most `MOST_PROMISES`."""
    rows = store.commitments(FactFilter(document=document), MOST_PROMISES, by_deadline=False).items
    return outcomes(store, sorted(rows, key=lambda row: row.start), today, visibility)


def _order(link: ChainLink) -> tuple[str, str, float]:
    return link.on or "", link.document, -link.strength


def _link(found: Described) -> ChainLink:
    edge = found.edge
    return ChainLink(
        relation=_RELATIONS[edge.kind],
        label=label_of(edge.kind),
        node=edge.target,
        document=edge.document,
        title=found.title,
        on=edge.on,
        clause=edge.clause,
        quote=found.quote or found.title,
        strength=edge.weight,
        reason=edge.how,
    )


def evidence(store: Store, rows: Iterable[CommitmentRow], visibility: Sequence[str] = PUBLIC) -> dict[str, str]:
    """The evidence status of each of these commitments, by id."""
    rows = tuple(rows)
    kinds = GraphStore(store).kinds_from([row.id for row in rows], KINDS, visibility)
    return {row.id: evidence_of(row, (_RELATIONS[kind] for kind in kinds.get(row.id, ()))) for row in rows}


def unmentioned(
    store: Store, rows: Iterable[CommitmentRow], visibility: Sequence[str] = PUBLIC
) -> tuple[CommitmentRow, ...]:
    """Those of these commitments that no later document mentions, though there are later ones of the place."""
    rows = tuple(rows)
    graph = GraphStore(store)
    kinds = graph.kinds_from([row.id for row in rows], KINDS, visibility)
    later = {document: graph.later_beside(document, visibility)[0] for document in {row.document for row in rows}}
    return tuple(row for row in rows if row.id not in kinds and later[row.document])
