"""Facts of a document as pages list them: what was found, in whose words, with which fields, at which clause."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from corpus import (
    Analysis,
    Citation,
    Commitment,
    Fact,
    Indicator,
    IndicatorKind,
    OrganizationMention,
    Role,
    Span,
    TimeMention,
)
from corpus.facts import kind_of
from corpus.shown import one_line
from webapp import labels
from webapp.links import clause_url, commitment_url
from webapp.sheets import Sheet
from webapp.views_text import Mark
from webapp.wording import clause_places, limit_text, number_text, period_text, value_text

Fields = tuple[tuple[str, str], ...]
"""Label and value of what is known of a fact; only what the source states."""


@dataclass(frozen=True, slots=True)
class FactView:
    """One fact as it is listed.

    Attributes:
        number: its place among the document's facts, from 0.
        id: its stable id.
        kind: as in `corpus.facts.FACT_KINDS`.
        label: the kind in Chinese.
        quote: the words of the source.
        fields: what is known of it.
        eid: its clause.
        place: where the clause stands, in words.
        address: of the clause.
        page: of the fact itself, if it has one.
        span: where it stands.
    """

    number: int
    id: str
    kind: str
    label: str
    quote: str
    fields: Fields
    eid: str | None
    place: str
    address: str
    page: str | None
    span: Span


def fact_views(analysis: Analysis, ids: Sequence[str]) -> tuple[FactView, ...]:
    """All facts of a document in the order of its text.

    Args:
        analysis: the document, personal data hidden.
        ids: of its facts, in the order of `Analysis.facts`.
    """
    places = clause_places(analysis.outline)
    return tuple(_view(analysis, number, fact, ids[number], places) for number, fact in enumerate(analysis.facts))


def _view(analysis: Analysis, number: int, fact: Fact, key: str, places: Mapping[str, str]) -> FactView:
    kind = kind_of(fact)
    clause = analysis.outline.clause_at(fact.span.start)
    eid = clause.eid if clause else None
    return FactView(
        number,
        key,
        kind,
        labels.KINDS[kind],
        one_line(analysis.quote(fact)),
        tuple((label, value) for label, value in _fields(fact, analysis) if value),
        eid,
        places.get(eid or "", "正文之外"),
        clause_url(analysis.document.id, eid),
        commitment_url(key) if kind == "commitment" else None,
        fact.span,
    )


def _fields(fact: Fact, analysis: Analysis) -> Fields:
    match fact:
        case Commitment():
            return _commitment_fields(fact, analysis.quote(fact))
        case Indicator():
            return _indicator_fields(fact)
        case TimeMention():
            return (("时间", period_text(fact.period) or "不定"), ("作用", labels.TIME_ROLES[fact.role]))
        case OrganizationMention():
            return (("机构", fact.organization), ("作用", labels.ROLES[fact.role]))
        case Citation():
            return _citation_fields(fact, analysis.metadata.proposal_title or "")
        case _:
            return ()


def _citation_fields(fact: Citation, proposal: str) -> Fields:
    """Its fields; the proposal that a reply answers has no issuer, but those who made it."""
    answered = "".join(fact.title.split()) == "".join(proposal.split())
    return (
        ("文件", f"《{fact.title}》"),
        ("编号" if answered else "文号", fact.number or ""),
        ("提出者" if answered else "发文机关", fact.by or ""),
        ("关系", labels.RELATIONS[fact.relation]),
    )


def _commitment_fields(fact: Commitment, quote: str) -> Fields:
    def names(role: Role) -> str:
        return "、".join(actor.organization or actor.name for actor in fact.actors if actor.role is role)

    missing = "、".join(labels.MISSING.get(word, word) for word in fact.missing)
    vague = f"否，表述笼统：缺少{missing}" if missing else "否，表述笼统"
    return (
        ("时限", limit_text(fact.deadline, quote) + "（见该项所附时限）" * fact.due_by_note or "原文未载明"),
        ("牵头单位", names(Role.LEAD) or "原文未载明"),
        ("配合单位", names(Role.JOINT)),
        ("适用对象", names(Role.BOUND)),
        ("可核验", "是" if fact.binding else vague),
    )


def _indicator_fields(fact: Indicator) -> Fields:
    """Its fields: words of comparison (不低于) are of its own value, and a target that is this value is told once."""
    aims = fact.kind is IndicatorKind.TARGET and fact.target == fact.value
    return (
        ("指标", fact.name),
        ("主体", fact.subject or ""),
        (labels.INDICATOR_KINDS[fact.kind], value_text(fact.value, fact.unit, fact.comparison)),
        ("时间", period_text(fact.when)),
        ("基期值", _with_year(number_text(fact.baseline, fact.unit), period_text(fact.baseline_when))),
        ("目标值", "" if aims else _with_year(number_text(fact.target, fact.unit), period_text(fact.target_when))),
        ("属性", fact.nature or ""),
    )


def _with_year(value: str, year: str) -> str:
    return f"{value}（{year}）" if value and year else value


def counts_of(views: Iterable[FactView]) -> tuple[tuple[str, str, int], ...]:
    """Kind, word and number of the facts of each kind that occurs, in the order of the pages."""
    counted = Counter(view.kind for view in views)
    return tuple((kind, word, counted[kind]) for kind, word in labels.KINDS.items() if counted[kind])


def marks_of(views: Iterable[FactView], kinds: Iterable[str], addresses: Mapping[str, str]) -> list[Mark]:
    """The marks of the kinds that are to be shown; citations that are resolved become links.

    Args:
        views: the document's facts.
        kinds: to be shown; citations always are.
        addresses: id of a citation to the page of the document that it means.
    """
    wanted = {*kinds, "citation"}
    return [Mark(view.span, view.kind, view.number, addresses.get(view.id)) for view in views if view.kind in wanted]


def facts_sheet(title: str, views: Iterable[FactView], bounds: str) -> Sheet:
    """The facts of a document, one a row, for a file."""
    rows = [
        (
            number,
            view.label,
            view.quote,
            "；".join(f"{label}：{value}" for label, value in view.fields),
            view.place,
            view.address,
            "",
        )
        for number, view in enumerate(views, 1)
    ]
    head = ("序号", "类别", "原文", "字段", "来源条款", "网址", "已核对")
    return Sheet("要素清单", head, rows, (("文件", title), ("收录范围", bounds)), (6, 10, 60, 50, 24, 40, 10))
