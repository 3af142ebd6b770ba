"""What one document brings to the graph: pure, from an `Analysis` to nodes and edges, each with its proof."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from corpus.analysis import Analysis
from corpus.facts import (
    Achievement,
    Citation,
    Commitment,
    Fact,
    Indicator,
    OrganizationMention,
    QuotedDuty,
    Relation,
    kind_of,
)
from corpus.organization import Role
from corpus.span import Span
from corpus.store.graph_rows import Alias, Body, Decision, Edge, Node, Question, Series, Share, Succession
from corpus.store.records import title_of
from kg.bodies import Identity, body_id
from kg.identity import identify, identify_all, setting_of
from kg.series import SeriesKey
from kg.series import key_of as series_key
from kg.setting import Setting
from kg.succession import successions_of
from kg.titles import key_of, number_key, plain, work_keys

LABEL = 120
"""Characters of a label; a longer one is cut."""

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


@dataclass(frozen=True, slots=True)
class Subject:
    """One document on its way into the graph.

    Attributes:
        ids: of its facts, in their order.
        setting: what it says about the bodies that it names in short.
        identities: what each of its bodies is, by its name there.
    """

    analysis: Analysis
    ids: tuple[str, ...]
    setting: Setting
    identities: Mapping[str, Identity]

    @property
    def document(self) -> str:
        """Its id."""
        return self.analysis.document.id

    @property
    def on(self) -> str | None:
        """Its date."""
        day = self.analysis.metadata.as_of
        return str(day) if day else None

    @property
    def placed(self) -> str | None:
        """When it comes among the documents of its place: its date or, without one, the first year that it plans."""
        period = self.analysis.metadata.period
        return self.on or (str(period.start.year) if period and period.start else None)

    def resolve(self, name: str) -> Identity:
        """What a body is that the document names."""
        return self.identities.get(name) or identify(name, self.setting)

    def facts(self) -> Iterator[tuple[str, Fact]]:
        """Its facts with their ids."""
        return zip(self.ids, self.analysis.facts, strict=True)


def share_of(analysis: Analysis, fact_ids: Sequence[str], decisions: tuple[Decision, ...] = ()) -> Share:
    """All that a document brings to the graph.

    Args:
        analysis: the document.
        fact_ids: as `Store.fact_ids` gives them.
        decisions: of people, about names of bodies.
    """
    setting = setting_of(analysis, decisions)
    identities = identify_all(analysis.organizations, setting)
    subject = Subject(analysis, tuple(fact_ids), setting, identities)
    edges = tuple(edges_of(subject))
    ends = {end for edge in edges for end in (edge.source, edge.target)}
    named = {body.id: body for body in _bodies(subject)}
    changes = [change for body in named.values() for change in successions_of(body)]
    bodies = named | {other.id: other for _, other in changes}
    successions = tuple({(row.before, row.after): row for row, _ in changes}.values())
    return Share(
        document=subject.document,
        nodes=tuple(_nodes(subject, ends, bodies.values())),
        edges=(*edges, *_structure(bodies.values(), successions)),
        bodies=tuple(bodies.values()),
        aliases=tuple(_aliases(subject)),
        successions=successions,
        keys=work_keys(analysis),
        questions=tuple(_questions(subject)),
        series=tuple(dict.fromkeys(map(_series_row, _series_keys(subject)))),
    )


def _series_row(key: SeriesKey) -> Series:
    return Series(key.id, key.name, key.subject, key.base, key.place)


def edges_of(subject: Subject) -> Iterator[Edge]:
    """The edges that a document proves, by the makers below."""
    seen: set[tuple[str, str, str]] = set()
    for maker in _MAKERS:
        for edge in maker(subject):
            key = (edge.kind, edge.source, edge.fact or edge.target)
            if key not in seen and edge.source != edge.target:
                seen.add(key)
                yield edge


def _structure(bodies: Iterable[Body], successions: Iterable[Succession]) -> Iterator[Edge]:
    """The edges between bodies; rules prove them, not a document."""
    known = {body.id for body in bodies}
    for body in bodies:
        if body.parent in known:
            yield Edge("part_of", body.id, str(body.parent), "", how="机构设置通例")
    for row in successions:
        yield Edge("succeeded_by", row.before, row.after, "", how=row.source, on=row.since)


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
    return Edge(
        kind, source, target, subject.document, clause.eid if clause else None, span, how, weight, fact, on=subject.on
    )


def _issuers(subject: Subject) -> Iterator[Edge]:
    """发文机关 of the metadata."""
    span = subject.analysis.metadata.spans.get("issuer")
    for name in subject.setting.issuers:
        yield _edge(subject, "issued_by", subject.document, body_id(name), span, "发文机关栏或落款")


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
        identity = subject.resolve(fact.organization)
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
    """Documents named; whether one of the corpus is meant is settled when the edge is kept."""
    for key, fact in subject.facts():
        title = plain(fact.title) if isinstance(fact, Citation) else ""
        if not isinstance(fact, Citation) or fact.relation is Relation.REPLIES_TO or not title:
            continue
        yield _citing(subject, fact.relation.value, subject.document, fact, key)


def _statements(subject: Subject) -> Iterator[Edge]:
    """载明: the document and its commitments, achievements, quoted duties and indicators."""
    for key, fact in subject.facts():
        if isinstance(fact, Commitment | Achievement | QuotedDuty | Indicator):
            yield _edge(subject, "states", subject.document, key, fact.span, "原文", key, fact.confidence)


def _actors(subject: Subject) -> Iterator[Edge]:
    """Who has to act on each commitment; a body counts once for each, in its first role."""
    for key, fact in subject.facts():
        if isinstance(fact, Commitment):
            done: set[str] = set()
            for actor in fact.actors:
                identity = subject.resolve(actor.organization or actor.name)
                kind = _ACTS.get(actor.role)
                if kind and identity.body.id not in done:
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
    for key, fact in subject.facts():
        if isinstance(fact, Indicator) and (series := series_key(fact, subject.setting.place)):
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


def place_id(name: str) -> str:
    """The id of the node of the place with this one name."""
    return "l" + body_id(name)[1:]


def proposal_id(subject: Subject) -> str:
    """The id of a proposal's node: the number within the body that it was put to, as far as that is told."""
    metadata = subject.analysis.metadata
    place = subject.setting.place
    year = metadata.as_of.year if metadata.as_of else ""
    parts = (metadata.proposal_number or "", place.name if place else "", str(year), metadata.proposal_title or "")
    return "p" + body_id("\n".join(parts))[1:]


