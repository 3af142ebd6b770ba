"""Four digits without 年 that can only be a year: in a title, a table head, or where 年 was lost."""

from __future__ import annotations

import re

from corpus import PartialDate, Span
from extract.times.phrases import Phrase

_YEAR_ALONE = re.compile(r"(?P<year>(?:19[5-9]|20[0-4])\d)(?![\d.%‰,:/-])")
_NOT_A_YEAR = re.compile(
    r"[ ]?(?:余|多|万|亿|个|名|人|家|户|项|元|件|条|张|次|所|亩|吨|米|公|平|立|千|毫|台|套|处|座|种|起|例|份|只|头"
    r"|株|号|版|岁|届|期|位|组|场|辆|艘|架|度|℃|小时|分|秒|部|篇|册|本|页|字|枚|支|根|片|块|门|间|栋|幢|层|级|对|双|副|类|批|床|口|眼|孔|棵|粒|桩|盏|方|担|把|节|尾|羽|匹|颗|杆|盒|袋|瓶|剂|瓦|斤)"
)


def year_alone(text: str, at: int) -> Phrase | None:
    """The year whose digits start at `at` of folded `text`; None where they may count or number something."""
    match = _YEAR_ALONE.match(text, at)
    if match is None:
        return None
    before, behind = text[at - 1 : at] or "\n", text[match.end() : match.end() + 1] or "\n"
    alone = before in "\n\t(" and behind in "\n\t)"
    if not alone and not (is_han(behind) and (is_han(before) or before in "\n,。")):
        return None
    if _NOT_A_YEAR.match(text, match.end()):
        return None
    year = PartialDate(int(match["year"]))
    return Phrase(Span(at, match.end()), year, year, kind="bare")


def is_han(char: str) -> bool:
    """Whether a character is a Chinese one."""
    return "\u4e00" <= char <= "\u9fff"
