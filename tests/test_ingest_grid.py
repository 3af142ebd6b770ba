"""Cells become tables and lines of text; tables go on over pages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.grid import RawCell, Spread, lay_out, place
from ingest.table_pages import Grid, continued


def _rows(*rows: str) -> list[RawCell]:
    """Cells of rows written `a|b`."""
    return [RawCell(at, column, text) for at, row in enumerate(rows) for column, text in enumerate(row.split("|"))]


def test_text_and_spans() -> None:
    """A row is a line, cells are parted by tabs, and each span gives its cell."""
    text, table = lay_out(_rows("指标|目标", "托位\n数|4.5"))
    assert text == "指标\t目标\n托位 数\t4.5\n"
    assert [cell.span.of(text) for cell in table.cells] == ["指标", "目标", "托位 数", "4.5"]


def test_no_cells() -> None:
    """A table without cells has no text."""
    text, table = lay_out(())
    assert (text, table.rows, table.columns) == ("", 0, 0)


@pytest.mark.parametrize(
    ("rows", "count"),
    [
        (("指标|2024年|2025年", "托位|4.0|4.5"), 1),
        (("托位|4.0|4.5", "覆盖率|85%|90%"), 0),  # figures at once: no header
        (("指标|目标",), 0),  # a single row
        (("任务|责任单位", "新建机构|省民政厅", "改造机构|省民政厅"), 1),
    ],
)
def test_header_rows(rows: tuple[str, ...], count: int) -> None:
    """The first row is a header unless it holds figures."""
    assert lay_out(_rows(*rows))[1].header_rows == count


def test_title_above_a_table() -> None:
    """A title over all columns and the row below it are both headers."""
    cells = [RawCell(0, 0, "表1 主要指标", 1, 3), *_moved(_rows("指标|单位|目标", "托位|个|4.5"), 1)]
    assert lay_out(cells)[1].header_rows == 2


def _moved(cells: list[RawCell], by: int) -> list[RawCell]:
    return [RawCell(cell.row + by, cell.column, cell.text, cell.rowspan, cell.colspan) for cell in cells]


def test_place_pushes_right() -> None:
    """A cell begins after those that reach down from above."""
    rows = [[Spread("甲", rowspan=2), Spread("乙", colspan=2)], [Spread("丙"), Spread("丁")]]
    placed = [(cell.row, cell.column, cell.text) for cell in place(rows, 100)]
    assert placed == [(0, 0, "甲"), (0, 1, "乙"), (1, 1, "丙"), (1, 2, "丁")]


def test_place_is_bounded() -> None:
    """A cell that claims a million columns takes no more than the limit."""
    assert sum(cell.colspan for cell in place([[Spread("甲", colspan=1_000_000)]], 50)) == 50


def _grid(page: int, *rows: str, edges: tuple[float, ...] = (0.0, 100.0, 200.0)) -> Grid:
    return Grid(tuple(_rows(*rows)), page, page, 80.0, edges)


@pytest.mark.parametrize(
    ("first", "second", "text"),
    [
        # a repeated header is dropped
        (("指标|目标", "托位|4.5"), ("指标|目标", "机构|120"), "指标\t目标\n托位\t4.5\n机构\t120\n"),
        # rows go on without one
        (("指标|目标", "托位|4.5"), ("机构|120",), "指标\t目标\n托位\t4.5\n机构\t120\n"),
        # the words of a cell go on
        (
            ("任务|内容", "扩大供给|新建机构"),
            ("|一百家。", "保障|资金"),
            "任务\t内容\n扩大供给\t新建机构一百家。\n保障\t资金\n",
        ),
        # the label beside it reaches further down
        (("任务|内容", "扩大供给|新建机构。"), ("|改造机构。",), "任务\t内容\n扩大供给\t新建机构。\n改造机构。\n"),
    ],
)
def test_continued(first: tuple[str, ...], second: tuple[str, ...], text: str) -> None:
    """Two parts of one table are one; the row that the page parted is mended."""
    whole = continued(_grid(1, *first), _grid(2, *second))
    assert whole is not None
    assert lay_out(whole.cells)[0] == text
    assert (whole.page, whole.last_page) == (1, 2)


@pytest.mark.parametrize(
    "second",
    [
        _grid(3, "机构|120"),  # not the next page
        _grid(2, "机构|120", edges=(0.0, 50.0, 200.0)),  # other columns
        _grid(2, "机构|120", edges=(0.0, 100.0, 260.0)),  # other width
    ],
)
def test_not_continued(second: Grid) -> None:
    """Tables that differ stay apart."""
    assert continued(_grid(1, "指标|目标", "托位|4.5"), second) is None


_SPREADS = st.builds(Spread, st.text(max_size=8), st.integers(1, 4), st.integers(1, 4))


@given(st.lists(st.lists(_SPREADS, max_size=5), max_size=6))
def test_spans_quote_their_cells(rows: list[list[Spread]]) -> None:
    """However cells are merged, each span gives the words of its cell, no two overlap, and no line is lost."""
    placed = place(rows, 1000)
    text, table = lay_out(placed)
    assert len(table.cells) == len(placed)
    ends = [0]
    for cell in table.cells:
        assert cell.span.start >= ends[-1]
        ends.append(cell.span.end)
        assert "\n" not in cell.span.of(text)
        assert "\t" not in cell.span.of(text)
    assert text.count("\n") == table.rows
