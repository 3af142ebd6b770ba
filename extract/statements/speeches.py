"""Who speaks in official news, and what is demanded there: leaders of the state, a meeting, journalists."""

from __future__ import annotations

import re

from extract.patterns import ASKED, YAO

_SAYS = r"(?:强调|指出|要求|提出|表示|指示)"
_OF_THE_STATE = re.compile(
    rf"(?:[^,。:;《\"]{{2,24}}(?:表示|介绍|说|认为|会议上|会议中|座谈会上|大会上|考察时|视察时|讲话中),)?(?!根据|按照|贯彻|落实|学习|以)"
    rf"[^,。:;《\"]{{0,12}}(?:总书记|国家主席|总理)(?!率|来)(?:[^。:;《\"]{{0,40}}?{_SAYS}(?:了)?[,:]?)"
)
"""总书记在考察时强调,要…: a leader of the state speaks."""
_GOES_ON = re.compile(rf"(?:同时,?)?(?:总书记|总理|他|她)(?:还|同时|并|特别|最后|进一步)?{_SAYS}[,:]")
_DEMANDS = re.compile(rf"{YAO}|必须|应当|务必|不得")
_OPENS = re.compile(
    r"(?![^,。:;]*(?:规定|《))(?:[^。:;《\"]{0,40},)?(?:[^,。:;《\"]{2,24}|会上,[^,。:;《\"]{2,16})"
    r"(?:(?:还|同时|并|特别|最后|进一步|[就对](?:[^,。;:《]|《[^《》]{2,40}》){2,30})*)"
    r"(?:(?:强调|指出|要求|提出要求)[,:]"
    r"|提出(?:了)?(?:[一二两三四五六七八九十\d][点条个项])?(?:明确|具体|相关|有关|工作)?(?:要求|希望|意见)[,:])"
)
"""会议强调, 调研组要求, 某副县长指出: somebody speaks to those below."""


def quotes_leader(words: str, *, going_on: bool) -> bool:
    """Whether a sentence repeats what a leader of the state demands; `going_on`: one was quoted before it."""
    said = _OF_THE_STATE.match(words) or (_GOES_ON.match(words) if going_on else None)
    return said is not None and _DEMANDS.search(words, said.end() - 1) is not None


def opens_speech(words: str) -> bool:
    """Whether a sentence of official news starts to tell what somebody demands of those addressed."""
    return _OPENS.match(words) is not None


_ALL = re.compile(
    r"(?:全[省市县区州镇乡]|各)[^,。;已了将]{0,12}?(?:部门|单位|[乡镇县区市地]|上下|系统|干部|学校|企业|级)"
    r"(?:主要负责同志)?(?:切实|认真|严格|坚决|进一步|继续|迅速|立即|及时|全面|扎实|牢固|强化|加强|落实|抓好|做好|把|对照|结合)"
)
"""全市各级部门认真…: who is addressed, without 要."""


_COUNTED = re.compile(r"(?:要求|希望|意见)[,:]一(?:是|要)")
"""提出三点要求,一是压实责任: demands that are counted."""


def is_urged(words: str) -> bool:
    """Whether a sentence of such a speech lays something on those addressed."""
    return _DEMANDS.search(words) is not None or _ALL.match(words) is not None or _COUNTED.search(words) is not None


_ASKS = re.compile(
    r"(?!各位|尊敬)\[?[^\[\]。:]{2,20}记者\]?(?:\([^()]{0,16}\))?:(?!答)"
    rf"|{ASKED}"
)
_ANSWERS = re.compile(r"(?:答|\[?[^\[\]。:]{2,30}(?:长|主任|发言人|委员|先生|女士|书记|专家)\]?[^\[\]。:]{0,6}):")


def asks(words: str, *, going_on: bool) -> bool:
    """Whether a journalist speaks, by the name of a medium (石桥日报记者:…) or behind 问:, whether that asks or not.

    Args:
        words: a sentence.
        going_on: one spoke in the sentence before of the paragraph.
    """
    return _ASKS.match(words) is not None or (going_on and _ANSWERS.match(words) is None)
