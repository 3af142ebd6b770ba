"""What the statements of a document tell of its bodies: who has a part in an undertaking, and who only had one.

In a reply those who act on an undertaking are departments as well: a body that is moved to act (协调石桥镇政府改造)
has no word of duty beside it. In documents that lay no duties nobody leads in what was done, nor in a rule that is
only recounted (由民政部门责令停止), and press texts and reports give no part to those with whom it was done. Those who
are only encouraged or guided (鼓励各地先行先试) act, and have no part of the document's own.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from corpus import (
    Achievement,
    Actor,
    Commitment,
    Genre,
    Organization,
    OrganizationMention,
    QuotedDuty,
    Role,
    Span,
)
from extract.bodies.collectives import AREA
from extract.bodies.roles import ACTIVE
from extract.outline.stances import lays_duties
from extract.reading import Reading

_PUBLIC = re.compile(
    r"(?:政府|[镇乡]|街道(?:办(?:事处)?)?|[大总支]队|部门|(?<![村居])[局厅委办]|(?<![村居]民)委员会)\Z"
)
"""How names of public bodies end that no table knows; 村委 is a body of the villagers."""
_GENERAL = re.compile(r"各|有关|相关|地方|政府部门|[乡镇街村、和与]+\Z|我|本|国务院|党?中央|省委|市委|县委|区委")
"""Classes, those above, and whoever answers, which have no part of their own in what is undertaken."""
_CONFIDENCE = 0.8
_WITH_OTHERS = re.compile(r"(?:已|正|又|先后)*(?:会同|联合|牵头(?!的))")
"""Whoever brought others together leads them, in an account too: 市水务局会同有关部门制定."""
_BROUGHT = re.compile(r"会同[^,。;:的\n]{0,20}$")
"""Before those with whom something was worked out, whose part is told of as that of the one who brought them."""
_FREE_TO_ACT = re.compile(r"(?:(?:鼓励|指导)(?:和|、)?(?:支持|引导|督促)?(?:有条件的)?|压实)$")
"""Before those who may act, or act under the eyes of others, which is no part of theirs: 鼓励|各地, 压实|乡镇责任."""
_GROUP = re.compile(r"(?:小组|办公室|联席会议|指挥部|专班|委员会)\Z")
"""Who leads by the role that it is to play: 发挥|领导小组|统筹协调作用; that of 发挥|财政部门|作用 is no part."""

Found = tuple[tuple[Organization, ...], tuple[OrganizationMention, ...]]


def follow_actors(
    reading: Reading,
    organizations: Sequence[Organization],
    mentions: Sequence[OrganizationMention],
    statements: Iterable[object],
) -> Found:
    """The bodies and mentions with the roles that statements give or take; those of papers of duties as they are."""
    genre = reading.metadata.genre
    if lays_duties(reading.metadata):
        return _with_a_part(reading, organizations, mentions)
    organizations, mentions = _recounted(reading, organizations, mentions, statements)
    actors = {actor.span: actor for actor in _actors(statements) if actor.span is not None}
    taken = [_with_role(mention, actors) for mention in mentions]
    if genre is Genre.PROPOSAL_REPLY:
        named = {at for mention in mentions for at in range(mention.span.start, mention.span.end)}
        taken += [_mention(span, actor, organizations) for span, actor in actors.items() if _is_new(span, actor, named)]
    taken.sort(key=lambda mention: mention.span.start)
    found = tuple(_bodies(organizations, taken)), tuple(taken)
    return found if genre is Genre.PROPOSAL_REPLY else _with_a_part(reading, *found)


def _with_a_part(
    reading: Reading, organizations: Sequence[Organization], mentions: Sequence[OrganizationMention]
) -> Found:
    """The bodies and mentions, those that are only left free to act without a part; statements name them as actors."""
    taken: list[OrganizationMention] = []
    for mention in mentions:
        if mention.role not in ACTIVE or not _is_free(reading.folded, mention):
            taken.append(mention)
        elif not _is_area(mention):
            taken.append(replace(mention, role=Role.MENTIONED))
    return tuple(_held(organizations, taken)), tuple(taken)


def _is_free(words: str, mention: OrganizationMention) -> bool:
    """Whether the words before a body leave it free to act, or tell only what it is good for."""
    start, end = mention.span.start, mention.span.end
    if words.endswith("发挥", 0, start):
        return _GROUP.search(words, start, end) is None
    return _FREE_TO_ACT.search(words, max(0, start - 10), start) is not None


def _is_area(mention: OrganizationMention) -> bool:
    """Whether areas are named, which are listed only where they are given a duty."""
    return f"kind:{AREA}" in mention.reasons


def _held(organizations: Sequence[Organization], mentions: Sequence[OrganizationMention]) -> list[Organization]:
    """The bodies that are still mentioned, without those parts that no mention gives them."""
    held = {(one.organization, one.role) for one in mentions}
    named = {name for name, _ in held}
    return [_without(one, held) for one in organizations if one.name in named]


def _recounted(
    reading: Reading,
    organizations: Sequence[Organization],
    mentions: Sequence[OrganizationMention],
    statements: Iterable[object],
) -> tuple[Sequence[Organization], Sequence[OrganizationMention]]:
    """The bodies and mentions, those that lead in an account, or act in a rule recounted, without that role."""
    places = [(one.span, type(one)) for one in statements if isinstance(one, (Achievement, QuotedDuty))]
    places.sort(key=lambda place: place[0].start)
    starts = [span.start for span, _ in places]
    taken: list[OrganizationMention] = []
    in_reply = reading.metadata.genre is Genre.PROPOSAL_REPLY
    for mention in mentions:
        at = bisect_right(starts, mention.span.start) - 1
        told = places[at][1] if at >= 0 and mention.span.start < places[at][0].end else None
        only_told = _only_had_a_part(reading.folded, mention, in_reply=in_reply)
        lost = (told is Achievement and only_told) or (told is QuotedDuty and mention.role in ACTIVE)
        if not lost:
            taken.append(mention)
        elif not _is_area(mention):
            taken.append(replace(mention, role=Role.MENTIONED))
    return _held(organizations, taken), taken


def _only_had_a_part(words: str, mention: OrganizationMention, *, in_reply: bool) -> bool:
    """Whether a body of an account has no part any more: it led in what was done, or others worked with it."""
    if mention.role is Role.LEAD:
        return _WITH_OTHERS.match(words, mention.span.end) is None
    start = mention.span.start
    return mention.role is Role.JOINT and not in_reply and not _BROUGHT.search(words, max(0, start - 24), start)


def _without(one: Organization, held: Collection[tuple[str, Role]]) -> Organization:
    """A body without those parts that no mention of it has."""
    roles = [role for role in one.roles if role not in ACTIVE or (one.name, role) in held]
    return replace(one, roles=tuple(roles) or (Role.MENTIONED,))


def _actors(statements: Iterable[object]) -> Iterator[Actor]:
    """The bodies that have to act on what is undertaken."""
    for statement in statements:
        if isinstance(statement, Commitment):
            yield from (one for one in statement.actors if one.role in ACTIVE and not _GENERAL.match(one.name))


def _is_new(span: Span, actor: Actor, named: Collection[int]) -> bool:
    """Whether an actor is a public body none of whose places is among those at which bodies are named."""
    return _PUBLIC.search(actor.name) is not None and not any(at in named for at in range(span.start, span.end))


def _with_role(mention: OrganizationMention, actors: dict[Span, Actor]) -> OrganizationMention:
    actor = actors.get(mention.span)
    if actor is None or mention.role is not Role.MENTIONED:
        return mention
    return replace(mention, role=actor.role, reasons=(*mention.reasons, "actor"))


def _mention(span: Span, actor: Actor, organizations: Sequence[Organization]) -> OrganizationMention:
    """The place where an actor is named, as a body of its own or as one that the document names elsewhere."""
    named = (one.name for one in organizations if actor.name == one.name or actor.name in one.aliases)
    return OrganizationMention(span, next(named, actor.name), actor.role, _CONFIDENCE, ("actor",))


def _bodies(organizations: Sequence[Organization], mentions: Sequence[OrganizationMention]) -> Iterator[Organization]:
    """The bodies, new ones at the end, each with the roles of its mentions."""
    known = {one.name for one in organizations}
    added = dict.fromkeys(mention.organization for mention in mentions if mention.organization not in known)
    given: dict[str, set[Role]] = {}
    for mention in mentions:
        if "actor" in mention.reasons:
            given.setdefault(mention.organization, set()).add(mention.role)
    for one in (*organizations, *map(Organization, added)):
        roles = {*one.roles} - {Role.MENTIONED} | given.get(one.name, set())
        yield replace(one, roles=tuple(role for role in Role if role in roles)) if one.name in given else one
