"""Lines that hold several paragraphs, because line ends were lost, taken apart: headings, heads, items, signatures."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus import Span
from extract.layout.heading_ends import heading_end
from extract.layout.lost_line_ends import lost_line_ends
from extract.layout.numbering import CHAPTER
from extract.layout.run_on_items import run_on_items
from extract.patterns import DAY, DOCUMENT_NUMBER, HAN, NEWS_OPENING, ORGAN_ENDING, SHORT_DAY, WEBSITE

_ORDINAL_JOINT = re.compile(r"(?<=。)[ \t]+(?=[(\[]?[一二三四五六七八九十]{1,3}[)\]、])")
_JOINT = re.compile(rf"(?<=[。!?\"])[ \t]{{2,}}(?=\S)|{_ORDINAL_JOINT.pattern}")
_LOOSE_JOINT = re.compile(r"(?<=[。!?\"])[ \t]+(?=\S)")
_BLANKS = re.compile(r"[一-龥][ \t]+[一-龥]")
"""Blanks as tables and lists have them, between words."""
_CHAPTER_JOINT = re.compile(rf"(?:{CHAPTER})[ \t]*[^。;:\n]{{0,40}}?[ \t]+(?=第[一二三四五六七八九十百零〇]{{1,6}}条)")
_HEADING_JOINT = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\))"
    rf"(?:[^\s,。;:!?]{{2,24}}(?P<blank>[ \t]{{2,}})(?=[^\n]{{16,}})"
    rf"|[{HAN}]{{2,16}}(?P<single>[ \t])(?=(?:[^\s,。;:]{{6,}}|[^\s,。;:]{{2,5}},)[^\n]{{8,}}。))"
)
"""A heading and the blanks behind it, where its line end was lost: 一、办理情况  我局…."""
_ANSWER_JOINT = re.compile(r"(?<=如下:)[ \t]+(?=一、)")
"""Before the first heading of a letter whose opening stands on the same line: 现答复如下:  一、办理情况."""
_LONG_ITEM = re.compile(r"[一二三四五六七八九十]{1,3}、(?=[^。:;!?]{47})")
"""An item that is no heading with its text behind a mark, but may be one whose line end was lost."""
_FIRST_ITEM = re.compile(r"\(一\)")
"""How a line begins that may hold the items behind its first as well: (一)加强领导。….(二)…."""
_HEAD_JOINTS = re.compile(
    rf"""
    (?: (?P<number> {DOCUMENT_NUMBER} ) [ \t]* (?=各|省|市|县|有关) )?      # 某财〔2019〕3号|各市财政局…
    (?: (?P<addressee> (?:各|省|市|县|有关)[^。;:\n]{{2,240}}?
        (?:{ORGAN_ENDING}|单位|部门|机构|企业|学校) (?:[(][^()\n]{{1,20}}[)])? : ) [ \t]*
        (?= [^\s:]{{12}} (?: \S* [,。;] | \S{{30}} ) ) )?      # and no headline: 省水利厅:上半年新增用户3万户
    # 各市财政局：|为贯彻…
    """,
    re.VERBOSE,
)
_NUMBERED_TITLE = re.compile(rf"{DOCUMENT_NUMBER}(?P<dash>[ \t]*[-—–][ \t]*)(?=[{HAN}]{{4}})", re.VERBOSE)
"""A number put before the title of a page: 某政发〔2020〕3号-某县人民政府关于…."""
_RUNS_ON = r"[^\s\d:(\[|星上下晚]"
"""Behind a day that is a part of a sentence: 早于 2031年3月31日|的."""
_OF_PAGE = (
    rf"{WEBSITE}?(?:19|20)\d\d(?:[-/.]|年[ ]?\d{{1,2}}[ ]?月[ ]?\d{{1,2}}[ ]?日(?!{_RUNS_ON}))"
    r"|(?:(?:信息|文章|稿件)?来源|稿源|作者|编辑|(?:发布|发表|发稿)(?:时间|日期)|时间|日期|地点|主题|主持人?|发布人|嘉宾|出席人员?"
    r"|浏览(?:次数|量)?|点击(?:数|量)?|阅读(?:数|量|次数)?)[ ]*:|\[?(?:字体|字号|打印|[大中小][ ][大中小])"
)
"""What the lines between the title of a page and its text begin with."""
_PAGE_JOINT = re.compile(rf"(?<=\S)[ \t]+(?={_OF_PAGE})")
_TITLE_JOINT = re.compile(
    rf"(?:[{HAN}]{{2,24}}[局厅委部院署办府会团][ \t]+){{0,9}}"
    r"(?:[^。,;:!?()\"\s]|\([^()\s]{0,20}\)|\"[^\"\n]{1,30}\"){6,60}(?P<blank>[ \t]{2,}(?=\S{20})"
    r"|[ \t]+(?=(?:各|省|市|县|有关)[^。;:!\s]{2,80}:[ \t])"
    rf"|[ \t](?={NEWS_OPENING}\S{{20}})|[ \t]+(?={_OF_PAGE})"
    r"|(?<=通[知告报]|公告|意见|决定|方案|规划|办法|措施|细则|批复|复函|答复|提示|说明)[ \t]+"
    r"(?=[^\s,。:;!?]{2,60}[,:。])"
    rf"|[ \t](?={SHORT_DAY}[^\s,。:;!?]{{4,50}}[,。]))"
)
"""The title and the blanks behind it, where the line ends were lost: 某县稳就业保民生  3月2日，县政府…."""
_FOOT_JOINTS = re.compile(
    rf"(?:(?<=[。!.])|(?<=[\da-zA-Z)])(?=[ \t]+[{HAN}]{{4}}))[ \t]*"
    rf"(?P<name>[{HAN}]{{2,30}}?{ORGAN_ENDING}(?:[ \t]+[{HAN}]{{2,30}}?{ORGAN_ENDING}){{0,4}})?"
    rf"[ \t]*(?P<date>{DAY})[ \t]*$",
    re.VERBOSE,
)
_YEAR_CHAPTER = re.compile(
    r"(?<=[。!?;])[ ]?(?:[一二三四五]、)?(?:(?:19|20)\d\d年度?|今年|明年|下一?步|今后五年)(?:的)?[^,。;:!?\d]{0,14}?"
    r"(?:工作(?:回顾|总结|情况|安排(?:建议)?|打算|任务|思路|重点|部署|要求|目标)|(?:主要|重点|目标)任务|(?:重点|主要)工作"
    r"|预期目标)"
    r"(?=过去|刚刚|今年|这一年|(?:19|20)\d\d年|一年来|我们|我[省市县区局]|回首|做好|总体|全[省市县区]|面对|在|根据|按照|"
    r"一是|[(]一[)]|[一1][、.])"
)
"""The heading of a year's chapter amid a text that lost its line ends: …请予审议。一、2030年工作回顾|过去一年,…."""
_FOOT = 70
_PAGE = 240
"""Characters behind a title that may be lines of the page."""
_LONG_LINE = 300


