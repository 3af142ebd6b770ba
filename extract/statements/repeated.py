"""Sentences that only repeat what others demand: another paper, the one answered, a leader of the state.

The words by which each is known stand in `retold`, `issued_above`, `requests` and `speeches`; here it is decided which
ones a sentence can be, and remembered for those behind it.
"""

from __future__ import annotations

import re

from corpus import Genre
from extract.outline.points import is_label
from extract.outline.stances import Stance
from extract.statements.cues import Cues
from extract.statements.issued_above import (
    goes_on_behind_semicolon,
    goes_on_with_passage,
    is_demanded_above,
    is_issued_above,
)
from extract.statements.issued_papers import tells_of_issue
from extract.statements.judged import Setting, State
from extract.statements.requests import ASKED, QUOTES, asks_for, demands, quotes_request
from extract.statements.retold import states_a_rule
from extract.statements.speeches import opens_speech, quotes_leader
from extract.statements.told_rules import opens_quotation, states_rule_of_law

_LEADER_ASKS = re.compile(
    r"(?:省长|市长|县长|区长|州长|书记|主席)(?:在|对|就)[^。;]{2,30}?(?:时|上|中|会)(?:明确|多次|特别)?(?:强调|指出|要求)"
    r"[,:]?\"?(?:要(?!求)|必须)(?![^。]*我局)"
)
"""What somebody who leads the place demands: 市长在调研时强调要加快治理."""
_OF_OFFICE = re.compile(r"(?:[^,。;我]{0,24},)?(?:我(?:们|[局厅委部办院])|本[局厅委院])(?!省|市|县)")
"""2030年,我局安排…: the one who answers speaks, and no longer the one who asked."""
_LAYS_DOWN = re.compile(r"(?:规定|要求|提出|明确|指出)(?:如下)?:$")
"""The end of a lead to the items of a paper."""
_GOING_ON = frozenset(";:")
"""Ends of sentences behind which what a paper demands goes on."""
_TELLS = frozenset({Genre.PRESS_BRIEFING, Genre.OTHER})
"""Kinds of documents that tell what was said."""


def repeats(cues: Cues, setting: Setting, state: State) -> tuple[str, ...]:
    """How a sentence repeats what others demand; empty where it does not.

    It `QUOTES` another paper or a leader of the state, or tells what the one answered has `ASKED` for.
    """
    if _lists_on(cues, state) or _quotes_on(cues, setting, state):
        return QUOTES
    if setting.news and is_demanded_above(cues.words, setting.own):
        return QUOTES
    if (setting.replies and states_rule_of_law(cues.words)) or states_a_rule(cues.words, setting):
        state.demanding = state.demanded = setting.news or setting.replies
        state.passage = setting.replies and cues.words[-1:] in _GOING_ON
        return QUOTES
    if setting.replies and _LEADER_ASKS.search(cues.words):
        return QUOTES
    if _asks(cues, setting, state):
        return ASKED
    return QUOTES if _repeats_paper(cues, setting, state) or _repeats_leader(cues, setting, state) else ()


def _lists_on(cues: Cues, state: State) -> bool:
    """Whether a sentence is an item of what a paper lays down: 《…条例》规定:1.…;2.…; `state` remembers the list."""
    listed = state.quoted_items and state.item
    state.quoted_items = listed or (cues.quoted and _LAYS_DOWN.search(cues.words) is not None)
    return listed


def _quotes_on(cues: Cues, setting: Setting, state: State) -> bool:
    """Whether a quotation of a paper, opened before in an answer, goes on; `state` remembers that one was opened."""
    if not setting.replies:
        return False
    goes_on = state.quoting
    opens = opens_quotation(cues.words)
    state.quoting = opens or (goes_on and cues.words.count('"') % 2 == 0)
    return goes_on and not is_label(cues.words)


def _asks(cues: Cues, setting: Setting, state: State) -> bool:
    """Whether a sentence of an answer says what was asked for; `state` remembers it for the paragraph."""
    if setting.stance is not Stance.OPEN or not setting.answers:
        return False
    quotes = quotes_request(cues.words) or (setting.asked and demands(cues.words))
    state.asking = not quotes and (asks_for(cues.words) or (state.asking and not _answered(cues)))
    return quotes or state.asking


def _answered(cues: Cues) -> bool:
    """Whether a sentence behind a request speaks of what was done, or is to be done, about it, or of the office."""
    return cues.ahead >= 3 or cues.done >= 2 or cues.none >= 2 or _OF_OFFICE.match(cues.words) is not None


def _repeats_paper(cues: Cues, setting: Setting, state: State) -> bool:
    """Whether a sentence of an answer says what a paper demands; `state` remembers that one was named."""
    if not setting.replies or setting.stance not in (Stance.OPEN, Stance.DONE):
        return False
    goes_on = (state.passage and goes_on_behind_semicolon(cues.words)) or (
        state.demanding and goes_on_with_passage(cues.words, demanded=state.demanded)
    )
    repeats = goes_on or is_issued_above(cues.words, setting.issuer)
    told = tells_of_issue(cues.words)
    state.passage = (repeats or cues.quoted) and cues.words[-1:] in _GOING_ON
    state.demanded = repeats or cues.quoted
    state.demanding = state.demanded or told
    if told and cues.quoted and cues.done >= 2 and not state.passage:
        state.running = Stance.DONE  # that it was issued is told as done
    return repeats


def _repeats_leader(cues: Cues, setting: Setting, state: State) -> bool:
    """Whether a leader of the state is quoted; `state` remembers who speaks."""
    if setting.genre not in _TELLS:
        return False
    opens = opens_speech(cues.words)
    quoted = quotes_leader(cues.words, going_on=state.leader)
    state.leader = quoted or (state.leader and not opens)
    state.urging = setting.news and not quoted and (opens or state.urging)
    return quoted
