"""What a sentence is where the heading of its section tells: background, an account, tasks or targets."""

from __future__ import annotations

import re

from corpus import Genre
from extract.outline.stances import Stance
from extract.statements.cues import Cues
from extract.statements.descriptions import says_what_is
from extract.statements.judged import NOTHING, Kind, Setting, State, Verdict, cue_reason
from extract.statements.last_clauses import ends_ahead, ends_done
from extract.statements.retold import states_a_rule_of_the_state
from extract.times.due_dates import was_kept

_MEASURED = re.compile(
    r"\d(?:%|[余多]?[万亿个家项人户名件次亩辆套座所台部条倍])|百分之|成效|进展|进步|实现(?:了)?[^,。]{0,8}(?:发展|突破|提升|跨越|增长)"
    r"|(?:初步|基本|加快)形成|取得[^,。]{0,8}突破|(?:明显|显著|持续|大幅|快速)(?:加速|提升|改善|增强|提高|增长)|蓬勃|竞相涌现|异军突起|层出不穷"
)
"""What a background that tells of a state measures it by."""
_THRIVES = re.compile(r"异军突起|竞相涌现|层出不穷|蓬勃发展|方兴未艾|跨越式发展|突飞猛进")
"""What tells of a state without a measure."""
_ACCOUNTS = frozenset({Genre.REPORT, Genre.OTHER})
"""Documents whose accounts say by what thoughts work was guided."""
_GUIDED = re.compile(r"(?!.*(?:要求是|思路是|要求:|思路:))[^。]*?(?:坚持|坚定)以[^。]{2,60}为(?:指导|统领|引领)")
"""一年来,我们坚持以…为指导: an account of how work was guided."""
_EXPECTED = re.compile(r"(?:[^,。]{0,10}[,:])?预计[^。;]{2,40}(?:增长|下降|达到?|突破|完成|实现|超过?)[^。;]{0,8}\d")
"""预计增加值增长6.5%: a year is reported before its figures are."""
_GRANTS = re.compile(r"(?:^|[,:、\d]|我[局委厅部]|经研究|原则|基本)(?:原则|基本)?(?:上)?(?:同意|核定|批准|核准|准予)")
"""What an approval grants is in force with it."""
_LETS_ACT = re.compile(
    r"(?:同意|批准|核准|准予)[^,。;]{0,80}?(?:享受|试行|承办|举办|启动|开展|实施(?!方案|进度|意见|办法|细则|期|范围|主体|单位|计划)"
    r"|[将把][^,。;]{2,80}(?:纳入|列入|列为|作为)|建设(?!工程|项目|方案|规[模划]|内容|用地|单位|期|标准|投资|资金|总|条件|地点|[的和与、及]))"
    r"[^,。;]{0,60}+(?<!方案)(?<!方法)(?<!措施)(?<!安排)(?<!规划)(?<!计划)(?<!报告)(?<!设计)(?<!内容)[,。;]"
)
"""同意某区建设示范区: consent to what somebody goes on to do, not to a paper or a value laid before the office."""
_FOUND = re.compile(
    r"符合[^。]{2,60}(?:规定|要求|条件|标准|规范|规划)|(?:基本|总体|较为|技术上)(?:可行|合理|适当|恰当|得当)|内容较?(?:全面|完整)|可以?作为"
)
"""What an approval finds of the plans laid before it."""
_LATELY = re.compile(
    r"(?:近年来|近几年来?|近[两三五]年来|多年来|长期以来|一直以来|一段时间以来|一段时期以来|近一?个?时期以来)"
)
"""近年来,…: how things have gone, amid tasks."""

_SINCE = re.compile(r"(?:改革开放|党的[十二三一四五六七八九]+大|\"?十[一二三四五六]五\"?|近年|近几年|多年|长期)以?来,")
"""改革开放以来,…: how a preamble opens its account of what has come about."""
_WANTING = re.compile("需要?(?:进一步|加[快大强])|但|不足|不够|仍|尚|亟|还[不没有存]|日益[增紧突]")
"""Words of what is still missing."""

_GONE_BY = re.compile(
    r"(?:(?:19|20)\d\d年(?!度|版|级|[前后]|以[来前]|底|末|\d{1,2}月(?:\d{1,2}日)?[至到-])|去年|前一?阶段|前期|此前|上半年|今年以来)"
)
"""How a sentence opens that tells of a time gone by: 前一阶段,…"""
_TOLD = re.compile(r"(?<!自)已|(?<![为除])了(?![解结然])|\d[\d.]*[余多]?[万亿]?[个户件家项人份台处辆宗次座所]")


_TURNS = re.compile(
    r"(?:同时,|此外,|为此,)?(?:下一?步|下一?阶段|接下来|今后|明年|来年|下半年"
    r"|(?:19|20)\d\d年,?(?:[^,。;]{0,8},)?(?:重点|主要|将|要|计划|拟|着力|突出|抓好|做好)"
    r"|(?:为了?[^,。;]{2,24},)?(?:我[局委厅办院市县区]|我们)(?:还|也)?将(?!近))"
)
"""How a sentence opens with which a paragraph turns from its account to what comes next."""


def by_heading(cues: Cues, setting: Setting, state: State) -> Verdict:
    """What a sentence is by the stance of its section; `state` is brought up to date for the sentences behind."""
    return _BY_STANCE.get(setting.stance, _laid_down)(cues, setting, state)


