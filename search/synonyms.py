"""Other wordings of what is asked for: abbreviations of the field, aliases of the corpus, figures of the other kind."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import resources

from search.folding import squeeze
from search.numerals import other_figures

MOST = 6
"""Other wordings of one term that are searched besides."""


class Synonyms:
    """A table of equal wordings.

    Args:
        aliases: further pairs of equal wordings: names of bodies, abbreviations that documents define.
    """

    def __init__(self, aliases: Iterable[tuple[str, str]] = ()) -> None:
        equal: dict[str, dict[str, None]] = {}
        for group in (*_groups(), *aliases):
            forms = [form for form in map(squeeze, group) if len(form) > 1]
            for form in forms:
                equal.setdefault(form, {}).update(dict.fromkeys(other for other in forms if other != form))
        self._equal: Mapping[str, tuple[str, ...]] = {form: tuple(others) for form, others in equal.items()}
        longest_first = sorted(self._equal, key=len, reverse=True)
        self._forms = re.compile("|".join(map(re.escape, longest_first))) if longest_first else None

    def alternatives(self, text: str) -> tuple[str, ...]:
        """The other wordings of a squeezed text: each known form in it replaced by its equals, one form at a time."""
        found: dict[str, None] = {}
        for match in self._forms.finditer(text) if self._forms else ():
            for other in self._equal[match.group()]:
                if match.group() not in other and not _stands_in(other, text, match):
                    found[text[: match.start()] + other + text[match.end() :]] = None
        figures = other_figures(text)
        if figures:
            found[figures] = None
        found.pop(text, None)
        return tuple(found)[:MOST]


def _stands_in(other: str, text: str, match: re.Match[str]) -> bool:
    """Whether the text has the other wording at this place already: 医保局 within 市医保局 is not written out twice."""
    at = text.find(other)
    while at >= 0:
        if at <= match.start() and match.end() <= at + len(other):
            return True
        at = text.find(other, at + 1)
    return False


@cache
def _groups() -> tuple[tuple[str, ...], ...]:
    """The rows of the table: forms that mean the same, without the remark of the last column."""
    text = resources.files("search").joinpath("synonyms.tsv").read_text("utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return tuple(tuple(row[0].split("|")) for row in rows)
