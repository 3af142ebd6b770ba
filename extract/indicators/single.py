"""One quantity with the name that the words before or behind it give; None where it measures nothing."""

from __future__ import annotations

import re
from dataclasses import replace

from corpus import Comparison
from extract.indicators.counts import is_slogan, is_told, measures_nothing, work_of_size
from extract.indicators.forbidden import forbidden
from extract.indicators.grants import given_behind, receiver
from extract.indicators.holders import LAND, YEARLY, holder, of_deed, product
from extract.indicators.line import Found, Line
from extract.indicators.named_before import DIMENSION, named_before
from extract.indicators.names import BUILDS, DEALS, HEAD, clean, name_before, place, whose, without_base
from extract.indicators.nouns import granted, noun_behind, short_noun, starts_with_verb
from extract.indicators.paid_shares import paid_share
from extract.numbers.quantities import Quantity
from extract.numbers.quantity_groups import counts_amounts
from extract.numbers.quantity_values import DEED

_HAN = re.compile(r"[一-鿿]")
_TOWARDS = re.compile("^(?:[据从对在向将于]|依托|利用|立足|发挥|通达|涉及|来自|遍布|分布|遍及)+")
"""What stands before a place that tells where the counted things are."""
_FUND = re.compile(
    r"(?P<fund>(?!用|支|以|作|对)[一-鿿]{0,8}?(?:资金|经费|补助款|贷款|债券))"
    r"(?=建设|建成|用于|支持|实施|开展|修建|新建|改造|对|进行|为|专项|作为|完成|[,。;、()]|\Z)"
)
_PROCURES = re.compile(r"(?:争取|投入|安排|下达|拨付|落实|筹集|整合|统筹|兑现|获得|申请|补助)(?=了?(?:近|约)?\Z)")
"""Before a sum, what was done to get or to give the funds behind it: 争取3万元资金建设卫生院."""
_FEW = 2
"""Characters before a count that are too few for its name where a noun behind it may follow."""


def single(line: Line, at: int, start: int, words: str, done: list[Found]) -> Found | None:
    """One quantity with the name that the words before or behind give it; None where it measures nothing.

    Args:
        line: its sentence.
        at: its place in the group of the sentence.
        start: where its comma clause begins.
        words: of that clause before it, without times.
        done: the values before it.
    """
    quantity = _bounded_before(line.group[at], words)
    if measures_nothing(line, quantity, words):
        return None
    stop = line.stop(at)
    if alone := (
        _named_behind(line, quantity)
        or forbidden(line, quantity, words, start, stop)
        or paid_share(line, quantity, words, start)
    ):
        return alone
    given = given_behind(line.text, quantity, words, stop)
    own, name = holder(*whose(clean(name_before(words))))
    if given and not HEAD.search(name):
        whom = receiver(line, start, quantity, (name, words)) or own
        return Found(quantity, given[0], whom, start, given[1], "noun_behind")
    noun, noun_end = (
        granted(line.text, quantity, stop)
        or _thing_of_size(line, at)
        or _bound_twice(line, at)
        or noun_behind(line.text, quantity, stop)
    )
    if quantity.kind in {"share", "time"}:
        name = without_base(name)
    if not noun and quantity.kind == "count" and (len(name) <= _FEW or BUILDS.fullmatch(name)):
        noun, noun_end = _common_noun(line, at), quantity.end
    if noun and place(name):
        own, name = own or _TOWARDS.sub("", name), ""
    fund = _FUND.match(line.text, quantity.end, stop) if quantity.kind == "money" else None
    procured = _PROCURES.search(words) if fund else None
    if fund and procured:
        return Found(quantity, procured.group() + fund["fund"], own, start, fund.end("fund"), "noun_behind")
    if noun and _HAN.search(noun) and _noun_is_name(line, quantity, noun, name):
        return _with_noun(line, Found(quantity, name, own, start, noun_end, "noun_behind"), noun, words, done)
    named = not quantity.spelled or quantity.kind != "count" or quantity.bounded or quantity.unit == "次"
    if not named and not is_told(line, quantity, words):
        return None
    return named_before(line, quantity, (name, own), start, words, done)


