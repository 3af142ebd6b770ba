"""What stands in the title of another document, between its marks."""

from __future__ import annotations

import pytest

from extract.layout.title_marks import Titles


@pytest.mark.parametrize(
    ("text", "within"),
    [
        ("按照《市水务局节水办法》执行", True),
        ("市水务局按照《节水办法》执行", False),
        ("《节水办法》由市水务局执行", False),
        ("《节水办法》和《市水务局用水办法》", True),
        ("按照《市水务局节水办法执行", False),  # a mark that is never closed opens no title
    ],
)
def test_what_stands_in_a_title(text: str, within: bool) -> None:
    """A title reaches from its opening mark to the closing one."""
    assert Titles(text).hold(text.index("市水务局")) is within
