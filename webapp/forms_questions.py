"""The JSON forms of open questions and decisions, the same on the command line and in the API."""

from __future__ import annotations

from webapp.forms import Form
from webapp.views_questions import DecisionRow, QuestionRow


def question_form(row: QuestionRow) -> Form:
    """One open question with its reason and what it may be."""
    return {
        "kind": row.kind,
        "name": row.name,
        "place": row.place or None,
        "candidates": [{"name": one.name, "url": one.address or None} for one in row.candidates],
        "reason": row.reason,
        "documents": row.documents,
        "title": row.title,
        "url": row.address,
        "decide": row.command,
    }


def decision_form(row: DecisionRow) -> Form:
    """One decision: what, who, when, why, and how it ended."""
    one = row.decision
    return {
        "kind": one.kind,
        "name": one.name,
        "place": one.place or None,
        "meant": row.meant.name if row.meant else None,
        "url": (row.meant.address or None) if row.meant else None,
        "reason": one.reason,
        "author": one.author,
        "at": one.at,
        "withdrawn_at": one.withdrawn_at,
        "withdrawn_by": one.withdrawn_by,
        "withdrawn_why": one.withdrawn_why,
    }
