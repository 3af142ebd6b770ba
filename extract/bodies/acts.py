"""What the words around the name of a body tell of it: that it acts, consents, is spoken for, or qualifies a thing.

These judgements add to the cues of `roles`, which make lead and joint bodies of the lists of a document.
"""

from __future__ import annotations

import re

from corpus import Span
from extract.bodies.duty_cues import opens_with_verb
from extract.bodies.roles import MADE_BY, is_told

_PART_START = re.compile(
    r"(?:^|[,。;:!?\")\n]|[一二三四五六七八九十]是|目前|现|\d[.、]\d{0,2}|第[一二三四五六七八九十百\d]+条)[ ]*$"
)
_UNDER_WAY = re.compile(
    r"已(?:经)?[^,。;\n]{2,40},(?:并|现)?(?:计划|拟(?!定|订)|预计|力争|将)"
    r"|(?!的|[^,。;\n]{0,30}(?:表示|介绍|说|指出|强调)|[^,。;\n]{0,40}(?:将|拟))[^,。;\n]{2,40}(?:,[^,。;\n将]{2,40}){0,2},(?:并|还|也|同时)?将(?!其|该|此|[^,。;\n]{0,4}(?:有助|有利))"
)
"""What a body has begun, or does, before it tells what is to come: 已委托编制方案,计划于明年开工."""
_SPEAKS = re.compile(
    r"[一-鿿]{0,18}?(?:[司局厅处科署行院会]长|主任|部长|巡视员|总监|总[一-鿿]{2,3}师|书记|主席|总经理|发言人|负责人|负责同志)[一-鿿]{0,4}?"
    r"(?:在[^,。;\n]{2,20}[上时])?(?:表示|介绍|说|称|指出|透露|强调)[,:\"]{1,2}"
    r"(?:(?:下一步|今后|接下来|目前|同时|今年|明年|年内|(?:19|20)\d{2}年),?)?"
    r"(?:(?!我)[^,。;:我\n]{1,10}(?:[后前内起底]|期间|[上下]半年|季度|学期|阶段),?|(?:针对|围绕|按照|根据|为)[^,。;我\n]{2,30},)?"
    r"(?:还|也|并)?(?:将(?!其|该|此)|要(?!求)|拟(?!定|订)|计划|力争|会继续)"
)
"""Behind a body the one who speaks for it, who says what it will do: 某部某司司长表示,将严格制止…."""
_DOES = re.compile(
    r"(?!的|可|应|至少|收到|接到|按照?|根据|依据)[^,。;:了已的\n]{5,}(?:[^,。;:了已\n]{0,40})?(?:[,。;](?!我|并?已|现))"
)
"""Behind a body the verb of an undertaking that names no time: 县财政局从预算中安排80万元."""
_PROMISES = re.compile(
    r"(?:相关|有关)?(?:负责人|负责同志)?(?:也|均|都|已经|已|现已|书面|当场|公开|明确|郑重|原则|初步)*"
    r"(?:同意(?!后|的|,)|答应|承诺(?!书|函|制)|允诺|应允|愿意|(?:表示|答复|反馈|回复|回函)[,:]?(?:正在?|将|拟|计划|会(?=将|在|继续|尽快|积极))|表示(?:愿|同意|积极|全力|大力|认领|支持|[^,。;\n]{0,12},?(?:将|会|要|今后))|确定(?=[今明于在由]|20))[^,。;\n]{4,}"
)
"""Behind a body what it has promised to others: 省水利厅已同意安排资金."""
_OPINION = re.compile(r"(?:的)?(?:(?:经)?研究后?)?(?:提出)?了?(?:会办|协办|反馈|办理|答复)?意见:[^。\n]{4,}")
"""Behind a body the opinion that it gave, whose undertakings are its own: 市农业局意见:拟选择两处试点."""
_PAYS = re.compile(
    r"(?!收|支出(?!\d)|预算|资金|专项|状况|[局厅部]|困难|压力|的|补[助贴](?:标准|资金|范围|政策|水平)|投入(?:的|力度|机制))[^,。;:了\n]{0,24}?"
    r"(?:承担|负担|分担|给予|安排|拨|下达|解决|筹|保障|补[助贴足齐]|出资|注资|列支|拿出|垫付|兜底|匹配|配套|奖[励补]|增加|支付|投入|设立)"
)
"""Behind a purse what it pays: 县财政按每亩10元的标准安排."""
_DOES_SOMETHING = re.compile(
    r"(?![的和与及、或等间]|[是有无被已曾将即如若]|(?:所|之|内|外)(?!有)|年度|全覆盖|拥有|(?:内部|机关|系统|网站|官网|门户|公众号|平台|文件|公告|通告|通知(?!各)"
    r"|干部|职工|人员|工作人员|党[组委员]|领导|负责|主要|分管|主任|[局部厅]长|书记|下[设属]|管辖|辖区|办公|窗口|大厅|服务中心|职[责能权]|名义|方面|以[上下]|联系|电话|地址)"
    r"|为(?:成员|组长|主)|[一-鿿]{2,6}(?:分[行局院]|支行|分公司|办事处)|[一-鿿]{2,3}的|[^,。;:\n]{1,24}(?:了|情况(?:列入|纳入|作为)))"
    r"[一-鿿][^,。;:\n]{3,}"
)
"""Behind a body that opens a part of a sentence a predicate, whatever its verb: 市水务局|收回补助资金."""
_NAMES = r"[一-鿿]{1,14}?(?:[局委厅办部府院站队所处会社]|中心|公司)"
_OTHERS_BESIDE = re.compile(rf"(?:[、和与及]{_NAMES}){{1,8}}?(?=共同|联合|一起|分别)")
_BESIDE_OTHERS = re.compile(rf"(?:^|[,。;:\n]|[一二三四五六七八九十]是|\d[.、][ ]?)(?:{_NAMES}[、和与及]){{1,8}}$")
"""Those who act together with a body, behind it and before: 县气象局|与县农技站联合发布预警."""
_TOGETHER = re.compile(r"(?:共同|联合|一起|分别)(?!国|会|体|组|体系)")
_MOVES = re.compile(r"(?:把(?![握关脉])|赴|派(?!出所|驻机)|逐[一户村校项县]|每半?[年月季周])")
"""Verbs and words that only a subject stands before: 某委|把采光列入抽检, 镇纪委|派人到场."""
_IN_CHARGE = re.compile(r"(?:作为|为)(?:项目)?(?:业主|实施主体|责任主体|建设单位|牵头单位)")
_SEES_TO = re.compile(r"(?:具体|共同|分别|密切)?(?:负责(?!人|同志|的)|做好|抓好|配合|落实好)[^,。;\n]{2,}")
"""What a body is to see to, in a document that lays no duties: 各街道办事处做好宣传工作."""
_IS_CHARGED = re.compile(
    r"(?:\([^()\n]{1,12}\))?(?:是|为)[^,。;\n]{0,30}(?:主管单位|主管部门|牵头单位|牵头部门|责任主体|责任单位|第一责任)"
    r"|(?:之)?间(?:要|应|建立|加强|形成|实现|密切|联合|共同)"
)
"""What lays a duty on a body without a verb of its own: 市政府办公室是本市的主管单位, 各部门间建立联动机制."""
_UPON = re.compile(r"(?:接到|收到|接)[^,。;\n]{2,40}[后时],?(?:要(?!求)|应当?|必须|须|立即|及时|方可)")
"""Behind a body what brings about its duty: 县水务局接到报告后,要立即派人."""
_BEHIND_CLAUSE = re.compile(
    r"(?:^|[。;\n])(?![^一-鿿]{0,8}(?:[对向给为将把以按由在经从与使让凡]|根据|针对|围绕|通过|督促|指导|要求))"
    r"[^,。;:\n]{2,36}(?:的|(?<=\))[、和及])[ ]*$"
)
_THEN_MUST = re.compile(
    r"(?:\([^()\n]{1,8}\))?(?:[、和及][一-鿿]{2,20})?,"
    r"(?:要(?!求)|应当|应(?![急用届对收付])|应(?=对[^,。;]{2,40}(?:进行|予以|给予|开展|加强))|必须|不得)"
)
"""A long subject is parted from its duty by a comma: 参与抢险的市级部门,要…."""
_OFFICE = re.compile(r".{2,}?(?:部|委|局|署|厅|委员会)(?=[一-鿿]{2,14}[司处局]$)")
"""The body before the name of a division of it: 某部|运输服务司."""
_OFFICE_OF_DIVISION = re.compile(r".{2,}?(?:部|委|局|署|厅|委员会)(?=[一-鿿]{2,14}(?:[司处科股]|(?<=[一-鿿]{2})办)$)")
"""The same of a division of any office, whatever it is called: 市水务局|审批办."""
_BRINGS = re.compile(r"(?<![党群社的])组织$")
"""组织|有关部门 do something: those act beside whoever brings them together."""
_ASKED = re.compile(r"(?<![已曾历未])经(?:[一-鿿]{2,14}[、和与及]){0,3}$")
_OTHERS_ASKED = re.compile(r"(?:[、和与及][一-鿿]{2,14}?[局委厅办部府](?![、一-鿿]{0,3}[门员托]))+")
"""Further bodies of a list whose consent is needed: 经市财政局|、市审计局|审核."""
_NEAR = 48
_CONSENTS = re.compile(
    r"(?![^,。;\n]{0,8},?(?:现[将予就对印转批提]|将《[^》\n]{2,60}》|特制定|特此))"
    r"(?:和单位|、单位)?(?:[初复会]?审(?![计视])|审[核查批定议]|批[准复]|同意|核[准定实]|评[估审定]|认[定可]|确认|备案|鉴定|考核|验收|许可|授权)"
    r"(?!、|的(?=[一-鿿])|并?在[^,。;\n]{2,20}的)"
)
"""What a body does whose consent is needed (经市财政局审核), and not yet given (经市政府同意,现印发)."""
_BROUGHT_TO = re.compile(r"(?<![已曾])(?:(?<![申预上汇通举填])报|报请|报经|上报|申报|提请|提交|报送|送|呈报)$")
_ENDS_BEFORE = frozenset("报请经交送")
_DECIDES = re.compile(
    r"(?:和单位|、单位)?(?:进行|组织|统一|研究|依法)?(?:审(?![计视])[核查批定议]|批准|核准|核定|审批|批复|同意|认定|决定|验收)(?![一-鿿]{0,6}的(?=[一-鿿]))"
)
"""What a body does to which a matter is brought: 报市政府审批."""
_DIVISION = re.compile(r"(?:(?<![健安完周保齐顾])全[省市区县州国盟]|各地)$")
"""Words before offices that mean all of a place: 全省|交通运输部门, 各地|税务机关."""
_LEVELS = frozenset("省市区县州国盟地")
_SEVERAL = re.compile(r"各|有关|相关|等")
_PUSHES = re.compile(r"(?:推动|推进|促进)(?:[一-鿿]{2,10}[和与、])?$")
_OWNS = re.compile(r"(?:[、和与][一-鿿]{2,12}?(?:部门|政府|[局委厅]|单位|机构)){0,3}的(?=[一-鿿])")
"""Behind a body these words tell of a thing of its own: 推动省级政府和有关部门的|知识库对接."""
_SHARE = re.compile(r"在内的|(?:负责|主管|牵头)的(?=[一-鿿])|(?:的)?(?:工作)?(?:制度|机制|平台)的?(?:职能)?作用")
"""Words behind a body that does nothing itself: 包括某市在内的, 某局负责的路灯, 发挥联席会议制度的作用."""


