"""Words of a document on one line."""

from __future__ import annotations

import pytest

from corpus.shown import one_line


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("我们一定高度\n重视农田建设，\n加以解决。", "我们一定高度重视农田建设，加以解决。"),
        ("接通率稳定在98%\n— 5 —\n以上", "接通率稳定在98%以上"),
        ("共计投入资金3.9\n亿元", "共计投入资金3.9亿元"),
        ("床位占比\n60.8%", "床位占比 60.8%"),  # two cells
        ("引进一批 smart\nmeter 设备", "引进一批 smart meter 设备"),
    ],
)
def test_line_ends_amid_chinese_words_leave_no_blank(words: str, shown: str) -> None:
    """A printed line ends anywhere; what stands in two cells or in Latin letters stays apart."""
    assert one_line(words) == shown