def _background(cues: Cues, _setting: Setting, _state: State) -> Verdict:
    """Of background that tells why a paper is made, only what opens by saying since when results have come counts."""
    if cues.done < 2 or cues.problem or not _SINCE.match(cues.words) or _WANTING.search(cues.words):
        return NOTHING
    return Verdict(Kind.DONE, (f"cue:done:{cues.done}", "against:section"))


def _account(cues: Cues, _setting: Setting, state: State) -> Verdict:
    """In background that may report results."""
    leans = cues.done == 1 or state.running is Stance.DONE or _THRIVES.search(cues.words) is not None
    told = cues.done >= 2 or (leans and _MEASURED.search(cues.words) is not None)
    state.running = Stance.DONE if told else state.running
    if not told or cues.problem or cues.ahead >= 2 or cues.none:
        return NOTHING
    return Verdict(Kind.DONE, cue_reason("done", cues.done) or ("inherited",))


def _done(cues: Cues, setting: Setting, state: State) -> Verdict:
    """In a section that looks back; what was planned goes on behind a semicolon: 计划整修水库6座;新建水窖20口."""
    target = setting.dated and cues.done < 2 and not was_kept(cues.words)
    goes_on = (state.planned and cues.done < 2) or (setting.later and not cues.none and not cues.problem)
    to_come = setting.genre is not Genre.REPORT and ends_ahead(cues.words)
    kept = not setting.ends_later and not to_come and ends_done(cues.words)
    state.planned = not kept and (
        to_come or (cues.ahead >= 3 and cues.done < 3) or (cues.ahead == 2 and target) or goes_on
    )
    if kept:
        state.turned = False
        return Verdict(Kind.DONE, ("section:done", *cue_reason("done", cues.done)))
    state.turned = _turns(cues, setting, state)
    if state.planned or state.turned:
        state.planned = cues.words[-1:] == ";"
        reasons = cue_reason("ahead", cues.ahead) or ("inherited",)
        return Verdict(Kind.AHEAD, (*reasons, "against:section"))
    accounts = setting.genre in _ACCOUNTS and (_GUIDED.match(cues.words) or _EXPECTED.match(cues.words))
    if (cues.none or cues.problem) and (cues.done < 2 or cues.problem == 3) and not accounts:
        return NOTHING
    if not cues.done and not setting.valued and says_what_is(cues.words):
        return NOTHING
    if cues.quoted and setting.genre in (Genre.PROPOSAL_REPLY, Genre.REPORT, Genre.PRESS_BRIEFING, Genre.OTHER):
        return Verdict(Kind.QUOTED, ("quoted",))
    return Verdict(Kind.DONE, ("section:done", *cue_reason("done", cues.done)))


def _turns(cues: Cues, setting: Setting, state: State) -> bool:
    """Whether a paragraph of an account has turned to what comes next: 明年将办好三件实事。其一,…。其二,…."""
    if cues.done >= 2 or cues.none or cues.problem or cues.quoted:
        return False
    opens = cues.ahead >= 3 or setting.later or setting.dated
    return state.turned or (opens and _TURNS.match(cues.words) is not None)


def _laid_down(cues: Cues, setting: Setting, state: State) -> Verdict:
    """In a section of tasks or targets."""
    if setting.grants and cues.ahead < 2 and _LETS_ACT.search(cues.words) is None:
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
    if not cues.ahead and not setting.valued and not setting.statute and says_what_is(cues.words):
        return NOTHING
    if cues.ahead < 2 and not (setting.valued or setting.dated) and _LATELY.match(cues.words):
        measured = _MEASURED.search(cues.words) is not None and not cues.problem
        return Verdict(Kind.DONE, ("cue:done:2", "against:section")) if measured else NOTHING
    if state.looking_back and not (cues.ahead or setting.valued or setting.dated) and _MEASURED.search(cues.words):
        return Verdict(Kind.DONE, ("inherited", "against:section"))
    if _looks_back(cues, setting):
        state.looking_back = cues.done == 3 and setting.genre is Genre.REPORT
        return Verdict(Kind.DONE, (f"cue:done:{cues.done}", "against:section"))
    return Verdict(Kind.AHEAD, (f"section:{setting.stance}", *cue_reason("ahead", cues.ahead)))


def _looks_back(cues: Cues, setting: Setting) -> bool:
    """Whether a sentence amid tasks tells what was done, or opens with a time gone by: 前一阶段,…已签订…."""
    if cues.done < 2 or cues.ahead >= 2 or setting.dated:
        return False
    if cues.done == 3:
        return True
    return not setting.statute and _GONE_BY.match(cues.words) is not None and _TOLD.search(cues.words) is not None


def _listed(cues: Cues, setting: Setting, state: State) -> Verdict:
    """In a list of short entries, of which sentences count."""
    return _laid_down(cues, setting, state) if cues.ahead or "," in cues.words else NOTHING


def _mixed(cues: Cues, setting: Setting, state: State) -> Verdict:
    """Where principles come first: nothing until a target is stated."""
    if cues.none and cues.ahead < 2:
        return NOTHING
    state.goal_seen = state.goal_seen or setting.dated or setting.valued or cues.ahead >= 3
    return _laid_down(cues, setting, state) if state.goal_seen else NOTHING


_BY_STANCE = {
    Stance.NONE: _background,
    Stance.ACCOUNT: _account,
    Stance.DONE: _done,
    Stance.LIST: _listed,
    Stance.MIXED: _mixed,
}
"""The stances under which not all is to be done."""
