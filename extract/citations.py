"""Documents that a document names: titles in 《》, and those named without marks where the words leave no doubt."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from corpus import Citation, OrganizationMention, Relation, Span
from extract.cited_titles import Title, find_documents, find_titles
from extract.citing_words import issuer_before, issuer_in, relation_at
from extract.matching import fold
from extract.reading import Reading
from extract.seams import Unwrapped, unwrap
from extract.unmarked_citations import find_unmarked

_JOINT = re.compile(r"[、,和及与以\s]*")
_JOINT_LENGTH = 12
_ISSUES = re.compile(
    r"(?:等[^。;\n《》]{1,24})?(?:已|业)?经?[^。;\n《》]{0,40}现(?:予以?|将其?)?(?:印发|发布|公布|颁布|转发|批转)"
)
"""Behind titles at the head of a notice: the papers that it issues, which are its own."""

_ISSUING = re.compile("印发|转发|批转")
_ABOVE_ALL = re.compile("国务院|中共中央|中央办公厅|国家主席|全国人大")
_APPROVED = re.compile("同意|批准|通过|审定|研究")


def find_citations(reading: Reading, mentions: Sequence[OrganizationMention]) -> tuple[Citation, ...]:
    """The documents named, in order of place; each time one is named is a citation.

    Args:
        reading: the document.
        mentions: the bodies found in it; the one before 印发的《…》 is the issuer.
    """
    unwrapped = unwrap(reading.folded, reading.outline)
    titles = [_placed(title, unwrapped) for title in find_titles(unwrapped.text)]
    found = list(_marked(reading, find_documents(reading, titles), mentions))
    covered = [(title.start, title.end) for title in titles]
    found += _apart(_unmarked(reading, unwrapped), covered)
    return tuple(sorted(found, key=lambda citation: citation.span.start))


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


def _marked(reading: Reading, titles: Sequence[Title], mentions: Sequence[OrganizationMention]) -> Iterator[Citation]:
    """The citations of titles in marks; what the words around a list of them say holds for each."""
    issuing = _ISSUING.search(reading.metadata.title or "") is not None
    for run in _runs(titles, reading.folded):
        start, end = run[0].start, run[-1].end
        issued = _ISSUES.match(reading.folded, end)
        if issued and (len(run) > 1 or (issuing and _APPROVED.search(issued.group()))):
            continue
        relation = relation_at(reading.folded, start, end)
        issuer = issuer_before(reading, start, mentions)
        if relation is Relation.DRAFTS and issuer and _is_another(fold(issuer), reading.metadata.issuer):
            relation = Relation.CITES  # what another office issued is only named
        for title in run:
            reasons = ("unclosed",) if title.doubtful else ("marked", *(("number",) if title.number else ()))
            yield Citation(
                span=Span(title.start, title.end),
                title=title.words.of(reading.document.text),
                number=_as_written(reading, title),
                by=issuer_in(reading, title.words, mentions) or issuer,
                relation=relation,
                confidence=0.5 if title.doubtful else 0.98,
                reasons=reasons,
            )


def _is_another(body: str, own: str | None) -> bool:
    """Whether a body is none of those that issued the document; where these are unknown, only those above all are."""
    if own is None:
        return _ABOVE_ALL.search(body) is not None
    return body[0] not in "我本" and body not in fold(own) and fold(own) not in body


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
