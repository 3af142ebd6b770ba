"""What the words of a sentence say of time and duty, read with the table `tense_cues`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from extract.lexicon import rows

_QUOTES_DUTY = re.compile(
    r"""
    ^(?![^《]{0,12}(?:按照|根据|依据|依照|落实|贯彻|为))[^《,。]{0,14}《[^《》]{2,80}》(?:\([^()]{2,40}\))?(?:\[[^\]]*\])?[^,。《]{0,14}?
        (?:明确|提出|规定|要求|指出|强调)(?!了?我|如下)    # 《…意见》中提出, at the start
  | [在,]《?[^,。]{0,60}》(?:中)(?:已|也|都|均)?(?:明确|提出|规定|要求|指出)   # 在《…规划》中明确
  | 在《[^《》]{2,80}》也?(?:明确|提出)
  | (?:根据|按照|依据|依照)[^。《]{0,8}《[^《》]{2,80}》(?:\([^()]{2,40}\))?(?:第[^。]{1,10}条)?[^。]{0,400}?
        (?:规定|要求)[^。]{0,60}(?:应当|应由|必须|须由|不得|由各|不宜)   # 按照《…》的规定, …由各…
    """,
    re.VERBOSE,
)

TENSES = ("none", "problem", "lead", "todo", "done")


@dataclass(frozen=True, slots=True)
class Cues:
    """The heaviest cue of each tense in a sentence; 0 where there is none.

    Attributes:
        none: it is background.
        problem: it speaks of a problem.
        lead: it leads in what follows.
        todo: it is to be done.
        done: it has been done.
        quoted: it says what another document demands.
    """

    none: int = 0
    problem: int = 0
    lead: int = 0
    todo: int = 0
    done: int = 0
    quoted: bool = False


@cache
def _patterns(tense: str) -> tuple[tuple[int, re.Pattern[str]], ...]:
    """The cues of one tense, all of a weight in one pattern, the heaviest first."""
    by_weight: dict[int, list[str]] = {}
    for at, weight, pattern, _ in rows("tense_cues"):
        if at == tense:
            by_weight.setdefault(int(weight), []).append(pattern)
    return tuple((weight, re.compile("|".join(by_weight[weight]))) for weight in sorted(by_weight, reverse=True))


def read_cues(words: str) -> Cues:
    """The cues in a sentence.

    Args:
        words: its folded words without white space.
    """
    weights = {tense: _heaviest(tense, words) for tense in TENSES}
    return Cues(**weights, quoted="《" in words and _QUOTES_DUTY.search(words) is not None)


def _heaviest(tense: str, words: str) -> int:
    return next((weight for weight, pattern in _patterns(tense) if pattern.search(words)), 0)
