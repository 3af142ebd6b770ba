"""Nothing that stands in a document is missed: arbitrary strings of the real corpus against plain substring search."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from search import ENGINES, Entry, Match, SearchEngine, open_engine
from search.folding import squeeze
from search.query import And, Node, Not, Or, Phrase, Query

pytestmark = pytest.mark.real

CLAUSES = 2500
"""Clauses of the real corpus that are indexed; the pure engine reads some hundred a second."""
SUBSTRINGS = 2000
COMBINED = 100
"""Queries of each kind that join two strings."""


@pytest.fixture(scope="module")
def texts(shared: Path) -> list[str]:
    """Lines of the real documents, the same at each run."""
    files = sorted(path for folder in ("realdocs", "seeds") for path in (shared / folder).rglob("*.txt"))
    lines = [line.strip() for path in files for line in path.read_text("utf-8", "replace").splitlines()]
    return random.Random(7).sample([line for line in lines if len(line) > 1], CLAUSES)


@pytest.fixture(scope="module", params=ENGINES)
def engine(
    request: pytest.FixtureRequest, texts: list[str], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[SearchEngine]:
    """Each engine over these lines."""
    with open_engine(request.param, tmp_path_factory.mktemp("index")) as opened:
        opened.add(Entry(f"d{at}", "p_1", "", "", text) for at, text in enumerate(texts))
        opened.commit()
        yield opened


@pytest.fixture(scope="module")
def substrings(texts: list[str]) -> list[str]:
    """Strings of 2 to 8 characters from anywhere in the texts, word boundaries or not."""
    chance = random.Random(11)
    found: list[str] = []
    while len(found) < SUBSTRINGS:
        text, length = chance.choice(texts), chance.randint(2, 8)
        start = chance.randrange(max(len(text) - length, 0) + 1)
        part = text[start : start + length]
        if len(squeeze(part)) > 1:
            found.append(part)
    return found


@pytest.fixture(scope="module")
def standing(texts: list[str]) -> Callable[[str], frozenset[str]]:
    """Plain substring search: the documents in which a string stands."""
    squeezed = [squeeze(text) for text in texts]
    return lambda part: frozenset(f"d{at}" for at, text in enumerate(squeezed) if squeeze(part) in text)


def found_by(engine: SearchEngine, root: Node) -> frozenset[str]:
    """All documents that an engine finds."""
    page = engine.search(Query("", root), match=Match.ALL, limit=CLAUSES, expand=False, facets=False)
    return frozenset(hit.document for hit in page.hits)


def test_every_substring_is_found_wherever_it_stands(
    engine: SearchEngine, substrings: list[str], standing: Callable[[str], frozenset[str]]
) -> None:
    """A string of two or more characters is found in exactly the clauses in which it stands."""
    missed = [part for part in substrings if found_by(engine, Phrase(part)) != standing(part)]

    assert missed == []


def test_a_typed_substring_is_never_missed(
    engine: SearchEngine, substrings: list[str], standing: Callable[[str], frozenset[str]]
) -> None:
    """Typed between quotation marks, a string of Chinese characters is found wherever it stands."""
    plain = [part for part in substrings if part.isalnum()][: COMBINED * 3]
    missed = [
        part
        for part in plain
        if not standing(part) <= {hit.document for hit in engine.search(f"“{part}”", limit=CLAUSES, facets=False).hits}
    ]

    assert missed == []


@pytest.mark.parametrize(
    ("name", "tree", "truth"),
    [
        ("and", lambda a, b: And((a, b)), frozenset.__and__),
        ("or", lambda a, b: Or((a, b)), frozenset.__or__),
        ("not", lambda a, b: And((a, Not(b))), frozenset.__sub__),
    ],
)
def test_joined_strings_find_what_sets_of_clauses_say(
    name: str,
    tree: Callable[[Node, Node], Node],
    truth: Callable[[frozenset[str], frozenset[str]], frozenset[str]],
    engine: SearchEngine,
    substrings: list[str],
    standing: Callable[[str], frozenset[str]],
) -> None:
    """AND, OR and NOT of two strings are intersection, union and difference of their clauses."""
    chance = random.Random(name)
    shorts = [part[:2] for part in substrings if len(squeeze(part[:2])) == 2]
    pairs = [(chance.choice(shorts), chance.choice(shorts)) for _ in range(COMBINED)]
    wrong = [
        pair
        for pair in pairs
        if found_by(engine, tree(Phrase(pair[0]), Phrase(pair[1]))) != truth(standing(pair[0]), standing(pair[1]))
    ]

    assert wrong == []
