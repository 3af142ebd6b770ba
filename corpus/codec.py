"""Records to plain JSON values and back: `decode(type, encode(record)) == record`.

A record becomes an object of its fields without those at their default; spans are `[start, end]`, dates and periods
their `str`, decimals strings (exact), tuples lists. A fact names its kind under `fact`. `facts_form` is the other,
public form.
"""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Callable
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any, TypeVar

from corpus.facts import FACT_KINDS, Fact, kind_of
from corpus.period import PartialDate, Period
from corpus.span import Span

T = TypeVar("T")
Json = Any
"""Whatever `json.dumps` takes."""

_FACTS = frozenset(FACT_KINDS.values())


def encode(value: object) -> Json:
    """A plain value for a record, a tuple of records, or one of the value objects."""
    match value:
        case None | bool() | int() | float():
            return value
        case Enum():
            return value.value
        case str():
            return value
        case Span(start, end):
            return [start, end]
        case Decimal() | PartialDate() | Period():
            return str(value)
        case tuple() | list():
            return [encode(item) for item in value]
        case dict():
            return {key: encode(item) for key, item in value.items()}
    return _encode_record(value)


def _encode_record(record: Any) -> dict[str, Json]:
    out: dict[str, Json] = {"fact": kind_of(record)} if type(record) in _FACTS else {}
    for name, default in _defaults(typing.cast("Any", type(record))):
        value = getattr(record, name)
        if value != default:
            out[name] = encode(value)
    return out


@cache
def _defaults(record: Any) -> tuple[tuple[str, object], ...]:
    """Field names of a record with their defaults; a field without one has a value that nothing equals."""

    def default(field: dataclasses.Field[Any]) -> object:
        if field.default is not dataclasses.MISSING:
            return field.default
        if field.default_factory is not dataclasses.MISSING:
            return field.default_factory()
        return dataclasses.MISSING

    return tuple((field.name, default(field)) for field in dataclasses.fields(record))


def decode(kind: type[T], value: Json) -> T:
    """The record of type `kind` that `encode` wrote as `value`.

    Raises:
        ValueError, KeyError, TypeError: if `value` is not the form of such a record.
    """
    record: T = _decoder(typing.cast("Any", kind))(value)
    return record


def decode_fact(value: Json) -> Fact:
    """The fact that `encode` wrote as `value`."""
    return decode(FACT_KINDS[value["fact"]], value)


@cache
def _decoder(kind: Any) -> Callable[[Json], Any]:
    """The function that reads a value of type `kind`."""
    if kind in _VALUES:
        return _VALUES[kind]
    origin = typing.cast("Any", typing.get_origin(kind))
    if origin in (typing.Union, types.UnionType):
        return _union_decoder(typing.get_args(kind))
    if origin is tuple:
        return _tuple_decoder(typing.get_args(kind))
    if origin is dict:
        of_item = _decoder(typing.get_args(kind)[1])
        return lambda value: {key: of_item(item) for key, item in value.items()}
    if isinstance(kind, type) and issubclass(kind, Enum):
        return {member.value: member for member in kind}.__getitem__
    return _record_decoder(kind)


def _union_decoder(kinds: tuple[Any, ...]) -> Callable[[Json], object]:
    rest = tuple(kind for kind in kinds if kind is not type(None))
    if frozenset(rest) == _FACTS:
        return decode_fact
    if len(rest) == 1:
        only = _decoder(rest[0])
        return only if only is _same else lambda value: None if value is None else only(value)
    one, many = sorted(rest, key=_is_many)  # a number, or the two ends of a range
    of_one, of_many = _decoder(one), _decoder(many)
    return lambda value: None if value is None else (of_many if isinstance(value, list) else of_one)(value)


def _is_many(kind: Any) -> bool:
    origin: object = typing.get_origin(kind)
    return origin is tuple


def _tuple_decoder(kinds: tuple[Any, ...]) -> Callable[[Json], object]:
    if len(kinds) == 2 and kinds[1] is Ellipsis:
        of_item = _decoder(kinds[0])
        return tuple if of_item is _same else lambda value: tuple([of_item(item) for item in value])
    each = tuple(_decoder(kind) for kind in kinds)
    return lambda value: tuple([decoder(item) for decoder, item in zip(each, value, strict=True)])


def _record_decoder(record: Any) -> Callable[[Json], object]:
    """Reads a record; the readers of its fields are made at first use, since records may hold their own kind.

    Only fields that are not kept as they are have one.
    """
    made: list[tuple[str, Callable[[Json], object]]] = []
    known: list[str] = []

    def read(value: Json) -> object:
        if not known:
            hints = typing.get_type_hints(record)
            known.extend(field.name for field in dataclasses.fields(record))
            readers = ((name, _decoder(hints[name])) for name in known)
            made.extend((name, reader) for name, reader in readers if reader is not _same)
        given = value.copy()
        given.pop("fact", None)
        for name, reader in made:
            if name in given:
                given[name] = reader(given[name])
        return record(**given)

    return read


def _same(value: Json) -> object:
    return value


_VALUES: dict[Any, Callable[[Json], object]] = {
    Span: lambda value: Span(*value),
    Decimal: Decimal,
    PartialDate: PartialDate.parse,
    Period: Period.parse,
    str: _same,
    int: _same,
    float: _same,
    bool: _same,
}
