"""Plans: their mid-term evaluation, and what a lower plan takes over of an upper one."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from urllib.parse import quote

from flask import Blueprint, Response, redirect

from corpus.store import DocumentFilter, DocumentRow, Store
from kg.alignment import STATUSES, Aligned, align
from kg.evaluation import Evaluation
from kg.evaluation import evaluation as evaluate
from kg.pace import VERDICTS
from webapp.clause_names import ClauseNames
from webapp.clock import now, today
from webapp.evaluation_files import DISCLAIMER, evaluation_book, evaluation_paper
from webapp.forms_plans import evaluation_form
from webapp.reading import document_named, public_analysis, public_row
from webapp.sheets import FORMATS
from webapp.site import arguments, bounds, bounds_text, download, first_page, json_response, page, paging, workspace
from webapp.views_alignment import KINDS, aligned_views, alignment_sheet, counted
from webapp.views_evaluation import lists_of

plan_pages = Blueprint("plans", __name__)

LISTED = 200
"""Plans that are proposed to choose from."""
GENRES = ("plan", "opinion", "notice", "report", "measures")
_WRITERS = {"docx": evaluation_paper, "xlsx": evaluation_book}


def _plans() -> tuple[DocumentRow, ...]:
    """Documents that may set targets and tasks, plans first."""
    found = workspace().store.documents(DocumentFilter(genre=GENRES), limit=LISTED).items
    return tuple(sorted(found, key=lambda row: row.genre != "plan"))


@plan_pages.get("/evaluations")
def evaluations() -> str | Response:
    """中期评估: which plan, until when."""
    asked = arguments()
    named, until = document_named(workspace().store, asked.text("plan")), asked.day("until") or today()
    if named.row:
        return redirect(f"/evaluations/{quote(named.row.id)}?until={until.isoformat()}")  # type: ignore[return-value]
    return page("evaluations.html", asked=asked, plans=_plans(), until=until, named=named)


@plan_pages.get("/evaluations/<key>")
def evaluation(key: str) -> str | Response:
    """The evaluation of a plan on a day: one of its four lists, or all of them as a file."""
    asked, store = arguments(), workspace().store
    plan, until = public_row(store, key), asked.day("until") or today()
    found, names = evaluate(store, plan, until), ClauseNames(store)
    if format_ := asked.choice("format", ["", *_WRITERS, "json"]):
        return _file(found, names, format_)
    lists = tuple(lists_of(found, names))
    part = asked.choice("part", [one.key for one in lists])
    (chosen,) = (one for one in lists if one.key == part)
    shown = replace(paging(asked), total=len(chosen.rows))
    if shown.beyond:
        return first_page()
    verdicts = [line.verdict.status for line in found.indicators]
    return page(
        "evaluation.html",
        asked=asked,
        plan=plan,
        until=until,
        lists=lists,
        chosen=chosen,
        rows=chosen.rows[shown.offset : shown.offset + shown.size],
        paging=shown,
        verdicts=[(status, verdicts.count(status)) for status in VERDICTS],
        rule=found.rule,
        disclaimer=DISCLAIMER,
    )


def _file(found: Evaluation, names: ClauseNames, format_: str) -> Response:
    if format_ == "json":
        return json_response(evaluation_form(found))
    filename = quote(f"政诺_中期评估_{now():%Y%m%d}.{format_}")
    headers = {"Content-Disposition": f"attachment; filename=evaluation.{format_}; filename*=UTF-8''{filename}"}
    return Response(_WRITERS[format_](found, names), content_type=FORMATS[format_], headers=headers)


@lru_cache(maxsize=16)
def _aligned(store: Store, upper: tuple[str, int], lower: tuple[str, int]) -> tuple[Aligned, ...]:
    """The alignment of two documents as of their revisions; large plans take seconds, and a reader pages through it."""
    return align(public_analysis(store, upper[0]), public_analysis(store, lower[0]))


@plan_pages.get("/alignments")
def alignments() -> str | Response:
    """规划衔接: the matrix of two plans."""
    asked, store = arguments(), workspace().store
    named = {name: document_named(store, asked.text(name)) for name in ("upper", "lower")}
    upper, lower = named["upper"].row, named["lower"].row
    kind, status = asked.choice("kind", ["", *KINDS]), asked.choice("status", ["", *STATUSES])
    context = {"plans": _plans(), "upper": upper, "lower": lower, "named": named}
    if not upper or not lower:
        return page("alignments.html", asked=asked, **context)
    found = _aligned(store, (upper.id, upper.revision), (lower.id, lower.revision))
    views = aligned_views(found, upper, lower, ClauseNames(store))
    wanted = [view for view in views if kind in ("", view.kind) and status in ("", view.status)]
    if format_ := asked.choice("format", ["", *FORMATS]):
        notes = (("收录范围", bounds_text(bounds())),)
        return download(alignment_sheet(wanted, upper, lower, notes), format_, "规划衔接")
    shown = replace(paging(asked), total=len(wanted))
    if shown.beyond:
        return first_page()
    return page(
        "alignments.html",
        asked=asked,
        views=wanted[shown.offset : shown.offset + shown.size],
        paging=shown,
        counts=counted(views),
        statuses=STATUSES,
        kinds=KINDS,
        kind=kind,
        status=status,
        **context,
    )
