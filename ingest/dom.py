"""A page as a tree of plain records: what is neither seen nor read (scripts, styles, hidden parts) is not in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

from ingest.limits import Limits
from ingest.refusal import refusal

_UNSEEN = frozenset(
    (
        *("head", "title", "meta", "link", "script", "style", "noscript", "template", "canvas", "svg", "map"),
        *("select", "option", "textarea", "input", "button", "datalist", "dialog"),
        *("iframe", "frameset", "object", "embed", "video", "audio"),
    )
)
_NESTING_TAG = re.compile(
    r"""
    < (?P<closing>/?)
    (?: (?P<formatting> a | b | big | code | em | font | i | nobr | s | small | strike | strong | tt | u )
      | div | span | table | ul | ol | dl | section | article | blockquote | center )
    \b
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""Tags that open an element in another. Those of formatting stay open over the ends of paragraphs (HTML 13.2.4.3)."""

_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


@dataclass(slots=True)
class Element:
    """One element: its tag, its attributes, and what is in it in order, words or elements.

    Attributes:
        tag: lower-case name.
        attributes: by lower-case name.
        children: words and elements in order.
        parent: None for the root.
        length: characters other than white space under it.
        linked: of these, those inside links.
    """

    tag: str
    attributes: dict[str, str]
    parent: Element | None = None
    children: list[Element | str] = field(default_factory=list)
    length: int = 0
    linked: int = 0

    @property
    def elements(self) -> Iterator[Element]:
        """Its child elements."""
        return (child for child in self.children if isinstance(child, Element))

    @property
    def names(self) -> str:
        """Its id and classes."""
        return f"{self.attributes.get('id', '')} {self.attributes.get('class', '')}".strip()

    @property
    def text(self) -> str:
        """All words under it."""
        return "".join(child if isinstance(child, str) else child.text for child in self.children)

    def walk(self) -> Iterator[Element]:
        """Itself and all elements under it, in document order."""
        yield self
        for child in self.elements:
            yield from child.walk()

    def is_inside(self, other: Element) -> bool:
        """Whether it is `other` or stands somewhere under it."""
        at: Element | None = self
        while at is not None and at is not other:
            at = at.parent
        return at is not None


def parse(html: str, limits: Limits) -> tuple[Element, str | None]:
    """The body of a page or of a fragment of one, and the title that its head declares.

    Raises:
        UnreadableFileError: if its elements nest so deep that parsing it would take too long.
    """
    _check_nesting(html, limits)
    parser = LexborHTMLParser(html)
    title = parser.css_first("head > title")
    words = " ".join((title.text(deep=True) or "").split()) if title is not None else ""
    root = Element("body", {})
    if parser.body is not None:
        _copy(parser.body, root, limits.depth)
    _measure(root)
    return root, words or None


def _check_nesting(html: str, limits: Limits) -> None:
    """Counts elements that are open at once, roughly, before a parser builds them."""
    opened = most = formats = elements = 0
    for tag in _NESTING_TAG.finditer(html):
        closing, formatting = tag["closing"], tag["formatting"]
        opened = max(0, opened - 1) if closing else opened + 1
        most = max(most, opened)
        formats = max(0, formats + (-1 if closing else 1)) if formatting else formats
        elements += formats
    if most > limits.nesting or elements > limits.elements:
        raise refusal("nesting")


def _copy(source: LexborNode, root: Element, depth: int) -> None:
    """Copies what is under a node, in document order.

    A list of open places stands for recursion, since pages may nest without end.
    """
    places = [(source.iter(include_text=True), root)]
    while places:
        siblings, target = places[-1]
        node = next(siblings, None)
        if node is None:
            places.pop()
        elif node.tag == "-text":
            target.children.append(node.text_content or "")
        elif _is_seen(node):
            places.append((node.iter(include_text=True), _entered(node, target, deeper=len(places) <= depth)))


def _is_seen(node: LexborNode) -> bool:
    tag = node.tag or "-"
    if tag.startswith(("-", "!")) or tag in _UNSEEN:
        return False
    attributes = node.attributes
    return "hidden" not in attributes and not _HIDDEN.search(attributes.get("style") or "")


def _entered(node: LexborNode, target: Element, *, deeper: bool) -> Element:
    """The copy of a node, put under `target`; at the greatest depth `target` itself takes what is in it."""
    if not deeper:
        return target
    attributes = {key.lower(): value or "" for key, value in node.attributes.items()}
    element = Element((node.tag or "").lower(), attributes, target)
    target.children.append(element)
    return element


def _measure(element: Element) -> None:
    """Fills in the lengths, from the inside out."""
    for child in element.children:
        if isinstance(child, str):
            element.length += len(child) - sum(map(child.count, " \n\t\r\xa0\u3000"))
        else:
            _measure(child)
            element.length += child.length
            element.linked += child.linked
    if element.tag == "a":
        element.linked = element.length
