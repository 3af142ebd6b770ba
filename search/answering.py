"""From candidates to an answer or a refusal: the thresholds, the checks of each sentence, and the words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from corpus import Validity
from corpus.store import Bounds
from extract.bodies.places import shorten
from search.about import asked_field, day_in_words, stated
from search.answer import Answer, Basis, Refusal, Strength
from search.composing import Line, chosen_lines
from search.engine import Entry, Filters, Hit, SearchEngine
from search.evidence import Candidate, candidates, nearest
from search.folding import squeeze
from search.matter import MEASURE, THING
from search.neighbours import document_entries, lead_in_of
from search.question import LEAST_CHARACTERS, Asked, Question, off_topic, read_question
from search.terms import terms_of

ENOUGH = 0.66
"""Least coverage of a sentence that answers; below it the question is refused."""
ENOUGH_OWN = 0.35
"""Least share of the question that the sentence itself holds."""
ENOUGH_REASON = 0.85
"""Least coverage where it is asked why: what is taken for granted has to be said."""
PARTIAL = 0.8
"""Below this coverage an answer is called partial."""
NEAREST = 3
MOST_ANNOUNCED = 3
"""Items of lists of which the announcement is looked up."""
NATIONAL = "全国"
DIFFERENT = "两份文件表述不一致，请向发文机关核实。"
SEVERAL_PLACES = "以上内容来自不同地区或机关的文件，请按所在地区核对。"
OTHER_TIMES = "以上文件的成文时间不同，所述为各自时间的情况，请按时间取用。"
OF_THEIR_TIME = "来源中的“今年”“去年”“全年”等以该文件的成文时间为准。"
ONE_PLACE = "问题未写明地区，以上为{}文件所述，其他地区可能不同。"
QUOTED = "来源[{}]转述其他文件的要求，不是本机关的承诺。"
NOTES = {
    Validity.DRAFT: "来源[{}]为征求意见稿，不作为现行规定。",
    Validity.EXPIRED: "来源[{}]已失效，仅供了解当时的规定。",
    Validity.NOT_YET: "来源[{}]尚未施行。",
}

_ROLES = ("commitment", "achievement", "quoted")
_FROM_TODAY = re.compile(r"[今去明上本次]年|全年|过去(?:的)?一年|一年来")
_LINE_ENDS = re.compile(r"\s*\n\s*")


def answer_question(question: str, engine: SearchEngine, bounds: Bounds, filters: Filters, contact: str) -> Answer:
    """The answer to a question, as `search.answer.answer` promises it."""
    kind = off_topic(question)
    if kind:
        return _refuse(question, Refusal(kind), bounds, contact)
    if len(question.strip()) < LEAST_CHARACTERS:
        return _refuse(question, Refusal.TOO_SHORT, bounds, contact)
    read = read_question(question)
    field = asked_field(read)
    place = stated(read, field, engine, filters) if field else None
    if place is not None:
        start = place.entry.start + place.entry.text.index(place.quote)
        return _answer(question, ((Line(place.entry, place.quote, start),),), [], 1.0)
    found = candidates(read, engine, filters)
    good = [item for item in found if _answers(item, read)] or list(_announced(found, read, engine, filters))
    if not good:
        near = sorted(found, key=lambda item: not _near(item, read))
        return _refuse(question, Refusal.NOT_FOUND, bounds, contact, near)
    answer = _answer(question, chosen_lines(read, good, engine, filters), found, good[0].coverage)
    return replace(answer, notes=(*answer.notes, *_unasked_places(read, answer.bases, found)))


def _answers(item: Candidate, question: Question) -> bool:
    """Whether a sentence may be shown as an answer."""
    enough = ENOUGH_REASON if question.asks is Asked.REASON else ENOUGH
    return item.fits and not item.lacking and item.coverage >= enough and item.own >= ENOUGH_OWN


def _near(item: Candidate, question: Question) -> bool:
    """Whether a sentence that does not answer is on the matter, in the place that is asked about."""
    return item.coverage >= ENOUGH and not any(place in item.lacking for place in question.places)


def _announced(
    found: Sequence[Candidate], question: Question, engine: SearchEngine, filters: Filters
) -> Iterator[Candidate]:
    """Items of lists that answer but for the year, which the sentence that announces the list names (到2025年：)."""
    years = {f"{year}年" for year in question.years}
    short = [item for item in found if item.lacking and years.issuperset(item.lacking)]
    for item in [item for item in short if _answers(replace(item, lacking=()), question)][:MOST_ANNOUNCED]:
        lead = lead_in_of(item.hit.entry, document_entries(engine, item.hit.document, filters))
        if lead is not None and all(year in squeeze(lead.text) for year in item.lacking):
            yield replace(item, lacking=())


def _unasked_places(question: Question, bases: Sequence[Basis], found: Sequence[Candidate]) -> Iterator[str]:
    """What is said where no place was asked for, several have documents on the matter, and the answer is of one."""
    regions = {item.hit.entry.region for item in found if item.hit.entry.region}
    own = {item.hit.document: item.hit.entry.region for item in found}
    of = list(dict.fromkeys(region for basis in bases if (region := own.get(basis.document)) not in (None, NATIONAL)))
    names = (*of, *(shorten(region) or "" for region in of), *(basis.title for basis in bases))
    named = question.places or any(name and name in question.text for name in names)
    if len(of) == 1 and len(regions) > 1 and not named:
        yield ONE_PLACE.format(of[0])


def _answer(question: str, groups: tuple[tuple[Line, ...], ...], found: list[Candidate], coverage: float) -> Answer:
    groups = tuple(kept for group in groups if (kept := tuple(line for line in group if stands(line))))
    bases = tuple(_basis(line) for group in groups for line in group)
    notes = (*_notes(bases), *_dates(question, bases), *disagreement([group[0].entry for group in groups]))
    doubtful = any(basis.validity in NOTES or basis.role == "quoted" for basis in bases)
    doubtful = doubtful or OF_THEIR_TIME in notes
    return Answer(
        question=question,
        refused=False,
        text=_text(groups),
        bases=bases,
        strength=Strength.PARTIAL if coverage < PARTIAL or doubtful or len(groups) > 1 else Strength.DIRECT,
        nearest=nearest(found, {basis.clause for basis in bases}, NEAREST),
        notes=notes,
    )


def stands(line: Line) -> bool:
    """Whether a line stands in its clause character by character, and with it all its numbers, dates and bodies."""
    at = line.start - line.entry.start
    return bool(line.quote) and line.entry.text[at : at + len(line.quote)] == line.quote


def _text(groups: tuple[tuple[Line, ...], ...]) -> str:
    """The sentences with their numbers, one line for one document; cells of a row are parted by blanks."""
    number, lines = 0, []
    for group in groups:
        parts = []
        for line in group:
            number += 1
            parts.append(f"{_LINE_ENDS.sub('　', line.quote)}[{number}]")
        lines.append("".join(parts))
    return "\n".join(lines)


def _notes(bases: tuple[Basis, ...]) -> Iterable[str]:
    for number, basis in enumerate(bases, 1):
        if basis.validity in NOTES:
            yield NOTES[basis.validity].format(number)
        if basis.role == "quoted":
            yield QUOTED.format(number)


def _dates(question: str, bases: tuple[Basis, ...]) -> Iterable[str]:
    """What is said where question and source name a year from their own dates."""
    if read_question(question).relative and any(_FROM_TODAY.search(basis.quote) for basis in bases):
        yield OF_THEIR_TIME


def disagreement(entries: list[Entry]) -> Iterable[str]:
    """What is said where several documents answer differently."""
    if len(entries) < 2:
        return
    if len({(entry.region, entry.issuer) for entry in entries}) > 1:
        yield SEVERAL_PLACES
    elif len({entry.written_on for entry in entries}) > 1:
        yield OTHER_TIMES
    else:
        yield DIFFERENT


def _basis(line: Line) -> Basis:
    entry = line.entry
    kinds = [kind for kind in _ROLES if kind in entry.kinds]
    return Basis(
        document=entry.document,
        title=entry.title,
        clause=entry.clause,
        heading=entry.heading,
        quote=line.quote,
        start=line.start,
        role=kinds[0] if len(kinds) == 1 else "text",
        issuer=entry.issuer,
        doc_number=entry.doc_number,
        written_on=entry.written_on,
        validity=entry.validity,
    )


def _refuse(question: str, why: Refusal, bounds: Bounds, contact: str, found: list[Candidate] | None = None) -> Answer:
    near: tuple[Hit, ...] = nearest(found or [], set(), NEAREST)
    return Answer(
        question=question,
        refused=True,
        refusal=why,
        reason=refusal_text(why, bounds, contact),
        missing=tuple(dict.fromkeys((*unheld(read_question(question), found[0]), *found[0].lacking))) if found else (),
        nearest=near,
    )


def unheld(question: Question, item: Candidate) -> tuple[str, ...]:
    """What of the matter is not even near a sentence; words that stand together in the question as one."""
    passage = item.passage
    around = (passage.clause, passage.heading, passage.title)
    core, out = squeeze(question.core), list[str]()
    for term in terms_of(question):
        if (
            term.weight < THING
            or len(term.text) < 2
            or MEASURE.search(term.text)
            or any(form in text for text in around for form in term.wordings)
        ):
            continue
        if out and out[-1] + term.text in core:
            out[-1] += term.text
        else:
            out.append(term.text)
    return tuple(out)


def refusal_text(why: Refusal, bounds: Bounds, contact: str = "") -> str:
    """The sentence of a refusal; one for want of a source states the bounds of the corpus."""
    if why is Refusal.OUT_OF_SCOPE:
        return "该问题不在文件检索范围内。"
    if why is Refusal.TOO_SHORT:
        return "请补充要问的事项，例如地区、年份、指标。"
    if why is Refusal.PERSONAL_CASE:
        return f"本系统只摘录公开文件，不办理个案。请向{contact or '主管部门'}咨询。"
    span = (
        f"成文日期{day_in_words(bounds.first)}至{day_in_words(bounds.last)}，更新于{day_in_words(bounds.updated[:10])}"
        if bounds.first and bounds.last and bounds.updated
        else "均未载明成文日期"
    )
    return f"在本库收录的{bounds.documents}件文件（{span}）中，未找到可以直接回答该问题的原文。这不表示没有相关规定。"
