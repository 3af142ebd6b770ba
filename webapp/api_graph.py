"""The API over what joins documents: the ledger, promises followed, plans, named queries."""

from __future__ import annotations

from flask import Blueprint, Response

from kg.akoma_ntoso import to_akoma_ntoso
from kg.alignment import align
from kg.comparison import compare
from kg.decisions import KINDS, made
from kg.evaluation import evaluation as evaluate
from kg.evaluation import plan_named
from kg.later_values import later_values
from kg.ledger import NATURES, detail
from kg.ledger import ledger as ledger_of
from kg.outcomes import outcomes_of
from kg.responsibility import PERIODS
from webapp.api import list_response, required
from webapp.clock import today
from webapp.forms_ledger import chain_form, comparison_form, detail_form, followed_forms, ledger_form
from webapp.forms_plans import alignment_form, evaluation_form
from webapp.forms_questions import decision_form, question_form
from webapp.listing import listing_form
from webapp.named import MOST_ROWS, QUERIES, Asked, ask
from webapp.reading import public_analysis
from webapp.site import arguments, json_response, paging, workspace
from webapp.views_questions import decision_rows, question_rows

graph_api = Blueprint("graph_api", __name__, url_prefix="/api/v1")


@graph_api.get("/documents/<document>/akoma-ntoso")
def akoma_ntoso(document: str) -> Response:
    """One document as Akoma Ntoso."""
    analysis = public_analysis(workspace().store, document)
    return Response(to_akoma_ntoso(analysis), content_type="application/akn+xml; charset=utf-8")


@graph_api.get("/ledger")
def ledger() -> Response:
    """Indicators across documents, one a line."""
    asked = arguments()
    shown = paging(asked)
    nature = asked.choice("nature", ["", *NATURES]) or None
    rows = ledger_of(workspace().store, asked.text("words"), shown.size, shown.offset, nature=nature)
    return list_response(rows.total, [ledger_form(row) for row in rows.items], shown)


@graph_api.get("/ledger/<key>")
def one_indicator(key: str) -> Response:
    """One indicator with all its values."""
    return json_response(detail_form(detail(workspace().store, key)))


@graph_api.get("/ledger/<key>/places")
def places(key: str) -> Response:
    """One indicator in the places that state it."""
    return json_response(comparison_form(compare(workspace().store, key)))


@graph_api.get("/outcomes")
def outcomes() -> Response:
    """The promises of a document with what later documents say of each."""
    store = workspace().store
    row = plan_named(store, required(arguments(), "document"))
    chains = outcomes_of(store, row.id, today())
    form = {"document": row.id, "title": row.title, "items": [chain_form(chain) for chain in chains]}
    return json_response(form | {"indicators": followed_forms(later_values(store, row.id))})


@graph_api.get("/evaluation")
def evaluation() -> Response:
    """Where a plan stands on a day."""
    asked, store = arguments(), workspace().store
    until = asked.day("until") or today()
    return json_response(evaluation_form(evaluate(store, plan_named(store, required(asked, "plan")), until)))


@graph_api.get("/alignment")
def alignment() -> Response:
    """What a lower plan takes over of an upper one."""
    asked, store = arguments(), workspace().store
    upper, lower = (plan_named(store, required(asked, name)) for name in ("upper", "lower"))
    found = align(public_analysis(store, upper.id), public_analysis(store, lower.id))
    return json_response(alignment_form(upper, lower, found))


@graph_api.get("/queries")
def queries() -> Response:
    """The named queries."""
    items = [
        {"name": query.name, "label": query.label, "meaning": query.meaning, "needs": query.needs}
        for query in QUERIES.values()
    ]
    return json_response({"total": len(items), "items": items, "next": None})


@graph_api.get("/queries/<name>")
def named_query(name: str) -> Response:
    """The answer to a named query."""
    asked = arguments()
    limit = asked.number("limit", 50, most=MOST_ROWS)
    by = asked.choice("by", ["", *PERIODS])
    given = Asked(asked.text("entity"), asked.text("other"), asked.text("words"), limit, by)
    return json_response({"query": name} | listing_form(ask(workspace().store, name, given)))


@graph_api.get("/questions")
def questions() -> Response:
    """What public documents leave open, each with its reason."""
    asked = arguments()
    shown, kinds = paging(asked), asked.several("kind", KINDS)
    total, rows = question_rows(workspace().store, asked.text("words"), kinds, shown.size, shown.offset)
    return list_response(total, [question_form(row) for row in rows], shown)


@graph_api.get("/decisions")
def decisions() -> Response:
    """What people decided, with who, when and why, and what was withdrawn."""
    asked, store = arguments(), workspace().store
    shown, kinds = paging(asked), asked.several("kind", KINDS)
    found = [one for one in made(store, asked.text("words")) if not kinds or one.kind in kinds]
    rows = decision_rows(store, found[shown.offset : shown.offset + shown.size])
    return list_response(len(found), [decision_form(row) for row in rows], shown)
