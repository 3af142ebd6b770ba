"""Classes of the market and persons as subjects of duties: 生产经营单位应当…, 参加考核的人员须….

A subject stands at the start of a part of a sentence, right before a word that lays the duty on it; behind 由; or at
the start of a sentence before a verb of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from extract.lexicon import rows
from extract.scanning.scan import Scan

OCCASION = r"(?![^,。;:\n]{0,6}(?:人员|职工|员工|负责人|同志))[^,。;:\n是在、和与及或]{2,10}?"
"""Behind a class the deed or event at which its duty falls due, before `WHEN`: 企业|开工|前,要…."""
WHEN = "前|后|期间|途中"
INSIDE = "[省市县区域境]内外?"
"""How the words before a class end that only tell where it is: 石桥开发区内|企业, 省内外|高校."""
_LABEL = re.compile(
    r"(?:\s|[一二三四五六七八九十]+是|[①-⑳]|\d+[.、]|[(\[][一二三四五六七八九十\d]+[)\]]|第[一二三四五六七八九十百\d]+条|其中|同时|此外|另外|因此|今后|今年"
    r"|目前|原则上|且|并|或|则|如|但|若|而|请|仍|可|应(?!急|届|用))+"
)
_OBJECT = re.compile(
    r"将|把|研究|探索|开展|推动|发动|督促|引导|鼓励|支持|指导|要求|帮助|推进|加强|监督|促进|保障|确保"
    r"|提醒|告诫|敦促|呼吁|通知|责令|聘请|选择|组织(?!协会)|依托|通过|(?<!开发)利用|健全|完善|规范|优化|提升|提高|发挥|压实|强化|允许|授权(?!的)|明确|委托(?!的)|深化|推广|规定(?!的)|详述|指定(?!的)"
    r"|应当|必须|不得|可以|(?<![主重需首])要(?!素)|配合|协助|联系|接到|收到"
    r"|为|向|对|给|经(?!营|办|销|贸|济)|根据|按照|凡|属于|作为|落实|征求|接受|建立|减轻|降低|打造|培育|壮大"
    r"|厚植|增强|保护|维护|解决|严查|查处|打击|处罚|约束|防范|纠正|扶持|吸引|招收|培养|引进|调动|激发|减少|导致|造成|致使|简化|方便|便利|保证|尊重|满足|选派|遴选|聘任|力争|搭建|举办|运用|新增"
    r"|动员|联动|出具|强调|送[往至到]|转[送至]|运[往送至]|(?:清理|梳理|排查|整治)(?!人员|单位|企业|机构|小?组)|(?:发现|遇到|得知|知悉)(?!人|者|单位)|借鉴|学习(?!班|小组)|加大"
    r"|突破|实施(?=同类|全体|所有|各类)"
)
"""Before a class these make it the object of another's act: 将符合条件的企业按规定纳入."""
_REACH = 48
_OPENS = ("", "。", ";", "\n", ":")
"""What stands before a sentence."""
_LONGEST = 18
"""A subject with more characters has a clause before it, of which nothing shows where it ends."""
_BARE = frozenset(
    (
        "人员",
        "单位",
        "部门",
        "机构",
        "地区",
        "组织",
        "个人",
        "者",
        "户",
        "职工",
        "学生",
        "教师",
        "专家",
        "家庭",
        "主体",
        "机关",
    )
)
"""Words that mean nobody without what stands before: 参加考核的|人员."""
_CLAUSE = re.compile(
    r"(?<!所)在(?!职|校|册|建|岗|线|编)|(?<!许)可(?!再)|(?<!供)应(?!急|用|届|收|付|邀|聘|试|变)|[须已被把将是于为]|义务|进入(?!口)|前往|抵达"
)
"""Words of a clause that a name does not hold."""
_SHORT = 5
"""Characters of a class that a clause makes a narrower one; a longer name stands by itself."""
_GENERAL = re.compile(rf"(?:凡|所有)?(?:符合|满足|有|具备|表现|因|对|以上|上述|该|其他)|.*(?:{_CLAUSE.pattern})")
"""A clause that says little of its class, or that a name does not hold: 符合条件的|企业, 已被查封的|企业."""
_ACTIVITY = re.compile(
    r"(?:^|[、和与及])(?P<first>(?:[一-鿿]{0,8}?(?:生产|经营|销售|批发|零售|加工|储存|运输|使用|进口|出口|设计|勘察|施工|监理|建设|运营|管理|维护|检测|检验"
    r"|受理|指挥|调度|种植|养殖|屠宰|研发|制造|流通|配送|安装|招标|承包|服务|储备|开发|供应|担保|评估|咨询|代理|回收|处置|屠宰|采购|租赁|广播|教育|医疗|科研)|[一-鿿]{0,4}[大中小]型?"
    r"|[省市县区]级?|国有|民营|外资|集体|(?:任何|有关|其他|各)?单位))$"
)
"""An element of a list that shares the class of the next one: 食盐生产|、批发企业, 大|中型企业."""


