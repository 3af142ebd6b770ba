"""Automatic numbers of a DOCX, written out as a reader sees them: 第三条, （二）, 1.2.

ECMA-376 part 1, 17.9: a paragraph points at a list (`numId`) and a level; the list points at an abstract list with
the form of each level. Levels count on through the document; a level begins again after a higher one was used.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from docx.oxml.ns import qn

from ingest.docx_xml import value, whole

_PLACEHOLDER = re.compile(r"%([1-9])")
_DIGITS = "〇一二三四五六七八九"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"))
_ROMAN_LOW = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
_PRIVATE = re.compile(r"[\ue000-\uf8ff]")
_BULLETS = {"\uf06c": "●", "\uf06e": "■", "\uf075": "◆", "\uf0d8": "➢", "\uf0fc": "✓", "\uf0a7": "▪", "\uf071": "□"}
_HIGHEST = 9999


def chinese(number: int) -> str:
    """A whole number from 1 to 9999 in Han numerals: 12 is 十二, 105 is 一百零五."""
    out, zero = "", False
    for unit, size in (("千", 1000), ("百", 100), ("十", 10), ("", 1)):
        digit = number // size % 10
        if digit:
            out += ("零" if zero and out else "") + _DIGITS[digit] + unit
        zero = not digit
    return out.removeprefix("一") if 10 <= number < 20 else out


def roman(number: int) -> str:
    """A whole number in Roman numerals."""
    out = ""
    for size, letters in _ROMAN + _ROMAN_LOW:
        out += letters * (number // size)
        number %= size
    return out


def letters(number: int) -> str:
    """A to Z, then AA to ZZ, as Word counts."""
    return chr(ord("A") + (number - 1) % 26) * ((number - 1) // 26 + 1)


def enclosed(number: int) -> str:
    """① to ⑳; beyond, plain digits."""
    return chr(0x2460 + number - 1) if number <= 20 else str(number)


def _one_of(symbols: str) -> Callable[[int], str]:
    return lambda number: symbols[(number - 1) % len(symbols)]


FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda number: f"{number:02d}",
    "decimalFullWidth": lambda number: str(number).translate({ord("0") + d: 0xFF10 + d for d in range(10)}),
    "decimalEnclosedCircle": enclosed,
    "decimalEnclosedCircleChinese": enclosed,
    "decimalEnclosedParen": lambda number: f"({number})",
    "decimalEnclosedFullstop": lambda number: f"{number}.",
    "chineseCounting": chinese,
    "chineseCountingThousand": chinese,
    "taiwaneseCounting": chinese,
    "taiwaneseCountingThousand": chinese,
    "japaneseCounting": chinese,
    "ideographDigital": lambda number: "".join(_DIGITS[int(digit)] for digit in str(number)),
    "japaneseDigitalTenThousand": chinese,
    "ideographTraditional": _one_of(_STEMS),
    "ideographZodiac": _one_of(_BRANCHES),
    "ideographEnclosedCircle": lambda number: chr(0x3280 + number - 1) if number <= 10 else chinese(number),
    "upperLetter": letters,
    "lowerLetter": lambda number: letters(number).lower(),
    "upperRoman": roman,
    "lowerRoman": lambda number: roman(number).lower(),
    "none": lambda _number: "",
}
"""How a level's number is written, by the name of ECMA-376 17.18.59; others are written as decimals."""


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: first number, form of the number, text with `%1` for numbers, what follows, its style."""

    start: int
    form: str
    text: str
    suffix: str
    style: str | None


@dataclass(slots=True)
class Numbering:
    """The lists of one document, with the counters of a reading in progress.

    Attributes:
        abstract_of: list to abstract list.
        levels: abstract list and level to its form.
        starts: list and level to a first number of its own.
    """

    abstract_of: dict[str, str] = field(default_factory=dict)
    levels: dict[tuple[str, int], Level] = field(default_factory=dict)
    starts: dict[tuple[str, int], int] = field(default_factory=dict)
    _counts: dict[tuple[str, int], int] = field(default_factory=dict)
    _restarted: set[tuple[str, int]] = field(default_factory=set)

    def level_of_style(self, list_id: str, style: str | None) -> int:
        """The level of a list that belongs to a paragraph style; 0 if none does."""
        abstract = self.abstract_of.get(list_id)
        return next((at for (key, at), level in self.levels.items() if key == abstract and level.style == style), 0)

    def next_label(self, list_id: str, at: int) -> str | None:
        """Counts one paragraph on and writes its number with what follows it; None if the list does not say."""
        abstract = self.abstract_of.get(list_id)
        level = self.levels.get((abstract, at)) if abstract is not None else None
        if abstract is None or level is None:
            return None
        self._count(abstract, list_id, at, level)
        if level.form == "bullet":
            return _bullet(level.text) + level.suffix
        words = _PLACEHOLDER.sub(lambda match: self._written(abstract, int(match[1]) - 1), level.text)
        return words + level.suffix if words else None

    def _count(self, abstract: str, list_id: str, at: int, level: Level) -> None:
        own = self.starts.get((list_id, at))
        if own is not None and (list_id, at) not in self._restarted:
            self._restarted.add((list_id, at))
            self._counts[abstract, at] = own
        else:
            self._counts[abstract, at] = self._counts.get((abstract, at), level.start - 1) + 1
        for key in [key for key in self._counts if key[0] == abstract and key[1] > at]:
            del self._counts[key]

    def _written(self, abstract: str, at: int) -> str:
        level = self.levels.get((abstract, at))
        if level is None:
            return ""
        number = self._counts.get((abstract, at), level.start)
        return FORMATS.get(level.form, str)(number) if 1 <= number <= _HIGHEST else str(number)


def _bullet(text: str) -> str:
    """The sign of a list without numbers; signs of symbol fonts as their Unicode likeness."""
    return _PRIVATE.sub(lambda match: _BULLETS.get(match[0], "•"), text)


def parse_numbering(root: Any | None) -> Numbering:
    """The lists that the `w:numbering` element defines; none without it."""
    numbering = Numbering()
    if root is None:
        return numbering
    for abstract in root.iterfind(qn("w:abstractNum")):
        for at, level in _levels(abstract):
            numbering.levels[abstract.get(qn("w:abstractNumId"), ""), at] = level
    for num in root.iterfind(qn("w:num")):
        _add_list(numbering, num)
    return numbering


def _add_list(numbering: Numbering, num: Any) -> None:
    list_id, abstract = num.get(qn("w:numId"), ""), value(num, "w:abstractNumId") or ""
    overrides = dict(_overrides(num))
    if any(level for _, level in overrides.values()):  # a list that rewrites levels is an abstract list of its own
        own = f"{abstract}/{list_id}"
        inherited = {at: level for (key, at), level in numbering.levels.items() if key == abstract}
        changed = {at: level for at, (_, level) in overrides.items() if level}
        numbering.levels.update({(own, at): level for at, level in (inherited | changed).items()})
        abstract = own
    numbering.abstract_of[list_id] = abstract
    numbering.starts.update({(list_id, at): start for at, (start, _) in overrides.items() if start is not None})


def _overrides(num: Any) -> Iterator[tuple[int, tuple[int | None, Level | None]]]:
    for override in num.iterfind(qn("w:lvlOverride")):
        start = value(override, "w:startOverride")
        level = next((level for _, level in _levels(override)), None)
        yield whole(override.get(qn("w:ilvl"))), (whole(start) if start is not None else None, level)


def _levels(element: Any) -> Iterator[tuple[int, Level]]:
    for level in element.iterfind(qn("w:lvl")):
        suffix = "" if value(level, "w:suff") == "nothing" else " "
        start = value(level, "w:start")
        yield (
            whole(level.get(qn("w:ilvl"))),
            Level(
                start=whole(start) if start is not None else 0,
                form=value(level, "w:numFmt") or "decimal",
                text=value(level, "w:lvlText") or "",
                suffix=suffix,
                style=value(level, "w:pStyle"),
            ),
        )
