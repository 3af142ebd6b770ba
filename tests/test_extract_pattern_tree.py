"""A pattern's tree says what its parts are."""

from __future__ import annotations

import pytest

from extract.scanning.pattern_tree import (
    ANY,
    Choice,
    Look,
    One,
    Part,
    Repeated,
    Sequence,
    pattern_tree,
    top_alternatives,
)


def _one(*characters: str) -> One:
    return One(frozenset(characters))


@pytest.mark.parametrize(
    ("pattern", "tree"),
    [
        ("年", _one("年")),
        ("年末", Sequence((_one("年"), _one("末")))),
        ("年|月", Choice((_one("年"), _one("月")))),
        ("(?:年|月)?", Repeated(Choice((_one("年"), _one("月"))), absent=True, again=False)),
        ("(?P<unit>[年月])", _one("年", "月")),
        ("(?>年)+", Repeated(_one("年"), absent=False, again=True)),
        ("年{0,3}", Repeated(_one("年"), absent=True, again=True)),
        ("年{2}", Repeated(_one("年"), absent=False, again=True)),
        ("[^年]", _one(ANY)),
        ("[一-十]", _one(ANY)),
        ("[-一]", _one("-", "一")),
        (r"[\]年]", _one("]", "年")),
        (r"[\d年]", _one(*"0123456789年")),
        (r"\.", _one(".")),
        (r"\b年$", Sequence((Sequence(()), _one("年"), Sequence(())))),
        ("(?<!前)年", Sequence((Look(_one("前"), ahead=False, negative=True), _one("年")))),
        ("(?=年)", Look(_one("年"), ahead=True, negative=False)),
    ],
)
def test_tree(pattern: str, tree: Part) -> None:
    """Each construct has its part."""
    assert pattern_tree(pattern) == tree


@pytest.mark.parametrize(
    ("pattern", "found"),
    [("年|月", ("年", "月")), (r"[|]年|\|月", ("[|]年", r"\|月")), ("(?:年|月)末", ("(?:年|月)末",))],
)
def test_top_alternatives(pattern: str, found: tuple[str, ...]) -> None:
    """Bars in groups and classes, and escaped ones, part nothing."""
    assert top_alternatives(pattern) == found
