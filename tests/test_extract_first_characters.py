"""Where a match of a pattern can start."""

from __future__ import annotations

import re

import pytest

from extract.lexicon import rows
from extract.scanning.first_characters import first_characters, first_pairs, last_characters
from extract.scanning.pattern_tree import ANY

FIRSTS = [
    ("各(?:市|县)", "各"),
    ("各?(?:有关|相关)部门", "各有相"),
    ("(?:[市县]、)*区政府", "市县区"),
    ("(?<=由)(?:省|市)(?=统筹)", "省市"),
    ("(?:各级)?政府(?![一-鿿])", "各政"),
    (r"\d{1,3}个县", "0123456789"),
]


@pytest.mark.parametrize(("pattern", "firsts"), FIRSTS)
def test_first_characters(pattern: str, firsts: str) -> None:
    """Optional parts let the next one start; what stands around a match does not count."""
    assert first_characters(pattern) == frozenset(firsts)


PAIRS = [
    ("各(?:市|县)", {"各市", "各县"}),
    ("各?有关", {"各有", "有关"}),
    ("(?:[市县]、)*区政府", {"市、", "县、", "区政"}),
    ("地[市区]?", {"地市", "地区", f"地{ANY}"}),
    (r"\d{1,3}个", {f"{one}{two}" for one in "0123456789" for two in "0123456789个"}),
    ("驻[一-鿿]", {f"驻{ANY}"}),
]


@pytest.mark.parametrize(("pattern", "pairs"), PAIRS)
def test_first_pairs(pattern: str, pairs: set[str]) -> None:
    """A match may be shorter than two characters, or go on with any."""
    assert {pair for pair in first_pairs(pattern) if not pair.isdigit()} == {one for one in pairs if not one.isdigit()}
    assert pairs <= first_pairs(pattern)


@pytest.mark.parametrize("pattern", ["[^市]县", ".各", "(?:各)?", "[一-鿿]各"])
def test_patterns_that_can_start_with_anything_are_refused(pattern: str) -> None:
    """They would have to be tried everywhere."""
    with pytest.raises(ValueError, match="no first character"):
        first_characters(pattern)


@pytest.mark.parametrize(("pattern", "example"), [(row[0], row[3]) for row in rows("collectives")])
def test_examples_of_classes_start_as_told(pattern: str, example: str) -> None:
    """A row is found in its example at a place that its first characters tell."""
    match = re.search(pattern, example)
    assert match is not None
    assert match.group()[0] in first_characters(pattern)


LASTS = [
    ("(?:到|至)?达", "达"),
    ("达(?:到|至)?", "达到至"),
    ("(?:[ ,]|达到|为)+", " ,到为"),
    ("超过(?=[一-鿿])", "过"),
    (r"(?<=年)第\d", "0123456789"),
]


@pytest.mark.parametrize(("pattern", "lasts"), LASTS)
def test_last_characters(pattern: str, lasts: str) -> None:
    """Optional parts let the one before end; what stands around a match does not count."""
    assert last_characters(pattern) == frozenset(lasts)


@pytest.mark.parametrize("pattern", ["市[^县]", "各.?", "(?:各)?"])
def test_patterns_that_can_end_with_anything_are_refused(pattern: str) -> None:
    """There is no last character to look at."""
    with pytest.raises(ValueError, match="no last character"):
        last_characters(pattern)


@pytest.mark.parametrize(
    "pattern", [row[0] for row in rows("collectives") if first_characters(row[0]) & set("0123456789")]
)
def test_rows_that_start_with_a_number_count_bodies(pattern: str) -> None:
    """`find_collectives` looks for the 个 behind the digits before it tries these rows."""
    assert r"\d{1,3}个" in pattern
    assert not first_characters(pattern.replace(r"\d{1,3}个", "个")) & set("0123456789")
