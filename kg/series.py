"""Which values belong to one indicator: the name in one form, whose it is, and the class of its unit."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Protocol

from corpus.facts import Indicator, IndicatorKind
from kg.places import Place
from kg.tables import rows

_MARKS = re.compile(r"[\s　“”\"'‘’（）()\[\]【】、，,。．.：:；;·*＊※①-⑳/／]+")
_LEAD = re.compile(
    r"^(?:其中|全[省市区县州国]|我[省市区县州]|本[省市区县州]|实现|达到|完成|累计|截至|目前|力争|接收|建成|建有|共有|拥有|到|将)+"
)
_TAIL = re.compile(
    r"(?:达到|达|为|是|超过|提高到|提高至|增加到|增长到|实现|约|控制在|稳定在|保持在|共|共有|总数|总量)+$"
)
_NUMBERING = re.compile(
    r"^\s*(?:第[一二三四五六七八九十百]+[条章节]|[（(]?[0-9一二三四五六七八九十]{1,3}[.、．)）]|[一二三四五六七八九十]+是|[—-]+|专栏[0-9]+)\s*"
)
_BARE = re.compile(
    r"^(?:增加|增长|增幅|减少|下降|上升|提高|新增|净增|同比增长|同比|年均增长|年均增加|占比|比例|覆盖率|总数|数量|规模|项目|个数|人数|"
    r"金额|投资|完成投资|总投资|资金|覆盖|农村地区|城镇|城市|农村|时间|期限|标准|面积|一次性给予|给予)$"
)
_SELF = re.compile(r"^(?:全[省市区县州]|本[省市区县州]|我[省市区县州]|全[省市区县州].{0,4}|[省市区县])$")


_PARTICLES = re.compile(r"[为且的了并将及]")
"""What two wordings of one indicator may differ in."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measure.

    Attributes:
        base: the unit that values are compared in; units of one base can be compared.
        factor: how many of the base one is.
    """

    base: str
    factor: Decimal


@dataclass(frozen=True, slots=True)
class SeriesKey:
    """What makes values one indicator.

    Attributes:
        name: of the indicator, in its one form.
        subject: whose it is: a place's name, a group, or empty.
        base: unit that its values are compared in.
        place: full name of the place that the document is of; empty if unknown.
    """

    name: str
    subject: str
    base: str
    place: str

    @property
    def id(self) -> str:
        """The id of the series."""
        text = "\n".join((_PARTICLES.sub("", self.name), self.subject, self.base, self.place))
        return "s" + hashlib.sha256(text.encode()).hexdigest()[:15]

    @property
    def label(self) -> str:
        """What a list calls it."""
        return label_of(self)


class Named(Protocol):
    """What a series is called by."""

    @property
    def name(self) -> str:
        """Of the indicator."""

    @property
    def subject(self) -> str:
        """Whose it is."""

    @property
    def base(self) -> str:
        """Its unit."""

    @property
    def place(self) -> str:
        """Where it is."""


def label_of(series: Named) -> str:
    """What a list calls a series: name, place and subject, unit."""
    whose = whose_is(series)
    unit = series.base or "无单位"
    return f"{series.name}（{whose}，{unit}）" if whose else f"{series.name}（{unit}）"


def whose_is(series: Named) -> str:
    """Place and subject of a series."""
    return "·".join(dict.fromkeys(part for part in (series.place, series.subject) if part))


_UNITS = {row["unit"]: Unit(row["base"], Decimal(row["factor"])) for row in rows("units")}


def unit_of(written: str | None) -> Unit:
    """The unit as written, read; an unknown one is its own base."""
    words = _MARKS.sub("", written or "")
    if words in _UNITS:
        return _UNITS[words]
    for many, factor in (("亿", 10**8), ("万", 10**4), ("千", 10**3), ("百", 10**2)):
        if words.startswith(many) and len(words) > 1:
            inner = _UNITS.get(words[1:], Unit(words[1:], Decimal(1)))
            return Unit(inner.base, inner.factor * factor)
    return Unit(words, Decimal(1))


def name_of(written: str) -> str:
    """The name of an indicator in its one form."""
    words = _MARKS.sub("", _NUMBERING.sub("", written))
    return _TAIL.sub("", _LEAD.sub("", words)) or words


def key_of(indicator: Indicator, place: Place | None) -> SeriesKey | None:
    """The series of an indicator in a document of a place; None where the name says nothing."""
    if _says_nothing(indicator):
        return None
    name, subject = name_of(indicator.name), _subject(indicator.subject, place)
    if _BARE.match(name) and subject:
        name, subject = subject + name, ""
    if len(name) < 2 or _BARE.match(name):
        return None
    return SeriesKey(name, subject, unit_of(indicator.unit).base, place.name if place else "")


def _says_nothing(indicator: Indicator) -> bool:
    """Whether it states no number at all, or a rule of conduct without a time (留样不少于48小时)."""
    numbers = (indicator.value, indicator.baseline, indicator.target)
    undated_limit = indicator.kind is IndicatorKind.LIMIT and indicator.when is None
    return undated_limit or all(number is None for number in numbers)


def _subject(written: str | None, place: Place | None) -> str:
    """Whose the value is; empty where it is the document's own place."""
    words = _MARKS.sub("", written or "")
    if not words or _SELF.match(words):
        return ""
    if place and words in (place.name, place.last, place.short):
        return ""
    return words


def comparable(value: Decimal | tuple[Decimal, Decimal] | None, unit: str | None) -> Decimal | None:
    """The value in the base of its unit; of a range the lower end; None where there is no number."""
    if value is None:
        return None
    number = value[0] if isinstance(value, tuple) else value
    return number * unit_of(unit).factor


def name_likeness(one: str, other: str) -> float:
    """The share of pairs of characters that two names of indicators have in common (Dice), 0 to 1."""
    first, second = ({name[at : at + 2] for at in range(len(name) - 1)} for name in (one, other))
    return 2 * len(first & second) / (len(first) + len(second)) if first or second else 0.0
