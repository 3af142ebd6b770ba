"""What an answer has to name of a question's matter: the thing at its head, its whole name, its measure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from corpus import Genre
from search.folding import squeeze
from search.numerals import to_arabic, to_chinese
from search.passages import Passage
from search.question import Asked, Question
from search.terms import DUTY, Term

THING = 0.9
"""Least weight of a term that is a thing; actions and qualities have less."""
ACTION = 0.7
"""Weight of a term that is an action."""
LONGEST_NAME, SHORTEST_NAME = 6, 5
"""Terms of a thing's whole name at most, and its characters at least."""
SECOND, THIRD = 0.97, 0.9
"""What a sentence counts that is not put in the way of such answers, or not even nearly so."""

_NAMING = frozenset((Asked.NUMBER, Asked.MANNER, Asked.DATE, Asked.REASON, Asked.DEPARTMENT))
_COUNTED = frozenset((Asked.NUMBER, Asked.DATE))
_RATES = (
    (r"(?:每个?|一个?|/)月.{0,14}(?:多少|几)|月(?:薪|租|均).{0,6}(?:多少|几)", r"月", "每月的数额"),
    (r"(?:每|一)[天日].{0,14}(?:多少|几)", r"每?[天日]", "每天的数额"),
    (r"(?:每|一个?)人.{0,8}(?:多少|几)|人均", r"每人|人均|一人|/人|每[位名]|个人", "人均的数额"),
    (r"(?:每一?|一)次.{0,8}(?:多少|几)|(?:多少|几)(?:元|钱|块钱?)一次", r"次", "每次的数额"),
    (r"(?:每一?|一)亩.{0,8}(?:多少|几)|(?:多少|几)(?:元|钱|块钱?)一亩", r"亩", "每亩的数额"),
    (r"(?:每一?|一)(?:张床|个?床位?|张).{0,8}(?:多少|几)|(?:多少|几)(?:元|钱|块钱?)一[张床]", r"床|张", "每床的数额"),
)
"""Measures that a sum is asked by, how an answer has to name them, and their names."""
_COUNTED_BY = re.compile(r"(?:多少|几)([家所座条辆张处台套间户艘架])")
"""How things are counted that are asked for by their own measure word."""
_LIMIT = re.compile(
    r"(\d+|[一二两三四五六七八九十]+)(周?岁|人|层|级|公里|平方米|万元|亿元|吨)(?:以[上下内]|及以[上下])"
)
_DEPUTY = re.compile(r"副([一-鿿]{2})")
_BODY = re.compile(r"国务院|.{2,}(?:局|厅|委员会|人民政府|指挥部)|(?!.*[干全内外]部).{2,}部")
MEASURE = re.compile(r"标准|时间|金额|数额|数量|规模|情况|比例|期限|年限|范围|价格|费用|目标|办法|措施|一张|一次")
"""What is asked of a thing rather than a thing."""
_UP_TO = re.compile(r"截[至止].{0,14}?(?:年|月|日|底|末)")
_DATES = re.compile(r"(?:19|20)\d{2}年|\d{1,2}月|\d{1,2}日|年[底初末内]|期间|即日|公布之日|印发之日|每[年月季周]")
_PEOPLE = re.compile(r"(?:多少|几)(?:人|名|位|个人)|人数")
_SOME = r"(?<=[一-鿿])(?<![名位个人的有共万亿余])(?:{})(?:人员?|者|对象|群体)"
"""Some of those who do something, by what else they are: 失能参保人."""
_DEFINES = re.compile(r"是指|指的是|所称|系指|定义为|含义|(?:计算)?公式|÷|/|=|之比|占.{2,30}的?比[例重]")
_LISTS = re.compile(
    r"包括|分为|是指|主要有|分别[是为]|等[\d一二三四五六七八九十]+[个项类种]|(?:如|以)下[^,;]{0,6}[:：]?$"
)
_ENUMERATES = re.compile(r"、[^、]{1,30}、|[:：]$|[;；].{4,}[;；]")
_ON_DUTY = r"由[^,;]{2,30}|负责|牵头|主管|承担|会同|责任|批准|组织"
_NAMED_BODY = (
    r"[一-鿿]{2}(?:局|厅|委员会|[发卫改商经]委|办公室|指挥部|政府|领导小组|工作组|法院|检察院|公司|银行|中心"
    r"|[政信育务业化]部)(?!门)"
)
_WAYS = {
    Asked.DEFINITION: (_DEFINES, re.compile(r"(?!)")),
    Asked.LIST: (_LISTS, _ENUMERATES),
    Asked.DEPARTMENT: (re.compile(rf"(?=.*(?:{_NAMED_BODY}))(?=.*(?:{_ON_DUTY}))"), re.compile(_NAMED_BODY)),
}
"""How answers are put: mostly, and at least nearly so."""
_REVIEWS = re.compile(r"回顾|总结|成[绩效就]|过去|所做|取得|工作情况")
_REPORT = re.compile(r"工作报告")
_YEAR = re.compile(r"(?:19|20)\d{2}(?=年)")
_TARGET = re.compile(r"目标|要达到|计划达到|预期")


