"""Indicators of a document: what is measured, whose, how much, by when, and whether it is, shall be or is a limit.

Running text is read sentence by sentence: each quantity gets its name from the words around it, lists with 分别 are
paired, rates of growth refer to the value before them. Tables are read by `indicator_tables`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from corpus import BlockKind, Indicator, PartialDate, Period, Span, TimeMention
from extract.indicator_kinds import Setting, kind_of_value, time_of_value
from extract.indicator_names import (
    GROWTH_ALONE,
    before,
    clean,
    is_abstract,
    noun_behind,
    region,
    segment_start,
    short_noun,
    split_list,
    starts_with_verb,
)
from extract.indicator_tables import find_table_indicators
from extract.quantities import Quantity, find_quantities
from extract.reading import Reading

_SENTENCE_END = re.compile(r"[。;!?]")
_JOINED = re.compile(r"[ \n]*(?:[、,]|和|与|及|,和)?[ \n]*\Z")
_RESPECTIVELY = re.compile(r"分别(?:为|是|达到?|完成|实现|同比|增长|下降|增加|减少|提高|约|超过?|突破|形成|有|在|不低于)*[ ]?\Z")
_AMONG = re.compile(r"[ ,]*(?:其中)[,:]?")
_QUOTES = {"“": "”", "《": "》", "「": "」", "『": "』"}
_GROWN = re.compile(r"(?:同比|环比|年均)?(?:增长|下降|增加|减少|提高|上升|降低)")
_TIME_NAME = re.compile(r"天数|日数|年限|周期|时限|时间|时长|期限|寿命|工期|优良天|历时")
_COUNTED_NOUN = re.compile(r"[一-鿿\"(A-Z]")
_NO_INDICATOR = re.compile(r"一式|周年|强$|每|各\Z|任一|任何")


@dataclass(frozen=True, slots=True)
class _Found:
    """An indicator of running text with the quantity it was read from."""

    quantity: Quantity
    name: str
    subject: str | None
    start: int
    end: int
    reason: str
    when: Period | None = None
    growth: bool = False


def find_indicators(reading: Reading, times: Sequence[TimeMention]) -> tuple[Indicator, ...]:
    """Every indicator of running text and tables, by place.

    Args:
        reading: the document.
        times: its times, as `dates.find_times` gives them.
    """
    setting = Setting(reading, times)
    tables, zones = find_table_indicators(reading, setting)
    text = reading.folded
    quantities = [
        quantity
        for quantity in find_quantities(text)
        if not setting.covered(quantity.number.start, quantity.number.end)
    ]
    starts = [quantity.start for quantity in quantities]
    found: list[Indicator] = list(tables)
    for clause in reading.outline.clauses:
        low, high = bisect_left(starts, clause.span.start), bisect_left(starts, clause.span.end)
        if low == high or any(zone.overlaps(clause.span) for zone in zones) or _is_furniture(reading, clause.span.start):
            continue
        for sentence, group in _sentences(text, clause.span, quantities[low:high]):
            found.extend(
                _indicator(setting, clause.span, sentence, one) for one in _read_sentence(reading, sentence, group)
            )
    return tuple(sorted(found, key=lambda one: (one.span.start, -one.span.end)))


def _is_furniture(reading: Reading, at: int) -> bool:
    block = reading.document.block_at(at)
    return block is not None and block.kind in {BlockKind.FURNITURE, BlockKind.METADATA, BlockKind.TABLE}


def _sentences(text: str, clause: Span, group: Sequence[Quantity]) -> Iterator[tuple[Span, list[Quantity]]]:
    """The quantities of a clause, sentence by sentence."""
    start, at = clause.start, 0
    for stop in [match.end() for match in _SENTENCE_END.finditer(text, clause.start, clause.end)] + [clause.end]:
        inside = []
        while at < len(group) and group[at].start < stop:
            inside.append(group[at])
            at += 1
        if inside:
            yield Span(start, stop), inside
        start = stop


def _indicator(setting: Setting, clause: Span, sentence: Span, found: _Found) -> Indicator:
    """The finished record: time and kind from the surroundings."""
    text = setting.reading.folded
    quantity = found.quantity
    when, why = (
        (found.when, "year_of_list")
        if found.when
        else time_of_value(setting, sentence.start, clause.start, quantity.start)
    )
    kind, because = kind_of_value(setting, text[sentence.start : sentence.end], quantity.start, when)
    confidence = 0.95 if found.reason == "noun_behind" else 0.9
    if quantity.spelled:
        confidence -= 0.15
    if why in {"time_in_paragraph", "vague_time"}:
        confidence -= 0.1
    span = Span(min(found.start, quantity.start), max(found.end, quantity.end))
    return Indicator(
        span=span,
        name=found.name,
        subject=found.subject,
        value=quantity.value,
        unit=quantity.unit,
        comparison=quantity.comparison,
        when=when,
        kind=kind,
        confidence=round(confidence, 2),
        reasons=(found.reason, why, because),
    )


def _read_sentence(reading: Reading, sentence: Span, group: list[Quantity]) -> Iterator[_Found]:
    """The indicators of one sentence, left to right."""
    done: list[_Found] = []
    at = 0
    while at < len(group):
        run = _run(reading.folded, group, at)
        made = _read_run(reading, sentence, group, at, run, done)
        done.extend(made)
        at += run
    yield from done


def _run(text: str, group: list[Quantity], at: int) -> int:
    """How many quantities from `at` on follow each other with nothing between but a separator."""
    length = 1
    while at + length < len(group) and _JOINED.match(text[group[at + length - 1].end : group[at + length].start]):
        length += 1
    return length


def _read_run(
    reading: Reading, sentence: Span, group: list[Quantity], at: int, run: int, done: list[_Found]
) -> list[_Found]:
    """The indicators of quantities that stand side by side."""
    text = reading.folded
    low = group[at - 1].end if at else sentence.start
    values = group[at : at + run]
    start = segment_start(text, low, values[0].start)
    words = text[start : values[0].start]
    paired = _paired(reading, start, words, values, done, low)
    if paired is not None:
        return paired
    growth = GROWTH_ALONE.match(words)
    if growth and done:
        return [_growth(value, growth["name"], start, done) for value in values]
    first = _single(reading, sentence, group, at, start, done)
    if first is None:
        return []
    if run == 1:
        return [first]
    return [first] + [
        replace(first, quantity=value, start=value.start, end=value.end, reason="list") for value in values[1:]
    ] if not _counts_behind(reading, group, at, run) else [
        one for index in range(run) if (one := _single(reading, sentence, group, at + index, group[at + index].start if index else start, done))
    ]


def _counts_behind(reading: Reading, group: list[Quantity], at: int, run: int) -> bool:
    return False


def _growth(value: Quantity, name: str, start: int, done: list[_Found]) -> _Found:
    """A rate of growth: its subject is what the value before it measures."""
    base = next((one for one in reversed(done) if not one.growth), done[-1])
    subject = base.name if not base.growth else base.subject
    return _Found(value, name, subject, start, value.end, "growth", growth=True)


def _paired(
    reading: Reading, start: int, words: str, values: list[Quantity], done: list[_Found], low: int
) -> list[_Found] | None:
    """The values of a list with 分别, each with its own name; None where there is no such list."""
    match = _RESPECTIVELY.search(words)
    if match is None or len(values) < 2:
        return None
    grown = _GROWN.search(match.group())
    label = grown.group() if grown else ""
    names_before, names = before(reading.folded, start, replace_start(values[0], start + match.start()))
    own, names = region(clean(names))
    if not names:
        return _of_earlier(values, label or "增长", start, done)
    parts = split_list(names, len(values))
    years = _years(reading, start, values) if parts is None else None
    made = []
    for index, value in enumerate(values):
        part = clean(parts[index]) if parts else names
        name, subject = (label, part) if label else (part, own)
        when = years[index] if years else None
        made.append(
            _Found(value, name, subject, names_before if not index else value.start, value.end, "respectively", when, bool(label))
        )
    return made


def replace_start(quantity: Quantity, at: int) -> Quantity:
    """The quantity as if it began at `at`."""
    return replace(quantity, span=Span(at, max(at, quantity.end)))


def _of_earlier(values: list[Quantity], label: str, start: int, done: list[_Found]) -> list[_Found] | None:
    """Rates whose subjects are the values named before, in their order."""
    bases = [one for one in done if not one.growth][-len(values) :]
    if len(bases) != len(values):
        return None
    return [
        _Found(value, label, base.name, start, value.end, "respectively", growth=True)
        for value, base in zip(values, bases, strict=True)
    ]


def _years(reading: Reading, at: int, values: list[Quantity]) -> list[Period] | None:
    """One year for each value where the range of years before the list has as many."""
    match = re.search(r"((?:19|20)\d\d)年?(?:-{1,2}|~|至|到)((?:19|20)\d\d)年[^。;\n]{0,30}\Z", reading.folded[max(0, at - 60) : values[0].start])
    if match is None or int(match[2]) - int(match[1]) + 1 != len(values):
        return None
    return [Period(PartialDate(int(match[1]) + step), PartialDate(int(match[1]) + step)) for step in range(len(values))]


def _single(
    reading: Reading, sentence: Span, group: list[Quantity], at: int, start: int, done: list[_Found]
) -> _Found | None:
    """One quantity with the name that the words before or behind give it."""
    text, quantity = reading.folded, group[at]
    if _in_quotes(reading, sentence, quantity) or _NO_INDICATOR.search(text[max(0, quantity.start - 2) : quantity.start]):
        return None
    stop = group[at + 1].start if at + 1 < len(group) else sentence.end
    noun, noun_end = noun_behind(text, quantity, stop)
    left_at, left = before(text, start, quantity)
    left = _without_times(reading, left_at, left)
    own, left_name = region(clean(left))
    if quantity.kind == "time" and not _TIME_NAME.search(text[start : quantity.start]):
        return None
    if noun and _noun_is_name(quantity, noun, left_name):
        if quantity.spelled and not _spelled_counts(quantity, noun):
            return None
        return _Found(quantity, short_noun(noun), own, left_at, noun_end, "noun_behind")
    if quantity.spelled and quantity.kind == "count" and not left_name:
        return None
    if _AMONG.match(text[start : quantity.start]) and done:
        return _Found(quantity, left_name or done[-1].name, done[0].name if left_name else None, left_at, quantity.end, "among")
    if left_name and _COUNTED_NOUN.match(left_name):
        return _Found(quantity, left_name, own, left_at, quantity.end, "words_before")
    if done and not left_name:
        return replace(done[-1], quantity=quantity, start=quantity.start, end=quantity.end, reason="list")
    return None


def _noun_is_name(quantity: Quantity, noun: str, left: str) -> bool:
    """Whether the noun behind a quantity names it, rather than the words before."""
    if quantity.kind in {"share", "money", "measure", "time", "ratio"}:
        return not left
    return not (left and starts_with_verb(noun))


def _spelled_counts(quantity: Quantity, noun: str) -> bool:
    """Whether a number in characters counts things (两个平面) and not slogans (三个方面) or just any one (一个)."""
    if quantity.value == 1 and quantity.unit in {"个", "项", "种", "批", "次", "条", "位", "名", "人", "家", "支", "场", "份", "件", "处", "起"}:
        return False
    return not is_abstract(noun)


def _without_times(reading: Reading, at: int, words: str) -> str:
    return _TIMES.sub("", words)


_TIMES = re.compile(
    r"(?:截至|截止到?|到|至|自|从)?(?:(?:19|20)\d\d年?(?:-|至|~|到))?(?:19|20)\d\d年(?:\d{1,2}月(?:\d{1,2}日)?)?(?:底|末|初|以来|期间)?"
    r'|"?十[一二三四五]五"?(?:时期|期间|期末|末|以来)?|今年|去年|上年|全年|目前|截至目前'
)


def _in_quotes(reading: Reading, sentence: Span, quantity: Quantity) -> bool:
    """Whether the number stands within 《…》 or “…”: part of a title or a slogan."""
    text = reading.document.text
    before_it = text[sentence.start : quantity.number.start]
    for mark, closing in _QUOTES.items():
        opened = before_it.rfind(mark)
        if opened >= 0 and closing not in before_it[opened:]:
            return True
    return False
