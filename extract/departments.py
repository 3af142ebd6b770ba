"""Bodies of government named in a document: one `Organization` each, and every place that names it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from corpus import BlockKind, Genre, Organization, OrganizationMention, Role, Span
from extract.areas import merge_areas
from extract.bodies import Body, find_bodies
from extract.collectives import AREA, COLLECTIVE, MARKET, find_collectives
from extract.conferences import find_conferences, find_teams
from extract.field_lists import find_field_lists
from extract.matching import fold
from extract.reading import Reading
from extract.resolve import Home, Key, fullest, key_of, leading_places, merge_bare
from extract.responsibility import find_notes, first_leads
from extract.responsible_lists import find_names, is_public
from extract.roles import role_in_note, roles_of_run, runs
from extract.seams import Unwrapped
from extract.stances import Stance, default_stance

_SELF = re.compile(r"(?:我|本)(?P<kind>局|委|厅|办|部|署|行|院|机关|政府)(?![门员托理级身分位属校士法学公])")
_SELF_ENDINGS = {"委": ("委", "委员会"), "办": ("办", "办公室", "办公厅"), "机关": ("",), "行": ("银行", "行")}
"""How the issuer's name must end for 我委 or 本机关 to mean it; 我局 needs 局."""
_YOU = re.compile(r"(?:贵|您|你)(?:委|局|厅|会|办|单位|部|院|市|县|区|省|党)(?![员们托])")
_APPROVAL = "批复"
_APPLICANT = re.compile(r"(?:项目)?(?:建设|业主)单位|项目(?:法人|单位)")
"""What an approval calls the one that it answers."""
_LIST_PART = re.compile(r"[^、,;，；\s]+")
_OFFICES_OF_FIELDS = re.compile(
    r"(?:全国)?各(?:有关|相关)?(?:[省市县区州盟旗地]|自治[区州县旗]|直辖市|计划单列市|副省级城?市|设区的?市|[、及和()]|新疆生产建设兵团)+"
    r"(?P<fields>[一-鿿]{2,12}?(?:、[一-鿿]{2,12}?)*)(?:行政|业务)?(?:主管|管理|监管|监督管理)?(?:部门|机构)"
)
"""The offices of several fields in all areas, which are addressed as one: 各省、自治区、直辖市商务、教育主管部门."""
_PIECE_END = re.compile(r",|(?<=[府局厅门位构])、(?=各|有关|直属|街道)")
"""What parts the bodies that a document is addressed to, each of which may be a list itself."""
_CLASS = re.compile(
    r"(?:(?:自治区|自治州|兵团|中央|国家|[省市县区州盟旗])[一-鿿、]{0,12}|[局部委厅府][内直属])?(?:各有关|各相关|各大?|有关|相关)"
    r"(?:(?:[一-鿿()]{0,6}(?:单位|部门|机构)|[处科股]室)|(?!部署|办[理公法事])[部委办厅局](?:、?(?:部|委|办|厅|局|处|行|署|院|社)){1,6})"
)
_NO_CLASS = re.compile(
    r"[省市县区州盟旗](?:人民)?政府各|国务院|有关部门$|[委厅局部]各(?!有关|相关)[部门单位]{2}$|(?<!企)事业单位|(?:金融|医疗|卫生|科研|培训|社会|中介|教育)机构$|企业、"
)
"""Classes that the table of collectives names as precisely, and those of the market."""
_OWN_NAME = re.compile(r"政府|[厅局委]")
_COPIED = re.compile(r"^[ \t]*(?:抄送|抄报)(?:机关|单位)?[ ]*[::]|(?:抄送|抄报)(?:机关|单位)?[ ]*:[^。\n]{0,200}$")
"""A line of the imprint that names whom copies go to."""
_KEYWORDS = re.compile(r"^[ \t]*(?:本文)?(?:关键词|关键字|标签):[^\n]*", re.MULTILINE)
"""A line of keywords is cut from the words of the document and its number: 关键词:农办计,农业部."""
_PERSONS = re.compile(
    r"(?:委员|代表|代表团|(?:委员|代表)小组|同志|先生|女士|[主常]席|院士|参事|[省市县区州]长)们?(?:等?[并及和与]?附议人)?$|^各位|个人|市民(?![政族])|读者|社会各界|公众"
)
_LEVEL = re.compile(r"(?:自治区|[省市县区州盟旗])(?![、(\[])(?=..)")
_NO_BODY = re.compile(r"公司|企业|企事业|团体|学校|学院|大学|医院|银行|协会|集团|[中高]等$|界别?$")
_PLACE_NAME = re.compile(r"(?![各原全我本驻报致])[一-鿿]{1,3}")
"""What no table of places has before the name of the only body of a field: 莫|旗文化和旅游局, 柳河|街道办事处."""

