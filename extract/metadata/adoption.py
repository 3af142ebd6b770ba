"""Who adopted a statute and when: the caption under its title (2016年7月29日…常务委员会第三十一次会议通过)."""

from __future__ import annotations

import re

from corpus import PartialDate, Span
from extract.layout.days import day_of
from extract.layout.part_role import Role
from extract.layout.parts import Parts
from extract.layout.stated import Stated
from extract.patterns import DAY, HAN

_ACT = re.compile(
    rf"""
    (?: {DAY} ) [ ]*
    (?: (?P<body> [{HAN}]{{2,30}}? (?: 人民代表大会(?:常务委员会)? | 人民政府 | 委员会 | [部局署] ) )
        (?= 第 | 令 | 常务 | [^{HAN}] ) )?
    [^;]{{0,80}}? (?P<act> 通过 | 修正 | 修订 | 公布 | 发布 )
    """,
    re.VERBOSE,
)


def find_adoption(text: str, parts: Parts) -> tuple[Stated[str] | None, Stated[PartialDate] | None]:
    """The adopting body and the day of the text as it stands: of its last amendment, else of its adoption."""
    body: Stated[str] | None = None
    last: Stated[PartialDate] | None = None
    for caption in parts.having(Role.TITLE):
        for match in _ACT.finditer(caption.text):
            day = day_of(match)
            if day is None:
                continue
            span = Span(*match.span()).shift(caption.span.start)
            if last is None or day.first_day >= last.value.first_day:
                last = Stated(day, span)
            if body is None and match["body"]:
                name = Span(*match.span("body")).shift(caption.span.start)
                body = Stated(name.of(text), name)
    return body, last
