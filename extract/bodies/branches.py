"""Field offices of central bodies, which are named by the body and a place: 国家统计局某地调查队."""

from __future__ import annotations

import re

from extract.bodies.last_words import Core, cores
from extract.bodies.places import place_before, short_place_before
from extract.bodies.prefixes import central_before


def find_branch(text: str, at: int, core: Core) -> tuple[int, str, Core] | None:
    """A field office of a central body, by the place between the two: 银保监会云南监管局.

    Args:
        text: folded text.
        at: where the core starts that the name ends with.
        core: what that is.

    Returns:
        Where the name starts, what stands in it before the office, and the office; None where it is no branch.
    """
    place = min(place_before(text, at), short_place_before(text, at))
    if place == at and core.kind == "branch":
        place = _seat(text, at)
    if place == at:
        return None
    start = place - 2 if text.endswith(_SHORT_CENTRAL, 0, place) else central_before(text, place)
    if start == place and (state := _OF_STATE.search(text, max(0, place - 9), place)):
        start = state.start()
    if start == place and core.kind == "branch":
        return None
    above = cores().get(text[start:place], Core("", "")).canonical
    local = {"中国银保监会": "银保监局", "中国证监会": "证监局", "中国银监会": "银监局", "中国保监会": "保监局"}.get(
        above
    )
    if local:
        return start, text[place:at], Core(local, "unit")
    return start, _BANKS.get(text[start:place], text[start:place]) + text[place:at], core


_OF_STATE = re.compile(r"国家[一-鿿]{2,5}局\Z")
"""A bureau of the state before the place of its branch: 国家统计局|石桥调查队."""
_SHORT_CENTRAL = ("人行", "民航")
"""Short names of central bodies that only their branches are called by: 民航|某省监管局."""
_OWN_LEVELS = "省市县区州"
"""Before a branch the level alone, which is that of the document: 人民银行|市分行."""
_BANKS = dict.fromkeys(("人行", "人民银行"), "中国人民银行")
"""Short names of a central body before those of its branches."""


def _seat(text: str, at: int) -> int:
    """Where what a branch is of starts, right behind a central body: 人民银行|市分行, 某部|某地监管局; else `at`."""
    sizes = (1, 2, 3, 4) if text[at - 1] in _OWN_LEVELS else (2, 3, 4)
    return next((at - size for size in sizes if central_before(text, at - size) < at - size), at)