def _nodes(subject: Subject, ends: set[str], bodies: Iterable[Body]) -> Iterator[Node]:
    """The things at the ends of its edges that are not other documents."""
    document, on, analysis = subject.document, subject.on, subject.analysis
    yield Node(document, "document", title_of(analysis)[: 2 * LABEL], document, on)
    for key, fact in subject.facts():
        if key in ends:
            yield Node(key, kind_of(fact), _label(analysis, fact), document, on)
    for body in bodies:
        yield Node(body.id, body.kind, body.name)
    if place := subject.setting.place:
        yield Node(place_id(place.name), "place", place.name)
    if analysis.metadata.proposal_number:
        title = analysis.metadata.proposal_title or "提案"
        yield Node(proposal_id(subject), "proposal", f"{title}（第{analysis.metadata.proposal_number}号）"[:LABEL])
    for fact in analysis.of(Citation):
        if name := plain(fact.title):
            yield Node(key_of(name), "work", _flat(fact.title)[:LABEL])
    for series in _series_keys(subject):
        yield Node(series.id, "series", series.label[:LABEL])


def _series_keys(subject: Subject) -> Iterator[SeriesKey]:
    for fact in subject.analysis.of(Indicator):
        if series := series_key(fact, subject.setting.place):
            yield series


def _label(analysis: Analysis, fact: Fact) -> str:
    words = _flat(analysis.quote(fact))
    if isinstance(fact, Indicator):
        words = f"{_flat(fact.name)}：{words}"
    return words if len(words) <= LABEL else words[: LABEL - 1] + "…"


def _flat(words: str) -> str:
    return "".join(words.split())


def _bodies(subject: Subject) -> Iterator[Body]:
    """The bodies that it names, and those above them."""
    seen: set[str] = set()
    waiting = [*_identities(subject)]
    while waiting:
        identity = waiting.pop()
        if identity.body.id in seen:
            continue
        seen.add(identity.body.id)
        yield identity.body
        if identity.above:
            waiting.append(identify(identity.above, Setting(identity.place, year=subject.setting.year)))


def _identities(subject: Subject) -> Iterator[Identity]:
    """What every name of a body in the document means."""
    yield from subject.identities.values()
    for name in subject.setting.issuers:
        yield identify(name, Setting(subject.setting.place, year=subject.setting.year))
    for fact in subject.analysis.facts:
        if isinstance(fact, OrganizationMention):
            yield subject.resolve(fact.organization)
        elif isinstance(fact, Commitment):
            for actor in fact.actors:
                yield subject.resolve(actor.organization or actor.name)


def _aliases(subject: Subject) -> Iterator[Alias]:
    """The names that the document uses for each body, other than its one name."""
    seen: set[tuple[str, str]] = set()
    for organization in subject.analysis.organizations:
        identity = subject.resolve(organization.name)
        for name in (organization.name, *organization.aliases):
            key = (identity.body.id, _flat(name))
            if key not in seen and key[1] != identity.body.name and identity.body.kind != "place":
                seen.add(key)
                yield Alias(key[0], key[1], subject.document, identity.body.reason, subject.on)


def _questions(subject: Subject) -> Iterator[Question]:
    """What the document's names leave open, each once, at its first place."""
    spans: dict[str, Span] = {}
    for fact in subject.analysis.of(OrganizationMention):
        spans.setdefault(fact.organization, fact.span)
    for name, identity in subject.identities.items():
        if identity.candidates:
            candidates = tuple(filter(None, identity.candidates))
            yield Question("body", name, subject.document, candidates, identity.body.reason, spans.get(name))
