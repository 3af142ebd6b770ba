"""Words that tell nothing about the matter of a text."""

from __future__ import annotations

from functools import cache
from importlib import resources


@cache
def stop_words() -> frozenset[str]:
    """The words of `stop_words.tsv`."""
    lines = resources.files("search").joinpath("stop_words.tsv").read_text("utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())
