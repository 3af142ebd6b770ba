"""Times of a document: every date, period and deadline with its place, as precise as the words.

`find_times` is the extractor; `resolution` reads the time expressions of any text against a given day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from corpus import PartialDate, Period, Span, TimeMention, TimeRole
from extract.confidence import sureness
from extract.layout.posted import is_clock, is_lunar
from extract.reading import Reading
from extract.times.calendar_words import partial
from extract.times.damaged_dates import damaged_dates
from extract.times.decades import read_decade, run_on
from extract.times.named_days import is_named_day
from extract.times.phrases import Phrase, Vague, read_phrase, read_vague
from extract.times.roles import cites, role_of
from extract.times.scene import Scene
from extract.times.starts import time_starts
from extract.times.year_alone import year_alone


def find_times(reading: Reading) -> tuple[TimeMention, ...]:
    """Every mention of a time, in order, none overlapping another; vague and recurring ones have no period."""
    text = reading.folded
    found = [
        _mention_of(span, Period(day, day), TimeRole.EVENT, *reasons) for span, day, reasons in damaged_dates(reading)
    ]
    taken = [mention.span for mention in found]
    scene = Scene(reading)
    found.extend(
        mention
        for mention in _scan(text, scene)
        if not any(span.overlaps(mention.span) for span in taken) and not is_clock(text, mention.span.start)
    )
    return tuple(sorted(found, key=lambda mention: mention.span.start))


def _scan(text: str, scene: Scene) -> Iterator[TimeMention]:
    """All mentions of `text`, left to right, each as long as it can be."""
    at = 0
    for start in time_starts(text):
        if start < at:
            continue
        mention, stop = _mention(text, start, at, scene)
        at = max(at, stop)
        if mention is not None:
            yield mention


_NUMBERED = re.compile(r"第[ ]?\d{1,4}[ ]?号")
"""Behind a year the number of a paper: 2014年第32号公告."""
_ALL_THE_TIME = ("全年全天", "全年无休", "全年不间断")
"""Words that say how long something is open, not in which year."""


def _mention(text: str, at: int, floor: int, scene: Scene) -> tuple[TimeMention | None, int]:
    """The mention that begins at `at`, and where to go on."""
    calendar = scene.calendar(at)
    phrase = read_decade(text, at) or read_phrase(text, at, calendar, floor=floor)
    phrase = run_on(text, phrase) if phrase else None
    vague = read_vague(text, at)
    if vague is not None and (phrase is None or vague.span.end > phrase.span.end):
        return _vague_mention(vague, scene), vague.span.end
    if phrase is None:
        phrase = year_alone(text, at)
    if phrase is None:
        day = scene.bare_day(at)
        return (_dated_mention(text, day, scene.looks_from), day.span.end) if day else (None, at)
    named_day = phrase.kind == "plan" and text.startswith(("环境日", "世界环境日"), phrase.span.end)
    numbered = named_day or is_lunar(text, phrase.span.end) or _NUMBERED.match(text, phrase.span.end)
    if numbered or text.startswith(_ALL_THE_TIME, phrase.span.end - 2):
        return None, phrase.span.end
    if _in_title(text, phrase, scene.own_period):
        return None, phrase.span.end
    scene.remember(phrase)
    phrase = _named_day(text, scene.compared(phrase), scene.as_of)
    if scene.spans_years(phrase):
        phrase = replace(phrase, start=None, end=None)
    return _dated_mention(text, phrase, scene.looks_from), phrase.span.end


_TODAY = frozenset(("今天", "今日", "昨天", "昨日", "前天", "明天"))
_NAMED_DAY = re.compile(r"\((?:(?P<month>1[0-2]|0?[1-9])月)?(?P<day>3[01]|[12]\d|0?[1-9])日\)")


def _named_day(text: str, phrase: Phrase, as_of: PartialDate | None) -> Phrase:
    """今天 is the day in the brackets behind it: 今天(10月24日), on a page of the day after."""
    if as_of is None or phrase.span.of(text) not in _TODAY:
        return phrase
    match = _NAMED_DAY.match(text, phrase.span.end)
    day = partial(as_of.year, int(match["month"] or as_of.month or 0), int(match["day"])) if match else None
    return replace(phrase, start=day, end=day) if day else phrase


_LAST_ONE = frozenset(
    ("上个月", "上月", "上季度", "上个季度", "上一季度", "上周", "上一年度", "上年度", "下个月", "下月", "次月")
)
_EACH = re.compile(r"每个?(?:月|季度?|周|半?年)|[按逐](?:月|季度?|年|周)")


def _comes_again(text: str, phrase: Phrase) -> bool:
    """Whether a month or year counts from one that comes again and again: 每月10日前报送|上个月|的统计数据."""
    start = phrase.span.start
    if phrase.span.of(text) not in _LAST_ONE:
        return False
    sentence = max(text.rfind(mark, 0, start) for mark in "。;\n") + 1
    return _EACH.search(text, sentence, start) is not None


def _dated_mention(text: str, phrase: Phrase, as_of: PartialDate | None) -> TimeMention:
    if (phrase.inferred and is_named_day(text, phrase.span)) or _comes_again(text, phrase):
        return _mention_of(phrase.span, None, TimeRole.RECURRING, "vague")
    role = role_of(text, phrase, as_of)
    start = None if phrase.after == "before" and role is TimeRole.PERIOD and not phrase.ranged else phrase.start
    period = Period(start, phrase.end) if start or phrase.end else None
    return _mention_of(phrase.span, period, role, _reason(phrase, period))


def _mention_of(span: Span, period: Period | None, role: TimeRole, *reasons: str) -> TimeMention:
    """The mention with the confidence that its reasons leave."""
    return TimeMention(span, period, role, sureness("time", reasons), reasons)


def _reason(phrase: Phrase, period: Period | None) -> str:
    """How the date was told."""
    if period is None:
        return "date_unknown"
    if phrase.kind == "bare":
        return "bare_year"
    if phrase.kind == "relative":
        return "relative_to_document"
    return "year_inferred" if phrase.inferred else "explicit_date"


_VAGUE_ROLES = {"recurring": TimeRole.RECURRING, "from": TimeRole.START, "by": TimeRole.DEADLINE}


def _vague_mention(vague: Vague, scene: Scene) -> TimeMention:
    """A mention without a date, unless words before it in the same place give it one."""
    role = _VAGUE_ROLES.get(vague.kind, TimeRole.PERIOD)
    if vague.kind == "since":
        start = scene.begun(vague.span)
        period = Period(start, None) if start else None
        return _mention_of(vague.span, period, role, "named_before" if start else "vague")
    if last := scene.year_before(vague.span):
        return _mention_of(vague.span, Period(last, last), role, "relative_to_document")
    period = scene.within_stretch(vague)
    return _mention_of(vague.span, period, role, "years_of_range" if period else "vague")


def _in_title(text: str, phrase: Phrase, own: Period | None) -> bool:
    """Whether the words only name another document: a plan (“十四五”…规划) or an edition ((2019年)) within 《…》.

    Ranges of years are times wherever they stand, so is the period that the document itself plans for, and so is a
    plan period that the title ends in (…“十四五”规划), since there it says which years the plan is for.
    """
    if not cites(text, phrase.span.end):
        return text.startswith("版", phrase.span.end)
    if phrase.ranged or Period(phrase.start, phrase.end) == own:
        return False
    if phrase.kind == "plan":
        named = text[phrase.span.start : phrase.span.end].endswith(("时期", "期间"))
        return not named and not text.startswith(("规划", "计划"), phrase.span.end)
    return text[phrase.span.start - 1 : phrase.span.start] == "("
