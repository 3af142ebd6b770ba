"""Names of public bodies in a text, found from their last characters leftwards.

A name is a core (财政厅, 卫生健康委, 人民政府办公室) from the tables `fields` and `bodies`, and what stands before it:
a place (云南省, 重庆市南川区), a level (省, 区), or another body (国家税务总局某省税务局); `annexes` tells what
follows it as a part of it. Where no table knows the field, a place or level before a strong suffix is enough
(省投资促进局), if nothing between them reads like a sentence.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from extract.bodies.annexes import with_annex
from extract.bodies.branches import find_branch
from extract.bodies.facilities import is_facility
from extract.bodies.last_words import Core, cores, endings
from extract.bodies.merged_offices import fields_before
from extract.bodies.name_ends import goes_on
from extract.bodies.places import short_place_before
from extract.bodies.prefixes import (
    at_boundary,
    central_before,
    committee_before,
    prefix_start,
    superior_before,
    town_before,
    twin_before,
    whole_before,
    zone_before,
)
from extract.bodies.unknown_offices import STRONG_ENDS, find_unknown

_NUMBER_BEHIND = re.compile(r"[一-鿿]{0,4}[ ]?(?:[\[(][ ]?(?:19|20)\d{2}[ ]?[\])]|(?<=字)第?\d{1,5}号)")
"""What makes a name the code of a document's number: 人社厅|发[2016]80号."""

_PURSE = re.compile(r"一?般?(?:公共)?(?:总?收入|支出|预算|资金)")
"""What makes a public purse the name of a sum: 地方财政|总收入."""

_OF_FIRM = re.compile(r"(?:集团|公司|大学|学院|医院|银行)(?:有限公司)?[一-鿿]{0,4}\Z")
"""Before the last part of a name that a division of a firm or a school has as well: 机场集团宣传|文化部."""

_OTHER_PARTY = re.compile(
    r"(?:民革|民盟|民建|民进|农工(?:民主)?党|致公党|九三学社|台盟)(?:(?![建提倡商会议向报致和与及对由的了是])[一-鿿]){0,6}\Z"
)
"""A party other than that of 市委: 民盟石桥|市委 is its committee, a mass organisation."""

_TERM = re.compile(r"第?(?:[一二三四五六七八九十]{1,3}|\d{1,2})届$")
"""Which one of its kind an assembly is: 青石县|第十七届|人民代表大会."""

_SITTINGS = ("办公会", "主任", "党组", "党委", "务会", "领导", "会议")
"""Behind 委 these are of the office itself: 经|委办公会研究."""

_STREET = "街道办事处"
"""The office of a street, which is named by two or three characters as a town is: 柳河|街道办事处."""

_OF_BOTH = ("督查", "督察", "督考", "目标")
"""Fields whose office a committee and a government have together: 县委县政府督查室."""


@dataclass(frozen=True, slots=True)
class Body:
    """A name at a place.

    Attributes:
        start: where it starts.
        end: where it ends.
        prefix: the place, level or body before the core, as written; may be empty.
        canonical: the core in its one form.
        kind: as of `Core`.
    """

    start: int
    end: int
    prefix: str
    canonical: str
    kind: str

    @property
    def collective(self) -> bool:
        """Whether it is a class of bodies."""
        return (
            self.kind in ("department", "collective", "area", "market", "agency")
            or self.prefix.startswith("各")
            or "自治区、" in self.prefix
            or "各级" in self.prefix
        )


@cache
def _anchors() -> re.Pattern[str]:
    """The last character of whatever can be a name, by the last two of the cores and of the strong suffixes."""
    before: defaultdict[str, set[str]] = defaultdict(set)
    for ending in {*endings(), *(suffix[-2:] for suffix in STRONG_ENDS)}:
        before[ending[-1]].add(ending[:-1])
    pairs = "|".join(
        f"(?s:.){last}" if "" in firsts else f"[{''.join(sorted(firsts))}]{last}"
        for last, firsts in sorted(before.items())
    )
    return re.compile(f"[{''.join(sorted(before))}](?<={pairs})")


def find_bodies(text: str, places: frozenset[str] = frozenset()) -> list[Body]:
    """The names in `text` (folded) by place; where two overlap the longer one is kept.

    Args:
        text: folded text.
        places: names of places that the document itself vouches for, beside the table's.
    """
    found: list[Body] = []
    by_ending = endings()
    for match in _anchors().finditer(text):
        end = match.end()
        if end < len(text) and goes_on(text, end):
            continue
        body = _longest(text, end, by_ending.get(text[end - 2 : end], ()), places)
        if body is None or _is_no_name(text, body, end) or (found and _is_part(text, found[-1], body)):
            continue
        while found and found[-1].end > body.start and found[-1].start >= body.start:
            found.pop()
        if not found or found[-1].end <= body.start:
            found.append(body)
    return _with_bare(text, found)


