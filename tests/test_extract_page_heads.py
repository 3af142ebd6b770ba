"""Heads and feet of pages as provinces, years and genres set them, each with what it states of itself.

`data/page_heads.txt` holds them: a name behind `===`, fields of the metadata (empty: not stated), `---`, the page.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from extract.matching import fold
from extract.metadata.find import find_metadata
from tests.conftest import plain_document


def pages() -> Iterator[tuple[str, dict[str, str], str]]:
    """Name, stated fields and text of each page."""
    held = (Path(__file__).parent / "data" / "page_heads.txt").read_text("utf-8")
    for part in held.split("=== ")[1:]:
        stated, _, text = part.partition("---\n")
        name, *lines = stated.splitlines()
        fields = (line.partition(" =") for line in lines)
        yield name, {field: value.removeprefix(" ") for field, _, value in fields}, text


@pytest.mark.parametrize(("stated", "text"), [pytest.param(stated, text, id=name) for name, stated, text in pages()])
def test_what_a_page_states_of_itself(stated: dict[str, str], text: str) -> None:
    """Each field of the page is read as it stands there, and one that it does not state stays empty."""
    metadata, _ = find_metadata(plain_document(text), fold(text))
    found = {field: getattr(metadata, field) for field in stated}
    assert {field: "" if value is None else str(value) for field, value in found.items()} == stated


@pytest.mark.parametrize(
    "text", ["", "\n\n", "•\n•\n", "索引号\n", "[2021-13-45]\n正文。", "发文时间 " * 400, "• 1/2021\n" * 500]
)
def test_a_damaged_head_is_no_error(text: str) -> None:
    """A page without words, with labels alone or with thousands of them gives metadata like any other."""
    metadata, _ = find_metadata(plain_document(text), fold(text))
    assert metadata.written_on is None
