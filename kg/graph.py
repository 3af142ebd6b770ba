"""What one document brings to the graph: pure, from an `Analysis` to nodes and edges, each with its proof."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from corpus.analysis import Analysis
from corpus.facts import (
    Citation,
    Commitment,
    Fact,
    Indicator,
    OrganizationMention,
    kind_of,
)
from corpus.organization import Role
from corpus.span import Span
from corpus.store.graph_rows import Alias, Body, Decision, Edge, Node, Question, Series, Share, Succession
from corpus.store.records import title_of
from kg.bodies import Identity
from kg.edges import edges_of
from kg.identity import identify, identify_all, one_form, setting_of
from kg.series import SeriesKey
from kg.setting import Setting, issuers_named
from kg.subject import Subject, place_id, proposal_id
from kg.succession import successions_of
from kg.titles import key_of, plain, work_keys

LABEL = 120
"""Characters of a label; a longer one is cut."""


def share_of(analysis: Analysis, fact_ids: Sequence[str], decisions: tuple[Decision, ...] = ()) -> Share:
    """All that a document brings to the graph.

    Args:
        analysis: the document.
        fact_ids: as `Store.numbered` gives them.
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
        series=tuple(dict.fromkeys(_series_row(series) for _, _, series in subject.series)),
        issuer=issuers_named(analysis.metadata.issuer, setting),
    )


def _series_row(key: SeriesKey) -> Series:
    return Series(key.id, key.name, key.subject, key.base, key.place)


def _structure(bodies: Iterable[Body], successions: Iterable[Succession]) -> Iterator[Edge]:
    """The edges between bodies; rules prove them, not a document."""
    known = {body.id for body in bodies}
    for body in bodies:
        if body.parent in known:
            yield Edge("part_of", body.id, str(body.parent), "", how="机构设置通例")
    for row in successions:
        yield Edge("succeeded_by", row.before, row.after, "", how=row.source, on=row.since)


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
    for _, _, series in subject.series:
        yield Node(series.id, "series", series.label[:LABEL])


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
    yield from subject.setting.issuers
    for fact in subject.analysis.facts:
        if isinstance(fact, OrganizationMention):
            yield subject.resolve_as_named(fact.organization, fact.span.of(subject.analysis.document.text))
        elif isinstance(fact, Commitment):
            for actor in fact.actors:
                if actor.role is Role.BOUND:
                    continue
                yield subject.resolve_as_named(actor.organization or actor.name, actor.name)


def _aliases(subject: Subject) -> Iterator[Alias]:
    """The names that the document uses for each body, other than its one name."""
    seen: set[tuple[str, str]] = set()
    for organization in subject.analysis.organizations:
        for name in (organization.name, *organization.aliases):
            identity = subject.resolve_as_named(organization.name, name)
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
            candidates, reason = tuple(filter(None, identity.candidates)), identity.body.reason
            place = subject.setting.place.name if subject.setting.place else ""
            yield Question("body", one_form(name), subject.document, candidates, reason, spans.get(name), place)
