"""Bodies named by place and number: 政协某县第十届委员会, with 政协 before the place, and teams of inspectors."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.bodies.names import Body

_TERM = r"第?(?:[一二三四五六七八九十]{1,3}|\d{1,2})届"
_COMMITTEE = re.compile(
    rf"政协(?:(?P<place>(?:(?!政协|第)[一-龥]){{1,12}}?[省市县区州盟旗]){_TERM}委员会|(?:{_TERM})?(?P<state>全国)委员会)"
)


def find_conferences(text: str) -> Iterator[Body]:
    """The conferences in `text` (folded) whose name the place and the term part."""
    for match in _COMMITTEE.finditer(text):
        yield Body(*match.span(), match["place"] or match["state"], "政协", "cppcc")


_TEAM = re.compile("督(?:察|导|查)组|巡(?:视|察)组")
_SENT_BY = re.compile(
    r"(?s:.*)(?P<above>中央|国务院|(?:自治区|[省市县区州])(?:党?委|政府)?)"
    r"(?:第[一二三四五六七八九十]{1,2})?(?:(?![的将要和与及由在对是了派各]|部门|成立|组[建织成]|有关|相关|分别|联合|迎接|配合|接受)[一-龥]){0,10}\Z"
)
_LONGEST_TEAM = 18


def find_teams(text: str) -> Iterator[Body]:
    """The teams of inspectors in `text` (folded), whoever sent them: 中央第三生态环境保护督察组, 省委第二巡视组."""
    for match in _TEAM.finditer(text):
        sent = _SENT_BY.match(text, max(0, match.start() - _LONGEST_TEAM), match.start())
        if sent is not None:
            start, core = sent.span("above")
            yield Body(start, match.end(), sent["above"], text[core : match.end()], "office")
