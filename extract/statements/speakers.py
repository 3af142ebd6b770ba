"""What only speakers to the press say: measures of a paper they present, plans that go on, mere talk."""

from __future__ import annotations

import re

from corpus import Genre
from extract.outline.points import is_listed
from extract.outline.stances import Stance
from extract.patterns import BRIEFING
from extract.statements.cues import Cues
from extract.statements.descriptions import says_what_is, tells_a_scene
from extract.statements.judged import Setting, State
from extract.statements.letter_talk import explains
from extract.statements.presented_papers import (
    demands_of_those_above,
    ends_the_account,
    goes_on_with_a_paper,
    goes_on_with_demands,
    lists_measures,
    names_a_paper,
    presents_measures,
    tells_of_a_paper,
    tells_of_measures,
)
from extract.statements.read_out import announces_contents, foresees, is_account, is_through, lays_down
from extract.statements.told_rules import states_rule_of_law

_SAYS = re.compile(r"[^,。:《]{2,40}(?:说|认为|表示|指出|强调),")
_TOLD = re.compile(r"已经?(?![^,。;]{1,10}的)|(?<!提出)(?<!明确)(?<!规定)(?<!细化)了|截至|目前|累计|共有")
"""What tells of a deed, and is not said of what measures grant."""
_ACTS = re.compile(
    r"(?:(?:此外|同时|另外),)?(?:在[^,。;]{2,20}方面,)?[一-龥]{2,8}(?:海关|[局委厅署])(?:也|还|已)*"
    r"(?:对|将|在|大力|积极|主动|全面|实行|设立|推出|建立|组织|开通)"
)
"""在通关方面,某海关设立专窗: an office tells what it does."""
_DIGIT = re.compile(r"\d")
_EVENT = re.compile(r"^据(?:介绍|了解|悉),|^[^。;:]{0,90}" + BRIEFING + r"上?,(?=.{8})")
"""Where and when the speaker spoke, before what was said."""
_ACCOUNT = re.compile(r"以来,|(?:目前|截至|近年来|[一三五]年来),")


def presents(cues: Cues, setting: Setting, state: State) -> bool:
    """Whether a sentence of a briefing repeats what the paper that it presents, or those above, lay down.

    流通方面,提出3项措施 opens a list of measures, and so does the name of the paper that a headline on measures speaks
    of; an account, or what the speaker will do, ends it. A lead-in like 主要有六项措施: behind a paper opens a list of
    items. `state` remembers either.
    """
    if not setting.news:
        return False
    words = cues.words
    state.paper = state.paper or names_a_paper(words)
    if lists_measures(words):
        state.listing, state.presenting = state.paper, state.presenting or setting.headlined
        return False
    state.listing = state.listing and (state.item or is_listed(words))
    if _reads_out(cues, setting, state):
        return True
    untold = cues.done < _DEED and cues.ahead <= _LAID_DOWN and max(cues.none, cues.problem) < _DEED
    state.telling = tells_of_a_paper(words) or (state.telling and goes_on_with_a_paper(words, untold=untold))
    ought = 2 <= cues.ahead <= _LAID_DOWN and _OUGHT.search(words) is not None
    goes_on_so = state.demanding and (goes_on_with_demands(words) or ought)
    state.demanding = demands_of_those_above(words) or goes_on_so
    if setting.headlined and tells_of_measures(words):
        state.presenting = True
        return False
    opens = presents_measures(words)
    told = (cues.done >= _DEED and _TOLD.search(words) is not None) or _ACTS.match(words) is not None
    told = told or ends_the_account(words)
    state.presenting = opens or (state.presenting and not told and words[-1:] in ("。", ";"))
    if state.presenting or state.listing or state.demanding or state.telling:
        return True
    if not untold or told:
        return False
    return states_rule_of_law(words) or (setting.explained and _SAYS_A_RULE.search(words) is not None)


def _reads_out(cues: Cues, setting: Setting, state: State) -> bool:
    """Whether a speaker goes on with what a paper lays down, or answers what was asked of it."""
    words = cues.words
    if setting.genre is not Genre.PRESS_BRIEFING:
        return False
    if announces_contents(words):
        state.contents = True
        return False
    ends = cues.ahead > _LAID_DOWN or is_through(words) or setting.stance in _TURNS_AWAY
    state.contents = state.contents and not ends
    if is_account(words) or cues.none >= _BACKGROUND or foresees(words):
        return False
    if state.contents or ends or state.turn is None or not state.turn.for_contents:
        return state.contents
    return cues.done < _DEED and lays_down(words)


