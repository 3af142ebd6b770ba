"""Paragraphs: page furniture is left out, printed lines are put together, flattened text is taken apart."""

from __future__ import annotations

import pytest

from corpus import Block, BlockKind, Document, Span
from extract.layout.paragraphs import find_paragraphs, is_flattened
from extract.lexicon import words
from extract.matching import fold
from tests.conftest import plain_document


def paragraphs(text: str) -> list[str]:
    """The words of the paragraphs of a plain text."""
    return [paragraph.span.of(text) for paragraph in find_paragraphs(plain_document(text), fold(text))]


@pytest.mark.parametrize("example", words("furniture", "example"))
def test_furniture_is_left_out(example: str) -> None:
    """The example of each row is a line that no paragraph holds."""
    assert paragraphs(f"现将有关事项通知如下。\n{example}\n") == ["现将有关事项通知如下。"]


@pytest.mark.parametrize("line", ["— 12 —", "- 3 -", "第3页 共12页", "3/12"])
def test_page_numbers_are_left_out(line: str) -> None:
    """In all their forms; a bare number only where lines are printed lines, since it may be a cell."""
    assert paragraphs(f"第一段。\n{line}\n") == ["第一段。"]
    assert paragraphs("第一段。\n12\n") == ["第一段。", "12"]


def test_lines_of_a_block_that_wraps_are_one_paragraph() -> None:
    """Where blocks hold several printed lines, a paragraph never goes on into the next block."""
    line = "坚持以高质量发展为主题围绕全县经济社会发展大局统筹推进\n"
    text = line * 9
    blocks = [Block(BlockKind.PARAGRAPH, Span(at, at + 3 * len(line))) for at in range(0, len(text), 3 * len(line))]
    plain = plain_document(text)
    document = Document(plain.id, plain.source, text, tuple(blocks))
    assert len(find_paragraphs(document, fold(text))) == 3


def test_a_chapter_and_its_first_article_on_one_line_are_two() -> None:
    """Pages lose the line end behind a chapter's heading."""
    assert paragraphs("　第二章　规划建设　　第八条 　县数据局负责编制规划。\n") == [
        "第二章　规划建设",
        "第八条 　县数据局负责编制规划。",
    ]


def test_short_texts_are_not_flattened() -> None:
    """One line is flattened only if it is far longer than a paragraph."""
    assert not is_flattened("一句话。" * 10)
    assert is_flattened("一句话。" * 400)
