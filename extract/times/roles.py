"""What a phrase of time does in its sentence: deadline, start, as of, period, event."""

from __future__ import annotations

import re

from corpus import PartialDate, TimeRole
from extract.numbers.level_changes import CHANGES_TO
from extract.times.phrases import Phrase
from extract.times.times_ahead import role_ahead
from extract.times.times_past import role_of_past

LONG_AGO = 2
"""A year so many years back is no deadline any more: before it things were built, and it tells which are meant."""
_BYGONE = 5
"""So many years back a day or the end of a year tells which things are meant too: 2005年底前建成的小区."""
_DEADLINE_BEFORE = re.compile(
    r"(?:截止|截止时间|截止日期|期限|时限|反馈时间|结束时间|有效期)(?:为|是|到|至|:|[ ]){0,3}\Z"
)
_LABEL_BEFORE = re.compile(
    r"(?:时间|日期|发布|成文|印发|公布|制发)[^\n,。;]{0,6}:[ \n\t|]*\Z|(?:时间|日期)[] 】)|\n\t]*\Z"
    r"|(?:^|[\n\t |[【])(?:发布|成文|印发|公布|制发)[] 】)|\n\t]+\Z"
)
_HEADING = re.compile(r"[^,。;:!?\n]{2,24}(?:\n|\Z)")
"""Behind a year the rest of a line without marks: 二、2030年发展目标和主要任务."""
_FORCE_BEFORE = re.compile(r"(?:实施|施行|生效|执行)(?:日期|时间)[] 】)|:\n\t]*\Z")
"""The label of the day from which a paper is in force."""
_GOAL_BEHIND = re.compile(
    r"[ ]?的?(?:主要|发展|具体|总体|工作|远景)*目标(?!任务|责任|考核|管理|的?(?:完成|实现|达成)|存在|有差距)"
)


def role_of(text: str, phrase: Phrase, as_of: PartialDate | None) -> TimeRole:
    """The role of a phrase that names a date; `as_of` is the document's own date, if known."""
    fixed = _told_there(text, phrase, as_of) or _fixed_role(text, phrase, as_of)
    if fixed is not None:
        if fixed is TimeRole.START and _SEEN.match(text, phrase.span.end):
            return TimeRole.PERIOD
        due = fixed is TimeRole.DEADLINE or phrase.before == "until"
        compared = _COMPARED.search(text, max(0, phrase.span.start - 4), phrase.span.end) or _restored(text, phrase)
        return TimeRole.PERIOD if due and (compared or _tells_which(text, phrase, as_of)) else fixed
    end = phrase.end or phrase.start
    if _expected(text, phrase, as_of) and not (as_of and end and end.last_day < as_of.first_day):
        return TimeRole.DEADLINE
    if _within_year(text, phrase) and (as_of is None or end is None or end.last_day >= as_of.first_day):
        return TimeRole.DEADLINE
    labelled = _labelled_role(text, phrase, end)
    if labelled is not None:
        return labelled
    if end is None or (phrase.kind == "relative" and phrase.start and end.year > phrase.start.year):
        return TimeRole.PERIOD
    if phrase.kind == "plan":
        over = (as_of is not None and end.first_day <= as_of.first_day) or _compared(text, phrase)
        return (TimeRole.AS_OF if over else TimeRole.DEADLINE) if phrase.edge == "end" else TimeRole.PERIOD
    if as_of is not None and end.first_day > as_of.last_day:
        return role_ahead(text, phrase)
    if end.day is not None:
        return TimeRole.EVENT
    return role_of_past(text, phrase, as_of)


_BASE_LEVEL = re.compile(rf"的?[约近]?\d[\d.,]*[^,。;\d]{{0,8}}{CHANGES_TO}")
"""Behind a time the level of it that has changed since: 从2028年|的1.8提高到."""
_CHANGED_TO = re.compile(rf"{CHANGES_TO}\Z")
_LEVEL = re.compile(r"的?[约近]?\d")


def _of_level(text: str, phrase: Phrase, as_of: PartialDate | None) -> bool:
    """Whether a time is that of one of the two levels of a change: 从2028年的1.8提高到2030年的2.1."""
    start, end = phrase.span.start, phrase.span.end
    if phrase.ranged or phrase.after or phrase.end is None or not _LEVEL.match(text, end):
        return False
    if text[start] in "由从" or text[start - 1 : start] in {"由", "从"}:
        return _BASE_LEVEL.match(text, end) is not None
    stop = start + 1 if text[start] in "到至" else start
    return _is_over(phrase, as_of) and _CHANGED_TO.search(text, max(0, stop - 5), stop) is not None


