"""From a promise to what became of it: later statements of the same place on the same object. Pure, and explained.

A later statement counts where it shares enough object words with the promise, the rarer in the two documents the more.
A later promise restates it; an achievement takes it further, or fulfils it where its figure reaches the promised one
or the promised paper is out. What no later document mentions is told with how far was searched, never as undone.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from itertools import chain, groupby
from operator import itemgetter

from corpus.store.graph_rows import Edge, Figure, Statement
from kg.series import name_likeness, unit_of
from kg.titles import key_of, plain
from kg.wording import Rarity, chunks_of, grams_of, likeness, marks_of, shared_words, triples_of

LEAST = 0.25
"""From this likeness on, two statements are on the same object."""

LEAST_TO_RESTATE = 0.35
"""The same where the later one is a promise too: much of what offices promise sounds alike."""

LEAST_WITH_FIGURES = 0.18
"""The same where both state a figure of the same measure."""

LEAST_APART = 0.5
"""The same where the two documents are on different matters: offices of one place use each other's words."""

_CONTINUED = 0.7
"""What these are multiplied by where one office answers again."""

LEAST_ON_ONE_MATTER = 0.12
"""The same where one office answers again on the matter that the promise stands under, and nothing nearer is found."""

_TERM = 4
"""Characters of a word that names a matter, or that two statements on one matter have to share, at least."""

_NAMED = 3
"""Statements of the later document that name a matter, at least."""

_FEW = 2
"""Statements on one matter that are taken for one promise, at most."""

_SAME_MEASURE = 0.5
"""From this likeness of their names on, two figures measure the same."""

_SHORT = 12
"""Characters of a statement without figures, at least."""

_WORD = 3
"""Characters of the longest shared word, at least."""

_DONE = re.compile(r"已|完成|建成|出台|印发|实现|达到|投入使用|上线|全覆盖|办结|落实到位|启用|施行|发布|公布")
_UNDONE = re.compile(r"尚未|未能|没有完成|未完成|未达到|滞后|进展缓慢|推迟|延期")
_ADDED = re.compile(r"新增|净增|增加|增长|新建|同比")
_YEARLY = re.compile(r"每年|年均|每季度|每月")
_SUMMED = re.compile(r"累计|合计|[年月]至[0-9]{4}年")
_DAY = re.compile(
    r"(?P<year>(?:19|20)[0-9]{2})年(?:(?P<month>[0-9]{1,2})月)?(?P<on>[^，。；]{0,6}(?:以来|至今|[起来至]))?"
)
_EARLY = re.compile(r"初期|之初|伊始|起步阶段")
_PAPER = re.compile(r"(?:出台|制定|印发|修订|编制|发布)[^，。；]{0,6}《(?P<title>[^《》]+)》")
_TITLE = re.compile(r"《([^《》]+)》")


@dataclass(frozen=True, slots=True)
class Link:
    """What a later statement does with a promise.

    Attributes:
        kind: edge kind: `restated_by`, `progressed_by`, `fulfilled_by` or `contradicted_by`.
        strength: likeness of the two statements, 0 to 1.
        words: object words that both have.
        reason: one Chinese sentence.
    """

    promise: Statement
    later: Statement
    kind: str
    strength: float
    words: tuple[str, ...]
    reason: str


@dataclass(frozen=True)  # without slots: what is asked for is kept beside the fields
class Said:
    """The statements of one document, made ready once to be compared with those of many others.

    Only what a comparison needs is made: most statements around a document share no word with it.

    Attributes:
        statements: all of them.
        indexed: whether the document is the one that many others are compared with.
    """

    statements: Sequence[Statement]
    indexed: bool = False

    @cached_property
    def all(self) -> tuple[Statement, ...]:
        """Those that say more than a label."""
        return tuple(statement for statement in self.statements if _says_enough(statement))

    @cached_property
    def promises(self) -> tuple[Statement, ...]:
        """Those that later documents may answer."""
        return tuple(statement for statement in self.all if statement.kind == "commitment")

    @cached_property
    def counted(self) -> Counter[str]:
        """How many statements have each pair of neighbouring characters."""
        return Counter(chain.from_iterable(grams_of(statement.quote) for statement in self.statements))

    @cached_property
    def having(self) -> Mapping[str, Sequence[int]]:
        """The three neighbouring characters of object words, and the places among `all` of those that have them."""
        found: defaultdict[str, list[int]] = defaultdict(list)
        for at, statement in enumerate(self.all):
            for word in triples_of(statement.quote):
                found[word].append(at)
        return found


