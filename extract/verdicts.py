"""What a sentence is: an undertaking, an account, a quoted duty or nothing, and which features decided.

What decides, in this order: marks of background; cues of tense that leave no doubt; what the section says by its
heading; what the sentence before was; the kind of document.
"""

from __future__ import annotations

import re

from corpus import Genre
from extract.cues import Cues
from extract.descriptions import is_motto, says_what_is
from extract.inherited import inherited
from extract.judged import EVERYWHERE, NOTHING, Kind, Setting, State, Verdict, cue_reason
from extract.news import is_urged, opens_speech, quotes_leader
from extract.requests import asks_for, demands, opens_point, quotes_request
from extract.retold import (
    goes_on_behind_semicolon,
    goes_on_with_passage,
    is_issued_above,
    states_a_rule,
    states_a_rule_of_the_state,
    tells_of_issue,
)
from extract.speakers import announces, presents
from extract.stances import Stance
from extract.statutes import lays_no_duty

_CASES = re.compile(
    r"""
      (?: 情形 | 情况 (?! [^。:]* 如下 ) | 行为 | 之一 | 材料 | 含义 | 用语 ) [^。:]{0,12} :$
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
    | (?:还|仍然?|也)(?:存在|面临)[^。;:]{0,40}(?:问题|困难|不足|短板|挑战)[。:]        # 还存在一些问题。一是…
    | ^[^,。:《]{2,30}(?:提醒|呼吁|倡议)                                             # 警方提醒市民:…。如…,请…
        (?:广大|您|大家|[^,。:]{0,10}(?:市民|群众|旅客|考生|家长|消费者|网友|朋友))
    | (?:把握|遵循|坚持)好?(?:以下|如下)[^。:]{0,8}原则 :                    # 需要把握以下原则:…;…
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
_GUIDED = re.compile(r"(?!.*(?:要求是|思路是|要求:|思路:))[^。]*?(?:坚持|坚定)以[^。]{2,60}为(?:指导|统领|引领)")
"""一年来,我们坚持以…为指导: an account of how work was guided."""
_EXPECTED = re.compile(r"(?:[^,。]{0,10}[,:])?预计[^。;]{2,40}(?:增长|下降|达到?|突破|完成|实现|超过?)[^。;]{0,8}\d")
"""预计增加值增长6.5%: a year is reported before its figures are."""
_EARLY = re.compile(
    r"年初(?:即|就|便|已)|(?:前|时|起)就(?:已|及时|全部|全面|完成|提前)|提前[^,。;]{0,12}(?:完成|实现|达到)|为[^。;]{2,40}(?:奠定|打下|提供)了?[^,。;]{0,10}(?:基础|保障|支撑)"
)
"""3月底前就完成: a date that was kept, no deadline."""
_MEASURED = re.compile(
    r"\d(?:%|[余多]?[万亿个家项人户名件次亩辆套座所台部条倍])|百分之|成效|进展|进步|实现(?:了)?[^,。]{0,8}(?:发展|突破|提升|跨越|增长)"
    r"|(?:初步|基本|加快)形成|取得[^,。]{0,8}突破|(?:明显|显著|持续|大幅|快速)(?:加速|提升|改善|增强|提高|增长)|蓬勃|竞相涌现|异军突起|层出不穷"
)
"""What a background that tells of a state measures it by."""
_THRIVES = re.compile(r"异军突起|竞相涌现|层出不穷|蓬勃发展|方兴未艾|跨越式发展|突飞猛进")
"""What tells of a state without a measure."""
_DID = re.compile(
    r"(?:(?<!将)(?<!要)(?:开展|做|采取|落实|推进|进行)了|(?:主要|已|先后|重点)(?:开展|做|采取|落实|推进|进行)了?)(?:以下|如下|下列)[^,。:]{0,12}(?:工作|措施|举措|任务|办法)[。:]$"
)
"""我局主要开展了以下工作。: the sections behind it are an account."""
_WILL = re.compile(
    r"(?:解决|整改|治理)(?:方法|办法|措施|方案)如下[。:]$"
    r"|(?<!已)(?:制定|拟定|提出)(?:相关|相应|具体|以下|如下)的?(?:工作|整改|解决|办理|治理)?(?:方案|措施|办法|计划)(?:如下)?:$"
)
"""解决方法如下:, 制定相关的工作方案:: the items behind it are to be done."""


def _leads_in(cues: Cues, setting: Setting, state: State) -> bool:
    """Whether a sentence of an answer only leads in what was done, or what will be; `state` remembers which."""
    words = cues.words
    if setting.genre not in _ANSWERS or words[-1:] not in ":。":
        return False
    did = _DID.search(words) is not None
    if did or (_WILL.search(words) and "了" not in words[-16:]):
        state.accounts, state.running = did, Stance.DONE if did else Stance.AHEAD
        return True
    return False


_LEADER_ASKS = re.compile(
    r"(?:省长|市长|县长|区长|州长|书记|主席)(?:在|对|就)[^。;]{2,30}?(?:时|上|中|会)(?:明确|多次|特别)?(?:强调|指出|要求)"
    r"[,:]?\"?(?:要(?!求)|必须)(?![^。]*我局)"
)
"""What somebody who leads the place demands: 市长在调研时强调要加快治理."""


_NEXT = re.compile(r"下一?步,我(?:们|[局委厅部办院省市县区州])(?:也|还)?(?:将|会|要)")
"""下一步,我局将…: what is to be done, whatever stands behind it."""


_THEN_WILL = re.compile(
    r"(?:[^。;]{0,12}感谢|(?:也)?(?:希望|恳请|欢迎|期待|请)(?:您|你|各位|代表|委员|社会))[^。;]{2,80}[,;]我(?:们|[局委厅部办院])(?:也|还|都)?(?:一定|将|会(?![议同]))"
)
"""感谢您的关心,我们将继续…; 请您监督,我们会…: an undertaking stands behind the courtesy."""
_SPEAKS_OF = re.compile(
    r"(?:下面|接下来|最后|现在|再|我|就)[^。;]{0,24}(?:介绍|通报|汇报|谈|说明|报告|讲)[^。;]{0,16}?"
    r"(?:(?P<ahead>(?:下一?步|下一?阶段|今后|未来|明年|来年|后续)[^。;]{0,16}|(?:工作|主要)?(?:打算|安排|计划|考虑|思路))"
    r"|(?P<done>[^。;]{2,30}(?:情况|成效|进展|成果|成绩)))[。:]$"
)


def _turn(words: str, state: State) -> None:
    """Remembers what words turn to that say so and nothing else: 下面介绍下一步打算; the next point of an answer."""
    if opens_point(words):
        state.running = Stance.NONE
    turns = _SPEAKS_OF.search(words)
    if turns is not None:
        state.running = Stance.AHEAD if turns["ahead"] else Stance.DONE


def judge(cues: Cues, setting: Setting, state: State) -> Verdict:
    """What a sentence is; `state` is brought up to date for the sentences behind."""
    if _lays_nothing(cues, setting):
        return NOTHING
    if _repeats(cues, setting, state):
        return Verdict(Kind.QUOTED, ("quoted",))
    if _leads_in(cues, setting, state):
        return NOTHING
    if presents(cues, setting, state):
        return Verdict(Kind.QUOTED, ("quoted",))
    state.background = state.background and not (setting.news and opens_speech(cues.words))
    if cues.none == 3 or cues.problem:
        state.background = state.background or _BACKGROUND_REST.search(cues.words) is not None
        if cues.none == 3 and not (_NEXT.match(cues.words) or _THEN_WILL.match(cues.words)):
            _turn(cues.words, state)
            return NOTHING
    opens_cases = (cues.words[-1:] == ":" or "之一的" in cues.words) and _CASES.search(cues.words) is not None
    if opens_cases:
        state.cases, state.case_shape = True, None
    if cues.lead == 3 or (cues.lead == 2 and cues.ahead < 3 and cues.done < 2):
        state.running = Stance.AHEAD if cues.ahead >= 2 else state.running
        state.led = _led_from(cues, setting, state) if cues.ahead >= 2 else state.led
        return NOTHING
    is_case = state.cases and not opens_cases and not (setting.dated and cues.ahead >= 2)
    if (state.background and cues.ahead < 3) or is_case:
        return NOTHING
    state.urged = state.urging and (is_urged(cues.words) or (state.urged and not (cues.done or cues.none)))
    decide = _urged if state.urged else _BY_STANCE.get(setting.stance, _laid_down)
    return decide(cues, setting, state)


def _lays_nothing(cues: Cues, setting: Setting) -> bool:
    """Whether a sentence is a motto of a report, or one of a statute that lays no duty."""
    if setting.genre is Genre.REPORT and is_motto(cues.words) and not cues.ahead:
        return True
    return setting.statute and lays_no_duty(cues.words, demands=cues.ahead >= 2)


def _urged(cues: Cues, _setting: Setting, _state: State) -> Verdict:
    """In what a meeting demands."""
    return Verdict(Kind.AHEAD, cue_reason("ahead", max(2, cues.ahead)))


def _repeats(cues: Cues, setting: Setting, state: State) -> bool:
    """Whether a sentence repeats what others demand: another paper, the one answered, a leader of the state."""
    if states_a_rule(cues.words, setting.genre):
        state.demanding = setting.news or setting.genre is Genre.PROPOSAL_REPLY
        state.passage = setting.genre is Genre.PROPOSAL_REPLY and cues.words[-1:] in _GOING_ON
        return True
    if setting.genre is Genre.PROPOSAL_REPLY and _LEADER_ASKS.search(cues.words):
        return True
    if _asks(cues, setting, state) or _repeats_paper(cues, setting, state):
        return True
    return _repeats_leader(cues, setting, state)


def _repeats_paper(cues: Cues, setting: Setting, state: State) -> bool:
    """Whether a sentence of an answer says what a paper demands; `state` remembers that one was named."""
    if setting.genre is not Genre.PROPOSAL_REPLY or setting.stance not in (Stance.OPEN, Stance.DONE):
        return False
    goes_on = (state.passage and goes_on_behind_semicolon(cues.words)) or (
        state.demanding and goes_on_with_passage(cues.words)
    )
    repeats = goes_on or is_issued_above(cues.words)
    told = tells_of_issue(cues.words)
    state.passage = (repeats or cues.quoted) and cues.words[-1:] in _GOING_ON
    state.demanding = repeats or cues.quoted or told
    if told and cues.quoted and cues.done >= 2 and not state.passage:
        state.running = Stance.DONE  # that it was issued is told as done
    return repeats


_GOING_ON = frozenset(";:")


_TELLS = frozenset({Genre.PRESS_BRIEFING, Genre.OTHER})
"""Kinds of documents that tell what was said."""


def _repeats_leader(cues: Cues, setting: Setting, state: State) -> bool:
    """Whether a leader of the state is quoted; `state` remembers who speaks."""
    if setting.genre not in _TELLS:
        return False
    opens = opens_speech(cues.words)
    quoted = quotes_leader(cues.words, going_on=state.leader)
    state.leader = quoted or (state.leader and not opens)
    state.urging = setting.news and not quoted and (opens or state.urging)
    return quoted


_ANSWERS = frozenset({Genre.PROPOSAL_REPLY, Genre.OTHER})
"""Replies, and letters that answer as replies do."""


def _asks(cues: Cues, setting: Setting, state: State) -> bool:
    """Whether a sentence of an answer says what was asked for; `state` remembers it for the paragraph."""
    if setting.stance is not Stance.OPEN or setting.genre not in _ANSWERS:
        return False
    quotes = quotes_request(cues.words) or (setting.asked and demands(cues.words))
    state.asking = not quotes and (asks_for(cues.words) or (state.asking and not _answered(cues)))
    return quotes or state.asking


def _answered(cues: Cues) -> bool:
    """Whether a sentence behind a request speaks of what was done, or is to be done, about it."""
    return cues.ahead >= 3 or cues.done >= 2 or cues.none >= 2


def _nothing(_cues: Cues, _setting: Setting, _state: State) -> Verdict:
    return NOTHING


def _account(cues: Cues, _setting: Setting, state: State) -> Verdict:
    """In background that may report results."""
    leans = cues.done == 1 or state.running is Stance.DONE or _THRIVES.search(cues.words) is not None
    told = cues.done >= 2 or (leans and _MEASURED.search(cues.words) is not None)
    state.running = Stance.DONE if told else state.running
    if not told or cues.problem or cues.ahead >= 2 or cues.none:
        return NOTHING
    return Verdict(Kind.DONE, cue_reason("done", cues.done) or ("inherited",))


_ACCOUNTS = frozenset({Genre.REPORT, Genre.OTHER})
"""Documents whose accounts say by what thoughts work was guided."""


def _done(cues: Cues, setting: Setting, state: State) -> Verdict:
    """In a section that looks back; what was planned goes on behind a semicolon: 计划整修水库6座;新建水窖20口."""
    target = setting.dated and cues.done < 2 and not _EARLY.search(cues.words)
    goes_on = state.planned and cues.done < 2
    state.planned = (cues.ahead >= 3 and cues.done < 3) or (cues.ahead == 2 and target) or goes_on
    if state.planned:
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
    if not cues.ahead and not setting.valued and not setting.statute and says_what_is(cues.words):
        return NOTHING
    if cues.ahead < 2 and not (setting.valued or setting.dated) and _LATELY.match(cues.words):
        measured = _MEASURED.search(cues.words) is not None and not cues.problem
        return Verdict(Kind.DONE, ("cue:done:2", "against:section")) if measured else NOTHING
    if state.looking_back and not (cues.ahead or setting.valued or setting.dated) and _MEASURED.search(cues.words):
        return Verdict(Kind.DONE, ("inherited", "against:section"))
    if cues.done == 3 and cues.ahead < 2 and not setting.dated:
        state.looking_back = setting.genre is Genre.REPORT
        return Verdict(Kind.DONE, ("cue:done:3", "against:section"))
    return Verdict(Kind.AHEAD, (f"section:{setting.stance}", *cue_reason("ahead", cues.ahead)))


_LATELY = re.compile(
    r"(?:近年来|近几年来?|近[两三五]年来|多年来|长期以来|一直以来|一段时间以来|一段时期以来|近一?个?时期以来)"
)
"""近年来,…: how things have gone, amid tasks."""


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
        state.counted = False
        if cues.ahead > 3 or setting.genre is not Genre.PRESS_BRIEFING:
            state.running, state.accounts = Stance.AHEAD, False
        state.led = _led_from(cues, setting, state) if cues.ahead > 3 else state.led
        state.upcoming = announces(cues)
        return Verdict(
            Kind.AHEAD, (*cue_reason("ahead", max(3, cues.ahead)), *(("against:cue",) if cues.done >= 2 else ()))
        )
    if cues.problem == 3 and cues.ahead < 2:
        return NOTHING
    if state.upcoming and setting.news and _STILL.search(cues.words):
        return Verdict(Kind.AHEAD, ("inherited", "against:cue"))
    if cues.done >= 2:
        state.running, state.upcoming = Stance.DONE, False
        return Verdict(Kind.DONE, cue_reason("done", cues.done))
    if cues.none or (cues.problem and state.running is not Stance.AHEAD):
        return NOTHING
    if setting.genre in _ANSWERS and (_CONTINUES.match(cues.words) or _DRAFTS.search(cues.words)):
        return Verdict(Kind.AHEAD, ("cue:ahead:2",))
    if cues.ahead == 2 and (state.running is not Stance.DONE or _obliges(cues, setting)):
        state.upcoming = state.upcoming or (setting.news and cues.words[-1:] == "。")
        return Verdict(Kind.AHEAD, cue_reason("ahead", cues.ahead))
    return inherited(cues, setting, state)


_STILL = re.compile(r",(?:还|也|更)?(?:要(?!求)|将|继续)[^,。;]{2,60}(?:,[^,。;]{2,40}){0,2}[。;]$")
"""What a speaker who tells of plans says at the end of a sentence: 范围已经扩大,要继续扩大规模."""

_ANNOUNCES = re.compile(r"(?:以下|如下|下列)[^。,]{0,6}(?:措施|举措|工作|任务|方面)|从[^。,]{0,6}(?:方面|环节|层面)")


def _led_from(cues: Cues, setting: Setting, state: State) -> str | None:
    """The section that a lead-in leads: its own, or, in an answer not yet divided, all that follow."""
    whole = state.section is None and setting.genre in _ANSWERS and _ANNOUNCES.search(cues.words) is not None
    return EVERYWHERE if whole else state.section


_CONTINUES = re.compile(
    r"(?:[一二三四五六七八九十]+是|同时,|此外,|\d[.、])?继续(?:加大|加强|推进|做好|完善|争取|深化|强化|抓好|推动|扩大|优化|提高|提升|健全|落实|开展|加快|积极)"
)
"""三是继续加大巡查力度: what an answer says without saying that it was done."""
_DRAFTS = re.compile(
    r"正(?:在|会同)?[^。;]{0,80}?(?:制定|起草|草拟|拟订|制订)[^。;]{0,40}?(?:办法|方案|规划|细则|意见|条例|规定|标准|政策|》)"
)
"""我部正在研究制定《…办法》: what is to come of it is promised."""
_OBLIGES = re.compile(r"应(?=当|先|优先|纳入)|必须|[应需](?=进一步|继续|审慎|慎重)|^(?:[^,。;]{0,12},)?严禁")


_CHARGES = re.compile(
    r"(?:各地区?|各(?:有关|相关)?(?:部门|单位)|各[省市县区乡镇州]{1,3}|有关部门)(?:也|都)?(?:要(?!求)|应|须)"
)
"""各地要按照规定用好资金: what others have to do."""
_DEMANDS = re.compile(
    r"(?:^|[,:;\"]|[局厅委府方市县区省业校院们者门地企客众位员年]|工作)(?:也|还|都|就|既|更|首先|同时|特别是|当前|一方面|另一方面|必须)?"
    r"(?:要(?![求素点件领闻害塞道约么是不想])|必须|严禁|不得)"
    r"|(?<![重主需只纪摘概简纲想若首紧次提])要(?=加强|强化|加大|加快|严格|坚持|进一步|切实|做好|抓好|落实|确保|充分|及时|积极|统筹)"
    r"|^(?:(?:同时|此外|另外|并),)?(?:[^,。;]{0,12},)?要求(?:各地|各级|各[省市县区乡]|全[省市县区])"
)


def _obliges(cues: Cues, setting: Setting) -> bool:
    """Whether an answer or a speaker says amid an account what ought to be done: 电源点应优先建在县城周边."""
    if cues.done >= 2 or setting.genre not in (*_ANSWERS, Genre.PRESS_BRIEFING):
        return False
    if setting.genre in _ANSWERS:
        return _OBLIGES.search(cues.words) is not None or _CHARGES.match(cues.words) is not None
    return _DEMANDS.search(cues.words) is not None


_BY_STANCE = {
    Stance.NONE: _nothing,
    Stance.ACCOUNT: _account,
    Stance.DONE: _done,
    Stance.LIST: _listed,
    Stance.MIXED: _mixed,
    Stance.OPEN: _open,
}
