"""A value with the place in the text that states it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from corpus import Span

V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Stated(Generic[V]):
    """What a document states, and where."""

    value: V
    span: Span