def taken_apart(folded: str, span: Span, *, loose: bool, head: bool) -> Iterator[Span]:
    """The paragraphs of a line.

    Args:
        folded: the folded text.
        span: the line.
        loose: line ends of the text were lost all over it.
        head: it may bear number and addressee.
    """
    start = span.start
    for before, after in sorted(set(_joints(folded, span, loose=loose, head=head))):
        if before > start:
            yield Span(start, before).strip(folded)
        start = max(start, after)
    yield Span(start, span.end).strip(folded)


def _joints(folded: str, span: Span, *, loose: bool, head: bool) -> Iterator[tuple[int, int]]:
    """Where line ends were lost: behind a heading, a number, an addressee, a sentence, before a signature."""
    if chapter := _CHAPTER_JOINT.match(folded, span.start, span.end):
        yield chapter.end(), chapter.end()
    answer = _ANSWER_JOINT.search(folded, span.start, span.end) if head else None
    if answer:
        yield answer.span()
    heading = _HEADING_JOINT.match(folded, answer.end() if answer else span.start, span.end)
    if heading and not _BLANKS.search(folded, heading.end(), span.end):
        yield heading.span("blank" if heading["blank"] else "single")
    if not loose and (ordinal := _LONG_ITEM.match(folded, span.start, span.end)):
        end = heading_end(folded, ordinal.end(), span.end)
        yield from [(end, end)] if end is not None else ()
    if head:
        yield from _head_joints(folded, span, loose=loose)
    if folded.find("。 ", span.start, span.end) >= 0 or len(span) > _LONG_LINE:
        joint = _ORDINAL_JOINT if len(span) <= _LONG_LINE else _LOOSE_JOINT if loose else _JOINT
        yield from (match.span() for match in joint.finditer(folded, span.start, span.end))
    yield from _lost_joints(folded, span, loose=loose)
    yield from _foot_joints(folded, span, loose=loose)


def _foot_joints(folded: str, span: Span, *, loose: bool) -> Iterator[tuple[int, int]]:
    """Where the bodies that sign, and the date, stand at the end of the line of the text."""
    last = folded[span.end - 1]
    dated = last == "日" or (loose and last.isdigit())
    foot = _FOOT_JOINTS.search(folded, max(span.start, span.end - _FOOT), span.end) if dated else None
    if foot:
        yield from ((at, at) for at in (foot.start("name"), foot.start("date")) if at > span.start)


def _lost_joints(folded: str, span: Span, *, loose: bool) -> Iterator[tuple[int, int]]:
    """Where the lines of a flattened text ended, and where items begin behind the first on its line."""
    if len(span) > _LONG_LINE:
        chapters = (match.span() for match in _YEAR_CHAPTER.finditer(folded, span.start, span.end))
        yield from ((at, at) for chapter in chapters for at in chapter)
    if loose:
        yield from lost_line_ends(folded, span)
    if loose or (_FIRST_ITEM.match(folded, span.start) and folded.find("。(二)", span.start, span.end) > 0):
        yield from ((at, at) for at in run_on_items(folded, span))


def _head_joints(folded: str, span: Span, *, loose: bool) -> Iterator[tuple[int, int]]:
    """Where number and addressee end on the line of the text, and a title where all is one line."""
    start = span.start
    if loose and start == 0 and (title := _TITLE_JOINT.match(folded, 0, span.end)):
        start = title.end()
        yield title.span("blank")
        yield from (
            joint.span() for joint in _PAGE_JOINT.finditer(folded, title.end(), min(span.end, title.end() + _PAGE))
        )
    if span.start == 0 and (numbered := _NUMBERED_TITLE.match(folded, 0, span.end)):
        yield numbered.span("dash")
    match = _HEAD_JOINTS.match(folded, start, span.end)
    if match:
        yield from ((match.end(name), match.end(name)) for name in ("number", "addressee") if match[name])
