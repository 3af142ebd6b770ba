"""Papers that a text says were issued, or are followed, by their names without marks: 出台了关于…的措施, 执行…十条规定.

What is only going to be drawn up, and what any office has (工作指南, 实施意见 alone), is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from corpus import Span
from extract.citations.cited_titles import words_of_titles
from extract.citations.named_plans import NAME, OWNER

_ISSUED = r"(?:印发|出台|发布|下发|发出|颁布|公布|制定|制订|转发|制发|推出)(?:实施)?"
_OF_PAPER = re.compile(rf"{_ISSUED}[了的]关于")
"""Before a title on a matter: 出台了|关于…."""
_KINDS = r"(?:(?:实施|指导|若干)意见|指导原则|工作(?:指南|指引)|[一二三四五六七八九十\d]{1,3}条(?:规定|禁令|措施))"
_KIND = re.compile(_KINDS)
"""Where the name of a paper may end that has no other mark of one."""
_BEHIND = re.compile(
    r"[ ]*(?:$|[,。;:、)\n]|等|的?(?:要求|规定|精神)|中(?:,|的|明确|提出|规定)|明确|提出|以及|[和与及])"
)
_LONGEST, _SHORTEST = 40, 4
_NAMED = re.compile(
    rf"(?:(?<![应须将要拟])(?:执行|遵守)了?|{_ISSUED}了|年(?:联合)?{_ISSUED}){OWNER}(?P<title>{NAME}{{3,26}}?{_KINDS})$"
)
_NUMBER_ONE = re.compile(r"(?:(?:19|20)\d\d年)?(?:中央|[省市县]委)(?:一|1)号文件")
"""中央一号文件, the first paper of a year."""


def find_papers(text: str) -> Iterator[Span]:
    """The papers that `text` (folded) names in these ways."""
    if "关于" in text:
        for opened in _OF_PAPER.finditer(text):
            if title := _on_matter().match(text, opened.end() - 2):
                yield Span(*title.span())
    for kind in _KIND.finditer(text):
        if not _BEHIND.match(text, kind.end()):
            continue
        first = max(0, kind.start() - _LONGEST, text.rfind("\n", 0, kind.start()) + 1)
        found = _NAMED.search(text[first : kind.end()])
        if found and len(found["title"]) >= len(kind.group()) + _SHORTEST:
            yield Span(*found.span("title")).shift(first)
    if "号文件" in text:
        yield from (Span(*one.span()) for one in _NUMBER_ONE.finditer(text))


@cache
def _on_matter() -> re.Pattern[str]:
    """A title on a matter, up to the word for a kind of paper."""
    kinds = "|".join(words_of_titles())
    return re.compile(rf"关于(?:(?!系列)[^,。;:《》\"()\n]){{4,60}}?(?:{kinds})(?={_BEHIND.pattern})")
