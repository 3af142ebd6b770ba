"""What a sentence is: an undertaking, an account, a quoted duty or nothing, and which features decided.

What decides, in this order: whether it repeats what others demand; marks of background and of lead-ins; what the
section says by its heading (`by_heading`), or, where that leaves it open, cues of tense (`by_cues`) and what the
sentence before was (`inherited`).
"""

from __future__ import annotations

import re
from dataclasses import replace

from corpus import Genre
from extract.outline.points import is_listed
from extract.outline.stances import Stance
from extract.patterns import OURSELVES
from extract.statements.answered_points import gives_reason, lists_reasons, refuses, turns_from_reasons
from extract.statements.by_cues import by_cues
from extract.statements.by_heading import by_heading
from extract.statements.cues import Cues
from extract.statements.descriptions import is_motto
from extract.statements.judged import NOTHING, Kind, Setting, State, Verdict, cue_reason
from extract.statements.last_clauses import tells_result
from extract.statements.lead_ins import (
    heads_first_point,
    leads_in_account,
    leads_in_tasks,
    opens_background,
    opens_cases,
    rules_cases,
    rules_things,
    take_turn,
    turns_to_measures,
)
from extract.statements.letter_talk import refers, tells_of_writer, was_passed_on
from extract.statements.press_talk import only_talks, reads_out_tally
from extract.statements.repeated import repeats
from extract.statements.speakers import presents
from extract.statements.speeches import is_urged, opens_speech
from extract.statements.statutes import lays_no_duty

_NEXT = re.compile(rf"下一?步,{OURSELVES}(?:也|还)?(?:将|会|要)")
"""下一步,我局将…: what is to be done, whatever stands behind it."""
_THEN_WILL = re.compile(
    r"(?:[^。;]{0,12}感谢|(?:也)?(?:希望|恳请|欢迎|期待|请)(?:您|你|各位|代表|委员|社会))[^。;]{2,80}[,;]我(?:们|[局委厅部办院])(?:也|还|都)?(?:一定|将|会(?![议同]))"
)
"""感谢您的关心,我们将继续…; 请您监督,我们会…: an undertaking stands behind the courtesy."""
_INSTEAD = re.compile(
    rf"(?>[^。;]*?(?:不具备|不符合|不满足))[^。;]*?[,;](?:但|不过|为此|对此|因此|同时|下一?步)?,?{OURSELVES}(?:也|还|正|现)?(?:将(?!其)|拟|计划|打算|准备)"
)
"""此处不具备改建条件,我们拟…: what will be done instead stands behind why the rest is not."""


def judge(cues: Cues, setting: Setting, state: State) -> Verdict:
    """What a sentence is; `state` is brought up to date for the sentences behind.

    What newspapers tell is less sure, whatever decided it: scenes, comments and firms stand between the public's deeds.
    """
    verdict = _judge(cues, setting, state)
    state.told = verdict.kind is Kind.DONE
    _count_item(verdict, state)
    state.going_on = verdict.kind is Kind.AHEAD and _goes_on(cues, setting, state)
    return replace(verdict, reasons=(*verdict.reasons, "news")) if setting.news and verdict.kind else verdict


def _count_item(verdict: Verdict, state: State) -> None:
    """Notes in `state` with what an item of a list opens."""
    if state.opened or not state.shape or verdict.kind not in (Kind.DONE, Kind.AHEAD):
        return
    state.opened = True
    if "inherited" not in verdict.reasons:
        state.items_done += verdict.kind is Kind.DONE
        state.items_ahead += verdict.kind is Kind.AHEAD


def _goes_on(cues: Cues, setting: Setting, state: State) -> bool:
    """Whether what is to be done goes on behind the semicolon of a sentence that says so.

    What an account says will be granted (对有贡献的,将授予称号;) is a rule amid others.
    """
    if cues.words[-1:] != ";":
        return False
    opens = cues.done < 2 and (cues.ahead > 3 or setting.dated or setting.later or "将" not in cues.words)
    return state.going_on or opens


