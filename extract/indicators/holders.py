"""Whose the counted things are and which: who stands before 共 or 累计, what is told with 的 before the number.

A measure can be of the land or the product behind it: 守住3亿亩耕地, 年产3万吨纸浆.
"""

from __future__ import annotations

import re

from extract.bodies.names import find_bodies
from extract.indicators.line import Found
from extract.indicators.names import words_of
from extract.numbers.quantities import Quantity

_HOLDER = re.compile(
    r"""
    (?P<who> (?!现将|加上|通过|经) (?:[一-鿿A-Za-z\d()]|"[^"]*"){2,16}? ) (?<![的前后时间中内底末])
    (?: (?<![公中国])共(?![同享建青产和富性识治管荣生鸣商赢谋]|有[产权])
      | 已经? (?![婚故]|建成面积) | 累计(?!结余|净|欠) | 现(?=有|已|共)
      | 先后 | 一共 | 总共 | 合计 | (?<!项)目前 ){1,4}
    (?:拥?有)? (?P<what> .{2,} )
    """,
    re.VERBOSE,
)
_ONLY_GROWTH = re.compile(rf"(?:同比|环比|年均|平均)?(?:{words_of('growth')}|削减)(?:了|到|至|率|幅度?)?")


_DUTY = r"(?: 要 | 应 | 须 | 将 | 拟 | 计划 | 力争 | 确保 | 争取 | 必须 | 在 | 于 | 到 | 至少 ){0,4}"
_OFFICE = re.compile(
    rf"""
    由? (?P<who> (?! 督促 | 指导 | 协[助调] | 配合 | 会同 | 联合 | 推动 | 支持 | 要求 | 通过 | 帮助 | 根据 | 按照 | 各 )
      (?:(?![的由向与和将被让对])[一-鿿]){{1,14}}? (?:局|厅|委|政府|法院|检察院) )
    {_DUTY} (?: 紧急 | 先后 | 牵头 | 负责 | 组织 | 联合 | 集中 | 分批 | 继续 ){{0,2}}
    (?P<what>
      (?: 拨付 | 下达 | 投[放入] | 出[动台] | 梳理 | 拆除 | 新[建增] | 改造 | 建[成设] | 安装 | 发放 | 开[展通] | 举办
        | 查处 | 立案 | 受理 | 办结 | 审结 | 招[录聘] | 培训 | 检查 | 抽[查检] | 排查 | 整[改治] | 修[复建]
        | 印发 | 制定 | 争取 | 落实 | 筹集 | 安排 | 完成 | 清理 | 选派 | 派出 | 征集 | 接待 | 调处 | 化解 | 救助 | 减免
        | 发布 )
      (?! 机构 | 部门 | 人员 | [的率] ) .{{2,}} )
    """,
    re.VERBOSE,
)
"""An office and what it did or has to do, which the value measures."""
_EACH = re.compile(
    r"(?:各|每个)[一-鿿、]{1,10}?(?:[县市区镇乡村地]|街道|部门|单位)(?:要|应|须|将|必须)(?:确保|力争|争取)?[在于到]?"
    r"(?P<what>(?![求素点件]).{3,})"
)
"""Those on whom a duty is laid, each for itself, and what of: 各县区要|新建水厂."""
_UNKNOWN_PLACE = 3
"""Characters of the name of a place before the level of an office that no table has: 青石|县水务局."""


def _of_office(own: str | None, name: str) -> tuple[str | None, str]:
    """The office that did what is measured, and the rest of the name: 县水务局|拆除违建."""
    if each := _EACH.fullmatch(name):
        return own, each["what"]
    match = _OFFICE.fullmatch(name)
    bodies = find_bodies(match["who"]) if match else []
    if match is None or len(bodies) != 1 or bodies[0].end < match.end("who") or bodies[0].collective:
        return own, name
    if bodies[0].start > (_UNKNOWN_PLACE if bodies[0].prefix else 0):
        return own, name
    return (own or "") + match["who"], match["what"]


def holder(own: str | None, name: str) -> tuple[str | None, str]:
    """Who has what is counted, before 共, 已 or 累计 (公交公司共有线路), with the region in front of it.

    An office that did it stands before the deed alone: 县水务局拆除违建34个.

    Args:
        own: the region that the words began with.
        name: the words behind it.
    """
    match = _HOLDER.fullmatch(name)
    if match is None or _ONLY_GROWTH.fullmatch(match["what"]):
        return _of_office(own, name)
    return (own or "") + match["who"], match["what"]


YEARLY = re.compile(r"(?:[年日月]产|[年日月](?:处理|加工|生产|供应|出栏|养殖|供水|供气|发电|储备))\Z")
"""Behind what is made in a year, before how much of it: 年产3万吨纸浆 is 年产纸浆."""
LAND = re.compile(
    r"(?!的)[^,。;、的]{0,10}?(?:农田|耕地|良田|土地|公路|道路|村道|街道|管网|管道|河道|岸线|海岸线|堤防|渠道|铁路|绿道|步道|绿地"
    r"|林地|草原|湿地|红线|厂房|用房|住房|用地|大棚|果园|茶园)"
)
"""Land and ways right behind a measure, which it is of wherever they lie: 守住3亿亩耕地红线."""


