"""What stands around a found clause in its document: the heads of its table, the list that it leads in."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from search.engine import Entry, Filters, Match, SearchEngine
from search.query import Not, Phrase, Query

MOST_ENTRIES = 3000
"""Entries of a document that are looked through."""
MOST_ITEMS = 12
"""Items of a list that are shown."""
_HEADER_ROWS = 2
_ROW = re.compile(r"^(?P<table>.*tbl_\d+)__row_(?P<row>\d+)$")
_LEADS_IN = re.compile(r"[:：]\s*$|(?:如下|以下).{0,12}$")
_EVERYTHING = Query("", Not(Phrase("\x03")))


def document_entries(engine: SearchEngine, document: str, filters: Filters) -> tuple[Entry, ...]:
    """The entries of a document in the order of its text."""
    narrowed = replace(filters, documents=(document,))
    page = engine.search(_EVERYTHING, narrowed, limit=MOST_ENTRIES, match=Match.ALL, facets=False, expand=False)
    return tuple(sorted((hit.entry for hit in page.hits), key=lambda entry: entry.start))


def table_of(clause: str) -> str | None:
    """The table that a clause is a row of; None where it is none."""
    match = _ROW.match(clause)
    return match["table"] if match else None


def headers(entries: Iterable[Entry]) -> dict[str, Entry]:
    """Each table of a document to the first row of it."""
    found: dict[str, Entry] = {}
    for entry in entries:
        match = _ROW.match(entry.clause)
        if match and int(match["row"]) <= _HEADER_ROWS:
            found.setdefault(match["table"], entry)
    return found


def leads_in(quote: str) -> bool:
    """Whether a sentence announces a list."""
    return _LEADS_IN.search(quote) is not None


def items_after(entry: Entry, entries: tuple[Entry, ...], *, is_heading: bool) -> tuple[Entry, ...]:
    """The entries that a heading or a lead-in announces: those under the heading, or those alike behind the lead-in."""
    at = next((place for place, other in enumerate(entries) if other.start == entry.start), None)
    if at is None:
        return ()
    out: list[Entry] = []
    for other in entries[at + 1 :]:
        alike = not out or _kind(other) == _kind(out[0])
        if not alike or not _belongs(other, entry, is_heading=is_heading) or len(out) == MOST_ITEMS:
            break
        out.append(other)
    return tuple(out)


def lead_in_of(entry: Entry, entries: tuple[Entry, ...]) -> Entry | None:
    """The entry that announces the list of which one is an item; None where it is no item of an announced list."""
    at = next((place for place, other in enumerate(entries) if other.start == entry.start), 0)
    before = (other for other in reversed(entries[max(at - MOST_ITEMS, 0) : at]) if _kind(other) != _kind(entry))
    lead = next(before, None)
    if lead is None or not leads_in(lead.text) or not entry.heading.startswith(lead.heading):
        return None
    return lead


def _kind(entry: Entry) -> str:
    """The place of a clause in its document without its numbers: items of one list have the same."""
    return re.sub(r"\d+", "", entry.clause)


def _belongs(other: Entry, entry: Entry, *, is_heading: bool) -> bool:
    if is_heading:
        return bool(entry.clause) and other.clause.startswith(f"{entry.clause}__")
    return other.heading.startswith(entry.heading) and _ITEM.match(other.text.lstrip()) is not None


_ITEM = re.compile(r"[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,3}|[①-⑳])[)）.、．]|[-—●·•]")
