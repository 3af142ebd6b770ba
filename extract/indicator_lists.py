"""The quantities of one sentence as indicators: single ones, lists with 分别, shares of a whole, rates of growth."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from corpus import PartialDate, Period, Span
from extract.indicator_kinds import Setting
from extract.indicator_names import (
    BUILDS,
    GROWTH_ALONE,
    GROWTH_END,
    HEAD,
    clean,
    granted,
    is_abstract,
    name_before,
    noun_behind,
    place,
    region,
    segment_start,
    short_noun,
    split_list,
    starts_with_verb,
    without_base,
)
from extract.numerals import UNITS
from extract.quantities import Quantity
from extract.quantity_groups import alike, between_bounds, run_length

_RESPECTIVELY = re.compile(
    r"分别(?:为|是|达到?|完成|实现|同比|增长|下降|增加|减少|提高|上升|降低|约|超过?|突破|形成|有|在|不低于|再|[ ])*\Z"
)
_GROWN = re.compile(r"(?:同比|环比|年均)?(?:增长|下降|增加|减少|提高|上升|降低)")
_COMPARED = re.compile(r"同比|环比")
_EACH = re.compile(r"(?:均|都|各)(?:为|是|达到?|超过?|保持在?|稳定在|在|完成|实现|[ ])*\Z")
_ANY_EACH = re.compile("[均都各]")
_RATE = re.compile("增幅|增速|降幅")
_AMONG = re.compile(r"[ ,:]*其中[,:]?")
_QUOTES = {"“": "”", "《": "》", "「": "」", "『": "』"}
_HAN = re.compile(r"[一-鿿]")
_STARTS_LIKE_A_NAME = re.compile(r"[一-鿿\"(A-Z\d]")
_NO_INDICATOR = re.compile(r"一式|周年|》\Z|任一|任何")
_YEARS = re.compile(r"((?:19|20)\d\d)年?(?:-{1,2}|~|至|到)((?:19|20)\d\d)年?")
_OF_ANOTHER = re.compile(r"占.*|占?比重?|总量|总?投资|总数|面积|金额|获批|总额|合计|余额")
"""Names that measure what the value before them names."""

_REACH = 400
"""Characters before a value within which quotation marks and ranges of years concern it."""

_RECENT = 40
"""Values of a sentence, counted backwards, that a rate of growth can refer to."""

_ITSELF_A_COUNT = frozenset({"share", "money", "measure", "time", "ratio"})


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence with its quantities.

    Attributes:
        setting: the document and its times.
        clause: the paragraph around it.
        sentence: its characters.
        group: its quantities, left to right.
    """

    setting: Setting
    clause: Span
    sentence: Span
    group: tuple[Quantity, ...]

    @property
    def text(self) -> str:
        """The folded text of the document."""
        return self.setting.reading.folded


@dataclass(frozen=True, slots=True)
class Found:
    """An indicator of running text before its time and kind are known.

    Attributes:
        quantity: the value.
        name: what is measured.
        subject: whose.
        start: where its words begin.
        end: where they end.
        reason: how it was named.
        when: the time, where a list of years says it.
        time_from: times of the sentence before this place belong to other values.
        growth: it is a rate of growth.
    """

    quantity: Quantity
    name: str
    subject: str | None
    start: int
    end: int
    reason: str
    when: Period | None = None
    time_from: int = 0
    growth: bool = False


def read_line(line: Line) -> Iterator[Found]:
    """The indicators of one sentence, left to right."""
    line = replace(line, group=between_bounds(line.group))
    done: list[Found] = []
    at = 0
    while at < len(line.group):
        run = run_length(line.text, line.group, at)
        done.extend(_read_run(line, at, run, done))
        at += run
    return iter(done)


