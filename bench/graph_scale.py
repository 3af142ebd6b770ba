"""The graph at the scale of a province's archive: time of each question and of one document's update, and memory.

The nodes and edges are those of the documents at hand, copied under other ids and joined anew: copies name the bodies
of several invented worlds, and their promises lead to statements of later copies. The same size gives the same graph.
"""

from __future__ import annotations

import argparse
import random
import resource
import statistics
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import cycle, islice
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Table, func, insert, select, text

import kg
from bench.material import documents
from corpus.errors import NotFoundError
from corpus.store import Store, tables
from corpus.store import graph_tables as graph
from corpus.store.database import writing
from corpus.store.graph import GraphStore
from extract import analyse
from kg.citations import settled_by
from kg.ledger import detail
from kg.neighbourhood import neighbourhood
from kg.paths import paths
from kg.queries import entity
from kg.update import version

WORLDS = 20
"""Copies of each body that is not a central one: documents of one world name the same bodies."""
EDGES_A_NODE = 5
ROUNDS = 60

_LATER = ("restated_by", "progressed_by", "fulfilled_by")
_FURTHER = 7
"""How many worlds further the bodies lie that a copy is joined to beside its own."""
_COPIED = (tables.source, tables.document, tables.commitment, tables.achievement, tables.indicator)

Row = dict[str, Any]


def main() -> None:
    """Prints the figures."""
    given = argparse.ArgumentParser(description=__doc__)
    given.add_argument("--nodes", type=int, default=1_000_000)
    given.add_argument("--home", type=Path, help="folder that keeps the graph from one run to the next")
    given.add_argument("--database", help="URL of an empty database; without it SQLite in the folder")
    asked = given.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        store = Store.open(asked.home or Path(folder), asked.database)
        fill(store, asked.nodes)
        measure(store)
        store.close()


def fill(store: Store, nodes: int) -> None:
    """Fills the store with that many nodes and `EDGES_A_NODE` times as many edges, unless it has them."""
    if not store.revision:
        for document in documents():
            store.put(analyse(document))
        kg.update(store)
    with store.engine.connect() as connection:
        filled = _count(connection, graph.node) >= nodes // 2
    if filled:
        with GraphStore(store).writing() as writer:  # copies are no documents: other rules could not make them anew
            writer.note(writer.revision, version())
        return
    start = time.perf_counter()
    for part in parts(store, nodes):
        with writing(store.engine) as connection:
            if connection.dialect.name == "sqlite":
                connection.execute(text("PRAGMA cache_size=-1000000"))
            part(connection)
    store.engine.dispose()
    print(f"copied in {time.perf_counter() - start:.0f} s")


def _count(connection: Connection, table: Table) -> int:
    return connection.execute(select(func.count()).select_from(table)).scalar_one()


@dataclass(frozen=True, slots=True)
class Originals:
    """What is copied.

    Attributes:
        rows: of each table.
        forms: `own` for a node that belongs to one document, `all` for a central body, `world` for what many share.
    """

    rows: dict[str, list[Row]]
    forms: dict[str, str]

    def name(self, key: str, copy: int) -> str:
        """The id of a node in a copy."""
        form = self.forms.get(key, "own")
        return key if form == "all" or not key else f"{key}~{copy if form == 'own' else copy % WORLDS}"