def _is_no_name(text: str, body: Body, end: int) -> bool:
    """Whether what ends at `end` is no body: part of a number, a purse, a facility, part of a firm, 省委 of 团省委."""
    if _NUMBER_BEHIND.match(text, end) or (text.endswith("财政", 0, end) and _PURSE.match(text, end)):
        return True
    if text.endswith("中心", 0, end):
        return is_facility(text, body.start, end)
    if text.endswith("经委", 0, end) and end - body.start == 2 and text.startswith(_SITTINGS, end):
        return True
    if body.kind == "office" and text[end - 1] == "部" and not body.prefix:
        return _OF_FIRM.search(text, max(0, body.start - 12), body.start) is not None
    if text.startswith("常委", end) and text[end : end + 3] != "常委会":
        return body.kind == "party" or text.endswith("政治局", 0, end)  # a person: 区委常委
    return body.kind == "party" and (
        text.endswith("团", 0, body.start)
        or _OTHER_PARTY.search(text, max(0, body.start - 12), body.end - 1) is not None
    )


def _is_part(text: str, before: Body, body: Body) -> bool:
    """Whether a name only goes on with the one before it, as an office inside it or another form: 教育厅|(教委)."""
    if before.kind == "cppcc" and before.start <= body.start and body.end <= before.end:
        return True
    other_form = text[before.end : body.start] == "(" and text.startswith(")", body.end) and not body.prefix
    return other_form or _is_inner(text, before, body)


def _is_inner(text: str, before: Body, body: Body) -> bool:
    """Whether a 局 that no place names is one inside the office of a place named right before it: 省卫健委|疾控局."""
    if text[body.end - 1] != "局" or text[before.end - 1] not in "部委":
        return False
    own = before.end == body.start and not body.prefix and body.kind == "office"
    return own or (before.start == body.start and before.end < body.end and body.canonical not in cores())


def _with_bare(text: str, found: list[Body]) -> list[Body]:
    """The bodies, and where an office that no table knows is named again without its place: 省打拐办 and 打拐办."""
    table = cores()
    unknown = {body.canonical for body in found if body.canonical not in table and len(body.canonical) > 2}
    names = sorted((name for name in unknown if name.endswith(("办", "领导小组", "指挥部"))), key=len, reverse=True)
    if not names:
        return found
    taken = [body.start for body in found]
    again = [
        Body(match.start(), match.end(), "", match.group(), "office")
        for match in re.finditer("|".join(map(re.escape, names)), text)
        if not (at := bisect_right(taken, match.start())) or found[at - 1].end <= match.start()
    ]
    return sorted((*found, *again), key=lambda body: body.start)


_APART = re.compile("级|负责|会同|配合")
"""Words that part a name from what stands before it: 市区两级|水务局."""


def _longest(text: str, end: int, lengths: tuple[int, ...], places: frozenset[str]) -> Body | None:
    """The name that ends at `end`: one of the tables, unless it only ends a longer one: 市文广|旅游局."""
    known = _known(text, end, lengths, places)
    if known is not None and (known.kind != "office" or known.prefix):
        return known
    if known is not None and text.endswith("电子", 0, known.start):
        return None  # 电子税务局 is a site
    unknown = _unknown(text, end, places)
    if unknown is None or (
        known is not None and (unknown.start >= known.start or _APART.search(text, unknown.start, known.start))
    ):
        return known
    return unknown


def _unknown(text: str, end: int, places: frozenset[str]) -> Body | None:
    """The name of an office that no table knows."""
    found = find_unknown(text, end, places)
    if found is None:
        return None
    return Body(found.start, found.end, text[found.start : found.core], text[found.core : found.end], found.kind)


def _known(text: str, end: int, lengths: tuple[int, ...], places: frozenset[str]) -> Body | None:
    """The name that ends at `end` with the longest core of the tables that may stand there."""
    table = cores()
    for length in lengths:
        if length > end:
            continue
        core = table.get(text[end - length : end])
        if core is not None and (body := _complete(text, end - length, end, core, places)):
            return body
    return None