@cache
def classes() -> tuple[str, ...]:
    """The ends of the names of those who are no public bodies, longest first."""
    return tuple(sorted((word for word, _ in rows("market_subjects")), key=len, reverse=True))


@cache
def _by_length() -> tuple[tuple[int, frozenset[str]], ...]:
    """The ends of names by their number of characters, longest first."""
    words = classes()
    return tuple((n, frozenset(word for word in words if len(word) == n)) for n in range(len(words[0]), 0, -1))


def _class_before(text: str, low: int, end: int) -> str:
    """The longest end of such a name that `text` holds right before `end`, from `low` on; empty without one."""
    found = (text[end - n : end] for n, words in _by_length() if end - n >= low and text[end - n : end] in words)
    return next(found, "")


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
        r"|提出|填写|填报|携带|办理|取得(?!联系)|使用(?![^,。;:\n]{2,20}的[一-鿿]{1,6},)|采集|采取|因|自行|违反|未|拒不|发生|参加|收到|接到|发现|从事|组织|及时|积极|主动"
        r"|认真|严格|切实|进一步|持续(?!性)|不断|大力|全力|着力|充分|逐步|尽快|具有|享有|领取|凭"
        r"|(?<!中心)(?<!市场)(?<!社区)(?<![城景]区)(?<!机场)(?<!港口)(?<!车站)(?<!场馆)(?:(?<![生员户众民口人者体])(?:全面|全部)(?!建成|完成|完工|竣工|开工|投入|覆盖|达到|达标|建设|推开|启动|纳入|实现|恢复|复[工产学课市])"
        r"|实行|执行|推行|做到|选派|派[驻员出]|设立|免费|坚持|包(?:乡|村|户|片|组|镇|山|路|企|案|保|联|干|抓|到)|联系(?!人|方式|电话|单位|点)|走访|上门|自\d|从\d)"
        r"|进行(?!的)|根据|依据|参照|遵照|依托|通过(?!的)|每(?:[年月季]|半年)(?![^,。;]{0,6}(?:检查|抽查|考核|检测|督查))|向|对|将|与|委托|聘请|当年|购买|安装|拥有"
        r"|在[^,。;:\n]{1,20}?(?:期间|过程中)(?![,的])"
        r"|(?![^,。;:\n]{0,16}(?:改革|制度|工作|方案|项目|资金|事项|行为|活动|问题)(?:[^,。;:\n]{0,4}涉及|,))(?=[^,。;:\n是]{2,40},(?:应当|必须|不得|须|可以)))"
    )
    by = (
        rf"(?<![理自经来缘因事缘])(?<![,。;\n]需)(?<!^需)由(?P<names>[^,。;:由\n]{{2,40}}?)(?<=[{last}])(?<!双方)"
        r"(?![一-鿿]{1,8}的)(?=按|自|负|承|依|组织(?!的)|实|确定|提出|提交|统|向|进行|受理|出具|办|直|根|结合|共|协|牵|委|代|与|和|及|编|开展|决定(?!的)|填|报|签|对"
        r"|给予|支付|垫|缴|补缴|选|建|派|管|审|制|申请(?!的)|主动|发起|提供(?!的)|购买(?!的)"
        r"|通过(?!的)|推荐|优先|先(?!进)|另行|暂|全额|分别|各(?:自|承担|负担|出)|先行|筹[措集]|安排|解决|移交|接收|保管|采购|偿还|赔偿|发放|使用|处理|处置|核[准定实]|认定|批准"
        r"|监督|维护|投资(?!的)|出资|结对|约谈|兼任|担任|派[员人驻]|考核|承办|巡[查护]|入户|上门|逐|检[测验]|评[估审定]|鉴定|监测|收集|收购|运输|销售|加工|接管)"
    )
    asked = (
        rf"(?:(?<![已曾历未])经(?:过)?|提交|提请|报请|报送|报经|(?<![申预上汇通举填])报)(?P<names>[^,。;:由经\n]{{2,30}}?)(?<=[{last}])(?<![双各]方)(?<!本人)(?:同意)?"
        r"(?=审议|审定|审核|审查|审批|表决|讨论通过|批准|核准|认定|确认|同意|评[估审定]|鉴定|检[测验]|验收|进行(?:评估|审[计核查]|检测|鉴定|评审))"
    )
    found = Scan(f"{by}|{asked.replace('names', 'asked')}", _EACH, _ALL)
    return re.compile(rf"\)|[{last}](?<={ends})"), re.compile(duty), re.compile(act), found


