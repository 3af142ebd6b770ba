"""The year that 上年 is the year before of: the paper's own, or the earlier one that a chapter looks back on."""

from __future__ import annotations

import re

from corpus import PartialDate

_YEAR_BEFORE = ("上年", "上一年")
_BALANCES = ("结转", "结余")
_COMPARES = ("比", "较", "与", "同", "由", "从")
_JUST_NAMED = re.compile(r"((?:19|20)\d\d)年[^,。;\n\d]{0,20}[比较与同由从]\Z")
_NEAR = 30
"""Characters before 上年 within which the year stands that it is the year before of."""


def year_compared(
    text: str, at: int, as_of: PartialDate | None, paragraph: int | None, chapter: int | None
) -> PartialDate | None:
    """The year that a 上年 at `at` of folded `text` counts from, where values are compared with it; else None.

    It is the year right before it (2028年比上年), else the one that its paragraph goes on with, if that is the last one
    before the paper's own, else the one that its chapter or its title tells.

    Args:
        text: folded, of the document.
        at: where the words begin.
        as_of: the document's own date.
        paragraph: the year that the paragraph last named.
        chapter: the year that the chapter or the title speaks of.
    """
    if not text.startswith(_YEAR_BEFORE, at):
        return None
    if not text.startswith(_COMPARES, at - 1) and not text.startswith(_BALANCES, at + 2):
        return None
    named = _JUST_NAMED.search(text, max(0, at - _NEAR), at)
    if paragraph is not None and (as_of is None or paragraph != as_of.year - 1):
        paragraph = None
    year = int(named[1]) if named else paragraph or chapter
    return PartialDate(year) if year and (as_of is None or year < as_of.year) else None
