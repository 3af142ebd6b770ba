"""An analysis as entries of the index."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from corpus import (
    Actor,
    Analysis,
    BlockKind,
    Clause,
    Commitment,
    Document,
    Genre,
    Metadata,
    Outline,
    PartialDate,
    Role,
    Section,
    Span,
    Validity,
    Visibility,
)
from search.entries import entries, in_role
from tests.conftest import plain_document


def place(document: Document, words: str) -> Span:
    """Where words stand first."""
    start = document.text.index(words)
    return Span(start, start + len(words))


@pytest.fixture
def analysis(document: Document) -> Analysis:
    """The document of the test with one section, one clause and one commitment, found by their words."""
    heading = place(document, "一、供水改造")
    clause = Clause("sec_1__p_1", place(document, "年底前完成改造，由云溪市水务局牵头。"), "sec_1")
    section = Section("sec_1", 1, "一、", "供水改造", heading, Span(heading.start, clause.span.end))
    actor = Actor("水务局", Role.LEAD, organization="云溪市水务局")
    promise = Commitment(clause.span, actors=(actor, actor), binding=True)
    metadata = Metadata(title="供水工作方案", genre=Genre.PLAN, region="云溪市", written_on=PartialDate(2023, 7))
    return Analysis(document, metadata, Outline((section,), (clause,)), facts=(promise,))


def test_every_part_of_the_text_is_an_entry(analysis: Analysis) -> None:
    """供水工作方案
    一、供水改造
    年底前完成改造，由云溪市水务局牵头。
    联系电话：见附件。
    """
    found = [(entry.clause, entry.heading, entry.text, entry.lead) for entry in entries(analysis)]

    assert found == [
        ("", "", "供水工作方案", True),
        ("sec_1", "", "一、供水改造", False),
        ("sec_1__p_1", "一、供水改造", "年底前完成改造，由云溪市水务局牵头。", False),
        ("", "", "联系电话：见附件。", False),
    ]


def test_entries_carry_what_a_search_filters_by(analysis: Analysis) -> None:
    """供水工作方案
    一、供水改造
    年底前完成改造，由云溪市水务局牵头。
    """
    entry = next(entry for entry in entries(analysis) if entry.clause == "sec_1__p_1")

    assert entry.text == analysis.document.text[entry.start : entry.start + len(entry.text)]
    assert (entry.genre, entry.region, entry.year, entry.written_on) == ("plan", "云溪市", 2023, "2023-07")
    assert entry.departments == ("云溪市水务局", in_role("云溪市水务局", "lead"))
    assert entry.kinds == ("checkable", "commitment")
    assert (entry.validity, entry.visibility, entry.latest) == (Validity.UNSTATED, Visibility.PUBLIC, True)


def test_a_title_that_is_not_in_the_text_leads(analysis: Analysis) -> None:
    """一、供水改造
    年底前完成改造，由云溪市水务局牵头。
    """
    first, second, *_ = entries(analysis)

    assert (first.text, first.lead) == ("供水工作方案", True)
    assert (second.text, second.lead) == ("一、供水改造", False)


def test_page_furniture_is_left_out(analysis: Analysis) -> None:
    """供水工作方案
    一、供水改造
    年底前完成改造，由云溪市水务局牵头。
    分享到朋友圈
    """
    *kept, last = analysis.document.blocks
    blocks = (*kept, replace(last, kind=BlockKind.FURNITURE))
    found = entries(replace(analysis, document=replace(analysis.document, blocks=blocks)))

    assert all("分享" not in entry.text for entry in found)


def test_the_caller_may_know_more_than_the_document(analysis: Analysis) -> None:
    """供水工作方案
    一、供水改造
    年底前完成改造，由云溪市水务局牵头。
    """
    found = entries(analysis, region="青川省", validity=Validity.EXPIRED, visibility=Visibility.INTERNAL, latest=False)
    first = next(found)

    assert (first.region, first.validity) == ("青川省", Validity.EXPIRED)
    assert (first.visibility, first.latest) == (Visibility.INTERNAL, False)


def test_an_empty_document_is_its_name() -> None:
    """It is found by the name of its file alone."""
    document = plain_document("\n \n")
    analysis = Analysis(replace(document, title=None), Metadata(), Outline((), ()))

    assert [entry.text for entry in entries(analysis)] == ["题名未载明（test.txt）"]


def test_entries_cover_a_long_document_without_overlap() -> None:
    """Each character that is no white space stands in exactly one entry, clauses or not."""
    document = plain_document("".join(f"第{at}行，内容若干。\n" for at in range(200)))
    starts = [block.span.start for block in document.blocks]
    clauses = tuple(Clause(f"p_{at}", Span(start, start + 4), None) for at, start in enumerate(starts) if at % 3 == 0)
    analysis = Analysis(document, Metadata(title="第0行"), Outline((), clauses))
    held = [Span(entry.start, entry.start + len(entry.text)) for entry in entries(analysis)]

    assert all(one.end <= other.start for one, other in pairwise(held))
    assert "".join(span.of(document.text) for span in held) == document.text.replace("\n", "")
