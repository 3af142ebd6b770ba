"""Number and 案由 of the proposal or suggestion that a reply answers."""

from __future__ import annotations

import re

from corpus import Span
from extract.stated import Stated

_OPENING = 1500

_NUMBER = re.compile(
    r"""
      第[ ]*[A-Z]?(?P<a>\d{1,20}(?:-\d{1,6})?)[ ]*号 (?: [ ]*\([^()]{0,20}\) )? [^。;,]{0,30}? (?: 提案 | 建议 | 议案 )
    | (?: 提案 | 建议 | 议案 | 意见 | 大会发言 | [》"] )[ ]* \(?[ ]*
      (?: 提案号 | 建议号 | 案号 | 编号 )? [ ]*:? [ ]* 第[ ]*[A-Z]?(?P<b>\d{1,20}(?:-\d{1,6})?)[ ]*号  # 《…》(第0123号)
    | (?: 提案号 | 提案编号 | 建议号 | 建议编号 | 案号 ) [ ]*:? [ ]* 第?[ ]*(?P<c>\d{1,20})[ ]*号?
    | (?: 提案 | 建议 | 议案 | [》"] )[ ]* \([ ]* (?: 编号 | 序号 ) [ ]*:?[ ]* 第?[ ]*[A-Z]?(?P<f>\d{1,20})[ ]*号?[ ]*\)
    | [一-龥]{2,8}类[ ]*(?P<d>\d{1,6})[ ]*号[ ]*(?: 提案 | 建议 )  # 医疗卫生类173号提案
    | (?<![\d-])(?P<e>\d{1,20}(?:-\d{1,6})?)[ ]*号[ ]* (?: 政协 | 委员 | 代表 | 人大 )? (?: 提案 | 建议 | 议案 )
    """,
    re.VERBOSE,
)

_KIND = r"(?: 提案 | 建议 | 议案 | 意见建议 | 大会发言 )"
_OPENER = r"(?: 关于 | 加强 | 推进 | 加快 | 进一步 | 促进 | 建立 | 完善 | 支持 | 解决 | 规范 )"
_PUT = "提出 | 提交 | 反映 | 领衔 | 联名 | 转来 | 交办 | (?<=[您们所])提"
_MARKED = re.compile(
    rf"""
      (?: {_PUT} ) (?: 的 | 了 | 来 )? [^。;《"]{{0,24}}?
      (?: 《 (?P<a> [^《》]{{4,120}} (?: 〈 [^〈〉]{{0,80}} 〉 [^《》]{{0,40}} )? ) 》
        | (?<!关于) "(?P<b>[^"]{{4,120}})" (?= .{{0,4}} {_KIND} | [ ]*\( | .{{0,20}} 收悉 )
        | "(?P<f>关于[^"]{{4,120}}|[^"]{{4,120}}{_KIND})" (?= [^。;]{{0,30}} (?: 收悉 | 收到 | 办理 | 答复 | 转 | 交 ) )
      )
    | (?: 你 | 您 | 贵 ) [^。;《]{{0,30}} 《 (?P<d>[^《》]{{4,120}}) 》 [^。]{{0,60}} (?: 收悉 | 答复 | 办理 )
    | (?: ^ | (?<=[\n:]) ) [ \t]* "(?P<g>关于[^"\n]{{4,120}})" [^。;"\n]{{0,12}} (?: 收悉 | 已?收到 )
    | (?: ^ | (?<=[\n:]) ) [ \t]* 《(?P<h>[^《》\n]{{4,120}})》 [^。;《\n]{{0,24}} (?: 收悉 | 已?收到 )  # 《关于…》收悉
    """,
    re.VERBOSE,
)
_UNMARKED = re.compile(
    rf"""
      (?: {_PUT} ) (?: 的 | 了 | 来 )? [^。;《"]{{0,24}}?
      (?P<c> {_OPENER} [^。;《》]{{3,90}}? {_KIND} )
      (?= [ ]*[,(] | [ ]*第?\d | 已?经?[ ]?收悉 | 已?收到 | 交 | 办理情况 )
    | (?: 对 | 就 ) (?: 你们? | 您们? | 贵[一-龥]{{1,10}}? ) (?: 提出?的 )?
      (?P<e> 关于 [^。;《》",]{{3,90}}? (?: 提案 | 建议 | 议案 ) )
    | 关于 (?: 你们? | 您们? | 贵[一-龥]{{1,10}}? ) 所?(?: 提出? | 反映 )的?
      (?P<m> [^。;《》",\n]{{4,60}}? (?: 问题 | 提案 | 建议 | 议案 ) ) (?= , )
    | (?: ^ | (?<=[\n:]) ) [ \t]* (?: 你们? | 您们? | 贵[一-龥]{{1,10}}? ) 的?
      (?P<k> 关于 [^。;《》",\n]{{3,90}}? 的? (?: 提案 | 建议 | 议案 ) ) (?= [ ]*[,(] | 已?收悉 | 已?收到 )
    """,
    re.VERBOSE,
)
_MARKED_IN_TITLE = re.compile(
    rf"""
      《 (?P<a>[^《》]{{4,120}}) 》
    | "(?P<b>关于[^"]{{4,120}}|[^"]{{4,120}}{_KIND})"
    | 关于[^"]{{0,40}} "(?P<d>[^"]{{6,120}})" (?= (?:的|这?一)? {_KIND} )
    """,
    re.VERBOSE,
)
_IN_TITLE = re.compile(
    rf"(?: 对 | 关于 ) .{{0,60}}? (?P<c> 关于 .{{4,80}}? 的 {_KIND} ) (?= .{{0,20}} (?: 答复 | 回复 | 复函 | 的函 ) )",
    re.VERBOSE,
)


def find_proposal_number(folded: str, title: Span | None, body: int) -> Stated[str] | None:
    """The digits of the number, leading zeros kept, from the title or else from the opening sentences.

    Args:
        folded: the folded text.
        title: where the title stands.
        body: where the text begins after the title.
    """
    for area in filter(None, (title, _opening(folded, body))):
        match = _NUMBER.search(folded, area.start, area.end)
        if match:
            return _stated(folded, match)
    return None


def find_proposal_title(folded: str, title: Span | None, body: int) -> Stated[str] | None:
    """The 案由 as written, without marks: from the opening or the title, first where marks set it apart."""
    opening, head = _opening(folded, body), title or Span(0, 0)
    marked = _MARKED.search(folded, opening.start, opening.end)
    plain = _UNMARKED.search(folded, opening.start, marked.start() if marked else opening.end)
    if marked and not plain:
        return _stated(folded, marked)
    match = (
        _MARKED_IN_TITLE.search(folded, head.start, head.end) or plain or _IN_TITLE.search(folded, head.start, head.end)
    )
    return _stated(folded, match) if match else None


def _opening(folded: str, body: int) -> Span:
    start = min(body, len(folded))
    return Span(start, min(len(folded), start + _OPENING))


def _stated(folded: str, match: re.Match[str]) -> Stated[str]:
    """The group that matched."""
    span = Span(*match.span(match.lastgroup or 0))
    return Stated(span.of(folded), span)
