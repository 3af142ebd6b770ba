"""Between an `Analysis` and rows, both ways; pure."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from sqlalchemy import RowMapping

from corpus.analysis import Analysis, Genre, Metadata
from corpus.codec import Json, decode, decode_fact, encode
from corpus.document import Block, Document, Source, document_id
from corpus.errors import Problem
from corpus.facts import (
    Achievement,
    Citation,
    Commitment,
    Fact,
    Indicator,
    OrganizationMention,
    QuotedDuty,
    TimeMention,
    kind_of,
)
from corpus.number import DocumentNumber
from corpus.organization import Organization
from corpus.outline import Outline
from corpus.validity import Validity

Row = dict[str, Any]

UNTITLED = "题名未载明"
"""What the title of a document that has none begins with; the name of its file follows."""

_EXPIRED_WORDS = ("失效", "废止", "无效")


def document_row(analysis: Analysis, lineage: str, version: int, previous: str | None) -> Row:
    """The row of `document`, without `revision`, `latest` and `visibility`, which the store decides."""
    document, metadata = analysis.document, analysis.metadata
    return {
        "id": document.id,
        "content_hash": document.source.content_hash,
        "lineage": lineage,
        "version": version,
        "previous": previous,
        "title": title_of(analysis),
        "genre": metadata.genre.value,
        "doc_number": normal_number(metadata.doc_number),
        "index_number": metadata.index_number,
        "proposal_number": metadata.proposal_number,
        "issuer": metadata.issuer,
        "region": metadata.region,
        "written_on": _text(metadata.written_on),
        "published_on": _text(metadata.published_on),
        "year": metadata.as_of.year if metadata.as_of else None,
        "validity": validity_of(metadata).value,
        "rules": analysis.rules,
        "characters": len(document.text),
        "text": document.text,
        "title_declared": document.title,
        "blocks": encode(document.blocks),
        "metadata": encode(metadata),
        "outline": encode(analysis.outline),
        "organizations": encode(analysis.organizations),
        "reading_problems": encode(document.problems),
        "problems": encode(analysis.problems),
    }


def title_of(analysis: Analysis) -> str:
    """What lists call the document: its title, else the one its file declares, else `UNTITLED` and the file's name."""
    return analysis.metadata.title or analysis.document.title or f"{UNTITLED}（{analysis.document.source.name}）"


def titled(title: str) -> str:
    """A title between its marks; without them what stands for one that the document does not have."""
    return title if title.startswith(UNTITLED) else f"《{title}》"


def normal_number(text: str | None) -> str | None:
    """A 发文字号 in its normal form where it can be read, else as written."""
    number = DocumentNumber.find(text) if text else None
    return str(number) if number else text


def validity_of(metadata: Metadata) -> Validity:
    """Whether a document holds, by its own words alone."""
    if metadata.genre is Genre.CONSULTATION_DRAFT:
        return Validity.DRAFT
    if not metadata.validity:
        return Validity.UNSTATED
    if any(word in metadata.validity for word in _EXPIRED_WORDS):
        return Validity.EXPIRED
    return Validity.IN_FORCE


def source_row(source: Source) -> Row:
    """The row of `source`."""
    return {
        "content_hash": source.content_hash,
        "media_type": source.media_type,
        "name": source.name,
        "origin": source.origin,
        "size": source.size,
        "arrived_at": source.arrived_at,
    }


def clause_rows(analysis: Analysis) -> list[Row]:
    """The rows of `clause`."""
    outline = analysis.outline
    titles = {section.eid: (section.parent, f"{section.label}{section.title}") for section in outline.sections}

    def heading(eid: str | None) -> str:
        steps: list[str] = []
        while eid is not None and eid in titles:
            eid, title = titles[eid]
            steps.append(title)
        return " > ".join(reversed(steps))

    return [
        {
            "document": analysis.document.id,
            "eid": clause.eid,
            "ordinal": ordinal,
            "start": clause.span.start,
            "end": clause.span.end,
            "page": analysis.document.page_at(clause.span.start),
            "heading": heading(clause.section),
        }
        for ordinal, clause in enumerate(outline.clauses)
    ]


