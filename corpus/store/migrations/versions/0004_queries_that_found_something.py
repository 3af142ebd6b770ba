"""What readers asked and found, counted, so that a search box can propose it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "past_query",
        sa.Column("text", sa.String(length=64), nullable=False),
        sa.Column("asked", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("text", name=op.f("pk_past_query")),
    )


def downgrade() -> None:
    op.drop_table("past_query")
