"""Which document of the corpus a citation means, what is cited and missing, and what holds; two are never guessed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from types import MappingProxyType

from corpus.analysis import Analysis
from corpus.period import PartialDate
from corpus.store import Store, Validity
from corpus.store.graph import PUBLIC, GraphStore, Settle
from corpus.store.graph_rows import Candidate, Cited, Decision, Node
from corpus.store.records import validity_of
from kg.citable import can_mean
from kg.edges import UNSETTLED
from kg.ontology import CITING
from kg.titles import is_draft, plain

_WANTED = tuple(kind for kind in CITING if kind not in ("promulgates", "forwards", "drafts"))
_HOW = {
    "number": "文号一致",
    "title": "标题一致",
    "printed": "所印发文件的标题一致",
    "inner": "标题与引用的印发通知所印发的一致",
}


@dataclass(frozen=True, slots=True)
class Standing:
    """Whether a document holds on a day, and why.

    Attributes:
        reason: one Chinese sentence.
        by: the document that says so, if another one does.
    """

    validity: Validity
    reason: str
    by: str | None = None


def settle(
    cited: Cited, candidates: Sequence[Candidate], decisions: Mapping[tuple[str, str], Decision] = MappingProxyType({})
) -> tuple[str | None, str, tuple[str, ...]]:
    """The document that a citation means: its id or None, the reason, and between which it could not be told.

    A number that agrees is enough; a title must be one that tells a document, of a place and a time that the citing
    document can mean, and the only one. A document never cites itself. What a person decided goes before, as long as
    the document that it means is there.
    """
    decision = _decision_on(cited, decisions)
    if decision and (not decision.meant or any(one.document == decision.meant for one in candidates)):
        return decision.meant or None, decision.words, ()
    others = [one for one in candidates if one.document != cited.document and can_mean(one, cited)]
    for how, words in _HOW.items():
        found = _narrow([candidate for candidate in others if candidate.how == how], cited)
        if len(found) == 1:
            return found[0].document, words, ()
        if found:
            return None, f"{words}的文件不止一个，不能确定所指", tuple(sorted(one.document for one in found))
    return None, UNSETTLED, ()


def settled_by(decisions: Iterable[Decision]) -> Settle:
    """`settle` with what people decided about citations."""
    by_name = {(decision.name, decision.place): decision for decision in decisions if decision.kind == "citation"}
    return partial(settle, decisions=by_name)


def _decision_on(cited: Cited, decisions: Mapping[tuple[str, str], Decision]) -> Decision | None:
    """What a person decided about a citation, in the documents of its place or in all."""
    if not decisions:
        return None
    name = plain(cited.title)
    return decisions.get((name, cited.region or "")) or decisions.get((name, ""))


def _narrow(found: list[Candidate], cited: Cited) -> list[Candidate]:
    """Of several, finals before drafts, then by issuer and by place."""
    for fits in (_by_stage, _by_issuer, _by_region):
        if len(found) < 2:
            break
        found = fits(found, cited)
    return found


def _by_stage(found: list[Candidate], cited: Cited) -> list[Candidate]:
    """A citation that does not say 征求意见稿 means the final version."""
    same = [one for one in found if is_draft(one.title) == is_draft(cited.title)]
    return same or found


def _by_issuer(found: list[Candidate], cited: Cited) -> list[Candidate]:
    same = [one for one in found if cited.by and one.issuer and (one.issuer in cited.by or cited.by in one.issuer)]
    return same or found


def _by_region(found: list[Candidate], cited: Cited) -> list[Candidate]:
    same = [one for one in found if cited.region and one.region == cited.region]
    return same or found


def missing(store: Store, limit: int = 50, visibility: Sequence[str] = PUBLIC) -> tuple[tuple[Node, int], ...]:
    """What is cited and not in the corpus, with the number of documents that cite it, most first.

    What a document prints or forwards comes with it, and what is still to be written cannot be there.
    """
    return GraphStore(store).most_pointed_at(_WANTED, ("work",), limit, visibility)


def most_cited(store: Store, limit: int = 50, visibility: Sequence[str] = PUBLIC) -> tuple[tuple[Node, int], ...]:
    """Documents of the corpus by the number of documents that cite them, most first."""
    return GraphStore(store).most_pointed_at(CITING, ("document",), limit, visibility)


def standing_of(store: Store, analysis: Analysis, today: date, visibility: Sequence[str] = PUBLIC) -> Standing:
    """Whether a document holds: repealed by another one, past its last day, not yet in force, or by its own words."""
    graph, metadata = GraphStore(store), analysis.metadata
    for source, node in graph.nodes(graph.sources(analysis.document.id, "repeals", visibility)).items():
        return Standing(Validity.EXPIRED, f"已被“{node.label}”废止。", source)
    if metadata.in_force_until and _over(metadata.in_force_until, today):
        return Standing(Validity.EXPIRED, f"文件载明有效期至{metadata.in_force_until}，已过期。")
    own = validity_of(metadata)
    if metadata.in_force_from and metadata.in_force_from.first_day > today and own is not Validity.EXPIRED:
        return Standing(own, f"文件载明自{metadata.in_force_from}起施行，尚未施行。")
    return Standing(own, _OWN[own].format(metadata.validity or ""))


_OWN = {
    Validity.IN_FORCE: "来源页面标明“{}”。",
    Validity.EXPIRED: "来源页面标明“{}”。",
    Validity.DRAFT: "征求意见稿，不作为现行规定。",
    Validity.UNSTATED: "文件和来源页面没有载明效力状态，库内也没有文件将其废止。",
}


def _over(until: PartialDate, today: date) -> bool:
    return until.last_day < today
