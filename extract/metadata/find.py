"""What a document says of itself, read from the page's block of labels, its head, its foot and its text.

A field that the document does not state is None; 成文 is never filled from 发布 nor the other way round. Sources are
asked in an order, and the first that states a field gives it; every value has its place in `Metadata.spans`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from corpus import Document, Genre, Metadata, PartialDate, Problem, Span
from extract.layout.addressees import find_addressee
from extract.layout.days import read_day
from extract.layout.part_role import Role
from extract.layout.parts import Parts, find_parts
from extract.layout.posted import find_day_of_page
from extract.layout.seams import unwrap_document
from extract.layout.stated import Stated
from extract.metadata.adoption import find_adoption
from extract.metadata.force import Days, find_force
from extract.metadata.genre import find_genre
from extract.metadata.issuer import find_host, find_issuer, find_source
from extract.metadata.proposals import find_proposal_number, find_proposal_title
from extract.metadata.regions import find_region
from extract.metadata.terms import find_consult_until, find_period
from extract.metadata.title import declared_title, find_number, find_title, folded_title, one_line
from extract.metadata.written_on import find_printed_on, find_spoken_on, find_written_on

_DATES = frozenset(
    {
        "written_on",
        "published_on",
        "updated_on",
        "dispatched_on",
        "sent_on",
        "in_force_from",
        "in_force_until",
        "consult_until",
    }
)
_PUBLIC = re.compile(
    r"""
      (?: 公开方式 | 公开形式 | 公开属性 | 信息公开选项 | 公开类别 ) [ ]*:[ ]* (?P<value>[一-龥]{2,8})
    | (?P<note> 此[件文] [^()]{0,4} 公开 [^()]{0,6} )
    """,
    re.VERBOSE,
)
_READERS = re.compile(r"(?:点击|浏览|阅读|访问|人气)(?:次?数|量)?[ ]*:")


def find_metadata(document: Document, folded: str, parts: Parts | None = None) -> tuple[Metadata, tuple[Problem, ...]]:
    """The metadata of `document`, whose folded text is `folded`, and what is wrong with what it states.

    `parts` are its parts, where they are known already. A document printed to lines is read without its line ends.
    """
    parts = parts or find_parts(document, folded)
    whole, unwrapped = unwrap_document(document, folded, parts.paragraphs)
    if unwrapped.origins is None:
        return _read(document, folded, parts)
    metadata, problems = _read(whole, unwrapped.text, find_parts(whole, unwrapped.text))
    spans = {field: unwrapped.span(span.start, span.end) for field, span in metadata.spans.items()}
    placed = (
        replace(problem, span=unwrapped.span(problem.span.start, problem.span.end)) if problem.span else problem
        for problem in problems
    )
    return replace(metadata, spans=spans), tuple(placed)


def _read(document: Document, folded: str, parts: Parts) -> tuple[Metadata, tuple[Problem, ...]]:
    """The metadata of a document whose paragraphs hold no line ends."""
    block, damaged = _block(document, folded, parts)
    theme = block.pop("theme", None)
    title = find_title(document, folded, parts, block.get("title")) or theme
    words = title.value if title else declared_title(document)
    genre, genre_word = find_genre(folded_title(folded, title) if title else words, parts)
    _place_sent(block, find_spoken_on(parts))
    dispatched, updated = block.pop("dispatched_on", None), _of_counter(folded, block.pop("updated_on", None))
    written, problems = find_written_on(folded, parts, block.get("written_on"))
    if written is None and dispatched is not None:
        written, problems = find_written_on(folded, parts, dispatched)
    told = genre is Genre.PRESS_BRIEFING
    adopter, adopted = (None, None) if told else find_adoption(document.text, parts)
    written = written or adopted
    issuer = find_issuer(document.text, folded, parts, title, block) or adopter
    if issuer is None and told and title is not None:
        issuer = find_host(document.text, folded, title.span)
    issuer = issuer or find_source(document.text, parts)
    found: dict[str, Stated[Any] | None] = dict(block)
    found |= {
        "title": title,
        "doc_number": block.get("doc_number") or find_number(document, folded, parts),
        "issuer": issuer,
        "region": find_region(issuer, title, folded),
        "addressee": find_addressee(document.text, folded, parts.having(Role.ADDRESSEE), parts.paragraphs),
        "written_on": written,
        "published_on": block.get("published_on")
        or find_day_of_page(parts.paragraphs)
        or _posted(block.get("written_on"), written)
        or _posted(dispatched, written, same_day=True)
        or updated,
        "publicity": block.get("publicity") or _publicity(document, parts),
        **_in_force(folded, parts, genre, block, written),
        **_of_genre(document, folded, parts, genre, title, block, written.value if written else None),
    }
    found.pop("publisher", None)
    values = {field: stated.value for field, stated in found.items() if stated}
    spans = {field: stated.span for field, stated in found.items() if stated}
    values.setdefault("title", words)
    return Metadata(genre=genre, genre_word=genre_word, **values, spans=spans), (*damaged, *problems)


def _block(document: Document, folded: str, parts: Parts) -> tuple[dict[str, Stated[Any]], tuple[Problem, ...]]:
    """The fields of the page's block of labels, the first statement of each; dates that cannot be are problems."""
    fields: dict[str, Stated[Any]] = {}
    problems: list[Problem] = []
    for entry in parts.entries:
        if entry.field == "-" or entry.field in fields:
            continue
        if entry.field not in _DATES:
            fields[entry.field] = Stated(one_line(entry.value.of(document.text)), entry.value)
        elif (day := read_day(entry.value.of(folded))) is not None:
            fields[entry.field] = Stated(day, entry.value)
        else:
            message = f"日期“{entry.value.of(document.text)}”无法识别，未予采用。"
            problems.append(Problem("metadata.damaged_date", message, entry.value))
    if "proposal_number" in fields:
        fields["proposal_number"] = _digits(folded, fields["proposal_number"])
    return fields, tuple(problems)


