"""The graph."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


_EDGE_LISTS = {
    "ix_edge_source_strongest": ["source", "weight", "id", "kind", "visibility", "target"],
    "ix_edge_target_strongest": ["target", "weight", "id", "kind", "visibility", "source"],
    "ix_edge_target_newest": ["target", "kind", "on", "document", "visibility"],
    "ix_edge_kind_counted": ["kind", "target", "visibility", "document"],
}


def upgrade() -> None:
    op.create_table(
        "alias",
        sa.Column("organization", sa.String(length=32), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("document", sa.String(length=32), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("visibility", sa.String(length=16), nullable=False),
        sa.Column("on", sa.String(length=10), nullable=True),
        sa.PrimaryKeyConstraint("organization", "name", "document", name=op.f("pk_alias")),
    )
    with op.batch_alter_table("alias", schema=None) as batch_op:
        batch_op.create_index("ix_alias_document", ["document"], unique=False)
        batch_op.create_index("ix_alias_name", ["name"], unique=False)

    op.create_table(
        "decision",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("organization", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("at", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("name", "place", name=op.f("pk_decision")),
    )
    op.create_table(
        "edge",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=24), nullable=False),
        sa.Column("source", sa.String(length=32), nullable=False),
        sa.Column("target", sa.String(length=32), nullable=False),
        sa.Column("document", sa.String(length=32), nullable=False),
        sa.Column("clause", sa.String(length=120), nullable=True),
        sa.Column("start", sa.Integer(), nullable=True),
        sa.Column("end", sa.Integer(), nullable=True),
        sa.Column("how", sa.Text(), nullable=False),
        sa.Column("weight", sa.Float(), nullable=False),
        sa.Column("fact", sa.String(length=24), nullable=True),
        sa.Column("cited", sa.String(length=32), nullable=True),
        sa.Column("numbered", sa.String(length=32), nullable=True),
        sa.Column("visibility", sa.String(length=16), nullable=False),
        sa.Column("on", sa.String(length=10), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_edge")),
    )
    with op.batch_alter_table("edge", schema=None) as batch_op:
        for name in ("cited", "numbered"):
            given = sa.text(f"{name} IS NOT NULL")
            batch_op.create_index(f"ix_edge_{name}", [name], sqlite_where=given, postgresql_where=given)
        batch_op.create_index(batch_op.f("ix_edge_document"), ["document"], unique=False)
        for name, columns in _EDGE_LISTS.items():
            batch_op.create_index(name, columns, unique=False)

    op.create_table(
        "graph_state",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("version", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_graph_state")),
    )
    op.create_table(
        "node",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("document", sa.String(length=32), nullable=True),
        sa.Column("visibility", sa.String(length=16), nullable=True),
        sa.Column("on", sa.String(length=10), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_node")),
    )
    with op.batch_alter_table("node", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_node_document"), ["document"], unique=False)
        batch_op.create_index("ix_node_kind_label", ["kind", "label"], unique=False)
        batch_op.create_index(batch_op.f("ix_node_label"), ["label"], unique=False)

    op.create_table(
        "organization",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("place", sa.Text(), nullable=True),
        sa.Column("level", sa.String(length=16), nullable=False),
        sa.Column("core", sa.Text(), nullable=False),
        sa.Column("parent", sa.String(length=32), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_organization")),
    )
    with op.batch_alter_table("organization", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_organization_name"), ["name"], unique=False)

    op.create_table(
        "question",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=24), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("document", sa.String(length=32), nullable=False),
        sa.Column("start", sa.Integer(), nullable=True),
        sa.Column("end", sa.Integer(), nullable=True),
        sa.Column("candidates", sa.JSON(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_question")),
    )
    with op.batch_alter_table("question", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_question_document"), ["document"], unique=False)

    op.create_table(
        "series",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("base", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_series")),
    )
    with op.batch_alter_table("series", schema=None) as batch_op:
        batch_op.create_index("ix_series_name", ["name"], unique=False)
        batch_op.create_index("ix_series_place_base", ["place", "base"], unique=False)

    op.create_table(
        "succession",
        sa.Column("before", sa.String(length=32), nullable=False),
        sa.Column("after", sa.String(length=32), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("since", sa.String(length=10), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("before", "after", name=op.f("pk_succession")),
    )
    with op.batch_alter_table("succession", schema=None) as batch_op:
        batch_op.create_index("ix_succession_after", ["after"], unique=False)

    op.create_table(
        "work_key",
        sa.Column("key", sa.String(length=32), nullable=False),
        sa.Column("document", sa.String(length=32), nullable=False),
        sa.Column("how", sa.String(length=16), nullable=False),
        sa.PrimaryKeyConstraint("key", "document", name=op.f("pk_work_key")),
    )
    with op.batch_alter_table("work_key", schema=None) as batch_op:
        batch_op.create_index("ix_work_key_document", ["document"], unique=False)

    op.execute("INSERT INTO graph_state (id, revision, version) VALUES (1, 0, '')")


def downgrade() -> None:
    with op.batch_alter_table("work_key", schema=None) as batch_op:
        batch_op.drop_index("ix_work_key_document")

    op.drop_table("work_key")
    with op.batch_alter_table("succession", schema=None) as batch_op:
        batch_op.drop_index("ix_succession_after")

    op.drop_table("succession")
    with op.batch_alter_table("series", schema=None) as batch_op:
        batch_op.drop_index("ix_series_place_base")
        batch_op.drop_index("ix_series_name")

    op.drop_table("series")
    with op.batch_alter_table("question", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_question_document"))

    op.drop_table("question")
    with op.batch_alter_table("organization", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_organization_name"))

    op.drop_table("organization")
    with op.batch_alter_table("node", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_node_label"))
        batch_op.drop_index("ix_node_kind_label")
        batch_op.drop_index(batch_op.f("ix_node_document"))

    op.drop_table("node")
    op.drop_table("graph_state")
    with op.batch_alter_table("edge", schema=None) as batch_op:
        for name in (*_EDGE_LISTS, "ix_edge_document", "ix_edge_cited", "ix_edge_numbered"):
            batch_op.drop_index(name)

    op.drop_table("edge")
    op.drop_table("decision")
    with op.batch_alter_table("alias", schema=None) as batch_op:
        batch_op.drop_index("ix_alias_name")
        batch_op.drop_index("ix_alias_document")

    op.drop_table("alias")
