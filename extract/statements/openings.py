"""Words with which a sentence opens before its own matter: a quotation, a request, an account, a lead-in."""

from __future__ import annotations

import re

from extract.patterns import DATELINE

QUOTE_THEN = re.compile(r"[^。\"《]{0,40}《[^《》]{2,80}》[^\"。]{0,12}\"[^\"]{10,400}\"[^,。\"]{0,12}[,。]")
"""在《…规划》中明确,"…"的目标任务, before what the document itself undertakes."""
REQUEST_THEN = re.compile(
    r"(?:(?:其中|同时|此外),?)?(?:对于?|关于|针对|就)?(?:您|你|代表|委员)们?[^。\"《]{0,16}\"[^\"]{8,400}\"(?=的(?:建议|意见|问题|诉求|要求|提议)[,:])"
)
"""对您提出的"…"的建议, before what was or will be done about it."""
ACCOUNT_THEN = re.compile(
    r"(?P<account>(?![对将把向](?![^,。;]{1,12}进行)[^,。;]{0,40}已经?[^,。;]{1,30}的[^,。;]{1,12},)[^。;]{4,300}?(?:已经?[^,。;]{2,}|[^为除]了[^,。;]{2,}))[,;]"
    r"(?:下一?步|今后|接下来|力争|到20\d{2}年|[^,。;]{2,20},到20\d{2}年|20\d{2}年,?(?:我们|我[省市县区局厅委部])?(?:将|希望|计划|力争))"
)
"""已经实现…,到2030年…: an account before an undertaking."""
OPENING = re.compile(
    r"(?:根据|按照|依据|为|围绕|以|全面|认真|深入|20\d{2}年)[^。]*?(?:要|应|将)?(?:以[^。,]{4,80}为(?:指导|引领|统领|主线|主题|目标)|坚持[^。]+坚持)"
)
"""The guiding idea with which a list of tasks opens."""
_VOCATIVE = re.compile(
    r"^各位(?:代表|委员|同志|来宾|朋友)[^,!:。]{0,6}[,!:](?=(?:过去(?:的)?[一五]年|[一五]年来)(?:来|里)?,我们)"
)
"""各位代表,过去一年,我们…: what follows is an account; most of what is said to the hearers is none."""
_ANSWER_THEN = re.compile(r"[^。;:]{0,36}(?<!规定)(?<!要求)如下:(?=.{8})")
"""现将有关情况回复如下:, before the answer itself."""
_RUN_IN = re.compile(r"[^。;]{0,300}?(?:收悉|收到|办理|研究|回复|答复)[^。;:]{0,60}如下:(?=.{8})")
"""张委员:您提出的《…》收悉,现答复如下:, in one line with the answer."""
_NOW_THEN = re.compile(r"[^。;]{0,300}?现(?:将|就|把|对)?[^。;:]{0,60}(?:回复|答复|说明|反馈|回应)如下:(?=.{8})")
"""接到来信后,我局立即调查,现回复如下:, in one line with the answer."""
FOUND_THEN = re.compile(r"[^。;:]{2,60}(?:提出|形成)(?:了)?[^。;:,]{0,8}(?:意见|方案):(?=.{8})")
"""某厅会同某局商定了处理办法:, before what that is: those who found it are not all who carry it out."""
_DATELINE = re.compile(rf"^(?:据)?[一-龥·]{{1,10}}{DATELINE}(?:\([^()]{{1,24}}\))?(?=[一-龥\d\"])")
"""石桥新闻网讯, 新华社石桥5月6日电(记者某某): where the news came from, before what they tell."""
_EFFECT = re.compile(
    r"(?<=[一-龥\d)\"》])[,;](?:这|此举|这些[^,。;将]{1,8}|这[一项次][^,。;将]{1,8}|上述[^,。;将]{1,8})(?:也|都|必)?将(?:会)?"
    r"(?:(?:极大|进一步|有效|大大|显著|有力)地?|为[^,。;]{2,30}(?:提供|奠定|打下|创造|带来)|有[助利]于|对[^,。;]{2,30}(?:产生|起到))[^,。;]*"
)
""",这将为灌区立法提供支持: what comes of a deed is no undertaking."""
_LEAD_LENGTH = 40
_NAME_LENGTH = 5


_SPEAKER = re.compile(
    r"^\[?[^,。:;《\"\[\]]{2,30}(?:[局厅省市县区处科司校院馆台所站队关行]长|主任|发言人|工程师|经济师|会计师|书记|负责人|专员|总监|先生|女士)\]?(?:\([^()]{1,16}\))?:(?=.{8})"
)
"""市水务局总工程师:…, who speaks to the press, before the words."""


