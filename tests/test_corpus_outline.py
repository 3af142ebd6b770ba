"""Sections, clauses, and what stands at an offset."""

from __future__ import annotations

import pytest

from corpus import Clause, Outline, Section, Span

#        0         10        20        30
TEXT = "序言。\n一、目标\n（一）数量\n建成九个。\n二、保障\n落实资金。\n"

OUTLINE = Outline(
    sections=(
        Section("sec_1", 1, "一、", "目标", Span(4, 8), Span(4, 21)),
        Section("sec_1__sec_1", 2, "（一）", "数量", Span(9, 14), Span(9, 21), parent="sec_1"),
        Section("sec_2", 1, "二、", "保障", Span(21, 25), Span(21, 32)),
    ),
    clauses=(
        Clause("p_1", Span(0, 3), None),
        Clause("sec_1__sec_1__p_1", Span(15, 20), "sec_1__sec_1"),
        Clause("sec_2__p_1", Span(26, 31), "sec_2"),
    ),
)


@pytest.mark.parametrize(
    ("word", "clause"),
    [
        ("序言", "p_1"),
        ("建成", "sec_1__sec_1__p_1"),
        ("九个。", "sec_1__sec_1__p_1"),
        ("资金", "sec_2__p_1"),
        ("一、", None),  # a heading of its own is no clause
        ("\n二、", None),  # nor is the end of a line
    ],
)
def test_the_clause_follows_from_the_offset(word: str, clause: str | None) -> None:
    """A fact's clause is the one that holds its first character."""
    found = OUTLINE.clause_at(TEXT.index(word))
    assert (found.eid if found else None) == clause


def test_clauses_give_their_words() -> None:
    """A span leaves out the line's end."""
    assert [clause.span.of(TEXT) for clause in OUTLINE.clauses] == ["序言。", "建成九个。", "落实资金。"]
    assert [section.heading.of(TEXT) for section in OUTLINE.sections] == ["一、目标", "（一）数量", "二、保障"]


@pytest.mark.parametrize(
    ("eid", "labels"),
    [
        ("sec_1__sec_1", ["一、", "（一）"]),
        ("sec_2", ["二、"]),
        (None, []),
        ("sec_9", []),  # no such section
    ],
)
def test_the_path_leads_from_the_outermost_section_down(eid: str | None, labels: list[str]) -> None:
    """It is empty before the first heading."""
    assert [section.label for section in OUTLINE.path(eid)] == labels


def test_sections_around_an_offset() -> None:
    """Outermost first; the same as the path of the clause there."""
    at = TEXT.index("建成")
    clause = OUTLINE.clause_at(at)
    assert clause is not None
    assert OUTLINE.sections_at(at) == OUTLINE.path(clause.section)
    assert OUTLINE.sections_at(0) == ()


def test_a_section_is_found_by_its_id() -> None:
    """None where there is none, and for None."""
    found = OUTLINE.section("sec_2")
    assert found is not None
    assert found.title == "保障"
    assert OUTLINE.section("sec_9") is None
    assert OUTLINE.section(None) is None


def test_an_empty_outline_answers_too() -> None:
    """A text without paragraphs has no clause anywhere."""
    empty = Outline((), ())
    assert empty.clause_at(0) is None
    assert empty.sections_at(0) == ()
