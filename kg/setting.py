"""The place of a document, and what its short names therefore mean: 省 in a letter of a Yunnan office is Yunnan."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from corpus.analysis import Analysis
from corpus.facts import Citation, Relation
from corpus.store.graph_rows import Decision
from kg.bodies import Identity
from kg.name_shapes import LEVEL, OFFICE_OF
from kg.names import INSTITUTION, central_of, cores
from kg.places import (
    COUNTRY,
    MUNICIPALITIES,
    Place,
    by_letter,
    by_short_name,
    find_places,
    read_place,
    read_unlisted,
    short_provinces,
)

_ISSUERS = re.compile(r"[、，,;；\s]+")
_HEAD = 3000
_LONG = 60_000
_OFFICE = re.compile(
    r"(?:(?<![一-鿿])|(?<=[在由经向是据按]))(?P<place>(?![在由经向是据按])[一-鿿]{2,16}?(?:自治[区州县]|[省市州盟县区旗]))"
    r"(?=人民政府|第[一二三四五六七八九十]{1,3}届人民代表大会|委员会第)"
)
# 在南宁市|第十五届人民代表大会
_WANTED = {"省": "province", "自": "province", "市": "city", "州": "city", "县": "county"}
_CENTRAL_BODIES = 5
"""Central bodies that a document must name to be taken for one of the centre."""
_OUR_COUNTRY = 5
"""Times that it must say 我国 instead."""
_OWN_PLACE = re.compile(r"(?<![安完健齐周])(?:我|本|全)(?:省|自治区|市(?!场)|州|盟|县|区(?!域|分)|旗)(?!级)")
# 我省 · 全市: a document that speaks so is of a place
_ENOUGH = 3
"""Times that a level or a place must be named to be believed."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What a document says about the bodies that it names in short.

    Attributes:
        place: of its issuer; None where nothing tells it.
        reason: what told it, in Chinese.
        issuers: what the names of its issuers mean.
        year: of the document.
        decisions: what people decided, by name and place.
        document: its id, to keep apart what only it says.
    """

    place: Place | None
    reason: str = ""
    issuers: tuple[Identity, ...] = ()
    year: int | None = None
    decisions: Mapping[tuple[str, str], Decision] = field(default_factory=dict)
    document: str = ""


def region_of(analysis: Analysis) -> str | None:
    """The full name of the place that a document is of, 全国 for central bodies; None where nothing tells it."""
    place = place_told(analysis)[0]
    return place.name if place else None


def place_told(analysis: Analysis) -> tuple[Place | None, str]:
    """The place of the issuer from the surest source that tells one, and which that was."""
    metadata = analysis.metadata
    region, issuer, title = metadata.region, metadata.issuer, metadata.title
    if region == "全国" or (issuer and _is_central(issuer)):
        return COUNTRY, "据发文机关为中央机关"
    for words, reason in ((issuer, "据发文机关名称"), (region, "据地区栏"), (title, "据标题")):
        if words and (place := place_at_start(words, None)):
            return place, reason
    head = analysis.document.text[:_HEAD]
    if title and (place := _of_title(title, head)):
        return place, "据标题"
    if place := _with_office(head):
        return place, "据正文开头的机关名称"
    wanted = _level_wanted(analysis)
    if place := _of_number(analysis, wanted):
        return place, "据发文字号"
    spoken = wanted or _level_wanted(analysis, least=1)
    if spoken and (place := _of_what_it_carries_out(analysis, spoken)):
        return place, "据所贯彻文件的地区"
    found = _most_named(analysis, wanted) if wanted else (None, "")
    return found if found[0] or not _speaks_of_the_centre(analysis) else (COUNTRY, "据文中机关均为中央机关")


def split_issuers(issuers: str, place: Place | None) -> list[str]:
    """The names in a line of issuers, also where only the place's name parts them."""
    parts = _ISSUERS.split(issuers)
    if place and place.level != "central":
        parts = [name for part in parts for name in re.split(rf"(?<=.)(?={place.name})", part)]
    return [name for name in parts if name]


