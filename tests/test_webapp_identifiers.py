"""A query that is a number leads straight to the document that bears it."""

from __future__ import annotations

import pytest

from search import parse_query
from webapp.identifiers import identifier


@pytest.mark.parametrize(
    ("query", "kind", "shown"),
    [
        ("云水发〔2025〕21号", "发文字号", "云水发〔2025〕21号"),
        ("云水发[2025]21号", "发文字号", "云水发〔2025〕21号"),
        ("第12050401号提案", "提案、建议编号", "第12050401号提案"),
        ("第０３１号建议的答复", "提案、建议编号", "第031号建议"),
        ("12050401", "提案、建议编号", "第12050401号"),
        ("2031-023", "提案、建议编号", "〔2031〕第023号"),
        ("〔2031〕第023号", "提案、建议编号", "〔2031〕第023号"),
        ("第2031-23号提案", "提案、建议编号", "〔2031〕第23号提案"),
        ("第2031023号", "提案、建议编号", "第2031023号"),
        ("第W2031023号提案", "提案、建议编号", "第2031023号提案"),
        ("第〔27〕号提案", "提案、建议编号", "第27号提案"),
        ("B类第23号建议", "提案、建议编号", "第23号建议"),
        ("B类23号提案", "提案、建议编号", "第23号提案"),
        ("第23号（B类）", "提案、建议编号", "第23号"),
        ("000012345/2020-00031", "索引号", "000012345/2020-00031"),
        ("mb1234567/2022-00083", "索引号", "MB1234567/2022-00083"),
    ],
)
def test_numbers_are_told(query: str, kind: str, shown: str) -> None:
    """Whatever the brackets and the width of the figures."""
    found = identifier(parse_query(query))

    assert found is not None
    assert (found.kind, found.text) == (kind, shown)


@pytest.mark.parametrize(
    "query", ["养老服务", "2025年", "2021-2025", "2021-03", "B类", "第3批清单", "", "第三号", "a-b"]
)
def test_words_are_no_numbers(query: str) -> None:
    """What only holds figures is searched as text."""
    assert identifier(parse_query(query)) is None
