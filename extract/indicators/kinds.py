"""Whether a value is, shall be or must not be passed."""

from __future__ import annotations

import re

from corpus import Genre, IndicatorKind, Period, Span, TimeRole
from extract.indicators.limits import is_demanded, is_parameter, is_share_repaid, is_threshold
from extract.indicators.setting import Setting
from extract.lexicon import pattern_of
from extract.numbers.level_changes import CHANGES_TO
from extract.numbers.quantities import Quantity

_DONE, TO_DO, _TASKS, _LIMIT = (pattern_of("indicator_cues", column) for column in ("done", "to_do", "tasks", "limit"))
ACCOUNTS = frozenset({Genre.PROPOSAL_REPLY, Genre.PRESS_BRIEFING, Genre.REPORT})
"""Kinds of documents that tell what was done."""
_PLANS = frozenset({Genre.PLAN, Genre.OPINION, Genre.NOTICE, Genre.CONSULTATION_DRAFT})


REPAID = "share_repaid"
"""Reason of a share of an earlier sum, whose time is not its own."""


def kind_of_value(
    setting: Setting, sentence: Span, quantity: Quantity, when: Period | None
) -> tuple[IndicatorKind, str]:
    """Kind of a value in its sentence, with the reason.

    Args:
        setting: its document.
        sentence: the sentence around it.
        quantity: the value.
        when: the time that it holds for, if one is told.
    """
    genre, text = setting.reading.metadata.genre, setting.reading.folded
    if genre is Genre.MEASURES and not setting.measures:
        return IndicatorKind.LIMIT, "rules"
    near = _TELLS_NOTHING.sub("", _nearby(text, sentence, quantity))
    if bound := _bound(text, sentence, quantity, near, account=genre in ACCOUNTS):
        return IndicatorKind.LIMIT, bound
    over = is_over(setting, when) or _goes_on_since(text, sentence, quantity)
    tense, year = setting.section(quantity.start)
    told = (over and quantity.kind != "time" and not setting.measures) or tense == "past" or genre is Genre.REPORT
    expected = _EXPECTED.search(text, max(sentence.start, quantity.start - 80), quantity.start)
    if not (told or expected) and is_parameter(text, sentence, quantity, account=genre in ACCOUNTS):
        return IndicatorKind.LIMIT, "parameter"
    if _beyond(setting, when, year) or PLANNED.search(near) or (expected and not told):
        return IndicatorKind.TARGET, "future_time"
    if over:
        return IndicatorKind.ACTUAL, "past_time"
    if _due(setting, sentence, quantity):
        return IndicatorKind.TARGET, "deadline_in_sentence"
    if why := _ruled(setting, sentence, quantity, near):
        return IndicatorKind.LIMIT, why
    if there := _is_there(text, sentence, quantity):
        return IndicatorKind.ACTUAL, there
    kind, why = _by_words(setting, sentence, quantity, near, tense)
    if not setting.measures or why != "plain":
        return kind, why
    return (IndicatorKind.TARGET, "task_word") if _undertaken(near, quantity) else (IndicatorKind.LIMIT, "rules")


_SINCE = re.compile(
    r"(?:(?:19|20)\d\d年(?:\d{1,2}月)?(?:底|初)?|[去今]年|近年|\"?十[一二三四五]五\"?)以?来(?!的)(?P<told>[^。;\n]*)\Z"
)
_TO_DO_THEN = re.compile(r"将|要(?!求)|力争|确保|计划|拟(?!定)|目标|尚|仍|剩余|其余|余下|下一步")


def _goes_on_since(text: str, sentence: Span, quantity: Quantity) -> bool:
    """Whether a value was reached since a time gone by, wherever it is told: 2029年以来,累计拆除136处."""
    if "来" not in text[sentence.start : quantity.start]:
        return False
    since = _SINCE.search(text, sentence.start, quantity.start)
    return since is not None and _TO_DO_THEN.search(since["told"]) is None


def _undertaken(near: str, quantity: Quantity) -> bool:
    """Whether measures undertake to do so much (开发1000个岗位), rather than grant, charge or demand it."""
    if _DEMANDED.search(near):
        return False
    if quantity.kind == "share":
        return _RATE_REACHED.search(near) is not None
    return quantity.kind in {"count", "measure"} and _UNDERTAKES.search(near) is not None


