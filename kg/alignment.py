"""An upper plan against a lower one: which indicators and tasks the lower one takes over, refines, or leaves out.

Pure, and explained: each line names both places and says what decided. A rate is taken over as it is (the lower plan's
target may be the same or go further); a number of things is refined, since a part of the whole falls to the lower
place; a task is refined where the lower plan gives it a number, a time limit or a body of its own.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from corpus.analysis import Analysis
from corpus.facts import Commitment, Comparison, Fact, Indicator, IndicatorKind
from corpus.period import Period
from kg.series import comparable, name_likeness, name_of, unit_of
from kg.wording import Rarity, grams_of, likeness, rarity_of, shared_words

TAKEN, REFINED, MISSING = "taken", "refined", "missing"
STATUSES = {TAKEN: "承接", REFINED: "细化", MISSING: "未承接"}
"""What a lower plan does with an item of the upper one."""

LEAST = 0.38
"""From this likeness on, two tasks are the same."""

SURE = 0.45
"""From this likeness on, one shared word is enough."""

LEAST_WITH_FIGURES = 0.25
"""The same where both name one indicator."""

_SAME_NAME = 0.66
"""From this likeness of their names on, two indicators are the same."""

_WORD = 3
"""Characters of the longest shared word of two tasks, at least."""

_LONG = 6
"""Characters of a word that tells an object by itself, at least."""

_GRAMS = 4
"""Pairs of characters within the object words of a task, at least: fewer are a heading or a formula."""

_RATES = frozenset({"%", "个百分点"})
"""Units of rates, which hold for the whole as for its parts."""

_NAME = 5
"""Characters of an indicator's name outside of tables, at least: 设立比例 does not say of what."""

_ASIDE = re.compile(r"[（(][^（）()]*[)）]|[的之]")
_PER_HEAD = re.compile(r"每|人均|平均")
_COUNTED = re.compile(r"指标$")  # 设置主要指标10项: said of the plan itself
_KINDS = re.compile(r"(?:公办|民办|公立|私立|民营|国有|农村|城镇|乡镇|新建|改建|老旧|大型|小微)$")


@dataclass(frozen=True, slots=True)
class Item:
    """An indicator's target or a task of a plan.

    Attributes:
        kind: `indicator` or `task`.
        fact: what it was read from.
        name: of the indicator; the words of the task.
        clause: eid of its clause.
        heading: of the section that a task stands in.
        figures: targets within the words of a task.
        target: of the indicator, with its time: 2028年不低于68%.
    """

    kind: str
    fact: Fact
    name: str
    clause: str | None
    heading: str = ""
    figures: tuple[Indicator, ...] = ()
    target: str = ""

    @property
    def words(self) -> str:
        """A task with its heading."""
        return f"{self.heading}；{self.name}" if self.heading else self.name


@dataclass(frozen=True, slots=True)
class Aligned:
    """One item of the upper plan with what answers to it in the lower one.

    Attributes:
        status: one of `STATUSES`.
        lower: None where nothing answers to it.
        strength: likeness of the two, 0 to 1.
        reason: one Chinese sentence.
    """

    upper: Item
    status: str
    lower: Item | None
    strength: float
    reason: str


def align(upper: Analysis, lower: Analysis) -> tuple[Aligned, ...]:
    """Every indicator and every task of the upper plan, each with its status, indicators first, in their order."""
    return (*_indicators(upper, lower), *_tasks(upper, lower))


# -- indicators -----------------------------------------------------------------------------------------------------


def _indicators(upper: Analysis, lower: Analysis) -> Iterator[Aligned]:
    below = list(_targets(lower))
    for item, aim in _last_of_each(_targets(upper)):
        pairs = [(_same(aim, other), other_item, other) for other_item, other in below]
        found = max(pairs, key=lambda pair: (pair[0], _until(pair[2])), default=None)
        if found is None or found[0] < _SAME_NAME:
            yield Aligned(item, MISSING, None, 0.0, "下级规划中没有名称和单位相同的目标。")
            continue
        status, reason = _compare(aim, found[2])
        yield Aligned(item, status, found[1], round(found[0], 2), reason)


def _targets(analysis: Analysis) -> Iterator[tuple[Item, Indicator]]:
    """The targets of a plan; a value that is no number cannot be compared."""
    for fact in analysis.of(Indicator):
        aims = fact.target is not None or fact.kind is IndicatorKind.TARGET
        named = len(_bare(fact)) >= (2 if fact.target is not None else _NAME) and not _COUNTED.search(fact.name)
        if aims and named and _number(fact) is not None:
            yield Item("indicator", fact, fact.name, _clause(analysis, fact), target=_said(fact)), fact


