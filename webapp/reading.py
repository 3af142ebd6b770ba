"""What the public may read of the store: public documents, with personal data hidden at equal length.

An internal document is answered exactly as one that does not exist.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from corpus import Analysis
from corpus.errors import NotFoundError
from corpus.masking import mask
from corpus.store import CommitmentRow, DocumentRow, Store, Visibility
from kg.evaluation import plans_named

KEPT = 24
"""Analyses kept in memory, so that paging through one document does not read it each time."""


def public_row(store: Store, document: str) -> DocumentRow:
    """A public document without its text.

    Raises:
        NotFoundError: if there is none with this id.
    """
    row = store.row(document)
    if row.visibility != Visibility.PUBLIC:
        raise NotFoundError("库中没有这个文件。")
    return row


def public_analysis(store: Store, document: str) -> Analysis:
    """A public document with all that is known of it; its text is masked, so every quote is.

    Raises:
        NotFoundError: if there is none with this id.
    """
    return _public(store, document)[0]


def hides_personal_data(store: Store, document: str) -> bool:
    """Whether a public document holds personal data, so that its original may not be handed out as it is.

    Raises:
        NotFoundError: if there is none with this id.
    """
    return _public(store, document)[1]


@dataclass(frozen=True, slots=True)
class Named:
    """What was typed to name a document.

    Attributes:
        typed: the words; the title, once it is known which document is meant.
        row: the document; None where none or several are meant.
        wrong: what is wrong with what was typed; empty where nothing is.
        candidates: the documents that may be meant.
    """

    typed: str
    row: DocumentRow | None = None
    wrong: str = ""
    candidates: tuple[DocumentRow, ...] = ()


def document_named(store: Store, typed: str) -> Named:
    """The public document that is meant by an id or words of its title."""
    found = plans_named(store, typed) if typed else ()
    if len(found) == 1:
        return Named(found[0].title, found[0])
    if not found:
        return Named(typed, wrong=f"库中没有题名含“{typed}”的文件。" if typed else "")
    return Named(typed, None, f"题名含“{typed}”的文件有{len(found)}件，请选择：", found)


def public_commitment(store: Store, key: str) -> CommitmentRow:
    """A commitment of a public document.

    Raises:
        NotFoundError: if there is none with this id.
    """
    row = store.commitment(key)
    public_row(store, row.document)
    return replace(row, quote=mask(row.quote))


def _public(store: Store, document: str) -> tuple[Analysis, bool]:
    row = public_row(store, document)
    return _masked_analysis(store, document, row.revision)


@lru_cache(maxsize=KEPT)
def _masked_analysis(store: Store, document: str, revision: int) -> tuple[Analysis, bool]:
    """The masked analysis and whether anything is hidden in it.

    The revision is part of the key that it is kept under.
    """
    _ = revision
    analysis = store.get(document)
    text = mask(analysis.document.text)
    return replace(analysis, document=replace(analysis.document, text=text)), text != analysis.document.text
