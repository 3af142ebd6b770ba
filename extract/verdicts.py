"""What a sentence is: an undertaking, an account, a quoted duty or nothing, and which features decided.

What decides, in this order: marks of background; cues of tense that leave no doubt; what the section says by its
heading; what the sentence before was; the kind of document.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from corpus import Actor, Genre
from extract.cues import Cues
from extract.descriptions import is_motto, says_what_is
from extract.requests import asks_for
from extract.retold import presents_measures, states_a_rule, states_a_rule_of_the_state
from extract.stances import Stance
from extract.statutes import lays_no_duty

_CASES = re.compile(
    r"""
      (?: 情形 | 情况 | 行为 | 之一 | 材料 | 含义 | 用语 ) [^。:]{0,12} :$
    | (?: 清理 | 纠正 | 整治 | 查处 | 整改 | 治理 | 排查 ) [^。:]{0,6} (?: 以下 | 下列 ) [^。:]{0,4} 问题:$
    | 有下列[^。]{0,12} (?: 情形 | 行为 | 情况 ) 之一的,
    """,
    re.VERBOSE,
)
"""A lead-in after which cases stand, not tasks: 有下列情形之一的,…:"""
_BACKGROUND_REST = re.compile(
    r"""
      清醒(?:地)?(?:认识|看)到 | 肯定成绩的同时 | 看到成绩的同时
    | (?:存在|面临)[^。;]{0,12}(?:问题|困难|不足|挑战)(?:是|有|包括|主要有)? [:;]       # 存在一些问题:一是…;二是…
    | (?:主要|突出)(?:问题|困难|不足|短板|表现)(?:是|在|有|为)? :
    """,
    re.VERBOSE,
)
"""After these words the rest of the paragraph is background too."""
_GRANTS = re.compile(r"(?:^|[,:、\d]|我[局委厅部]|经研究|原则|基本)(?:原则|基本)?(?:上)?(?:同意|核定|批准|核准|准予)")
"""What an approval grants is in force with it."""
_FOUND = re.compile(
    r"符合[^。]{2,60}(?:规定|要求|条件|标准|规范|规划)|(?:基本|总体|较为|技术上)(?:可行|合理|适当|恰当|得当)|内容较?(?:全面|完整)|可以?作为"
)
"""What an approval finds of the plans laid before it."""
_EARLY = re.compile(r"(?:前|时|起)就(?:已|及时|全部|全面|完成|提前)")
"""3月底前就完成: a date that was kept, no deadline."""
_MEASURED = re.compile(r"\d(?:%|[余多]?[万亿个家项人户名件次亩辆套座所台部条倍])|百分之|成效|进展|进步")
"""What a background that tells of a state measures it by."""
_SHORT = 15
"""A sentence without a comma under so many characters that no cue speaks for leads in an account: 全力稳定就业大局。"""


class Kind(StrEnum):
    """What a sentence is."""

    AHEAD = "ahead"
    DONE = "done"
    QUOTED = "quoted"
    NOTHING = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a sentence is, and the names of the features that decided."""

    kind: Kind
    reasons: tuple[str, ...] = ()


NOTHING = Verdict(Kind.NOTHING)


@dataclass(frozen=True, slots=True)
class Lead:
    """A lead-in with a subject: 建设单位要做好以下工作:.

    Attributes:
        subject: on whom it lays the duties of its items.
        section: where it stands.
        shape: form of the label of its paragraph; an item of the same form is its peer and ends its list.
    """

    subject: tuple[Actor, ...]
    section: str | None
    shape: str


