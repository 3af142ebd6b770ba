"""The knowledge graph: its entities, one entity with its relations, and a drawing of what lies around it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import cast
from urllib.parse import quote

from flask import Blueprint, Response, redirect

from corpus.errors import QueryError, ZhengnuoError
from corpus.store.graph import PUBLIC, GraphStore
from kg.decisions import KINDS, asked_about, decided_on, made
from kg.identity import one_form
from kg.lookup import CHANGES, changes, read
from kg.neighbourhood import neighbourhood
from kg.ontology import EDGE_KINDS, NODE_KINDS, label_of
from kg.queries import Entity, entity
from kg.responsibility import PERIODS
from webapp.arguments import Arguments
from webapp.listing import Listing
from webapp.named import MOST_ROWS, QUERIES, Asked, ask
from webapp.sheets import FORMATS, Sheet
from webapp.site import arguments, bounds, bounds_text, download, first_page, page, paging, workspace
from webapp.views_graph import drawing_of, relation_rows
from webapp.views_questions import KIND_LABELS, DecisionRow, QuestionRow, decision_rows, question_rows, rows_of

entity_pages = Blueprint("entities", __name__)

LISTED = {
    kind: NODE_KINDS[kind].label for kind in ("organization", "collective", "unresolved", "series", "work", "place")
}
"""Kinds of entities that several documents share, which are listed."""
DRAWN = {1: 30, 2: 60}
"""Nodes of a drawing, by the number of steps."""


@entity_pages.get("/entities")
def entities() -> str | Response:
    """知识图谱, the list of entities."""
    asked = arguments()
    kind, words = asked.choice("kind", list(LISTED)), asked.text("words")
    shown = paging(asked)
    graph = GraphStore(workspace().store)
    meant = read(graph, one_form(words), PUBLIC) if words and kind == "organization" else ()
    became = tuple(changes(graph, meant))
    also = [node.id for node in (*meant, *(after for _, after in became))]
    rows = graph.of_kind(kind, words, shown.size, shown.offset, also=also)
    shown = replace(shown, total=rows.total)
    if shown.beyond:
        return first_page()
    former = [(node, row, after) for row, after in became for node in meant if node.id == row.before]
    context = {"rows": rows.items, "kind": kind, "kinds": LISTED, "words": words, "former": former, "changes": CHANGES}
    return page("entities.html", asked=asked, paging=shown, **context)


@entity_pages.get("/entities/queries")
def queries() -> str | Response:
    """图谱查询: the answer to a named query as a table."""
    asked = arguments()
    name = asked.choice("query", list(QUERIES), "cited")
    given = Asked(
        asked.text("entity"), asked.text("other"), asked.text("words"), MOST_ROWS, asked.choice("by", ["", *PERIODS])
    )
    found, wrong = Listing((), ()), ""
    try:
        found = ask(workspace().store, name, given)
    except ZhengnuoError as error:
        wrong = str(error) if asked.text("query") else ""
    if format_ := asked.choice("format", ["", *FORMATS]):
        notes = (("说明", found.note), ("收录范围", bounds_text(bounds())))
        label = QUERIES[name].label
        return download(Sheet(label, found.names, found.lines, notes), format_, label)
    shown = replace(paging(asked), total=len(found.rows))
    if shown.beyond:
        return first_page()
    rows = found.rows[shown.offset : shown.offset + shown.size]
    context = {
        "queries": QUERIES,
        "periods": PERIODS,
        "query": QUERIES[name],
        "given": given,
        "found": found,
        "wrong": wrong,
    }
    return page("entity_queries.html", asked=asked, rows=rows, paging=shown, kinds=LISTED, **context)


@entity_pages.get("/entities/questions")
def questions() -> str | Response:
    """待人工确定的名称: what public documents leave open, and how it is decided; or what was decided."""
    asked, store = arguments(), workspace().store
    decided, words = asked.choice("view", ["open", "decided"]) == "decided", asked.text("words")
    kinds = asked.several("kind", KINDS)
    shown = paging(asked)
    if decided:
        held = [one for one in made(store, words) if not kinds or one.kind in kinds]
        total, made_rows = len(held), decision_rows(store, held[shown.offset : shown.offset + shown.size])
        rows: Sequence[QuestionRow | DecisionRow] = made_rows
    else:
        total, rows = question_rows(store, words, kinds, shown.size, shown.offset)
    shown = replace(shown, total=total)
    if shown.beyond:
        return first_page()
    context = {"rows": rows, "words": words, "decided": decided, "labels_of_kinds": KIND_LABELS, "kinds": LISTED}
    return page("entity_questions.html", asked=asked, paging=shown, **context)


@entity_pages.get("/entities/<key>")
def one_entity(key: str) -> str | Response:
    """An entity: other names, bodies before and after, one table a relation; or one relation in full."""
    asked, store = arguments(), workspace().store
    try:
        found = entity(store, key)
    except QueryError:  # several bodies have the name
        return cast("Response", redirect(f"/entities?words={quote(key)}"))
    kind, outgoing = asked.choice("relation", ["", *EDGE_KINDS]), asked.choice("direction", ["out", "in"]) == "out"
    if kind:
        return _relation(asked, found, kind, outgoing=outgoing)
    graph = GraphStore(store)
    tables = [
        (item, relation_rows(found.id, graph.described(found.id, item.kind, outgoing=item.outgoing).items))
        for item in found.relations
    ]
    decisions = decision_rows(store, decided_on(store, found.body) if found.body else ())
    question = asked_about(store, found.body) if found.body else None
    open_ = rows_of(graph, [question] if question else [])
    return page("entity.html", asked=asked, entity=found, tables=tables, decisions=decisions, questions=open_)


def _relation(asked: Arguments, found: Entity, kind: str, *, outgoing: bool) -> str | Response:
    """All edges of one kind and direction of an entity."""
    shown = paging(asked)
    graph = GraphStore(workspace().store)
    rows = graph.described(found.id, kind, outgoing=outgoing, limit=shown.size, offset=shown.offset)
    shown = replace(shown, total=rows.total)
    if shown.beyond:
        return first_page()
    listed = relation_rows(found.id, rows.items)
    label = label_of(kind, outgoing=outgoing)
    return page("entity_relation.html", asked=asked, entity=found, rows=listed, paging=shown, label=label)


@entity_pages.get("/entities/<key>/graph")
def entity_graph(key: str) -> str:
    """关系图: what lies around an entity, drawn by the server, and the same as a list."""
    asked, store = arguments(), workspace().store
    found = entity(store, key)
    depth = asked.number("depth", 1, most=max(DRAWN))
    kinds, years = asked.several("relation", EDGE_KINDS), asked.years("year")
    around = neighbourhood(store, found.id, depth, DRAWN[depth], kinds, year=years[0] if years else None)
    return page(
        "entity_graph.html",
        asked=asked,
        entity=found,
        around=around,
        drawing=drawing_of(around),
        rows=relation_rows(found.id, around.edges),
        depth=depth,
        kinds=kinds,
        year=years[0] if years else None,
    )