def unnamed(passage: Passage, question: Question, needed: Iterable[Term]) -> Iterator[str]:
    """What of the matter a sentence leaves open though its answer has to be about it, in words for people.

    Args:
        passage: the sentence.
        question: as read.
        needed: terms that it has to name, as `heads` tells them.
    """
    if question.asks in _NAMING and not passage.is_row:
        yield from (term.text for term in needed if not _named(term, passage))
    if question.asks is Asked.NUMBER:
        asked = squeeze(question.text)
        yield from (name for rate, said, name in _RATES if re.search(rate, asked) and not re.search(said, passage.own))
    yield from _other_things(passage, question, needed)
    up_to = question.asks is Asked.DATE and "截" not in question.text and _UP_TO.search(passage.stated)
    if up_to and not _DATES.search(_UP_TO.sub("", passage.stated)):
        yield "时间"
    if question.asks in _COUNTED and _TARGET.search(question.core) and is_past(passage):
        yield "目标"


def _other_things(passage: Passage, question: Question, needed: Iterable[Term]) -> Iterator[str]:
    """What shows that a sentence is on another thing: another age or size, a deputy, things counted otherwise."""
    around = passage.clause + passage.title
    for limit, number, unit in ((match.group(), match[1], match[2]) for match in _LIMIT.finditer(question.text)):
        value = int(number) if number.isdigit() else to_arabic(number)
        forms = (number, str(value), to_chinese(value)) if value is not None else (number,)
        if not any(form + unit[-1] in around or form + unit in around for form in forms):
            yield limit
    if "副" not in question.text:
        own = passage.own
        deputies = (word for word in _DEPUTY.findall(own) if own.count(word) == own.count(f"副{word}"))
        yield from (word for word in deputies if word in question.text)
    counted = _COUNTED_BY.search(question.text)
    if counted and question.unit == "count" and not passage.is_row and not _counts(counted[1], passage.own, needed):
        yield f"{counted[1]}数"


def _counts(measure: str, text: str, things: Iterable[Term]) -> bool:
    """Whether a text counts by a measure word, or counts one of the things by 个 or by none."""
    if re.search(rf"[\d一二两三四五六七八九十百千万亿]{measure}", text):
        return True
    forms = "|".join(re.escape(form) for term in things for form in term.wordings)
    return bool(forms) and re.search(rf"[\d十百千万亿][个多余]*[^,;\d]{{0,8}}(?:{forms})", text) is not None


def of_some(passage: Passage, question: Question, terms: Iterable[Term]) -> Iterator[str]:
    """What is asked of all people and a sentence counts of some of them alone: 有多少人参保, 1.3万名失能参保人."""
    if question.asks is not Asked.NUMBER or not _PEOPLE.search(question.text):
        return
    for term in terms:
        forms = "|".join(re.escape(form) for form in term.wordings)
        named = len(re.findall(forms, passage.own))
        if named and named == len(re.findall(_SOME.format(forms), passage.own)):
            yield f"{term.text}的总人数"