def _told_there(text: str, phrase: Phrase, as_of: PartialDate | None) -> TimeRole | None:
    """The role of a range of days on which something was held, of a time whose account or level is told; else None."""
    if _of_level(text, phrase, as_of):
        return TimeRole.AS_OF
    if text.startswith("全年", phrase.span.end - 2):
        return TimeRole.PERIOD  # 力争全年增长5%: the year that is measured
    if phrase.before == "since" and _HEARD.match(text, phrase.span.end):
        return TimeRole.PERIOD
    days = phrase.ranged and phrase.start and phrase.end and phrase.start.day and phrase.end.day
    return TimeRole.EVENT if days and phrase.before in {"", "within"} and _HELD.match(text, phrase.span.end) else None


_HEARD = re.compile(r"[^,。;\n]{0,30}(?:会上|会|处|部门|办)(?:获悉|了解到|得知)")
"""记者从前三季度经济运行通气会上获悉: nothing has been since that time."""
_HELD = re.compile(
    r"[,]?[^,。;:\n\d]{0,20}(?:(?:举行|举办|召开|开幕|出席|视察|考察|调研|访问|赴)|率[^,。;\n]{2,20}(?:赴|到|出席))"
)


def _restored(text: str, phrase: Phrase) -> bool:
    """Whether a level of the past is compared with: 恢复到2017年末的84%."""
    start, end = phrase.span.start, phrase.span.end
    return _RESTORED.search(text, max(0, start - 4), start + 1) is not None and _SHARE.match(text, end) is not None


_RESTORED = re.compile(r"(?:恢复|回升|回落|相当|达)(?:到|至|于)?[到至于\d]?\Z")
_SHARE = re.compile(r"的[\d一二三四五六七八九百]")


def _tells_which(text: str, phrase: Phrase, as_of: PartialDate | None) -> bool:
    """Whether a bare year before which something was built only says which things are meant: 2000年以前建成的小区."""
    end = phrase.end
    if end is None or end.month is not None or phrase.edge or (as_of is not None and end.year >= as_of.year):
        return False
    return _WHICH.match(text, phrase.span.end) is not None


_SEEN = re.compile(r"[^,。;\n]{0,20}(?:来看|上看|看),")
"""从8月份主要指标来看,: the time that is looked at."""
_WHICH = re.compile(
    r"(?:建成|建设|竣工|交付|投用|投产|开工|出生|登记|注册|取得|参加工作|入职|退休)(?:并[^,。;的]{1,8})?[^,。;]{0,6}的"
)

_COMPARED = re.compile(r"(?:恢复|回升|回落|相当于?|接近)了?[到至]?[^,。;]{4,12}同期\Z")
"""恢复至2019年同期: a level that is compared with, on which nothing is due."""


def _compared(text: str, phrase: Phrase) -> bool:
    """Whether something is only compared with the phrase: 比"十三五"末增加."""
    return text.startswith(("比", "较"), phrase.span.start - 1)


_EXPECTS = re.compile(r"(?:预计|计划|力争|争取|确保|拟|可望|有望|将)(?:于|在|到)?\Z")
_PLANNED = re.compile(r"(?:预计|计划|力争|争取|确保|可望|有望)(?:于|在|到)?\Z")
_PLANS = re.compile(r",?[^,。;\n]{0,12}(?:(?:计划|拟)(?!生育|经济|总投资|外)|规划(?=[新扩改]?建))[^。;\n]*")
_HEADS = re.compile(r"(?:^|[。;\n,])[ ]*\Z")
_NO_PLAN = re.compile("[已了]|累计|下达")


def _expected(text: str, phrase: Phrase, as_of: PartialDate | None) -> bool:
    """Whether a year is that by whose end something is expected, or heads a sentence that plans for it.

    In a paper without a date so is a month: 计划2030年9月投用.
    """
    start, end = phrase.span.start, phrase.end or phrase.start
    if phrase.ranged or end is None:
        return False
    if end.month is not None:
        return as_of is None and _PLANNED.search(text, max(0, start - 4), start) is not None
    if phrase.edge == "end":
        return _EXPECTS.search(text, max(0, start - 4), start) is not None
    plan = _PLANS.match(text, phrase.span.end) if _HEADS.search(text, max(0, start - 4), start) else None
    return plan is not None and not _NO_PLAN.search(plan.group())


