"""Numbers that are parameters of a policy: rates, ceilings, standards, periods, thresholds, approved amounts.

The words around a number are compared with the patterns of table `indicator_limits`; words that tell of a deed done
(已发放补贴300万元) make a result of it.
"""

from __future__ import annotations

import re
from functools import cache

from corpus import Comparison, Span
from extract.lexicon import rows
from extract.numbers.quantities import Quantity
from extract.patterns import ORDINAL

_BEFORE, _BEHIND = 60, 60
"""Characters on both sides of a number within which its clause is looked at."""

_GIVEN = re.compile(
    r"已|(?<!为)了(?!解)|累计|共(?!同|享|建)|(?<!每[人户月年天日])发放(?!期限|标准|比例|年限|时限)(?=[^,]{0,8}\Z)|落实(?=[^,]{0,4}\Z)|拨付|下拨|兑现|惠及|下达"
    r"|减轻|筹集|安排(?!时间)|投入|支出|结算|获(?=得|资助|奖|补|拨)|争取|同比|人均|平均(?!担保|综合|年化|[^,]{0,4}[利费]率)"
    r"|计划(?:补助|补贴|奖补|扶持|支持)(?:资金)?\Z"
)
"""Words before a number that tell of what was paid, not of what is to be paid for each case."""

_SUM_PAID_OF = re.compile(r"按照?(?!要求|规定|计划)[^,]{2,36}\Z")
"""Before a share the sum that it is of, whose words tell nothing of the share: 按实际获得贷款的2%给予贴息."""
_APPROVES = re.compile(rf"\s*{ORDINAL}\s*(?:经研究,)?(?:原则上?)?(?:同意|核定|核准|批准)")
_MADE = re.compile(
    r"(?:形成|构建|建设|建成|建立|培育|打造|新建|新增|引进|组建|创建|认定|发展|开发|推出|遴选|支持|推动)了?\Z"
)
_RATE = re.compile(r"每(?:压缩?|减少?|增加?|新增|提高|下降|降低|完成|满)[^,。]{1,24}\Z")
"""A sum for each measure of what is done: 每压缩1万吨安排贷款200万元."""

_FINED = re.compile(r"(?<![处可以并高])罚款(?:金额|总额|共计|合计)?(?:达|约|近)?\Z")
"""Before a sum that was paid as fines, in a document that tells what was done."""

_PLANNED_SUM = re.compile(r"(?:计划|拟)(?:投资|投入|安排|下拨|拨付|争取|补助)[^,#每按标]{0,8}\Z")
"""Before a sum that is planned for one case: 计划补助资金20万元."""
_FROM_ABOVE = re.compile(r"(?:中央|省级?|市级?|县级?|区级?|上级)(?:财政)?(?:补助|奖补|补贴)(?:资金)?(?:达|约|近)?\Z")
"""Before a sum that was paid for one project by who paid it, in a document that tells what was done."""
_THINGS = re.compile(
    r"(?:的(?!同时|大关|台阶|标准|水平|目标|要求|比例|速度|规模|部分|基础|限额|额度)[^\W\d_]"
    r"|[^\W\d_的]{0,8}?(?:企业|项目|煤矿|工程|灌区|水库|自然村|道路|公路|桥梁|硬化路|村道|单位|大户))"
)
"""What a bound describes, right behind it."""
_VILLAGES = re.compile(r"(?:规模)?的?(?:学校|园区|聚居点|自然村|村组|村庄|村寨|通村|参保企业|企业|单位|机构|社区|小区)")
"""What a bound number of people or households describes."""
_REACHED = re.compile(
    r"(?:实现|达到?|完成|建成|突破|新增|累计|形成|培育|打造|引进|新建|创建|开工|建设|拥有|共有|现有)[^,]{0,10}\Z"
)


def _unread(match: re.Match[str]) -> str:
    """As many marks as a match has characters."""
    return "#" * len(match.group())


def is_threshold(text: str, sentence: Span, quantity: Quantity) -> bool:
    """Whether a bound says from what size on things are meant, which it does not count: 产能30万吨以上煤矿.

    Args:
        text: of the document, folded.
        sentence: the sentence around the number.
        quantity: the number.
    """
    ranged = quantity.comparison is Comparison.RANGE
    if (ranged or quantity.bounded) and quantity.unit in {"人", "户"}:
        return _VILLAGES.match(text, quantity.end) is not None
    if not quantity.bounded or quantity.kind not in {"money", "measure"}:
        return False
    if quantity.kind == "money" and quantity.end == quantity.number.end:
        return False  # 总投资超百亿元的项目: no bound of many but the sum of one
    behind = _THINGS.match(text, quantity.end, sentence.end)
    return behind is not None and not _REACHED.search(text, max(sentence.start, quantity.start - 14), quantity.start)


