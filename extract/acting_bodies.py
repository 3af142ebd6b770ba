"""Bodies that act on what a reply undertakes have a part in it; those known only as actors are departments as well.

A body that is moved to act (协调石桥镇政府改造) has no word of duty beside it; the undertaking tells its role.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from corpus import Actor, Commitment, Genre, Organization, OrganizationMention, Role, Span
from extract.reading import Reading

_PUBLIC = re.compile(r"(?:政府|[镇乡]|街道(?:办(?:事处)?)?|[大总支]队|部门|[局厅委办]|委员会)\Z")
"""How names of public bodies end that no table knows."""
_GENERAL = re.compile(r"各|有关|相关|地方|政府部门|[乡镇街村、和与]+\Z|我|本|国务院|党?中央|省委|市委|县委|区委")
"""Classes, those above, and whoever answers, which have no part of their own in what is undertaken."""
_ACTIVE = frozenset((Role.LEAD, Role.JOINT))
_CONFIDENCE = 0.8

Found = tuple[tuple[Organization, ...], tuple[OrganizationMention, ...]]


def follow_actors(
    reading: Reading,
    organizations: Sequence[Organization],
    mentions: Sequence[OrganizationMention],
    statements: Iterable[object],
) -> Found:
    """The bodies and mentions of a reply, with the roles that its undertakings give; those of others as they are."""
    if reading.metadata.genre is not Genre.PROPOSAL_REPLY:
        return tuple(organizations), tuple(mentions)
    actors = {actor.span: actor for actor in _actors(statements) if actor.span is not None}
    known = {mention.span for mention in mentions}
    taken = [_with_role(mention, actors) for mention in mentions]
    taken += [_mention(span, actor, organizations) for span, actor in actors.items() if _is_new(span, actor, known)]
    taken.sort(key=lambda mention: mention.span.start)
    return tuple(_bodies(organizations, taken)), tuple(taken)


def _actors(statements: Iterable[object]) -> Iterator[Actor]:
    """The bodies that have to act on what is undertaken."""
    for statement in statements:
        if isinstance(statement, Commitment):
            yield from (one for one in statement.actors if one.role in _ACTIVE and not _GENERAL.match(one.name))


def _is_new(span: Span, actor: Actor, known: Iterable[Span]) -> bool:
    """Whether an actor is a public body that is not among those found, nor part of one."""
    if _PUBLIC.search(actor.name) is None:
        return False
    return not any(one.start < span.end and span.start < one.end for one in known)


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
    for one in (*organizations, *map(Organization, added)):
        given = {
            mention.role for mention in mentions if mention.organization == one.name and "actor" in mention.reasons
        }
        roles = ({*one.roles} | given) - ({Role.MENTIONED} if given else set())
        yield replace(one, roles=tuple(role for role in Role if role in roles)) if given else one
