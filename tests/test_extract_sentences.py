"""Sentences end at closing marks, and nowhere inside quotations, brackets, titles and numbers."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus import Span
from extract.layout.sentences import split
from extract.matching import fold


@pytest.mark.parametrize(
    "sentences",
    [
        ["完善机制。", "加强监管！", "如何落实？"],
        ["一是加强领导；", "二是强化督查；", "三是抓好宣传。"],
        ["要求“强化协同。”", "各地要抓好落实。"],
        ["他说：“好。很好。”", "大家表示赞同。"],
        ["印发《关于“十四五”时期。的通知》。", "请执行。"],
        ["投资增长3.5%，总量达12.8亿元。", "其中工业占比40.2%。"],
        ["完善机制.", "加强监管.", "增长3.5%."],
        ["推进节水。", "（市水务局负责）", "扩大试点。"],
        ["建成管网；", "（市水务局牵头，市财政局配合）", "改造水厂。"],
        ["推进节水。", "（一）扩大试点。", "（二十一）完善机制。"],
        ["推进节水。", "（12）扩大试点。"],
        ["推进节水。", "（市水务局负责）。", "扩大试点。"],
        ["推进节水（含灌区）试点。", "扩大试点。"],
        ["（联系人：县水利局。电话略）"],
        ["支持互联网+”医疗发展。", "推广互联网+”护理。"],
        ["没有结尾标点的一行"],
        ["明确“各地负责”“分级管理”和“统一标准。”的要求。"],
        ["明确“各地负责”“分级管理。”和第二条的规定。"],
    ],
)
def test_text_is_cut_into_these(sentences: list[str]) -> None:
    """Put together, the sentences are cut apart again."""
    text = "".join(sentences)
    assert [sentence.span.of(text) for sentence in split(fold(text), Span(0, len(text)))] == sentences


@given(st.text(alphabet="甲乙。；！？.“”（）《》3 \n", max_size=200))
def test_nothing_is_lost(text: str) -> None:
    """Sentences follow each other and hold every character but blanks."""
    found = [sentence.span for sentence in split(fold(text), Span(0, len(text)))]
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert "".join("".join(span.of(text).split()) for span in found) == "".join(text.split())
