"""Names that say by themselves which body they mean: central bodies, committees, local offices of central bodies."""

from __future__ import annotations

import re

from kg.bodies import Identity, certain, of_core
from kg.name_shapes import BANK, BRANCH, CORPS, GENERIC, LEVEL, MINISTRY, NATIONAL, OFFICE_OF, PARTY, WHOLE
from kg.names import INSTITUTION, CentralBody, central_of, core_of, cores, field_of
from kg.places import COUNTRY, short_provinces
from kg.setting import Setting, place_in

_NAMED = "中央机关名称表"

_PARTY_NAMES = {
    "民革": "中国国民党革命委员会",
    "民盟": "中国民主同盟",
    "民建": "中国民主建国会",
    "民进": "中国民主促进会",
    "农工党": "中国农工民主党",
    "台盟": "台湾民主自治同盟",
}

_BRANCHES = {
    "税": "税务局",
    "银保": "银保监局",
    "银监": "银监局",
    "保监": "保监局",
    "证监": "证监局",
    "金融": "金融监管局",
}
"""What the name of the body above holds, and what its local office is called in short."""


def read_central(words: str, setting: Setting) -> Identity | None:
    """A body of the whole country, by its name or an unmistakable short one; 国家 may stand before or be left out."""
    found = central_of(words, setting.year) or central_of(words.removeprefix("国家"), setting.year)
    if found is None and setting.place == COUNTRY:
        longer = (central_of(f"{whose}{words}", setting.year) for whose in ("国家", "国务院", "中国"))
        found = next(filter(None, longer), None)
    if found is None or (words != found.name and _could_be_local(words, setting)):
        return None
    return certain(found.name, COUNTRY, found.above, found.name, _NAMED)


def _could_be_local(words: str, setting: Setting) -> bool:
    """Whether a short name may mean an office of the document's own place: 国资委 in a letter of a province."""
    local = setting.place is not None and setting.place.level != "central"
    return local and words in cores() and not words.startswith(("国家", "国务院", "中国", "中央", "全国"))


def read_national(words: str, setting: Setting) -> Identity | None:
    """A central body's office, or a body of the whole country that no table has."""
    office = OFFICE_OF.match(words)
    above = central_of(office["body"], setting.year) if office else None
    if office and above:
        return certain(above.name + office["office"], COUNTRY, above.name, words, "中央机关的内设机构")
    if part := _whose_part(words, setting):
        whole, rest = part
        return certain(whole.name + rest, COUNTRY, whole.name, words, "中央机关的下属机构")
    if NATIONAL.match(words):
        return certain(words, COUNTRY, "", words, "名称冠以国家，不在词表中")
    return None


def _whose_part(words: str, setting: Setting) -> tuple[CentralBody, str] | None:
    """The central body that a name begins with, and the rest, if that is an office's: 水利部长江水利委员会."""
    for end in range(len(words) - 2, 2, -1):
        body = central_of(words[:end], setting.year)
        if body:
            rest = words[end:]
            return (body, rest) if _PART.search(rest) and not GENERIC.search(rest) else None
    return None


def read_corps(words: str, setting: Setting) -> Identity | None:
    """The corps of Xinjiang and its offices: 兵团医保局."""
    match = CORPS.match(words)
    if match is None:
        return None
    place, rest = short_provinces()["新疆"], match["rest"]
    if not rest:
        return certain(_CORPS, place, "", _CORPS, "名称中载明")
    core = core_of(rest, "province", setting.year)
    name = core.name.replace("{p}", _CORPS).replace("{s}", _CORPS) if core else _CORPS + rest
    return certain(name, place, _CORPS, rest, "名称中载明") if core or INSTITUTION.search(rest) else None


_CORPS = "新疆生产建设兵团"
_PART = re.compile(r"(?:分署|分局|[^政]府|委员会|部|局|院|办|办公室|办事处|中心|研究所|司|工委|总队)$")


def read_ministry(words: str, setting: Setting) -> Identity | None:
    """The central body that a law calls by its field: 国务院教育行政部门; None where two can be meant."""
    match = MINISTRY.match(words)
    if match is None:
        return None
    named = {name for field in (match["field"], field_of(match["field"])) for name in _of_field(field)}
    found = {body.name: body for name in named if (body := central_of(name, setting.year)) and body.lived(setting.year)}
    if len(found) != 1:
        return None
    body = next(iter(found.values()))
    return certain(body.name, COUNTRY, body.above, body.name, "法定主管部门，据中央机关名称表")


def _of_field(field: str) -> tuple[str, ...]:
    """What the central body of a field may be called."""
    return (f"{field}部", f"国家{field}局", f"国家{field}总局", f"国家{field}委员会", f"国家{field}署", f"{field}总署")


def read_party(words: str, setting: Setting) -> Identity | None:
    """A committee of one of the eight parties: 农工党云南省委."""
    match = PARTY.match(words)
    place = place_in(match["place"], setting) if match else None
    if match is None or place is None:
        return None
    return certain(f"{_full_party(match['party'])}{place.name}委员会", place, "", match["party"], "民主党派地方组织")


def _full_party(words: str) -> str:
    full = _PARTY_NAMES.get(words, words)
    return full if full.startswith(("中国", "九三", "台湾")) else f"中国{full}"


def read_committee(words: str, setting: Setting) -> Identity | None:
    """A committee whose name begins with what it is: 中共云南省委, 政协云南省委员会."""
    match = WHOLE.match(words)
    place = place_in(match["place"], setting) if match else None
    if match is None or place is None:
        return None
    league = "共青团" in words or words.startswith("团")
    kind = "政协" if "政治协商" in words or "政协" in words else "共青团" if league else "中共"
    end = "纪律检查委员会" if match["end"].startswith("纪") else "委员会"
    return certain(f"{kind}{place.name}{end}", place, "", kind, "名称中载明地区")


def read_branch(words: str, setting: Setting) -> Identity | None:
    """A local office of a central body: 中国银保监会云南监管局."""
    match = BRANCH.match(words)
    place = place_in(match["place"], setting) if match else None
    if match is None or place is None:
        return None
    short = next(short for mark, short in _BRANCHES.items() if mark in match["above"])
    core = next(core for core in cores()[short] if "总局{" in core.name or "委员会{" in core.name)
    return of_core(core, place, "名称中载明派驻地区")


def read_bank(words: str, setting: Setting) -> Identity | None:
    """An office of the central bank at a place: 人行昆明中心支行."""
    match = BANK.match(words)
    place = place_in(match["place"], setting) if match else None
    if match is None or place is None:
        return None
    level = LEVEL.match(match["place"])
    where = place.last if level and not level["rest"] else match["place"]
    name = f"中国人民银行{where}{match['end'].replace('营管部', '营业管理部')}"
    return certain(name, place, "中国人民银行", words, "名称中载明派驻地区")


READERS = (read_central, read_party, read_committee, read_branch, read_bank, read_corps, read_national)
"""In the order in which they are asked; the first that knows the name decides."""
