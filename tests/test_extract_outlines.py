"""Outlines of replies, press texts, plans and reports as they are numbered and damaged on the web.

`data/outlines.txt` holds them: a name behind `===`, level, label and title of each heading, `---`, the text.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from extract.matching import fold
from extract.outline.headings import find_outline
from tests.conftest import plain_document


def texts() -> Iterator[tuple[str, list[str], str]]:
    """Name, headings and text of each document."""
    held = (Path(__file__).parent / "data" / "outlines.txt").read_text("utf-8")
    for part in held.split("=== ")[1:]:
        stated, _, text = part.partition("---\n")
        name, *headings = stated.splitlines()
        yield name, headings, text


@pytest.mark.parametrize(("headings", "text"), [pytest.param(wanted, text, id=name) for name, wanted, text in texts()])
def test_the_headings_of_a_text(headings: list[str], text: str) -> None:
    """Headings are found with their level, and nothing else is."""
    sections = find_outline(plain_document(text), fold(text)).sections
    assert [f"{section.level} {section.label}{section.title}" for section in sections] == headings
