"""The last parts of the names of public bodies, as the tables `fields` and `bodies` know them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from extract.lexicon import rows
from extract.scanning.endings import lengths_by_ending

UTILITIES = "(?:供电|供水|供气|供热|电力|通信|邮政|燃气|铁塔|电信)"
"""Fields in a list of offices whose units are none: 公安、|供电|等单位."""
DEPARTMENT = "部门"
"""What a class of offices is called by its field: 财政部门."""

_DEPARTMENT_FORMS = (
    *("部门", "主管部门", "管理部门", "行政部门", "行政主管部门"),
    *("监督管理部门", "监管部门", "系统部门", "行业主管部门"),
)

_ORGAN_FORMS = ("行政管理部门", "监督管理机构", "监管机构", "行政管理机关", "执法机构")
"""Classes of offices that a document may name beside the 部门 of the field."""

_UNIT_SUFFIXES = frozenset(("中心", "馆", "社", "总社", "联社", "所", "室", "会"))
"""Suffixes that many things have which are no office: a place or a level must stand before."""


_STATIONS = ("站", "所", "管理站", "管理所", "监管所", "监督站", "服务站")
"""What the field's units in towns and under its office are called: 镇水利站, 市交通局质量监督站."""


@dataclass(frozen=True, slots=True)
class Core:
    """The last part of a name, as the tables know it.

    Attributes:
        canonical: one form for all its spellings: 医保局 -> 医疗保障局.
        kind: what it needs before it, see `bodies.tsv`; `office` for those of `fields.tsv`.
    """

    canonical: str
    kind: str


@cache
def cores() -> dict[str, Core]:
    """Every core of the tables."""
    found: dict[str, Core] = {}
    for names, suffixes, bare, _ in rows("fields"):
        first, *_rest = forms = names.split("|")
        for form in forms:
            for suffix in _whole_suffixes(suffixes):
                kind = "unit" if suffix in _UNIT_SUFFIXES else "office"
                found.setdefault(form + suffix, Core(first + _plain_suffix(suffix), kind))
            for suffix in _STATIONS if "局" in suffixes else ():
                found.setdefault(form + suffix, Core(first + suffix, "unit"))
            for suffix in _DEPARTMENT_FORMS if bare != _NAME else ():
                found.setdefault(form + suffix, Core(first + DEPARTMENT, "department"))
            for suffix in _ORGAN_FORMS if bare != _NAME else ():
                found.setdefault(form + suffix, Core(first + suffix, "department"))
            if bare != _NAME and form.endswith(_MANAGES):
                found.setdefault(form + "机构", Core(first + "机构", "department"))
                found.setdefault(form + "机关", Core(first + "机关", "department"))
    for name, canonical, kind, _ in rows("bodies"):
        found[name] = Core(canonical or name, kind)
    return found


@cache
def fields() -> dict[str, str]:
    """The names of every field that stands for its office in a list, and its first name."""
    table = [names.split("|") for names, _, bare, _ in rows("fields") if bare == "yes"]
    return {form: names[0] for names in table for form in names if len(form) > 1}


_NAME = "name"
"""In the column `bare`: the words mean more than an office, so that no class of offices is called by them."""

_MANAGES = ("管理", "监督", "监管", "监察")


_LONG = {"委": "委员会", "办": "办公室"}
"""What the last part of a name is short for."""


def _plain_suffix(suffix: str) -> str:
    """委员会 and 委 are one, 办公室 and 办 too."""
    return next((short for short, long in _LONG.items() if long == suffix), suffix)


def _whole_suffixes(suffixes: str) -> tuple[str, ...]:
    """The suffixes of a row, those that are short for another one with it."""
    listed = suffixes.split("|")
    return tuple(dict.fromkeys((*listed, *(_LONG[suffix] for suffix in listed if suffix in _LONG))))


@cache
def endings() -> dict[str, tuple[int, ...]]:
    """Last two characters of a core, and how long the cores that end so are, longest first."""
    found = lengths_by_ending(core for core in cores() if len(core) > 1)
    return found | {ending: (*found.get(ending, ()), 1) for ending in (level + "委" for level in "省市县区州盟旗")}


@cache
def field_endings() -> dict[str, tuple[int, ...]]:
    """Last two characters of the name of a field, and how long the names that end so are, longest first."""
    return lengths_by_ending(fields())
