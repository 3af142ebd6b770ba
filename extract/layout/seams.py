"""A text without the line ends inside its paragraphs, for names and words that a line end cuts in two.

The paragraphs (clauses) of a document that was printed to lines hold line ends inside words: 行业协⏎会, and numbers of
pages. What is found in the text without them is led back to its place in the document.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from corpus import Block, BlockKind, Document, Outline, Span
from extract.layout.paragraphs import Paragraph

_PAGE_NUMBER = r"(?:\d{1,3}|-[ ]?\d{1,4}[ ]?-|·[ ]?\d{1,4}[ ]?·)[ \t]*\n\s*"
"""The number of a page on its line, between lines of a paragraph that goes on behind it."""
_SEAM = re.compile(rf"[ \t]*\n\s*(?:{_PAGE_NUMBER})?")
_PAGE = re.compile(rf"\n\s*{_PAGE_NUMBER}")


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

    def of(self, text: str) -> str:
        """What is left of a text of the same length as the one that was unwrapped."""
        return text if self.origins is None else "".join(text[at] for at in self.origins[:-1])


def joined(words: str) -> str:
    """Words that line ends cut in two, put together; those that hold the number of a page stay as they are written."""
    return words.strip() if _PAGE.search(words) else _SEAM.sub("", words).strip()


def unwrap(folded: str, outline: Outline) -> Unwrapped:
    """`folded` without the line ends inside the sentences of `outline`."""
    return without(folded, list(_seams(folded, outline)))


def unwrap_document(document: Document, folded: str, paragraphs: Sequence[Paragraph]) -> tuple[Document, Unwrapped]:
    """`document` without the line ends inside its paragraphs, each of them a block of its own.

    Tables come without their grids: what is read is what a document says of itself.
    """
    broken = (one.span for one in paragraphs if one.table is None and "\n" in one.text)
    seams = [seam.span() for span in broken for seam in _SEAM.finditer(folded, span.start, span.end)]
    unwrapped = without(folded, seams)
    if not seams:
        return document, unwrapped
    blocks: list[Block] = []
    at = 0
    for paragraph in paragraphs:
        start, end = unwrapped.at(paragraph.span.start), unwrapped.at(paragraph.span.end)
        if start > at:
            blocks.append(Block(BlockKind.FURNITURE, Span(at, start)))
        blocks.append(Block(paragraph.kind, Span(start, end), level=paragraph.level))
        at = end
    blocks.append(Block(BlockKind.FURNITURE, Span(at, len(unwrapped.text))))
    return replace(document, text=unwrapped.of(document.text), blocks=tuple(blocks)), unwrapped


def without(folded: str, seams: Sequence[tuple[int, int]]) -> Unwrapped:
    """`folded` without the characters of `seams`."""
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
