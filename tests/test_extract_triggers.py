"""Characters without which a pattern cannot match, and the sieve that asks for them first."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.lexicon import rows
from extract.scanning.triggers import Sieve, needs

NEEDED = [
    ("已经", [set("已"), set("经")]),
    ("甲|乙", [set("甲乙")]),
    ("甲丙|乙", [set("丙乙")]),
    ("甲?乙", [set("乙")]),
    ("(?:甲|乙)*丙", [set("丙")]),
    ("(?:甲|乙)丙", [set("丙"), set("甲乙")]),
    ("[甲乙]丙{0,3}", [set("甲乙")]),
    ("(?<!甲)乙(?!丙)", [set("乙")]),
    (r"\d+元", [set("元"), set("0123456789")]),
]


@pytest.mark.parametrize(("pattern", "characters"), NEEDED)
def test_needed(pattern: str, characters: list[set[str]]) -> None:
    """What every match of a pattern holds one of each of, the rarest first."""
    assert list(map(set, needs(pattern))) == characters


@pytest.mark.parametrize("pattern", ["甲?", "[^甲]", "甲*|乙", "."])
def test_nothing_needed(pattern: str) -> None:
    """A pattern that may match anything needs nothing."""
    assert needs(pattern) == ()


PATTERNS = [row[2] for row in rows("tense_cues")]
SIEVE = Sieve(PATTERNS)
COMPILED = [re.compile(pattern) for pattern in PATTERNS]
EXAMPLES = [row[3] for row in rows("tense_cues")]


@given(st.lists(st.sampled_from([*EXAMPLES, "将", "已", "了", "到2030年", "，"]), max_size=4))
def test_the_sieve_loses_nothing(parts: list[str]) -> None:
    """A pattern found in a text is always among those that the sieve thinks possible."""
    text = "".join(parts)
    possible = set(SIEVE.possible(text))
    assert {at for at, pattern in enumerate(COMPILED) if pattern.search(text)} <= possible


def test_one_of_several_alternatives_may_be_anywhere() -> None:
    """^ of the first alternative binds that one alone."""
    assert Sieve(["^甲|乙丙"]).any_in("丁乙丙")
    assert not Sieve(["^甲乙"]).any_in("丁甲乙")
