"""Sentences that say what something is, or move their hearers, and neither report nor lay down anything."""

from __future__ import annotations

import re

_SAYS_WHAT_IS = re.compile(r"[^,。;是]{2,24}是(?!否)[^,。;]{4,60}。")
_TRAIT = (
    r"(?:[一-龥]{2}性(?:很|较)?强|[涉牵][及涉]面(?:很|较)?广|任务(?:很|较|十分|繁)?重|任务艰巨"
    r"|难度(?:很|较)?大|时间(?:很|较)?紧|情况复杂)"
)
_AND = "(?:[,、]|,?(?:并且|而且|且))"
_SAYS_HOW_HARD = re.compile(rf"[^,。;]{{2,30}}?,?{_TRAIT}{_AND}{_TRAIT}(?:{_AND}{_TRAIT}){{0,3}}。")
"""…工作,政策性强,涉及面广且难度大: why care is called for."""
_COUPLET = re.compile(r"(?P<first>[一-龥]{4,12}),(?P<second>[一-龥]{4,12})[!。;]")


_SCENE = re.compile(
    r"""
      记者(?:看到|注意到|发现|走进|来到|探访|问|就此) | 记者[^,。;]{0,8}(?:探访|走访) | 摄(?:[)。]|[^,。;]{0,2}在)
    | (?:告诉|对)记者(?:说道?)?。$ | (?:回答|说|问|感慨|回忆)道[。:] | 连连感慨
    | 拉起?了?家常 | 道声 | 点赞 | (?:仔细|详细|关切地?|亲切)(?:询问|察看|问) | 俯瞰 | 身后的
    | ^(?![^。]*\d[余多]?万?(?:人次|家|次|批))(?:[^,。;]{0,16},)?[^,。;]{2,24}(?:到|赴|走进|前往|深入)[^,。;]{2,40}
        (?:调研|检查|考察|督导|督查|视察|察看|看望|慰问)
    | ^(?:随后,)?[^,。;]{2,8}(?:来到|走进|前往|以"[^"]{2,8}"方式检查)
    | (?:向|对)[^。;]{2,80}(?:致敬|(?:表示|致以)[^,。]{0,8}(?:慰问|敬意|感谢|悼念|哀悼|问候|祝愿))
    """,
    re.VERBOSE,
)
"""What a reporter sees and those whom he follows say and do there: 县长走进泵站,察看机组."""
_MOVES = re.compile(
    r"^[^,。;]{2,10}就是[^,。;]{2,10},[^,。;]{2,10}就是|牵动[^,。;]{0,12}心|直接关系|(?:成为|是)[^,。;]{2,24}(?:关心|关注)的?(?:问题|焦点|话题|热点)|随之而来"
    r"|^(?:比如|譬如|再比如)(?:说|用|把|在)"
)
"""What moves the readers, or gives an example to them: 汛情就是命令,堤坝就是阵地."""
_EXCLAIMS = re.compile(r"[^\d]{4,}![\"']?")
_IS_LAST = re.compile(r"(?:^|,)这?(?:也|就|正|都|更|还)?是(?![否由为])[^,。;]{4,50}[。]$")


def tells_a_scene(words: str) -> bool:
    """Whether folded words of a news text show a scene, move the readers or explain: 山塘是防汛的薄弱环节."""
    if _SCENE.search(words) or _MOVES.search(words) or _EXCLAIMS.fullmatch(words):
        return True
    return not any(character.isdigit() for character in words) and _IS_LAST.search(words) is not None


def says_what_is(words: str) -> bool:
    """Whether folded words say what something is, or how hard: 农村公路是公益性基础设施; 农村供水涉及面广,难度大."""
    return _SAYS_WHAT_IS.match(words) is not None or _SAYS_HOW_HARD.match(words) is not None


def is_motto(words: str) -> bool:
    """Whether a sentence is two halves of one length without a number: 蓝图已经绘就,奋进正当其时!"""
    match = _COUPLET.fullmatch(words)
    return match is not None and len(match["first"]) == len(match["second"])
