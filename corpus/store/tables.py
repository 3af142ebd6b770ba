"""The tables. Rows that pages filter and join by are columns; what only travels with a row is JSON in the codec's form.

Dates as the source says them are text (ISO prefixes); dates to compare by (`due`) are the last day they can mean.
"""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)

source = Table(
    "source",
    metadata,
    Column("content_hash", String(64), primary_key=True),
    Column("media_type", String(100), nullable=False),
    Column("name", Text, nullable=False),
    Column("origin", Text, nullable=False, index=True),
    Column("size", Integer, nullable=False),
    Column("arrived_at", String(32), nullable=False),
)

document = Table(
    "document",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("content_hash", ForeignKey("source.content_hash"), nullable=False, unique=True),
    Column("lineage", String(32), nullable=False, index=True),  # id of the first version
    Column("version", Integer, nullable=False),
    Column("previous", String(32)),
    Column("latest", Boolean, nullable=False, index=True),
    Column("revision", Integer, nullable=False, unique=True),  # of the store, at its last change
    Column("title", Text, nullable=False),
    Column("genre", String(32), nullable=False, index=True),
    Column("doc_number", Text, index=True),
    Column("index_number", Text, index=True),
    Column("proposal_number", Text, index=True),
    Column("issuer", Text, index=True),
    Column("region", Text, index=True),
    Column("written_on", String(10), index=True),
    Column("published_on", String(10)),
    Column("year", Integer, index=True),
    Column("validity", String(32), nullable=False),
    Column("visibility", String(16), nullable=False, index=True),
    Column("rules", String(32), nullable=False),
    Column("characters", Integer, nullable=False),
    Column("text", Text, nullable=False),
    Column("title_declared", Text),
    Column("blocks", JSON, nullable=False),
    Column("metadata", JSON, nullable=False),
    Column("outline", JSON, nullable=False),
    Column("organizations", JSON, nullable=False),
    Column("reading_problems", JSON, nullable=False),
    Column("problems", JSON, nullable=False),
    UniqueConstraint("lineage", "version"),
)

clause = Table(
    "clause",
    metadata,
    Column("document", ForeignKey("document.id", ondelete="CASCADE"), primary_key=True),
    Column("eid", String(120), primary_key=True),
    Column("ordinal", Integer, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("page", Integer),
    Column("heading", Text, nullable=False),  # the path of headings, outermost first, joined by " > "
)


def _fact(name: str, *columns: Column[object]) -> Table:
    """The table of one kind of fact: what all kinds have, and its own columns."""
    return Table(
        name,
        metadata,
        Column("document", ForeignKey("document.id", ondelete="CASCADE"), primary_key=True),
        Column("ordinal", Integer, primary_key=True),  # among all facts of the document
        Column("id", String(24), nullable=False, index=True),
        Column("clause", String(120)),
        Column("start", Integer, nullable=False),
        Column("end", Integer, nullable=False),
        Column("confidence", Float, nullable=False),
        Column("data", JSON, nullable=False),
        *columns,
    )


commitment = _fact(
    "commitment",
    Column("quote", Text, nullable=False),
    Column("deadline", String(10)),
    Column("due", String(10), index=True),
    Column("binding", Boolean, nullable=False),
)

actor = Table(
    "actor",
    metadata,
    Column("document", ForeignKey("document.id", ondelete="CASCADE"), primary_key=True),
    Column("commitment", Integer, primary_key=True),  # ordinal of the commitment
    Column("position", Integer, primary_key=True),
    Column("name", Text, nullable=False, index=True),
    Column("organization", Text, nullable=False, index=True),
    Column("role", String(16), nullable=False),
)

achievement = _fact("achievement", Column("quote", Text, nullable=False))
quoted = _fact("quoted", Column("quote", Text, nullable=False))

indicator = _fact(
    "indicator",
    Column("quote", Text, nullable=False),
    Column("name", Text, nullable=False, index=True),
    Column("subject", Text),
    Column("unit", String(32)),
    Column("low", Float),
    Column("high", Float),
    Column("comparison", String(8), nullable=False),
    Column("when", String(24)),
    Column("kind", String(16), nullable=False),
    Column("nature", String(16)),
    Column("from_table", Boolean, nullable=False),
)

time = _fact(
    "time_mention",
    Column("quote", Text, nullable=False),
    Column("period", String(24)),
    Column("role", String(16), nullable=False),
)

organization_mention = _fact(
    "organization_mention",
    Column("name", Text, nullable=False, index=True),
    Column("role", String(16), nullable=False),
)

citation = _fact(
    "citation",
    Column("title", Text, nullable=False, index=True),
    Column("number", Text, index=True),
    Column("relation", String(16), nullable=False),
)

FACT_TABLES = {
    "commitment": commitment,
    "achievement": achievement,
    "quoted": quoted,
    "indicator": indicator,
    "time": time,
    "organization": organization_mention,
    "citation": citation,
}
"""Kind of fact, as in `corpus.facts.FACT_KINDS`, and its table."""

sketch = Table(
    "sketch",
    metadata,
    Column("document", ForeignKey("document.id", ondelete="CASCADE"), primary_key=True),
    Column("value", BigInteger, primary_key=True),
    Index("ix_sketch_value", "value"),
)

quarantine = Table(
    "quarantine",
    metadata,
    Column("content_hash", String(64), primary_key=True),
    Column("media_type", String(100), nullable=False),
    Column("name", Text, nullable=False),
    Column("origin", Text, nullable=False),
    Column("size", Integer, nullable=False),
    Column("arrived_at", String(32), nullable=False),
    Column("code", String(64), nullable=False),
    Column("reason", Text, nullable=False),
    Column("reader", String(32), nullable=False),  # version of the readers that refused it
)

account = Table(
    "account",
    metadata,
    Column("name", String(64), primary_key=True),
    Column("role", String(16), nullable=False),
    Column("unit", Text),
    Column("password_hash", Text, nullable=False),
    Column("created_at", String(32), nullable=False),
)

feedback = Table(
    "feedback",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("at", String(32), nullable=False),
    Column("page", Text, nullable=False),
    Column("topic", String(32), nullable=False),
    Column("message", Text, nullable=False),
    Column("contact", Text),
)

past_query = Table(
    "past_query",
    metadata,
    Column("text", String(64), primary_key=True),
    Column("asked", Integer, nullable=False),
)

revision = Table(
    "revision",
    metadata,
    Column("id", Integer, primary_key=True),  # one row: the number of the store's last change
    Column("value", Integer, nullable=False),
)
