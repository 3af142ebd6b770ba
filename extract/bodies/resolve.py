"""Which names of one document mean the same body.

省医保局 in a letter of 云南省医疗保障局 is that office; 财政厅 is 省财政厅 if the document names no other.
Two candidates are no answer: a short name that could be either stays a body of its own.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from extract.bodies.last_words import DEPARTMENT
from extract.bodies.names import Body
from extract.bodies.places import LEVELS, full_by_short, level_of, place_before

Key = tuple[str, str]
"""What tells bodies apart: the last place or level before the core, and the core in its one form."""

_NATIONAL = frozenset(("国家", "国务院", "中国", "全国", "中央", "中共"))
_CENTRAL_SUFFIX = re.compile(r"(?:(?<!指挥)(?<![总支分])部|总局|署|总署)$")
_EVERY = re.compile(r"^各级?(?=地方$|(?!有关|相关|级|业务)[一-鿿]{2,}(?:部门|机关)$|(?:试点|示范)[一-鿿]{2,}$)")
"""What a class named by its field or task means without it as well: 各行业主管部门 and 行业主管部门, 各试点县."""
_TRIES = ("试点", "示范")
"""How the class of places begins that try what is new."""
_SAME_LEVEL = ("同级", "本级")
"""What a government of any level is called beside 各级: 报同级人民政府审批."""
_OFFICE_ENDS = ("局", "委", "厅", "部", "署", "委员会")
"""How the names of offices end that may be called by their field as well."""
_STEP = re.compile(rf"(?:{'|'.join(LEVELS)})[级直]?$")
_OF_ONE_LEVEL = re.compile(
    rf"(?:各|所在)?(?P<level>(?:{'|'.join(LEVELS)})|国家|[省市州县区旗](?:\([^()]{{1,6}}\)|\[[^\[\]]{{1,6}}\]))级?"
)
"""What is said of the offices of a field at one level: 省级|, 县(市)|水利部门."""
_STATE = "国家"
_ALL_LEVELS = ("各级", "地方各级", "各地", "各地方")
_STANDING = "常委会"
"""What a committee of an assembly is named with, whichever assembly it is."""
_UNKNOWN_PLACE = re.compile(rf"(?!对于|印发|转发|批转|致)(?:(?!关于)[一-鿿]){{2,6}}?(?:{'|'.join(LEVELS)})(?=[一-鿿])")
"""A place at the start of a name that no table has, told by its form."""


@dataclass(frozen=True, slots=True)
class Home:
    """The places that the issuer's name starts with: what 省, 市 and 区 without a name mean in its document."""

    places: tuple[str, ...] = ()

    @classmethod
    def of(cls, *names: str | None) -> Home:
        """The places at the start of the first of these names that starts with one."""
        for name in names:
            if places := leading_places(name or ""):
                return cls(places)
        return cls()

    def expand(self, level: str) -> str:
        """The place meant by a bare level: 省 -> 云南省; the level itself where the document does not say."""
        if not level:
            return level
        place = next((place for place in reversed(self.places) if level_of(place).endswith(level)), level)
        return full_by_short().get(place, place)


def leading_places(name: str) -> tuple[str, ...]:
    """The places that a name starts with, outermost first: 重庆市南川区人民政府 -> 重庆市, 南川区."""
    places: list[str] = []
    at = 0
    while at < len(name):
        end = next(
            (end for end in range(min(len(name), at + 15), at + 1, -1) if place_before(name[at:end], end - at) == 0), 0
        )
        if not end and not places:
            unknown = _UNKNOWN_PLACE.match(name)
            end = unknown.end() if unknown else 0
        if not end:
            break
        places.append(name[at:end])
        at = end
    return tuple(places)


def key_of(body: Body, home: Home) -> Key:
    """The key under which a body is one with others of the document."""
    if body.kind in ("department", "agency"):
        return "", body.canonical
    if body.kind == "government" and body.prefix in _SAME_LEVEL:
        return "", f"级{body.canonical}"  # the key of 各级人民政府
    if body.collective and not (body.prefix.startswith("各") and body.kind == "office"):
        return "", _EVERY.sub("", body.prefix.removeprefix("各") + body.canonical)
    if body.canonical == "政府" and body.prefix.startswith(_TRIES):
        return "", body.prefix + body.canonical  # 试点城市 is no place
    if body.canonical == "党委" and body.prefix == "区":
        return home.expand("自治区"), body.canonical  # a district's committee is 区委
    place = _place(body.prefix, home)
    if place in _NATIONAL:
        place = "" if body.kind == "central" or _CENTRAL_SUFFIX.search(body.canonical) else "国家"
    return place, body.canonical


