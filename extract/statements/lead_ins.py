"""Sentences that only lead in what stands behind them: cases of a rule, problems, what was done or will be."""

from __future__ import annotations

import re

from corpus import Genre
from extract.outline.stances import Stance
from extract.patterns import ORDINAL
from extract.statements.cues import Cues
from extract.statements.judged import EVERYWHERE, Setting, State
from extract.statements.requests import opens_point

_CASES = re.compile(
    r"""
      (?: 情形 | (?: (?:下列|以下|[几两二三四五六种类些殊外发急]) [^。,:]{0,8} | [遇属] [^。,:]{0,12} ) 情况
          (?! [^。:]* 如下 ) | 行为 | 之一 | 材料 | 含义 | 用语 ) [^。:]{0,12} :$
    | (?: 清理 | 纠正 | 整治 | 查处 | 整改 | 治理 | 排查 ) [^。:]{0,6} (?: 以下 | 下列 ) [^。:]{0,4} 问题:$
    | [有在] (?: 以下 | 下列 | 如下 | 这 | [几两二三四五] ) [^。;:]{0,8}
          (?: 问题 | 短板 | 不足 | 困难 | 差距 | 弱项 | 薄弱环节 ) :$
    | 有下列[^。]{0,12} (?: 情形 | 行为 | 情况 ) 之一的,
    | 有(?:下列|以下|如下)[^,。;:]{0,20}的 (?! [^。;:]* (?: 不得 | 禁止 ) ) [^。;:]* [。:]$   # 有下列贡献的,给予表彰。
    | (?:应当?|须) (?: 包括 | 包含 | 载明 | 写明 | 注明 | 附有 ) (?:下列|以下|如下) (?: 内容 | 事项 | 信息 | 要素 ) :$
    """,
    re.VERBOSE,
)
"""A lead-in after which cases stand, not tasks: 有下列情形之一的,…:"""
_LISTED_BEHIND = ("下列", "以下", "如下")
_RULED_CASES = re.compile(
    r"""
    (?= [^。;]*? (?:下列|以下|如下) [^。;:]{0,30}
        (?: 情形 | 情况 | 行为 | 问题 | 现象 | 之一 | 条件 | 材料 | 资料 | 信息 | 数据 ) )
    (?! [^。;]* (?:可以?(?!靠|能) | 表彰 | 奖励 | 包括 | 包含 | 载明 | 写明 | 注明 | 存在 | 面临 ) )
    (?> [^。;]*? (?: 不得 | 不予 | 不再 | 严禁 | 禁止 | 应当? (?!用|届|急) | 须 (?!知) | 需 (?!求|要?的) | 必须 | 具备
      | 有 (?:责任 (?:和|与|、)? )? 义务 | 有责任
      | 撤销 | 撤回 | 吊销 | 取消 | 取缔 | 暂停 | 中止 | 终止 | 解除 | 收回 | 追究 | 追回 | 责令 | 处以? | 约谈 | 退出
      | 清理 | 纠正 | 整治 | 查处 | 整改 | 治理 | 排查 ) )
    [^。;]* :$
    """,
    re.VERBOSE,
)
"""A lead-in that lays down what holds in the cases behind it: 不得有下列行为:, 有下列情形之一的,撤销其称号:"""
_RULED_THINGS = re.compile(
    r"(?:第[一二三四五六七八九十百\d]+条)?(?:[^,。;:]{2,24}[,时的])?(?:对于?|凡是?|凡属|属于|有|符合|涉及|在)?(?:下列|以下)"
    r"(?![^,。;:]{0,16}(?:职责|工作|任务|措施|规定|要求|原则|程序|制度|义务|内容))[^,。;:]{2,16}?的?,?"
    r"(?:由[^,。;:]{2,16}?)?(?:一律|均|都)?(?:应(?!用|届|急)当?|必须|不得|须(?!知)|禁止|严禁|不予)"
    r"(?![^。;]*(?:以下|下列|如下|职责|分工|工作|任务))[^。;:]{2,60}:"
)
"""A duty with the things or persons behind it that it is for: 对于下列采购项目,应当开展调查:, 下列人员不得参加评审:"""
_BACKGROUND_REST = re.compile(
    r"""
      清醒(?:地)?(?:认识|看)到 | 肯定成绩的同时 | 看到成绩的同时
    | (?:存在|面临)[^。;]{0,12}(?:问题|困难|不足|挑战)(?:是|有|包括|主要有)? [:;]       # 存在一些问题:一是…;二是…
    | (?:存在|面临)的?(?:主要|突出)?(?:问题|困难|不足|挑战)[^。;,:]{0,20} :           # 存在的困难与您所说的一致:一是…
    | 问题不容忽视[。;]
    | (?:主要|突出)(?:问题|困难|不足|短板|表现)(?:是|在|有|为)? :
    | (?:还|仍然?|也)(?:存在|面临|有)[^。;:]{0,40}(?:问题|困难|不足|短板|挑战)[^。;:]{0,14}[。:] # 仍有不少问题,主要是:
    | ^[^,。:《]{2,30}(?:提醒|呼吁|倡议)                                             # 警方提醒市民:…。如…,请…
        (?:广大|您|大家|[^,。:]{0,10}(?:市民|群众|旅客|考生|家长|消费者|网友|朋友))
    | ^(?:申请|申报|享受|报名|适用|准入|办理|领取|申领)的?
        (?:条件|范围|对象|材料|资料|流程|方式|渠道)[^。:]{0,4} :                    # 申请条件:1.…;2.…
    | (?:把握|遵循|坚持)好?(?:以下|如下)[^。:]{0,8}原则 :                    # 需要把握以下原则:…;…
    """,
    re.VERBOSE,
)
"""After these words the rest of the paragraph is background too."""
_DID = re.compile(
    r"(?:(?<!将)(?<!要)(?:开展|做|采取|落实|推进|进行)了|(?:主要|已|先后|重点)(?:开展|做|采取|落实|推进|进行)了?)(?:以下|如下|下列|这样|这么)[^,。:]{0,12}(?:工作|措施|举措|任务|办法|事情?|方面)[。:]$"
)
"""我局主要开展了以下工作。: the sections behind it are an account."""
_WILL = re.compile(
    r"(?:解决|整改|治理)(?:方法|办法|措施|方案)如下[。:]$"
    r"|(?<!已)(?:制定|拟定|提出)(?:相关|相应|具体|以下|如下)的?(?:工作|整改|解决|办理|治理)?(?:方案|措施|办法|计划)(?:如下)?:$"
)
"""解决方法如下:, 制定相关的工作方案:: the items behind it are to be done."""
_SPEAKS_OF = re.compile(
    r"(?:下面|接下来|最后|现在|再|我|就)[^。;]{0,24}(?:介绍|通报|汇报|谈|说明|报告|讲)[^。;]{0,16}?"
    r"(?:(?P<ahead>(?:下一?步|下一?阶段|今后|未来|明年|来年|后续)[^。;]{0,16}|(?:工作|主要)?(?:打算|安排|计划|考虑|思路))"
    r"|(?P<done>[^。;]{2,30}(?:情况|成效|进展|成果|成绩)))[。:]$"
)
_SITUATION = re.compile(r"情况(?:介绍|说明|回复|答复|汇报|通报|反馈|报告)?如下[:。]$")
"""现将有关情况介绍如下:: how things stand, not what is to be done."""
_STILL_TO_DO = re.compile(
    r"(?!.*(?:以来|了|已|上半年))(?>(?:.*?[,;])??[^,;]{0,12}?"
    r"(?:今年|本年度?|明年|来年|下半年|今冬明春|[二三四]季度|下个?月|近期|下[一个]?阶段|后[几两三]个月))"
    r".*(?:做好|抓好|办好|干好|办成|抓住|推进|实施|开展|落实|采取|突出|完成)[^,;:]{0,6}"
    r"(?:以下|如下|下列|这样?[一二三四五六七八九十几两]?|[一二三四五六七八九十几两]|\d)[^,;:]{0,10}"
    r"(?:工作|措施|举措|事情?|实事|任务|方面|重点|文章):"
)
"""今年…重点办好以下几件事:: a lead-in that says when, and that time still runs."""
_ANNOUNCES = re.compile(
    r"(?:以下|如下|下列|这样?[一二三四五六七八九十几两])[^。,]{0,6}(?:措施|举措|工作|任务|方面|事)"
    r"|从[^。,]{0,6}(?:方面|环节|层面)"
)