_TURN = re.compile(
    r"^\[[^\[\]。:;]{2,30}\]:?(?=.{2})|^[一-龥]{2,4}:(?=各位|大家|下面|首先|我|谢谢|感谢|好[的,]|请|现在|刚才)"
)
"""[王某], 王某:下面…: who speaks in a transcript, before the words."""
_ANSWERING = re.compile(r"^在?回答[^。;]{2,80}?时,[^,。;:]{2,24}?(?:说|表示|介绍|指出)[,:]")
"""在回答记者关于供水的提问时,某科长说,: where a speaker spoke, before the words."""
_GUIDED_THEN = re.compile(r"^以[^。;]{4,120}?为(?:指导|引领|统领|遵循|根本遵循)[^。;]{0,120}?,(?=到(?:19|20)\d\d年)")
"""以…为指导,坚持…的原则,到2030年…: a guiding idea before the target."""


def own_words(words: str, *, spoken: bool = False) -> str:
    """Folded words without white space: without the address and lead-in of the sentence and what will come of it.

    Args:
        words: the words.
        spoken: speakers are named before what they say.
    """
    if spoken:
        words = _TURN.sub("", words, count=1) if words[:1] == "[" or ":" in words[:_NAME_LENGTH] else words
        words = _SPEAKER.sub("", words, count=1) if ":" in words[:_LEAD_LENGTH] else words
    words = _ANSWERING.sub("", words, count=1) if "回答" in words[:_NAME_LENGTH] else words
    words = _GUIDED_THEN.sub("", words, count=1) if words.startswith("以") else words
    words = _VOCATIVE.sub("", words, count=1) if words.startswith("各位") else words
    words = _DATELINE.sub("", words, count=1) if "讯" in words[:_LEAD_LENGTH] or "电" in words[:_LEAD_LENGTH] else words
    words = _EFFECT.sub("", words) if "将" in words else words
    if "如下:" not in words:
        return words
    words = _ANSWER_THEN.sub("", words, count=1) if "如下:" in words[:_LEAD_LENGTH] else words
    return (_RUN_IN if "收悉" in words else _NOW_THEN).sub("", words, count=1)


_ASKED_THEN = re.compile(
    r"(?:(?:对于?|关于|针对|至于|就)?(?:您|你|代表|委员)们?(?:在[^,。]{2,12}[中里])?(?:还|也|又|所|同时)*|(?:建议|提案)[中里])(?:建议|提出|希望|要求|反映|提到|谈到)"
    r"(?![^。;]*(?:表示|认为|反馈|答复)[,:])(?![^。;,]*(?:我[局厅委部办院们]|重视|收悉|感谢))[^。;]{4,100}?,(?=经(?!费|济|营|常|过|由)|由于|因(?![地此])|鉴于|考虑到?|目前|现阶段|受[^,。;]{2,16}(?:影响|限制|制约)|我(?:[局厅委部办院省市县区]|们)|前一[项条个]"
    r"|(?:按照?|根据|依据)[^,。;]{2,24}(?:规定|要求|政策|划分|文件|法|条例)(?:的?有关规定)?,)"
)
"""您建议提高标准,经商某厅,…: what was asked for, before the answer in the same sentence."""


_BY_OTHERS = re.compile(
    r"^(?:[一二三四五六七八九十]{1,3}、|[(][一二三四五六七八九十\d]{1,3}[)]|\d{1,2}[.、])?(?:据|经)?[^,。;:《\"我您你]{1,16}[部厅局委院署府](?:等部门)?的?(?:反馈|答复|回复|意见|介绍)(?:称|是)?[,:](?=.{8})"
)
"""据某局反馈,…, 某局意见:…: whose answer it is, before the answer."""


def answer_in(words: str) -> str:
    """The words of an answer without what was asked for, or whose answer it is, where these stand before it."""
    return _BY_OTHERS.sub("", _ASKED_THEN.sub("", words, count=1), count=1)


COUNTED = re.compile(r"\d(?:万|亿|余|多)?[一-鿿]|了")
"""What tells, in a text without a date, that a sentence which a year heads gives an account."""
DEED_OF_YEAR = re.compile(
    r"(?<![将拟定计划])于((?:19|20)\d{2})年[^,。;]{0,10}?(?:上线|开通|启用|建成|竣工|投[用运产]|成立|挂牌|开工|启动|搬迁|通车|完工|施行|获批)"
)
"""泵站于2015年建成: a year gone by tells of a deed wherever it stands."""