def issuers_named(issuers: str | None, setting: Setting) -> str | None:
    """A line of issuers with the place of each that leaves it out and is one body: 市人民政府 -> 澄泽市人民政府."""
    written = split_issuers(issuers or "", setting.place)
    if len(written) != len(setting.issuers):
        return issuers
    named = [_with_place(name, one) for name, one in zip(written, setting.issuers, strict=True)]
    return issuers if named == written else "、".join(named)


def _with_place(name: str, found: Identity) -> str:
    place = found.place
    if found.body.kind != "organization" or place is None or place.level == "central":
        return name
    return name if place.last in name or place.short in name else found.body.name


def _is_central(issuer: str) -> bool:
    first = _ISSUERS.split(issuer.strip())[0]
    office = OFFICE_OF.match(first)
    return any(central_of(name, None) for name in (first, office["body"] if office else ""))


def place_at_start(words: str, within: Place | None) -> Place | None:
    """The place that words begin with, listed or, where the rest is an office or nothing, by its form."""
    if listed := read_place(words, within):
        return listed[0]
    if unlisted := read_unlisted(words, within):
        rest = words[unlisted[1] :]
        return unlisted[0] if not rest or rest in cores() or INSTITUTION.search(rest) else None
    return None


def _of_title(title: str, text: str) -> Place | None:
    """The unlisted place that a title begins with: a province by its form, another one if the text has its offices."""
    found = read_unlisted(title)
    if found is None:
        return None
    place, end = found
    office = any(title[:end] + words in text for words in ("人民政府", "国民经济和社会发展"))
    return place if office or (place.province and place.level == "province") else None


def _with_office(text: str) -> Place | None:
    """The place whose government or congress the beginning of a text names; None if it names several."""
    found = {place for match in _OFFICE.finditer(text) if (place := _whole_place(match["place"]))}
    return found.pop() if len(found) == 1 else None


def _whole_place(words: str) -> Place | None:
    """The place that words are, and nothing else."""
    place = read_place(words) or read_unlisted(words)
    return place[0] if place and place[1] == len(words) else None


def _of_number(analysis: Analysis, wanted: str | None) -> Place | None:
    """The province or municipality by whose letter the document's number begins, if the text speaks as such a one."""
    number = analysis.metadata.document_number
    place = by_letter().get(number.code[:1]) if number else None
    return place if place and wanted and _is_of(place, wanted) else None


def _of_what_it_carries_out(analysis: Analysis, wanted: str) -> Place | None:
    """The place whose documents are the basis of this one; None of several."""
    basis = (fact for fact in analysis.of(Citation) if fact.relation in (Relation.BASED_ON, Relation.IMPLEMENTS))
    named = (read_place(fact.title) for fact in basis)
    found = {place[0] for place in named if place and _is_of(place[0], wanted)}
    return found.pop() if len(found) == 1 else None


def _is_of(place: Place, wanted: str) -> bool:
    """Whether short names of this level mean such a place; 市 is a municipality too."""
    municipality = place.level == "province" and place.last in MUNICIPALITIES
    return wanted == ("city" if municipality else place.level)


def _speaks_of_the_centre(analysis: Analysis) -> bool:
    """Whether a document names several central bodies and hardly any of a place."""
    names = [body.name for body in analysis.organizations if not body.collective]
    central = sum(central_of(name, None) is not None for name in names)
    levels = (LEVEL.match(name) for name in names)
    local = sum(match is not None and match["rest"] in cores() for match in levels)
    text = analysis.document.text[:_LONG]
    national = central >= _CENTRAL_BODIES or text.count("我国") >= _OUR_COUNTRY
    return national and local * 10 <= central and not _OWN_PLACE.search(text)


