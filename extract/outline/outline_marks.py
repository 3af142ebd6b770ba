"""Which paragraphs are headings.

The paragraphs of one ordinal under one heading are a group: either most of them are headings or none is, so that a
list of conditions (（一）…；（二）…；) never becomes a part of the outline.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extract.layout.genre import title_word
from extract.layout.numbering import Label
from extract.layout.paragraphs import Paragraph
from extract.layout.part_role import Role
from extract.lexicon import rows
from extract.outline.heading_shapes import Form, Shape, is_remark, read_shape, says_what_about
from extract.outline.marks import ANSWER, Lines, Mark
from extract.outline.ordinal_groups import Group, find_groups
from extract.outline.unnumbered import find_bare_headings, find_lead_ins

_CONTAINERS = frozenset({"part", "chapter", "section", "box"})
_INNER = frozenset({"arabic", "arabic_paren", "circled"})
_ATTACHMENT = re.compile(
    r"""
    附[ ]*[件表录] [ ]* (?P<n>\d{1,2}(?:-\d{1,2})?|[一二三四五六七八九十]{1,3}|[A-Z])? [ ]*
    (?: :?[ ]* (?P<title>[^。;,:]{2,60}) | :? )
    """,
    re.VERBOSE,
)
_TASK = re.compile("|".join(verb for verb, *_ in rows("heading_verbs")))
_TITLE_LINES = 4
_SEVERAL = 3
_PAIR, _TERSE, _SHORT, _LONG = 2, 10, 14, 24
"""Of two items alone, the headings before colons are short, and each has a text behind it."""
_ASKED = 120
_DASH_REST = 8
_DASH_LENGTH = 34
_COUNTED = re.compile(r"(?<!\d)\d+(?!\d|年)")
"""A number that is no year."""
_OURS = re.compile("(?:我们)?")
"""How the lead-ins of a report begin that tell of the speaker's own work."""


def find_marks(paragraphs: Sequence[Paragraph], roles: Sequence[Role]) -> tuple[Mark, ...]:
    """The headings among `paragraphs`, in order."""
    text = Lines.of(paragraphs, roles)
    marks = {mark.index: mark for find in (_attachments, _containers, _dashes) for mark in find(text)}
    marks |= {mark.index: mark for mark in _grouped(text, marks)}
    marks |= {mark.index: mark for mark in find_bare_headings(text, marks)}
    marks |= {mark.index: mark for mark in find_lead_ins(text, marks)}
    return tuple(marks[index] for index in sorted(marks))


def _attachments(text: Lines) -> Iterator[Mark]:
    """附件1, alone on its line with its title on the next, or with its title behind it."""
    for index, paragraph in enumerate(text.paragraphs[:-1]):
        if text.roles[index] is not Role.BODY or paragraph.text[0] != "附" or len(paragraph.text) > 70:
            continue
        match = _ATTACHMENT.fullmatch(paragraph.text)
        if match is None or (match["title"] and not match["n"]):
            continue
        if match["title"]:
            yield Mark(index, "attachment", Shape(match.start("title"), match.end("title"), Form.ALONE, 0))
            continue
        end = len(paragraph.text)
        yield Mark(index, "attachment", Shape(end, end, Form.ALONE, 0), lines=1 + _title_lines(text, index + 1))


def _title_lines(text: Lines, first: int) -> int:
    """How many lines from `first` are the title of an attached paper: one, or as many as it is broken over."""
    if not text.is_title(first):
        return 0
    count = 1
    while count < _TITLE_LINES and text.is_title(first + count):
        before, line = (text.paragraphs[first + count - step].text for step in (1, 0))
        if line[0] != "(" and (title_word(before) or not title_word(line)):
            break
        count += 1
    return count


def _containers(text: Lines) -> Iterator[Mark]:
    """编, 章, 节, 专栏: with their words behind them or on the next line."""
    for index, label in enumerate(text.labels):
        if label is None or label.kind.name not in _CONTAINERS:
            continue
        words = text.paragraphs[index].text
        shape = read_shape(words, label.end)
        broken = label.end >= len(words) or (len(words) <= 40 and words[-1] in ",、")
        told = shape is not None and shape.form is Form.CLOSED and "," in words  # 第一章总则,明确了适用范围。
        if shape and shape.form in {Form.ALONE, Form.CLOSED} and not told:
            yield Mark(index, label.kind.name, shape, label)
        elif broken and text.is_title(index + 1):
            yield Mark(index, label.kind.name, Shape(label.end, len(words), Form.ALONE, 0), label, lines=2)


def _dashes(text: Lines) -> Iterator[Mark]:
    """Lead-ins behind a dash: ——坚持统筹推进。各级各部门…; or several on lines of their own, each above its text."""
    alone: list[Mark] = []
    for index, label in enumerate(text.labels):
        if label is None or label.kind.name != "dash":
            continue
        words = text.paragraphs[index].text
        shape = read_shape(words, _OURS.match(words, label.end).end())  # type: ignore[union-attr]  # matches nothing
        if shape is None:
            continue
        shape = replace(shape, start=label.end)
        short = shape.length <= _DASH_LENGTH
        if (shape.form is Form.CLOSED or (shape.form is Form.ALONE and short)) and text.has_prose(index):
            alone.append(Mark(index, "dash", shape, label))
        elif shape.rest >= _DASH_REST and short and shape.form is not Form.ALONE:
            yield Mark(index, "dash", shape, label, lines=0)
    if len(alone) >= _SEVERAL:
        yield from alone


