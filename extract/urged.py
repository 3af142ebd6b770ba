"""Classes of the market that a text urges to act: 鼓励有条件的企业建立, 支持行业协会、高等院校等开展."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from extract.lexicon import rows
from extract.subjects import joined_start

_VERB = (
    r"(?:鼓励|(?<!落实)支持|引导|督促|委托(?!经办)|聘请|推动|动员|指导|发动)(?:(?:和|、)?(?:鼓励|支持|引导|指导|提醒))?"
    r"(?![、和与及等将把])"
)
_BETWEEN = (
    r"(?:[^,。;:《》\n向将把对]{0,60}?"
    r"(?:的|行业(?!协|学|商|组)|领域|地区|区域|(?<!高)等|、|和|与|\d[家户个所]|一批|更多|\"))??"
)
"""What may stand before the class: modifiers that end in one of these words."""
_NO_NAME = (
    r"(?!\d|方式|联动|搭建|动员|督促|积极|力争|全[省市区县州]|左右|跨|区域企业|领域|一批|一大批|更多|开展|建设|培育|打造|发展|提升|组织|加快|做大|做强|壮大|参与|服务|促进|降低|帮助|引进|吸引|推进|推广|优化|完善|加强|符合|设立|成立"
    r"|举办|创建|建立|改造|落实|实施|全国(?!性)|国家|我|本|其|鼓励|支持|引导|各|以|对|向|将|在|为|进|走进|入|行业(?!协|学|商|组|企业))"
)
_QUALIFIED = (
    r"(?:(?<!等)行业(?=企业))?(?:(?!行业(?!协|学|商|组)|(?<!先)进|上下(?!游)|[一二三四五六七八九十]是)"
    r"(?:[^,。;:、的等和与及在向将把对为作\d《》()\"\n]|(?<=[高中初优])等)){0,8}?"
)
_NO_ACT = (
    r"(?!(?:发展|建设|改革|培育|壮大|升级|转型|集聚|融资|自律|合作){0,2}(?:[。;]|$)"
    r"|(?:发展|建设|改革|培育|壮大|升级|转型|集聚|融资|自律)[,、和与及的]"
    r"|(?![以在通从于对向与按])[一-鿿]{2,5}、[^,。;]{2,24}等|,(?:以及|并|和)|落户|落地|家(?!庭)|聚集|成长壮大|做[大优]做强|[一-鿿]{0,6}(?:高质量|健康|有序|特色|专精特新)发展|[和与及]项目|(?:重点)?(?:区域|领域|场所|方面|环节|载体)"
    r"|[内外数的间名化类质上中下网医所之业]|[一-鿿]{1,4}化[、,发]|自身|产品|主体|用工|用地|登记|注册|能力|改造升级|负责人|管理人员|职工|集聚|代表"
    r"|为主|目录|标准|生产经营|集群|中小|企业)"
)
"""What makes the class an object or a part of a longer word, and not one that acts."""
_LINK = r"(?:\([^()\n]{1,20}\))?(?:等)?(?:、|和|与|及|以及|或|联合)"


@cache
def _classes() -> str:
    return f"(?:{'|'.join(pattern for pattern, kind, *_ in rows('collectives') if kind in ('market', 'urged'))})"


@cache
def _first() -> re.Pattern[str]:
    """A verb of urging and the first class behind it."""
    return re.compile(
        rf"(?P<verb>{_VERB}){_BETWEEN}(?P<name>(?:各类)?{_NO_NAME}{_QUALIFIED}{_classes()})(?=等|、|和|与|及|或|联合|\(|{_NO_ACT})"
    )


@cache
def _next() -> re.Pattern[str]:
    """A further class of the list."""
    return re.compile(
        rf"{_LINK}[^,。;:、《》\n]{{0,24}}?(?<!行)(?P<name>{_QUALIFIED}{_classes()})(?=等|、|和|与|及|或|{_NO_ACT})"
    )


_PLACE = re.compile(
    r"(?:支持|鼓励|推动|引导)(?P<name>(?![全各我本该])[一-鿿]{1,3}(?<![城都夜超上门股集区高])(?:市|县|新区))"
    r"(?=建设|打造|创建|争创|开展|设立|高标准|高水平|率先|加快|申报|探索|布局|试点|先行|培育|依托|发挥|深化|对接|承接)"
)
"""A place that is urged on by its name: 支持东湖市打造."""
_PLACES = re.compile(
    r"(?:支持|鼓励|推动|引导)(?P<names>[一-鿿]{2,3}(?:、[一-鿿]{2,3}){1,8})(?<!等)等?(?:\d个?)?[市县州]"
    r"(?=建设|打造|创建|争创|开展|设立|高标准|高水平|率先|加快|申报|探索|布局|试点|先行|培育|依托|发挥)"
)
"""Several of them that share their level: 支持东湖、南桥等市打造."""
_ACTS = re.compile(rf"(?:等)?{_NO_ACT}")
_TOGETHER = re.compile(r"等?(?:多方|各方)(?:共同)?参与")
_LIST = re.compile(r"[^,。;:《》\n]{2,60}$")
_ELEMENT = re.compile(r"[^、]+")


def find_urged(text: str) -> Iterator[tuple[int, int]]:
    """The places of the classes that `text` (folded) urges to act, in order.

    A class counts only where a verb of its own follows: 支持企业研发, not 支持企业发展 or 支持产业集群建设.
    """
    found = [*_listed(text), *_joined(text), *_places(text)]
    yield from sorted(set(found))


def _listed(text: str) -> Iterator[tuple[int, int]]:
    """Behind a verb of urging."""
    reached = 0
    for match in _first().finditer(text):
        if match.start() < reached:
            continue
        places = [match.span("name")]
        while further := _next().match(text, places[-1][1]):
            places.append(further.span("name"))
        reached = places[-1][1]
        if _ACTS.match(text, reached):
            yield from ((joined_start(text, start, match.end("verb")), end) for start, end in places)


@cache
def _class_at_end() -> re.Pattern[str]:
    return re.compile(rf"{_QUALIFIED}(?:{_classes()})$")


def _places(text: str) -> Iterator[tuple[int, int]]:
    """Cities and counties called by their names."""
    for match in _PLACE.finditer(text):
        yield match.span("name")
    for match in _PLACES.finditer(text):
        start, end = match.span("names")
        yield from (element.span() for element in _ELEMENT.finditer(text, start, end))


def _joined(text: str) -> Iterator[tuple[int, int]]:
    """In a list of those who take part: 主管部门、行业协会、骨干企业等多方参与."""
    for match in _TOGETHER.finditer(text):
        names = _LIST.search(text, max(0, match.start() - 60), match.start())
        for element in _ELEMENT.finditer(text, names.start(), match.start()) if names else ():
            if _class_at_end().fullmatch(element.group()):
                yield element.span()
