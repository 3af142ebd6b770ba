"""The fields of the OpenSearch index, and an entry as a document of it.

The analysis is done here, as for every engine; the cluster only splits at the spaces between the tokens it is given.
"""

from __future__ import annotations

from typing import Any

from search.engine import Entry
from search.facets import about_key, department_keys
from search.folding import squeeze
from search.opensearch_settings import Settings
from search.stored import RAW, UNDATED_LAST, bytes_to_entry, day_number, entry_to_bytes, factor, raw_values
from search.tokenizer import EDGE, Analyser, pairs

LAYOUT = "opensearch-1"
"""Changes with the fields; an index of another layout is filled anew."""
GAP = "_"
"""Stands in a query for a pair that need not be compared; a pair has two characters and cannot be mixed up with it."""
SPARSE = "sparse"
"""Name of the analysis of queries with gaps."""
_LONGEST = 8191
"""Characters of the longest value; in UTF-8 they stay below the 32,766 bytes at which Lucene refuses a term."""


def template(settings: Settings, pattern: str) -> dict[str, Any]:
    """The template of all indexes whose names match a pattern."""
    return {"index_patterns": [pattern], "template": {"settings": _index(settings), "mappings": _mappings()}}


def _index(settings: Settings) -> dict[str, Any]:
    blank = {"type": "char_group", "tokenize_on_chars": [" "], "max_token_length": _LONGEST}
    given = {"type": "custom", "tokenizer": "blank"}
    return {
        "number_of_shards": settings.shards,
        "number_of_replicas": settings.replicas,
        "refresh_interval": "-1",  # a commit refreshes, and nothing may be seen before
        "analysis": {
            "tokenizer": {"blank": blank},
            "filter": {"gaps": {"type": "stop", "stopwords": [GAP]}},
            "analyzer": {"given": given, SPARSE: given | {"filter": ["gaps"]}},
        },
    }


def _mappings() -> dict[str, Any]:
    text = {"type": "text", "analyzer": "given"}
    kept = {"type": "keyword", "index": False, "ignore_above": _LONGEST}
    number = {"type": "integer", "index": False}
    return {
        "dynamic": False,
        "_source": {"includes": ["entry", "state"]},
        "properties": {
            "entry": {"type": "keyword", "index": False, "doc_values": False},
            "state": {"type": "object", "enabled": False},
            "sequence": {"type": "long"},
            **{name: text | {"index_options": "freqs"} for name in ("characters", "words")},
            **{name: text | {"index_options": "positions"} for name in ("text", "title", "heading")},
            **{name: {"type": "keyword", "ignore_above": _LONGEST} for name in RAW},
            **dict.fromkeys(("about", "departments"), kept),
            "year": {"type": "integer"},
            "newest": number,
            "oldest": number,
            "factor": {"type": "float", "index": False},
        },
    }


def document(entry: Entry, sequence: int, analyser: Analyser) -> dict[str, Any]:
    """An entry as a document of the index.

    Args:
        entry: the clause.
        sequence: number of the entry, by which it is visible or not and which orders equal hits.
        analyser: cuts the words.
    """
    squeezed = squeeze(entry.text)
    return {
        "entry": entry_to_text(entry),
        "sequence": sequence,
        "characters": " ".join(squeezed),
        "words": " ".join(analyser.words(entry.text)),
        "text": " ".join(pairs(EDGE + squeezed)),
        "title": " ".join(pairs(squeeze(entry.title))),
        "heading": " ".join(pairs(squeeze(entry.heading))),
        **{name: list(values) for name, values in raw_values(entry).items() if values},
        "about": about_key(entry),
        "departments": list(department_keys(entry)),
        **({"year": entry.year} if entry.year is not None else {}),
        "newest": day_number(entry),
        "oldest": day_number(entry, UNDATED_LAST),
        "factor": factor(entry),
    }


def entry_to_text(entry: Entry) -> str:
    """An entry as the index keeps it; lone surrogates, which the cluster refuses, are escaped."""
    kept = entry_to_bytes(entry).decode("utf-8", "surrogatepass")
    return kept.encode("utf-8", "backslashreplace").decode()


def text_to_entry(kept: str) -> Entry:
    """The entry that `entry_to_text` wrote."""
    return bytes_to_entry(kept.encode())
