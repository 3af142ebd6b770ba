"""Where the sentences of a document stand, and what is known of them beside their words."""

from __future__ import annotations

import re

from corpus import Clause, Genre, Span
from extract.actors.find import Actors
from extract.indicators.value_places import ValuePlaces
from extract.matching import fold
from extract.metadata.letters import answers_letter
from extract.outline.stances import Stance
from extract.reading import Reading
from extract.statements.coming import before_an_account, before_next_steps
from extract.statements.cues import cues_of
from extract.statements.judged import Setting, State
from extract.statements.labelled_parts import LabelledParts
from extract.statements.news import explains_a_paper, is_news
from extract.statements.openings import OPENING
from extract.statements.presented_papers import is_headline_of_measures
from extract.statements.press_questions import PressQuestions, Prompt
from extract.statements.quoted_duties import quotes_duty
from extract.statements.requests import Asked
from extract.statements.section_stances import stances
from extract.times.due_dates import DueDates

_ARTICLE = re.compile(r"第[一二三四五六七八九十百\d]+条")
_CONSENT = re.compile(r"已?经[^。,]{2,24}(?:同意|批准|研究决定),")
"""Who consented to a paper, before what those addressed are asked to do with it."""
_PREFACE_SHARE = 0.4
"""A first section that starts later than this share of the text leaves no preface: the document is hardly divided."""
_LEADS_IN = re.compile(r"(?:如下|以下|下列)[^。:]{0,16}[。:]$")
_LEAD_LENGTH = 40
_LAID_DOWN = re.compile(
    r"现[将就对][^。:\n]{0,80}(?:通知|公告|通告|通报|意见|要求|措施|规定|决定|安排|部署|明确|提示)如下[^。:\n]{0,8}[:。]"
)
"""The words behind which a paper lays down what it is made for: 现就有关事项通知如下:."""


_TOLD = frozenset({Genre.OTHER, Genre.PRESS_BRIEFING})
"""Kinds of documents in which a note of those responsible makes its item a task."""


class Surroundings:
    """What a document tells of its sentences beside their words.

    Attributes:
        news: it is official news, a briefing or a text of no other kind.
        asked: the places that repeat what was asked for.
    """

    def __init__(self, reading: Reading, actors: Actors, due: DueDates, values: ValuePlaces) -> None:
        self._actors, self._due, self._values = actors, due, values
        self._text = reading.folded
        self._genre = genre = reading.metadata.genre
        self._issuer = fold(reading.metadata.issuer or "")
        title = fold(reading.metadata.title or "")
        self._own = self._issuer + title
        self._stances = _stances(reading, title)
        self._parts = LabelledParts(reading)
        articles = any(clause.eid.startswith("art_") for clause in reading.outline.clauses)
        self._statute = articles and genre in {Genre.MEASURES, Genre.CONSULTATION_DRAFT}
        self._grants = reading.metadata.genre_word == "批复"
        self._letter = answers_letter(reading.metadata)
        self._headlined = is_headline_of_measures(title) or explains_a_paper(reading)
        self._preface_end = _preface_end(reading)
        self._before_accounts, self._before_next_steps = before_an_account(reading), before_next_steps(reading)
        self.news = genre is Genre.PRESS_BRIEFING or is_news(reading)
        self.asked = Asked(reading)
        self._questions = PressQuestions(reading)

    def setting(self, words: str, clause: Clause, span: Span, at: int, state: State) -> Setting:
        """Where a sentence stands.

        Args:
            words: its folded words without white space.
            clause: what it stands in.
            span: its place.
            at: its number in the document.
            state: what was said before it; remembers whether a target was stated before the first heading.
        """
        deadline = self._due.within(span)
        dated, valued = self._due.is_ahead(deadline), self._values.has_target(span)
        later = self._due.is_to_come(span, deadline)
        prompt = self._questions.before(span)
        stance = self._stance(clause, span, state, prompt)
        if span.start < self._preface_end and stance is Stance.AHEAD and not _ARTICLE.match(words):
            state.aiming = state.aiming or (dated and valued)
            stance = Stance.NONE if _opens(words, aiming=state.aiming) else Stance.AHEAD
            if stance is Stance.AHEAD and quotes_duty(words):
                stance = Stance.OPEN
        return Setting(
            stance=stance,
            genre=self._genre,
            dated=dated,
            valued=valued,
            measured=self._values.has_reached(span),
            grants=self._grants,
            statute=self._statute,
            news=self.news,
            asked=self.asked.repeats(clause),
            headlined=self._headlined,
            told=at in self._before_accounts,
            past=at in self._before_next_steps,
            letter=self._letter,
            later=later,
            ends_later=later and self._ends_later(span),
            earlier=not later and not dated and self._due.is_past(span),
            over=self._due.is_over(deadline),
            explained=prompt is not None and prompt.for_paper,
            issuer=self._issuer,
            own=self._own,
        )

    def _ends_later(self, span: Span) -> bool:
        """Whether the last clause of a sentence names a day after the document's own."""
        last = Span(self._text.rfind(",", span.start, span.end) + 1 or span.start, span.end)
        return self._due.is_to_come(last, self._due.within(last))

    def _stance(self, clause: Clause, span: Span, state: State, prompt: Prompt | None) -> Stance:
        """What the section of a sentence says; answers to questions are under no heading of the speech before them."""
        asked = state.asked or (prompt is not None and prompt.question and prompt.for_paper)
        stance = Stance.OPEN if asked else self._of_part(span) or self._stances.get(clause.section, self._stances[None])
        charged = stance is Stance.OPEN and self._is_charged(span)
        if self._letter and stance is Stance.ACCOUNT:
            return Stance.OPEN  # 基本情况 of a letter tells what was asked after
        return Stance.AHEAD if charged else stance

    def _of_part(self, span: Span) -> Stance | None:
        """What a label above a sentence says of it; a speaker's words are under none."""
        return None if self._genre is Genre.PRESS_BRIEFING else self._parts.stance(span)

    def _is_charged(self, span: Span) -> bool:
        """Whether a note makes a sentence a task; in an answer, which names those who acted too, one that says by when.

        承诺事项一:清淤4.6万立方米 above 完成时限:2022年5月底.
        """
        if self._genre is Genre.PROPOSAL_REPLY:
            return self._due.is_ahead(self._due.noted(span))
        return self._genre in _TOLD and self._actors.is_charged(span)


def _stances(reading: Reading, title: str) -> dict[str | None, Stance]:
    """The stance of each section."""
    year = reading.as_of.year if reading.as_of else None
    period = reading.metadata.period
    first = period.start.year if period and period.start else year
    return stances(reading.outline, reading.metadata.genre, title, year, first)


def _preface_end(reading: Reading) -> int:
    """Where the words before the first heading, or before what is laid down, end; 0 where they are no preface."""
    first = next((section.heading.start for section in reading.outline.sections), 0)
    text = reading.folded
    led_in = _LEADS_IN.search(text[max(0, first - _LEAD_LENGTH) : first].rstrip()) is not None
    if not led_in and first >= _PREFACE_SHARE * len(text):
        return 0
    announced = _LAID_DOWN.search(text, 0, first)
    return announced.end() if announced else first


def _opens(words: str, *, aiming: bool) -> bool:
    """Whether a sentence before the first section of a document of tasks only opens it, and does not say it is one."""
    cues = cues_of(words)
    return (
        (cues.ahead < 2 and not aiming)
        or (cues.none >= 2 and not (cues.ahead >= 3 and _CONSENT.match(words)))
        or OPENING.match(words) is not None
    )
