"""Limits that no calendar shows: 自收到申请之日起7个工作日内.

A commitment's deadline is a date. A sentence that only counts from an event has none, but it is not without a limit
either, and whoever shows it must not say so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_NUMBER = r"(?:[0-9０-９]{1,3}|[一二两三四五六七八九十]{1,3}|半)"
_LENGTH = re.compile(
    rf"""
    (?<![近前第每满去往首\d０-９]) (?<!最近|过去|连续|以往)
    {_NUMBER} \s* (?: [-—–~～至到、] \s* {_NUMBER} \s* )?
    (?: 个?工作日 | 个自然日 | 日 | 天 | 个月 | 年 | 个?小时 | 分钟 | 个?星期 | 周 )
    (?:之内|以内|内)
    (?!   # how long something lasts, what is found or counted within the time
        对其 | 免 | 减 | 享受 | 给予 | 实行 | 按 | 取消 | 暂停 | 禁止 | 限制 | 不 | 平均 | 数据 | 销售 | 投入 | 产值
      | 累计 | 连续 | 发生 | 受[到过] | 被 | 曾 | 多次 | 两次 | 仍 | 未 | 无 | 没有 | 降幅 | 增幅 | 已
      | 的
      | [,，] [^,，。;；]{{0,12}} 已
      | [^,，。;；]{{0,30}} 的 (?: [,，。;；] | $ )
    )
    """,
    re.VERBOSE,
)
_CLAUSE_END = re.compile(r"[。;；、:：]|[,，](?!\s*$)")
_DUTY = re.compile(
    r"应当|应该|应(?![急对用届])|须|(?<![主需重必])要(?![求素点件])|(?<![由关对位])于|在(?![线校建册职])"
)
_SINCE = re.compile(r"(?:自|从)(?=.{1,30}(?:日|时|后|起|当天)\s*[,，]?\s*$)")
_HAPPENED = re.compile(r"(?:之日|之时|当日|当天|次日)?起|之日|[之以]?后|(?:印发|发布|公布)")
_LONGEST = 30
"""Characters of an event: what is longer is a sentence of its own, and only the length is given."""


def _event(before: str) -> str:
    """The event at the end of `before`, with its preposition or without the duty that it stands in; empty if none.

    >>> _event("供水单位应当自收到申请之日起")
    '自收到申请之日起'
    """
    ends = [match.end() for match in _CLAUSE_END.finditer(before)]
    words = before[ends[-1] if ends else 0 :]
    since = list(_SINCE.finditer(words))
    duties = [match.end() for match in _DUTY.finditer(words)]
    words = words[since[-1].start() if since else duties[-1] if duties else 0 :]
    stem = words.rstrip(" ,，").removesuffix("的")
    happened = [match.end() for match in _HAPPENED.finditer(stem)]
    return words if happened and happened[-1] == len(stem) and len(stem) <= _LONGEST else ""


def _limits(sentence: str) -> Iterator[str]:
    for match in _LENGTH.finditer(sentence):
        before = sentence[max(0, match.start() - 2 * _LONGEST) : match.start()]
        yield (_event(before) + match.group()).strip()


def relative_limit(sentence: str) -> str:
    """The words that limit the sentence's act from some event on, joined by 、; empty where none do."""
    return "、".join(dict.fromkeys(_limits(sentence)))
