"""The words that names of bodies are made of, from the tables: fields, organs, central bodies, renames."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from kg.tables import rows, several

_ENDS = {
    "委员会": "委员会",
    "委": "委员会",
    "办公室": "办公室",
    "办": "办公室",
    "厅": "厅",
    "局": "局",
    "分局": "分局",
    "总队": "总队",
    "支队": "支队",
    "大队": "大队",
    "中心": "中心",
}
"""What the office of a field ends with, and its one form."""

INSTITUTION = re.compile(
    r"(?:(?<![布格])局|厅|委|委员会|部|署|院|府|办公室|办|中心|处|社|会|馆|所|站|队|大学|学院|学校|医院|银行|集团|公司|法院|检察院|"
    r"总局|小组|工作组|指挥部|工委|大队|联席会议|专班|管委会|研究院|分行|支行|海关|军区|协会|联合会|基金会)$"
)
"""What the name of a body ends with, if no table knows it."""


_LETTERS = {"province": "p", "city": "c", "county": "k"}


@dataclass(frozen=True, slots=True)
class Core:
    """What a body is, its place left out.

    Attributes:
        name: with `{p}` and `{s}` where full or short name of the place go: {p}医疗保障局.
        short: the words that stood there, in their one form: 医疗保障局.
        above: the body above, likewise; empty for the government of the place.
        levels: where it can be, of p, c and k; empty for all.
        since, until: years of the documents in which the words mean this; None for open.
    """

    name: str
    short: str
    above: str = ""
    levels: str = ""
    since: int | None = None
    until: int | None = None


@dataclass(frozen=True, slots=True)
class CentralBody:
    """A body of the whole country, and the years between which it existed."""

    name: str
    forms: tuple[str, ...]
    above: str
    since: int | None
    until: int | None

    def lived(self, year: int | None) -> bool:
        """Whether it existed in a year; one that is not known does not exclude."""
        return _lived(self.since, self.until, year)


@dataclass(frozen=True, slots=True)
class Rename:
    """A row of `renames.tsv`.

    Attributes:
        levels: of a local row, where it holds, of p, c and k.
        places: of a local row, the short names of the provinces for which it holds or, with a leading `-`, for which
            it does not; none for all.
    """

    before: str
    after: str
    kind: str
    levels: str
    places: tuple[str, ...]
    since: str
    source: str

    def holds(self, level: str, province: str) -> bool:
        """Whether a local row holds for bodies of this level in the province of this short name."""
        if _LETTERS.get(level, "-") not in self.levels:
            return False
        if self.places and self.places[0].startswith("-"):
            return f"-{province}" not in self.places
        return not self.places or province in self.places


@cache
def cores() -> dict[str, tuple[Core, ...]]:
    """Words that can stand after a place or a level, and what they mean; several where the year decides."""
    found: dict[str, list[Core]] = {}
    for row in rows("organs"):
        for form in several(row["forms"]):
            core = Core(
                row["name"],
                several(row["forms"])[0],
                row["above"],
                row["levels"],
                _year(row["since"]),
                _year(row["until"]),
            )
            found.setdefault(form, []).append(core)
    for form, short in _offices():
        found.setdefault(form, []).append(Core(f"{{p}}{short}", short))
    return {form: tuple(means) for form, means in found.items()}


def _offices() -> Iterator[tuple[str, str]]:
    """Every form of the office of a field, and its one form."""
    for row in rows("fields"):
        for form in (row["field"], *several(row["forms"])):
            for end, whole in _ENDS.items():
                yield form + end, row["field"] + whole


def core_of(words: str, level: str, year: int | None) -> Core | None:
    """What the words after a place mean there and then (an empty level: anywhere); None if no table knows."""
    for core in cores().get(words, ()):
        fits = not core.levels or not level or _LETTERS.get(level, "-") in core.levels
        if fits and _lived(core.since, core.until, year):
            return core
    return None


def _lived(since: int | None, until: int | None, year: int | None) -> bool:
    """Whether something existed in a year; a year that is not known does not exclude."""
    return year is None or ((since is None or since <= year) and (until is None or year <= until))


_DEPARTMENT = re.compile(r"(?:行政主管|行政|主管)?部门(?:[（(]单位[)）])?$")


@cache
def _field_forms() -> dict[str, str]:
    return {form: row["field"] for row in rows("fields") for form in (row["field"], *several(row["forms"]))}


_LEVEL = re.compile(
    r"^(?:各?(?:省|设区市|市|县|区|州|盟|旗|县区|区县)级?|各?级?地方(?:各级)?|各级|本级|上级|下级|同级|县级以上)(?=..)"
)


def class_of_field(words: str) -> str | None:
    """The offices of one field as a class, in one form: 医保部门, 医保 and 医疗保障行政部门 are 医疗保障部门.

    What level they are of stays: 省级医保部门 are 省级医疗保障部门.
    """
    field = _field_forms().get(_DEPARTMENT.sub("", words))
    if field:
        return f"{field}部门"
    level = _LEVEL.match(words) if words.endswith("部门") else None
    field = _field_forms().get(_DEPARTMENT.sub("", words[level.end() :])) if level else None
    return f"{level[0]}{field}部门" if level and field else None


def field_of(words: str) -> str:
    """The one form of the words of a field; words that no table has stay."""
    return _field_forms().get(words, words)


@cache
def central() -> dict[str, tuple[CentralBody, ...]]:
    """Names and short names of central bodies, and which they may mean."""
    found: dict[str, list[CentralBody]] = {}
    for row in rows("central"):
        body = CentralBody(row["name"], several(row["forms"]), row["above"], _year(row["since"]), _year(row["until"]))
        for form in (body.name, *body.forms):
            found.setdefault(form, []).append(body)
    return {form: tuple(bodies) for form, bodies in found.items()}


def central_of(name: str, year: int | None) -> CentralBody | None:
    """The central body of this name; of several the one that existed in the year, else the last that did before."""
    bodies = central().get(name, ())
    if len(bodies) == 1:
        return bodies[0]
    alive = [body for body in bodies if body.lived(year)]
    gone = [body for body in bodies if year and body.until and body.until < year]
    if not alive and gone:
        return max(gone, key=lambda body: body.until or 0)
    return alive[0] if len(alive) == 1 else None


@cache
def renames(scope: str) -> tuple[Rename, ...]:
    """The renames of central bodies (full names) or of local ones (cores)."""
    return tuple(
        Rename(
            row["before"], row["after"], row["kind"], row["levels"], _places(row["places"]), row["since"], row["source"]
        )
        for row in rows("renames")
        if row["scope"] == scope
    )


def _places(cell: str) -> tuple[str, ...]:
    """The places of a cell; after a leading `-` each has one."""
    mark = "-" if cell.startswith("-") else ""
    return tuple(mark + name for name in several(cell.removeprefix("-")))


def _year(cell: str) -> int | None:
    return int(cell) if cell else None
