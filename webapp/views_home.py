"""What the home page says of the corpus."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from corpus.store import DocumentRow
from kg.ledger import LedgerRow
from webapp.labels import GENRES
from webapp.wording import date_text


@dataclass(frozen=True, slots=True)
class Holdings:
    """How many documents there are of each kind and year.

    Attributes:
        years: newest first.
        rows: kind, its word, one count a year, and the count of all years and of documents without a date.
    """

    years: tuple[int, ...]
    rows: tuple[tuple[str, str, tuple[int, ...], int], ...]


@dataclass(frozen=True, slots=True)
class Example:
    """Something to try: what is shown, and where it leads."""

    text: str
    address: str


def examples(rows: Sequence[DocumentRow], series: Sequence[LedgerRow]) -> tuple[Example, ...]:
    """A word, a number of a document, a number of a proposal, a question; each from what the corpus holds."""
    found = []
    if series:
        found.append(Example(series[0].name, f"/search?{urlencode({'q': series[0].name})}"))
    if numbered := next((row.doc_number for row in rows if row.doc_number), None):
        found.append(Example(numbered, f"/search?{urlencode({'q': numbered})}"))
    if proposal := next((row.proposal_number for row in rows if row.proposal_number), None):
        found.append(Example(f"第{proposal}号提案", f"/search?{urlencode({'q': proposal})}"))
    if target := next((row for row in series if row.target and row.target.at), None):
        question = f"{date_text(target.target.at if target.target else None)}{target.name}目标是多少？"
        found.append(Example(question, f"/ask?{urlencode({'q': question})}"))
    return tuple(found)


def holdings(
    years: Sequence[tuple[int, Sequence[tuple[Any, int]]]], kinds: Sequence[tuple[Any, int]], most: int = 6
) -> Holdings:
    """The table of kinds by years.

    Args:
        years: each year with its kinds and their counts.
        kinds: each kind with the count of all its documents, whatever their year.
        most: how many years, the newest.
    """
    counts = {year: dict(each) for year, each in sorted(years, reverse=True)[:most]}
    held = dict(kinds)
    rows = tuple(
        (genre, word, tuple(each.get(genre, 0) for each in counts.values()), held[genre])
        for genre, word in GENRES.items()
        if held.get(genre)
    )
    return Holdings(tuple(counts), rows)