def _last_of_each(targets: Iterable[tuple[Item, Indicator]]) -> list[tuple[Item, Indicator]]:
    """One target of each indicator, in the order of the text: that of a table before all others, then the last."""
    kept: list[tuple[Item, Indicator]] = []
    for item, fact in sorted(targets, key=lambda pair: (pair[1].target is None, -_until(pair[1]).toordinal())):
        if not any(_same(fact, other) >= _SAME_NAME for _, other in kept):
            kept.append((item, fact))
    return sorted(kept, key=lambda pair: pair[1].span.start)


def _bare(fact: Indicator) -> str:
    """The name without asides: 县（市、区）… and 县（区）… are one."""
    return name_of(_ASIDE.sub("", fact.name))


def _same(one: Indicator, other: Indicator) -> float:
    """How much two indicators are alike; 0 where their units cannot be compared."""
    if unit_of(one.unit).base != unit_of(other.unit).base:
        return 0.0
    return name_likeness(_bare(one), _bare(other))


def _number(fact: Indicator) -> Decimal | None:
    value = fact.target if fact.target is not None else fact.value
    return comparable(value, fact.unit)


def _when(fact: Indicator) -> Period | None:
    return fact.target_when or fact.when


def _until(fact: Indicator) -> date:
    when = _when(fact)
    end = when.end or when.start if when else None
    return end.last_day if end else date.min


def _compare(aim: Indicator, own: Indicator) -> tuple[str, str]:
    """What the lower target does with the upper one."""
    said = f"上级为{_said(aim)}，下级为{_said(own)}"
    if unit_of(aim.unit).base not in _RATES and not _PER_HEAD.search(aim.name):
        return REFINED, f"{said}；总量指标由下级确定本地数值。"
    goal, reached = _number(aim), _number(own)
    less = goal is not None and reached is not None and (reached < goal) is (aim.comparison is not Comparison.AT_MOST)
    if goal == reached:
        less = False
    later, earlier = _until(own) > _until(aim), _until(own) < _until(aim)
    if less:
        return REFINED, f"{said}；下级要求{'较低，但时间较早' if earlier else '低于上级'}，须核对。"
    return TAKEN, f"{said}；" + ("数值不低于上级，但时间较晚，须核对。" if later else "达到上级要求。")


_MARKS = {Comparison.AT_LEAST: "不低于", Comparison.AT_MOST: "不超过", Comparison.ABOUT: "约"}


def _said(fact: Indicator) -> str:
    """A target as the reason names it: 2028年不低于68%."""
    value = fact.target if fact.target is not None else fact.value
    number = value[0] if isinstance(value, tuple) else value
    when = _when(fact)
    end = when.end or when.start if when else None
    mark = _MARKS.get(fact.comparison, "")
    return (f"{end}年" if end and end.month is None else str(end or "")) + f"{mark}{number}{fact.unit or ''}"


# -- tasks ----------------------------------------------------------------------------------------------------------


def _tasks(upper: Analysis, lower: Analysis) -> Iterator[Aligned]:
    items, below = _commitments(upper), _commitments(lower)
    rarity = rarity_of(item.words for item in (*items, *below))
    sharing = _Sharing(below)
    for item in items:
        found = _nearest(item, sharing.candidates(item), rarity)
        if found is None:
            yield Aligned(item, MISSING, None, 0.0, "下级规划中未见内容相近的任务。")
            continue
        strength, other = found
        own = tuple(_own_parts(item, other))
        words = "”“".join(shared_words(item.words, other.words)[:3])
        reason = f"共同提到“{words}”；" + (f"下级明确了{'、'.join(own)}。" if own else "下级未作进一步明确。")
        yield Aligned(item, REFINED if own else TAKEN, other, round(strength, 2), reason)


class _Sharing:
    """Tasks by the pairs of characters within their object words, so that not all are compared with all."""

    def __init__(self, items: Sequence[Item]) -> None:
        self._items = items
        self._having: defaultdict[str, list[int]] = defaultdict(list)
        for at, item in enumerate(items):
            for gram in grams_of(item.words):
                self._having[gram].append(at)

    def candidates(self, item: Item) -> list[Item]:
        """Those that share pairs enough for a word with a task, in their order."""
        shared = Counter(at for gram in grams_of(item.words) & self._having.keys() for at in self._having[gram])
        return [self._items[at] for at, count in sorted(shared.items()) if count >= _WORD - 1]


