"""A question's answer: sentences of the documents with their sources, or a refusal that states the corpus' bounds.

Nothing is written that does not stand in a clause: an answer is one or more sentences copied from the documents, each
with its citation. What cannot be answered so is refused, with the reason and the nearest passages.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from corpus import Validity
from corpus.store import Bounds
from search.engine import Filters, Hit, SearchEngine


class Strength(StrEnum):
    """How far an answer can be relied on; the words shown for it are 直接依据, 部分依据, 未找到."""

    DIRECT = "direct"
    PARTIAL = "partial"
    NONE = "none"


class Refusal(StrEnum):
    """Why a question is not answered."""

    NOT_FOUND = "not_found"
    PERSONAL_CASE = "personal_case"
    OUT_OF_SCOPE = "out_of_scope"
    TOO_SHORT = "too_short"


@dataclass(frozen=True, slots=True)
class Basis:
    """One source of an answer.

    Attributes:
        document: id of the document.
        title: its title.
        clause: eid of the clause.
        heading: headings around the clause, joined by ` > `.
        quote: the sentence as it stands in the document.
        start: offset of the quote in the document's text.
        role: what kind of statement it is, e.g. `commitment`, `quoted`; `text` where none was found there.
        issuer, doc_number, written_on, validity: of the document.
    """

    document: str
    title: str
    clause: str
    heading: str
    quote: str
    start: int
    role: str = "text"
    issuer: str | None = None
    doc_number: str | None = None
    written_on: str | None = None
    validity: Validity = Validity.UNSTATED


@dataclass(frozen=True, slots=True)
class Answer:
    """What the documents say to a question.

    Attributes:
        question: as asked.
        refused: nothing in the documents answers it.
        refusal: why, for programs.
        reason: why, as a Chinese sentence for people; None for an answer.
        text: the answer's sentences, each followed by its number in brackets; empty for a refusal.
        bases: the sources, in the order of their numbers.
        strength: how far it can be relied on.
        missing: what of the question was not found, e.g. `2024年`.
        nearest: passages that are near but do not answer.
        notes: Chinese sentences on the sources, e.g. that two of them differ.
    """

    question: str
    refused: bool
    refusal: Refusal | None = None
    reason: str | None = None
    text: str = ""
    bases: tuple[Basis, ...] = ()
    strength: Strength = Strength.NONE
    missing: tuple[str, ...] = ()
    nearest: tuple[Hit, ...] = ()
    notes: tuple[str, ...] = ()

    def form(self) -> dict[str, Any]:
        """The stable JSON form."""
        return {
            "question": self.question,
            "refused": self.refused,
            "reason": self.reason,
            "answer": self.text or None,
            "citations": [
                {
                    "document": basis.document,
                    "title": basis.title,
                    "clause": basis.clause,
                    "quote": basis.quote,
                    "role": basis.role,
                }
                for basis in self.bases
            ],
            "confidence": self.strength.value,
            "notes": list(self.notes),
        }


def answer(
    question: str, engine: SearchEngine, bounds: Bounds, filters: Filters = Filters(), *, contact: str = ""
) -> Answer:
    """The answer that the documents give.

    Args:
        question: in plain words.
        engine: where to look.
        bounds: of the corpus, named in a refusal.
        filters: what to narrow to.
        contact: whom to ask instead, named in a refusal where given.
    """
    from search.answering import answer_question

    return answer_question(question, engine, bounds, filters, contact)
