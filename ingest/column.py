"""Where on a page the document stands: a container with a known name, otherwise where the text is dense (pure)."""

from __future__ import annotations

import re
from functools import cache

from ingest.dom import Element
from ingest.rules import rows

_CONTAINERS = frozenset(
    ("article", "body", "center", "div", "font", "form", "main", "section", "span", "table", "tbody", "td", "tr")
)
_LEAST = 0.2
"""A named container counts from this share of the page's words that are no links; smaller ones hold something else."""

_LINES = frozenset(("p", "div", "table", "tr", "td", "br", "li", "section", "pre", "h1", "h2"))
_MOST = 0.65
"""One child with this share of the words carries the document alone; otherwise the document begins here."""

_FURNITURE_TAGS = frozenset({"nav", "footer", "aside"})
_FURNITURE_NAME = re.compile(
    r"""(?:^|[\s_-])(?:
      nav(?:bar)? | menu | crumbs? | bread-?crumbs? | location | cur-?pos | footer | foot | copyright
    | share | bdshare\w* | social | print(?:er)? | qr-?code | qr | ewm | erweima | related | xgxx | recommend
    | side-?bar | toolbar | tool | pagination | search | login | comments? | font-?size | fontsize | banner\w* | ads?
    )(?:$|[\s_-])""",
    re.VERBOSE | re.IGNORECASE,
)
_LISTS = frozenset(("ul", "ol", "div", "td", "dl"))
_LINKS = 4
_LINKED = 0.7
_CELLS = frozenset(("td", "th"))
_LONG_CELL = 500
_MOST_IN_CELL = 0.8
_ATTACHED = re.compile(r"附件|附表|\.(?:docx?|xlsx?|pdf|ofd|wps|zip|rar)\b", re.IGNORECASE)


def main_column(root: Element) -> Element:
    """The element that holds the document: named so, or found by going down while one child carries most words."""
    total = _words(root)
    named = [element for element in root.walk() if _is_named(element) and _words(element) >= _LEAST * total]
    if named and total:
        return max(named, key=_words)
    at = root
    while (below := _carrier(at)) is not None:
        at = below
    return at


def is_furniture_element(element: Element, whole: int) -> bool:
    """Whether an element is navigation, a row of buttons or a list of links.

    Args:
        element: the element.
        whole: words of the column around it; what holds a good part of them is no furniture, however it is named.
    """
    if element.length > 0.3 * whole:
        return False
    if element.tag in _FURNITURE_TAGS or _FURNITURE_NAME.search(element.names):
        return True
    return _is_link_list(element)


def _is_link_list(element: Element) -> bool:
    if element.tag not in _LISTS or element.length == 0 or element.linked < _LINKED * element.length:
        return False
    links = sum(inner.tag == "a" for inner in element.walk())
    return links >= _LINKS and _ATTACHED.search(element.text) is None


def _is_named(element: Element) -> bool:
    known = _known()
    return any(name.lower() in known for name in element.names.split())


@cache
def _known() -> frozenset[str]:
    return frozenset(name.lower() for name, *_ in rows("columns.tsv"))


def _words(element: Element) -> int:
    return element.length - element.linked


def _carrier(element: Element) -> Element | None:
    """The child that carries most words of an element and may hold a column itself; None where the words spread."""
    heaviest = max(element.elements, key=_words, default=None)
    if heaviest is None or heaviest.tag not in _CONTAINERS or is_data_table(heaviest):
        return None
    return heaviest if 0 < _MOST * _words(element) <= _words(heaviest) and _has_blocks(heaviest) else None


def _has_blocks(element: Element) -> bool:
    """Whether there are elements of their own line under it; an element of mere words is a paragraph, no column."""
    return any(inner.tag in _LINES for child in element.elements for inner in child.walk())


def is_data_table(element: Element) -> bool:
    """Whether a table holds data rather than the layout of the page.

    It has no table inside, two columns or more, and no cell that holds nearly all its words.
    """
    if element.tag != "table" or holds_table(element):
        return False
    lines = [[cell for cell in row.elements if cell.tag in _CELLS] for row in element.walk() if row.tag == "tr"]
    filled = [cell.length for line in lines for cell in line if cell.length]
    if max(map(len, lines), default=0) < 2 or len(filled) < 2:
        return False
    return max(filled) <= max(_LONG_CELL, _MOST_IN_CELL * element.length)


def holds_table(element: Element) -> bool:
    """Whether there is a table inside an element."""
    return any(inner.tag == "table" for child in element.elements for inner in child.walk())
