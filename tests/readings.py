"""Readings of short texts for tests of the extractors."""

from __future__ import annotations

from corpus import Genre, Metadata, PartialDate
from extract.layout.flattened_tables import find_tables
from extract.layout.paragraphs import find_paragraphs
from extract.matching import fold
from extract.outline.headings import find_outline
from extract.reading import Reading
from tests.conftest import plain_document


def read_text(
    text: str,
    genre: Genre = Genre.PLAN,
    *,
    title: str | None = None,
    issuer: str | None = None,
    addressee: str | None = None,
    as_of: str | None = None,
    genre_word: str | None = None,
    proposal_title: str | None = None,
    proposal_number: str | None = None,
) -> Reading:
    """A plain text as extractors take it, with the metadata that the test gives."""
    document = plain_document(text)
    folded = fold(text)
    metadata = Metadata(
        title=title,
        genre=genre,
        genre_word=genre_word,
        issuer=issuer,
        addressee=addressee,
        proposal_title=proposal_title,
        proposal_number=proposal_number,
        written_on=PartialDate.parse(as_of) if as_of else None,
    )
    return Reading(document, folded, metadata, find_outline(document, folded))


def grids(text: str) -> list[list[list[str]]]:
    """The words of the cells of each table found; holes are empty, line ends are left out."""
    found = find_tables(find_paragraphs(plain_document(text), fold(text)))
    return [
        [[cell.span.of(text).replace("\n", "") if cell else "" for cell in row] for row in flat.table.grid()]
        for flat in found
    ]
