"""Indicators of a document: what is measured, whose, how much, by when, and whether it is, shall be or is a limit.

Running text is read sentence by sentence: each quantity gets its name from the words around it, lists with 分别 are
paired, rates of growth refer to the value before them (`runs`, `lists`). Tables are read by `tables`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus import BlockKind, Indicator, IndicatorKind, Period, Span, TimeMention
from extract.confidence import sureness
from extract.indicators.changes import of_places
from extract.indicators.kinds import REPAID, is_over, kind_of_value
from extract.indicators.line import Found, Line
from extract.indicators.lists import grown_as_before
from extract.indicators.parts_by_place import by_place
from extract.indicators.parts_of_standard import by_part
from extract.indicators.quotes import in_quotes
from extract.indicators.runs import read_line
from extract.indicators.setting import Setting
from extract.indicators.tables import find_table_indicators
from extract.indicators.task_values import find_task_values, timed_by_rows
from extract.indicators.times import time_of_value
from extract.indicators.times_behind import is_left
from extract.indicators.times_told_before import BREAKS_DOWN
from extract.numbers.quantities import Quantity, find_quantities
from extract.numbers.quantity_groups import is_duration
from extract.numbers.quantity_values import GREAT
from extract.reading import Reading

_NOT_PROSE = frozenset({BlockKind.FURNITURE, BlockKind.METADATA})


_NO_MEASURES = frozenset(("addressee", "proposal_title"))
"""Fields of the head in which numbers measure nothing: 王某等12位代表, 关于硬化2公里道路的建议."""
_COPIES = ("抄送", "抄报", "主送", "分送", "报送:")
"""How lists of receivers begin, in which numbers count copies of the paper: 抄送:县政协办公室(2份)."""

_OF_PLAN = "year_of_plan"
"""How the year of a plan is told, which only what it aims at is of."""
_FROM_AFAR = frozenset({"time_in_paragraph", "time_of_section", "time_of_goal", "time_of_title"})
"""Ways to tell a time that a limit does not take part in: it holds as long as its policy does."""


def find_indicators(reading: Reading, times: Sequence[TimeMention]) -> tuple[Indicator, ...]:
    """Every indicator of running text and tables, by place.

    Args:
        reading: the document.
        times: its times, as `dates.find_times` gives them.
    """
    setting = Setting(reading, times)
    tables, zones = find_table_indicators(reading, setting)
    found = list(tables)
    before: tuple[Span, Found | None] = (Span(0, 0), None)
    told: Indicator | None = None
    for line in _by_sentence(setting, zones):
        last = before[1] if before[0] == line.clause else None
        values = of_places(grown_as_before(list(read_line(replace(line, before=last))), last), last)
        values = by_part(line.text, line.sentence, by_place(line.text, line.sentence, values))
        made = list(_of_line(line, values, told if before[0] == line.clause else None))
        found.extend(made)
        before, told = (line.clause, values[-1] if values else None), made[-1] if made else None
    if reading.task_rows:
        taken = {one.span.start for one in tables}
        amounts = (one for one in find_task_values(reading, times) if one.span.start not in taken)
        found = [*timed_by_rows(reading, times, found), *amounts]
    return tuple(sorted(found, key=lambda one: (one.span.start, -one.span.end)))


def _by_sentence(setting: Setting, zones: Sequence[Span]) -> Iterator[Line]:
    """The sentences of running text that hold quantities; not dates, tables of indicators, scopes of tasks."""
    reading = setting.reading
    scopes = [span for row in reading.task_rows for span in row.scope]
    quantities = [
        quantity
        for quantity in find_quantities(reading.folded)
        if not setting.dated(quantity.number.start, quantity.number.end)
        and not is_duration(reading.folded, quantity)
        and not any(zone.overlaps(quantity.span) for zone in (*zones, *scopes))
    ]
    starts = [quantity.start for quantity in quantities]
    head = [span for field, span in reading.metadata.spans.items() if field in _NO_MEASURES]
    for clause, sentence in reading.sentences():
        low = bisect_left(starts, sentence.span.start)
        high = bisect_left(starts, sentence.span.end, low)
        if low == high or reading.folded.startswith(_COPIES, sentence.span.start):
            continue
        block = reading.document.block_at(sentence.span.start)
        if block is None or block.kind not in _NOT_PROSE:
            group = tuple(
                one
                for one in quantities[low:high]
                if not in_quotes(reading, sentence.span, one) and not any(span.overlaps(one.span) for span in head)
            )
            yield Line(setting, clause.span, sentence.span, group)


def _of_line(line: Line, values: Sequence[Found], before: Indicator | None) -> Iterator[Indicator]:
    """The indicators of a sentence; a further value of a policy's parameter is one too, if no word tells otherwise.

    Args:
        line: the sentence.
        values: what was found in it.
        before: the last indicator of the sentence before it in its paragraph.
    """
    apart = before is not None and "。" in line.text[before.span.end : line.sentence.start]
    last = None if apart and not _TASKS_ARE.search(line.text, line.clause.start, line.sentence.start) else before
    for found in values:
        one = _indicator(line, found, before)
        left = is_left(line.text, line.sentence.start, found.quantity.start)
        if left and last is not None and _SAYS_WHO_OR_WHEN.match(one.name):
            one = replace(one, name=left + last.name)
        goes_on = found.reason == "list" and last is not None and last.kind is IndicatorKind.LIMIT
        if goes_on and one.reasons[-1] in {"plain", "plan"}:
            one = replace(one, kind=IndicatorKind.LIMIT, reasons=(*one.reasons[:-1], "parameter"))
        if last is not None and _planned_too(line, last, one, found):
            one = replace(one, kind=IndicatorKind.TARGET, reasons=(*one.reasons[:-1], "planned_too"))
        yield one
        last = one


_SAYS_WHO_OR_WHEN = re.compile(r"由|[今明]年|\d|[于在将要按]|年[内底]")
"""How the words behind what is left of a thing begin that do not name it: 其余7家|由各镇处置, 剩余3处|年内完成."""
_PLANNED_TOO = frozenset(("future_time", "planned_too"))
_OTHERWISE = re.compile("[已了该。]|目前|现有|累计|其中(?!:)|去年|上年")

_TASKS_ARE = re.compile("(?:任务|目标)(?:是|为|如下|安排)?:")
_TOLD = re.compile("[已了]|目前|现有|截至|截止")


def _planned_too(line: Line, last: Indicator, one: Indicator, found: Found) -> bool:
    """Whether a value goes on with a planned one, with nothing that tells otherwise: 计划改造5个小区,惠及居民2万户."""
    if one.reasons[-1] not in {"plain", "task_word"} or last.reasons[-1] not in _PLANNED_TOO:
        return False
    tasks = _TASKS_ARE.search(line.text, line.clause.start, last.span.start)
    if tasks and not _TOLD.search(line.text, tasks.end(), found.quantity.end):
        return True
    times = line.setting.times_between(last.span.end, found.quantity.start)
    return not times and _OTHERWISE.search(line.text, last.span.start, found.quantity.end) is None


def _indicator(line: Line, found: Found, before: Indicator | None) -> Indicator:
    """The finished record: time and kind from the surroundings; `before` is the last one of the sentence before."""
    setting, quantity = line.setting, found.quantity
    when, why = found.when, "year_of_list"
    if when is None:
        at = quantity.start if found.time_at is None else found.time_at
        when, why = time_of_value(setting, line.sentence, line.clause, found.time_from, at)
    kind, because = kind_of_value(setting, line.sentence, quantity, when)
    if why not in _OWN_TIME and kind is not IndicatorKind.LIMIT and (whole := _time_of_whole(line, before, when)):
        when, why = whole, "time_in_paragraph"
        kind, because = kind_of_value(setting, line.sentence, quantity, when)
    if (
        (because == REPAID and is_over(setting, when))
        or (kind is IndicatorKind.LIMIT and why in _FROM_AFAR)
        or (kind is not IndicatorKind.TARGET and why == _OF_PLAN)
    ):
        when, why = None, "no_time"
    return Indicator(
        span=Span(min(found.start, quantity.start), max(found.end, quantity.end)).strip(setting.reading.folded),
        name=_with_sum(line.text, found, line.sentence.start),
        subject=found.subject,
        value=quantity.value,
        unit=_as_written(setting.reading, quantity),
        comparison=quantity.comparison,
        when=when,
        kind=kind,
        confidence=_confidence(found, why, because),
        reasons=(found.reason, why, because),
    )


_OTHER_UNIT = re.compile(r"\((?![户人名次]|含|不含)[^()]+\)")
"""A second unit of the same things, not what else is counted of them: 12条（段）, but 95套（户）, 8个（处）."""


_BARE_DEED = re.compile(r"[一-鿿]{2}(?<![量值额数率金款费比])")
_SAID_OF_DEED = re.compile(r"(?P<said>累计|计划|拟)(?P<deed>[一-鿿]{2})了?[近约超达]?到?\Z")


_RISEN = re.compile(r"[较比]?前?[移进]")
_RISE = re.compile(r"(?P<rise>[较比](?:上一?年|去年|年初|同期|(?:19|20)\d\d年|上期)+前[移进])了?\Z")
"""By how many places a rank has risen, with what it is compared with: 较上年前移|2位."""


def _with_sum(text: str, found: Found, start: int) -> str:
    """The name of a value; a verb alone keeps what is said of it: 累计受益, 计划投资."""
    if _RISEN.fullmatch(found.name):
        rise = _RISE.search(text, max(start, found.quantity.start - 12), found.quantity.start)
        return rise["rise"] if rise else found.name
    if not _BARE_DEED.fullmatch(found.name):
        return found.name
    said = _SAID_OF_DEED.search(text, max(start, found.quantity.start - 8), found.quantity.start)
    return said["said"] + found.name if said and said["deed"] == found.name else found.name


_OWN_TIME = frozenset(("time_in_sentence", "vague_time", "year_of_list"))


_OF_PARTS = re.compile(f"其中|{BREAKS_DOWN.pattern}")
"""How a sentence begins that tells of the parts of what the one before has counted."""


def _time_of_whole(line: Line, before: Indicator | None, when: Period | None) -> Period | None:
    """The time of the value in the sentence before one that tells of its parts: 2030年新建60公里。其中,县道20公里.

    What another look at the whole (从原因看) finds keeps the time of its paragraph (`when`), if one is told.
    """
    if when is not None and not line.text.startswith("其中", line.sentence.start):
        return None
    if before is None or before.kind is IndicatorKind.LIMIT or not _OF_PARTS.match(line.text, line.sentence.start):
        return None
    return before.when if len(_STOPS.findall(line.text, before.span.end, line.sentence.start)) == 1 else None


_STOPS = re.compile("[。;!?]")


def _as_written(reading: Reading, quantity: Quantity) -> str:
    """The unit in the characters of the source (县（市、区）), but with a plain slash (万吨／年); none for 3大工程."""
    if quantity.unit == GREAT:
        return ""
    other = _OTHER_UNIT.match(reading.folded, quantity.number.end, quantity.end)
    if other is not None and not quantity.unit.endswith("个"):
        return quantity.unit + Span(*other.span()).of(reading.document.text)
    if "(" not in quantity.unit:
        return quantity.unit
    words = quantity.number.of(reading.document.text)
    return words[-len(quantity.unit) :] if len(words) >= len(quantity.unit) else quantity.unit


def _confidence(found: Found, *reasons: str) -> float:
    """How sure the indicator is, from how its name, time and kind were told."""
    spelled = ("spelled",) if found.quantity.spelled else ()
    return sureness("indicator", ("bias", found.reason, *reasons, *spelled))
