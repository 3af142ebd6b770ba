"""The place that a document is of, told by the name of its issuer or else by its title.

A listed place is told by its name; one that no table has by its form, where an office follows it (澜岭省民政厅).
"""

from __future__ import annotations

import re

from extract.bodies.last_words import cores
from extract.bodies.places import full_by_short, longest_name, places_named
from extract.layout.stated import Stated

COUNTRY = "全国"

_CENTRAL = re.compile(
    r"""
      中共中央 | 中央[一-龥]{0,10}(?:部|办|办公室|办公厅|委员会)$ | 国务院 | 全国(?:人大|人民代表大会|政协|委员会)
    | 最高人民(?:法院|检察院) | 国家[一-龥]{2,16}(?:局|委|委员会|署) | [一-龥]{2,10}总[局署] | 审计署
    | 中国(?:人民银行|民用航空局|气象局|地震局|[一-龥]{1,4}监会)
    """,
    re.VERBOSE,
)
_PARTY = re.compile(r"(?:中国共产党|中共|中国人民政治协商会议|政协)(?=[一-龥]{2})(?!中央|全国)")
_OFFICE = re.compile(r"(?:办公[厅室]|[一-龥]{2,8}[司处])$")
_PUBLIC = ("人民政府", "政府", "人大", "人民代表大会", "政协", "委员会", "法院", "检察院", "委", "第")
_FORM = re.compile(
    r"""
    (?P<province> [一-龥]{2,3}省 | [一-龥]{2,8}?自治区 )?
    (?P<city> [一-龥]{2,8}?自治州 | [一-龥]{2,4}?[市州盟] )?
    (?P<county> [一-龥]{2,8}?自治县 | [一-龥]{2,4}?[县区旗] )?
    """,
    re.VERBOSE,
)
# 澜岭省 · 澄泽市云亭县: places by their form alone
_NO_NAME = re.compile(
    r"[我本该全各外邻跨多两三四五一二等为是在的由与和及对从向经省市县区州]|自治|推进|支持|促进|加快|加强|有关|相关|所属|印发|转发|批转|关于|数字|平安"
)
_ISSUED = re.compile(r"关于(?:印发|转发|批转|公布|发布|公开征求|征求)?[《\"]?")
_BETWEEN = re.compile(r"[、,;\s]")
_SHORTEST = 3
"""Characters of a name that tells a place by itself; there are several 城区."""


def find_region(issuer: Stated[str] | None, title: Stated[str] | None, folded: str) -> Stated[str] | None:
    """The full name of the place, 全国 for a central body; None where neither name tells it.

    Args:
        issuer: 发文机关; of several the first tells the place.
        title: the title as printed.
        folded: the folded text, for the words of the two.
    """
    if issuer is not None:
        first = next(filter(None, _BETWEEN.split(issuer.span.of(folded))), "")
        if region := region_of_body(first):
            return Stated(region, issuer.span)
    if title is not None and (region := _region_of_title(re.sub(r"\s+", "", title.span.of(folded)))):
        return Stated(region, title.span)
    return None


def region_of_body(name: str) -> str | None:
    """The place of the body of this name; None for one like 省民政厅, which tells only a level."""
    name = _PARTY.sub("", name, count=1)
    place, end = _listed(name, 0)
    if place is None and (short := _short(name, 0)) and _is_office(name[len(short) :]):
        place = full_by_short()[short]
    if place is not None:
        return place
    if _is_central(name):
        return _inside(name) or COUNTRY
    place, end = _by_form(name)
    return place if place and _is_office(name[end:]) else None


def _is_central(name: str) -> bool:
    """Whether a body whose name begins with no place is a central one: 财政部, 农业部办公厅."""
    body = name if name in cores() else _OFFICE.sub("", name)
    core = cores().get(body)
    ministry = core is not None and core.kind == "office" and body.endswith("部")
    return ministry or _CENTRAL.match(name) is not None or (core is not None and core.kind == "central")


def _inside(name: str) -> str | None:
    """The place of a central body's field office: 国家税务总局云南省税务局, 海关总署广东分署."""
    for at in range(2, len(name)):
        place, _ = _listed(name, at)
        if place is None and (short := _short(name, at)):
            place = full_by_short()[short]
        if place is not None:
            return place
    return None


def _listed(words: str, at: int) -> tuple[str | None, int]:
    """The place that names standing one behind the other from `at` tell, and where they end: 云南省昆明市五华区."""
    found: str | None = None
    while True:
        end, places = _longest(words, at)
        places = tuple(place for place in places if found and place.startswith(found)) or places
        if len(places) != 1 or (found is None and end - at < _SHORTEST):
            return found, at
        found, at = places[0], end


def _longest(words: str, at: int) -> tuple[int, tuple[str, ...]]:
    """Where the longest name of a place that starts at `at` ends, and the places that it can mean."""
    for length in range(min(longest_name(), len(words) - at), 1, -1):
        if places := places_named().get(words[at : at + length]):
            return at + length, places
    return at, ()


def _short(words: str, at: int) -> str | None:
    """The short name of a province at `at`: 云南 in 云南医保局."""
    candidates = (words[at : at + length] for length in (3, 2))
    return next((word for word in candidates if full_by_short().get(word, "").endswith(("省", "自治区"))), None)


def _by_form(words: str) -> tuple[str | None, int]:
    """The place that words begin with by their form, and where it ends."""
    match = _FORM.match(words)
    if match is None or not match.end() or _NO_NAME.match(words):
        return None, 0
    if any(name in places_named() for name in match.groups()):
        return None, 0  # several places have the name
    return (match["city"] or "") + (match["county"] or "") or match["province"], match.end()


def _is_office(words: str) -> bool:
    """Whether what follows a place makes the name of a body with it."""
    return words in cores() or _OFFICE.sub("", words) in cores() or words.startswith(_PUBLIC)


def _begins_office(words: str) -> bool:
    """Whether what follows a place begins with an office: 人民政府常务会议纪要, 市场监督管理局行政处罚办法."""
    names = (words[:length] for length in range(3, 16))
    return words.startswith(_PUBLIC[:2]) or any(name in cores() and name[-1] in "局厅委办府" for name in names)


def _region_of_title(title: str) -> str | None:
    """The place that a title, or the paper it is about, begins with; an unlisted one by its province or its office."""
    issued = _ISSUED.search(title)
    for words in (title.lstrip('《"'), title[issued.end() :].lstrip('《"') if issued else ""):
        place, _ = _listed(words, 0)
        if place is None and (match := _FORM.match(words)):
            vouched = match["province"] or _begins_office(words[match.end() :])
            place, _ = _by_form(match.group()) if vouched else (None, 0)
        if place is not None:
            return place
        if _CENTRAL.match(words):
            return COUNTRY
    return None
