"""Whether the words behind an ordinal can be a heading, and where the heading ends.

A heading stands alone on its line (二、重点任务), or closes with a full stop before its text goes on
(（一）加强领导。各级…), or with a colon (1.家具行业：推广…). What reads like a sentence of its own is none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from extract.lexicon import words


class Form(Enum):
    """How a heading ends."""

    ALONE = "alone"  # nothing behind it
    CLOSED = "closed"  # a full stop and nothing behind it
    RUN_IN = "run_in"  # a full stop, then text
    COLON = "colon"  # a colon, then text


@dataclass(frozen=True, slots=True)
class Shape:
    """A possible heading: offsets of its words in the paragraph, and how it ends."""

    start: int
    end: int
    form: Form
    rest: int

    @property
    def length(self) -> int:
        """Characters of the heading's words."""
        return self.end - self.start


_WORDS = re.compile(
    r"""
    (?>(?: "[^"\n。]{1,60}" | \([^()\n]{1,80}\) | 《[^《》\n]{1,80}》 | \[[^\[\]\n]{1,60}\]
      | [^。!?;:.] | (?<![一-龥])\.(?![一-龥]|\s*$) | (?<=[一-龥])\.(?![一-龥\d]|\s*$) )*)
    """,
    re.VERBOSE,
)
_ABOUT = re.compile(
    r"""
    (?P<words> (?: 关于 | 对于 | 针对 )
      (?>(?: "[^"\n]{1,160}" | 《[^《》\n]{1,80}》 | \([^()\n]{1,80}\) | [^。!?;:"《(\n] )*)
      (?<= 的问题 | 的建议 | 的意见 | 的诉求 | 的情况 | 的事项 ) )
    """,
    re.VERBOSE,
)
"""A heading that says what the text behind it is about, however long and with whatever it quotes."""
_BRACKETED = re.compile(r"[ ]*[(\[](?!略)[^()\[\]]{1,400}[)\]][ ]*[。;]?[ ]*")
_SENTENCE = re.compile("|".join(f"(?:{pattern})" for pattern in words("not_headings", "pattern")))
_MARKS = re.compile(r"[。;,:!?\d]")
_TRAILING_BRACKET = re.compile(r"\([^()]{1,40}\)$")
_SPLITS = re.compile(r'(?:提出|反映|提到|建议)的"[^"]*$')
"""Where a full stop inside a quotation would end the heading: 关于您提出的"先清淤|。…"的建议。"""
_ITEM_BEHIND = re.compile(r"(?<=[一-龥])[ ]+\d{1,2}$")
"""The ordinal of the first item behind a heading, before its own mark: （一）目的 1.…."""
_CARRY = re.compile(r"(?:以下|下列|如下)[^。:]{0,12}$")

ALONE_LENGTH = 64
RUN_IN_LENGTH = 46
COLON_LENGTH = 22
_INSIDE_LENGTH = 24
_ABOUT_LENGTH = 120


def read_shape(text: str, start: int) -> Shape | None:
    """The heading that `text` may have from `start`; None if it can have none.

    Args:
        text: a folded paragraph.
        start: where the words behind the ordinal begin.
    """
    about = _ABOUT.match(text, start)
    if about and about.end() - start <= _ABOUT_LENGTH and text[about.end() : about.end() + 1] in ("", "。"):
        rest = text[about.end() + 1 :].strip()
        form = Form.RUN_IN if rest else Form.CLOSED if text[about.end() :] else Form.ALONE
        return Shape(start, about.end(), form, len(rest))
    match = _WORDS.match(text, start)
    end = match.end() if match else start
    mark, rest = text[end : end + 1], text[end + 1 :].strip(" \t\n*")
    while end > start and text[end - 1] in " \t\n*":
        end -= 1
    if mark == "." and (item := _ITEM_BEHIND.search(text, start, end)):
        end, mark, rest = item.start(), "。", text[item.start() :].strip()
    if end == start:
        return None
    if mark and mark in "?!" and text.count('"', start, end) % 2:
        return None  # "何时通水?水费多少?": what is quoted goes on
    shape = _shape(start, end, mark, rest)
    if shape is None or not _fits(shape, text[start:end]):
        return None
    return shape


def _shape(start: int, end: int, mark: str, rest: str) -> Shape | None:
    if mark == "":
        return Shape(start, end, Form.ALONE, 0)
    if mark in "。.":
        return Shape(start, end, Form.RUN_IN if rest else Form.CLOSED, len(rest))
    if mark in "?!":
        return Shape(start, end + 1, Form.RUN_IN if rest else Form.ALONE, len(rest))
    if mark == ":":
        return _with_colon(start, end, rest)
    return None


def _with_colon(start: int, end: int, rest: str) -> Shape:
    """A colon before text (1.家具行业：推广…), at the end (一、总体要求：), or inside (1.典型场景：研发设计)."""
    bare = _TRAILING_BRACKET.sub("", rest)
    inside = 0 < len(bare) <= _INSIDE_LENGTH and not _MARKS.search(bare)
    if inside:
        return Shape(start, end + 1 + len(rest), Form.ALONE, 0)
    return Shape(start, end, Form.COLON if rest else Form.ALONE, len(rest))


def _fits(shape: Shape, title: str) -> bool:
    """Whether length and words are those of a heading."""
    if shape.length < 2 or title[-1] in ",、" or _CARRY.search(title):
        return False
    limits = {
        Form.ALONE: ALONE_LENGTH,
        Form.CLOSED: RUN_IN_LENGTH,
        Form.RUN_IN: RUN_IN_LENGTH,
        Form.COLON: COLON_LENGTH,
    }
    if shape.length > limits[shape.form] or (shape.form is Form.RUN_IN and _SPLITS.search(title)):
        return False
    return shape.form is Form.ALONE or not _SENTENCE.search(_TRAILING_BRACKET.sub("", title) or title)


def says_what_about(text: str, shape: Shape) -> bool:
    """Whether a heading says what the text behind it is about: 关于…的问题."""
    about = _ABOUT.match(text, shape.start)
    return about is not None and about.end() == shape.end


def is_remark(text: str) -> bool:
    """Whether text is nothing but a remark in brackets: （县财政局负责）."""
    return _BRACKETED.fullmatch(text) is not None
