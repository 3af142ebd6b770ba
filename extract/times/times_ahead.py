"""What a time still to come does in its sentence: by when something is due, or when it happens."""

from __future__ import annotations

import re

from corpus import Span, TimeRole
from extract.lexicon import pattern_of
from extract.times.phrases import Phrase

_BEGINS = re.compile(
    r"(?:份)?(?:[^,。;:\n\d]{0,10}?(?:将|要|拟|会))?[^,。;:\n\d将拟]{0,4}?(?:"
    + pattern_of("time_cues", "begins").pattern
    + ")"
)
"""Behind a month what takes place or begins in it: 4月|举办运动会, 11月|我局将组织培训."""
_PRESSED = re.compile(r"(?:力争|确保|争取|保证|务必)[在于到]?\Z")
"""Before a month that binds: what is to begin is due in it."""
_HAPPENS = re.compile(r"[^\n。;]{0,16}(?:举行|召开|举办|放假|上班|开考|开幕|开庭|生效|(?<!前)考试)|(?:就|正)是")
"""What takes place on a day that is still to come, rather than being due by it."""
_APPOINTED = re.compile(r"(?<!规)[定订]于\Z")
"""What is appointed for a month takes place in it: 定于7月组织考核."""
_NAMES_ONE = re.compile(
    r"(?<=[年度])(?:的(?![约近]?\d|目标|[主要发展总体具体工作预期远景约束性、]{0,12}(?:目标|指标)|时候)|(?:部门)?预算(?=[正编])|[^,。;\n]{0,6}(?:立法|候选)|实施细则)"
)
"""Behind a year the thing that it tells from those of others: 明年|的候选项目, 2030年|预算正在编制."""
_PREPARES = re.compile(r"[^,。;\n]{0,24}(?:奠定|打下|打好|打牢|夯实|积蓄|做好[^,。;\n]{0,6}准备)")
"""Behind 为 and a year to come what is only made ready for it: 为2031年|开好局打下基础."""
_GOES_ON = re.compile(r",[^,。;:\n]{0,24}(?:将|还|继续|要|会)|[^,。;:\n]{0,6}(?:将|还)")
"""Behind a part of a year what goes on in it: 下半年|,我市将…."""
_BOUND_FOR = re.compile(r"(?:力争|确保|争取|预计|计划|拟|预期|至|到)[在于到]?\Z")


def role_ahead(text: str, phrase: Phrase) -> TimeRole:
    """The role of a phrase, neither joined with another nor bound by words around it, that lies ahead."""
    start, end = phrase.span.start, phrase.span.end
    day = phrase.end is not None and phrase.end.day is not None
    if day and (_HAPPENS.match(text, end) or _dates_a_page(text, phrase.span)):
        return TimeRole.EVENT
    before = text[max(0, start - 4) : start + (text[start] in "于在")]
    if _APPOINTED.search(before):
        return TimeRole.EVENT
    if phrase.edge or phrase.end is None or phrase.before == "until":
        return TimeRole.DEADLINE
    if phrase.end.month is None and text[start - 1 : start] == "为" and _PREPARES.match(text, end):
        return TimeRole.PERIOD
    if phrase.end.month is None:
        return TimeRole.PERIOD if _NAMES_ONE.match(text, end) else TimeRole.DEADLINE
    if _BEGINS.match(text, end):
        return TimeRole.DEADLINE if _PRESSED.search(before) else TimeRole.EVENT
    part = phrase.start is not None and phrase.start.month != phrase.end.month
    if part and _GOES_ON.match(text, end) and not _BOUND_FOR.search(before):
        return TimeRole.PERIOD
    return TimeRole.DEADLINE


def _dates_a_page(text: str, span: Span) -> bool:
    """Whether a day is a line of its own at the head or the foot: the day of the page or of what is added to it."""
    alone = _LINE_START.search(text, max(0, span.start - 8), span.start) and _LINE_STOP.match(text, span.end)
    return bool(alone) and (span.start < _OUTER or len(text) - span.end < _OUTER)


_LINE_START, _LINE_STOP = re.compile(r"(?:\A|\n)[ \t]*\Z"), re.compile(r"[ \t]*(?:\n|\Z)")
_OUTER = 60
"""Characters between such a day and the end of the text."""
