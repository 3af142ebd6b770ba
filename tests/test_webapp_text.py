"""A document's text is cut into flat segments that give its words back, whatever the marks."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus import Analysis, BlockKind, Clause, Metadata, Outline, Section, Sentence, Span
from corpus.document import Block, Cell, Document, Table
from tests.conftest import plain_document
from webapp.views_document import find_words, outline_of, part_of
from webapp.views_text import Mark, segments, shown_items

TEXT = "到2027年底，建成供水工程120处。"


def kinds_of(marks: list[Mark], span: Span | None = None) -> list[tuple[str, tuple[str, ...]]]:
    """Words and kinds of each segment."""
    return [(part.text, part.kinds) for part in segments(TEXT, span or Span(0, len(TEXT)), marks)]


def test_overlapping_marks_give_flat_segments() -> None:
    """Where two marks overlap, the shared words are a segment of both kinds."""
    marks = [Mark(Span(0, 17), "commitment", 1), Mark(Span(10, 17), "indicator", 2)]
    assert kinds_of(marks) == [
        ("到2027年底，建成", ("commitment",)),
        ("供水工程120", ("commitment", "indicator")),
        ("处。", ()),
    ]


def test_a_mark_opens_once_and_is_cut_at_the_edge() -> None:
    """A mark that began before the shown stretch does not begin again in it."""
    marks = [Mark(Span(0, 17), "commitment", 1)]
    (first, *_) = segments(TEXT, Span(8, len(TEXT)), marks)
    assert (first.opens, first.kinds) == ((), ("commitment",))


@given(st.lists(st.tuples(st.integers(0, 19), st.integers(0, 19)), max_size=12))
def test_segments_give_the_words_back(places: list[tuple[int, int]]) -> None:
    """Put together, the segments are the text; each has the marks over it and no others."""
    marks = [Mark(Span(min(pair), max(pair)), "time", number) for number, pair in enumerate(places)]
    parts = segments(TEXT, Span(0, len(TEXT)), marks)
    assert "".join(part.text for part in parts) == TEXT
    at = 0
    for part in parts:
        over = {mark.number for mark in marks if mark.span.start <= at and at + len(part.text) <= mark.span.end}
        assert {number for number in part.facts if len(marks[number].span)} == {n for n in over if len(marks[n].span)}
        at += len(part.text)


def test_matches_are_numbered() -> None:
    """Each place of a word that is searched for has its number, also inside a marked fact."""
    hits = find_words("供水和供水", ["供水"])
    assert [(hit.span, hit.number) for hit in hits] == [(Span(0, 2), 1), (Span(3, 5), 2)]
    assert find_words("供水", [" "]) == []


def analysis_with_table() -> Analysis:
    """A heading, a clause, a table of two rows, page furniture, and a line outside the outline."""
    lines = ["一、目标\n", "建成工程。\n", "指标 数值\n普及率 95%\n", "第1页\n", "附注。\n"]
    text = "".join(lines)
    starts = [sum(map(len, lines[:at])) for at in range(len(lines) + 1)]
    cells = tuple(
        Cell(Span(starts[2] + start, starts[2] + end), row, column)
        for start, end, row, column in ((0, 2, 0, 0), (3, 5, 0, 1), (6, 9, 1, 0), (10, 13, 1, 1))
    )
    kinds = (BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.TABLE, BlockKind.FURNITURE, BlockKind.PARAGRAPH)
    blocks = tuple(
        Block(kind, Span(start, end), table=Table(cells, 2, 2) if kind is BlockKind.TABLE else None)
        for kind, (start, end) in zip(kinds, pairwise(starts), strict=True)
    )
    plain = plain_document(text)
    document = Document(plain.id, plain.source, text, blocks)
    clause, row = Span(5, 10), Span(starts[2] + 6, starts[2] + 13)
    outline = Outline(
        (Section("sec_1", 1, "一、", "目标", Span(0, 4), Span(0, len(text))),),
        (Clause("sec_1__p_1", clause, "sec_1", (Sentence(clause),)), Clause("sec_1__tbl_1__row_1", row, "sec_1")),
    )
    return Analysis(document, Metadata(), outline)


def test_items_follow_the_document() -> None:
    """Heading, clause, table and the rest come in order; furniture is left out; a row knows its clause."""
    items = shown_items(analysis_with_table(), ())
    assert [(item.kind, item.eid) for item in items] == [
        ("heading", "sec_1"),
        ("clause", "sec_1__p_1"),
        ("table", None),
        ("aside", None),
    ]
    assert [row.eids for row in items[2].rows] == [(), ("sec_1__tbl_1__row_1",)]
    assert [[part.text for cell in row.cells for part in cell.segments] for row in items[2].rows] == [
        ["指标", "数值"],
        ["普及率", "95%"],
    ]


def test_lines_of_the_page_are_put_together() -> None:
    """Short lines outside the outline are one aside; a long paragraph there stays in sight, and so does all of a text
    without an outline.
    """
    long = "未归入条款的文字。" * 20
    lines = ("首页\n", "打印\n", "建成工程。\n", f"{long}\n")
    plain = plain_document("".join(lines))
    starts = [sum(map(len, lines[:at])) for at in range(5)]
    blocks = tuple(Block(BlockKind.PARAGRAPH, Span(start, end)) for start, end in pairwise(starts))
    document = Document(plain.id, plain.source, plain.text, blocks)
    clause = Span(starts[2], starts[3] - 1)
    outline = Outline((), (Clause("p_1", clause, None, (Sentence(clause),)),))
    items = shown_items(Analysis(document, Metadata(), outline), ())
    assert [(item.kind, len(item.lines)) for item in items] == [("aside", 2), ("clause", 0), ("text", 0)]
    assert {item.kind for item in shown_items(Analysis(document, Metadata(), Outline((), ())), ())} == {"text"}


def test_a_stop_goes_with_its_heading() -> None:
    """A stop between a heading and the clause that goes on in its line does not stand alone."""
    text = "一、目标。建成工程。\n"
    clause = Span(5, 10)
    outline = Outline(
        (Section("sec_1", 1, "一、", "目标", Span(0, 4), Span(0, 10)),),
        (Clause("sec_1__p_1", clause, "sec_1", (Sentence(clause),)),),
    )
    items = shown_items(Analysis(plain_document(text), Metadata(), outline), ())
    assert ["".join(part.text for part in item.segments) for item in items] == ["一、目标。", "建成工程。"]


def test_heading_depths_have_no_gaps() -> None:
    """A heading of level 3 right under one of level 1 is shown one step below it."""
    text = "一、目标\n1.任务\n"
    outline = Outline(
        (
            Section("sec_1", 1, "一、", "目标", Span(0, 4), Span(0, 10)),
            Section("sec_1__sec_1", 3, "1.", "任务", Span(5, 9), Span(5, 10), "sec_1"),
        ),
        (),
    )
    items = shown_items(Analysis(plain_document(text), Metadata(), outline), ())
    assert [item.depth for item in items] == [1, 2]


@pytest.mark.parametrize(("number", "shown"), [(1, 1), (3, 3), (9, 1)])
def test_long_documents_are_shown_in_parts(number: int, shown: int) -> None:
    """A document of more than 120,000 characters has a part for each highest heading; an unknown part is the first."""
    part = "一、部分\n" + "内容。" * 20_000 + "\n"
    text = part * 3
    size = len(part)
    sections = tuple(
        Section(f"sec_{at}", 1, "一、", "部分", Span(at * size, at * size + 4), Span(at * size, (at + 1) * size))
        for at in range(3)
    )
    analysis = Analysis(plain_document(text), Metadata(), Outline(sections, ()))
    parts = part_of(analysis, number)
    assert (len(parts.spans), parts.current) == (3, shown)
    assert parts.holding(size + 1) == 2
    assert part_of(analysis, 1, whole=True).within is None
    other = [entry.address for entry in outline_of(analysis, parts)]
    assert sum(address.startswith("#") for address in other) == 1
