"""What PostgreSQL does otherwise than SQLite; the tests of the store and the graph run on both, see `databases`."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable
from pathlib import Path

from sqlalchemy import inspect

import kg
from corpus.store import Store, tables
from corpus.store.graph import GraphStore
from tests.kg_corpus import ALL


def _put_all(home: str, url: str) -> None:
    store = Store.open(Path(home), url)
    for paper in ALL:
        store.put(paper().analysis)
    kg.update(store)
    store.close()


def test_writers_that_do_the_same_agree(tmp_path: Path, new_database: Callable[[], str]) -> None:
    """Two processes bring in the same documents at once: each is there once, and so is its share of the graph."""
    home, url = str(tmp_path), new_database()
    context = multiprocessing.get_context("spawn")
    writers = [context.Process(target=_put_all, args=(home, url)) for _ in range(2)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert [writer.exitcode for writer in writers] == [0, 0]
    both, alone = Store.open(tmp_path, url), Store.open(tmp_path / "alone", new_database())
    _put_all(str(tmp_path / "alone"), alone.engine.url.render_as_string(hide_password=False))
    assert both.documents().total == len(ALL)
    counted = [len(list(GraphStore(store).all_edges())) for store in (both, alone)]
    assert counted[0] == counted[1]
    both.close()
    alone.close()


def test_schema_is_that_of_the_tables(new_database: Callable[[], str], tmp_path: Path) -> None:
    """What the migrations made has the tables, columns and indexes that the code names."""
    store = Store.open(tmp_path, new_database())
    found = inspect(store.engine)
    for table in tables.metadata.sorted_tables:
        assert {column["name"] for column in found.get_columns(table.name)} == set(table.columns.keys())
        indexes = {index["name"] for index in found.get_indexes(table.name)}
        assert {str(index.name) for index in table.indexes} <= indexes
    store.close()
