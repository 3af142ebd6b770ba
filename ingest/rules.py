"""The tables of this package: tab-separated rows with a header line, `#` before a remark."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import resources


def rows(name: str) -> Iterator[tuple[str, ...]]:
    """The rows of the table `name` below its header line, each as its cells."""
    lines = resources.files("ingest").joinpath(name).read_text(encoding="utf-8").splitlines()
    content = (line for line in lines if line and not line.startswith("#"))
    next(content)
    return (tuple(line.split("\t")) for line in content)
