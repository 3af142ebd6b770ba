"""The promises of a document with what became of them, and its indicators with their later values, as tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from kg.later_values import Followed
from kg.outcomes import Chain, ChainLink
from kg.points import Point
from webapp.clause_names import ClauseNames
from webapp.links import clause_url, commitment_url, series_url
from webapp.listing import Cell, NamedTable, Part, cell, tagged
from webapp.wording import UNSTATED, date_text, number_text, value_text

MENTIONED = ("承诺", "证据状态", "关系和日期", "后续文件的表述", "理由", "出处")
SILENT = ("承诺", "牵头单位", "时限", "出处")
FOLLOWED = ("指标", "本文件的数值", "后续文件的数值", "折算为同一单位", "后续出处")

STRENGTHS = ((0.35, "强"), (0.2, "较强"), (0.0, "一般"))
"""From which likeness of two statements on it is called so."""


def outcome_tables(
    chains: Sequence[Chain], values: Sequence[Followed], names: ClauseNames
) -> tuple[NamedTable, NamedTable, NamedTable]:
    """The promises that later documents mention, those that they do not, and the indicators that they state again."""
    return (
        NamedTable("mentioned", "后续文件提到的承诺", MENTIONED, tuple(mentioned_rows(chains, names))),
        NamedTable("silent", "后续文件未再提及的承诺", SILENT, tuple(silent_rows(chains, names))),
        NamedTable("values", "指标的后续数值", FOLLOWED, tuple(followed_rows(values, names))),
    )


def searched_text(chains: Sequence[Chain]) -> str:
    """How far was searched for all of them, in one Chinese sentence."""
    if not chains:
        return "文件中未找到承诺。"
    one = chains[0]
    on = date_text(one.today.isoformat())
    if not one.searched:
        return f"检索至{on}，库中没有同一地区的后续文件，无从核对。"
    return f"检索至{on}，核对了同一地区的{one.searched}件后续文件（最晚{date_text(one.until)}）。"


def strength_text(link: ChainLink) -> str:
    """How near a later statement is to the promise, in a word."""
    return next(word for least, word in STRENGTHS if link.strength >= least)


def mentioned_rows(chains: Iterable[Chain], names: ClauseNames) -> Iterator[tuple[Cell, ...]]:
    """One row for each later statement."""
    for chain in chains:
        for link in chain.links:
            yield (
                cell(chain.promise.quote, commitment_url(chain.promise.id)),
                tagged("evidence", chain.evidence),
                cell(f"{link.label}，{date_text(link.on) or '日期未载明'}"),
                cell(link.quote),
                cell(f"关联{strength_text(link)}：{link.reason}"),
                cell(names.text(link.document, link.title, link.clause), clause_url(link.document, link.clause)),
            )


def silent_rows(chains: Iterable[Chain], names: ClauseNames) -> Iterator[tuple[Cell, ...]]:
    """One row for each promise that no later document mentions."""
    for chain in chains:
        row = chain.promise
        if not chain.links:
            yield (
                cell(row.quote, commitment_url(row.id)),
                cell("、".join(row.lead) or UNSTATED),
                cell(date_text(row.deadline) or UNSTATED),
                cell(names.place(row.document, row.clause) or "正文", clause_url(row.document, row.clause)),
            )


def followed_rows(found: Iterable[Followed], names: ClauseNames) -> Iterator[tuple[Cell, ...]]:
    """One row for each indicator, its values made comparable."""
    for one in found:
        yield (
            cell(one.name, series_url(one.series)),
            _values(one.own),
            _values(one.later),
            cell(_compared(one)),
            tuple(_places(one.later, names)),
        )


def _values(points: Sequence[Point]) -> Cell:
    said = (f"{value_text(point.value, point.unit, point.comparison)}（{_when(point)}）" for point in points)
    return tuple(Part(text) for text in dict.fromkeys(said))


def _when(point: Point) -> str:
    return date_text(point.at) + ("，据成文日期" if point.assumed else "") or "时点未载明"


def _compared(one: Followed) -> str:
    """The first and the last value in one unit: 先12399人次，后19400人次."""
    first, last = (number_text(point.number, one.base) for point in (one.own[0], one.later[-1]))
    return f"先{first}，后{last}"


def _places(points: Iterable[Point], names: ClauseNames) -> Iterator[Part]:
    for point in points:
        row = point.row
        yield Part(names.text(row.document, row.title, row.clause), clause_url(row.document, row.clause))
