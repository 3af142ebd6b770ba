"""Headings without an ordinal: lines that stand alone (2023年工作回顾), and lead-ins (规范统一，公平公正。各地要…)."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from corpus import BlockKind
from extract.layout.part_role import Role
from extract.lexicon import words
from extract.outline.heading_shapes import Form, Shape, read_shape
from extract.outline.marks import Lines, Mark

_BARE = frozenset(words("bare_headings", "word"))
_YEAR_HEADING = re.compile(
    r"""
    (?: (?:19|20)\d\d年(?:度)? | 今年 | 去年 | 过去[一五]年 | 今后五年 | [^,。]{0,8}五年 ) 的?
    (?: [^,。]{0,16} (?: 工作 | 回顾 | 任务 | 安排 | 目标 | 总结 | 情况 | 重点 | 打算 | 要求 | 部署 | 思路
      | 计划 | 要点 | 考虑 | 举措 ) ){1,2}
    """,
    re.VERBOSE,
)
_SECTION_HEADING = re.compile(
    r"""
    (?: 目前 | 当前 | 我[局市县区省厅委办镇] | 近年来 | 基本 | 主要 | 总体 | 具体 | 有关 | 相关 | 突出 | 现实
      | 工作 | 前期 | 建议 | 提案 | 存在的? | 面临的? | 取得的? | 采取的? | 开展 | 进展 | 办理 | 推进 | 落实
      | 整改 | 完成 | 实施 | 下一?步的? | 下一?阶段的? | 今后的? | 后续的? ){1,5}
    (?: 情况 | 问题 | 困难 | 不足 | 短板 | 做法 | 成效 | 成绩 | 进展
      | 打算 | 安排 | 计划 | 措施 | 举措 | 思路 | 考虑 | 原因 )
    (?: [和与及、] (?: 工作 | 主要 | 存在的? | 下一?步 | 面临的? )?
        (?: 问题 | 困难 | 不足 | 短板 | 挑战 | 成效 | 成绩 | 做法 | 进展
          | 打算 | 安排 | 措施 | 举措 | 建议 ) )?
  | (?: 已经? | 拟 | 将 | 正在 ) (?: 做 | 开展 | 采取 | 落实 | 完成 ) 的? (?: 主要 )? (?: 工作 | 措施 | 事项 )
    """,
    re.VERBOSE,
)
"""Parts of answers and summaries by their usual words: 基本情况, 存在的困难和问题, 下一步工作打算."""
_SIGNS = "◎●■◆◇▲△►▶➢➤★☆□○※▌•·"
_BULLET = re.compile(rf"(?:[{_SIGNS}]+|-(?!\d))[ ]*|")
"""A sign before a heading, which is none of its words; nothing where there is none."""
_QUESTIONS = re.compile(
    rf"[{_SIGNS}〇【\[ ]*(?P<words>答?记者问|记者提问|现场问答|现场提问|(?:提问|问答|互动|答问)环节)[】\] ]*"
)
"""The heading of the questions at a press conference, perhaps behind a sign: ◎答记者问."""
_HEARD = re.compile(
    r"(?P<words>(?:公众|公开|社会|征求|征集|反馈){0,2}(?:意见|建议){0,2}(?:征集|征求|采纳|反馈|收集|处理)"
    r"(?:情况|结果)(?:反馈|公示|公布|说明)?|结果反馈)[ ]*:?"
)
"""The heading of what came of a consultation, which pages add below its notice: 意见征集情况:."""
_CAPTION = re.compile(
    r"[^,。]{2,10}(?:成效|成绩|成果|情况|措施|举措|做法|任务|目标|重点|要求|安排|打算|思路|问题|原因|经验|特点|亮点)。"
)
"""A heading that a full stop closes, as some put it above （一）: 主要工作成效。."""
_BYLINE = re.compile(r"(?:记者|通讯员|评论员)$")
_NOT_BARE = re.compile("|".join(f"(?:{pattern})" for pattern in words("not_bare_headings", "pattern")))
_NOT_OPENING = re.compile("|".join(f"(?:{pattern})" for pattern in words("not_lead_ins", "pattern")))
_ALONE = 26
_PROSE = 36
_SENTENCE = 12
_KICKER = 8
_QUESTION = 36
_ASKED = re.compile(
    r"[\"]?(?:请?问|提问|想问|您|你|我|那么?|刚才|另外|第[一二三]个|最近|近期)|记者|\[[^\[\]?]{2,30}\](?=.)"
)
"""How a question of those present begins, which heads nothing."""
_OURS = re.compile(r"我们[一-龥]{2}")
_OPENING, _SPEAKER = 4, 2
_LEAD_IN = range(4, 29)
_LEAD_IN_REST = 12
_SEVERAL, _LED_IN = 4, 3


def find_bare_headings(text: Lines, marks: Mapping[int, Mark]) -> Iterator[Mark]:
    """Lines that stand alone and are headings: by the file's own style, by their words, or by their place.

    Place counts only in a text that has no outermost ordinals (一、, 第一章), and needs （一） below or two such lines
    above paragraphs; then a line above a single sentence is one as well, and so is one that names a part by its usual
    words (基本情况, 下一步工作打算).
    """
    taken = _taken(marks)
    alone = [index for index in range(len(text.paragraphs)) if index not in taken and _stands_alone(text, index)]
    outer = any(mark.kind in {"part", "chapter", "han"} for mark in marks.values())
    firm = [index for index in alone if _is_placed(text, index)]
    placed = {index for index in alone if _is_placed(text, index, sentence=True)} if len(firm) > 1 else set()
    placed |= {index for index in firm if _opens_ordinals(text, index)}
    for index, paragraph in enumerate(text.paragraphs):
        if index and index not in taken and text.is_plain(index) and (heard := _HEARD.fullmatch(paragraph.text)):
            yield Mark(index, "bare", Shape(*heard.span("words"), Form.ALONE, 0))
    for index in alone:
        words_ = text.paragraphs[index].text
        if _HEARD.fullmatch(words_):
            continue
        questions = _QUESTIONS.fullmatch(words_)
        styled = text.paragraphs[index].kind is BlockKind.HEADING
        known = words_.replace(" ", "") in _BARE or _is_named(text, index, outer=outer)
        if styled or known or questions or (not outer and index in placed):
            start, end = (
                questions.span("words") if questions else (_words_start(words_), len(words_.removesuffix("。")))
            )
            yield Mark(index, "bare", Shape(start, end, Form.ALONE, 0))


def _is_named(text: Lines, index: int, *, outer: bool) -> bool:
    """Whether a line above a sentence, or above the first of some items, names its part: 2023年工作回顾, 基本情况."""
    words_ = text.paragraphs[index].text
    if _YEAR_HEADING.fullmatch(words_) is None and (outer or _SECTION_HEADING.fullmatch(words_) is None):
        return False
    label = text.labels[index + 1] if index + 1 < len(text.labels) else None
    numbered = label is not None and label.number == 1 and _ends_above(text, index)
    return numbered or _is_under(text, index, sentence=True)


def _words_start(words_: str) -> int:
    """Where a heading's words begin behind its sign."""
    return _BULLET.match(words_).end()  # type: ignore[union-attr]  # matches nothing


