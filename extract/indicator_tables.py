"""Indicators of tables: rows of a name, a base value, a target, and a nature."""

from __future__ import annotations

from corpus import Indicator, Span
from extract.indicator_kinds import Setting
from extract.reading import Reading


def find_table_indicators(reading: Reading, setting: Setting) -> tuple[list[Indicator], list[Span]]:
    """The indicators of all tables of the document, and the stretches of text the tables take."""
    return [], []