_ROLE_OF_A_THING = re.compile(
    r"(?:的)?[一-鿿、]{0,8}(?:带动|辐射|集聚|聚集|龙头|示范|引领|支撑|枢纽|窗口|桥梁|纽带|平台|载体|引擎|牵引)[一-鿿]{0,4}作用"
)
"""Behind 发挥 and a name the role of what is there: 发挥云水交易中心|带动作用 lays nothing on the centre."""


def acts(words: str, place: Span, lays_duties: bool) -> bool:
    """Whether the body at a place of folded `words` opens a part of a sentence that tells what it has to do.

    Args:
        words: the folded text.
        place: of the body's name.
        lays_duties: the document is of a kind that lays duties; in others what a body has begun, or says that it
            will do, is its undertaking too.
    """
    if is_told(words, place.start, place.end) or _IN_CHARGE.match(words, place.end):
        return True
    opens = _PART_START.search(words, max(0, place.start - 4), place.start)
    if lays_duties and opens and _UPON.match(words, place.end):
        return True
    if lays_duties and _THEN_MUST.match(words, place.end):
        return _BEHIND_CLAUSE.search(words, max(0, place.start - 40), place.start) is not None
    if opens and _is_purse(words, place) and _PAYS.match(words, place.end):
        return True
    if _IS_CHARGED.match(words, place.end) and opens:
        return True
    if not lays_duties and _act_together(words, place, opens=opens is not None):
        return True
    if not opens:
        return False
    if lays_duties:
        return _DOES_SOMETHING.match(words, place.end) is not None
    return bool(
        _SEES_TO.match(words, place.end)
        or _PROMISES.match(words, place.end)
        or _OPINION.match(words, place.end)
        or ((opens_with_verb(words, place.end) or _MOVES.match(words, place.end)) and _DOES.match(words, place.end))
        or _UNDER_WAY.match(words, place.end)
        or _SPEAKS.match(words, place.end)
    )


