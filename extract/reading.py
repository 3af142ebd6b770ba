"""A document with the copy that rules are matched on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from corpus import Clause, Document, Metadata, Outline, PartialDate, Sentence, Span
from extract.layout.parts import Parts, find_parts
from extract.layout.seams import Unwrapped, unwrap
from extract.layout.task_tables import TaskRow, find_task_rows


@dataclass(frozen=True)
class Reading:
    """What every extractor takes; what several of them ask for is worked out once, and kept.

    Attributes:
        document: the document; spans and quotes refer to its text.
        folded: the text with punctuation and digits unified, one character for one, so that offsets agree.
        metadata: what it says of itself.
        outline: its sections and clauses.
        known_parts: its parts, where they are known already.
    """

    document: Document
    folded: str
    metadata: Metadata
    outline: Outline
    known_parts: Parts | None = None

    @property
    def as_of(self) -> PartialDate | None:
        """The date that relative words (去年, 目前) are read from."""
        return self.metadata.as_of

    @cached_property
    def parts(self) -> Parts:
        """Its paragraphs and flattened tables."""
        return self.known_parts or find_parts(self.document, self.folded)

    @cached_property
    def unwrapped(self) -> Unwrapped:
        """The folded text without the line ends inside its sentences."""
        return unwrap(self.folded, self.outline)

    @cached_property
    def task_rows(self) -> tuple[TaskRow, ...]:
        """The rows of its tables of tasks."""
        return tuple(find_task_rows(self.document, self.folded, self.parts))

    def squeezed(self, span: Span) -> str:
        """The folded words at a place, without white space."""
        return "".join(span.of(self.folded).split())

    def sentences(self) -> Iterator[tuple[Clause, Sentence]]:
        """Every sentence with its clause, in document order."""
        for clause in self.outline.clauses:
            for sentence in clause.sentences:
                yield clause, sentence
