"""The public form of an analysis: the contract of `zhengnuo extract --json` and of the API."""

from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import tests.strategies  # noqa: F401 - teaches hypothesis to make valid spans, dates and periods
from corpus import (
    Achievement,
    Actor,
    Analysis,
    Citation,
    Clause,
    Commitment,
    Comparison,
    Genre,
    Indicator,
    IndicatorKind,
    Metadata,
    Organization,
    Outline,
    PartialDate,
    Period,
    QuotedDuty,
    Role,
    Section,
    Span,
    TimeMention,
    TimeRole,
)
from corpus.facts_form import facts_form, number_form, statements_form
from tests.conftest import plain_document

KEYS = {
    "document": {
        "title", "genre", "doc_number", "index_number", "issuer", "addressee", "proposal_number", "proposal_title",
        "written_on", "published_on", "consult_until", "period",
    },
    "outline": {"level", "label", "title"},
    "statements": {"text", "kind", "deadline", "actors", "binding", "clause"},
    "indicators": {
        "name", "subject", "value", "unit", "op", "when", "kind", "quote",
        "baseline", "baseline_when", "target", "target_when", "nature",
    },
    "times": {"quote", "start", "end", "role"},
    "departments": {"name", "aliases", "roles"},
    "citations": {"title", "number", "by"},
}  # fmt: skip
"""The contract's keys; a form may add others, never lack one."""

TEXT = "一、任务\n2026年11月底前，省民政厅完成排查。截至2025年底，床位占比为60.8%。《条例》要求每季度巡诊1次。\n"


def place(words: str) -> Span:
    """Where some words stand in the text."""
    start = TEXT.index(words)
    return Span(start, start + len(words))


ANALYSIS = Analysis(
    plain_document(TEXT),
    Metadata(
        title="关于排查的通知",
        genre=Genre.NOTICE,
        doc_number="澜民发〔2026〕71号",
        issuer="澜岭省民政厅",
        written_on=PartialDate(2026, 11, 5),
        period=Period(PartialDate(2024), PartialDate(2028)),
    ),
    Outline(
        (Section("sec_1", 1, "一、", "任务", Span(0, 4), Span(0, len(TEXT))),),
        (Clause("sec_1__p_1", Span(5, len(TEXT) - 1), "sec_1"),),
    ),
    (Organization("澜岭省民政厅", ("省民政厅",), (Role.ISSUER, Role.LEAD)),),
    (
        Commitment(
            place("2026年11月底前，省民政厅完成排查。"),
            PartialDate(2026, 11),
            (Actor("省民政厅", Role.LEAD, place("省民政厅")),),
            binding=True,
        ),
        TimeMention(place("2026年11月底前"), Period(None, PartialDate(2026, 11)), TimeRole.DEADLINE),
        Achievement(place("截至2025年底，床位占比为60.8%。")),
        Indicator(
            place("床位占比为60.8%"), "床位占比", None, Decimal("60.8"), "%",
            when=Period(PartialDate(2025), PartialDate(2025)),
        ),
        Citation(place("《条例》"), "条例"),
        QuotedDuty(place("《条例》要求每季度巡诊1次。")),
    ),
)  # fmt: skip


def test_the_form_has_every_key_of_the_contract() -> None:
    """At the top and in every row."""
    form = facts_form(ANALYSIS)
    assert set(KEYS) <= set(form)
    for name, keys in KEYS.items():
        rows = [form[name]] if name == "document" else form[name]
        assert rows, name
        assert all(keys <= set(row) for row in rows), name


def test_statements_are_of_three_kinds_in_the_order_of_the_text() -> None:
    """Each with its own words, and the clause that they stand in."""
    rows = facts_form(ANALYSIS)["statements"]
    assert [(row["kind"], row["clause"]) for row in rows] == [
        ("commitment", "sec_1__p_1"),
        ("achievement", "sec_1__p_1"),
        ("quoted", "sec_1__p_1"),
    ]
    assert [TEXT.count(row["text"]) for row in rows] == [1, 1, 1]
    assert rows[0]["deadline"] == "2026-11"
    assert rows[0]["actors"] == ["省民政厅"]
    assert [row["binding"] for row in rows] == [True, None, None]


