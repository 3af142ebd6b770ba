"""One quantity named by the words before it: its own clause, its brackets, the clause before, the last value."""

from __future__ import annotations

import re
from dataclasses import replace

from corpus import Comparison
from extract.indicators.changes import changed_value, without_change
from extract.indicators.line import Found, Line, counted_by
from extract.indicators.names import clean, name_before, segment_start
from extract.indicators.owners import goes_apart, of_another, whole_of
from extract.indicators.topics import of_clause_before
from extract.numbers.quantities import Quantity

_AMONG = re.compile(r"[ ,:]*其中[,:]?")
_NO_NAME = re.compile(
    "每.{1,2}|[且均]?符合(?:上述|以上|规定|相关|有关)?条件|后续|此后|其后|以后|如果|如|若|最[高低多少长短]|超出|超过部分|不足|到期"
)
"""Words before a value that only say for whom, when or how strictly it holds."""
_LEVEL = re.compile(r"(?:(?:国家|省|市|州|县|区|旗|乡|镇|乡镇|村|地市)[、和]?){1,4}(?:级|一级)(?:的)?")
_OF_LEVEL = re.compile(r"^(?:国家|省|市|州|县|区|乡镇?|村)级(?:以上)?")
"""Levels of government, one after the other: 省级办结率不低于85%、市县级不低于75%."""
DIMENSION = re.compile(r"[长宽高厚深]|[全总]长|占地|路?[宽面]|净[宽高]|直径")
"""What a measure is of by itself, whatever thing stands behind it: 宽4米的水泥路."""


def named_before(
    line: Line, quantity: Quantity, named: tuple[str, str | None], start: int, words: str, done: list[Found]
) -> Found | None:
    """A quantity with the name that the words before it give; None where they give none.

    Args:
        line: its sentence.
        quantity: the value.
        named: the name that the words of its comma clause make, and whose it is by them.
        start: where that clause begins.
        words: of that clause before it, without times.
        done: the values before it.
    """
    name, own = named
    if listed := _in_brackets(line.text, quantity, name, start, words, done):
        return listed
    if not _may_name(name, words):
        return _alone_in_brackets(line, quantity, words, start, done[-1]) if done else None
    name = name if (len(name) > 1 and not _NO_NAME.fullmatch(name)) or DIMENSION.fullmatch(name) else ""
    last = done[-1] if done else None
    if grant := _granted_before(line, quantity, name, last):
        return Found(quantity, grant, name or own, start, quantity.end, "grant_before")
    if last is not None and (
        _AMONG.match(words) or (last.reason == "among" and name and not goes_apart(last, quantity, words))
    ):
        whole = last.subject if last.reason == "among" or last.growth else whole_of(done, quantity)
        return Found(quantity, name or last.name, whole if name else None, start, quantity.end, "among")
    if last is not None and _LEVEL.fullmatch(name) and last.quantity.unit == quantity.unit:
        return Found(quantity, _OF_LEVEL.sub("", last.name) or last.name, name, start, quantity.end, "level")
    if changed := changed_value(line, quantity, (name, words), start, last):
        return changed
    if name:
        return of_another(line, quantity, (name, own), start, words, done)
    if told := of_clause_before(line, quantity, words, start, last):
        return told
    if last is None or (last.quantity.kind != quantity.kind and quantity.comparison is Comparison.AT_MOST):
        ceiling = _allowed_before(line, quantity, start)
        return ceiling or (_further(last, quantity) if last else _by_deed(quantity, words, start))
    return _further(last, quantity)


_DEED = re.compile(
    r"(?P<deed>(?:累计|再|又|新|加)?(?:建成?|修|装|种|栽|植|挖|铺|架|打|招|购)|累计(?:完成|实现)?)"
    r"(?:了|近|约|超过?|达到?)*[ ]?\Z"
)
"""Deeds that say how much was done of what was spoken of before: 2028年修|650公里."""


def _by_deed(quantity: Quantity, words: str, start: int) -> Found | None:
    """A measure or a count of which nothing but the deed is told; None for anything else."""
    deed = _DEED.search(words) if quantity.kind in {"measure", "count"} and not quantity.spelled else None
    return Found(quantity, deed["deed"], None, start, quantity.end, "words_before") if deed else None


_HAN = re.compile(r"[一-鿿]")
_STARTS_LIKE_A_NAME = re.compile(r"[一-鿿\"(A-Z\dⅠ-Ⅻ]")


def _may_name(name: str, words: str) -> bool:
    """Whether words left of a quantity can name it; a bracket that opens with the value names nothing."""
    if len(name) < 2 and words[:1] == "(":
        return False
    return not name or (_STARTS_LIKE_A_NAME.match(name) is not None and _HAN.search(name) is not None)