def product(text: str, quantity: Quantity, noun: str, left: str) -> str:
    """The noun behind a measure without what is told of it: 年产3万吨|纸浆、林业加工等项目, 5公里|岸线的保护."""
    if quantity.kind != "measure":
        return noun
    if YEARLY.search(left):
        made = _MADE.match(text, quantity.end)
        return made.group() if made else noun
    land = LAND.match(noun)
    return land.group() if land and noun.startswith(("的", "存在", "进行", "范围"), land.end()) else noun


_MADE = re.compile(r"[^,、;。:等的]{1,20}")
_OWNER = re.compile(
    r".{2,16}(?:省|市|县|区|州|镇|乡|村|城|街道|社区|小区|学校|医院|企业|园区|局|院|中心|公司|政府|部门)"
)
_ANY_SUCH = re.compile(
    r"^(?:符合|满足|具备|有|相关|有关|上述|以下|下列|所有|全部|剩|其)|条件|要求|需求|[,、;:]|总投资|以[上下]|\d"
)
_DESCRIBING = re.compile(
    r"[新在已未待拟正所被受可]|为|成|达|入|建|设|出|开|存|遭|欠|破|停|旧|余|近|生|测|定|改|脱|毗邻|监|退"
)
_LONG = 14
"""Characters that words which describe a noun have at most."""
_BARE = 2
"""Characters of a noun that says little without what is done."""
_BUILT = re.compile(r"^(?:建立|建设|打造|培育|形成|指导|帮助|支持)(?:全|我|本)?[省市县区州]?(?=.{2})")


def described(own: str | None, words: str, left: str, noun: str) -> tuple[str | None, str]:
    """Whose the counted things are, and which, by what stands before the number with 的: 新认定的3家企业.

    Args:
        own: the region in front, if any.
        words: of the comma clause before the number.
        left: those that can name it.
        noun: what is counted.
    """
    left = _BUILT.sub("", left)
    if not words.endswith("的") or len(left) < _BARE or "的" in noun:
        return own, noun
    if _OWNER.fullmatch(left):
        return (own or "") + left, noun
    narrow = len(left) <= _LONG and _DESCRIBING.search(left) and not _ANY_SUCH.search(left)
    return own, f"{left}的{noun}" if narrow else noun


_DEED = re.compile(
    r"""
    (?: 集中 | 柔性 | 跟踪 | 评选 | 新 | 择优 | 全职 )?
    (?P<deed> 惠及 | 覆盖 | (?:辐射)?带动 | 引进 | 引入 | 新(?:改|改扩|扩)?建 | 改(?:建|扩建) | 改造(?:提升)? | 新增
      | 派出 | 预付 | 制定 | 争取 | 关[停闭] | 整治 | 清退 | 选(?:拔|聘|派|取) | 培[养训] | 资助 | 招[聘录]
      | 开工(?:建设)?
      | 恢复 | 拆除 | 搬迁 | 运送 | 转运 | 增[派援] | 调集 | 调派 | 减?免收? | 接待 | 救助 | 帮扶 | 慰问 | 检查 | 抽检
      | 查[处获] | 销毁 | 整改 | 化解 | 安置 | 吸纳 | 招收 | 购[置买] | 安装 | 投放 | 清[理运] | 排查 | 出动 | 取消 )
    (?:了|近|约)?\Z
    """,
    re.VERBOSE,
)
"""Deeds that the name of what is counted keeps: 引进5名医师 is 引进医师."""
_BARE_DEED = re.compile("制定|惠及|覆盖|整治|恢复")
"""Those of them that only a noun of few characters needs."""
_JOINED = re.compile(r"[ ,、]*(?:和|与|及|以及)?[ ]*")


def of_deed(before: Found, words: str, noun: str, done: list[Found]) -> tuple[str | None, str]:
    """The owner and the noun behind a number with what is done to it, or with what is told of it by 的 before.

    Args:
        before: the quantity with what the words before it say.
        words: of its comma clause before it.
        noun: what stands behind it.
        done: the values before it; in a list the deed of the first is done to all.
    """
    if made := YEARLY.search(before.name):
        return before.subject, made.group() + noun
    if before.quantity.kind != "count":
        return before.subject, noun
    deed = _DEED.search(words)
    if deed is None and done and done[-1].reason == "noun_behind" and _JOINED.fullmatch(words):
        deed = next((found for end in (4, 3, 2) if (found := _DEED.fullmatch(done[-1].name, 0, end))), None)
    if deed is None or noun.startswith(deed["deed"]):
        return described(before.subject, words, before.name, noun)
    bare = _BARE_DEED.match(deed["deed"]) and len(noun) > _BARE
    return before.subject, noun if bare else deed.group().rstrip("了近约") + noun