def _read_run(line: Line, at: int, run: int, done: list[Found]) -> list[Found]:
    """The indicators of quantities that stand side by side."""
    values = line.group[at : at + run]
    low = _low(line, at, done)
    start = segment_start(line.text, low, values[0].start)
    words = line.setting.without_times(start, values[0].start)
    if start == low and at and "、" in words.strip("、和及与 "):
        words = words[words.index("、", 0 if words[0] == "、" else 1) :]
    if run > 1:
        values = alike(values)
        paired = _paired(line, start, words, values, done)
        if paired is not None:
            return paired
    growth = GROWTH_ALONE.match(words) or GROWTH_ALONE.match(words[words.rfind("、") + 1 :])
    if growth and done:
        return [_growth(value, growth["name"], start, done) for value in values]
    shared = _shared(line, low, start, values[0]) if run == 1 else None
    if shared:
        return shared
    if _describes(line, at):
        return []
    first = _single(line, at, start, words, done)
    if first is None:
        return []
    return [first, *(_next(line, at + index, first) for index in range(1, run))]


def _low(line: Line, at: int, done: list[Found]) -> int:
    """Where the words that can name a quantity begin: behind the one before, unless that only describes its noun."""
    while at and _describes(line, at - 1):
        at -= 1
    return max(line.group[at - 1].end if at else line.sentence.start, done[-1].end if done else 0)


_DESCRIBED = re.compile(
    r"(?:的|规模|产值|级)*(?:重[大点])?[^\W\d_]{0,6}(?:项目|企业|产业|集群|园区|工程|码头|泊位|基地|单位|大户|养殖场|商户|品牌|产品)"
)


def _describes(line: Line, at: int) -> bool:
    """Whether a quantity says which things the next one counts: 超10亿元项目60个."""
    if at + 1 >= len(line.group) or line.group[at].kind == "share":
        return False
    one, counted = line.group[at], line.group[at + 1]
    between = line.text[one.end : counted.start]
    return (
        counted.kind == "count"
        and one.unit != counted.unit
        and len(between) <= 16
        and bool(_DESCRIBED.fullmatch(between))
    )


def _next(line: Line, at: int, first: Found) -> Found:
    """A further value of a list: its own noun behind it (218户822人, 2个园区、3个基地), else the name of the first."""
    quantity = line.group[at]
    stop = line.group[at + 1].start if at + 1 < len(line.group) else line.sentence.end
    noun, end = noun_behind(line.text, quantity, stop)
    if noun and first.reason == "noun_behind":
        return replace(first, quantity=quantity, name=short_noun(noun), start=quantity.start, end=end)
    return replace(first, quantity=quantity, start=quantity.start, end=quantity.end, reason="list")


def _growth(value: Quantity, name: str, start: int, done: list[Found]) -> Found:
    """A rate of growth: its subject is what the value before it measures."""
    base = next((one for one in reversed(done[-_RECENT:]) if not one.growth), None)
    subject = base.name if base else done[-1].subject
    return Found(value, name, subject, start, value.end, "growth", growth=True)


def _paired(line: Line, start: int, words: str, values: tuple[Quantity, ...], done: list[Found]) -> list[Found] | None:
    """The values of a list with 分别, each with its own name; None where there is no such list."""
    match = _RESPECTIVELY.search(words)
    if match is None:
        return None
    grown = _GROWN.search(match.group())
    label = grown.group() if grown else ""
    own, names = region(clean(name_before(words[: match.start()])))
    compared = _COMPARED.fullmatch(names)
    if not names or compared:
        return _of_earlier(values, (compared.group() if compared else "") + (label or "增长"), start, done)
    parts = split_list(names, len(values))
    years = None if parts else _years(line, start, len(values))
    made = []
    for index, value in enumerate(values):
        part = clean(parts[index]) if parts else names
        name, subject = (label, part) if label else (part, own)
        place_at = start if index == 0 else value.start
        when = years[index] if years else None
        made.append(Found(value, name, subject, place_at, value.end, "respectively", when, growth=bool(label)))
    return made


