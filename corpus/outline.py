"""The structure of a document: sections, the clauses in them, and sentences."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from corpus.span import Span


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and all that stands under it.

    Attributes:
        eid: structural id in Akoma Ntoso's manner, e.g. `sec_1__sec_2`; stable while the structure is.
        level: 1 = 一、 (and 编, 章) · 2 = （一） · 3 = 1. and 专栏N · 4 = —— lead-ins and numbered items of a 专栏.
        label: the ordinal as written, e.g. `（一）`.
        title: the heading's words without the label.
        heading: where label and title stand.
        span: from the heading's first character to the end of the last thing under it.
        parent: eid of the section around it.
    """

    eid: str
    level: int
    label: str
    title: str
    heading: Span
    span: Span
    parent: str | None = None


@dataclass(frozen=True, slots=True)
class Clause:
    """The smallest numbered or plain paragraph (or table row): what a link points at and a search finds.

    Attributes:
        eid: structural id, unique in the document, e.g. `sec_1__sec_2__p_1`, `tbl_1__row_3`.
        span: its characters, without white space at the ends; a run-in heading belongs to its clause.
        section: eid of the section it stands in; None before the first heading.
        sentences: in order, inside the span.
    """

    eid: str
    span: Span
    section: str | None
    sentences: tuple[Sentence, ...] = ()


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its closing mark; the unit of classification."""

    span: Span


@dataclass(frozen=True, slots=True)
class Outline:
    """Sections and clauses of one document, each in document order."""

    sections: tuple[Section, ...]
    clauses: tuple[Clause, ...]

    def clause_at(self, offset: int) -> Clause | None:
        """The clause that holds the character at `offset`; None between clauses."""
        at = bisect_right(self.clauses, offset, key=lambda clause: clause.span.start) - 1
        if at >= 0 and offset < self.clauses[at].span.end:
            return self.clauses[at]
        return None

    def section(self, eid: str | None) -> Section | None:
        """The section with this id."""
        return next((section for section in self.sections if section.eid == eid), None)

    def path(self, eid: str | None) -> tuple[Section, ...]:
        """The sections from the outermost down to the one with this id; empty for None."""
        by_eid = {section.eid: section for section in self.sections}
        steps: list[Section] = []
        at = by_eid.get(eid) if eid else None
        while at is not None:
            steps.append(at)
            at = by_eid.get(at.parent) if at.parent else None
        return tuple(reversed(steps))

    def sections_at(self, offset: int) -> tuple[Section, ...]:
        """The sections around the character at `offset`, outermost first."""
        return tuple(section for section in self.sections if section.span.start <= offset < section.span.end)