def fact_id(lineage: str, kind: str, words: str, ordinal: int) -> str:
    """An id that survives another extraction: from the document's lineage, the kind, the words and their ordinal.

    The words are those of the quote without white space, and the ordinal counts facts of one kind and words.
    """
    digest = hashlib.sha256(f"{lineage}\n{kind}\n{words}\n{ordinal}".encode()).hexdigest()
    return f"{kind[0]}{digest[:15]}"


def fact_rows(analysis: Analysis, lineage: str) -> dict[str, list[Row]]:
    """The rows of each fact table, by kind."""
    rows: dict[str, list[Row]] = {}
    seen: Counter[tuple[str, str]] = Counter()
    for ordinal, fact in enumerate(analysis.facts):
        kind, quote = kind_of(fact), analysis.quote(fact)
        words = "".join(quote.split())
        seen[kind, words] += 1
        clause = analysis.outline.clause_at(fact.span.start)
        row = {
            "document": analysis.document.id,
            "ordinal": ordinal,
            "id": fact_id(lineage, kind, words, seen[kind, words]),
            "clause": clause.eid if clause else None,
            "start": fact.span.start,
            "end": fact.span.end,
            "confidence": fact.confidence,
            "data": encode(fact),
        }
        rows.setdefault(kind, []).append(row | own_columns(fact, quote))
    return rows


def own_columns(fact: Fact, quote: str) -> Row:
    """The columns that only the fact's own table has."""
    match fact:
        case Commitment():
            due = fact.deadline.last_day.isoformat() if fact.deadline else None
            return {"quote": quote, "deadline": _text(fact.deadline), "due": due, "binding": fact.binding}
        case Achievement() | QuotedDuty():
            return {"quote": quote}
        case Indicator():
            low, high = _ends(fact.value)
            return {
                "quote": quote,
                "name": fact.name,
                "subject": fact.subject,
                "unit": fact.unit,
                "low": low,
                "high": high,
                "comparison": fact.comparison.value,
                "when": _text(fact.when),
                "kind": fact.kind.value,
                "nature": fact.nature,
                "from_table": fact.from_table,
            }
        case TimeMention():
            return {"quote": quote, "period": _text(fact.period), "role": fact.role.value}
        case OrganizationMention():
            return {"name": fact.organization, "role": fact.role.value}
        case Citation():
            return {"title": fact.title, "number": normal_number(fact.number), "relation": fact.relation.value}


def actor_rows(analysis: Analysis) -> list[Row]:
    """The rows of `actor`: who has to act on each commitment."""
    return [
        {
            "document": analysis.document.id,
            "commitment": ordinal,
            "position": position,
            "name": actor.name,
            "organization": actor.organization or actor.name,
            "role": actor.role.value,
        }
        for ordinal, fact in enumerate(analysis.facts)
        if isinstance(fact, Commitment)
        for position, actor in enumerate(fact.actors)
    ]


def to_analysis(row: RowMapping, facts: Iterable[Json]) -> Analysis:
    """The analysis that a row of `document` joined to `source` holds, with the data of its facts in their order."""
    document = Document(
        id=document_id(row["content_hash"]),
        source=Source(**{name: row[name] for name in Source.__dataclass_fields__}),
        text=row["text"],
        blocks=decode(tuple[Block, ...], row["blocks"]),
        problems=decode(tuple[Problem, ...], row["reading_problems"]),
        title=row["title_declared"],
    )
    return Analysis(
        document=document,
        metadata=decode(Metadata, row["metadata"]),
        outline=decode(Outline, row["outline"]),
        organizations=decode(tuple[Organization, ...], row["organizations"]),
        facts=tuple(map(decode_fact, facts)),
        problems=decode(tuple[Problem, ...], row["problems"]),
        rules=row["rules"],
    )


def _ends(value: Decimal | tuple[Decimal, Decimal] | None) -> tuple[float | None, float | None]:
    if value is None:
        return None, None
    low, high = value if isinstance(value, tuple) else (value, value)
    return float(low), float(high)


def _text(value: object | None) -> str | None:
    return None if value is None else str(value)
