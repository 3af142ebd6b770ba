"""Full text of every clause: engines, query language, ranking.

`open_engine` opens an index; `entries` turns an `Analysis` into what it takes; `parse_query` reads what a user typed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from corpus import Validity, Visibility
from corpus.errors import ZhengnuoError
from search.engine import Entry, Facet, Filters, Hit, Match, Page, SearchEngine, Sort
from search.query import Query, parse_query


def _open_tantivy(path: Path, words: Iterable[str]) -> SearchEngine:
    from search.tantivy_engine import TantivyEngine

    return TantivyEngine(path, words)


def _open_whoosh(path: Path, words: Iterable[str]) -> SearchEngine:
    from search.whoosh_engine import WhooshEngine

    return WhooshEngine(path, words)


def _open_opensearch(path: Path, words: Iterable[str]) -> SearchEngine:
    try:
        from search.opensearch_engine import OpenSearchEngine
    except ImportError as error:
        msg = "OpenSearch 引擎需要安装可选依赖：pip install 'zhengnuo[cluster]'。"
        raise ZhengnuoError(msg) from error
    return OpenSearchEngine(path, words)


ENGINES: dict[str, Callable[[Path, Iterable[str]], SearchEngine]] = {
    "tantivy": _open_tantivy,
    "whoosh": _open_whoosh,
    "opensearch": _open_opensearch,
}
"""Name as in the configuration, and what opens it: the default, the one without binary wheels, the one for clusters."""


def open_engine(name: str, path: Path, words: Iterable[str] = ()) -> SearchEngine:
    """The engine of this name over the index in folder `path`, which is made where it does not exist.

    Args:
        name: a key of `ENGINES`.
        path: folder of the index; each engine keeps to a folder of its own in it.
        words: names and terms of the corpus, kept whole when text is segmented for ranking.

    Raises:
        ZhengnuoError: if there is no engine of this name.
    """
    opener = ENGINES.get(name)
    if opener is None:
        msg = f"没有名为“{name}”的检索引擎，可选：{'、'.join(ENGINES)}。"
        raise ZhengnuoError(msg)
    return opener(path, words)


__all__ = [
    "ENGINES",
    "Entry",
    "Facet",
    "Filters",
    "Hit",
    "Match",
    "Page",
    "Query",
    "SearchEngine",
    "Sort",
    "Validity",
    "Visibility",
    "open_engine",
    "parse_query",
]