_LEAST = 2
"""Characters of a name."""


def _in_brackets(text: str, quantity: Quantity, name: str, start: int, words: str, done: list[Found]) -> Found | None:
    """One of the values that the brackets behind another one list, which is of what that one measures."""
    last = done[-1] if done else None
    if last is None or len(name) < _LEAST or ")" in words:
        return None
    opened = text.rfind("(", last.start, start + 1)
    if words.startswith("("):
        whole: str | None = last.name
    elif words.startswith(("、", ",")) and 0 <= opened < last.quantity.start and text.find(")", opened, start) < 0:
        whole = last.subject
    else:
        return None
    return Found(quantity, name, whole, start, quantity.end, "words_before") if whole else None


_SUMMED_UP = re.compile(r"[(](?:累计|总数)(?:共|达到?|约|近|为|超过?)*")


def _alone_in_brackets(line: Line, quantity: Quantity, words: str, start: int, last: Found) -> Found | None:
    """A value alone in the brackets behind a count: the share that is (95%), or how many there are now (累计600户)."""
    if last.end != start or last.quantity.kind != "count" or not line.text.startswith(")", quantity.end):
        return None
    if words == "(" and quantity.kind == "share":
        return replace(last, quantity=quantity, name=last.name + "占比", start=start, end=quantity.end, reason="list")
    summed = quantity.unit == last.quantity.unit and _SUMMED_UP.fullmatch(words)
    return replace(last, quantity=quantity, name="累计" + last.name, start=start, end=quantity.end) if summed else None


_OF_EACH_CASE = re.compile(
    r"(?:单个|每个|每家|每户|单户|单笔|同一|一个)(?:企业|项目|单位|机构|主体|平台|基地|园区|集群|产品|品种)?"
)
_GRANT = re.compile(
    r"(?:一次性)?(?:资金)?(?:奖补|奖励|补助|补贴|资助|贴息|补偿|扶持|支持|减免|罚款|贷款|担保|经费|奖金|限额)(?:资金)?"
)


def _granted_before(line: Line, quantity: Quantity, name: str, last: Found | None) -> str:
    """What a ceiling alone in its comma clause is of (给予奖补，最高300万元); empty where nothing is granted before."""
    if quantity.kind != "money" or (name and not _OF_EACH_CASE.fullmatch(name)):
        return ""
    if not name and quantity.comparison is not Comparison.AT_MOST:
        return ""
    if last is not None and last.quantity.kind == "money" and not (name and _GRANT.search(last.name)):
        return ""  # a further sum of what the last one is of
    grants = _GRANT.findall(line.text, max(line.sentence.start, quantity.start - 80), quantity.start)
    return str(grants[-1]) if grants else ""


_SET = re.compile(r"(?<=.{3})(?:目标)?(?:任务|计划)数?\Z")
"""What was set, behind which follows what came of it: 收入任务174万元,完成198万元."""


def _further(last: Found, quantity: Quantity) -> Found:
    """A further value of what the last one measures."""
    name = counted_by(last, quantity) or _SET.sub("", _without_growth(last, quantity))
    return replace(last, quantity=quantity, name=name, start=quantity.start, end=quantity.end, reason="list")


def _without_growth(last: Found, quantity: Quantity) -> str:
    """The name for a further value: a sum behind a rate (增长8%、达5亿元) is not the growth but what has grown."""
    if last.quantity.unit.endswith("百分点") and quantity.unit == "%" and not last.growth:
        return without_change(last.name) or last.name  # 比重提高3个百分点、达60%
    if last.quantity.kind != "share" or quantity.kind == "share":
        return last.name
    if last.growth:
        return last.subject or last.name
    return without_change(last.name) or last.name


_SHORT = 16
"""Characters that a clause which names a ceiling has at most."""
_RECORD = re.compile(r"(?:再次?|又)?创(?:下)?(?:历史|同期)?新[高低]\Z")
_ALLOWED = re.compile(r".*(?:可以?|应当?|须|申请|依法|予以|给予|进行|办理)(?P<deed>[一-鿿]{4,})\Z")


def _allowed_before(line: Line, quantity: Quantity, start: int) -> Found | None:
    """A ceiling alone in its comma clause, named by what the clause before allows: 可缓缴水费，最长不超过2个月."""
    if not quantity.bounded or start <= line.sentence.start:
        return None
    begin = segment_start(line.text, max(line.sentence.start, start - 80), start - 1)
    name = clean(name_before(line.setting.without_times(begin, start - 1)))
    name = _RECORD.sub("", name)
    deed = _ALLOWED.match(name)
    name = deed["deed"] if deed else name
    if len(name) > _SHORT:
        return None
    return Found(quantity, name, None, start, quantity.end, "clause_before") if len(name) > 3 else None