def _within_year(text: str, phrase: Phrase) -> bool:
    """Whether something is due within a year: 年内, 今年内, 今年要; not what has been done within it."""
    if phrase.ranged:
        return False
    if text.startswith(("今年", "本年", "年度"), phrase.span.end - 2):
        return _DEMANDS.match(text, phrase.span.end) is not None
    if not text.startswith("年内", phrase.span.end - 2):
        return False
    return not _DONE_BEHIND.match(text, phrase.span.end)


_DEMANDS = re.compile(
    r",?要(?=确保|完成|实现|建成|新建|新增|[^,。;\n]{0,12}\d)(?!求|点|闻|素|情)"
    r"|(?:要)?全部[^,。;已了\n]{0,6}(?:完毕|完成|到位|建成|清零|消除|解决|投用|销号)(?=[,。;、\n]|\Z)"
)
"""今年要新建两所: what is demanded of a year, where it can be counted; 其余两处今年全部建成."""
_DONE_BEHIND = re.compile(
    "[,，]?(?:共|已|累计|先后|新增了|完成了|首次|首个|第[一二三四五六七八九十]+[次个场起]|新高|新低|最[高低]|单[月季日]"
    r"|[^,。;将力计拟]{0,12}(?:转办|查处|督办|举办|召开|受理|办理|印发|处理|接待|通报)[^,。;将]{0,20}\d)"
)


def _labelled_role(text: str, phrase: Phrase, end: PartialDate | None) -> TimeRole | None:
    """The role that a label before a date or the thing behind it decides; None where neither does."""
    if _CLOCK.search(text, phrase.span.start, phrase.span.end):
        return TimeRole.EVENT
    sourced = _SOURCE.search(text, max(0, phrase.span.start - 28), phrase.span.start)
    if sourced or _PRINTED_BEHIND.match(text, phrase.span.end) or _STAMP.match(text, phrase.span.end):
        return TimeRole.EVENT
    if _BULLET.search(text, max(0, phrase.span.start - 8), phrase.span.start) and text.startswith(
        "\n", phrase.span.end
    ):
        return TimeRole.EVENT
    before = text[max(0, phrase.span.start - 16) : phrase.span.start]
    if _DEADLINE_BEFORE.search(before):
        return TimeRole.DEADLINE
    if end is None or phrase.kind == "plan":
        return None
    if end.month is None and not phrase.edge and _describes(text, phrase):
        return TimeRole.PERIOD
    if _FORCE_BEFORE.search(before):
        return TimeRole.START
    if _LABEL_BEFORE.search(before):
        return TimeRole.EVENT
    if not _GOAL_BEHIND.match(text, phrase.span.end):
        return None
    return TimeRole.PERIOD if _HEADING.match(text, phrase.span.end) and not phrase.before else TimeRole.DEADLINE


def _describes(text: str, phrase: Phrase) -> bool:
    """Whether a year only says which one a thing is: 2024年度, 《2024年工作要点》, 做好2024年防汛工作."""
    if _GOAL_BEHIND.match(text, phrase.span.end):
        return False
    if text.startswith("度", phrase.span.end - 1) or cites(text, phrase.span.end):
        return True
    if not phrase.before and _WORK_OF_IT.match(text, phrase.span.end):
        return True
    start = phrase.span.start
    if _PUT_INTO.search(text, max(0, start - 4), start) and _PROGRAMME.match(text, phrase.span.end):
        return True
    before = _DONE_WITH_IT.search(text, max(0, start - 6), start)
    return before is not None and bool(_THING.match(text, phrase.span.end))


