"""What a document is: the frozen records that every other package speaks in.

A file that arrived is a `Source`; what a reader saw of it is a `Document`, whose blocks tile its text exactly;
its structure is an `Outline`; what was found in it are `Fact`s, each with the `Span` it was found at; all of it
together is an `Analysis`, which `corpus.store` keeps. Text is never changed: `span.of(document.text)` is the quote.

The model imports the standard library alone; only `corpus.store` knows a database.
"""

from corpus.analysis import Analysis, Genre, Metadata
from corpus.document import Block, BlockKind, Cell, Document, Source, Table
from corpus.errors import Problem, ZhengnuoError
from corpus.facts import (
    Achievement,
    Actor,
    Citation,
    Commitment,
    Comparison,
    Fact,
    Indicator,
    IndicatorKind,
    OrganizationMention,
    QuotedDuty,
    Relation,
    Statement,
    TimeMention,
    TimeRole,
)
from corpus.number import DocumentNumber, ProposalNumber
from corpus.organization import Organization, Role
from corpus.outline import Clause, Outline, Section, Sentence
from corpus.period import PartialDate, Period
from corpus.span import Span
from corpus.validity import Validity, Visibility

__all__ = [
    "Achievement",
    "Actor",
    "Analysis",
    "Block",
    "BlockKind",
    "Cell",
    "Citation",
    "Clause",
    "Commitment",
    "Comparison",
    "Document",
    "DocumentNumber",
    "Fact",
    "Genre",
    "Indicator",
    "IndicatorKind",
    "Metadata",
    "Organization",
    "OrganizationMention",
    "Outline",
    "PartialDate",
    "Period",
    "Problem",
    "ProposalNumber",
    "QuotedDuty",
    "Relation",
    "Role",
    "Section",
    "Sentence",
    "Source",
    "Span",
    "Statement",
    "Table",
    "TimeMention",
    "TimeRole",
    "Validity",
    "Visibility",
    "ZhengnuoError",
]
