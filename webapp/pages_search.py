"""Full-text search."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import urlencode

from flask import Blueprint, Response, current_app, redirect, request
from werkzeug.wrappers import Response as Redirect

from corpus.facts import FACT_KINDS
from corpus.store import Validity
from corpus.store.records import titled
from search import Filters, Page, Query, Sort, parse_query
from search.entries import in_role
from webapp.arguments import Arguments, Paging, changed_url
from webapp.clock import today
from webapp.identifiers import identifier
from webapp.kept_pages import KeptPages
from webapp.labels import GENRES
from webapp.learning import Wording, sources
from webapp.links import document_url
from webapp.sheets import FORMATS, Sheet
from webapp.site import arguments, bounds, bounds_text, download, first_page, page, paging, workspace
from webapp.suggestions import meant, past_queries
from webapp.time_words import years_asked
from webapp.views_lists import Way, conditions_of, span_conditions
from webapp.views_search import (
    BY_DEADLINE,
    ROLES,
    SORTS,
    by_deadline,
    composed_query,
    results,
    search_groups,
    search_sheet,
)

search_pages = Blueprint("search", __name__)

EXPORTED = 5000
"""Rows of one export."""
PASSAGES = 3
"""Passages shown of one document."""
MOST_NEW = 20_000
"""Documents that a search for new ones looks at."""
MOST_ORIGINS = 5
"""Sources of other wordings that are named."""
MOST_ORDERED = 500
"""Documents that are put in the order of their deadlines, the most relevant."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What is searched for: query, conditions, a key of `SORTS`, and whether other wordings count."""

    query: Query
    filters: Filters
    sort: str
    expand: bool


@search_pages.get("/search")
def search() -> str | Response | Redirect:
    """检索."""
    asked = arguments()
    if advanced := composed_query({name: asked.text(name) for name in ("all", "any", "phrase", "none", "title")}):
        q = " ".join(filter(None, [asked.text("q"), advanced]))
        return redirect(f"/search?{urlencode({'q': q})}")
    wish = Wish(
        parse_query(asked.text("q")),
        search_filters(asked),
        asked.choice("sort", list(SORTS)),
        expand=asked.answer("expand") is not False,
    )
    shown = paging(asked)
    if format_ := asked.choice("format", ["", *FORMATS]):
        return download(_sheet(wish), format_, "检索结果")
    if wish.sort == BY_DEADLINE:  # which people's decisions move, without a revision
        return _drawn(asked, wish, shown)
    kept: KeptPages = current_app.extensions["kept_pages"]
    return kept.page(
        lambda: _drawn(asked, wish, shown),
        lambda: past_queries(workspace().store).note_again(wish.query.text),
        at_once=shown.page == 1 and _can_answer(),  # other pages may lead back to the first
    )


def _can_answer() -> bool:
    """Whether there is anything to be found; an index that is gone fails here, before a status is sent."""
    return workspace().engine.count() > 0


def _drawn(asked: Arguments, wish: Wish, shown: Paging) -> str | Response:
    """The page of hits, drawn anew."""
    found = _find(wish, shown)
    shown = replace(shown, total=min(found.documents, MOST_ORDERED) if wish.sort == BY_DEADLINE else found.documents)
    if shown.beyond:
        return first_page()
    query, filters = wish.query, wish.filters
    if found.documents and not found.relaxed:
        past_queries(workspace().store).note(query.text)
    groups = search_groups(found, filters)
    return page(
        "search.html",
        asked=asked,
        query=query,
        results=results(found, query),
        found=found,
        paging=shown,
        groups=groups,
        conditions=(*conditions_of(groups), *span_conditions(asked)),
        sort=wish.sort,
        sorts=SORTS,
        named=_named(query),
        timed=_timed(query, filters),
        slips=_slips(wish, found),
        ways=() if found.documents else _ways(query, filters),
        expand=wish.expand,
        origins=_origins(found),
        most_ordered=MOST_ORDERED,
    )


def search_filters(asked: Arguments) -> Filters:
    """The conditions of a search that the URL names."""
    dates = (asked.date("from"), asked.date("to"))
    since = asked.day("new_since")
    return Filters(
        documents=_arrived_since(since) if since else (),
        genres=asked.several("genre", GENRES),
        issuers=asked.several("issuer"),
        regions=asked.several("region"),
        years=asked.years("year"),
        year_from=int(dates[0][:4]) if dates[0] else None,
        year_until=int(dates[1][:4]) if dates[1] else None,
        departments=asked.several("department"),
        acting=tuple(in_role(name, role) for role in ROLES for name in asked.several(role)),
        kinds=asked.several("kind", {*FACT_KINDS, "checkable"}),
        validities=asked.several("validity", {item.value for item in Validity}),
    )


