"""No pattern takes exponential time, whatever stands in a document."""

from __future__ import annotations

import gc
import re
import sys
from pathlib import Path

import pytest

import extract
import ingest
from tests.conftest import ROOT
from tests.pattern_words import hostile_texts


@pytest.mark.parametrize(
    ("pattern", "hostile"),
    [
        ("(?:带动|作用|带动作用)+x", True),
        ("水(?:利|利利)*渠", True),
        ("(?:[省市]+)*厅", True),
        ("(?:带动|作用)+x", False),
        ("(?:水+渠)*厅", False),
        ("(?:水|水渠){0,3}厅", False),
    ],
)
def test_repeats_with_two_ways_are_found(pattern: str, hostile: bool) -> None:
    """A repeat is suspected where one of its words is others in a row, unless it is short."""
    assert any(hostile_texts(pattern, 0)) is hostile


@pytest.mark.timeout(60)
def test_no_pattern_of_the_rules_is_slow_on_its_own_words() -> None:
    """Every pattern, those of tables too, is through with the texts that suit it worst; one that hangs is timed out."""
    for path in sorted((ROOT / "corpus/samples").rglob("*.txt")):
        extract.analyse(ingest.read_file(path))  # for patterns that are made when they are first asked for
    patterns = {one for one in gc.get_objects() if isinstance(one, re.Pattern) and _is_of_a_rule(one.pattern)}
    for pattern in patterns:
        for text in hostile_texts(pattern.pattern, pattern.flags):
            sys.stdout.write(f"{pattern.pattern}\n")  # shown where it hangs
            pattern.search(text)
            pattern.fullmatch(text)
    assert len(patterns) > 500


def _is_of_a_rule(pattern: str | bytes) -> bool:
    return isinstance(pattern, str) and re.search("[一-鿿]", pattern) is not None


@pytest.mark.timeout(30)
def test_a_sentence_without_an_end_is_read_in_time(tmp_path: Path) -> None:
    """A rule for several marks one behind the other does not begin anew at each of them."""
    page = tmp_path / "page.txt"
    sentence = "下面我先通报一下全市供水的有关汛情：" + "1:" * 2500
    page.write_text(f"石桥市供水新闻发布会\n主持人：各位好。{sentence}。\n", "utf-8")

    extract.analyse(ingest.read_file(page))
