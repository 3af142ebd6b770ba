"""The words of one DOCX paragraph, in the order and form in which a reader sees them.

Insertions that are not yet accepted are read, deletions and hidden words are not; of a field its result, of ruby
its base, of alternative content the first choice.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from docx.oxml.ns import qn

from ingest.docx_xml import is_on

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"

_SKIPPED = frozenset(
    {qn(f"w:{name}") for name in ("pPr", "rPr", "del", "moveFrom", "instrText", "delText", "rt", "rubyPr", "sdtPr")}
)
_LITERAL = {
    qn("w:tab"): "\t",
    qn("w:ptab"): "\t",
    qn("w:cr"): "\n",
    qn("w:noBreakHyphen"): "-",
}
_NOTES = {qn("w:footnoteReference"): "footnote", qn("w:endnoteReference"): "endnote"}
_SYMBOLS = {"F0A3": "□", "F06F": "□", "F0A8": "□", "F0FE": "☑", "F052": "☑", "F0FC": "✓", "F0B7": "•", "F0B0": "°"}
"""Signs of the fonts Symbol and Wingdings that forms use; any other is left out, since its look is not known."""


@dataclass(slots=True)
class Words:
    """What one paragraph holds: its text (line feeds at its line breaks), its notes and its text boxes, in order."""

    text: str = ""
    notes: list[tuple[str, str]] = field(default_factory=list)
    boxes: list[Any] = field(default_factory=list)


def words_of(paragraph: Any) -> Words:
    """The words of a `w:p` element."""
    words = Words()
    words.text = "".join(_walk(paragraph, words))
    return words


def _walk(element: Any, words: Words) -> Iterator[str]:
    for child in element:
        tag = child.tag
        if tag in _SKIPPED or not isinstance(tag, str):
            continue
        if tag == qn("w:t") or tag == f"{_MATH}t":
            yield child.text or ""
        elif tag in _LITERAL:
            yield _LITERAL[tag]
        else:
            yield from _special(child, tag, words)


def _special(child: Any, tag: str, words: Words) -> Iterator[str]:
    """What cannot be written down at once: breaks, symbols, notes, boxes, alternatives; everything else is entered."""
    if tag == qn("w:br"):
        yield "" if child.get(qn("w:type")) in ("page", "column") else "\n"
    elif tag == qn("w:sym"):
        yield _SYMBOLS.get((child.get(qn("w:char")) or "").upper(), "")
    elif tag in _NOTES:
        words.notes.append((_NOTES[tag], child.get(qn("w:id")) or ""))
    elif tag == qn("w:txbxContent"):
        words.boxes.append(child)
    elif tag == f"{_MC}AlternateContent":
        choice = child.find(f"{_MC}Choice")
        yield from _walk(child.find(f"{_MC}Fallback") if choice is None else choice, words) if len(child) else ()
    elif not (tag == qn("w:r") and is_on(child, "w:rPr/w:vanish")):
        yield from _walk(child, words)
