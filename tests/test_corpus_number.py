"""Numbers that identify: 发文字号 and the numbers of proposals."""

from __future__ import annotations

import pytest
from hypothesis import given

from corpus import DocumentNumber, ProposalNumber
from tests.strategies import document_numbers, proposal_numbers


@given(document_numbers())
def test_a_document_number_is_read_back_as_written(number: DocumentNumber) -> None:
    """`parse` and `str` are inverse on the normal form."""
    assert DocumentNumber.parse(str(number)) == number
    assert DocumentNumber.find(str(number)) == number


@pytest.mark.parametrize(
    ("text", "normal"),
    [
        ("澜政办发〔2024〕6号", "澜政办发〔2024〕6号"),
        ("澜政办发[2024]6号", "澜政办发〔2024〕6号"),  # a keyboard's brackets
        ("澜政办发（2024）6号", "澜政办发〔2024〕6号"),
        ("澜政办发﹝2024﹞6号", "澜政办发〔2024〕6号"),
        ("澜政办发[2024)6号", "澜政办发〔2024〕6号"),  # opened by one kind, closed by another
        ("澜政办发〔2024〕第6号", "澜政办发〔2024〕6号"),  # 第 against the standard
        ("澜政办发〔２０２４〕０６号", "澜政办发〔2024〕6号"),  # full width, leading zero
        (" 澜政办发 〔2024〕 6 号 ", "澜政办发〔2024〕6号"),
    ],
)
def test_all_forms_met_in_practice_have_one_normal_form(text: str, normal: str) -> None:
    """Lenient in, normal form out."""
    assert str(DocumentNumber.parse(text)) == normal


@pytest.mark.parametrize(
    "text", ["", "澜政办发2024年6号", "澜政办发〔24〕6号", "〔2024〕6号", "澜政办发〔2024〕号", "LZ〔2024〕6号"]
)
def test_what_is_no_document_number_is_refused(text: str) -> None:
    """A number needs a code, a full year in brackets and a serial."""
    with pytest.raises(ValueError, match="not a document number"):
        DocumentNumber.parse(text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("现将该办法（澜民规〔2025〕4号）印发", "澜民规〔2025〕4号"),
        ("《暂行办法》（澜民发〔2019〕52号）同时废止，另见澜民规〔2025〕4号", "澜民发〔2019〕52号"),  # the first
        ("2025年4月印发的办法", None),
    ],
)
def test_a_number_is_found_in_running_text(text: str, found: str | None) -> None:
    """None where there is none."""
    number = DocumentNumber.find(text)
    assert (str(number) if number else None) == found


@given(proposal_numbers())
def test_a_proposal_number_is_read_back_as_written(number: ProposalNumber) -> None:
    """`parse` and `str` are inverse on the normal form; leading zeros belong to the digits."""
    assert ProposalNumber.parse(str(number)) == number


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("第0317号", ProposalNumber("0317")),
        ("0317", ProposalNumber("0317")),
        ("第 0317 号", ProposalNumber("0317")),
        ("第０３１７号", ProposalNumber("0317")),
        ("第0317号（社会福利类42号）", ProposalNumber("0317", "社会福利类", 42)),
        ("第0317号(社会福利类42)", ProposalNumber("0317", "社会福利类", 42)),
        ("2031-023", ProposalNumber("023", year=2031)),
        ("第2031-23号", ProposalNumber("23", year=2031)),
        ("〔2031〕第023号", ProposalNumber("023", year=2031)),
        ("[2031]023号", ProposalNumber("023", year=2031)),
        ("第2031023号", ProposalNumber("2031023")),
        ("第W2031023号", ProposalNumber("2031023")),
        ("第〔27〕号", ProposalNumber("27")),
        ("B类第23号", ProposalNumber("23")),
        ("第0317号（A类）", ProposalNumber("0317")),
    ],
)
def test_forms_of_a_proposal_number(text: str, expected: ProposalNumber) -> None:
    """With and without 第 and 号, with and without the number of the subject class."""
    assert ProposalNumber.parse(text) == expected


@pytest.mark.parametrize("text", ["", "第号", "第三一七号", "0317-2", "2031-2035", "E类第3号", "第0317号（42号）"])
def test_what_is_no_proposal_number_is_refused(text: str) -> None:
    """Digits are what a proposal is known by."""
    with pytest.raises(ValueError, match="not a proposal number"):
        ProposalNumber.parse(text)


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("2031-023", "2031023"),
        ("第2031023号", "2031-23"),
        ("〔2031〕第23号", "2031-0023"),
        ("第0023号", "23"),
    ],
)
def test_spellings_of_a_proposal_number(text: str, other: str) -> None:
    """A document may write the same number with other marks and other zeros before it."""
    number = ProposalNumber.parse(text)
    assert other in number.spellings
    assert "24" not in number.spellings
