"""A clause that was found, with what matched in it and why; pure, and the same for every engine."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from search.engine import Entry, Highlight, Hit
from search.folding import fold, occurrences, seen, seen_offsets, squeezed_once
from search.matching import longest
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


class Marker:
    """Makes hits of one search, with their highlights and reasons.

    Args:
        plan: what was searched.
        relaxed: single words of the query count, not only its terms as a whole.
    """

    def __init__(self, plan: Plan, *, relaxed: bool = False) -> None:
        self._relaxed = relaxed
        self._wanted = [(leaf, plan.needles[leaf]) for leaf in plan.wanted]
        self._restricted = plan.restricted
        self._needles = _relaxed_needles(plan) if relaxed else [own for _, needles in self._wanted for own in needles]
        titles = (plan.needles[leaf][0] for leaf in plan.restricted if leaf.field == Field.TITLE)
        self._title_needles = [*self._needles, *titles]

    def hit(self, entry: Entry, score: float = 0.0, others: int = 0) -> Hit:
        """A found clause.

        Args:
            entry: the clause.
            score: as the engine gave it.
            others: further hits of its document that are not listed.
        """
        folded = fold(entry.text)
        text, heading, title = seen(folded), squeezed_once(entry.heading), squeezed_once(entry.title)
        reasons = _relaxed_reasons(text, self._needles) if self._relaxed else self._reasons(text, heading, title)
        return Hit(
            entry,
            highlights=_highlights(folded, text, self._needles),
            score=score,
            why=tuple(reasons),
            title_highlights=_highlights(fold(entry.title), title, self._title_needles),
            others=others,
        )

    def _reasons(self, text: str, heading: str, title: str) -> Iterator[str]:
        """One sentence for each term and place, the clause itself first."""
        for leaf, needles in self._wanted:
            for place, squeezed in (("正文", text), ("小标题", heading), ("标题", title)):
                yield from _reasons_of(leaf, needles, place, squeezed)
        for leaf in self._restricted:
            if leaf.field is not None:
                yield f"{_FIELD_LABELS[leaf.field]}含“{leaf.text}”"


def highlights(text: str, needles: Iterable[str]) -> tuple[Highlight, ...]:
    """Where squeezed strings stand in a text, in order; what overlaps or touches is one."""
    folded = fold(text)
    return _highlights(folded, seen(folded), needles)


def _highlights(folded: str, squeezed: str, needles: Iterable[str]) -> tuple[Highlight, ...]:
    found = sorted((at, at + len(needle)) for needle in needles for at in occurrences(needle, squeezed))
    if not found:
        return ()
    merged: list[tuple[int, int]] = []
    for start, end in found:
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    places = seen_offsets(folded)
    return tuple((places[start], places[end - 1] + 1) for start, end in merged)


def _relaxed_needles(plan: Plan) -> list[str]:
    """Words of two or more characters, and numbers."""
    return [word for word in plan.ranking.words if len(word) > 1 or word.isdigit()]


def _relaxed_reasons(squeezed: str, needles: Iterable[str]) -> Iterator[str]:
    kept = longest(needle for needle in needles if needle in squeezed)
    if kept:
        yield f"正文含{''.join(f'“{word}”' for word in kept[:_MOST_WORDS])}"


def _reasons_of(leaf: Leaf, needles: tuple[str, ...], place: str, text: str) -> Iterator[str]:
    own, *others = needles
    if own in text:
        yield f"{place}含“{leaf.text}”{text.count(own)}处"
    for other in others:
        if other in text:
            yield f"{place}以“{leaf.text}”的其他说法“{other}”命中{text.count(other)}处"
