"""The sample documents: invented, listed, and readable."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from corpus import Genre
from corpus.masking import find_personal_data
from ingest import read_file
from tests.conftest import ROOT

FOLDER = ROOT / "corpus/samples"
with (FOLDER / "SOURCES.tsv").open(encoding="utf-8", newline="") as _table:
    LISTED = list(csv.DictReader(_table, delimiter="\t"))

WORDS_THAT_LOOK_LIKE_PLACES = {"城区"}
"""Names of real divisions that are ordinary words too."""


def divisions(tree: Any) -> Iterator[str]:
    """The names in a tree of divisions."""
    if isinstance(tree, dict):
        for name, below in tree.items():
            yield name
            yield from divisions(below)


def test_every_sample_is_listed() -> None:
    """With its genre and what it shows; and nothing is listed that is not there."""
    assert sorted(row["file"] for row in LISTED) == sorted(
        path.name for path in FOLDER.iterdir() if path.suffix != ".tsv"
    )
    assert all(row["genre"] in set(Genre) and row["what it shows"] for row in LISTED)


@pytest.mark.parametrize("name", [row["file"] for row in LISTED])
def test_every_sample_can_be_read(name: str) -> None:
    """Without anything to tell about it, and its blocks tile its text."""
    document = read_file(FOLDER / name)
    assert document.problems == ()
    assert "".join(block.span.of(document.text) for block in document.blocks) == document.text
    assert len(document.text) > 1000


def test_no_sample_names_a_real_place(shared: Path) -> None:
    """Neither province nor city nor county."""
    tree = json.loads((shared / "bench/admin-div/divisions_v1.json").read_text("utf-8"))["provinces"]
    real = {name for name in divisions(tree) if re.fullmatch(r"[一-鿿]{2,}", name)} - WORDS_THAT_LOOK_LIKE_PLACES
    for row in LISTED:
        text = read_file(FOLDER / row["file"]).text
        assert {name for name in real if name in text} == set(), row["file"]


def test_one_sample_shows_what_masking_is_for() -> None:
    """A mobile number that nobody has, and addresses that cannot exist."""
    with_data = {row["file"]: find_personal_data(read_file(FOLDER / row["file"]).text) for row in LISTED}
    assert {piece.label for piece in with_data["reply-transport-2026.pdf"]} == {"手机号码已隐去", "电子邮箱已隐去"}
    for name, pieces in with_data.items():
        text = read_file(FOLDER / name).text
        words = {piece.span.of(text) for piece in pieces}
        assert all(word == "13800000000" or word.endswith(".example") for word in words), name
