"""The table of the home page counts every document of a kind, also those of years that it has no column for."""

from __future__ import annotations

from webapp.views_home import holdings


def test_the_sum_of_a_kind_holds_old_and_undated_documents() -> None:
    """Only the newest years have columns; a kind without any document in them keeps its row."""
    years = [(2020, [("plan", 1)]), (2024, [("plan", 2)]), (1998, [("notice", 1)])]

    table = holdings(years, [("plan", 5), ("notice", 2)], most=2)

    assert table.years == (2024, 2020)
    assert {row[0]: row[2:] for row in table.rows} == {"plan": ((2, 1), 5), "notice": ((0, 0), 2)}
