"""The fields of the Whoosh index, and an entry as a document of it."""

from __future__ import annotations

from typing import Any

from whoosh import analysis, columns, fields

from search.engine import Entry
from search.facets import about_key, department_keys
from search.folding import squeeze
from search.stored import RAW, UNDATED_LAST, day_number, entry_to_bytes, factor, raw_values
from search.tokenizer import EDGE, Analyser, pairs

LAYOUT = "whoosh-1"
"""Changes with the fields; an index of another layout is made anew."""
BETWEEN = "\x1e"
"""Stands between the values of a field that are compared as a whole."""
TEXTS = ("text", "title", "heading")
"""Fields of pairs, in which strings are looked for."""


def schema() -> fields.Schema:
    """The fields of the index.

    No field keeps places: a string is found by its pairs and then looked for in the squeezed text itself, which in
    Python is faster than comparing lists of places.
    """
    tokens = fields.TEXT(analyzer=analysis.SpaceSeparatedTokenizer(), phrase=False)
    whole = fields.TEXT(analyzer=analysis.RegexTokenizer(f"[^{BETWEEN}]+"), phrase=False)
    return fields.Schema(
        entry=fields.STORED,
        **dict.fromkeys(("characters", "words", *TEXTS), tokens),
        **dict.fromkeys((*RAW, "year"), whole),
        **{name: fields.COLUMN(columns.VarBytesColumn()) for name in ("squeezed", "about", "departments")},
        **{name: fields.COLUMN(columns.NumericColumn("i")) for name in ("newest", "oldest")},
        factor=fields.COLUMN(columns.NumericColumn("d")),
    )


def document(entry: Entry, analyser: Analyser) -> dict[str, Any]:
    """An entry as a document of the index."""
    texts = squeezed_texts(entry)
    values = {name: BETWEEN.join(held) for name, held in raw_values(entry).items() if held}
    return {
        "entry": entry_to_bytes(entry),
        "characters": " ".join(texts[0]),
        "words": " ".join(analyser.words(entry.text)),
        **{name: " ".join(pairs(text)) for name, text in zip(TEXTS, texts, strict=True)},
        "squeezed": BETWEEN.join(texts).encode(),
        "about": about_key(entry).encode(),
        "departments": BETWEEN.join(department_keys(entry)).encode(),
        "newest": day_number(entry),
        "oldest": day_number(entry, UNDATED_LAST),
        "factor": factor(entry),
        "year": str(entry.year or ""),
        **values,
    }


def squeezed_texts(entry: Entry) -> tuple[str, str, str]:
    """Text, title and headings as strings are looked for in them, in the order of `TEXTS`."""
    return EDGE + squeeze(entry.text), squeeze(entry.title), squeeze(entry.heading)