@dataclass(slots=True)
class State:
    """What is carried from sentence to sentence.

    Attributes:
        section: top section of the sentence before.
        running: what the sentences were last, where the section leaves it open.
        goal_seen: a target was stated in a section that starts with principles.
        subject: whom the paragraph lays its duties on.
        point: whom the point (一是) of the paragraph lays its duties on.
        clause: the paragraph.
        led: the section whose lead-in said that what follows is to be done, sections inside it too.
        lead: whom the last lead-in lays the duties of the items behind it on.
        background: the rest of the paragraph lists problems.
        asking: the rest of the paragraph says what the one answered asks for.
        cases: the items that follow are cases of a rule.
        case_shape: form of the label of the first of them; None before it.
        asked: questions of journalists have begun.
        presenting: the measures of a paper are told one after the other.
    """

    section: str | None = None
    running: Stance = Stance.NONE
    goal_seen: bool = False
    subject: tuple[Actor, ...] = ()
    point: tuple[Actor, ...] = ()
    clause: str | None = None
    led: str | None = None
    lead: Lead | None = None
    background: bool = False
    asking: bool = False
    cases: bool = False
    case_shape: str | None = None
    asked: bool = False
    presenting: bool = False


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a sentence stands and what is known of it beside its words.

    Attributes:
        stance: what its section says.
        genre: kind of document.
        dated: a deadline is stated in it.
        valued: a target value is stated in it.
        grants: the document is an approval, which repeats what was asked for.
        statute: the document is a statute of articles.
    """

    stance: Stance
    genre: Genre
    dated: bool = False
    valued: bool = False
    grants: bool = False
    statute: bool = False


def judge(cues: Cues, setting: Setting, state: State) -> Verdict:
    """What a sentence is; `state` is brought up to date for the sentences behind."""
    if setting.genre is Genre.REPORT and is_motto(cues.words) and not cues.ahead:
        return NOTHING
    if setting.statute and lays_no_duty(cues.words, demands=cues.ahead >= 2):
        return NOTHING
    if states_a_rule(cues.words, setting.genre) or _asks(cues, setting, state):
        return Verdict(Kind.QUOTED, ("quoted",))
    if cues.none == 3 or cues.problem:
        state.background = state.background or _BACKGROUND_REST.search(cues.words) is not None
    if cues.none == 3:
        return NOTHING
    if _presents(cues, setting, state):
        return Verdict(Kind.QUOTED, ("quoted",))
    opens_cases = (cues.words[-1:] == ":" or "之一的" in cues.words) and _CASES.search(cues.words) is not None
    if opens_cases:
        state.cases, state.case_shape = True, None
    if cues.lead == 3 or (cues.lead == 2 and cues.ahead < 3 and cues.done < 2):
        state.running = Stance.AHEAD if cues.ahead >= 2 else state.running
        state.led = state.section if cues.ahead >= 2 else state.led
        return NOTHING
    is_case = state.cases and not opens_cases and not (setting.dated and cues.ahead >= 2)
    if (state.background and cues.ahead < 3) or is_case:
        return NOTHING
    return _BY_STANCE.get(setting.stance, _laid_down)(cues, setting, state)


_ANSWERS = frozenset({Genre.PROPOSAL_REPLY, Genre.OTHER})
"""Replies, and letters that answer as replies do."""


def _asks(cues: Cues, setting: Setting, state: State) -> bool:
    """Whether a sentence of an answer says what was asked for; `state` remembers it for the paragraph."""
    if setting.stance is not Stance.OPEN or setting.genre not in _ANSWERS:
        return False
    state.asking = asks_for(cues.words) or (state.asking and not _answered(cues))
    return state.asking


def _answered(cues: Cues) -> bool:
    """Whether a sentence behind a request speaks of what was done, or is to be done, about it."""
    return cues.ahead >= 3 or cues.done >= 2 or cues.none >= 2


def _presents(cues: Cues, setting: Setting, state: State) -> bool:
    """Whether a sentence of a briefing repeats a measure of the paper that it presents; `state` remembers it.

    方面,提出3项措施 opens a list of measures, which ends with an account or with what the speaker will do.
    """
    if setting.genre is not Genre.PRESS_BRIEFING:
        return False
    opens = presents_measures(cues.words)
    state.presenting = opens or (state.presenting and cues.done < 2 and cues.words[-1:] in ("。", ";"))
    return state.presenting


def _nothing(_cues: Cues, _setting: Setting, _state: State) -> Verdict:
    return NOTHING


def _account(cues: Cues, _setting: Setting, state: State) -> Verdict:
    """In background that may report results."""
    leans = cues.done == 1 or state.running is Stance.DONE
    told = cues.done >= 2 or (leans and _MEASURED.search(cues.words) is not None)
    state.running = Stance.DONE if told else state.running
    if not told or cues.problem or cues.ahead >= 2 or cues.none:
        return NOTHING
    return Verdict(Kind.DONE, _cue("done", cues.done) or ("inherited",))


def _done(cues: Cues, setting: Setting, _state: State) -> Verdict:
    """In a section that looks back."""
    target = setting.dated and cues.done < 2 and not _EARLY.search(cues.words)
    if (cues.ahead >= 3 and cues.done < 3) or (cues.ahead == 2 and target):
        return Verdict(Kind.AHEAD, (*_cue("ahead", cues.ahead), "against:section"))
    if (cues.none or cues.problem) and (cues.done < 2 or cues.problem == 3):
        return NOTHING
    if not cues.done and not setting.valued and says_what_is(cues.words):
        return NOTHING
    if cues.quoted and setting.genre in (Genre.PROPOSAL_REPLY, Genre.REPORT, Genre.PRESS_BRIEFING, Genre.OTHER):
        return Verdict(Kind.QUOTED, ("quoted",))
    return Verdict(Kind.DONE, ("section:done", *_cue("done", cues.done)))


def _laid_down(cues: Cues, setting: Setting, state: State) -> Verdict:
    """In a section of tasks or targets."""
    if setting.grants and cues.ahead < 2:
        found = state.running is not Stance.AHEAD and _FOUND.search(cues.words)
        if found or _GRANTS.search(cues.words):
            return Verdict(Kind.DONE, ("cue:done:2",))
        if state.running is not Stance.AHEAD:
            return NOTHING
    state.running = Stance.AHEAD if setting.grants else state.running
    if (cues.none and cues.ahead < 2) or (cues.problem == 3 and cues.ahead < 3):
        return NOTHING
    if states_a_rule_of_the_state(cues.words):
        return Verdict(Kind.QUOTED, ("quoted",))
    if setting.genre is Genre.REPORT and not cues.ahead and not setting.valued and says_what_is(cues.words):
        return NOTHING
    if cues.done == 3 and cues.ahead < 2 and not setting.dated:
        return Verdict(Kind.DONE, ("cue:done:3", "against:section"))
    return Verdict(Kind.AHEAD, (f"section:{setting.stance}", *_cue("ahead", cues.ahead)))


def _listed(cues: Cues, setting: Setting, state: State) -> Verdict:
    """In a list of short entries, of which sentences count."""
    return _laid_down(cues, setting, state) if cues.ahead or "," in cues.words else NOTHING


def _mixed(cues: Cues, setting: Setting, state: State) -> Verdict:
    """Where principles come first: nothing until a target is stated."""
    if cues.none and cues.ahead < 2:
        return NOTHING
    state.goal_seen = state.goal_seen or setting.dated or setting.valued or cues.ahead >= 3
    return _laid_down(cues, setting, state) if state.goal_seen else NOTHING


def _open(cues: Cues, setting: Setting, state: State) -> Verdict:
    """Where the section leaves it open."""
    if cues.quoted and cues.ahead < 3:
        return Verdict(Kind.QUOTED, ("quoted",))
    if cues.ahead >= 3 or (setting.dated and not _EARLY.search(cues.words)):
        if cues.ahead > 3 or setting.genre is not Genre.PRESS_BRIEFING:
            state.running = Stance.AHEAD
        state.led = state.section if cues.ahead > 3 else state.led
        return Verdict(Kind.AHEAD, (*_cue("ahead", max(3, cues.ahead)), *(("against:cue",) if cues.done >= 2 else ())))
    if cues.problem == 3 and cues.ahead < 2:
        return NOTHING
    if cues.done >= 2:
        state.running = Stance.DONE
        return Verdict(Kind.DONE, _cue("done", cues.done))
    if cues.none or (cues.problem and state.running is not Stance.AHEAD):
        return NOTHING
    if cues.ahead == 2 and (state.running is not Stance.DONE or _obliges(cues, setting)):
        return Verdict(Kind.AHEAD, _cue("ahead", cues.ahead))
    return _inherited(cues, setting, state)


_OBLIGES = re.compile(r"应(?=当|先|优先|纳入)|必须|[应需](?=进一步|继续|审慎|慎重)")


_DEMANDS = re.compile(
    r"(?:^|[,:;\"]|[局厅委府方市县区省业校院们者门])(?:也|还|都|既|更|首先|同时|特别是|当前)?"
    r"(?:要(?![求素点件领闻害塞道约么是不想])|必须|严禁|不得)"
)
_SAYS = re.compile(r"[^,。:《]{2,40}(?:说|认为|表示|指出|强调),")
_DIGIT = re.compile(r"\d")


def _obliges(cues: Cues, setting: Setting) -> bool:
    """Whether an answer or a speaker says amid an account what ought to be done: 电源点应优先建在县城周边."""
    if cues.done or setting.genre not in (*_ANSWERS, Genre.PRESS_BRIEFING):
        return False
    return (_OBLIGES if setting.genre in _ANSWERS else _DEMANDS).search(cues.words) is not None


def _talks(cues: Cues, setting: Setting) -> bool:
    """Whether words of a speaker, quoted or not, tell of nothing that was done: 这种措施是多余的."""
    if setting.genre is not Genre.PRESS_BRIEFING or cues.done or _DIGIT.search(cues.words):
        return False
    return '"' in (cues.words[0], cues.words[-1]) or _SAYS.match(cues.words) is not None


def _inherited(cues: Cues, setting: Setting, state: State) -> Verdict:
    """Without a telling cue: as the sentence before."""
    if state.running is Stance.AHEAD:
        return Verdict(Kind.AHEAD, ("inherited", *_cue("ahead", cues.ahead)))
    if len(cues.words) < _SHORT and "," not in cues.words and not cues.done and cues.words[-1:] != ";":
        return NOTHING
    if _talks(cues, setting):
        return NOTHING
    if state.running is Stance.DONE and (cues.done or setting.genre is not Genre.OTHER):
        return Verdict(Kind.DONE, ("inherited", *_cue("done", cues.done)))
    return Verdict(Kind.DONE, _cue("done", cues.done)) if cues.done else NOTHING


_BY_STANCE = {
    Stance.NONE: _nothing,
    Stance.ACCOUNT: _account,
    Stance.DONE: _done,
    Stance.LIST: _listed,
    Stance.MIXED: _mixed,
    Stance.OPEN: _open,
}


def _cue(tense: str, weight: int) -> tuple[str, ...]:
    return (f"cue:{tense}:{weight}",) if weight else ()
