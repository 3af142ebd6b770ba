"""Rows of the package's tables."""

from __future__ import annotations

from importlib import resources


def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The cells of each row of a table in this package, without comments and without the row of names.

    Args:
        name: of the file, e.g. `contrasts.tsv`.
    """
    text = resources.files("search").joinpath(name).read_text("utf-8")
    lines = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    return tuple(map(tuple, lines[1:]))
