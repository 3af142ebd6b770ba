"""The addressees of a document where it tells them to act: 现印发给你们,请执行; 你们要…."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus import OrganizationMention
from extract.reading import Reading

_ISSUED = re.compile(
    r"现(?=将|予|批|转|印|下)[^。;]{0,200}?(?:印发|转发|批转|下发|下达|发布|公布|发)(?:给)?(?:你们)?[,。][^。;]{0,12}?[请望]"
)
"""How a document is handed on: whoever made it or agreed to it is not the one to carry it out."""
_YOU = re.compile(r"你们(?:也|都|均)?(?:要(?!求)|应当|应|须|必须|务必|不得|可)|(?:希望|希|望|请)你们")
"""The addressees, told to act."""
_ORDERED = re.compile(r"请[^。;]{0,24}(?:遵照|执行|落实|实施|反映|反馈)[^。;]{0,8}。?$")


def addressed_bodies(reading: Reading, mentions: Sequence[OrganizationMention]) -> tuple[OrganizationMention, ...]:
    """The mentions of bodies in the line of those that the document is addressed to."""
    place = reading.metadata.spans.get("addressee")
    return tuple(mention for mention in mentions if place.contains(mention.span)) if place else ()


def speaks_to_addressees(sentence: str) -> bool:
    """Whether a sentence speaks to the addressees alone: 经市政府同意,现印发给你们,请执行; 你们要…."""
    if "你们" not in sentence and "现" not in sentence:
        return False
    issued = _ISSUED.search(sentence) is not None and asks_to_carry_out(sentence)
    return issued or _YOU.search(sentence) is not None


def asks_to_carry_out(sentence: str) -> bool:
    """Whether a sentence asks whoever reads it to carry the document out."""
    return _ORDERED.search(sentence) is not None
