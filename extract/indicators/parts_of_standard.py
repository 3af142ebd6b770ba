"""Values of the parts that a heading measures: 补助标准为:县道7000元、乡道3500元; 水价分为两级,第一级2元,第二级4元."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus import Span
from extract.indicators.line import Found
from extract.indicators.names import HEAD, clean, name_before
from extract.numbers.quantity_groups import same_measure

_HEADING = re.compile(
    r"""
    (?: \A | (?<=[,。;:、\n]) ) (?P<name> [^,。;:]{3,30}? )
    (?: (?:统一|具体|分别|暂|确|原则上|[定为是]|如下)* :
      | (?:统一|共|实行|划)* 分? [为设]? [一二两三四五六七八九十\d]+ 个? (?:级|档|类|等级|档次|等|标准) [,:]
      | (?:统一|具体|分别|暂|[确核]定)* 为 )
    [ ]? \Z
    """,
    re.VERBOSE,
)
"""What is measured, right before the first of its parts."""
_NO_MEASURE = re.compile(r"(?:指标|得分|成绩|增长|下降|消费|经费|资金|规模)\Z")
"""Last words of headings under which each value has a name of its own, or is one of several sums."""
_OWN_HEAD = re.compile("(?:限额|额度|定额|[水电气房租票药粮]价|工资|待遇|档次)\\Z")
"""Further last words of what is measured, which are laid down or paid."""
_PART = re.compile(r"(?!其中|包括|新|完成|达|每|合计|共|总)[^,、。;]{2,14}")
_FEWEST = 2
"""Parts that make a list."""
_KINDS = frozenset(("money", "share", "measure"))


def by_part(text: str, sentence: Span, values: Sequence[Found]) -> list[Found]:
    """The values of a sentence, those that a heading names with its name, and what they are of for a subject.

    Args:
        text: folded text.
        sentence: whose values they are.
        values: by place.
    """
    if len(values) < _FEWEST:
        return list(values)
    first = next((at for at, one in enumerate(values) if _is_part(one)), len(values))
    named = _heading(text, sentence, values[first]) if first + 1 < len(values) else None
    if named is None:
        return list(values)
    name, part = named
    last = first
    while last + 1 < len(values) and _goes_on(text, values[last], values[last + 1]):
        last += 1
    if last == first:
        return list(values)
    parts = [replace(values[first], name=name, subject=part)]
    parts += [replace(one, name=name, subject=one.name, reason="list") for one in values[first + 1 : last + 1]]
    return [*values[:first], *parts, *values[last + 1 :]]


def _is_part(one: Found) -> bool:
    told = one.subject is None and not one.growth and one.quantity.kind in _KINDS
    return told and one.reason != "noun_behind"


def _heading(text: str, sentence: Span, first: Found) -> tuple[str, str] | None:
    """What is measured before the first part, and that part; None where no heading stands there."""
    part = first.name.rpartition("为")[2] or first.name
    at = text.rfind(part, sentence.start, first.quantity.start)
    if at < 0 or not _PART.fullmatch(part) or HEAD.search(part):
        return None
    match = _HEADING.search(text, max(sentence.start, at - _REACH), at)
    name = clean(name_before(match["name"])) if match else ""
    measured = HEAD.search(name) or _OWN_HEAD.search(name)
    return (name, part) if name and measured and not _NO_MEASURE.search(name) else None


_REACH = 40
"""Characters of a heading."""


def _goes_on(text: str, last: Found, one: Found) -> bool:
    """Whether a value is of a further part, which alone stands between it and the one before."""
    if not _is_part(one) or not _PART.fullmatch(one.name) or HEAD.search(one.name):
        return False
    begins = text[last.quantity.end : one.quantity.start].lstrip(" ,、;和\n").startswith(one.name)
    return begins and same_measure(last.quantity, one.quantity)
