"""Full-text search."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import urlencode

from flask import Blueprint, Response, redirect
from werkzeug.wrappers import Response as Redirect

from corpus.facts import FACT_KINDS
from corpus.store import DocumentFilter, Validity
from search import Filters, Page, Query, Sort, parse_query
from webapp.arguments import Arguments, Paging
from webapp.labels import GENRES
from webapp.sheets import FORMATS, Sheet
from webapp.site import arguments, bounds, bounds_text, download, first_page, page, paging, workspace
from webapp.views_lists import Way, conditions_of
from webapp.views_search import SORTS, composed_query, results, search_groups, search_sheet

search_pages = Blueprint("search", __name__)

EXPORTED = 5000
"""Rows of one export."""
PASSAGES = 3
"""Passages shown of one document."""


@search_pages.get("/search")
def search() -> str | Response | Redirect:
    """检索."""
    asked = arguments()
    if advanced := composed_query({name: asked.text(name) for name in ("all", "any", "phrase", "none", "title")}):
        q = " ".join(filter(None, [asked.text("q"), advanced]))
        return redirect(f"/search?{urlencode({'q': q})}")
    query = parse_query(asked.text("q"))
    filters, sort = search_filters(asked), Sort(asked.choice("sort", [item.value for item in Sort]))
    expand = asked.answer("expand") is not False
    shown = paging(asked)
    if format_ := asked.choice("format", ["", *FORMATS]):
        return download(_sheet(query, filters, sort, expand), format_, "检索结果")
    found = _find(query, filters, sort, expand, shown)
    shown = replace(shown, total=found.documents)
    if shown.beyond:
        return first_page()
    groups = search_groups(found, filters)
    return page(
        "search.html",
        asked=asked,
        query=query,
        results=results(found, query),
        found=found,
        paging=shown,
        groups=groups,
        conditions=conditions_of(groups),
        sort=sort.value,
        sorts=SORTS,
        named=_named(query),
        ways=() if found.documents else _ways(query, filters),
        expand=expand,
    )


def search_filters(asked: Arguments) -> Filters:
    """The conditions of a search that the URL names."""
    dates = (asked.date("from"), asked.date("to"))
    return Filters(
        genres=asked.several("genre", GENRES),
        issuers=asked.several("issuer"),
        regions=asked.several("region"),
        years=asked.years("year"),
        year_from=int(dates[0][:4]) if dates[0] else None,
        year_until=int(dates[1][:4]) if dates[1] else None,
        departments=asked.several("department"),
        kinds=asked.several("kind", {*FACT_KINDS, "checkable"}),
        validities=asked.several("validity", {item.value for item in Validity}),
    )


def _find(query: Query, filters: Filters, sort: Sort, expand: bool, shown: Paging) -> Page:
    """The hits of one page, grouped by document; nothing where nothing is asked for."""
    if query.root is None:
        return Page()
    return workspace().engine.search(
        query, filters, sort=sort, limit=shown.size, offset=shown.offset, per_document=PASSAGES, expand=expand
    )


def _sheet(query: Query, filters: Filters, sort: Sort, expand: bool) -> Sheet:
    found = _find(query, filters, sort, expand, Paging(1, EXPORTED))
    return search_sheet(found, query, conditions_of(search_groups(found, filters)), bounds_text(bounds()))


def _named(query: Query) -> tuple[Way, ...]:
    """Documents that the query names by its 文号."""
    if query.number is None:
        return ()
    rows = workspace().store.documents(DocumentFilter(doc_number=str(query.number)), limit=3).items
    return tuple(
        Way(f"识别为发文字号：{query.number}，直接查看《{row.title}》", f"/documents/{row.id}") for row in rows
    )


def _ways(query: Query, filters: Filters) -> tuple[Way, ...]:
    """Ways out of an empty result, each with the number of documents it leads to."""
    if query.root is None:
        return ()
    ways = []
    if filters != Filters():
        count = workspace().engine.search(query, Filters(), limit=0, facets=False).documents
        if count:
            ways.append(Way("去掉全部条件", f"/search?{urlencode({'q': query.text})}", f"{count}件"))
    return (*ways, Way("到问答中提问", f"/ask?{urlencode({'q': query.text})}"))
