"""Sentences that tell that a paper was issued, or a law passed, and those that go on to say what is in it."""

from __future__ import annotations

import re

_HANDS_OUT = "印发|出台|发布|下发|发出|颁布|颁发|公布"
ISSUES = rf"(?:{_HANDS_OUT}|修订|制定|施行)(?:实施|出台|印发)?(?:了|的)?"
PAPER = r"《[^《》]{4,80}》(?:[(][^()]{2,40}[)])?"
"""A paper and what stands in brackets behind it: 《…意见》(某政发[2030]5号)."""
_ISSUED = re.compile(
    rf"{ISSUES}[^,。;《]{{0,16}}{PAPER}|.{{2}}(?:(?<![依执司合违守非办方做])法|条例)[^,。;]{{0,20}}(?:施行|实施|颁布|通过|审议|修订)"
)
_SAYS = re.compile(
    rf"(?:{_HANDS_OUT})(?:了)?[^,。;《]{{0,16}}(?:{PAPER}|通知|意见|公告|通告|办法|规定),(?:鼓励|提出|明确|要求|部署|规定)(?!了?(?:我|(?:\d{{1,3}}|[一二三四五六七八九十]{{1,3}})[条项个]))"
)
"""日前,某部印发《…通知》,部署各级…; 某局印发通知,鼓励…."""


def tells_of_issue(words: str) -> bool:
    """Whether a sentence tells that a paper was issued, or a law passed; the next ones may tell what it says."""
    return _ISSUED.search(words) is not None


def says_what_was_issued(words: str) -> bool:
    """Whether a sentence tells that a paper was issued, and what it says."""
    return _SAYS.search(words) is not None