_IS_ONE = re.compile(r"(?<!凡)(?<!但)(?<!还)是(?!否)[^,。;]{0,40}(?:主体|主力军|责任人|单位)$")
"""各级政府是…的责任主体,要…: what somebody is, not who."""
_IS_QUOTED = re.compile(r"[^,。;:\n\"]是\"[^\"\n]{1,20}\"$")
"""Before words that tell what somebody is, parted from them by marks: 石桥市是"零碳城市"|建设主体,要…."""
_REST = re.compile("以及|及|和|或")
_TREATED = re.compile(r"(?:^|[,。;\s])对[^。;:\n]{4,100},$")
"""Before the rest of a list of those to whom something is done: 对批发零售等行业,|以及困难企业,不得抽贷."""
_COSTS = re.compile(
    r"[^,。;:\n]{0,24}(?:所需|所用|所?发生|所?产生|取得|使用)的?[^,。;:\n]{0,60}(?:经费|费用|资金|支出|物资|收入|工资)[,由按]"
)
"""Behind a class that only tells which money is meant: 医疗机构开展工作所需的经费,由…承担."""
_CASE = re.compile(
    r"[^,。;:\n]{2,60}(?:的|时|后|前|期间),[^,。;:\n]{0,4}?[^,。;:\n的]{2,24}?(?:部门|机构|单位|机关|政府|人员|企业)(?:应当|必须|不得|须)"
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
    r"(?:(?![的了是在对将把为由与向从按应须已被后内前每])[一-鿿、]){1,18}?)"
    r"(?=(?:也|都|均|还|不仅|不但|既|更|首先|尤其|一律)?(?:(?<![主首重需])要(?!求|素|点|件|闻)|应(?!急|用|届|收|付|聘|有|对)|须|必须|务必|不得))"
)
"""Whoever 各 alone tells to be several that have a duty: 各项目要, 各校须."""
_ALL = (
    r"(?<![一-鿿])(?P<whole>(?:所有|凡|任何|从事)[^,。;:、\n的要应须]{2,22}(?:、[^,。;:、\n的要应须]{2,10})?的(?:单位(?:和|或者|或|、)个人|部门|单位))"
    r"(?=,?(?:也|都|均|还)?(?:要(?!求)|应当|应(?=[遵接按])|必须|须|不得))"
)
"""All of whom a clause tells: 所有使用财政资金的部门, 从事水工程管理的单位和个人."""
_NAMED_EACH = re.compile(r"[^、和及]+")
_NO_EACH = re.compile(
    r"(?:工作|环节|领域|方面|工程|指标|任务|措施|政策|资金|行业|产业|情况|问题|数据|平台|渠道|路段|流程|阶段|岗位|专业|学科|层面|要素|因素|制度|机制|计划|方案"
    r"|文件|材料|设施|设备|车辆|产品|品种|作物|标准|事项|支出|科目|流域|系统|部位|区域|场所|时期|时段|方|道|项|类|种|点|线|级)\Z|[部单]位?门?\Z|[局厅委办府]\Z"
)
"""Things, and public bodies, which are told elsewhere."""
_ELEMENT = re.compile(r"(?:(?!会同|联合|、|和|与|及|或|以及|\s|(?<=会)同|(?<=联)合|(?<=或)者).)+")