def _nearest(item: Item, below: Iterable[Item], rarity: Rarity) -> tuple[float, Item] | None:
    """The task most like another one; None where none is like enough.

    Those that can be most alike are looked at first: which words two tasks share takes longest to tell.
    """
    bounded = [
        (max(_near(item.name, other.name, rarity), _near(item.words, other.words, rarity)), other) for other in below
    ]
    best: tuple[float, Item] | None = None
    for bound, other in sorted(bounded, key=lambda pair: -pair[0]):
        if bound < LEAST_WITH_FIGURES or (best and bound <= best[0]):
            break
        strength = _alike(item, other, rarity)
        if strength and (best is None or strength > best[0]):
            best = strength, other
    return best


def _commitments(analysis: Analysis) -> Sequence[Item]:
    """The tasks of a plan that name an object."""
    items = (_task(analysis, fact) for fact in analysis.commitments)
    return [item for item in items if len(grams_of(item.name)) >= _GRAMS and not _LABEL.match(item.name)]


def _task(analysis: Analysis, fact: Commitment) -> Item:
    clause = analysis.outline.clause_at(fact.span.start)
    sections = {section.eid: section.title for section in analysis.outline.sections}
    in_table = clause is not None and clause.eid.startswith("tbl")
    heading = sections.get(clause.section or "", "") if clause and not in_table else ""
    name = "".join(analysis.quote(fact).split())
    figures = tuple(figure for figure in analysis.indicators if fact.span.contains(figure.span))
    return Item("task", fact, name, clause.eid if clause else None, "" if heading in name else heading, figures)


def _alike(one: Item, other: Item, rarity: Rarity) -> float:
    """How much two tasks are alike, by themselves or under their headings; 0 where that is too little."""
    strength = max(_shared(one.name, other.name, rarity), _shared(one.words, other.words, rarity))
    measured = any(_same(aim, own) >= _SAME_NAME for aim in one.figures for own in other.figures)
    if not measured and strength < SURE and not _tell_enough(shared_words(one.words, other.words)):
        return 0.0
    return strength if strength >= (LEAST_WITH_FIGURES if measured else LEAST) else 0.0


def _tell_enough(words: Sequence[str]) -> bool:
    """Whether shared words tell one object: a long one, or two; 数字化转型 alone is an object of many tasks."""
    return len(words[0]) >= _LONG or sum(len(word) >= _WORD for word in words) > 1 if words else False


def _shared(one: str, other: str, rarity: Rarity) -> float:
    """How near two texts are; 0 where they share no word that names an object, or the first is only on some of them."""
    near = _near(one, other, rarity)
    words = shared_words(one, other) if near >= LEAST_WITH_FIGURES else ()
    if not words or len(words[0]) < _WORD or any(_narrower(word, one, other) for word in words):
        return 0.0
    return near


def _near(one: str, other: str, rarity: Rarity) -> float:
    """The mean of the likeness of two texts and of how much of the shorter one stands in the other."""
    mine, theirs = grams_of(one), grams_of(other)
    if not mine & theirs:
        return 0.0
    least = min(map(rarity.of, (mine, theirs)))
    return (likeness(one, other, rarity) + rarity.of(mine & theirs) / least) / 2


def _narrower(word: str, one: str, other: str) -> bool:
    """Whether a word stands behind a word for some kind of its objects in the first text, which the other lacks."""
    kind = _KINDS.search(one[: one.index(word)]) if word in one else None
    return kind is not None and kind[0] not in other


_LABEL = re.compile(r"[一二三四五六七八九十]+、[^，。；]{2,16}$")  # 一、居家社区服务: a heading within a table
_FIGURE = re.compile(r"[0-9]+(?:\.[0-9]+)?\s*(?:[万亿千百]?[一-鿿]|[%％])")


def _own_parts(item: Item, other: Item) -> Iterator[str]:
    """What the lower task says that the upper one does not: numbers, a time limit, bodies."""
    mine, theirs = item.fact, other.fact
    if set(_FIGURE.findall(other.name)) - set(_FIGURE.findall(item.name)):
        yield "本地数值"
    if isinstance(theirs, Commitment) and isinstance(mine, Commitment):
        if theirs.deadline and theirs.deadline != mine.deadline:
            yield f"时限（{theirs.deadline}）"
        if theirs.actors:
            yield f"责任单位（{theirs.actors[0].name}{'等' if len(theirs.actors) > 1 else ''}）"


def _clause(analysis: Analysis, fact: Fact) -> str | None:
    clause = analysis.outline.clause_at(fact.span.start)
    return clause.eid if clause else None
