"""Rows of a table of one cell a line that have a cell under each head, in whatever order the heads stand.

Each line must be what its head says: a value under a year, 约束性 under 指标属性, words under 指标. Only the cell of a
group (领域, 类别) may be missing, as it is written once for several rows.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extract.column_roles import VALUES, role_of
from extract.lexicon import words

VALUE = re.compile(
    r"""
    [<>=≥≤~约约-]{0,2} [ ]* \d[\d,.]* [ ]* (?: [-~] [ ]* \d[\d,.]* )? [ ]*
    (?: [%‰] | [万亿]?[一-龥]{0,4} )? (?: 左右 | 以上 | 以下 | 以内 )? (?: [(\[][^()\[\]]{1,12}[)\]] )?
    | - | / | —
    """,
    re.VERBOSE,
)
"""What stands in a cell under a year, as a whole: ≥40, 71.5%, 1200左右."""
NATURE = re.compile("|".join(words("indicator_natures", "word")))
"""What stands in a cell under 指标属性."""

_UNIT_BEHIND = re.compile(r"[(\[][^()\[\]]{1,8}[)\]]$")
_NAME = re.compile(r"(?=[^一-龥]*[一-龥][^一-龥]*[一-龥])[^。;]{2,60}")
_UNIT = re.compile(r"[^\d。;:,]{1,9}|-")
_SERIAL = re.compile(r"\d{1,3}")
_SHAPES = {
    **dict.fromkeys(VALUES, VALUE),
    "growth": VALUE,
    "name": _NAME,
    "category": _NAME,
    "nature": NATURE,
    "unit": _UNIT,
    "serial": _SERIAL,
}
_TELLING = frozenset({"unit", "nature"})
"""Heads that only tables of indicators have; names and years alone may head a list of data."""
_FEWEST = 3
"""Heads and lines of values that a table has at least: less may stand below each other by chance."""


@dataclass(frozen=True, slots=True)
class PlacedLine:
    """A line that is a cell: which line, and its row and column."""

    line: int
    row: int
    column: int


def place_rows(texts: Sequence[str], heads: int) -> list[PlacedLine]:
    """The lines behind the first `heads` ones that are the cells of rows; none where these are no heads of indicators.

    Rows are counted from 1, as the heads are row 0. A line of words before a row, where no head is of a group, names
    the rows below it and is no cell.
    """
    roles = [role_of(_UNIT_BEHIND.sub("", text)) for text in texts[:heads]]
    values = sum(role in VALUES for role in roles)
    told = not _TELLING.isdisjoint(roles) and roles.count("name") == 1 and values > 0
    if heads < _FEWEST or not told or any(role not in _SHAPES for role in roles):
        return []
    groups = [at for at, role in enumerate(roles) if role == "category"]
    placed: list[PlacedLine] = []
    at, row = heads, 0
    while at < len(texts):
        columns = _columns(texts, at, roles, groups)
        if not columns and not groups and at + 1 < len(texts) and _NAME.fullmatch(texts[at]):
            at += 1
            columns = _columns(texts, at, roles, groups)
        if not columns:
            break
        row += 1
        placed += [PlacedLine(at + offset, row, column) for offset, column in enumerate(columns)]
        at += len(columns)
    return placed if row > 1 and row * values >= _FEWEST else []


def _columns(texts: Sequence[str], at: int, roles: Sequence[str], groups: Sequence[int]) -> list[int]:
    """The columns of the cells of the row that begins on a line; none where no row begins there."""
    for missing in range(len(groups) + 1):
        left_out = set(groups[:missing])
        columns = [column for column in range(len(roles)) if column not in left_out]
        cells = texts[at : at + len(columns)]
        if len(cells) == len(columns) and all(
            _SHAPES[roles[column]].fullmatch(text) for column, text in zip(columns, cells, strict=True)
        ):
            return columns
    return []