def _act_together(words: str, place: Span, *, opens: bool) -> bool:
    """Whether the body is one of several at the start of a part of a sentence that do something together."""
    if not opens and not _BESIDE_OTHERS.search(words, max(0, place.start - _NEAR), place.start):
        return False
    others = _OTHERS_BESIDE.match(words, place.end)
    together = _TOGETHER.match(words, others.end() if others else place.end)
    return together is not None and _DOES.match(words, together.end()) is not None


def _is_purse(words: str, place: Span) -> bool:
    """Whether the body is a public purse below that of the state: 县财政."""
    return words.endswith("财政", place.start, place.end) and words[place.start] != "中"


def speaks_for(words: str, place: Span) -> Span | None:
    """The body that is spoken for where the name goes on to its division: 某部 of 某部某司|司长表示; None elsewhere."""
    if words[place.end - 1] not in "司处局":
        return None
    office = _OFFICE.match(words, place.start, place.end)
    return Span(*office.span()) if office and _SPEAKS.match(words, place.end - 1) else None


_HEAD = re.compile(r"(?:副)?(?:[司处科股]长|主任)(?!科员)")


def office_of(words: str, place: Span) -> Span | None:
    """The office whose division is named with its head: 市水务局 of 市水务局规划科|科长; None elsewhere."""
    office = _OFFICE_OF_DIVISION.match(words, place.start, place.end)
    return Span(*office.span()) if office and _HEAD.match(words, place.end) else None


