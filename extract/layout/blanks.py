"""A document whose numbers stand between blanks (到 2030 年底，新建水厂 3 座), as though it had none of them.

It is read in that form, so that no rule needs to think of them; `page_breaks.led_back` leads what was found to its
places in the document.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus import Document
from extract.layout.page_breaks import moved_block
from extract.layout.paragraphs import Paragraph
from extract.layout.seams import Unwrapped, without

_BLANK = re.compile(r"(?<=[一-鿿]) (?=[A-Za-z\d])|(?<=[A-Za-z\d%]) (?=[一-鿿])|(?<=\d) (?=%)")
"""A single blank between words and a number or Latin letters."""
_OF_DATE = re.compile(r"(?<=\d) (?=[年月日])|(?<=[年月第]) (?=\d)")
"""Such a blank inside a date or an ordinal, in lines that may be rows of a table as well."""
_CLOSE = re.compile(r"[一-鿿]\d|\d[一-鿿%]")
_FEWEST = 3
"""So many blanks make a text that is written with them, if they are as many as the numbers without."""
_PROSE = re.compile("[。;]")


def without_blanks(
    document: Document, folded: str, paragraphs: Sequence[Paragraph]
) -> tuple[Document, Unwrapped] | None:
    """`document` without the blanks around its numbers; None where it is not written with them.

    Args:
        document: as it was read.
        folded: its folded text.
        paragraphs: of the document.
    """
    if folded.count(" ") < _FEWEST:
        return None
    blanks = list(_blanks(folded, paragraphs))
    if len(blanks) < max(_FEWEST, sum(1 for _ in _CLOSE.finditer(folded))):
        return None
    closed = without(folded, blanks)
    blocks = tuple(block for block in (moved_block(block, closed) for block in document.blocks) if len(block.span))
    return replace(document, text=closed.of(document.text), blocks=blocks, problems=()), closed


def _blanks(folded: str, paragraphs: Sequence[Paragraph]) -> Iterator[tuple[int, int]]:
    """The blanks to leave out: in prose all, in other lines those inside dates; none in tables."""
    for paragraph in paragraphs:
        if paragraph.table is None:
            pattern = _BLANK if _PROSE.search(paragraph.text) else _OF_DATE
            start, end = paragraph.span.start, paragraph.span.end
            yield from (match.span() for match in pattern.finditer(folded, start, end))
