"""A document without what a new page puts between two lines of a paragraph: numbers of pages, running heads.

It is read in this form, as though it had been printed on one long page, and what was found is led back to the places
in the document itself: a value, a name or a sentence that a page cuts in two is whole.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import Any

from corpus import Analysis, Block, Citation, Document, Fact, Period, Span
from extract.layout.paragraphs import Paragraph
from extract.layout.seams import Unwrapped, joined, without

_PLAIN = (str, int, float, Period)
"""Values that hold no place."""


def without_page_breaks(
    document: Document, folded: str, paragraphs: Sequence[Paragraph]
) -> tuple[Document, Unwrapped] | None:
    """`document` with a line end where a page cuts a paragraph; None where none does.

    Args:
        document: as it was read.
        folded: its folded text.
        paragraphs: of the document.
    """
    breaks = [_behind_line_end(folded, span) for paragraph in paragraphs for span in paragraph.breaks]
    if not breaks:
        return None
    unwrapped = without(folded, breaks)
    kept = (moved_block(block, unwrapped) for block in document.blocks)
    blocks = tuple(block for block in kept if len(block.span))
    return replace(document, text=unwrapped.of(document.text), blocks=blocks, problems=()), unwrapped


def led_back(whole: Analysis, document: Document, unwrapped: Unwrapped) -> Analysis:
    """The analysis of a text without page breaks as one of the `document` it was made from, with the places there."""
    facts = (_as_written(fact, document, unwrapped) for fact in whole.facts)
    parts = (whole.metadata, whole.outline, whole.problems)
    metadata, outline, problems = (_each(part, lambda span: unwrapped.span(span.start, span.end)) for part in parts)
    return replace(
        whole,
        document=document,
        metadata=metadata,
        outline=outline,
        facts=tuple(facts),
        problems=(*document.problems, *problems),
    )


def _as_written(fact: Fact, document: Document, unwrapped: Unwrapped) -> Fact:
    """A fact at its places in `document`; a title that a page cuts in two is copied as it stands there."""
    moved: Fact = _each(fact, lambda span: unwrapped.span(span.start, span.end))
    if not isinstance(moved, Citation) or len(moved.span) == len(fact.span):
        return moved
    _, mark, words = moved.span.of(document.text).partition("《")
    return replace(moved, title=joined(words.rpartition("》")[0])) if mark and "》" in words else moved


def _behind_line_end(folded: str, span: Span) -> tuple[int, int]:
    """What is left out of the characters between two lines: all but the first line end."""
    end = folded.find("\n", span.start, span.end)
    ends_line = end >= 0 and not folded[span.start : end].strip()
    return (end + 1 if ends_line else span.start), span.end


def moved_block(block: Block, unwrapped: Unwrapped) -> Block:
    """A block, its table included, at its place in the text of `unwrapped`."""
    there: Block = _each(block, lambda span: Span(unwrapped.at(span.start), unwrapped.at(span.end)))
    return there


def _each(value: Any, place: Callable[[Span], Span]) -> Any:
    """A value with `place` done to every span that it holds."""
    if value is None or isinstance(value, _PLAIN):
        return value
    if isinstance(value, Span):
        return place(value)
    if isinstance(value, tuple):
        return tuple(_each(item, place) for item in value)
    if isinstance(value, dict):
        return {key: _each(item, place) for key, item in value.items()}
    moved = {}
    for name in _held(value.__class__):
        old = getattr(value, name)
        if (new := _each(old, place)) is not old:
            moved[name] = new
    return replace(value, **moved) if moved else value


@cache
def _held(kind: Hashable) -> tuple[str, ...]:
    """The fields of a record; none for what is no record."""
    return tuple(field.name for field in fields(kind)) if isinstance(kind, type) and is_dataclass(kind) else ()
