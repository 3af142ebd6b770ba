"""Who has to act on a commitment: bodies with a duty in its sentence, its brackets, the line below it, its heading."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from corpus import Actor, Genre, OrganizationMention, Role, Span
from extract.acts import acts, consents, is_brought, is_division, qualifies, speaks_for, whole
from extract.headed import find_headed, find_taken_up
from extract.lexicon import rows
from extract.moved import find_moved
from extract.reading import Reading
from extract.responsibility import Responsibility, find_responsibilities, first_leads
from extract.responsible_lists import find_names
from extract.roles import ABOVE, opens_with_verb
from extract.stances import Stance, default_stance
from extract.subjects import find_subjects
from extract.undertakers import find_undertakers
from extract.urged import find_urged

_ACTIVE = frozenset((Role.LEAD, Role.JOINT))
_FOR_OFFICES = frozenset((Genre.PROPOSAL_REPLY, Genre.PRESS_BRIEFING))
_LINK = re.compile(r"(?:加强|强化|密切|做好|深化)[与同和]$|(?:互联互通|对接|衔接)$")
_SUBJECT_END = re.compile(r"(?:\(单位\))?(?:要|应当|应|须|必须|将|不得)")
_NAMED = re.compile(
    r"中国|国家|全国|[省市县区]级?(?!场|内外)[一-鿿]{2,}(?:集团|公司|协会|商会|学会|银行|中心|联合会)|.{2,}总公司"
)
"""Names of single companies and associations: they act as offices do."""
_LISTS = re.compile(r"(?:以下|下列|如下)[^,。;:]{0,16}:")
"""A sentence that goes on in the items of a list, which lay the same on its subject: 由县政府从以下渠道筹措:."""
_BOUND = re.compile(r"(?:\([^()\n]{1,40}\))?,?(?:也|都|均)?(?:要|应当|应|须|必须|不得|需|负责|承担|作为)")
"""What lays a lasting duty on a class; of what it may do or does the next sentence says nothing."""
_SUBJECT_START = re.compile(
    r"(?:\s|,|[一二三四五六七八九十]+是|[(\[]?[一二三四五六七八九十\d]+[)\].、]+|第[一二三四五六七八九十百\d]+条|由|同时)*"
)
_ITEM = re.compile(r"\s*[(\[]?[一二三四五六七八九十\d]+[)\].、]")
_CLASS_ENDS = ("部门", "单位", "(单位)", "(部门)")
_LIST = re.compile(r"(?:[、,和及或\s]|以及|等)*")
_COMPANION = re.compile(r"(?:会同|联合|协同|商|配合|督促|指导|要求|与|和|同)$")
"""Words before a body that acts beside a subject which need not be named again."""
_MUST = re.compile(r"\s*(?:同时,?|还|也|并)?(?:要(?!求|素|点|件)|应当|必须|须)")
"""How a sentence begins that lays a further duty on the subject of the one before."""
_LEADS = re.compile(r"[^、,;()]{0,6}(?:牵头|负责|主办)")
_OVERSEEN = re.compile(r"(?:督促|指导|要求|责成|压实|发挥)$")
"""Words before a body that a subject moves to act; without a subject the body itself is the one to act."""
_TITLE = re.compile(r"《[^《》]{0,200}》")
_TITLED = re.compile(r"(?:关于|出台|制定|印发|公布|发布)[^,。;:\n]{0,60}$")
_NAMED_SO = re.compile(r"[^,。;:\n]{0,60}(?:通知|意见|措施|公告|办法|方案|决定|规定|政策)")
_TOPIC = re.compile(
    r"(?![要应须可对在为将以按根依如凡经有未不])[^,。;:]{2,40}?(?<![同均也都])(?:应当|应(?!急|用|届|对|收|付)|不得|可以|原则上|纳入|须|实行|适用|由|从|参照)"
)
"""A thing at the start of a sentence, of which something is laid down."""
_SANCTION = re.compile(
    r"各[地级]|[^,。;]{0,30}(?:不按|未按|逾期|违反|拒不|弄虚作假)[^。;]{0,60}的,[^。;]{0,60}(?:处理|追究|处罚|查处|取消|收回|不予|扣减)|对(?!于)[^。;]{2,80}(?:通报批评|追究|问责|处罚|惩戒|约谈|予以通报|给予通报)"
)
"""What befalls those who fail, or is said of all places, is not laid on the subject of the sentence before."""
_ISSUED = re.compile(
    r"现(?=将|予|批|转|印|下)[^。;]{0,200}?(?:印发|转发|批转|下发|下达|发布|公布|发)(?:给)?(?:你们)?[,。][^。;]{0,12}?[请望]"
)
"""How a document is handed on: whoever made it or agreed to it is not the one to carry it out."""
_YOU = re.compile(r"你们(?:也|都|均)?(?:要(?!求)|应当|应|须|必须|务必|不得|可)|(?:希望|希|望|请)你们")
"""The addressees, told to act."""
_ORDERED = re.compile(r"请[^。;]{0,24}(?:遵照|执行|落实|实施|反映|反馈)[^。;]{0,8}。?$")


@cache
def _goes_on() -> re.Pattern[str]:
    """How a sentence starts that goes on with the subject of the one before."""
    return re.compile("|".join(pattern for pattern, _ in rows("goes_on")))


class Actors:
    """The actors of a document's sentences."""

    def __init__(self, reading: Reading, mentions: Sequence[OrganizationMention]) -> None:
        """Reads the brackets and lines of responsibility once."""
        self._reading = reading
        self._mentions = mentions
        self._starts = [mention.span.start for mention in mentions]
        self._titles = [match.start() for match in _TITLE.finditer(reading.folded)]
        self._addressees = _addressees(reading, mentions)
        unwrapped = reading.unwrapped
        # A reply and a briefing answer for offices; whom of the market they hope to move is no actor of theirs.
        urged = () if reading.metadata.genre in _FOR_OFFICES else find_urged(unwrapped.text)
        self._urged = [unwrapped.span(start, end) for start, end in urged]
        self._urged_starts = [span.start for span in self._urged]
        self._lays_duties = default_stance(reading.metadata.genre) is Stance.AHEAD
        subjects = _duties(unwrapped.text, reading.metadata.genre, lays=self._lays_duties)
        self._subjects, self._obliged = _parted([unwrapped.span(start, end) for start, end in subjects], mentions)
        self._subject_starts = [span.start for span in self._subjects]
        self._responsibilities = find_responsibilities(reading, mentions)
        self._by_order = first_leads(reading.folded)
        self._covers = [one.covers.start for one in self._responsibilities]
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
        named = [*self._acting(span), *self._urged_in(span), *self._responsible(span)]
        headed = self._headed_by(span)
        if headed and all(actor.role is Role.BOUND for actor in named):
            return (*headed, *named)
        carries = self._carries(span, named) if named else not self._has_topic(span)
        carried = list(inherited) if carries else []
        actors = [*named, *carried]
        if all(actor.name[0] in "我本" for actor in actors):  # who issues a document asks others to carry it out
            actors = self._ordered(span) or actors
        if len(actors) < 2:
            return tuple(actors)
        unique = {re.sub(r"\s+", "", actor.name): actor for actor in reversed(actors)}
        return tuple(sorted(unique.values(), key=_place))

    def _headed_by(self, span: Span) -> tuple[Actor, ...]:
        """The bodies that the heading or the label of the sentence's text consists of: （一）县公安局, 县教育局：."""
        at = bisect_right(self._headed, span.start, key=lambda one: one[0].start) - 1
        return self._headed[at][1] if at >= 0 and span.start < self._headed[at][0].end else ()

    def _carries(self, span: Span, named: Sequence[Actor]) -> bool:
        """Whether a sentence that names some still goes on with the subject before: 要建立机制,引导企业参与."""
        if all(self._beside(actor) for actor in named):
            return True
        moved = all(actor.role is Role.BOUND and actor.span in self._urged for actor in named)
        return moved and _MUST.match(self._reading.folded, span.start, span.end) is not None

    def _has_topic(self, span: Span) -> bool:
        """Whether a sentence that names nobody speaks of a thing: 开发的产品应当注明来源."""
        words = self._reading.folded
        start = _SUBJECT_START.match(words, span.start, span.end)
        first = start.end() if start else span.start
        at = bisect_left(self._starts, first)
        if _SANCTION.match(words, first, span.end) or (at < len(self._starts) and self._starts[at] == first):
            return True
        if opens_with_verb(words, first) or _ITEM.match(words, span.start, first):
            return False
        return _TOPIC.match(words, first, span.end) is not None or _goes_on().match(words, first, span.end) is None

    def _acting(self, span: Span) -> list[Actor]:
        """The bodies and classes that the sentence itself lays a duty on, by place."""
        found = (*self._named(span), *self._subjects_in(span), *self._undertaking(span), *self._moved(span))
        actors = sorted(found, key=_place)
        if len(actors) < 2:
            return actors
        words = self._reading.folded
        return [
            actor
            for at, actor in enumerate(actors)
            if not at or not actor.span or not _OVERSEEN.search(words, max(0, actor.span.start - 4), actor.span.start)
        ]

    def _beside(self, actor: Actor) -> bool:
        """Whether the words before a body only set it beside another one that acts."""
        start = actor.span.start if actor.span else 0
        return _COMPANION.search(self._reading.folded, max(0, start - 4), start) is not None

    def listed(self, span: Span, role: Role | None = None) -> Iterator[Actor]:
        """Whoever is named in a note or a cell, public bodies and others, with one role or that of each."""
        reached = span.start
        for mention in self._within(span):
            yield from self._others(Span(reached, mention.span.start), role)
            yield self._actor(mention, role or (mention.role if mention.role in _ACTIVE else Role.JOINT))
            reached = max(reached, mention.span.end)
        yield from self._others(Span(min(reached, span.end), span.end), role)

    def _others(self, span: Span, role: Role | None) -> Iterator[Actor]:
        """Those of a list of responsible bodies that are no body of the document: firms, associations, institutes."""
        words = self._reading.folded
        for start, end in find_names(words, span.start, span.end):
            leads = None if self._by_order else _LEADS.match(words, end)
            place = Span(start, end)
            yield Actor(place.of(self._reading.document.text), role or (Role.LEAD if leads else Role.JOINT), place)

    def subject(self, span: Span) -> tuple[Actor, ...]:
        """The bodies that the sentence starts with and lays a duty on: later sentences without one mean them too."""
        words = self._reading.folded
        actors = self._acting(span)
        if not actors or not actors[0].span:
            return ()
        leads_in = _SUBJECT_START.fullmatch(words, span.start, actors[0].span.start) is not None
        lists = _LISTS.search(words, span.start, span.end) is not None
        first = 0 if leads_in else next((at for at, one in enumerate(actors) if lists or self._opens_part(one)), None)
        if first is None or actors[first].role is Role.JOINT or not self._lays_duties:
            return ()
        found = [actors[first]]
        for actor in actors[first + 1 :]:
            if actor.span is None or not _LIST.fullmatch(words, _end(found[-1]), actor.span.start):
                break
            found.append(actor)
        if words.startswith(("与", "同"), _end(found[-1])):
            return ()
        if found[0].role is Role.BOUND and not _BOUND.match(words, _end(found[-1])):
            return ()
        return tuple(found) if leads_in or lists or _SUBJECT_END.match(words, _end(found[-1])) else ()

    def _opens_part(self, actor: Actor) -> bool:
        """Whether a mark stands right before the name."""
        return actor.span is not None and self._reading.folded[actor.span.start - 1] in ",;:"

    def _within(self, span: Span) -> Iterator[OrganizationMention]:
        first, last = bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)
        return iter(self._mentions[first:last])

    def _named(self, span: Span) -> Iterator[Actor]:
        """Bodies in the sentence that lead or join, outside titles."""
        words = self._reading.folded
        for mention in self._within(span):
            place, role = mention.span, mention.role
            if words[place.start] == "我":
                continue  # 我局 is whoever writes, and no other that could be called to account
            linked = _LINK.search(words, max(0, place.start - 5), place.start) or self._sums_up(place)
            obliged = self._obliged.get(place.start)
            if role not in _ACTIVE:
                role = Role.LEAD if obliged else self._role(mention)
            if role in _ACTIVE and not linked and not self._in_title(place) and not self._qualifies(place):
                at = obliged or speaks_for(words, place) or whole(words, place)
                yield Actor(at.of(self._reading.document.text), role, at, mention.organization)

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
        return behind and is_division(words, place)

    def _moved(self, span: Span) -> Iterator[Actor]:
        """Whom the one who answers moves to act, where the reply names them."""
        if self._reading.metadata.genre is not Genre.PROPOSAL_REPLY:
            return
        bodies = [mention.span for mention in self._within(span)]
        for place, role in find_moved(self._reading.folded, span, bodies):
            yield Actor(place.of(self._reading.document.text), role, place)

    def _subjects_in(self, span: Span) -> Iterator[Actor]:
        """Classes of the market that the sentence lays a duty on."""
        first, last = bisect_left(self._subject_starts, span.start), bisect_left(self._subject_starts, span.end)
        for place in self._subjects[first:last]:
            name = place.of(self._reading.document.text)
            yield Actor(name, Role.LEAD if _NAMED.match(name) else Role.BOUND, place)

    def _undertaking(self, span: Span) -> Iterator[Actor]:
        """Firms, institutions and areas that undertake something in a document that lays no duties."""
        if self._lays_duties:
            return
        for start, end in find_undertakers(self._reading.folded, span.start, span.end):
            place = Span(start, end)
            if not any(mention.span.overlaps(place) for mention in self._within(span)):
                yield Actor(place.of(self._reading.document.text), Role.LEAD, place)

    def _in_title(self, span: Span) -> bool:
        at = bisect_right(self._titles, span.start) - 1
        return at >= 0 and self._reading.folded.find("》", self._titles[at], span.start) < 0

    def _urged_in(self, span: Span) -> Iterator[Actor]:
        """Classes of the market that the sentence urges to act."""
        first, last = bisect_left(self._urged_starts, span.start), bisect_left(self._urged_starts, span.end)
        words = self._reading.folded
        for place in self._urged[first:last]:
            if self._in_title(place) or (
                _TITLED.search(words, max(0, place.start - 60), place.start) and _NAMED_SO.match(words, place.end)
            ):
                continue
            yield Actor(place.of(self._reading.document.text), Role.BOUND, place)

    def _addressed(self, span: Span) -> tuple[Actor, ...]:
        """The addressees, where the sentence speaks to them alone: 经市政府同意,现印发给你们,请执行; 你们要…."""
        words = span.of(self._reading.folded)
        if not self._addressees or not self._lays_duties or ("你们" not in words and "现" not in words):
            return ()
        issued = _ISSUED.search(words) is not None and _ORDERED.search(words) is not None
        return self._addressees if issued or _YOU.search(words) else ()

    def _ordered(self, span: Span) -> list[Actor]:
        """The addressees, where the sentence asks them to carry the document out."""
        return list(self._addressees) if _ORDERED.search(span.of(self._reading.folded)) else []

    def _responsible(self, span: Span) -> Iterator[Actor]:
        """The bodies of the brackets and lines that cover the sentence."""
        last = bisect_right(self._covers, span.start)
        for one in self._responsibilities[max(0, last - 12) : last]:
            if one.covers.start <= span.start < one.covers.end:
                yield from self.listed(one.words)

    def _actor(self, mention: OrganizationMention, role: Role) -> Actor:
        return _actor(self._reading, mention, role)


