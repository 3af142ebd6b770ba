"""The tables of rules: `lexicon/<name>.tsv`.

A table has a header line of column names, then one rule a line, cells parted by tabs; a line that starts with `#` is
a remark. Every table has a column `example`: words in which the rule applies. Tables are written in folded
characters (see `matching`), since folded text is what they are matched on.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The rules of table `name`, in the order of the file, without its header.

    Raises:
        FileNotFoundError: if there is no such table.
        ValueError: if a rule has another number of cells than the header.
    """
    return _read(name)[1:]


@cache
def words(name: str, column: str) -> tuple[str, ...]:
    """The cells of one column of table `name`, in the order of the file; empty cells are left out.

    Raises:
        ValueError: if it has no such column.
    """
    at = columns(name).index(column)
    return tuple(row[at] for row in rows(name) if row[at])


def pattern_of(name: str, column: str) -> re.Pattern[str]:
    """The cells of one column of table `name` as the alternatives of one pattern, longest first."""
    return re.compile("|".join(sorted(words(name, column), key=len, reverse=True)))


@cache
def columns(name: str) -> tuple[str, ...]:
    """The column names of table `name`."""
    return _read(name)[0]


@cache
def _read(name: str) -> tuple[tuple[str, ...], ...]:
    """The header and the rules of a table."""
    text = (files("extract") / "lexicon" / f"{name}.tsv").read_text(encoding="utf-8")
    numbered = ((number, line) for number, line in enumerate(text.splitlines(), 1) if line and line[0] != "#")
    table = [(number, tuple(cell.strip() for cell in line.split("\t"))) for number, line in numbered]
    width = len(table[0][1]) if table else 0
    for number, cells in table:
        if len(cells) != width:
            msg = f"lexicon/{name}.tsv line {number}: {len(cells)} cells, header has {width}"
            raise ValueError(msg)
    return tuple(cells for _, cells in table)