_WORK_OF_IT = re.compile(
    r"度?(?:[一-鿿]{0,10}(?:重点|主要))?(?:工作(?!目标)|民生实事|实事)(?:任务|要点|安排|计划|思路)?(?:项目)?(?=[一-鿿]|[,。;:\n)]|$)"
)
"""Behind a year its work or projects, which are no date: 2030年重点工作及民生实事项目."""
_DONE_WITH_IT = re.compile(
    r"(?:关于|现将|推荐|申报|做好|抓好|完成|组织|开展|编制|制定|研究|部署|总结|印发|报送|下达)了?\Z"
)
_PUT_INTO = re.compile(r"(?:纳入|列入|编入|进入)(?:了|到)?\Z")
_PROGRAMME = re.compile(r"度?[^,。;\n]{0,24}(?:项目|计划|预算|规划|名单|盘子|清单|库|范围|重点|实事)")
"""已纳入2027年大修项目: the year of the programme, not that by which something is due."""
_THING = re.compile('[一-鿿"]')
_STAMP = re.compile(
    r"[ ]*(?:(?:信息|稿件|文章)?来源[ ]*:|星期[一二三四五六日天]"
    r"|\d{1,2}:\d\d(?::\d\d)?[ ]*(?:\n|\Z|[ ][^\n]{0,60}(?:\n|\Z)))"
)
"""Behind a date the weekday, the hour or the source: a line of the page, on which nothing is due."""
_SOURCE = re.compile(
    r"(?:^|\n)[ \t]*(?:(?:信息|稿件|文章)?(?:来源|作者|编辑|责编|供稿)[ ]*:[^\n:,。;]{0,20}"
    r"|(?:《[一-龥]{2,12}报》|[一-龥]{2,12}[日晚早晨时]报)[ \t]*)\Z"
)
"""Before the day on which a page was put up, or printed: 来源:某县政府办 2030-05-06, 《某县日报》 2030年5月6日."""
_CLOCK = re.compile(r"\d:\d\d:\d\d\Z")
"""Seconds stand behind the day on which a page was put up, at which nothing is due."""
_PRINTED_BEHIND = re.compile(r"[ ]{0,4}(?:印发[ ]*(?:\n|\Z)|第\d{1,3}版[^,。;\n]{0,12}(?:\n|\Z))")
_BULLET = re.compile(r"(?:^|\n)[ \t]*[•·●◆■▪*][ \t]*\Z")
"""Before a date that is all of its line: an entry of the page's head whose label is lost."""
_TITLE_END = re.compile("[《》\n。]")


def cites(text: str, at: int) -> bool:
    """Whether the place lies within 《…》."""
    mark = _TITLE_END.search(text, at, at + 80)
    return mark is not None and mark.group() == "》"


def _fixed_role(text: str, phrase: Phrase, as_of: PartialDate | None) -> TimeRole | None:
    """The role that the words before and behind decide."""
    if phrase.kind == "now" and not phrase.ranged:
        return TimeRole.AS_OF
    if phrase.before == "as_of":
        aimed = _lies_ahead(phrase, as_of) and _AIM_BEHIND.match(text, phrase.span.end)
        return TimeRole.DEADLINE if aimed else TimeRole.AS_OF
    if phrase.after == "since":
        return TimeRole.PERIOD
    if phrase.after in {"start", "after", "on_after"} and not phrase.ranged:
        return TimeRole.START
    if phrase.after in {"until", "before", "on_before"} and not phrase.ranged:
        return TimeRole.PERIOD if _long_ago(phrase, as_of) else TimeRole.DEADLINE
    if phrase.before == "until" and text.endswith("今天", 0, phrase.span.end):
        return TimeRole.AS_OF
    if phrase.before == "until" and not phrase.ranged:
        month = phrase.end is not None and phrase.end.month is not None and phrase.end.day is None
        return TimeRole.AS_OF if _is_over(phrase, as_of) and (phrase.edge == "end" or month) else TimeRole.DEADLINE
    if phrase.before == "since" and not phrase.ranged:
        return TimeRole.START
    if phrase.after == "during" or phrase.ranged:
        return TimeRole.PERIOD
    return None


def _long_ago(phrase: Phrase, as_of: PartialDate | None) -> bool:
    """Whether a year (2000年前), or longer ago a day, before which something was lies years behind the document."""
    if as_of is None or phrase.end is None:
        return False
    bare = phrase.end.month is None and not phrase.edge
    return as_of.year - phrase.end.year >= (LONG_AGO if bare else _BYGONE)


_AIM_BEHIND = re.compile(
    r",?(?:须|需|要|应|将|力争|确保|争取|全[市县区省]|全面|全部|基本|如期)*(?:完成|实现|建成|建立|形成|达|培育|打造|新建|新增)"
)
"""Behind 截至 and a day to come what shall be reached by then."""
_SOON = 45
"""Days behind that of the document in which figures may still be those of its day: 截至3月底 in a paper of the 20th."""


def _lies_ahead(phrase: Phrase, as_of: PartialDate | None) -> bool:
    """Whether the phrase ends long after the document was written: 截至2032年末,建成… in a plan of 2030."""
    return as_of is not None and phrase.end is not None and (phrase.end.last_day - as_of.last_day).days > _SOON


def _is_over(phrase: Phrase, as_of: PartialDate | None) -> bool:
    """Whether the phrase ends before the document was written."""
    return as_of is not None and phrase.end is not None and phrase.end.last_day <= as_of.last_day
