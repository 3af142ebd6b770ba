"""The same ordinal or year in Arabic and in Chinese figures: 第33条 and 第三十三条, 2025年 and 二〇二五年."""

from __future__ import annotations

import re

_DIGITS = "〇一二三四五六七八九"
_UNITS = ("", "十", "百", "千")
_NUMBER = rf"[{_DIGITS}零两十百千]{{1,9}}"

_ORDINAL = re.compile(
    rf"""
    第(?P<number>[0-9]{{1,4}}|{_NUMBER})                        # 第33, 第三十三
    (?=[编章节条款项目号批次期届个]|部分|季度)
    """,
    re.VERBOSE,
)
_YEAR = re.compile(r"(?<![0-9〇一二三四五六七八九])(?P<year>[0-9]{4}|[〇零一二三四五六七八九]{4})(?=年)")


def other_figures(text: str) -> str | None:
    """`text` with its ordinals and years in the other figures; None where it has none."""
    other = _YEAR.sub(_other_year, _ORDINAL.sub(_other_ordinal, text))
    return other if other != text else None


def to_chinese(value: int) -> str:
    """A number from 1 to 9999 in Chinese figures: 33 is 三十三, 110 is 一百一十, 105 is 一百零五."""
    out, gap = "", False
    figures = str(value)
    for place, figure in zip(range(len(figures) - 1, -1, -1), figures, strict=True):
        if figure == "0":
            gap = bool(out)
            continue
        out += ("零" if gap else "") + _DIGITS[int(figure)] + _UNITS[place]
        gap = False
    return out.removeprefix("一") if out.startswith("一十") else out


def to_arabic(text: str) -> int | None:
    """The number that Chinese figures below ten thousand say; None where they say none."""
    total, figure = 0, 0
    for char in text.replace("零", "〇").replace("两", "二"):
        if char in _UNITS:
            total += (figure or 1) * 10 ** _UNITS.index(char)
            figure = 0
        else:
            figure = figure * 10 + _DIGITS.index(char)
    return total + figure or None


def _other_ordinal(match: re.Match[str]) -> str:
    number = match["number"]
    value = int(number) if number.isascii() else to_arabic(number)
    if not value:
        return match.group()
    return f"第{to_chinese(value)}" if number.isascii() else f"第{value}"


def _other_year(match: re.Match[str]) -> str:
    year = match["year"]
    if year.isascii():
        return "".join(_DIGITS[int(figure)] for figure in year)
    return "".join(str(_DIGITS.index(figure)) for figure in year.replace("零", "〇"))