def keys_by_level(bodies: Iterable[Body], home: Home) -> Mapping[Body, Key]:
    """The keys of offices of a field whose level a document tells from another one: 省级水利部门 beside 县级水利部门.

    Where it names those of one level only, they are the offices of the field that it speaks of everywhere.
    """
    fields: defaultdict[str, dict[Body, str]] = defaultdict(dict)
    for body in bodies:
        if body.kind in ("department", "agency") and body.prefix:
            fields[body.canonical][body] = _one_level(body.prefix, home)
    return {
        body: (level, name)
        for name, levels in fields.items()
        for body, level in levels.items()
        if level == _STATE or len({*levels.values()} - {""}) + any(map(_is_everywhere, levels)) > 1
    }


def merge_told_offices(keys: Collection[Key]) -> Mapping[Key, Key]:
    """Keys of the 部门 of one place for a field, with that of its office: 国家水利部门 is 水利部."""
    found: dict[Key, Key] = {}
    for key in keys:
        if key[0] and key[1].endswith(DEPARTMENT):
            field = key[1].removesuffix(DEPARTMENT)
            places = (_STATE, "") if key[0] == _STATE else key[:1]
            same = [(place, field + last) for place in places for last in "局委部厅"]
            found.update((key, office) for office in same if office in keys)
    return found


def _is_everywhere(body: Body) -> bool:
    """Whether the offices of a field at all levels, or at all places, are meant."""
    return body.prefix in _ALL_LEVELS


def _one_level(prefix: str, home: Home) -> str:
    """The place or level of offices that are all of one level; none where the words before them do not say one."""
    named = _OF_ONE_LEVEL.fullmatch(prefix)
    if named is None:
        return ""
    return named["level"] if prefix.startswith("各") else home.expand(named["level"])


def _place(prefix: str, home: Home) -> str:
    """The last place or level of a prefix, levels expanded from the document's home."""
    if prefix.startswith("各"):
        return prefix.removeprefix("各").removesuffix("级")
    prefix = prefix.removesuffix("人民政府").removesuffix("政府").removesuffix("党委").removesuffix("委")
    if not prefix:
        return ""
    if prefix.endswith(_STANDING):
        return _STANDING
    if prefix in full_by_short():
        return full_by_short()[prefix]
    start = place_before(prefix, len(prefix))
    if start < len(prefix):
        return prefix[start:]
    step = _STEP.search(prefix)
    if step is None:
        return prefix
    level = step.group().rstrip("级直")
    return home.expand(level) if step.start() == 0 else prefix


def merge_bare(keys: Iterable[Key], home: Home) -> Mapping[Key, Key]:
    """Keys without a place or with a mere level, each with the key of the same core that it must mean.

    Where the issuer's place is known a bare name means the office of that place (a 厅 that of the province), else the
    only one of the document.
    """
    placed: defaultdict[str, set[Key]] = defaultdict(set)
    bare: set[Key] = set()
    for key in keys:
        if key[1].endswith(DEPARTMENT):
            continue  # of those of one level others of the field are told apart
        if key[0]:
            placed[key[1]].add(key)
        else:
            bare.add(key)
    found: dict[Key, Key | None] = {key: _meant(key, placed[key[1]], home) for key in bare}
    for name, keys_of_core in placed.items():
        for level in {key[0] for key in keys_of_core if key[0] in LEVELS}:
            named = [key for key in keys_of_core if key[0] != level and level_of(key[0]) == level]
            found[level, name] = named[0] if len(named) == 1 else None
    agencies = [key for key in bare if key[1].endswith("经办机构") and key[1] != "经办机构"]
    if len(agencies) == 1:
        found["", "经办机构"] = agencies[0]
    return {key: meant for key, meant in found.items() if meant}


def _meant(key: Key, candidates: set[Key], home: Home) -> Key | None:
    if home.places:
        near = home.places if key[1].endswith("厅") else home.places[-1:]
        candidates = {candidate for candidate in candidates if candidate[0] in near or candidate[0] in LEVELS[:6]}
    return next(iter(candidates)) if len(candidates) == 1 else None


def fullest(names: Sequence[str]) -> str:
    """The longest of the names, the first of equals; what is named along with a body (及其常委会) does not count.

    同级人民政府 and 主管税务机关 say whose in their sentence alone, so that they stand behind the others; so does what
    an office is called by its field, 国家水利部门 beside 水利部.
    """
    office = any(name.endswith(_OFFICE_ENDS) for name in names)
    return max(
        names,
        key=lambda name: (
            not name.startswith((*_SAME_LEVEL, "主管")),
            not (office and name.endswith(DEPARTMENT)),
            len(name.partition("及其")[0]),
        ),
    )


def shortens(short: str, name: str) -> bool:
    """Whether the characters of a short name stand in this order in the name: 国新办 for 国务院新闻办公室."""
    left = iter(name)
    return all(character in left for character in short)