_OF_EACH = ("局", "委", "办", "人民政府")
_EACH = "各"
"""What a bare office among addressees is one of: 各县水利局、|教育局, none of them that of the issuer's own city."""

ISSUER, ADDRESSEE, LISTED = "issuer", "addressee", "listed"
"""Kinds of names beside those of `bodies.tsv`."""


def find_organizations(reading: Reading) -> tuple[tuple[Organization, ...], tuple[OrganizationMention, ...]]:
    """The bodies that a document names, by first appearance, and their mentions by place.

    Bodies of the head and the signature (issuer, addressee) come from the metadata, all others from names in the text.
    Page furniture is left out.
    """
    unwrapped = reading.unwrapped
    text = unwrapped.text
    home = Home.of(reading.metadata.issuer, reading.metadata.title)
    notes = sorted(find_notes(text))
    bodies = _merge(_declared(text, reading, home), _named(text, home, notes))
    furniture = _furniture(reading)
    found = [
        (body, role)
        for body, role in _in_cells(
            _with_roles(text, bodies, notes, reading.metadata.genre), _cells(reading, unwrapped)
        )
        if _counts(body, role) and not _inside(furniture, unwrapped.span(body.start, body.end).start)
    ]
    keys = _keys([body for body, _ in found], home)
    names = _names(text, found, keys)
    mentions = tuple(
        OrganizationMention(unwrapped.span(body.start, body.end), names[keys[body]], role, *_confidence(body, role))
        for body, role in found
    )
    return tuple(_organizations(reading, home, text, found, keys, names)), mentions


def _named(text: str, home: Home, notes: Iterable[Span]) -> list[Body]:
    """Names, lists of fields and collective words of the text, and the names in its notes of responsibility."""
    bodies = find_bodies(text, frozenset(home.places))
    numbered = [*find_conferences(text), *find_teams(text)]
    classes = (body for body in find_collectives(text) if not _is_counted(text, body))
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


def _listed(name: str, start: int) -> Body:
    """The body that a name from a list stands for: the places and the level before it are its prefix."""
    places = "".join(leading_places(name))
    level = _LEVEL.match(name)
    prefix = places if len(places) < len(name) else level.group() if level else ""
    return Body(start, start + len(name), prefix, name[len(prefix) :], LISTED)


def _counts(body: Body, role: Role) -> bool:
    """Whether a name is listed: classes of the market never, areas where they are given a duty."""
    return body.kind != MARKET and (body.kind != AREA or role in (Role.LEAD, Role.JOINT, Role.COPIED))


def _declared(text: str, reading: Reading, home: Home) -> Iterator[Body]:
    """Issuer and addressee wherever they are named as the metadata has them, and 我局, 贵委 that stand for them."""
    metadata = reading.metadata
    for value, kind in ((metadata.issuer, ISSUER), (metadata.addressee, ADDRESSEE)):
        parts = sorted(_parts(value, home))
        for part in parts:
            yield from (
                Body(match.start(), match.end(), "", part, kind) for match in re.finditer(re.escape(part), text)
            )
        if len(parts) == 1:
            yield from _pronouns(text, parts[0], kind)
            if kind == ADDRESSEE and metadata.genre_word == _APPROVAL:
                yield from (Body(*match.span(), "", parts[0], kind) for match in _APPLICANT.finditer(text))


