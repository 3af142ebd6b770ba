"""Number and 案由 of the proposal or suggestion that a reply answers."""

from __future__ import annotations

import re

from corpus import Span
from extract.layout.stated import Stated

_OPENING = 1500

_ORDINAL = r"第[ ]*[\[(]?[ ]*[A-Z]{0,3}"
"""Before the digits: 第0123, 第W2021023, 第〔27〕."""
_LETTERED = r"第?[ ]*[A-Z]{0,3}"
_DIGITS = r"\d{1,20}(?:-\d{1,6})?"
_NO = r"[ ]*[\])]?[ ]*号"
_PAPER = r"(?: 提案 | 建议 | 议案 )"
_NUMBER = re.compile(
    rf"""
      {_ORDINAL}(?P<a>{_DIGITS}){_NO} (?: [ ]*\([^()]{{0,20}}\) )? [^。;,]{{0,30}}? {_PAPER}
    | (?: 提案 | 建议 | 议案 | 意见 | 大会发言 | [》"] 的? )[ ]* \(?[ ]*
      (?: 提案号 | 建议号 | 案号 | 编号 )? [ ]*:? [ ]* {_ORDINAL}(?P<b>{_DIGITS}){_NO}  # 《…》(第0123号)
    | (?: 提案号 | 提案编号 | 建议号 | 建议编号 | 案号 ) [ ]*:? [ ]* {_LETTERED}(?P<c>{_DIGITS})[ ]*号?
    | (?: 提案 | 建议 | 议案 | [》"] )[ ]* \([ ]* (?: 编号 | 序号 ) [ ]*:?[ ]* {_LETTERED}(?P<f>{_DIGITS})[ ]*号?[ ]*\)
    | 》 [ ]* \([ ]* (?: 提案 | 建议 )? [ ]* (?P<k>\d{{1,20}})[ ]*号[ ]*\)                    # 《…》(82号)
    | (?: [一-龥]{{2,8}} | [A-D] ) 类[ ]*第?[ ]*(?P<d>\d{{1,6}})[ ]*号[ ]*(?: 提案 | 建议 )  # 医疗卫生类173号提案
    | 复[文函][ ]*\((?:(?:19|20)\d\d年)?第(?P<g>{_DIGITS})号\)                      # 复文(2015年第0123号)
    | [》"][ ]* (?: 的? {_PAPER} )? [ ]* [\[(] [ ]* {_LETTERED}(?P<i>{_DIGITS})[ ]*号 [^()\[\]]{{0,12}} [\])]
    | (?<![\d-])(?P<e>{_DIGITS})[ ]*号[ ]* (?: 政协 | 委员 | 代表 | 人大 )? {_PAPER}
    | 第[ ]*(?P<h>\d{{1,6}})[ ]*{_PAPER}[ ]*的?(?=答复|回复|复函|办理)  # 第88提案答复, the sign lost
    """,
    re.VERBOSE,
)
_OTHERS = re.compile(
    r"\n[^\n]{0,6}(?:上一[条篇个则页]|下一[条篇个则页]|相关(?:链接|阅读|文章|信息|新闻|附件)|责任编辑)"
)
"""Where a page goes on to speak of others: what stands behind is none of the reply's."""

