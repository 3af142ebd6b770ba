"""Short names that a document makes of its issuer's own: 市文广电旅局 of 石桥市文化广电和旅游局.

The table of fields has the usual ones; such a name leaves characters out and keeps the order of the others.
"""

from __future__ import annotations

from collections.abc import Mapping

from extract.bodies.last_words import cores
from extract.bodies.places import LEVELS, level_of
from extract.bodies.resolve import Key, shortens

_ENDS = {"委员会": "委", "办公室": "办"}
_SURE = 4
"""Characters from which on a short name that the table has as an office of its own is the issuer's all the same."""


def merge_short(written: Mapping[Key, str], issuer: Key) -> Mapping[Key, Key]:
    """The keys of offices of the issuer's place whose names shorten the issuer's, each with the issuer's key.

    Args:
        written: every key of an office, and the last part of its name as the document has it, without its place.
        issuer: the key of the issuer, one of them.
    """
    whole = _plain(written[issuer])
    return {
        key: issuer
        for key, name in written.items()
        if key != issuer and _of_place(key[0], issuer[0]) and _is_short(_plain(name), whole, key[1], issuer[1])
    }


def _plain(name: str) -> str:
    """The name with the short form of its last word."""
    end = next((end for end in _ENDS if name.endswith(end)), "")
    return name.removesuffix(end) + _ENDS.get(end, "")


def _of_place(place: str, home: str) -> bool:
    """Whether a place is the issuer's, or the level alone of one that no table has."""
    return bool(place) and (place == home or (place in LEVELS and level_of(home) == place))


def _is_short(short: str, whole: str, core: str, issuer: str) -> bool:
    """Whether a name shortens the issuer's; one that the table parts from it has to say enough to mean it."""
    if not 3 <= len(short) < len(whole) or short[0] != whole[0] or short[-1] != whole[-1] or not shortens(short, whole):
        return False
    return len(short) > _SURE or core not in cores() or issuer not in cores()