def _pronouns(text: str, name: str, kind: str) -> Iterator[Body]:
    """我局 for an issuer that is a 局; 贵委, 你省 for the addressee."""
    for match in (_SELF if kind == ISSUER else _YOU).finditer(text):
        if kind == ADDRESSEE or name.endswith(_SELF_ENDINGS.get(match["kind"], (match["kind"],))):
            yield Body(match.start(), match.end(), "", name, kind)


def _parts(value: str | None, home: Home) -> frozenset[str]:
    """The bodies of a field of the metadata, folded; none where it names persons (两位代表)."""
    words = fold(value or "")
    if _PERSONS.search(words):
        return frozenset()
    pieces = _PIECE_END.split(words)
    whole_ones = frozenset(piece for piece in pieces if _is_of_fields(piece) or _is_class(piece))
    if whole_ones:
        others = ",".join(piece for piece in pieces if piece not in whole_ones)
        return whole_ones | (_parts(others, home) if others else frozenset())
    bodies = _merge(find_bodies(words, frozenset(home.places)), find_collectives(words))
    whole = (
        len(bodies) == 1
        and bodies[0].end == len(words)
        and _PLACE_NAME.fullmatch(words, 0, bodies[0].start) is not None
    )
    found = {words if whole else words[body.start : body.end] for body in bodies if body.kind != MARKET}
    rest = _LIST_PART.finditer(words)
    return frozenset(found | {part.group() for part in rest if _is_part(part, bodies)})


def _is_class(piece: str) -> bool:
    """Whether a piece of the addressees means a class of bodies as a whole: 市直及驻市各单位, 区直各委、办、厅、局."""
    return _CLASS.fullmatch(piece) is not None and not _NO_CLASS.search(piece)


def _is_of_fields(part: str) -> bool:
    """Whether a part of the addressees means the offices of one or more fields in all areas."""
    match = _OFFICES_OF_FIELDS.fullmatch(part)
    return match is not None and _OWN_NAME.search(match["fields"]) is None


def _is_part(part: re.Match[str], bodies: Sequence[Body]) -> bool:
    """Whether a part of a list is a body that no table knows (a party's committee)."""
    known = any(body.start < part.end() and part.start() < body.end for body in bodies)
    if known:
        return any(body.start > part.start() and body.end == part.end() and body.kind == "party" for body in bodies)
    return len(part.group()) > 2 and "的" not in part.group() and not _NO_BODY.search(part.group())


def _furniture(reading: Reading) -> list[Span]:
    """What the page puts around the document, and the words that it is to be searched by."""
    blocks = [block.span for block in reading.document.blocks if block.kind is BlockKind.FURNITURE]
    keywords = (Span(*match.span()) for match in _KEYWORDS.finditer(reading.folded))
    return sorted((*blocks, *keywords), key=lambda span: span.start)


def _inside(spans: Sequence[Span], offset: int) -> bool:
    """Whether one of the spans, which are in order, holds the offset."""
    at = bisect_right(spans, offset, key=lambda span: span.start) - 1
    return at >= 0 and offset < spans[at].end


def _merge(first: Iterable[Body], second: Iterable[Body]) -> list[Body]:
    """Bodies by place; of two that overlap the longer is kept, of equals the one of `first`."""
    kept: list[Body] = []
    ranked = [*((body, 0) for body in first), *((body, 1) for body in second)]
    for body, _ in sorted(ranked, key=lambda pair: (pair[0].start, -pair[0].end, pair[1])):
        if not kept or body.start >= kept[-1].end:
            kept.append(body)
        elif body.end - body.start > kept[-1].end - kept[-1].start:
            kept[-1] = body
    return kept


