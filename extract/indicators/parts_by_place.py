"""How many of a whole are in each place: 在建项目中,石桥市5个、云水市8个."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus import Span
from extract.indicators.line import Found

_PLACE = re.compile(r"[一-鿿]{1,8}[省市县区州盟旗镇乡]")
_WHOLE = re.compile(
    r"(?:^|[,;:。])(?:在(?![建校册职岗编逃售产用])|目前|当前|这些|上述)?(?P<whole>(?!其|[^,]{0,6}过程)[一-鿿]{3,16}?)(?:之)?(?<![集其高初年])中,?\Z"
)
"""Before the first place of a list what its places share."""
_FEWEST = 2
"""Places that make a list."""


def by_place(text: str, sentence: Span, values: Sequence[Found]) -> list[Found]:
    """The values of a sentence, those of places alone with what they are parts of for a name.

    Args:
        text: folded text.
        sentence: whose values they are.
        values: by place.
    """
    first = next((at for at, one in enumerate(values) if _is_place(one)), len(values))
    if len(values) - first < _FEWEST:
        return list(values)
    last = first
    while last + 1 < len(values) and _goes_on(values[first], values[last + 1]):
        last += 1
    place = text.rfind(values[first].name, sentence.start, values[first].end)
    whole = _WHOLE.search(text[sentence.start : max(sentence.start, place)])
    if whole is None or last == first:
        return list(values)
    parts = [replace(one, name=whole["whole"], subject=one.name) for one in values[first : last + 1]]
    return [*values[:first], *parts, *values[last + 1 :]]


def _is_place(one: Found) -> bool:
    return one.subject is None and _PLACE.fullmatch(one.name) is not None


def _goes_on(first: Found, one: Found) -> bool:
    """Whether a value counts the same things in another place."""
    return _is_place(one) and one.quantity.unit == first.quantity.unit