_COUNTED = re.compile(r"(?:[一二两三四五六七八九十]|\d+)(?:家|个|名|户|所)(?=[一-鿿]{2})")
"""How many of a class: 两家|会计师事务所."""
_INSIDE = re.compile(rf"[一-鿿]{{0,9}}?{INSIDE}的?(?=[一-鿿]{{2}})")
_CLASS_ASIDE = re.compile(r"\((?:机构|单位|企业|公司|部门|中心|组织|个人)\)")
"""Behind a class another word for it, which is of its name: 担保基金|(机构)."""
_HIRES = re.compile(r"(?<!拟)(?:招[用录聘收]|聘用|录用|雇用)(?:人员|员工|职工|工人)$")
"""Behind a class its act, whose words look like a class: 事业单位|招用人员|不得歧视."""
_ET_CETERA = re.compile(r"(?<![高中初优特平同])等")
_VENUES = re.compile(r"[^等、和与]{0,14}(?:场所|窗口)\Z")
"""Behind 等 these sum up whoever is named before, 公园、商场等|公共场所; alone they are things."""
_BUSINESS = re.compile(
    r"(?<!等)(?:(?:经营|交易|消费|服务|娱乐|营业|住宿|餐饮|文化|活动|宗教活动)|(?:经营|开放|营业|服务|聚集|销售)的)场所\Z"
)
"""Places that somebody runs, who is meant by them: 各交易场所, 采用自助方式经营的场所."""
_AREAS = re.compile(r"[一-鿿]{2,4}(?:、[一-鿿]{2,4})*等[^,。;:、等]{0,10}(?:地区|城镇|[重中][点心]乡?镇)")
"""Places named by the first of them, whose names are no whole ones without what they share: 石桥、云水等重点镇."""
_VENUE = re.compile(r"[一-鿿]{2,10}\Z")


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
                    for first, stop in _listed(text, start, named, terms)
                )
        if end < done or last.group() == ")" or not (match := act.match(text, end)):
            continue
        done = match.end()
        start = None if _tells_a_case(text, end) else _part_start(text, end)
        if start is not None and end - start <= _LONGEST + 8 and text[max(0, start - 1) : start] in _OPENS:
            found.update(_listed(text, start, end, terms))
    for match in by:
        start, end = match.span("names" if match["names"] else "asked")
        if match["names"] and (joined := _AND.match(text, end)) and _class_before(text, end, joined.end()):
            end = joined.end()
        if _class_before(text, start, end) and not _PREVENTED.search(text, max(0, start - _REACH), start):
            found.update(_listed(text, start, end, terms))
    taken = {end for _, end in found}
    for match in each:
        found.update(place for place in _each(text, match) if place[1] not in taken)
    wholes = {match.end("whole"): match.span("whole") for match in whole}
    yield from sorted({*wholes.values(), *(place for place in found if place[1] not in wholes)})


