"""What stands before the last part of a body's name: places, levels, and the bodies that it belongs to."""

from __future__ import annotations

import re
from functools import cache

from extract.bodies.last_words import cores, fields
from extract.bodies.places import LEVELS, full_names, place_before, short_place_before
from extract.lexicon import rows

_LEVEL = r"自治区|自治州|自治县|自治旗|地区|省|市|州|盟|县|区|旗|镇|乡"

_PREFIX = re.compile(
    rf"""
    (?:(?:{_LEVEL})[级直]?                # 省财政厅, 市级机关事务局
      |(?:国家|国务院|中央|全国|中国|中共)
      |(?:县级及?以上|县及?以上)?(?:地方)?各级|县级及?以上地方|(?:[省市县区州]|地市)级及?以上|地市级|省市县|市县|省市|市区|市州|州市|盟市
      |当地|属地|所在地?|地方|基层|上级|下级|同级|本级|省、地、县各级
      |各?(?:地级以上|设区的?|县级|省辖|省直管|副省级)市级?
      |(?:各|省)直?管县(?:[(\[]市[)\]])?
      |(?:省|市|县|区|州)(?:[、和](?:省|市|县|区|州|乡)){{1,3}}(?:[(\[][^()\[\]\n]{{1,4}}[)\]])?(?:[两三四]级)?
      |各?涉农(?:县区|区县|县|区|乡镇|镇街|镇|乡)|各城区
      |各(?:计划单列|副省级城?|城)市|各(?:市州|州市|盟市|县区|区县|市县)
      |(?:各(?:有关|相关)?|有关|相关)(?:{_LEVEL})(?:[(\[][^()\[\]\n]{{1,8}}[)\]])?
      |[乡镇街村][镇街]?[(\[][^()\[\]\n]{{1,4}}[)\]]
      |(?:省|市|县)[(\[][^()\[\]\n]{{1,8}}[)\]]级?
      |各
    )$""",
    re.VERBOSE,
)

_PROVINCES = re.compile(
    r"(?:(?:各|有关|相关)+|(?<!全))省[、,]自治区(?:[、,和]直辖市)?(?:[、,和及](?:计划单列市|副省级(?:省会)?城市|新疆生产建设兵团)){0,3}$"
)
_LAST_OF_PROVINCES = ("自治区", "直辖市", "计划单列市", "城市", "建设兵团")
"""Whom a ministry writes to: 各省、自治区、直辖市和计划单列市|税务局."""

_BAD_LEVEL = frozenset(
    f"{first}{level}"
    for level, firsts in (
        ("市", "城超上门股都集夜入"),
        ("区", "社园景灾小校片城辖郊库山林牧矿战市厂乡分专特街湾范作验发术游护能税业易居务行假"),
        ("乡", "家故下返城"),
        ("镇", "城村"),
        ("旗", "红国"),
        ("盟", "联加"),
    )
    for first in firsts
)
"""Words that end in a level and are none: 城市, 社区, 返乡."""
_PUT_INTO = ("列入", "纳入", "编入", "并入", "归入", "计入", "转入", "划入", "报入", "录入")
"""Verbs before a level that it makes no word with: 列入|市人大常委会."""


_MASKED = re.compile(r"(?<![A-Za-z0-9])[A-Z]\d{0,2}\Z")
"""A letter that stands for the name of a place: A|市, M1|区."""


def prefix_start(text: str, at: int, places: frozenset[str] = frozenset()) -> int:
    """Where the places and levels that end at `at` start; `at` itself if there are none."""
    for _ in range(4):
        before = _one_prefix(text, at, places)
        if before == at:
            break
        at = before
    return at


