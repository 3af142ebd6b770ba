"""Bodies of government named in a document: one `Organization` each, and every place that names it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from corpus import BlockKind, Organization, OrganizationMention, Role, Span
from extract.bodies.acts import office_of, speaks_for
from extract.bodies.areas import merge_areas
from extract.bodies.collectives import AREA, COLLECTIVE, GROUP, MARKET, find_collectives
from extract.bodies.conferences import find_conferences, find_teams
from extract.bodies.contact_offices import find_contacts
from extract.bodies.declared_bodies import ADDRESSEE, ISSUER, declared_bodies, names_of_field
from extract.bodies.field_lists import find_field_lists
from extract.bodies.introduced_bodies import find_introduced, short_name_behind
from extract.bodies.names import Body, find_bodies
from extract.bodies.overlapping_bodies import longest_bodies
from extract.bodies.place_roles import roles_of_bodies
from extract.bodies.resolve import (
    Home,
    Key,
    fullest,
    key_of,
    keys_by_level,
    leading_places,
    merge_bare,
    merge_told_offices,
)
from extract.bodies.responsibility import find_notes
from extract.bodies.responsible_lists import find_names, is_public
from extract.bodies.short_names import merge_short
from extract.bodies.told_places import find_told_places
from extract.reading import Reading

_LISTED = "listed"
_OFFICE = "office"
"""Kind of a name from a note of responsibility that no table need know."""


def find_organizations(reading: Reading) -> tuple[tuple[Organization, ...], tuple[OrganizationMention, ...]]:
    """The bodies that a document names, by first appearance, and their mentions by place.

    Bodies of the head and the signature (issuer, addressee) come from the metadata, all others from names in the text.
    Page furniture is left out.
    """
    unwrapped = reading.unwrapped
    text = unwrapped.text
    home = Home.of(reading.metadata.issuer, reading.metadata.title)
    notes = sorted(find_notes(text))
    bodies = longest_bodies(declared_bodies(text, reading, home), _named(text, home, notes))
    furniture = _furniture(reading)
    found = [
        (body, role)
        for body, role in _with_spoken_for(text, roles_of_bodies(reading, bodies, notes))
        if _counts(body, role) and not _inside(furniture, unwrapped.span(body.start, body.end).start)
    ]
    keys = _keys(text, [body for body, _ in found], home)
    names = _names(text, found, keys)
    mentions = tuple(
        OrganizationMention(unwrapped.span(body.start, body.end), names[keys[body]], role, *_confidence(body, role))
        for body, role in found
    )
    return tuple(_organizations(reading, home, text, found, keys, names)), mentions


def _with_spoken_for(text: str, found: Iterable[tuple[Body, Role]]) -> Iterator[tuple[Body, Role]]:
    """The bodies; before a division named with its head the office itself, which leads what the head promises."""
    for body, role in found:
        place = Span(body.start, body.end)
        spoken_for = speaks_for(text, place) if body.kind in ("central", _OFFICE) else None
        above = spoken_for or (office_of(text, place) if body.kind == _OFFICE else None)
        for one in find_bodies(text[above.start : above.end]) if above else ():
            part = replace(one, start=one.start + body.start, end=one.end + body.start)
            yield part, Role.LEAD if spoken_for else Role.MENTIONED
        yield body, role


def _named(text: str, home: Home, notes: Iterable[Span]) -> list[Body]:
    """Names, lists of fields and collective words of the text, and the names in its notes of responsibility."""
    bodies = find_bodies(text, frozenset(home.places))
    numbered = [
        *find_conferences(text),
        *find_teams(text),
        *find_contacts(text),
        *find_introduced(text),
        *find_told_places(text, frozenset(home.places)),
    ]
    told = {body.end for body in bodies if body.prefix}
    classes = (
        body
        for body in find_collectives(text)
        if not _is_counted(text, body) and not (body.kind == GROUP and body.end in told)
    )
    return [*bodies, *numbered, *find_field_lists(text, bodies), *classes, *_responsible(text, notes)]


_COUNTED = re.compile(r"\d[多余]?个$")


def _is_counted(text: str, body: Body) -> bool:
    """Whether areas are only counted: 6个县(区)全面启动."""
    return body.kind == AREA and _COUNTED.search(text, max(0, body.start - 3), body.start) is not None


def _responsible(text: str, notes: Iterable[Span]) -> Iterator[Body]:
    """The names in notes of responsibility, known to a table or not."""
    for note in notes:
        for start, end in find_names(text, note.start, note.end):
            name = text[start:end]
            if is_public(name):
                yield _listed(name, start)


_LEVEL = re.compile(r"(?:自治区|[省市县区州盟旗])(?![、(\[])(?=..)")


def _listed(name: str, start: int) -> Body:
    """The body that a name from a list stands for: the places and the level before it are its prefix."""
    places = "".join(leading_places(name))
    level = _LEVEL.match(name)
    prefix = places if len(places) < len(name) else level.group() if level else ""
    return Body(start, start + len(name), prefix, name[len(prefix) :], _LISTED)


def _counts(body: Body, role: Role) -> bool:
    """Whether a name is listed: classes of the market never, areas where they are given a duty."""
    return body.kind != MARKET and (body.kind != AREA or role in (Role.LEAD, Role.JOINT, Role.COPIED))


_KEYWORDS = re.compile(r"^[ \t]*(?:本文)?(?:关键词|关键字|标签):[^\n]*", re.MULTILINE)
"""A line of keywords is cut from the words of the document and its number: 关键词:农办计,农业部."""


def _furniture(reading: Reading) -> list[Span]:
    """What the page puts around the document, and the words that it is to be searched by."""
    blocks = [block.span for block in reading.document.blocks if block.kind is BlockKind.FURNITURE]
    keywords = (Span(*match.span()) for match in _KEYWORDS.finditer(reading.folded))
    return sorted((*blocks, *keywords), key=lambda span: span.start)


def _inside(spans: Sequence[Span], offset: int) -> bool:
    """Whether one of the spans, which are in order, holds the offset."""
    at = bisect_right(spans, offset, key=lambda span: span.start) - 1
    return at >= 0 and offset < spans[at].end


def _keys(text: str, bodies: Sequence[Body], home: Home) -> dict[Body, Key]:
    """Every body's key within the document; the issuer's and the addressee's own names lead to theirs."""
    by_name = {(body.prefix, body.canonical, body.kind): body for body in bodies}
    levels = keys_by_level(by_name.values(), home)
    declared = {name: levels.get(body) or _declared_key(body, home) for name, body in by_name.items()}
    keys = {body: declared[body.prefix, body.canonical, body.kind] for body in bodies}
    bare = merge_bare(set(keys.values()), home)
    keys = {body: bare.get(key, key) for body, key in keys.items()}
    offices = merge_told_offices(set(keys.values()))
    keys = {body: offices.get(key, key) for body, key in keys.items()}
    short = _short_names(text, keys, home)
    keys = {body: short.get(key, key) for body, key in keys.items()}
    called = _groups_in_short(text, keys)
    keys = {body: called.get(key, key) for body, key in keys.items()}
    names = {
        key: body.canonical if body.kind == ADDRESSEE else body.prefix + body.canonical for body, key in keys.items()
    }
    areas = merge_areas(names, [key for body, key in keys.items() if body.kind == ADDRESSEE])
    return {body: areas.get(key, key) for body, key in keys.items()}