def _with_roles(text: str, bodies: Sequence[Body], notes: Sequence[Span], genre: Genre) -> Iterator[tuple[Body, Role]]:
    """Each body with its role at its place; the bodies of a list share one."""
    lays_duties, charges = default_stance(genre) is Stance.AHEAD, genre is not Genre.PROPOSAL_REPLY
    starts = [note.start for note in notes]
    by_order, led = first_leads(text), -1
    copies = "抄送" in text or "抄报" in text
    for run in runs(text, bodies):
        for body, role in zip(run, roles_of_run(text, run, lays_duties, charges), strict=True):
            at = bisect_right(starts, body.start) - 1
            in_note = at >= 0 and body.end <= notes[at].end
            if copies and _COPIED.search(text[_line_start(text, body.start) : body.start]):
                yield body, Role.COPIED
            elif in_note and by_order:
                yield body, Role.JOINT if at == led else Role.LEAD
                led = at
            elif in_note and role is Role.MENTIONED:
                yield body, role_in_note(text, body.end, notes[at].start, notes[at].end)
            else:
                yield body, role


def _cells(reading: Reading, unwrapped: Unwrapped) -> list[tuple[int, int, Role]]:
    """Where the tables of tasks name who is responsible, and the role that the header gives."""
    cells = {
        (unwrapped.at(span.start), unwrapped.at(span.end), role)
        for row in reading.task_rows
        for span, role in row.bodies
    }
    return sorted(cells)


def _in_cells(
    found: Iterable[tuple[Body, Role]], cells: Sequence[tuple[int, int, Role]]
) -> Iterator[tuple[Body, Role]]:
    """The bodies, those in a column of responsible bodies with the role of the column; one by itself leads."""
    pairs = list(found)
    inside: defaultdict[int, int] = defaultdict(int)
    places = [_cell_of(body, cells) for body, _ in pairs]
    for place in places:
        inside[place] += 1
    for (body, role), place in zip(pairs, places, strict=True):
        if place < 0 or role is not Role.MENTIONED:
            yield body, role
        else:
            yield body, Role.LEAD if inside[place] == 1 else cells[place][2]


def _cell_of(body: Body, cells: Sequence[tuple[int, int, Role]]) -> int:
    """The place among the cells of the one that a body stands in; -1 without one."""
    at = bisect_right(cells, body.start, key=lambda cell: cell[0]) - 1
    return at if at >= 0 and body.end <= cells[at][1] else -1


def _line_start(text: str, offset: int) -> int:
    """Where the line starts, or a little before `offset` in a very long one."""
    near = max(0, offset - 400)
    return max(near, text.rfind("\n", near, offset) + 1)


def _keys(bodies: Sequence[Body], home: Home) -> dict[Body, Key]:
    """Every body's key within the document; the issuer's and the addressee's own names lead to theirs."""
    by_name = {(body.prefix, body.canonical, body.kind): body for body in bodies}
    declared = {name: _declared_key(body, home) for name, body in by_name.items()}
    keys = {body: declared[body.prefix, body.canonical, body.kind] for body in bodies}
    bare = merge_bare(set(keys.values()), home)
    keys = {body: bare.get(key, key) for body, key in keys.items()}
    names = {
        key: body.canonical if body.kind == ADDRESSEE else body.prefix + body.canonical for body, key in keys.items()
    }
    areas = merge_areas(names, [key for body, key in keys.items() if body.kind == ADDRESSEE])
    return {body: areas.get(key, key) for body, key in keys.items()}


def _declared_key(body: Body, home: Home) -> Key:
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
    issuers, addressees = _parts(reading.metadata.issuer, home), _parts(reading.metadata.addressee, home)
    for name, pairs in together.items():
        forms = dict.fromkeys(text[body.start : body.end] for body, _ in pairs)
        roles = {role for body, role in pairs if role is not Role.MENTIONED and not _is_purse(body)}
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


def _is_purse(body: Body) -> bool:
    """Whether 当地财政 or 中央财政 is meant: it pays, and is no office that leads."""
    return body.kind == COLLECTIVE and body.canonical.endswith("财政")


def _confidence(body: Body, role: Role) -> tuple[float, tuple[str, ...]]:
    """How sure a mention is, and why."""
    reasons = [f"kind:{body.kind}"]
    if body.prefix:
        reasons.append("with_place")
    if role is not Role.MENTIONED:
        reasons.append("role_cue")
    sure = 0.95 if body.kind in ("central", "government", ISSUER, ADDRESSEE) or body.prefix else 0.85
    return (sure, tuple(reasons))
