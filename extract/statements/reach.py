"""How far what was said reaches: into the sections behind it, through a paragraph, over the items of a list."""

from __future__ import annotations

import re

from corpus import Actor, Clause, Genre
from extract.matching import fold
from extract.metadata.letters import is_reply
from extract.outline.points import ITEM, point_at
from extract.outline.stances import Stance
from extract.reading import Reading
from extract.statements.answered_points import heads_point
from extract.statements.judged import EVERYWHERE, Lead, State

_DIGITS = re.compile(r"\d+")
_COUNT = re.compile(r"[一二三四五六七八九十]+")


class Reach:
    """What the sections and paragraphs of a document let through of what was said before them.

    Attributes:
        first_stance: what sentences without any cue are at the start: reports, briefings and news give accounts.
    """

    def __init__(self, reading: Reading, *, news: bool = False) -> None:
        self._text = reading.folded
        self._parents = {section.eid: section.parent for section in reading.outline.sections}
        self._levels = {section.eid: section.level for section in reading.outline.sections}
        self._news = news
        self._points = frozenset(
            section.eid
            for section in (reading.outline.sections if is_reply(reading.metadata) else ())
            if heads_point("".join(fold(section.title).split()))
        )
        accounts = news or reading.metadata.genre is Genre.REPORT
        self.first_stance = Stance.DONE if accounts else Stance.NONE

    def enter(self, state: State, clause: Clause) -> None:
        """Forgets what does not reach into this clause."""
        section = self._top(clause.section)
        if section != state.section:
            fresh = section is None or self._news
            state.section, state.goal_seen = section, False
            state.excusing = False
            state.running = self.first_stance if fresh else Stance.NONE
            state.running = Stance.DONE if state.accounts else state.running
            if state.led == EVERYWHERE or (state.led is not None and self._within(section, state.led)):
                state.running = Stance.AHEAD
        if clause.eid != state.clause:
            state.clause = clause.eid
            state.leave_paragraph()
            state.item = point_at(self._text, clause.span.start) or bool(self._shape(clause))
            state.subject, state.point = self._led_subject(state, clause), ()
            self._enter_item(state, clause)
            self._go_on_with_cases(state, clause)

    def lead_in(self, state: State, clause: Clause, subject: tuple[Actor, ...]) -> None:
        """Remembers on whom a lead-in in this clause lays the duties of the items behind it."""
        state.lead = Lead(subject, clause.section, self._shape(clause))

    def _enter_item(self, state: State, clause: Clause) -> None:
        """Where items tell what was done and then what is to be done, the next one does not go on with the latter."""
        shape = self._shape(clause)
        if not shape or shape != state.shape:
            state.shape, state.items_done, state.items_ahead = shape, 0, 0
        elif state.items_done >= max(1, state.items_ahead) and state.led is None:
            state.running = Stance.DONE

    def _go_on_with_cases(self, state: State, clause: Clause) -> None:
        """Ends a list of cases at a paragraph whose label is none of theirs."""
        if state.cases:
            shape = self._shape(clause)
            state.case_shape = shape if state.case_shape is None else state.case_shape
            state.cases = bool(shape) and shape == state.case_shape

    def _led_subject(self, state: State, clause: Clause) -> tuple[Actor, ...]:
        """Whom a lead-in lays the duty of this clause on, if it is one of its items; else forgets the lead-in."""
        lead = state.lead
        if lead is None:
            return ()
        shape = self._shape(clause)
        inside = clause.section == lead.section or (
            lead.section is not None and self._within(clause.section, lead.section)
        )
        if not inside or shape == lead.shape or (not shape and clause.section == lead.section):
            state.lead = None
            return ()
        return lead.subject

    def _shape(self, clause: Clause) -> str:
        """The form of the label that a clause starts with: (一) and (十二) are one; empty without one."""
        label = ITEM.match(self._text, clause.span.start)
        return _DIGITS.sub("1", _COUNT.sub("一", label.group().strip())) if label else ""

    def _within(self, eid: str | None, outer: str) -> bool:
        """Whether a section lies in another one, or is it."""
        while eid is not None and eid != outer:
            eid = self._parents.get(eid)
        return eid is not None

    def _top(self, eid: str | None) -> str | None:
        """The section of level 1 or 2 around a clause, or what heads a point that an answer takes."""
        while eid is not None and self._levels.get(eid, 1) > 2 and eid not in self._points:
            eid = self._parents.get(eid)
        return eid
