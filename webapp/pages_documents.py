"""The list of documents, a document's page, and its parts."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from flask import Blueprint, Response, abort, redirect, request, send_file
from werkzeug.wrappers import Response as Redirect

from corpus.errors import NotFoundError
from corpus.facts import FACT_KINDS
from corpus.facts_form import facts_form
from corpus.masking import mask
from corpus.store import DocumentFilter, DocumentRow, Validity
from corpus.store.graph import GraphStore
from corpus.store.graph_rows import Node
from kg.citations import standing_of
from kg.ontology import CITING
from search import parse_query
from webapp.arguments import Arguments
from webapp.clock import now, today
from webapp.labels import GENRES, MARKS
from webapp.links import clause_url, document_url
from webapp.reading import hides_personal_data, public_analysis, public_row
from webapp.sheets import FORMATS
from webapp.site import arguments, bounds, bounds_text, download, first_page, json_response, page, paging, workspace
from webapp.views_compare import compared
from webapp.views_document import document_view, numbered_sources, part_of
from webapp.views_documents import document_groups, documents_sheet
from webapp.views_facts import counts_of, fact_views, facts_sheet
from webapp.views_lists import conditions_of, span_conditions
from webapp.views_similar import similar_rows
from webapp.views_text import DEFAULT_MARKS

if TYPE_CHECKING:
    from search.similar import SimilarClause
    from webapp.workspace import Workspace

document_pages = Blueprint("documents", __name__)

EXPORTED = 5000
"""Rows of one export."""
ALIKE = 10
"""Clauses listed as alike."""
CITED = 2000
"""Citations of one document that are looked up."""


def document_filter(asked: Arguments) -> DocumentFilter:
    """The conditions on documents that the URL names."""
    return DocumentFilter(
        genre=asked.several("genre", GENRES),
        issuer=asked.several("issuer"),
        region=asked.several("region"),
        year=asked.years("year"),
        validity=asked.several("validity", {item.value for item in Validity}),
        since=asked.date("from"),
        until=asked.date("to"),
        words=asked.text("words") or None,
    )


@document_pages.get("/documents")
def documents() -> str | Response:
    """文件."""
    asked, store = arguments(), workspace().store
    given, oldest = document_filter(asked), asked.choice("sort", ["newest", "oldest"]) == "oldest"
    if format_ := asked.choice("format", ["", *FORMATS]):
        rows = store.documents(given, limit=EXPORTED, oldest_first=oldest)
        return download(documents_sheet(rows.items, bounds_text(bounds())), format_, "文件清单")
    shown = paging(asked)
    rows = store.documents(given, shown.size, shown.offset, oldest_first=oldest)
    shown = replace(shown, total=rows.total)
    if shown.beyond:
        return first_page()
    groups = document_groups(given, store.facets)
    return page(
        "documents.html",
        asked=asked,
        rows=rows.items,
        paging=shown,
        groups=groups,
        conditions=(*conditions_of(groups), *span_conditions(asked)),
        given=given,
        sort="oldest" if oldest else "newest",
    )


@document_pages.get("/documents/<document>")
def document(document: str) -> str | Response:
    """文件页, and its plain-text and JSON forms under `.txt` and `.json`."""
    key, dot, suffix = document.partition(".")
    if dot:
        return _file_form(key, suffix)
    asked, store = arguments(), workspace().store
    row, analysis = public_row(store, key), public_analysis(store, key)
    chosen = asked.several("mark", MARKS) if asked.answer("marks") else DEFAULT_MARKS
    words = tuple(leaf.text for leaf in parse_query(asked.text("q")).wanted)
    facts, cited = fact_views(analysis, store.fact_ids(key)), _cited(key)
    view = document_view(
        analysis,
        facts,
        chosen,
        words,
        {fact: document_url(node.id) for fact, node in cited.items()},
        part_of(analysis, asked.number("part", 1), whole=bool(asked.answer("whole"))),
    )
    return page(
        "document.html",
        asked=asked,
        row=row,
        metadata=analysis.metadata,
        standing=standing_of(store, analysis, today()),
        problems=analysis.problems,
        view=view,
        sources=numbered_sources(facts, cited),
        marks=chosen,
        words=words,
        hit=asked.number("hit", 1),
        versions=store.versions(key),
        twins=store.twins(key),
        address=request.base_url,
        read_on=now().date(),
        source=store.source_of(key),
        original=not hides_personal_data(store, key),
    )


@document_pages.get("/c/<document>/<eid>")
def clause(document: str, eid: str) -> Redirect:
    """The short address of a clause, which leads to it on whichever part of the page it stands."""
    analysis = public_analysis(workspace().store, document)
    found = next((clause for clause in analysis.outline.clauses if clause.eid == eid), None)
    section = analysis.outline.section(eid)
    start = found.span.start if found else section.span.start if section else None
    if start is None:
        raise NotFoundError("文件中没有这个条款，条款编号可能已调整。")
    part = part_of(analysis, 1).holding(start)
    if part == 1:
        return redirect(clause_url(document, eid))
    return redirect(f"{document_url(document)}?part={part}#c-{eid}")


@document_pages.get("/documents/<document>/facts")
def facts(document: str) -> str | Response:
    """要素一览."""
    asked, store = arguments(), workspace().store
    row, analysis = public_row(store, document), public_analysis(store, document)
    views = fact_views(analysis, store.fact_ids(document))
    kinds = asked.several("kind", FACT_KINDS)
    listed = tuple(view for view in views if not kinds or view.kind in kinds)
    if format_ := asked.choice("format", ["", *FORMATS]):
        return download(facts_sheet(row.title, listed, bounds_text(bounds())), format_, "要素清单")
    shown = replace(paging(asked), total=len(listed))
    if shown.beyond:
        return first_page()
    return page(
        "document_facts.html",
        asked=asked,
        row=row,
        facts=listed[shown.offset : shown.offset + shown.size],
        paging=shown,
        counts=counts_of(views),
        total=len(views),
        kinds=kinds,
    )


@document_pages.get("/documents/<document>/versions")
def versions(document: str) -> str:
    """版本."""
    asked, store = arguments(), workspace().store
    row = public_row(store, document)
    return page("document_versions.html", asked=asked, row=row, versions=_public(store.versions(document)))


@document_pages.get("/documents/<document>/compare")
def compare(document: str) -> str:
    """对比 with another document, clause by clause."""
    asked, store = arguments(), workspace().store
    row, analysis = public_row(store, document), public_analysis(store, document)
    other_id = asked.text("with")
    candidates = [
        (version.id, version.title) for version in _public(store.versions(document)) if version.id != document
    ]
    candidates += [(twin.document, twin.title) for twin in store.twins(document)]
    if not other_id:
        return page("document_compare.html", asked=asked, row=row, other=None, candidates=candidates)
    other = public_row(store, other_id)
    rows = compared(public_analysis(store, other_id), analysis)
    return page("document_compare.html", asked=asked, row=row, other=other, rows=rows, candidates=candidates)


@document_pages.get("/documents/<document>/similar")
def similar(document: str) -> str:
    """类似文件: by common text, and by what their clauses are about."""
    asked, store = arguments(), workspace().store
    row, found = public_row(store, document), _alike(workspace(), document, workspace().engine.revision)
    listed = similar_rows(workspace(), found)
    return page("document_similar.html", asked=asked, row=row, found=listed, twins=store.twins(document))


@lru_cache(maxsize=256)
def _alike(site: Workspace, document: str, revision: str) -> tuple[SimilarClause, ...]:
    """Clauses of other documents that are most like those of one; kept until the index changes."""
    _ = revision
    found = site.similar(public_analysis(site.store, document).document.text, limit=ALIKE + 1)
    return tuple(item for item in found if item.hit.document != document)[:ALIKE]


@document_pages.get("/documents/<document>/original")
def original(document: str) -> Response:
    """The file as it arrived, to be saved; not where it holds personal data, which no file can be rid of unseen."""
    if hides_personal_data(workspace().store, document):
        abort(403, "原件含个人信息，不提供公开下载。可下载已隐去个人信息的TXT正文。")
    path, name, media_type = workspace().original(document)
    if not path.is_file():
        raise NotFoundError("原件不在库中。")
    return send_file(path, mimetype=media_type, as_attachment=True, download_name=mask(name))


def _file_form(key: str, suffix: str) -> Response:
    analysis = public_analysis(workspace().store, key)
    if suffix == "json":
        return json_response(facts_form(analysis))
    if suffix == "txt":
        return Response(analysis.document.text, content_type="text/plain; charset=utf-8")
    raise NotFoundError("没有这种格式，可选：txt、json。")


def _public(rows: tuple[DocumentRow, ...]) -> tuple[DocumentRow, ...]:
    return tuple(row for row in rows if row.visibility == "public")


def _cited(document: str) -> dict[str, Node]:
    """Ids of the document's citations whose document the store holds, each with that document."""
    graph = GraphStore(workspace().store)
    edges = [edge for edge in graph.around([document], CITED, CITING) if edge.source == document and edge.fact]
    nodes = graph.nodes(edge.target for edge in edges)
    found = {edge.fact: nodes[edge.target] for edge in edges if edge.fact and edge.target in nodes}
    return {fact: node for fact, node in found.items() if node.kind == "document"}