def _tells_a_case(text: str, end: int) -> bool:
    """Whether the words at the end of a class only tell which costs, or in which case, or what earns a grant."""
    by = text.rfind("由", max(0, end - _LONGEST), end) + 1
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
        yield from _listed(text, first, stop)


def is_object(text: str, start: int, end: int) -> bool:
    """Whether the words from `start` to a class at `end` make it the object of another's act."""
    return _OBJECT.search(text, start, end) is not None


def joined_start(text: str, start: int, floor: int) -> int:
    """Where a name starts that shares its class with words of activity before it: 食盐生产、|批发企业."""
    while start - 1 > floor and text[start - 1] in "、和与及":
        near = max(floor, start - 14)
        words = _ACTIVITY.search(text[near : start - 1])
        if words is None:
            break
        start = near + words.start("first")
    return start


def _before_aside(text: str, end: int) -> int:
    """Where the words end that an addition in brackets follows: 培训机构(含企业)|应当."""
    aside = _ASIDE.search(text, max(0, end - 42), end)
    return aside.start() if aside else end


def _part_start(text: str, end: int) -> int | None:
    """Where the part of a sentence starts that ends with a class at `end`; None where it is too long or has none."""
    if not _class_before(text, max(0, end - 10), end):
        return None
    part = _PART.search(text, max(0, end - _REACH), end)
    if part is None or (part.start() <= end - _REACH and end > _REACH):
        return None
    start = part.start()
    return start + 1 if text[max(0, start - 1) : start] == ")" and text[start] in "和与及" else start


_AND = re.compile(
    r"(?:以及|[和与及])[^,。;:、由的\n]{2,16}?(?=共同|协商|分别|各(?:自|承担|负担|出)|负责|承担|组织实施|自行)"
)
"""A second class behind 由 that shares the act: 由供水企业|和用水单位|各承担一半."""
_PREVENTED = re.compile(r"(?:防止|避免|杜绝|严防|不得|禁止)[^,。;:\n]*\Z")
"""Before 由 and a class that shall not be made to do it: 防止银行将风险转由|担保机构|承担."""
_DEFINED = re.compile(r"以下(?:简称|统称|称)(?:为)?\"(?P<term>[一-鿿]{2,10})\"")
"""A class that the document gives a name of its own: (以下称"授权主体"), whatever words it is made of."""


_TOLD = re.compile(
    r"(?:各|其他|其它)?(?:为[其他它][们]?提供|开展|实施|接受|落实|利用|建立|举办|运用|属于|使用|承担|参与|通过|被)[^,。;:的]{2,30}的"
)
"""A clause that tells which of a class are meant by what they do: 接受捐赠的|单位, 开展培训的|机构."""
_PAIR = re.compile(
    r"[^,。;:、和与]{3,20}的(?:单位|组织|部门|机构)(?:和|或者|或|、)(?:个人|组织|部门|单位)"
    r"|(?:任何|所有|一切)(?:单位、)?组织(?:和|或者|或|、)个人"
)
"""Two bare classes that share the words before them: 开展培训的|部门或单位, 任何|组织和个人."""
_AWAY = re.compile(r"因(?!公)|与|同(?!级)|和|优先与|去|在(?!职(?!业|教|中)|[校册建岗编读籍园库产孵线])")
"""Before a class these make it the place, or the partner, of another's act."""


