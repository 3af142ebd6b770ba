"""What a reader saw: blocks, pages and tables."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus import Block, BlockKind, Cell, Document, Span, Table
from corpus.document import document_id
from tests.conftest import plain_document


def test_blocks_know_their_characters(document: Document) -> None:
    """澜岭省民政厅文件

    一、工作目标
    到2026年底，全省助餐点达到4500个。
    """
    at = document.text.index("4500")
    block = document.block_at(at)
    assert block is not None
    assert block.span.of(document.text) == "到2026年底，全省助餐点达到4500个。\n"
    assert document.block_at(len(document.text)) is None


@given(st.text("甲乙。\n", max_size=60))
def test_every_character_stands_in_exactly_one_block(text: str) -> None:
    """Blocks tile the text, so each offset is found, and nothing behind the end."""
    document = plain_document(text)
    assert "".join(block.span.of(text) for block in document.blocks) == text
    for offset in range(len(text)):
        block = document.block_at(offset)
        assert block is not None
        assert block.span.start <= offset < block.span.end
    assert document.block_at(len(text)) is None


def test_the_page_follows_from_the_offset() -> None:
    """A file without pages has none."""
    blocks = (Block(BlockKind.PARAGRAPH, Span(0, 2), page=1), Block(BlockKind.PARAGRAPH, Span(2, 4), page=2))
    document = replace(plain_document("甲\n乙\n"), blocks=blocks)
    assert [document.page_at(offset) for offset in range(5)] == [1, 1, 2, 2, None]
    assert plain_document("甲\n").page_at(0) is None


def test_the_same_bytes_are_the_same_document() -> None:
    """An id is made from the content hash alone."""
    assert document_id("ab" * 32) == document_id("ab" * 32) == "dabababababababab"


MERGED = Table(
    cells=(
        Cell(Span(0, 2), 0, 0, rowspan=2),
        Cell(Span(2, 4), 0, 1, colspan=2),
        Cell(Span(4, 6), 1, 1),
        Cell(Span(6, 8), 1, 2),
    ),
    rows=2,
    columns=3,
    header_rows=2,
)


def test_a_merged_cell_covers_all_its_places() -> None:
    """It is listed once and stands in the grid as often as it reaches."""
    starts = [[cell.span.start if cell else None for cell in row] for row in MERGED.grid()]
    assert starts == [[0, 2, 2], [0, 4, 6]]


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ((), [[None, None], [None, None]]),  # holes are None
        ((Cell(Span(0, 1), 0, 0, rowspan=9, colspan=9),), [[0, 0], [0, 0]]),  # a reach beyond the edge is cut
        ((Cell(Span(0, 1), 0, 0, colspan=2), Cell(Span(1, 2), 0, 1)), [[0, 0], [None, None]]),  # the first one stays
    ],
)
def test_broken_tables_still_have_a_grid(cells: tuple[Cell, ...], expected: list[list[int | None]]) -> None:
    """Files hold tables that contradict themselves; none is refused."""
    grid = Table(cells, rows=2, columns=2).grid()
    assert [[cell.span.start if cell else None for cell in row] for row in grid] == expected


@given(st.integers(0, 6), st.integers(0, 6), st.lists(st.builds(Cell, st.just(Span(0, 1)), *[st.integers(0, 7)] * 4)))
def test_a_grid_has_as_many_places_as_said(rows: int, columns: int, cells: list[Cell]) -> None:
    """Whatever the cells claim."""
    grid = Table(tuple(cells), rows, columns).grid()
    assert [len(row) for row in grid] == [columns] * rows