def _arrived_since(day: date) -> tuple[str, ...]:
    """Documents that arrived on a day or later; an id that no document has where there are none."""
    found = workspace().store.arrivals(MOST_NEW, day.isoformat())
    return tuple(document for document, _ in found) or ("-",)


def _find(wish: Wish, shown: Paging) -> Page:
    """The hits of one page, grouped by document; nothing where nothing is asked for."""
    if wish.query.root is None:
        return Page()
    if wish.sort == BY_DEADLINE:
        found = _search(wish, Sort.RELEVANCE, MOST_ORDERED, 0)
        order = workspace().store.next_deadlines({hit.document for hit in found.hits}, today())
        return replace(found, hits=by_deadline(found.hits, order, shown))
    return _search(wish, Sort(wish.sort), shown.size, shown.offset)


def _search(wish: Wish, sort: Sort, limit: int, offset: int) -> Page:
    return workspace().engine.search(
        wish.query, wish.filters, sort=sort, limit=limit, offset=offset, per_document=PASSAGES, expand=wish.expand
    )


def _sheet(wish: Wish) -> Sheet:
    found = _find(wish, Paging(1, EXPORTED))
    chosen = (*conditions_of(search_groups(found, wish.filters)), *span_conditions(arguments()))
    return search_sheet(found, wish.query, chosen, bounds_text(bounds()))


def _timed(query: Query, filters: Filters) -> Way | None:
    """The condition that the words of time in the query offer, unless years are chosen already."""
    chosen = filters.years or filters.year_from or filters.year_until
    years = None if chosen or query.number else years_asked(query.text, today())
    if years is None:
        return None
    span = {"from": years.first, "to": years.last}
    address = changed_url("/search", request.args, {"q": years.rest, "page": None, **span})
    return Way(f"识别到时间“{years.words}”，只看成文于{years.text}的文件", address)


def _slips(wish: Wish, found: Page) -> tuple[Way, ...]:
    """Names of the corpus that the query may have meant, each with what it finds; none where all of it was found."""
    if (found.documents and not found.relaxed) or not wish.query.is_plain:
        return ()
    ways = []
    years = years_asked(wish.query.text, today())
    for name in meant(workspace().store, years.rest if years else wish.query.text):
        count = _count(f"“{name.text}”", Filters())
        if count:
            ways.append(Way(name.text, f"/search?{urlencode({'q': name.text})}", f"{count}件"))
    return tuple(ways)


def _named(query: Query) -> tuple[Way, ...]:
    """Documents that the query names by a number; a note without address where there is none of this 文号."""
    named = identifier(query)
    if named is None:
        return ()
    rows = workspace().store.documents(named.filter, limit=3).items
    if not rows and query.number is not None:
        return (Way(f"识别为{named.kind}：{named.text}，本库未收录该文件", ""),)
    return tuple(
        Way(f"识别为{named.kind}：{named.text}，直接查看{titled(row.title)}", document_url(row.id)) for row in rows
    )


def _origins(found: Page) -> tuple[Wording, ...]:
    """Where the wordings are from that were searched besides, with the titles of the documents."""
    every = sources(workspace().learner.wordings, found.expanded)[:MOST_ORIGINS]
    store = workspace().store
    return tuple(
        origin if origin.title else replace(origin, title=store.row(origin.document).title) for origin in every
    )


def _count(query: Query | str, filters: Filters) -> int:
    """How many documents a query finds."""
    return workspace().engine.search(query, filters, limit=1, per_document=1, facets=False).documents


def _ways(query: Query, filters: Filters) -> tuple[Way, ...]:
    """Ways out of an empty result, each with the number of documents it leads to."""
    if query.root is None:
        return ()
    ways = []
    if filters != Filters():
        count = _count(query, Filters())
        if count:
            ways.append(Way("去掉全部条件", f"/search?{urlencode({'q': query.text})}", f"{count}件"))
    return (*ways, Way("到问答中提问", f"/ask?{urlencode({'q': query.text})}"))
