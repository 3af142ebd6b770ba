"""Clauses and queries to measure search engines with: sentences of the real documents, recombined by fixed seeds."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Callable, Iterator

from bench.material import documents
from search import Entry

PER_DOCUMENT = 100
"""Clauses of each document; the real ones have 140 on average, half of them fewer than 60."""
QUERIES = 200

_END = re.compile(r"(?<=[。；！？\n])")
_NOT_HAN = re.compile(r"[^一-鿿]+")
_SHORTEST, _LONGEST = 8, 400
_TITLE = 24
_COMMON = 40
"""Words of two characters from which the broad queries are made: the most frequent pairs of the corpus."""
_KINDS = {
    "organization": 0.23,
    "commitment": 0.22,
    "time": 0.16,
    "checkable": 0.09,
    "indicator": 0.08,
    "achievement": 0.04,
    "citation": 0.04,
}
"""Share of the clauses in which each kind of fact stands, as in the real documents."""
_NAMED = 0.1
"""Share of the clauses that name a department."""


def sentences() -> list[str]:
    """Sentences of the real documents, each once."""
    found = (part.strip() for document in documents() for part in _END.split(document.text))
    return list(dict.fromkeys(part for part in found if _SHORTEST <= len(part) <= _LONGEST))


def clauses(
    number: int, parts: list[str], each: int = PER_DOCUMENT, id_of: Callable[[int], str] = "d{}".format
) -> Iterator[Entry]:
    """So many clauses of one to three sentences, the same ones at each call; titles and headings are of the same.

    Args:
        number: of clauses.
        parts: sentences.
        each: clauses of a document.
        id_of: number of a document to its id.
    """
    chance = random.Random(2026)
    short = [part for part in parts if len(part) <= _TITLE]
    for document in range((number + each - 1) // each):
        title, headings = f"{chance.choice(short)}（第{document}号）", chance.choices(short, k=8)
        for place in range(min(each, number - document * each)):
            yield Entry(
                document=id_of(document),
                clause=f"p_{place}",
                title=title,
                heading=f"{headings[place // 50 % 8]} > {headings[place // 13 % 8]}",
                text="".join(chance.choices(parts, k=chance.choice((1, 1, 2, 3)))),
                start=place * 90,
                genre=("plan", "notice", "report", "proposal_reply")[document % 4],
                issuer=f"第{document % 240}局",
                region=f"第{document % 31}省",
                year=2010 + document % 15,
                written_on=f"{2010 + document % 15}-05-01",
                departments=(f"第{chance.randrange(600)}厅",) if chance.random() < _NAMED else (),
                kinds=tuple(kind for kind, share in _KINDS.items() if chance.random() < share),
                lead=place == 0,
            )


def queries(parts: list[str], number: int = QUERIES, seed: int = 5) -> list[tuple[str, str]]:
    """Queries in equal shares of the kinds below, each with the name of its kind, the same ones at each call.

    Strings are cut from anywhere, across word boundaries and left-out punctuation, so that some stand nowhere and the
    search falls back to clauses with a part of the words. A quarter is broad: each hits between 1 and 40 % of all
    clauses.
    """
    chance = random.Random(seed)
    frequent = Counter(part[at : at + 2] for part in parts for at in range(len(part) - 1))
    common = [pair for pair, _ in frequent.most_common(10 * _COMMON) if not _NOT_HAN.search(pair)][:_COMMON]

    def cut(length: int) -> str:
        while True:
            text = _NOT_HAN.sub("", chance.choice(parts))
            if len(text) >= length:
                start = chance.randrange(len(text) - length + 1)
                return text[start : start + length]

    def word() -> str:
        return chance.choice(common)

    kinds: dict[str, Callable[[], str]] = {
        "two characters": lambda: cut(2),
        "four characters": lambda: cut(4),
        "two words": lambda: f"{cut(2)} {cut(2)}",
        "phrase of six": lambda: f"“{cut(6)}”",
        "either of two": lambda: f"{cut(3)} 或 {cut(3)}",
        "one without another": lambda: f"{cut(2)} -{cut(2)}",
        "three to eight": lambda: cut(chance.randint(3, 8)),
        "twelve characters": lambda: cut(12),
        "three words": lambda: f"{cut(4)} {cut(4)} {cut(3)}",
        "a sentence": lambda: chance.choice(parts)[:40],
        "word and year": lambda: f"{cut(2)} 年份:{chance.randint(2012, 2020)}",
        "broad: two words": lambda: f"{word()} {word()}",
        "broad: a word": word,
        "broad: a character": lambda: cut(1),
        "broad: either of two": lambda: f"{word()} 或 {word()}",
        "broad: one without another": lambda: f"{word()} -{word()}",
    }
    names = list(kinds)
    return [(name := names[at % len(names)], kinds[name]()) for at in range(number)]