def _taken(marks: Mapping[int, Mark]) -> set[int]:
    """The paragraphs that headings with ordinals take, their second lines included."""
    return {index + step for index, mark in marks.items() for step in range(max(1, mark.lines))}


def _stands_alone(text: Lines, index: int) -> bool:
    """Whether a paragraph is a short line without a closing mark, or a question that heads its answer."""
    if not text.is_plain(index) or not 2 <= len(text.paragraphs[index].text) <= 2 * _ALONE:
        return False
    words_ = text.paragraphs[index].text
    if _is_question(words_):
        return _ASKED.match(words_) is None
    shape = read_shape(words_, 0)
    if shape is not None and shape.form is Form.CLOSED:
        return _CAPTION.fullmatch(words_) is not None and text.has_items(index, 0) and _opens_ordinals(text, index)
    return shape is not None and shape.form is Form.ALONE and words_[-1] not in ":?!"


def _is_question(words_: str) -> bool:
    """Whether a line asks, and perhaps answers in as few words: 学位够不够?新增五千个, 乱停车?重罚!"""
    return "?" in words_ and words_[-1] not in ":;。" and not any(mark in words_ for mark in "。;:")


def _is_placed(text: Lines, index: int, *, sentence: bool = False) -> bool:
    """Whether a line has its place between prose, and words, as headings have.

    The line under a title is none, nor is the name behind 记者. The prose below may be a `sentence`.
    """
    if index and (text.roles[index - 1] is Role.TITLE or _BYLINE.search(text.paragraphs[index - 1].text)):
        return False
    return _NOT_BARE.search(text.paragraphs[index].text) is None and _is_under(text, index, sentence=sentence)


