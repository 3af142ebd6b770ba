"""Consultative conferences that a text names by place and term, with 政协 before the place: 政协某县第十届委员会."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.bodies import Body

_COMMITTEE = re.compile(
    r"政协(?P<place>(?:(?!政协|第)[一-龥]){2,12}?[省市县区州盟旗])第?(?:[一二三四五六七八九十]{1,3}|\d{1,2})届委员会"
)


def find_conferences(text: str) -> Iterator[Body]:
    """The conferences in `text` (folded) whose name the place and the term part."""
    for match in _COMMITTEE.finditer(text):
        yield Body(*match.span(), match["place"], "政协", "cppcc")
