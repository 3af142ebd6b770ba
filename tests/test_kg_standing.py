"""What a document's page says of its validity is what lists and filters say."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from corpus.period import PartialDate
from corpus.store import DocumentFilter, Store, Validity
from kg.citations import standing_of
from kg.standing import follow
from tests.databases import OpenStore
from tests.kg_corpus import draft, measures_2019, measures_2025

TODAY = date(2026, 1, 1)


@pytest.fixture
def store(tmp_path: Path, open_store: OpenStore) -> Store:
    """An old rule and the one that repeals it, not yet joined."""
    store = open_store(tmp_path)
    store.put(measures_2019().analysis)
    return store


def test_a_repealed_document_is_expired_in_lists(store: Store) -> None:
    """The document that arrives changes the validity, and with it the revision, of the one that it repeals."""
    old = measures_2019().analysis.document.id
    follow(store, 0, TODAY)
    assert store.row(old).validity == Validity.UNSTATED
    seen = store.revision
    store.put(measures_2025().analysis)
    assert follow(store, seen, TODAY) == 1
    assert store.row(old).validity == standing_of(store, store.get(old), TODAY).validity == Validity.EXPIRED
    assert old in dict(store.changed_since(seen + 1))
    assert [row.id for row in store.documents(DocumentFilter(validity=("expired",))).items] == [old]


def test_nothing_changes_twice(store: Store) -> None:
    """Followed again, nothing changes and the revision stays."""
    store.put(measures_2025().analysis)
    follow(store, 0, TODAY)
    revision = store.revision
    assert (follow(store, 0, TODAY), store.revision) == (0, revision)


def test_a_last_day_passes(store: Store) -> None:
    """A document that states its last day is over on the day after it, though nothing was brought in."""
    store.put(draft("正文。\n", "试行办法", "2022", None, in_force_until=PartialDate(2026)).analysis)
    (row,) = store.documents(DocumentFilter(words="试行办法")).items
    follow(store, 0, TODAY)
    seen = store.revision
    for day, validity in ((date(2026, 12, 31), Validity.UNSTATED), (date(2027, 1, 1), Validity.EXPIRED)):
        follow(store, seen, day)
        assert store.row(row.id).validity == validity


def test_a_repeal_that_is_taken_back(store: Store) -> None:
    """A validity that nothing supports any more is taken back when the document is looked at again."""
    old = measures_2019().analysis.document.id
    follow(store, 0, TODAY)
    assert store.set_validity(old, Validity.EXPIRED)
    assert not store.set_validity(old, Validity.EXPIRED)
    follow(store, 0, TODAY)
    assert store.row(old).validity == Validity.UNSTATED
