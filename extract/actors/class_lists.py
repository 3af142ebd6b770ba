"""The names of classes in lists before a duty: which words of 食盐生产、批发企业 or 参加考核的人员 name whom.

A class is told by the end of its name (`lexicon/market_subjects.tsv`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from extract.lexicon import rows

INSIDE = "[省市县区域境]内外?"
"""How the words before a class end that only tell where it is: 石桥开发区内|企业, 省内外|高校."""
_LABEL = re.compile(
    r"(?:\s|[一二三四五六七八九十]+是|[①-⑳]|\d+[.、]|[(\[][一二三四五六七八九十\d]+[)\]]|第[一二三四五六七八九十百\d]+条|其中|同时|此外|另外|因此|今后|今年"
    r"|目前|原则上|且|并|或|则|如|但|若|而|请|仍|可|应(?!急|届|用)"
    r"|(?:我们|我局|我委)?(?:建议|倡议|恳请|希望)(?!书|案)|严?禁止?(?!养|猎|毒|止)|[事会赛节][前后])+"
)
_OBJECT = re.compile(
    r"将|把|研究|探索|开展|推动|发动|号召|督促|引导|鼓励|支持|指导|要求|帮助|推进|加强|监督|促进|保障|确保"
    r"|提醒|告诫|敦促|呼吁|通知|责令|聘请|选择|组织(?!协会)|依托|通过|(?<!开发)利用|健全|完善|规范|优化|提升|提高|发挥|压实|强化|允许|授权(?!的)|明确|委托(?!的)|深化|推广|规定(?!的)|详述|指定(?!的)"
    r"|应当|必须|不得|可以|(?<![主重需首])要(?!素)|配合|协助|联系|接到|收到"
    r"|为|向|对|给|经(?!营|办|销|贸|济)|根据|按照|凡|属于|作为|落实|征求|接受|建立|减轻|降低|打造|培育|壮大"
    r"|厚植|增强|保护|维护|解决|严查|查处|打击|处罚|约束|防范|纠正|扶持|吸引|招收|培养|引进|调动|激发|减少|导致|造成|致使|简化|方便|便利|保证|尊重|满足|选派|遴选|聘任|力争|搭建|举办|运用|新增"
    r"|动员|联动|出具|强调|送[往至到]|转[送至]|运[往送至]|(?:清理|梳理|排查|整治)(?!人员|单位|企业|机构|小?组)|(?:发现|遇到|得知|知悉)(?!人|者|单位)|借鉴|学习(?!班|小组)|加大"
    r"|免[收除征缴]|减[免收征]|缓[收缴交]|包括(?![^,。;]{0,20}在内)|(?<![一-鿿])(?:使(?!用|馆|者)|按(?!揭|摩))"
    r"|进出(?!口)|突破|实施(?=同类|全体|所有|各类)"
)
"""Before a class these make it the object of another's act: 将符合条件的企业按规定纳入."""
LONGEST = 18
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
    r"(?<!所)在(?!职|校|册|建|岗|线|编)|(?<!许)可(?!再)|(?<!供)应(?!急|用|届|收|付|邀|聘|试|变)|[须已把将是于为]|被(?!申请人|告人|投诉人|赡养人|征收人|许可人|保险人|检查|调查)|义务(?!人)|进入(?!口)|前往|抵达"
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


def class_before(text: str, low: int, end: int) -> str:
    """The longest end of such a name that `text` holds right before `end`, from `low` on; empty without one."""
    found = (text[end - n : end] for n, words in _by_length() if end - n >= low and text[end - n : end] in words)
    return next(found, "")


