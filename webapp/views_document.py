"""A document's page: outline, text with marked facts, and the list of facts beside it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from corpus import Analysis, Span
from corpus.store.graph_rows import Node
from extract.outline.sections import outermost
from webapp.links import document_url, short_clause_url
from webapp.views_facts import FactView, counts_of, marks_of
from webapp.views_text import DEFAULT_MARKS, Item, Mark, shown_items
from webapp.wording import clause_places

LONG = 120_000
"""Characters from which a document is shown in parts."""
PANEL = 40
"""Facts of one kind listed beside the text; the rest is on the page of all facts."""
OUTLINE_DEPTH = 3
"""Levels of headings in the outline."""
MOST_HITS = 2000
"""Matches of the words searched for that are marked."""


@dataclass(frozen=True, slots=True)
class Parts:
    """How a long document is cut at its highest headings; a short one is one part.

    Attributes:
        spans: of the parts, in order; they tile the text.
        titles: of the headings that they begin with.
        current: number of the part that is shown, from 1.
        whole: all parts are shown at once.
    """

    spans: tuple[Span, ...]
    titles: tuple[str, ...]
    current: int
    whole: bool

    @property
    def within(self) -> Span | None:
        """The stretch of text that is shown; None for all of it."""
        return None if self.whole or len(self.spans) == 1 else self.spans[self.current - 1]

    def holding(self, offset: int) -> int:
        """The number of the part that holds a character."""
        return max(1, bisect_right(self.spans, offset, key=lambda span: span.start))


@dataclass(frozen=True, slots=True)
class Shown:
    """An item of the text with the facts of its clause.

    Attributes:
        item: what is shown.
        place: where it stands, in words.
        facts: those that begin in it.
    """

    item: Item
    place: str
    facts: tuple[FactView, ...]


@dataclass(frozen=True, slots=True)
class OutlineEntry:
    """A heading in the outline."""

    depth: int
    text: str
    address: str


@dataclass(frozen=True, slots=True)
class KindList:
    """The facts of one kind as the panel lists them, and how many there are in all."""

    kind: str
    label: str
    total: int
    facts: tuple[FactView, ...]


@dataclass(frozen=True, slots=True)
class DocumentView:
    """All that a document's page shows of its text."""

    outline: tuple[OutlineEntry, ...]
    shown: tuple[Shown, ...]
    kinds: tuple[KindList, ...]
    total: int
    hits: int
    parts: Parts
    letters: bool


def document_view(
    analysis: Analysis,
    views: Sequence[FactView],
    kinds: Sequence[str],
    words: Sequence[str],
    cited: Mapping[str, str],
    parts: Parts,
) -> DocumentView:
    """The page of a document.

    Args:
        analysis: the document, personal data hidden.
        views: its facts.
        kinds: of facts that are marked in the text.
        words: that are marked as matches.
        cited: ids of citations whose document is in the store, with its page.
        parts: which stretch is shown.
    """
    hits = find_words(analysis.document.text, words)
    items = shown_items(analysis, [*marks_of(views, kinds, cited), *hits], parts.within)
    return DocumentView(
        outline_of(analysis, parts),
        tuple(_with_facts(items, views, clause_places(analysis.outline))),
        _kind_lists(views),
        len(views),
        len(hits),
        parts,
        letters=bool(set(kinds) - set(DEFAULT_MARKS)),
    )


def numbered_sources(views: Iterable[FactView], cited: Mapping[str, Node]) -> dict[str, tuple[int, str]]:
    """The documents that a text cites and the store holds: their page, to a number in the order of the text, and title.

    Args:
        views: facts of the text, in order.
        cited: ids of citations, with the document that each means.
    """
    found: dict[str, tuple[int, str]] = {}
    for view in views:
        if node := cited.get(view.id):
            found.setdefault(document_url(node.id), (len(found) + 1, node.label))
    return found


def find_words(text: str, words: Iterable[str]) -> list[Mark]:
    """The places of the words in a text, numbered from 1, up to a bound."""
    wanted = sorted({word for word in words if word.strip()}, key=len, reverse=True)
    if not wanted:
        return []
    pattern = re.compile("|".join(map(re.escape, wanted)))
    places = zip(range(1, MOST_HITS + 1), pattern.finditer(text), strict=False)
    return [Mark(Span(*match.span()), "hit", number) for number, match in places]


def part_of(analysis: Analysis, number: int, *, whole: bool = False) -> Parts:
    """The parts of a document, and which one is shown: the given one, else the first."""
    text = analysis.document.text
    tops = [section for section in outermost(analysis.outline.sections) if section.level == 1]
    if len(text) < LONG or len(tops) < 2:
        return Parts((Span(0, len(text)),), ("全文",), 1, whole=True)
    starts = [0, *(section.span.start for section in tops[1:])]
    spans = tuple(Span(start, end) for start, end in zip(starts, [*starts[1:], len(text)], strict=True))
    titles = tuple(f"{section.label}{section.title}" for section in tops)
    return Parts(spans, titles, number if number <= len(spans) else 1, whole)


def outline_of(analysis: Analysis, parts: Parts) -> tuple[OutlineEntry, ...]:
    """The headings down to a depth, each with its place on whichever part it stands."""
    clauses = {clause.span.start: clause.eid for clause in analysis.outline.clauses}
    out = []
    for section in analysis.outline.sections:
        words = " ".join(f"{section.label}{section.title}".split())
        if section.level > OUTLINE_DEPTH or not words:
            continue
        eid = clauses.get(section.heading.start, section.eid)
        on_page = parts.within is None or parts.within.overlaps(section.heading)
        address = f"#c-{eid}" if on_page else short_clause_url(analysis.document.id, eid)
        out.append(OutlineEntry(section.level, words, address))
    return tuple(out)


def _with_facts(items: Sequence[Item], views: Iterable[FactView], places: Mapping[str, str]) -> Iterable[Shown]:
    """Each item with the facts that begin in it; times and bodies count as well."""
    starts = [item.span.start for item in items]
    found: dict[int, list[FactView]] = defaultdict(list)
    for view in views:
        at = bisect_right(starts, view.span.start) - 1
        if at >= 0 and view.span.start < items[at].span.end:
            found[at].append(view)
    for at, item in enumerate(items):
        yield Shown(item, places.get(item.eid or "", ""), tuple(found.get(at, ())))


def _kind_lists(views: Sequence[FactView]) -> tuple[KindList, ...]:
    return tuple(
        KindList(kind, label, total, tuple(view for view in views if view.kind == kind)[:PANEL])
        for kind, label, total in counts_of(views)
    )
