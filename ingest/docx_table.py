"""The grid of one DOCX table: rows and cells with their reach (ECMA-376 17.4)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from docx.oxml.ns import qn

from ingest.docx_xml import is_on, value, whole
from ingest.grid import RawCell

_MOST_BEFORE = 100


def children(element: Any, tag: str) -> Iterator[Any]:
    """The children with this tag, those inside content controls and custom markup too."""
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag in (qn("w:sdt"), qn("w:sdtContent"), qn("w:customXml"), qn("w:ins")):
            yield from children(child, tag)


def cell_elements(table: Any) -> list[Any]:
    """All `w:tc` elements of the table itself, not of tables inside it."""
    return [cell for row in children(table, qn("w:tr")) for cell in children(row, qn("w:tc"))]


def raw_cells(table: Any, words: Callable[[Any], str], limit: int) -> tuple[RawCell, ...]:
    """The cells of a `w:tbl` element.

    Args:
        table: the element.
        words: gives the text of a `w:tc` element.
        limit: no more cells than this are read.
    """
    cells: dict[tuple[int, int], RawCell] = {}
    open_cells: dict[int, tuple[int, int]] = {}  # column to the cell that a vertical merge continues
    for at, row in enumerate(children(table, qn("w:tr"))):
        column = _before(row)
        for element in children(row, qn("w:tc")):
            reach = min(_reach(element), limit)
            above = open_cells.get(column) if _continues(element) else None
            if above is not None and not words(element).strip():
                cells[above] = replace(cells[above], rowspan=at - above[0] + 1)
            elif len(cells) < limit:
                cells[at, column] = RawCell(at, column, words(element), 1, reach, is_on(row, "w:trPr/w:tblHeader"))
                open_cells[column] = (at, column)
            column += reach
    return tuple(cells.values())


def _reach(cell: Any) -> int:
    properties = cell.find(qn("w:tcPr"))
    return max(1, whole(value(properties, "w:gridSpan"))) if properties is not None else 1


def _before(row: Any) -> int:
    """How many places at the start of a row are left out."""
    properties = row.find(qn("w:trPr"))
    return min(whole(value(properties, "w:gridBefore")), _MOST_BEFORE) if properties is not None else 0


def _continues(cell: Any) -> bool:
    """Whether a cell goes on with the one above it."""
    merge = cell.find(f"{qn('w:tcPr')}/{qn('w:vMerge')}")
    return merge is not None and merge.get(qn("w:val")) != "restart"
