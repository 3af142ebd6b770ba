"""Who undertakes in replies, reports and press texts, which lay no duties: the named subject of what is still to come.

Firms, institutions and areas are found here (某某港务集团将…, 石桥区计划投入…); offices are by `roles`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.patterns import BY, YAO

_NAME = r"[一-鿿·•]"
_INSTITUTION = (
    r"(?:(?:有限|股份|总|分|子)?公司|集团|医院|卫生院|学校|大学|学院|中学|小学|银行|[支分]行|协会|商会|学会|研究[院所]|机场|[钢电纸药煤]厂"
    r"|机[厂场]|[一-鿿]中心|[大支总]队|指挥部|专班|[村居]委会|管理[所处站]|工作站|服务站|联合会|基金会|合作社|工会|电网|开发商|建设单位|施工单位|承包商|运营商|物业)"
)
_AREA = r"(?:[省市县区州盟旗镇乡]|自治[区州县]|街道|开发区|高新区)"
_PROVINCE = (
    r"(?:北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|广西|海南|四川|贵州|云南|西藏"
    r"|陕西|甘肃|青海|宁夏|新疆|内蒙古)"
)
_SOON = (
    r"(?:也|还|均|都|已|现|正|目前|今年|明年|20\d\d年)*"
    r"(?:即?将(?!其|该|此|近)|计划(?!生育|经济)|拟(?!定|订|人|合)|正在?[^,。;]{2,40},(?:并|[^,。;]{0,8})?(?:计划|将|拟|预计|力争))"
)
_LATER = (
    r"(?!集团|公司|有限|股份|医院|[支分]行)(?:每[日天周月]|积极|密切|认真|全力|主动|紧盯|紧扣|加强|根据|按照|结合|针对|围绕|通过)"
    r"[^,。;:]{2,40},(?:并|还|也|同时)?将(?!其|该|此|近)"
)
"""What a firm does already, before what it will do: 每日紧盯客流变化,将增开班次."""
_SPEAKS = (
    r"(?:相关|有关)?(?:人士|负责人|负责同志|工作人员|方面)?(?:表示|介绍|透露|称)[,:]?\"?"
    r"(?:下一步,?|今后,?|接下来,?|节后,?)?(?:也|还)?(?:即?将|计划|拟)"
)
_PROMISES = (
    r"(?:已|也|均|现已|书面|当场|公开|明确|郑重)*(?:承诺(?!书|函|制|的)|答应(?!的)"
    r"|(?:表示|同意)(?=[^,。;]{0,14}(?:,|、)?[^,。;]{0,14}(?:将|认领|立行立改|尽快|积极|全力|抓紧|安排|开放|出资|\d+月)))"
)
"""What a town or a firm has promised: 合作社书面承诺3月底前退还."""
_STARTS = re.compile(
    rf"(?:^|(?<=[,。;:!?\n\" ])|(?<=\d[.、])|(?<=目前)|(?<=同时)|(?<=其中)|(?<=今后)|(?<=下一步))"
    rf"(?P<name>(?!(?:另外|另|还有|届时|我|本|全|各|该|此|其|两|某|在|对|将|为|从|由|按|随着|针对|经|以|于|待|预计)){_NAME}{{2,24}}?"
    rf"(?:{_INSTITUTION}(?={_SOON}|{_SPEAKS}|{_LATER}|{_PROMISES})|{_AREA}(?={_SOON}|{_PROMISES}))"
    rf"|{_PROVINCE}(?={_SOON})|全[省市县区州][一-鿿]{{2,10}}?系统(?={_SOON})|国家(?=(?:也|还)?将(?!其|该|此|近)))"
)
_UNIT = (
    r"(?:(?:有限|股份|总|分|子)?公司|集团|医院|学校|大学|学院|银行|[一-鿿]中心|[大支总]队|管理局|工程局"
    r"|(?:总|分|工作|服务|管理|急救|环卫|水管|供水|推广)站|派出所|管理[所处]|研究[院所]"
    r"|(?:检测|检验|鉴定|设计|福利|科学|规划|疾控|卫生)院|纪委|指挥部|专班|联合会|协会|供销社|合作社)"
)
"""How units end that act by themselves, whatever field they are of."""
_PARTY = r"(?:施工|建设|业主|监理|承建|运营|用人|产权|管护)单位"
"""A party to works, whom 由 alone charges."""
_DAY = (
    r"(?:(?:19|20)\d\d年|[今明]年)?(?:\d{1,2}月(?:\d{1,2}日|[上中下]旬|底)?|年[底内]|[上下]半年|[一二三四]季度)"
    r"(?:之?前|以前|内|起)?"
)
_HAS_TO = (
    r"(?:也|还|均|都)?(?:(?:具体|统一|分别|共同)?负责(?!人|同志|的)|牵头(?!的)|承担(?!的|了|着)|承办(?!的|了)|包干|派(?!出|驻机)"
    rf"|把(?![握关])|每(?:半?年|月|季度?|周|日|[两三]个?月)|{YAO}|应当|必须|须(?=[在于按])|不得"
    rf"|作为(?:项目)?(?:业主|实施|建设|责任)(?:单位|主体),?(?:{YAO}|负责|须|应)"
    rf"|{_DAY},?(?:{YAO}|提出|完成|拿出|建成|启动|组织|编制|印发|出台|开展|交付|提交|把|将))"
)
_SEES_TO = (
    r"(?:同时|统一|具体|分别|共同|负责|每半?[年月季周天日]度?|逐[一户村校])*(?:牵头|负责(?!人|的)|承[担办建](?!的)|组织|实施|落实|选?派|采样|检测|开展"
    r"|发放|发布|提供|完成|包干|安排|管理|维护|编制|受理|监督|出具|指导)(?![^,。;]{0,8}的[一-鿿])"
)
_UNITS = re.compile(
    r"(?:^|(?<=[,。;:!?\n\" ])|(?<=[一二三四五六七八九十]是)|(?<=\d[.、])|(?<=同时)|(?<=其中))"
    r"(?P<name>(?!另|还有|届时|我|本|该|此|其|两|某|在|对|将|为|从|由|按|随着|针对|经|以|于|待|预计|市民|区域)"
    rf"(?:[省市县区镇乡旗州各]|(?:(?!委托|责成|[由的了将把对]){_NAME}){{2,20}}?){_UNIT})(?={_HAS_TO})"
    rf"|{BY}(?P<by>(?!各自|双方|其|我|本|该)(?:{_NAME}{{2,16}}?{_UNIT}|{_PARTY}))(?={_SEES_TO})"
    rf"|(?<![受已])委托(?P<asked>(?!第三方|专业|社会){_NAME}{{2,16}}?{_UNIT})(?=承[办担]|负责|开展|编制|实施|组织|进行|制定)"
)
"""Units on which a text lays something: 镇纪委|派人监督, 由市检测院|采样, 委托某福利院|承办."""
_UNIT_CUES = re.compile(r"负责|牵头|承[办担]|包干|派|把|每|要|应当|须|不得|由|委托|\d")
_NO_NAME = re.compile(
    r"[的了将是于被把使并其与和及或在对从到由经请]|^(?:目前|同时|此外|其中|今后|今年|明年|下一步|加强|推动|支持|鼓励|引导|督促|指导|推进|组织|加快)"
)
"""Words of a clause, not of a name."""
_CUES = re.compile(r"将|计划|拟|预计|力争|承诺|表示|答应|同意")


_EACH_PLACE = re.compile(
    r"(?<![一-鿿\d\"(])(?P<name>每个[一-鿿]{0,4}?(?:[县市区州镇乡](?:\([^()\n]{1,6}\))?|街道|镇街)"
    r"|各(?:县市区|县区|区县|市县|市州|乡镇|园区|开发区))"
    r"(?=(?:(?:到|在)?(?:(?:19|20)\d\d|[今明])?年?(?:\d{1,2}月)?[底末]?[前内]?)?(?:也|都|均|要|再)?(?:至少|(?:打造|培育|建[成设立]|创建|引进|新[建增]|设立|配备|组织|开展)[^,。;:\n]{0,8}?(?:\d|[一二两三]个)))"
)
"""Each of some places, of which a report tells how much it brings about: 每个县|打造1个示范区, 各县区|至少建成2所."""


def find_each_place(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The places of those who each bring something about in the sentence from `start` to `end` of `text` (folded)."""
    if text.find("每个", start, end) >= 0 or text.find("各", start, end) >= 0:
        yield from (match.span("name") for match in _EACH_PLACE.finditer(text, start, end))


