"""A quote with what stands around it."""

from __future__ import annotations

from dataclasses import dataclass

from corpus import Analysis, Span

NEAR = 160
"""Characters shown on either side where the clause has no sentences."""


@dataclass(frozen=True, slots=True)
class Context:
    """A quote, the sentence before and the sentence after it, and the headings it stands under."""

    before: str
    quote: str
    after: str
    headings: tuple[str, ...]


def context_of(analysis: Analysis, span: Span) -> Context:
    """The quote at `span` with one sentence before and one after, as far as its clause has them."""
    text = analysis.document.text
    clause = analysis.outline.clause_at(span.start)
    within = clause.span if clause else Span(max(0, span.start - NEAR), min(len(text), span.end + NEAR))
    sentences = [sentence.span for sentence in clause.sentences] if clause else []
    before = max((item for item in sentences if item.end <= span.start), default=None)
    after = min((item for item in sentences if item.start >= span.end), default=None)
    start = before.start if before else max(within.start, span.start - NEAR)
    end = after.end if after else min(max(within.end, span.end), span.end + NEAR)
    headings = analysis.outline.path(clause.section if clause else None)
    return Context(
        text[start : span.start].strip(),
        span.of(text),
        text[span.end : end].strip(),
        tuple(f"{section.label}{section.title}" for section in headings),
    )
