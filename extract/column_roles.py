"""What a column of a table holds, by its head: names, units, values, natures of indicators, groups of rows."""

from __future__ import annotations

import re

from extract.lexicon import rows

_ROLES = tuple((re.compile(pattern), role) for pattern, role, _ in rows("indicator_columns"))

VALUES = frozenset({"base", "target", "value"})
"""Roles of columns whose cells are values."""


def role_of(head: str) -> str:
    """The role of a column by its folded head without a unit; `value` where no row of the table knows it."""
    return next((role for pattern, role in _ROLES if pattern.fullmatch(head)), "value")
