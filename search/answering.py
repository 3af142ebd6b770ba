"""From candidates to an answer or a refusal: the thresholds, the checks of each sentence, and the words."""

from __future__ import annotations

from corpus import Validity
from corpus.store import Bounds
from search.answer import Answer, Basis, Refusal, Strength
from search.engine import Filters, Hit, SearchEngine
from search.evidence import Candidate, candidates
from search.question import LEAST_CHARACTERS, Asked, Question, off_topic, read_question

ENOUGH = 0.62
"""Least coverage of a sentence that answers; below it the question is refused."""
PARTIAL = 0.8
"""Below this coverage an answer is called partial."""
MOST_SENTENCES = {Asked.LIST: 3, Asked.MANNER: 3}
NEAREST = 3
NOTES = {
    Validity.DRAFT: "来源[{}]为征求意见稿，不作为现行规定。",
    Validity.EXPIRED: "来源[{}]已失效，仅供了解当时的规定。",
}


def answer_question(question: str, engine: SearchEngine, bounds: Bounds, filters: Filters, contact: str) -> Answer:
    """The answer to a question, as `search.answer.answer` promises it."""
    kind = off_topic(question)
    if kind:
        return _refuse(question, Refusal(kind), bounds, contact)
    if len(question.strip()) < LEAST_CHARACTERS:
        return _refuse(question, Refusal.TOO_SHORT, bounds, contact)
    read = read_question(question)
    found = candidates(read, engine, filters)
    good = [item for item in found if item.coverage >= ENOUGH and not item.lacking]
    if not good:
        return _refuse(question, Refusal.NOT_FOUND, bounds, contact, found, read)
    chosen = _chosen(good, MOST_SENTENCES.get(read.asks, 1))
    return _answer(question, chosen, found)


def _chosen(good: list[Candidate], most: int) -> list[Candidate]:
    """The best sentence, and such others of nearly the same score as stand in the same document."""
    best = good[0]
    alike = [
        item
        for item in good[1:]
        if item.hit.document == best.hit.document and item.score >= 0.92 * best.score and item.quote != best.quote
    ]
    return sorted([best, *alike[: most - 1]], key=lambda item: item.start)


def _answer(question: str, chosen: list[Candidate], found: list[Candidate]) -> Answer:
    bases = tuple(_basis(item) for item in chosen)
    weak = min(item.coverage for item in chosen) < PARTIAL
    doubtful = any(basis.validity in NOTES for basis in bases)
    notes = [NOTES[basis.validity].format(number) for number, basis in enumerate(bases, 1) if basis.validity in NOTES]
    return Answer(
        question=question,
        refused=False,
        text="".join(f"{basis.quote}[{number}]" for number, basis in enumerate(bases, 1)),
        bases=bases,
        strength=Strength.PARTIAL if weak or doubtful else Strength.DIRECT,
        nearest=_nearest(found, {basis.clause for basis in bases}),
        notes=tuple(notes),
    )


def _basis(item: Candidate) -> Basis:
    entry = item.hit.entry
    kinds = [kind for kind in ("commitment", "achievement", "quoted") if kind in entry.kinds]
    return Basis(
        document=entry.document,
        title=entry.title,
        clause=entry.clause,
        heading=entry.heading,
        quote=item.quote,
        start=item.start,
        role=kinds[0] if len(kinds) == 1 else "text",
        issuer=entry.issuer,
        doc_number=entry.doc_number,
        written_on=entry.written_on,
        validity=entry.validity,
    )


def _nearest(found: list[Candidate], without: set[str]) -> tuple[Hit, ...]:
    hits = {item.hit.entry.start: item.hit for item in found if item.hit.clause not in without}
    return tuple(hits.values())[:NEAREST]


def _refuse(
    question: str,
    why: Refusal,
    bounds: Bounds,
    contact: str,
    found: list[Candidate] | None = None,
    read: Question | None = None,
) -> Answer:
    near = found or []
    missing = near[0].lacking if near and read else ()
    return Answer(
        question=question,
        refused=True,
        refusal=why,
        reason=refusal_text(why, bounds, contact),
        missing=missing,
        nearest=_nearest(near, set()),
    )


def refusal_text(why: Refusal, bounds: Bounds, contact: str = "") -> str:
    """The sentence of a refusal; one for want of a source states the bounds of the corpus."""
    if why is Refusal.OUT_OF_SCOPE:
        return "该问题不在文件检索范围内。"
    if why is Refusal.TOO_SHORT:
        return "请补充要问的事项，例如地区、年份、指标。"
    if why is Refusal.PERSONAL_CASE:
        return f"本系统只摘录公开文件，不办理个案。请向{contact or '主管部门'}咨询。"
    span = (
        f"成文日期{bounds.first}至{bounds.last}，更新于{(bounds.updated or '')[:10]}"
        if bounds.first
        else "均未载明成文日期"
    )
    return f"在本库收录的{bounds.documents}件文件（{span}）中，未找到可以直接回答该问题的原文。这不表示没有相关规定。"
