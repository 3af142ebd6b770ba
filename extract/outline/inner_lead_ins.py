"""Lead-ins amid a paragraph: (一)夯实农业基础。…。抓牢粮食生产。新修水渠9条,…。延伸产业链条。扶持茶叶大户….

Some reports put all that a section tells into one paragraph, behind its heading; a few words then name each point
before the sentences that tell it. What such words look like alone, no sentence tells: they come one after the other in
measured steps, of like length or with like openings, and several paragraphs of the text have them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from corpus import Span
from extract.layout.numbering import read_label
from extract.layout.paragraphs import Paragraph
from extract.layout.part_role import Role
from extract.outline.heading_shapes import Form, Shape
from extract.outline.marks import Mark
from extract.outline.unnumbered import opens_prose
from extract.patterns import HAN

_SENTENCE = re.compile(r"[^。!?;]+[。!?;]?")
_PLAIN = re.compile(rf'[{HAN}A-Za-z"\s]+。')
_EVENT = re.compile(
    r"获[评批得]|荣获|入[选列围驻]|建成|开[工业]|启动|投[用产]|运营|通车|完[成工]|成立|落[户地]|揭牌|[居列]全|通过|印发|出台|新增"
    r"|创建成|晋升|成为|跻身|位居"
)
"""What happens once and so names no point: 石桥水库建成投用."""
_HEADED = frozenset({"han", "han_paren"})
_WORDS = range(5, 19)
"""Characters of a lead-in."""
_PARAGRAPH = 200
_FIRST = 2
"""At most so many sentences stand before the first lead-in: the heading, and what it says of all."""
_TOLD = 40
"""Characters at least between two lead-ins."""
_REST = 20
"""Characters behind the last at least."""
_UNLIKE = 4
"""Characters by which neighbours differ at most, but where they open alike."""
_USUAL = 2
"""Characters by which one differs at most from what is usual in the text."""
_OPENING = 2
_SEVERAL = 4


def lead_ins_inside(texts: Sequence[str]) -> Mapping[int, tuple[Span, ...]]:
    """The lead-ins amid those of the paragraphs `texts` that begin with an outer ordinal, by their indices.

    Several at least in all, and two at least in a paragraph; a text with fewer has none.
    """
    long = {index: text for index, text in enumerate(texts) if _may_hold(text)}
    found = {index: chain for index, text in long.items() if len(chain := tuple(_chain(text))) > 1}
    sizes = sorted(_size(lead_in.of(long[index])) for index, chain in found.items() for lead_in in chain)
    if len(sizes) < _SEVERAL:
        return {}
    return {index: tuple(_chain(long[index], sizes[len(sizes) // 2])) for index in found}


def part_at_lead_ins(
    paragraphs: Sequence[Paragraph], roles: Sequence[Role], marks: Sequence[Mark]
) -> tuple[Sequence[Paragraph], Sequence[Role], Sequence[Mark]]:
    """Paragraphs, roles and headings, with the paragraphs that hold lead-ins parted before each of them.

    A text that sets lead-ins at the heads of paragraphs has them nowhere else.
    """
    headed = {mark.index for mark in marks if mark.kind in _HEADED and mark.shape.form is Form.RUN_IN}
    texts = [paragraph.text if index in headed else "" for index, paragraph in enumerate(paragraphs)]
    found = {} if any(mark.kind == "lead_in" for mark in marks) else lead_ins_inside(texts)
    if not found:
        return paragraphs, roles, marks
    parted: list[Paragraph] = []
    parted_roles: list[Role] = []
    parted_marks: list[Mark] = []
    by_index = {mark.index: mark for mark in marks}
    for index, (paragraph, role) in enumerate(zip(paragraphs, roles, strict=True)):
        if index in by_index:
            parted_marks.append(replace(by_index[index], index=len(parted)))
        lead_ins = found.get(index, ())
        for step, lead_in in enumerate(lead_ins, 1):
            shape = Shape(0, len(lead_in) - 1, Form.RUN_IN, len(paragraph.text) - lead_in.end)
            parted_marks.append(Mark(len(parted) + step, "lead_in", shape, lines=0))
        pieces = list(_pieces(paragraph, [lead_in.start for lead_in in lead_ins]))
        parted += pieces
        parted_roles += [role] * len(pieces)
    return parted, parted_roles, parted_marks


def _may_hold(text: str) -> bool:
    """Whether a paragraph is long and begins with an outer ordinal."""
    label = read_label(text) if len(text) >= _PARAGRAPH else None
    return label is not None and label.kind.name in _HEADED


def _chain(text: str, usual: int = 0) -> Iterator[Span]:
    """The lead-ins of one paragraph, perhaps of the `usual` size; none where the first stands far from its heading."""
    sentences = [match.span() for match in _SENTENCE.finditer(text)]
    before: Span | None = None
    for at, (start, end) in enumerate(sentences[1:-1], 1):
        if not _names_point(text, start, end) or _names_point(text, *sentences[at + 1]):
            continue
        words = Span(start, end).strip(text)
        if before is None and at > _FIRST:
            return
        if before is not None and words.start - before.end < _TOLD:
            continue
        if before is not None and not _alike(words.of(text), before.of(text), usual):
            continue
        if len(text) - words.end >= _REST:
            before = words
            yield words


def _names_point(text: str, start: int, end: int) -> bool:
    """Whether a sentence is a few plain words that can name a point."""
    if end - start > 2 * _WORDS.stop or _PLAIN.fullmatch(text, start, end) is None:
        return False
    words = text[start : end - 1]
    if _size(words) not in _WORDS or words.count('"') % 2:
        return False
    return not opens_prose(words.strip()) and _EVENT.search(words) is None


def _alike(words: str, before: str, usual: int) -> bool:
    """Whether a lead-in is like the one before it, in its length or its opening, or of the usual length."""
    size = _size(words)
    if abs(size - usual) <= _USUAL or abs(size - _size(before)) <= _UNLIKE:
        return True
    return words[:_OPENING] == before[:_OPENING]


def _size(words: str) -> int:
    """How many characters words have without white space and marks of quotation."""
    return sum(not (one.isspace() or one == '"') for one in words)


def _pieces(paragraph: Paragraph, starts: Sequence[int]) -> Iterator[Paragraph]:
    """The paragraph, parted at `starts`."""
    edges = [0, *starts, len(paragraph.text)]
    for start, end in pairwise(edges):
        inside = Span(start, end).strip(paragraph.text)
        span = Span(paragraph.span.start + inside.start, paragraph.span.start + inside.end)
        yield replace(paragraph, span=span, text=inside.of(paragraph.text))
