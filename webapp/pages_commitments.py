"""Commitments: the list, the timeline, the departments, the task table, and one commitment."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from flask import Blueprint, Response, request

from corpus import PartialDate
from corpus.store import CommitmentRow, DocumentFilter, FactFilter
from kg.calendar import calendar_text
from kg.later_values import Followed, later_values
from kg.outcomes import outcome, outcomes_of
from kg.tracking import EVIDENCES, UNDATED, due_between, evidence_is, summarise
from webapp.arguments import Arguments, Paging
from webapp.clause_names import ClauseNames
from webapp.clock import now, today
from webapp.labels import GENRES, TAGS
from webapp.reading import document_named, public_analysis, public_commitment, public_row
from webapp.sheets import FORMATS, Sheet
from webapp.site import arguments, bounds, bounds_text, download, first_page, page, paging, workspace
from webapp.suggestions import pinyin_of
from webapp.views_commitments import (
    CommitmentView,
    commitment_sheet,
    commitment_views,
    counts_of,
    loads_of,
    timeline_of,
)
from webapp.views_context import context_of
from webapp.views_lists import Group, conditions_of, group_of, radio_group
from webapp.views_outcomes import FOLLOWED, followed_rows, outcome_tables, searched_text, strength_text

commitment_pages = Blueprint("commitments", __name__)

EXPORTED = 5000
"""Rows of one export."""
STATES = {value: TAGS["schedule"][value].text for value in ("overdue", "due_soon", "pending", "undated")}
"""Schedule states that the calendar alone tells."""
DATED, EVERY = "dated", "all"
"""Those with a deadline; all of them, where the URL says nothing else and only those with one would be listed."""
_OF_ANY_LIST = frozenset(("page", "size", "format"))
"""Parameters that are no conditions."""
PROOFS = {value: TAGS["evidence"][value].text for value in EVIDENCES}


@dataclass(frozen=True, slots=True)
class Asked:
    """What the URL asks of the list.

    Attributes:
        given: all conditions but the schedule's state.
        state: of the schedule, or `DATED`; empty for all.
        evidence: status of the evidence; empty for all.
        wanted: all conditions.
    """

    given: FactFilter
    state: str
    evidence: str
    wanted: FactFilter


def commitment_filter(asked: Arguments) -> Asked:
    """The conditions on commitments that the URL names."""
    department = asked.text("department")
    role = asked.choice("role", ["", "lead", "joint"])
    given = FactFilter(
        documents=DocumentFilter(genre=asked.several("genre", GENRES), year=asked.years("year")),
        document=asked.text("document") or None,
        department=department or None,
        role=(role or None) if department else None,
        due_from=_first_day(asked.date("due_from")),
        due_until=_last_day(asked.date("due_until")),
        led=asked.answer("led"),
        binding=asked.answer("binding"),
        words=asked.text("words") or None,
    )
    state, evidence = asked.choice("schedule", ["", *STATES, DATED, EVERY]), asked.choice("evidence", ["", *PROOFS])
    if evidence:
        given = evidence_is(given, evidence)
    return _scheduled(given, "" if state == EVERY else state, evidence)


def _scheduled(given: FactFilter, state: str, evidence: str) -> Asked:
    """The conditions with one on the schedule."""
    if state == DATED:
        return Asked(given, state, evidence, replace(given, dated=True))
    return Asked(given, state, evidence, due_between(given, state, today()) if state else given)


def _first_day(value: str | None) -> str | None:
    return PartialDate.parse(value).first_day.isoformat() if value else None


def _last_day(value: str | None) -> str | None:
    return PartialDate.parse(value).last_day.isoformat() if value else None


def _groups(asked: Asked) -> tuple[Group, ...]:
    facets, given = workspace().store.facets, asked.given
    years = [str(year) for year in given.documents.year]
    return (
        radio_group("schedule", "时限状态", {DATED: "有明确时限", **STATES}, asked.state),
        radio_group("evidence", "证据状态", PROOFS, asked.evidence),
        radio_group(
            "binding",
            "可核验",
            {"yes": "可核验", "no": "表述笼统"},
            "" if asked.evidence in ("none", "uncheckable") else _answer(given.binding),
        ),
        radio_group("led", "牵头单位", {"yes": "已载明", "no": "未载明"}, _answer(given.led)),
        group_of("genre", "文种", facets("genre"), given.documents.genre, GENRES).uncounted(),
        group_of("year", "成文年份", facets("year"), years, None, "年").uncounted(),
    )


def _answer(value: bool | None) -> str:
    return "" if value is None else "yes" if value else "no"


@commitment_pages.get("/commitments")
def commitments() -> str | Response:
    """承诺跟踪, the list."""
    return _list("commitments.html")


@commitment_pages.get("/commitments/timeline")
def timeline() -> str | Response:
    """承诺跟踪, over time."""
    return _list("commitments_timeline.html")


def _list(template: str) -> str | Response:
    asked, store = arguments(), workspace().store
    conditions = commitment_filter(asked)
    summary = summarise(store, conditions.given, today())
    undated = dict(summary.schedule).get(UNDATED, 0)
    opening = not set(asked.values) - _OF_ANY_LIST and 0 < undated < summary.total
    if opening:
        conditions = _scheduled(conditions.given, DATED, "")
    if format_ := asked.choice("format", ["", *FORMATS]):
        return _file(conditions.wanted, format_, "承诺清单")
    shown = paging(asked)
    rows = store.commitments(conditions.wanted, shown.size, shown.offset, today=today())
    shown = replace(shown, total=rows.total)
    if shown.beyond:
        return first_page()
    groups = _groups(conditions)
    named = public_row(store, conditions.given.document).title if conditions.given.document else None
    return page(
        template,
        asked=asked,
        views=_views(rows.items),
        timeline=timeline_of(rows.items, today()),
        paging=shown,
        counts=counts_of(summary),
        opening=opening,
        total=summary.total,
        undated=undated,
        groups=groups,
        conditions=() if opening else conditions_of(groups),
        given=conditions.given,
        named=named,
        departments=store.departments(limit=200),
    )


def _views(rows: Sequence[CommitmentRow]) -> tuple[CommitmentView, ...]:
    return commitment_views(rows, today(), workspace().evidence([row.id for row in rows]))


def _file(wanted: FactFilter, format_: str, name: str) -> Response:
    rows = workspace().store.commitments(wanted, EXPORTED, today=today()).items
    evidence = workspace().evidence([row.id for row in rows])
    notes = (("网址", request.url), ("收录范围", bounds_text(bounds())))
    return download(commitment_sheet(name, rows, today(), evidence, notes), format_, name)


@commitment_pages.get("/commitments/departments")
def departments() -> str | Response:
    """部门负荷: how many commitments each body leads and joins; by name, never by number."""
    asked, store = arguments(), workspace().store
    words = asked.text("words")
    names = sorted((name for name, _ in store.departments(limit=2000) if words in name), key=pinyin_of)
    shown = replace(paging(asked), total=len(names))
    if shown.beyond:
        return first_page()
    listed = names[shown.offset : shown.offset + shown.size]
    rows = loads_of(listed, store.acting(listed), today())
    return page("commitments_departments.html", asked=asked, rows=rows, paging=shown, words=words)


@commitment_pages.get("/commitments/task-table")
def task_table() -> str | Response:
    """任务分工表 of one document."""
    asked, store = arguments(), workspace().store
    key = asked.text("document")
    plans = store.documents(DocumentFilter(genre=("plan", "notice", "opinion", "report")), limit=200).items
    if not key:
        return page("commitments_table.html", asked=asked, row=None, plans=plans)
    row = public_row(store, key)
    wanted = FactFilter(document=key, documents=DocumentFilter(latest_only=False))
    if format_ := asked.choice("format", ["", *FORMATS]):
        return _file(wanted, format_, "任务分工表")
    found = store.commitments(wanted, limit=EXPORTED, by_deadline=False)
    in_order = sorted(found.items, key=lambda item: item.start)
    shown = Paging(1, EXPORTED, found.total)
    return page("commitments_table.html", asked=asked, row=row, plans=plans, views=_views(in_order), shown=shown)


@commitment_pages.get("/commitments/outcomes")
def document_outcomes() -> str | Response:
    """兑现情况: the promises of a document with what later documents say of each."""
    asked, store = arguments(), workspace().store
    plans = store.documents(DocumentFilter(genre=_PROMISING), limit=200).items
    named = document_named(store, asked.text("document"))
    row = named.row
    if row is None:
        return page("commitments_outcomes.html", asked=asked, row=None, plans=plans, named=named)
    chains = outcomes_of(store, row.id, today())
    tables = outcome_tables(chains, later_values(store, row.id), ClauseNames(store))
    part = asked.choice("part", [table.key for table in tables])
    (chosen,) = (table for table in tables if table.key == part)
    answered = sum(bool(chain.links) for chain in chains)
    if format_ := asked.choice("format", ["", *FORMATS]):
        notes = (("文件", row.title), ("检索", searched_text(chains)), ("收录范围", bounds_text(bounds())))
        return download(Sheet(chosen.name, chosen.head, chosen.lines, notes), format_, chosen.name)
    shown = replace(paging(asked), total=len(chosen.rows))
    if shown.beyond:
        return first_page()
    return page(
        "commitments_outcomes.html",
        asked=asked,
        row=row,
        plans=plans,
        named=named,
        tables=list(zip(tables, (answered, len(chains) - answered, len(tables[-1].rows)), strict=True)),
        chosen=chosen,
        rows=chosen.rows[shown.offset : shown.offset + shown.size],
        paging=shown,
        total=len(chains),
        searched=searched_text(chains),
    )


_PROMISING = ("proposal_reply", "plan", "report", "opinion", "notice", "press_briefing")
"""Genres of documents that promise something."""


@commitment_pages.get("/commitments/<key>")
def commitment(key: str) -> str:
    """One commitment with its context and its three statuses."""
    asked, store = arguments(), workspace().store
    row = public_commitment(store, key)
    chain = outcome(store, key, today())
    (view,) = commitment_views([row], today(), {key: chain.evidence})
    analysis = public_analysis(store, row.document)
    return page(
        "commitment.html",
        asked=asked,
        view=view,
        row=row,
        document=public_row(store, row.document),
        context=context_of(analysis, row.fact.span),
        chain=chain,
        strength_text=strength_text,
        values=tuple(followed_rows(_values_beside(row), ClauseNames(store))),
        values_head=FOLLOWED,
        address=request.base_url,
    )


def _values_beside(row: CommitmentRow) -> tuple[Followed, ...]:
    """Indicators of the section that a commitment stands in, with their later values; none without a section."""
    section = (row.clause or "").rpartition("__")[0]
    return later_values(workspace().store, row.document, section) if section else ()


@commitment_pages.get("/commitments.ics")
def calendar() -> Response:
    """Deadlines as calendar entries, under the same conditions as the list."""
    wanted = replace(commitment_filter(arguments()).wanted, dated=True)
    rows = workspace().store.commitments(wanted, EXPORTED).items
    return Response(calendar_text(rows, now()), content_type="text/calendar; charset=utf-8")
