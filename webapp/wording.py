"""Dates, numbers and places as they are written for readers; pure functions from values to Chinese text."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

from corpus import Comparison, Outline, PartialDate, Period
from extract.times.relative_limits import relative_limit

UNSTATED = "未载明"
"""An empty cell of a table."""

_COMPARISONS = {
    Comparison.AT_LEAST: "不低于{}",
    Comparison.AT_MOST: "不超过{}",
    Comparison.ABOUT: "{}左右",
    Comparison.EQUAL: "{}",
    Comparison.RANGE: "{}",
}
_PRECISION = {"year": "原文精确到年", "month": "原文精确到月", "day": ""}


def date_text(value: PartialDate | str | None) -> str:
    """A date in running text, as precise as its source: 2022年8月30日, 2023年7月, 2023年; empty for None."""
    if value is None or value == "":
        return ""
    return (PartialDate.parse(value[:10]) if isinstance(value, str) else value).chinese


def precision_text(value: PartialDate | str | None) -> str:
    """What is to be said of a date that is not a day: 原文精确到年; empty otherwise."""
    if not value:
        return ""
    day = PartialDate.parse(value) if isinstance(value, str) else value
    return _PRECISION[day.precision]


def limit_text(deadline: PartialDate | None, sentence: str) -> str:
    """A deadline as its source states it: a date, else what is counted from an event; empty where neither is stated."""
    return date_text(deadline) or relative_limit(sentence)


def period_text(value: Period | None) -> str:
    """A period in running text: 2021—2025年, 2018年以来, 截至2025年, one date as itself."""
    if value is None:
        return ""
    start, end = value.start, value.end
    if start == end:
        return date_text(start)
    if end is None:
        return f"{date_text(start)}以来"
    if start is None:
        return f"截至{date_text(end)}"
    if start.precision == end.precision == "year":
        return f"{start.year}—{end.year}年"
    return f"{date_text(start)}至{date_text(end)}"


def quarter_text(value: str | None) -> str:
    """A year or quarter, `2025` or `2025-Q3`: 2025年, 2025年第三季度; 未载明 for None."""
    if value is None:
        return UNSTATED
    year, _, quarter = value.partition("-Q")
    return f"{year}年" + (f"第{'一二三四'[int(quarter) - 1]}季度" if quarter else "")


def moment_text(value: str | None) -> str:
    """An ISO date and time as 2025年11月20日 14:05; a date alone where there is no time."""
    if not value:
        return ""
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        return value
    return f"{date_text(value[:10])} {moment:%H:%M}"


def stamp_text(value: str | None) -> str:
    """A date of any precision as the moment that feeds ask for: the first one it can mean, in China (RFC 3339)."""
    day = PartialDate.parse(value).first_day if value else date(1970, 1, 1)
    return f"{day.isoformat()}T00:00:00+08:00"


_RATIO = "比例"
"""Unit of two numbers that stand to one another as they are written, and are no range."""


def number_text(value: Decimal | tuple[Decimal, Decimal] | None, unit: str | None) -> str:
    """A number with its own unit: 75%, 7847.84万人, 63%～68%, 6:4; empty for None."""
    if value is None:
        return ""
    if isinstance(value, tuple):
        low, high = value
        if unit == _RATIO:
            return f"{_plain(low)}:{_plain(high)}"
        return f"{_plain(low)}{unit if unit == '%' else ''}～{_plain(high)}{unit or ''}"
    return f"{_plain(value)}{unit or ''}"


def value_text(value: Decimal | tuple[Decimal, Decimal] | None, unit: str | None, comparison: Comparison) -> str:
    """A number as it is meant: 不低于75%."""
    number = number_text(value, unit)
    return _COMPARISONS[comparison].format(number) if number else ""


def _plain(value: Decimal) -> str:
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def size_text(size: int) -> str:
    """A file size: 68MB, 12KB, 300字节."""
    for unit, name in ((1024 * 1024, "MB"), (1024, "KB")):
        if size >= unit:
            return f"{size / unit:.1f}".removesuffix(".0") + name
    return f"{size}字节"


def clause_places(outline: Outline) -> dict[str, str]:
    """The place of every clause of an outline, by eid."""
    labels: dict[str | None, str] = {None: ""}
    for section in outline.sections:
        labels[section.eid] = labels.get(section.parent, "") + label_text(section.label or section.title[:12])
    counts: dict[str | None, int] = {}
    places: dict[str, str] = {}
    for clause in outline.clauses:
        counts[clause.section] = counts.get(clause.section, 0) + 1
        ordinal = counts[clause.section]
        unit = "行" if "row" in clause.eid.rpartition("__")[2] else "段"
        places[clause.eid] = f"{labels.get(clause.section, '')}第{ordinal}{unit}"
    return places


def label_text(label: str) -> str:
    """A heading's ordinal as one says it: 一、 is 第一部分, （二） stays, 1. is 第1项."""
    bare = label.strip().rstrip("、.．,， ")
    if not any(mark.isalnum() for mark in bare):
        return ""  # a dash before a heading says no place
    if bare.isdigit():
        return f"第{bare}项"
    if all(mark in "一二三四五六七八九十百零〇" for mark in bare):
        return f"第{bare}部分"
    return bare
