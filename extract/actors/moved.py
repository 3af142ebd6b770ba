"""Whom a reply moves to act: 督促清运单位…, 协调某镇政府、交通局…, 建议某某公司…, 由养护中心负责…, 委托镇政府管理….

The one who answers undertakes to see to it; who will do it is named behind the verb.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from corpus import Role, Span
from extract.patterns import BY

_MOVES = re.compile(
    r"(?:督促|协调|责成|责令|(?<![的该此条项件类些您你们会员案])建议|会同|(?<![按照据的级合])要求|(?<![申提商函邀聘敬已])请(?![示求]))(?:和?(?:指导|协调|督促))?由?"
    r"(?!会|机制|小组|机构|员|性|发展|推进)"
    rf"|{BY}(?!于)(?=[^,。;:由的了]{{2,24}}?(?:负责|实施|承担|牵头|具体|统一|组织|落实|进行|联合|共同|分别|开展|管理|监督|监管|投放|建设|运营|提供|编制|审[核批查]|验收|跟踪|督促|统筹|协调|推进|制[定订]|配合|办理|受理|处理|出资|筹措|抓紧|严格|加强|完成|年[底内])(?![一-鿿]{{0,3}}的))"
    r"|(?<![受被已])委托(?![书人方经代合关的])"
)
_GENERAL = re.compile(r"(?:各|国家)?(?:有关|相关)")
"""有关部门 is nobody that could be called to account."""
_EVERYBODY = re.compile(
    r"各(?:地|级|区|县|市|州|省|部门|单位|乡|镇|街道)|(?:地方|基层|下级)(?:各级)?(?:人民)?(?:政府|部门)|政府部门|各?(?:有关|相关)"
)
"""All of a kind, whom a reply only promises to urge on: 督促各区补缴."""
_JOINT = re.compile(r"(?:等)?(?:[、,和与及或]|以及|配合|协助)")
_THEN = re.compile(r"(?:等)?(?:\d+个|各)?(?:有关|相关)?(?:部门|单位|企业|方面)?(?P<next>.)")
_NO_ACT = frozenset("的之间、,。;:意见内外级化和与及")
_URGES = ("督促", "责成", "责令", "要求")
_ACT_BEHIND = re.compile(
    r",(?:在|按|于|对|及时|尽快|确保|加[强快大]|做好|严格|配合|落实|认真|完善|提[高升]|积极|抓紧|全面|进一步|切实|合理|科学|定期|主动)"
)
"""督促供水公司,按期完成改造: behind a verb that lays a duty on somebody the act may follow a comma."""
_GRASSROOTS = (
    r"各?(?:乡镇|镇街|乡镇街道|街道|社区|[居村]委会?|村居|村\"?两委\"?(?:班子)?|村\(社区\)(?:\"?两委\"?)?"
    r"|派出所|司法所|第三方(?:专业|评估|检测)?机构)"
)
"""Whom there is at the lowest level and whom one hires, who need no name of their own."""
_NAME = re.compile(
    rf"(?P<name>{_GRASSROOTS}|(?!各?(?:有关|相关)|[我你您本其该将把对向在为])[一-鿿·•]{{1,18}}?"
    r"(?:公司|集团|[一-鿿]厂|企业|(?<![各关])单位|医院|卫生院|[一-鿿]{2}站|监督员|协会|商会|合作社|学校|大学|物业|银行|[支分]行|运营商"
    r"|(?<=[一-鿿]{2})(?:自治[州县旗]|[市县州旗]|(?<![园小社景校城地片灌辖山林牧矿库])区)(?<!全[市县州旗区])(?<!城市)(?<!地市)|[局厅镇乡]|街道(?:办(?:事处)?)?|社区|[居村]委会|政府|部门|中心|[大总支]队))"
    r"(?=等|[、,和或]|每[日天周月季年半]|于|第一|配合|协助|会同|联合|[年合按定加严落认及进切做完尽立对将抓全积规制建履开在先就根依采提优增整清实跟解想筹拨负牵承统具组逐错检修派安增减停开购铺投监管运受处出支筹指推更换测清拆移补充深继持拓扩盘挖研申启利把从以细压紧共结妥常适迅倒])"
)
"""A name that no table knows, where a list or an act goes on behind it."""
_CLAUSE = re.compile(r"[的了是将把被从为对向到此由]|协调|督促|所属|转[交送办]|移[交送]")


def find_moved(text: str, span: Span, bodies: Sequence[Span]) -> Iterator[tuple[Span, Role]]:
    """The names behind verbs that move others to act, in the sentence at `span` of `text` (folded), and their roles.

    Args:
        text: the folded text.
        span: a sentence of it.
        bodies: the places of the public bodies of the text, in order; firms are told by their names.
    """
    for verb in _MOVES.finditer(text, span.start, span.end):
        role = Role.LEAD if verb.group().endswith("由") else Role.JOINT
        urges = verb.group().startswith(_URGES)
        yield from ((name, role) for name in _listed(text, verb.end(), span.end, bodies, urges=urges))


def _listed(text: str, at: int, end: int, bodies: Sequence[Span], *, urges: bool) -> list[Span]:
    """The names of the list that starts at `at`; none where no act of theirs follows."""
    if urges and _EVERYBODY.match(text, at):
        return []
    names: list[Span] = []
    while name := _name(text, at, end, bodies):
        names.append(name)
        joint = _JOINT.match(text, name.end, end)
        if joint is None:
            break
        at = joint.end()
    then = _THEN.match(text, names[-1].end, end) if names else None
    if then is None:
        return []
    acts = then["next"] not in _NO_ACT or (urges and _ACT_BEHIND.match(text, then.start("next"), end))
    return names if acts else []


def _name(text: str, at: int, end: int, bodies: Sequence[Span]) -> Span | None:
    """The body or firm whose name starts at `at`."""
    first = bisect_left(bodies, at, key=lambda body: body.start)
    if first < len(bodies) and bodies[first].start == at:
        return None if _GENERAL.match(text, at) else bodies[first]
    name = _NAME.match(text, at, end)
    if name is None or _CLAUSE.search(name["name"]):
        return None
    return Span(*name.span("name"))