_UNDERTAKES = re.compile(
    "开发(?!区|商|性)|建成|新建|建设(?!用地|单位|工程)|改建|扩建|改造|引进|引育|培训|培育|培养|轮训|开展|组织|举办|承办|新增|打造|创建|选派|选聘|选树|认定"
    "|遴选|招[聘募录]|扩[大展充][到至]|拓展[到至]|增加[到至]|布局|设立|推广|发布|推出|完成|实施|编制|更新|安装|配备|涵盖"
)
"""What a paper of measures says shall be made or done."""
_RATE_REACHED = re.compile(
    r"(?:[率度重]|占比|比例)(?:均|都|要|须|力争|提[高升])*(?:(?:稳定|保持|控制)在|达到?|到|至)(?=[约近超不\d])"
)
"""Before a share, the rate that a paper of measures says shall be reached: 就业率稳定在."""
_DEMANDED = re.compile(
    "的,|每(?:人|户|家|个|名)|应(?!急|用|届|聘|对|收)|须|不得|至少(?!开展|组织|举办|进行)|原则上|给予|予以|奖|补(?!短|齐|链|种)|减(?![排碳灾污])|免(?!疫)|缴|罚|申请|享受|需(?!求)"
)
"""What makes a number of measures one that is granted, charged or demanded of others."""


def _bound(text: str, sentence: Span, quantity: Quantity, near: str, *, account: bool) -> str:
    """How it is told that a number is a limit whenever it holds; empty if it is not."""
    if _LIMIT.search(near):
        return "limit_word"
    if is_threshold(text, sentence, quantity) or (account and is_demanded(text, sentence, quantity)):
        return "threshold"
    return REPAID if is_share_repaid(text, sentence, quantity) else ""


def _ruled(setting: Setting, sentence: Span, quantity: Quantity, near: str) -> str:
    """How it is told that a number is one of rules, or bounds what a notice orders; empty if it is neither."""
    if setting.rules and not _DONE.search(near):
        return "rules"
    before = max(sentence.start, quantity.start - 4)
    notice = setting.reading.metadata.genre is Genre.NOTICE
    return "limit_word" if notice and _NOT_OVER.search(setting.reading.folded, before, quantity.number.start) else ""


def _is_there(text: str, sentence: Span, quantity: Quantity) -> str:
    """How it is told that a number is of what is there, whatever shall be done with it; empty if it is not."""
    if _BASE_OF_CHANGE.search(text, max(sentence.start, quantity.start - 6), quantity.start) and _CHANGED.match(
        text, quantity.end, sentence.end
    ):
        return "base"
    before = max(sentence.start, quantity.start - 12)
    if quantity.kind != "count":
        return ""
    if _EXISTING.search(text, before, quantity.start) or _BUILT_ON.match(text, quantity.end, sentence.end):
        return "existing"
    if not _MEASURES.match(text, quantity.end, sentence.end):
        return ""
    return "contents" if _PUT_FORWARD.search(text, max(sentence.start, quantity.start - 48), quantity.start) else ""


_NOT_OVER = re.compile("不(?:超过|高于|多于)")
"""Bounds that a notice sets for what is done by it: 班额不超过45人."""
_BASE_OF_CHANGE = re.compile(r"[由从]的?[约近不足]{0,2}\Z")
_CHANGED = re.compile(CHANGES_TO)
"""Around a level that is to change, which is there: 由65%提高到78%."""
_EXISTING = re.compile(
    r"(?:为零|较大|显著|剩余|余下|在建|[现已]有|存在|[闲空]置|批[准复]|实施|建成|上报|发布|公布|出台|承诺|流经|[未尚][^,。;]{1,6})的(?:近|约|超过)?\Z"
)
"""Before a number of things that are there, whatever shall be done with them: 对上报的45个项目将予审核."""
_BUILT_ON = re.compile(r"(?![^,。;\n]{0,14}[将要再])[^,。;\n]{1,14}?的?基础上")
"""Behind a number of things that others are added to: 在前期28所学校的基础上,将再建10所."""
_MEASURES = re.compile("(?:具体|政策|工作|重点|支持|保障|务实|针对性)*(?:措施|举措|政策)")
_PUT_FORWARD = re.compile(r"(?<![将拟要])提出(?!到|力争|要)(?:了)?[^,。;:\n]{0,40}\Z")
"""Before a number of measures what makes it one of a paper's contents: 提出保供应、稳价格2项|措施."""


