"""What the judgement of a sentence takes and gives: where it stands, what was said before, what it is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from corpus import Actor, Genre
from extract.outline.stances import Stance
from extract.statements.turns import Turn


class Kind(StrEnum):
    """What a sentence is."""

    AHEAD = "ahead"
    DONE = "done"
    QUOTED = "quoted"
    NOTHING = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a sentence is, and the names of the features that decided."""

    kind: Kind
    reasons: tuple[str, ...] = ()


NOTHING = Verdict(Kind.NOTHING)


def cue_reason(tense: str, weight: int) -> tuple[str, ...]:
    """The name of the feature that a cue of a tense decided; none without a cue."""
    return (f"cue:{tense}:{weight}",) if weight else ()


def as_before(tense: str, weight: int) -> tuple[str, ...]:
    """The names of the features where the sentence before decided; `bare` where no cue in it speaks for that."""
    return ("inherited", *(cue_reason(tense, weight) or ("bare",)))


EVERYWHERE = ""
"""In place of the id of a section: all that follow."""


@dataclass(frozen=True, slots=True)
class Lead:
    """A lead-in with a subject: 建设单位要做好以下工作:.

    Attributes:
        subject: on whom it lays the duties of its items.
        section: where it stands.
        shape: form of the label of its paragraph; an item of the same form is its peer and ends its list.
    """

    subject: tuple[Actor, ...]
    section: str | None
    shape: str


