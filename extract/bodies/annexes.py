"""What follows the core of a body's name as a part of it: staff, a division, a committee, members, a second name.

教育部|办公厅, 省应急管理厅|宣教处, 某部|运输服务司, 市人大|财政经济委员会, 领导小组|成员单位, 市委党校|(行政学院).
"""

from __future__ import annotations

import re

from extract.bodies.last_words import Core, cores
from extract.bodies.unknown_offices import GROUP_ENDS, GROUP_PART, MEMBERS

_OTHER_NAME = re.compile(r"\((?:办公室|行政学院|社会主义学院|局|委|厅|教委|室|管委会)\)")
"""The second name of an office: 市委党校(行政学院)."""

_STAFF = re.compile(r"办公[厅室](?![主副])")
"""The staff of a ministry or an office, which issues papers in its name: 教育部办公厅."""

_WITH_STAFF = ("管理委员会",)
"""Bodies without the last character of an office whose staff issues papers as well: 高新区管委会|办公室."""

_OF_MEMBERS = ("委员会", "指挥部", "领导小组", "联席会议", "委")

_DIVISION = re.compile(
    r"""
    (?P<name> (?!有关|相关|各|[所下直]属)
      (?:(?![省市县局厅委的将要和与及由在是等被向从到以应须可会请经]|对(?!外))[一-鿿]){2,8}?
      (?: 处(?<![查惩判调妥各到四好难益之出相何别事]处)(?:室)? | 科(?<![专内外学本百农]科) | 司(?<![公上]司)
      | 中心(?<=(?:信息|保障|服务|考试|宣传|教育|评价|评审|监测|指挥|推广|结算|资金|数据|研究|培训|技术)中心)
      | 站(?<=(?:管理|监督|监测|推广|服务|检验|检疫|质监|工作|保障)站) | 股(?<![持入控参配红增原]股)
      | 分局 | [支大中]队 | 调查队 | 派出所 | 所(?<=(?:监督|检测|检验|检定|研究)所) ) )
    (?= [、,;:)。\s(] | 副?[司处科股所队]长 | (?:有关)?负责 | 联系 | 咨询 | 牵头 | 配合 | 会同 | 具体 | 承办 | 组织 | $
      | (?<=[站股])(?:[要将应须派参在已开]|对(?!外)) )
    """,
    re.VERBOSE,
)
"""A division named with its office: 省应急管理厅|宣教处. Not what is done by it: 省公安厅|依法查处."""

_DEPARTMENT_OF_MINISTRY = re.compile(
    r"""
    (?P<name> (?!有关|相关|各|国家|中国|直属|所属|派驻|驻)
      (?: (?![省县区局厅司委部署办的将要和与及由在是等被向从到以须可请同为把使都已还也其此说称]
            |市(?<!城市)(?!场|政) | 就(?!业) | 对(?!外) | 会(?<!社会) | 应(?!急) | 经(?!济|贸|营)
            | 会同 | 联合 | 组织(?!人事) | 召开 | 发布 | 印发 | 公布 | 通报 | 下发 | 出台)
        [一-鿿]){2,10}? (?: 司(?![法机令仪]) | 局(?![面部势限域座])
        | [和与](?:(?![省市县局厅部署委的将要和与及由在是等副]|区(?<!社区))[一-鿿]){2,8}?司(?![法机令仪]) ) )
    """,
    re.VERBOSE,
)
"""A department of a ministry, named with it: 某部|运输服务司, 某委|疾控局. Not what the ministry does."""

_COMMITTEE = re.compile(
    r"(?:(?!代表(?!工|选举|联络|资格)|委员|组织|常委|及其|[第的将要由在对是了各届次])[一-鿿]){1,10}?(?:工委|工作委员会|专门委员会|专委会|委员会)(?![商谈])"
)
"""A committee of an assembly, named with it: 市人大|财政经济委员会."""


_OF_TERM = re.compile(r"第?(?:[一二三四五六七八九十]{1,3}|\d{1,2})届委员会(?!议)")
"""The conference of one term, which is the same body: 市政协|第六届委员会."""
_ROOM = re.compile(
    r"(?:政务)?(?:督查|督办|督察|信访|信息|综合|秘书|调研|政研|建议提案|提案|值班|应急)[一二三四五]?(?:室|科|股|处)(?![长内外])"
)
"""A division of the office of a government, named with it: 县政府办|督查室."""


def with_annex(text: str, start: int, end: int, core: Core) -> tuple[int, str, str]:
    """Where the name of a body ends with what follows its core as a part of it, its canonical form and its kind.

    Args:
        text: folded text.
        start: where the name starts.
        end: where its core ends.
        core: the core.
    """
    canonical, kind = core.canonical, core.kind
    last = text[end - 1]
    if last in "部委局厅署院" and kind in ("central", "office") and (staff := _STAFF.match(text, end)):
        return staff.end(), canonical + staff.group(), kind
    if last in "委局厅署" and kind == "office" and (part := _DIVISION.match(text, end)):
        return part.end("name"), canonical + part["name"], kind
    if canonical in _WITH_STAFF and (staff := _STAFF.match(text, end)):
        return staff.end(), canonical + staff.group(), kind
    if kind == "government" and last in "办室厅" and (part := _ROOM.match(text, end)):
        return part.end(), canonical + part.group(), kind
    if _is_ministry(kind, last, national=text.startswith("国家", start)) and (part := _part_of_ministry(text, end)):
        return part.end("name"), canonical + part["name"], kind
    if kind == "cppcc" and (term := _OF_TERM.match(text, end)):
        return term.end(), canonical, kind
    if kind in ("congress", "cppcc") and (part := _COMMITTEE.match(text, end)):
        return part.end(), canonical + part.group(), kind
    if canonical.endswith(GROUP_ENDS) and (part := GROUP_PART.match(text, end)):
        return part.end(), canonical + part.group(), kind
    if canonical.endswith(_OF_MEMBERS) and (members := MEMBERS.match(text, end)):
        return members.end(), canonical + members.group(), "collective"
    other_name = _OTHER_NAME.match(text, end)
    return other_name.end() if other_name else end, canonical, kind


def _part_of_ministry(text: str, end: int) -> re.Match[str] | None:
    """The department of a ministry named right behind it, unless that is a body of its own: 财政部|税务总局."""
    part = _DEPARTMENT_OF_MINISTRY.match(text, end)
    known = cores().get(part["name"]) if part else None
    return None if known is not None and known.kind == "central" else part


def _is_ministry(kind: str, last: str, *, national: bool) -> bool:
    """Whether a body that ends so is a ministry or commission of the state, whose departments are 司 and 局."""
    if kind == "central":
        return last in "部委局署会"
    return kind == "office" and (last == "部" or (national and last in "委局"))