def _listed(text: str, start: int, end: int, terms: tuple[str, ...] = ()) -> Iterator[tuple[int, int]]:
    """The classes of the list that fills a part of a sentence up to the duty; none where one is too long to be told.

    A term that the document defines is a whole name.
    """
    hires = _HIRES.search(text, start, end)
    end = hires.start() if hires and _class_before(text, start, hires.start()) else end
    last = next((term for term in terms if text.endswith(term, start, end)), "") or _class_before(text, start, end)
    start = _behind_blank(text, start, end - len(last))
    told = _TOLD.match(text, start, end - len(last))
    if is_object(text, told.end() if told else start, end - len(last)) or _AWAY.match(text, start):
        return
    label = _LABEL.match(text, start, end)
    start = label.end() if label else start
    if _PAIR.fullmatch(text, start, end) and not _GENERAL.match(text, start, end):
        yield start, end
        return
    if _is_said_of_another(text, start, end):
        return
    if _AREAS.fullmatch(text, start, end):
        yield start, end
        return
    if _VENUES.search(text, start, end) and not _BUSINESS.search(text, start, end):
        yield from _venues(text, start, end)
        return
    start = _behind_clause(text, start, end)
    found: list[tuple[int, int]] = []
    for element in _ELEMENT.finditer(text[start:end]):
        parts = _ET_CETERA.split(element.group())
        stop = start + element.end()
        if len(parts) > 1 and found and _class_before(parts[0], 0, len(parts[0])):
            stop = start + element.start() + len(parts[0])  # 商会 of 协会、商会等社会组织
            parts = parts[:1]
        name = parts[-1]
        if not _class_before(name, 0, len(name)) or name in ("单位", "地区"):
            continue
        counted = _COUNTED.match(name)
        name = name[counted.end() :] if counted else name
        inside = _INSIDE.match(name)
        name = name[inside.end() :] if inside and name[inside.end() :] not in _BARE else name
        at = joined_start(text, stop - len(name), start)
        if stop - at <= _LONGEST and not _CLAUSE.search(text, at, stop):
            found = [place for place in found if place[1] <= at]
            found.append((at, stop))
    yield from found


def _is_said_of_another(text: str, start: int, end: int) -> bool:
    """Whether a part of a sentence tells what somebody is, or goes on with those to whom something is done."""
    if _IS_ONE.search(text, start, end) or _IS_QUOTED.search(text, max(0, start - 40), start):
        return True
    return _REST.match(text, start, end) is not None and _TREATED.search(text, max(0, start - 120), start) is not None


def _venues(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The elements of a list that 等 and a word for venues sum up: 公园、商场 of 公园、商场等公共场所."""
    names = text[start:end].rpartition("等")[0]
    if names.startswith(("及", "和")) or "以及" in names:
        return []
    first, stop = start + names.partition("、")[0].rfind("的") + 1, start + len(names)
    places = [one.span() for one in _ELEMENT.finditer(text, first, stop)]
    named = all(_VENUE.match(text[at:last]) and not _CLAUSE.search(text, at, last) for at, last in places)
    return places if named else []


def _behind_blank(text: str, start: int, end: int) -> int:
    """Where a part starts whose line end was lost: 加大巡查频次 |渠道管理单位要…, but not 督促 企业要…."""
    blank = text.rfind(" ", start, end)
    return start if blank - start < _HEADLINE or _OBJECT.search(text, blank - 3, blank) else blank + 1


_HEADLINE = 4
"""Characters of a heading at least."""
_BELOW = re.compile(r"[所下]属(?=[^、和与及或]{3,}\Z)")
"""Between a body and the unit of it that has the duty: 县交通局所属|公路管理站."""


def _behind_clause(text: str, start: int, end: int) -> int:
    """Where the name starts: behind a clause that qualifies it, unless that is short or the word is bare.

    参加考核的人员, not 人员; 承储食盐的企业, not 企业.
    """
    below = _BELOW.search(text, start, end)
    by = max(text.rfind("由", start, end) + 1, below.end() if below else 0)
    clause = text.rfind("的", start, end) + 1
    if (
        clause > by
        and end - max(start, by) <= _LONGEST
        and not re.search("[、和与]", text[start:clause])
        and (text[clause:end] in _BARE or (end - clause <= _SHORT and _narrows(text, max(start, by), clause)))
    ):
        return max(start, by)
    return max(start, by, clause)


def _narrows(text: str, start: int, end: int) -> bool:
    """Whether the clause from `start` to `end` only tells which of a class is meant, and has no subject of its own."""
    clause = text[start:end]
    return not _GENERAL.match(clause) and not any(word in clause for word in classes() if len(word) > 1)