def opens_cases(words: str) -> bool:
    """Whether behind a sentence cases of a rule stand, not tasks."""
    listed = words[-1:] == ":" or any(behind in words for behind in _LISTED_BEHIND)
    return listed and _CASES.search(words) is not None


def rules_things(words: str) -> bool:
    """Whether a lead-in is a duty, and what is listed behind it only tells for which things or persons it is one."""
    return words[-1:] == ":" and ("下列" in words or "以下" in words) and _RULED_THINGS.fullmatch(words) is not None


def opens_background(words: str) -> bool:
    """Whether the rest of the paragraph behind such words is background too: problems, appeals, principles."""
    return _BACKGROUND_REST.search(words) is not None


def rules_cases(words: str) -> bool:
    """Whether a lead-in is a rule with the cases behind it: they are forbidden, required, or bring a penalty."""
    listed = words[-1:] == ":" and any(behind in words for behind in _LISTED_BEHIND)
    return listed and _RULED_CASES.match(words) is not None


_MEASURES = re.compile(
    ORDINAL + r"(?:为此|对此|有鉴于此|(?:针对|对于?)(?:上述|以上|这|该|存在|反映)"
    r"|为了?(?:解决|改变|扭转|破解|缓解)[^,。;]{2,24},)"
)


def turns_to_measures(words: str) -> bool:
    """Whether behind problems a sentence turns to what was or will be done about them: 针对上述问题,县里下拨资金."""
    return _MEASURES.match(words) is not None


