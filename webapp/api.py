"""The JSON API `/api/v1`: the same functions and forms as the command line, read-only, without sign-in."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from flask import Blueprint, Response, request
from werkzeug.exceptions import BadRequest, NotFound

from corpus import Analysis
from corpus.codec import encode
from corpus.facts_form import facts_form
from corpus.store import DocumentRow
from search import Filters, Sort
from webapp.arguments import Arguments, Paging, changed_url
from webapp.clock import today
from webapp.forms import commitment_form, graph_form, indicator_form, search_form, similar_form
from webapp.labels import GENRES
from webapp.links import clause_url, document_url
from webapp.pages_commitments import commitment_filter
from webapp.pages_documents import document_filter
from webapp.pages_indicators import indicator_filter
from webapp.pages_search import search_filters
from webapp.reading import public_analysis, public_row
from webapp.site import arguments, json_response, paging, workspace
from webapp.suggestions import suggest
from webapp.views_similar import similar_rows

api = Blueprint("api", __name__, url_prefix="/api/v1")

LONGEST = 200_000
"""Characters of a text that similar clauses are looked for."""
MOST_SIMILAR = 100
"""Clauses answered at most."""


@api.get("/search")
def search() -> Response:
    """Clauses that a query finds."""
    asked = arguments()
    q = required(asked, "q")
    shown, sort = paging(asked), Sort(asked.choice("sort", [item.value for item in Sort]))
    expand = asked.answer("expand") is not False
    found = workspace().engine.search(
        q, search_filters(asked), sort=sort, limit=shown.size, offset=shown.offset, expand=expand
    )
    return json_response(search_form(found) | {"next": _next(replace(shown, total=found.total))})


@api.get("/suggest")
def suggestions() -> Response:
    """Names of the corpus that begin with, or hold, what was typed."""
    typed = arguments().text("q")
    found = suggest(workspace().store, typed)
    items = [{"text": item.text, "kind": item.kind, "initials": item.initials, "url": item.address} for item in found]
    return json_response({"q": typed, "items": items})


@api.get("/ask")
def ask() -> Response:
    """A cited answer, or a refusal."""
    asked = arguments()
    filters = Filters(genres=asked.several("genre", GENRES), regions=asked.several("region"))
    return json_response(workspace().ask(required(asked, "q"), filters).form())


@api.get("/documents")
def documents() -> Response:
    """The list of documents."""
    asked = arguments()
    given, shown = document_filter(asked), paging(asked)
    oldest = asked.choice("sort", ["newest", "oldest"]) == "oldest"
    rows = workspace().store.documents(given, shown.size, shown.offset, oldest_first=oldest)
    return list_response(rows.total, [_document_form(row) for row in rows.items], shown)


@api.get("/documents/<document>")
def document(document: str) -> Response:
    """One document: its facts in the contract's form, and each fact with its place."""
    store = workspace().store
    row, analysis = public_row(store, document), public_analysis(store, document)
    places = {"facts": _facts(analysis, store.fact_ids(document))}
    return json_response(_document_form(row) | facts_form(analysis) | places)


@api.get("/commitments")
def commitments() -> Response:
    """The list of commitments with their statuses."""
    asked = arguments()
    wanted, shown = commitment_filter(asked).wanted, paging(asked)
    rows = workspace().store.commitments(wanted, shown.size, shown.offset, today=today())
    evidence = workspace().evidence([row.id for row in rows.items])
    return list_response(rows.total, [commitment_form(row, today(), evidence) for row in rows.items], shown)


@api.get("/indicators")
def indicators() -> Response:
    """The list of indicators."""
    asked = arguments()
    given, shown = indicator_filter(asked), paging(asked)
    rows = workspace().store.indicators(given, shown.size, shown.offset)
    return list_response(rows.total, [indicator_form(row) for row in rows.items], shown)


@api.get("/entities/<path:entity>")
def entity(entity: str) -> Response:
    """An entity with its edges."""
    limit = arguments().number("limit", 100, most=1000)
    return json_response(graph_form(workspace().store, entity, 1, limit, None))


@api.post("/similar")
def similar() -> Response:
    """Clauses that are like a posted text."""
    asked = arguments()
    text = _posted_text()
    if not text.strip():
        raise BadRequest("请在请求正文中给出文字。")
    filters = Filters(genres=asked.several("genre", GENRES))
    limit = asked.number("limit", 10, most=MOST_SIMILAR)
    found = similar_rows(workspace(), workspace().similar(text[:LONGEST], filters, limit))
    return json_response({"total": len(found), "items": [similar_form(item) for item in found], "next": None})


@api.route("/<path:unknown>")
def nothing(unknown: str) -> Response:
    """Any other address of the API."""
    _ = unknown
    raise NotFound("没有这个接口，可用的接口见/developers。")


def _posted_text() -> str:
    """The text of a request: its body, or in JSON the value of `text`; empty where there is none."""
    if not request.is_json:
        return request.get_data(as_text=True)
    body = request.get_json(silent=True)
    text = body.get("text") if isinstance(body, dict) else None
    return text if isinstance(text, str) else ""


def required(asked: Arguments, name: str) -> str:
    """The text of a parameter that has to be given.

    Raises:
        BadRequest: if it is not.
    """
    value = asked.text(name)
    if not value:
        message = f"缺少参数{name}。"
        raise BadRequest(message)
    return value


def list_response(total: int, items: list[dict[str, Any]], shown: Paging) -> Response:
    """One page of a list with the address of the next one."""
    return json_response({"total": total, "items": items, "next": _next(replace(shown, total=total))})


def _next(shown: Paging) -> str | None:
    """The address of the next page, if there is one."""
    if shown.page >= shown.pages:
        return None
    return changed_url(request.path, request.args, {"page": shown.page + 1})


def _document_form(row: DocumentRow) -> dict[str, Any]:
    return {
        "id": row.id,
        "title": row.title,
        "genre": row.genre,
        "doc_number": row.doc_number,
        "issuer": row.issuer,
        "region": row.region,
        "written_on": row.written_on,
        "published_on": row.published_on,
        "validity": row.validity,
        "version": row.version,
        "url": document_url(row.id),
    }


def _facts(analysis: Analysis, ids: tuple[str, ...]) -> list[dict[str, Any]]:
    """Every fact with its id, span, quote and clause."""
    out = []
    for key, fact in zip(ids, analysis.facts, strict=True):
        clause = analysis.outline.clause_at(fact.span.start)
        eid = clause.eid if clause else None
        place = {"id": key, "quote": analysis.quote(fact), "clause": eid, "url": clause_url(analysis.document.id, eid)}
        out.append(place | encode(fact))
    return out
