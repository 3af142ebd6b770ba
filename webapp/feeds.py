"""What readers subscribe to, as Atom feeds: what a search finds, what becomes of a document or of one clause."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from flask import Blueprint, Response, render_template, request

from corpus import Analysis
from corpus.errors import NotFoundError
from corpus.facts import Commitment
from corpus.store import DocumentRow
from corpus.store.graph import GraphStore
from corpus.store.records import titled
from kg.ontology import CITING, label_of
from kg.outcomes import outcome
from search import Filters, Hit, Sort
from webapp.clock import today
from webapp.labels import GENRES
from webapp.links import clause_url, document_url
from webapp.pages_search import search_filters
from webapp.reading import public_analysis, public_row
from webapp.site import arguments, workspace
from webapp.views_search import passage_of
from webapp.wording import date_text, stamp_text

feeds = Blueprint("feeds", __name__)

RECENT = 2000
"""Documents that arrived last, among which a search looks first."""
LOOKED_AT = 300
"""Documents of a search that are looked at for a feed."""
ENTRIES = 50
"""Entries of a feed."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a feed.

    Attributes:
        title: what it is about.
        key: path that tells it from others.
        address: path of the page that it leads to.
        updated: moment, as feeds write it (RFC 3339).
        summary: in a sentence or two.
    """

    title: str
    key: str
    address: str
    updated: str
    summary: str


@feeds.get("/feeds/search.xml")
def search_feed() -> Response:
    """The documents that a search finds: those that arrived last, and behind them those that were written last."""
    asked = arguments()
    q, filters = asked.text("q"), search_filters(asked)
    arrived = dict(workspace().store.arrivals(RECENT))
    recent = replace(filters, documents=tuple(arrived)) if not filters.documents else filters
    hits = {hit.document: hit for narrowed in (recent, filters) for hit in _newest(q, narrowed)}
    entries = [_entry(hit, arrived.get(hit.document)) for hit in hits.values()]
    return _feed(f"检索“{q}”的最新文件", request.full_path.replace("/feeds/search.xml", "/search"), entries)


def _newest(q: str, filters: Filters) -> tuple[Hit, ...]:
    """The best hit of each document that a search finds."""
    found = workspace().engine.search(q, filters, sort=Sort.NEWEST, limit=LOOKED_AT, per_document=1, facets=False)
    return found.hits


def _entry(hit: Hit, arrived: str | None) -> Entry:
    """A document that was found, as of its arrival; of its date where it arrived long ago."""
    passage = passage_of(hit)
    words = "".join(piece.text for piece in passage.pieces)
    stamp = arrived or stamp_text(hit.entry.written_on)
    return Entry(hit.title, document_url(hit.document), passage.address, stamp, f"{GENRES[hit.entry.genre]}。{words}")


@feeds.get("/feeds/documents/<document>.xml")
def document_feed(document: str) -> Response:
    """The versions of a document, and the documents that name it."""
    row = public_row(workspace().store, document)
    entries = [*_versions(row), *_naming(row)]
    return _feed(f"{titled(row.title)}的变化", document_url(document), entries)


@feeds.get("/feeds/clauses/<document>/<clause>.xml")
def clause_feed(document: str, clause: str) -> Response:
    """The versions of the document of a clause, and what later documents say of the commitments in it."""
    row, analysis = public_row(workspace().store, document), public_analysis(workspace().store, document)
    if all(clause != item.eid for item in analysis.outline.clauses):
        raise NotFoundError("文件中没有这个条款，条款编号可能已调整。")
    entries = [*_versions(row), *_later(row, analysis, clause)]
    return _feed(f"{titled(row.title)}中一个条款的变化", clause_url(document, clause), entries)


def _versions(row: DocumentRow) -> Iterable[Entry]:
    for version in workspace().store.versions(row.id):
        if version.visibility == row.visibility:
            arrived = workspace().store.source_of(version.id).arrived_at
            title, address = f"{titled(version.title)}第{version.version}版", document_url(version.id)
            yield Entry(title, address, address, arrived, f"收录于{date_text(arrived[:10])}。")


def _naming(row: DocumentRow) -> Iterable[Entry]:
    """Later documents that cite, apply, forward or repeal this one."""
    graph = GraphStore(workspace().store)
    for kind in CITING:
        for item in graph.described(row.id, kind, outgoing=False, limit=ENTRIES).items:
            edge = item.edge
            key, address = f"{document_url(edge.document)}/{kind}/{row.id}", clause_url(edge.document, edge.clause)
            summary = f"{label_of(kind, outgoing=False)}：{item.quote}"
            yield Entry(f"{titled(item.title)}", key, address, stamp_text(edge.on), summary)


def _later(row: DocumentRow, analysis: Analysis, clause: str) -> Iterable[Entry]:
    """What later documents say of the commitments of a clause."""
    store = workspace().store
    for key, fact in zip(store.fact_ids(row.id), analysis.facts, strict=True):
        place = analysis.outline.clause_at(fact.span.start)
        if not isinstance(fact, Commitment) or place is None or place.eid != clause:
            continue
        for link in outcome(store, key, today()).links:
            address = clause_url(link.document, link.clause)
            title = f"{titled(link.title)}：{link.label}"
            yield Entry(title, f"{address}/{key}", address, stamp_text(link.on), link.quote)


def _feed(title: str, page: str, entries: Iterable[Entry]) -> Response:
    """An Atom feed (RFC 4287), newest entries first."""
    newest = sorted(entries, key=lambda entry: entry.updated, reverse=True)[:ENTRIES]
    text = render_template(
        "feed.xml",
        title=title,
        page=page.rstrip("?"),
        entries=newest,
        updated=newest[0].updated if newest else stamp_text(None),
        site=request.host_url.rstrip("/"),
    )
    return Response(text, content_type="application/atom+xml; charset=utf-8")
