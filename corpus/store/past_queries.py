"""What readers asked and found: the words and how often, and nothing of who asked or when."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import SQLAlchemyError

from corpus.store.database import writing
from corpus.store.store import Store
from corpus.store.tables import past_query

MOST_KEPT = 2000
"""Queries kept, those asked most often."""


class QueryStore:
    """The queries of all processes that answer readers; the store's revision does not change by them.

    Args:
        store: that they are kept in.
    """

    def __init__(self, store: Store) -> None:
        self._engine = store.engine

    def exchange(self, asked: Mapping[str, int]) -> dict[str, int] | None:
        """Adds how often each query was asked, and gives how often all asked each; `MOST_KEPT` are kept.

        Returns:
            None where the database cannot be written now, and nothing of it was.
        """
        try:
            if asked:
                self._add(asked)
            with self._engine.connect() as connection:
                return {row.text: row.asked for row in connection.execute(select(past_query))}
        except SQLAlchemyError:
            return None

    def _add(self, asked: Mapping[str, int]) -> None:
        with writing(self._engine) as connection:
            for text, times in sorted(asked.items()):
                connection.execute(self._counted(text, times))
            kept = select(past_query.c.text).order_by(*_MOST_ASKED).limit(MOST_KEPT)
            connection.execute(delete(past_query).where(past_query.c.text.not_in(kept.scalar_subquery())))

    def _counted(self, text: str, times: int) -> Any:
        dialect = postgresql if self._engine.dialect.name == "postgresql" else sqlite
        row = dialect.insert(past_query).values(text=text, asked=times)
        return row.on_conflict_do_update(index_elements=["text"], set_={"asked": past_query.c.asked + times})


_MOST_ASKED = (past_query.c.asked.desc(), past_query.c.text)