_TURNS_AWAY = frozenset({Stance.DONE, Stance.NONE, Stance.ACCOUNT})
"""Sections that tell of other things than the contents of a paper."""
_BACKGROUND = 3
_SAYS_A_RULE = re.compile(r",.{4}|应|须|可以?|不[得予再超少]|以[上下内]|\d(?:%|元)|要求")
"""What an explanation says of a rule in so many words; 共7章42条, 提出三条要求 only lead in."""
_DEED = 2
"""The lightest cue that tells what was done, or what is the case, without a doubt."""
_LAID_DOWN = 3
"""The heaviest cue of a duty that a paper lays down; what opens an outlook of the speaker is heavier."""
_OUGHT = re.compile(r"应当?(?![用急对届])|必须|不得")
"""县政府应将…纳入规划, behind 《规划》明确…."""
_LISTS = re.compile(
    r"(?:[^,。;]{0,20}[一二三四五六七八九十]个[^,。;]{0,12},)?"
    r"(?:[一二三四五六七八九十]+是|第[一二三四五六七八九十][,是个]|其[一二三四五],|首先|其次|再次|另?一方面|分别是)"
)
_PLANS = re.compile(
    r"(?:从[^。;]{4,80}(?:方面|环节|层面),)?(?:(?:同时|此外|另外|并且?|也|还),?)*(?:将|继续|进一步|持续|不断|加快|加强|加大|努力|着力|大力|全力|积极|深入|推动|推进|完善"
    r"|健全|优化|强化|引导|支持|鼓励|扩大|提升|提高|落实|抓好|做好|确保|组织|开展|建立|严格|密切|协助|协调|争取|依托|围绕|聚焦|充分发挥|指导|督促"
    r"|全面|切实|制定|实行|采取|控制|保障|设立|执行|压实|合理|统筹|及时|主动|认真|广泛|坚决|科学|有序|妥善|配备|尽(?:量|可能)|避免|减少|召开)"
)


_OPENS_LIST = re.compile(r"(?:^|[,:])(?:一是|一个是|第一[,个是]|首先,?是|一方面)[^。]*;$")
"""今年的重点一个是修渠;: the next sentences count on."""
_CLOSED = frozenset("。:")
"""The end of a sentence that may announce what the next ones list."""


def announces(cues: Cues) -> bool:
    """Whether a sentence tells what will be done, so that the next ones may go on with it."""
    if cues.ahead >= 3 and _OPENS_LIST.search(cues.words) is not None:
        return True
    return cues.ahead >= 3 and cues.done < 2 and cues.words[-1:] in _CLOSED


def goes_on(cues: Cues, setting: Setting, state: State) -> bool:
    """Whether a speaker who told what will be done goes on with it: 一是用好额度, 继续加强监测."""
    if not state.upcoming or not setting.news or cues.none or cues.problem:
        return False
    return _LISTS.match(cues.words) is not None or (not cues.done and _PLANS.match(cues.words) is not None)


def goes_on_planning(words: str) -> bool:
    """Whether a sentence starts as the next point of a list, or with the verb of a plan: 二是加强监测."""
    return (_LISTS.match(words) or _PLANS.match(words)) is not None


_CHATS = re.compile(
    r"(?:[一-龥]{2,4}:)?(?:所以|因此|那么|这样|大家|请大家|建议大家|至于|假如|比如|应该说|可以说|总的来?[看说]|过去|当然|其实|事实上|实际上"
    r"|从[^,。]{2,10}看,|(?:应该|可以|这里|我)[^,。]{0,6}(?:强调|说明)的是)"
    r"|(?:^|,)我(?:想|看|觉得|认为|个人|来|可以|理解|相信|再|也)"
)
"""How speakers talk with those who asked: 所以…, 我觉得…."""


def talks(cues: Cues, setting: Setting, *, asked: bool = False) -> bool:
    """Whether words of a speaker, quoted or not, tell of nothing that was done: 这种措施是多余的.

    Args:
        cues: those of the sentence.
        setting: where it stands.
        asked: the speaker answers journalists, explains and weighs.
    """
    if not setting.news or cues.done:
        return setting.news and tells_a_scene(cues.words)
    if tells_a_scene(cues.words):
        return True
    if asked and not _DIGIT.search(cues.words):
        return explains(cues.words) or _CHATS.match(cues.words) is not None
    words = _EVENT.sub("", cues.words, count=1)
    if _DIGIT.search(words) or _ACCOUNT.search(words):
        return False
    return says_what_is(words) or '"' in (words[0], words[-1]) or _SAYS.match(words) is not None
