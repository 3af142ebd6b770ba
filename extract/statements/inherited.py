"""What a sentence without a telling cue is: as the sentence before it, or as what an answer goes on with."""

from __future__ import annotations

import re

from corpus import Genre
from extract.outline.points import is_label, is_point
from extract.outline.stances import Stance
from extract.statements.cues import Cues
from extract.statements.descriptions import says_what_is
from extract.statements.judged import NOTHING, Kind, Setting, State, Verdict, as_before, cue_reason
from extract.statements.letter_talk import explains
from extract.statements.office_deeds import acts_now, has_copula, tells_deed, tells_of_officials
from extract.statements.speakers import goes_on, talks
from extract.statements.told_rules import holds_at_office

_STATE = re.compile(
    r"(?:稳定|回升|回暖|平稳|增长|下降|回落|向好|好转|改善|提升|提高|推进|加快|增强|攀升|复苏|恢复|活跃|旺盛|扩大|提速|优化|夯实|见效|;)[。;]?$"
)
"""What a short sentence of an account says of a state: 农业生产总体稳定."""
_TELLS = re.compile(rf",|[一-鿿]\d|{_STATE.pattern}")
"""What a sentence has that does not only lead in: parts, a number, a state."""
_SHORT = 15
"""A sentence of fewer characters without any of that, and without a cue, leads in an account: 全力稳定就业大局."""
_COUNT = re.compile(r"\d[余多]?[万亿]?(?:[余多]?[人户家个项件次所处场期名套座][次]?)[,。;]")
"""2031年巡护渠道400余次: items behind such a one go on with the account."""
_COUNTS = re.compile(r"(?!但|不过|据|根据|按照)(?=[^。]*\d)(?![^。]*(?:[是原]|意见:))")
"""其中县级配套200万元: an answer tells how things are by a value, and neither explains nor objects."""
_CANNOT = re.compile(
    r"无法|未(?:获得|获|能(?!源)|列入|纳入)|没有(?!变|发生|出现)|暂不(?=具备|能|符合|满足|予|考虑)|暂时不|暂无|无(?:专项|相应|相关)[^,。;]{0,4}(?:资金|经费)|(?:资金|经费|权)不足"
    r"|(?:主管|责任|职能|牵头|对口)(?:部门|单位)(?:为|是)|主要(?:依靠|依赖|来源于)|(?:,|^[^,。;属]{2,20})(?:均|都)?属于?(?!地|性)[^,。;]{2,30}[。;]$"
)
"""What an answer says that cannot be, or what something is, between what was done and what will be."""
_HOLDS = re.compile(
    r"(?:给予|予以|补助|补贴|奖励|按|每[人户年月次家亩学]|不超过|实行|执行|由)[^,。;]{0,24}\d|(?:实行|落实|执行)[^,。;]{2,30}(?:政策|制度|标准)"
)
"""What a rule in force gives: 对吸纳就业的给予奖励5万元."""
_LOOKS_BACK = re.compile(
    r"(?:[^,。;]{0,16},)?(?:近年来|近几年来?|近[两三]年来?|多年来|一直以来|长期以来|去年以来|今年以来|前期|[^,。;]{2,24}以来),"
)
"""近年来,我局高度重视…: what an answer goes on with behind it has been done."""
_ADVISES = re.compile(
    r"(?:^|[,;]|为此|因此|所以)建议(?!书|提案|办理|的|中|被|得到)[一-龥]{2,24}(?:向|责成|先|进行|组织|加强|主动)"
    r"|^(?:同时|因此|为此|,)*建议(?:各)?(?:市县|县区|地方|[省市县区乡镇](?!场|价|级)|[一-龥]{2,8}(?:县|区|市|镇|局|村)(?:人民政府)?)(?:结合|根据|在|可|按|通过|积极|进一步|统筹|优先|适当)"
)
"""What an answer leaves to others: 建议农场向上级争取资金."""


