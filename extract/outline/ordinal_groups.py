"""Paragraphs whose ordinals belong together: （一）（二）（三）under one heading, the items of a 专栏.

Items of an article (第三条 …：（一）…；（二）…。) form no group: they are never headings.
"""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass, field

from extract.layout.numbering import Label
from extract.outline.marks import Lines


@dataclass(slots=True)
class Group:
    """Paragraphs of one kind of ordinal that follow each other under one heading.

    Attributes:
        kind: name of the ordinal's row.
        rank: its rank; inner ordinals have a greater one.
        boxed: whether they are items of a 专栏.
        items: index and ordinal of each.
        last: the number that was reached.
        before: the group under the heading before, whose count this one goes on with: (四) under 二、.
    """

    kind: str
    rank: int
    boxed: bool = False
    items: list[tuple[int, Label]] = field(default_factory=list)
    last: int = 0
    before: Group | None = None

    def add(self, index: int, label: Label) -> None:
        """Take a further paragraph."""
        self.items.append((index, label))
        self.last = label.number or 0

    def goes_on(self, number: int) -> bool:
        """Whether an ordinal continues the group: numbers rise, may skip, and may be written twice."""
        return number > self.last or (number == self.last > 1)


@dataclass(slots=True)
class _State:
    """What is open while the paragraphs are gone through."""

    groups: list[Group] = field(default_factory=list)
    running: dict[int, Group] = field(default_factory=dict)
    in_box: bool = False
    box: Group | None = None
    in_article: bool = False

    def close(self, *, article: bool = False) -> None:
        """A chapter, an article or an attached paper begins: nothing goes on."""
        self.running, self.in_box, self.in_article = {}, False, article

    def add(self, index: int, label: Label) -> None:
        """Put an ordinal into the group it continues, or into a new one."""
        name, rank = label.kind.name, label.rank
        if self.in_box and name == "arabic" and self._is_box_item(label):
            self._add_to_box(index, label)
            return
        self.in_box = self.in_box and name not in {"han", "han_paren", "arabic"}
        self.running = {at: group for at, group in self.running.items() if at <= rank}
        if rank not in self.running or not self.running[rank].goes_on(label.number or 0):
            self.running[rank] = self._new(name, rank, before=self._counted_on(label))
        self.running[rank].add(index, label)

    def _is_box_item(self, label: Label) -> bool:
        """Whether 2. counts the items of the box, and does not go on with the headings from before it."""
        number, expected = label.number or 0, (self.box.last if self.box else 0) + 1
        outer = self.running.get(label.rank)
        return number == expected or not (outer and number == outer.last + 1)

    def _add_to_box(self, index: int, label: Label) -> None:
        if self.box is None:
            self.box = self._new(label.kind.name, label.rank, boxed=True)
        self.box.add(index, label)

    def _counted_on(self, label: Label) -> Group | None:
        """The last group of this kind, where the count goes on with the next number."""
        last = next(
            (group for group in reversed(self.groups) if (group.rank, group.boxed) == (label.rank, False)), None
        )
        return last if last is not None and label.number == last.last + 1 > 1 else None

    def _new(self, name: str, rank: int, *, boxed: bool = False, before: Group | None = None) -> Group:
        self.groups.append(Group(name, rank, boxed, before=before))
        return self.groups[-1]


def find_groups(text: Lines, attachments: Container[int], boxes: Container[int]) -> tuple[Group, ...]:
    """The groups of a document.

    Args:
        text: its paragraphs.
        attachments: indices at which attached papers begin.
        boxes: indices of the headings of 专栏.
    """
    state = _State()
    for index, label in enumerate(text.labels):
        if index in attachments:
            state.close()
        elif index in boxes:
            state.in_box, state.box = True, None
        elif label is not None:
            _take(state, index, label)
    return tuple(state.groups)


def _take(state: _State, index: int, label: Label) -> None:
    """Go on with one ordinal."""
    name = label.kind.name
    if name in {"part", "chapter", "section", "article"}:
        state.close(article=name == "article")
    elif name not in {"box", "dash"}:
        state.in_article = state.in_article and name != "han"
        if not state.in_article:
            state.add(index, label)
