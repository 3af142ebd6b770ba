"""What was left open and a person decides: kept as data, before every rule, until it is withdrawn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from corpus.errors import NotFoundError, QueryError
from corpus.store import Store
from corpus.store.graph import PUBLIC, GraphStore
from corpus.store.graph_rows import Body, Decision, OpenQuestion
from kg.bodies import body_id
from kg.identity import identify, one_form
from kg.places import read_place
from kg.setting import Setting
from kg.titles import key_of, plain

BODY, CITATION = "body", "citation"
KINDS = (BODY, CITATION)
"""What a question is about: a name of a body, or a citation of a document."""

ALL_READERS = ("public", "internal")
"""Visibilities of all documents: whoever decides sees every one."""


@dataclass(frozen=True, slots=True)
class Changed:
    """A decision that began or ended, and how many documents use the name."""

    decision: Decision
    documents: int


def decide(store: Store, name: str, meant: str, *, place: str, kind: str, reason: str, author: str) -> Changed:
    """Keeps what a person decided a name to mean; the documents that use it count as changed.

    Args:
        store: whose graph is meant.
        name: as the documents have it.
        meant: the body by its full name, or the document by id or title; empty: none of those possible.
        place: full name of the place whose documents it holds for; empty for all.
        kind: `body` or `citation`.
        reason: one sentence, which the site shows.
        author: who decided, likewise.

    Raises:
        QueryError: if reason or author is missing, or what is meant is no full name of a body.
        NotFoundError: if there is no such document.
    """
    if not (one_form(name) and reason.strip() and author.strip()):
        raise QueryError("名称、理由和作出决定的人都须写明。")
    at = datetime.now(UTC).isoformat(timespec="seconds")
    decision = Decision(
        _named(name, kind), _place(place), _meant(store, meant, place, kind), reason.strip(), author.strip(), at, kind
    )
    return Changed(decision, GraphStore(store).decide(decision, _work(decision)))


def withdraw(store: Store, name: str, *, place: str, kind: str, reason: str, author: str) -> Changed:
    """Ends the decision that holds for a name in a place; it stays on record with who ended it and why.

    Raises:
        QueryError: if reason or author is missing.
        NotFoundError: if no such decision holds.
    """
    if not (reason.strip() and author.strip()):
        raise QueryError("撤回的理由和撤回的人都须写明。")
    key = (kind, _named(name, kind), _place(place))
    graph = GraphStore(store)
    held = next((one for one in graph.decisions() if (one.kind, one.name, one.place) == key), None)
    at = datetime.now(UTC).isoformat(timespec="seconds")
    documents = graph.withdraw(held, author.strip(), reason.strip(), at, _work(held)) if held else None
    if held is None or documents is None:
        where = f"对{place}的文件" if place else "对所有文件"
        raise NotFoundError(f"没有关于“{name}”{where}有效的人工决定，决定的清单见 zhengnuo questions --decided。")
    return Changed(held, documents)


def _named(name: str, kind: str) -> str:
    """The name as decisions are looked up by it."""
    return plain(name) if kind == CITATION else one_form(name)


def _work(decision: Decision) -> str | None:
    return key_of(decision.name) if decision.kind == CITATION else None


def _place(place: str) -> str:
    """A place by its full name; one that no table has, as given."""
    found = read_place(place)
    return found[0].name if found and found[1] == len(place) else place.strip()


def _meant(store: Store, given: str, place: str, kind: str) -> str:
    """What is meant, in the one form that the graph has for it."""
    if not given:
        return ""
    return _document(store, given) if kind == CITATION else _body(store, given, place)


def _document(store: Store, given: str) -> str:
    graph = GraphStore(store)
    found = [node for node in graph.nodes([given]).values() if node.kind == "document"]
    found = found or [node for node in graph.named(given, 3, ALL_READERS, ("document",)) if node.label == given]
    if len(found) != 1:
        raise NotFoundError(f"库中没有“{given}”这件文件，或有几件同名，请给出文件编号。")
    return found[0].id


def _body(store: Store, given: str, place: str) -> str:
    """The one name of a body: as the graph has it, or as the rules read a full name."""
    graph = GraphStore(store)
    known = graph.bodies([given, body_id(given)]).values()
    if named := next((body.name for body in known if body.kind == "organization"), ""):
        return named
    found = read_place(_place(place)) if place else None
    identity = identify(given, Setting(found[0] if found else None))
    if identity.body.kind == "organization":
        return identity.body.name
    raise QueryError(f"“{given}”不是一个机构的全称，请写明地区，例如：云岭省民政厅。")


def made(
    store: Store, words: str = "", visibility: Sequence[str] = PUBLIC, *, in_force: bool = False
) -> tuple[Decision, ...]:
    """Decisions on names or places that hold the words, newest first, as far as visible documents use the names."""
    graph = GraphStore(store)
    found = (one for one in graph.decisions(in_force=in_force) if words in one.name or words in one.place)
    return tuple(one for one in found if graph.is_used(one, _work(one), visibility))


def decided_on(store: Store, body: Body, visibility: Sequence[str] = PUBLIC) -> tuple[Decision, ...]:
    """The decisions that hold by which names mean this body, or by which it is a thing of its own."""
    held = [one for one in made(store, "", visibility, in_force=True) if one.kind == BODY]
    if body.kind == "unresolved":
        places = ("", body.place or "")
        return tuple(one for one in held if not one.meant and one.name == body.core and one.place in places)
    return tuple(one for one in held if one.meant == body.name)


def asked_about(store: Store, body: Body, visibility: Sequence[str] = PUBLIC) -> OpenQuestion | None:
    """The open question that a name which does not say which body it means poses; None if there is none."""
    if body.kind != "unresolved":
        return None
    found = GraphStore(store).questions((BODY,), body.core, 200, 0, visibility).items
    of_place = (one for one in found if one.question.name == body.core and one.question.place == (body.place or ""))
    return next(of_place, None)
