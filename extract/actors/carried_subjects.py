"""The subject that a sentence hands on to the next ones, and who of it a sentence can go on with."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus import Actor, Role, Span
from extract.actors.subjects import OCCASION, WHEN
from extract.patterns import BY, YAO

SUBJECT_START = re.compile(
    r"(?:\s|,|[一二三四五六七八九十]+是|[(\[]?[一二三四五六七八九十\d]+[)\].、]+|第[一二三四五六七八九十百\d]+条|由|同时)*"
)
_BEHIND_HEADING = re.compile(r"\s*[一二三四五六七八九十]{1,3}、[一-鿿\"、和与]{6,40}")
"""A heading whose line end was lost, right before the subject: 一、清理各类规定|各部门应当…."""
_SUBJECT_END = re.compile(r"(?:\(单位\))?(?:也|还|均|都)?(?:要|应当|应|须|必须|将(?!予以)|不得)")
_LISTS = re.compile(r"(?:以下|下列|如下)[^,。;:]{0,16}:")
"""A sentence that goes on in the items of a list, which lay the same on its subject: 由县政府从以下渠道筹措:."""
_BOUND = re.compile(
    rf"(?:\([^()\n]{{1,40}}\))?,?(?:也|都|均)?(?:(?:在[^,。;:\n]{{1,20}}|{OCCASION})(?:{WHEN}|时|中),?)?"
    r"(?:要|应当|应|须|必须|不得|需|负责|承担|作为)"
    r"|实行[^,。;:\n]{2,20},(?:要|应当|必须|不得)"
)
"""What lays a lasting duty on a class; of what it may do or does the next sentence says nothing."""
_LIST = re.compile(r"(?:[、,和及或\s]|以及|等)*")
_WITH = ("与", "同")
"""Between two that have a duty together: 主管部门|与|行业组织要建立机制."""


def subject_of(words: str, span: Span, actors: Sequence[Actor]) -> tuple[Actor, ...]:
    """Those whom a sentence starts with and lays a duty on; later sentences without a subject mean them too.

    Args:
        words: the folded text.
        span: of the sentence.
        actors: who has to act on it by its own words, by place.
    """
    if not actors or not actors[0].span:
        return ()
    leads_in = SUBJECT_START.fullmatch(words, span.start, actors[0].span.start) is not None
    if not leads_in and words[actors[0].span.start] == "各":
        leads_in = _BEHIND_HEADING.fullmatch(words, span.start, actors[0].span.start) is not None
    lists = _LISTS.search(words, span.start, span.end) is not None
    groups = _groups(words, actors)
    first = 0 if leads_in else next((at for at, one in enumerate(groups) if lists or _opens_part(words, one[0])), None)
    if first is None:
        return ()
    later = [one for one in groups[first + 1 :] if not lists and _takes_over(words, one, groups[first])]
    found = later[-1] if later else groups[first]
    if found[0].role is Role.JOINT:
        return ()
    end = _end(found[-1])
    if words.startswith(_WITH, end) or (found[0].role is Role.BOUND and not _BOUND.match(words, end)):
        return ()
    return tuple(found) if leads_in or lists or _SUBJECT_END.match(words, end) else ()


def _takes_over(words: str, later: Sequence[Actor], first: Sequence[Actor]) -> bool:
    """Whether a sentence lays its last duty on others than its first: 省水利厅负责协调,各县水利局|要会同…."""
    if later[0].role is Role.BOUND and first[0].role is not Role.BOUND:
        return False
    return _opens_part(words, later[0]) and _SUBJECT_END.match(words, _end(later[-1])) is not None


def _groups(words: str, actors: Sequence[Actor]) -> list[list[Actor]]:
    """The actors of a sentence, those of one list together."""
    groups: list[list[Actor]] = []
    for actor in actors:
        if groups and _are_joined(words, groups[-1][-1], actor):
            groups[-1].append(actor)
        else:
            groups.append([actor])
    return groups


def _are_joined(words: str, actor: Actor, other: Actor) -> bool:
    """Whether two that follow each other are one subject."""
    start, end = _end(actor), other.span.start if other.span else 0
    if _LIST.fullmatch(words, start, end):
        return True
    return words[start:end] in _WITH and _SUBJECT_END.match(words, _end(other)) is not None


_MARKS = frozenset(",;:")


def _opens_part(words: str, actor: Actor) -> bool:
    """Whether a mark stands right before the name, or before 有关 that belongs to it."""
    if actor.span is None:
        return False
    near = actor.span.start - (2 if words.startswith(("有关", "相关"), actor.span.start - 2) else 0)
    return words[near - 1 : near] in _MARKS


def _end(actor: Actor) -> int:
    return actor.span.end if actor.span else 0


ITEM = re.compile(r"\s*[(\[]?[一二三四五六七八九十\d]+[)\].、]")
_COMPANION = re.compile(r"(?:会同|联合|协同|商|配合|督促|指导|要求|与|和|同)$")
"""Words before a body that acts beside a subject which need not be named again."""
_JOINTS = frozenset("、和与及")
_LEVELS = re.compile(r"(?:国家|中央|[省市县区州][级直]?)[和与]$")
"""What shares its office with the next one, and is no companion of it: 国家和|地方水利部门可以…."""
_BY_LIST = re.compile(rf"{BY}[^,。;:]{{1,24}}[与和]$")
"""What lays the duty on a whole list by itself: 由县政府和|企业各承担一半."""
_MUST = re.compile(rf"\s*(?:同时,?|还|也|并)?(?:{YAO}|应当|必须|须|不得)")
"""How a sentence begins that lays a further duty on the subject of the one before."""


_PERSONS = re.compile(r"(?:人员|患者|旅客|群众|居民|乘客|游客)\Z")
"""Ends of the names of persons, and not of firms or institutions."""
_ANYBODY = re.compile("任何")
_BANS = re.compile("[也还均都]?(?:不得|严禁|禁止)")
_OWN_PART = re.compile("(?:主要)?负责人|内")
"""Behind a name what belongs to those who act: 医疗机构|内."""
_SUBJECT_PLACE = re.compile(r"(?:^|,)(?:各级?|各地|有关|相关|本)?$|经$")
"""Before a name where it is itself the subject of a part of the sentence, or the one who consents."""
_GRANTS = re.compile(r"给予|予以(?!公布|公开|登记|办理)|补贴|补助|奖励|奖补|资助|减免|享受|贴息")
"""Words of what is granted to those of the market, by others."""
_STRICT = re.compile(rf"{YAO}|应当|应(?!急|用|届|对|收|付)|必须|须|不得|不准|严禁|禁止|务必")
_THINGS_MAY = re.compile(r"(?:同时,?)?对[^,。;:]{2,60},(?:也|还)?(?:可|无[需须]|不再|免[于予除])")
"""What may be done about a thing lays nothing on the class before: 对捐赠资金,可通过现有账户办理."""


def going_on(words: str, span: Span, subject: Sequence[Actor]) -> tuple[Actor, ...]:
    """Those of a subject told before with whom a sentence that names nobody with a duty can go on.

    It does not where it speaks of them by their name. A class of the market has no part in what others grant; of
    persons only what is laid down strictly goes on, and of what nobody may do only a further ban.
    """
    if ITEM.match(words, span.start, span.end):
        return tuple(subject)
    found = tuple(actor for actor in subject if not _speaks_of(words, span, actor))
    if not found or found[0] is not subject[0]:
        return ()
    if any(actor.role is not Role.BOUND for actor in found):
        return found
    if _ANYBODY.match(found[0].name) and not _BANS.match(words, span.start, span.end):
        return ()
    if _GRANTS.search(words, span.start, span.end) or _THINGS_MAY.match(words, span.start, span.end):
        return ()
    persons = _PERSONS.search(found[-1].name) is not None
    return found if not persons or _STRICT.search(words, span.start, span.end) else ()


def _speaks_of(words: str, span: Span, actor: Actor) -> bool:
    """Whether the sentence at `span` speaks of one by name, other than as its own subject or of what is theirs."""
    if actor.span is None:
        return False
    name = words[actor.span.start : actor.span.end]
    at = words.find(name, span.start, span.end)
    if at < 0 and name[0] != "各":
        name = name[-4:]
        at = words.find(name, span.start, span.end)
    if at < 0 or _OWN_PART.match(words, at + len(name)):
        return False
    return _SUBJECT_PLACE.search(words, max(span.start, at - 4), at) is None


def is_beside(words: str, actor: Actor) -> bool:
    """Whether the words before a body only set it beside another one that acts."""
    start = actor.span.start if actor.span else 0
    if _LEVELS.search(words, max(0, start - 5), start) or _BY_LIST.search(words, max(0, start - 30), start):
        return False
    return _COMPANION.search(words, max(0, start - 4), start) is not None


def are_beside(words: str, actors: Sequence[Actor]) -> bool:
    """Whether all that a sentence names act beside another one: 配合市民政局、市财政局等部门; each in its list."""
    last, beside = 0, False
    for actor in actors:
        place = actor.span or Span(0, 0)
        listed = last > 0 and words[last : place.start] in _JOINTS
        if not (listed and beside) and not is_beside(words, actor):
            return False
        last, beside = place.end, True
    return bool(actors)


def adds_duty(words: str, span: Span) -> bool:
    """Whether a sentence begins as one that lays a further duty on the subject before: 要建立机制,引导企业参与."""
    return _MUST.match(words, span.start, span.end) is not None
