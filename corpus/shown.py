"""Words of a document as they are shown on one line."""

from __future__ import annotations

import re

_PAGE = re.compile(r"[ \t]*\n\s*(?:[-—–－―][ ]?\d{1,4}[ ]?[-—–－―]|·[ ]?\d{1,4}[ ]?·)[ \t]*\n\s*")
"""The number of a page on a line of its own, which cuts a sentence."""


_SIGN = r"[\u3400-\u9fff，。；：、！？（）《》“”〔〕]"
_WRAPPED = re.compile(
    rf"(?<=[^\n]{{6}})(?:(?<={_SIGN})[ \t]*\n\s*(?=[\d%％]|{_SIGN})|(?<=[\d%％])[ \t]*\n\s*(?={_SIGN}))"
)
"""The end of a printed line amid Chinese words; the few characters of a cell of a table stay apart from the next."""


def one_line(words: str) -> str:
    """`words` on one line, without the numbers of pages between lines: a blank for a line end, none amid Chinese."""
    return " ".join(_WRAPPED.sub("", _PAGE.sub("\n", words)).split())
