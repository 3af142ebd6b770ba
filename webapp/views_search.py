"""Hits of a search as a page shows them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from corpus.masking import mask
from search import Filters, Hit, Page, Query
from search.entries import in_role
from webapp.arguments import Paging
from webapp.labels import CHECKABLE_KINDS, GENRES, TAGS
from webapp.links import clause_url, document_url
from webapp.sheets import Sheet
from webapp.views_lists import Condition, Group, group_of

BY_DEADLINE = "deadline"
SORTS = {"relevance": "相关度", "newest": "成文日期从新到旧", "oldest": "成文日期从旧到新", BY_DEADLINE: "时限从近到远"}
AROUND = 60
"""Characters shown before the first and after the last match of a passage."""
MOST_OPTIONS = 60
"""Values of a facet that are listed; a reader looks for others by the query."""
LONGEST = 220
"""Characters of a passage."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text that matches, or does not."""

    text: str
    hit: bool = False


@dataclass(frozen=True, slots=True)
class Passage:
    """Where a hit stands, its words, and its address."""

    heading: str
    pieces: tuple[Piece, ...]
    address: str


@dataclass(frozen=True, slots=True)
class Result:
    """One document that was found, with its passages.

    Attributes:
        title: in pieces.
        address: its page, opened at the first hit.
        row: any entry of the document, for genre, validity, number, issuer and date.
        why: which words matched where.
        passages: the best ones.
        others: passages that are not shown.
        all_address: the document with all hits marked.
    """

    title: tuple[Piece, ...]
    address: str
    hit: Hit
    why: tuple[str, ...]
    passages: tuple[Passage, ...]
    others: int
    all_address: str


def pieces_of(text: str, places: Iterable[tuple[int, int]]) -> tuple[Piece, ...]:
    """A text cut at the ends of its matches."""
    out, at = [], 0
    for start, end in sorted(places):
        if start < at or end > len(text):
            continue
        if start > at:
            out.append(Piece(text[at:start]))
        out.append(Piece(text[start:end], hit=True))
        at = end
    if at < len(text):
        out.append(Piece(text[at:]))
    return tuple(out)


def passage_of(hit: Hit) -> Passage:
    """The stretch of a hit's clause around its first matches, cut ends shown by …, personal data hidden."""
    text, places = mask(hit.text), hit.highlights
    first = places[0][0] if places else 0
    start = max(0, first - AROUND) if len(text) > LONGEST else 0
    end = min(len(text), start + LONGEST)
    inside = [(a - start, b - start) for a, b in places if start <= a and b <= end]
    cut = pieces_of(text[start:end].replace("\n", " "), inside)
    before, after = ((Piece("…"),) if start else ()), ((Piece("…"),) if end < len(text) else ())
    return Passage(hit.heading, (*before, *cut, *after), clause_url(hit.document, hit.clause))


def by_deadline(hits: Iterable[Hit], deadlines: Mapping[str, str], shown: Paging) -> tuple[Hit, ...]:
    """The hits of one page in the order of their documents' next deadlines; documents without one last, as they came.

    Args:
        hits: of all documents, those of one document together.
        deadlines: the next deadline of each document that has one (ISO days).
        shown: which documents the page shows.
    """
    by_document: dict[str, list[Hit]] = {}
    for hit in hits:
        by_document.setdefault(hit.document, []).append(hit)
    ordered = sorted(by_document, key=lambda document: deadlines.get(document, "~"))  # ~ sorts after every digit
    wanted = ordered[shown.offset : shown.offset + shown.size]
    return tuple(hit for document in wanted for hit in by_document[document])


def results(found: Page, query: Query) -> tuple[Result, ...]:
    """The hits grouped by document, in the order in which the documents come."""
    by_document: dict[str, list[Hit]] = {}
    for hit in found.hits:
        by_document.setdefault(hit.document, []).append(hit)
    return tuple(_result(hits, query) for hits in by_document.values())


def _result(hits: list[Hit], query: Query) -> Result:
    first = hits[0]
    words = next((leaf.text for leaf in query.wanted), "")
    in_text = [hit for hit in hits if hit.highlights] or hits[:1]
    return Result(
        title=pieces_of(mask(first.title), first.title_highlights),
        address=clause_url(first.document, first.clause),
        hit=first,
        why=first.why,
        passages=tuple(passage_of(hit) for hit in in_text),
        others=max(hit.others for hit in hits),
        all_address=f"{document_url(first.document)}?q={words}",
    )


