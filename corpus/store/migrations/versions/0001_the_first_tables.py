"""The first tables."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "account",
        sa.Column("name", sa.String(length=64), nullable=False),
        sa.Column("role", sa.String(length=16), nullable=False),
        sa.Column("unit", sa.Text(), nullable=True),
        sa.Column("password_hash", sa.Text(), nullable=False),
        sa.Column("created_at", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_account")),
    )
    op.create_table(
        "feedback",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", sa.String(length=32), nullable=False),
        sa.Column("page", sa.Text(), nullable=False),
        sa.Column("topic", sa.String(length=32), nullable=False),
        sa.Column("message", sa.Text(), nullable=False),
        sa.Column("contact", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_feedback")),
    )
    op.create_table(
        "quarantine",
        sa.Column("content_hash", sa.String(length=64), nullable=False),
        sa.Column("media_type", sa.String(length=100), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("arrived_at", sa.String(length=32), nullable=False),
        sa.Column("code", sa.String(length=64), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("reader", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("content_hash", name=op.f("pk_quarantine")),
    )
    op.create_table(
        "revision",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("value", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_revision")),
    )
    op.create_table(
        "source",
        sa.Column("content_hash", sa.String(length=64), nullable=False),
        sa.Column("media_type", sa.String(length=100), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("arrived_at", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("content_hash", name=op.f("pk_source")),
    )
    with op.batch_alter_table("source", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_source_origin"), ["origin"], unique=False)

    op.create_table(
        "document",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("content_hash", sa.String(length=64), nullable=False),
        sa.Column("lineage", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("previous", sa.String(length=32), nullable=True),
        sa.Column("latest", sa.Boolean(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("genre", sa.String(length=32), nullable=False),
        sa.Column("doc_number", sa.Text(), nullable=True),
        sa.Column("index_number", sa.Text(), nullable=True),
        sa.Column("proposal_number", sa.Text(), nullable=True),
        sa.Column("issuer", sa.Text(), nullable=True),
        sa.Column("region", sa.Text(), nullable=True),
        sa.Column("written_on", sa.String(length=10), nullable=True),
        sa.Column("published_on", sa.String(length=10), nullable=True),
        sa.Column("year", sa.Integer(), nullable=True),
        sa.Column("validity", sa.String(length=32), nullable=False),
        sa.Column("visibility", sa.String(length=16), nullable=False),
        sa.Column("rules", sa.String(length=32), nullable=False),
        sa.Column("characters", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("title_declared", sa.Text(), nullable=True),
        sa.Column("blocks", sa.JSON(), nullable=False),
        sa.Column("metadata", sa.JSON(), nullable=False),
        sa.Column("outline", sa.JSON(), nullable=False),
        sa.Column("organizations", sa.JSON(), nullable=False),
        sa.Column("reading_problems", sa.JSON(), nullable=False),
        sa.Column("problems", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["content_hash"], ["source.content_hash"], name=op.f("fk_document_content_hash_source")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_document")),
        sa.UniqueConstraint("content_hash", name=op.f("uq_document_content_hash")),
        sa.UniqueConstraint("lineage", "version", name=op.f("uq_document_lineage_version")),
        sa.UniqueConstraint("revision", name=op.f("uq_document_revision")),
    )
    with op.batch_alter_table("document", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_document_doc_number"), ["doc_number"], unique=False)
        batch_op.create_index(batch_op.f("ix_document_genre"), ["genre"], unique=False)
        batch_op.create_index(batch_op.f("ix_document_index_number"), ["index_number"], unique=False)
        batch_op.create_index(batch_op.f("ix_document_issuer"), ["issuer"], unique=False)
        batch_op.create_index(batch_op.f("ix_document_latest"), ["latest"], unique=False)
        batch_op.create_index(batch_op.f("ix_document_lineage"), ["lineage"], unique=False)
        batch_op.create_index(batch_op.f("ix_document_proposal_number"), ["proposal_number"], unique=False)
        batch_op.create_index(batch_op.f("ix_document_region"), ["region"], unique=False)
        batch_op.create_index(batch_op.f("ix_document_visibility"), ["visibility"], unique=False)
        batch_op.create_index(batch_op.f("ix_document_written_on"), ["written_on"], unique=False)
        batch_op.create_index(batch_op.f("ix_document_year"), ["year"], unique=False)

    op.create_table(
        "achievement",
        sa.Column("document", sa.String(length=32), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=24), nullable=False),
        sa.Column("clause", sa.String(length=120), nullable=True),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.Column("data", sa.JSON(), nullable=False),
        sa.Column("quote", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document"], ["document.id"], name=op.f("fk_achievement_document_document"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("document", "ordinal", name=op.f("pk_achievement")),
    )
    with op.batch_alter_table("achievement", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_achievement_id"), ["id"], unique=False)

    op.create_table(
        "actor",
        sa.Column("document", sa.String(length=32), nullable=False),
        sa.Column("commitment", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("organization", sa.Text(), nullable=False),
        sa.Column("role", sa.String(length=16), nullable=False),
        sa.ForeignKeyConstraint(
            ["document"], ["document.id"], name=op.f("fk_actor_document_document"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("document", "commitment", "position", name=op.f("pk_actor")),
    )
    with op.batch_alter_table("actor", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_actor_name"), ["name"], unique=False)
        batch_op.create_index(batch_op.f("ix_actor_organization"), ["organization"], unique=False)

    op.create_table(
        "citation",
        sa.Column("document", sa.String(length=32), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=24), nullable=False),
        sa.Column("clause", sa.String(length=120), nullable=True),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.Column("data", sa.JSON(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("number", sa.Text(), nullable=True),
        sa.Column("relation", sa.String(length=16), nullable=False),
        sa.ForeignKeyConstraint(
            ["document"], ["document.id"], name=op.f("fk_citation_document_document"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("document", "ordinal", name=op.f("pk_citation")),
    )
    with op.batch_alter_table("citation", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_citation_id"), ["id"], unique=False)
        batch_op.create_index(batch_op.f("ix_citation_number"), ["number"], unique=False)
        batch_op.create_index(batch_op.f("ix_citation_title"), ["title"], unique=False)

    op.create_table(
        "clause",
        sa.Column("document", sa.String(length=32), nullable=False),
        sa.Column("eid", sa.String(length=120), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("page", sa.Integer(), nullable=True),
        sa.Column("heading", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document"], ["document.id"], name=op.f("fk_clause_document_document"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("document", "eid", name=op.f("pk_clause")),
    )
    op.create_table(
        "commitment",
        sa.Column("document", sa.String(length=32), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=24), nullable=False),
        sa.Column("clause", sa.String(length=120), nullable=True),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.Column("data", sa.JSON(), nullable=False),
        sa.Column("quote", sa.Text(), nullable=False),
        sa.Column("deadline", sa.String(length=10), nullable=True),
        sa.Column("due", sa.String(length=10), nullable=True),
        sa.Column("binding", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document"], ["document.id"], name=op.f("fk_commitment_document_document"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("document", "ordinal", name=op.f("pk_commitment")),
    )
    with op.batch_alter_table("commitment", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_commitment_due"), ["due"], unique=False)
        batch_op.create_index(batch_op.f("ix_commitment_id"), ["id"], unique=False)

    op.create_table(
        "indicator",
        sa.Column("document", sa.String(length=32), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=24), nullable=False),
        sa.Column("clause", sa.String(length=120), nullable=True),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.Column("data", sa.JSON(), nullable=False),
        sa.Column("quote", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=True),
        sa.Column("unit", sa.String(length=32), nullable=True),
        sa.Column("low", sa.Float(), nullable=True),
        sa.Column("high", sa.Float(), nullable=True),
        sa.Column("comparison", sa.String(length=8), nullable=False),
        sa.Column("when", sa.String(length=24), nullable=True),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("nature", sa.String(length=16), nullable=True),
        sa.Column("from_table", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document"], ["document.id"], name=op.f("fk_indicator_document_document"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("document", "ordinal", name=op.f("pk_indicator")),
    )
    with op.batch_alter_table("indicator", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_indicator_id"), ["id"], unique=False)
        batch_op.create_index(batch_op.f("ix_indicator_name"), ["name"], unique=False)

    op.create_table(
        "organization_mention",
        sa.Column("document", sa.String(length=32), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=24), nullable=False),
        sa.Column("clause", sa.String(length=120), nullable=True),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.Column("data", sa.JSON(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("role", sa.String(length=16), nullable=False),
        sa.ForeignKeyConstraint(
            ["document"], ["document.id"], name=op.f("fk_organization_mention_document_document"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("document", "ordinal", name=op.f("pk_organization_mention")),
    )
    with op.batch_alter_table("organization_mention", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_organization_mention_id"), ["id"], unique=False)
        batch_op.create_index(batch_op.f("ix_organization_mention_name"), ["name"], unique=False)

    op.create_table(
        "quoted",
        sa.Column("document", sa.String(length=32), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=24), nullable=False),
        sa.Column("clause", sa.String(length=120), nullable=True),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.Column("data", sa.JSON(), nullable=False),
        sa.Column("quote", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document"], ["document.id"], name=op.f("fk_quoted_document_document"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("document", "ordinal", name=op.f("pk_quoted")),
    )
    with op.batch_alter_table("quoted", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_quoted_id"), ["id"], unique=False)

    op.create_table(
        "sketch",
        sa.Column("document", sa.String(length=32), nullable=False),
        sa.Column("value", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document"], ["document.id"], name=op.f("fk_sketch_document_document"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("document", "value", name=op.f("pk_sketch")),
    )
    with op.batch_alter_table("sketch", schema=None) as batch_op:
        batch_op.create_index("ix_sketch_value", ["value"], unique=False)

    op.create_table(
        "time_mention",
        sa.Column("document", sa.String(length=32), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=24), nullable=False),
        sa.Column("clause", sa.String(length=120), nullable=True),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.Column("data", sa.JSON(), nullable=False),
        sa.Column("quote", sa.Text(), nullable=False),
        sa.Column("period", sa.String(length=24), nullable=True),
        sa.Column("role", sa.String(length=16), nullable=False),
        sa.ForeignKeyConstraint(
            ["document"], ["document.id"], name=op.f("fk_time_mention_document_document"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("document", "ordinal", name=op.f("pk_time_mention")),
    )
    with op.batch_alter_table("time_mention", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_time_mention_id"), ["id"], unique=False)

    op.execute("INSERT INTO revision (id, value) VALUES (1, 0)")


def downgrade() -> None:
    op.drop_table("account")
    with op.batch_alter_table("time_mention", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_time_mention_id"))

    op.drop_table("time_mention")
    with op.batch_alter_table("sketch", schema=None) as batch_op:
        batch_op.drop_index("ix_sketch_value")

    op.drop_table("sketch")
    with op.batch_alter_table("quoted", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_quoted_id"))

    op.drop_table("quoted")
    with op.batch_alter_table("organization_mention", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_organization_mention_name"))
        batch_op.drop_index(batch_op.f("ix_organization_mention_id"))

    op.drop_table("organization_mention")
    with op.batch_alter_table("indicator", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_indicator_name"))
        batch_op.drop_index(batch_op.f("ix_indicator_id"))

    op.drop_table("indicator")
    with op.batch_alter_table("commitment", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_commitment_id"))
        batch_op.drop_index(batch_op.f("ix_commitment_due"))

    op.drop_table("commitment")
    op.drop_table("clause")
    with op.batch_alter_table("citation", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_citation_title"))
        batch_op.drop_index(batch_op.f("ix_citation_number"))
        batch_op.drop_index(batch_op.f("ix_citation_id"))

    op.drop_table("citation")
    with op.batch_alter_table("actor", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_actor_organization"))
        batch_op.drop_index(batch_op.f("ix_actor_name"))

    op.drop_table("actor")
    with op.batch_alter_table("achievement", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_achievement_id"))

    op.drop_table("achievement")
    with op.batch_alter_table("document", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_document_year"))
        batch_op.drop_index(batch_op.f("ix_document_written_on"))
        batch_op.drop_index(batch_op.f("ix_document_visibility"))
        batch_op.drop_index(batch_op.f("ix_document_region"))
        batch_op.drop_index(batch_op.f("ix_document_proposal_number"))
        batch_op.drop_index(batch_op.f("ix_document_lineage"))
        batch_op.drop_index(batch_op.f("ix_document_latest"))
        batch_op.drop_index(batch_op.f("ix_document_issuer"))
        batch_op.drop_index(batch_op.f("ix_document_index_number"))
        batch_op.drop_index(batch_op.f("ix_document_genre"))
        batch_op.drop_index(batch_op.f("ix_document_doc_number"))

    op.drop_table("document")
    with op.batch_alter_table("source", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_source_origin"))

    op.drop_table("source")
    op.drop_table("revision")
    op.drop_table("quarantine")
    op.drop_table("feedback")