def heads(question: Question, weights: Mapping[Term, float], found: Sequence[Passage]) -> tuple[Term, ...]:
    """The terms that an answer has to name, such as documents know: the most telling one, what is named last, bodies.

    An answer that is a body has to name what that body acts on, and what it does.

    Args:
        question: as read.
        weights: the question's terms, each with what it tells.
        found: passages of the documents that are looked at.
    """
    things = [term for term in weights if term.weight >= THING and not MEASURE.search(term.text)]
    if question.asks is Asked.DEPARTMENT:
        acts = [term for term in weights if term.weight == ACTION and term.text not in DUTY.wordings]
        chosen = [*things[-1:], *acts[-1:]] if question.parts < 2 else []
    else:
        bodies = [term for term in weights if _BODY.fullmatch(term.text)]
        most = max(weights, key=lambda term: weights[term], default=None)
        chosen = [*([most] if most else []), *things[-1:], *bodies]
    return tuple(
        term
        for term in dict.fromkeys(chosen)
        if any(form in passage.own for passage in found for form in term.wordings)
    )


def _named(term: Term, passage: Passage) -> bool:
    """Whether a sentence, what its clause says before it, or what it stands under names a thing."""
    around = (passage.own, passage.before, passage.heading, passage.title, passage.header)
    return any(form in text for text in around for form in term.wordings)


def whole_name(question: Question, terms: Sequence[Term], passages: Iterable[Passage]) -> Mapping[str, str]:
    """Documents that call the thing that is counted by the question's whole name for it, with that name.

    Where a document does so, its sentences that do not are on other things: on 创业补贴 rather than 求职创业补贴.
    """
    if question.asks is not Asked.NUMBER:
        return {}
    names = list(_names(squeeze(question.core), terms))
    found: dict[str, str] = {}
    for passage in passages:
        known = found.get(passage.hit.document, "")
        name = next((name for name in names if len(name) > len(known) and name in passage.own), known)
        if name:
            found[passage.hit.document] = name
    return found


def _names(core: str, terms: Sequence[Term]) -> Iterator[str]:
    """The runs of terms without anything between them that end the question, longest first."""
    last = [term.text for term in terms if not _TARGET.search(term.text)][-LONGEST_NAME:]
    for first in range(len(last) - 1):
        name = "".join(last[first:])
        if len(name) >= SHORTEST_NAME and name in core:
            yield name


def is_on(name: str, passage: Passage, terms: Iterable[Term]) -> bool:
    """Whether a sentence is on the thing of this name: it is named there or around, or all its words are."""
    if passage.is_row or any(name in text for text in (passage.own, passage.before, passage.heading, passage.title)):
        return True
    return all(term.text in passage.own for term in terms if term.text in name)


def is_past(passage: Passage) -> bool:
    """Whether a sentence tells what was reached rather than what is to be."""
    kinds = passage.entry.kinds
    return _REVIEWS.search(passage.heading) is not None or ("achievement" in kinds and "commitment" not in kinds)


def reviewed_year(passage: Passage) -> int | None:
    """The year that a report on the work of a year tells of: what was reached is of the year before its own."""
    entry = passage.entry
    if entry.genre != Genre.REPORT or not _REPORT.search(entry.title) or not is_past(passage):
        return None
    named = _YEAR.search(squeeze(entry.title))
    own = int(named.group()) if named else entry.year
    return own - 1 if own else None


def fitting(passage: Passage, question: Question) -> float:
    """What a sentence counts by the way in which it is put: 1 for the way of an answer, less for others."""
    if passage.is_row or question.asks not in _WAYS:
        return 1.0
    usual, nearly = _WAYS[question.asks]
    if usual.search(passage.own) is None:
        return SECOND if nearly.search(passage.own) else THIRD
    return 1.0
