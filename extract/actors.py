"""Who has to act on a commitment: bodies with a duty in the sentence, in its brackets, in the line below it, in its heading."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from corpus import Actor, OrganizationMention, Role, Span
from extract.lexicon import rows
from extract.reading import Reading
from extract.responsibility import Responsibility, find_responsibilities

_ACTIVE = frozenset((Role.LEAD, Role.JOINT))
_LINK = re.compile(r"(?:加强|强化|密切|做好|深化)[与同和]$|(?:互联互通|对接|衔接)$")
_SUBJECT_END = re.compile(r"(?:\(单位\))?(?:要|应当|应|须|必须|将)")
_TITLE = re.compile(r"《[^《》]{0,200}》")
_URGED = r"(?:鼓励|支持|引导|督促|委托|聘请|推动|动员|指导|压实|要求|组织|发动|规范引导)"
_ACTS = r"(?:等)?(?!发展[,。;]|内|外|数|的|医保|负责人|主体|间|和?机构|自身|产品|所|网|改革|名|化|类|质|生产经营活动)"


@cache
def _urged() -> re.Pattern[str]:
    """A verb of urging, and a class of the market that is to act: 鼓励有条件的企业建立."""
    market = "|".join(pattern for pattern, kind, *_ in rows("collectives") if kind == "market")
    return re.compile(rf"{_URGED}(?P<between>[^,。;:《》]{{0,48}}?)(?P<name>{market})(?={_ACTS})")


class Actors:
    """The actors of a document's sentences."""

    def __init__(self, reading: Reading, mentions: Sequence[OrganizationMention]) -> None:
        """Reads the brackets and lines of responsibility once."""
        self._reading = reading
        self._mentions = mentions
        self._starts = [mention.span.start for mention in mentions]
        self._titles = [match.start() for match in _TITLE.finditer(reading.folded)]
        self._responsibilities = find_responsibilities(reading, mentions)
        self._covers = [one.covers.start for one in self._responsibilities]

    @property
    def responsibilities(self) -> tuple[Responsibility, ...]:
        """What names bodies and is no sentence itself."""
        return self._responsibilities

    def of(self, span: Span, inherited: Iterable[Actor] = ()) -> tuple[Actor, ...]:
        """Who has to act on the sentence at `span`, each name once, in order of place; `inherited` where none is named."""
        named = [*self._named(span), *self._urged_in(span)]
        actors = [*named, *self._responsible(span)] or list(inherited)
        unique = {re.sub(r"\s+", "", actor.name): actor for actor in reversed(actors)}
        return tuple(sorted(unique.values(), key=lambda actor: actor.span.start if actor.span else 0))

    def subject(self, span: Span) -> tuple[Actor, ...]:
        """The bodies that the sentence starts with, if it lays a duty on them: later sentences without one mean them too."""
        words = self._reading.folded
        actors = list(self._named(span))
        if not actors or actors[0].span is None or words[span.start : actors[0].span.start].strip(" \n,"):
            return ()
        last = next((actor.span.end for actor in reversed(actors) if actor.span and _SUBJECT_END.match(words, actor.span.end)), None)
        return tuple(actor for actor in actors if actor.span and last and actor.span.end <= last)

    def _within(self, span: Span) -> Iterator[OrganizationMention]:
        first, last = bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)
        return iter(self._mentions[first:last])

    def _named(self, span: Span) -> Iterator[Actor]:
        """Bodies in the sentence that lead or join, outside titles."""
        words = self._reading.folded
        for mention in self._within(span):
            linked = _LINK.search(words, max(0, mention.span.start - 5), mention.span.start)
            if mention.role in _ACTIVE and not linked and not self._in_title(mention.span):
                yield self._actor(mention, mention.role)

    def _in_title(self, span: Span) -> bool:
        at = bisect_right(self._titles, span.start) - 1
        return at >= 0 and self._reading.folded.find("》", self._titles[at], span.start) < 0

    def _urged_in(self, span: Span) -> Iterator[Actor]:
        """Classes of the market that the sentence urges to act."""
        words, source = self._reading.folded, self._reading.document.text
        for match in _urged().finditer(words, span.start, span.end):
            place = Span(*match.span("name"))
            yield Actor(place.of(source), Role.JOINT, place)

    def _responsible(self, span: Span) -> Iterator[Actor]:
        """The bodies of the brackets and lines that cover the sentence."""
        last = bisect_right(self._covers, span.start)
        for one in self._responsibilities[max(0, last - 6) : last]:
            if one.covers.start <= span.start < one.covers.end:
                for mention in self._within(one.words):
                    yield self._actor(mention, mention.role if mention.role in _ACTIVE else Role.JOINT)

    def _actor(self, mention: OrganizationMention, role: Role) -> Actor:
        return Actor(mention.span.of(self._reading.document.text), role, mention.span, mention.organization)
