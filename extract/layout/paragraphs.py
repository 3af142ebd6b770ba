"""The paragraphs of a document: its lines without page furniture, wrapped lines put together, flattened ones apart.

A reader gives blocks; a file of plain text gives a block a line, and its lines may be the printed lines of a page.
Whether they are is told by geometry: printed lines are nearly all of one width, and few of them end in a closing mark.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from corpus import BlockKind, Document, Span, Table
from extract.layout.genre import title_word
from extract.layout.heading_ends import heading_end
from extract.layout.lost_line_ends import lost_line_ends
from extract.layout.numbering import CHAPTER, read_label
from extract.layout.run_on_items import run_on_items
from extract.lexicon import words
from extract.patterns import DAY, DOCUMENT_NUMBER, HAN, NEWS_OPENING, ORGAN_ENDING, SHORT_DAY, WEBSITE


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, or a table.

    Attributes:
        span: its characters, without white space at the ends.
        text: the folded words at `span`; wrapped lines keep their line ends.
        kind: what its layout says.
        level: depth of a heading, where the file itself says it.
        table: the grid, for a table.
    """

    span: Span
    text: str
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int | None = None
    table: Table | None = None


class _Line(NamedTuple):
    """A printed line: its place, its width in full-width characters, its block, and whether it is set in."""

    start: int
    end: int
    width: float
    block: int
    indented: bool


CLOSING = '。!?;:.…"'
"""Folded marks that a paragraph may end with and a printed line seldom does."""

_LINE = re.compile(r"[^\n]+")
_PAGE_NUMBER = re.compile(
    r"""
    - [ ]? \d{1,4} [ ]? -              # - 12 -
    | · [ ]? \d{1,4} [ ]? ·            # ·12·
    | 第[ ]?\d{1,4}[ ]?页 (?: [ ]?[/,(]?[ ]?共[ ]?\d{1,4}[ ]?页[ ]?\)? )?   # 第3页 共12页
    | \d{1,4} [ ]? / [ ]? \d{1,4}      # 3/12
    """,
    re.VERBOSE,
)
_BARE_NUMBER = re.compile(r"\d{1,4}")
_FURNITURE = re.compile("|".join(f"(?:{pattern})" for pattern in words("furniture", "pattern")))
_FURNITURE_LENGTH = 60
_ORDINAL_JOINT = re.compile(r"(?<=。)[ \t]+(?=[(\[]?[一二三四五六七八九十]{1,3}[)\]、])")
_JOINT = re.compile(rf"(?<=[。!?\"])[ \t]{{2,}}(?=\S)|{_ORDINAL_JOINT.pattern}")
_LOOSE_JOINT = re.compile(r"(?<=[。!?\"])[ \t]+(?=\S)")
_BLANKS = re.compile(r"[一-龥][ \t]+[一-龥]")
"""Blanks as tables and lists have them, between words."""
_CHAPTER_JOINT = re.compile(rf"(?:{CHAPTER})[ \t]*[^。;:\n]{{0,40}}?[ \t]+(?=第[一二三四五六七八九十百零〇]{{1,6}}条)")
_HEADING_JOINT = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\))"
    rf"(?:[^\s,。;:!?]{{2,24}}(?P<blank>[ \t]{{2,}})(?=[^\n]{{16,}})"
    rf"|[{HAN}]{{2,16}}(?P<single>[ \t])(?=[^\s,。;:]{{6,}}[^\n]{{8,}}。))"
)
"""A heading and the blanks behind it, where its line end was lost: 一、办理情况  我局…."""
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
_SIGNED_LINE = re.compile(r"[^\n。]{0,80}签[ ]?发[ ]?人[ ]*:[^\n]{0,20}")
"""The line of a letter sent upwards: 某编办函〔2022〕33号 or 分类:B, and far behind it 签发人:某某."""
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
_FOOT = 70
_PAGE = 240
"""Characters behind a title that may be lines of the page."""
_HEAD = 10
"""Paragraphs that number and addressee may stand in."""
_LONG_LINE = 300
_FLATTENED = 700
"""Characters of a line that holds most of a text, so that its own line ends were lost."""
_ONE_LINE = 140
"""Characters of a text without any line end."""

_MIN_LINES = 8
_WIDTHS = range(18, 64)
_INDENT = 2.0
_GAP = 8.0
_HEAD_LENGTH, _TITLE_LENGTH = 600, 120
_REMARK = 200
_RESPONSIBLE = tuple(f"{word})" for word in ("负责", "牵头", "参与", "参加", "配合", "落实", "承办", "协办"))
"""How a bracket ends that names the bodies at the end of a paragraph."""
_OPENS = ("附件", "答:", "问:")
"""How a line begins that never goes on from the one before."""
_CAPTION = re.compile(r"[^,。;:、]{2,12}:")
_SLACK = 2.6
"""How much narrower than the others a full line may be: a mark may not open a line, so the one before it goes along."""