def _one_prefix(text: str, at: int, places: frozenset[str]) -> int:
    """One step of `prefix_start`."""
    if at == 0 or not ("一" <= text[at - 1] <= "鿿" or text[at - 1] in ")]"):
        return at
    start = _division_start(text, at)
    if start == at:
        start = next((at - len(name) for name in places if text.endswith(name, 0, at)), at)
    if start == at and text[at - 1] == "区":
        start = _zone_start(text, at)
    if start < at:
        return start
    if text.endswith(_LAST_OF_PROVINCES, 0, at) and (every := _PROVINCES.search(text, max(0, at - 36), at)):
        return every.start()
    match = _PREFIX.search(text, max(0, at - 12), at)
    if match is None:
        return at
    if text[match.start() - 1 : match.end()] in _BAD_LEVEL and not text.endswith(_PUT_INTO, 0, match.start()):
        return at
    start = match.start()
    if match.group() == "州" and (city := short_place_before(text, at)) < at and at_boundary(text, city):
        return city  # 湖州卫生健康委
    if (
        len(match.group()) == 1
        and "0" <= text[start - 1 : start] <= "Z"
        and (masked := _MASKED.search(text, max(0, start - 4), start))
    ):
        return masked.start()
    # 全省财政部门, 我市公安局: the division is spoken of, not part of the name.
    return at if start and text[start - 1] in "全我本该贵你" and match.group() in LEVELS else start


_SHORTEST_COUNTY = 2
"""Characters of 成县 and 高县, which read like the end of a word and 县: 建成|县医院, 提高|县财政局."""


def _division_start(text: str, at: int) -> int:
    """Where the division before `at` starts, a county of one character only behind a place or where words start."""
    start = place_before(text, at)
    if at - start != _SHORTEST_COUNTY or at_boundary(text, start):
        return start
    return start if min(place_before(text, start), short_place_before(text, start)) < start else at


_WHOLE = re.compile(r"(?:(?<![健安完周保齐顾])全[省市区县州国](?:[两三四]级)?|(?<!(?:全国|全省|全市|全区))各地)\Z")
"""Words that mean the offices of a whole place: 全省|公安机关, 全市三级|民政部门, 各地|税务部门."""
_IN_CHARGE = "主管"
"""What the office of a field is called that somebody is under: 报|主管|税务机关."""
_OF_TRADE = ("行业", "业务", "行政")
_AFTER_TIME = ("期间", "目前", "近日", "日前", "近期", "此前")


def whole_before(text: str, start: int) -> int:
    """Where the words start that tell whose the offices of a field are, all of which a class means; else `start`."""
    if text.startswith("各级", start):
        return start
    if text.endswith(_IN_CHARGE, 0, start) and not text.endswith(_OF_TRADE, 0, start - len(_IN_CHARGE)):
        return start - len(_IN_CHARGE)
    if whole := _WHOLE.search(text, max(0, start - 6), start):
        return whole.start()
    short = short_place_before(text, start)
    told = short < start and (at_boundary(text, short) or text.endswith(_AFTER_TIME, 0, short))
    return short if told else start


def twin_before(text: str, at: int, places: frozenset[str]) -> int:
    """国土资源 of a place before 和房屋管理局: two fields of one office; `at + 1` if there is none."""
    table = fields()
    length = next((size for size in range(min(12, at), 1, -1) if text[at - size : at] in table), 0)
    start = prefix_start(text, at - length, places)
    return start if length and start < at - length else at + 1


def superior_before(text: str, start: int, party: bool, places: frozenset[str] = frozenset()) -> int:
    """省委 before 组织部, 市政府 before 金融办: the committee or government that an office belongs to."""
    for superior in ("人民政府", "政府", *(("党委", "党工委", "委") if party else ())):
        if text.endswith(superior, 0, start):
            above = prefix_start(text, start - len(superior), places)
            if above < start - len(superior) or superior == "党委":
                return above
    return start


def committee_before(text: str, start: int) -> int:
    """县委 right before 县政府督查局, whose office it is as well; `start` itself if none stands there."""
    level = text[start : start + 1]
    return start - 2 if level in LEVELS and text.endswith(f"{level}委", 0, start) else start


_ZONE_WORD = re.compile(
    r"""
    (?: 高新(?:技术)?(?:产业)?(?:开发)? | 经开 | (?:经济(?:技术)?)?开发 | (?:自主创新)?示范 | 合作 | 先行 | 度假
      | 自贸(?:试验)? | 综合(?:改革)?[实试]验 | (?:综合)?保税(?:港)? | 综保 | 新 | (?:科技|产业|工业)?园 ) 区 \Z
    """,
    re.VERBOSE,
)
_ZONE_NAME = re.compile(r"(?:(?![省市县区州的和与或及由在对向各全我本该为将是等])[一-鿿]){2,3}")