def _of_earlier(values: tuple[Quantity, ...], label: str, start: int, done: list[Found]) -> list[Found] | None:
    """Rates whose subjects are the values named before, in their order."""
    bases = [one for one in done[-_RECENT:] if not one.growth][-len(values) :]
    if len(bases) != len(values):
        return None
    return [
        Found(value, label, base.name, value.start if index else start, value.end, "respectively", growth=True)
        for index, (value, base) in enumerate(zip(values, bases, strict=True))
    ]


def _years(line: Line, at: int, count: int) -> list[Period] | None:
    """One year for each value, where a range of as many years is named before the list."""
    for first, last in reversed(_YEARS.findall(line.text[max(line.sentence.start, at - _REACH) : at + 20])):
        if int(last) - int(first) + 1 == count:
            dates = [PartialDate(int(first) + step) for step in range(count)]
            return [Period(date, date) for date in dates]
    return None


def _shared(line: Line, low: int, start: int, value: Quantity) -> list[Found]:
    """One value for several names: A覆盖率、B覆盖率均达到100%, A和B增幅达到30%."""
    words = line.setting.without_times(low, value.start)
    each = _EACH.search(words) if _ANY_EACH.search(words) else None
    if not each:
        words = line.setting.without_times(start, value.start)
    if not each and not _RATE.search(words):
        return []
    names = name_before(words[: each.start()] if each else words)
    if not each and not GROWTH_END.search(names):
        return []
    parts = re.split(r",?以及|、|和(?!谐|平)|(?<=[率例重]),", names) if each else re.split(r"和(?!谐|平)", names)
    parts = [clean(name_before(part)) for part in parts]
    if each:
        parts = _joined_to_heads(parts)
    if len(parts) < 2 or any(len(part) < 2 for part in parts):
        return []
    if each:
        return [Found(value, part, None, low, value.end, "shared") for part in parts]
    grown = GROWTH_END.search(names)
    label = grown.group() if grown else ""
    parts[-1] = parts[-1].removesuffix(label)
    return [Found(value, label, part, low, value.end, "shared", growth=True) for part in parts]


def _joined_to_heads(parts: list[str]) -> list[str]:
    """Parts of a list put together so that each ends in a measure (…率, …比例); empty if the last does not."""
    joined: list[str] = []
    open_part = ""
    for part in parts:
        open_part = f"{open_part}、{part}" if open_part else part
        if HEAD.search(part):
            joined.append(open_part)
            open_part = ""
    return [] if open_part else joined


def _single(line: Line, at: int, start: int, words: str, done: list[Found]) -> Found | None:
    """One quantity with the name that the words before or behind give it."""
    quantity = line.group[at]
    if _in_quotes(line, quantity) or _NO_INDICATOR.search(line.text[max(0, quantity.start - 2) : quantity.start]):
        return None
    if quantity.kind != "money" and _FOR_EACH.search(words):
        return None
    if quantity.unit == "次" and (quantity.value == 1 or _EVERY.search(words)):
        return None
    stop = line.group[at + 1].start if at + 1 < len(line.group) else line.sentence.end
    noun, noun_end = granted(line.text, quantity, stop) or noun_behind(line.text, quantity, stop)
    own, name = region(clean(name_before(words)))
    if quantity.kind == "share":
        name = without_base(name)
    if noun and place(name):
        own, name = name, ""
    if noun and _HAN.search(noun) and _noun_is_name(line, quantity, noun, name):
        if quantity.spelled and quantity.value == 1 and _SYSTEM.search(noun):
            return None
        if quantity.spelled and (is_abstract(noun) or not (BUILDS.search(words) or _many(quantity))):
            return None
        time_from = _behind_bound_time(line, done, quantity)
        return Found(quantity, short_noun(noun), own, start, noun_end, "noun_behind", time_from=time_from)
    if quantity.spelled and quantity.kind == "count":
        return None
    return _named_before(quantity, name, own, start, words, done)


_SYSTEM = re.compile(r"(?:体系|制度|机制|模式|格局|办法|政策|标准|规范|流程|经验|做法)\Z")
"""Nouns of which 一套 counts nothing."""

