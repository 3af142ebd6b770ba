"""Questions on a document as a whole: its number, who issued it and when, to whom; answered from where it says so."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from corpus import Genre
from search.engine import Entry, Filters, Hit, Match, SearchEngine
from search.evidence import Rarity
from search.folding import fold, squeeze
from search.neighbours import document_entries
from search.passages import passages
from search.query import words_query
from search.question import Question
from search.rows import rows
from search.terms import Term, terms_of

ENOUGH = 0.75
"""Least share of the question's matter that the title of the meant document holds, with its number and body."""
BEST_KNOWN = 8
"""Documents that are considered."""
LONGEST = 120
"""Characters of the longest piece of text that states such a fact."""
HEAD = 25
"""Entries from the top of a document among which its addressee stands."""

_ADDRESSEE = re.compile(r"^[^。；;]{2,120}[:：]$")
_PROPOSAL = re.compile(r"\d{2,10}号")
_UNTIL = re.compile(
    r"(?:截止|截至|之前|以前|日前|止|至).{0,20}\d{1,2}月\d{1,2}日|\d{1,2}月\d{1,2}日.{0,6}(?:前|止|截止)"
)
_OPINION = re.compile(r"意见|建议|反馈|截止")
_DATE_LABEL = re.compile(r"成文日期|发布日期|发文日期|印发日期|公布日期|发布时间")


@dataclass(frozen=True, slots=True)
class Stated:
    """Where a document states the asked fact on itself.

    Attributes:
        entry: the piece of its text.
        quote: the words, as they stand there.
    """

    entry: Entry
    quote: str


def asked_field(question: Question) -> str | None:
    """The fact that is asked for; None where the question is not on a document as a whole."""
    folded = fold(question.text)
    return next((field for pattern, field in _patterns() if pattern.search(folded)), None)


def stated(question: Question, field: str, engine: SearchEngine, filters: Filters) -> Stated | None:
    """Where the meant document states the fact; None where no document is meant clearly, or it does not say."""
    document = _meant(question, engine, filters)
    if document is None:
        return None
    entries = document_entries(engine, document.document, filters)
    return next(_FINDERS[field](document.entry, entries), None)


def _meant(question: Question, engine: SearchEngine, filters: Filters) -> Hit | None:
    """The document whose title holds most of what the question names, if it holds enough."""
    terms = [term for term in terms_of(question) if not any(p.search(term.text) for p, _ in _patterns())]
    names = [*question.places, *question.years]
    if not terms and not names:
        return None
    rarity = Rarity(engine, filters)
    weights = {term: term.weight * min(rarity.of(form) for form in term.wordings[:3]) for term in terms}
    query = words_query(" ".join([*names, *(term.text for term in terms)]))
    hits = engine.search(query, filters, limit=BEST_KNOWN, match=Match.ANY, per_document=1, facets=False).hits
    ranked = sorted(hits, key=lambda hit: -_share(hit, weights, names))
    return ranked[0] if ranked and _share(ranked[0], weights, names) >= ENOUGH else None


def _share(hit: Hit, weights: dict[Term, float], names: list[str]) -> float:
    entry = hit.entry
    text = squeeze(f"{entry.title} {entry.issuer or ''} {entry.region or ''} {entry.doc_number or ''}")
    if any(name not in text and name != str(entry.year) for name in names):
        return 0.0
    held = sum(weight for term, weight in weights.items() if any(form in text for form in term.wordings))
    return held / sum(weights.values()) if weights else 1.0


def _number(known: Entry, entries: tuple[Entry, ...]) -> Iterator[Stated]:
    yield from _containing(known.doc_number, entries)


def _issuer(known: Entry, entries: tuple[Entry, ...]) -> Iterator[Stated]:
    first = (known.issuer or "").split("、")[0]
    exact = [entry for entry in entries if first and squeeze(entry.text) == squeeze(first)]
    yield from (Stated(entry, entry.text.strip()) for entry in exact)
    yield from _containing(first, entries)


def _written_on(known: Entry, entries: tuple[Entry, ...]) -> Iterator[Stated]:
    if not known.written_on:
        return
    forms = tuple(_date_forms(known.written_on))
    dated = [entry for entry in entries if len(entry.text) <= LONGEST and any(f in squeeze(entry.text) for f in forms)]
    labelled = [entry for entry in dated if _DATE_LABEL.search(entry.text)]
    alone = [entry for entry in dated if squeeze(entry.text) in forms]
    yield from (Stated(entry, entry.text.strip()) for entry in (*labelled, *alone, *dated))


def _date_forms(iso: str) -> Iterator[str]:
    """How documents write a date: 2022-04-08, 2022年4月8日, 2022/4/8, 二〇二二年四月八日."""
    yield iso
    yield day_in_words(iso)
    year, *rest = iso.split("-")
    parts = [part.lstrip("0") for part in rest]
    yield year + "年" + "".join(part + unit for part, unit in zip(rest, "月日", strict=False))
    yield "/".join([year, *parts])
    yield ".".join([year, *parts])
    chinese = str.maketrans("0123456789", "〇一二三四五六七八九")
    yield (
        year.translate(chinese)
        + "年"
        + "".join(_spelled(int(part)) + unit for part, unit in zip(parts, "月日", strict=False))
    )


def day_in_words(iso: str) -> str:
    """A date as sentences have it, as exact as it is: 2022年4月8日, 2022年4月, 2022年."""
    year, *rest = iso.split("-")
    return f"{year}年" + "".join(part.lstrip("0") + unit for part, unit in zip(rest, "月日", strict=False))


def _spelled(value: int) -> str:
    digits = "〇一二三四五六七八九"
    tens, ones = divmod(value, 10)
    return ("" if tens == 0 else "十" if tens == 1 else digits[tens] + "十") + (digits[ones] if ones else "")


def _addressee(_known: Entry, entries: tuple[Entry, ...]) -> Iterator[Stated]:
    for entry in entries[:HEAD]:
        if _ADDRESSEE.match(entry.text.strip()) and "提案" not in entry.text:
            yield Stated(entry, entry.text.strip())


def _proposal_number(_known: Entry, entries: tuple[Entry, ...]) -> Iterator[Stated]:
    for entry in entries[:HEAD]:
        if len(entry.text) <= LONGEST and _PROPOSAL.search(entry.text) and re.search("提案|建议", entry.text):
            yield Stated(entry, entry.text.strip())


def _consult_until(known: Entry, entries: tuple[Entry, ...]) -> Iterator[Stated]:
    for entry in entries if known.genre == Genre.CONSULTATION_DRAFT else ():
        for passage in passages(Hit(entry)):
            if _UNTIL.search(passage.own) and _OPINION.search(passage.own):
                yield Stated(entry, passage.quote)


def _containing(value: str | None, entries: tuple[Entry, ...]) -> Iterator[Stated]:
    """Short pieces of text that hold a value, the shortest first."""
    if value:
        wanted = squeeze(value)
        found = [entry for entry in entries if len(entry.text) <= LONGEST and wanted in squeeze(entry.text)]
        yield from (Stated(entry, entry.text.strip()) for entry in sorted(found, key=lambda entry: len(entry.text)))


_FINDERS: dict[str, Callable[[Entry, tuple[Entry, ...]], Iterator[Stated]]] = {
    "doc_number": _number,
    "issuer": _issuer,
    "written_on": _written_on,
    "addressee": _addressee,
    "proposal_number": _proposal_number,
    "consult_until": _consult_until,
}


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(pattern), field) for pattern, field, _ in rows("about_words.tsv"))