def _most_named(analysis: Analysis, wanted: str) -> tuple[Place | None, str]:
    """The place of the level that the document's short names are of, named most in text and title; else None."""
    in_title = {place for place in _short_places(analysis.metadata.title or "", wanted) if _is_of(place, wanted)}
    if len(in_title) == 1:
        return in_title.pop(), "据标题中的地名"
    text = analysis.document.text[:_LONG]
    in_full = Counter(place for place in find_places(text) if _is_of(place, wanted))
    in_short = Counter({place: text.count(name) for name, place in _short_names(wanted).items()})
    for counted, least, ahead in ((in_full, _ENOUGH, 2), (in_short, 10, 3)):
        leaders = counted.most_common(2)
        clear = leaders and leaders[0][1] >= least
        if clear and (len(leaders) == 1 or leaders[0][1] >= ahead * leaders[1][1]):
            return leaders[0][0], f"据正文中最常提到的地名（{leaders[0][1]}次）"
    return None, ""


def _level_wanted(analysis: Analysis, least: int = _ENOUGH) -> str | None:
    """The level that the issuer, the title or most of the short names say: 市人民政府."""
    for words in (analysis.metadata.issuer, analysis.metadata.title):
        match = LEVEL.match(words or "")
        if match and match["rest"] in cores():
            return _WANTED.get(match["level"][0])
    names = (LEVEL.match(body.name) for body in analysis.organizations if not body.collective)
    levels = Counter(_WANTED.get(match["level"][0]) for match in names if match and match["rest"] in cores())
    top = levels.most_common(2)
    if not top or top[0][1] < least or (len(top) > 1 and top[0][1] < 2 * top[1][1]):
        return None
    return top[0][0]


def _short_places(title: str, wanted: str) -> set[Place]:
    """Provinces and cities that a title names in full or in short."""
    words = {title[at : at + length] for length in range(2, 12) for at in range(len(title) - length + 1)}
    return {place for name, place in _short_names(wanted).items() if name in words} | set(find_places(title))


def _short_names(wanted: str) -> dict[str, Place]:
    """Short names of the places of a level; for cities those that no province has."""
    if wanted == "province":
        return {name: place for name, place in short_provinces().items() if _is_of(place, wanted)}
    return {name: place for name, place in by_short_name().items() if _is_of(place, wanted)}


def at_level(level: str, rest: str, setting: Setting) -> Place | None:
    """The place of the document that a level word means; None where it has none, or the word fits two."""
    place = setting.place
    if place is None or place.level == "central":
        return None
    if level in ("省", "自治区"):
        found = place.at("province")
        return found if found and found.last.endswith(level) else None
    if level in ("州", "盟", "地区", "自治州"):
        found = place.at("city")
        return found if found and found.last.endswith(level[-1]) else None
    if level == "市":
        return _city(place)
    if level == "区" and place.level != "county" and place.province.endswith("自治区"):
        return place.at("province") if rest.startswith("党委") or place.level == "province" else None
    return place if place.level == "county" and place.last.endswith(level[-1]) else None


def _city(place: Place) -> Place | None:
    """What 市 means in a document of a place: its city, its municipality, or the county-level city it is."""
    if place.county.endswith("市"):
        return place
    if place.city:
        return place.at("city") if place.city.endswith("市") else None
    return place.at("province") if place.province.endswith("市") else None


def place_in(words: str, setting: Setting) -> Place | None:
    """The place that words name or, where they say only a level, that the document has."""
    if found := place_at_start(words, setting.place) or place_at_start(f"{words}市", setting.place):
        return found
    match = LEVEL.match(words)
    return at_level(match["level"], "", setting) if match else None


def is_below(level: str, place: Place) -> bool:
    """Whether a level word names places below this one, each of them: 市 in a document of a province."""
    depth = {"central": 0, "province": 1, "city": 2, "county": 3}[place.level]
    if place.province.endswith("市") and depth == 1:
        depth = 2  # a municipality's districts are counties
    return depth < {"省": 1, "自治区": 1, "市": 2, "州": 2, "盟": 2, "地区": 2, "自治州": 2}.get(level, 3)
