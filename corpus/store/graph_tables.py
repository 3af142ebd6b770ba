"""The tables of the graph: made from the documents by `kg`, and made again from them when their version differs.

Only `decision` is not made from documents: it is what people decided about names, and outlives every rebuild.
"""

from __future__ import annotations

from sqlalchemy import JSON, Column, Float, Index, Integer, String, Table, Text, text

from corpus.store.tables import metadata

RULE = "rule"
"""Visibility of what rules say of bodies: shown where a visible document speaks of the body."""

node = Table(
    "node",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("kind", String(16), nullable=False),
    Column("label", Text, nullable=False, index=True),
    Column("document", String(32), index=True),  # the only document that it belongs to; NULL for what many share
    Column("visibility", String(16)),  # of that document
    Column("on", String(10)),  # of the document, as precise as stated
    Index("ix_node_kind_label", "kind", "label"),
)

edge = Table(
    "edge",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("kind", String(24), nullable=False),
    Column("source", String(32), nullable=False),
    Column("target", String(32), nullable=False),
    Column("document", String(32), nullable=False, index=True),  # that proves it, or whose arrival brought it
    Column("clause", String(120)),
    Column("start", Integer),  # NULL where a rule proves it, not a place in a text
    Column("end", Integer),
    Column("how", Text, nullable=False),
    Column("weight", Float, nullable=False),
    Column("fact", String(24)),  # the fact that it was made from
    Column("cited", String(32)),  # of a citation: the work by its title, whatever it resolves to
    Column("numbered", String(32)),  # and by its number
    Column("visibility", String(16), nullable=False),  # of the document; RULE where none proves it
    Column("on", String(10)),
    # Each list of edges is read from one of these alone, in its order, without looking at the rows left out:
    Index("ix_edge_source_strongest", "source", "weight", "id", "kind", "visibility", "target"),
    Index("ix_edge_target_strongest", "target", "weight", "id", "kind", "visibility", "source"),
    Index("ix_edge_target_newest", "target", "kind", "on", "document", "visibility"),
    Index("ix_edge_kind_counted", "kind", "target", "visibility", "document"),
    Index("ix_edge_cited", "cited", sqlite_where=text("cited IS NOT NULL"), postgresql_where=text("cited IS NOT NULL")),
    Index(
        "ix_edge_numbered",
        "numbered",
        sqlite_where=text("numbered IS NOT NULL"),
        postgresql_where=text("numbered IS NOT NULL"),
    ),
)

series = Table(
    "series",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("name", Text, nullable=False),
    Column("subject", Text, nullable=False),  # "" where it is the place's own
    Column("base", Text, nullable=False),  # unit that its values are compared in
    Column("place", Text, nullable=False),  # "" where it is not known
    Index("ix_series_place_base", "place", "base"),
    Index("ix_series_name", "name"),
)

organization = Table(
    "organization",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("name", Text, nullable=False, index=True),
    Column("kind", String(16), nullable=False),  # organization, collective or unresolved
    Column("place", Text),
    Column("level", String(16), nullable=False),
    Column("core", Text, nullable=False),
    Column("parent", String(32)),
    Column("reason", Text, nullable=False),
)

alias = Table(
    "alias",
    metadata,
    Column("organization", String(32), primary_key=True),
    Column("name", Text, primary_key=True),
    Column("document", String(32), primary_key=True),
    Column("reason", Text, nullable=False),
    Column("visibility", String(16), nullable=False),
    Column("on", String(10)),
    Index("ix_alias_name", "name"),
    Index("ix_alias_document", "document"),
)

succession = Table(
    "succession",
    metadata,
    Column("before", String(32), primary_key=True),
    Column("after", String(32), primary_key=True),
    Column("kind", String(16), nullable=False),
    Column("since", String(10), nullable=False),
    Column("source", Text, nullable=False),
    Index("ix_succession_after", "after"),
)

work_key = Table(
    "work_key",
    metadata,
    Column("key", String(32), primary_key=True),
    Column("document", String(32), primary_key=True),
    Column("how", String(16), nullable=False),  # number, title or printed
    Index("ix_work_key_document", "document"),
)

question = Table(
    "question",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("kind", String(24), nullable=False),
    Column("name", Text, nullable=False),
    Column("place", Text, nullable=False),  # that the document is of; "" where it is not known
    Column("document", String(32), nullable=False, index=True),
    Column("start", Integer),
    Column("end", Integer),
    Column("candidates", JSON, nullable=False),
    Column("reason", Text, nullable=False),
)

_IN_FORCE = text("withdrawn_at IS NULL")

decision = Table(
    "decision",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("kind", String(24), nullable=False),  # body or citation
    Column("name", Text, nullable=False),  # as named
    Column("place", Text, nullable=False),  # of the documents it holds for; "" for all
    Column("meant", Text, nullable=False),  # name of the body or id of the document; "" for none
    Column("reason", Text, nullable=False),
    Column("author", Text, nullable=False),
    Column("at", String(32), nullable=False),
    Column("withdrawn_at", String(32)),  # NULL while it holds
    Column("withdrawn_by", Text),
    Column("withdrawn_why", Text),
    # Of a name in a place one decision holds:
    Index(
        "ix_decision_in_force",
        "kind",
        "name",
        "place",
        unique=True,
        sqlite_where=_IN_FORCE,
        postgresql_where=_IN_FORCE,
    ),
)

graph_state = Table(
    "graph_state",
    metadata,
    Column("id", Integer, primary_key=True),  # one row
    Column("revision", Integer, nullable=False),  # of the store, up to which the graph has come
    Column("version", String(32), nullable=False),  # of the rules that made it
)
