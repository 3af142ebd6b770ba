"""A `Document` becomes an `Analysis`: metadata, outline, and facts with the places they were found at.

Matching runs on a folded copy of equal length (`matching.fold`); rules are rows of `lexicon/*.tsv`; an extractor is a
function from a `Reading` (and what other extractors found) to facts. `analyse` is their composition, top to bottom.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from time import perf_counter
from typing import Any

from corpus import Analysis, Document
from corpus.fingerprint import fingerprint
from extract.bodies.acting_bodies import follow_actors
from extract.bodies.departments import find_organizations
from extract.citations.find import find_citations
from extract.indicators.find import find_indicators
from extract.indicators.stances import follow_statements
from extract.layout.blanks import without_blanks
from extract.layout.genre import as_filed
from extract.layout.half_width_stops import with_full_stops
from extract.layout.page_breaks import led_back, without_page_breaks
from extract.layout.parts import Parts, find_parts
from extract.layout.seams import Unwrapped, unwrap_document
from extract.matching import fold
from extract.metadata.find import find_metadata
from extract.outline.headings import find_outline
from extract.reading import Reading
from extract.statements.find import find_statements
from extract.statements.requests import is_request
from extract.times.dates import find_times


def rules() -> str:
    """Version of the rules; a document whose stored analysis has another one is analysed again."""
    return fingerprint("extract")


EXTRACTORS = ("times", "organizations", "indicators", "statements", "citations")
"""Names of the extractors, for ablation and for shares of time."""

Timer = Callable[[str, float], None]
"""Is told the name of a step and the seconds that it took."""


_REWRITES = 4
"""So often a text is written anew without what parts its words: blanks, page breaks, line ends."""


def analyse(document: Document, leave_out: frozenset[str] = frozenset(), timer: Timer | None = None) -> Analysis:
    """Everything that can be said of one document; strange input gives problems, never an exception.

    Args:
        document: what a reader saw.
        leave_out: names of `EXTRACTORS` that find nothing, to see what the others owe them.
        timer: is told how long each step took.
    """
    return _analyse(document, leave_out, timer, _REWRITES)


def _as_one_line(document: Document, folded: str, parts: Parts) -> tuple[Document, Unwrapped] | None:
    """The document without blanks around its numbers, page breaks or line ends amid its words; None without any."""
    closed = without_blanks(document, folded, parts.paragraphs)
    if found := closed or without_page_breaks(document, folded, parts.paragraphs):
        return found
    if any(block.table for block in document.blocks):
        return None
    whole, unwrapped = unwrap_document(document, folded, parts.paragraphs)
    return (replace(whole, problems=()), unwrapped) if whole is not document else None


def _analyse(document: Document, leave_out: frozenset[str], timer: Timer | None, rewrites: int) -> Analysis:
    """The analysis of a document that may be written anew so often."""

    def step(name: str, find: Callable[[], Any], nothing: Any = None) -> Any:
        if name in leave_out:
            return nothing
        start = perf_counter()
        found = find()
        if timer:
            timer(name, perf_counter() - start)
        return found

    folded = with_full_stops(fold(document.text))
    parts = step("parts", lambda: find_parts(document, folded))
    if written := _as_one_line(document, folded, parts) if rewrites else None:
        return led_back(_analyse(written[0], leave_out, timer, rewrites - 1), document, written[1])
    metadata, problems = step("metadata", lambda: find_metadata(document, folded, parts))
    outline = step("outline", lambda: find_outline(document, folded, parts))
    reading = Reading(document, folded, metadata, outline, parts)
    times = step("times", lambda: find_times(reading), ())
    organizations, mentions = step("organizations", lambda: find_organizations(reading), ((), ()))
    indicators = step("indicators", lambda: find_indicators(reading, times), ())
    statements = step("statements", lambda: find_statements(reading, times, mentions, indicators), ())
    indicators = follow_statements(indicators, statements)
    organizations, mentions = follow_actors(reading, organizations, mentions, statements)
    citations = step("citations", lambda: find_citations(reading, mentions), ())
    stated = (one for one in statements if not is_request(one))
    facts = sorted(
        (*stated, *indicators, *times, *mentions, *citations),
        key=lambda fact: (fact.span.start, -fact.span.end),
    )
    return Analysis(
        document=document,
        metadata=as_filed(metadata),
        outline=outline,
        organizations=organizations,
        facts=tuple(facts),
        problems=(*document.problems, *problems),
        rules=rules(),
    )
