"""Marks become sections: levels, structural ids, what contains what.

Levels: 1 for 一、 and for 编 and 章, 2 for （一）, 3 for 1. and 专栏, 4 for lead-ins and the items of a 专栏. A part, a
chapter and an attached paper are of level 1 and contain their own 一、; where chapters are divided into 节, every level
is one below what is around it.
Ids follow Akoma Ntoso (`chp_2__sec_1`): the ordinal's own number, with a count behind it where it comes twice.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from corpus import Section, Span
from extract.layout.numbering import KINDS
from extract.layout.paragraphs import Paragraph
from extract.outline.marks import Mark

_LOWEST = 4
_PREFIXES = {name: kind.prefix for name, kind in KINDS.items()} | {"attachment": "att", "lead_in": "lead"}
_CHAPTERS = frozenset({"part", "chapter", "section"})
_OUTER = (KINDS["part"].prefix, KINDS["chapter"].prefix)
_ABOVE_DECIMALS = _CHAPTERS | {"han", "han_paren"}
_FIXED = {"attachment": 1, "part": 1, "box": 3, "dash": _LOWEST, "lead_in": _LOWEST}
"""Depths that do not depend on what is around."""
_ORDINALS = frozenset({"han", "han_paren", "arabic", "arabic_paren", "circled"})
"""Kinds whose level is the same inside of a part and outside."""
_BEFORE_LABEL = re.compile(r"[#*> ]*(?:[\[【]?回?答[\]】]?\s*[:：]\s*)?")
"""What stands before an ordinal: the signs of Markdown, the mark of an answer."""
_BLANKS = re.compile(r"[ \t\u3000]*\n\s*(?:[-—–－·]?[ ]?\d{1,4}[ ]?[-—–－·]?[ ]*\n\s*)?")
"""A line end inside a heading, with the number of the page that ends there."""


@dataclass(slots=True)
class _Open:
    """A section under construction; what is deeper lies within it."""

    mark: Mark
    depth: int
    eid: str
    parent: str | None
    heading: Span
    start: int
    end: int
    counts: Counter[str] = field(default_factory=Counter)


@dataclass(frozen=True, slots=True)
class Placed:
    """Sections, and for each paragraph the id of the innermost one it stands in."""

    sections: tuple[Section, ...]
    at: tuple[str | None, ...]


def build_sections(text: str, paragraphs: Sequence[Paragraph], marks: Sequence[Mark], ends: frozenset[int]) -> Placed:
    """The sections that `marks` begin.

    Args:
        text: the document's text, from which labels and titles are copied.
        paragraphs: its paragraphs.
        marks: its headings, in order.
        ends: indices of paragraphs that stand in no section and end all that are open: signatures, titles.
    """
    by_index = {mark.index: mark for mark in marks}
    shallowest = min((paragraphs[mark.index].level or 1 for mark in marks if mark.kind == "bare"), default=1)
    stack: list[_Open] = []
    done: list[_Open] = []
    roots: Counter[str] = Counter()
    at: list[str | None] = []
    for index, paragraph in enumerate(paragraphs):
        if index in ends:
            stack.clear()
        elif (mark := by_index.get(index)) is not None:
            opened = _open(mark, paragraphs, stack, roots, shallowest)
            stack.append(opened)
            done.append(opened)
        for opened in stack:
            opened.end = paragraph.span.end
        at.append(stack[-1].eid if stack else None)
    divided = any(mark.kind == "section" for mark in marks)
    return Placed(tuple(_section(text, opened, divided=divided) for opened in done), tuple(at))


def outermost(sections: Sequence[Section]) -> tuple[Section, ...]:
    """The sections of the first level that lie in no part and no chapter."""
    top = min((section.level for section in sections), default=1)
    return tuple(one for one in sections if one.level == top and not (one.parent or "").startswith(_OUTER))


def _open(
    mark: Mark, paragraphs: Sequence[Paragraph], stack: list[_Open], roots: Counter[str], shallowest: int
) -> _Open:
    """The section that a mark begins; `stack` loses those that end before it."""
    depth = _depth(mark, stack, paragraphs[mark.index].level, shallowest)
    while stack and not _contains(stack[-1], mark, depth):
        stack.pop()
    parent = stack[-1] if stack else None
    counts = parent.counts if parent else roots
    name = _name(mark, counts)
    eid = f"{parent.eid}__{name}" if parent else name
    base = paragraphs[mark.index].span
    last = paragraphs[mark.index + max(1, mark.lines) - 1].span
    end = base.start + mark.shape.end if mark.lines < 2 else last.end
    return _Open(mark, depth, eid, parent.eid if parent else None, Span(base.start, end), base.start, end)


def _depth(mark: Mark, stack: list[_Open], styled: int | None, shallowest: int) -> int:
    """How deep a mark's section lies, from its kind and from what is open around it."""
    if mark.kind in _FIXED or mark.boxed:
        return _LOWEST if mark.boxed else _FIXED[mark.kind]
    if mark.kind == "bare":
        return min(_LOWEST, 1 + (styled or shallowest) - shallowest)
    around = {opened.mark.kind: opened.depth for opened in stack}
    if mark.kind == "decimal":
        steps = len(mark.label.steps) if mark.label else 1
        return min(_LOWEST, steps + max((around.get(kind, 0) for kind in _ABOVE_DECIMALS), default=0))
    if mark.kind not in _CHAPTERS and not around.keys() & _CHAPTERS:
        return KINDS[mark.kind].level
    rank = KINDS[mark.kind].rank
    return min(
        _LOWEST, 1 + max((at for kind, at in around.items() if kind in KINDS and KINDS[kind].rank < rank), default=0)
    )


def _contains(opened: _Open, mark: Mark, depth: int) -> bool:
    """Whether a section goes on around one of another depth; an attached paper ends only with the next."""
    if opened.mark.kind == "attachment":
        return mark.kind != "attachment"
    return opened.depth < depth


def _name(mark: Mark, counts: Counter[str]) -> str:
    """The last step of the id, unique among its siblings."""
    prefix = _PREFIXES.get(mark.kind, "sec")
    number = mark.label.number if mark.label else None
    counts[prefix] = number if number is not None and number > counts[prefix] else counts[prefix] + (number is None)
    name = f"{prefix}_{number if number is not None else counts[prefix]}"
    counts[name] += 1
    return name if counts[name] == 1 else f"{name}-{counts[name]}"


def _section(text: str, opened: _Open, *, divided: bool) -> Section:
    """The finished section, its words copied from the text; `divided` where chapters are divided into 节."""
    mark, base = opened.mark, opened.heading.start
    fixed = mark.kind in _ORDINALS and not mark.boxed and not divided
    words = Span(base + mark.shape.start, opened.heading.end).strip(text)
    label = _BEFORE_LABEL.sub("", Span(base, base + mark.shape.start).of(text).strip(), count=1)
    return Section(
        eid=opened.eid,
        level=KINDS[mark.kind].level if fixed else opened.depth,
        label=label,
        title=_BLANKS.sub("", words.of(text)),
        heading=Span(base, words.end if len(words) else opened.heading.end),
        span=Span(opened.start, opened.end),
        parent=opened.parent,
    )
