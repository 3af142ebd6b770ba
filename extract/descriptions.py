"""Sentences that say what something is, or move their hearers, and neither report nor lay down anything."""

from __future__ import annotations

import re

_SAYS_WHAT_IS = re.compile(r"[^,。;是]{2,24}是[^,。;]{4,60}。")
_COUPLET = re.compile(r"(?P<first>[一-龥]{4,12}),(?P<second>[一-龥]{4,12})[!。;]")


def says_what_is(words: str) -> bool:
    """Whether folded words say what something is: 农村公路是公益性基础设施."""
    return _SAYS_WHAT_IS.match(words) is not None


def is_motto(words: str) -> bool:
    """Whether a sentence is two halves of one length without a number: 蓝图已经绘就,奋进正当其时!"""
    match = _COUPLET.fullmatch(words)
    return match is not None and len(match["first"]) == len(match["second"])