def _by_words(setting: Setting, sentence: Span, quantity: Quantity, near: str, tense: str) -> tuple[IndicatorKind, str]:
    """Kind of a value by the words of its clause, the section and the words of its sentence, in this order."""
    genre, text = setting.reading.metadata.genre, setting.reading.folded
    done, to_do = _DONE.search(near), TO_DO.search(near)
    if tense == "future" and done and _SUMMED.fullmatch(done.group()):
        done = None
    if bool(done) != bool(to_do) and not (genre is Genre.REPORT and tense):
        if not done:
            return IndicatorKind.TARGET, "task_word"
        return IndicatorKind.ACTUAL, "sum_word" if genre in _PLANS and _SUMMED.fullmatch(done.group()) else "done_word"
    start, end = max(sentence.start, quantity.start - REACH), min(sentence.end, quantity.end + REACH)
    later = _LATER.search(text, quantity.end, end) if genre in ACCOUNTS else None
    words_ = _TELLS_NOTHING.sub("", text[start : later.start() if later else end])
    if later and not PLANNED.search(words_):
        return IndicatorKind.ACTUAL, "told_before_plan"
    to_do_first = bool(done and to_do and to_do.start() < done.start())
    done = _done_in(words_, text[start : quantity.start], plan=genre in _PLANS)
    to_do = TO_DO.search(words_)
    told = genre in ACCOUNTS and tense != "future" and _last(TO_DO, text, start, quantity.end) < 0
    if told and to_do and not done and "争取" not in to_do.group() and _PLANS_ANOTHER.search(words_, to_do.end()):
        return IndicatorKind.ACTUAL, "told_before_plan"
    to_do = None if told else to_do
    summed = done is not None and _SUMMED.fullmatch(done.group()) is not None
    if tense == "future" and (summed or not (done and not to_do and genre is not Genre.REPORT)):
        return IndicatorKind.TARGET, "section_of_tasks"
    if tense == "past":
        return IndicatorKind.ACTUAL, "section_of_results"
    if (
        done
        and not to_do_first
        and not (to_do and _last(TO_DO, text, start, quantity.start) > _last(_DONE, text, start, quantity.start))
    ):
        return IndicatorKind.ACTUAL, "done_word"
    if to_do or (genre not in ACCOUNTS and _TASKS.search(words_)):
        return IndicatorKind.TARGET, "task_word"
    return _by_genre(genre)


def _due(setting: Setting, sentence: Span, quantity: Quantity) -> bool:
    """Whether the last time before a value in its sentence is a deadline that has not passed."""
    times = setting.times_between(max(sentence.start, quantity.start - REACH), quantity.start)
    if not times or times[-1].role is not TimeRole.DEADLINE or times[-1].period is None or setting.as_of is None:
        return False
    end = times[-1].period.end
    return end is not None and end.last_day > setting.as_of.last_day


def _last(pattern: re.Pattern[str], text: str, start: int, end: int) -> int:
    """Where the last match of a stretch begins; -1 if there is none."""
    return max((match.start() for match in pattern.finditer(text, start, end)), default=-1)


_LATER = re.compile(
    r"[,;](?:另外|此外|同时),?(?:还|也)将|[,;](?:剩余|其余|余下)的?[^,。;]{1,20}(?:将|计划|拟|预计|力争|确保)|[,;](?:全年|今年|年内|下半年|下一步|明年|下一阶段|到20\d\d年)[^,。;\d]{0,8}(?:计划|拟|预计|力争|将|要)"
)
"""What opens the plans of a sentence behind its results: 新增学位4千个,全年计划新增8千个."""

_PLANS_ANOTHER = re.compile(r"\d[\d.]*(?![\d.年月日])")
"""Behind a word of plans the number that is planned, where an earlier one is there: 新增学位30个,全年计划新增20个."""