def _is_under(text: Lines, index: int, *, sentence: bool = False) -> bool:
    """Whether a line of a heading's length has prose or inner headings under it, and prose or nothing above it."""
    words_ = text.paragraphs[index].text
    if len(words_) > (_QUESTION if _is_question(words_) else _ALONE) or index + 1 >= len(text.paragraphs):
        return False
    under = text.paragraphs[index + 1].text
    below = _opens_ordinals(text, index)
    prose = len(under) >= _PROSE or (sentence and len(under) >= _SENTENCE and under[-1] in "。!?")
    return (below or prose) and _ends_above(text, index)


def _opens_ordinals(text: Lines, index: int) -> bool:
    """Whether inner ordinals begin right under a line: （一）."""
    label = text.labels[index + 1]
    return label is not None and label.kind.name == "han_paren" and label.number == 1


def _ends_above(text: Lines, index: int) -> bool:
    """Whether what stands above a line has ended; a caption or a word that heads a column may stand between."""
    if index == 0 or text.paragraphs[index - 1].text[-1] in "。!:" or not text.is_plain(index - 1):
        return True
    if _NOT_BARE.search(text.paragraphs[index - 1].text):
        return True
    kicker = len(text.paragraphs[index - 1].text) <= _KICKER and index > 1
    return kicker and len(text.paragraphs[index - 2].text) >= _PROSE


def find_lead_ins(text: Lines, marks: Mapping[int, Mark]) -> Iterator[Mark]:
    """Short first sentences of two or more paragraphs in a row, under a heading; a statute has none.

    In a text that has them, one above a 专栏 may stand for itself. A text without any other heading, such as that of
    a press conference, must have several.
    """
    if any(label is not None and label.kind.name == "article" for label in text.labels):
        return
    first, taken = min(marks, default=0), _taken(marks)
    plain = [index for index in range(first, len(text.paragraphs)) if index not in taken and text.is_plain(index)]
    alike = _alike(text, plain)
    shapes = {index: shape for index in plain if (shape := _lead_in(text, index, alike=index in alike)) is not None}
    paired = {index for pair in pairwise(sorted(shapes)) if pair[1] == pair[0] + 1 for index in pair}
    if not marks and len(paired) < _SEVERAL and not _are_led_in(text, paired):
        return
    above_boxes = {index for index in shapes if paired and index + 1 in marks and marks[index + 1].kind == "box"}
    for index in sorted(paired | above_boxes):
        yield Mark(index, "lead_in", shapes[index], lines=0)


def opens_prose(words_: str) -> bool:
    """Whether words open a paragraph of prose, and so lead nothing in."""
    return _NOT_OPENING.search(words_) is not None


def _are_led_in(text: Lines, paired: Collection[int]) -> bool:
    """Whether a colon stands before three in a row: …意见如下:."""
    first = min(paired, default=0)
    return len(paired) >= _LED_IN and first > 0 and text.paragraphs[first - 1].text[-1] == ":"


def _alike(text: Lines, plain: Sequence[int]) -> frozenset[int]:
    """The paragraphs of three or more in a row that begin with the same words of the speaker: 我们一定….

    What opens prose where it stands alone is then the first word of a lead-in.
    """
    runs: list[list[int]] = []
    for index in plain:
        before = runs[-1][-1] if runs else -1
        opening = text.paragraphs[index].text[:_OPENING]
        goes_on = before == index - 1 and before >= 0 and text.paragraphs[before].text.startswith(opening)
        if _OURS.match(opening) and goes_on:
            runs[-1].append(index)
        elif _OURS.match(opening):
            runs.append([index])
    return frozenset(index for run in runs if len(run) >= _LED_IN for index in run)


def _lead_in(text: Lines, index: int, *, alike: bool) -> Shape | None:
    """The lead-in of a paragraph, if its first sentence can be one; of those that are `alike` it may begin as prose."""
    words_ = text.paragraphs[index].text
    start = _words_start(words_)
    shape = read_shape(words_, start + _SPEAKER * alike)
    if shape is None or shape.form is not Form.RUN_IN or shape.length not in _LEAD_IN or shape.rest < _LEAD_IN_REST:
        return None
    if opens_prose(words_[shape.start : shape.end]):
        return None
    return replace(shape, start=start)
