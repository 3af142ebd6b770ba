"""The titles in marks (《…》) of a text, to ask what stands in one."""

from __future__ import annotations

import re
from bisect import bisect_right

_TITLE = re.compile(r"《[^《》]{0,200}》")


class Titles:
    """The titles in marks of one text."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts = [match.start() for match in _TITLE.finditer(text)]

    def hold(self, at: int) -> bool:
        """Whether the place stands in a title."""
        title = bisect_right(self._starts, at) - 1
        return title >= 0 and self._text.find("》", self._starts[title], at) < 0
