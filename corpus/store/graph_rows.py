"""What the graph's part of the store takes and gives."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple

from corpus.span import Span

DECIDED = "人工确定"
"""What a reason begins with that is a person's decision."""


@dataclass(frozen=True, slots=True)
class Node:
    """One thing of the graph.

    Attributes:
        id: stable: of a document or fact its own id, of a body or work made from its name.
        kind: a node kind of the ontology.
        label: what a list calls it.
        document: the only document it belongs to; None for what many share.
        on: the document's date, an ISO prefix.
    """

    id: str
    kind: str
    label: str
    document: str | None = None
    on: str | None = None


@dataclass(frozen=True, slots=True)
class Edge:
    """One relation with its proof.

    Attributes:
        kind: an edge kind of the ontology.
        source: id of a node.
        target: id of a node.
        document: the document that proves it.
        clause: eid of the clause that does.
        span: the words that do; None where a rule does, which `how` then names.
        how: Chinese sentence: how it was found.
        weight: certainty or strength, 0 to 1.
        fact: id of the fact it was made from.
        cited: of a citation, the id of the work by its title.
        numbered: of a citation, the id of the work by its number.
        on: the document's date.
        row: where it is kept; None before.
    """

    kind: str
    source: str
    target: str
    document: str
    clause: str | None = None
    span: Span | None = None
    how: str = ""
    weight: float = 1.0
    fact: str | None = None
    cited: str | None = None
    numbered: str | None = None
    on: str | None = None
    row: int | None = field(default=None, compare=False)


class Step(NamedTuple):
    """What a walk needs of an edge; thousands are drawn where a few edges are shown."""

    row: int
    kind: str
    source: str
    target: str
    weight: float


@dataclass(frozen=True, slots=True)
class Body:
    """One body of the graph, whichever documents name it.

    Attributes:
        id: made from `name`.
        name: its one name, e.g. 云南省医疗保障局.
        kind: `organization`, `collective` (a class of bodies) or `unresolved` (not known which body).
        place: full name of its place; 全国 for central bodies; None if unknown.
        level: `central`, `province`, `city`, `county`, `unit` or `unknown`.
        core: the name without the place.
        parent: id of the body above.
        reason: why the name was read so, in Chinese.
    """

    id: str
    name: str
    kind: str
    place: str | None
    level: str
    core: str
    parent: str | None
    reason: str


@dataclass(frozen=True, slots=True)
class Alias:
    """Another name of a body, the documents that use it counted."""

    organization: str
    name: str
    document: str
    reason: str
    on: str | None = None


@dataclass(frozen=True, slots=True)
class Succession:
    """A body that took the place of another: since when, and by which decision.

    Attributes:
        kind: `renamed`, `merged` or `split`.
        since: ISO prefix.
    """

    before: str
    after: str
    kind: str
    since: str
    source: str


@dataclass(frozen=True, slots=True)
class WorkKey:
    """A name under which others may cite a document.

    Attributes:
        key: id of the work of that name.
        how: `number`, `title` or `printed` (the title of what a printing notice prints).
    """

    key: str
    document: str
    how: str


@dataclass(frozen=True, slots=True)
class Question:
    """Something left open, because it was not certain enough: a person may decide it.

    Attributes:
        kind: `body` or `citation`.
        name: as named.
        candidates: what it may be: names of bodies or ids of documents.
        reason: why it was left open, in Chinese.
        place: full name of the place that the document is of; empty if unknown.
    """

    kind: str
    name: str
    document: str
    candidates: tuple[str, ...]
    reason: str
    span: Span | None = None
    place: str = ""


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """One question that documents of a place leave open alike.

    Attributes:
        question: as the first of the documents leaves it.
        documents: how many documents do.
        title: of the first.
        clause: eid of the clause that names it there.
    """

    question: Question
    documents: int
    title: str
    clause: str | None


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person decided a name to mean; it goes before every rule until it is withdrawn.

    Attributes:
        name: as named: of a body without white space, of a cited work in the one form of titles.
        place: full name of the place whose documents it holds for; empty for all.
        meant: name of the body or id of the document that is meant; empty: none of those that the rules hold possible.
        reason, author, at: why, who, and when (ISO).
        kind: `body` or `citation`.
        withdrawn_at, withdrawn_by, withdrawn_why: how it ended; None while it holds.
    """

    name: str
    place: str
    meant: str
    reason: str
    author: str
    at: str
    kind: str = "body"
    withdrawn_at: str | None = None
    withdrawn_by: str | None = None
    withdrawn_why: str | None = None

    @property
    def words(self) -> str:
        """The decision as the reason of an edge: 人工确定：理由（作出人，日期）."""
        return f"{DECIDED}：{self.reason}（{self.author}，{self.at[:10]}）"


@dataclass(frozen=True, slots=True)
class Series:
    """One indicator across documents, taken apart.

    Attributes:
        name: in its one form.
        subject: whose it is; empty where it is the place's own.
        base: unit that its values are compared in.
        place: full name of the place of the documents; empty if unknown.
    """

    id: str
    name: str
    subject: str
    base: str
    place: str


@dataclass(frozen=True, slots=True)
class Share:
    """All that one document brings to the graph; replaced as a whole. `issuer` is named with its place, if known."""

    document: str
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    bodies: tuple[Body, ...] = ()
    aliases: tuple[Alias, ...] = ()
    successions: tuple[Succession, ...] = ()
    keys: tuple[WorkKey, ...] = ()
    questions: tuple[Question, ...] = ()
    series: tuple[Series, ...] = ()
    issuer: str | None = None


@dataclass(frozen=True, slots=True)
class Described:
    """An edge as a list shows it: the things at its ends, and the document that proves it.

    Attributes:
        edge: the relation.
        source: the thing it starts at.
        target: the thing it ends at.
        title: of the document that proves it.
        quote: the words that prove it; empty where a rule does.
    """

    edge: Edge
    source: Node
    target: Node
    title: str
    quote: str


@dataclass(frozen=True, slots=True)
class Cited:
    """A citation that may lead to a document of the corpus.

    Attributes:
        edge: row number of its edge.
        document: the citing document.
        title, number, by: as cited; the number in normal form.
        region, written_on: of the citing document.
        relation: what the citing document has to do with it, as in `Relation`.
    """

    edge: int
    document: str
    title: str
    number: str | None
    by: str | None
    region: str | None
    written_on: str | None
    relation: str = "cites"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A document of the corpus that a citation may mean.

    Attributes:
        how: under which of its names it was found: `number`, `title`, `printed` or `inner`.
    """

    document: str
    how: str
    title: str
    number: str | None
    issuer: str | None
    region: str | None
    written_on: str | None
    genre: str


class Figure(NamedTuple):
    """A number within a statement, in the unit that numbers are compared in.

    Attributes:
        kind: `actual`, `target` or `limit`.
        base: the unit.
        falling: the less the better: 不超过.
    """

    name: str
    number: Decimal
    base: str
    kind: str
    falling: bool = False


class Statement(NamedTuple):
    """A commitment or an achievement with the figures in it and, where asked for, the headings above its clause."""

    id: str
    kind: str
    quote: str
    document: str
    on: str | None
    clause: str | None
    span: Span
    figures: tuple[Figure, ...] = ()
    heading: str = ""


@dataclass(frozen=True, slots=True)
class Beside:
    """A document among those of its place: `on` is when it comes there, `dated` its date, `keys` the works it is."""

    document: str
    on: str | None
    visibility: str
    genre: str
    title: str
    issuer: str | None
    keys: frozenset[str]
    dated: str | None = None