def _digits(folded: str, stated: Stated[str]) -> Stated[str]:
    match = re.search(r"\d+", stated.span.of(folded))
    return Stated(match.group(), Span(*match.span()).shift(stated.span.start)) if match else stated


def _posted(
    stated: Stated[PartialDate] | None, signed: Stated[PartialDate] | None, *, same_day: bool = False
) -> Stated[PartialDate] | None:
    """The day that the page states for 发文 where the document was signed before it, or on the `same_day`."""
    if stated is None or signed is None or stated is signed:
        return None
    later = stated.value.first_day > signed.value.last_day
    return stated if later or (same_day and stated.value == signed.value) else None


def _place_sent(block: dict[str, Stated[Any]], spoken: Stated[PartialDate] | None) -> None:
    """发文日期 is the day that a paper was written on, but of a speech the later day of its publication."""
    if (sent := block.pop("sent_on", None)) is not None:
        of_page = spoken is not None and sent.value.first_day > spoken.value.last_day
        block.setdefault("dispatched_on" if of_page else "written_on", sent)


def _of_counter(folded: str, updated: Stated[Any] | None) -> Stated[Any] | None:
    """The day of 更新时间 beside the count of a page's readers: such pages call so the day on which they appeared."""
    if updated is None:
        return None
    start, end = folded.rfind("\n", 0, updated.span.start) + 1, folded.find("\n", updated.span.end)
    return updated if _READERS.search(folded, start, end if end >= 0 else len(folded)) else None


def _publicity(document: Document, parts: Parts) -> Stated[str] | None:
    """What the notes say: (此件公开发布), 公开方式：主动公开."""
    for paragraph in parts.having(Role.NOTE):
        match = _PUBLIC.search(paragraph.text)
        if match:
            span = Span(*match.span("value" if match["value"] else "note")).shift(paragraph.span.start)
            return Stated(span.of(document.text), span)
    return None


def _written(document: Document, stated: Stated[str] | None) -> Stated[str] | None:
    """Words that were found in the folded text, as the document has them."""
    return Stated(one_line(stated.span.of(document.text)), stated.span) if stated else None


def _of_genre(
    document: Document,
    folded: str,
    parts: Parts,
    genre: Genre,
    title: Stated[str] | None,
    block: dict[str, Stated[Any]],
    written: PartialDate | None,
) -> dict[str, Stated[Any] | None]:
    """The fields that only documents of one genre have."""
    own: dict[str, Stated[Any] | None] = dict.fromkeys(("proposal_number", "proposal_title", "consult_until", "period"))
    place, body = title.span if title else None, next(_body(parts), len(folded))
    if genre is Genre.PROPOSAL_REPLY:
        own["proposal_number"] = block.get("proposal_number") or find_proposal_number(folded, place, body)
        own["proposal_title"] = block.get("proposal_title") or _written(
            document, find_proposal_title(folded, place, body)
        )
    if genre is Genre.CONSULTATION_DRAFT:
        own["consult_until"] = block.get("consult_until") or find_consult_until(folded, body, written)
    if genre in {Genre.PLAN, Genre.CONSULTATION_DRAFT} and place:
        own["period"] = find_period(folded, place)
    return own


def _in_force(
    folded: str, parts: Parts, genre: Genre, block: dict[str, Stated[Any]], written: Stated[PartialDate] | None
) -> dict[str, Stated[Any] | None]:
    """The days in force, which a draft for consultation has not."""
    if genre is Genre.CONSULTATION_DRAFT:
        return {"in_force_from": None, "in_force_until": None}
    issued, published = find_printed_on(parts) or written, block.get("published_on")
    days = Days(issued.value if issued else None, published.value if published else None)
    first, until = find_force(folded, days)
    return {
        "in_force_from": block.get("in_force_from") or first,
        "in_force_until": block.get("in_force_until") or until,
    }


def _body(parts: Parts) -> Iterator[int]:
    """Where paragraphs of the body start."""
    return (
        paragraph.span.start
        for paragraph, role in zip(parts.paragraphs, parts.roles, strict=True)
        if role in {Role.BODY, Role.ADDRESSEE}
    )
