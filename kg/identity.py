"""One body is one node: the name that a document uses, read as the one name of the body it means.

省医保局 in a letter of a Yunnan office, 云南省医保局 and 云南省医疗保障局 are one body. A name is read from what
stands in it (a place, a level, the words of an office) and, where it leaves the place out, from the place of the
document. What stays uncertain is left open with its candidates and the reason; a decision of a person goes before
every rule.
"""

from __future__ import annotations

import re
from dataclasses import replace

from corpus.analysis import Analysis
from corpus.organization import Organization
from corpus.store.graph_rows import Decision
from kg.bodies import Identity, body_id, certain, class_at, of_core, place_itself, unresolved
from kg.name_shapes import (
    CLASS,
    DIVISION,
    DOUBLED,
    GENERIC,
    INSTITUTE,
    LEVEL,
    LEVELS,
    OFFICE_OF,
    SELF,
    SELF_ENDS,
    SEVERAL,
    UNIT,
)
from kg.names import INSTITUTION, Core, class_of_field, core_of, cores
from kg.places import Place, read_place, read_unlisted
from kg.setting import Setting, at_level, is_below, place_told, split_issuers
from kg.whole_names import READERS, read_ministry
from kg.zones import read_zone

_SPACE = re.compile(r"\s+")
_QUOTED = re.compile(r'"(?P<inner>[^"]*)"')
_TERM = re.compile(r"第?[一二三四五六七八九十]{1,3}届(?=(?:全国)?人民代表大会|(?:全国)?人大|委员会)")
# 第十四届人民代表大会常务委员会: a body of one term is the body
_TAIL = re.compile(r"[（(][^（）()]*[)）]$")


def setting_of(analysis: Analysis, decisions: tuple[Decision, ...] = ()) -> Setting:
    """What a document's issuer, region, title and text tell about its place."""
    metadata = analysis.metadata
    year = metadata.as_of.year if metadata.as_of else None
    by_name = {(decision.name, decision.place): decision for decision in decisions if decision.kind == "body"}
    place, reason = place_told(analysis)
    bare = Setting(place, reason, (), year, by_name, analysis.document.id)
    named = split_issuers(metadata.issuer or "", place)
    return replace(bare, issuers=tuple(identify(name, bare) for name in named))


def one_form(name: str) -> str:
    """A name as it is looked up: without white space, a doubled end once."""
    return DOUBLED.sub(r"\g<end>", _SPACE.sub("", name))


def identify(name: str, setting: Setting, *, collective: bool = False) -> Identity:
    """What a name means in a document.

    Args:
        name: as written.
        setting: of the document.
        collective: whether the document's analysis takes it for a class of bodies.
    """
    words = one_form(name)
    place_name = setting.place.name if setting.place else ""
    decision = setting.decisions.get((words, place_name)) or setting.decisions.get((words, ""))
    if decision:
        return _decided(words, decision, setting)
    if (own := SELF.match(words)) and setting.issuers:
        return _self(words, own["kind"], setting)
    words = _TERM.sub("", _QUOTED.sub(r"“\g<inner>”", words))
    if found := read_ministry(words, setting) or _place_alone(words, setting):
        return found
    if LEVELS.match(words) or SEVERAL.search(words) or (CLASS.search(words) and not _TAIL.search(words)):
        return _class(words, setting)
    for reader in READERS:
        if found := reader(words, setting):
            return found
    bare = _TAIL.sub("", words)
    if bare != words and bare:
        return identify(bare, setting, collective=collective)
    if collective:
        return _class(words, setting)
    return _local(words, setting) or _without_place(words, setting)


def _decided(words: str, decision: Decision, setting: Setting) -> Identity:
    """What a person decided: one body or, where none of those possible is meant, a thing of its own."""
    if not decision.meant:
        apart = unresolved(words, setting.place, (), setting.document, decision.words)
        return replace(apart, candidates=(), weight=1.0)
    found = identify(decision.meant, replace(setting, decisions={}))
    name = decision.meant
    body = replace(found.body, id=body_id(name), name=name, kind="organization", reason=decision.words)
    return Identity(body, found.place, found.above)


