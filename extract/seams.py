"""A text without the line ends inside its paragraphs, for names and words that a line end cuts in two.

The paragraphs (clauses) of a document that was printed to lines hold line ends inside words: 行业协⏎会. What is found
in the text without them is led back to its place in the document.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from corpus import Outline, Span

_SEAM = re.compile(r"[ \t]*\n\s*")


@dataclass(frozen=True, slots=True)
class Unwrapped:
    """A text without inner line ends.

    Attributes:
        text: what is left.
        origins: the offset in the document of each of its characters, and of its end; None where nothing was taken out.
    """

    text: str
    origins: array[int] | None = None

    def at(self, offset: int) -> int:
        """Where the character at `offset` of the document stands in `text`."""
        return offset if self.origins is None else bisect_left(self.origins, offset)

    def span(self, start: int, end: int) -> Span:
        """The place in the document of `text[start:end]`."""
        if self.origins is None or end <= start:
            return Span(start, end) if self.origins is None else Span(self.origins[start], self.origins[start])
        return Span(self.origins[start], self.origins[end - 1] + 1)


def unwrap(folded: str, outline: Outline) -> Unwrapped:
    """`folded` without the line ends inside the sentences of `outline`."""
    seams = list(_seams(folded, outline))
    if not seams:
        return Unwrapped(folded)
    parts: list[str] = []
    origins = array("l")
    at = 0
    for start, end in [*seams, (len(folded), len(folded))]:
        parts.append(folded[at:start])
        origins.extend(range(at, start))
        at = end
    origins.append(len(folded))
    return Unwrapped("".join(parts), origins)


def _seams(folded: str, outline: Outline) -> Iterator[tuple[int, int]]:
    """The line ends inside sentences, with the blanks around them."""
    for clause in outline.clauses:
        if clause.eid.startswith("tbl_") or folded.find("\n", clause.span.start, clause.span.end) < 0:
            continue
        for sentence in clause.sentences:
            for match in _SEAM.finditer(folded, sentence.span.start, sentence.span.end):
                yield match.span()
