"""Personal data is hidden at equal length, and a text that cannot hold any is left alone at once."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.masking import find_personal_data, mask

_WRITTEN = st.text("1357902468Xx -@.a县电话", max_size=40)
"""Texts of what personal data is written with."""


@given(st.one_of(_WRITTEN, st.text(), st.from_regex(r"电话1[3-9]\d-?\d{4}-?\d{4}", fullmatch=True)))
def test_a_text_stays_as_it_is_exactly_where_nothing_is_to_be_hidden(text: str) -> None:
    """The quick look that most texts end at overlooks nothing; lengths agree; what is hidden once stays hidden."""
    hidden = mask(text)

    assert (hidden == text) == (not find_personal_data(text))
    assert len(hidden) == len(text)
    assert mask(hidden) == hidden


@pytest.mark.parametrize(
    "text", ["联系人电话：138-0013-8000", "shouli@example.gov.cn", "卡号6222020200112233445", "13800138000"]
)
def test_what_is_hidden(text: str) -> None:
    """Numbers with and without hyphens, addresses, cards."""
    assert mask(text) != text
    assert len(find_personal_data(text)) == 1


@pytest.mark.parametrize("text", ["云水发〔2024〕5号", "2021-2025年投资1380亿元", "0871-63112345", "100000000000元"])
def test_what_is_not_hidden(text: str) -> None:
    """Document numbers, years, amounts, telephones of offices."""
    assert mask(text) == text
