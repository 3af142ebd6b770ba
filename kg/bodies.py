"""What a name is found to mean, and how the records of bodies are made."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from corpus.store.graph_rows import Body
from kg.class_forms import EVERYWHERE, class_form
from kg.names import Core
from kg.places import COUNTRY, Place


@dataclass(frozen=True, slots=True)
class Identity:
    """What a name means.

    Attributes:
        body: the body, the class of bodies, or an unresolved one.
        place: of the body.
        above: name of the body above it.
        candidates: what else it may be; if any, the question is open (an empty name: nothing is known).
        weight: certainty, 0 to 1.
    """

    body: Body
    place: Place | None = None
    above: str = ""
    candidates: tuple[str, ...] = ()
    weight: float = 1.0


def body_id(name: str) -> str:
    """The id of the body with this one name."""
    return "b" + hashlib.sha256(name.encode()).hexdigest()[:15]


def certain(name: str, place: Place | None, above: str, core: str, reason: str) -> Identity:
    """One body, known by its one name."""
    level = place.level if place else "unknown"
    parent = body_id(above) if above else None
    body = Body(body_id(name), name, "organization", place.name if place else None, level, core, parent, reason)
    return Identity(body, place, above)


def of_core(core: Core, place: Place, reason: str) -> Identity:
    """The body with this core at a place; the government of the place stands above it unless the table says other."""

    def at(template: str) -> str:
        return template.replace("{p}", place.name).replace("{s}", place.short)

    own = core.name == "{p}人民政府" or core.name.startswith(("中共", "政协", "共青团"))
    above = at(core.above) if core.above else "" if own else f"{place.name}人民政府"
    return certain(at(core.name), place, above, core.short, reason)


def place_itself(place: Place) -> Identity:
    """A place that acts: 昆明市 as the one who is responsible."""
    key = "l" + body_id(place.name)[1:]
    body = Body(key, place.name, "place", place.name, place.level, "", None, "以地区名称出现")
    return Identity(body, place)


def class_at(words: str, place: Place | None, document: str, reason: str = "泛指一类单位，不是一个单位") -> Identity:
    """A class of bodies, one for each place whose documents speak of it; without a place, one for each document."""
    words = class_form(words)
    if EVERYWHERE.match(words):
        place = COUNTRY
    where = "" if place is None or place.level == "central" else f"（{place.name}）"
    level = place.level if place else "unknown"
    name = words + where
    key = body_id(name) if place else body_id(f"{name}\n{document}")
    body = Body(key, name, "collective", place.name if place else None, level, words, None, reason)
    return Identity(body, place)


def unresolved(words: str, place: Place | None, candidates: tuple[str, ...], document: str, reason: str) -> Identity:
    """A name that does not say which body it means; without a place, one for each document that uses it."""
    name = words + (f"（{place.name}文件所称）" if place else "（未定）")
    whose = place.name if place else None
    key = body_id(name) if place else body_id(f"{name}\n{document}")
    body = Body(key, name, "unresolved", whose, "unknown", words, None, reason)
    return Identity(body, place, "", candidates or ("",), 0.5)
