"""A second look at the best hits: how much of the query each covers, and how well its whole document fits.

BM25 of separate fields prefers a clause that repeats one word to one that holds a bit of everything; what is asked for
is mostly named once, part of it in the title, part of it in another clause of the same document.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from search.engine import Entry
from search.folding import squeeze_each
from search.plan import Plan
from search.stored import factor
from search.weights import Weights

WINDOW = 100
"""Hits that are looked at again."""
FEWEST_PAIRS = 3
"""Pairs from which on a query can be covered in part."""

_SAYS_SOMETHING = 40
"""Characters from which on a clause is more than a heading."""
_NAMED_BY_FIGURE = re.compile(r"[0-9a-z]+[㐀-鿿]")  # 128路, 3号, a7县, 5g网: one thing, though cut between its parts
_DISTRICTS = str.maketrans("县旗", "区区")
"""Divisions of one level, of which a text on one is not on another: A7县 is no A6区."""
_DIVISIONS = frozenset("省市区县旗州")
_COUNTED = frozenset("年月日时分秒元万亿千百个人次名岁天周条项件多倍以至到和及平公米")
"""What stands behind a number of things rather than behind the name of one: 3人 is no other 人 than 5人."""
_FEW_CUT_UP, _MOST_CUT_UP = 0.3, 0.6
"""Shares of the hits that are of works cut into several documents."""
_FEW_ALONE, _MOST_ALONE = 0.85, 0.95
"""Documents for each hit, from where on hits are documents by themselves."""
_RUN = 4
"""Characters in a row that are hardly there by chance."""
_OPENING = 60
"""Characters at its beginning in which a document says what it is about."""
_SATURATION = {"characters": 2.0, "document": 0.5, "title": 4.0}
_LENGTH = {"characters": 0.9, "document": 0.75, "title": 0.3}
"""How soon a further occurrence counts no more (k1 of BM25), and how much a long text has to have more of them (b)."""


@dataclass(frozen=True, slots=True)
class _Seen:
    """What is looked at of a hit: its clause, and the same with headings and title, both squeezed.

    `counts` says how often each of the query's pairs and characters stands in the clause, where it does; `held` are
    those that stand there or in headings and title.
    """

    entry: Entry
    text: str
    around: str
    counts: Mapping[str, int]
    held: frozenset[str]


def second_look(
    scores: Sequence[float],
    entries: Sequence[Entry],
    plan: Plan,
    rarity: Callable[[str], float],
    weights: Weights,
    *,
    by_document: bool = False,
) -> list[float]:
    """New scores of the best hits: the old one, and shares of the best old one for each further part.

    Args:
        scores: of the engine, best first.
        entries: of these hits.
        plan: what was asked for.
        rarity: of a character or a pair of them in the index: what finding it is worth.
        weights: of the parts.
        by_document: documents are ranked rather than clauses, so that the whole document counts more.
    """
    pairs, characters = _worth(plan.ranking.pairs, rarity), _worth(plan.ranking.characters, rarity)
    if not scores or not sum(pairs.values()):
        return list(scores)
    factors = [factor(entry) for entry in entries]
    plain = [score / of for score, of in zip(scores, factors, strict=True)]
    best = max(plain)
    tokens = (*pairs, *characters)
    seen = [_look(*each, plan.ranking.wordings, tokens) for each in _squeezed(entries)]
    named = _Named(plan.ranking.phrases)
    alone = _alone(entries)
    same_title = weights.same_title * _cut_up(entries)
    nothing = [0.0] * len(seen)
    runs = _runs(plan.ranking.phrases, pairs) if by_document else {}
    document, of_document = (
        (weights.whole_document, weights.coverage_of_document) if by_document else (weights.document, 0.0)
    )
    parts = (
        (1.0 + alone * weights.document, [score / best for score in plain]),
        (weights.coverage, _covered([hit.held for hit in seen], pairs)),
        (weights.coverage_of_characters, _covered([hit.held for hit in seen], characters)),
        (weights.figures, [named.share(hit.around) for hit in seen]),
        (-weights.other_figures, [named.others(hit.around) for hit in seen]),
        (weights.substance, [min(len(hit.text) / _SAYS_SOMETHING, 1.0) for hit in seen]),
        (weights.repeated, _by_characters(seen, characters)),
        ((1 - alone) * document, _by_document(seen, pairs) if alone < 1 else nothing),
        ((1 - alone) * of_document, _covered_by_document(seen, pairs) if of_document and alone < 1 else nothing),
        (alone * weights.opening, _covered([hit.text[:_OPENING] for hit in seen], pairs) if alone else nothing),
        (weights.runs, _covered([hit.around for hit in seen], runs) if by_document else nothing),
        (same_title, _by_title(seen, pairs) if same_title else nothing),
    )
    sums = [0.0] * len(seen)
    for weight, values in parts:
        sums = [before + weight * value for before, value in zip(sums, values, strict=True)]
    return [best * value * of for value, of in zip(sums, factors, strict=True)]


def _worth(tokens: Collection[str], rarity: Callable[[str], float]) -> dict[str, float]:
    return {token: rarity(token) for token in tokens}


def _squeezed(entries: Sequence[Entry]) -> Iterator[tuple[Entry, str, str]]:
    """Each entry with its text, and with this, its headings and its title as one text, all squeezed at once."""
    texts = [entry.text for entry in entries]
    others = list({text: None for entry in entries for text in (entry.heading, entry.title)})
    squeezed = squeeze_each([*texts, *others])
    of = dict(zip(others, squeezed[len(texts) :], strict=True))
    for entry, text in zip(entries, squeezed, strict=False):
        yield entry, text, "\n".join((text, of[entry.heading], of[entry.title]))


def _look(
    entry: Entry, text: str, around: str, wordings: Sequence[tuple[str, tuple[str, ...]]], tokens: Sequence[str]
) -> _Seen:
    """The hit of this squeezed text; what it says in other words than the query's counts as said in these."""
    said = [form for form, others in wordings if form not in around and any(other in around for other in others)]
    if said:
        text, around = "\n".join((text, *said)), "\n".join((around, *said))
    held = [token for token in tokens if token in around]
    counts = {token: count for token in held if (count := text.count(token))}
    return _Seen(entry, text, around, counts, frozenset(held))