_FIRST_POINT = re.compile(r"[^。;]{2,80}[:,]一是[^,;:。\d]{2,24}。")


def heads_first_point(cues: Cues, setting: Setting) -> bool:
    """Whether a sentence leads in and names its first point in the same breath: 我们从三方面抓起:一是严把水质关."""
    if setting.stance is not Stance.OPEN or cues.done >= 2 or cues.ahead >= 3:
        return False
    return "一是" in cues.words and _FIRST_POINT.fullmatch(cues.words) is not None


def leads_in_tasks(cues: Cues, setting: Setting, state: State) -> bool:
    """Whether a sentence by its cue only leads in what follows; `state` remembers what is to be done."""
    if cues.lead != 3 and not (cues.lead == 2 and cues.ahead < 3 and cues.done < 2):
        return False
    to_do = cues.ahead >= 2 or (cues.words[-1:] == ":" and _STILL_TO_DO.fullmatch(cues.words) is not None)
    if to_do and not _SITUATION.search(cues.words):
        state.running, state.led = Stance.AHEAD, led_from(cues, setting, state)
    return True


def leads_in_account(cues: Cues, setting: Setting, state: State) -> bool:
    """Whether a sentence only leads in what was done, or, in an answer, what will be; `state` remembers which."""
    words = cues.words
    if words[-1:] not in ":。" or not (setting.answers or setting.genre is Genre.REPORT):
        return False
    did = _DID.search(words) is not None
    if not setting.answers:
        return did  # the headings of a report say what its sections tell
    if did or (_WILL.search(words) and "了" not in words[-16:]):
        state.accounts, state.running = did, Stance.DONE if did else Stance.AHEAD
        return True
    return False


def take_turn(words: str, state: State) -> None:
    """Remembers what words turn to that say so and nothing else: 下面介绍下一步打算; the next point of an answer."""
    if opens_point(words):
        state.running = Stance.NONE
    turns = _SPEAKS_OF.search(words)
    if turns is not None:
        state.running = Stance.AHEAD if turns["ahead"] else Stance.DONE


def led_from(cues: Cues, setting: Setting, state: State) -> str | None:
    """The section that a lead-in leads: its own, or, in an answer not yet divided, all that follow and go on to."""
    whole = state.section is None and setting.answers and _ANNOUNCES.search(cues.words) is not None
    return EVERYWHERE if whole or state.led == EVERYWHERE else state.section