_FOR_EACH = re.compile(r"每(?:压缩?|减少?|增加?|新增|提高|下降|降低|完成|满|隔)?\Z")
"""What stands before a quantity that another one is counted by: 每压缩1万吨补助3万元."""

_EVERY = re.compile(r"每(?:隔)?[\d一两二三四五]{0,2}(?:年|月|季|周|日|天|学期|学年)|至少\Z|原则上")


def _many(quantity: Quantity) -> bool:
    """Whether a number is too large to be a slogan's."""
    return isinstance(quantity.value, tuple) or quantity.value >= 20 or quantity.unit[0] in UNITS


def _named_before(
    quantity: Quantity, name: str, own: str | None, start: int, words: str, done: list[Found]
) -> Found | None:
    if name and not (_STARTS_LIKE_A_NAME.match(name) and _HAN.search(name)):
        return None
    name = name if len(name) > 1 else ""
    last = done[-1] if done else None
    if last is not None and (_AMONG.match(words) or (last.reason == "among" and name)):
        whole = last.subject if last.reason == "among" or last.growth else last.name
        return Found(quantity, name or last.name, whole if name else None, start, quantity.end, "among")
    if name:
        own = last.name if last is not None and _OF_ANOTHER.fullmatch(name) else own
        return Found(quantity, name, own, start, quantity.end, "words_before")
    if last is not None:
        name = _without_growth(last, quantity)
        return replace(last, quantity=quantity, name=name, start=quantity.start, end=quantity.end, reason="list")
    return None


def _without_growth(last: Found, quantity: Quantity) -> str:
    """The name for a further value: a sum behind a rate (增长8%、达5亿元) is not the growth but what has grown."""
    if last.quantity.kind != "share" or quantity.kind == "share":
        return last.name
    if last.growth:
        return last.subject or last.name
    return _GREW.sub("", last.name) or last.name


_GREW = re.compile(r"(?:同比|环比)?(?:增长|下降|增加|减少|提高|上升|降低)\Z")


def _behind_bound_time(line: Line, done: list[Found], quantity: Quantity) -> int:
    """Where times may be taken from: a time that describes an earlier value (2016年实施的24项) is not this one's."""
    if not done or "的" not in line.text[done[-1].start : done[-1].quantity.start]:
        return 0
    return done[-1].quantity.end if line.text[done[-1].end : quantity.start].endswith(("为", "到", "至")) else 0


def _noun_is_name(line: Line, quantity: Quantity, noun: str, left: str) -> bool:
    """Whether the noun behind a quantity names it, rather than the words before."""
    described = line.text.startswith("的", quantity.end)
    if granted(line.text, quantity, line.sentence.end):
        return not HEAD.search(left)
    if described and _NO_NAME.match(noun):
        return False
    if described and _SUM.match(noun):
        return True
    if quantity.kind in _ITSELF_A_COUNT:
        return len(left) < 2 or (described and (quantity.kind == "share" or len(left) <= 4))
    if described and len(left) > 3 and not BUILDS.search(left[-4:]):
        return False
    return not (left and starts_with_verb(noun)) or bool(BUILDS.fullmatch(left))


_SUM = re.compile(r"罚款|补贴|补助|奖励|奖补|奖金|贷款|资助|津贴")
"""Nouns behind 的 that are what is paid."""

_NO_NAME = re.compile(r"标准|比例|部分|基础|面积|速度|方式|幅度|规模|水平|价格|额度|限额|范围")
"""Nouns behind 的 that only say what kind of number it is."""


def _in_quotes(line: Line, quantity: Quantity) -> bool:
    """Whether the number stands within 《…》 or “…”: part of a title or a slogan."""
    start = max(line.sentence.start, quantity.number.start - _REACH)
    before = line.setting.reading.document.text[start : quantity.number.start]
    return any(
        closing not in before[opened:] for mark, closing in _QUOTES.items() if (opened := before.rfind(mark)) >= 0
    )