def parts(store: Store, nodes: int) -> Iterator[Callable[[Connection], object]]:
    """What is done in a transaction each: copies until there are enough nodes, joins until there are enough edges."""
    with store.engine.connect() as connection:
        kept = _originals(connection)
    own = sum(form == "own" for form in kept.forms.values())
    copies = max(1, (nodes - WORLDS * (len(kept.forms) - own)) // own)
    missing = max(0, EDGES_A_NODE * nodes // copies - len(kept.rows["edge"]))
    indexes = [index for table in (*_COPIED, graph.node, graph.edge) for index in table.indexes]
    for index in indexes:
        yield index.drop
    for copy in range(1, copies + 1):
        for table in _COPIED:
            yield partial(_insert, table, _documents(kept, table.name, copy))
        yield partial(_insert, graph.node, _nodes(kept, copy))
        yield partial(_insert, graph.series, _series(kept, copy))
        yield partial(_insert, graph.edge, _edges(kept, copy))
        yield partial(_insert, graph.edge, islice(_joined(kept, copy, copies), missing))
    for index in indexes:
        yield index.create
    yield lambda connection: connection.execute(text("ANALYZE"))


def _originals(connection: Connection) -> Originals:
    found = {
        table.name: [dict(row) for row in connection.execute(select(table)).mappings()]
        for table in (*_COPIED, graph.node, graph.edge, graph.series)
    }
    central = select(graph.organization.c.id).where(graph.organization.c.place == "全国")
    everywhere = set(connection.execute(central).scalars())
    forms = {
        row["id"]: "own" if row["document"] else "all" if row["id"] in everywhere else "world" for row in found["node"]
    }
    return Originals(found, forms)


def _insert(table: Table, rows: Iterable[Row], connection: Connection) -> None:
    left = iter(rows)
    while some := list(islice(left, 5000)):
        connection.execute(insert(table), some)


def _documents(kept: Originals, table: str, copy: int) -> Iterator[Row]:
    """Documents and facts under other ids."""
    named = {"id", "document", "lineage", "origin"}
    size = len(kept.rows["document"])
    for row in kept.rows[table]:
        new = row | {name: f"{row[name]}~{copy}" for name in named if row.get(name)}
        if "content_hash" in row:
            new["content_hash"] = f"{copy:06x}{row['content_hash'][6:]}"
        if table == "document":
            new |= {"revision": -row["revision"] - copy * 10 * size, "previous": None}  # as taken in long ago
        yield new


def _nodes(kept: Originals, copy: int) -> Iterator[Row]:
    for row in kept.rows["node"]:
        form = kept.forms[row["id"]]
        if form == "own":
            yield row | {"id": f"{row['id']}~{copy}", "document": f"{row['document']}~{copy}"}
        elif form == "world" and copy <= WORLDS:
            yield row | {"id": kept.name(row["id"], copy), "label": f"{row['label']}~{copy % WORLDS}"}


def _series(kept: Originals, copy: int) -> Iterator[Row]:
    for row in kept.rows["series"] if copy <= WORLDS else ():
        yield row | {"id": kept.name(row["id"], copy), "place": f"{row['place']}~{copy % WORLDS}"}


def _edges(kept: Originals, copy: int) -> Iterator[Row]:
    for row in kept.rows["edge"]:
        if row["document"] or copy <= WORLDS:
            ends = {end: kept.name(row[end], copy) for end in ("source", "target")}
            rest = {name: row[name] and f"{row[name]}~{copy}" for name in ("document", "fact")}
            named = {name: row[name] and kept.name(row[name], copy) for name in ("cited", "numbered")}
            yield _without_id(row) | ends | rest | named


def _joined(kept: Originals, copy: int, copies: int) -> Iterator[Row]:
    """Edges from a copy to bodies of another world, then from its promises to statements of later copies."""
    edges = [row for row in kept.rows["edge"] if row["document"]]
    for row in edges:
        if row["kind"] in ("led_by", "supported_by", "mentions"):
            ends = {"source": kept.name(row["source"], copy), "target": kept.name(row["target"], copy + _FURTHER)}
            yield _without_id(row) | ends | {"document": f"{row['document']}~{copy}", "fact": None, "weight": 0.5}
    said = [row for row in edges if row["kind"] == "states"]
    for step, kind in enumerate(cycle(_LATER), 1):
        later = (copy + step) % copies + 1
        for row in said:
            ends = {"source": f"{row['target']}~{copy}", "target": f"{row['target']}~{later}", "kind": kind}
            weight = (step * 31 + row["id"] * 17) % 100 / 100
            yield _without_id(row) | ends | {"document": f"{row['document']}~{later}", "fact": None, "weight": weight}


def _without_id(row: Row) -> Row:
    return {name: value for name, value in row.items() if name != "id"}


def measure(store: Store) -> None:
    """Prints how long each question takes, and the memory of the process."""
    with store.engine.connect() as connection:
        counts = [_count(connection, table) for table in (graph.node, graph.edge)]
    print(f"{counts[0]:,} nodes, {counts[1]:,} edges in {store.engine.dialect.name}")
    chosen, work = random.Random(20260101), worked_by(store)
    for name, keys in (("the largest bodies", _hubs(store)), ("any nodes", _some(store, chosen))):
        for depth in (1, 2):
            report(f"around {name}, depth {depth}", (partial(neighbourhood, store, key, depth) for key in keys), work)
        report(f"page of {name}", (partial(entity, store, key) for key in keys), work)
        pairs = (chosen.sample(keys, 2) for _ in range(ROUNDS))
        report(f"path between {name}", (partial(paths, store, one, other) for one, other in pairs), work)
    report("one indicator", (partial(detail, store, key) for key in _of_kind(store, "series", chosen)), work)
    report("one document analysed again", _updates(store), work)
    report("one document new to the graph", _arrivals(store), work)
    print(f"memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


def _updates(store: Store) -> Iterator[Callable[[], object]]:
    """For each document that was read, not copied: what brings the graph up to date after it has changed."""
    for key in store.document_ids():
        if "~" not in key:
            store.replace(store.get(key))
            yield partial(kg.update, store)


def _arrivals(store: Store) -> Iterator[Callable[[], object]]:
    """The same after all that the document brought has been taken out of the graph."""
    graph = GraphStore(store)
    for key, question in zip((key for key in store.document_ids() if "~" not in key), _updates(store), strict=True):
        with graph.writing() as writer:
            writer.remove(key, settle=settled_by(graph.decisions()))
        yield question


def _hubs(store: Store) -> list[str]:
    """Bodies that most edges point at."""
    with store.engine.connect() as connection:
        query = select(graph.edge.c.target).where(graph.edge.c.kind.in_(("mentions", "led_by", "supported_by")))
        found = query.group_by(graph.edge.c.target).order_by(func.count().desc(), graph.edge.c.target).limit(ROUNDS)
        return list(connection.execute(found).scalars())


def _some(store: Store, chosen: random.Random) -> list[str]:
    return [key for kind in ("organization", "commitment", "document") for key in _of_kind(store, kind, chosen)]


def _of_kind(store: Store, kind: str, chosen: random.Random) -> list[str]:
    """Ids of nodes of a kind, drawn at random."""
    with store.engine.connect() as connection:
        keys = list(connection.execute(select(graph.node.c.id).where(graph.node.c.kind == kind)).scalars())
    return chosen.sample(sorted(keys), min(ROUNDS // 3, len(keys)))


def worked_by(store: Store) -> Callable[[], float]:
    """What gives the processor time so far, in seconds: of this process and, on this machine, of its database's."""
    if store.engine.dialect.name != "postgresql":
        return time.process_time
    with store.engine.connect() as connection:  # the pool keeps it: nothing else asks at the same time
        server = Path(f"/proc/{connection.execute(select(func.pg_backend_pid())).scalar_one()}/schedstat")
    return lambda: time.process_time() + int(server.read_text().split()[0]) / 1e9 if server.exists() else 0.0


def report(name: str, questions: Iterable[Callable[[], object]], work: Callable[[], float]) -> None:
    """Prints median and 95th percentile of the time that questions take, and how many have no answer.

    The work of this process and its database is told beside the clock, which on a busy machine also counts the waiting.
    """
    seconds, worked, unanswered = [], [], 0
    for question in questions:
        start, before = time.perf_counter(), work()
        try:
            question()
        except NotFoundError:
            unanswered += 1
        seconds.append(time.perf_counter() - start)
        worked.append(work() - before)
    left = f"   without answer {unanswered}" if unanswered else ""
    times = "   ".join(
        f"{word} {_figures(values)}" for word, values in (("by the clock", seconds), ("of work", worked))
    )
    print(f"{name:36s} {times}{left}", flush=True)


def _figures(seconds: Sequence[float]) -> str:
    p95 = sorted(seconds)[min(len(seconds) - 1, int(len(seconds) * 0.95))]
    return f"median {statistics.median(seconds) * 1000:6.1f} p95 {p95 * 1000:6.1f} ms"


if __name__ == "__main__":
    main()