def _short_names(text: str, keys: Mapping[Body, Key], home: Home) -> Mapping[Key, Key]:
    """The keys of names that shorten that of the only issuer, with its key."""
    issuers = {keys[body]: body.canonical for body in keys if body.kind == ISSUER}
    if len(issuers) != 1:
        return {}
    written = {
        key: text[body.start + len(body.prefix) : body.end] for body, key in keys.items() if body.kind == _OFFICE
    }
    issuer, name = issuers.popitem()
    named = find_bodies(name, frozenset(home.places))
    written[issuer] = name[len(named[0].prefix) + named[0].start :] if named else name
    return merge_short(written, issuer)


def _groups_in_short(text: str, keys: Mapping[Body, Key]) -> Mapping[Key, Key]:
    """The keys of short names that groups are given behind their own, each with the key of that."""
    groups = {text[body.start : body.end]: key for body, key in keys.items() if body.kind == GROUP}
    found: dict[Key, Key] = {}
    for body, key in keys.items() if groups else ():
        short = groups.get(short_name_behind(text, body.end) or "")
        if short is not None and short != key:
            found[short] = key
    return found


_OF_EACH = ("局", "委", "办", "人民政府")
_EACH = "各"
"""What a bare office among addressees is one of: 各县水利局、|教育局, none of them that of the issuer's own city."""


