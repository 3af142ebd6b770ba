"""The tables of rules: `<name>.tsv` beside this module, as records.

A table has a header line of column names, then one rule a line, cells parted by tabs; a line that starts with `#` is
a remark.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """The rules of table `name`, column name to cell, in the order of the file.

    Raises:
        FileNotFoundError: if there is no such table.
        ValueError: if a rule has another number of cells than the header.
    """
    text = (files("kg") / f"{name}.tsv").read_text(encoding="utf-8")
    lines = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    header, *rest = lines
    return tuple(dict(zip(header, (cell.strip() for cell in line), strict=True)) for line in rest)


def several(cell: str) -> tuple[str, ...]:
    """The values of a cell that holds several, parted by `|`."""
    return tuple(value for value in cell.split("|") if value)