def _zone_start(text: str, at: int) -> int:
    """Where the name of a development zone that ends at `at` starts: 两江新区, 高新区; `at` itself without one."""
    word = _ZONE_WORD.search(text, max(0, at - 12), at)
    if word is None:
        return at
    start = word.start()
    if (short := short_place_before(text, start)) < start:
        return short
    for length in (2, 3):
        first = start - length
        bounded = first >= 0 and (at_boundary(text, first) or central_before(text, first) < first)
        if bounded and _ZONE_NAME.fullmatch(text, first, start):
            return start if text.endswith(_verbs(), first, start) else first
    return start


_ZONE = re.compile(
    r"(?:(?<![一-鿿-])|(?<=[由经与和或及同向报请对在从到被将把让使为]))(?:(?![和或与及由向报请对在从到被将把让使为的我]|正[在同与和])(?:[一-鿿]|(?<=[一-鿿])-{1,2}(?=[一-鿿]))){2,14}[区港城园岛山谷湖湾村]$"
)
_NO_ZONE = ("小区", "社区", "县区", "市区", "辖区")


def zone_before(text: str, at: int, start: int) -> int:
    """The name of the zone before 管委会, as far as the words reach back to a mark or a preposition."""
    zone = _ZONE.search(text, max(0, at - 16), at)
    return min(start, zone.start()) if zone and not zone.group().endswith(_NO_ZONE) else start


_TOWN = re.compile(r"(?:(?![省市县区州的和与或及由在对向各全我本该为将是等了已要需须应])[一-鿿]){2,3}")
_NO_TOWN = re.compile(
    r"乡镇|镇街|城市|基层|下[属辖]|涉及|相关|有关|所在|属地|部分|其[他它余]|每个|全[体部]|所有|当地|多个|[一二两三四五六七八九十几]个?"
)


def town_before(text: str, start: int, places: frozenset[str] = frozenset()) -> int:
    """The name of the town whose 镇政府 starts at `start`; else `start`.

    It stands between a mark or a verb and there, or behind its county, which is part of the name: 青石县云水|镇政府.
    """
    for length in (2, 3):
        first = start - length
        if first < 0 or _TOWN.fullmatch(text, first, start) is None or _NO_TOWN.match(text, first):
            continue
        county = prefix_start(text, first, places) if text[first - 1] in "县市区旗" else first
        if county < first - 1:
            return county
        if at_boundary(text, first):
            return start if text.endswith(_verbs(), first, start) else first
    return start


@cache
def _central_names() -> tuple[str, ...]:
    return tuple(sorted((name for name, core in cores().items() if core.kind == "central"), key=len, reverse=True))


def central_before(text: str, start: int) -> int:
    """国家税务总局 before 某省税务局: the central body that a local one is part of."""
    if start < 2 or text[start - 1] not in "局会行署部团":
        return start
    return next((start - len(name) for name in _central_names() if text.endswith(name, 0, start)), start)


_PREPOSITIONS = "是由经与和或同向报请对在商给让及送至以为按从被并将"


@cache
def _verbs() -> tuple[str, ...]:
    return tuple(verb for verb, _ in rows("verbs_before_bodies"))


def at_boundary(text: str, start: int) -> bool:
    """Whether a mark, a line end, a preposition or a verb that takes a body stands before `start`."""
    if start == 0 or not "一" <= text[start - 1] <= "鿿" or text[start - 1] in _PREPOSITIONS:
        return True
    return text.endswith(_verbs(), 0, start)


def free_start(text: str, start: int, places: frozenset[str]) -> bool:
    """Whether a name can start at `start`: after a mark, a line end or a preposition, or with a place."""
    if at_boundary(text, start):
        return True
    return any(text.startswith(name, start) for name in places) or any(
        text[start : start + length] in full_names() for length in range(2, 12)
    )
