"""What a sentence is where its section leaves it open: what its own cues tell, else as the one before."""

from __future__ import annotations

import re

from corpus import Genre
from extract.outline.points import is_listed
from extract.outline.stances import Stance
from extract.patterns import OURSELVES, YAO
from extract.statements.cues import Cues
from extract.statements.inherited import inherited
from extract.statements.judged import NOTHING, Kind, Setting, State, Verdict, cue_reason
from extract.statements.last_clauses import ends_ahead, ends_bare, tells_how_far, tells_no_deed
from extract.statements.lead_ins import led_from
from extract.statements.office_deeds import tells_deed
from extract.statements.press_talk import reads_out_tally
from extract.statements.speakers import announces
from extract.times.due_dates import was_kept

_STILL = re.compile(r",(?:还|也|更)?(?:要(?!求)|将|继续)[^,。;]{2,60}(?:,[^,。;]{2,40}){0,2}[。;]$")
"""What a speaker who tells of plans says at the end of a sentence: 范围已经扩大,要继续扩大规模."""
_CONTINUES = re.compile(
    r"(?:[一二三四五六七八九十]+是|同时,|此外,|\d[.、])?继续(?:加大|加强|推进|做好|完善|争取|深化|强化|抓好|推动|扩大|优化|提高|提升|健全|落实|开展|加快|积极)"
)
"""三是继续加大巡查力度: what an answer says without saying that it was done."""
_DRAFTS = re.compile(
    r"正[^。;]{0,80}?(?:(?:制定|起草|草拟|拟[订定]|制订|修[订改]|研究提出)[^。;]{0,40}?"
    r"(?:办法|方案|规划|细则|意见|条例|规定|标准|政策|措施|预案|》)|研究(?:改进|完善|解决|推进|出台|调整|论证))"
)
"""我部正在研究制定《…办法》: what is to come of it is promised."""
_LISTS_TASKS = re.compile(
    r"(?:做好|抓好|开展|推进|采取|做|落实|突出|实施)(?:以下|如下|下列|这|几|[一二两三四五六七八九十]|\d{1,2})[^。;:,]{0,10}(?:工作|措施|举措|事|任务|方面|行动):"
)
"""下半年将做好以下工作:…;…;: a speaker lists tasks in the same sentence."""
_BY_NOW = re.compile(
    r"(?:(?:为此|对此|针对)[^,。;]{0,14},[^,。;]{0,6})?(?:目前|现(?:有|共有|在)?(?!行|代|场|金|状|实|将|就)|去年|上年|前年)(?![^。;]*(?:以[内上下]|不[低少高超]))[^。;]{0,40}\d"
)
"""现有…人, 去年10月起…: how things are, by a value."""
_SINCE = re.compile(r"(?:从|自)[^,。;]{2,10}(?:起|开始)")
_FROM_THEN = re.compile(r"(?:从|自)?(?=[^,。;]{0,11}[\d年月])[^,。;]{2,12}起,")
"""今年3月1日起,…: how a speaker opens what holds from a day on."""
_LIGHT = 2
"""A cue of deeds that may be a word of rank or number (排名, 累计) beside a day to come."""
_OWN_WILL = re.compile(rf"{OURSELVES}|下一?步|接下来|下阶段")
"""The one who answers speaks for himself, and not the paper that is named."""
_COMPARED = re.compile(
    r"月份?(?:均|也|还|同样)?(?:上涨|下降|增长|回落|上升)\d|(?:同比|环比|[比较](?:上年|上月|去年|[一二三四]季度|年初)[^,。;]{0,8})[^,。;]{0,8}(?:增长|下降|上涨|上升|回落|加快|提高|减少|增加|降低)[^,。;]{0,6}\d"
)
"""12月份环比上涨0.5%: a value that is compared was measured, whatever month it names."""
_OBLIGES = re.compile(r"应(?=当|先|优先|纳入)|必须|[应需](?=进一步|继续|审慎|慎重)|^(?:[^,。;]{0,12},)?严禁")
_HANDED_TO = re.compile(
    r"(?:^|[,一-龥])由[一-龥、]{2,24}?(?:局|委|厅|办|部|政府|[支大总]队|站|院|中心|公司|委员会|单位|部门)"
    r"(?:同时|统一|具体|分别|共同|负责|按月|每月|每季度)*"
    r"(?:立案|查处|负责(?!人|的)|牵头(?!的)|承担(?!的)|安排(?!的)|落实|采样|督促|解决|统筹|分担|审定|拨付|招标|制定|核拨|补助|自筹|告知|发文|联合发文)(?![^。;]*(?:了|已|的方式|的机制|过))"
)
"""对擅自施工的,由市城管局立案查处: what an answer hands to somebody, and nothing says that it was done."""
_CHARGES = re.compile(
    r"(?:各地区?|各(?:有关|相关)?(?:部门|单位)|各[省市县区乡镇州]{1,3}|有关部门)(?:也|都)?(?:要(?!求)|应|须)"
)
"""各地要按照规定用好资金: what others have to do."""
_DEMANDS = re.compile(
    r"(?:^|[,:;\"]|[局厅委府方市县区省业校院们者门地企客众位员年前时后镇乡村街]|工作)(?:也|还|都|就|既|更|首先|同时|特别是|当前|一方面|另一方面|必须)?"
    rf"(?:{YAO}|须(?![知要])|应当|严禁|不得)"
    r"|应该(?!说|是)|(?<=[还均])应(?!用|急|收|付|届)|(?<!非)必须(?![^,。;]{0,8}的[一-龥])"
    rf"|{YAO}(?=加强|强化|加大|加快|严格|坚持|进一步|切实|做好|抓好|落实|确保|充分|及时|积极|统筹)"
    r"|(?:^|,)要求(?:各|全[省市县区]|企业|单位|学校|所有|全体|相关|有关|属地|下属)"
)
_REQUIRES = re.compile(
    r"(?<=[一-龥,])(?<![按依遵根对的相关合达到体标年作严新硬项些个总])(?<!提出)要求(?=(?:各(?:级|地|区|县|市|乡|镇|有关|相关)"
    r"|(?:省|市|县|区|下)级[一-龥]{0,8}(?:部门|机构|单位|政府)|全[省市县区][各上]|(?:相关|有关|属地|涉事)[一-龥]{2,12}(?=[在于按立限]|\d|[一二三两]周))[^。;]{8})(?![^,。;]{0,30}的[,。;])"
)
"""某局要求各县…: what an office demands of those under it, whatever it did to say so."""
_OPENS_DEMAND = re.compile(rf"(?:[一-龥]{{2,10}})?{YAO}(?=[^,。;]{{2}})")
"""各镇要…: what is laid on somebody at the head stays ahead, whatever was begun behind it."""