def consents(words: str, place: Span, lays_duties: bool) -> bool:
    """Whether the consent of the body is needed: 经当地政府审核同意后上报; in a paper of duties also 报市政府审批."""
    near = max(0, place.start - _NEAR)
    if words.find("经", near, place.start) >= 0 and _ASKED.search(words, near, place.start):
        others = _OTHERS_ASKED.match(words, place.end)
        return _CONSENTS.match(words, others.end() if others else place.end) is not None
    if not lays_duties or words[place.start - 1 : place.start] not in _ENDS_BEFORE:
        return False
    brought = _BROUGHT_TO.search(words, max(0, place.start - 4), place.start)
    return brought is not None and _DECIDES.match(words, place.end) is not None


_AWAITED = re.compile(r"(?:^|[,。;:、])(?:下一步,?|同时,?|届时,?)?(?:待|等到?|俟|一旦|如果?|若)[^,。;:]{0,6}\Z")
"""Before a body whose act is waited for."""


_TREATED = re.compile(r"(?:\A|[,。;:\n])(?:对(?!于)|将|把)[^,。;:\n]{2,40}的\Z")
"""Before a body to which something is done: 对进度缓慢的|试点城市要开展督查."""


_CASE = re.compile(
    r"(?!要|应|须|必须|不得|将)[^,。;:\n]{3,60}(?:时|后|前|期间|的),(?![应须]|要|必须|不得|可|也)[^。;:\n]{2,60}?(?:部门|机构|单位|机关|政府|人员|企业|个人|人|者)"
    r"(?:应当|必须|不得|须)"
    r"|[^,。;:\n]{2,30}了[^,。;:\n]{2,40}的,(?:应当|要|必须|不得)"
)
"""Behind a body the case in which others have a duty: 税务机关|核查情况时,有关单位应当协助."""
_WAY = re.compile(
    r"(?!(?:[、和与及][一-鿿]{2,14}?(?:[局委厅办部会院府所]|部门|单位|公司|银行|组织|企业|机构|高校|专家|力量)){0,24}"
    r"(?:等)?(?:有关|相关)?(?:部门|单位)?(?:牵头|(?:多方|各方|共同|广泛|积极)*参[与加]|配合|负责人参加)|要|应|须)[^,。;:\n]{1,30}"
    r"(?:,(?!构建|建立|完善|形成|健全|加强|推动|加快|推进)[^,。;:\n]{2,30})?的[^,。;:的\n]{0,10}"
    r"(?:机制|制度|体系|格局|模式|体制|局面|领导小组|联席会议|职责)(?=[,。;、]|$)"
)
_SETS_UP = re.compile(
    r"(?:建立|健全|完善|形成|构建|实行|强化|成立|设立|组建)了?由?(?:[^,。;:\n的]{0,24}[、,])?[^,。;:\n的]{0,12}$"
)
"""What is set up, and in it, or behind it, the part of a body: 建立|市水务局提需求、市数据局作响应的|机制."""
_GIVES = re.compile(r"(?:授权|指定|委托)[^,。;:的\n]{3,24}(?:负责|承担|行使|履行)")
"""Behind a body to whom it gives a duty: 市政府|授权市数据局负责."""


