"""Decisions that can be withdrawn and are kept all the same; open questions with the place of their document."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_KEPT = ("name", "place", "reason", "author", "at")
_IN_FORCE = sa.text("withdrawn_at IS NULL")


def upgrade() -> None:
    kept = _take("SELECT * FROM decision", "organization")
    table = op.create_table(
        "decision",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=24), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("meant", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("at", sa.String(length=32), nullable=False),
        sa.Column("withdrawn_at", sa.String(length=32), nullable=True),
        sa.Column("withdrawn_by", sa.Text(), nullable=True),
        sa.Column("withdrawn_why", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_decision")),
    )
    with op.batch_alter_table("decision", schema=None) as batch_op:
        columns = ["kind", "name", "place"]
        where = {"sqlite_where": _IN_FORCE, "postgresql_where": _IN_FORCE}
        batch_op.create_index("ix_decision_in_force", columns, unique=True, **where)
    op.bulk_insert(table, [{"kind": "body", "meant": value} | row for row, value in kept])
    with op.batch_alter_table("question", schema=None) as batch_op:
        batch_op.add_column(sa.Column("place", sa.Text(), nullable=False, server_default=""))


def downgrade() -> None:
    with op.batch_alter_table("question", schema=None) as batch_op:
        batch_op.drop_column("place")
    kept = _take("SELECT * FROM decision WHERE kind = 'body' AND withdrawn_at IS NULL", "meant")
    table = op.create_table(
        "decision",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("organization", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("at", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("name", "place", name=op.f("pk_decision")),
    )
    op.bulk_insert(table, [{"organization": value} | row for row, value in kept])


def _take(query: str, meaning: str) -> list[tuple[dict[str, str], str]]:
    """Takes the rows of the table out and drops it: what both forms have, and what each decision says."""
    rows = op.get_bind().execute(sa.text(query)).mappings().all()
    op.drop_table("decision")
    return [({name: row[name] for name in _KEPT}, row[meaning]) for row in rows]
