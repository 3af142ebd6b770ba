"""The graph's part of the store: what is read of nodes, edges and bodies, and the transaction that changes them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

from sqlalchemy import Engine, select

from corpus.store import graph_decisions as decided
from corpus.store import graph_links as links
from corpus.store import graph_lists as lists
from corpus.store import graph_tables as tables
from corpus.store import graph_walks as walks
from corpus.store.database import in_parts, writing
from corpus.store.graph_rows import (
    Alias,
    Body,
    Decision,
    Described,
    Edge,
    Node,
    OpenQuestion,
    Series,
    Step,
    Succession,
)
from corpus.store.graph_writer import GraphWriter, Join, Settle
from corpus.store.rows import CommitmentRow, IndicatorRow, Rows
from corpus.store.store import Store

__all__ = ["PUBLIC", "GraphStore", "GraphWriter", "Join", "Settle"]

PUBLIC = ("public",)
"""What everybody may see; the default of every reading function."""


class GraphStore:
    """Nodes, edges and bodies; safe for several processes at once (a writer waits for the one before)."""

    def __init__(self, store: Store) -> None:
        self.engine: Engine = store.engine

    # -- writing ----------------------------------------------------------------------------------------------------

    def state(self) -> tuple[int, str]:
        """The revision of the store that the graph has come to, and the version of the rules that made it."""
        table = tables.graph_state
        with self.engine.connect() as connection:
            row = connection.execute(select(table.c.revision, table.c.version)).first()
        return (row.revision, row.version) if row else (0, "")

    @contextmanager
    def writing(self) -> Iterator[GraphWriter]:
        """A transaction that changes the graph; another one waits until it ends."""
        with writing(self.engine) as connection:
            revision = connection.execute(select(tables.graph_state.c.revision).with_for_update()).scalar_one()
            yield GraphWriter(connection, revision)

    def decide(self, decision: Decision, work: str | None = None) -> int:
        """Keeps what a person decided; an earlier decision on the same name and place ends.

        Gives the number of documents that count as changed by it; `work` is the id of a cited work by its title.
        """
        with writing(self.engine) as connection:
            decided.begin(connection, decision)
            return decided.touch(connection, decision, work)

    def withdraw(self, decision: Decision, by: str, why: str, at: str, work: str | None = None) -> int | None:
        """Ends the decision that holds for a name and place; it stays on record.

        Gives the number of documents that count as changed by it, None where no decision holds.
        """
        with writing(self.engine) as connection:
            ended = decided.end(connection, decision, by, why, at)
            return decided.touch(connection, decision, work) if ended else None

    # -- reading ----------------------------------------------------------------------------------------------------

    def nodes(self, keys: Iterable[str]) -> dict[str, Node]:
        """The nodes with these ids."""
        with self.engine.connect() as connection:
            return lists.nodes(connection, keys)

    def dates(self, documents: Iterable[str]) -> dict[str, str]:
        """The date of each of these documents, an ISO prefix: written, else published; undated ones are left out."""
        return {key: node.on for key, node in self.nodes(dict.fromkeys(documents)).items() if node.on}

    def named(
        self, name: str, limit: int = 10, visibility: Sequence[str] = PUBLIC, kinds: Sequence[str] | None = None
    ) -> tuple[Node, ...]:
        """Nodes with this name or alias: exact names first, then exact aliases, then names that hold the words.

        Only those of `kinds`, if given.
        """
        with self.engine.connect() as connection:
            return lists.named(connection, name, limit, visibility, kinds)

    def called(self, name: str, limit: int = 10, visibility: Sequence[str] = PUBLIC) -> tuple[Node, ...]:
        """Nodes that have exactly this name, then those that have it as an alias."""
        with self.engine.connect() as connection:
            return lists.called(connection, name, limit, visibility)

    def of_core(self, core: str, limit: int = 100) -> tuple[Body, ...]:
        """Bodies with this core (what follows the place's name), whatever their place, by name."""
        with self.engine.connect() as connection:
            return lists.of_core(connection, core, limit)

    def visible(self, nodes: Sequence[Node], visibility: Sequence[str] = PUBLIC) -> tuple[Node, ...]:
        """Those that a visible document brought or speaks of."""
        with self.engine.connect() as connection:
            return lists.visible(connection, nodes, visibility)

    def of_kind(
        self,
        kind: str,
        words: str = "",
        limit: int = 20,
        offset: int = 0,
        visibility: Sequence[str] = PUBLIC,
        nature: str | None = None,
        also: Sequence[str] = (),
    ) -> Rows[tuple[Node, int]]:
        """Shared nodes of a kind whose name or alias holds the words, each with the number of documents; most first.

        With `nature` only series that a document calls so (约束性 or 预期性), all their documents counted; `also` are
        ids of nodes that are meant by the words, whatever their names.
        """
        with self.engine.connect() as connection:
            return lists.of_kind(connection, kind, words, limit, offset, visibility, nature, also)

    def around(
        self, keys: Iterable[str], limit: int, kinds: Sequence[str] = (), visibility: Sequence[str] = PUBLIC
    ) -> tuple[Edge, ...]:
        """Edges that touch one of these nodes, at most `limit` of each node in each direction, strongest first."""
        with self.engine.connect() as connection:
            found = walks.steps(connection, keys, limit, kinds, visibility)
            return walks.edges(connection, (step.row for step in found))

    def steps(
        self,
        keys: Iterable[str],
        limit: int,
        kinds: Sequence[str] = (),
        visibility: Sequence[str] = PUBLIC,
        year: int | None = None,
    ) -> tuple[Step, ...]:
        """The same edges, without what a walk over them does not need."""
        with self.engine.connect() as connection:
            return walks.steps(connection, keys, limit, kinds, visibility, year)

    def edges(self, rows: Iterable[int]) -> tuple[Edge, ...]:
        """The edges in these rows, in their order."""
        with self.engine.connect() as connection:
            return walks.edges(connection, rows)

    def between(
        self,
        some: Sequence[str],
        others: Sequence[str],
        limit: int,
        kinds: Sequence[str] = (),
        visibility: Sequence[str] = PUBLIC,
    ) -> tuple[Step, ...]:
        """Edges from one group of nodes to another, in either direction, at most `limit` of each direction."""
        with self.engine.connect() as connection:
            return walks.between(connection, some, others, limit, kinds, visibility)

    def joining(
        self, one: str, other: str, kinds: Sequence[str], limit: int, visibility: Sequence[str] = PUBLIC
    ) -> tuple[str, ...]:
        """Ids of nodes that have edges with both of two nodes, however many edges these have."""
        with self.engine.connect() as connection:
            return walks.joining(connection, one, other, kinds, visibility, limit)

    def all_edges(self, visibility: Sequence[str] = PUBLIC) -> Iterator[Edge]:
        """Every edge, in the order of their ends and kinds; drawn some at a time."""
        with in_parts(self.engine) as connection:
            yield from lists.all_edges(connection, visibility)

    def counts(self, key: str, visibility: Sequence[str] = PUBLIC) -> tuple[tuple[str, bool, int], ...]:
        """How many edges of each kind a node has: kind, whether it starts them, number."""
        with self.engine.connect() as connection:
            return lists.counts(connection, key, visibility)

    def described(
        self,
        key: str,
        kind: str,
        *,
        outgoing: bool,
        limit: int = 10,
        offset: int = 0,
        visibility: Sequence[str] = PUBLIC,
    ) -> Rows[Described]:
        """A node's edges of one kind and direction, newest first, with what a list shows of them."""
        with self.engine.connect() as connection:
            return walks.described(connection, key, kind, outgoing, limit, offset, visibility)

    def describe(self, edges: Sequence[Edge]) -> tuple[Described, ...]:
        """Edges with the things at their ends, the title of the proving document and the words."""
        with self.engine.connect() as connection:
            return walks.describe(connection, edges)

    def bodies(self, keys: Iterable[str]) -> dict[str, Body]:
        """The bodies with these ids."""
        with self.engine.connect() as connection:
            return lists.bodies(connection, keys)

    def aliases(self, organization: str, visibility: Sequence[str] = PUBLIC) -> tuple[Alias, ...]:
        """Other names of a body, each with the first document that uses it."""
        with self.engine.connect() as connection:
            return lists.aliases(connection, organization, visibility)

    def other_names(self, limit: int = 50_000, visibility: Sequence[str] = PUBLIC) -> tuple[tuple[str, Alias], ...]:
        """Names of bodies, each with another name of the same body; names that more than one body has are left out."""
        with self.engine.connect() as connection:
            return lists.other_names(connection, limit, visibility)

    def successions(self, organization: str) -> tuple[Succession, ...]:
        """Bodies before and after this one."""
        with self.engine.connect() as connection:
            return lists.successions(connection, organization)

    def questions(
        self,
        kinds: Sequence[str] = (),
        words: str = "",
        limit: int = 100,
        offset: int = 0,
        visibility: Sequence[str] = PUBLIC,
    ) -> Rows[OpenQuestion]:
        """What documents leave open, once for each name and place."""
        with self.engine.connect() as connection:
            return decided.open_questions(connection, kinds, words, limit, offset, visibility)

    def decisions(self, *, in_force: bool = True, meant: str | None = None) -> tuple[Decision, ...]:
        """What people decided, newest first: what holds or all, and with `meant` what means a body or document."""
        with self.engine.connect() as connection:
            return decided.decisions(connection, in_force=in_force, meant=meant)

    def is_used(self, decision: Decision, work: str | None, visibility: Sequence[str] = PUBLIC) -> bool:
        """Whether a visible document uses the name that a decision is about."""
        with self.engine.connect() as connection:
            return decided.is_used(connection, decision, work, visibility)

    def most_pointed_at(
        self, edge_kinds: Sequence[str], node_kinds: Sequence[str], limit: int, visibility: Sequence[str] = PUBLIC
    ) -> tuple[tuple[Node, int], ...]:
        """Nodes by the number of documents that point at them with these edges, most first."""
        with self.engine.connect() as connection:
            return lists.most_pointed_at(connection, edge_kinds, node_kinds, limit, visibility)

    def load(self, limit: int, visibility: Sequence[str] = PUBLIC) -> tuple[tuple[Node, int, int], ...]:
        """Bodies with the number of commitments that they lead and that they join, most first."""
        with self.engine.connect() as connection:
            return lists.load(connection, limit, visibility)

    def load_by_deadline(
        self, bodies: Iterable[str], visibility: Sequence[str] = PUBLIC
    ) -> tuple[tuple[str, str | None, int, int], ...]:
        """Id of a body, a deadline as stated or None, and how many commitments so dated it leads and joins."""
        with self.engine.connect() as connection:
            return lists.load_by_deadline(connection, bodies, visibility)

    def with_several(self, kind: str, limit: int, visibility: Sequence[str] = PUBLIC) -> tuple[str, ...]:
        """Ids of nodes that have more than one edge of a kind."""
        with self.engine.connect() as connection:
            return lists.with_several(connection, kind, limit, visibility)

    def sources(self, target: str, kind: str, visibility: Sequence[str] = PUBLIC) -> tuple[str, ...]:
        """Ids of the nodes that point at a node with one kind of edge."""
        with self.engine.connect() as connection:
            return lists.sources(connection, target, kind, visibility)

    def indicators(self, series: Sequence[str], visibility: Sequence[str] = PUBLIC) -> dict[str, list[IndicatorRow]]:
        """The indicators that stand under each series, by the date of their document."""
        with self.engine.connect() as connection:
            return links.indicators(connection, series, visibility)

    def series(self, keys: Sequence[str]) -> dict[str, Series]:
        """The series with these ids, taken apart."""
        with self.engine.connect() as connection:
            return links.series(connection, keys)

    def series_beside(self, key: str, by: Sequence[str], visibility: Sequence[str] = PUBLIC) -> tuple[Series, ...]:
        """Other series that agree with one in these of `name`, `subject`, `base` and `place`."""
        with self.engine.connect() as connection:
            return links.series_beside(connection, key, by, visibility)

    def series_in(self, document: str) -> tuple[str, ...]:
        """Ids of the series that the indicators of a document stand under, in the order of its text."""
        with self.engine.connect() as connection:
            return links.series_in(connection, document)

    def later_beside(self, document: str, visibility: Sequence[str] = PUBLIC) -> tuple[int, str | None]:
        """How many later documents of the same place there are, and the date of the newest."""
        with self.engine.connect() as connection:
            return links.later_beside(connection, document, visibility)

    def kinds_from(
        self, keys: Sequence[str], kinds: Sequence[str], visibility: Sequence[str] = PUBLIC
    ) -> dict[str, set[str]]:
        """Which of these kinds of edges start at each node; nodes without any are left out."""
        with self.engine.connect() as connection:
            return links.kinds_from(connection, keys, kinds, visibility)

    def commitments(self, keys: Sequence[str]) -> tuple[CommitmentRow, ...]:
        """The commitments with these ids, in the latest version of their document."""
        with self.engine.connect() as connection:
            return links.commitments_of(connection, keys)
