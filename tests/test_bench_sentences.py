"""The labels of sentences that the bench counts by can be what they say."""

from __future__ import annotations

from bench.sentences import labels


def test_each_sentence_has_one_label_and_each_text_one_row() -> None:
    """A number under two kinds, or a text named twice, would be counted twice."""
    rows = labels()
    assert len({(row.corpus, row.id) for row in rows}) == len(rows) > 100
    for row in rows:
        numbers = [number for of_kind in row.numbers.values() for number in of_kind]
        assert len(set(numbers)) == len(numbers)
        assert all(number > 0 for number in numbers)


def test_some_texts_are_kept_apart() -> None:
    """Without them nothing tells how rules hold on texts that nobody read."""
    assert {row.kind for row in labels() if not row.read} == {"briefings", "letters", "news"}
