"""Sentences of a found clause, each with what stands around it, in the form that words are looked for in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from search.engine import Entry, Hit
from search.folding import fold, squeeze

LONGEST_ROW = 200
"""Characters of the longest row of a table that is taken as one statement."""
SHORTEST = 4
"""Characters of the shortest sentence."""

_SENTENCE = re.compile(r"[^。！？；!?;\n]+[。！？；!?;]?[”’」』）)]*")
_TITLE = re.compile(r"《[^《》]*(?:《[^《》]*》[^《》]*)*》")
_PART = re.compile(r"(?:^|__)(?:p|row|item)_\d+$|^$")  # a clause that is no heading, or text outside the outline
_ATTACHED = re.compile(r"^附件|\.(?:docx?|pdf|xlsx?|wps|rar|zip)$")
_ROW = re.compile(r"__row_\d+$")


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence, or a row of a table, that may answer.

    Attributes:
        hit: its clause.
        quote: the sentence as it stands there.
        start: its offset in the document's text.
        own, before, clause, heading, title: the sentence, what its clause says before it, the whole clause, its
            headings, and title, body and place of its document; squeezed.
        stated: the sentence without the titles of documents that it names, unless that is all it is.
        header: the first row of the table that it is a row of.
        is_row: it is a row of a table.
        is_heading: it is a heading or the title of its document.
    """

    hit: Hit
    quote: str
    start: int
    own: str
    before: str
    clause: str
    heading: str
    title: str
    stated: str
    header: str
    is_row: bool
    is_heading: bool

    @property
    def entry(self) -> Entry:
        """Its clause."""
        return self.hit.entry


def passages(hit: Hit, header: str = "") -> Iterator[Passage]:
    """The sentences of a clause in their order; a row of a table is one.

    Args:
        hit: the clause.
        header: the first row of the table that the clause is a row of.
    """
    entry = hit.entry
    is_row = _ROW.search(entry.clause) is not None and len(entry.text) <= LONGEST_ROW
    clause, heading = squeeze(entry.text), squeeze(entry.heading)
    title = squeeze(f"{entry.title} {entry.issuer or ''} {entry.region or ''} {entry.doc_number or ''}")
    for start, quote in [(0, entry.text)] if is_row else _sentences(entry.text):
        before, own = squeeze(entry.text[:start]), squeeze(quote)
        is_heading = _PART.search(entry.clause) is None or own in title
        stated = own if is_heading else squeeze(_TITLE.sub("", quote))
        yield Passage(
            hit=hit,
            quote=quote,
            start=entry.start + start,
            own=own,
            before=before,
            clause=clause,
            heading=heading,
            title=title,
            stated=stated,
            header=squeeze(header),
            is_row=is_row,
            is_heading=is_heading,
        )


def _sentences(text: str) -> Iterator[tuple[int, str]]:
    """Start and words of each sentence, without white space at its ends; semicolons within brackets do not end one."""
    for match in _SENTENCE.finditer(text):
        quote = match.group().strip()
        if len(quote) >= SHORTEST:
            yield match.start() + match.group().index(quote), quote


def is_attachment(quote: str) -> bool:
    """Whether a piece of text only names a file beside the document."""
    return _ATTACHED.search(quote) is not None


def numbers_in(text: str) -> tuple[str, ...]:
    """The numbers in a text, as written, each once."""
    return tuple(dict.fromkeys(re.findall(r"\d+(?:\.\d+)?", fold(text))))
