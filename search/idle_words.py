"""What of a query tells what it is about."""

from __future__ import annotations

import re
from functools import cache
from importlib import resources


def telling_parts(text: str) -> list[str]:
    """The parts of a text between its idle words (`idle_words.tsv`); the whole where nothing else is in it."""
    parts = _idle().sub(lambda match: match["kept"] or " ", text).split()
    return parts or [text]


@cache
def _idle() -> re.Pattern[str]:
    """Idle words, longest first; before them the words that are kept although one is a part of them."""
    table = resources.files("search").joinpath("idle_words.tsv").read_text("utf-8")
    rows = [line.split("\t") for line in table.splitlines() if line and not line.startswith("#")]
    held = {kind: [word for row in rows if row[0] == kind for word in row[1].split()] for kind in ("kept", "idle")}
    kept, idle = ("|".join(sorted(words, key=len, reverse=True)) for words in held.values())
    return re.compile(f"(?P<kept>{kept})|{idle}")