def _place_alone(words: str, setting: Setting) -> Identity | None:
    """The document's own place, by its level: 自治区, 我省."""
    match = LEVEL.match(words)
    if match is None or match["rest"] or match["of"] or match["own"] in ("全", "该"):
        return None
    place = at_level(match["level"], "", setting)
    return place_itself(place) if place else None


def _self(words: str, kind: str, setting: Setting) -> Identity:
    """The issuer that can call itself so: 我局 is a 局, 我委 of an 办公厅 the committee that this is of."""
    meant = {one.body.id: one for issuer in setting.issuers if (one := _called_so(issuer, kind, setting))}
    if len(meant) != 1:
        reason = "发文机关中有几个可以这样自称" if meant else "自称与发文机关名称不符，可能是所附文件的机关"
        candidates = tuple(one.body.name for one in meant.values())
        return unresolved(words, setting.place, candidates, setting.document, reason)
    found = next(iter(meant.values()))
    return replace(found, body=replace(found.body, reason="本机关自称，据发文机关"))


def _called_so(issuer: Identity, kind: str, setting: Setting) -> Identity | None:
    """Whom an issuer means by this word: itself, or the body that it is the office of."""
    ends = SELF_ENDS.get(kind, (kind,))
    name = issuer.body.core if issuer.body.kind == "unresolved" else issuer.body.name
    if name.endswith(ends):
        return issuer
    office = OFFICE_OF.match(name)
    if office is None or not office["body"].endswith(ends):
        return None
    return identify(office["body"], replace(setting, issuers=()))


def _class(words: str, setting: Setting) -> Identity:
    return class_at(class_of_field(words) or words, setting.place, setting.document)


def _local(words: str, setting: Setting) -> Identity | None:
    """A body of a place: the place by name or by level."""
    if words[:1] not in "我本全该" and (found := _with_place(words, setting)):
        return found
    match = LEVEL.match(words)
    field = match is not None and match["rest"] not in cores() and words in cores()  # 市监局 is of a field, not of 市
    return _with_level(words, match, setting) if match and match["rest"] and not field else None


def _with_place(words: str, setting: Setting) -> Identity | None:
    """云南省医保局, 昆明市五华区医保局, 澄泽市民政局."""
    listed = read_place(words, setting.place)
    if zone := read_zone(words[listed[1] :], listed[0]) if listed else read_zone(words, setting.place):
        return _of_zone(words, zone[0], (listed[1] if listed else 0) + zone[1], setting)
    found = listed or read_unlisted(words, setting.place)
    if found is None:
        return None
    place, end = found
    if not words[end:]:
        return place_itself(place)
    rest = _drop_level(words[end:], place)
    if core := core_of(rest, place.level, setting.year):
        return of_core(core, place, "名称中载明地区")
    if part := _part(rest, place, setting):
        return part
    if not listed or not (INSTITUTE.search(rest) or (INSTITUTION.search(rest) and not GENERIC.search(rest))):
        return None
    full = words if words[:end] == place.short else place.name + rest  # 西藏农牧学院 keeps its own short form
    return certain(full, place, "", rest, "名称中载明地区，机构名称不在词表中")


def _of_zone(words: str, place: Place | None, end: int, setting: Setting) -> Identity | None:
    """A zone or a body of it; of each city's zone a class."""
    rest = words[end:]
    if place is None:
        return class_at(words, setting.place, setting.document, "各地都有的功能区，不是一个单位")
    if not rest:
        return place_itself(place)
    if core := core_of(rest, place.level, setting.year):
        return of_core(core, place, "名称中载明功能区")
    known = INSTITUTION.search(rest) and not GENERIC.search(rest)
    return certain(place.name + rest, place, "", rest, "名称中载明功能区，机构名称不在词表中") if known else None


def _part(rest: str, place: Place, setting: Setting) -> Identity | None:
    """An office within a body of a place: 应急管理厅办公室, 商务局流通发展处."""
    office = DIVISION.match(rest) or OFFICE_OF.match(rest)
    core = core_of(office["body"], place.level, setting.year) if office else None
    if office is None or core is None:
        return None
    above = of_core(core, place, "").body.name
    return certain(above + office["office"], place, above, rest, "地方机关的内设机构")


