"""Classes of the market that a text urges to act: 鼓励有条件的企业建立, 支持行业协会、高等院校等开展."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from extract.actors.class_lists import INSIDE, joined_start
from extract.actors.urged_groups import ORGANIZES, SUPPORTS, URGES_GROUPS, UrgedList, find_urged_lists
from extract.bodies.duty_cues import opens_with_verb
from extract.lexicon import rows
from extract.scanning.scan import Scan

_VERB = (
    rf"(?:鼓励|{SUPPORTS}|引导|督促|委托(?!经办)|聘请|推动|动员|号召|指导|发动|责成|(?<!受)欢迎|(?<![一-鿿(\"])(?:允许|准许|授权))(?:(?:和|、)?(?:鼓励|支持|引导|指导|提醒))?"
    r"(?![、和与及或等将把)以]|在[^,。;:的]{2,12}的)"
)
_BRINGS = (
    rf"(?:(?<![一-鿿\d])|(?<=应当)){ORGANIZES}(?:、?(?:引导|动员|发动|指导|便利)){{0,2}}"
    r"(?!(?:开展|实施|做好|协调|领导|编制|召开|[^,。;:\n]{2,16}(?:参加|参展|赴|申报|学习)))"
    r"(?:有条件的)?"
)
"""At the start of a part of a sentence, right before those who are brought to act: 组织|科研机构开展攻关."""
_ASKS = r"(?<![不得按照据的级合])要求"
_MAKES = (
    r"(?:[新改扩续迁]+建|发展(?![较良势前缓滞])|建设|培育|打造|组建|成立|设立|创建|举办|搭建|增设|形成|围绕|集聚"
    r"|[^,。;:\n]{0,8}接受)"
)
"""Verbs of an act that is urged itself: the class behind them is what is made, 支持建设一批创新中心、服务平台."""
_BETWEEN = (
    rf"(?:(?!{_MAKES})[^,。;:《》\n向将把对]{{0,60}}?"
    rf"(?:的|(?<!银)行业(?!协|学|商|组)|领域|地区|区域|(?<!高)等|、|和|与|{INSIDE}|\d[家户个所]|一批|更多|现有|\")"
    r"|[^,。;:、《》\n向将把对]{0,40}?的)??"
)
"""What may stand before the class: modifiers that end in one of these words."""
_NO_NAME = (
    r"(?![\d(除]|[新改扩续迁]+建|方式|联动|搭建|动员|督促|积极|力争|全[省市区县州]|左右|跨|区域企业|领域|一批|一大批|更多|开展|建设|培育|打造|发展|提升|组织|加快|做大|做强|壮大|参与|服务"
    r"|促进|降低|帮助|引进|吸引|推进|推广|优化|完善|加强|符合|设立|成立"
    r"|通过|包括|使用(?!单位|方|者|人(?!民))|举办|创建|建立|改造|落实|实施|全国(?!性)|国家|我|本(?!土|地)|其|鼓励|支持|引导|各|以|对|向|将|在|为|进(?!出口(?!银行))|走进|入|协助|组建|拖欠|清理|盘活|关停|激励|优先|获得|现有"
    r"|行业(?!协|学|商|组|企业|(?:龙头|领军|骨干|头部|重点)企业))"
)
_SEAT = r"(?:各(?![地级省市县区])类?|[在驻][一-鿿](?=[一-鿿]{0,8}(?:企|校|院|机构|公司|集团)))?"
"""What a name may start with: 各商业银行, 在某高校."""
_QUALIFIED = (
    r"(?:(?<![等点域])行业(?=(?:龙头|领军|骨干|头部|重点)?企业))?"
    rf"(?:(?!{INSIDE}|(?<!综合)(?<!开发)利用|(?<!银)行业(?!协|学|商|组)|(?<!先)进(?!出口)|上下(?!游)|从事|[一二三四五六七八九十]是)"
    r"(?:[^,。;:、的等和与及在向将把对为作\d《》()\"\n]|(?<=[高中初优])等|(?<=以)及以|(?<=级)及以|\([一-鿿]{1,3}\)(?=[一-鿿]))){0,8}?"
)
_OWN = (
    r"(?:[以在通从于对向与按]|利用|运用|采用|应用|使用|开展|建设|建立|参与|打造|提供|加强|加快|推广|实施|开发"
    r"|落实|完善|引进|开拓|申报|突破|打破)"
)
"""How an act of a class itself starts, that has a list of things behind it."""
_NO_ACT = (
    r"(?!(?:发展|建设|改革|培育|壮大|升级|转型|集聚|融资|自律|合作){0,2}(?:[。;]|$)"
    r"|(?:发展|建设|改革|培育|壮大|升级|转型|集聚|融资|自律)(?:壮大)?[,、和与及的等]"
    rf"|(?!{_OWN})[一-鿿]{{2,5}}、[^,。;]{{2,24}}等"
    r"|,(?:以及|并|和|省级|市级|给予|按照?[^,。;]{2,20}给予)"
    r"|享受|列入|纳入|战胜|[渡度]过|落户|落地|家(?!庭)|聚集|成长壮大|做[大优]做强|[一-鿿]{0,6}(?:高质量|健康|有序|特色|专精特新)发展|(?:协同|融合|集群)发展|[和与及]项目|(?:重点)?(?:区域|领域|场所|方面|环节|载体)"
    r"|卡|机构(?!改革)|单位|专业机构|融资(?:税收|政策|担保|服务|需求|成本)"
    r"|下(?!沉|乡|放)|[内外数的间名化类质中网医所之业]|上(?!云|平台|市|线|楼|规模)|[一-鿿]{1,4}化[、,发]|自身|产品|主体|用工|用地|登记|注册|能力|改造升级|负责人|管理人员|职工|集聚|代表"
    r"|、[^,。;、]{1,12}等[^,。;、]{0,8}(?:模式|方式|渠道|机制|项目|载体|基地)"
    r"|毕业生|用户|级|国家|需求|师生|教师|员工|学生|干部|群众|教育资源|工资|分[院馆校店]|实验室|互联网|邀请|联盟|品牌|账款|债务|贷款|成本|负担"
    r"|[和与及][^,。;、]{1,10}(?:主体|群体|对象|农户|家庭|人群),(?!要|应|须|应当)"
    r"|为主|目录|标准|场地|设施|食堂|\d|生产经营|集群|中小|企业)"
)
"""What makes the class an object or a part of a longer word, and not one that acts."""
_LINK = r"(?:\([^()\n]{1,20}\))?(?:等)?(?:、|和|与|及|以及|或者?)"
_OFFICES = r"[^,。;:、和与《》\n]{0,6}(?:政府|部门|地区|地方)"
"""Public bodies in a list of classes, which are told elsewhere: 与|地方政府、|企业联合."""
_WITH = r"(?:\([^()\n]{1,20}\))?(?:联合|携手)"
"""Before those with whom a class acts: they are urged as well where it is said that all act together."""


@cache
def _classes() -> str:
    return f"(?:{'|'.join(pattern for pattern, kind, *_ in rows('collectives') if kind in ('market', 'urged'))})"


@cache
def _scan() -> Scan:
    """A verb of urging and the first class behind it; places; what all act together in."""
    return Scan(
        rf"(?:(?P<verb>{_VERB}){_BETWEEN}|(?P<brings>{_BRINGS}|{_ASKS}))(?P<name>{_SEAT}{_NO_NAME}{_QUALIFIED}{_classes()})"
        rf"(?=等|、|和|与|及|或|联合|\(|{_NO_ACT})",
        _PLACE,
        _PLACES,
        _SINGLES,
        _TOGETHER,
        _AREA,
        URGES_GROUPS,
    )


@cache
def _next() -> re.Pattern[str]:
    """A further class of the list, or one that acts with those of it."""
    return re.compile(
        rf"(?:{_LINK}|(?P<with>{_WITH}))(?:{_OFFICES}(?:、|和|与))*(?:[一-鿿]{{0,7}}?{INSIDE})?[^,。;:、《》\n]{{0,24}}?(?<!行)(?P<name>{_QUALIFIED}{_classes()})"
        rf"(?=等|、|和|与|及|或|{_NO_ACT})"
    )


_PLACE_ACTS = (
    r"建设|打造|创建|争创|开展|设立|高标准|高水平|率先|加快(?!发展[,。;、])|申报|探索|布局|试点|先行|培育|依托|发挥"
    r"|深化|对接|承接"
)
_SINGLE = (
    r"(?![类级在于向与和]|建设|设立|新建|改建|扩建|引进|[^,。;:、与和]{0,6}(?:骨干|龙头|重点|企业|国有|民营|上市|应用|技工|高等|职业院|中等|型|保险|物业|融资|担保|高水平|级))"
    r"(?:(?!扎根|落户|入驻|参与|服务|对接|引进)[一-鿿]){2,10}?(?<![本专高])(?:大学(?![生城])|学院|(?<![立营合])医院|农科院|科学院|研究院|科技城|集团(?!化|产)|公司)"
)
"""The own name of a school, a hospital, an institute, a site or a firm, not that of a class of them."""
_PLACE = (
    r"(?:支持|鼓励|推动|引导)(?P<name>(?![全各我本该在])"
    r"(?:[一-鿿]{1,3}(?<![城都夜超上门股])市|[一-鿿]{1,3}县|[一-鿿]{1,2}(?<![城乡村])镇|[一-鿿]{1,3}(?<![集高])新区|[一-鿿]{2,4}(?:经开区|高新区|开发区)))"
    rf"(?={_PLACE_ACTS})"
)
"""A place that is urged on by its name: 支持东湖市打造."""
_PLACES = (
    r"(?:支持|鼓励|推动|引导)(?P<names>[一-鿿]{2,3}(?:、[一-鿿]{2,3}){1,8})(?<!等)等?(?:\d个?)?[市县州]"
    rf"(?={_PLACE_ACTS})"
)
"""Several of them that share their level: 支持东湖、南桥等市打造."""
_SINGLES = (
    r"(?:支持|鼓励|推动|引导|指导)(?P<singles>(?![全各我本该其每]|\d|[一二三四五六七八九十几多]+[所家个])"
    rf"{_SINGLE}(?:(?:、|和)(?:[一-鿿]{{2,6}}、)?{_SINGLE}){{0,5}})"
    rf"(?=(?:与[^,。;:、\n]{{2,10}}?(?=共建|联合|合作|开展))?(?:{_PLACE_ACTS}|申办|选育|牵头|联合|共建|合作|扩大|加大|加强|加快|实施|推进|完善|提升(?!工程)|面向|向))"
)
"""Schools, hospitals, institutes, firms and sites by their own names: 支持东湖职业大学、南桥学院申办."""
_AREA = (
    r"(?:支持|鼓励|引导|促进)(?:[有具符]?[^,。;:的和与、\n]{2,14}的)?"
    r"(?P<name>各级|各?地方|地区)(?=[一-鿿])"
)
"""A class of areas that is urged on: 支持有条件的|地方开展试点; the verb behind it is told apart from a noun."""
_DEVELOPS = re.compile(r"发展[^,。;的]{3}")
_ACTS = re.compile(
    rf"(?!(?:\([^()\n]{{1,20}}\))?等[^,。;、]{{0,6}}(?:机构|业态|主体|行业|产业|企业|组织|单位|平台)(?:发展|建设|改革)(?:[,。;、]|\Z))(?:等)?{_NO_ACT}"
)
_SETS_UP = re.compile(r"(?:完善|健全|建立|探索)[^,。;:\n]{0,12}\Z")
_WAY = re.compile(r"[^,。;:\n]{2,24}(?:制度|机制|体系|模式|办法)[,。;]")
_COMMON = re.compile(r"(?:等)?共同")
_TOGETHER = "等?(?:多方|各方)(?:共同)?参与"
_LIST = re.compile(r"[^,。;:《》\n]{2,60}$")
_ELEMENT = re.compile(r"[^、]+")
_PART = re.compile(r"、|(?<=[学院城团司])和")


def find_urged(text: str) -> Iterator[tuple[int, int]]:
    """The places of the classes that `text` (folded) urges to act, in order.

    A class counts only where a verb of its own follows: 支持企业研发, not 支持企业发展 or 支持产业集群建设.
    """
    listed, place, places, singles, together, areas, urging = _scan().matches(text)
    lists = [one for one in find_urged_lists(text, urging) if _adds(text, one)]
    single = list(_singles(text, singles))
    found = [*_without(_listed(text, listed), lists), *_joined(text, together), *_places(text, place, places)]
    found = [*_apart(found, single), *single]
    found += (
        area.span("name") for area in areas if opens_with_verb(text, area.end()) or _DEVELOPS.match(text, area.end())
    )
    taken = {end for _, end in found}
    found += (name for one in lists for name in one.places if name[1] not in taken)
    yield from sorted(set(found))


def _adds(text: str, urged: UrgedList) -> bool:
    """Whether a list tells more than its classes of the market do, for which no verb of its own has to be known."""
    return urged.summed_up is not None or any(
        text.startswith("各级", start) or not _class_at_end().fullmatch(text, start, end) for start, end in urged.places
    )


def _without(found: Iterable[tuple[int, int]], lists: Sequence[UrgedList]) -> Iterator[tuple[int, int]]:
    """The places that stand in no act of those who are urged: 支持山区县|培育合作社 urges 山区县 alone."""
    acts = [one.act for one in lists]
    summed_up = {one.summed_up for one in lists}
    for start, end in found:
        at = bisect_right(acts, (start, end))
        inside = at > 0 and start < acts[at - 1][1]
        if not inside and end not in summed_up and (at == len(acts) or end <= acts[at][0]):
            yield start, end


def _listed(text: str, found: Iterable[re.Match[str]]) -> Iterator[tuple[int, int]]:
    """Behind a verb of urging; those behind 联合 where all of them act together."""
    reached = 0
    for match in found:
        if match.start() < reached:
            continue
        places, alone, reached = [match.span("name")], 0, match.end("name")
        while not (persons := _persons_of().match(text, reached)) and (further := _next().match(text, reached)):
            alone = alone or (len(places) if further["with"] else 0)
            places.append(further.span("name"))
            reached = places[-1][1]
        if _ACTS.match(text, reached) and not persons and not _is_way(text, match):
            urged = places if _COMMON.match(text, reached) else places[: alone or None]
            floor = max(match.end("verb"), match.end("brings"))
            yield from ((joined_start(text, start, floor), end) for start, end in urged)


@cache
def _persons_of() -> re.Pattern[str]:
    """What makes a list one of institutions whose persons are urged: 高校|、科研院所教师."""
    return re.compile(rf"{_LINK}[^,。;:、《》\n]{{0,12}}?{_classes()}(?:教师|学生|师生|员工|职工|毕业生|人员|负责人)")


def _is_way(text: str, urged: re.Match[str]) -> bool:
    """Whether the urging only tells what a mechanism that is to be set up is for: 健全|引导企业投入的|机制."""
    return (
        _WAY.match(text, urged.end()) is not None
        and _SETS_UP.search(text, max(0, urged.start() - 16), urged.start()) is not None
    )


@cache
def _class_at_end() -> re.Pattern[str]:
    return re.compile(rf"{_QUALIFIED}(?:{_classes()})$")


def _places(text: str, alone: Iterable[re.Match[str]], listed: Iterable[re.Match[str]]) -> Iterator[tuple[int, int]]:
    """Cities and counties called by their names."""
    for match in alone:
        yield match.span("name")
    for match in listed:
        start, end = match.span("names")
        yield from (element.span() for element in _ELEMENT.finditer(text, start, end))


def _singles(text: str, listed: Iterable[re.Match[str]]) -> Iterator[tuple[int, int]]:
    """Institutions called by their names, each of a list by itself."""
    for match in listed:
        start, end = match.span("singles")
        for joint in (*_PART.finditer(text, start, end), None):
            yield start, joint.start() if joint else end
            start = joint.end() if joint else end


def _apart(found: Iterable[tuple[int, int]], taken: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The places that overlap none of others, which are in order."""
    for start, end in found:
        at = bisect_right(taken, start, key=lambda one: one[1])
        if at == len(taken) or end <= taken[at][0]:
            yield start, end


def _joined(text: str, found: Iterable[re.Match[str]]) -> Iterator[tuple[int, int]]:
    """In a list of those who take part: 主管部门、行业协会、骨干企业等多方参与."""
    for match in found:
        names = _LIST.search(text, max(0, match.start() - 60), match.start())
        for element in _ELEMENT.finditer(text, names.start(), match.start()) if names else ():
            if _class_at_end().fullmatch(element.group()):
                yield element.span()
