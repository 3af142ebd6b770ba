"""Ordinals are read at the start of a line, and nothing else that begins with a number is."""

from __future__ import annotations

import pytest

from extract.layout.numbering import read_label
from extract.lexicon import rows
from extract.matching import fold


@pytest.mark.parametrize(("kind", "example"), [(row[0], row[5]) for row in rows("numbering")])
def test_a_row_holds_for_its_example(kind: str, example: str) -> None:
    """The example of a row begins with its kind of ordinal."""
    label = read_label(fold(example))
    assert label is not None
    assert label.kind.name == kind


@pytest.mark.parametrize(
    ("line", "steps", "suffix", "words"),
    [
        ("第十二条　申请人提出申请。", (12,), None, "申请人提出申请。"),
        ("第三条之一 收费应当公示。", (3,), 1, "收费应当公示。"),
        ("（二十一）营造氛围", (21,), None, "营造氛围"),
        ("3．完善机制", (3,), None, "完善机制"),
        ("2.1.3 职责", (2, 1, 3), None, "职责"),
        ("⑤设施", (5,), None, "设施"),
        ("专栏 2：重点工程", (2,), None, "重点工程"),
        ("1.5G网络建设", (1,), None, "5G网络建设"),
        ("## 第一章 总则", (1,), None, "总则"),
        ("**第一条** 为规范管理", (1,), None, "** 为规范管理"),
    ],
)
def test_value_and_words(line: str, steps: tuple[int, ...], suffix: int | None, words: str) -> None:
    """Steps, suffix, and what stands behind the ordinal."""
    label = read_label(fold(line))
    assert label is not None
    assert (label.steps, label.suffix) == (steps, suffix)
    assert fold(line)[label.end :] == fold(words)


@pytest.mark.parametrize(
    "line",
    [
        "第三条规定的情形除外。",
        "第二条、第三条由财政局负责解释。",
        "一是加强领导。",
        "2022.5亿元",
        "1.5亿元资金已拨付。",
        "2021年工作回顾",
        "各部门要加强协作。",
        "",
    ],
)
def test_no_ordinal(line: str) -> None:
    """Cross references, quantities, years and words are none."""
    assert read_label(fold(line)) is None