def by_cues(cues: Cues, setting: Setting, state: State) -> Verdict:
    """What a sentence is by its cues; `state` is brought up to date for the sentences behind."""
    if cues.quoted and (cues.ahead < 3 or _OWN_WILL.search(cues.words) is None):
        return Verdict(Kind.QUOTED, ("quoted",))
    kept = was_kept(cues.words) or (setting.news and _tells_of_dates(cues, setting))
    due = (setting.dated and not kept) or _goes_on_demanding(cues, setting, state)
    begins = setting.later and not cues.done and (setting.answers or _FROM_THEN.match(cues.words) is not None)
    if cues.ahead >= 3 or due or begins:
        state.counted = False
        if cues.ahead > 3 or setting.genre is not Genre.PRESS_BRIEFING or _LISTS_TASKS.search(cues.words):
            state.running, state.accounts = Stance.AHEAD, False
        if cues.ahead > 3:
            state.led = led_from(cues, setting, state)
        state.upcoming = announces(cues)
        return Verdict(
            Kind.AHEAD, (*cue_reason("ahead", max(3, cues.ahead)), *(("against:cue",) if cues.done >= 2 else ()))
        )
    if cues.problem == 3 and cues.ahead < 2:
        return NOTHING
    decided = _ahead_of_all(cues, setting, state) or _told(cues, setting, state)
    if decided is not None:
        return decided
    talk = cues.none and not reads_out_tally(cues.words, state)
    if talk or (cues.problem and state.running is not Stance.AHEAD):
        return NOTHING
    if setting.answers and _undertakes(cues, setting):
        return Verdict(Kind.AHEAD, ("cue:ahead:2",))
    if cues.ahead == 2 and (state.running is not Stance.DONE or _obliges(cues, setting)):
        state.upcoming = state.upcoming or (setting.news and cues.words[-1:] == "。")
        return Verdict(Kind.AHEAD, cue_reason("ahead", cues.ahead))
    return inherited(cues, setting, state)


