"""A `Document` becomes an `Analysis`: metadata, outline, and facts with the places they were found at.

Matching runs on a folded copy of equal length (`matching.fold`); rules are rows of `lexicon/*.tsv`; an extractor is a
function from a `Reading` (and what other extractors found) to facts. `analyse` is their composition, top to bottom.
"""

from __future__ import annotations

from corpus import Analysis, Document
from extract.citations import find_citations
from extract.dates import find_times
from extract.departments import find_organizations
from extract.headings import find_outline
from extract.indicators import find_indicators
from extract.matching import fold
from extract.metadata import find_metadata
from extract.reading import Reading
from extract.statements import find_statements

RULES = "1"
"""Version of the rules; a document whose stored analysis has another one is analysed again."""


def analyse(document: Document) -> Analysis:
    """Everything that can be said of one document; strange input gives problems, never an exception."""
    folded = fold(document.text)
    metadata, problems = find_metadata(document, folded)
    outline = find_outline(document, folded)
    reading = Reading(document, folded, metadata, outline)
    times = find_times(reading)
    organizations, mentions = find_organizations(reading)
    indicators = find_indicators(reading, times)
    statements = find_statements(reading, times, mentions, indicators)
    citations = find_citations(reading, mentions)
    facts = sorted(
        (*statements, *indicators, *times, *mentions, *citations),
        key=lambda fact: (fact.span.start, -fact.span.end),
    )
    return Analysis(
        document=document,
        metadata=metadata,
        outline=outline,
        organizations=organizations,
        facts=tuple(facts),
        problems=(*document.problems, *problems),
        rules=RULES,
    )