_MAY_BOUND = re.compile("[不至最限或封]")
"""One of these stands in whatever bounds a quantity from afar."""
_AT_LEAST_BY = re.compile(r"至少[一-鿿]{0,8}\Z")
_BOUND_OF_BASE = re.compile(
    r"(?:不(?:得|应|能)?(?P<side>低于|少于|小于|高于|超过|多于|大于)|达到或(?P<or>超过|高于|优于))[^,。;]{0,30}\Z"
)
_SET_AT = r"(?:标准|额度|金额)?(?:统一|原则上|暂时?|调整|提[高升]|降低|[确设]?定|分别|每[人户年月天日]|[为是到至])*\Z"
"""Between a bound that is named and where it is set: 缴存比例上限|调整为|12%."""
_MOST = re.compile(
    r"(?:最[高多]|至多)(?:可达?到?|能|不|再|给予|予以|一次性|奖励|奖补|补助|补贴|资助|支持|贴息|返还|补偿|减免|减按|上浮|下浮|优惠|授信|担保|贷款|扣除?"
    r"|享受|申请|获得?|领取?|借|贷|(?<!获)得|提高?[到至]|放宽[到至]|延长[到至]?|按照?|其|额度?|金额|限额|标准|比例|[为的]|每[人户年月天日亩家个次套])*\Z"
    rf"|(?:上限|封顶线|最高限价){_SET_AT}"
)
"""Words of what is granted or charged between 最高 and the sum that it bounds: 最高给予每户|2万元, 最高上浮|30%."""
_LEAST_OF = re.compile(f"下限{_SET_AT}")


def _bounded_before(quantity: Quantity, words: str) -> Quantity:
    """The quantity with the bound that stands before its base or its time: 不低于采购额的30%, 不超过每月800元."""
    if quantity.comparison is not Comparison.EQUAL or not _MAY_BOUND.search(words):
        return quantity
    if _AT_LEAST_BY.search(words) or _LEAST_OF.search(words):
        return replace(quantity, comparison=Comparison.AT_LEAST)
    if _MOST.search(words):
        return replace(quantity, comparison=Comparison.AT_MOST)
    match = _BOUND_OF_BASE.search(words)
    if match is None:
        return quantity
    low = match["or"] or match["side"] in {"低于", "少于", "小于"}
    return replace(quantity, comparison=Comparison.AT_LEAST if low else Comparison.AT_MOST)


_WITHIN = re.compile(
    r"(?:之|以)?内(?:[为对向将][^,。;、]{1,4}?(?=办|完|提|送|报|处|作|回|给|进))?(?P<name>[一-鿿]{2,20})"
)
"""Behind hours: what has to be done within them."""
_OFTEN_DONE = re.compile(r"(?P<name>[一-鿿]{2}[^,。;、了]{0,18}?)(?=[,。;、了]|赴|前往|部分|\Z)")
"""Behind 两次 what was done so often, without where and to whom: 两次|会商研判, 两次|视频连线部分县."""
_SIDE = re.compile(
    r"(?P<side>[宽长高厚深])的?(?P<noun>(?![度于达过约左以及空压标质速水井江途带清效新等层杆档端危原中铁山期久])[一-鿿]{2,10})(?=[,。;、和及]|\Z)"
)
"""The side of a thing that a measure is of, before the thing: 5.5米|宽的旅游公路."""


def _named_behind(line: Line, quantity: Quantity) -> Found | None:
    """What is due in a time, done several times or has such a side: 3日内办结, 两次会商, 5米宽的水泥路."""
    behind, stop = quantity.number.end, line.sentence.end
    if quantity.spelled and quantity.unit == "次" and quantity.end == behind and DEED.match(line.text, behind, stop):
        done = _OFTEN_DONE.match(line.text, behind, stop)
        return Found(quantity, done["name"], None, quantity.start, done.end("name"), "noun_behind") if done else None
    deed = _WITHIN.match(line.text, behind, stop) if quantity.kind == "time" else None
    if deed:
        within = replace(quantity, comparison=Comparison.AT_MOST)
        return Found(within, deed["name"], None, quantity.start, deed.end(), "noun_behind")
    side = _SIDE.match(line.text, behind, stop) if quantity.kind == "measure" else None
    name = side["noun"] + side["side"] if side else ""
    return Found(quantity, name, None, quantity.start, side.end(), "noun_behind") if side else None


