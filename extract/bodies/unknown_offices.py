"""Offices whose field no table has: place or level, some characters, strong suffix (省投资促进局, 市委|社区治理委)."""

from __future__ import annotations

import re
from typing import NamedTuple

from extract.bodies.prefixes import free_start, prefix_start


class Unknown(NamedTuple):
    """The name of an office that no table knows.

    Attributes:
        start: where it starts.
        core: where the part behind place and level starts.
        end: where it ends.
        kind: as of `Core`.
    """

    start: int
    core: int
    end: int
    kind: str


_NO_OFFICES = frozenset(
    f"{first}{last}"
    for last, firsts in (("局", "布格结大全定变开新危时政战当棋困僵破"), ("厅", "大客餐歌门展布前舞能会告宴映候"))
    for first in firsts
)
"""Words that end like an office and are none."""

MEMBERS = re.compile(r"各?(?:成员|牵头|责任|配合)(?:单位|部门)(?!办公|:)")
"""Those who belong to a group, as a class: 市某某领导小组成员单位."""

_SENTENCE = frozenset("的将要和与及由在对是了等各为把被使其并或向从至到以按应须可会同让请经所且不有个项已我您後")
"""What stands in a sentence and not in the name of an office."""

_TOLD = re.compile(
    "依托|组长|主持|召开|成立|设立|组建|建立|健全|启动|组织召开|印发|批转|转发|负责|报送|上报|审定|审核|核定|做好|搭建|[局厅委办府部](?:组织|指导|督促|监督检查)|机关(?!事务|工委|后勤|老干)"
    "|(?:网|线|掌|马)上办|[全专](?:程|人|员)|电子税务"
)
"""What a name does not hold: 县政府|成立某某领导小组."""

_STRONG = re.compile(
    r"(?:管理局|监督局|服务局|促进局|发展局|事务局|执法局|审批局|监察局|总局|局|厅|"
    r"管理委员会|工作委员会|委员会|领导小组办公室|领导小组|专项小组|协调小组|工作小组办公室|工作小组|推进小组|指挥部办公室|指挥部|联席会议办公室|联席会议|"
    r"工作专班|(?<![承主举开兴筹督查包交经帮创试合协停代领补网快严通可联申自采速就续接会集班新另市县区省府政上下])办|管理办公室|工作办公室|推进办公室|管委会|执法[总支大]队|救援大队|监察大队|稽查大队|警察大队|巡?警大队|治安大队|交管大队|城管大队|管理处|管理所|管理中心|服务中心|监测中心|研究中心|教育中心|培训中心|考试中心|"
    r"指导中心|推广中心|指挥中心|保障中心|评审中心|交易中心|促进中心|事务中心|总队|支队|执法队|(?<![常党村居政支团家员全编纪])委)$"
)

STRONG_ENDS = (
    *(
        "局",
        "厅",
        "委员会",
        "管委会",
        "小组",
        "指挥部",
        "办公室",
        "联席会议",
        "专班",
        "总队",
        "支队",
        "大队",
        "执法队",
        "研究室",
        "办",
        "委",
    ),
    *("管理处", "管理所", "管理中心", "服务中心", "监测中心", "研究中心", "教育中心", "培训中心", "考试中心"),
    *("指导中心", "推广中心", "指挥中心", "保障中心", "评审中心", "交易中心", "促进中心", "事务中心"),
)
"""What `_STRONG` ends with, for a quick look."""

_GROUPS = ("领导小组", "专项小组", "协调小组", "工作小组", "推进小组", "指挥部", "联席会议", "工作专班")
"""What is set up for one task is named by it, at length: 市某某制度试点专项工作领导小组."""


GROUP_ENDS = (*_GROUPS, "机制")
GROUP_PART = re.compile(
    r"(?:办公室)?(?:(?!组织|组建|成立|下设|下辖|设立|召开|印发|派出|专家|办公室|[的将要由了为在被对与和及向从各是已有])[一-鿿]){2,10}?组"
    r"(?![织建成合])"
)
"""A part of such a group, named with it: 市防汛指挥部|物资保障组."""

