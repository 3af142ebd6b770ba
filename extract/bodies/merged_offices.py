"""Offices merged of several, named by all of their fields: 县住建规划局, 镇文化和旅游广电局, 教育科技体育局."""

from __future__ import annotations

from functools import cache

from extract.bodies.prefixes import prefix_start
from extract.lexicon import rows
from extract.scanning.endings import lengths_by_ending

_VERBS = frozenset(
    (
        "建设",
        "审计",
        "监察",
        "统计",
        "规划",
        "就业",
        "督查",
        "督察",
        "创建",
        "研究",
        "救助",
        "仲裁",
        "宣传",
        "保密",
        "标准",
    )
)
"""Fields that are also what is done: 审计|财政局. They are part of a name only right behind a place or a level."""
_LINKS = "和与及"
"""What may join two fields of one office; only right behind a place or a level."""
_MOST = 3
"""Fields that may stand before the last one."""


def fields_before(text: str, at: int, places: frozenset[str] = frozenset()) -> int:
    """Where the fields start that stand right before the last field of an office's name; `at` itself without any.

    Args:
        text: folded text.
        at: where the last field of the name starts.
        places: as of `bodies.find_bodies`.
    """
    start, vouched = at, True
    for _ in range(_MOST):
        linked = start > 0 and text[start - 1] in _LINKS
        before = start - linked
        length = next(
            (size for size in _lengths().get(text[before - 2 : before], ()) if _is_field(text, before, size)), 0
        )
        if not length:
            break
        start = before - length
        vouched = vouched and not linked and text[start:before] not in _VERBS
    listed = text[start - 1 : start] == "、" and "与" in text[start:at]  # a list whose last part 和 would join
    return start if start == at or vouched or listed or prefix_start(text, start, places) < start else at


def _is_field(text: str, end: int, size: int) -> bool:
    """Whether the last characters before `end` are a field."""
    return size <= end and text[end - size : end] in _fields()


@cache
def _fields() -> frozenset[str]:
    """The names of the fields of offices that a place has."""
    table = ((names, suffixes.split("|")) for names, suffixes, _, _ in rows("fields"))
    return frozenset(
        name for names, suffixes in table if "局" in suffixes for name in names.split("|") if len(name) > 1
    )


@cache
def _lengths() -> dict[str, tuple[int, ...]]:
    """Last two characters of a field, and how long the fields that end so are, longest first."""
    return lengths_by_ending(_fields())
