"""Characters without which a pattern cannot match, and the sieve that asks for them first."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.lexicon import rows
from extract.triggers import Sieve, triggers

NEEDED = [
    ("已经", set("已")),
    ("甲|乙", set("甲乙")),
    ("甲?乙", set("乙")),
    ("(?:甲|乙)*丙", set("丙")),
    ("[甲乙]丙{0,3}", set("甲乙")),
    ("(?<!甲)乙(?!丙)", set("乙")),
    (r"\d+元", set("元")),
]


@pytest.mark.parametrize(("pattern", "characters"), NEEDED)
def test_needed(pattern: str, characters: set[str]) -> None:
    """What every match of a pattern holds one of."""
    assert set(triggers(pattern) or ()) == characters


@pytest.mark.parametrize("pattern", ["甲?", "[^甲]", "甲*|乙", "."])
def test_nothing_needed(pattern: str) -> None:
    """A pattern that may match anything has no triggers."""
    assert triggers(pattern) is None


PATTERNS = [row[2] for row in rows("tense_cues")]
EXAMPLES = [row[3] for row in rows("tense_cues")]


@given(st.lists(st.sampled_from([*EXAMPLES, "将", "已", "了", "到2030年", "，"]), max_size=4))
def test_the_sieve_loses_nothing(parts: list[str]) -> None:
    """A pattern found in a text is always among those that the sieve thinks possible."""
    text = "".join(parts)
    possible = set(Sieve(PATTERNS).possible(text))
    assert {at for at, pattern in enumerate(PATTERNS) if re.search(pattern, text)} <= possible
