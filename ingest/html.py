"""Pages of government sites: the document on the page and its block of metadata, without the site around it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus import BlockKind
from ingest.assembly import Piece, Reading, line
from ingest.column import is_furniture_element, main_column
from ingest.dom import Element, parse
from ingest.html_flow import BLOCKS, Flow, collapse, is_metadata_table, metadata_line, metadata_lines
from ingest.html_labels import has_label
from ingest.limits import Limits
from ingest.text import characters

_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*(?P<name>[\w-]{2,20})", re.IGNORECASE)
_HEADINGS = frozenset({"h1", "h2"})
_SHORTEST_TITLE = 6


def read_html(data: bytes, limits: Limits) -> Reading:
    """The pieces of a page, or of a fragment of one.

    Raises:
        UnreadableFileError: if it is no text, or too long.
    """
    declared = _CHARSET.search(data[:4096])
    text, problems = characters(data, limits, declared["name"].decode("ascii") if declared else None)
    root, title = parse(text, limits)
    return Reading(tuple(_Page(root, limits).pieces(root)), problems, title)


class _Page:
    """One reading of a page: of its column everything, around it the metadata, and the headings that come before it."""

    def __init__(self, root: Element, limits: Limits) -> None:
        self._root = root
        self._column = main_column(root)
        self._limits = limits
        self._before = True

    def pieces(self, element: Element) -> Iterator[Piece]:
        """The pieces of what is in an element."""
        if element is self._column:
            self._before = False
            yield from Flow(element, self._limits.cells).pieces()
        elif self._column.is_inside(element):
            for inner in element.elements:
                yield from self.pieces(inner)
        elif is_metadata_table(element, strict=False):
            yield from metadata_lines(element)
        elif not is_furniture_element(element, self._root.length):
            yield from self._outside(element)

    def _outside(self, element: Element) -> Iterator[Piece]:
        words = collapse(element.text) if element.length < 400 else ""
        if element.tag in _HEADINGS and self._before and len(words) >= _SHORTEST_TITLE:
            yield line(BlockKind.HEADING, words, level=int(element.tag[1]))
        elif any(inner.tag in BLOCKS for inner in element.elements):
            for inner in element.elements:
                yield from self.pieces(inner)
        elif has_label(words):
            yield from metadata_line(words)
