"""Divisions that a document names with a label (联系人:养老服务处 某人), with whose they are, or with their heads.

Such a name has no place before it; the label, 我局 or 处长 beside it makes it one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.bodies.names import Body

_MARK = re.compile(r":[ \t]*|请与[我本][局委厅办部院]")
"""What stands right before the name."""
_LABEL = re.compile(
    r"(?:(?:联系|经办|承办|解读)(?P<person>人员?)(?:[及和、](?:联系)?(?:电话|方式))?|(?:联系|经办|承办|解读|咨询|受理)(?:单位|科室|处室|部门)"
    r"|(?:信息|文章|内容|稿件)?来源|供稿(?:单位)?)[ ]*\Z"
)
_LONGEST_LABEL = 11
_PERSON = re.compile(r"(?![一-鿿]{4})")
"""Few characters behind 联系人 are a person."""
_NAME = re.compile(
    r"(?P<name>(?:(?![的将要由在是对了等向从到以应须可请经为])[一-鿿]){1,12}"
    r"(?:处(?<![各何好到出益别此]处)|科(?<![专内外本百学]科)|室(?<![教浴卧]室)|股(?<!控股)|站(?<![网车本]站)|大队|支队|中心))"
    r"(?=[ \t,;。)(\n]|联系|$|(?<=[处科股室])[一-鿿]{2,3}(?:[ ,;:)\d]|$))"
)
_DIVISION = r"(?:处(?<![惩调妥到好难益出相何别此]处)|科(?<![专内外本学]科)|司(?<!公司))"
"""What the name of a division ends with, and no other word does."""
_OWN = re.compile(
    r"(?:[我本][局委厅部院]|(?P<of>(?<=[局委厅部署])\())"
    r"(?P<name>(?!所属|下属|直属|各|机关|相关|有关|政府)(?:(?![省市县区局厅委的将要和与及由在对是等被向从到以应须可请会经已了派立设把])[一-鿿]){2,10}?"
    rf"{_DIVISION})(?(of)\)|(?=[、,;。)(]|联系|反映|报告|负责(?!人)|牵头|具体|$))"
)
"""A division by the office that it is of: 及时报告|我局供水管理处|, 省水利厅|(农村水利处)."""
_HEAD = re.compile(r"[处科司](?=副?[处科司]长|(?:主要|有关)?负责(?:人|同志))")
_HEADED = re.compile(
    r"(?:^|(?<=[^一-鿿]))(?P<name>(?!本|各|原|有关|相关|时任|职能)(?:(?![省市县区局厅委院校的将要和与及由在对是等被向从到以应须可请会经已了现任为])[一-鿿]){1,10}"
    rf"{_DIVISION})\Z"
)
"""A division that is named with its head, or beside one that is: 供水管理科、|法规科|负责人."""
_BESIDE = "、"
_OFFICE = re.compile("(?<![我本])[局委厅部署院]")
_LONGEST_NAME = 11
"""Characters of the name of such a division."""


def find_contacts(text: str) -> Iterator[Body]:
    """The divisions behind such labels in `text` (folded): 联系单位:养老服务处, 来源:局办公室, 请与我局|规划处|联系."""
    for mark in _MARK.finditer(text):
        if mark.group()[0] == ":":
            label = _LABEL.search(text, max(0, mark.start() - _LONGEST_LABEL), mark.start())
            if label is None or (label["person"] and _PERSON.match(text, mark.end())):
                continue
        if name := _NAME.match(text, mark.end()):
            yield Body(*name.span("name"), "", name["name"], "office")
    yield from _without_offices(text)


def _without_offices(text: str) -> Iterator[Body]:
    """The divisions by the office that they are of or by their heads, that are not named with an office elsewhere."""
    owns, headed = list(_OWN.finditer(text)), list(_with_heads(text))
    behind = _behind_offices(text) if owns or headed else frozenset()
    for name in (*owns, *headed):
        if name.groupdict().get("of") or name["name"] not in behind:
            yield Body(*name.span("name"), "", name["name"], "office")


def _behind_offices(text: str) -> frozenset[str]:
    """All words right behind an office that may be a division of it, which then is the same body: 市水务局|供水科."""
    ends = [office.end() for office in _OFFICE.finditer(text)]
    return frozenset(text[end : end + length] for end in ends for length in range(2, _LONGEST_NAME + 1))


def _with_heads(text: str) -> Iterator[re.Match[str]]:
    """The divisions whose heads are named, and those beside them in a list: 供水管理科、法规科|负责人."""
    for head in _HEAD.finditer(text):
        end = head.end()
        while name := _HEADED.search(text, max(0, end - _LONGEST_NAME - 1), end):
            yield name
            if text[name.start() - 1 : name.start()] != _BESIDE:
                break
            end = name.start() - 1
