"""What a search box proposes while one types: bodies, indicators and titles of the corpus, by words or by initials."""

from __future__ import annotations

import atexit
import difflib
import re
import threading
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import ne
from urllib.parse import urlencode

from pypinyin import Style, lazy_pinyin

from corpus.masking import mask
from corpus.store import Store
from corpus.store.graph import GraphStore
from corpus.store.graph_rows import Node
from corpus.store.past_queries import QueryStore
from webapp.links import document_url, entity_url

SHOWN = 8
"""Suggestions given."""
LONGEST = 40
"""Characters of what was typed that are looked at."""
MOST = {"organization": 3000, "series": 5000, "document": 10_000}
"""Names taken of each kind."""
NEAR = 0.6
"""From this likeness on, a name may be what a slip meant."""
LONGEST_QUERY = 20
"""Characters of the longest query that is proposed to others."""
OFTEN = 3
"""Times that a query has to be asked until it is proposed."""
EVERY = 20.0
"""Seconds between two times that new queries are written."""
MOST_UNWRITTEN = 200
"""New queries that are written at once."""
_AT_ONCE = 50
"""Names of which the initials are worked out without a pause."""
_PAUSE = 0.02
"""Seconds of such a pause."""
_PRIVATE = re.compile(r"\d{6,}|@")
_INITIALS = re.compile(r"[a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A name of the corpus.

    Attributes:
        text: the name.
        kind: 机构, 指标, 文件, or 检索 for what was asked before.
        address: of its page.
    """

    text: str
    kind: str
    address: str

    @property
    def initials(self) -> str:
        """First letters of its characters' pinyin, in small letters; worked out once it is asked for."""
        return initials_of(self.text)


class PastQueries:
    """Queries that found something and that were asked more than once, of all processes and after a restart too.

    A query with a long number in it is not kept: it may be somebody's. What is new is written by a thread of its own
    every `EVERY` seconds, so that no reader waits for those who write; a process that is killed loses as much.

    Args:
        store: that they are kept in.
    """

    def __init__(self, store: Store) -> None:
        self._kept = QueryStore(store)
        self._lock = threading.Lock()
        self._new: Counter[str] = Counter()
        self._asked = self._kept.exchange({}) or {}
        self._written = time.monotonic()

    def note(self, query: str) -> None:
        """Counts a query that found all of its words."""
        text = " ".join(query.split())
        if not 2 <= len(text) <= LONGEST_QUERY or _PRIVATE.search(text) or mask(text) != text:
            return
        with self._lock:
            self._new[text] += 1
            due = time.monotonic() - self._written > EVERY or len(self._new) >= MOST_UNWRITTEN
            if due:
                self._written = time.monotonic()
        if due:
            threading.Thread(target=self.keep, daemon=True).start()

    def keep(self) -> None:
        """Writes what is new into the store, and reads what other processes have written; later if that fails."""
        with self._lock:
            new, self._new = self._new, Counter()
        asked = self._kept.exchange(new)
        with self._lock:
            if asked is None:
                self._new.update(new)
            else:
                self._asked = asked

    def note_again(self, query: str) -> None:
        """Counts a query once more that found all of its words before."""
        text = " ".join(query.split())
        if text in self._new or text in self._asked:
            self.note(query)

    def suggestions(self) -> tuple[Suggestion, ...]:
        """Those that were asked often enough, most often asked first."""
        with self._lock:
            asked = Counter(self._asked)
            asked.update(self._new)
        often = sorted((-count, text) for text, count in asked.items() if count >= OFTEN)
        return tuple(_past(text) for _, text in often)


@lru_cache(maxsize=4096)
def _past(text: str) -> Suggestion:
    return Suggestion(text, "检索", f"/search?{urlencode({'q': text})}")


@lru_cache(maxsize=4)
def past_queries(store: Store) -> PastQueries:
    """What the readers of a store asked; what is new is written when the process ends in order."""
    past = PastQueries(store)
    atexit.register(past.keep)
    return past


def suggest(store: Store, typed: str, limit: int = SHOWN) -> tuple[Suggestion, ...]:
    """Names that begin with what was typed, then those that hold it; small letters are taken as initials as well.

    What was asked before comes behind the names of the same kind of match.
    """
    sought = "".join(typed.split()).lower()[:LONGEST]
    if not sought:
        return ()
    by_initials = bool(_INITIALS.fullmatch(sought))
    ranked: tuple[list[Suggestion], ...] = ([], [], [], [])
    for name in (*names(store, store.revision), *past_queries(store).suggestions()):
        rank = _rank(name, sought, by_initials)
        if rank is not None:
            ranked[rank].append(name)
            if len(ranked[0]) >= limit:
                break
    found = {name.text: name for some in reversed(ranked) for name in reversed(some)}
    return tuple(name for some in ranked for name in some if found.get(name.text) is name)[:limit]


def _rank(name: Suggestion, sought: str, by_initials: bool) -> int | None:
    at = name.text.lower().find(sought)
    if at < 0 and by_initials:
        found = name.initials.find(sought)
        return None if found < 0 else 1 if found == 0 else 3
    return None if at < 0 else 0 if at == 0 else 2


def meant(store: Store, typed: str, limit: int = 3) -> tuple[Suggestion, ...]:
    """Names that differ from what was typed by a slip or two, likest first; none where it is such a name itself.

    Before them stand words inside of names that differ by one character or by two that changed places.
    """
    sought = "".join(typed.split())[:LONGEST]
    if len(sought) < 3:
        return ()
    revision = store.revision
    characters, by_length = frozenset(sought), _names_by_length(store, revision)
    of_length = {
        name.text: name
        for length in range(len(sought) - 2, len(sought) + 3)
        for name, held in by_length.get(length, ())
        if len(held & characters) * 2 >= len(characters)
    }
    if sought in of_length:
        return ()
    near = difflib.get_close_matches(sought, of_length, limit, NEAR)
    inside = inside_of(sought, _lines(store, revision))
    return tuple(of_length.get(text) or _past(text) for text in list(dict.fromkeys([*inside, *near]))[:limit])


def inside_of(sought: str, lines: str) -> list[str]:
    """Stretches of the lines that are `sought` but for one slip, those of most lines first; none if one holds it.

    A slip leaves one half as it is, unless it makes two characters change places across the middle.
    """
    size, half = len(sought), len(sought) // 2
    if size < _WHOLE_WORDS or sought in lines:
        return []
    crossed = sought[: half - 1] + sought[half] + sought[half - 1] + sought[half + 1 :]
    halves = ((sought[:half], 0), (sought[half:], half), (crossed, 0))
    starts = {at - before for part, before in halves for at in _places_of(part, lines)}
    found: dict[str, set[int]] = defaultdict(set)
    for start in sorted(starts):
        stretch = lines[max(start, 0) : start + size]
        if len(stretch) == size and _is_slip(sought, stretch):
            found[stretch].add(lines.rfind("\n", 0, start))
    return sorted(found, key=lambda stretch: -len(found[stretch]))


def _places_of(part: str, lines: str) -> Iterator[int]:
    at = lines.find(part)
    while at >= 0:
        yield at
        at = lines.find(part, at + 1)


_WHOLE_WORDS = 4
"""Characters from which on a slip can be told inside of names; shorter ones are like too many others."""


def _is_slip(typed: str, meant: str) -> bool:
    """Whether words of equal length differ in one character inside, or in two neighbours that changed places."""
    differing = sum(map(ne, typed, meant))
    if differing == 2:
        at = next(at for at, char in enumerate(typed) if char != meant[at])
        return typed[at : at + 2] == meant[at : at + 2][::-1]
    return differing == 1 and meant.isalnum()


@lru_cache(maxsize=2)
def names(store: Store, revision: int) -> tuple[Suggestion, ...]:
    """All names that are proposed, those of most documents first; kept until the store changes."""
    _ = revision
    graph = GraphStore(store)
    bodies = [("机构", node.label, entity_url(node.id)) for node in _nodes(graph, "organization")]
    series = [name.partition("（")[0] for name in (node.label for node in _nodes(graph, "series"))]
    titles = store.titles(MOST["document"])
    found = [
        *bodies,
        *(("指标", name, f"/indicators?{urlencode({'words': name})}") for name in series),
        *(("文件", title, document_url(document)) for document, title in titles),
    ]
    return tuple(_suggestions(found))


@lru_cache(maxsize=2)
def _names_by_length(store: Store, revision: int) -> Mapping[int, Sequence[tuple[Suggestion, frozenset[str]]]]:
    """Length to the names of so many characters, each with these; kept until the store changes."""
    found: dict[int, list[tuple[Suggestion, frozenset[str]]]] = {}
    for name in names(store, revision):
        found.setdefault(len(name.text), []).append((name, frozenset(name.text)))
    return found


@lru_cache(maxsize=2)
def _lines(store: Store, revision: int) -> str:
    """All names, one a line; kept until the store changes."""
    return "\n".join(name.text for name in names(store, revision))


def prepare(store: Store) -> None:
    """Works out what proposals need, so that no reader waits for it."""
    revision = store.revision
    _names_by_length(store, revision)
    _lines(store, revision)


def prepare_initials(store: Store) -> None:
    """Works out the initials of all names, with pauses: it takes seconds of processor time for many."""
    for at, name in enumerate(names(store, store.revision)):
        initials_of(name.text)
        if at % _AT_ONCE == 0:
            time.sleep(_PAUSE)


def _nodes(graph: GraphStore, kind: str) -> Iterable[Node]:
    return (node for node, _ in graph.of_kind(kind, limit=MOST[kind]).items)


def _suggestions(found: Iterable[tuple[str, str, str]]) -> Iterable[Suggestion]:
    """Each name once, personal data hidden."""
    known: set[str] = set()
    for kind, label, address in found:
        text = mask(" ".join(label.split()))
        if text and text not in known:
            known.add(text)
            yield Suggestion(text, kind, address)


@lru_cache(maxsize=8192)
def pinyin_of(text: str) -> tuple[bool, tuple[str, ...]]:
    """A text as its pinyin, by which Chinese readers look names up in a list; what begins with a digit comes last."""
    return not "一" <= text[:1] <= "鿿", tuple(lazy_pinyin(text))


@lru_cache(maxsize=32_768)
def initials_of(text: str) -> str:
    """The first letters of the pinyin of a text's characters; digits and Latin letters stay, all else is left out."""
    letters = "".join(lazy_pinyin(text, style=Style.FIRST_LETTER, errors=lambda other: other.lower()))
    return "".join(_INITIALS.findall(letters))