def _declared_key(body: Body, home: Home) -> Key:
    """The key of a body; of an issuer or an addressee that of the body which its whole name is."""
    if body.kind not in (ISSUER, ADDRESSEE):
        return key_of(body, home)
    named = find_bodies(body.canonical, frozenset(home.places))
    whole = [one for one in named if one.start == 0 and one.end == len(body.canonical)]
    if not whole:
        return "", body.canonical
    if body.kind == ADDRESSEE and not whole[0].prefix and body.canonical.endswith(_OF_EACH):
        return _EACH, whole[0].canonical
    return key_of(whole[0], home)


def _names(text: str, found: Sequence[tuple[Body, Role]], keys: dict[Body, Key]) -> dict[Key, str]:
    """The fullest name of each key in the document; the issuer's and addressee's as declared."""
    forms: defaultdict[Key, list[str]] = defaultdict(list)
    declared: defaultdict[Key, list[str]] = defaultdict(list)
    for body, _ in found:
        if body.kind in (ISSUER, ADDRESSEE):
            declared[keys[body]].append(body.canonical)
        else:
            forms[keys[body]].append(text[body.start : body.end])
    return {key: fullest(names) for key, names in (forms | declared).items()}


def _organizations(
    reading: Reading,
    home: Home,
    text: str,
    found: Sequence[tuple[Body, Role]],
    keys: dict[Body, Key],
    names: dict[Key, str],
) -> Iterator[Organization]:
    """One record for each key, by first appearance."""
    together: dict[str, list[tuple[Body, Role]]] = {}
    for body, role in found:
        together.setdefault(names[keys[body]], []).append((body, role))
    metadata = reading.metadata
    issuers, addressees = names_of_field(metadata.issuer, home), names_of_field(metadata.addressee, home)
    for name, pairs in together.items():
        forms = dict.fromkeys(text[body.start : body.end] for body, _ in pairs)
        roles = {role for body, role in pairs if role is not Role.MENTIONED and not _is_purse(text, body)}
        if any(body.kind == ISSUER for body, _ in pairs) or name in issuers:
            roles.add(Role.ISSUER)
        if any(body.kind == ADDRESSEE for body, _ in pairs) or name in addressees:
            roles.add(Role.ADDRESSEE)
        yield Organization(
            name=name,
            aliases=tuple(form for form in forms if form != name),
            roles=tuple(role for role in Role if role in roles) or (Role.MENTIONED,),
            collective=all(body.collective for body, _ in pairs),
        )


_MUST = re.compile(r"要(?!求)|应当|须|必须")


def _is_purse(text: str, body: Body) -> bool:
    """Whether 当地财政 or 中央财政 is meant that pays and has nothing laid on it: no office that leads."""
    return body.kind == COLLECTIVE and body.canonical.endswith("财政") and not _MUST.match(text, body.end)


def _confidence(body: Body, role: Role) -> tuple[float, tuple[str, ...]]:
    """How sure a mention is, and why."""
    reasons = [f"kind:{body.kind}"]
    if body.prefix:
        reasons.append("with_place")
    if role is not Role.MENTIONED:
        reasons.append("role_cue")
    sure = 0.95 if body.kind in ("central", "government", ISSUER, ADDRESSEE) or body.prefix else 0.85
    return (sure, tuple(reasons))