def inherited(cues: Cues, setting: Setting, state: State) -> Verdict:
    """Without a telling cue: as the sentence before."""
    if (setting.replies and _leaves_undone(cues)) or _only_says_what_is(cues, setting):
        return NOTHING
    if state.running is Stance.AHEAD or state.going_on or goes_on(cues, setting, state):
        state.counted = False
        return Verdict(Kind.AHEAD, as_before("ahead", cues.ahead))
    if setting.replies and _goes_on_counting(cues, state):
        return Verdict(Kind.DONE, as_before("done", cues.done))
    state.upcoming = False
    if len(cues.words) < _SHORT and not cues.done and _TELLS.search(cues.words) is None:
        return NOTHING
    if talks(cues, setting, asked=state.asked):
        return NOTHING
    if _leads_on(cues, setting) or (setting.replies and state.told and _goes_on_so(cues)):
        return Verdict(Kind.DONE, as_before("done", 0))
    if setting.letter:
        return _of_letter(cues, setting, state)
    official = setting.news and tells_of_officials(cues.words)
    if state.running is Stance.DONE and (cues.done or setting.genre is not Genre.OTHER or official):
        return Verdict(Kind.DONE, as_before("done", cues.done))
    counts = setting.replies and setting.measured and _COUNTS.match(cues.words) is not None
    if not cues.done and not counts:
        return NOTHING
    looks_back = setting.replies and _LOOKS_BACK.match(cues.words) is not None
    state.running = Stance.DONE if setting.news or looks_back else state.running
    return Verdict(Kind.DONE, cue_reason("done", max(1, cues.done)))


def _only_says_what_is(cues: Cues, setting: Setting) -> bool:
    """Whether a speaker says amid deeds or plans what something is: 再生水是城市第二水源."""
    return setting.news and not (cues.ahead or cues.done or setting.valued) and says_what_is(cues.words)


def _goes_on_so(cues: Cues) -> bool:
    """Whether a sentence of an answer behind an account goes on with what holds: 对…给予奖励5万元, 落实减免政策."""
    if cues.ahead >= 2 or cues.none or cues.problem or explains(cues.words):
        return False
    return _HOLDS.search(cues.words) is not None or acts_now(cues) or holds_at_office(cues.words)


def _leads_on(cues: Cues, setting: Setting) -> bool:
    """Whether an answer that goes on with an account, or turns to what is next, tells a deed."""
    if (setting.told or setting.past) and acts_now(cues):
        return True
    return setting.past and not cues.done and tells_deed(cues.words) and not has_copula(cues.words)


def _of_letter(cues: Cues, setting: Setting, state: State) -> Verdict:
    """In the answer to a letter, which explains much: an account only where a deed, a value or a rule is told."""
    words = cues.words
    works = acts_now(cues) or holds_at_office(words)
    told = works or tells_deed(words) or any(map(str.isdigit, words))
    if not cues.done and (not told or is_label(words) or explains(words)):
        return NOTHING
    if state.running is Stance.DONE or works or setting.past or setting.measured:
        return Verdict(Kind.DONE, as_before("done", cues.done))
    return Verdict(Kind.DONE, cue_reason("done", cues.done)) if cues.done else NOTHING


def _leaves_undone(cues: Cues) -> bool:
    """Whether an answer says what cannot be done, what something is, or what others should do."""
    if cues.done:
        return False
    return (cues.ahead < 2 and _CANNOT.search(cues.words) is not None) or _ADVISES.search(cues.words) is not None


def _goes_on_counting(cues: Cues, state: State) -> bool:
    """Whether an item follows one that told what was done by its number; `state` remembers whether this one does."""
    if not is_point(cues.words) and ":一是" not in cues.words:
        return False
    counts = _COUNT.search(cues.words) is not None
    if state.counted and cues.ahead < 2 and (counts or "," in cues.words):
        return True
    state.counted = cues.done == 1 and counts
    return False