def links_between(earlier: Said, later: Said, *, continued: bool = False, apart: bool = False) -> Iterator[Link]:
    """The links from the promises of one document to the statements of a later one.

    Args:
        earlier: the document of the promises.
        later: the other.
        continued: whether the same office answers again.
        apart: whether the two are on different matters, see `kinship.are_apart`.
    """
    sharing = list(_sharing(earlier, later))
    if not sharing:
        return
    rarity = Rarity(len(earlier.statements) + len(later.statements), earlier.counted, later.counted)
    ease, floor = _CONTINUED if continued else 1.0, LEAST_APART if apart else 0.0
    for promise, statements in sharing:
        found = [link for statement in statements if (link := _link(promise, statement, rarity, ease, floor))]
        yield from found or (_on_one_matter(promise, statements, later, rarity) if continued else ())


def _on_one_matter(promise: Statement, statements: Sequence[Statement], later: Said, rarity: Rarity) -> list[Link]:
    """The nearest statements of a reply that comes back to the matter which the promise's heading names."""
    matters = [
        word
        for word in chunks_of(promise.heading)
        if len(word) >= _TERM and sum(word in one.quote for one in later.all) >= _NAMED
    ]
    if not matters:
        return []
    found = []
    for statement in statements:
        strength = likeness(promise.quote, statement.quote, rarity)
        words = shared_words(promise.quote, statement.quote)
        own = [word for word in words if len(word) >= _TERM and not any(word in matter for matter in matters)]
        if strength >= LEAST_ON_ONE_MATTER and own and not _was_before(promise, statement):
            kind, why = _judge(promise, statement, _figure_reached(promise, statement))
            reason = f"同属“{matters[0]}”事项，共同提到“{'”“'.join(own[:4])}”；{why}"
            found.append(Link(promise, statement, kind, round(strength, 3), words, reason))
    return sorted(found, key=lambda link: (-link.strength, link.later.id))[:_FEW]


def _sharing(earlier: Said, later: Said) -> Iterator[tuple[Statement, list[Statement]]]:
    """Each promise with the later statements that share a word with it, and pairs of characters enough."""
    if earlier.indexed:
        found = _pairs(later.all, earlier.all, earlier.having)
        ones, pairs = earlier.all, [(one, other) for other, one in found if earlier.all[one].kind == "commitment"]
    else:
        ones, pairs = earlier.promises, list(_pairs(earlier.promises, later.all, later.having))
    for one, some in groupby(sorted(pairs), key=itemgetter(0)):
        yield ones[one], [later.all[other] for _, other in some]


def _pairs(
    some: Sequence[Statement], indexed: Sequence[Statement], having: Mapping[str, Sequence[int]]
) -> Iterator[tuple[int, int]]:
    """The places of statements that share a word, and pairs of characters enough."""
    words = having.keys()
    for at, statement in enumerate(some):
        if words.isdisjoint(marks_of(statement.quote)):
            continue
        grams = grams_of(statement.quote)
        for other in {place for word in triples_of(statement.quote) & words for place in having[word]}:
            if len(grams & grams_of(indexed[other].quote)) >= _WORD:
                yield at, other


def _says_enough(statement: Statement) -> bool:
    """Whether it is more than a label: a heading of a table's row is taken for no statement."""
    return len(statement.quote) >= _SHORT or bool(statement.figures)


def _in_base(figure: Figure) -> Figure:
    unit = unit_of(figure.base)
    return figure._replace(number=figure.number * unit.factor, base=unit.base)


def _link(promise: Statement, later: Statement, rarity: Rarity, ease: float, floor: float) -> Link | None:
    strength = likeness(promise.quote, later.quote, rarity, LEAST_WITH_FIGURES * ease)
    if strength < LEAST_WITH_FIGURES * ease or _was_before(promise, later):
        return None
    words = shared_words(promise.quote, later.quote)
    figures = _figure_reached(promise, later)
    least = LEAST_TO_RESTATE if later.kind == "commitment" else LEAST
    if not words or len(words[0]) < _WORD or (figures is None and strength < max(least * ease, floor)):
        return None
    kind, why = _judge(promise, later, figures)
    reason = f"共同提到“{'”“'.join(words[:4])}”；{why}"
    return Link(promise, later, kind, round(strength, 3), words, reason)


