"""Papers that the items of a list name without marks, each with its number: 1.石桥市节水办法(石水发〔2020〕5号).

The number stands in brackets or in the next cell behind the title, or behind its label (文号:) on a line below.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from corpus import Span
from extract.citations.cited_titles import words_of_titles

_NUMBER = re.compile(
    r"(?P<mark>[(\t]|文号[ ]*:)[ ]*(?P<number>[一-鿿]{2,10}[\[(](?:19|20)\d\d[\])][ ]*(?:第[ ]*)?\d{1,5}[ ]*号)"
    r"\)?[;。]?[ ]*(?=\t|\n|$)"
)
"""The number that ends an item, or its cell."""
_ORDINAL = re.compile(r"[ \t]*(?:\d{1,3}[ ]?(?:[.、]|\t)|\(?[一二三四五六七八九十]{1,3}[)、])[ \t]*")
_LABEL = re.compile(r"[ \t]*(?:发文|制定|印发|公布)(?:单位|机关|部门|日期|时间)[ ]*:[^\n]{0,60}")
_LABELS = 3
_LONGEST = 160


class Listed(NamedTuple):
    """The places of a title and of its number."""

    title: Span
    number: Span


def find_listed(text: str) -> Iterator[Listed]:
    """The papers that items of lists in `text` (folded) name with their numbers."""
    if "号" not in text:
        return
    for number in _NUMBER.finditer(text):
        line, end = text.rfind("\n", 0, number.start()) + 1, number.start()
        if number["mark"].startswith("文号"):
            if text[line:end].strip():
                continue
            line, end = _line_above(text, line)
        ordinal = _ORDINAL.match(text, line, end) if end - line <= _LONGEST else None
        title = _title().fullmatch(text, ordinal.end(), end) if ordinal else None
        if title:
            yield Listed(Span(*title.span("title")), Span(*number.span("number")))


def _line_above(text: str, line: int) -> tuple[int, int]:
    """Start and end of the line above `line` that is no label of the same item."""
    start = end = line
    for _ in range(_LABELS):
        end = max(0, start - 1)
        start = text.rfind("\n", 0, end) + 1
        if not _LABEL.fullmatch(text, start, end):
            break
    return start, end


@cache
def _title() -> re.Pattern[str]:
    """A title up to the word for a kind of paper, with (试行) or its years behind it."""
    kinds = "|".join(words_of_titles())
    return re.compile(
        rf"(?P<title>(?:[^\s。;:《》()]|\([^()\n]{{1,20}}\)){{2,90}}(?:{kinds})(?:\([^()\n]{{2,20}}\))?)[ \t]*"
    )
