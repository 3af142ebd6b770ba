"""What the paragraph styles of a DOCX say: which are headings, and which count their paragraphs."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Any

from docx.oxml.ns import qn

from ingest.docx_xml import value

_HEADING_NAME = re.compile(r"(?:heading|标题)\s*(?P<level>[1-9])", re.IGNORECASE)
_TITLE_NAMES = frozenset({"title", "标题"})
_NO_HEADING = 9
"""The outline level by which Word says: body text (ECMA-376 17.3.1.20)."""
_DEEPEST = 20


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """What a paragraph inherits from its style, or says itself.

    Attributes:
        style: id of the style.
        outline: depth of a heading from 1; 0 where it is said to be none; None where nothing is said.
        is_title: whether it is the document's title.
        list_id: the list that numbers it; "0" for none.
        list_level: the level of that list, from 0.
    """

    style: str | None = None
    outline: int | None = None
    is_title: bool = False
    list_id: str | None = None
    list_level: int | None = None

    def over(self, base: ParagraphStyle) -> ParagraphStyle:
        """The two together: what this one does not say is taken from `base`."""
        return ParagraphStyle(
            style=self.style or base.style,
            outline=base.outline if self.outline is None else self.outline,
            is_title=self.is_title or base.is_title,
            list_id=base.list_id if self.list_id is None else self.list_id,
            list_level=base.list_level if self.list_level is None else self.list_level,
        )


def parse_styles(root: Any) -> dict[str | None, ParagraphStyle]:
    """Each paragraph style of the `w:styles` element by id, with what it inherits; under None the default style."""
    elements = {
        style.get(qn("w:styleId")): style
        for style in root.iterfind(qn("w:style"))
        if style.get(qn("w:type")) == "paragraph"
    }
    styles: dict[str | None, ParagraphStyle] = {key: _inherited(key, elements) for key in elements}
    default = next((key for key, style in elements.items() if style.get(qn("w:default")) in ("1", "true")), None)
    styles[None] = styles.get(default, ParagraphStyle())
    return styles


def _inherited(key: str, elements: dict[str, Any]) -> ParagraphStyle:
    said = ParagraphStyle(style=key)
    at: str | None = key
    for _ in range(_DEEPEST):
        element = elements.get(at) if at else None
        if element is None:
            break
        said = said.over(_named(element).over(direct(element)))
        at = value(element, "w:basedOn")
    return said


def _named(element: Any) -> ParagraphStyle:
    """What the name of a style says: heading 2, 标题 1, Title."""
    name = value(element, "w:name") or ""
    heading = _HEADING_NAME.fullmatch(name.strip())
    return ParagraphStyle(
        outline=int(heading["level"]) if heading else None,
        is_title=name.strip().lower() in _TITLE_NAMES,
    )


def direct(element: Any) -> ParagraphStyle:
    """What the `w:pPr` of a paragraph or style says itself."""
    properties = element.find(qn("w:pPr"))
    if properties is None:
        return ParagraphStyle()
    outline = value(properties, "w:outlineLvl")
    numbers = properties.find(qn("w:numPr"))
    said = ParagraphStyle(style=value(properties, "w:pStyle"))
    if outline is not None and outline.isdecimal():
        said = replace(said, outline=0 if int(outline) >= _NO_HEADING else int(outline) + 1)
    if numbers is not None:
        level = value(numbers, "w:ilvl")
        said = replace(
            said,
            list_id=value(numbers, "w:numId"),
            list_level=int(level) if level is not None and level.isdecimal() else None,
        )
    return said
