"""An analysis as entries of the index, one a clause; pure."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from corpus import Analysis, BlockKind, Commitment, Fact, Outline, Role, Span, Validity, Visibility
from corpus.facts import kind_of
from corpus.store.records import normal_number, title_of, validity_of
from search.engine import Entry

CHECKABLE = "checkable"
"""Stands among an entry's kinds of fact where one of its commitments can be checked."""


def entries(
    analysis: Analysis,
    *,
    issuer: str | None = None,
    region: str | None = None,
    validity: Validity | None = None,
    visibility: Visibility = Visibility.PUBLIC,
    latest: bool = True,
) -> Iterator[Entry]:
    """The entries of one document in the order of its text.

    Every character of the text that is not page furniture stands in one: clauses, headings, and what the outline
    leaves out. The first is marked as the document's lead; a document whose title is not in its text begins with one
    that holds the title.

    Args:
        analysis: the document.
        issuer: who issued it, with its place where that was resolved beyond what the document says.
        region: place it holds for, where that was resolved beyond what the document says.
        validity: as decided elsewhere (repealed by a later document, its last day past); by its own words where None.
        visibility: who may see it.
        latest: whether it is the newest version.
    """
    text, metadata = analysis.document.text, analysis.metadata
    headings = _heading_paths(analysis.outline)
    facts = _facts_by_piece(analysis)
    day = metadata.as_of
    common = Entry(
        document=analysis.document.id,
        clause="",
        title=title_of(analysis),
        heading="",
        text="",
        genre=metadata.genre.value,
        genre_word=metadata.genre_word,
        doc_number=normal_number(metadata.doc_number),
        issuer=issuer or metadata.issuer,
        region=region or metadata.region,
        year=day.year if day else None,
        written_on=str(day) if day else None,
        validity=validity or validity_of(metadata),
        visibility=visibility,
        latest=latest,
    )
    lead = True
    if common.title and common.title not in text:
        yield replace(common, text=common.title, lead=True)
        lead = False
    for piece in _pieces(analysis):
        found = facts.get(piece.span.start, ())
        yield replace(
            common,
            clause=piece.eid,
            heading=headings.get(piece.section, ""),
            text=piece.span.of(text),
            start=piece.span.start,
            departments=_departments(found),
            kinds=_kinds(found),
            lead=lead,
        )
        lead = False


def in_role(name: str, role: str) -> str:
    """The value by which an index knows a body that acts in a role, `lead` or `joint`."""
    return f"{name}|{role}"


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of the text that becomes one entry."""

    span: Span
    eid: str
    section: str | None


def _pieces(analysis: Analysis) -> list[_Piece]:
    """Clauses, headings that are no part of a clause, and the rest of the text, in order and not overlapping."""
    text, outline = analysis.document.text, analysis.outline
    clauses = [_Piece(clause.span, clause.eid, clause.section) for clause in outline.clauses]
    headings = [_Piece(section.heading, section.eid, section.parent) for section in outline.sections]
    taken: list[_Piece] = []
    for wanted in (clauses, headings, [_Piece(span, "", None) for span in _blocks(analysis)]):
        fresh = [part for piece in wanted for part in _uncovered(piece, taken, text)]
        taken = sorted(taken + fresh, key=lambda piece: piece.span.start)
    return taken


def _blocks(analysis: Analysis) -> Iterator[Span]:
    """The blocks that belong to the document."""
    return (block.span for block in analysis.document.blocks if block.kind != BlockKind.FURNITURE)


def _uncovered(piece: _Piece, taken: list[_Piece], text: str) -> list[_Piece]:
    """The parts of a piece that no piece of `taken` (sorted) covers, without white space at their ends."""
    out: list[_Piece] = []
    start, end = piece.span.start, piece.span.end
    at = max(bisect_right(taken, start, key=lambda held: held.span.start) - 1, 0)
    while at < len(taken) and taken[at].span.start < end:
        held = taken[at].span
        if held.start > start:
            out.append(replace(piece, span=Span(start, held.start).strip(text)))
        start = max(start, held.end)
        at += 1
    if start < end:
        out.append(replace(piece, span=Span(start, end).strip(text)))
    return [part for part in out if len(part.span)]


def _heading_paths(outline: Outline) -> dict[str | None, str]:
    """Section id to the titles from the outermost section down to it."""
    paths: dict[str | None, str] = {}
    for section in outline.sections:
        above = paths.get(section.parent, "")
        own = f"{section.label}{section.title}".strip()
        paths[section.eid] = f"{above} > {own}" if above and own else above or own
    return paths


def _facts_by_piece(analysis: Analysis) -> dict[int, list[Fact]]:
    """Start of a clause to the facts that begin in it."""
    found: dict[int, list[Fact]] = defaultdict(list)
    for fact in analysis.facts:
        clause = analysis.outline.clause_at(fact.span.start)
        if clause is not None:
            found[clause.span.start].append(fact)
    return found


def _departments(facts: Iterable[Fact]) -> tuple[str, ...]:
    """The bodies that have to act, each once, in order; behind them each with the role that it acts in."""
    actors = [
        (actor.organization or actor.name, actor.role)
        for fact in facts
        if isinstance(fact, Commitment)
        for actor in fact.actors
        if actor.role is not Role.BOUND
    ]
    in_roles = (in_role(name, role) for name, role in actors if role in (Role.LEAD, Role.JOINT))
    return tuple(dict.fromkeys((*(name for name, _ in actors), *in_roles)))


def _kinds(facts: Iterable[Fact]) -> tuple[str, ...]:
    """The kinds of the facts, each once, sorted."""
    held = list(facts)
    kinds = {kind_of(fact) for fact in held}
    if any(isinstance(fact, Commitment) and fact.binding for fact in held):
        kinds.add(CHECKABLE)
    return tuple(sorted(kinds))
