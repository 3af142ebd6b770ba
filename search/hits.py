"""A clause that was found, with what matched in it and why; pure, and the same for every engine."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from search.engine import Entry, Highlight, Hit
from search.folding import fold, occurrences, seen_offsets, squeeze
from search.plan import Plan
from search.query import Field, Leaf

_MOST_WORDS = 8
"""Words that a reason lists."""
_FIELD_LABELS = {
    Field.TITLE: "标题",
    Field.NUMBER: "发文字号",
    Field.ISSUER: "发文机关",
    Field.DEPARTMENT: "责任部门",
    Field.GENRE: "文种",
    Field.REGION: "地区",
}


def hit(entry: Entry, plan: Plan, score: float = 0.0, *, relaxed: bool = False) -> Hit:
    """A found clause with its highlights and reasons.

    Args:
        entry: the clause.
        plan: what was searched.
        score: as the engine gave it.
        relaxed: single words of the query count, not only its terms as a whole.
    """
    needles = _relaxed_needles(plan) if relaxed else tuple(_needles(plan))
    titles = [plan.needles[leaf][0] for leaf in plan.restricted if leaf.field == Field.TITLE]
    text, heading, title = squeeze(entry.text), squeeze(entry.heading), squeeze(entry.title)
    reasons = _relaxed_reasons(text, needles) if relaxed else _reasons(text, heading, title, plan)
    return Hit(
        entry,
        highlights=_highlights(entry.text, text, needles),
        score=score,
        why=tuple(reasons),
        title_highlights=_highlights(entry.title, title, (*needles, *titles)),
    )


def highlights(text: str, needles: Iterable[str]) -> tuple[Highlight, ...]:
    """Where squeezed strings stand in a text, in order; what overlaps or touches is one."""
    return _highlights(text, squeeze(text), needles)


def _highlights(text: str, squeezed: str, needles: Iterable[str]) -> tuple[Highlight, ...]:
    found = sorted((at, at + len(needle)) for needle in needles for at in occurrences(needle, squeezed))
    if not found:
        return ()
    merged: list[tuple[int, int]] = []
    for start, end in found:
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    places = seen_offsets(fold(text))
    return tuple((places[start], places[end - 1] + 1) for start, end in merged)


def _needles(plan: Plan) -> Iterator[str]:
    return (needle for leaf in plan.wanted for needle in plan.needles[leaf])


def _relaxed_needles(plan: Plan) -> tuple[str, ...]:
    """Words of two or more characters, and numbers."""
    return tuple(word for word in plan.ranking.words if len(word) > 1 or word.isdigit())


def _relaxed_reasons(squeezed: str, needles: tuple[str, ...]) -> Iterator[str]:
    words = [needle for needle in needles if needle in squeezed]
    kept = [word for word in words if not any(word != other and word in other for other in words)]
    if kept:
        yield f"正文含{''.join(f'“{word}”' for word in kept[:_MOST_WORDS])}"


def _reasons(text: str, heading: str, title: str, plan: Plan) -> Iterator[str]:
    """One sentence for each term and place, the clause itself first."""
    for leaf in plan.wanted:
        for place, squeezed in (("正文", text), ("小标题", heading), ("标题", title)):
            yield from _reasons_of(leaf, plan.needles[leaf], place, squeezed)
    for leaf in plan.restricted:
        if leaf.field is not None:
            yield f"{_FIELD_LABELS[leaf.field]}含“{leaf.text}”"


def _reasons_of(leaf: Leaf, needles: tuple[str, ...], place: str, text: str) -> Iterator[str]:
    own, *others = needles
    if own in text:
        yield f"{place}含“{leaf.text}”{text.count(own)}处"
    for other in others:
        if other in text:
            yield f"{place}以“{leaf.text}”的其他说法“{other}”命中{text.count(other)}处"
