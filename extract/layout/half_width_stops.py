"""Texts whose sentences end with a half-width stop: 新建水厂3座.供水量增长5%."""

from __future__ import annotations

import re

_STOP = re.compile(
    r'(?<=[一-鿿)"%》])(?<![\n ][一二三四五六七八九十])(?<![\n ]十[一二三四五六七八九])\.'
    r'(?=[ ]*(?:[一-鿿\n("《]|\d{1,2}[.、)]|(?:19|20)\d\d年|$))'
)
"""A stop behind a word, and neither a decimal point nor behind the label of a heading: 一.总体要求."""
_FEWEST = 2
"""So many of them make a text that ends its sentences with them."""


def with_full_stops(folded: str) -> str:
    """The folded text with 。 for the half-width stops that end its sentences, if most of them do; of equal length."""
    if folded.count(".") < _FEWEST:
        return folded
    stops = sum(1 for _ in _STOP.finditer(folded))
    return _STOP.sub("。", folded) if stops >= max(_FEWEST, folded.count("。") + 1) else folded
