"""A `Document` becomes an `Analysis`: metadata, outline, and facts with the places they were found at.

Matching runs on a folded copy of equal length (`matching.fold`); rules are rows of `lexicon/*.tsv`; an extractor is a
function from a `Reading` (and what other extractors found) to facts. `analyse` is their composition, top to bottom.
"""

from __future__ import annotations

from collections.abc import Callable
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
from extract.layout.parts import find_parts
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


def analyse(document: Document, leave_out: frozenset[str] = frozenset(), timer: Timer | None = None) -> Analysis:
    """Everything that can be said of one document; strange input gives problems, never an exception.

    Args:
        document: what a reader saw.
        leave_out: names of `EXTRACTORS` that find nothing, to see what the others owe them.
        timer: is told how long each step took.
    """

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
    if closed := without_blanks(document, folded, parts.paragraphs):
        return led_back(analyse(closed[0], leave_out, timer), document, closed[1])
    if paged := without_page_breaks(document, folded, parts.paragraphs):
        return led_back(analyse(paged[0], leave_out, timer), document, paged[1])
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
