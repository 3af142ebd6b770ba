"""How results look on a terminal: JSON for programs, aligned columns for people."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Sequence
from typing import Any

import click

MARK = ("\x1b[1m", "\x1b[0m")


def print_json(value: Any) -> None:
    """One JSON value, readable, Chinese as it is."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=1))


def width(text: str) -> int:
    """Columns that a text takes on a terminal; a Chinese character takes two."""
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


def shorten(text: str, columns: int) -> str:
    """The text in one line of at most so many columns, cut with …."""
    line, used = " ".join(text.split()), 0
    if width(line) <= columns:
        return line
    for at, char in enumerate(line):
        used += width(char)
        if used > columns - 1:
            return line[:at] + "…"
    return line


def print_table(head: Sequence[str], rows: Iterable[Sequence[str]], widths: Sequence[int]) -> None:
    """Rows under a head, each column padded to its width; the last is not padded."""
    for row in (head, *rows):
        cells = [shorten(cell, columns) for cell, columns in zip(row, widths, strict=True)]
        padded = [cell + " " * (columns - width(cell)) for cell, columns in zip(cells, widths, strict=True)]
        click.echo("  ".join(padded).rstrip())


def highlight(text: str, places: Iterable[tuple[int, int]]) -> str:
    """The text with the places in bold."""
    out, at = [], 0
    for start, end in sorted(places):
        if start >= at:
            out += [text[at:start], MARK[0], text[start:end], MARK[1]]
            at = end
    return "".join(out) + text[at:]
