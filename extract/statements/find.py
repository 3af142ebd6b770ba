"""Sentences become commitments, achievements and quoted duties; background becomes nothing.

`plain_sentences` cuts headings and notes of responsibility off the sentences, `verdicts` judges them by their cues
(`dated_cues`), by where they stand (`surroundings`) and by what was said before as far as that holds (`reach`); this
module walks the document and gives the facts their fields.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus import (
    Achievement,
    Actor,
    Clause,
    Commitment,
    Genre,
    Indicator,
    OrganizationMention,
    PartialDate,
    QuotedDuty,
    Span,
    Statement,
    TimeMention,
)
from extract.actors.find import Actors
from extract.confidence import confidence
from extract.indicators.value_places import ValuePlaces
from extract.layout.sentences import split
from extract.layout.task_tables import TaskRow
from extract.metadata.letters import is_reply
from extract.outline.points import is_point, opens_points
from extract.outline.stances import Stance
from extract.reading import Reading
from extract.statements.answered_points import turns_to_point
from extract.statements.binding import is_binding, missing
from extract.statements.cues import cues_of
from extract.statements.dated_cues import DatedCues
from extract.statements.judged import Kind, Setting, State, Verdict
from extract.statements.openings import ACCOUNT_THEN, FOUND_THEN, QUOTE_THEN, REQUEST_THEN
from extract.statements.plain_sentences import PlainSentences
from extract.statements.reach import Reach
from extract.statements.requests import ASKED, QUOTES, demands
from extract.statements.speeches import asks
from extract.statements.surroundings import Surroundings
from extract.statements.turns import Turn, Turns
from extract.statements.verdicts import judge
from extract.times.due_dates import DueDates

_STAGE = re.compile(r"\((?:众?笑声?|全场笑|(?:热烈)?鼓?掌声?|翻译)\)(?=.{6})")
"""What is noted in a transcript of those who are heard."""
_ITEMS_FOLLOW = re.compile(r"^(?!现|为).*(?:以下|下列)[^,。;:]{0,12}:$")
"""A sentence that leads in a list of items."""
_NEXT = re.compile(
    r"(?:下一?步|下一?阶段|接下来|今后|后续)[^?]{0,30}(?:打算|考虑|安排|计划|措施|举措|部署|工作|重点|行动|怎么|如何)[^?]{0,8}\?"
)
"""A question for what will be done, which the answer goes on to tell."""


def find_statements(
    reading: Reading,
    times: Sequence[TimeMention],
    mentions: Sequence[OrganizationMention],
    indicators: Sequence[Indicator],
) -> tuple[Statement, ...]:
    """The statements of a document, in order of place, among them what a reply repeats of requests (`is_request`).

    Args:
        reading: the document.
        times: its time expressions; those that are deadlines become the deadline of the commitment they stand in.
        mentions: its bodies; those with a duty become actors.
        indicators: its values; one in a commitment makes it checkable.
    """
    finder = _Finder(reading, times, mentions, indicators)
    found = [*finder.of_sentences(), *finder.of_tables()]
    return tuple(sorted(found, key=lambda fact: (fact.span.start, fact.span.end)))


_ALL_RULES = (Genre.MEASURES, Genre.CONSULTATION_DRAFT)
"""Texts that consist of rules of conduct: there one more of them is no outcome to be checked."""


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
        self.genre = reading.metadata.genre
        self.replies = is_reply(reading.metadata)
        self.actors = Actors(reading, mentions)
        self.due = DueDates(reading, times, self.actors.responsibilities)
        self.values = ValuePlaces(indicators)
        self.sentences = PlainSentences(reading, [one.words for one in self.actors.responsibilities], self.values)
        self.cues = DatedCues(reading)
        self.surroundings = Surroundings(reading, self.actors, self.due, self.values)
        self.turns = Turns(reading)
        self.reach = Reach(reading, news=self.surroundings.news)
        self.cells = sorted(cell for row in reading.task_rows for cell in (row.task, *row.told))
        self.cell_starts = [cell.start for cell in self.cells]

    def of_sentences(self) -> Iterator[Statement]:
        """The statements of the sentences, in order."""
        state = State(running=self.reach.first_stance)
        for at, (clause, sentence) in enumerate(self.reading.sentences()):
            span = self.sentences.plain(sentence.span)
            if span is None or clause.eid.startswith("tbl_") or self._in_row(span):
                continue
            words = self.reading.squeezed(span)
            self.reach.enter(state, clause)
            turn = self.turns.at(span.end - 1)
            if turn is not None and span.start <= turn.start < turn.words < span.end:
                span = Span(turn.words, span.end).strip(self.reading.folded)
                words = self.reading.squeezed(span)
            if words[:1] == "(" and (aside := _STAGE.match(span.of(self.reading.folded))):
                span = Span(span.start + aside.end(), span.end)
                words = self.reading.squeezed(span)
            if state.points and is_point(words) and not words.startswith("一是"):
                state.running = Stance.AHEAD
            if self.replies and state.led is None and turns_to_point(words):
                state.running = Stance.NONE
            self._enter_turn(state, turn)
            repeated = self.surroundings.asked.shows(span) and not demands(words)
            if self.sentences.readable(words, span) and not repeated:
                for fact in self._facts(words, clause, span, at, state):
                    ends = fact.span.end == span.end and isinstance(fact, Commitment)
                    whole = self.sentences.whole(fact.span, sentence.span) if ends else fact.span
                    yield fact if whole is fact.span else replace(fact, span=whole)

    def of_tables(self) -> Iterator[Statement]:
        """The commitments of tables of tasks, and what their columns of results tell."""
        for row in self.reading.task_rows:
            yield self._of_row(row)
            for cell in row.told:
                yield from self._of_results(cell, row)

    def _in_row(self, span: Span) -> bool:
        """Whether a sentence starts in the cell of a task or of its results, which are told as their row."""
        at = bisect_right(self.cell_starts, span.start) - 1
        return at >= 0 and span.start < self.cells[at].end

    def _facts(self, words: str, clause: Clause, span: Span, at: int, state: State) -> Iterator[Statement]:
        """The facts of one sentence: a duty quoted before an undertaking, and an account before one, are facts too."""
        if quoted := self._quoted(words, span):
            yield quoted
            span = Span(quoted.span.end, span.end)
            words = self.reading.squeezed(span)
        if self._is_question(words, state):
            return
        setting = self.surroundings.setting(words, clause, span, at, state)
        verdict = judge(self.cues.of(words, past=setting.past, over=setting.over), setting, state)
        if "一是" in words and opens_points(words):
            state.points = verdict.kind is Kind.AHEAD and self.replies
        if words.endswith(":") and (subject := self.actors.subject(span) or _goes_on_to_items(words, state)):
            self.reach.lead_in(state, clause, subject)
        told = verdict.kind is Kind.AHEAD and ("已" in words or "了" in words)
        if told and (account := ACCOUNT_THEN.match(span.of(self.reading.folded))):
            reasons = ("cue:done:2", "against:cue")
            yield Achievement(Span(span.start, span.start + account.end("account")), confidence(reasons), reasons)
        yield from self._statement(verdict, words, span, state)

    def _quoted(self, words: str, span: Span) -> QuotedDuty | None:
        """What a sentence quotes before its own matter: a request that is answered, a duty before an undertaking."""
        if '"' not in words:
            return None
        text = span.of(self.reading.folded)
        request = REQUEST_THEN.match(text) if self.replies else None
        quote = request or (QUOTE_THEN.match(text) if "《" in words else None)
        if quote is None:
            return None
        end = span.start + quote.end()
        if request or cues_of(self.reading.squeezed(Span(end, span.end))).ahead >= 3:
            reasons = ASKED if request else QUOTES
            return QuotedDuty(Span(span.start, end), confidence(reasons), reasons)
        return None

    def _enter_turn(self, state: State, turn: Turn | None) -> None:
        """Forgets what another speaker told, where a turn of a transcript begins, but not what was asked."""
        if turn is not None and turn != state.turn:
            before, state.turn = state.turn, turn
            answers = before is not None and before.asks and not turn.asks
            state.asked = state.asked or turn.asked
            state.running = state.running if answers else self.reach.first_stance
            state.led, state.subject = None, ()
            state.leave_paragraph()
            state.contents = state.contents and before is not None and before.name == turn.name

    def _is_question(self, words: str, state: State) -> bool:
        """Whether a journalist speaks; `state` remembers that, and that questions have begun."""
        if not self.surroundings.news:
            return False
        asker = state.turn is not None and state.turn.asks
        state.asking_press = asker or asks(words, going_on=state.asking_press)
        if self.genre is Genre.PRESS_BRIEFING and state.asking_press:
            state.running = Stance.AHEAD if _NEXT.search(words) else self.reach.first_stance
            state.asked, state.led = True, None
        return state.asking_press

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
            if found and not actors:
                actors = self.actors.of(span)
            if not words.endswith((";", ":")):
                state.series = ()
            elif not is_point(words):
                state.series = self.actors.undertaking(acts) or state.series
            yield self._commitment(verdict.reasons, words, span, actors, self.due.of(span), self.due.noted(span))

    def _carried(self, state: State, words: str, span: Span) -> tuple[Actor, ...]:
        """Whom a sentence means that names nobody; what 一是 says of its subject does not reach into 二是."""
        subject = self.actors.subject(span)
        if is_point(words):
            state.point = subject
        elif subject:
            state.subject, state.point = subject, ()
        return state.point or state.subject or state.series

    def _of_row(self, row: TaskRow) -> Commitment:
        """The commitment of a row: its deadline may stand in a cell of its own."""
        ends = [self.due.within(row.task), *map(self.due.in_cell, row.times)]
        actors = self._bodies_of(row)
        deadline = max((end for end in ends if end), key=lambda end: end.last_day, default=None)
        return self._commitment(("section:ahead",), self.reading.squeezed(row.task), row.task, actors, deadline)

    def _bodies_of(self, row: TaskRow) -> tuple[Actor, ...]:
        """Whom the row of a table names as responsible."""
        return tuple(actor for span, role in row.bodies for actor in self.actors.listed(span, role))

    def _of_results(self, cell: Span, row: TaskRow) -> Iterator[Statement]:
        """What a cell tells of the results of a task, sentence by sentence; what is still to come is its bodies'."""
        state = State()
        for sentence in split(self.reading.folded, cell):
            words = self.reading.squeezed(sentence.span)
            deadline = self.due.within(sentence.span)
            setting = Setting(
                stance=Stance.DONE,
                genre=Genre.REPORT,
                dated=self.due.is_ahead(deadline),
                measured=self.values.has_reached(sentence.span),
                later=self.due.is_to_come(sentence.span, deadline),
            )
            verdict = judge(self.cues.of(words, past=False), setting, state)
            if verdict.kind is Kind.AHEAD:
                actors = self.actors.of(sentence.span) or self._bodies_of(row)
                yield self._commitment(verdict.reasons, words, sentence.span, actors, self.due.of(sentence.span))
            else:
                yield from self._statement(verdict, words, sentence.span, state)

    def _commitment(
        self,
        reasons: tuple[str, ...],
        words: str,
        span: Span,
        actors: tuple[Actor, ...],
        stated: PartialDate | None,
        noted: PartialDate | None = None,
    ) -> Commitment:
        """A commitment with its fields; what only a note behind its item sets makes it no more checkable by itself."""
        number, deadline = self.values.has_target(span), stated or noted
        binding = is_binding(words, stated is not None, number, rules=self.genre not in _ALL_RULES)
        reasons = (*reasons, *(("deadline",) if deadline else ()), *(("actors",) if actors else ()))
        return Commitment(
            span=span,
            deadline=deadline,
            actors=actors,
            binding=binding,
            missing=() if binding else missing(deadline is not None, number, bool(actors)),
            confidence=confidence(reasons),
            reasons=reasons,
            due_by_note=stated is None and noted is not None,
        )


def _goes_on_to_items(words: str, state: State) -> tuple[Actor, ...]:
    """The subject before, where a sentence leads in a list and has none of its own: 要重点清理以下问题:."""
    return state.subject if _ITEMS_FOLLOW.search(words) else ()
