"""Classes of the market that open a sentence, or what is to be done in a case, with a verb of official language behind.

金融机构|加大信贷投放, 停水期间,供水企业|开通应急送水服务: nothing lays the duty but the paper itself.
"""

from __future__ import annotations

import re

from extract.bodies.duty_cues import opens_with_verb

OPENS = ("", "。", ";", "\n", ":")
"""What stands before a sentence, or nothing."""
_CASE_ENDS = frozenset("的后时前中内下起日间")
"""What the clause ends with, before a comma, that tells a case or a time."""
_NEAR = 28
"""Characters from such a start to the end of a class at most."""
_NUMBER = re.compile(r"[\s\d.、()一二三四五六七八九十第条款项]+")
_LAST_OF_PERSONS = frozenset("人员生师者工民众户体才")
_NOT_ACT = re.compile(
    r"[一-鿿]{2,4}的|[一-鿿]{2,6}(?:率|度|数|额|量|标准|工作|制度|机制|体系|能力|水平|范围)|为(?!主动)|中(?!止|断)|向|每|至少|[:。]|在\d"
    r"|(?:主要|法定|分管)?(?:负责人|代表人|从业人员|工作人员|员工|所在地)"
    r"|[^,。;:]{2,12}的(?:积极性|主动性|热情|意愿|能力|数量|比例|情况|需求|水平)|[^,。;:\n]{2,60}(?:的,(?:不|依法|处)|,不影响)"
)
"""Behind a class a longer noun, what it is, or a case in which something is done to it."""
_NO_START = re.compile(
    r"[从以时由请]|截留|结合|争取|禁止|严禁|建议|协同|拒绝|确立|确需|监测|选择|选取|列入|纳入|涉及|包括|来自|位于|.*(?:均需|市场\Z)"
)
"""How a part of a sentence starts in which a class is acted upon, and how one ends that nobody is."""


def may_act(text: str, end: int) -> bool:
    """Whether the class that ends at `end`, none of persons, is near the start of a sentence or of what follows a case.

    A verb of duty stands behind it.
    """
    if text[end - 1] in _LAST_OF_PERSONS:
        return False
    floor = max(0, end - _NEAR)
    at = max(text.rfind(mark, floor, end) for mark in ",。;:\n")
    if (at < 0 and floor) or (at > 0 and text[at] == "," and text[at - 1] not in _CASE_ENDS):
        return False
    return opens_with_verb(text, end) and _NOT_ACT.match(text, end) is None


def opens_sentence(text: str, start: int, end: int) -> bool:
    """Whether a sentence starts with the words from `start` to a class at `end`, or they follow a case or a time."""
    before = text[max(0, start - 1) : start]
    if before not in OPENS and not (before == "," and text[start - 2 : start - 1] in _CASE_ENDS):
        return False
    number = _NUMBER.match(text, start, end)
    first = number.end() if number else start
    return not (_NO_START.match(text, first, end) or opens_with_verb(text, first) or "《" in text[start:end])
