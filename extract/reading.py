"""A document with the copy that rules are matched on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from corpus import Clause, Document, Metadata, Outline, PartialDate, Sentence
from extract.paragraphs import Paragraph


@dataclass(frozen=True, slots=True)
class Reading:
    """What every extractor takes.

    Attributes:
        document: the document; spans and quotes refer to its text.
        folded: the text with punctuation and digits unified, one character for one, so that offsets agree.
        metadata: what it says of itself.
        outline: its sections and clauses.
        paragraphs: its paragraphs, where they are known already.
    """

    document: Document
    folded: str
    metadata: Metadata
    outline: Outline
    paragraphs: tuple[Paragraph, ...] | None = None

    @property
    def as_of(self) -> PartialDate | None:
        """The date that relative words (去年, 目前) are read from."""
        return self.metadata.as_of

    def sentences(self) -> Iterator[tuple[Clause, Sentence]]:
        """Every sentence with its clause, in document order."""
        for clause in self.outline.clauses:
            for sentence in clause.sentences:
                yield clause, sentence