def _undertakes(cues: Cues, setting: Setting) -> bool:
    """Whether an answer goes on with what it does, drafts, or hands to another office, without a word of tense."""
    if _CONTINUES.match(cues.words) or _DRAFTS.search(cues.words):
        return True
    return setting.replies and cues.done < 2 and not setting.earlier and _HANDED_TO.search(cues.words) is not None


def _tells_of_dates(cues: Cues, setting: Setting) -> bool:
    """Whether what is dated in news was done (1日至14日累计供水…), or measured (12月份环比上涨0.5%)."""
    done = cues.done >= 2 and not cues.ahead and not setting.later
    return done or (cues.ahead < 2 and _COMPARED.search(cues.words) is not None)


def _ahead_of_all(cues: Cues, setting: Setting, state: State) -> Verdict | None:
    """A sentence that is ahead whatever it tells of deeds: it demands, ends with what is to come, or amid tasks."""
    demands = _REQUIRES.search(cues.words) if setting.news else None
    if demands is not None and "《" not in cues.words[: demands.start()]:
        return Verdict(Kind.AHEAD, cue_reason("ahead", max(2, cues.ahead)))
    if setting.news and cues.done >= 2 and _COMPARED.search(cues.words):
        return None
    if cues.none < 3 and (_comes(cues, setting) or ends_ahead(cues.words)):
        return Verdict(Kind.AHEAD, ("cue:ahead:2", *(("against:cue",) if cues.done >= 2 else ())))
    if state.upcoming and setting.news and _STILL.search(cues.words):
        return Verdict(Kind.AHEAD, ("inherited", "against:cue"))
    amid_tasks = state.running is Stance.AHEAD or state.going_on
    if amid_tasks and tells_how_far(cues, listed=state.going_on or is_listed(cues.words)):
        return Verdict(Kind.AHEAD, ("inherited", "against:cue"))
    return None


def _comes(cues: Cues, setting: Setting) -> bool:
    """Whether a sentence tells of a day to come in its last clause, or of what goes on from it, and no deed."""
    if setting.ends_later:
        return ends_bare(cues.words)
    since = setting.later and cues.done <= _LIGHT and _SINCE.search(cues.words) is not None
    return since and tells_no_deed(cues.words)


def _told(cues: Cues, setting: Setting, state: State) -> Verdict | None:
    """A deed, by its words or by a day that is over."""
    dated = (setting.earlier and _was_done(cues, setting, state)) or _states(cues, setting, state)
    if not dated and cues.done < 2:
        return None
    state.running, state.upcoming = Stance.DONE, False
    return Verdict(Kind.DONE, cue_reason("done", max(2, cues.done)))


def _was_done(cues: Cues, setting: Setting, state: State) -> bool:
    """Whether a sentence that names a day gone by tells what was done, amid tasks or as the deed of an office."""
    if cues.done >= 2 or cues.ahead >= 2 or cues.none or cues.problem:
        return False
    return state.running is Stance.AHEAD or (setting.replies and tells_deed(cues.words))


def _states(cues: Cues, setting: Setting, state: State) -> bool:
    """Whether a sentence amid what an answer will do states how things are by now: 现有管水员16人."""
    if state.running is not Stance.AHEAD or not setting.replies or setting.later:
        return False
    if cues.ahead >= 2 or cues.none or cues.problem:
        return False
    return _BY_NOW.match(cues.words) is not None


def _goes_on_demanding(cues: Cues, setting: Setting, state: State) -> bool:
    """Whether a letter that tells what is to be done goes on with what somebody has to do."""
    if not setting.letter or state.running is not Stance.AHEAD or cues.ahead != 2:
        return False
    return _OPENS_DEMAND.match(cues.words) is not None


def _obliges(cues: Cues, setting: Setting) -> bool:
    """Whether an answer or a speaker says amid an account what ought to be done: 电源点应优先建在县城周边."""
    if cues.done >= 2:
        return False
    if setting.answers and not setting.news:
        return _OBLIGES.search(cues.words) is not None or _CHARGES.match(cues.words) is not None
    return setting.news and _DEMANDS.search(cues.words) is not None
