"""Records to JSON and back, without loss."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

import tests.strategies  # noqa: F401 - teaches hypothesis to make valid spans, dates and periods
from corpus import (
    Actor,
    Analysis,
    Citation,
    Commitment,
    Comparison,
    Document,
    Fact,
    Indicator,
    IndicatorKind,
    Metadata,
    Organization,
    OrganizationMention,
    Outline,
    PartialDate,
    Period,
    Problem,
    Relation,
    Role,
    Span,
    TimeMention,
    TimeRole,
)
from corpus.codec import decode, decode_fact, encode
from corpus.facts import FACT_KINDS, kind_of

RECORDS = [Document, Metadata, Outline, Organization, Problem, Actor, *FACT_KINDS.values()]


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
@given(data=st.data())
def test_every_record_comes_back_from_json(record: type, data: st.DataObject) -> None:
    """`decode(type, encode(record)) == record`, also through JSON text."""
    value = data.draw(st.from_type(record))
    assert decode(record, json.loads(json.dumps(encode(value)))) == value


@given(st.from_type(Analysis))
def test_an_analysis_comes_back_from_json(analysis: Analysis) -> None:
    """The whole of what is known of a document, in one value."""
    assert decode(Analysis, json.loads(json.dumps(encode(analysis)))) == analysis


@pytest.mark.parametrize(
    ("fact", "expected"),
    [
        (
            Commitment(
                Span(8, 20),
                PartialDate(2026, 11),
                (Actor("省民政厅", Role.LEAD, Span(8, 12)),),
                binding=True,
            ),
            {
                "fact": "commitment",
                "span": [8, 20],
                "deadline": "2026-11",
                "actors": [{"name": "省民政厅", "role": "lead", "span": [8, 12]}],
                "binding": True,
            },
        ),
        (
            Indicator(
                Span(3, 9),
                "护理型床位占比",
                None,
                (Decimal("60.8"), Decimal(62)),
                "%",
                Comparison.RANGE,
                Period(None, PartialDate(2028)),
                IndicatorKind.TARGET,
            ),
            {
                "fact": "indicator",
                "span": [3, 9],
                "name": "护理型床位占比",
                "subject": None,
                "value": ["60.8", "62"],
                "unit": "%",
                "comparison": "range",
                "when": "/2028",
                "kind": "target",
            },
        ),
        (
            TimeMention(Span(0, 4), None, TimeRole.RECURRING, 0.5),
            {"fact": "time", "span": [0, 4], "period": None, "role": "recurring", "confidence": 0.5},
        ),
        (
            Citation(Span(0, 9), "养老服务条例", relation=Relation.BASED_ON),
            {"fact": "citation", "span": [0, 9], "title": "养老服务条例", "relation": "based_on"},
        ),
    ],
)
def test_the_form_is_short_and_readable(fact: Fact, expected: object) -> None:
    """Fields at their default are left out, decimals stay exact, dates keep their precision."""
    assert encode(fact) == expected
    assert decode_fact(expected) == fact


@pytest.mark.parametrize("kind", FACT_KINDS)
def test_a_fact_names_its_kind(kind: str) -> None:
    """So that it can be read back without being told what it is."""
    mention = OrganizationMention(Span(0, 4), "省民政厅", Role.MENTIONED)
    assert kind_of(mention) == encode(mention)["fact"] == "organization"
    assert FACT_KINDS[kind].__name__


@pytest.mark.parametrize("number", ["0.1", "1E+3", "100", "0.10", "-0.000001", "12345678901234567890.5"])
def test_decimals_are_exact(number: str) -> None:
    """The digits of the source, not a binary neighbour."""
    value = Decimal(number)
    assert str(decode(Decimal, encode(value))) == number


@pytest.mark.parametrize("value", [{}, {"fact": "rumour"}, {"fact": "time"}, {"fact": "time", "span": [3]}])
def test_what_is_no_fact_is_refused(value: dict[str, object]) -> None:
    """A damaged row is an error, never half a fact."""
    with pytest.raises((KeyError, TypeError, ValueError)):
        decode_fact(value)
