"""Several patterns looked for in one walk find what each of them finds alone."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from extract.scanning.scan import Scan, factored, openings, plain

PATTERNS = (
    r"(?<![不])(?:鼓励|支持)(?!力度)[一-鿿]{0,3}",
    "各?(?:有关|相关)部门",
    r"\d{1,3}个",
    "部门?",
    "各(?:市|县)|市县",
)
SCAN = Scan(*PATTERNS)
PIECES = ("鼓励", "支持", "力度", "不", "各", "有关", "相关", "部门", "部", "12", "3", "个", "市", "县", "，", "\n")
TEXTS = st.lists(st.sampled_from(PIECES), max_size=12).map("".join)


@given(TEXTS)
def test_a_scan_finds_what_finditer_finds(text: str) -> None:
    """Places and groups are the same, pattern by pattern."""
    found = [[match.span() for match in matches] for matches in SCAN.matches(text)]
    assert found == [[match.span() for match in re.finditer(pattern, text)] for pattern in PATTERNS]


@given(TEXTS)
def test_openings_stand_where_matches_start(text: str) -> None:
    """A first character is one opening, whatever may follow it."""
    opened = {match.start() for match in re.finditer(openings(["支持", "各\0", "市县"]), text)}
    assert opened == {match.start() for match in re.finditer("支(?=持)|各|市(?=县)", text)}


@given(TEXTS)
def test_factored_alternatives_find_the_same_places(text: str) -> None:
    """Alternatives are put together by their first character, in their order."""
    alternatives = ("支持", "支", "部门", "各(?=市)", "部")
    assert [match.span() for match in re.finditer(factored(alternatives), text)] == [
        match.span() for match in re.finditer("|".join(alternatives), text)
    ]


def test_plain_pattern() -> None:
    """Blanks and comments go, except in a class or behind a backslash."""
    assert plain("( 甲 | 乙 )[ #] # 丙\n  \\  \\# 丁") == "(甲|乙)[ #]\\ \\#丁"
