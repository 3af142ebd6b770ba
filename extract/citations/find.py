"""Documents that a document names: titles in 《》, and those named without marks where the words leave no doubt."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from corpus import Citation, OrganizationMention, Relation, Span
from extract.bodies.resolve import shortens
from extract.citations.cited_issuers import Issuer, issuer_before, issuer_in, issuer_of_number
from extract.citations.cited_proposals import asker
from extract.citations.cited_titles import Title, find_documents, find_titles, squeeze
from extract.citations.citing_words import relation_at
from extract.citations.unmarked_citations import find_unmarked
from extract.layout.seams import Unwrapped, joined
from extract.matching import fold
from extract.reading import Reading

_JOINT = re.compile(r"[、,和及与以\s]*")
_JOINT_LENGTH = 12
_LEVELS = "省市县区州自"
_PLACE = re.compile(r"[一-鿿]{2,8}?(?:自治区|[省市县区州盟旗])")
_PROPOSAL_NUMBER = re.compile(r"第?[^第()]{0,6}?\d[\d-]{0,19}号?")


def find_citations(reading: Reading, mentions: Sequence[OrganizationMention]) -> tuple[Citation, ...]:
    """The documents named, in order of place; each time one is named is a citation.

    Args:
        reading: the document.
        mentions: the bodies found in it; the one before 印发的《…》 is the issuer.
    """
    unwrapped = reading.unwrapped
    titles = [_placed(title, unwrapped) for title in find_titles(unwrapped.text)]
    found = list(_marked(reading, find_documents(reading, titles), mentions, unwrapped))
    covered = [(title.start, title.end) for title in titles]
    found += _apart(_unmarked(reading, unwrapped), covered)
    return tuple(sorted(_by_title(found), key=lambda citation: citation.span.start))


def _by_title(found: Sequence[Citation]) -> Iterator[Citation]:
    """The citations; one by its number alone, with the title where the document gives it with the same number."""
    titled = {
        squeeze(fold(one.number)): one
        for one in found
        if one.number and one.title != one.number and "number_only" not in one.reasons
    }
    for one in found:
        same = titled.get(squeeze(fold(one.number))) if one.number and "number_only" in one.reasons else None
        yield replace(one, title=same.title, by=one.by or same.by) if same else one


def _placed(title: Title, unwrapped: Unwrapped) -> Title:
    """A title that was found without line ends, with its places in the document."""
    span = unwrapped.span(title.start, title.end)
    return replace(title, start=span.start, end=span.end, words=unwrapped.span(title.words.start, title.words.end))


def _unmarked(reading: Reading, unwrapped: Unwrapped) -> Iterator[Citation]:
    """The citations without marks, which are looked for without the line ends inside sentences."""
    if unwrapped.origins is None:
        yield from find_unmarked(reading)
        return
    document, metadata = reading.document, reading.metadata
    spans = {field: Span(unwrapped.at(span.start), unwrapped.at(span.end)) for field, span in metadata.spans.items()}
    whole = replace(
        reading,
        document=replace(document, text=unwrapped.of(document.text), blocks=()),
        folded=unwrapped.text,
        metadata=replace(metadata, spans=spans),
    )
    for citation in find_unmarked(whole):
        yield replace(citation, span=unwrapped.span(citation.span.start, citation.span.end))


def _marked(
    reading: Reading, titles: Sequence[Title], mentions: Sequence[OrganizationMention], unwrapped: Unwrapped
) -> Iterator[Citation]:
    """The citations of titles in marks; what the words around a list of them say holds for each."""
    for run in _runs(titles, reading.folded):
        start, end = run[0].start, run[-1].end
        issuer = issuer_before(reading, start, mentions)
        relation = _relation(reading, Span(start, end), issuer, unwrapped)
        for title in run:
            own = issuer if title is run[0] or not (issuer and _is_of_place(reading, title, issuer)) else None
            yield _citation(reading, title, relation, issuer_in(reading, title.words, mentions), own)


def _relation(reading: Reading, span: Span, issuer: Issuer | None, unwrapped: Unwrapped) -> Relation:
    """What is done with a list of titles at `span`; what another office issued is only named."""
    placed = replace(issuer, start=unwrapped.at(issuer.start)) if issuer else None
    relation = relation_at(unwrapped.text, unwrapped.at(span.start), unwrapped.at(span.end), placed)
    if relation is not Relation.DRAFTS or issuer is None or issuer.name is None or issuer.own:
        return relation
    return Relation.CITES if _is_another(fold(issuer.name), reading.metadata.issuer) else relation


def _is_of_place(reading: Reading, title: Title, issuer: Issuer) -> bool:
    """Whether a later title of a list names a place of its own: 国务院《…条例》和《石桥市…办法》."""
    name = fold(issuer.name or "")
    place = _PLACE.match(reading.folded, title.words.start) if name and name[0] not in _LEVELS else None
    return place is not None and place.group() not in name


def _citation(reading: Reading, title: Title, relation: Relation, by: str | None, issuer: Issuer | None) -> Citation:
    """The citation of a title in marks; the proposal that is answered bears its number and who made it."""
    name, number = joined(title.words.of(reading.document.text)), _as_written(reading, title)
    reasons = ("unclosed",) if title.doubtful else ("marked", *(("number",) if title.number else ()))
    metadata = reading.metadata
    by = by or (issuer.name if issuer else None) or issuer_of_number(number)
    if metadata.proposal_title is not None and squeeze(fold(metadata.proposal_title)) == squeeze(fold(name)):
        number = _digits_of(number) or (f"第{metadata.proposal_number}号" if metadata.proposal_number else None)
        by = asker(reading, title.start)
    confidence = 0.5 if title.doubtful else 0.98
    return Citation(Span(title.start, title.end), name, number, by, relation, confidence, reasons)


def _is_another(body: str, own: str | None) -> bool:
    """Whether a body is none of those that issued the document, whose names may not be known."""
    return own is None or not (shortens(body, fold(own)) or fold(own) in body)


def _digits_of(number: str | None) -> str | None:
    """第056号 of 第056号提案."""
    match = _PROPOSAL_NUMBER.search(number) if number else None
    return match.group() if match else None


def _runs(titles: Sequence[Title], text: str) -> Iterator[list[Title]]:
    """The titles grouped to lists: 《甲》《乙》和《丙》."""
    run: list[Title] = []
    for title in titles:
        if run and not _JOINT.fullmatch(text[run[-1].end : title.start][:_JOINT_LENGTH]):
            yield run
            run = []
        run.append(title)
    if run:
        yield run


def _as_written(reading: Reading, title: Title) -> str | None:
    """The number in the words of the source."""
    if title.number is None:
        return None
    at = reading.folded.find(title.number, title.start, title.end + 1)
    return reading.document.text[at : at + len(title.number)] if at >= 0 else title.number


def _apart(citations: Iterable[Citation], covered: Sequence[tuple[int, int]]) -> Iterator[Citation]:
    """The citations that start in no title with marks nor in one another."""
    reached = 0
    for citation in sorted(citations, key=lambda one: (one.span.start, -one.span.end)):
        at = bisect_right(covered, (citation.span.start, 1 << 60)) - 1
        inside = at >= 0 and citation.span.start < covered[at][1]
        if citation.span.start >= reached and not inside:
            yield citation
            reached = citation.span.end
