"""A table of words and links, the same for a terminal, a page and JSON."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from corpus.masking import mask
from webapp.labels import tag_of

COLUMNS = {
    "relation": "关系",
    "entity": "对象",
    "kind": "类型",
    "quote": "原文",
    "date": "日期",
    "source": "出处",
    "step": "步骤",
    "from": "起点",
    "to": "终点",
    "citing": "引用它的文件",
    "topic": "主题词",
    "documents": "文件",
    "shared": "共同之处",
    "body": "单位",
    "period": "完成时限",
    "leads": "牵头的承诺",
    "joins": "配合的承诺",
    "commitment": "承诺",
    "lead": "牵头单位",
    "joint": "配合单位",
    "indicator": "指标",
    "subject": "主体",
    "flags": "提示",
    "stated": "载明的文件",
}
"""Key of each column, in JSON and in a listing's head, and its Chinese name."""

_LISTS = frozenset({"documents", "shared"})
"""Columns whose cells hold several things."""


@dataclass(frozen=True, slots=True)
class Part:
    """Words of a cell.

    Attributes:
        address: where they lead; empty where they lead nowhere.
        tag: dimension and value of the status that they say, e.g. `("progress", "behind")`; empty for other words.
    """

    text: str
    address: str = ""
    tag: tuple[str, ...] = ()


Cell = tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """Rows under a head of `COLUMNS`, and what is to be known of them in a Chinese sentence."""

    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    note: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """The head in Chinese."""
        return tuple(COLUMNS[key] for key in self.head)

    @property
    def lines(self) -> tuple[tuple[str, ...], ...]:
        """The rows as words alone."""
        return tuple(tuple("；".join(part.text for part in parts) for parts in row) for row in self.rows)


@dataclass(frozen=True, slots=True)
class NamedTable:
    """One of several tables about a thing, under a head in Chinese.

    Attributes:
        key: in URLs.
        name: its heading.
        none: what is said where it has no rows.
    """

    key: str
    name: str
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    none: str = "没有。"

    @property
    def lines(self) -> tuple[tuple[str, ...], ...]:
        """The rows as words alone, the parts of a cell one below the other."""
        return tuple(tuple("\n".join(part.text for part in parts) for parts in row) for row in self.rows)


def cell(text: object, address: str = "") -> Cell:
    """A cell of one part, personal data hidden."""
    return (Part(mask(str(text)), address),)


def tagged(dimension: str, value: str) -> Cell:
    """A cell that says a status."""
    return (Part(tag_of(dimension, value).text, tag=(dimension, value)),)


def listing_form(listing: Listing) -> dict[str, Any]:
    """`{"note", "items"}`: each row by the keys of its head; `<key>_url` where a cell leads somewhere."""
    return {"note": listing.note, "items": [_row_form(listing.head, row) for row in listing.rows]}


def _row_form(head: tuple[str, ...], row: tuple[Cell, ...]) -> dict[str, Any]:
    form: dict[str, Any] = {}
    for key, parts in zip(head, row, strict=True):
        if key in _LISTS:
            form[key] = [{"text": part.text, "url": part.address} for part in parts]
            continue
        form[key] = parts[0].text
        if parts[0].address:
            form[f"{key}_url"] = parts[0].address
    return form
