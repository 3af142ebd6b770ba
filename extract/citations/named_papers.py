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
_OF_PAPER = re.compile(rf"{_ISSUED}(?:[了的](?=关于)|[了的]?(?P<quoted>\"))")
"""Before a title on a matter, 出台了|关于…, or one in quotation marks: 出台的"|石桥市节水办法"."""
_KINDS = r"(?:(?:实施|指导|若干)意见|指导原则|工作(?:指南|指引)|[一二三四五六七八九十\d]{1,3}条(?:规定|禁令|措施))"
_KIND = re.compile(_KINDS)
"""Where the name of a paper may end that has no other mark of one."""
_BEHIND = re.compile(
    r"[ ]*(?:$|[,。;:、)\n]|等|的?(?:有关|相关)?(?:要求|规定|精神)|执行|办理|第[一二三四五六七八九十百\d]+条"
    r"|中(?:,|的|明确|提出|规定)|明确|提出|以及|[和与及])"
)
_LONGEST, _SHORTEST = 40, 4
_NAMED = re.compile(
    rf"(?:(?<![应须将要拟])(?:执行|遵守)了?|{_ISSUED}了|年(?:联合)?{_ISSUED}){OWNER}(?P<title>{NAME}{{3,26}}?{_KINDS})$"
)
_AMENDED = re.compile(rf"修[订改](?:完善)?了?{OWNER}")
"""Before the name of what is amended, and so is there: 修订完善|石桥市灌区用水管理办法."""
_AND = "(?:(?![和与及、])|[和与](?=管理|使用|认定|评选|评价|监督|运营|运行|处置|保护|利用|保管))"
"""What no joint of two names is, but one inside a name: 传承人认定|与管理办法."""
_RULES = re.compile(
    rf"(?=国家|全国|[省市县区州盟]|[一-鿿]{{2,6}}[省市县区州盟旗])(?:{_AND}{NAME}){{6,28}}?"
    r"(?:实施|管理|暂行){0,2}(?:条例|办法|规定|细则|规则|规程)(?=[ ]*(?:$|[,。;、(\n]|等|以及|[和与及]))"
)
"""The name of rules that opens with a place, or with a level of the state."""
_BESIDE = re.compile(rf"[、和与及]{OWNER}(?={_RULES.pattern})")
_RULE_KIND = re.compile("条例|办法|细则|指引|指南")
"""Where the name of rules may end that are carried out."""
_CARRIED_OUT = re.compile(
    rf"(?:(?<![的组将拟要])(?:实施|施行|落实)(?:好|了)?|(?:按照?|参照|依照|根据|依据|执行)(?:[^,。;:\n]{{2,16}}(?:印发|制定|发布|出台)的)?){OWNER}"
    rf"(?P<title>(?!本|该|其|此|我|各|有关|相关|现行|上述|以下|下列|具体|配套|新|原|国家(?:有关|相关|规定))(?:(?!精神|细则.|[和与及、]){NAME}|统一大市场|(?<![例法则引案划度任施策制求准神定])[和与]){{4,28}}?"
    r"(?:(?:管理|实施|工作|分配|评价|考核|奖励|补助|监督|审查|服务)(?:办法|细则)|条例|指引|指南))$"
)
"""Rules that are carried out, and so are there: 实施|石桥灌区节水条例, 制定实施|农田建设指引."""
_SINCE = re.compile(
    rf"(?:^|[,。;:\n])[ ]*(?P<title>{NAME}{{4,28}}(?:方案|计划|规划|办法|条例|意见|规定))"
    r"(?=(?:实施|施行|颁布|出台|印发|发布)以来)"
)
"""What has been in force for a time: 石桥灌区节水办法|实施以来."""
_TO_LEGISLATE = re.compile(
    r"(?:列入|纳入|按照|根据|落实)(?P<title>(?:(?![的了和与及])[一-鿿]){2,14}?(?:19|20)\d\d年度?立法(?:工作)?(?:计划|规划))"
)
"""Whose plan of laws, of which year: 已列入|石桥市人大常委会2031年立法计划."""
_NUMBER_ONE = re.compile(r"(?:(?:19|20)\d\d年)?(?:中央|[省市县]委)(?:一|1)号文件")
"""中央一号文件, the first paper of a year."""


def find_papers(text: str) -> Iterator[Span]:
    """The papers that `text` (folded) names in these ways."""
    for opened in _OF_PAPER.finditer(text) if "关于" in text or '"' in text else ():
        if title := (_in_quotes() if opened["quoted"] else _on_matter()).match(text, opened.end()):
            yield Span(*title.span())
    if "修订" in text or "修改" in text:
        yield from _amended(text)
    yield from _ending_in(_KIND, _NAMED, text)
    yield from _ending_in(_RULE_KIND, _CARRIED_OUT, text)
    for words, named in (("立法", _TO_LEGISLATE), ("以来", _SINCE)):
        if words in text:
            yield from (Span(*one.span("title")) for one in named.finditer(text))
    if "号文件" in text:
        yield from (Span(*one.span()) for one in _NUMBER_ONE.finditer(text))


def _ending_in(kinds: re.Pattern[str], named: re.Pattern[str], text: str) -> Iterator[Span]:
    """The titles that `named` finds before the end of a word for a kind of paper, if the name is complete there."""
    for kind in kinds.finditer(text):
        if not _BEHIND.match(text, kind.end()):
            continue
        first = max(0, kind.start() - _LONGEST, text.rfind("\n", 0, kind.start()) + 1)
        found = named.search(text[first : kind.end()])
        if found and len(found["title"]) >= len(kind.group()) + _SHORTEST:
            yield Span(*found.span("title")).shift(first)


def _amended(text: str) -> Iterator[Span]:
    """The rules that are amended, one or several in a row."""
    reached = 0
    for verb in _AMENDED.finditer(text):
        beside: re.Match[str] | None = verb if verb.start() >= reached else None
        while beside and (title := _RULES.match(text, beside.end())):
            yield Span(*title.span())
            reached = title.end()
            beside = _BESIDE.match(text, reached)


@cache
def _in_quotes() -> re.Pattern[str]:
    """A title up to the closing quotation mark; a policy or a plan in such marks is a catchword."""
    kinds = "|".join(set(words_of_titles()) - {"政策", "措施", "举措", "计划", "机制", "制度", "体系"})
    return re.compile(
        rf"(?:关于[^\"《》\n。]{{4,60}}(?:{'|'.join(words_of_titles())})|[^\"《》\n。,;]{{4,40}}(?:{kinds}))(?=\")"
    )


@cache
def _on_matter() -> re.Pattern[str]:
    """A title on a matter, up to the word for a kind of paper."""
    kinds = "|".join(words_of_titles())
    return re.compile(rf"关于(?:(?!系列)[^,。;:《》\"()\n]){{4,60}}?(?:{kinds})(?={_BEHIND.pattern})")