def _grouped(text: Lines, marks: dict[int, Mark]) -> Iterator[Mark]:
    """Ordinals that come in groups: 一、（一）1. (1) ① and 2.1."""
    attachments = {index for index, mark in marks.items() if mark.kind == "attachment"}
    boxes = {index for index, mark in marks.items() if mark.kind == "box"}
    for run in _counted_through(find_groups(text, attachments, boxes)):
        heads = [_heads(text, group) for group in run]
        firm = [_firm(text, group, found) for group, found in zip(run, heads, strict=True)]
        of_run = sum(firm), sum(len(group.items) for group in run)
        for group, found, own in zip(run, heads, firm, strict=True):
            most, items = (own, len(group.items)) if 2 * own > len(group.items) else of_run
            if 2 * most <= items:
                yield from (head for head in found if _sets_task(text, head))
                continue
            if not _agree(text, group, found) or _repeats(text, found):
                continue
            strict = 3 * most < 2 * items
            yield from (head for head in found if not (strict and _is_doubtful(text, group, head)))


def _counted_through(groups: Sequence[Group]) -> list[list[Group]]:
    """Groups that one count goes through: (一) to (三) under 一、, (四) to (七) under 二、."""
    runs: list[list[Group]] = []
    run_of: dict[int, list[Group]] = {}
    for group in groups:
        if group.before is None:
            runs.append([])
        run = run_of[id(group)] = runs[-1] if group.before is None else run_of[id(group.before)]
        run.append(group)
    return runs


def _heads(text: Lines, group: Group) -> list[Mark]:
    """Those of a group's paragraphs that can be headings."""
    return [head for index, label in group.items if (head := _head(text, group, index, label)) is not None]


def _firm(text: Lines, group: Group, heads: Sequence[Mark]) -> int:
    """How many of them have something under them."""
    return sum(head.lines == 0 or text.has_content(head.index, group.rank) for head in heads)


def _head(text: Lines, group: Group, index: int, label: Label) -> Mark | None:
    """The paragraph as a heading, if it can be one by itself."""
    words = text.paragraphs[index].text
    shape = _question(text, index, label) or read_shape(words, label.end)
    if shape is None:
        return None
    if shape.form is Form.RUN_IN and is_remark(words[shape.end + 1 :]) and not text.has_prose(index):
        return None
    if (
        group.kind in _INNER
        and words.count(",", shape.start, shape.end) > 1
        and shape.form is Form.RUN_IN
        and not says_what_about(words, shape)
    ):
        return None  # a sentence of several parts
    if _tells(text, index, group, shape):
        return None
    runs_in = shape.form in {Form.RUN_IN, Form.COLON}
    return Mark(index, group.kind, shape, label, lines=0 if runs_in else 1, boxed=group.boxed)


def _tells(text: Lines, index: int, group: Group, shape: Shape) -> bool:
    """Whether words with a comma and a full stop are a sentence: they hold a number, or nothing stands under them."""
    words = text.paragraphs[index].text
    if shape.form is not Form.CLOSED or words.find(",", shape.start, shape.end) < 0 or says_what_about(words, shape):
        return False
    return _COUNTED.search(words, shape.start, shape.end) is not None or not text.has_content(index, group.rank)


def _question(text: Lines, index: int, label: Label) -> Shape | None:
    """A question of several sentences over its answer: 3.经费怎么保障?会不会增加负担? above 答:…."""
    words = text.paragraphs[index].text
    if words[-1] != "?" or len(words) > _ASKED or not text.is_plain(index + 1):
        return None
    answered = ANSWER.match(text.paragraphs[index + 1].text) is not None
    return Shape(label.end, len(words), Form.ALONE, 0) if answered else None


def _is_doubtful(text: Lines, group: Group, head: Mark) -> bool:
    """Whether a line with a full stop at its end has nothing under it, and so may be an item of a list."""
    return head.shape.form is Form.CLOSED and not text.has_content(head.index, group.rank)


def _sets_task(text: Lines, head: Mark) -> bool:
    """Whether a few words before their text set a task, and so head it whatever stands beside it: 推进渠道清淤。…."""
    shape, words = head.shape, text.paragraphs[head.index].text
    if shape.form is not Form.RUN_IN or shape.length > _SHORT or shape.rest < _LONG:
        return False
    return _TASK.match(words, shape.start) is not None and words.find(",", shape.start, shape.end) < 0


def _repeats(text: Lines, heads: Sequence[Mark]) -> bool:
    """Whether the same words come again and again: an enumeration with a caption (1.甲类:…; 2.甲类:…)."""
    titles = {text.paragraphs[head.index].text[head.shape.start : head.shape.end] for head in heads}
    return len(heads) >= _SEVERAL and 2 * len(titles) <= len(heads)


def _agree(text: Lines, group: Group, heads: list[Mark]) -> bool:
    """Headings that end with a colon are believed where the whole group has them, or where much text follows each."""
    colons = [head for head in heads if head.shape.form is Form.COLON]
    if not colons:
        return True
    if group.kind in {"arabic", "arabic_paren"}:
        if len(group.items) == len(heads) == _PAIR:
            return all(head.shape.length <= _TERSE and head.shape.rest >= _LONG for head in colons)
        return len(group.items) >= 3 and 3 * len(heads) >= 2 * len(group.items)
    return all(
        head.shape.length <= 12 and (head.shape.rest >= 50 or text.has_items(head.index, group.rank)) for head in colons
    )