def _covered(held: Iterable[Container[str]], worth: Mapping[str, float]) -> list[float]:
    """Of each set of tokens, or text, the share of the worth that it holds."""
    whole = sum(worth.values())
    if not whole:
        return [0.0 for _ in held]
    return [sum([value for token, value in worth.items() if token in tokens]) / whole for tokens in held]


def _runs(phrases: Sequence[str], pairs: Mapping[str, float]) -> dict[str, float]:
    """The runs of characters in the wanted terms that are made of telling pairs, each worth what these are."""
    found: dict[str, float] = {}
    for phrase in phrases:
        for at in range(len(phrase) - _RUN + 1):
            run = phrase[at : at + _RUN]
            within = [run[place : place + 2] for place in range(_RUN - 1)]
            if all(pair in pairs for pair in within):
                found[run] = sum(pairs[pair] for pair in within)
    return found


def _alone(entries: Sequence[Entry]) -> float:
    """How far the hits are documents by themselves, as letters or articles are: from 0 to 1.

    What documents say as wholes tells nothing more of these; the engine's own score counts in its stead.
    """
    documents = len({entry.document for entry in entries})
    return min(max((documents / len(entries) - _FEW_ALONE) / (_MOST_ALONE - _FEW_ALONE), 0.0), 1.0)


def _covered_by_document(seen: Sequence[_Seen], worth: Mapping[str, float]) -> list[float]:
    """The share of the worth that all hits of a document hold together, each hit with the value of its document."""
    held: dict[str, set[str]] = defaultdict(set)
    for hit in seen:
        held[hit.entry.document].update(hit.held)
    value_of = dict(zip(held, _covered(held.values(), worth), strict=True))
    return [value_of[hit.entry.document] for hit in seen]


