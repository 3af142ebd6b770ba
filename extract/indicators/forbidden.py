"""Bounds of what is forbidden, told the other way round: 禁止使用厚度低于0.02毫米的薄膜."""

from __future__ import annotations

import re
from dataclasses import replace

from corpus import Comparison
from extract.indicators.line import Found, Line
from extract.indicators.nouns import noun_behind
from extract.numbers.quantities import Quantity

_FORBIDS = re.compile(
    r"""
    (?: 禁止 | 严禁 | 杜绝
      | (?: 不得 | 不准 | 不许 | 不允许 | 不再 ) (?! [低高多少大小]于 | 超过 | 突破 ) )
    (?: 再 | 继续 | 擅自 | 违规 | 以任何[^,。;的]{2,4} )*
    (?! [对向在将把因为从于以给] | 使(?!用) ) (?P<deed>[^,。;:的]{0,20}?)
    (?: (?: 低于 | 小于 | 少于 | 不足 | 不到 | 高于 | 大于 | 多于 | 超过? ) (?: 或等于 )? )? [ ]? \Z
    """,
    re.VERBOSE,
)
"""The deed that is forbidden, and of what the bound is, up to the bound: 禁止|生产和使用厚度|低于."""
_DEEDS = re.compile(
    r"(?:(?:生产|新增|销售|出售|使用|采用|选用|购买|采购|收购|经营|提供|进口|出口|加工|制造|储存|贮存|运输|携带|燃放|燃用|投放|发放|发布|推广|安装|配备|购置"
    r"|建设|新建|扩建|改建|续建|批准|审批|核准|核发|备案|引进|引入|布局|种植|养殖|捕捞|捕杀|砍伐|采伐|开采|开发|开垦"
    r"|招收|招用|录用|聘用|招聘|雇用|安排|举办|组织|接收|接受|收取|要求|出借|出租|签订)(?:和|或|及|与|、|者)*)+"
)
"""What is done to make, get or use things: only then are those that are allowed within the bound, not with 不得拖欠."""
_BASE = re.compile(r"[一-鿿A-Za-z]{0,10}")


def forbidden(line: Line, quantity: Quantity, words: str, start: int, stop: int) -> Found | None:
    """A bound that says which things are forbidden, as the bound of those that are not; None for any other value.

    Args:
        line: its sentence.
        quantity: the value.
        words: of its comma clause before it, without times.
        start: where that clause begins.
        stop: where the next value begins, or the sentence ends.
    """
    if not quantity.bounded or not line.text.startswith("的", quantity.end):
        return None
    match = _FORBIDS.search(words)
    noun, end = noun_behind(line.text, quantity, stop) if match else ("", 0)
    if match is None or not noun:
        return None
    deeds = _DEEDS.match(match["deed"])
    base = match["deed"][deeds.end() if deeds else 0 :]
    if (base and deeds is None) or not _BASE.fullmatch(base):
        return None
    least = quantity.comparison is Comparison.AT_MOST
    allowed = replace(quantity, comparison=Comparison.AT_LEAST if least else Comparison.AT_MOST)
    return Found(allowed, noun + base, None, start, end, "noun_behind")