def _complete(text: str, at: int, end: int, core: Core, places: frozenset[str]) -> Body | None:
    """The name with this core and whatever belongs to it on the left; None where its kind needs more than there is."""
    if core.kind in ("branch", "place"):
        branch = find_branch(text, at, core)
        return Body(branch[0], end, branch[1], branch[2].canonical, branch[2].kind) if branch else None
    at, core = _whole_core(text, at, end, core, places)
    start = _prefix_of(text, at, core, places)
    if core.canonical == "管理委员会":
        start = zone_before(text, at, start)
    if start == at and core.kind in ("government", "congress", "cppcc", "party", "court", "unit"):
        return None
    if core.kind == "unit" and text[start:at] in ("基层", "各", "地方"):
        return None
    if core.kind in ("congress", "cppcc") and text[start:at] == "中央":
        return None  # 中央人大工作会议
    if core.kind == "collective" and text.endswith(_STANDING, 0, at):
        return _of_assembly(text, at, end, core)
    if core.kind in ("organ", "office", "unit", "department"):
        start = superior_before(text, start, _of_party(core, bare=start == at), places)
    of_town = core.kind in ("government", "unit", "party", "congress") and text[start:at] in ("镇", "乡")
    if of_town or (start == at and core.canonical == _STREET):
        start = town_before(text, start, places)
    if core.kind == "department" or (core.kind == "agency" and text[end - 1] == "关"):
        start = whole_before(text, start)
    start = _above(text, start, at, core)
    whole, canonical, kind = with_annex(text, start, end, core)
    return Body(start, whole, text[start:at], canonical, kind)


_STANDING = "常委会"
"""Before a committee what it is of, which its document need not name: 常委会|预算工作委员会."""


def _of_assembly(text: str, at: int, end: int, core: Core) -> Body:
    """A committee whose core starts at `at`, with the standing committee that it is named with."""
    above = central_before(text, at)
    start = above if above < at else at - len(_STANDING)
    return Body(start, end, text[start:at], core.canonical, "office")


def _whole_core(text: str, at: int, end: int, core: Core, places: frozenset[str]) -> tuple[int, Core]:
    """The core with what is part of it: fields before the last one, the term of an assembly, the force of a squad."""
    if core.kind == "office" and text[end - 1] in "局委":
        merged = fields_before(text, at, places)
        return (merged, Core(text[merged:end], core.kind)) if merged < at else (at, core)
    if text[end - 1] == "队" and (force := _FORCE.search(text, max(0, at - 4), at)):
        return force.start(), Core(text[force.start() : end], core.kind)
    return _before_term(text, at, core), core


_FORCE = re.compile(r"(?:公安(?:分?局|厅)|[市县分]局)$")
"""Whom a squad belongs to: 石桥区|公安分局|交警大队."""


def _prefix_of(text: str, at: int, core: Core, places: frozenset[str]) -> int:
    """Where the places, levels or bodies start that a core which starts at `at` has before it."""
    if text.startswith(_STATE_COUNCIL, at):
        return at
    start = prefix_start(text, at, places)
    if core.kind == "unit" and start == at:
        start = superior_before(text, at, False, places)
    if start == at and core.kind == "office":
        short = short_place_before(text, at)
        start = short if short < at and at_boundary(text, short) else at
    if start == at and text[at - 1 : at] == "和":
        start = twin_before(text, at - 1, places)
    return start


_STATE_COUNCIL = "国务院"
"""It belongs to nothing that is named before it without a mark: 党中央|国务院."""


def _of_party(core: Core, *, bare: bool) -> bool:
    """Whether an office can be one of a party committee: an organ, any that has no place of its own (市委|营商办)."""
    return core.kind == "organ" or (core.kind == "office" and bare) or core.canonical.startswith(_OF_BOTH)


_AREAS_BEFORE = re.compile(r"各(?:[区县]{1,2}|[区县](?:[(\[][^()\[\]\n]{1,6}[)\]])?)、(?=[省市])")
"""Areas that an office of a higher level follows in a list: 各区、|市人才局; a government can be of both."""


def _above(text: str, start: int, at: int, core: Core) -> int:
    """Where the name starts with the central body, or the committee beside the government, that it belongs to.

    Areas of a lower level in a list before it are none of it.
    """
    if start < at and core.kind in ("office", "unit"):
        start = central_before(text, start)
    office = core.canonical.removeprefix("政府")
    both = office.startswith(_OF_BOTH) and (office != core.canonical or text.endswith("政府", 0, at))
    areas = _AREAS_BEFORE.match(text, start, at) if core.kind != "government" else None
    return committee_before(text, start) if both else areas.end() if areas else start


def _before_term(text: str, at: int, core: Core) -> int:
    """Where the number of an assembly's term starts, if one stands before the core; else `at`."""
    term = _TERM.search(text, max(0, at - 6), at) if core.kind in ("congress", "cppcc") else None
    return term.start() if term else at
