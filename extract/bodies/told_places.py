"""Places by name that are told what to do: 云水市|要抓紧整改, 青石县和石桥区|必须…, 云水新区|要完成….

Such a place stands for its government. Elsewhere the name of a place is none of a body. Places whose names no table
has are no bodies; where few duties are laid, `extract.actors.undertakers` finds them by the form of their names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.bodies.collectives import AREA
from extract.bodies.names import Body
from extract.bodies.places import place_before
from extract.patterns import YAO

_TOLD = re.compile(rf"[省市县区州旗盟园](?=(?:也|都|均|还|更|尤其)?(?:{YAO}|应当|必须|务必|须(?!知)))")
_ZONE = re.compile(
    r"(?<![一-鿿])(?![各全本我该其这有县市省区]|所有|每个|进入|相关|其[他余])"
    r"(?:(?![的将要和与及由对是了等为把被在从有建])[一-鿿]){2,8}(?:(?<![高创])新区|高新区|经开区|开发区|工业园区?|产业园区?|保税区)\Z"
)
"""The name of a zone, at the start of a part of a sentence."""
_LONGEST_ZONE = 14
_BETWEEN = "、和与及"


def find_told_places(text: str, places: frozenset[str] = frozenset()) -> Iterator[Body]:
    """The places in `text` (folded) that open a part of a sentence which lays a duty on them.

    Args:
        text: folded text.
        places: names of places that the document itself vouches for.
    """
    for match in _TOLD.finditer(text):
        found = list(_before(text, match.end(), places))
        if found and not _is_han(text, found[-1].start - 1):
            yield from reversed(found)


def _before(text: str, end: int, places: frozenset[str]) -> Iterator[Body]:
    """The places of the list that ends at `end`, the last one first."""
    while (start := _start(text, end, places)) < end:
        yield Body(start, end, "", text[start:end], AREA)
        if text[start - 1 : start] not in _BETWEEN or not start:
            return
        end = start - 1


def _start(text: str, end: int, places: frozenset[str]) -> int:
    """Where the name of the place that ends at `end` starts; `end` itself without one."""
    start = place_before(text, end)
    if start < end:
        return start
    named = max((name for name in places if len(name) > 2 and text.endswith(name, 0, end)), key=len, default="")
    if named:
        return end - len(named)
    zone = _ZONE.search(text, max(0, end - _LONGEST_ZONE), end)
    return zone.start() if zone else end


def _is_han(text: str, at: int) -> bool:
    return at >= 0 and "一" <= text[at] <= "鿿"
