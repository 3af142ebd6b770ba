"""What is asked where a paper is explained to the public: what it lays down, or why it came and what is next.

An explanation (政策解读) or a talk with journalists on one paper (就《…》答记者问) goes by questions or by headings;
what stands behind one that asks for the contents of the paper tells what that demands.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from corpus import Genre, Span
from extract.matching import fold
from extract.patterns import ASKED
from extract.reading import Reading
from extract.statements.news import explains_a_paper

_QUESTION = re.compile(
    r"(?:^|\n)[ ]*[^\n。?]{0,40}(?:[^\n?]{4,120})\?[ ]*(?=\n|$)"
    rf"|(?:^|[\n。!;\"? ]){ASKED}[^?\n]{{4,160}}\?"
)
"""A question on a line of its own, or behind 问:."""
_CAME_OF = (
    r"为什么|为何|背景|依据|程序|过程|经过|意义|必要|目的|初衷|考虑|成效|成绩|进展|现状|效果|评价|反响"
    r"|情况(?:如何|怎样|怎么样|是什么)|(?:何时|什么时候)(?:起|开始)?(?:正式)?(?:施行|实施|执行|生效)"
)
_NEXT = (
    r"下一?步|下一?阶段|接下来|今后|后续|打算|贯彻|落地"
    r"|(?:如何|怎样|怎么)[^?]{0,20}(?:落实|推进|推动|组织实施|抓好|做好|执行|实施)"
)
_NOT_OF_PAPER = re.compile(rf"{_CAME_OF}|{_NEXT}|解读(?:人|机关|部门|单位)|联系")
_OF_PAPER = re.compile(
    r"(?:主要|重点|核心|具体|政策|创新)(?:的)?(?:内容|措施|举措|变化|特点|亮点|任务|要点|条款|规定|政策|目标)|政策(?:解读|问答)"
    r"|(?:适用|支持|补助|补贴|奖励|申报|享受|实施)(?:的)?(?:范围|对象|条件|标准)|总体要求|(?:有|做了|作了|作出)(?:哪些|什么)"
)
"""Headings under which an explanation tells what the paper lays down."""
_TALK = re.compile(r"答记者|问答|解读")
_PAPER = re.compile(r"《[^《》\n]{2,80}》")
_HEAD = 800


@dataclass(frozen=True, slots=True)
class Prompt:
    """A question, or a top heading.

    Attributes:
        end: where it ends.
        question: it is a question, and no heading.
        for_paper: it asks what the paper lays down.
    """

    end: int
    question: bool
    for_paper: bool


class PressQuestions:
    """The questions and headings of a document that explains a paper; none of any other."""

    __slots__ = ("_ends", "_prompts")

    def __init__(self, reading: Reading) -> None:
        """Of one document."""
        self._prompts = sorted(_prompts(reading), key=lambda one: one.end) if _explains(reading) else []
        self._ends = [prompt.end for prompt in self._prompts]

    def before(self, span: Span) -> Prompt | None:
        """What a place answers, or is headed by; None where nothing stands before it."""
        at = bisect_right(self._ends, span.start) - 1
        return self._prompts[at] if at >= 0 else None


def _explains(reading: Reading) -> bool:
    """Whether a document is about one paper that it names at its head."""
    if explains_a_paper(reading):
        return True
    if reading.metadata.genre is not Genre.PRESS_BRIEFING:
        return False
    title = fold(reading.metadata.title or "")
    return _TALK.search(title) is not None and _PAPER.search(reading.folded, 0, _HEAD) is not None


def _prompts(reading: Reading) -> Iterator[Prompt]:
    """The questions and the top headings of a document."""
    for match in _QUESTION.finditer(reading.folded):
        yield Prompt(match.end(), question=True, for_paper=_NOT_OF_PAPER.search(match[0]) is None)
    for section in reading.outline.sections:
        title = fold(section.title)
        if section.parent is None and "?" not in title:
            yield Prompt(section.heading.end, question=False, for_paper=_OF_PAPER.search(title) is not None)
