"""The fields of the Tantivy index, and an entry as a document of it."""

from __future__ import annotations

from copy import copy
from dataclasses import fields
from functools import lru_cache
from operator import attrgetter
from typing import Any

import tantivy

from search.engine import Entry
from search.facets import SEPARATOR
from search.folding import fold, seen, squeeze
from search.stored import KINDS, RAW, UNDATED_LAST, day_number, entry_to_bytes, factor, raw_values
from search.tokenizer import EDGE, Analyser, joined_pairs

LAYOUT = "tantivy-2"
"""Changes with the fields; an index of another layout cannot be read and is made anew."""

KIND_BITS = len(KINDS)
"""Bits of the field `profile` below the number of the document: one for each kind of fact."""
_KIND_BIT = {kind: 1 << at for at, kind in enumerate(KINDS)}


def schema() -> tantivy.Schema:
    """The fields of the index."""
    builder = tantivy.SchemaBuilder()
    builder.add_bytes_field("entry", stored=True, indexed=False, fast=False)
    builder.add_text_field("characters", tokenizer_name="each", index_option="freq")
    builder.add_text_field("words", tokenizer_name="given", index_option="freq")
    for name in ("text", "title", "heading"):
        builder.add_text_field(name, tokenizer_name="given", index_option="position")
    for name in (*RAW, "about"):
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic")
    builder.add_text_field("departments", tokenizer_name="raw", index_option="basic", fast=True)
    for name in ("newest", "oldest", "group", "profile"):
        builder.add_integer_field(name, fast=True)
    builder.add_integer_field("year", indexed=True, fast=True)
    builder.add_float_field("weight", fast=True)
    return builder.build()


def register_tokenizers(index: tantivy.Index) -> None:
    """Makes an opened index know its tokenizers, which it does not keep itself."""
    given = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build()
    each = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.ngram(1, 1)).build()
    index.register_tokenizer("given", given)
    index.register_tokenizer("each", each)


Cut = tuple[str, str, str]
"""A clause cut into what it is indexed by: its characters, its words, its pairs of characters, with spaces between."""


def cut(text: str, analyser: Analyser) -> Cut:
    """A clause cut up: the part of indexing that takes time, done in any process."""
    folded = fold(text)
    squeezed = seen(folded)
    return squeezed, " ".join(analyser.tokens(folded)), joined_pairs(EDGE + squeezed)


def document(entry: Entry, made: Cut, number: int, about: str | None) -> tantivy.Document:
    """An entry as a document of the index.

    Args:
        entry: the clause.
        made: its text, cut up.
        number: of its document in the index.
        about: what `search.tantivy_counts` is to know of the document; with its first entry alone.
    """
    out = copy(_of_document(*_whole(entry)))
    out.add_bytes("entry", entry_to_bytes(entry))
    for name, text in zip(("characters", "words", "text"), made, strict=True):
        out.add_text(name, text)
    out.add_text("heading", _pairs_of(entry.heading))
    for name in entry.departments:
        out.add_text("department", name)
        out.add_text("departments", department_key(name, number))
    for kind in entry.kinds:
        out.add_text("kind", kind)
    if entry.lead:
        out.add_text("lead", "1")
    out.add_integer("group", number)
    out.add_integer("profile", number << KIND_BITS | sum(_KIND_BIT.get(kind, 0) for kind in entry.kinds))
    if about is not None:
        out.add_text("about", about)
    return out


def department_key(name: str, number: int) -> str:
    """The key by which the documents of a department are counted, for one of them by its number."""
    return f"{name}{SEPARATOR}{number}"


_WHOLE = tuple(
    field.name
    for field in fields(Entry)
    if field.name not in {"clause", "heading", "text", "start", "departments", "kinds", "lead"}
)
"""What is the same for all entries of a document."""
_whole = attrgetter(*_WHOLE)


@lru_cache(maxsize=64)
def _of_document(*values: Any) -> tantivy.Document:
    """The fields that all entries of a document have, from its values in the order of `_WHOLE`; to be copied."""
    entry = Entry(**dict(zip(_WHOLE, values, strict=True)), clause="", heading="", text="")
    out = tantivy.Document()
    out.add_text("title", _pairs_of(entry.title))
    for name, held in raw_values(entry).items():
        for value in held:
            out.add_text(name, value)
    if entry.year is not None:
        out.add_integer("year", entry.year)
    out.add_integer("newest", day_number(entry))
    out.add_integer("oldest", day_number(entry, UNDATED_LAST))
    out.add_float("weight", tantivy_weight(factor(entry)))
    return out


@lru_cache(maxsize=64)
def _pairs_of(text: str) -> str:
    """Pairs of a title or of headings, which many clauses share."""
    return joined_pairs(squeeze(text))


def tantivy_weight(factor: float) -> float:
    """The value of the weight field by which Tantivy multiplies a score with `factor`: it takes log2(2 + value)."""
    return float(2**factor - 2)
