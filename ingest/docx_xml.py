"""Values of WordprocessingML elements (ECMA-376 part 1)."""

from __future__ import annotations

from typing import Any

from docx.oxml.ns import qn

_FALSE = frozenset({"0", "false", "off"})


def value(element: Any, tag: str) -> str | None:
    """The `w:val` of a child element; None where there is no such child or it says nothing."""
    child = element.find(qn(tag))
    found: str | None = None if child is None else child.get(qn("w:val"))
    return found


def whole(text: str | None) -> int:
    """The whole number that a value states; 0 where it states none."""
    return int(text) if text and text.isascii() and text.isdecimal() and len(text) < 8 else 0


def is_on(element: Any, path: str) -> bool:
    """Whether a switch under an element is on: there, and not said to be false (17.17.4).

    Args:
        element: the element.
        path: tags from it down to the switch, parted by `/`.
    """
    switch = element.find("/".join(map(qn, path.split("/"))))
    return switch is not None and switch.get(qn("w:val")) not in _FALSE
