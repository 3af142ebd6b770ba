"""What is granted or charged in each case, named by the words behind the sum: 可按每人400元|给予职业介绍补贴.

The words before such a sum say who may have it and for what. Who is favoured is its subject where the sentence tells
it with 对 (对新认定的企业给予…); of several sums with 分别 each belongs to one of those listed before it.
"""

from __future__ import annotations

import re

from extract.indicators.line import Found, Line
from extract.indicators.names import HEAD, clean
from extract.indicators.parallels import split_list
from extract.numbers.quantities import Quantity

_GRANT = (
    "(?:补贴|补助金?|奖补|奖励|奖金|资助|津贴|贴息|补偿|优惠|减免|返还|慰问金|贷款|授信|经费|资金支持"
    "|(?:扶持|补助|奖补)资金)"
)
_EACH = (
    "一次性|最[高低多长短]|不(?:得|能)?(?:超过|高于|多于|低于|少于)"
    "|每(?:人|户|家|亩|个|名|张|台|辆|件|吨|年|月|天|日|次|套|间|学期|平方米)"
    "|(?:每[家个户名项]|单[个户家])(?:企业|单位|项目|机构|平台|工作站|主体|基地|个人|家庭)?"
)
"""Between what is granted by and the sum: for whom, how often and with what bound."""
_HOW = rf"(?:其|的|标准|{_EACH})*[ ]?\Z"
_GIVEN_BY = re.compile(rf"(?:按照?|依照|给予|予以|发放|享受|支付){_HOW}")
"""The end of the words before a sum that is given or that something is given by: 可按每人|400元."""
_BY = re.compile(rf"(?:按照?|依照){_HOW}")
"""The end of those alone that something is given by."""
_BEHIND = re.compile(
    rf"(?:的?标准)?(?:进行|享受|实施|实行)?的?(?P<noun>(?![的给予按用以]|标准|进行|享受)(?:(?!给予|予以|发放|用于|支持|标准|总额)[一-鿿]){{0,14}}?{_GRANT}(?:支持|政策)?)"
    r"(?=[,。;:、()]|\Z)"
)
"""What is granted, right behind the sum: 10万元|的就业服务经费补助."""
_BY_BEHIND = re.compile(
    r"(?:给予|予以|发放|享受|支付|收取|征收|计征|缴纳|提供)(?:的|其)?(?P<noun>(?![的到给至在由率])(?!单位|个人|企业)[一-鿿]{2,16})(?=[,。;:、(]|\Z)"
)
"""What is given or taken by a sum: 400元|给予职业介绍补贴."""


def given_behind(text: str, quantity: Quantity, words: str, stop: int) -> tuple[str, int] | None:
    """What a sum, a share or a time is granted of, told behind it, and where that ends; None where nothing is.

    Args:
        text: of the document, folded.
        quantity: the sum.
        words: of its comma clause before it, without times.
        stop: where the words that can name it end.
    """
    if quantity.kind not in {"money", "share", "time"} or not _GIVEN_BY.search(words):
        return None
    match = _BEHIND.match(text, quantity.end, stop + 1)
    if match is None and quantity.kind != "time" and _BY.search(words):
        match = _BY_BEHIND.match(text, quantity.end, stop + 1)
    return (match["noun"], match.end()) if match else None


_FAVOURED = re.compile(
    r"""
    (?<![针核应面])对 (?!外 | 口 | 接 | 照 | 象 | 应 | 策 | 标)
    (?: (?:被?(?:评|认定|确定|评定|授予)为? | [^,。;:]{0,40} 的 ) )?
    (?P<whom> [^,。;:的\d]{2,24}?
      (?: 企业 | 单位 | 机构 | 平台 | 基地 | 园区 | 公司 | 人员 | 职工 | 员工 | 劳动者 | 毕业生 | 学生 | 农民工 | 劳动力
        | 农户 | 家庭 | 个人 | 工作者 | 经营者 | 创业者 | 工商户 | 组织 | 合作社 | 团队 | 工作站 | 学校 | 医院 | 商户
        | 主体 | 大户 | 项目 ) )
    (?: 的 )? (?: , | (?= 可? (?: 再 | 分别 | 一次性 | 按 | 给予 | 予以 | 发放 | 每 | 奖 ) ) )
    """,
    re.VERBOSE,
)
"""Whom a sentence favours: 对新认定的|科技型企业|给予."""
_REACH = 90
"""Characters before a sum within which it is looked for whom it is granted to."""


