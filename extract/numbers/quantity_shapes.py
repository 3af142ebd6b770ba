"""How a quantity is written: the kinds of units, and the pattern of a number with its unit and scale.

A number is in digits (1.6万余人次, 3-5家, 2.6:1) or in characters (三百多户, 百分之五, 翻一番); an index has no unit.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from extract.lexicon import rows

UNIT_KINDS = {unit: kind for unit, kind, _ in rows("units")}
"""Unit to its kind: share, money, measure, count or time."""


def alternatives_across_lines(words: Iterable[str]) -> str:
    """The words as alternatives, longest first; a hard line break may stand in any of them."""
    return "|".join(r"\n?".join(map(re.escape, word)) for word in sorted(words, key=lambda word: (-len(word), word)))


_LATIN = [unit for unit in UNIT_KINDS if unit.isascii() and unit[-1].isalpha()]
_OTHER = [unit for unit in UNIT_KINDS if unit not in _LATIN]
_SCALE = r"个亿(?!元)|万\n?亿|千\n?亿|百\n?亿|亿|千\n?万|百\n?万|万|千(?!瓦|米|克|伏|百|方|家|户|年|兆)|百(?!分)"
_PLACES = r"个(?:省|地市)(?=[\d,、。;和与及实开推]|\Z)"
_UNIT = (
    rf"(?:{_PLACES}|{alternatives_across_lines(_OTHER)})"
    rf"|(?:{'|'.join(sorted(map(re.escape, _LATIN), key=len, reverse=True))})(?![A-Za-z\d])"
)
UNIT_PATTERN = rf"(?:{_SCALE})?(?:{_UNIT})"
"""A unit with its scale, as a fragment of a pattern."""

_UNIT_START = f"[{''.join(sorted({re.escape(unit[0]) for unit in UNIT_KINDS} | {'个'}))}]"
_ARABIC = r"(?:\d{1,3}(?:,\d{3})+(?!\d)|\d{1,15})(?:\.\d{1,8})?"
_HAN = r"[一二两三四五六七八九十百千万]{0,8}[一二两三四五六七八九十百千]"
_PART = r"\d{1,2}(?:\.\d{1,3})?"
_JOIN = r"[ ]?(?:-{1,2}|~{1,2}|至|到)[ ]?"

ROSE_TO = "[^\\d,。;]{1,6}[到至为]"
"""What stands between the two values of an index that has changed: 0.52|提高到|0.58."""

QUANTITY = re.compile(
    rf"""
    (?=[\d.,]{{1,24}}[^。;]{{0,16}}?[-~至到])
    (?P<low>{_ARABIC}) (?P<low_scale>{_SCALE})? (?:[ ]?(?P<low_unit>%|‰|{_UNIT}))?
    {_JOIN} (?P<high>{_ARABIC}) (?P<more_high>[多余])? [ ]? (?P<high_scale>{_SCALE})? (?P<high_unit>{_UNIT})
  | (?P<whole>{_PART}:{_PART}:{_PART})(?![\d:.])
  | (?P<first>\d{{1,3}}(?:\.\d+)?):(?P<second>\d{{1,5}}(?:\.\d+)?)(?=的?(?:比例|比重|配套|配比))
  | (?P<ratio>\d{{1,3}}(?:\.\d{{1,3}})?):(?P<ratio_to>\d{{1,5}}(?:\.\d{{1,3}})?)(?![\d:.])
  | (?P<above>[1-9])/(?P<below>[2-9]|10)(?![\d/.月万])
  | (?P<great>[2-9]|1[0-4])大(?=[一-鿿])(?![类项块小于写多会报精以专学赛家量型队连寒众街道厦桥伯气])
  | (?: (?P<billions>\d{{1,5}})亿(?=\d{{1,4}}(?:\.\d{{1,8}})?万) )?
    (?P<number>{_ARABIC}) [ ]?\n? (?P<more>[多余几])? (?P<scale>{_SCALE})? (?P<more_after>[多余])? [ ]?\n?
    (?: (?={_UNIT_START}) (?P<unit>{_UNIT}) (?P<more_last>[多余](?=[^\W\d_]))?
      | (?P<bare>(?:(?<=[万亿])|(?<=[万亿][多余]))(?=[一-鿿,。;、)]|\Z)) )
  | (?P<listed>{_ARABIC}) (?= (?:、{_ARABIC}){{0,8}} [、和与] {_ARABIC} (?P<listed_unit>(?:{_SCALE})?(?:{_UNIT})) )
  | (?P<parts>[二三四五六七八九十千])分之
    (?P<share>[一二两三四五六七八九]|\d{{1,2}}(?:\.\d{{1,2}})?)(?![点十百千\d.]|世纪|决赛)
  | (?P<han>百分之(?:{_HAN}|百|\d{{1,3}}(?:\.\d+)?)(?:点[一二三四五六七八九零]{{1,3}})?)
  | (?P<half>一半)
  | (?P<turn>翻(?P<turns>[一两二三])番)
  | (?P<words>{_HAN}) (?P<words_more>[多余])? (?P<words_scale>万|亿)? (?P<words_more_after>[多余])?
    (?P<words_unit>{_UNIT}) (?:(?<=成)(?P<words_last>[多余]))?
  | (?P<round>[百千])(?P<round_scale>亿)(?=[,。;、)]|大关|\Z)
  | (?P<index>\d{{1,4}}(?:\.\d{{1,4}})?)(?=(?:以[上下内]|左右)?(?:[,。;、)]|\Z)|{ROSE_TO}\d)
    """,
    re.VERBOSE,
)
"""A number with its unit; its groups are read by `quantity_values`, and judged by `number_names`."""

_BEHIND_NUMERAL = (
    "[一二两三四五六七八九十百千万亿多余半\n"
    + "".join(sorted({unit[0] for unit in _OTHER if unit[0] not in "‰%"}))
    + "]"
)
_NUMBER_STARTS = "".join(sorted({re.escape(unit[0]) for unit in UNIT_KINDS} | set("个万亿千百多余几")))
_BEHIND_DIGITS = (
    rf"(?=(?>[\d.,]{{0,24}})(?:[ ]?\n?[ ]?\n?[{_NUMBER_STARTS}]|[ ]?(?:--?|~~?|至|到)[ ]?\d|[:、和与]\d)"
    rf"|\d{{0,4}}\.\d{{1,4}}(?:[以左,。;、)]|\Z|{ROSE_TO}\d)|/(?:[2-9]|10)(?![\d/.月])"
    rf"|(?<=[为是达到过在至]\d)\d{{0,3}}(?:[以左,。;、)]|\Z)|(?<=[由从]\d)\d{{0,3}}{ROSE_TO}\d)"
)
"""What a number in digits has behind it that is a quantity: a unit, the end of a range, the next of a list, a mark."""
START = re.compile(
    "|".join(
        (
            *(f"{digit}{_BEHIND_DIGITS}" for digit in "0123456789"),
            *(f"{numeral}(?={_BEHIND_NUMERAL})" for numeral in "一二两三四五六七八九十百千"),
            "翻(?=[一两二三])",
        )
    )
)
"""Where a quantity can begin: a number in digits, or a numeral with another one or a unit behind it."""
