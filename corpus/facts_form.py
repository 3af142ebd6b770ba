"""The public JSON form of an analysis: what `zhengnuo extract FILE --json` prints and the API answers.

Every quote, title and text is copied from the source text unchanged; lists are in document order; a field that the
document does not state is null.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from corpus.analysis import Analysis, Metadata
from corpus.facts import Commitment, Indicator, Statement, kind_of
from corpus.organization import Organization
from corpus.period import Period

Row = dict[str, Any]
_JOINT = "、"
"""Between the names of joint issuers."""


def facts_form(analysis: Analysis) -> Row:
    """One object with `document`, `outline`, `statements`, `indicators`, `times`, `departments`, `citations`.

    Beside the contract's keys it has `problems`, on each fact `confidence`, and on a commitment `missing` and `due`: by
    when it is to be done, though only a line or a bracket behind its item says so (完成时限：…) and not its own words.
    """
    return {
        "document": metadata_form(analysis.metadata) | {"issuer": _issuer(analysis)},
        "outline": [{"level": s.level, "label": s.label, "title": s.title} for s in analysis.outline.sections],
        "statements": list(statements_form(analysis)),
        "indicators": [indicator_form(analysis, indicator) for indicator in analysis.indicators],
        "times": [
            {
                "quote": analysis.quote(time),
                "start": _text(time.period.start if time.period else None),
                "end": _text(time.period.end if time.period else None),
                "role": time.role.value,
                "confidence": time.confidence,
            }
            for time in analysis.times
        ],
        "departments": [organization_form(organization) for organization in analysis.organizations],
        "citations": [
            {
                "title": citation.title,
                "number": citation.number,
                "by": citation.by,
                "relation": citation.relation.value,
                "confidence": citation.confidence,
            }
            for citation in analysis.citations
        ],
        "problems": [{"code": problem.code, "message": problem.message} for problem in analysis.problems],
    }


def _issuer(analysis: Analysis) -> str | None:
    """发文机关 as printed: names on lines of their own, or with blanks between them, are parted by a blank."""
    issuer, span = analysis.metadata.issuer, analysis.metadata.spans.get("issuer")
    if issuer is None or span is None or _JOINT not in issuer or _JOINT in span.of(analysis.document.text):
        return issuer
    return issuer.replace(_JOINT, " ")


def metadata_form(metadata: Metadata) -> Row:
    """The `document` object."""
    return {
        "title": metadata.title,
        "genre": metadata.genre.value,
        "doc_number": metadata.doc_number,
        "index_number": metadata.index_number,
        "issuer": metadata.issuer,
        "addressee": metadata.addressee,
        "proposal_number": metadata.proposal_number,
        "proposal_title": metadata.proposal_title,
        "written_on": _text(metadata.written_on),
        "published_on": _text(metadata.published_on),
        "consult_until": _text(metadata.consult_until),
        "period": [_text(metadata.period.start), _text(metadata.period.end)] if metadata.period else None,
        "in_force_from": _text(metadata.in_force_from),
        "in_force_until": _text(metadata.in_force_until),
        "validity": metadata.validity,
        "publicity": metadata.publicity,
    }


def statements_form(analysis: Analysis) -> Iterable[Row]:
    """The `statements` rows: commitments, achievements and quoted duties by place."""
    for fact in analysis.facts:
        if not isinstance(fact, Statement):
            continue
        clause = analysis.outline.clause_at(fact.span.start)
        row: Row = {
            "text": analysis.quote(fact),
            "kind": kind_of(fact),
            "deadline": None,
            "actors": [],
            "binding": None,
            "clause": clause.eid if clause else None,
            "confidence": fact.confidence,
        }
        if isinstance(fact, Commitment):
            row["deadline"] = None if fact.due_by_note else _text(fact.deadline)
            row["due"] = _text(fact.deadline)
            row["actors"] = [actor.name for actor in fact.actors]
            row["binding"] = fact.binding
            row["missing"] = list(fact.missing)
        yield row


def indicator_form(analysis: Analysis, indicator: Indicator) -> Row:
    """One row of `indicators`."""
    return {
        "name": indicator.name,
        "subject": indicator.subject,
        "value": number_form(indicator.value),
        "unit": indicator.unit,
        "op": indicator.comparison.value,
        "when": _text(indicator.when),
        "kind": indicator.kind.value,
        "quote": analysis.quote(indicator),
        "baseline": number_form(indicator.baseline),
        "baseline_when": _text(indicator.baseline_when),
        "target": number_form(indicator.target),
        "target_when": _text(indicator.target_when),
        "nature": indicator.nature,
        "confidence": indicator.confidence,
    }


def organization_form(organization: Organization) -> Row:
    """One row of `departments`."""
    return {
        "name": organization.name,
        "aliases": list(organization.aliases),
        "roles": [role.value for role in organization.roles],
    }


def number_form(value: Decimal | tuple[Decimal, Decimal] | None) -> Any:
    """A JSON number, a list of two for a range, or null."""
    if isinstance(value, tuple):
        return [number_form(end) for end in value]
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def _text(value: Period | object | None) -> str | None:
    return None if value is None else str(value)
