"""Spans: half-open places in a text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus import Span
from tests.strategies import spans

TEXT = "到2026年底，建成助餐点4500个。"


@pytest.mark.parametrize(
    ("span", "quote"),
    [
        (Span(0, 7), "到2026年底"),
        (Span(8, 13), "建成助餐点"),
        (Span(13, 17), "4500"),
        (Span(3, 3), ""),  # a place without characters
    ],
)
def test_a_span_gives_its_quote(span: Span, quote: str) -> None:
    """The words between start and end, and as many of them."""
    assert span.of(TEXT) == quote
    assert len(span) == len(quote)


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (5, 4), (-2, -1)])
def test_there_is_no_span_turned_round_or_before_the_text(start: int, end: int) -> None:
    """Such a range is refused when it is made."""
    with pytest.raises(ValueError, match="not a span"):
        Span(start, end)


def test_an_empty_span_is_still_a_place() -> None:
    """`if span` asks whether there is one, not whether it is long."""
    assert Span(4, 4)


@pytest.mark.parametrize(
    ("one", "other", "contains", "overlaps"),
    [
        (Span(0, 10), Span(2, 5), True, True),
        (Span(0, 10), Span(0, 10), True, True),
        (Span(0, 10), Span(8, 12), False, True),
        (Span(0, 10), Span(10, 12), False, False),  # neighbours share nothing
        (Span(2, 5), Span(0, 10), False, True),
    ],
)
def test_contains_and_overlaps(one: Span, other: Span, contains: bool, overlaps: bool) -> None:
    """Containment is of the whole; an overlap needs one common character."""
    assert one.contains(other) is contains
    assert one.overlaps(other) is overlaps


@given(spans(), spans())
def test_overlap_is_mutual_and_follows_from_containment(one: Span, other: Span) -> None:
    """For spans that hold at least one character."""
    assert one.overlaps(other) == other.overlaps(one)
    if len(other) and one.contains(other):
        assert one.overlaps(other)


@given(spans(), st.integers(0, 1000))
def test_shifting_keeps_the_length_and_can_be_undone(span: Span, by: int) -> None:
    """A shift moves both ends alike."""
    assert len(span.shift(by)) == len(span)
    assert span.shift(by).shift(-by) == span


@given(st.text(" \n\t　助餐点"), st.data())
def test_stripping_leaves_the_words(text: str, data: st.DataObject) -> None:
    """What `str.strip` gives, at its own place inside the old span."""
    span = data.draw(spans(len(text)))
    stripped = span.strip(text)
    assert stripped.of(text) == span.of(text).strip()
    assert span.contains(stripped)


@given(st.lists(spans()))
def test_spans_sort_by_place(some: list[Span]) -> None:
    """By start, then by end: the order of facts in a document."""
    assert sorted(some) == sorted(some, key=lambda span: (span.start, span.end))
