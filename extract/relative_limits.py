"""Limits that no calendar shows: 自收到申请之日起7个工作日内.

A commitment's deadline is a date. A sentence that only counts from an event has none, but it is not without a limit
either, and whoever shows it must not say so.
"""

from __future__ import annotations

import re

_NUMBER = r"(?:[0-9０-９]{1,3}|[一二两三四五六七八九十]{1,3}|半)"
_EVENT = r"(?:自|从)[^,，。;；、自从]{1,24}?(?:之日|之时|之后|后|当日|当天|次日)起?"
_AFTER = (
    r"(?:收到|接到|受理|办结|印发|下发|公布|发布|公示|签订|签署|完成|竣工|结束|批准|核准|立案|到期|届满|期满"
    r"|发现|发生|变更)[^,，。;；、]{0,12}?(?:之日起|之后|以后|后)"
)
_LIMIT = re.compile(
    rf"""
    (?: (?:{_EVENT}|{_AFTER}) (?:的)? \s* )?
    (?<![近前第每满去往\d０-９]) (?<!最近|过去|连续|以往)
    {_NUMBER} \s* (?: 个?工作日 | 个自然日 | 日 | 天 | 个月 | 年 | 个?小时 | 个?星期 | 周 )
    (?:之内|以内|内)
    (?! 累计 | 连续 | 发生 | 受到 | 受过 | 曾 | 多次 | 两次 | 未 | 无 | 没有 | 不
      | 的?(?: 平均 | 累计 | 数据 | 销售 | 投入 | 产值 ) )
    """,
    re.VERBOSE,
)


def relative_limit(sentence: str) -> str:
    """The words that limit the sentence's act from some event on, joined by 、; empty where none do."""
    return "、".join(dict.fromkeys(match.group().strip() for match in _LIMIT.finditer(sentence)))
