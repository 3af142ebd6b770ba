"""What every list page shows around its rows: groups of conditions, the chosen ones, ways out of an empty result."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from webapp.arguments import Arguments
from webapp.wording import date_text

SHOWN = 8
"""Options of a group that are shown before the rest is folded away."""


@dataclass(frozen=True, slots=True)
class Option:
    """One value to narrow a list by; `folded` ones stand behind 更多."""

    value: str
    label: str
    count: int | None = None
    chosen: bool = False
    folded: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """Values of one field; `type` is `checkbox` or `radio`."""

    name: str
    label: str
    options: tuple[Option, ...]
    type: str = "checkbox"
    note: str = ""

    def uncounted(self) -> Group:
        """The same values without numbers, where these count something else than the list's rows."""
        return replace(self, options=tuple(replace(option, count=None) for option in self.options))


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition in force: its parameter, and how it reads (`文种`, `提案答复`)."""

    name: str
    value: str
    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Way:
    """A way out of an empty result, with the number of rows it leads to."""

    text: str
    address: str
    count: str | None = None


def group_of(
    name: str,
    label: str,
    counted: Iterable[tuple[object, int]],
    chosen: Sequence[str],
    words: Mapping[str, str] | None = None,
    suffix: str = "",
) -> Group:
    """The options of a field from its counted values; a chosen value stays listed at 0.

    Args:
        name: of the parameter.
        label: of the group.
        counted: values with the number of rows each leads to; None values are left out.
        chosen: values that are in force.
        words: what to show for a value, where it is not the value itself.
        suffix: put behind each value that has no word of its own.
    """
    counts = {str(value): count for value, count in counted if value is not None}
    for value in chosen:
        counts.setdefault(value, 0)
    names = words or {}
    options = tuple(
        Option(value, names.get(value, value + suffix), count, value in chosen, at >= SHOWN and value not in chosen)
        for at, (value, count) in enumerate(counts.items())
    )
    return Group(name, label, options)


def radio_group(name: str, label: str, words: Mapping[str, str], chosen: str) -> Group:
    """A choice of one; the empty value stands for no condition."""
    options = tuple(Option(value, text, None, value == chosen) for value, text in {"": "不限", **words}.items())
    return Group(name, label, options, "radio")


def span_conditions(asked: Arguments) -> tuple[Condition, ...]:
    """The spans of dates that are chosen, as they are listed above the results."""
    spans = (("from", "{}及以后"), ("to", "{}及以前"))
    given = [(name, words, asked.date(name)) for name, words in spans]
    written = [
        Condition(name, value, "成文日期", words.format(date_text(value))) for name, words, value in given if value
    ]
    new = asked.date("new_since")
    arrived = [Condition("new_since", new, "收录日期", f"{date_text(new)}及以后")] if new else []
    return (*written, *arrived)


def conditions_of(groups: Iterable[Group]) -> tuple[Condition, ...]:
    """The chosen values of all groups, as they are listed above the results."""
    return tuple(
        Condition(group.name, option.value, group.label, option.label)
        for group in groups
        for option in group.options
        if option.chosen and option.value
    )
