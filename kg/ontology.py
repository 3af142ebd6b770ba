"""The kinds of nodes and edges, as `ontology.tsv` lists them: the graph has no others."""

from __future__ import annotations

from dataclasses import dataclass

from kg.tables import rows


@dataclass(frozen=True, slots=True)
class NodeKind:
    """A kind of thing: its Chinese label, the term of a standard and the schema that it is exported as."""

    name: str
    label: str
    term: str
    ftm: str


@dataclass(frozen=True, slots=True)
class EdgeKind:
    """A kind of relation.

    Attributes:
        label: as read from the source: 牵头单位.
        inverse: as read from the target: 牵头的承诺.
        source: kind of node that it starts at, most often.
        target: kind of node that it ends at, most often.
        term: of a standard; empty where there is none.
        ftm: schema of FollowTheMoney.
    """

    name: str
    label: str
    inverse: str
    source: str
    target: str
    term: str
    ftm: str


NODE_KINDS = {
    row["kind"]: NodeKind(row["kind"], row["label"], row["term"], row["ftm"])
    for row in rows("ontology")
    if row["side"] == "node"
}
EDGE_KINDS = {
    row["kind"]: EdgeKind(row["kind"], row["label"], row["inverse"], row["from"], row["to"], row["term"], row["ftm"])
    for row in rows("ontology")
    if row["side"] == "edge"
}
CITING = ("cites", "based_on", "implements", "promulgates", "forwards", "drafts", "repeals")
"""Edges from a document to one that it names."""

BODIES = ("organization", "collective", "unresolved")
"""Kinds of nodes that stand for bodies."""


def label_of(kind: str, *, outgoing: bool = True) -> str:
    """The Chinese label of an edge kind, read from its source or from its target."""
    found = EDGE_KINDS[kind]
    return found.label if outgoing else found.inverse
