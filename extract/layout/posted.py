"""The day on which a page was put on the web, as the lines of its head state it beside the labels of a block."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus import PartialDate
from extract.layout.days import day_of
from extract.layout.paragraphs import Paragraph
from extract.layout.stated import Stated
from extract.patterns import DAY, HAN, WEBSITE

_DAY = re.compile(DAY, re.VERBOSE)
_PLAIN_DAY = re.sub(r"[?]P<[a-z_]+>", "?:", DAY)
_HOUR = r"(?: \d{1,2} [ ]? [:时点] [ ]? \d\d (?: [ ]? [:分] (?: [ ]? \d\d (?:\.\d{1,3})? 秒? )? )? )"
_WHO = r"(?:信息|稿件|文章|新闻)? (?:来源|稿源|作者|编辑|责编|审核|撰稿|供稿|记者|发布人|发布者|发布机构)"
_SOURCED = re.compile(
    rf"""
    (?: [-*•·●] [ ]* )?
    (?: https?://[!-~]{{4,80}} [ ]+ | (?:[{HAN}]{{2,16}} [ ]+)? www\.[!-~]{{4,60}} [ ]+
      | \[ [^\[\]]{{0,20}} \] [ ]* ){{0,6}}
    (?: (?: {_WHO} [ ]* : [ ]* [^:。\n]{{0,24}}? [ \t]* ){{1,4}}
      (?: (?:发布|发表|发文) (?:时间|日期) [ ]* : [ ]* )?
      (?:{_PLAIN_DAY}) (?=$|[ \t|]|{_HOUR})                        # 来源:某县发布 2021-03-05
    | {WEBSITE}?
      (?:{_PLAIN_DAY}) [ ]* [/]? [ ]* {_HOUR}? [ ]* [|]? [ ]* (?: (?<=[ ])[{HAN}]{{2,12}}[ ]+ )?
      (?: {_WHO} | 浏览 | 阅读 | 点击 | 字体 | 字号 )                  # 2021-03-05 来源:某县发布
    | {WEBSITE}?
      (?:{_PLAIN_DAY}) [ ]* {_HOUR} (?: [ ]+ [{HAN}]{{2,16}} )?
      (?: [ ]* \[[^\[\]]{{2,8}}\] ){{0,3}} $                         # 2021-03-05 08:30:00 某县发布 [我要纠错]
    )
    """,
    re.VERBOSE,
)
_ALONE = re.compile(
    rf"""
    [\[(]? [ ]* (?: [{HAN}]{{2,20}} [ \t]+ ){{0,2}} (?: [#]? [{HAN}]{{2,20}} [ ]* [|] [ ]* )?
    (?:19|20)\d\d [ ]* (?P<mark>[-/]) [ ]* \d{{1,2}} [ ]* (?P=mark) [ ]*
    \d{{1,2}} (?: [ ]* [\])]? (?: [ ]* \[ [{HAN}]{{2,6}} \] ){{0,3}} | [ ]* [{HAN}]{{2,4}} )
  | [#]? [{HAN}]{{2,20}} [ ]* [|] [ ]* (?:{_PLAIN_DAY})                 # 某县日报|2021年3月5日
  | (?: 《[{HAN}]{{2,12}}报》 | [{HAN}]{{2,12}}[日晚早晨时]报 ) [ \t]* \(? (?:{_PLAIN_DAY}) \)?
      (?: [ \t]* 第? \w{{1,4}} 版 [^,。;\n]{{0,12}} )?      # 《某县日报》 2021年3月5日 第2版
  | (?:{_PLAIN_DAY}) [ \t]+ [{HAN}]{{2,12}} (?: 报 | 网 | 社 | 台 | 客户端 | 融媒体?(?:中心)? | 发布 )
    """,
    re.VERBOSE,
)
"""A day alone, as pages write it and documents do not: in figures, or beside the paper that printed the text."""
_CREDIT = re.compile(
    rf"[(](?:信息|文章|稿件|新闻)?(?:来源|稿源)[ ]*:[ ]*[^:()\n]{{2,40}}?[ ,]{{1,8}}(?:{_PLAIN_DAY})[ ]*[)]",
    re.VERBOSE,
)
"""The last line of a text that says where it is from: (来源:石桥县民政局 2031年6月6日)."""
_HEAD, _LAST = 30, 4
_PROSE = 60


def is_day_of_page(words: str) -> bool:
    """Whether a folded line of the head is nothing but the day that a page bears, written as pages write it."""
    return _ALONE.fullmatch(words) is not None


_CLOCK = re.compile(r"今天是:?[ ]*(?:\n|\Z|20\d\d年\d{1,2}月\d{1,2}日[ ]*(?:星期|\n|\Z))")
"""The day that a page shows to whoever looks at it."""


def is_clock(text: str, at: int) -> bool:
    """Whether a time is that of the clock of a page, with or without a colon before its day."""
    start = text.rfind("今天是", max(0, at - 5), at + 3)
    return start >= 0 and _CLOCK.match(text, start) is not None


def is_lunar(text: str, end: int) -> bool:
    """Whether words that end at `end` go on to a day of the moon's calendar: 十月初|七."""
    return text[end - 1] == "初" and text.startswith(tuple("一二三四五六七八九十"), end)


def find_day_of_page(paragraphs: Sequence[Paragraph]) -> Stated[PartialDate] | None:
    """The day of a line of the head that has a source or the hour beside it, or is a day in figures alone.

    The lines end where the running text begins; the first of `paragraphs` is the first line of the page. A text may
    give its source and the day in brackets at its end instead.
    """
    return _day_of_head(paragraphs) or _day_of_credit(paragraphs)


def _day_of_credit(paragraphs: Sequence[Paragraph]) -> Stated[PartialDate] | None:
    """The day beside the source in brackets at the end."""
    for paragraph in paragraphs[-_LAST:]:
        stated = _DAY.search(paragraph.text) if _CREDIT.fullmatch(paragraph.text) else None
        if stated and (day := day_of(stated)):
            return Stated(day, paragraph.span)
    return None


def _day_of_head(paragraphs: Sequence[Paragraph]) -> Stated[PartialDate] | None:
    """The day in the lines above the running text."""
    for paragraph in paragraphs[:_HEAD]:
        if len(paragraph.text) > _PROSE and "。" in paragraph.text:
            return None
        line = _SOURCED.match(paragraph.text) or _ALONE.fullmatch(paragraph.text)
        stated = _DAY.search(paragraph.text, 0, line.end()) if line else None
        day = day_of(stated) if stated else None
        if day is not None:
            return Stated(day, paragraph.span)
    return None
