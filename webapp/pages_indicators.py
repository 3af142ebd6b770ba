"""Indicators: the ledger across documents, single values, and one indicator over time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache

from flask import Blueprint, Response

from corpus.store import DocumentFilter, FactFilter, Store
from corpus.store.graph import GraphStore
from kg.comparison import compare
from kg.differences import FLAGS
from kg.ledger import NATURES, LedgerRow, detail, flagged, ledger
from webapp.arguments import Arguments
from webapp.clause_names import ClauseNames
from webapp.labels import GENRES, INDICATOR_KINDS
from webapp.sheets import FORMATS
from webapp.site import arguments, bounds, bounds_text, download, first_page, page, paging, workspace
from webapp.views_chart import chart_of
from webapp.views_indicators import indicator_sheet, indicator_views
from webapp.views_ledger import ledger_sheet, ledger_views, near_views, point_views, sentence_of
from webapp.views_lists import Group, conditions_of, group_of, radio_group
from webapp.views_places import HEAD, left_out_rows, place_rows

indicator_pages = Blueprint("indicators", __name__)

EXPORTED = 5000
"""Rows of one export."""


def indicator_filter(asked: Arguments) -> FactFilter:
    """The conditions on indicators that the URL names."""
    return FactFilter(
        documents=DocumentFilter(
            genre=asked.several("genre", GENRES), region=asked.several("region"), year=asked.years("year")
        ),
        document=asked.text("document") or None,
        kind=asked.choice("kind", ["", *INDICATOR_KINDS]) or None,
        nature=asked.choice("nature", ["", *NATURES]) or None,
        words=asked.text("words") or None,
    )


@indicator_pages.get("/indicators")
def indicators() -> str | Response:
    """指标台账: one indicator a row, or with `view` one value a row, or the indicators on which documents differ."""
    asked = arguments()
    return _VIEWS[asked.choice("view", list(_VIEWS))](asked)


def _ledger(asked: Arguments) -> str | Response:
    """One indicator a row, from its base over what was reported to its target."""
    store, words = workspace().store, asked.text("words")
    nature = asked.choice("nature", ["", *NATURES]) or None
    if format_ := asked.choice("format", ["", *FORMATS]):
        rows = ledger(store, words, EXPORTED, nature=nature)
        return download(ledger_sheet(rows.items, bounds_text(bounds())), format_, "指标台账")
    shown = paging(asked)
    rows = ledger(store, words, shown.size, shown.offset, nature=nature)
    shown = replace(shown, total=rows.total)
    if shown.beyond:
        return first_page()
    context = {"words": words, "nature": nature, "natures": NATURES}
    return page("indicators.html", asked=asked, views=ledger_views(rows.items), paging=shown, **context)


def _values(asked: Arguments) -> str | Response:
    """One value of one document a row."""
    store, given = workspace().store, indicator_filter(asked)
    if format_ := asked.choice("format", ["", *FORMATS]):
        kept = store.indicators(given, EXPORTED)
        return download(indicator_sheet(kept.items, bounds_text(bounds())), format_, "指标数值")
    shown = paging(asked)
    rows = store.indicators(given, shown.size, shown.offset)
    shown = replace(shown, total=rows.total)
    if shown.beyond:
        return first_page()
    groups = _groups(given)
    return page(
        "indicator_values.html",
        asked=asked,
        views=indicator_views(rows.items),
        paging=shown,
        groups=groups,
        conditions=conditions_of(groups),
        given=given,
    )


def _groups(given: FactFilter) -> tuple[Group, ...]:
    facets, documents = workspace().store.facets, given.documents
    years = [str(year) for year in documents.year]
    return (
        radio_group("kind", "类别", INDICATOR_KINDS, given.kind or ""),
        radio_group("nature", "属性", {name: name for name in NATURES}, given.nature or ""),
        group_of("region", "地区", facets("region"), documents.region).uncounted(),
        group_of("genre", "文种", facets("genre"), documents.genre, GENRES).uncounted(),
        group_of("year", "成文年份", facets("year"), years, None, "年").uncounted(),
    )


def _differences(asked: Arguments) -> str | Response:
    """Indicators on which documents differ, one a row."""
    found = _flagged(workspace().store, GraphStore(workspace().store).state())
    flag = asked.choice("flag", ["", *FLAGS])
    wanted = [row for row in found if not flag or flag in row.flags]
    if format_ := asked.choice("format", ["", *FORMATS]):
        return download(ledger_sheet(wanted, bounds_text(bounds())), format_, "有差异的指标")
    shown = replace(paging(asked), total=len(wanted))
    if shown.beyond:
        return first_page()
    return page(
        "indicator_differences.html",
        asked=asked,
        views=ledger_views(wanted[shown.offset : shown.offset + shown.size]),
        paging=shown,
        total=len(found),
        counts=[(value, name, sum(value in row.flags for row in found)) for value, name in FLAGS.items()],
        flags=FLAGS,
        flag=flag,
    )


@lru_cache(maxsize=2)
def _flagged(store: Store, state: tuple[int, str]) -> tuple[LedgerRow, ...]:
    """The indicators on which documents differ, as of a state of the graph, which is part of the key."""
    _ = state
    return flagged(store)


_VIEWS: dict[str, Callable[[Arguments], str | Response]] = {
    "ledger": _ledger,
    "values": _values,
    "differences": _differences,
}


@indicator_pages.get("/indicators/<key>")
def indicator(key: str) -> str:
    """One indicator with all its values, none dropped."""
    asked, store = arguments(), workspace().store
    found = detail(store, key)
    return page(
        "indicator.html",
        asked=asked,
        detail=found,
        view=ledger_views([found.row])[0],
        sentence=sentence_of(found.row),
        points=point_views(found, found.row.base, ClauseNames(store)),
        near=near_views(found),
        chart=chart_of(found),
    )


@indicator_pages.get("/indicators/<key>/places")
def indicator_places(key: str) -> str:
    """各地比较: one indicator in the places that state it under the same definition, and those that do not."""
    asked, store = arguments(), workspace().store
    found, beside = detail(store, key), compare(store, key)
    return page(
        "indicator_places.html",
        asked=asked,
        detail=found,
        head=HEAD,
        rows=tuple(place_rows(beside, found.row.base, ClauseNames(store))),
        left_out=tuple(left_out_rows(beside)),
    )
