"""Sentences become commitments, achievements and quoted duties; background becomes nothing.

What decides, in this order: marks of background (greetings, principles, lead-ins); what another document demands; cues
of tense that leave no doubt; what the section says by its heading; what the sentence before was; the kind of document.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

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
    TimeRole,
)
from extract.actors import Actors
from extract.binding import is_binding, missing
from extract.confidence import confidence
from extract.cues import Cues
from extract.reading import Reading
from extract.stances import Stance, default_stance, stances

Statement = Commitment | Achievement | QuotedDuty

_LEAD_IN = re.compile(r"[一二三四五六七八九十]+是[^,;。]{2,28}。|--[^,;。]{2,28}。")
_WHITE = re.compile(r"\s+")
_ENDS = re.compile(r"[。;!?:][\"')\]]*$")
_HAN = re.compile(r"[一-鿿]")
_BACKGROUND_REST = re.compile(
    r"^(?:你|贵)[省市区县州局委们][^。]{0,12}(?:请求|建议|希望|反映)|清醒(?:地)?(?:认识|看)到|肯定成绩的同时|看到成绩的同时|(?:存在|面临)[^。;]{0,12}(?:问题|困难|不足|挑战)[::;]"
)
_YEAR = re.compile(r"(?:[^,。]{0,8},)?((?:19|20)\d{2})年(?!底前|前|末前)")
_QUOTE_THEN = re.compile(r"[^。\"《]{0,40}《[^《》]{2,80}》[^\"。]{0,12}\"[^\"]{10,400}\"[^,。\"]{0,12}[,。]")
"""在《…规划》中明确,"…"的目标任务, before what the document itself undertakes."""
_ACCOUNT_THEN = re.compile(
    r"(?P<account>[^。;]{4,300}?(?:已经?[^,。;]{2,}|[^为除]了[^,。;]{2,}))[,;](?:下一步|今后|接下来|力争|到20\d{2}年|[^,。;]{2,20},到20\d{2}年)"
)
"""已经实现…,到2030年…: an account before an undertaking."""
_ASIDE = re.compile(r"\([^()]{1,16}\)。?")
_GRANTS = re.compile(r"同意|核定|批准|核准|准予")
_ARTICLE = re.compile(r"第[一二三四五六七八九十百\d]+条")
_CASES = re.compile(r"(?:情形|情况|行为|之一|材料|含义|用语)[^。:]{0,12}:$|有下列[^。]{0,12}(?:情形|行为|情况)之一的,")
"""A lead-in after which cases stand, not tasks: 有下列情形之一的,…:"""
_ITEM = re.compile(r"[ ]*(?:\([一二三四五六七八九十\d]+\)|[\d一二三四五六七八九十]+[.、)])")
_PREFACE_SHARE = 0.4
"""A first section that starts later than this share of the text leaves no preface: the document is hardly divided."""


@dataclass(slots=True)
class _State:
    """What is carried from sentence to sentence.

    Attributes:
        section: top section of the sentence before.
        running: what the sentences were last, where the section leaves it open.
        goal_seen: a target was stated in a section that starts with principles.
        subject: whom the paragraph lays its duties on.
        clause: the paragraph.
        background: the rest of the paragraph lists problems.
        cases: the items that follow are cases of a rule.
    """

    section: str | None = None
    running: Stance = Stance.NONE
    goal_seen: bool = False
    subject: tuple[Actor, ...] = ()
    clause: str | None = None
    background: bool = False
    cases: bool = False


@dataclass(frozen=True, slots=True)
class _Verdict:
    """What a sentence is (todo, done, quoted or nothing), and why."""

    kind: str
    reasons: tuple[str, ...] = field(default=())


_NOTHING = _Verdict("")


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
    return tuple(finder.statements())


class _Finder:
    """One pass over the sentences of a document."""

    def __init__(
        self,
        reading: Reading,
        times: Sequence[TimeMention],
        mentions: Sequence[OrganizationMention],
        indicators: Sequence[Indicator],
    ) -> None:
        self.reading = reading
        self.actors = Actors(reading, mentions)
        self.deadlines = [time for time in times if time.role is TimeRole.DEADLINE and time.period and time.period.end]
        self.deadline_starts = [time.span.start for time in self.deadlines]
        self.targets = [
            one.span.start for one in indicators if one.kind is not IndicatorKind.ACTUAL and not one.from_table
        ]
        self.stances = stances(reading.outline, reading.metadata.genre)
        self.parents = {section.eid: section.parent for section in reading.outline.sections}
        self.levels = {section.eid: section.level for section in reading.outline.sections}
        self.headings = [section.heading for section in reading.outline.sections]
        self.heading_starts = [heading.start for heading in self.headings]
        self.notes = [one.words for one in self.actors.responsibilities]
        self.note_starts = [span.start for span in self.notes]
        self.open = default_stance(reading.metadata.genre) is Stance.OPEN
        self.reply_to_request = reading.metadata.genre_word == "批复"
        self.preface_end = self._preface_end()

    def _preface_end(self) -> int:
        """Where the first section starts; 0 for a document that is not divided."""
        first = self.heading_starts[0] if self.heading_starts else 0
        return first if first < _PREFACE_SHARE * len(self.reading.folded) else 0

    def statements(self) -> Iterator[Statement]:
        """All statements, in order."""
        state = _State(running=self._first_stance())
        for clause, sentence in self.reading.sentences():
            span = self._body(sentence.span)
            if span is None:
                continue
            words = _WHITE.sub("", span.of(self.reading.folded))
            self._enter(state, clause)
            if not self._readable(words, clause, span):
                continue
            yield from self._facts(words, clause, span, state)

    def _facts(self, words: str, clause: Clause, span: Span, state: _State) -> Iterator[Statement]:
        """The facts of one sentence: a duty quoted before an undertaking, and an account before one, are facts too."""
        if quote := _QUOTE_THEN.match(span.of(self.reading.folded)):
            cut = span.start + quote.end()
            if Cues(_WHITE.sub("", self.reading.folded[cut : span.end])).todo >= 3:
                yield QuotedDuty(Span(span.start, cut), confidence(("quoted",)), ("quoted",))
                span = Span(cut, span.end)
                words = _WHITE.sub("", span.of(self.reading.folded))
        verdict = self._verdict(words, clause, span, state)
        if not verdict.kind:
            return
        if verdict.kind == "todo" and (account := _ACCOUNT_THEN.match(span.of(self.reading.folded))):
            reasons = ("cue:done:2", "against:cue")
            yield Achievement(Span(span.start, span.start + account.end("account")), confidence(reasons), reasons)
        yield self._statement(verdict, words, span, state)

    def _body(self, span: Span) -> Span | None:
        """The sentence without the heading it runs in with and without notes of responsibility at its ends."""
        text = self.reading.folded
        at = bisect_right(self.heading_starts, span.start) - 1
        start = max(span.start, self.headings[at].end) if at >= 0 and self.headings[at].end > span.start else span.start
        end = span.end
        for note in self.notes[bisect_left(self.note_starts, start) : bisect_left(self.note_starts, end)]:
            if not text[start : note.start].strip(" \n。:;"):
                start = min(end, note.end)
            elif not text[note.end : end].strip(" \n。;"):
                end = note.start
        while start < end and text[start] in " \n\t。:;,.":
            start += 1
        return Span(start, end).strip(text) if start < end else None

    def _enter(self, state: _State, clause: Clause) -> None:
        """Forgets what does not reach into this clause."""
        section = self._top(clause.section)
        if section != state.section:
            state.section, state.goal_seen = section, False
            state.running = (
                self._first_stance()
                if section is None or self.reading.metadata.genre is Genre.PRESS_BRIEFING
                else Stance.NONE
            )
        if clause.eid != state.clause:
            state.clause, state.subject, state.background = clause.eid, (), False
            state.cases = state.cases and _ITEM.match(self.reading.folded, clause.span.start) is not None

    def _first_stance(self) -> Stance:
        """What sentences without any cue are at the start: reports and briefings give accounts."""
        accounts = self.reading.metadata.genre in (Genre.REPORT, Genre.PRESS_BRIEFING)
        return Stance.DONE if accounts else Stance.NONE

    def _top(self, eid: str | None) -> str | None:
        """The section of level 1 or 2 around a clause."""
        while eid is not None and self.levels.get(eid, 1) > 2:
            eid = self.parents.get(eid)
        return eid

    def _readable(self, words: str, clause: Clause, span: Span) -> bool:
        """Whether the words are a sentence, and no title, label, signature or cell."""
        if (
            len(words) < 6
            or _ASIDE.fullmatch(words)
            or not _HAN.search(words)
            or _LEAD_IN.fullmatch(words)
            or clause.eid.startswith("tbl_")
        ):
            return False
        return bool(_ENDS.search(words)) or self._before_note(span) or (len(words) >= 24 and "," in words)

    def _before_note(self, span: Span) -> bool:
        """Whether a note of responsibility stands right behind the words."""
        at = bisect_left(self.note_starts, span.end)
        return at < len(self.notes) and not self.reading.folded[span.end : self.notes[at].start].strip()

    def _verdict(self, words: str, clause: Clause, span: Span, state: _State) -> _Verdict:
        """What the sentence is."""
        cues = self._cues(words)
        deadline = self._deadline(span)
        stance = self.stances.get(clause.section, self.stances[None])
        if span.start < self.preface_end and stance is Stance.TODO and not _ARTICLE.match(words):
            stance = Stance.NONE if cues.todo < 2 or cues.none >= 2 else Stance.TODO
        if cues.none == 3:
            state.background = state.background or _BACKGROUND_REST.search(words) is not None
            return _NOTHING
        state.cases = state.cases or _CASES.search(words) is not None
        if cues.lead == 3 or (cues.lead == 2 and cues.todo < 3 and cues.done < 2):
            state.running = Stance.TODO if cues.todo >= 2 else state.running
            return _NOTHING
        if (state.background and cues.todo < 3) or (state.cases and not _CASES.search(words)):
            return _NOTHING
        if stance is Stance.OPEN:
            return self._open(cues, deadline, state)
        return self._settled(cues, deadline, stance, span, state)

    def _cues(self, words: str) -> Cues:
        """The cues of a sentence; one that starts with a year gone by gives an account."""
        match = _YEAR.match(words)
        as_of = self.reading.as_of
        if match is None or as_of is None or int(match[1]) >= as_of.year or (cues := Cues(words)).todo >= 3:
            return Cues(words)
        return Cues(words, done=2, todo=cues.todo)

    def _settled(self, cues: Cues, deadline: PartialDate | None, stance: Stance, span: Span, state: _State) -> _Verdict:
        """What a sentence is in a section that says so."""
        if stance is Stance.NONE:
            return _NOTHING
        if stance is Stance.ACCOUNT:
            reports = cues.done >= 2 and not cues.problem and cues.todo < 2
            return _Verdict("done", _cue("done", cues.done)) if reports else _NOTHING
        if stance is Stance.DONE:
            if cues.todo >= 3 and cues.done < 3:
                return _Verdict("todo", (*_cue("todo", cues.todo), "against:section"))
            if (cues.none or cues.problem) and cues.done < 2:
                return _NOTHING
            return (
                _Verdict("quoted", ("quoted",))
                if cues.quoted and self.open
                else _Verdict("done", ("section:done", *_cue("done", cues.done)))
            )
        if self.reply_to_request and not cues.todo and not _GRANTS.search(cues.words):
            return _NOTHING  # an approval repeats what was asked for
        if (
            (cues.none and cues.todo < 2)
            or (cues.todo < 3 and cues.problem == 3)
            or (stance is Stance.LIST and not cues.todo and "," not in span.of(self.reading.folded))
        ):
            return _NOTHING
        if stance is Stance.MIXED:
            state.goal_seen = state.goal_seen or deadline is not None or cues.todo >= 3 or self._has_target(span)
            if not state.goal_seen:
                return _NOTHING
        if cues.done == 3 and cues.todo < 2 and deadline is None:
            return _Verdict("done", ("cue:done:3", "against:section"))
        return _Verdict("todo", (f"section:{stance}", *_cue("todo", cues.todo)))

    def _open(self, cues: Cues, deadline: PartialDate | None, state: _State) -> _Verdict:
        """What a sentence is where the section leaves it open."""
        if cues.todo >= 3 or deadline is not None:
            if cues.todo > 3 or self.reading.metadata.genre is not Genre.PRESS_BRIEFING:
                state.running = Stance.TODO
            return _Verdict("todo", (*_cue("todo", max(3, cues.todo)), *(("against:cue",) if cues.done >= 2 else ())))
        if cues.quoted:
            return _Verdict("quoted", ("quoted",))
        if cues.done >= 2:
            state.running = Stance.DONE
            return _Verdict("done", _cue("done", cues.done))
        if cues.none or cues.problem:
            return _NOTHING
        if cues.todo == 2 and state.running is not Stance.DONE:
            return _Verdict("todo", _cue("todo", cues.todo))
        if state.running is Stance.TODO:
            return _Verdict("todo", ("inherited", *_cue("todo", cues.todo)))
        if len(cues.words) < 15 and "," not in cues.words and not cues.done:
            return _NOTHING  # 全力稳定就业大局。 leads in an account
        if (state.running is Stance.DONE and self.reading.metadata.genre is not Genre.OTHER) or cues.done:
            return _Verdict(
                "done", (*(("inherited",) if state.running is Stance.DONE else ()), *_cue("done", cues.done))
            )
        return _NOTHING

    def _statement(self, verdict: _Verdict, words: str, span: Span, state: _State) -> Statement:
        """The fact of a verdict."""
        if verdict.kind == "done":
            return Achievement(span, confidence(verdict.reasons), verdict.reasons)
        if verdict.kind == "quoted":
            return QuotedDuty(span, confidence(verdict.reasons), verdict.reasons)
        return self._commitment(verdict, words, span, state)

    def _commitment(self, verdict: _Verdict, words: str, span: Span, state: _State) -> Commitment:
        """A commitment with its fields."""
        deadline = self._deadline(span)
        subject = self.actors.subject(span)
        state.subject = subject or state.subject
        actors = self.actors.of(span, state.subject)
        number = self._has_target(span)
        binding = is_binding(words, deadline is not None, number)
        reasons = (*verdict.reasons, *(("deadline",) if deadline else ()), *(("actors",) if actors else ()))
        return Commitment(
            span=span,
            deadline=deadline,
            actors=actors,
            binding=binding,
            missing=() if binding else missing(deadline is not None, number, bool(actors)),
            confidence=confidence(reasons),
            reasons=reasons,
        )

    def _deadline(self, span: Span) -> PartialDate | None:
        """The deadline stated in the sentence; the last one of several."""
        first, last = bisect_left(self.deadline_starts, span.start), bisect_left(self.deadline_starts, span.end)
        ends = [time.period.end for time in self.deadlines[first:last] if time.period and time.period.end]
        return max(ends, key=lambda end: end.last_day, default=None)

    def _has_target(self, span: Span) -> bool:
        return bisect_left(self.targets, span.start) < bisect_left(self.targets, span.end)


def _cue(tense: str, weight: int) -> tuple[str, ...]:
    return (f"cue:{tense}:{weight}",) if weight else ()