_IN_GROUP = re.compile("[项和与]|应[急对]|(?<=应)对|(?<=感染)的|(?<=自)由")
"""Characters of sentences that stand in the names of groups: 市应对旱情指挥部."""
_IN_NAME = re.compile(
    r"项目|经(?=[济发信合协贸促营开管])|(?<=[外科农财])经|和(?<![省市县区局厅委办部会院府心队社地]和)(?=[一-鿿]{2,6}局)"
)
"""Characters of sentences that stand in names of offices as well: 市经发局, 市园林和林业局."""
_BEHIND_SHORT = re.compile(
    r"[、,;。:)\n ]|$|负责|牵头|会同|配合|具体|统筹|加强|要(?!求)|应|将|按|等|[和与及](?=[省市县区州])"
)
"""What stands behind a short name that ends in 委: 市某某委负责."""


def _in_name(text: str, at: int, *, group: bool) -> bool:
    return _IN_NAME.match(text, at) is not None or (group and _IN_GROUP.match(text, at) is not None)


_PARTY_ORGAN = re.compile(
    r"(?:自治区党|[省市县区州旗盟])委(?P<name>(?![员托派任书常各直]|全[委会]|办公室|办\Z)(?:社区|城市|依法治[省市县区州旗]|"
    r"(?![省市县区州委将要由在对是了等为把被使其并或向从至到以按须可同让请经政])[一-鿿]){1,14}"
    r"(?:委员会办公室|领导小组办公室|办公室|委员会|研究室|工委|治理委|办|局|部|团))\Z"
)
"""A department of a party committee that no table knows: 市委|城乡社区治理委."""


def _party_organ(text: str, end: int, places: frozenset[str]) -> Unknown | None:
    """The department of a party committee that ends at `end`."""
    if text.rfind("委", max(0, end - 16), end - 1) < 0:
        return None
    match = _PARTY_ORGAN.search(text, max(0, end - 22), end)
    if match is None or not _BEHIND_SHORT.match(text, end):
        return None
    at = match.start("name")
    start = prefix_start(text, match.start() + 1, places)
    return Unknown(start, at, end, "organ") if start < at else None


_NO_LEVELS = frozenset(("市民", "市场", "市容", "区域", "区块", "县域"))
"""Words that begin as a level does: 市民|热线服务中心."""


def _ends_other_word(text: str, end: int, suffix: str) -> bool:
    """Whether the suffix that ends at `end` is of a word that is no office, or begins one: 县水务局|局务会."""
    if text[end - 2 : end] in _NO_OFFICES or text[end - 2 : end + 1].endswith("队伍"):
        return True
    return text[end - 2] == text[end - 1] or text.endswith(suffix * 2, 0, end)


def _of_rank(text: str, start: int, core: int) -> int:
    """Where a name starts that says of what rank the office is: 有关|省级水利工作指挥部."""
    return start + 2 if text[core - 1] == "级" and text.startswith(("有关", "相关"), start) else start


def find_unknown(text: str, end: int, places: frozenset[str]) -> Unknown | None:
    """An office whose field no table has: place or level, some characters, strong suffix; more for a group."""
    if (organ := _party_organ(text, end, places)) is not None:
        return organ
    if not text.endswith(STRONG_ENDS, 0, end):
        return None
    suffix = _STRONG.search(text, max(0, end - 8), end)
    if suffix is None or _ends_other_word(text, end, suffix.group()):
        return None
    if suffix.group() == "委" and not _BEHIND_SHORT.match(text, end):
        return None
    group = suffix.group().startswith(_GROUPS)
    for at in range(suffix.start() - 1, max(-1, suffix.start() - (26 if group else 13)), -1):
        if not "一" <= text[at] <= "鿿" or (text[at] in _SENTENCE and not _in_name(text, at, group=group)):
            return None
        if (
            text[at] in "省市县区州盟旗镇乡家院" or text.endswith(("各级", "中央"), 0, at + 1)
        ) and suffix.start() - at > 2:
            if text[at : at + 2] in _NO_LEVELS or (text.startswith("家级", at) and suffix.group().endswith("中心")):
                continue  # 国家级交易中心 says of what rank a thing is
            start = prefix_start(text, at + 1, places)
            if start <= at and free_start(text, start, places) and not _TOLD.search(text, start, end):
                part = GROUP_PART.match(text, end) if group else None
                members = MEMBERS.match(text, end) if group and not part else None
                behind = part or members
                stop, kind = behind.end() if behind else end, "collective" if members else "office"
                core = at + (2 if text[at + 1] == "级" else 1)
                return Unknown(_of_rank(text, start, core), core, stop, kind)
    return None