def is_brought(words: str, place: Span) -> bool:
    """Whether another one brings the body to act: 组织有关部门清理."""
    near = words.startswith("组织", place.start - 2)
    return near and _BRINGS.search(words, max(0, place.start - 3), place.start) is not None


def qualifies(words: str, place: Span) -> bool:
    """Whether the body only tells which thing, or when, is meant: 由市财政局承担的费用, 待市财政局拨付资金后."""
    if _AWAITED.search(words, max(0, place.start - 12), place.start):
        return True
    if _SHARE.match(words, place.end):
        return True
    if _CASE.match(words, place.end) or _GIVES.match(words, place.end):
        return True
    if _WAY.match(words, place.end) and _SETS_UP.search(words, max(0, place.start - 50), place.start):
        return True
    if words[place.start - 1] == "的" and _TREATED.search(words, max(0, place.start - 44), place.start):
        return True
    if words.startswith("发挥", place.start - 2) and _ROLE_OF_A_THING.match(words, place.end):
        return True
    if _OWNS.match(words, place.end) and _PUSHES.search(words, max(0, place.start - 16), place.start):
        return True
    return words.startswith("由", place.start - 1) and MADE_BY.match(words, place.end) is not None


def is_division(words: str, place: Span, behind: Span) -> bool:
    """Whether the words belong to the offices right behind: 各地|税务机关, 县级以上人民政府|水行政主管部门."""
    if words.endswith("政府", place.start, place.end):
        return words[behind.start] != "各" and words.endswith("部门", behind.start, behind.end)
    return words[place.start : place.end] == "各地" and not _SEVERAL.match(words, place.end)


def whole(words: str, place: Span) -> Span:
    """The name of offices with the words before it that mean those of a whole place: 全省交通部门, 全市|各级部门."""
    if words[place.start - 1 : place.start] not in _LEVELS:
        return place
    before = _DIVISION.search(words, max(0, place.start - 3), place.start)
    if before is None or (_SEVERAL.match(words, place.start) and not words.startswith("各级", place.start)):
        return place
    return Span(before.start(), place.end)
