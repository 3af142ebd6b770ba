"""What the public may read of the store: public documents, with personal data hidden at equal length.

An internal document is answered exactly as one that does not exist.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from corpus import Analysis
from corpus.errors import NotFoundError, ZhengnuoError
from corpus.masking import mask
from corpus.store import CommitmentRow, DocumentRow, Store, Visibility
from kg.evaluation import plan_named

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
    row = public_row(store, document)
    return _masked_analysis(store, document, row.revision)


def document_named(store: Store, typed: str) -> tuple[DocumentRow | None, str]:
    """The public document that was typed, by id or words of its title, and what is wrong with what was typed."""
    if not typed:
        return None, ""
    try:
        return plan_named(store, typed), ""
    except ZhengnuoError as error:
        return None, str(error)


def public_commitment(store: Store, key: str) -> CommitmentRow:
    """A commitment of a public document.

    Raises:
        NotFoundError: if there is none with this id.
    """
    row = store.commitment(key)
    public_row(store, row.document)
    return replace(row, quote=mask(row.quote))


@lru_cache(maxsize=KEPT)
def _masked_analysis(store: Store, document: str, revision: int) -> Analysis:
    """The masked analysis as of a revision, which is part of the key that it is kept under."""
    _ = revision
    analysis = store.get(document)
    return replace(analysis, document=replace(analysis.document, text=mask(analysis.document.text)))
