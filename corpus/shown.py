"""Words of a document as they are shown on one line."""

from __future__ import annotations

import re

_PAGE = re.compile(r"[ \t]*\n\s*(?:[-—–－―][ ]?\d{1,4}[ ]?[-—–－―]|·[ ]?\d{1,4}[ ]?·)[ \t]*\n\s*")
"""The number of a page on a line of its own, which cuts a sentence."""


def one_line(words: str) -> str:
    """`words` with a blank for every line end and without the numbers of pages between lines."""
    return " ".join(_PAGE.sub("\n", words).split())
