"""Who has to act on a commitment: bodies with a duty in its sentence, its brackets, the line below it, its heading."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from corpus import Actor, OrganizationMention, Role, Span
from extract.actors.carried_subjects import adds_duty, are_beside, going_on, subject_of
from extract.actors.headed import find_headed, find_taken_up
from extract.actors.other_actors import OtherActors
from extract.actors.own_topics import has_topic
from extract.actors.told_addressees import addressed_bodies, asks_to_carry_out, speaks_to_addressees
from extract.bodies.acts import acts, consents, is_brought, is_division, qualifies, speaks_for, whole
from extract.bodies.handed_back import find_handed_back
from extract.bodies.responsibility import Responsibility, find_responsibilities, first_leads
from extract.bodies.responsible_lists import find_names
from extract.bodies.roles import ABOVE, ACTIVE
from extract.layout.title_marks import Titles
from extract.outline.stances import lays_duties
from extract.reading import Reading

_LINK = re.compile(r"(?:加强|强化|密切|做好|深化|完善|健全)[与同和](?:[一-鿿]{2,10}、){0,4}$|(?:互联互通|对接|衔接)$")
_CLASS_ENDS = ("部门", "单位", "(单位)", "(部门)")
_LEADS = re.compile(r"[^、,;()]{0,6}(?:牵头|负责|主办)")
_ALONE = re.compile(r"财政\Z|(?:条件|严重|具备|符合|流行)[^各]*(?:地区|地方|市县|县区|城市|单位|企业)\Z")
"""Whose duty is told in one sentence: a purse, and some of a class that others are told of too."""
_CLAUSE = re.compile(r"[有具符][^,。;:]{1,5}的$")
_AREAS = ("地方", "地区")
_PRESSED = re.compile(r"督促(?!引导|鼓励|支持)[^,。;:]*$")
_LED = re.compile(r"(?:(?<![主重需首])要(?!求|素|点|件|闻)|应(?!急|用|届|对))[^。;\n]*(?:引导|推动|指导)[^,。;:]*$")
_FAR = 120
"""Characters before those urged within which it is told who leads them on."""
_HELPED = re.compile(r"支持[^,。;:]*的$")
"""Before areas that one who has to act only helps: 市水利局要支持任务较重的|地区."""
_OVERSEEN = re.compile(r"(?:督促|指导|要求|责成|压实|发挥)$")
"""Words before a body that a subject moves to act; without a subject the body itself is the one to act."""


class Actors:
    """The actors of a document's sentences."""

    def __init__(self, reading: Reading, mentions: Sequence[OrganizationMention]) -> None:
        """Reads the brackets and lines of responsibility once."""
        self._reading = reading
        self._mentions = mentions
        self._starts = [mention.span.start for mention in mentions]
        self._titles = Titles(reading.folded)
        self._addressees = tuple(self._actor(one, Role.LEAD) for one in addressed_bodies(reading, mentions))
        self._lays_duties = lays_duties(reading.metadata)
        self._others = OtherActors(reading, mentions, self._titles, lays_duties=self._lays_duties)
        self._responsibilities = find_responsibilities(reading, mentions)
        self._by_order = first_leads(reading.folded)
        self._covers = [one.covers.start for one in self._responsibilities]
        self._handed_back = tuple(find_handed_back(reading))
        self._handed_starts = [covers.start for covers, _ in self._handed_back]
        headed = (find_headed if self._lays_duties else find_taken_up)(reading, mentions)
        self._headed = [(covers, tuple(self._actor(one, Role.LEAD) for one in bodies)) for covers, bodies in headed]

    @property
    def responsibilities(self) -> tuple[Responsibility, ...]:
        """What names bodies and is no sentence itself."""
        return self._responsibilities

    def is_charged(self, span: Span) -> bool:
        """Whether a note of responsibility lays the sentence on somebody."""
        return next(self._responsible(span), None) is not None

    def of(self, span: Span, inherited: Iterable[Actor] = ()) -> tuple[Actor, ...]:
        """Who has to act on the sentence at `span`, each name once, by place; `inherited` where none is named."""
        if addressed := self._addressed(span):
            return addressed
        acting, headed = self._acting(span), self._headed_by(span)
        acts = [*acting, *self._urged(span, acting)]
        named = [*acts, *self._responsible(span)]
        if headed and not subject_of(self._reading.folded, span, acting):
            return _each_once([*headed, *named])
        carried = going_on(self._reading.folded, span, tuple(inherited))
        if carried and not self._carries(span, acts, noted=bool(named)):
            carried = ()
        actors = [*named, *carried]
        if all(actor.name[0] in "我本" for actor in actors):  # who issues a document asks others to carry it out
            actors = self._ordered(span) or actors
        return _each_once(actors)

    def subject(self, span: Span) -> tuple[Actor, ...]:
        """The bodies that the sentence starts with and lays a duty on: later sentences without one mean them too.

        A purse pays in its own sentence alone, and so do some places what others need not: 有条件的地区.
        """
        if not self._lays_duties:
            return ()
        found = subject_of(self._reading.folded, span, self._acting(span))
        return () if any(self._is_alone(actor) for actor in found) else found

    def _is_alone(self, actor: Actor) -> bool:
        """Whether the duty of an actor is told in one sentence, with the clause that tells which of a class it is."""
        place = actor.span or Span(0, 0)
        clause = _CLAUSE.search(self._reading.folded, max(0, place.start - 8), place.start)
        return _ALONE.search((clause.group() if clause else "") + actor.name) is not None

    def undertaking(self, span: Span) -> tuple[Actor, ...]:
        """Whom a sentence of a document that lays no duties starts with: what follows a semicolon is theirs."""
        return () if self._lays_duties else subject_of(self._reading.folded, span, self._acting(span))

    def listed(self, span: Span, role: Role | None = None) -> Iterator[Actor]:
        """Whoever is named in a note or a cell, public bodies and others, with one role or that of each.

        An office that another one holds within it is named with it: 市发改委(铁路办).
        """
        last = None
        for actor in self._elements(span, role):
            if last and (place := self._with_held(last, actor)):
                last = Actor(place.of(self._reading.document.text), last.role, place, last.organization)
                continue
            if last:
                yield last
            last = actor
        if last:
            yield last

    def _with_held(self, holder: Actor, held: Actor) -> Span | None:
        """The place of an office with the one in brackets behind it; None where no brackets join them."""
        words, first, second = self._reading.folded, holder.span, held.span
        if first is None or second is None or words[first.end : second.start] != "(":
            return None
        return Span(first.start, second.end + 1) if words.startswith(")", second.end) else None

    def _elements(self, span: Span, role: Role | None) -> Iterator[Actor]:
        """The names of a note or a cell, each by itself."""
        reached = span.start
        for mention in self._within(span):
            yield from self._unnamed(Span(reached, mention.span.start), role)
            if not self._sums_up(mention.span):
                yield self._actor(mention, role or (mention.role if mention.role in ACTIVE else Role.JOINT))
            reached = max(reached, mention.span.end)
        yield from self._unnamed(Span(min(reached, span.end), span.end), role)

    def _unnamed(self, span: Span, role: Role | None) -> Iterator[Actor]:
        """Those of a list of responsible bodies that are no body of the document: firms, associations, institutes."""
        words = self._reading.folded
        for start, end in find_names(words, span.start, span.end):
            leads = None if self._by_order else _LEADS.match(words, end)
            place = Span(start, end)
            yield Actor(place.of(self._reading.document.text), role or (Role.LEAD if leads else Role.JOINT), place)

    def _addressed(self, span: Span) -> tuple[Actor, ...]:
        """The addressees, where the sentence speaks to them alone: 经市政府同意,现印发给你们,请执行; 你们要…."""
        if not self._addressees or not self._lays_duties:
            return ()
        return self._addressees if speaks_to_addressees(span.of(self._reading.folded)) else ()

    def _ordered(self, span: Span) -> list[Actor]:
        """The addressees, where the sentence asks them to carry the document out."""
        return list(self._addressees) if asks_to_carry_out(span.of(self._reading.folded)) else []

    def _headed_by(self, span: Span) -> tuple[Actor, ...]:
        """The bodies that the heading or the label of the sentence's text consists of: （一）县公安局, 县教育局：."""
        at = bisect_right(self._headed, span.start, key=lambda one: one[0].start) - 1
        return self._headed[at][1] if at >= 0 and span.start < self._headed[at][0].end else ()

    def _responsible(self, span: Span) -> Iterator[Actor]:
        """The bodies of the brackets and lines that cover the sentence, and of a sentence that hands it to them."""
        last = bisect_right(self._covers, span.start)
        for one in self._responsibilities[max(0, last - 12) : last]:
            if one.covers.start <= span.start < one.covers.end:
                yield from self.listed(one.words)
                yield from self.listed(one.too, Role.LEAD) if one.too else ()
        last = bisect_right(self._handed_starts, span.start)
        for covers, words in self._handed_back[max(0, last - 2) : last]:
            if covers.start <= span.start < covers.end:
                yield from self.listed(words)

    def _carries(self, span: Span, acts: Sequence[Actor], *, noted: bool) -> bool:
        """Whether a sentence still goes on with the subject before: 要建立机制,引导企业参与.

        Args:
            span: of the sentence.
            acts: whom the sentence itself names.
            noted: whether somebody is named there, or in a note of responsibility that covers it.
        """
        words = self._reading.folded
        if not noted:
            return not has_topic(words, span, self._starts)
        if are_beside(words, acts):
            return True
        return all(self._others.is_urged(actor) for actor in acts) and adds_duty(words, span)

    def _acting(self, span: Span) -> list[Actor]:
        """The bodies and classes that the sentence itself lays a duty on, by place."""
        bodies = [mention.span for mention in self._within(span)]
        found = (*self._named(span), *self._others.acting(span, bodies))
        actors = sorted(found, key=_place)
        if len(actors) < 2:
            return actors
        words = self._reading.folded
        return [
            actor
            for at, actor in enumerate(actors)
            if not at or not actor.span or not _OVERSEEN.search(words, max(0, actor.span.start - 4), actor.span.start)
        ]

    def _urged(self, span: Span, acting: Sequence[Actor]) -> Iterator[Actor]:
        """Classes that the sentence urges to act; not those whom one who acts in it oversees or helps."""
        words = self._reading.folded
        alone = not acting and not self.is_charged(span)
        for actor in self._others.urged(span):
            start = _place(actor)
            near, far = (max(span.start, start - reach) for reach in (24, _FAR))
            spared = _PRESSED if actor.name not in _AREAS else _HELPED
            led = spared.search(words, near, start) or _LED.search(words, far, start)
            if not (acting and led) and (alone or not self._others.is_anywhere(actor)):
                yield actor

    def _named(self, span: Span) -> Iterator[Actor]:
        """Bodies in the sentence that lead or join, outside titles."""
        words = self._reading.folded
        for mention in self._within(span):
            place, role = mention.span, mention.role
            if words[place.start] == "我":
                continue  # 我局 is whoever writes, and no other that could be called to account
            linked = _LINK.search(words, max(0, place.start - 40), place.start) or self._sums_up(place)
            obliged = self._others.obliged.get(place.start)
            if role not in ACTIVE:
                role = Role.LEAD if obliged else self._role(mention)
            if role in ACTIVE and not linked and not self._titles.hold(place.start) and not self._qualifies(place):
                at = obliged or speaks_for(words, place) or self._with_government(place) or whole(words, place)
                at = _able_area(words, at) or at
                yield Actor(at.of(self._reading.document.text), role, at, mention.organization)

    def _within(self, span: Span) -> Iterator[OrganizationMention]:
        first, last = bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)
        return iter(self._mentions[first:last])

    def _sums_up(self, place: Span) -> bool:
        """Whether a class stands for the rest of a list right before it: 市财政局等|有关部门."""
        words = self._reading.folded
        if words[place.start - 1 : place.start] != "等" or not words.endswith(_CLASS_ENDS, place.start, place.end):
            return False
        at = bisect_left(self._starts, place.start) - 1
        return at >= 0 and self._mentions[at].span.end == place.start - 1

    def _role(self, mention: OrganizationMention) -> Role:
        """What the words around a body make of it that no list of cues gives a role."""
        words, place = self._reading.folded, mention.span
        if mention.organization in ABOVE:
            return Role.MENTIONED
        if consents(words, place, self._lays_duties) or acts(words, place, self._lays_duties):
            return Role.LEAD
        return Role.JOINT if self._lays_duties and is_brought(words, place) else Role.MENTIONED

    def _qualifies(self, place: Span) -> bool:
        """Whether the words at a place only qualify a thing, or the name of offices that stand right behind them."""
        words = self._reading.folded
        if qualifies(words, place):
            return True
        at = bisect_left(self._starts, place.end)
        behind = at < len(self._starts) and self._starts[at] == place.end
        return behind and is_division(words, place, self._mentions[at].span)

    def _with_government(self, place: Span) -> Span | None:
        """The name of departments with that of the government right before, whose they are; 政府 alone is none."""
        at = bisect_left(self._starts, place.start) - 1
        before = self._mentions[at].span if at >= 0 else None
        if before is None or before.end != place.start or len(before) == len("政府"):
            return None
        return Span(before.start, place.end) if is_division(self._reading.folded, before, place) else None

    def _actor(self, mention: OrganizationMention, role: Role) -> Actor:
        return Actor(mention.span.of(self._reading.document.text), role, mention.span, mention.organization)


def _each_once(actors: Sequence[Actor]) -> tuple[Actor, ...]:
    """Each name once, by place, and none that is only a part of another one."""
    if len(actors) < 2:
        return tuple(actors)
    unique = {re.sub(r"\s+", "", actor.name): actor for actor in reversed(actors)}
    whole = [actor.span for actor in unique.values() if actor.span]
    found = (actor for actor in unique.values() if not any(_is_part(actor, span) for span in whole))
    return tuple(sorted(found, key=_place))


def _is_part(actor: Actor, whole: Span) -> bool:
    """Whether a name is only a part of a longer one: 各部门 of 各部门单位."""
    place = actor.span
    return place is not None and place != whole and whole.start <= place.start and place.end <= whole.end


_ABLE = re.compile(r"(?:有|具备|符合)条件的(?=[地各省市县城乡街村社])")


def _able_area(words: str, place: Span) -> Span | None:
    """An area without the clause that says only some are meant: 有条件的|地区; None for others."""
    clause = _ABLE.match(words, place.start, place.end)
    return Span(clause.end(), place.end) if clause else None


def _place(actor: Actor) -> int:
    return actor.span.start if actor.span else 0
