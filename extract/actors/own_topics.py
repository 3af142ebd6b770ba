"""Whether a sentence that names nobody with a duty has a topic of its own, or goes on with the subject before."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache

from corpus import Span
from extract.actors.carried_subjects import ITEM, SUBJECT_START
from extract.actors.class_lists import classes, is_object
from extract.bodies.duty_cues import opens_with_verb
from extract.lexicon import rows

_TOPIC = re.compile(
    r"(?![要应须可对在为将以按根依如凡经有未]|不(?!足))[^,。;:]{2,40}?(?<![同均也都])(?:应当|应(?!急|用|届|对|收|付)|不得|可以|原则上|纳入|须|实行|适用|由|从|参照|要(?=在|纳入|用于|专款))"
)
"""A thing at the start of a sentence, of which something is laid down."""
_OWN = re.compile(
    r"(?:[^,。;:]{2,40}的,)?(?![对向给为将把以按由在经从与使让])[^,。;:]{1,40}?(?:的(?:地方|地区|城市|单位|部门|机构|企业)|部门|机关)"
    r",?(?:应当?|必须|不得|要(?!求)|须|可(?!以上))"
)
"""A subject that is no known body: 有条件的地方可给予补贴; 有下列情形的,市、县水利和林草部门,应当报告."""
_SANCTION = re.compile(
    r"各[地级]|[^,。;]{0,30}(?:不按|未按|逾期|违反|拒不|弄虚作假)[^。;]{0,60}的,[^。;]{0,60}(?:处理|追究|处罚|查处|取消|收回|不予|扣减)"
    r"|对(?!于|(?!相关|有关|[^,。;]{0,8}(?:部门|单位|人员|地区|干部))[^,。;]{2,60}的,(?:要|应当))[^。;]{2,80}(?:通报批评|严肃处理|追究|问责|处罚|惩戒|约谈"
    r"|予以通报|给予通报)"
)
"""What befalls those who fail, or is said of all places, is not laid on the subject of the sentence before."""
_OF_A_THING = re.compile(
    r"(?!在|按|从)(?:对[^,。;:]{2,60}的[^,。;:的]{2,10}(?:原则上|(?:应当?|一般)?(?:不(?:超过|低于|高于|少于)|控制在|为\d))"
    r"|[^,。;:]{2,40}的[^,。;:的]{1,10}(?:原则上|应当(?!由)|不得(?=[超低高少大小])|可以)|[一-鿿]{2}(?:可以|应当|由[^,。;:]{2,20}负责))"
)
"""A thing with words of an act before it, or the name of an act: 考核后的奖励|应当, 抽查|可以, 收取的费率|不超过."""
_FAVOURS = re.compile(r"(?:同时,?|其中,?|并)?(?:鼓励|提倡|倡导|允许)")
"""What a paper itself thinks well of is no duty of the subject before: 鼓励采用信息化手段."""
_PART_OF = re.compile(r"其中[,:]?")
"""Before a part of what was told, which is the topic: 其中,|小微企业认定标准按…执行."""
_SCENE = re.compile(r"[^,。;:]{1,14}(?:前|后|时|期间|过程中|中|起|的),")
"""What stands before the subject of a sentence: 系统调整后,纳税人只需…."""
_SPARES = r"[只仅]需|只要|即可|便可|[无毋]需|无须|不需|不必|不用|免[于予]|自愿"
_SPARES_NEAR = re.compile(_SPARES)
_NEAR = 64
"""Characters from the start of a sentence within which somebody is spared something."""


@cache
def _spared() -> re.Pattern[str]:
    """One of the market of whom is said what is enough or what it is spared: 企业凭执照即可办理, 个人无需提供证明."""
    return re.compile(
        rf"(?P<before>[^,。;:]{{0,20}}?)(?:{'|'.join(classes())})(?:(?:在|凭|持|通过)[^,。;:]{{1,20}}?)?"
        rf"(?:也|都|均|就)?(?:{_SPARES})"
    )


@cache
def _goes_on() -> re.Pattern[str]:
    """How a sentence starts that goes on with the subject of the one before."""
    return re.compile("|".join(pattern for pattern, _ in rows("goes_on")))


def has_topic(words: str, span: Span, starts: Sequence[int]) -> bool:
    """Whether a sentence that names nobody with a duty speaks of a thing or of others: 开发的产品应当注明来源.

    Args:
        words: the folded text.
        span: of the sentence.
        starts: where the names of bodies begin, in order.
    """
    start = SUBJECT_START.match(words, span.start, span.end)
    first = start.end() if start else span.start
    if part := _PART_OF.match(words, first, span.end):
        first = part.end()
    at = bisect_left(starts, first)
    if _SANCTION.match(words, first, span.end) or (at < len(starts) and starts[at] == first):
        return True
    if _opens_with_another(words, first, span.end) or _FAVOURS.match(words, first, span.end):
        return True
    if _OF_A_THING.match(words, first, span.end):
        return True
    if opens_with_verb(words, first) or ITEM.match(words, span.start, first):
        return False
    return _TOPIC.match(words, first, span.end) is not None or _goes_on().match(words, first, span.end) is None


def _opens_with_another(words: str, first: int, end: int) -> bool:
    """Whether a sentence opens with a subject of its own that is no known body and has a duty, or is spared one."""
    if not opens_with_verb(words, first) and _OWN.match(words, first, end):
        return True
    if _SPARES_NEAR.search(words, first, min(end, first + _NEAR)) is None:
        return False
    scene = _SCENE.match(words, first, end)
    spared = _spared().match(words, scene.end() if scene else first, end)
    return spared is not None and not is_object(words, *spared.span("before"))
