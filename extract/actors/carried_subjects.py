"""The subject that a sentence hands on to the next ones, and whether a sentence goes on with the one before."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache

from corpus import Actor, Role, Span
from extract.actors.subjects import classes, is_object
from extract.bodies.duty_cues import opens_with_verb
from extract.lexicon import rows
from extract.patterns import YAO

_SUBJECT_START = re.compile(
    r"(?:\s|,|[一二三四五六七八九十]+是|[(\[]?[一二三四五六七八九十\d]+[)\].、]+|第[一二三四五六七八九十百\d]+条|由|同时)*"
)
_BEHIND_HEADING = re.compile(r"\s*[一二三四五六七八九十]{1,3}、[一-鿿\"、和与]{6,40}")
"""A heading whose line end was lost, right before the subject: 一、清理各类规定|各部门应当…."""
_SUBJECT_END = re.compile(r"(?:\(单位\))?(?:也|还|均|都)?(?:要|应当|应|须|必须|将(?!予以)|不得)")
_LISTS = re.compile(r"(?:以下|下列|如下)[^,。;:]{0,16}:")
"""A sentence that goes on in the items of a list, which lay the same on its subject: 由县政府从以下渠道筹措:."""
_BOUND = re.compile(r"(?:\([^()\n]{1,40}\))?,?(?:也|都|均)?(?:要|应当|应|须|必须|不得|需|负责|承担|作为)")
"""What lays a lasting duty on a class; of what it may do or does the next sentence says nothing."""
_LIST = re.compile(r"(?:[、,和及或\s]|以及|等)*")


def subject_of(words: str, span: Span, actors: Sequence[Actor]) -> tuple[Actor, ...]:
    """Those whom a sentence starts with and lays a duty on; later sentences without a subject mean them too.

    Args:
        words: the folded text.
        span: of the sentence.
        actors: who has to act on it by its own words, by place.
    """
    if not actors or not actors[0].span:
        return ()
    leads_in = _SUBJECT_START.fullmatch(words, span.start, actors[0].span.start) is not None
    if not leads_in and words[actors[0].span.start] == "各":
        leads_in = _BEHIND_HEADING.fullmatch(words, span.start, actors[0].span.start) is not None
    lists = _LISTS.search(words, span.start, span.end) is not None
    first = 0 if leads_in else next((at for at, one in enumerate(actors) if lists or _opens_part(words, one)), None)
    if first is None or actors[first].role is Role.JOINT:
        return ()
    found = [actors[first]]
    for actor in actors[first + 1 :]:
        if actor.span is None or not _LIST.fullmatch(words, _end(found[-1]), actor.span.start):
            break
        found.append(actor)
    end = _end(found[-1])
    if words.startswith(("与", "同"), end) or (found[0].role is Role.BOUND and not _BOUND.match(words, end)):
        return ()
    return tuple(found) if leads_in or lists or _SUBJECT_END.match(words, end) else ()


def _opens_part(words: str, actor: Actor) -> bool:
    """Whether a mark stands right before the name."""
    return actor.span is not None and words[actor.span.start - 1] in ",;:"


def _end(actor: Actor) -> int:
    return actor.span.end if actor.span else 0


_ITEM = re.compile(r"\s*[(\[]?[一二三四五六七八九十\d]+[)\].、]")
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
    r"各[地级]|[^,。;]{0,30}(?:不按|未按|逾期|违反|拒不|弄虚作假)[^。;]{0,60}的,[^。;]{0,60}(?:处理|追究|处罚|查处|取消|收回|不予|扣减)|对(?!于)[^。;]{2,80}(?:通报批评|严肃处理|追究|问责|处罚|惩戒|约谈|予以通报|给予通报)"
)
"""What befalls those who fail, or is said of all places, is not laid on the subject of the sentence before."""
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
    start = _SUBJECT_START.match(words, span.start, span.end)
    first = start.end() if start else span.start
    at = bisect_left(starts, first)
    if _SANCTION.match(words, first, span.end) or (at < len(starts) and starts[at] == first):
        return True
    if _opens_with_another(words, first, span.end):
        return True
    if opens_with_verb(words, first) or _ITEM.match(words, span.start, first):
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


_COMPANION = re.compile(r"(?:会同|联合|协同|商|配合|督促|指导|要求|与|和|同)$")
"""Words before a body that acts beside a subject which need not be named again."""
_LEVELS = re.compile(r"(?:国家|中央|[省市县区州][级直]?)[和与]$")
"""What shares its office with the next one, and is no companion of it: 国家和|地方水利部门可以…."""
_BY_LIST = re.compile(r"(?<![理自来缘因])由[^,。;:]{1,24}[与和]$")
"""What lays the duty on a whole list by itself: 由县政府和|企业各承担一半."""
_MUST = re.compile(rf"\s*(?:同时,?|还|也|并)?(?:{YAO}|应当|必须|须)")
"""How a sentence begins that lays a further duty on the subject of the one before."""


def is_beside(words: str, actor: Actor) -> bool:
    """Whether the words before a body only set it beside another one that acts."""
    start = actor.span.start if actor.span else 0
    if _LEVELS.search(words, max(0, start - 5), start) or _BY_LIST.search(words, max(0, start - 30), start):
        return False
    return _COMPANION.search(words, max(0, start - 4), start) is not None


def adds_duty(words: str, span: Span) -> bool:
    """Whether a sentence begins as one that lays a further duty on the subject before: 要建立机制,引导企业参与."""
    return _MUST.match(words, span.start, span.end) is not None
