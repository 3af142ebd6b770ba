"""Runs migrations on the connection that `corpus.store.database` hands in."""

from alembic import context

from corpus.store import graph_tables  # noqa: F401  (adds its tables to the metadata)
from corpus.store.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,  # SQLite cannot alter most things in place
    transaction_per_migration=False,
)
context.run_migrations()
