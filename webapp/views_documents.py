"""The list of documents: conditions and the list as a file."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from corpus.store import DocumentFilter, DocumentRow
from webapp.labels import GENRES, TAGS
from webapp.links import document_url
from webapp.sheets import Sheet
from webapp.views_lists import Group, group_of

_FACETS: tuple[tuple[str, str, dict[str, str] | None, str], ...] = (
    ("genre", "文种", GENRES, ""),
    ("issuer", "发文机关", None, ""),
    ("region", "地区", None, ""),
    ("year", "成文年份", None, "年"),
    ("validity", "效力状态", {value: tag.text for value, tag in TAGS["validity"].items()}, ""),
)
"""Column, label, words of its values, suffix of values without a word."""


def document_groups(
    given: DocumentFilter, count: Callable[[str, DocumentFilter], Iterable[tuple[Any, int]]]
) -> tuple[Group, ...]:
    """The conditions that documents can be narrowed by.

    Args:
        given: the conditions in force.
        count: values of a column with their numbers under a filter; each field is counted without its own condition,
            so that a further value can be added.
    """
    groups = []
    for column, label, words, suffix in _FACETS:
        unset: dict[str, Any] = {column: ()}
        others = replace(given, **unset)
        chosen = [str(value) for value in getattr(given, column)]
        group = group_of(column, label, count(column, others), chosen, words, suffix)
        if group.options:
            groups.append(group)
    return tuple(groups)


def documents_sheet(rows: Iterable[DocumentRow], bounds: str) -> Sheet:
    """The documents, one a row, for a file."""
    lines = [
        (
            number,
            row.title,
            GENRES.get(row.genre, row.genre),
            row.doc_number,
            row.issuer,
            row.written_on,
            row.published_on,
            TAGS["validity"][row.validity].text if row.validity in TAGS["validity"] else row.validity,
            document_url(row.id),
            "",
        )
        for number, row in enumerate(rows, 1)
    ]
    head = ("序号", "题名", "文种", "文号", "发文机关", "成文日期", "发布日期", "效力状态", "网址", "已核对")
    return Sheet("文件清单", head, lines, (("收录范围", bounds),), (6, 60, 12, 24, 24, 12, 12, 16, 28, 10))