def test_a_deadline_from_outside_the_sentence_is_told_apart() -> None:
    """`deadline` is what a sentence states; `due` is also what a line or a bracket behind its item sets."""
    commitment = ANALYSIS.facts[0]
    assert isinstance(commitment, Commitment)
    both = (commitment, replace(commitment, due_by_note=True))

    stated, outside = statements_form(replace(ANALYSIS, facts=both))

    assert (stated["deadline"], stated["due"]) == ("2026-11", "2026-11")
    assert (outside["deadline"], outside["due"]) == (None, "2026-11")


def test_what_a_document_does_not_state_is_null() -> None:
    """Never guessed, never filled from another field."""
    form = facts_form(ANALYSIS)["document"]
    assert form["written_on"] == "2026-11-05"
    assert form["published_on"] is None
    assert form["addressee"] is None
    assert form["period"] == ["2024", "2028"]


def test_an_indicator_names_value_time_and_kind() -> None:
    """And quotes the words that state it."""
    (row,) = facts_form(ANALYSIS)["indicators"]
    assert (row["value"], row["unit"], row["op"], row["when"], row["kind"]) == (60.8, "%", "=", "2025", "actual")
    assert row["quote"] == "床位占比为60.8%"
    assert (row["subject"], row["nature"], row["target"]) == (None, None, None)


def test_a_deadline_has_an_open_start() -> None:
    """The end is as precise as the source."""
    (row,) = facts_form(ANALYSIS)["times"]
    assert (row["start"], row["end"], row["role"]) == (None, "2026-11", "deadline")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, None),
        (Decimal(4500), 4500),
        (Decimal("1E+4"), 10_000),
        (Decimal("60.80"), 60.8),
        ((Decimal(63), Decimal("68.5")), [63, 68.5]),
    ],
)
def test_numbers_are_json_numbers(value: Decimal | tuple[Decimal, Decimal] | None, expected: Any) -> None:
    """Whole ones without a point, ranges as lists."""
    assert number_form(value) == expected
    assert json.dumps(number_form(value)) == json.dumps(expected)


def test_words_of_the_contract_are_the_words_of_the_model() -> None:
    """Values of the enumerations are what the contract lists."""
    assert {genre.value for genre in Genre} == {
        "proposal_reply", "plan", "press_briefing", "consultation_draft", "notice", "report", "measures", "opinion",
        "other",
    }  # fmt: skip
    assert {kind.value for kind in Comparison} == {"=", ">=", "<=", "~", "range"}
    assert {kind.value for kind in IndicatorKind} == {"actual", "target", "limit"}
    assert {role.value for role in TimeRole} == {"deadline", "start", "as_of", "period", "event", "recurring"}
    assert {role.value for role in Role if role is not Role.BOUND} == {
        "issuer", "addressee", "lead", "joint", "consulted", "copied", "mentioned",
    }  # fmt: skip


@given(st.from_type(Analysis))
def test_any_analysis_has_a_form_that_json_takes(analysis: Analysis) -> None:
    """Even one whose spans lie outside its text: bad input never ends in an exception."""
    form = facts_form(analysis)
    assert json.loads(json.dumps(form)) == form


@pytest.mark.parametrize(
    ("signature", "printed"),
    [
        ("石桥市水务局\n石桥市财政局", "石桥市水务局 石桥市财政局"),
        ("石桥市水务局、石桥市财政局", "石桥市水务局、石桥市财政局"),
    ],
)
def test_joint_issuers_as_printed(signature: str, printed: str) -> None:
    """Names on lines of their own are parted by a blank, which stands in the text; others by the mark of the text."""
    metadata = Metadata(issuer="石桥市水务局、石桥市财政局", spans={"issuer": Span(0, len(signature))})
    analysis = Analysis(plain_document(f"{signature}\n2031年5月6日\n"), metadata, Outline((), ()))

    assert facts_form(analysis)["document"]["issuer"] == printed