def _judge(cues: Cues, setting: Setting, state: State) -> Verdict:
    if _lays_nothing(cues, setting) or (setting.letter and _says_nothing(cues, state)):
        return NOTHING
    if repeated := repeats(cues, setting, state):
        return Verdict(Kind.QUOTED, repeated)
    if leads_in_account(cues, setting, state):
        return NOTHING
    if presents(cues, setting, state):
        return Verdict(Kind.QUOTED, ("quoted",))
    excuses = _excuses(cues, setting, state)
    if _is_background(cues, setting, state) or excuses:
        return NOTHING
    closed = setting.stance is not Stance.OPEN
    cases = closed and rules_cases(cues.words)
    things = closed and not cases and rules_things(cues.words)
    rules = cases or things
    opens = things or (not rules and opens_cases(cues.words))
    if opens:
        state.cases, state.case_shape = True, None
    if heads_first_point(cues, setting) or (not rules and leads_in_tasks(cues, setting, state)):
        return NOTHING
    if (state.background and cues.ahead < 3) or (not opens and _is_case(cues, setting, state)):
        return NOTHING
    state.urged = state.urging and (is_urged(cues.words) or (state.urged and not (cues.done or cues.none)))
    if state.urged and not cues.quoted:
        return Verdict(Kind.AHEAD, cue_reason("ahead", max(2, cues.ahead)))
    return _by_itself(cues, setting, state)


def _is_case(cues: Cues, setting: Setting, state: State) -> bool:
    """Whether a sentence amid the cases of a rule is one of them, and no duty with a date or behind the last case."""
    if not state.cases:
        return False
    behind = not is_listed(cues.words) and cues.words[-1:] == "。"
    return cues.ahead < 2 or not (setting.dated or behind)


def _by_itself(cues: Cues, setting: Setting, state: State) -> Verdict:
    """What a sentence that repeats nothing and is no background is by its section and its cues."""
    if _came_of_plan(cues, setting):
        state.running, state.planned = Stance.DONE, False
        return Verdict(Kind.DONE, ("cue:done:3", "against:cue"))
    return (by_cues if setting.stance is Stance.OPEN else by_heading)(cues, setting, state)


def _lays_nothing(cues: Cues, setting: Setting) -> bool:
    """Whether a sentence is a motto of a report, or one of a statute that lays no duty."""
    if setting.genre is Genre.REPORT and is_motto(cues.words) and not cues.ahead:
        return True
    return setting.statute and lays_no_duty(cues.words, demands=cues.ahead >= 2)


def _excuses(cues: Cues, setting: Setting, state: State) -> bool:
    """Whether a sentence of an answer only says why something is not done, or is hard to do."""
    if not setting.replies:
        return False
    state.excusing = lists_reasons(cues.words) or (state.excusing and not turns_from_reasons(cues.words))
    if cues.ahead >= 2:
        return False
    if state.excusing:
        return True
    return refuses(cues.words) or (cues.done < 2 and not setting.dated and gives_reason(cues.words))


def _came_of_plan(cues: Cues, setting: Setting) -> bool:
    """Whether a sentence of an account or an answer tells what has come of a plan that it names before."""
    looks_back = setting.stance in (Stance.DONE, Stance.ACCOUNT) or (setting.stance is Stance.OPEN and setting.answers)
    return looks_back and cues.ahead <= 3 and not cues.quoted and tells_result(cues.words)


_PART = re.compile(r"(?:[一二三四五六七八九十]{1,3}、|[(][一二三四五六七八九十]{1,3}[)])")
"""二、: where a letter without line ends turns to its next part."""


def _says_nothing(cues: Cues, state: State) -> bool:
    """Whether a sentence of a letter only repeats or passes on; `state` forgets what its last part was about."""
    if _PART.match(cues.words) and state.led is None:
        state.running = Stance.NONE
    state.writer = tells_of_writer(cues.words, going_on=state.writer)
    return state.writer or was_passed_on(cues.words) or (refers(cues.words) and not cues.done and cues.ahead < 3)


def _is_background(cues: Cues, setting: Setting, state: State) -> bool:
    """Whether a sentence is background by a mark of it; `state` remembers where the rest of the paragraph is too."""
    spoken = setting.news and opens_speech(cues.words)
    state.background = state.background and not (spoken or turns_to_measures(cues.words))
    if only_talks(cues, setting, state):
        take_turn(cues.words, state)
        return True
    if (cues.none != 3 and not cues.problem) or reads_out_tally(cues.words, state):
        return False
    state.background = state.background or opens_background(cues.words)
    if cues.none != 3 or any(will.match(cues.words) for will in (_NEXT, _THEN_WILL, _INSTEAD)):
        return False
    take_turn(cues.words, state)
    return True