def _done_in(words_: str, before: str, *, plan: bool) -> re.Match[str] | None:
    """The word of a sentence that tells of what is done; none where it is of the means to set something up.

    In a plan what is there by now tells nothing of the other clauses: 整合现有系统,新建站点20处.
    """
    done = _DONE.search(words_)
    if done is None or _HERE.fullmatch(done.group()) is None:
        return done
    return None if (plan and done.group() == "现有") or _SETS_UP.search(before) else done


_HERE = re.compile("发挥|依托|现有")
"""Words that tell what is there, not what is set up with it: 依托现有的5个基地,建设2个园区."""
_SETS_UP = re.compile("(?:建设|建立|新建|打造|培育|引进|创建|争创|规划)[^,。;]{0,12}\\Z")

_SUMMED = re.compile("累计|共")
"""Words of results that say no more than a sum where a section sets tasks: 规划期内累计培训3万人次."""

PLANNED = re.compile(
    r"(?<![主重需必首摘纪概紧次只])要(?=完成|建成|新建|新增|改造|再)|(?<!已)将(?=再|新建|新增|改造|建成)|(?<![资度作动产施超按])计划(?!生育|单列|任务|的|书|数|项目|指标|新?开工项目|内|外|[^,。;]{0,14}(?:已|实际))|拟(?!定|订|态)"
    r"|(?:今年|本年度?)[^,。;\d]{0,6}安排(?:[^,。;\d]{0,10}任务|新建|建设|改造|打通|实施|完成|整治|治理|维修)(?!了)"
)
_EXPECTED = re.compile(
    r"预计(?![数值])(?:[^;。]{0,40}可[^;。]{0,20})?\Z|预计(?![数值])[^,;。]*\Z|(?:测算|[估匡]算)[^,。;]{0,12}(?:可|需)[^,。;]{0,12}\Z"
)
"""Words of the clause that make a number one that is still to come, even where a year that began is named."""

_TELLS_NOTHING = re.compile(
    r'"[^"\n]{1,20}"|[占为完][^,。;\d]{0,14}(?:计划|[预目任][算标务])[^,。;\d]{0,6}的(?=\d)|下达.{0,9}计划(?=\d)'
    r"|(?<=[对将])已[^,。;\d]{1,12}(?=,?(?:给予|予以|按))|发挥(?!了)[^,。;\d]{0,30}作用,"
)
"""Names in quotation marks, the plan that a share is of, what a grant is for (对已付费用|给予…), and 发挥…作用, whose
verbs tell nothing of the sentence."""


def is_over(setting: Setting, when: Period | None) -> bool:
    """Whether the time lies before the document's own date."""
    if when is None or when.end is None:
        return False
    own = setting.reading.metadata.period
    if setting.as_of is None:
        return own is not None and own.start is not None and when.end.last_day < own.start.first_day
    return when.end.last_day < setting.as_of.first_day


def _nearby(text: str, sentence: Span, quantity: Quantity) -> str:
    """The words of the same comma clause, up to 30 before and 12 behind the quantity."""
    before = text[max(sentence.start, quantity.start - 30) : quantity.start].rpartition(",")[2]
    return before + text[quantity.start : min(sentence.end, quantity.end + 12)].partition(",")[0]


REACH = 400
"""Characters around a value whose words tell its kind and time, where a sentence is longer than sentences are."""
PARAGRAPH = 2000
"""Characters before a sentence within which the time of its paragraph is looked for."""


def _by_genre(genre: Genre) -> tuple[IndicatorKind, str]:
    """What a bare value is in a document of this kind."""
    if genre in _PLANS:
        return IndicatorKind.TARGET, "plan"
    return IndicatorKind.ACTUAL, "plain"


def _beyond(setting: Setting, when: Period | None, section_year: int | None) -> bool:
    """Whether the time lies after the document's own date."""
    if when is None or when.end is None:
        return False
    if setting.as_of is not None:
        return when.end.first_day > setting.as_of.last_day
    years = setting.section_years
    return len(set(years)) > 1 and section_year == when.end.year == max(years)
