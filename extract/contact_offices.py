"""Divisions that a document names with the label of who is to be asked, or who supplied it: 联系人:养老服务处 某人.

Such a name has neither place nor office before it; the label makes it one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.bodies import Body

_NAME = (
    r"(?P<name>(?:(?![的将要由在是对了等向从到以应须可请经为])[一-鿿]){1,12}"
    r"(?:处(?<![各何好到出益别此]处)|科(?<![专内外本百学]科)|室(?<![教浴卧]室)|股(?<!控股)|站(?<![网车]站)|大队|支队|中心))"
)
_CONTACT = re.compile(
    rf"""
    (?: (?: (?: 联系 | 经办 | 承办 | 解读 ) (?: 人员? (?= [ ]* : [ \t]* [一-鿿]{{4}} ) | 单位 | 科室 | 处室 | 部门 )
          | (?: 咨询 | 受理 ) (?: 单位 | 科室 | 处室 | 部门 )
          | (?: 信息 | 文章 | 内容 | 稿件 )? 来源 | 供稿 (?: 单位 )? ) [ ]* : [ \t]*
      | 请与 [我本] [局委厅办部院] )
    {_NAME}
    (?= [ \t,;。)(\n] | 联系 | $ )
    """,
    re.VERBOSE,
)
"""联系单位:养老服务处, 来源:局办公室, 请与我局|规划处|联系. Few characters behind 联系人 are a person."""


def find_contacts(text: str) -> Iterator[Body]:
    """The divisions behind such labels in `text` (folded)."""
    for match in _CONTACT.finditer(text):
        yield Body(*match.span("name"), "", match["name"], "office")