_SIZE_OF = re.compile(
    r"(?:日|年|月|总|单|设计|有效|最大)*(?:[一-鿿]{0,4}(?:能力|容量|库容|容积|面积|长度|宽度|高度|规模|产能|装机|载重|功率)|[长宽高深]|占地|直径)(?:约|近|达到?|为)*"
)


def _thing_of_size(line: Line, at: int) -> tuple[str, int] | None:
    """The thing counted whose size stands before its noun, and where the count ends: 1座日处理能力25吨的|处理站."""
    if at + 1 >= len(line.group) or line.group[at].kind != "count":
        return None
    counted, size = line.group[at : at + 2]
    if size.kind == "count" or not _SIZE_OF.fullmatch(line.text, counted.end, size.start):
        return None
    if not line.text.startswith("的", size.end):
        return None
    noun = noun_behind(line.text, size, line.stop(at + 1))[0]
    return (noun, counted.end) if noun else None


_BOUND_TOO = re.compile(r"[、,]?且?(?:期限|额度|利率)?(?:最[高低多少长短]|不(?:超过|高于|低于|少于))(?:不超过|为)?")
"""Between a sum and its further bound: 最高5万元|、期限最长|3年."""


def _bound_twice(line: Line, at: int) -> tuple[str, int] | None:
    """What a sum and the bound right behind it are both of, and where the sum ends: 最高5万元|最长3年的贷款."""
    if at + 1 >= len(line.group) or line.group[at].kind != "money" or line.group[at + 1].kind not in {"time", "share"}:
        return None
    first, second = line.group[at : at + 2]
    if not _BOUND_TOO.fullmatch(line.text, first.end, second.number.start):
        return None
    noun = noun_behind(line.text, second, line.stop(at + 1))[0]
    return (noun, first.end) if noun else None


_BETWEEN = re.compile(r"[、和及与]?[一-鿿]{0,4}")


def _common_noun(line: Line, at: int) -> str:
    """The noun that several counts of one unit stand before: 启动300户、完成200户危房改造; empty if there is none."""
    following = line.group[at + 1] if at + 1 < len(line.group) else None
    if following and following.start == line.group[at].end and following.kind == "count":
        return noun_behind(line.text, following, line.stop(at + 1))[0]
    last = at
    while (
        last + 1 < len(line.group)
        and line.group[last + 1].unit == line.group[at].unit
        and _BETWEEN.fullmatch(line.text, line.group[last].end, line.group[last + 1].start)
    ):
        last += 1
    if last == at:
        return ""
    return noun_behind(line.text, line.group[last], line.stop(last))[0]


_ITSELF_A_COUNT = frozenset({"share", "money", "measure", "time", "ratio"})
_SUM = re.compile(r"[一-鿿]{0,8}?(?:罚款|补贴|补助|奖励|奖补|奖金|贷款|资助|津贴|贴息|资金支持|研发支持)")
"""Nouns that are what is paid: behind 的, or where 给予 stands before the number."""
_GIVES = ("给予", "予以", "给予最高", "给予不超过", "予以最高", "予以不超过")
_NO_NAME = re.compile(
    r"标准|比例|部分|基础|面积|速度|方式|幅度|规模(?!以上|化)|水平|价格|额度|限额|范围|(?:政策|目标)\Z"
)
"""Nouns behind 的 that only say what kind of number it is."""
_COVERING = 4
"""Characters from beyond which on what covers a share of things is named: 试点覆盖24%的县."""
_HOW_MANY = re.compile(r"(?:规模|容量|总数|数量|编制)\Z")
"""Measures that a count behind them is of: 办学规模18个班."""


