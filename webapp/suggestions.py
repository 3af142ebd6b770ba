"""What a search box proposes while one types: bodies, indicators and titles of the corpus, by words or by initials."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urlencode

from pypinyin import Style, lazy_pinyin

from corpus.masking import mask
from corpus.store import Store
from corpus.store.graph import GraphStore
from corpus.store.graph_rows import Node
from webapp.links import document_url, entity_url

SHOWN = 8
"""Suggestions given."""
LONGEST = 40
"""Characters of what was typed that are looked at."""
MOST = {"organization": 3000, "series": 5000, "document": 10_000}
"""Names taken of each kind."""
NEAR = 0.6
"""From this likeness on, a name may be what a slip meant."""
_INITIALS = re.compile(r"[a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A name of the corpus.

    Attributes:
        text: the name.
        kind: 机构, 指标 or 文件.
        address: of its page.
        initials: first letters of its characters' pinyin, in small letters.
    """

    text: str
    kind: str
    address: str
    initials: str


def suggest(store: Store, typed: str, limit: int = SHOWN) -> tuple[Suggestion, ...]:
    """Names that begin with what was typed, then those that hold it; small letters are taken as initials as well."""
    sought = "".join(typed.split()).lower()[:LONGEST]
    if not sought:
        return ()
    by_initials = bool(_INITIALS.fullmatch(sought))
    ranked: tuple[list[Suggestion], ...] = ([], [], [], [])
    for name in names(store, store.revision):
        rank = _rank(name, sought, by_initials)
        if rank is not None:
            ranked[rank].append(name)
            if len(ranked[0]) >= limit:
                break
    return tuple(name for some in ranked for name in some)[:limit]


def _rank(name: Suggestion, sought: str, by_initials: bool) -> int | None:
    at = name.text.lower().find(sought)
    if at < 0 and by_initials:
        found = name.initials.find(sought)
        return None if found < 0 else 1 if found == 0 else 3
    return None if at < 0 else 0 if at == 0 else 2


def meant(store: Store, typed: str, limit: int = 3) -> tuple[Suggestion, ...]:
    """Names that differ from what was typed by a slip or two, likest first; none where it is such a name itself."""
    sought = "".join(typed.split())[:LONGEST]
    if len(sought) < 3:
        return ()
    of_length = {
        name.text: name
        for name in names(store, store.revision)
        if abs(len(name.text) - len(sought)) <= 2 and len(set(name.text) & set(sought)) * 2 >= len(set(sought))
    }
    if sought in of_length:
        return ()
    return tuple(of_length[text] for text in difflib.get_close_matches(sought, of_length, limit, NEAR))


@lru_cache(maxsize=2)
def names(store: Store, revision: int) -> tuple[Suggestion, ...]:
    """All names that are proposed, those of most documents first; kept until the store changes."""
    _ = revision
    graph = GraphStore(store)
    bodies = [("机构", node.label, entity_url(node.id)) for node in _nodes(graph, "organization")]
    series = [name.partition("（")[0] for name in (node.label for node in _nodes(graph, "series"))]
    rows = store.documents(limit=MOST["document"]).items
    found = [
        *bodies,
        *(("指标", name, f"/indicators?{urlencode({'words': name})}") for name in series),
        *(("文件", row.title, document_url(row.id)) for row in rows),
    ]
    return tuple(_suggestions(found))


def _nodes(graph: GraphStore, kind: str) -> Iterable[Node]:
    return (node for node, _ in graph.of_kind(kind, limit=MOST[kind]).items)


def _suggestions(found: Iterable[tuple[str, str, str]]) -> Iterable[Suggestion]:
    """Each name once, personal data hidden."""
    known: set[str] = set()
    for kind, label, address in found:
        text = mask(" ".join(label.split()))
        if text and text not in known:
            known.add(text)
            yield Suggestion(text, kind, address, initials_of(text))


@lru_cache(maxsize=8192)
def pinyin_of(text: str) -> tuple[bool, tuple[str, ...]]:
    """A text as its pinyin, by which Chinese readers look names up in a list; what begins with a digit comes last."""
    return not "一" <= text[:1] <= "鿿", tuple(lazy_pinyin(text))


def initials_of(text: str) -> str:
    """The first letters of the pinyin of a text's characters; digits and Latin letters stay, all else is left out."""
    letters = "".join(lazy_pinyin(text, style=Style.FIRST_LETTER, errors=lambda other: other.lower()))
    return "".join(_INITIALS.findall(letters))
