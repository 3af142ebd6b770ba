"""Who made the proposal that a document answers, or passes on to the office that answers it."""

from __future__ import annotations

import re

from extract.matching import fold
from extract.reading import Reading

_NAME = r"(?:(?![就各该位等们委代人的在和与及办])[一-龥〇*×Xx]){2,4}"
_ASKERS = re.compile(
    rf"""
    (?: ^ | [,。:;\n将对由就把] | 办理 | 转来 | 交办 | 关于 ) [ ]*
    (?P<who> (?! [^,。;]{{0,40}}[你您贵] ) (?: {_NAME}[、,\ ]{{1,2}} ){{0,9}} {_NAME}
      (?: 等[\d一二三四五六七八九十]{{0,3}}[位名]? )? (?:政协)? (?:委员|代表) (?![会团]) )
    (?: 在[^,。;《\n]{{2,40}} )? (?: 所 | 联名 )? (?: 提出 | 提交 | 提 )? [的了]? [《"]? $
    """,
    re.VERBOSE,
)
"""李某某委员在区政协一次会议上提出的: whose proposal another office answers."""
_TO_ASKERS = re.compile(
    r"委员|代表|先生|女士|同志|附议人|组|界|党派|支部|总支|联合会|工商联|促进会|学社|[省市县区]委|[民农九台致]\w{0,6}委员会|[你您贵]"
)
_SPEAKS_TO = re.compile(r"[你您贵][^,。;《]{0,40}$")
_BEFORE = 70


def asker(reading: Reading, start: int) -> str | None:
    """Who made the proposal that is named at `start`: who stands before it, or else whom the document addresses.

    A reply that is sent to another office (会办意见) addresses none of those who asked.
    """
    line = reading.folded.rfind("\n", 0, start) + 1
    first = max(line, start - _BEFORE)
    before = reading.folded[first:start]
    named = None if _SPEAKS_TO.search(before) else _ASKERS.search(before)
    if named:
        return reading.document.text[first + named.start("who") : first + named.end("who")]
    addressee = reading.metadata.addressee
    if addressee is None or not (_TO_ASKERS.search(fold(addressee)[-12:]) or _SPEAKS_TO.search(before)):
        return None
    return addressee