def find_paragraphs(document: Document, folded: str) -> tuple[Paragraph, ...]:
    """The paragraphs and tables of `document` in reading order, page furniture left out."""
    lines = [line for line in _lines(document, folded) if not _is_furniture(folded[line.start : line.end])]
    widths = _full_widths(folded, lines)
    if widths is None:
        return tuple(_paragraphs(document, folded, ([line] for line in lines)))
    printed = [
        (line, width)
        for line, width in zip(lines, widths, strict=True)
        if not _BARE_NUMBER.fullmatch(folded, line.start, line.end)
    ]
    return tuple(_paragraphs(document, folded, _join(folded, printed, document)))


def is_flattened(folded: str) -> bool:
    """Whether the line ends of a text were lost: few lines, and those far longer than a paragraph."""
    ends = folded.strip().count("\n")
    return len(folded) > (_FLATTENED if ends else _ONE_LINE) and ends * _FLATTENED < len(folded)


def _lines(document: Document, folded: str) -> Iterator[_Line]:
    """The lines with words of all blocks but furniture; a table is one line."""
    for number, block in enumerate(document.blocks):
        if block.kind is BlockKind.FURNITURE:
            continue
        if block.table is not None:
            span = block.span.strip(folded)
            if span:
                yield _Line(span.start, span.end, 0.0, number, indented=True)
            continue
        for match in _LINE.finditer(folded, block.span.start, block.span.end):
            words_ = match.group()
            start = match.start() + len(words_) - len(words_.lstrip())
            end = match.start() + len(words_.rstrip())
            if end > start:
                yield _Line(start, end, _width(document.text[start:end]), number, indented=start - match.start() >= 2)


def _width(words_: str) -> float:
    """Width in full-width characters; one of ASCII is half as wide."""
    return (len(words_) + (len(words_.encode("utf-8", "replace")) - len(words_)) / 2) / 2


def _is_furniture(line: str) -> bool:
    """Page numbers, share buttons, links of the site."""
    if len(line) > _FURNITURE_LENGTH:
        return False
    return _PAGE_NUMBER.fullmatch(line) is not None or _FURNITURE.fullmatch(line) is not None


def _full_widths(folded: str, lines: list[_Line]) -> list[float] | None:
    """For each line the width that lines around it were wrapped at; None if they are not printed lines.

    A page may have a second width, where boxes are set in smaller type.
    """
    long = [line for line in lines if line.width >= 12 and "...." not in folded[line.start : line.end]]
    if len(long) < _MIN_LINES:
        return None
    main = _mode(long, _WIDTHS)
    second = _mode([line for line in long if line.width > main + _SLACK], range(int(main) + 4, 90))
    full = [line for line in long if any(abs(line.width - width) <= _SLACK for width in (main, second))]
    wider = sum(line.width > max(main, second) + _SLACK for line in long)
    open_ended = sum(folded[line.end - 1] not in CLOSING for line in full)
    if len(full) < 0.45 * len(long) or wider > 0.04 * len(long) or open_ended < 0.6 * len(full):
        return None
    wide = [line.width > main + _SLACK for line in lines]
    around = [any(wide[max(0, at - 1) : at + 2]) for at in range(len(lines))]
    return [second if near else main for near in around]


def _mode(lines: list[_Line], widths: range) -> float:
    """The commonest width; 0 where there is no line."""
    counts = Counter(round(line.width) for line in lines)
    if not counts:
        return 0.0
    return float(max(widths, key=lambda at: counts[at] + 0.9 * counts[at - 1] + 0.5 * counts[at + 1]))


def _join(folded: str, printed: list[tuple[_Line, float]], document: Document) -> Iterator[list[_Line]]:
    """Printed lines, each with the full width of its place, grouped to paragraphs."""
    lines = [line for line, _ in printed]
    grouped = any(a.block == b.block for a, b in pairwise(lines))
    indents = 0.03 * len(lines) < sum(line.indented for line in lines) < 0.7 * len(lines)
    group: list[_Line] = []
    full = 0.0
    for line, width in printed:
        apart = not group or (grouped and group[-1].block != line.block) or (indents and line.indented)
        full -= _room(folded, group)
        if group and not apart:
            headed = not indents and len(group) == 1 and _is_under_heading(folded, group[0], line, width)
            apart = headed or (line.start < _HEAD_LENGTH and _ends_head(folded, group, line))
        if group and (apart or not _continues(folded, group[-1], line, full, width, document, indents=indents)):
            yield group
            group = []
        group.append(line)
        full = width
    if group:
        yield group


def _room(folded: str, group: list[_Line]) -> float:
    """How much narrower than a full line the last of `group` may be.

    A first line is set in; in the middle of a sentence only a word that may not be broken (18.4万亩) leaves a gap.
    """
    if len(group) == 1:
        return 0.0 if group[0].indented and _is_closed(folded, group[0]) else _INDENT
    return _GAP if group and not _is_closed(folded, group[-1]) else 0.0


def _is_closed(folded: str, line: _Line) -> bool:
    """Whether a line ends as paragraphs do: with a closing mark, or with a bracket behind one."""
    if folded[line.end - 1] != ")":
        return folded[line.end - 1] in CLOSING
    opened = folded.rfind("(", max(1, line.end - _REMARK), line.end)
    remark = opened > 0 and folded[opened - 1] in CLOSING
    return remark or folded.endswith(_RESPONSIBLE, line.start, line.end)


