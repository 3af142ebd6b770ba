"""Other wordings of what is asked for: abbreviations of the field, aliases of the corpus, figures of the other kind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from search.folding import squeeze
from search.numerals import other_figures

MOST = 6
"""Other wordings of one term that are searched besides."""


@dataclass(frozen=True, slots=True)
class Alternative:
    """A text in other words.

    Attributes:
        text: the whole of it.
        form: what is put otherwise.
        other: the words for it.
    """

    text: str
    form: str
    other: str


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
        self._longest = max(map(len, self._equal), default=0)

    def alternatives(self, text: str) -> tuple[str, ...]:
        """The other wordings of a squeezed text."""
        return tuple(other.text for other in self.rewordings(text))

    def rewordings(self, text: str) -> tuple[Alternative, ...]:
        """The same, each with what is put otherwise: each known form replaced by its equals, one form at a time."""
        found: dict[str, Alternative] = {}
        for start, end in self._forms(text):
            form = text[start:end]
            for other in self._equal[form]:
                if form not in other and not _stands_in(other, text, start, end):
                    whole = text[:start] + other + text[end:]
                    found.setdefault(whole, Alternative(whole, form, other))
        figures = other_figures(text)
        if figures:
            found.setdefault(figures, Alternative(figures, text, figures))
        found.pop(text, None)
        return tuple(found.values())[:MOST]

    def _forms(self, text: str) -> Iterator[tuple[int, int]]:
        """Where known forms stand, the longest at each place, none within another."""
        at = 0
        while at < len(text) - 1:
            ends = range(min(len(text), at + self._longest), at + 1, -1)
            end = next((end for end in ends if text[at:end] in self._equal), None)
            if end is not None:
                yield at, end
            at = end or at + 1


def _stands_in(other: str, text: str, start: int, end: int) -> bool:
    """Whether the text has the other wording at this place already: 医保局 within 市医保局 is not written out twice."""
    at = text.find(other)
    while at >= 0:
        if at <= start and end <= at + len(other):
            return True
        at = text.find(other, at + 1)
    return False


@cache
def _groups() -> tuple[tuple[str, ...], ...]:
    """The rows of the table: forms that mean the same, without the remark of the last column."""
    text = resources.files("search").joinpath("synonyms.tsv").read_text("utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return tuple(tuple(row[0].split("|")) for row in rows)
