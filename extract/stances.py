"""What the sections of a document say by their headings: what has been done, what is to be done, or background."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache

from corpus import Genre, Outline
from extract.lexicon import rows
from extract.matching import fold


class Stance(StrEnum):
    """What the sentences of a section are, where they do not say it themselves."""

    DONE = "done"
    AHEAD = "ahead"
    GOAL = "goal"  # targets
    MIXED = "mixed"  # principles first, then targets
    LIST = "list"  # short entries; those that are sentences are tasks
    ACCOUNT = "account"  # background with reports of results in it
    NONE = "none"  # background
    OPEN = "open"  # each sentence by itself


_BY_GENRE = {
    Genre.PLAN: Stance.AHEAD,
    Genre.NOTICE: Stance.AHEAD,
    Genre.OPINION: Stance.AHEAD,
    Genre.MEASURES: Stance.AHEAD,
    Genre.CONSULTATION_DRAFT: Stance.AHEAD,
    Genre.PROPOSAL_REPLY: Stance.OPEN,
    Genre.REPORT: Stance.OPEN,
    Genre.PRESS_BRIEFING: Stance.OPEN,
    Genre.OTHER: Stance.OPEN,
}

_YEAR_OF_WORK = re.compile(
    r"(?P<year>(?:19|20)\d{2})年?(?:度)?(?:的)?(?:[^,。]{0,12})(?:工作|任务|发展|目标|安排|要求)"
)
_LOOKS_BACK = re.compile(r"回顾|总结|情况|成效|成就")


@cache
def _rows() -> tuple[tuple[re.Pattern[str], Stance], ...]:
    return tuple((re.compile(pattern), Stance(stance)) for pattern, stance, _ in rows("stances"))


def stance_of(title: str) -> Stance | None:
    """What a heading says; None if it says nothing of the kind.

    Args:
        title: the folded heading without its label.
    """
    return next((stance for pattern, stance in _rows() if pattern.search(title)), None)


def default_stance(genre: Genre) -> Stance:
    """What sentences under no telling heading are in a document of this genre."""
    return _BY_GENRE[genre]


def stances(outline: Outline, genre: Genre) -> dict[str | None, Stance]:
    """The stance of each section by its id, and of what stands in none (None).

    A heading that tells nothing passes on what stands above it. In replies, reports and briefings only headings of a
    clear kind tell (a heading like 加强监管 may head an account as well as a plan).
    """
    found: dict[str | None, Stance] = {None: default_stance(genre)}
    open_genre = found[None] is Stance.OPEN
    for section in outline.sections:
        above = found.get(section.parent, found[None])
        own = stance_of(re.sub(r"\s+", "", fold(section.title)))
        found[section.eid] = _settled(own, above, open_genre, fold(section.title))
    return found


_CLEAR_AHEAD = re.compile(r"下一步|下步|今后|打算|安排|任务|重点工作|工作要点|目标|保障措施|工作计划|总体要求|部署")


def _settled(own: Stance | None, above: Stance, open_genre: bool, title: str) -> Stance:
    """The stance of a section from its heading's and the one above."""
    if own is None or (above is Stance.NONE and own is not Stance.GOAL):
        return above
    if own is Stance.AHEAD and open_genre and not _CLEAR_AHEAD.search(title):
        return above
    if own is Stance.AHEAD and above is Stance.DONE:
        return above
    if own is Stance.DONE and above is Stance.AHEAD and not _LOOKS_BACK.search(title) and len(title) > 12:
        return above
    return own