def _continues(
    folded: str, last: _Line, line: _Line, full: float, width: float, document: Document, *, indents: bool
) -> bool:
    """Whether `line` goes on with the paragraph of `last`, which is a full line if it is as wide as `full`."""
    plain = {BlockKind.PARAGRAPH, BlockKind.LIST_ITEM}
    if any(document.blocks[one.block].kind not in plain for one in (last, line)):
        return False
    words_ = folded[line.start : line.end]
    if last.width < full - _SLACK or read_label(words_) is not None or words_.startswith(_OPENS):
        return False
    mark = folded[last.end - 1]
    if not _is_closed(folded, last) or mark in ":;":
        return mark != ":"
    if _CAPTION.match(words_):
        return False
    return indents or not _is_first(folded, line, width)


def _is_first(folded: str, line: _Line, width: float) -> bool:
    """Whether a line is as narrow as the first of a paragraph whose blanks were lost: by two characters.

    It is narrower by one more where a mark took a word along to the next line.
    """
    goes_on = folded[line.end - 1] not in CLOSING
    return width - _SLACK - goes_on <= line.width <= width - 1.4


def _is_under_heading(folded: str, last: _Line, line: _Line, width: float) -> bool:
    """Whether `line` is the first of a paragraph behind a heading that fills its line: (一)扩大供给⏎推进…."""
    open_ended = all(folded[one.end - 1] not in CLOSING for one in (last, line))
    return open_ended and _is_first(folded, line, width) and read_label(folded[last.start : last.end]) is not None


def _ends_head(folded: str, group: Sequence[_Line], line: _Line) -> bool:
    """Whether lines of the head end with who signed the document, or are a whole title."""
    signed = len(group) == 1 and _SIGNED_LINE.fullmatch(folded, group[0].start, group[0].end)
    return bool(signed) or _ends_title(folded, group, line)


def _ends_title(folded: str, group: Sequence[_Line], line: _Line) -> bool:
    """Whether lines of the head are a whole title, and `line` adds nothing to it."""
    words_ = folded[group[0].start : group[-1].end]
    if len(words_) > _TITLE_LENGTH or any(mark in words_ for mark in ",。;:") or folded[line.start] in "(《":
        return False
    return title_word(re.sub(r"\s+", "", words_)) is not None and words_.count("《") == words_.count("》")


def _paragraphs(document: Document, folded: str, groups: Iterable[list[_Line]]) -> Iterator[Paragraph]:
    """The groups as paragraphs, those that hold several taken apart."""
    loose = is_flattened(folded)
    for number, group in enumerate(groups):
        block = document.blocks[group[0].block]
        span = Span(group[0].start, group[-1].end)
        if block.table is not None:
            yield Paragraph(span, folded[span.start : span.end], BlockKind.TABLE, None, block.table)
            continue
        lost = loose or (len(span) > _FLATTENED and 2 * len(span) > len(folded))
        for part in _parts(folded, span, loose=lost, head=number < _HEAD):
            yield Paragraph(part, folded[part.start : part.end], block.kind, block.level)


def _parts(folded: str, span: Span, *, loose: bool, head: bool) -> Iterator[Span]:
    """A line cut where line ends were lost: behind a chapter's heading, a number, an addressee, before a signature."""
    joints: list[tuple[int, int]] = []
    chapter = _CHAPTER_JOINT.match(folded, span.start, span.end)
    if chapter:
        joints.append((chapter.end(), chapter.end()))
    if (heading := _HEADING_JOINT.match(folded, span.start, span.end)) and not _BLANKS.search(
        folded, heading.end(), span.end
    ):
        joints.append(heading.span(heading.lastgroup or 0))
    if not loose and (ordinal := _LONG_ITEM.match(folded, span.start, span.end)):
        end = heading_end(folded, ordinal.end(), span.end)
        joints.extend([(end, end)] if end is not None else ())
    if head:
        joints.extend(_head_joints(folded, span, loose=loose))
    if folded.find("。 ", span.start, span.end) >= 0 or len(span) > _LONG_LINE:
        joint = _ORDINAL_JOINT if len(span) <= _LONG_LINE else _LOOSE_JOINT if loose else _JOINT
        joints.extend(match.span() for match in joint.finditer(folded, span.start, span.end))
    joints.extend(_lost_joints(folded, span, loose=loose))
    if (folded[span.end - 1] == "日" or (loose and folded[span.end - 1].isdigit())) and (
        foot := _FOOT_JOINTS.search(folded, max(span.start, span.end - _FOOT), span.end)
    ):
        joints.extend((at, at) for at in (foot.start("name"), foot.start("date")) if at > span.start)
    if not joints:
        yield span
        return
    start = span.start
    for before, after in sorted(set(joints)):
        if before > start:
            yield Span(start, before).strip(folded)
        start = max(start, after)
    yield Span(start, span.end).strip(folded)


def _lost_joints(folded: str, span: Span, *, loose: bool) -> Iterator[tuple[int, int]]:
    """Where the lines of a flattened text ended, and where items begin behind the first on its line."""
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
