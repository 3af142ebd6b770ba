"""Abbreviations that documents introduce themselves: 城乡居民基本医疗保险（以下简称“居民医保”）.

What is introduced holds for the document; it is told to others only where it cannot be mistaken: an abbreviation that
is a bare kind (《办法》), points at the speaker (我局), or stands for many things in many documents, is left out.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from search.engine import Entry, Filters, Match, SearchEngine
from search.folding import fold, squeeze
from search.query import Or, Phrase, Query
from search.rows import rows
from search.word_classes import tagged_words

MOST_CLAUSES = 20_000
"""Clauses that are looked through."""
_LONGEST = 30
"""Characters of the longest wording that is abbreviated, titles of documents apart."""
_MOST_MEANINGS = 2
"""Wordings that one abbreviation may stand for in different documents."""

_INTRODUCES = re.compile(
    r"""
    \( (?:以下|下文|下面|后文)? (?:均|都|统|一律)? (?:简称|统称)为? [:：]?
    ["《]{0,2} (?P<short>[^"《》()，,、。；;：:\s]{2,16}) ["》]{0,2} \)
    """,
    re.VERBOSE,
)  # (以下简称"居民医保") · (以下统称《实施方案》) · (简称长护险), on folded text
_BREAK = re.compile(r"[，,、。；;：:()\n\s\"]")
_TITLE = re.compile(r"《([^《》]{2,60})》\s?(?:\([^()]{1,30}\))?$")  # with its 文号 behind it
_NAMING = ("n", "b", "j", "l", "an", "s", "x", "i")
"""Classes of words by which the name of a thing can begin, as the segmenter tags them."""
_ANY = Query("", Or((Phrase("简称"), Phrase("统称"))))


@dataclass(frozen=True, slots=True)
class Introduced:
    """An abbreviation and where it is introduced.

    Attributes:
        short: the abbreviation.
        full: what it stands for.
        document: id of the document.
        title: title of the document.
        clause: eid of the clause.
    """

    short: str
    full: str
    document: str
    title: str
    clause: str


def introduced(entry: Entry) -> Iterator[Introduced]:
    """The abbreviations that a clause introduces, but for those that the full wording contains as they are."""
    folded = fold(entry.text)
    for match in _INTRODUCES.finditer(folded):
        short = squeeze(match["short"])
        full = _full(folded[: match.start()], short)
        if full and short not in full and short not in _bare_kinds():
            yield Introduced(short, full, entry.document, entry.title, entry.clause)


def introduced_in(engine: SearchEngine, documents: tuple[str, ...] = ()) -> tuple[Introduced, ...]:
    """The abbreviations that public documents introduce.

    Args:
        engine: the index.
        documents: ids of those that are looked through; all where none is named.
    """
    filters = Filters(documents=documents)
    page = engine.search(_ANY, filters, limit=MOST_CLAUSES, match=Match.ALL, facets=False, expand=False)
    return tuple(item for hit in page.hits for item in introduced(hit.entry))


def unmistakable(found: Iterable[Introduced]) -> tuple[Introduced, ...]:
    """Those of which the abbreviation means the same wherever it is introduced, or one of two things at most."""
    meanings: dict[str, set[str]] = defaultdict(set)
    held = tuple(found)
    for item in held:
        meanings[item.short].add(item.full)
    return tuple(item for item in held if len(_apart(meanings[item.short])) <= _MOST_MEANINGS)


def _apart(wordings: set[str]) -> set[str]:
    """Those wordings that none of the others is a part of."""
    return {one for one in wordings if not any(other != one and other in one for other in wordings)}


def _full(before: str, short: str) -> str | None:
    """What stands before the bracket and is abbreviated: a title, or the words that hold its characters in order."""
    title = _TITLE.search(before)
    if title:
        full = squeeze(title[1])
        return full if len(full) > len(short) and _holds(full, short) else None
    start = max((match.end() for match in _BREAK.finditer(before, max(0, len(before) - 60))), default=0)
    full = ""
    for word, kind in reversed(tagged_words(before[max(start, len(before) - 60) :])):
        if _holds(full, short) and not kind.startswith(_NAMING):
            break
        full = squeeze(word) + full
        if len(full) > _LONGEST:
            return None
    return full if len(full) > len(short) and _holds(full, short) else None


def _holds(full: str, short: str) -> bool:
    """Whether the characters of the short form stand in the full one in their order."""
    left = iter(full)
    return all(char in left for char in short)


@cache
def _bare_kinds() -> frozenset[str]:
    """Words that name a kind of thing and so are no abbreviation beyond their document."""
    return frozenset(word for row in rows("bare_kinds.tsv") for word in row[0].split())