@dataclass(slots=True)
class State:
    """What is carried from sentence to sentence: first what may hold across paragraphs, then what holds in one.

    Attributes:
        section: top section of the sentence before.
        goal_seen: a target was stated in a section that starts with principles.
        running: what the sentences were last, where the section leaves it open.
        asked: questions of journalists have begun.
        accounts: a lead-in said that the sections behind it tell what was done.
        led: the section whose lead-in said that what follows is to be done, sections inside it too; `EVERYWHERE` where
            that was said before the first section.
        lead: whom the last lead-in lays the duties of the items behind it on.
        leader: a leader of the state was quoted last.
        excusing: an answer lists the reasons for which something is not done.
        cases: the items that follow are cases of a rule.
        case_shape: form of the label of the first of them; None before it.
        presenting: the measures of a paper are told one after the other.
        listing: the items behind 主要有六项措施: are measures of a paper.
        shape: form of the label of the items of a list; empty outside one.
        items_done: so many of them opened with what was done.
        items_ahead: so many opened with what is to be done.
        opened: whether the paragraph has told something.
        clause: the paragraph.
        item: the paragraph starts with the label of an item.
        subject: whom the paragraph lays its duties on.
        point: whom the point (一是) of the paragraph lays its duties on.
        series: who undertakes what a series tells that goes on behind a semicolon.
        background: the rest of the paragraph lists problems.
        asking: the rest of the paragraph says what the one answered asks for.
        upcoming: the sentence before told what a speaker will do.
        aiming: a target was stated in the paragraph before the first heading.
        paper: the paragraph told that a paper was issued.
        demanding: the sentence before told what those above demand.
        demanded: the sentence before said what a paper demands, and not only that one was issued.
        passage: what a paper demands was told up to a semicolon, behind which it goes on.
        telling: the sentence before told what a paper says.
        quoting: an answer quotes a paper, and the quotation has not ended.
        quoted_items: the items that follow are what a paper lays down, which was named before them.
        writer: the sentence before told what the one who wrote said.
        urging: the paragraph tells what a meeting or somebody who spoke at it demands.
        urged: the sentence before went on with that.
        asking_press: a journalist speaks.
        contents: a speaker tells what a paper lays down, point after point.
        turn: in a transcript, what the one says who speaks.
        case: the paragraph tells the case of one person.
        reasoning: a speaker lists reasons, or weighs things.
        points: the first point (一是) of the paragraph is to be done, and so are those behind it that do not say.
        counted: an item (一是…) of the paragraph told what was done by its number, and none what is to be done.
        going_on: what is to be done was told up to a semicolon, behind which it goes on.
        told: the sentence before in the paragraph told what was done or what holds.
        planned: amid an account the sentence before, up to its semicolon, told what was planned.
        looking_back: amid the tasks of a report the paragraph told what the year before has brought.
        turned: amid an account the paragraph turned to what comes next.
    """

    section: str | None = None
    goal_seen: bool = False
    running: Stance = Stance.NONE
    asked: bool = False
    accounts: bool = False
    led: str | None = None
    lead: Lead | None = None
    leader: bool = False
    excusing: bool = False
    cases: bool = False
    case_shape: str | None = None
    presenting: bool = False
    listing: bool = False
    shape: str = ""
    items_done: int = 0
    items_ahead: int = 0
    opened: bool = False
    clause: str | None = None
    item: bool = False
    subject: tuple[Actor, ...] = ()
    point: tuple[Actor, ...] = ()
    series: tuple[Actor, ...] = ()
    background: bool = False
    asking: bool = False
    upcoming: bool = False
    aiming: bool = False
    paper: bool = False
    demanding: bool = False
    demanded: bool = False
    passage: bool = False
    telling: bool = False
    quoting: bool = False
    quoted_items: bool = False
    writer: bool = False
    urging: bool = False
    urged: bool = False
    asking_press: bool = False
    contents: bool = False
    turn: Turn | None = None
    case: bool = False
    reasoning: bool = False
    points: bool = False
    counted: bool = False
    going_on: bool = False
    told: bool = False
    planned: bool = False
    looking_back: bool = False
    turned: bool = False

    def leave_paragraph(self) -> None:
        """Forgets what holds in one paragraph only."""
        self.background = self.asking = self.upcoming = self.aiming = False
        self.paper = self.demanding = self.demanded = self.passage = self.telling = False
        self.quoting = self.writer = False
        self.urging = self.urged = self.asking_press = False
        self.case = self.reasoning = False
        self.points = self.counted = self.going_on = self.told = self.planned = self.looking_back = False
        self.turned = self.opened = False


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a sentence stands and what is known of it beside its words.

    Attributes:
        stance: what its section says.
        genre: kind of document.
        dated: a deadline is stated in it.
        valued: a target value is stated in it.
        measured: a value that was reached is stated in it.
        grants: the document is an approval, which repeats what was asked for.
        statute: the document is a statute of articles.
        news: the document is official news, a briefing or a text of no other kind.
        asked: its section repeats what was asked for.
        headlined: the headline says that measures were issued.
        told: the paragraph of an answer goes on with an account behind it.
        past: the section of an answer turns to what is to be done next behind it.
        letter: the document answers a citizen's letter.
        later: what it tells begins, or is to be done by, a day after the document's own.
        ends_later: that is so of its last clause.
        earlier: it names a month or a day that was over by then, and none to come.
        over: the deadlines stated in it were over when the document was written.
        explained: it answers what the paper lays down that the document explains to the public.
        issuer: who gave the document; empty where that is not known.
        own: that and its title.
    """

    stance: Stance
    genre: Genre
    dated: bool = False
    valued: bool = False
    measured: bool = False
    grants: bool = False
    statute: bool = False
    news: bool = False
    asked: bool = False
    headlined: bool = False
    told: bool = False
    past: bool = False
    letter: bool = False
    later: bool = False
    ends_later: bool = False
    earlier: bool = False
    over: bool = False
    explained: bool = False
    issuer: str = ""
    own: str = ""

    @property
    def replies(self) -> bool:
        """Whether the document is known to be an answer: a reply to a proposal, or to a citizen's letter."""
        return self.letter or self.genre is Genre.PROPOSAL_REPLY

    @property
    def answers(self) -> bool:
        """Whether the document may be an answer: replies, and letters that answer as replies do."""
        return self.genre in _ANSWERS


_ANSWERS = frozenset({Genre.PROPOSAL_REPLY, Genre.OTHER})