def _noun_is_name(line: Line, quantity: Quantity, noun: str, left: str) -> bool:
    """Whether the noun behind a quantity names it, rather than the words before."""
    described = line.text.startswith("的", quantity.end)
    if quantity.kind == "count" and _HOW_MANY.search(left):
        return False
    if granted(line.text, quantity, line.sentence.end):
        return not HEAD.search(left)
    covers = quantity.kind == "share" and len(left) > _COVERING and left.endswith("覆盖")
    if covers or (described and _NO_NAME.match(noun)) or (quantity.kind == "measure" and DIMENSION.fullmatch(left)):
        return False
    if _SUM.match(noun) and (described or line.text.endswith(_GIVES, 0, quantity.start)):
        return True
    if quantity.kind == "time" and (isinstance(quantity.value, tuple) or counts_amounts(line.text, quantity)):
        return not HEAD.search(left)
    if quantity.kind == "measure" and _of_the_noun(line, quantity, noun, left, described=described):
        return True
    if quantity.kind in _ITSELF_A_COUNT:
        short = quantity.kind == "share" or len(left) <= 4
        if DEALS.fullmatch(left) and quantity.kind in {"money", "measure"} and not starts_with_verb(noun):
            return not described
        return len(left) < 2 or (described and short and not HEAD.search(left))
    if described and len(left) > 3 and not BUILDS.search(left[-4:]):
        return False
    return not (left and starts_with_verb(noun)) or bool(BUILDS.fullmatch(left))


_ROUTE = re.compile(r"[一-鿿\dA-Z]{2,}(?:至|到|-{1,2})[一-鿿\dA-Z]{2,}\Z")
_WAY = re.compile("道路|公路|[水沟支干]渠|管网|管道|管线|河道|堤防|路|线|绿道|步道|隧道")
"""What leads from one place to another: 云岭村至石桥镇|3公里道路."""


def _of_the_noun(line: Line, quantity: Quantity, noun: str, left: str, *, described: bool) -> bool:
    """Whether a measure is of the works, the land, the product or the way that stands behind it."""
    if work_of_size(line.text, quantity, left) or YEARLY.search(left):
        return True
    if described:
        return BUILDS.search(left[-3:]) is not None
    land = LAND.match(noun) and not HEAD.search(left)
    return bool(land) or bool(_ROUTE.search(left) and _WAY.match(noun))


_GIVING = re.compile(r"^(?:给予|予以|方面的)(?=.{2})")
_REACHES = re.compile(r"(?<=.{2})(?:建成|达到|实现|完成|建有|拥有|设有|配备|接入)[^,。;]{2,24}\Z")
"""What a share of things has reached, which its name keeps: 50%的社区建成完备的服务站."""


def _with_noun(line: Line, before: Found, noun: str, words: str, done: list[Found]) -> Found | None:
    """The quantity with the noun behind it for a name; None where it only counts slogans.

    Args:
        line: its sentence.
        before: what the words before it say.
        noun: what stands behind it.
        words: of the comma clause before it, without times.
        done: the values before it.
    """
    quantity = before.quantity
    listed = done and done[-1].quantity.spelled and done[-1].reason == "noun_behind" and words.strip("、和及与 ") == ""
    if quantity.kind != "share" and not listed and is_slogan(quantity, noun, words):
        return None
    sized = _described_by_size(line.text, quantity)
    if sized:
        return replace(before, name=f"{sized}人数")
    noun = work_of_size(line.text, quantity, before.name) or noun
    if not (quantity.kind == "share" and _REACHES.search(noun)):
        noun = short_noun(product(line.text, quantity, noun, before.name))
    own, noun = of_deed(before, words, _GIVING.sub("", noun), done)
    return replace(before, name=noun, subject=own, time_from=_behind_bound_time(line, done, quantity))


_SIZED_BODY = re.compile(
    r"(?P<body>[^,。;、的]{0,6}?(?:聚居点|自然村|村组|村庄))"
    r"|的(?P<bodies>[^,。;、]{0,6}?(?:企业|单位|机构|自然村|村|学校|社区|小区|公司|工厂|乡镇))"
)


def _described_by_size(text: str, quantity: Quantity) -> str:
    """Whose size a bounded number of people is: 100人以上的企业, 超过100人的企业; empty if it is of none."""
    bounded = quantity.bounded and quantity.unit == "人"
    match = _SIZED_BODY.match(text, quantity.end) if bounded else None
    return (match["body"] or match["bodies"]) if match else ""


def _behind_bound_time(line: Line, done: list[Found], quantity: Quantity) -> int:
    """Where times may be taken from: a time that describes an earlier value (2015年实施的18项) is not this one's."""
    if not done or "的" not in line.text[done[-1].start : done[-1].quantity.start]:
        return 0
    return done[-1].quantity.end if line.text[done[-1].end : quantity.start].endswith(("为", "到", "至")) else 0
