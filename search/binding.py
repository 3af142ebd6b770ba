"""What binds an answer: the year, the place, words that turn a statement around, and the looks of what is asked for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from functools import cache, lru_cache

from search.folding import squeeze
from search.matter import reviewed_year
from search.passages import Passage
from search.question import Asked, Question
from search.rows import rows
from search.terms import Term

VALUES = frozenset(("money", "people", "share", "area", "length", "weight", "count"))
"""Units of values, which have to stand in the same part of a sentence as a word of the question."""

_PARTS = re.compile(r"[,;]|:(?!\d)")
_NUMBER = r"(?:\d+(?:\.\d+)?|[一二两三四五六七八九十百千万亿]+)"
_MANY = r"(?:\d+(?:\.\d+)?|(?<![第一])[二两三四五六七八九十百千万亿][一二三四五六七八九十百千万亿]*)"
_RANGE = re.compile(r"((?:19|20)\d{2})年?[-—~～至到]((?:19|20)\d{2})")
_ANY_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?=年|[-—~～至到.]|\d{4}(?!\d)|$)")
_DIGIT = re.compile(rf"\d|百分之|{_NUMBER}(?:个|家|人|项|成|倍|所|名|户|次|条|种|类|级|年|月|日|天)")
_VALUE = re.compile(
    rf"\d+(?:\.\d+)?(?!\d*[年月日号届.])|百分之|{_MANY}(?:个|家|人|项|成|倍|所|名|户|次(?!会议|全会|代表大会)|条|种|级|天)"
)
_YEARLY = re.compile(r"每年|次年|按年|年度|当年|下年|逐年|历年|每一?年")
_RELATIVE = {"大前年": -3, "前年": -2, "去年": -1, "今年": 0, "明年": 1, "后年": 2, "大后年": 3}
_SAME = {
    "去年": re.compile(r"去年|上年|过去(?:的)?一年|全年|一年来"),
    "今年": re.compile(r"今年|本年"),
    "明年": re.compile(r"明年|次年"),
}
"""Words by which documents name a year from their own date."""
_OWN_YEAR = {"去年": -1, "上年": -1, "今年": 0, "本年": 0, "明年": 1}
_LABEL = re.compile(r"\s*(\d{1,2}(?:\.\d{1,2}){1,3})[\s　、]")
_CITES = re.compile(r"《[^《》]{2,}》|〔\d{4}〕")
_REASON = re.compile(r"因为|由于|鉴于|原因|为了?|考虑到|根据|按照|主要是|理由|旨在|因此|所以|以便|针对")
_WILL = re.compile(r"下一步|将(?!近)|继续|持续|进一步|力争|争取|到20\d\d年|计划|拟|加快|推动|不断")
_DONE = re.compile(r"(?:出台|印发|制定|建立|完成|实施|开展|启动|发布|形成|下发)了|已[经将]?|截至|从\d{4}年至")
_DEFINES = re.compile(r"是指|指的是|指|包括|为|即|等于|占|之比|比例|÷|/|=|含义|定义|以.{1,30}为")


def looks_right(passage: Passage, question: Question, terms: Iterable[Term]) -> bool:
    """Whether a sentence has what an answer of the asked kind cannot be without; a value next to what is asked."""
    text = _without_years(_without_label(passage), question)
    if question.unit == "cited":
        return _CITES.search(passage.quote) is not None
    if question.unit:
        pattern, named = _units()[question.unit]
        if passage.is_row:
            return bool(pattern.search(text)) or bool(named and named.search(passage.own) and _DIGIT.search(text))
        if question.unit not in VALUES:
            return bool(pattern.search(text))
        return any(pattern.search(part) and _names_any(terms, part) for part in _PARTS.split(text))
    if question.asks is Asked.NUMBER:
        return any(_VALUE.search(part) and _names_any(terms, part) for part in _PARTS.split(text))
    if question.asks is Asked.REASON:
        return bool(_REASON.search(text))
    if question.asks is Asked.DEFINITION:
        return bool(_DEFINES.search(text))
    return True


def _without_label(passage: Passage) -> str:
    """A sentence without the number of its section (4.3.2), which is no value."""
    label = _LABEL.match(passage.quote)
    return passage.stated.removeprefix(label[1]) if label else passage.stated


def _names_any(terms: Iterable[Term], text: str) -> bool:
    return any(form in text for term in terms for form in term.wordings)


def _without_years(text: str, question: Question) -> str:
    """A text without the years that the question itself names, unless it asks for a date."""
    if question.unit == "date":
        return text
    for year in question.years:
        text = re.sub(rf"{year}年?(?:底|末)?", "", text)
    return text


def lacking(
    passage: Passage, question: Question, terms: Iterable[Term], of_places: Mapping[str, frozenset[str]]
) -> Iterator[str]:
    """What an answer has to say and the passage does not, in words for people.

    Args:
        passage: the sentence.
        question: as read.
        terms: its matters.
        of_places: each place of the question to the documents that are of it.
    """
    yield from (f"{year}年" for year in question.years if not _of_year(int(year), passage))
    yield from (word for word in question.relative if not _of_relative_year(word, passage))
    yield from (place for place in question.places if not _of_place(place, passage, of_places))
    named = tuple(terms)
    for place, term in enumerate(named):
        beside = named[max(place - 1, 0) : place + 2]
        if (term.must and not _says(term, passage)) or (term.turns and not _says_of(term, beside, passage)):
            yield term.text
    yield from _other_sides(passage, question)


def _says(term: Term, passage: Passage) -> bool:
    """A number may stand anywhere around; a word that turns a statement has to stand in it."""
    text = passage.clause + passage.title + passage.heading if term.text.isdigit() else passage.own
    return any(form in text for form in term.wordings)


def _says_of(term: Term, neighbours: Iterable[Term], passage: Passage) -> bool:
    """Whether one part of a sentence has a word together with what stands beside it in the question."""
    others = [other for other in neighbours if other is not term]
    parts = _PARTS.split(passage.stated)
    return any(_names_any([term], part) and _names_any(others, part) for part in parts)


def _of_year(year: int, passage: Passage) -> bool:
    """Whether a sentence is on a year: it names it, or names none and stands where it is named."""
    own = passage.own
    if str(year) in own or any(int(first) <= year <= int(last) for first, last in _RANGE.findall(own)):
        return True
    base = passage.entry.year
    if base is not None and any(word in own and base + step == year for word, step in _OWN_YEAR.items()):
        return True
    if passage.is_row and passage.header:
        return str(year) in passage.header
    if _ANY_YEAR.search(own):
        return False
    named = _ANY_YEAR.findall(passage.before)
    if named:
        return bool(named[-1] == str(year))
    return _of_year_around(year, passage)


def _of_year_around(year: int, passage: Passage) -> bool:
    """Whether what a sentence stands under is of a year: its headings where they name one, else its document."""
    if _ANY_YEAR.search(passage.heading):
        spans = _RANGE.findall(passage.heading)
        return str(year) in passage.heading or any(int(first) <= year <= int(last) for first, last in spans)
    told = reviewed_year(passage)
    if told is not None:
        return told == year
    return str(year) in passage.title or (passage.entry.year == year and not _ANY_YEAR.search(passage.title))


def _of_relative_year(word: str, passage: Passage) -> bool:
    """Whether a sentence holds for a year named from today: it names that year, or holds for every year."""
    if word in _SAME and _SAME[word].search(passage.stated) and (word != "去年" or not is_ahead(passage)):
        return True
    year = datetime.now(UTC).year + _RELATIVE.get(word, 0)
    return _YEARLY.search(passage.own) is not None or _of_year(year, passage)


def _of_place(place: str, passage: Passage, of_places: Mapping[str, frozenset[str]]) -> bool:
    if passage.hit.document in of_places.get(place, frozenset()):
        return True
    return any(place in text for text in (passage.title, passage.own, passage.heading, passage.clause))


def _other_sides(passage: Passage, question: Question) -> Iterator[str]:
    """Words of the question that the passage does not have, where it has one that excludes them."""
    around = passage.heading + passage.title
    for meant, others in _asked_sides(question.core):
        if any(form in passage.own for form in meant):
            continue
        named_around = any(form in around or form in passage.before for form in meant)
        if any(form in passage.own for form in others) or (not named_around and any(form in around for form in others)):
            yield meant[0]


@lru_cache(maxsize=64)
def _asked_sides(core: str) -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
    """Of each pair of opposites of which a question names one: its forms, and those of the others."""
    asked = squeeze(core)
    out = []
    for sides in _contrasts():
        meant = [side for side in sides if any(form in asked for form in side)]
        if len(meant) == 1:
            out.append((meant[0], tuple(form for side in sides if side != meant[0] for form in side)))
    return tuple(out)


@cache
def _contrasts() -> tuple[tuple[tuple[str, ...], ...], ...]:
    return tuple(tuple(tuple(side.split("|")) for side in sides.split(" / ")) for sides, _ in rows("contrasts.tsv"))


@cache
def _units() -> dict[str, tuple[re.Pattern[str], re.Pattern[str] | None]]:
    return {
        unit: (re.compile(pattern.replace("N", _NUMBER).replace("M", _MANY)), re.compile(named) if named else None)
        for unit, pattern, named, _ in rows("answer_units.tsv")
    }


def is_ahead(passage: Passage) -> bool:
    """Whether a sentence says what is going to be done."""
    return _WILL.search(passage.stated) is not None and _DONE.search(passage.stated) is None


def names_year(passage: Passage, question: Question) -> bool:
    """Whether a sentence itself names a year that is asked about."""
    return any(year in passage.own for year in question.years)
