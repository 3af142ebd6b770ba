"""What is said before the press beside what is told: talk of the talk, opinions and reasons, advice, single cases.

The classes of words by which each is known stand in the table `talk`. What tells a figure or a deed is no opinion, and
what an office undertakes is none of them.
"""

from __future__ import annotations

import re
from functools import cache

from corpus import Genre
from extract.lexicon import rows
from extract.outline.stances import Stance
from extract.scanning.triggers import Sieve
from extract.statements.cues import Cues
from extract.statements.judged import Setting, State
from extract.statements.speakers import goes_on_planning

_NEVER = frozenset({"self", "doubts"})
"""What tells nothing whatever its time, unless a value that was reached stands beside it."""
_UNLESS_DUE = frozenset({"supposes", "others", "case"})
"""What tells nothing, unless something is to be done."""
_DIGIT = re.compile(r"\d")
_UNDERTAKES = re.compile(
    r"(?:我们|我[省市县区局委厅部办]|[局委厅部]|政府)(?:也|还|都|今后)?(?:将|会|要(?!求)|准备|计划|拟)(?!继续(?:举[行办]|召开))"
)
_COUNTS_ON = re.compile(
    r"(?:[二三四五六七八]是|第[二三四五六七八][,是个]|其[次二三四]|再次|另外?一个|还有一个|最后一个)"
)
_OF_OFFICE = re.compile(r"现已|目前|截至|我(?:们|[省市县区局委])|全[省市县区]|[局委厅]|部门|下一?步")
"""Who ends the account of a single case: those who speak for all."""
_APPEALS = re.compile(r"(?:也|还|同时|再次|在此|,)*请(?:大家|各位|广大)")
"""请各位农户…: the hearers are asked, whatever 请各… asks of those below an office."""
_READS_OUT = re.compile(r"(?:^|。)[^。:]*:[^。\d]*\d[^。]*?(?:[例人名个家户处起座件吨元%万亿]|公里)")
"""我先通报一下汛情:…3座水库…: what is told behind the colon is no talk of the talk."""
_OUTLOOK = 4
"""A cue that opens an outlook."""
_PLANNED = 3
"""The lightest cue of what somebody will do."""
_DUE = 2
"""The lightest cue of what is to be done."""
_TOLD = 2
"""The lightest cue that tells what was done."""


def only_talks(cues: Cues, setting: Setting, state: State) -> bool:
    """Whether a sentence of a briefing is mere talk; `state` remembers the lists and cases that it opens."""
    if setting.genre is not Genre.PRESS_BRIEFING:
        return False
    kinds = _kinds(cues.words)
    if "self" in kinds and _READS_OUT.search(cues.words):
        kinds = kinds - {"self"}
    if not kinds.isdisjoint(_NEVER):
        reached = cues.done >= _TOLD and setting.measured
        return not reached and (cues.ahead < _OUTLOOK or _UNDERTAKES.search(cues.words) is None)
    if "foresees" in kinds:
        return cues.done < _TOLD and cues.ahead < _PLANNED
    bare = cues.done < _TOLD and cues.ahead < _DUE and _DIGIT.search(cues.words) is None
    if "advises" in kinds:
        plans = cues.ahead >= _PLANNED and _APPEALS.match(cues.words) is None
        return cues.done < _TOLD and not plans and _UNDERTAKES.search(cues.words) is None
    state.case = "case" in kinds or (state.case and _OF_OFFICE.search(cues.words) is None)
    if state.case or not kinds.isdisjoint(_UNLESS_DUE):
        return cues.ahead < (_PLANNED if "supposes" in kinds else _DUE)
    if (state.upcoming or state.running is Stance.AHEAD) and goes_on_planning(cues.words):
        return False
    goes_on = state.reasoning and _COUNTS_ON.match(cues.words) is not None
    state.reasoning = "reasons" in kinds or goes_on or (state.reasoning and bare)
    return bare and (bool(kinds) or goes_on)


_TALLY = re.compile(
    r"(?![^。]*(?:造成|遇难|失踪|受伤))[^。]*(?:报告|新增|累计|现有|在院|其中|中,|[^,。;]{2,8}[省市县区州])[^。;]{0,24}?\d+(?:例|人|名)"
)


def reads_out_tally(words: str, state: State) -> bool:
    """Whether somebody reads out in a transcript how many cases there are: 石桥区新增12例, 云水县4例."""
    return state.turn is not None and not state.case and _TALLY.match(words) is not None


def _kinds(words: str) -> frozenset[str]:
    """The classes of talk that a sentence has words of."""
    sieve, found = _table()
    return frozenset(found[at] for at in sieve.possible(words) if sieve.patterns[at](words))


@cache
def _table() -> tuple[Sieve, tuple[str, ...]]:
    """The patterns of talk, and the class of each."""
    return Sieve([pattern for _, pattern, _ in rows("talk")]), tuple(kind for kind, *_ in rows("talk"))