_NO_RECEIVER = re.compile(
    r"财政|政府|[局厅部委办会减]\Z|资金|基金|符合|条件|以[上下]|方式|标准|政策|可|享受|最高|统一|一次性|办法|规定|[省市县区]\Z|企业所在地"
)
_OF_CONDITION = re.compile(r"的,?[可再]?(?:按照?|依照|给予|予以|发放|享受|支付)[^,]*\Z")
"""Behind a condition, whose words are no receiver: 稳定就业1年以上的按每人|5000元."""
_LONGEST = 16
"""Characters that words right before a sum have at most where they say for whom it is."""


def receiver(line: Line, start: int, quantity: Quantity, named: tuple[str, str]) -> str | None:
    """Whom or what a sum is granted for: the words right before it, else those behind 对; None where none tell it.

    Args:
        line: the sentence.
        start: where the comma clause of the sum begins.
        quantity: the sum.
        named: the words before it that could name it, and the whole clause before it without times.
    """
    name, words = named
    told = 1 < len(name) <= _LONGEST and not _NO_RECEIVER.search(name)
    return name if told and not _OF_CONDITION.search(words) else _favoured(line, start, quantity)


def _favoured(line: Line, start: int, quantity: Quantity) -> str | None:
    """Whom the part of the sentence before a sum says with 对 that it is granted to; None where it says none."""
    low = max(line.sentence.start, quantity.start - _REACH, line.text.rfind(";", line.sentence.start, start) + 1)
    found = [match["whom"] for match in _FAVOURED.finditer(line.text, low, quantity.start)]
    return clean(found[-1]) if found else None


_IN_ORDER = re.compile(
    rf"(?P<whom>.*?),?分别(?:再|可|一次性|由[^,、]{{2,10}}?)*"
    rf"(?P<verb>给予|予以|按照?|奖励|奖补|补助|补贴|资助|发放|支持)(?:{_EACH})*[ ]?\Z"
)
_RECEIVED = re.compile(
    r"^(?:对|凡)?(?:首次|新|当年|年度)?"
    r"(?:(?:被?(?:评选?|认定|评定|确定|授予|命名|列)为|获得?|获评|入选)(?:的|了)?|(?:获批?|评选?|认定|评定|命名)的)?(?=.{2})"
)
"""How those listed came to be what they are: 被评为|市级龙头企业."""


def granted_in_order(line: Line, start: int, words: str, values: tuple[Quantity, ...]) -> list[Found] | None:
    """What several sums with 分别 are granted of, each of one of those listed before it; None where none are.

    Args:
        line: the sentence.
        start: where the comma clause of the first begins.
        words: of that clause before it, without times.
        values: the sums, side by side.
    """
    if values[0].kind not in {"money", "share"} or "分别" not in words:
        return None
    told = _IN_ORDER.search(words)
    if told is None:
        return None
    behind = _BEHIND.match(line.text, values[-1].end, line.sentence.end + 1) or _BY_BEHIND.match(
        line.text, values[-1].end, line.sentence.end + 1
    )
    name = behind["noun"] if behind else told["verb"]
    if name in {"给予", "予以", "按", "按照"}:
        return None
    listed = clean(told["whom"]) or _listed_before(line, start)
    parts = split_list(_RECEIVED.sub("", listed).removesuffix("的"), len(values))
    if parts is None or HEAD.search(parts[-1]):
        return None
    end = behind.end() if behind else values[-1].end
    return [
        Found(value, name, clean(part), value.start if index else start, max(end, value.end), "respectively")
        for index, (value, part) in enumerate(zip(values, parts, strict=True))
    ]


def _listed_before(line: Line, start: int) -> str:
    """The clause before one that begins with 分别, where it names with 对 or 的 those who are granted something."""
    low = line.text.rfind(",", line.sentence.start, max(line.sentence.start, start - 1)) + 1
    clause = line.text[max(low, line.sentence.start) : start].strip(" ,")
    return clause if clause.endswith("的") or clause.startswith(("对", "凡")) else ""
