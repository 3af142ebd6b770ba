"""Shares that are paid of a sum: what is paid is measured, and the sum is what it is of: 按购置额的10%给予奖补."""

from __future__ import annotations

import re
from dataclasses import replace

from corpus import Comparison
from extract.indicators.line import Found, Line
from extract.indicators.names import clean
from extract.numbers.quantities import Quantity

_OF = re.compile(
    r"""
    (?:按照? | 依照) (?!规定 | 要求 | 政策 | 程序)
    (?: (?P<bound> 不(?:得|能|应)?(?:超过|高于|低于|少于) | 最高 | 最低 ) (?:不超过)? )?
    (?: 其 | 该(?:[款项个家]|[^的]{2}的)? | 所 )? (?P<base> [^,。;:]{2,36}? )
    (?: 的 | 享受 | 给予 | 予以 )? (?: (?P<limit> 不(?:得|能|应)?(?:超过|高于|低于|少于) | 最高(?:不超过)? ) )? [ ]? \Z
    """,
    re.VERBOSE,
)
"""The sum that a share is of, in the clause before it: 按照|设备购置额|的."""
_BY = re.compile("按|依照")
_PAID = re.compile(
    r"""
    的? (?: 比例 | 标准 | 额度 | 幅度 )? ,? (?: 由 [^,。;]{2,10}? | 再 | 分别 | 分[两三]?[年期次] )?
    (?: (?: 给予 | 予以 | 进行 | 发放 | 安排 | 享受 | 提供 ) [^,。;:的]{0,8}? )?
    (?P<paid> (?:一次性)?(?:资金|贷款|财政)?
      (?: 奖补 | 奖励 | 补助 | 补贴 | 资助 | 贴息 | 补偿 | 扶持 | 支持 | 返还 | 减免 | 减征 )(?:资金)? )
    (?! 的(?!资金) | 标准 | 比例 | 额度 | 系数 | 政策 | 对象 | 范围 | 力度 | 上限 )
    (?= [^,。;的]{0,16} (?: [,。;:、)(] | \Z ) )
  | (?: 支付 | 发放 | 收取 | 计提 | 提取 | 征收 ) (?P<sum> (?! 的 | 率 ) [一-鿿]{2,10} ) (?= [,。;:、)] | \Z )
    """,
    re.VERBOSE,
)
"""What is paid, or taken, behind the share: 给予|一次性奖补, 支付|加班工资."""


def paid_share(line: Line, quantity: Quantity, words: str, start: int) -> Found | None:
    """A share of a sum with the name of what is paid of it, and that sum for its subject; None for any other value.

    Args:
        line: its sentence.
        quantity: the value.
        words: of its comma clause before it, without times.
        start: where that clause begins.
    """
    told = quantity.kind == "share" and _BY.search(words) is not None
    of = _OF.search(line.text[start : quantity.start]) if told else None
    paid = _PAID.match(line.text, quantity.end, line.sentence.end) if of else None
    if of is None or paid is None:
        return None
    bound = of["bound"] or of["limit"]
    if bound and quantity.comparison is Comparison.EQUAL:
        least = bound.endswith(("低于", "少于", "最低"))
        quantity = replace(quantity, comparison=Comparison.AT_LEAST if least else Comparison.AT_MOST)
    name, end = (paid["paid"], paid.end("paid")) if paid["paid"] else (paid["sum"], paid.end("sum"))
    return Found(quantity, name, clean(of["base"]), start, end, "noun_behind")
