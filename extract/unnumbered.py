"""Headings without an ordinal: lines that stand alone (2023年工作回顾), and lead-ins (规范统一，公平公正。各地要…)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise

from corpus import BlockKind
from extract.heading_shapes import Form, Shape, read_shape
from extract.lexicon import words
from extract.marks import Lines, Mark

_BARE = frozenset(words("bare_headings", "word"))
_YEAR_HEADING = re.compile(
    r"""
    (?: (?:19|20)\d\d年(?:度)? | 今年 | 去年 | 过去[一五]年 | 今后五年 | [^,。]{0,8}五年 ) 的?
    (?: [^,。]{0,16} (?: 工作 | 回顾 | 任务 | 安排 | 目标 | 总结 | 情况 | 重点 | 打算 | 要求 | 部署 | 思路 ) ){1,2}
    """,
    re.VERBOSE,
)
_NOT_OPENING = re.compile("|".join(f"(?:{pattern})" for pattern in words("not_lead_ins", "pattern")))
_ALONE = 26
_PROSE = 36
_LEAD_IN = range(4, 29)
_LEAD_IN_REST = 12
_SEVERAL = 4


def find_bare_headings(text: Lines, marks: Mapping[int, Mark]) -> Iterator[Mark]:
    """Lines that stand alone and are headings: by the file's own style, by their words, or by their place.

    Place counts only in a text that has no outermost ordinals (一、, 第一章), and needs two such lines.
    """
    taken = _taken(marks)
    alone = [index for index in range(len(text.paragraphs)) if index not in taken and _stands_alone(text, index)]
    outer = any(mark.kind in {"part", "chapter", "han"} for mark in marks.values())
    placed = [index for index in alone if _is_placed(text, index)]
    for index in alone:
        words_ = text.paragraphs[index].text
        styled = text.paragraphs[index].kind is BlockKind.HEADING
        known = words_.replace(" ", "") in _BARE or (_YEAR_HEADING.fullmatch(words_) and _is_placed(text, index))
        if styled or known or (not outer and len(placed) > 1 and index in placed):
            yield Mark(index, "bare", Shape(0, len(words_), Form.ALONE, 0))


def _taken(marks: Mapping[int, Mark]) -> set[int]:
    """The paragraphs that headings with ordinals take, their second lines included."""
    return {index + step for index, mark in marks.items() for step in range(max(1, mark.lines))}


def _stands_alone(text: Lines, index: int) -> bool:
    """Whether a paragraph is a short line without a closing mark."""
    if not text.is_plain(index) or not 2 <= len(text.paragraphs[index].text) <= 2 * _ALONE:
        return False
    shape = read_shape(text.paragraphs[index].text, 0)
    return shape is not None and shape.form is Form.ALONE and text.paragraphs[index].text[-1] not in ":?!"


def _is_placed(text: Lines, index: int) -> bool:
    """Whether a line of a heading's length has prose or inner headings under it, and prose or nothing above it."""
    if len(text.paragraphs[index].text) > _ALONE or index + 1 >= len(text.paragraphs):
        return False
    label = text.labels[index + 1]
    below = label is not None and label.kind.name == "han_paren" and label.number == 1
    above = index == 0 or text.paragraphs[index - 1].text[-1] in "。!:" or not text.is_plain(index - 1)
    return above and (below or len(text.paragraphs[index + 1].text) >= _PROSE)


def find_lead_ins(text: Lines, marks: Mapping[int, Mark]) -> Iterator[Mark]:
    """Short first sentences of two or more paragraphs in a row, under a heading; a statute has none.

    A text without any other heading, such as that of a press conference, must have several.
    """
    if any(label is not None and label.kind.name == "article" for label in text.labels):
        return
    first, taken = min(marks, default=0), _taken(marks)
    shapes = {
        index: shape
        for index in range(first, len(text.paragraphs))
        if index not in taken and text.is_plain(index) and (shape := _lead_in(text, index)) is not None
    }
    paired = {index for pair in pairwise(sorted(shapes)) if pair[1] == pair[0] + 1 for index in pair}
    if not marks and len(paired) < _SEVERAL:
        return
    for index in sorted(paired):
        yield Mark(index, "lead_in", shapes[index], lines=0)


def _lead_in(text: Lines, index: int) -> Shape | None:
    """The lead-in of a paragraph, if its first sentence can be one."""
    words_ = text.paragraphs[index].text
    shape = read_shape(words_, 0)
    if shape is None or shape.form is not Form.RUN_IN or shape.length not in _LEAD_IN or shape.rest < _LEAD_IN_REST:
        return None
    return None if _NOT_OPENING.search(words_[: shape.end]) else shape
