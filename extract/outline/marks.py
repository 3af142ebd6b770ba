"""What the search for headings works on, paragraphs with their ordinals, and what it gives, marks on the headings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extract.layout.numbering import KINDS, Label, read_label
from extract.layout.paragraphs import Paragraph
from extract.layout.part_role import Role
from extract.outline.heading_shapes import Shape
from extract.patterns import HAN, SHORT_DAY

ANSWER = re.compile(r"\[?回?答\]?[ ]*:[ ]*")
"""The mark of an answer."""
_CONTENT = 16
_ON_A_DAY = re.compile(rf"{SHORT_DAY}[,{HAN}]")
"""How a paragraph begins that tells of a day: 2月13日,县政府…."""
_OUTER = 10 * KINDS["han"].rank + 1
"""A shorter line without a closing mark is a part of a list's item: its number, its date."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A paragraph that is, or begins with, a heading.

    Attributes:
        index: of the paragraph.
        kind: name of the ordinal's row in `lexicon/numbering.tsv`, or `attachment`, `bare`, `lead_in`.
        shape: the heading's words.
        label: the ordinal; None without one.
        lines: how many paragraphs the heading takes; 0 where it runs into its text.
        boxed: whether it is an item of a 专栏.
    """

    index: int
    kind: str
    shape: Shape
    label: Label | None = None
    lines: int = 1
    boxed: bool = False


@dataclass(frozen=True, slots=True)
class Lines:
    """Paragraphs with their roles and ordinals, side by side."""

    paragraphs: Sequence[Paragraph]
    roles: Sequence[Role]
    labels: Sequence[Label | None]

    @classmethod
    def of(cls, paragraphs: Sequence[Paragraph], roles: Sequence[Role]) -> Lines:
        """The paragraphs with the ordinals that those of the body begin with."""
        return cls(paragraphs, roles, _decimals(list(map(_label, paragraphs, roles))))

    def is_plain(self, index: int) -> bool:
        """Whether there is such a paragraph, and it is body text without an ordinal, not a table."""
        return (
            0 <= index < len(self.paragraphs)
            and self.roles[index] is Role.BODY
            and self.labels[index] is None
            and self.paragraphs[index].table is None
        )

    def is_title(self, index: int) -> bool:
        """Whether the paragraph can be the words of a heading whose ordinal stands on the line before."""
        if not self.is_plain(index):
            return False
        text = self.paragraphs[index].text
        return len(text) <= 60 and text[-1] not in "。;:,"

    def has_prose(self, index: int) -> bool:
        """Whether the paragraph behind `index` is a text of its own."""
        if not self.is_plain(index + 1):
            return False
        text = self.paragraphs[index + 1].text
        # 2.2026年底前…: the next item, not prose below
        return len(text) >= 2 * _CONTENT and (not text[0].isdigit() or _ON_A_DAY.match(text) is not None)

    def has_items(self, index: int, rank: int) -> bool:
        """Whether the paragraph behind `index` begins with an inner ordinal."""
        label = self.labels[index + 1] if index + 1 < len(self.labels) else None
        return label is not None and label.rank > rank

    def has_content(self, index: int, rank: int) -> bool:
        """Whether the paragraph behind `index` stands under it: text, a table, an inner ordinal, an article.

        Under 一、 a few words or a day are text as well: 一、时间 above 3月7日至10日.
        """
        outer = rank == _OUTER
        if index + 1 >= len(self.paragraphs):
            return False
        if self.roles[index + 1] is not Role.BODY:
            return outer and tuple(self.roles[index + 1 : index + 3]) == (Role.DATE, Role.BODY)
        label, below = self.labels[index + 1], self.paragraphs[index + 1]
        if label is None:
            return (
                outer
                or below.table is not None
                or len(below.text) >= _CONTENT
                or below.text[-1] in "。:!"
                or "。(" in below.text
            )
        return label.rank > rank or label.kind.name == "article"


def _decimals(labels: list[Label | None]) -> tuple[Label | None, ...]:
    """The ordinals with the outermost ones of decimal numbering told apart: 1 总则 and 1. 总则 above 1.1.

    Without 1.1 a number and a blank are no ordinal (5 个工作日), but for the items of a 专栏 (01 智能工厂).
    """
    boxed = _boxed(labels)
    follows: Label | None = None
    for index in range(len(labels) - 1, -1, -1):
        label = labels[index]
        if label is None:
            continue
        outermost = follows is not None and follows.steps == (*label.steps, 1) and follows.kind.name == "decimal"
        if outermost and label.kind.name == "arabic":
            label = labels[index] = replace(label, kind=KINDS["decimal"])
        elif label.kind.name == "decimal" and len(label.steps) == 1 and not outermost:
            label = labels[index] = replace(label, kind=KINDS["arabic"]) if index in boxed else None
        follows = label or follows
    return tuple(labels)


def _boxed(labels: Sequence[Label | None]) -> frozenset[int]:
    """The paragraphs behind the heading of a 专栏, up to the next ordinal that stands above it."""
    found: list[int] = []
    inside = False
    for index, label in enumerate(labels):
        if label is not None and label.kind.name != "decimal":
            inside = label.kind.name == "box" or (inside and label.kind.rank >= KINDS["arabic"].rank)
        if inside:
            found.append(index)
    return frozenset(found)


def _label(paragraph: Paragraph, role: Role) -> Label | None:
    """The ordinal of a paragraph of the body; the first of an answer may stand behind its mark: 答:(一)放宽条件。…."""
    if role is not Role.BODY or paragraph.table is not None:
        return None
    answer = ANSWER.match(paragraph.text) if paragraph.text[0] in "答回[" else None
    if answer is None:
        return read_label(paragraph.text)
    label = read_label(paragraph.text[answer.end() :])
    return replace(label, end=answer.end() + label.end) if label is not None and label.number == 1 else None