_FACETS = (
    ("genre", "genre", "文种", "genres", GENRES, ""),
    ("issuer", "issuer", "发文机关", "issuers", None, ""),
    ("region", "region", "地区", "regions", None, ""),
    ("year", "year", "成文年份", "years", None, "年"),
    ("validity", "validity", "效力状态", "validities", {k: tag.text for k, tag in TAGS["validity"].items()}, ""),
    ("kind", "kind", "含有", "kinds", CHECKABLE_KINDS, ""),
    ("department", "department", "责任单位", "departments", None, ""),
)
"""Parameter, facet of the engine, label, field of `Filters`, words, suffix."""


ROLES = {"lead": "牵头单位", "joint": "配合单位"}
"""Parameter of a department in a role, and its label."""


def search_groups(found: Page, filters: Filters) -> tuple[Group, ...]:
    """The conditions that the hits can be narrowed by, with the counts of the present query."""
    counts = facet_counts(found)
    groups = []
    for name, facet, label, attribute, words, suffix in _FACETS:
        chosen = [str(value) for value in getattr(filters, attribute)]
        groups.append(_group(name, label, counts.get(facet, ()), chosen, words, suffix))
    for role, label in ROLES.items():
        acting = [
            value.removesuffix(in_role("", role)) for value in filters.acting if value.endswith(in_role("", role))
        ]
        groups.append(_group(role, label, counts.get(role, ()), acting, None, ""))
    return tuple(group for group in groups if group.options)


def _group(
    name: str,
    label: str,
    counted: Sequence[tuple[str, int]],
    chosen: Sequence[str],
    words: Mapping[str, str] | None,
    suffix: str,
) -> Group:
    """The options of a facet: the most frequent values, and whatever is chosen."""
    kept = [item for at, item in enumerate(counted) if at < MOST_OPTIONS or item[0] in chosen]
    group = group_of(name, label, kept, chosen, words, suffix)
    return (
        group if len(kept) == len(counted) else replace(group, note=f"共{len(counted)}项，列出文件最多的{len(kept)}项")
    )


def facet_counts(found: Page) -> dict[str, list[tuple[str, int]]]:
    """The facets of the hits, departments in a role (`lead`, `joint`) as facets of their own."""
    counts = {name: [(item.value, item.count) for item in facets] for name, facets in found.facets.items()}
    every = counts.get("department", [])
    for role in ROLES:
        mark = in_role("", role)
        counts[role] = [(value.removesuffix(mark), count) for value, count in every if value.endswith(mark)]
    marks = tuple(in_role("", role) for role in ROLES)
    return counts | {"department": [item for item in every if not item[0].endswith(marks)]}


def composed_query(given: Mapping[str, str]) -> str:
    """The query that the fields of the advanced form make; empty where none is filled in."""
    parts = [given.get("all", "")]
    any_of = given.get("any", "").split()
    if any_of:
        joined = " 或 ".join(any_of)
        parts.append(f"({joined})" if len(any_of) > 1 else joined)
    if phrase := given.get("phrase", "").strip('“”"'):
        parts.append(f"“{phrase}”")
    parts.extend(f"标题:{word}" for word in given.get("title", "").split())
    parts.extend(f"-{word}" for word in given.get("none", "").split())
    return " ".join(part for part in parts if part)


def search_sheet(found: Page, query: Query, conditions: Iterable[Condition], bounds: str) -> Sheet:
    """The documents found, one a row, for a file."""
    rows = [
        (
            number,
            result.hit.title,
            GENRES.get(result.hit.entry.genre, ""),
            result.hit.entry.doc_number,
            result.hit.entry.issuer,
            result.hit.entry.written_on,
            " ".join("".join(piece.text for piece in passage.pieces) for passage in result.passages),
            result.passages[0].address if result.passages else result.address,
            "",
        )
        for number, result in enumerate(results(found, query), 1)
    ]
    head = ("序号", "题名", "文种", "文号", "发文机关", "成文日期", "命中段落", "网址", "已核对")
    chosen = "；".join(f"{item.label} {item.text}" for item in conditions) or "无"
    return Sheet("检索结果", head, rows, (("检索词", query.text), ("条件", chosen), ("收录范围", bounds)))