_KIND = r"(?: 提案 | 建议 | 议案 | 意见建议 | 大会发言 )"
_OPENER = r"(?: 关于 | 加强 | 推进 | 加快 | 进一步 | 促进 | 建立 | 完善 | 支持 | 解决 | 规范 )"
_PUT = "提出 | 提交 | 反映 | 领衔 | 联名 | 转来 | 交办 | (?<=[您们所])提 | (?<=[上间])提(?=的)"
_MARKED = re.compile(
    rf"""
      (?: {_PUT} ) (?: 的 | 了 | 来 )? [^。;《"]{{0,24}}?
      (?: 《 (?P<a> [^《》]{{4,120}} (?: 〈 [^〈〉]{{0,80}} 〉 [^《》]{{0,40}} )? ) 》
        | (?<!关于) "(?P<b>[^"]{{4,120}})" (?= .{{0,4}} {_KIND} | [ ]*\( | .{{0,20}} 收悉 )
        | "(?P<f>关于[^"]{{4,120}}|[^"]{{4,120}}{_KIND})" (?= [^。;]{{0,30}} (?: 收悉 | 收到 | 办理 | 答复 | 转 | 交 ) )
      )
    | (?: 你 | 您 | 贵 ) [^。;《]{{0,30}} 《 (?P<d>[^《》]{{4,120}}) 》 [^。]{{0,60}} (?: 收悉 | 答复 | 办理 )
    | (?: 你 | 您 | 贵 ) 们? 的 [ ]* "(?P<n>关于[^"\n]{{4,120}})"                      # 您的“关于…的建议”提案
    | (?: ^ | (?<=[\n:]) ) [ \t]* "(?P<g>关于[^"\n]{{4,120}})" [^。;"\n]{{0,12}} (?: 收悉 | 已?收到 )
    | (?: ^ | (?<=[\n:]) ) [ \t]* 《(?P<h>[^《》\n]{{4,120}})》 [^。;《\n]{{0,24}} (?: 收悉 | 已?收到 )  # 《关于…》收悉
    """,
    re.VERBOSE,
)
_UNMARKED = re.compile(
    rf"""
      (?: {_PUT} ) (?: 的 | 了 | 来 )? [^。;《"]{{0,24}}?
      (?P<c> {_OPENER} [^。;《》]{{3,90}}? {_KIND} )
      (?= [ ]*[,(] | 》[ ]*\( | [ ]*第?\d | 已?经?[ ]?收悉 | 已?收到 | 交 | 办理情况 )
    | 提出 的? (?P<p> 关于 [^。;《》"\n]{{4,100}}? 的? (?: 提案 | 建议 | 议案 ) )
      (?= (?: 提出 | 办理 ) (?: 如下 | 以下 )? (?: 协办 | 会办 ) )
    | (?: 对 | 就 ) (?: 你们? | 您们? | 贵[一-龥]{{1,10}}? ) (?: 提出?的 )?
      (?P<e> 关于 [^。;《》",]{{3,90}}? (?: 提案 | 建议 | 议案 ) )
    | 关于 (?: 你们? | 您们? | 贵[一-龥]{{1,10}}? ) 所?(?: 提出? | 反映 )的?
      (?P<m> [^。;《》",\n]{{4,60}}? (?: 问题 | 提案 | 建议 | 议案 ) ) (?= , )
    | (?: ^ | (?<=[\n:]) ) [ \t]* (?: 你们? | 您们? | 贵[一-龥]{{1,10}}? ) 的?
      (?P<k> 关于 [^。;《》",\n]{{3,90}}? 的? (?: 提案 | 建议 | 议案 ) ) (?= [ ]*[,(] | 已?收悉 | 已?收到 )
    | (?: ^ | (?<=\n) ) [ \t]* (?P<q> 关于 [^。;《》",\n]{{2,90}}? 的 (?: 提案 | 建议 | 议案 ) )
      (?= , [^。;\n]{{0,24}} (?: 重视 | 收悉 | 研究 ) )                      # 关于修渠的建议,县水务局高度重视
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
    if marked is not None and "关于" in folded[marked.start() : max(marked.start(), marked.start("b"))]:
        marked = None  # 提出的关于加大"五小水利"建设的提案: a word of the title is in marks, not the title
    plain = _UNMARKED.search(folded, opening.start, marked.start() if marked else opening.end)
    if marked and not plain:
        return _stated(folded, marked)
    match = (
        _MARKED_IN_TITLE.search(folded, head.start, head.end) or plain or _IN_TITLE.search(folded, head.start, head.end)
    )
    return _stated(folded, match) if match else None


def _opening(folded: str, body: int) -> Span:
    start = min(body, len(folded))
    end = min(len(folded), start + _OPENING)
    others = _OTHERS.search(folded, start, end)
    return Span(start, others.start() if others else end)


def _stated(folded: str, match: re.Match[str]) -> Stated[str]:
    """The group that matched."""
    span = Span(*match.span(match.lastgroup or 0))
    return Stated(span.of(folded), span)
