"""One body is one node: the name that a document uses, read as the one name of the body it means.

省医保局 in a letter of a Yunnan office, 云南省医保局 and 云南省医疗保障局 are one body. A name is read from what
stands in it (a place, a level, the words of an office) and, where it leaves the place out, from the place of the
document. What stays uncertain is left open with its candidates and the reason; a decision of a person goes before
every rule.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from corpus.analysis import Analysis
from corpus.organization import Organization
from corpus.store.graph_rows import Body, Decision
from kg.names import INSTITUTION, Core, central_of, class_of_field, core_of, cores
from kg.places import COUNTRY, Place, find_places, read_place, read_unlisted

_SPACE = re.compile(r"\s+")
_TAIL = re.compile(r"[（(][^（）()]*[)）]$")
_ISSUERS = re.compile(r"[、，,;；\s]+")

_CLASS = re.compile(
    r"""
    ^(?:各|有关|相关|其他|所有|上级|下级|同级|本级|当地|属地|地方|基层|县级以上|市级以上|省级以上|两级|三级)
    |(?:各|有关|相关|职能|下属|直属|成员|主管|责任|牵头|配合|行业|监管|管理|保障|机构编制等).{0,6}(?:部门|单位|机构|地区)$
    |部门(?:[（(]单位[)）])?$|机关$|[各两三四五六七八九十]级|^(?:省|市|州|县|区|乡|镇|村|街道|社区)+(?:级|直)
    |经办机构$|(?:省|市|州|县|区|乡|镇|街)[（(、]|^(?:省市|市县|县区|区县|市州|州市)(?!场)|(?:乡镇|街道)(?:人民政府|办事处)?$|^[乡镇村]
    |等(?:部门|单位)
    |^(?:.{0,4}(?:企业|公司|医院|药店|学校|院校|银行|机构|组织|主体|协会|力量|第三方|社会|个人|群众|市场|家庭|老人)|工会|残联)$
    """,
    re.VERBOSE,
)
# 各地州市 · 有关部门 · 财政部门 · 各级政府 · 县（市、区）人民政府: a class of bodies

_LEVEL = re.compile(
    r"^(?P<own>[我本全该])?(?P<level>自治区|自治州|自治县|地区|兵团|省|市|州|盟|县|旗|区)(?P<of>级|直)?(?P<rest>.*)$"
)
# 省医保局 · 我省医保局 · 自治区党委 · 区政府

_SELF = re.compile(r"^(?:我|本)(?:部|厅|局|委|办|会|院|府|署|中心|单位|处)$")
_PARTY = re.compile(
    r"^(?P<party>(?:中国)?国民党革命委员会|民革|(?:中国)?民主同盟|民盟|(?:中国)?民主建国会|民建|(?:中国)?民主促进会|民进|"
    r"(?:中国)?农工民主党|农工党|(?:中国)?致公党|九三学社|台湾民主自治同盟|台盟)(?P<place>.+?)(?:委员会|委|支部)$"
)
_WHOLE = re.compile(
    r"^(?:中共|中国共产党|政协|中国人民政治协商会议|共青团)(?P<place>.+?)(?P<end>委员会|委|纪律检查委员会)$"
)
_BRANCH = re.compile(
    r"^(?:国家税务总局|(?:中国)?(?:银保监会|银监会|保监会|证监会)|国家金融监督管理总局|金融监管总局)"
    r"(?P<place>.{2,10}?)(?P<end>税务局|监管局|证监局)$"
)
_UNIT = re.compile(r"(?:处|科|室|党组|机关党委|监评中心|股)$")


@dataclass(frozen=True, slots=True)
class Setting:
    """What a document says about the bodies that it names in short.

    Attributes:
        place: of its issuer; None where nothing tells it.
        reason: what told it, in Chinese.
        issuers: names of its issuers, in their one form.
        year: of the document.
        decisions: what people decided, by name and place.
    """

    place: Place | None
    reason: str = ""
    issuers: tuple[str, ...] = ()
    year: int | None = None
    decisions: Mapping[tuple[str, str], Decision] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Identity:
    """What a name means.

    Attributes:
        body: the body, the class of bodies, or an unresolved one.
        above: names of the bodies above it, nearest first, each with its place.
        candidates: what else it may be; if any, the question is open.
        weight: certainty, 0 to 1.
    """

    body: Body
    place: Place | None = None
    above: str = ""
    candidates: tuple[str, ...] = ()
    weight: float = 1.0


def body_id(name: str) -> str:
    """The id of the body with this one name."""
    return "b" + hashlib.sha256(name.encode()).hexdigest()[:15]


def setting_of(analysis: Analysis, decisions: tuple[Decision, ...] = ()) -> Setting:
    """What a document's issuer, region, title and text tell about its place."""
    metadata = analysis.metadata
    year = metadata.as_of.year if metadata.as_of else None
    by_name = {(decision.name, decision.place): decision for decision in decisions}
    place, reason = _place_told(analysis)
    bare = Setting(place, reason, (), year, by_name)
    named = _split(metadata.issuer or "", place)
    return Setting(place, reason, tuple(identify(name, bare).body.name for name in named), year, by_name)


def region_of(analysis: Analysis) -> str | None:
    """The full name of the place that a document is of, 全国 for central bodies; None where nothing tells it."""
    place = _place_told(analysis)[0]
    return place.name if place else None


def _place_told(analysis: Analysis) -> tuple[Place | None, str]:
    """The place of the issuer, from the surest source that tells one."""
    metadata = analysis.metadata
    region, issuer, title = metadata.region, metadata.issuer, metadata.title
    if region == "全国" or (issuer and _is_central(issuer)):
        return COUNTRY, "据发文机关为中央机关"
    for words, reason in ((issuer, "据发文机关名称"), (region, "据地区栏"), (title, "据标题")):
        if words and (place := _read(words, None)):
            return place, reason
    if title and (place := _of_title(title, analysis.document.text[:_HEAD])):
        return place, "据标题"
    if place := _with_office(analysis.document.text[:_HEAD]):
        return place, "据正文开头的机关名称"
    return _most_named(analysis, issuer or title or "")


_HEAD = 3000
_OFFICE = re.compile(
    r"(?:(?<![一-鿿])|(?<=[在由经向是据按]))(?P<place>[一-鿿]{2,16}?(?:自治[区州县]|[省市州盟县区旗]))"
    r"(?=人民政府|第[一二三四五六七八九十]{1,3}届人民代表大会|委员会第)"
)


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


def _split(issuers: str, place: Place | None) -> list[str]:
    """The names in a line of issuers, also where only the place's name parts them."""
    parts = _ISSUERS.split(issuers)
    if place and place.name:
        parts = [name for part in parts for name in re.split(rf"(?<=.)(?={place.name})", part)]
    return [name for name in parts if name]


def _is_central(issuer: str) -> bool:
    return central_of(_ISSUERS.split(issuer.strip())[0], None) is not None


def _read(words: str, within: Place | None) -> Place | None:
    """The place that words begin with, listed or, where the rest is an office or nothing, by its form."""
    if listed := read_place(words, within):
        return listed[0]
    if unlisted := read_unlisted(words, within):
        rest = words[unlisted[1] :]
        return unlisted[0] if not rest or rest in cores() or INSTITUTION.search(rest) else None
    return None


def _most_named(analysis: Analysis, issuer: str) -> tuple[Place | None, str]:
    """The place named most in a text whose issuer says only its level: 市人民政府; None unless it leads clearly."""
    wanted = {"省": "province", "自": "province", "市": "city", "州": "city", "县": "county", "区": "county"}.get(
        issuer[:1]
    )
    if wanted is None:
        return None, ""
    counted = Counter(place for place in find_places(analysis.document.text[:60000]) if place.level == wanted)
    leaders = counted.most_common(2)
    if not leaders or leaders[0][1] < 3 or (len(leaders) > 1 and leaders[0][1] < 2 * leaders[1][1]):
        return None, ""
    return leaders[0][0], f"正文中最常提到（{leaders[0][1]}次）"


def identify(name: str, setting: Setting, *, collective: bool = False) -> Identity:
    """What a name means in a document.

    Args:
        name: as written.
        setting: of the document.
        collective: whether the document's analysis takes it for a class of bodies.
    """
    words = _SPACE.sub("", name)
    place_name = setting.place.name if setting.place else ""
    decision = setting.decisions.get((words, place_name)) or setting.decisions.get((words, ""))
    if decision:
        return _decided(words, decision, setting)
    if _SELF.match(words) and len(setting.issuers) == 1:
        return _certain(setting.issuers[0], setting.place, "", words, "本机关自称，据发文机关")
    for reader in _READERS:
        if found := reader(words, setting):
            return found
    bare = _TAIL.sub("", words)
    if bare != words and bare:
        return identify(bare, setting, collective=collective)
    if collective or _CLASS.search(words):
        return _class(words, setting)
    return _local(words, setting) or _open(words, setting)


def _decided(words: str, decision: Decision, setting: Setting) -> Identity:
    if not decision.organization:
        return _class(words, setting)
    found = identify(decision.organization, Setting(setting.place, year=setting.year))
    reason = f"人工确定：{decision.reason}"
    body = Body(
        body_id(decision.organization),
        decision.organization,
        "organization",
        found.body.place,
        found.body.level,
        found.body.core,
        found.body.parent,
        reason,
    )
    return Identity(body, found.place, found.above)


def _central(words: str, setting: Setting) -> Identity | None:
    """A body of the whole country, by its name or an unmistakable short one."""
    found = central_of(words, setting.year)
    if found is None or (words != found.name and _could_be_local(words, setting)):
        return None
    return _certain(found.name, COUNTRY, found.above, found.name, "中央机关名称表")


def _could_be_local(words: str, setting: Setting) -> bool:
    """Whether a short name may mean an office of the document's own place: 国资委 in a letter of a province."""
    local = setting.place is not None and setting.place.level != "central"
    return local and words in cores() and not words.startswith(("国家", "国务院", "中国", "中央", "全国"))


def _party(words: str, setting: Setting) -> Identity | None:
    """A committee of one of the eight parties: 农工党云南省委."""
    match = _PARTY.match(words)
    if match is None:
        return None
    place = _place_in(match["place"], setting)
    if place is None:
        return None
    return _certain(f"{_full_party(match['party'])}{place.name}委员会", place, "", match["party"], "民主党派地方组织")


_PARTY_NAMES = {
    "民革": "中国国民党革命委员会",
    "民盟": "中国民主同盟",
    "民建": "中国民主建国会",
    "民进": "中国民主促进会",
    "农工党": "中国农工民主党",
    "台盟": "台湾民主自治同盟",
}


def _full_party(words: str) -> str:
    full = _PARTY_NAMES.get(words, words)
    return full if full.startswith(("中国", "九三", "台湾")) else f"中国{full}"


def _whole(words: str, setting: Setting) -> Identity | None:
    """A committee whose name begins with what it is: 中共云南省委, 政协云南省委员会."""
    match = _WHOLE.match(words)
    if match is None:
        return None
    place = _place_in(match["place"], setting)
    if place is None:
        return None
    kind = "政协" if "政" in words[:6] and "协" in words[:7] else "共青团" if words.startswith("共青团") else "中共"
    end = "纪律检查委员会" if match["end"].startswith("纪") else "委员会"
    return _certain(f"{kind}{place.name}{end}", place, "", kind, "名称中载明地区")


def _branch(words: str, setting: Setting) -> Identity | None:
    """A local office of a central body: 中国银保监会云南监管局."""
    match = _BRANCH.match(words)
    if match is None:
        return None
    place = _place_in(match["place"], setting)
    if place is None:
        return None
    head = words[: match.start("place")]
    short = {
        "税": "税务局",
        "银保": "银保监局",
        "银监": "银监局",
        "保监": "保监局",
        "证监": "证监局",
        "金融": "金融监管局",
    }
    key = next(short[mark] for mark in short if mark in head)
    core = next(core for core in cores()[key] if "总局{" in core.name or "委员会{" in core.name)
    return _of_core(core, place, "名称中载明派驻地区")


_READERS = (_central, _party, _whole, _branch)


def _place_in(words: str, setting: Setting) -> Place | None:
    """The place that words name or, where they say only a level, that the document has."""
    if found := _read(words, setting.place) or _read(words + "市", setting.place):
        return found
    match = _LEVEL.match(words)
    return _at_level(match["level"], "", setting) if match else None


def _local(words: str, setting: Setting) -> Identity | None:
    """A body of a place: the place by name, by level, or left out."""
    if words[:1] not in "我本全该" and (found := _with_place(words, setting)):
        return found
    match = _LEVEL.match(words)
    if match and match["rest"]:
        return _with_level(match, setting)
    return None


def _with_place(words: str, setting: Setting) -> Identity | None:
    """云南省医保局, 昆明市五华区医保局, 澄泽市民政局."""
    listed = read_place(words, setting.place)
    for place, end in filter(None, (listed, read_unlisted(words, setting.place) if not listed else None)):
        rest = words[end:]
        if not rest:
            return _place_itself(place)
        rest = _drop_level(rest, place)
        core = core_of(rest, place.level, setting.year)
        if core:
            return _of_core(core, place, "名称中载明地区")
        if listed and INSTITUTION.search(rest):
            name = place.name + rest if words.startswith(place.last) or words[:end] != place.short else words
            return _certain(name, place, "", rest, "名称中载明地区，机构名称不在词表中")
    return None


def _drop_level(rest: str, place: Place) -> str:
    """The office without the level word before a party organ: 云南 + 省委 -> 委."""
    match = _LEVEL.match(rest)
    if match and match["rest"] and not match["own"] and place.last.endswith(match["level"]) and rest not in cores():
        return match["rest"]
    return rest


def _place_itself(place: Place) -> Identity:
    """A place that acts: 昆明市 as the one who is responsible."""
    body = Body("l" + body_id(place.name)[1:], place.name, "place", place.name, place.level, "", None, "以地区名称出现")
    return Identity(body, place)


def _with_level(match: re.Match[str], setting: Setting) -> Identity | None:
    """省医保局, 自治区党委, 区政府: the place from the document."""
    place = _at_level(match["level"], match["rest"], setting)
    rest = match["rest"]
    if place is None:
        return None
    core = core_of(rest, place.level, setting.year)
    if core:
        return _of_core(core, place, f"地区{setting.reason}")
    if INSTITUTION.search(rest) and not match["of"]:
        return _certain(place.name + rest, place, "", rest, f"地区{setting.reason}，机构名称不在词表中")
    return None


def _at_level(level: str, rest: str, setting: Setting) -> Place | None:
    """The place of the document that a level word means; None where it has none, or the word fits two."""
    place = setting.place
    if place is None or place.level == "central":
        return None
    if level in ("省", "自治区"):
        found = place.at("province")
        return found if found and found.last.endswith(level) else None
    if level in ("州", "盟", "地区", "自治州"):
        return place.at("city")
    if level == "市":
        return _city(place)
    if level == "区" and place.level != "county" and place.province.endswith("自治区"):
        return place.at("province") if rest.startswith("党委") or place.level == "province" else None
    own = place.level == "county" and place.last.endswith(level[-1])
    return place if own else None


def _city(place: Place) -> Place | None:
    """What 市 means in a document of a place: its city, its municipality, or the county-level city it is."""
    if place.county.endswith("市"):
        return place if not place.city else None
    return place.at("city") or (place.at("province") if place.province.endswith("市") else None)


def _of_core(core: Core, place: Place, reason: str) -> Identity:
    """The body with this core at a place."""

    def at(template: str) -> str:
        return template.replace("{p}", place.name).replace("{s}", place.short)

    above = at(core.above) or (f"{place.name}人民政府" if core.name != "{p}人民政府" and not core.above else "")
    above = "" if core.name.startswith(("中共", "政协", "共青团")) and not core.above else above
    return _certain(at(core.name), place, above, core.short, reason)


def _certain(name: str, place: Place | None, above: str, core: str, reason: str) -> Identity:
    level = place.level if place else "unknown"
    parent = body_id(above) if above else None
    body = Body(body_id(name), name, "organization", place.name if place else None, level, core, parent, reason)
    return Identity(body, place, above)


def _class(words: str, setting: Setting) -> Identity:
    """A class of bodies, one for each place whose documents speak of it."""
    place = setting.place
    where = "" if place is None or place.level == "central" else f"（{place.name}）"
    words = class_of_field(words) or words
    name = words + where
    level = place.level if place else "unknown"
    reason = "泛指一类单位，不是一个单位"
    body = Body(body_id(name), name, "collective", place.name if place else None, level, words, None, reason)
    return Identity(body, place)


def _open(words: str, setting: Setting) -> Identity:
    """A name that does not say which body it means: candidates where the document has a place, and the reason."""
    place = setting.place
    core = core_of(words, place.level, setting.year) if place and place.level != "central" else None
    if core and place:
        sure = words.endswith("厅") and place.level == "province"
        found = _of_core(core, place, f"未写地区，{setting.reason}")
        if sure:
            return found
        return _unresolved(words, setting, (found.body.name,), "名称中没有地区，不能确定是哪一级的机构")
    if _UNIT.search(words) and len(setting.issuers) == 1 and not _LEVEL.match(words):
        issuer = setting.issuers[0]
        return _certain(f"{issuer}{words}", place, issuer, words, "发文机关的内设机构")
    level = _LEVEL.match(words)
    if level and level["rest"]:
        return _unresolved(words, setting, (), f"文件没有说明“{level['level']}”是哪一个")
    if place and place.level == "central" and INSTITUTION.search(words):
        return _certain(words, COUNTRY, "", words, "中央文件中的机构名称")
    return _unresolved(words, setting, (), "名称中没有地区，词表中也没有这个机构")


def _unresolved(words: str, setting: Setting, candidates: tuple[str, ...], reason: str) -> Identity:
    where = f"（{setting.place.name}文件所称）" if setting.place else "（未定）"
    name = f"{words}{where}"
    place = setting.place
    body = Body(body_id(name), name, "unresolved", place.name if place else None, "unknown", words, None, reason)
    return Identity(body, place, "", candidates or ("",), 0.5)


def identify_all(organizations: tuple[Organization, ...], setting: Setting) -> dict[str, Identity]:
    """What each body of a document is, by its name there.

    A name that leaves its place out means the body of the document that has the same office, if there is only one.
    """
    found = {body.name: _best(body, setting) for body in organizations}
    by_core: dict[str, set[str]] = {}
    for identity in found.values():
        if identity.body.kind == "organization":
            by_core.setdefault(identity.body.core, set()).add(identity.body.name)
    sure = {identity.body.name: identity for identity in found.values() if identity.body.kind == "organization"}
    for name, identity in found.items():
        core = core_of(identity.body.core, "province", setting.year) if identity.body.kind == "unresolved" else None
        same = by_core.get(core.short, set()) if core else set()
        if len(same) == 1:
            one = sure[next(iter(same))]
            found[name] = Identity(one.body, one.place, one.above, (), 0.9)
    return found


def _best(organization: Organization, setting: Setting) -> Identity:
    """What a body is, by its fullest name or, where that leaves it open, by another form that the document uses."""
    first = identify(organization.name, setting, collective=organization.collective)
    if first.body.kind != "unresolved":
        return first
    for alias in organization.aliases:
        other = identify(alias, setting, collective=organization.collective)
        if other.body.kind == "organization":
            return other
    return first