class _Named:
    """The things that a query names by a figure: 128路, 3号线, A7县.

    Args:
        phrases: of the query, squeezed.
    """

    def __init__(self, phrases: Sequence[str]) -> None:
        names = frozenset(_NAMED_BY_FIGURE.findall("\n".join(phrases)))
        self._names = frozenset(name for name in names if name[-1] not in _DIVISIONS)
        kinds = {_kind(name) for name in names} - _COUNTED
        self._of_kind = {kind: {name for name in names if _kind(name) == kind} for kind in kinds}
        ends = "".join(sorted({*kinds, *("县旗" if "区" in kinds else "")}))
        self._any = re.compile(f"(?<![0-9a-z])[0-9a-z]{{1,12}}[{ends}]") if kinds else None

    def share(self, text: str) -> float:
        """The share of them that stand in a text."""
        return sum(name in text for name in self._names) / len(self._names) if self._names else 0.0

    def others(self, text: str) -> float:
        """The share of the kinds of which the text names others and none of these: it is on another road or line."""
        if self._any is None:
            return 0.0
        found = set(self._any.findall(text))
        kinds = {_kind(name) for name in found}
        return sum(not found & self._of_kind[kind] for kind in kinds) / len(self._of_kind)


def _kind(name: str) -> str:
    """What kind of thing a name by a figure names: its last character, divisions of one level as one kind."""
    return name[-1].translate(_DISTRICTS)


def _by_characters(seen: Sequence[_Seen], worth: Mapping[str, float]) -> list[float]:
    """BM25 of the characters of the clauses alone, stricter with long ones than the engine is; the best is 1."""
    return _bm25(
        [hit.counts for hit in seen],
        [len(hit.text) for hit in seen],
        worth,
        "characters",
    )


def _by_document(seen: Sequence[_Seen], worth: Mapping[str, float]) -> list[float]:
    """BM25 of the pairs in all hits of a document together, each hit with the value of its document; the best is 1.

    A document is as long as the end of its last hit tells.
    """
    counts: dict[str, dict[str, int]] = defaultdict(dict)
    lengths: dict[str, int] = defaultdict(int)
    for hit in seen:
        document = hit.entry.document
        held = counts[document]
        for token, count in hit.counts.items():
            held[token] = held.get(token, 0) + count
        lengths[document] = max(lengths[document], hit.entry.start + len(hit.text))
    values = _bm25(list(counts.values()), [lengths[document] for document in counts], worth, "document")
    value_of = dict(zip(counts, values, strict=True))
    return [value_of[hit.entry.document] for hit in seen]


def _cut_up(entries: Sequence[Entry]) -> float:
    """How far the hits are of works cut into several documents under one title, as laws may be by article.

    From 0, where few of them are (copies and yearly reports of one title are no such work), to 1, where most are: of
    some works there is one article among the hits.
    """
    documents: dict[str, set[str]] = defaultdict(set)
    for entry in entries:
        documents[entry.title].add(entry.document)
    cut_up = sum(bool(entry.title) and len(documents[entry.title]) > 1 for entry in entries)
    return min(max((cut_up / len(entries) - _FEW_CUT_UP) / (_MOST_CUT_UP - _FEW_CUT_UP), 0.0), 1.0)


def _by_title(seen: Sequence[_Seen], worth: Mapping[str, float]) -> list[float]:
    """BM25 of the pairs in all hits under one title together, for their length; the best is 1."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    lengths: Counter[str] = Counter()
    works = [hit.entry.title or hit.entry.document for hit in seen]
    for hit, work in zip(seen, works, strict=True):
        counts[work].update(hit.counts)
        lengths[work] += len(hit.text)
    values = _bm25(list(counts.values()), [lengths[work] for work in counts], worth, "title")
    value_of = dict(zip(counts, values, strict=True))
    return [value_of[work] for work in works]


def _bm25(
    counts: Sequence[Mapping[str, int]], lengths: Sequence[int], worth: Mapping[str, float], kind: str
) -> list[float]:
    """BM25 among the texts that are looked at, as a share of the best."""
    usual = sum(lengths) / len(lengths) or 1.0
    k1, b = _SATURATION[kind], _LENGTH[kind]
    scores = []
    for held, length in zip(counts, lengths, strict=True):
        k = k1 * (1 - b + b * length / usual)
        scores.append(sum([worth[token] * count / (count + k) for token, count in held.items() if token in worth]))
    best = max(scores)
    return [score / best if best else 0.0 for score in scores]
