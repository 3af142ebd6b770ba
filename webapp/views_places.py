"""One indicator in several places, as a table and as a file."""

from __future__ import annotations

from collections.abc import Iterator

from kg.comparison import Comparison
from webapp.clause_names import ClauseNames
from webapp.links import clause_url, series_url
from webapp.listing import Cell, cell
from webapp.wording import date_text, number_text, value_text

HEAD = ("地区", "最新值", "折算后", "时点", "提示", "出处")


def place_rows(found: Comparison, base: str, names: ClauseNames) -> Iterator[tuple[Cell, ...]]:
    """One row for each place; `base` is the unit that values are compared in."""
    for row in found.rows:
        point, at = row.point, row.point.row
        yield (
            cell(row.place or "地区未载明", series_url(row.series)),
            cell(value_text(point.value, point.unit, point.comparison)),
            cell(number_text(point.number, base)),
            cell(date_text(point.at) + ("（据文件成文日期）" if point.assumed else "")),
            cell("年份相同" if row.same_year else "年份不同，谨慎比较"),
            cell(names.text(at.document, at.title, at.clause), clause_url(at.document, at.clause)),
        )


def left_out_rows(found: Comparison) -> Iterator[tuple[Cell, ...]]:
    """One row for each indicator of the name that cannot be compared, with the reason."""
    for one in found.left_out:
        yield cell(one.label, series_url(one.id)), cell(one.reason)
