"""The folded copy agrees with the text character by character."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.matching import fold


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("２０２１年，增长５．２％；", "2021年,增长5.2%;"),
        ("青政发〔2021〕7号【长期】［试行］", "青政发[2021]7号[长期][试行]"),
        ("（一）加快“放管服”改革", '(一)加快"放管服"改革'),
        ("2021—2025年～", "2021-2025年~"),
        ("——完善制度", "--完善制度"),
        ("二○二一年", "二〇二一年"),
        ("⽅案⼀", "方案一"),
        ("索\u3000引\u00a0号：", "索 引 号:"),
        ("学校、医院。", "学校、医院。"),  # the two marks keep their meaning
        ("《关于〈办法〉的通知》", "《关于〈办法〉的通知》"),
        ("春节後60馀家开工", "春节后60余家开工"),
        ("第一页\f第二页", "第一页\n第二页"),
    ],
)
def test_marks_digits_and_letters_are_unified(text: str, folded: str) -> None:
    """Each form met in practice has one folded form."""
    assert fold(text) == folded


@given(st.text())
def test_offsets_stay(text: str) -> None:
    """The copy is as long as the text, and folding twice changes nothing more."""
    once = fold(text)
    assert len(once) == len(text)
    assert fold(once) == once


def test_every_character_folds_to_one() -> None:
    """No character of Unicode makes the copy longer or shorter, and folded characters fold to themselves."""
    everything = "".join(chr(code) for code in range(0x110000) if not 0xD800 <= code < 0xE000)
    once = fold(everything)
    assert len(once) == len(everything)
    assert fold(once) == once
