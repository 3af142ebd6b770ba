"""Ruling lines of a PDF page become the boxes of table cells, by pdfplumber's rules for tables.

pdfplumber would read the lines itself, about twenty times slower than PDFium does; so only its geometry is used.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from ingest.pdf_lines import Box

_SNAP = 3.0
_MOST_EDGES = 1200
_MOST_CROSSINGS = 4000


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line along an axis: from (`left`, `top`) to (`right`, `bottom`); points from the top left corner."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def is_level(self) -> bool:
        """Whether it is horizontal."""
        return self.right - self.left >= self.bottom - self.top


def tables(rules: Sequence[Rule]) -> list[list[Box]]:
    """The cells of each table that the rules draw.

    None where fewer than two level ones meet two upright ones, or where there are too many lines for a table, as in
    drawings.
    """
    level = sum(rule.is_level for rule in rules)
    if level < 2 or len(rules) - level < 2 or len(rules) > _MOST_EDGES * 4:
        return []
    from pdfplumber import table as geometry

    edges = geometry.merge_edges([_edge(rule) for rule in rules], _SNAP, _SNAP, _SNAP, _SNAP)
    if len(edges) > _MOST_EDGES:
        return []
    crossings = geometry.edges_to_intersections(edges, _SNAP, _SNAP)
    if len(crossings) > _MOST_CROSSINGS:
        return []
    found: list[list[Box]] = geometry.cells_to_tables(geometry.intersections_to_cells(crossings))
    return found


def _edge(rule: Rule) -> dict[str, Any]:
    """A rule in pdfplumber's form."""
    return {
        "x0": rule.left,
        "x1": rule.right,
        "top": rule.top,
        "bottom": rule.bottom,
        "width": rule.right - rule.left,
        "height": rule.bottom - rule.top,
        "orientation": "h" if rule.is_level else "v",
        "object_type": "line",
    }
