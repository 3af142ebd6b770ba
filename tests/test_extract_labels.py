"""Labels and values of a page's block of metadata."""

from __future__ import annotations

import re

import pytest

from extract.layout.labels import read_entries
from extract.layout.paragraphs import find_paragraphs
from extract.lexicon import rows
from extract.matching import fold
from tests.conftest import plain_document


def entries(text: str) -> list[tuple[str, str]]:
    """Field and value of each entry that states something of use."""
    folded = fold(text)
    found = find_paragraphs(plain_document(text), folded)
    stated = ((entry.field, entry.value.of(text)) for entry in read_entries(found, folded, len(found)))
    return [(field, value) for field, value in stated if field != "-" and value]


@pytest.mark.parametrize(("name", "pattern", "example"), rows("metadata_values"))
def test_a_value_pattern_holds_for_its_example(name: str, pattern: str, example: str) -> None:
    """The example is a value."""
    assert re.fullmatch(pattern, fold(example)), name


@pytest.mark.parametrize(("field", "example"), [(row[0], row[3]) for row in rows("metadata_labels") if row[0] != "-"])
def test_a_label_is_read_from_its_example(field: str, example: str) -> None:
    """The example of each row states its field."""
    assert [name for name, _ in entries(f"{example}\n")] == [field]


def test_several_on_a_line() -> None:
    """Each value ends where the next label begins, with or without a mark between them."""
    assert entries("索 引 号：A12/2021-3　发布机构：青石县水利局　发布日期：2021-03-05\n") == [
        ("index_number", "A12/2021-3"),
        ("publisher", "青石县水利局"),
        ("published_on", "2021-03-05"),
    ]


def test_an_empty_label_takes_no_title_for_its_value() -> None:
    """The next line is a value only if it looks like one."""
    assert entries("有效性：\n青石县关于防汛的通知\n发布日期：\n2021年3月5日\n") == [("published_on", "2021年3月5日")]


def test_labels_of_the_body_are_none() -> None:
    """时间： in an item of the text is no 发布日期."""
    assert entries("（一）时间：2020年6月9日上午。\n") == []
