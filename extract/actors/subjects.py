"""Classes of the market and persons as subjects of duties: 生产经营单位应当…, 参加考核的人员须….

A subject stands at the start of a part of a sentence, right before a word that lays the duty on it; behind 由; or at
the start of a sentence before a verb of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from extract.actors.acting_classes import OPENS, may_act, opens_sentence
from extract.actors.class_lists import LONGEST, class_before, classes, listed_classes
from extract.patterns import BY
from extract.scanning.scan import Scan

OCCASION = r"(?![^,。;:\n]{0,6}(?:人员|职工|员工|负责人|同志))[^,。;:\n是在、和与及或]{2,10}?"
"""Behind a class the deed or event at which its duty falls due, before `WHEN`: 企业|开工|前,要…."""
WHEN = "前|后|期间|途中"
_REACH = 48


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], Scan]:
    """The end of a class; words there that lay a duty, and verbs that a sentence goes on with; classes behind 由."""
    last = "".join({word[-1] for word in classes()})
    ends = "|".join(sorted({word[-2:] for word in classes()}))
    duty = (
        rf"(?<=[{last})])(?:,?(?:也|都|均|还|仍|亦|不仅|不但|既|更|首先|尤其|特别|一律|同时)|,(?=应当|应(?=保留|支持|设置|设立|配备|提供|采取|按|做好|加强|严格|落实|积极|主动|认真|建立|制定)|必须|不得|均应|要))?"
        r"(?:(?:要(?!求|素|点|件|闻|是|负责人|负责同志|领导)|应(?!急|用|届|收|付|邀|聘|有|对|缴|交|当由)|须|必须|务必|不得)(?!由)"
        r"|应(?=对[^,。;]{2,40}(?:负责|进行|予以|给予|开展|实施|承担|作出|加强))|(?:均|都)?(?:不能|只能)(?![^,。;]{0,30}的(?:规定|限制|做法|局面))"
        r"|(?:具体|主要|统一|分别)?负责(?!人|同志|的)|有(?:责任[和、与])?义务(?![的人])|需要?(?!求|的)|依法(?![^,。;:]{0,6}享[受有])"
        r"|按照?(?![^,。;:]{0,40}由)(?![^,。;:]{0,16}(?:享受|领取))|严禁"
        r"|请(?=于|在|按|将|务必|结合|认真|及时|抓紧|尽快|尽早|严格|参照|对照|加强|做好)"
        r"|(?:(?:19|20)\d{2}年|今年|每年|每月)?(?:\d{1,2}月(?:\d{1,2}日|底|末)?|年?底|月底)(?:之?前|以前),?(?:要|应|须|必须|将|把|完成|报|上报|提交|全部|全面|实现|达到|建成|免费)"
        rf"|(?!的|[^,。;:\n]{{0,10}}的){OCCASION}(?:{WHEN}|过程中),?(?:要(?!求)|应当?(?!急)|须|必须|不得)"
        r"|(?:每(?:人|学?年|学?期|月|季度?|周|日|天|半年)[^,。;:\n]{0,8})?(?:至少|不少于|不低于|不超过)"
        r"(?!(?:检查|抽查|检测|考核|督查)|\d+(?:校次|名|家|个|所|户|支|人)(?:[,。;]|$))"
        r"|可(?!持续|靠|能|行|复制|视|信|再|比|控|研|靠性|及)|有权|方可|普遍(?:建立|开展|实行|设立|推行|开设)|承担(?!的|起)|一律"
        r"|在[^,。;:\n]{1,20}?(?:中|前|后|时|内|间|上|方面|日|(?:情况|前提|条件)下)(?:,)?(?:要|应|须|必须|不得|重点|向|可)|于[^,。;:\n]{2,24}?(?:前|后|内|时|日|间)向?)"
    )
    act = (
        r"(?:,?(?:也|都|均|还))?(?![一-鿿]{2}的)(?:作为|结合|承担|落实|建立|制定|定期|提供|开展|完善|加强|履行|遵守|配合|协助|做好|自主(?:选[定择]|确定|制定|采购)|开设|公开招|报送|如实|自觉|申请|提交"
        r"|提出|填写|填报|携带|办理|取得(?!联系)|使用(?![^,。;:\n]{2,20}的[一-鿿]{1,6},)|采集|采取|因|自行|违反|未|拒不|发生(?!以下|下列)|参加|收到|接到|发现|从事|组织|及时|积极|主动"
        r"|认真|严格|切实|进一步|持续(?!性)|不断|大力|全力|着力|充分|逐步|尽快|具有|享有|领取|凭"
        r"|(?<!中心)(?<!市场)(?<!社区)(?<![城景]区)(?<!机场)(?<!港口)(?<!车站)(?<!场馆)(?:(?<![生员户众民口人者体])(?:全面|全部)(?!建成|完成|完工|竣工|开工|投入|覆盖|达到|达标|建设|推开|启动|纳入|实现|恢复|复[工产学课市])"
        r"|实行|执行|推行|做到|选派|派[驻员出]|设立|免费|坚持|包(?:乡|村|户|片|组|镇|山|路|企|案|保|联|干|抓|到)|联系(?!人|方式|电话|单位|点)|走访|上门|自\d|从\d)"
        r"|进行(?!的)|根据|依据|参照|遵照|依托|通过(?!的)|每(?:[两二三四五\d]?个?[年月季]|半年)(?![^,。;]{0,6}(?:检查|抽查|考核|检测|督查))|向|对|将|与|委托|聘请|当年|购买|安装|拥有"
        r"|在[^,。;:\n]{1,20}?(?:期间|过程中)(?![,的]|[^,。;:]{0,6}(?:下列|以下))"
        r"|(?![^,。;:\n]{0,16}(?:改革|制度|工作|方案|项目|资金|事项|行为|活动|问题)(?:[^,。;:\n]{0,4}涉及|,))(?=[^,。;:\n是]{2,40},(?:应当|必须|不得|须|可以)))"
    )
    by = (
        rf"(?<![,。;\n]需)(?<!^需){BY}(?P<names>[^,。;:由\n]{{2,40}}?)(?<=[{last}])(?<!双方)"
        r"(?![一-鿿]{1,8}(?<!相应)(?<!相关)(?<!有关)(?<!必要)(?<!适当)(?<!具体)的)(?=按|自|负|承|依|组织(?!的)|实|确定|提出|提交|统|向|进行|受理|出具|办|直|根|结合|共|协|牵|委|代|与|和|及|编|开展|决定(?!的)|填|报|签|对"
        r"|给予|支付|垫|缴|补缴|选|建|派|管|审|制|申请(?!的)|主动|发起|提供(?!的)|购买(?!的)"
        r"|通过(?!的)|推荐|优先|先(?!进)|另行|暂|全额|分别|各(?:自|承担|负担|出)|先行|筹[措集]|安排|解决|移交|接收|保管|采购|偿还|赔偿|发放|使用|处理|处置|核[准定实]|认定|批准"
        r"|监督|维护|投资(?!的)|出资|结对|约谈|兼任|担任|派[员人驻]|考核|承办|巡[查护]|入户|上门|逐|检[测验]|评[估审定]|鉴定|监测|收集|收购|运输|销售|加工|接管|保[存障]|扣[除缴]|免费|联系|兜底|指[导定]|移[交送]|送[往至]|分摊|协调|收[取治]|培训|完成(?!的)|调[度解]|制定(?!的)|召集|主持|予以|作出|在(?![职岗建校]))"
    )
    asked = (
        rf"(?:(?<![已曾历未])经(?:过)?|提交|提请|报请|报送|报经|(?<![申预上汇通举填])报)(?P<names>[^,。;:由经\n]{{2,30}}?)(?<=[{last}])(?<![双各]方)(?<!本人)(?:同意)?"
        r"(?=审议|审定|审核|审查|审批|表决|讨论通过|批准|核准|认定|确认|同意|评[估审定]|鉴定|检[测验]|验收|进行(?:评估|审[计核查]|检测|鉴定|评审))"
    )
    by = rf"{by}|{_PURSE}"
    found = Scan(f"{by}|{asked.replace('names', 'asked')}", _EACH, _ALL)
    return re.compile(rf"\)|[{last}](?<={ends})"), re.compile(duty), re.compile(act), found


_COSTS = re.compile(
    r"[^,。;:\n]{0,24}(?:所需|所用|所?发生|所?产生|取得|使用)的?[^,。;:\n]{0,60}(?:经费|费用|资金|支出|物资|收入|工资)[,由按]"
)
"""Behind a class that only tells which money is meant: 医疗机构开展工作所需的经费,由…承担."""
_CASE = re.compile(
    r"(?:未|违反|拒不|不按)[^,。;:\n]{2,60}的,(?:由|责令|[^,。;:\n]{2,16}(?:部门|机构|机关)(?:可以|有权))|[^,。;:\n]{2,60}(?:的|时|后|前|期间),[^,。;:\n]{0,4}?[^,。;:\n的]{2,24}?(?:部门|机构|单位|机关|政府|人员|企业)(?:应当|必须|不得|须)"
)
"""Behind a class what it does in a case in which another one has the duty: 申请人提出复核的,受理部门应当答复."""
_GRANTED = re.compile(
    r"对[^,。;:\n]{2,40},(?:依法|按规定|按照规定)?享受|[^,。;:\n]{2,60}的,(?:按照?|给予|予以|每|一次性|最高|分别给予|可?享受?|奖励|补助|补贴|由(?:[省市县区州]级?)?财政)"
)
"""Behind a class what earns it a grant, which is no duty: 企业购买设备的,按10%补助."""
_PART = re.compile(r"[^,。;:!?\n()\"]*$")
_ASIDE = re.compile(r"\([^()\n]{1,40}\)$")
_EACH = (
    r"(?<![一-鿿])(?P<each>(?:全[省市县区州])?各(?!项(?!目(?![一-鿿]{2}(?:要|应)))|[种类个大条章款级位省市县区地界自方有相])"
    r"(?:(?![的了是在对将把为由与向从按因应须已被后内前每])[一-鿿、]){1,18}?)"
    r"(?=(?:也|都|均|还|不仅|不但|既|更|首先|尤其|一律)?(?:(?<![主首重需])要(?!求|素|点|件|闻)|应(?!急|用|届|收|付|聘|有|对)|须|必须|务必|不得))"
)
"""Whoever 各 alone tells to be several that have a duty: 各项目要, 各校须."""
_ALL = (
    r"(?<![一-鿿])(?P<whole>(?:所有|凡|任何|从事)[^,。;:、\n的要应须]{2,22}(?:、[^,。;:、\n的要应须]{2,10})?的(?:单位(?:和|或者|或|、)个人|部门|单位|企业|机构|组织|人员|场所))"
    r"(?=,?(?:也|都|均|还|一律)?(?:要(?!求)|应当|应(?=[遵接按])|必须|须|不得))"
)
"""All of whom a clause tells: 所有使用财政资金的部门, 从事水工程管理的单位和个人."""
_NAMED_EACH = re.compile(r"[^、和及]+")
_NO_EACH = re.compile(
    r"(?:工作|环节|领域|方面|工程|指标|任务|措施|政策|资金|行业|产业|情况|问题|数据|平台|渠道|路段|流程|阶段|岗位|专业|学科|层面|要素|因素|制度|机制|计划|方案"
    r"|文件|材料|设施|设备|车辆|产品|品种|作物|标准|事项|支出|科目|流域|系统|部位|区域|场所|时期|时段|方|道|项|类|种|点|线|级)\Z|[部单]位?门?\Z|[局厅委办府]\Z"
)
"""Things, and public bodies, which are told elsewhere."""
_CLASS_ASIDE = re.compile(r"\((?:机构|单位|企业|公司|部门|中心|组织|个人)\)")
"""Behind a class another word for it, which is of its name: 担保基金|(机构)."""


def find_subjects(text: str) -> Iterator[tuple[int, int]]:
    """The places of the classes of the market on which `text` (folded) lays a duty, in order."""
    class_end, duty, act, scan = _patterns()
    by, each, whole = scan.matches(text)
    terms = tuple(match["term"] for match in _DEFINED.finditer(text))
    found: set[tuple[int, int]] = set()
    laid = done = 0
    for last in class_end.finditer(text):
        end = last.end()
        if end >= laid and (match := duty.match(text, end)):
            laid = match.end()
            named = _before_aside(text, end)
            if (start := _part_start(text, named)) is not None:
                other = _CLASS_ASIDE.fullmatch(text, named, end)
                found.update(
                    (first, end if other and stop == named else stop)
                    for first, stop in listed_classes(text, start, named, terms)
                )
        if end < done or last.group() == ")":
            continue
        match = act.match(text, end)
        if match is None:
            found.update(_acting(text, end, terms))
            continue
        done = match.end()
        start = None if _tells_a_case(text, end) else _part_start(text, end)
        if start is not None and end - start <= LONGEST + 8 and text[max(0, start - 1) : start] in OPENS:
            found.update(listed_classes(text, start, end, terms))
    for match in by:
        found.update(_charged(text, match, terms))
    taken = {end for _, end in found}
    for match in each:
        found.update(place for place in _each(text, match) if place[1] not in taken)
    wholes = {match.end("whole"): _without_all(text, *match.span("whole")) for match in whole}
    yield from sorted({*wholes.values(), *(place for place in found if place[1] not in wholes)})


def _acting(text: str, end: int, terms: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    """The classes that end at `end` and open a sentence in which a verb of duty stands behind them."""
    if not may_act(text, end) or _tells_a_case(text, end):
        return
    start = _part_start(text, end)
    if start is not None and end - start <= LONGEST + 8 and opens_sentence(text, start, end):
        yield from listed_classes(text, start, end, terms)


def _charged(text: str, match: re.Match[str], terms: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    """The classes behind 由, or whose consent is needed, and the purse that pays."""
    if match["purse"]:
        yield match.span("purse")
        return
    start, end = match.span("names" if match["names"] else "asked")
    if match["names"] and (joined := _AND.match(text, end)) and class_before(text, end, joined.end()):
        end = joined.end()
    if class_before(text, start, end) and not _PREVENTED.search(text, max(0, start - _REACH), start):
        yield from listed_classes(text, start, end, terms)


def _without_all(text: str, start: int, end: int) -> tuple[int, int]:
    """The name without 凡, which is no part of it: 凡|申请补助的企业."""
    return (start + 1, end) if text[start] == "凡" else (start, end)


def _tells_a_case(text: str, end: int) -> bool:
    """Whether the words at the end of a class only tell which costs, or in which case, or what earns a grant."""
    by = text.rfind("由", max(0, end - LONGEST), end) + 1
    told = (_COSTS.match(text, end), _CASE.match(text, end), _GRANTED.match(text, end))
    return any(told) or (by > 0 and text.startswith("需", by - 2))


def _each(text: str, match: re.Match[str]) -> Iterator[tuple[int, int]]:
    """The elements of a list of those that 各 alone tells: 各施工企业、各项目."""
    for element in _NAMED_EACH.finditer(text, *match.span("each")):
        if element.end() - element.start() > 1 and not _NO_EACH.search(element.group()):
            yield element.span()


_JOINTS = frozenset("、和与及")
_DUTY_BEHIND = re.compile(r"(?:也|都|均|还)?(?:要(?!求)|应当|应(?!急|用|届)|须|必须|不得)")


def find_listed_before(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The classes of the market that stand in one list before a body with a duty: 企业、协会和|各部门应当."""
    if text[start - 1 : start] not in _JOINTS or not _DUTY_BEHIND.match(text, end):
        return
    stop = start - (2 if text.startswith("以及", start - 2) else 1)
    first = _part_start(text, stop)
    if first is not None:
        yield from listed_classes(text, first, stop)