_BOUND_TO = re.compile(r"(?:也|都|均|还|一律)?(?:须|必须|不得|严禁|要(?=严格|配合|主动|做好|落实))")
"""What a briefing lays on those that it speaks to: 乘客必须出示…."""


def _duties(text: str, genre: Genre, *, lays: bool) -> Iterator[tuple[int, int]]:
    """The places of those on whom a text lays a duty; in a briefing, which lays few, they are strict ones."""
    if lays or genre is Genre.PRESS_BRIEFING:
        yield from (place for place in find_subjects(text) if lays or _BOUND_TO.match(text, place[1]))


def _parted(subjects: Sequence[Span], mentions: Sequence[OrganizationMention]) -> tuple[list[Span], dict[int, Span]]:
    """The subjects that are of the market; and by the start of its mention the name of each public body among them."""
    starts = [mention.span.start for mention in mentions]
    market: list[Span] = []
    obliged: dict[int, Span] = {}
    for subject in subjects:
        first = max(0, bisect_right(starts, subject.start) - 1)
        inside = [
            one.span for one in mentions[first : bisect_left(starts, subject.end)] if one.span.end > subject.start
        ]
        if not inside:
            market.append(subject)
        elif len(inside) == 1 and inside[0].end == subject.end and inside[0].start >= subject.start:
            obliged[inside[0].start] = subject
    return market, obliged


def _actor(reading: Reading, mention: OrganizationMention, role: Role) -> Actor:
    return Actor(mention.span.of(reading.document.text), role, mention.span, mention.organization)


def _addressees(reading: Reading, mentions: Sequence[OrganizationMention]) -> tuple[Actor, ...]:
    """The bodies that the document is addressed to."""
    place = reading.metadata.spans.get("addressee")
    if place is None:
        return ()
    return tuple(_actor(reading, mention, Role.LEAD) for mention in mentions if place.contains(mention.span))


def _place(actor: Actor) -> int:
    return actor.span.start if actor.span else 0


def _end(actor: Actor) -> int:
    return actor.span.end if actor.span else 0