_DEMANDS = re.compile(
    r"(?:要求|规定|明确)(?![的后到])[^。;]{0,60}不(?:得|能|应)?(?:低于|少于|小于|高于|超过|多于|大于)\Z"
)


def is_demanded(text: str, sentence: Span, quantity: Quantity) -> bool:
    """Whether a bound is one that somebody demands, in a document that tells of it: 要求收集效率不低于95%."""
    start = max(sentence.start, quantity.start - 80)
    return quantity.bounded and _DEMANDS.search(text, start, quantity.number.start) is not None


_REPAYS = re.compile(
    r"(?<!许)可(?:以|按|申请|享受)*[^#。;]{0,24}(?:返还|减免|补助|补贴|奖励|补偿|资助)[^,。;]{0,30}的(?:最高)?\Z"
)


def is_share_repaid(text: str, sentence: Span, quantity: Quantity) -> bool:
    """Whether a share is how much of an earlier sum can be paid back: 可返还去年缴纳保险费的50%.

    The year is that of the sum, not of the share, which is a rule.
    """
    start = max(sentence.start, quantity.start - _BEFORE - _BEFORE)
    return quantity.kind == "share" and _REPAYS.search(text, start, quantity.start) is not None


_ENSURED = re.compile("(?:确保|力争)(?!.{0,20}(?:补[贴助]|奖[励补]|给予))")
"""Before a bound of what the paper itself shall reach: 确保贷款利率低于2%."""
_HELD = re.compile(r"每(?:年|半年|季度?|月)[^,]{0,8}(?:开展|组织|举办|(?:至少|不少于)进行)(?:至少|不少于)?\Z")
"""Before how often something shall be held, which is to be done and bounds nothing: 每年至少开展2次|演练."""


def _is_aimed_at(quantity: Quantity, told: str) -> bool:
    """Whether a number is what shall be reached, or how often something shall be held, by the words before it."""
    if quantity.kind not in {"share", "count"}:
        return False
    return (_HELD if quantity.unit == "次" else _ENSURED).search(told) is not None


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    """For each kind of unit the patterns of the words around a number."""
    kinds = {kind for _, row_kinds, _ in rows("indicator_limits") for kind in row_kinds.split()}
    return {
        kind: re.compile("|".join(pattern for pattern, of, _ in rows("indicator_limits") if kind in of.split()))
        for kind in kinds
    }


def is_parameter(text: str, sentence: Span, quantity: Quantity, *, account: bool = False) -> bool:
    """Whether a number of folded `text` says what holds in each case, rather than what is or shall be reached.

    Args:
        text: of the document, folded.
        sentence: the sentence around the number.
        quantity: the number.
        account: the document tells what was done, so a mere bound (800米以上的村) describes and does not demand.
    """
    before = text[max(sentence.start, quantity.start - _BEFORE) : quantity.start]
    if not account and _PLANNED_SUM.search(before):
        return False
    if quantity.kind == "money" and "亿" in quantity.unit and not quantity.bounded:
        return bool(_APPROVES.match(text, sentence.start, quantity.start))
    if quantity.kind in {"money", "measure", "share"} and _APPROVES.match(text, sentence.start, quantity.start):
        return True
    if quantity.kind == "money" and _RATE.search(before):
        return True
    if account and (_FINED.search(before) or _FROM_ABOVE.search(before)):
        return False
    told = before.rpartition(",")[2]
    if _GIVEN.search(_SUM_PAID_OF.sub(_unread, told) if quantity.kind == "share" else told):
        return False
    if not account and _is_aimed_at(quantity, told):
        return False
    behind = text[quantity.end : min(sentence.end, quantity.end + _BEHIND)]
    if not account and quantity.bounded and behind.startswith("的") and quantity.kind not in {"share", "ratio"}:
        return not _MADE.search(before)
    kinds = ("often", "count") if quantity.unit == "次" else (quantity.kind,)
    patterns = (_patterns().get(kind) for kind in kinds)
    return any(pattern.search(f"{before}#{behind}") for pattern in patterns if pattern is not None)
