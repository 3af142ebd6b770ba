"""Sentences become commitments, achievements and quoted duties; background becomes nothing.

A sentence is judged by `verdicts`; this module walks the document, cuts headings and notes of responsibility off its
sentences, and gives the facts their fields.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from corpus import (
    Achievement,
    Actor,
    Clause,
    Commitment,
    Genre,
    Indicator,
    IndicatorKind,
    OrganizationMention,
    PartialDate,
    QuotedDuty,
    Span,
    TimeMention,
)
from extract.actors import Actors
from extract.binding import is_binding, missing
from extract.coming import before_an_account, before_next_steps
from extract.confidence import confidence
from extract.cues import Cues, cues_of
from extract.due_dates import DueDates
from extract.judged import EVERYWHERE, Kind, Lead, Setting, State, Verdict
from extract.matching import fold
from extract.news import asks, is_news
from extract.openings import (
    ACCOUNT_THEN,
    COUNTED,
    DEED_OF_YEAR,
    FOUND_THEN,
    OPENING,
    QUOTE_THEN,
    REQUEST_THEN,
    own_words,
)
from extract.periods_ahead import opens_with_period_ahead, opens_with_period_over
from extract.points import ENTRY, ITEM, is_lead_in, is_point, opens_points, point_at
from extract.reading import Reading
from extract.reported_years import year_of_heading
from extract.requests import Asked, demands
from extract.retold import is_headline_of_measures
from extract.stances import Stance, is_summary, stances
from extract.task_tables import TaskRow
from extract.verdicts import judge

Statement = Commitment | Achievement | QuotedDuty

_ENDS = frozenset("。;!?:")
_CLOSERS = "\"')]"
_HAN = re.compile(r"[一-鿿]")
_ASIDE = re.compile(r"\([^()]{1,16}\)。?")
_NOTE = re.compile(r"\([^()]*(?:负责|牵头|下同|指导|参与|配合)[^()]*\)[。;]?")
"""(某局指导,各县负责落实。以下同): who does it, not what is done."""
_ARTICLE = re.compile(r"第[一二三四五六七八九十百\d]+条")
_DIGITS = re.compile(r"\d+")
_COUNT = re.compile(r"[一二三四五六七八九十]+")
_YEAR_WITHIN = 20
"""Characters that `_YEAR` looks at up to 年."""
_YEAR = re.compile(
    r"(?:[(]?[一二三四五六七八九十\d]{1,3}[)、.])?(?:[^,。]{0,8},)?(?:早?在|[从自])?((?:19|20)\d{2})年(?!底前|前|末前)"
)
_CONSENT = re.compile(r"(?:已?经)[^。,]{2,24}(?:同意|批准|研究决定),")
"""Who consented to a paper, before what those addressed are asked to do with it."""
_PREFACE_SHARE = 0.4
"""A first section that starts later than this share of the text leaves no preface: the document is hardly divided."""
_ASKED = re.compile(r"(?:记者)?提?问:")
_LEADS_IN = re.compile(r"(?:如下|以下|下列)[^。:]{0,16}[。:]$")
_LEAD_LENGTH = 40
_LONG = 24
"""From so many characters on words without a closing mark are a sentence, if a comma parts them, and no title."""


def find_statements(
    reading: Reading,
    times: Sequence[TimeMention],
    mentions: Sequence[OrganizationMention],
    indicators: Sequence[Indicator],
) -> tuple[Statement, ...]:
    """The statements of a document, in order of place.

    Args:
        reading: the document.
        times: its time expressions; those that are deadlines become the deadline of the commitment they stand in.
        mentions: its bodies; those with a duty become actors.
        indicators: its values; one in a commitment makes it checkable.
    """
    finder = _Finder(reading, times, mentions, indicators)
    found = [*finder.of_sentences(), *finder.of_tables()]
    return tuple(sorted(found, key=lambda fact: (fact.span.start, fact.span.end)))


def _has_one(starts: Sequence[int], span: Span) -> bool:
    """Whether one of the places in a row lies in a span."""
    return bisect_left(starts, span.start) < bisect_left(starts, span.end)


class _Finder:
    """One pass over a document."""

    def __init__(
        self,
        reading: Reading,
        times: Sequence[TimeMention],
        mentions: Sequence[OrganizationMention],
        indicators: Sequence[Indicator],
    ) -> None:
        self.reading = reading
        self.actors = Actors(reading, mentions)
        self.due = DueDates(reading, times, self.actors.responsibilities)
        self.targets = [
            one.span.start for one in indicators if one.kind is not IndicatorKind.ACTUAL and not one.from_table
        ]
        self.reached = [one.span.start for one in indicators if one.kind is IndicatorKind.ACTUAL and not one.from_table]
        self.genre = reading.metadata.genre
        self.news = self.genre is Genre.PRESS_BRIEFING or is_news(reading)
        articles = any(clause.eid.startswith("art_") for clause in reading.outline.clauses)
        self.statute = articles and self.genre in {Genre.MEASURES, Genre.CONSULTATION_DRAFT}
        title = fold(reading.metadata.title or "")
        year = reading.as_of.year if reading.as_of else None
        period = reading.metadata.period
        first = period.start.year if period and period.start else year
        self.stances = stances(reading.outline, self.genre, title, year, first)
        self.headlined = is_headline_of_measures(title)
        self.summed_up = year_of_heading(title) if is_summary(title) else None
        self.parents = {section.eid: section.parent for section in reading.outline.sections}
        self.levels = {section.eid: section.level for section in reading.outline.sections}
        self.headings = [section.heading for section in reading.outline.sections]
        self.heading_starts = [heading.start for heading in self.headings]
        self.asked = Asked(reading)
        self.notes = [one.words for one in self.actors.responsibilities]
        self.note_starts = [span.start for span in self.notes]
        self.rows = sorted(reading.task_rows, key=lambda row: row.task.start)
        self.row_starts = [row.task.start for row in self.rows]
        self.preface_end = self._preface()

    def of_sentences(self) -> Iterator[Statement]:
        """The statements of the sentences, in order."""
        state = State(running=self._first_stance(), headlined=self.headlined)
        accounts, past = before_an_account(self.reading), before_next_steps(self.reading)
        for at, (clause, sentence) in enumerate(self.reading.sentences()):
            span, state.told, state.past = self._body(sentence.span), at in accounts, at in past
            if span is None or clause.eid.startswith("tbl_") or self._in_row(span):
                continue
            words = self._squeezed(span)
            self._enter(state, clause)
            if state.points and is_point(words) and not words.startswith("一是"):
                state.running = Stance.AHEAD
            if self._readable(words, span) and (demands(words) or not self.asked.shows(span)):
                yield from self._facts(words, clause, span, state)

    def of_tables(self) -> Iterator[Statement]:
        """The commitments of tables of tasks."""
        return map(self._of_row, self.rows)

    def _preface(self) -> int:
        """Where the words before the first heading end; 0 where they are no preface."""
        first = self.heading_starts[0] if self.heading_starts else 0
        text = self.reading.folded
        led_in = _LEADS_IN.search(text[max(0, first - _LEAD_LENGTH) : first].rstrip()) is not None
        return first if led_in or first < _PREFACE_SHARE * len(text) else 0

    def _in_row(self, span: Span) -> bool:
        """Whether a sentence starts in the cell of a task, which is told as its row."""
        at = bisect_right(self.row_starts, span.start) - 1
        return at >= 0 and span.start < self.rows[at].task.end

    def _squeezed(self, span: Span) -> str:
        """The folded words at a place, without white space."""
        return "".join(span.of(self.reading.folded).split())

    def _body(self, span: Span) -> Span | None:
        """The sentence without the heading it runs in with and without notes of responsibility at its ends."""
        text = self.reading.folded
        at = bisect_right(self.heading_starts, span.start) - 1
        start = max(span.start, self.headings[at].end) if at >= 0 else span.start
        end = span.end
        for note in self.notes[bisect_left(self.note_starts, start) : bisect_left(self.note_starts, end)]:
            if not text[start : note.start].strip(" \n。:;"):
                start = min(end, note.end)
            elif not text[note.end : end].strip(" \n。;"):
                end = note.start
        while start < end and text[start] in " \n\t。:;,.":
            start += 1
        if start >= end:
            return None
        return span if (start, end) == (span.start, span.end) else Span(start, end).strip(text)

    def _enter(self, state: State, clause: Clause) -> None:
        """Forgets what does not reach into this clause."""
        section = self._top(clause.section)
        if section != state.section:
            fresh = section is None or self.genre is Genre.PRESS_BRIEFING
            state.section, state.goal_seen = section, False
            state.running = self._first_stance() if fresh else Stance.NONE
            state.running = Stance.DONE if state.accounts else state.running
            if state.led == EVERYWHERE or (state.led is not None and self._within(section, state.led)):
                state.running = Stance.AHEAD
        if clause.eid != state.clause:
            state.clause = clause.eid
            state.leave_paragraph()
            state.item = point_at(self.reading.folded, clause.span.start) or bool(self._shape(clause))
            state.subject, state.point = self._led_subject(state, clause), ()
            self._go_on_with_cases(state, clause)

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
        label = ITEM.match(self.reading.folded, clause.span.start)
        return _DIGITS.sub("1", _COUNT.sub("一", label.group().strip())) if label else ""

    def _within(self, eid: str | None, outer: str) -> bool:
        """Whether a section lies in another one, or is it."""
        while eid is not None and eid != outer:
            eid = self.parents.get(eid)
        return eid is not None

    def _first_stance(self) -> Stance:
        """What sentences without any cue are at the start: reports and briefings give accounts."""
        return Stance.DONE if self.genre in (Genre.REPORT, Genre.PRESS_BRIEFING) else Stance.NONE

    def _top(self, eid: str | None) -> str | None:
        """The section of level 1 or 2 around a clause."""
        while eid is not None and self.levels.get(eid, 1) > 2:
            eid = self.parents.get(eid)
        return eid

    def _readable(self, words: str, span: Span) -> bool:
        """Whether the words are a sentence, and no title, label, signature or aside."""
        if len(words) < 6 or not _HAN.search(words):
            return False
        if words[0] == "(" and (_ASIDE.fullmatch(words) or _NOTE.fullmatch(words)):
            return False
        if is_lead_in(words) and cues_of(words).ahead < 3:
            return False
        closed = (
            words.rstrip(_CLOSERS)[-1:] in _ENDS or self._before_note(span) or (len(words) >= _LONG and "," in words)
        )
        return closed or (self._has_target(span) and ENTRY.match(words) is not None)

    def _before_note(self, span: Span) -> bool:
        """Whether a note of responsibility stands right behind the words."""
        at = bisect_left(self.note_starts, span.end)
        return at < len(self.notes) and not self.reading.folded[span.end : self.notes[at].start].strip()

    def _facts(self, words: str, clause: Clause, span: Span, state: State) -> Iterator[Statement]:
        """The facts of one sentence: a duty quoted before an undertaking, and an account before one, are facts too."""
        folded = self.reading.folded
        answers = self.genre is Genre.PROPOSAL_REPLY
        request = REQUEST_THEN.match(span.of(folded)) if answers and '"' in words else None
        if quote := request or ('"' in words and "《" in words and QUOTE_THEN.match(span.of(folded))):
            rest = Span(span.start + quote.end(), span.end)
            if request or cues_of(self._squeezed(rest)).ahead >= 3:
                yield QuotedDuty(Span(span.start, rest.start), confidence(("quoted",)), ("quoted",))
                span, words = rest, self._squeezed(rest)
        state.asking_press = self.news and asks(words, going_on=state.asking_press)
        if self.genre is Genre.PRESS_BRIEFING and (state.asking_press or _ASKED.match(words)):
            state.asked, state.running, state.led = True, self._first_stance(), None
        if state.asking_press:
            return
        verdict = judge(self._cues(words, past=state.past), self._setting(words, clause, span, state), state)
        if "一是" in words and opens_points(words):
            state.points = verdict.kind is Kind.AHEAD and self.genre is Genre.PROPOSAL_REPLY
        if words.endswith(":") and (subject := self.actors.subject(span)):
            state.lead = Lead(subject, clause.section, self._shape(clause))
        told = verdict.kind is Kind.AHEAD and ("已" in words or "了" in words)
        if told and (account := ACCOUNT_THEN.match(span.of(folded))):
            reasons = ("cue:done:2", "against:cue")
            yield Achievement(Span(span.start, span.start + account.end("account")), confidence(reasons), reasons)
        yield from self._statement(verdict, words, span, state)

    def _cues(self, words: str, *, past: bool) -> Cues:
        """The cues of a sentence; one that starts with a year gone by gives an account.

        What an answer says of a period that still runs before it turns to what is next (`past`) is an account too.
        """
        words = own_words(words, spoken=self.genre is Genre.PRESS_BRIEFING)
        cues = cues_of(words)
        match = (_YEAR.match(words) if words.find("年", 0, _YEAR_WITHIN) >= 0 else None) or DEED_OF_YEAR.search(words)
        as_of = self.reading.as_of
        if cues.ahead < 3 and opens_with_period_over(words, self.reading.metadata.period):
            return Cues(words, done=3)
        past = past and "是" not in words  # what were the tasks of it
        if as_of and not cues.done and (cues.ahead or past) and opens_with_period_ahead(words, as_of):
            return Cues(words, done=2) if past else Cues(words, ahead=3)
        if match is None or cues.ahead >= 3:
            return cues
        if self.summed_up and int(match[1]) > self.summed_up and cues.ahead >= 2:
            return Cues(words, ahead=3)  # what a summary says of the year behind it
        if int(match[1]) >= as_of.year if as_of else cues.ahead or not COUNTED.search(words):
            return cues
        return Cues(words, done=2)

    def _setting(self, words: str, clause: Clause, span: Span, state: State) -> Setting:
        """Where the sentence stands; before the first section of a document of tasks only what says so is one.

        What is answered to questions (`state.asked`) is under no heading of the speech before them.
        """
        stance = Stance.OPEN if state.asked else self.stances.get(clause.section, self.stances[None])
        if stance is Stance.OPEN and self.genre is Genre.OTHER and self.actors.is_charged(span):
            stance = Stance.AHEAD
        dated, valued = self.due.is_ahead(self.due.within(span)), self._has_target(span)
        if span.start < self.preface_end and stance is Stance.AHEAD and not _ARTICLE.match(words):
            cues = cues_of(words)
            state.aiming = state.aiming or (dated and valued)
            opening = (
                (cues.ahead < 2 and not state.aiming)
                or (cues.none >= 2 and not (cues.ahead >= 3 and _CONSENT.match(words)))
                or OPENING.match(words)
            )
            stance = Stance.NONE if opening else Stance.AHEAD
        return Setting(
            stance=stance,
            genre=self.genre,
            dated=dated,
            valued=valued,
            measured=_has_one(self.reached, span),
            grants=self.reading.metadata.genre_word == "批复",
            statute=self.statute,
            news=self.news,
            asked=self.asked.repeats(clause),
        )

    def _statement(self, verdict: Verdict, words: str, span: Span, state: State) -> Iterator[Statement]:
        """The fact of a verdict, if it is one."""
        if verdict.kind is Kind.DONE:
            yield Achievement(span, confidence(verdict.reasons), verdict.reasons)
        elif verdict.kind is Kind.QUOTED:
            yield QuotedDuty(span, confidence(verdict.reasons), verdict.reasons)
        elif verdict.kind is Kind.AHEAD:
            found = FOUND_THEN.match(span.of(self.reading.folded)) if "意见:" in words or "方案:" in words else None
            acts = Span(span.start + found.end(), span.end) if found else span
            actors = self.actors.of(acts, self._carried(state, words, acts))
            yield self._commitment(verdict.reasons, words, span, self.due.of(span), actors)

    def _carried(self, state: State, words: str, span: Span) -> tuple[Actor, ...]:
        """Whom a sentence means that names nobody; what 一是 says of its subject does not reach into 二是."""
        subject = self.actors.subject(span)
        if is_point(words):
            state.point = subject
        elif subject:
            state.subject, state.point = subject, ()
        return state.point or state.subject

    def _of_row(self, row: TaskRow) -> Commitment:
        """The commitment of a row: its deadline may stand in a cell of its own."""
        ends = [end for span in (row.task, *row.times) if (end := self.due.within(span))]
        actors = tuple(actor for span, role in row.bodies for actor in self.actors.listed(span, role))
        deadline = max(ends, key=lambda end: end.last_day, default=None)
        return self._commitment(("section:ahead",), self._squeezed(row.task), row.task, deadline, actors)

    def _commitment(
        self, reasons: tuple[str, ...], words: str, span: Span, deadline: PartialDate | None, actors: tuple[Actor, ...]
    ) -> Commitment:
        """A commitment with its fields."""
        number = self._has_target(span)
        binding = is_binding(words, deadline is not None, number)
        reasons = (*reasons, *(("deadline",) if deadline else ()), *(("actors",) if actors else ()))
        return Commitment(
            span=span,
            deadline=deadline,
            actors=actors,
            binding=binding,
            missing=() if binding else missing(deadline is not None, number, bool(actors)),
            confidence=confidence(reasons),
            reasons=reasons,
        )

    def _has_target(self, span: Span) -> bool:
        """Whether a value to be reached is stated at a place."""
        return _has_one(self.targets, span)
