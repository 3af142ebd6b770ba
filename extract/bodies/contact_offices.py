"""Divisions that a document names with the label of who is to be asked, or who supplied it: 联系人:养老服务处 某人.

Such a name has neither place nor office before it; the label makes it one.
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
    r"(?=[ \t,;。)(\n]|联系|$)"
)


def find_contacts(text: str) -> Iterator[Body]:
    """The divisions behind such labels in `text` (folded): 联系单位:养老服务处, 来源:局办公室, 请与我局|规划处|联系."""
    for mark in _MARK.finditer(text):
        if mark.group()[0] == ":":
            label = _LABEL.search(text, max(0, mark.start() - _LONGEST_LABEL), mark.start())
            if label is None or (label["person"] and _PERSON.match(text, mark.end())):
                continue
        if name := _NAME.match(text, mark.end()):
            yield Body(*name.span("name"), "", name["name"], "office")
