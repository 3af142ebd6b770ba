"""A sentence with its quantities, and an indicator found in it before its time and kind are known."""

from __future__ import annotations

from dataclasses import dataclass

from corpus import Period, Span
from extract.indicators.setting import Setting
from extract.numbers.quantities import Quantity


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence with its quantities.

    Attributes:
        setting: the document and its times.
        clause: the paragraph around it.
        sentence: its characters.
        group: its quantities, left to right.
        before: the last value of the sentence before it in its paragraph.
    """

    setting: Setting
    clause: Span
    sentence: Span
    group: tuple[Quantity, ...]
    before: Found | None = None

    @property
    def text(self) -> str:
        """The folded text of the document."""
        return self.setting.reading.folded

    def stop(self, at: int) -> int:
        """Where the words behind quantity `at` of the group end: at the next one, else with the sentence."""
        return self.group[at + 1].start if at + 1 < len(self.group) else self.sentence.end


@dataclass(frozen=True, slots=True)
class Found:
    """An indicator of running text before its time and kind are known.

    Attributes:
        quantity: the value.
        name: what is measured.
        subject: whose.
        start: where its words begin.
        end: where they end.
        reason: how it was named.
        when: the time, where a list of years says it.
        time_from: times of the sentence before this place belong to other values.
        time_at: where the list begins whose values all have the time of the first.
        growth: it is a rate of growth.
    """

    quantity: Quantity
    name: str
    subject: str | None
    start: int
    end: int
    reason: str
    when: Period | None = None
    time_from: int = 0
    time_at: int | None = None
    growth: bool = False


_COUNTED_BY = {"户": "户数", "人": "人数", "名": "人数"}


def counted_by(last: Found, quantity: Quantity) -> str:
    """The name of people counted behind other things: groups are not counted in households (21个小组,612户2035人)."""
    counts = last.reason == "noun_behind" or last.name in _COUNTED_BY.values()
    return _COUNTED_BY.get(quantity.unit, "") if counts and quantity.unit != last.quantity.unit else ""