def _before_aside(text: str, end: int) -> int:
    """Where the words end that an addition in brackets follows: 培训机构(含企业)|应当."""
    aside = _ASIDE.search(text, max(0, end - 42), end)
    return aside.start() if aside else end


def _part_start(text: str, end: int) -> int | None:
    """Where the part of a sentence starts that ends with a class at `end`; None where it is too long or has none."""
    if not class_before(text, max(0, end - 10), end):
        return None
    part = _PART.search(text, max(0, end - _REACH), end)
    if part is None or (part.start() <= end - _REACH and end > _REACH):
        return None
    start = part.start()
    return start + 1 if text[max(0, start - 1) : start] == ")" and text[start] in "和与及" else start


_PURSE = (
    rf"{BY}(?P<purse>财政|政府)(?=(?:再|先|先行|统一|全额|全部|足额|按[^,。;:]{{2,20}})?"
    r"(?:给予|予以|补[助贴足]|承担|负担|安排|兜底|采[购取]|收储|解决|出资|支付|垫付|保障)(?!的))"
)
"""Behind 由 a purse or a government that nothing names more closely, and what it pays: 由财政|予以补助."""
_AND = re.compile(
    r"(?:以及|[和与及])[^,。;:、由的\n]{2,16}?(?=共同|协商|分别|各(?:自|承担|负担|出)|负责|承担|组织实施|自行)"
)
"""A second class behind 由 that shares the act: 由供水企业|和用水单位|各承担一半."""
_PREVENTED = re.compile(r"(?:防止|避免|杜绝|严防|不得|禁止)[^,。;:\n]*\Z")
"""Before 由 and a class that shall not be made to do it: 防止银行将风险转由|担保机构|承担."""
_DEFINED = re.compile(r"以下(?:简称|统称|称)(?:为)?\"(?P<term>[一-鿿]{2,10})\"")
"""A class that the document gives a name of its own: (以下称"授权主体"), whatever words it is made of."""
