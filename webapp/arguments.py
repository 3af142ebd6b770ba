"""What a request's URL asks for: known parameters read one by one, whatever else it holds noted as ignored."""

from __future__ import annotations

import datetime as dt
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from urllib.parse import quote_plus

from werkzeug.datastructures import MultiDict

from corpus import PartialDate

SIZES = (20, 50, 100)
"""Rows on a page, to choose from; the first is the default."""
MAX_TEXT = 1000
"""Characters of a text parameter that are read."""

_ANSWERS = {"yes": True, "no": False}


@dataclass(slots=True)
class Arguments:
    """The parameters of one URL; each reading notes what it could not take.

    Attributes:
        values: as given.
        read: names that were asked for.
        refused: values that could not be taken, as `name=value`.
    """

    values: MultiDict[str, str]
    read: set[str] = field(default_factory=set)
    refused: list[str] = field(default_factory=list)

    def text(self, name: str) -> str:
        """A text without white space at its ends; empty where it is not given."""
        self.read.add(name)
        return self.values.get(name, "").strip()[:MAX_TEXT].replace("\x00", "")

    def several(self, name: str, allowed: Container[str] | None = None) -> tuple[str, ...]:
        """All values of a repeated parameter, each once; those not allowed are refused."""
        self.read.add(name)
        given = dict.fromkeys(value.strip()[:MAX_TEXT] for value in self.values.getlist(name) if value.strip())
        return tuple(value for value in given if self._take(name, value, allowed))

    def years(self, name: str) -> tuple[int, ...]:
        """The years that a repeated parameter names."""
        self.read.add(name)
        given = dict.fromkeys(value.strip() for value in self.values.getlist(name) if value.strip())
        return tuple(int(value) for value in given if self._accept(name, value, value.isascii() and value.isdigit()))

    def choice(self, name: str, allowed: Sequence[str], default: str | None = None) -> str:
        """One of some values; the default (the first, unless given) where none or another is named."""
        value = self.text(name)
        fallback = allowed[0] if default is None else default
        return value if value and self._take(name, value, allowed) else fallback

    def date(self, name: str) -> str | None:
        """An ISO date of any precision."""
        value = self.text(name)
        return value if value and self._accept(name, value, _is_date(value)) else None

    def day(self, name: str) -> dt.date | None:
        """A day; of a month or year, its last one."""
        value = self.date(name)
        return PartialDate.parse(value).last_day if value else None

    def answer(self, name: str) -> bool | None:
        """`yes` or `no`; None where nothing is said."""
        value = self.text(name)
        return _ANSWERS[value] if value and self._take(name, value, _ANSWERS) else None

    def number(self, name: str, default: int, least: int = 1, most: int = 10**6) -> int:
        """A whole number within bounds."""
        value = self.text(name)
        if not value:
            return default
        fits = value.isascii() and value.isdigit() and len(value) < 10 and least <= int(value) <= most
        return int(value) if self._accept(name, value, fits) else default

    def size(self) -> int:
        """Rows on a page."""
        return int(self.choice("size", [str(size) for size in SIZES]))

    @property
    def ignored(self) -> tuple[str, ...]:
        """What the URL says that no reading has taken, each once; empty parameters do not count."""
        unknown = (name for name in self.values if name not in self.read and self.values.get(name))
        return tuple(dict.fromkeys([*unknown, *self.refused]))

    def _take(self, name: str, value: str, allowed: Container[str] | None) -> bool:
        return self._accept(name, value, allowed is None or value in allowed)

    def _accept(self, name: str, value: str, fits: bool) -> bool:
        if not fits:
            self.refused.append(f"{name}={value}")
        return fits


@dataclass(frozen=True, slots=True)
class Paging:
    """Which stretch of a list a page shows.

    Attributes:
        page: from 1.
        size: rows on a page.
        total: rows in all.
    """

    page: int
    size: int
    total: int = 0

    @property
    def offset(self) -> int:
        """Rows before this page."""
        return (self.page - 1) * self.size

    @property
    def pages(self) -> int:
        """Number of pages, at least one."""
        return max(1, -(-self.total // self.size))

    @property
    def beyond(self) -> bool:
        """Whether the page lies behind the last one."""
        return self.page > self.pages

    @property
    def first(self) -> int:
        """Number of the first row on this page, from 1; 0 where there is none."""
        return self.offset + 1 if self.total else 0

    @property
    def last(self) -> int:
        """Number of the last row on this page."""
        return min(self.offset + self.size, self.total)

    @property
    def links(self) -> tuple[int, ...]:
        """Pages to link: the ends, this one and its neighbours; 0 stands for a gap."""
        near = sorted({1, self.pages, *range(max(1, self.page - 2), min(self.pages, self.page + 2) + 1)})
        out: list[int] = []
        for number in near:
            if out and number - out[-1] > 1:
                out.append(0)
            out.append(number)
        return tuple(out)


def changed_url(path: str, values: MultiDict[str, str], changes: dict[str, object]) -> str:
    """A path with the given parameters, some of them changed; None takes one away, a sequence repeats it."""
    pairs = [(name, value) for name, value in values.items(multi=True) if name not in changes and value]
    for name, value in changes.items():
        pairs.extend((name, str(item)) for item in _items(value))
    return _address(path, pairs)


def without_value(path: str, values: MultiDict[str, str], name: str, value: str) -> str:
    """A path with the given parameters but for one value of one of them, and from the first page."""
    pairs = [pair for pair in values.items(multi=True) if pair != (name, value) and pair[0] != "page" and pair[1]]
    return _address(path, pairs)


def _address(path: str, pairs: Iterable[tuple[str, str]]) -> str:
    """A path with parameters."""
    written = "&".join([f"{_quoted(name)}={_quoted(value)}" for name, value in pairs])
    return f"{path}?{written}" if written else path


_quoted = lru_cache(maxsize=4096)(quote_plus)
"""A word as addresses have it; a page says its query in twenty of them."""


def _is_date(value: str) -> bool:
    try:
        PartialDate.parse(value)
    except ValueError:
        return False
    return True


def _items(value: object) -> Iterable[object]:
    if value is None:
        return ()
    return value if isinstance(value, tuple | list) else (value,)