def find_undertakers(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The places of those who undertake something in the sentence from `start` to `end` of `text` (folded)."""
    yield from find_each_place(text, start, end)
    yield from find_units(text, start, end)
    if _CUES.search(text, start, end) is None:
        return
    for match in _STARTS.finditer(text, start, end):
        if not _NO_NAME.search(match["name"]):
            yield match.span("name")


def find_units(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The places of the units that have something to do in the sentence from `start` to `end` of `text` (folded)."""
    if _UNIT_CUES.search(text, start, end) is None:
        return
    for match in _UNITS.finditer(text, start, end):
        group = match.lastgroup or "name"
        if not _NO_NAME.search(match[group]):
            yield match.span(group)


_PLACE = rf"{_NAME}{{2,9}}?(?:省|市|县|自治[区州])"
_OBLIGED = re.compile(
    rf"(?<![一-鿿\d\"(,:、])(?P<names>{_PLACE}(?:[和、]{_PLACE}){{0,4}}(?:其他(?:地市|市州|市县|县市|地区))?)"
    rf"(?=(?:也|还|都)?(?:{YAO}|应当|必须|须(?=[在于按])|率先|先行先试|带头))"
)
"""Places on which a duty is laid, or which go first: 石桥省和云水市|要加强管控, 青石县、云水区|率先开展试点.

By the form of their names, at the head of a sentence; those that a table names are bodies (`bodies.told_places`).
"""
_PLACE_OR_DISTRICT = rf"(?:{_PLACE}|{_NAME}{{1,6}}?(?:自治旗|(?<![园小社景校城地片灌辖山林牧矿库])区|旗))"
_CHARGED = re.compile(
    rf"{BY}(?P<names>{_PLACE_OR_DISTRICT}(?:[和、]{_PLACE_OR_DISTRICT}){{0,6}})"
    r"(?=(?:分别|各自|共同|具体|统一|抓紧|尽快|于|在)*(?:牵头|负责(?!人|的)|承担(?!的)|承办(?!的)|组织(?!的)|落实|实施|完成|建设|统筹|推进|出资|自行|年[底内]|[今明]年|\d{1,2}月))"
)
"""Places whom 由 charges: 由青石县|牵头, 由云水区、东湖区|负责建设."""
_EVERYWHERE = re.compile(r"^[全各我本该此其两每](?!州)|城市|[的了将是于被把使并与或在对从到由经请向]")
_PARTED = re.compile(r"(?<=[省市县区州旗])和|、|$")


def find_obliged_places(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The provinces, cities and counties with a duty in the sentence from `start` to `end` of `text` (folded)."""
    found = [_OBLIGED.search(text, start, end)]
    if text.find("由", start, end) >= 0:
        found += _CHARGED.finditer(text, start, end)
    for match in found:
        if match is not None and not _EVERYWHERE.search(match["names"]):
            yield from _each(text, *match.span("names"))


def _each(text: str, first: int, last: int) -> Iterator[tuple[int, int]]:
    """The places of the names in the list from `first` to `last`."""
    for parted in _PARTED.finditer(text, first, last):
        if first < parted.start():
            yield first, parted.start()
        first = parted.end()
    if first < last:
        yield first, last