def _was_before(promise: Statement, later: Statement) -> bool:
    """Whether a later document tells of something that was done before the promise was made: it cannot answer it.

    Told by the last day that the statement can mean, or by its own words; what goes on since then may answer it.
    """
    if later.kind != "achievement" or promise.on is None:
        return False
    if _EARLY.search(later.quote):
        return True
    found = list(_DAY.finditer(later.quote))
    if not found or any(day["on"] for day in found):
        return False
    latest = max(f"{day['year']}-{int(day['month'] or 12):02d}" for day in found)
    return latest < promise.on[: len(latest)]


def _judge(promise: Statement, later: Statement, figures: tuple[bool, str] | None) -> tuple[str, str]:
    """What the later statement does with the promise, and why."""
    if later.kind == "commitment":
        return "restated_by", "后一文件仍作为待办事项列出。"
    if _UNDONE.search(later.quote):
        return "contradicted_by", "后一文件称未完成或进展滞后。"
    if figures:
        reached, words = figures
        return ("fulfilled_by" if reached else "progressed_by"), words
    paper = _PAPER.search(promise.quote)
    if paper and paper["title"] in _TITLE.findall(later.quote) and _DONE.search(later.quote):
        return "fulfilled_by", f"承诺制定的《{paper['title']}》已见于后一文件。"
    return "progressed_by", "后一文件作为已开展或已完成的工作列出，是否完全兑现须核对原文。"


def _figure_reached(promise: Statement, later: Statement) -> tuple[bool, str] | None:
    """Whether the figures of the later statement reach all promised ones; None without a pair of one measure.

    Told by the pair most alike; a sum over years says nothing of what was promised for each year.
    """
    aims = [_in_base(aim) for aim in promise.figures if aim.kind != "actual"]
    if _YEARLY.search(promise.quote) and _SUMMED.search(later.quote):
        return None
    reached = [_in_base(figure) for figure in later.figures]
    pairs = [pair for aim in aims if (pair := _nearest(aim, reached))]
    if not pairs:
        return None
    _, aim, got = max(pairs, key=lambda pair: pair[0])
    words = f"承诺{_shown(aim.number)}{aim.base}，后一文件载明{_shown(got.number)}{got.base}，"
    if not _reaches(got, aim):
        return False, words + "尚未达到。"
    if len(pairs) < len(aims) or not all(_reaches(got, aim) for _, aim, got in pairs):
        return False, words + "已达到；承诺中的其他数值未见对应。"
    return True, words + "已达到。"


def _nearest(aim: Figure, figures: Sequence[Figure]) -> tuple[float, Figure, Figure] | None:
    """The reached figure that measures the same as a promised one, with how much their names are alike."""
    pairs = [
        (name_likeness(aim.name, got.name), aim, got)
        for got in figures
        if got.kind == "actual" and aim.base == got.base and _adds(aim.name) is _adds(got.name)
    ]
    found = max(pairs, key=lambda pair: pair[0], default=None)
    return found if found and found[0] >= _SAME_MEASURE else None


def _adds(name: str) -> bool:
    """Whether a figure says how many are added, not how many there are."""
    return _ADDED.search(name) is not None


def _reaches(got: Figure, aim: Figure) -> bool:
    return got.number <= aim.number if aim.falling else got.number >= aim.number


def _shown(number: Decimal) -> str:
    return f"{number.normalize():f}"


def papers_between(earlier: Sequence[Statement], document: str, on: str | None, keys: frozenset[str]) -> Iterator[Edge]:
    """Edges from promises to make a paper to the document that is this paper.

    Args:
        earlier: statements of an earlier document.
        document: id of the later one.
        on: its date.
        keys: ids of the works that it is, see `titles.work_keys`.
    """
    for promise in earlier:
        if promise.kind != "commitment" or "《" not in promise.quote:
            continue
        for paper in _PAPER.finditer(promise.quote):
            if key_of(plain(paper["title"])) in keys:
                how = f"承诺制定的《{paper['title']}》已收入本库。"
                yield Edge("fulfilled_by", promise.id, document, document, how=how, on=on)


def edge_of(link: Link) -> Edge:
    """The link as an edge, proved by the later statement."""
    later = link.later
    ends = (link.kind, link.promise.id, later.id, later.document, later.clause, later.span)
    return Edge(*ends, link.reason, link.strength, on=later.on)
