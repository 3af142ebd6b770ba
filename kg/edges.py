"""The edges that a document proves, by the makers below."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import replace

from corpus.facts import Citation, Commitment, Indicator, OrganizationMention, QuotedDuty, Relation, Statement
from corpus.organization import Role
from corpus.span import Span
from corpus.store.graph_rows import Edge
from kg.subject import Subject, place_id, proposal_id
from kg.titles import key_of, number_key, plain, work_keys

UNSETTLED = "库中没有这个文件"
"""Said of a citation until a document of the corpus is found."""

_ROLES = {
    Role.ISSUER: "issued_by",
    Role.ADDRESSEE: "addressed_to",
    Role.COPIED: "copied_to",
    Role.CONSULTED: "consulted",
}
"""Edge kinds of what a body does in a document; all other roles only mention it."""

_ACTS = {Role.LEAD: "led_by", Role.JOINT: "supported_by"}


def edges_of(subject: Subject) -> Iterator[Edge]:
    """The edges that a document proves, by the makers below."""
    seen: set[tuple[str, str, str]] = set()
    for maker in _MAKERS:
        for edge in maker(subject):
            key = (edge.kind, edge.source, edge.fact or edge.target)
            if key not in seen and edge.source != edge.target:
                seen.add(key)
                yield edge


def _edge(
    subject: Subject,
    kind: str,
    source: str,
    target: str,
    span: Span | None,
    how: str,
    fact: str | None = None,
    weight: float = 1.0,
) -> Edge:
    clause = subject.analysis.outline.clause_at(span.start) if span else None
    eid = clause.eid if clause else None
    return Edge(kind, source, target, subject.document, eid, span, how, weight, fact, on=subject.on)


def _issuers(subject: Subject) -> Iterator[Edge]:
    """发文机关 of the metadata."""
    span = subject.analysis.metadata.spans.get("issuer")
    for issuer in subject.setting.issuers:
        yield _edge(subject, "issued_by", subject.document, issuer.body.id, span, "发文机关栏或落款")


def _region(subject: Subject) -> Iterator[Edge]:
    """The place of the document."""
    place = subject.setting.place
    if place is not None:
        span = subject.analysis.metadata.spans.get("region")
        edge = _edge(subject, "concerns", subject.document, place_id(place.name), span, subject.setting.reason)
        yield replace(edge, on=subject.placed)


def _mentions(subject: Subject) -> Iterator[Edge]:
    """Bodies at the places where they are named, by what they do there; the first place of each counts."""
    for fact in subject.analysis.of(OrganizationMention):
        identity = subject.resolve_as_named(fact.organization, fact.span.of(subject.analysis.document.text))
        kind = _ROLES.get(fact.role, "mentions")
        how = identity.body.reason
        yield _edge(subject, kind, subject.document, identity.body.id, fact.span, how, None, identity.weight)


def _proposal(subject: Subject) -> Iterator[Edge]:
    """The proposal that a reply answers."""
    metadata = subject.analysis.metadata
    if metadata.proposal_number:
        span = metadata.spans.get("proposal_number")
        yield _edge(subject, "replies_to", subject.document, proposal_id(subject), span, "提案编号")


def _citations(subject: Subject) -> Iterator[Edge]:
    """Documents named; whether one of the corpus is meant is settled when the edge is kept.

    What bears the document's own name is what it prints.
    """
    own = {key.key for key in work_keys(subject.analysis)}
    for key, fact in subject.facts():
        title = plain(fact.title) if isinstance(fact, Citation) else ""
        if not isinstance(fact, Citation) or fact.relation is Relation.REPLIES_TO or not title:
            continue
        relation = Relation.PROMULGATES if key_of(title) in own else fact.relation
        yield _citing(subject, relation.value, subject.document, fact, key)


def _statements(subject: Subject) -> Iterator[Edge]:
    """载明: the document and its commitments, achievements, quoted duties and indicators."""
    for key, fact in subject.facts():
        if isinstance(fact, Statement | Indicator):
            yield _edge(subject, "states", subject.document, key, fact.span, "原文", key, fact.confidence)


def _actors(subject: Subject) -> Iterator[Edge]:
    """Who has to act on each commitment; a body counts once for each, in its first role."""
    for key, fact in subject.facts():
        if isinstance(fact, Commitment):
            done: set[str] = set()
            for actor in fact.actors:
                kind = _ACTS.get(actor.role)
                if kind is None:  # a class of the market is no body of the graph
                    continue
                identity = subject.resolve_as_named(actor.organization or actor.name, actor.name)
                if identity.body.id not in done:
                    done.add(identity.body.id)
                    span = actor.span or fact.span
                    yield _edge(subject, kind, key, identity.body.id, span, identity.body.reason, None, identity.weight)


def _measures(subject: Subject) -> Iterator[Edge]:
    """The indicators that stand within a commitment's words."""
    indicators = [(key, fact) for key, fact in subject.facts() if isinstance(fact, Indicator)]
    indicators.sort(key=lambda pair: pair[1].span.start)
    for key, fact in subject.facts():
        if isinstance(fact, Commitment):
            first = bisect_left(indicators, fact.span.start, key=lambda pair: pair[1].span.start)
            last = bisect_left(indicators, fact.span.end, key=lambda pair: pair[1].span.start)
            for other, indicator in indicators[first:last]:
                if fact.span.contains(indicator.span):
                    yield _edge(subject, "measured_by", key, other, indicator.span, "同一句中的指标")


def _series(subject: Subject) -> Iterator[Edge]:
    """The series that each indicator belongs to."""
    for key, fact, series in subject.series:
        yield _edge(subject, "observes", key, series.id, fact.span, "名称、主体、单位和地区相同", key)


def _quotes(subject: Subject) -> Iterator[Edge]:
    """The document that a quoted duty is quoted from: the one cited within its words."""
    citations = [(key, fact) for key, fact in subject.facts() if isinstance(fact, Citation) and plain(fact.title)]
    for key, fact in subject.facts():
        if isinstance(fact, QuotedDuty):
            for cited, citation in citations:
                if fact.span.contains(citation.span):
                    yield _citing(subject, "quoted_from", key, citation, cited)


def _citing(subject: Subject, kind: str, source: str, citation: Citation, key: str) -> Edge:
    """An edge to the work as named, with all names by which it may be found in the corpus."""
    work = key_of(plain(citation.title))
    edge = _edge(subject, kind, source, work, citation.span, UNSETTLED, key, citation.confidence)
    return replace(edge, cited=work, numbered=number_key(citation.number))


_MAKERS: tuple[Callable[[Subject], Iterator[Edge]], ...] = (
    _issuers,
    _region,
    _mentions,
    _proposal,
    _citations,
    _statements,
    _actors,
    _measures,
    _series,
    _quotes,
)
