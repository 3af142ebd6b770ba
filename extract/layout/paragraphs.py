"""The paragraphs of a document: its lines without page furniture, wrapped lines put together, flattened ones apart."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from corpus import BlockKind, Document, Span, Table
from extract.layout.printed_lines import Line, find_lines, put_together
from extract.layout.run_on_lines import taken_apart
from extract.lexicon import words


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, or a table.

    Attributes:
        span: its characters, without white space at the ends.
        text: the folded words at `span`; wrapped lines keep their line ends.
        kind: what its layout says.
        level: depth of a heading, where the file itself says it.
        table: the grid, for a table.
        breaks: what stands between two of its lines and is not of it: numbers of pages, running heads.
    """

    span: Span
    text: str
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int | None = None
    table: Table | None = None
    breaks: tuple[Span, ...] = ()


_PAGE_NUMBER = re.compile(
    r"""
    - [ ]? \d{1,4} [ ]? -              # - 12 -
    | · [ ]? \d{1,4} [ ]? ·            # ·12·
    | 第[ ]?\d{1,4}[ ]?页 (?: [ ]?[/,(]?[ ]?共[ ]?\d{1,4}[ ]?页[ ]?\)? )?   # 第3页 共12页
    | \d{1,4} [ ]? / [ ]? \d{1,4}      # 3/12
    """,
    re.VERBOSE,
)
_FURNITURE = re.compile("|".join(f"(?:{pattern})" for pattern in words("furniture", "pattern")))
_FURNITURE_LENGTH = 60
_HEAD = 10
"""Paragraphs that number and addressee may stand in."""
_FLATTENED = 700
"""Characters of a line that holds most of a text, so that its own line ends were lost."""
_ONE_LINE = 140
"""Characters of a text without any line end."""


def find_paragraphs(document: Document, folded: str) -> tuple[Paragraph, ...]:
    """The paragraphs and tables of `document` in reading order, page furniture left out."""
    lines = [line for line in find_lines(document, folded) if not _is_furniture(folded[line.start : line.end])]
    return tuple(_paragraphs(document, folded, put_together(document, folded, lines)))


def is_flattened(folded: str) -> bool:
    """Whether the line ends of a text were lost: few lines, and those far longer than a paragraph."""
    ends = folded.strip().count("\n")
    return len(folded) > (_FLATTENED if ends else _ONE_LINE) and ends * _FLATTENED < len(folded)


def _paragraphs(document: Document, folded: str, groups: Iterable[list[Line]]) -> Iterator[Paragraph]:
    """The groups as paragraphs, those that hold several taken apart."""
    loose = is_flattened(folded)
    for number, group in enumerate(groups):
        block = document.blocks[group[0].block]
        span = Span(group[0].start, group[-1].end)
        if block.table is not None:
            yield Paragraph(span, folded[span.start : span.end], BlockKind.TABLE, None, block.table)
            continue
        lost = loose or (len(span) > _FLATTENED and 2 * len(span) > len(folded))
        for part in taken_apart(folded, span, loose=lost, head=number < _HEAD):
            breaks = tuple(one for one in _breaks(folded, group) if part.contains(one))
            yield Paragraph(part, folded[part.start : part.end], block.kind, block.level, breaks=breaks)


def _breaks(folded: str, group: list[Line]) -> Iterator[Span]:
    """What stands between the lines of a paragraph, where it is more than line ends and blanks."""
    for last, line in pairwise(group):
        if line.start - last.end > 1 and folded[last.end : line.start].strip():
            yield Span(last.end, line.start)


def _is_furniture(line: str) -> bool:
    """Page numbers, share buttons, links of the site."""
    if len(line) > _FURNITURE_LENGTH:
        return False
    return _PAGE_NUMBER.fullmatch(line) is not None or _FURNITURE.fullmatch(line) is not None
