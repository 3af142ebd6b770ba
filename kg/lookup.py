"""What a reader means who types a name: an id, a name, an alias, or a short or former name that the rules can read.

A name that several bodies have is never guessed between them: all are named, each with who took its place since when.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from corpus.errors import NotFoundError, QueryError
from corpus.store.graph import GraphStore
from corpus.store.graph_rows import Node, Succession
from kg.identity import identify, one_form
from kg.name_shapes import LEVEL
from kg.names import core_of
from kg.places import COUNTRY
from kg.setting import Setting
from kg.succession import successions_of

_CHOICES = 12
"""Bodies of one name that are named, at most."""
CHANGES = {"renamed": "更名为", "merged": "并入", "split": "职责划入"}
"""Kinds of succession in words."""


def node_named(graph: GraphStore, name: str, visibility: Sequence[str]) -> Node:
    """The node with this id, name or alias, or the one body that the rules read in the name.

    Raises:
        NotFoundError: if there is none that may be seen.
        QueryError: if several bodies have the name; it names them.
    """
    by_id = graph.nodes([name]).get(name)
    if by_id and graph.visible([by_id], visibility):
        return by_id
    words = one_form(name)
    called = graph.called(words, _CHOICES + 1, visibility)
    if exact := [node for node in called if node.label == words]:
        return exact[0]
    choices = list({node.id: node for node in (*called, *read(graph, words, visibility))}.values())
    if len(choices) > 1:
        raise QueryError(_which(graph, name, choices))
    found = choices or graph.named(words, 1, visibility)
    if not found:
        raise NotFoundError(f"库中没有名为“{name}”的机构、文件或指标。")
    return found[0]


def read(graph: GraphStore, words: str, visibility: Sequence[str]) -> tuple[Node, ...]:
    """The bodies that a short or former name can mean: with its place one, without it one of each place."""
    whole = identify(words, Setting(None)).body
    if whole.kind == "organization":
        keys = [whole.id, *(other.id for row, other in successions_of(whole) if row.before == whole.id)]
        return _seen(graph, keys, visibility)[:1]
    level = LEVEL.match(words)
    rest = level["rest"] if level and level["rest"] else words
    core = core_of(rest, "", None)
    found = list(graph.of_core(core.short)) if core else []
    if level and rest != words:
        return _seen(graph, (body.id for body in found if (body.place or "").endswith(level["level"])), visibility)
    central = identify(words, Setting(COUNTRY)).body
    keys = [central.id] if central.kind == "organization" else []
    return _seen(graph, (*keys, *(body.id for body in found)), visibility)


def _seen(graph: GraphStore, keys: Iterable[str], visibility: Sequence[str]) -> tuple[Node, ...]:
    """The nodes with these ids that may be seen, in this order."""
    ordered = list(dict.fromkeys(keys))
    nodes = graph.nodes(ordered)
    return graph.visible([nodes[key] for key in ordered if key in nodes], visibility)


def changes(graph: GraphStore, nodes: Sequence[Node]) -> Iterator[tuple[Succession, Node]]:
    """What took the place of each of these bodies."""
    for node in nodes:
        rows = [row for row in graph.successions(node.id) if row.before == node.id]
        others = graph.nodes(row.after for row in rows)
        yield from ((row, others[row.after]) for row in rows if row.after in others)


def change_text(row: Succession, after: str) -> str:
    """What became of a body, in words: 2018年更名为某省卫生健康委员会."""
    return f"{row.since[:4]}年{CHANGES.get(row.kind, '变更为')}{after}"


def _which(graph: GraphStore, name: str, choices: Sequence[Node]) -> str:
    """The bodies of one name in a sentence."""
    became = {row.before: f"（{change_text(row, after.label)}）" for row, after in changes(graph, choices[:_CHOICES])}
    listed = "、".join(node.label + became.get(node.id, "") for node in choices[:_CHOICES])
    more = "等" if len(choices) > _CHOICES else ""
    return f"“{name}”在库中可以指：{listed}{more}。请写明地区。"
