"""The grid of one DOCX table: rows and cells with their reach (ECMA-376 17.4)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from docx.oxml.ns import qn

from ingest.grid import RawCell

_FALSE = frozenset({"0", "false", "off"})


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
                cells[at, column] = RawCell(at, column, words(element), 1, reach, _is_head(row))
                open_cells[column] = (at, column)
            column += reach
    return tuple(cells.values())


def _reach(cell: Any) -> int:
    span = cell.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}")
    return max(1, _whole(span)) if span is not None else 1


def _before(row: Any) -> int:
    """How many places at the start of a row are left out."""
    skipped = row.find(f"{qn('w:trPr')}/{qn('w:gridBefore')}")
    return min(_whole(skipped), 100) if skipped is not None else 0


def _continues(cell: Any) -> bool:
    merge = cell.find(f"{qn('w:tcPr')}/{qn('w:vMerge')}")
    return merge is not None and merge.get(qn("w:val")) != "restart"


def _is_head(row: Any) -> bool:
    head = row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}")
    return head is not None and head.get(qn("w:val")) not in _FALSE


def _whole(element: Any) -> int:
    text = element.get(qn("w:val")) or ""
    return int(text) if text.isdecimal() else 0