def _drop_level(rest: str, place: Place) -> str:
    """The office without the level word before a party organ: 云南 + 省委 -> 委."""
    match = LEVEL.match(rest)
    if match and match["rest"] and not match["own"] and place.last.endswith(match["level"]) and rest not in cores():
        return match["rest"]
    return rest


def _with_level(words: str, match: re.Match[str], setting: Setting) -> Identity | None:
    """省医保局, 自治区党委, 区政府: the place from the document; below the document's place it is each one's."""
    rest = match["rest"]
    place = at_level(match["level"], rest, setting)
    if place is None:
        each = setting.place is not None and not match["own"] and is_below(match["level"], setting.place)
        known = core_of(rest, "", setting.year) is not None or rest in cores()
        return class_at(words, setting.place, setting.document, "上级文件中泛指下级的机构") if each and known else None
    if core := core_of(rest, place.level, setting.year):
        return of_core(core, place, f"地区{setting.reason}")
    if part := _part(rest, place, setting):
        return part
    if INSTITUTION.search(rest) and not match["of"] and not GENERIC.search(rest):
        return certain(place.name + rest, place, "", rest, f"地区{setting.reason}，机构名称不在词表中")
    return None


def _without_place(words: str, setting: Setting) -> Identity:
    """A name that leaves its place out: sure where only one level has such an office, else open with candidates."""
    place = setting.place
    if place and (found := _of_one_level(words, place, setting)):
        return found
    core = core_of(words, place.level, setting.year) if place and place.level != "central" else None
    if core and place:
        found = of_core(core, place, setting.reason)
        return unresolved(words, place, (found.body.name,), setting.document, "名称中没有地区，不能确定是哪一级的机构")
    if UNIT.search(words) and len(setting.issuers) == 1 and not LEVEL.match(words):
        issuer = setting.issuers[0].body.name
        return certain(f"{issuer}{words}", place, issuer, words, "发文机关的内设机构")
    if GENERIC.search(words):
        return _class(words, setting)
    level = LEVEL.match(words)
    if level and level["rest"]:
        return unresolved(words, place, (), setting.document, f"文件没有说明“{level['level']}”是哪一个")
    return unresolved(words, place, (), setting.document, "名称中没有地区，词表中也没有这个机构")


def _of_one_level(words: str, place: Place, setting: Setting) -> Identity | None:
    """The province's office where only provinces have such a one: 财政厅, 银保监局."""
    province = place.at("province")
    core: Core | None = core_of(words, "province", setting.year) if province else None
    if province and core and (words.endswith("厅") or core.levels == "p"):
        return of_core(core, province, f"名称中没有地区，仅省级设有，{setting.reason}")
    return None


def identify_all(organizations: tuple[Organization, ...], setting: Setting) -> dict[str, Identity]:
    """What each body of a document is, by its name there.

    A name that leaves its place out means the body of the document that has the same office, if there is only one.
    """
    found = {body.name: _best(body, setting) for body in organizations}
    sure = {identity.body.name: identity for identity in found.values() if identity.body.kind == "organization"}
    by_core: dict[str, set[str]] = {}
    for identity in sure.values():
        by_core.setdefault(identity.body.core, set()).add(identity.body.name)
    for name, identity in found.items():
        core = core_of(identity.body.core, "", setting.year) if identity.body.kind == "unresolved" else None
        same = by_core.get(core.short, set()) if core else set()
        if len(same) == 1:
            one = sure[next(iter(same))]
            body = replace(one.body, reason="本文件中同名机构只有这一个")
            found[name] = Identity(body, one.place, one.above, (), 0.9)
    return found


def _best(organization: Organization, setting: Setting) -> Identity:
    """What a body is, by its fullest name or, where that leaves it open, by another form that the document uses."""
    names = (organization.name, *organization.aliases)
    found = [identify(name, setting, collective=organization.collective) for name in names]
    certain_ones = (identity for identity in found if identity.body.kind == "organization")
    return found[0] if found[0].body.kind != "unresolved" else next(certain_ones, found[0])
