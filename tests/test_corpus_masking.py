"""Personal data is hidden at equal length, and a text that cannot hold any is left alone at once."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.masking import find_personal_data, mask

_WRITTEN = st.text("1357902468Xx -@.a县电话联系人:王某、科 ", max_size=40)
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


CONTACTS = [
    ("联系人及电话:供水处王某,0999-1234567。", "联系人及电话:供水处＊＊,0999-1234567。"),
    ("联系人：王某科 徐某，联系电话：0999-1234567", "联系人：＊＊＊ ＊＊，联系电话：0999-1234567"),
    ("联系人：县水务局供水科　李某某；", "联系人：县水务局供水科　＊＊＊；"),
    ("联 系 人：王  某  电话：", "联 系 人：＊＊＊＊  电话："),
    ("联系电话及联系人:0999-1234567 李某某", "联系电话及联系人:0999-1234567 ＊＊＊"),
    ("承办人:厅办公室 李某  办公电话", "承办人:厅办公室 ＊＊  办公电话"),
]


@pytest.mark.parametrize(("text", "hidden"), CONTACTS)
def test_names_of_those_who_can_be_asked(text: str, hidden: str) -> None:
    """The names behind 联系人 are hidden, the office before them and its telephone stay."""
    assert mask(text) == hidden


@pytest.mark.parametrize(
    "text", ["联系人:县水务局办公室", "发挥联系人”作用,全面推进", "联系人:方案由供水科统一审核", "经办人员2051人"]
)
def test_offices_and_other_words_behind_the_label_stay(text: str) -> None:
    """An office that can be asked is no person, nor is running text."""
    assert mask(text) == text
