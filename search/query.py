"""What a user typed, as a tree of terms; forgiving: whatever cannot be read as syntax is read as text, and said so.

    query   := all (("或" | "OR" | "|") all)*
    all     := part (("AND")? part)*                    a space asks for both
    part    := ("-" | "NOT") part | "(" query ")" | field ":" value | "“" phrase "”" | word

Full and half width are equal. An operator is one only where it stands alone between spaces, a quotation mark only at
the edge of a word: `“十四五”规划` and `A或B` are text.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from corpus import DocumentNumber


class Field(StrEnum):
    """What a term can be restricted to."""

    TITLE = "title"
    NUMBER = "number"
    ISSUER = "issuer"
    DEPARTMENT = "department"
    GENRE = "genre"
    REGION = "region"


RAW_FIELDS: dict[Field, tuple[str, ...]] = {
    Field.TITLE: ("title_line",),
    Field.NUMBER: ("doc_number",),
    Field.ISSUER: ("issuer",),
    Field.DEPARTMENT: ("department",),
    Field.GENRE: ("genre_word", "genre"),
    Field.REGION: ("region",),
}
"""The values of an entry (`search.stored.RAW`) that a restricted term is looked for in."""


@dataclass(frozen=True, slots=True)
class Term:
    """A string that has to stand in the clause, or in the field; other wordings of it count as well."""

    text: str
    field: Field | None = None


@dataclass(frozen=True, slots=True)
class Phrase:
    """A string that has to stand there as it is."""

    text: str
    field: Field | None = None


@dataclass(frozen=True, slots=True)
class Years:
    """The document is of one of these years, both ends included."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Not:
    """What must not stand there."""

    item: Node


@dataclass(frozen=True, slots=True)
class And:
    """All of these."""

    items: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Or:
    """At least one of these."""

    items: tuple[Node, ...]


Node = Term | Phrase | Years | Not | And | Or
Leaf = Term | Phrase


@dataclass(frozen=True, slots=True)
class Query:
    """A query as it was read.

    Attributes:
        text: as typed.
        root: the tree; None where nothing is asked for.
        notes: Chinese sentences on how it was read where that is not plain.
        number: the 发文字号 that the whole query is, which leads straight to a document.
    """

    text: str
    root: Node | None
    notes: tuple[str, ...] = ()
    number: DocumentNumber | None = None

    @property
    def wanted(self) -> tuple[Leaf, ...]:
        """The terms and phrases that a hit may contain, without the excluded ones, in order."""
        return tuple(leaves(self.root))

    @property
    def is_plain(self) -> bool:
        """Whether it is words alone, without quotation marks, operators and fields."""
        items = self.root.items if isinstance(self.root, And) else (self.root,)
        return all(isinstance(item, Term) and item.field is None for item in items)


def leaves(node: Node | None) -> Iterator[Leaf]:
    """The terms and phrases under a node that are not excluded, from left to right."""
    match node:
        case Term() | Phrase():
            yield node
        case And(items) | Or(items):
            for item in items:
                yield from leaves(item)


def parse_query(text: str) -> Query:
    """The query that a user typed; never fails."""
    from search.query_parser import read

    return read(text)


def words_query(text: str) -> Query:
    """A query for a sentence or a passage, all of which is text and none of it syntax."""
    return Query(text, Term(text) if text.strip() else None)
