"""What a statute of articles lays down beside duties and powers: its scope, kinds of things, penalties."""

from __future__ import annotations

import re

from extract.statements.descriptions import says_what_is

_STATUTE = r"(?:办法|条例|规定|细则|规则|规程|规范|制度|指南|标准)"
_PENALTY = re.compile(
    rf"""
      处[^。;]{{0,40}}罚款                                               # 处一万元以下罚款
    | 构成犯罪的 | 追究(?:其)?刑事责任 | 没收(?:其)?违法所得
    | 给予(?:其)? (?: 警告 | 记过 | 记大过 | 降级 | 撤职 | 开除 )
    | 依法(?:依规)?给予(?:行政|政务|党纪|纪律)?处分
    | 违反本{_STATUTE}[^。;]{{0,80}} (?: 责令 | 依照 | 按照 | 处理 | 处罚 )  # 违反本办法规定…的,由…责令改正
    """,
    re.VERBOSE,
)
_SCOPE = re.compile(rf"适用本{_STATUTE}[。;,]|本{_STATUTE}适用于")
_MADE_OF = re.compile(
    r"(?:第[一二三四五六七八九十百\d]+[章条][^,。;:]{0,8}?)*[^,。;:]{2,40}?"
    r"(?:包括:|是[^,。;]{2,60}的(?:基础|依据|载体|凭证|组成部分)[,。;])"
)
"""What a thing consists of, or serves for: 水网平台包括:…; 台账是水权交易的依据."""
_INCLUDES = re.compile(
    r"(?:第[一二三四五六七八九十百\d]+[章条]|[(][一二三四五六七八九十]{1,3}[)])?"
    r"(?:[^,。;:()对将把由向]|对(?=象)){2,40}?(?<!不)包括(?!但不限于)[^。;]*[。;]"
    r"|(?:第[一二三四五六七八九十百\d]+[章条])?(?:前|上|本)[一二两三]?[款条项]所称[^,。;:]{2,40},(?:是|包括)"
)
"""What counts as a thing: 水务资料包括图纸、台账等; 前款所称用水信息,包括…."""


def lays_no_duty(words: str, *, demands: bool) -> bool:
    """Whether a sentence of a statute lays down neither a duty nor a power.

    What somebody may do is a rule to go by like what he must do: 用水户可以委托村委会办理.

    Args:
        words: its folded words.
        demands: it holds a word of duty (应当, 不得), beside which a description is a duty all the same.
    """
    if _PENALTY.search(words) or _SCOPE.search(words):
        return True
    return (says_what_is(words) or _describes(words)) and not demands and "负责" not in words


def _describes(words: str) -> bool:
    """Whether a sentence says what a thing consists of or serves for."""
    return _MADE_OF.match(words) is not None or ("包括" in words and _INCLUDES.match(words) is not None)