_IS_ONE = re.compile(r"(?<!凡)(?<!但)(?<!还)是(?!否)[^,。;]{0,40}(?:主体|主力军|责任人|单位)$")
"""各级政府是…的责任主体,要…: what somebody is, not who."""
_IS_QUOTED = re.compile(r"[^,。;:\n\"]是\"[^\"\n]{1,20}\"$")
"""Before words that tell what somebody is, parted from them by marks: 石桥市是"零碳城市"|建设主体,要…."""
_REST = re.compile("以及|及|和|或")
_TREATED = re.compile(r"(?:^|[,。;\s])对[^。;:\n]{4,100},$")
"""Before the rest of a list of those to whom something is done: 对批发零售等行业,|以及困难企业,不得抽贷."""
_ELEMENT = re.compile(r"(?:(?!会同|联合|、|和|与|及|或|以及|\s|(?<=会)同|(?<=联)合|(?<=或)者).)+")
_COUNTED = re.compile(r"(?:[一二两三四五六七八九十]|\d+)(?:家|个|名|户|所)(?=[一-鿿]{2})")
"""How many of a class: 两家|会计师事务所."""
_INSIDE = re.compile(rf"[一-鿿]{{0,9}}?{INSIDE}的?(?=[一-鿿]{{2}})")
_HIRES = re.compile(r"(?<!拟)(?:招[用录聘收]|聘用|录用|雇用)(?:人员|员工|职工|工人)$")
"""Behind a class its act, whose words look like a class: 事业单位|招用人员|不得歧视."""
_ET_CETERA = re.compile(r"(?<![高中初优特平同])等")
_VENUES = re.compile(r"[^等、和与]{0,14}(?:场所|窗口)\Z")
"""Behind 等 these sum up whoever is named before, 公园、商场等|公共场所; alone they are things."""
_REASONS = re.compile(r"等(?:原因|因素|情况|问题|影响)")
"""What 等 sums up in a clause that tells why, 因检修等|原因暂停服务的企业: no list of those who act."""
_BUSINESS = re.compile(
    r"(?<!等)(?:(?:经营|交易|消费|服务|娱乐|营业|住宿|餐饮|文化|活动|宗教活动)|(?:经营|开放|营业|服务|聚集|销售)的)场所\Z"
)
"""Places that somebody runs, who is meant by them: 各交易场所, 采用自助方式经营的场所."""
_AREAS = re.compile(r"[一-鿿]{2,4}(?:、[一-鿿]{2,4})*等[^,。;:、等]{0,10}(?:地区|城镇|[重中][点心]乡?镇)")
"""Places named by the first of them, whose names are no whole ones without what they share: 石桥、云水等重点镇."""
_VENUE = re.compile(r"[一-鿿]{2,10}\Z")


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


def listed_classes(text: str, start: int, end: int, terms: tuple[str, ...] = ()) -> Iterator[tuple[int, int]]:
    """The classes of the list that fills a part of a sentence up to the duty; none where one is too long to be told.

    A term that the document defines is a whole name.
    """
    hires = _HIRES.search(text, start, end)
    end = hires.start() if hires and class_before(text, start, hires.start()) else end
    last = next((term for term in terms if text.endswith(term, start, end)), "") or class_before(text, start, end)
    start = _behind_reason(text, _behind_blank(text, start, end - len(last)), end - len(last))
    told = _TOLD.match(text, start, end - len(last))
    if is_object(text, told.end() if told else start, end - len(last)) or _AWAY.match(text, start):
        return
    start = max(start, text.rfind("》", start, end) + 1)
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
        if len(parts) > 1 and found and class_before(parts[0], 0, len(parts[0])):
            stop = start + element.start() + len(parts[0])  # 商会 of 协会、商会等社会组织
            parts = parts[:1]
        name = parts[-1]
        if not class_before(name, 0, len(name)) or name in ("单位", "地区"):
            continue
        counted = _COUNTED.match(name)
        name = name[counted.end() :] if counted else name
        inside = _INSIDE.match(name)
        name = name[inside.end() :] if inside and name[inside.end() :] not in _BARE else name
        at = joined_start(text, stop - len(name), start)
        if stop - at <= LONGEST and not _CLAUSE.search(text, at, stop):
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


def _behind_reason(text: str, start: int, end: int) -> int:
    """Where a part goes on behind a clause that tells why: 因检修等原因暂停服务的|网点."""
    told = _REASONS.search(text, start, end)
    return text.rfind("的", told.end(), end) + 1 or start if told else start


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
        and end - max(start, by) <= LONGEST
        and not re.search("[、和与]", text[start:clause])
        and (text[clause:end] in _BARE or (end - clause <= _SHORT and _narrows(text, max(start, by), clause)))
    ):
        return max(start, by)
    return max(start, by, clause)


def _narrows(text: str, start: int, end: int) -> bool:
    """Whether the clause from `start` to `end` only tells which of a class is meant, and has no subject of its own."""
    clause = text[start:end]
    return not _GENERAL.match(clause) and not any(word in clause for word in classes() if len(word) > 1)
