"""What the corpus itself teaches the search: names to keep whole, wordings that mean the same, and their sources.

Abbreviations come from the clauses that introduce them, other names of bodies from the graph; both of public documents
alone. What is learned follows the index: it is read again, beside the searches, once the index has changed.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from corpus.errors import ZhengnuoError
from corpus.store import Store
from corpus.store.graph import GraphStore
from corpus.store.graph_rows import Alias
from search import SearchEngine
from search.abbreviations import Introduced, introduced_in, unmistakable
from search.folding import squeeze
from webapp.suggestions import prepare

CENTRAL = "中央机关名称表"
"""The graph's reason for names of central bodies."""
MOST_SEPARATE = 200
"""Changed documents that are looked through by themselves; of more, all are."""
_RELATIVE = re.compile(
    r"""
    [我本该] | 全(?!国)
    | (?:自治[区州县旗]|[省市区县州盟旗镇乡]) (?:委|政府|人大|政协|.{1,12}[局委办部厅院会室队])
    """,
    re.VERBOSE,
)
"""A name that means another body in the next place: 市教育局, 省委, 我局."""


@dataclass(frozen=True, slots=True)
class Wording:
    """Two wordings of one thing, and where that is from.

    Attributes:
        short, full: the wordings.
        document: id of the document that says so.
        title: its title; None where it is not at hand.
        clause: eid of the clause, where it is known.
    """

    short: str
    full: str
    document: str
    title: str | None = None
    clause: str | None = None


class Learner:
    """Keeps an engine's words and wordings in step with its index.

    Args:
        store: where names and the graph are.
        engine: what learns.

    Attributes:
        known: mark of the index that was learned from; None where nothing has been learned yet.
        wordings: those that were learned.
    """

    def __init__(self, store: Store, engine: SearchEngine) -> None:
        self._store = store
        self._engine = engine
        self._busy = threading.Lock()
        self._revision = ""
        self._introduced: dict[str, tuple[Introduced, ...]] = {}
        self._beside: threading.Thread | None = None
        self.known: str | None = None
        self.wordings: tuple[Wording, ...] = ()

    def keep_up(self) -> None:
        """Learns at once for the first time; later beside, so that no search waits for it."""
        if self.known is None:
            self.learn()
        elif self.known != self._engine.mark and not self._busy.locked():
            self._beside = threading.Thread(target=self._learn_beside, name="learning", daemon=True)
            self._beside.start()

    def finish(self) -> None:
        """Waits for what runs beside."""
        if self._beside is not None:
            self._beside.join()

    def learn(self) -> None:
        """Hands the engine the words and wordings of the index as it is."""
        with self._busy:
            mark, revision = self._engine.mark, self._engine.revision
            if mark == self.known:
                return
            self._read_introduced(revision)
            self.wordings = (*self._abbreviations(), *self._other_names())
            pairs = [(wording.short, wording.full) for wording in self.wordings]
            self._engine.learn((*self._store.names(), *(word for pair in pairs for word in pair)), pairs)
            self.known, self._revision = mark, revision

    def _learn_beside(self) -> None:
        try:
            self.learn()
            prepare(self._store)
        except ZhengnuoError:  # the index is being replaced; the next search tries again
            return

    def _read_introduced(self, revision: str) -> None:
        """Looks through the documents that changed since the last time; through all where that is not known."""
        if not revision:
            return
        known = self._revision if self._revision != revision else ""  # an index that was mended has none of its own
        changed = [document for document, _ in self._store.changed_since(int(known))] if known else []
        if known and len(changed) <= MOST_SEPARATE:
            found = introduced_in(self._engine, tuple(changed)) if changed else ()
        else:
            changed, found = list(self._introduced), introduced_in(self._engine)
        kept: dict[str, list[Introduced]] = {}
        for item in found:
            kept.setdefault(item.document, []).append(item)
        rest = {document: items for document, items in self._introduced.items() if document not in set(changed)}
        self._introduced = rest | {document: tuple(items) for document, items in kept.items()}

    def _abbreviations(self) -> Iterable[Wording]:
        every = (item for items in self._introduced.values() for item in items)
        first: dict[tuple[str, str], Wording] = {}
        for item in unmistakable(every):
            wording = Wording(item.short, item.full, item.document, item.title, item.clause)
            if not _RELATIVE.match(item.short):
                first.setdefault((item.short, item.full), wording)
        return first.values()

    def _other_names(self) -> Iterable[Wording]:
        return (_wording(name, alias) for name, alias in GraphStore(self._store).other_names() if _tells(name, alias))


def sources(wordings: Iterable[Wording], expanded: Mapping[str, tuple[str, ...]]) -> tuple[Wording, ...]:
    """The wordings by which an expansion came about.

    Args:
        wordings: all that are known.
        expanded: what was asked for, each to what was searched besides.
    """
    found = {(squeeze(asked), other) for asked, others in expanded.items() for other in others}
    return tuple(wording for wording in wordings if found & _both_ways(wording))


def source_text(wording: Wording) -> str:
    """Where a wording is from, in a sentence."""
    place = f"《{wording.title}》" if wording.title else ""
    return f"“{wording.short}”即“{wording.full}”，据{place}文件{wording.document}。"


def _both_ways(wording: Wording) -> set[tuple[str, str]]:
    short, full = squeeze(wording.short), squeeze(wording.full)
    return {(short, full), (full, short)}


def _wording(name: str, alias: Alias) -> Wording:
    return Wording(alias.name, name, alias.document)


def _tells(name: str, alias: Alias) -> bool:
    """Whether the other name is one by itself: neither a part of the name, nor one that depends on the place."""
    if alias.name in name or name in alias.name or _RELATIVE.match(alias.name):
        return False
    central = alias.reason == CENTRAL and not alias.name.endswith("局")  # 药监局 is that of any province as well
    return central or alias.name[0] == name[0]
