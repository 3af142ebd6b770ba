"""What a question asks: the kind of answer, the times and places it is bound to, and the words that matter."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from itertools import accumulate, zip_longest

from extract.bodies.places import full_names, short_names, shorten
from search.folding import fold
from search.rows import rows
from search.word_classes import Tagged, tagged_words

LEAST_CHARACTERS = 4
"""A shorter question is asked back."""


class Asked(StrEnum):
    """Kind of answer."""

    NUMBER = "number"
    DATE = "date"
    DEPARTMENT = "department"
    PLACE = "place"
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
        unit: name of the row of `answer_units.tsv` that an answer has to look like; empty for any.
        years: years named in it, e.g. `2024`.
        relative: years named by their distance from today: 明年.
        places: divisions named in it, by their short names, e.g. 云岭; of a place within another the inner one.
        quoted: words that stand in quotation marks in it.
        ahead: it asks what is going to be done, not what was.
        parts: how many things it asks.
        core: the folded words that are left without question words, years and places; parts separated by blanks.
    """

    text: str
    asks: Asked
    unit: str
    years: tuple[str, ...]
    relative: tuple[str, ...]
    places: tuple[str, ...]
    quoted: tuple[str, ...]
    ahead: bool
    parts: int
    core: str


_YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})(?=年|[^\d号年]|$)(?:年度?)?(?:底|末|初|前|以前|之前)?")
_RELATIVE = re.compile(r"今年|明年|后年|去年|前年|大前年|大后年")
_QUOTED = re.compile(r"[\"“”「『《]([^\"“”「」『』《》]{2,30})[\"“”」』》]")
_AHEAD = re.compile(r"打算|准备(?!金)|计划(?:怎|如|做|采)|下一步|以后|今后|接下来|将(?:要|会|来|怎|如)|后面|往下|后续")
_ASKING = re.compile(r"多少|[^这哪近前后]几[^乎率何]|什么|啥|哪|谁|怎么?样?|如何|何时|多大|多高|多久")
_WORDS = re.compile(r"[0-9a-z.%+一-鿿]+")


def read_question(text: str) -> Question:
    """The question that somebody typed; never fails."""
    folded = fold(text)
    quoted = tuple(dict.fromkeys(_QUOTED.findall(folded)))
    asks, unit, rest = _without_question_words(folded)
    years = tuple(dict.fromkeys(_YEAR.findall(rest)))
    rest = _YEAR.sub(" ", rest)
    relative = tuple(dict.fromkeys(_RELATIVE.findall(rest)))
    places, rest = _without_places(_RELATIVE.sub(" ", rest))
    parts = len(_ASKING.findall(folded))
    ahead = _AHEAD.search(folded) is not None
    return Question(text, asks, unit, years, relative, places, quoted, ahead, parts, " ".join(_WORDS.findall(rest)))


def off_topic(text: str) -> str | None:
    """`out_of_scope` or `personal_case` where documents are not what is asked for; None otherwise."""
    folded = fold(text)
    return next((kind for pattern, kind in _off_topic() if pattern.search(folded)), None)


def _without_question_words(folded: str) -> tuple[Asked, str, str]:
    """Kind and unit of the answer by the first row that is met and tells one, and the text without question words."""
    telling = ((kind, unit) for pattern, kind, unit in _question_words() if kind != "none" and pattern.search(folded))
    kind, unit = next(telling, (Asked.ANYTHING, ""))
    for pattern, row, _ in _question_words():
        if row == "none":
            folded = pattern.sub(" ", folded)
    return Asked(kind), unit, folded


def _without_places(folded: str) -> tuple[tuple[str, ...], str]:
    """The places, without those directly before another that lies within them, and the text without any."""
    words = tagged_words(folded)
    starts = dict(zip(accumulate((len(word) for word, _ in words), initial=0), words, strict=False))
    found = [match for match in _places().finditer(folded) if _is_place(match, starts)]
    names = [
        shorten(match.group()) or match.group()
        for match, after in zip_longest(found, found[1:])
        if after is None or match.end() != after.start()
    ]
    for match in reversed(found):
        folded = f"{folded[: match.start()]} {folded[match.end() :]}"
    return tuple(dict.fromkeys(names)), folded


def _is_place(match: re.Match[str], starts: dict[int, Tagged]) -> bool:
    """Whether a name is meant as one: it begins with a word, and the short name of a county is tagged as a place."""
    word, kind = starts.get(match.start(), ("", ""))
    if match.group() in full_names() or match.group() in short_names():
        return bool(word)
    return kind == "ns" and match.group() == word


@cache
def _places() -> re.Pattern[str]:
    names = full_names() | short_names() | {shorten(name) for name in full_names()}
    return re.compile("|".join(re.escape(name) for name in sorted(names, key=len, reverse=True) if len(name) >= 2))


@cache
def _question_words() -> tuple[tuple[re.Pattern[str], str, str], ...]:
    return tuple((re.compile(fold(pattern)), kind, unit) for pattern, kind, unit, _ in rows("question_words.tsv"))


@cache
def _off_topic() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(fold(pattern)), kind) for pattern, kind, _ in rows("off_topic.tsv"))
