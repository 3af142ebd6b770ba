"""What a question asks: the kind of answer, the times and places it is bound to, and the words that matter."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib import resources

from extract.places import full_names, short_names, shorten
from search.folding import fold

LEAST_CHARACTERS = 4
"""A shorter question is asked back."""


class Asked(StrEnum):
    """Kind of answer."""

    NUMBER = "number"
    DATE = "date"
    DEPARTMENT = "department"
    LIST = "list"
    LOCATE = "locate"
    DEFINITION = "definition"
    MANNER = "manner"
    YES_NO = "yes_no"
    REASON = "reason"
    ANYTHING = "anything"


@dataclass(frozen=True, slots=True)
class Question:
    """A question as it was read.

    Attributes:
        text: as asked.
        asks: kind of answer.
        years: years named in it, e.g. `2024`.
        places: divisions named in it, by their short names, e.g. 云岭.
        core: the folded words that are left without question words, years and places; parts separated by blanks.
    """

    text: str
    asks: Asked
    years: tuple[str, ...]
    places: tuple[str, ...]
    core: str


_YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})(?=年|[^\d]|$)年?(?:底|末|初|前|以前|之前)?")


def read_question(text: str) -> Question:
    """The question that somebody typed; never fails."""
    folded = fold(text)
    asks, rest = _without_question_words(folded)
    years = tuple(dict.fromkeys(_YEAR.findall(rest)))
    rest = _YEAR.sub(" ", rest)
    places, rest = _without_places(rest)
    core = " ".join(re.findall(r"[0-9a-z.%一-鿿]+", rest))
    return Question(text, asks, years, places, core)


def off_topic(text: str) -> str | None:
    """`out_of_scope` or `personal_case` where documents are not what is asked for; None otherwise."""
    folded = fold(text)
    return next((kind for pattern, kind in _off_topic() if pattern.search(folded)), None)


def _without_question_words(folded: str) -> tuple[Asked, str]:
    """Kind of answer by the first row that is met and tells one, and the text without all question words."""
    asks = Asked.ANYTHING
    for pattern, kind in _question_words():
        if pattern.search(folded):
            if asks is Asked.ANYTHING and kind != "none":
                asks = Asked(kind)
            folded = pattern.sub(" ", folded)
    return asks, folded


def _without_places(folded: str) -> tuple[tuple[str, ...], str]:
    found: list[str] = []

    def note(match: re.Match[str]) -> str:
        found.append(shorten(match.group()) or match.group())
        return " "

    rest = _places().sub(note, folded)
    return tuple(dict.fromkeys(found)), rest


@cache
def _places() -> re.Pattern[str]:
    names = sorted(full_names() | short_names(), key=len, reverse=True)
    return re.compile("|".join(re.escape(name) for name in names if len(name) >= 2))


def _rows(name: str) -> tuple[tuple[str, str], ...]:
    text = resources.files("search").joinpath(name).read_text("utf-8")
    lines = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    return tuple((pattern, kind) for pattern, kind, _ in lines[1:])


@cache
def _question_words() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(fold(pattern)), kind) for pattern, kind in _rows("question_words.tsv"))


@cache
def _off_topic() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(fold(pattern)), kind) for pattern, kind in _rows("off_topic.tsv"))
