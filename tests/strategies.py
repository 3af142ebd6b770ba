"""Random records of the domain model for tests of properties: valid by construction, otherwise as odd as possible."""

from __future__ import annotations

import calendar
from datetime import date
from decimal import Decimal

from hypothesis import strategies as st

from corpus import DocumentNumber, PartialDate, Period, ProposalNumber, Span

HAN = st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF)


@st.composite
def spans(draw: st.DrawFn, longest: int = 10_000) -> Span:
    """A place in a text of at most `longest` characters."""
    start = draw(st.integers(0, longest))
    return Span(start, draw(st.integers(start, longest)))


@st.composite
def partial_dates(draw: st.DrawFn) -> PartialDate:
    """A year, a month or a day."""
    year = draw(st.integers(1, 9999))
    month = draw(st.none() | st.integers(1, 12))
    if month is None:
        return PartialDate(year)
    return PartialDate(year, month, draw(st.none() | st.integers(1, calendar.monthrange(year, month)[1])))


def periods() -> st.SearchStrategy[Period]:
    """Two dates in any order, either of which may be open: the model keeps what a source says, sense or not."""
    return st.builds(Period, st.none() | partial_dates(), st.none() | partial_dates())


def document_numbers() -> st.SearchStrategy[DocumentNumber]:
    """Numbers as the standard writes them."""
    code = st.text(HAN, min_size=1, max_size=24)
    return st.builds(DocumentNumber, code, st.integers(1900, 2099), st.integers(1, 99_999))


def proposal_numbers() -> st.SearchStrategy[ProposalNumber]:
    """Plain numbers, numbers with the year before them, and those with the serial of their subject class."""
    digits = st.text("0123456789", min_size=1, max_size=10)
    short = st.text("0123456789", min_size=1, max_size=5)
    plain = st.builds(ProposalNumber, digits) | st.builds(ProposalNumber, short, year=st.integers(1980, 2050))
    return plain | st.builds(ProposalNumber, digits, st.text(HAN, min_size=1, max_size=12), st.integers(1, 99_999))


def days() -> st.SearchStrategy[date]:
    """Any calendar day."""
    return st.dates()


st.register_type_strategy(Span, spans())
st.register_type_strategy(PartialDate, partial_dates())
st.register_type_strategy(Period, periods())
st.register_type_strategy(Decimal, st.decimals(allow_nan=False, allow_infinity=False))
st.register_type_strategy(float, st.floats(0, 1))
