"""The fields of the Tantivy index, and an entry as a document of it."""

from __future__ import annotations

import hashlib
from functools import lru_cache

import tantivy

from search.engine import Entry
from search.facets import about_key, department_keys
from search.folding import squeeze
from search.stored import RAW, UNDATED_LAST, day_number, entry_to_bytes, factor, raw_values
from search.tokenizer import EDGE, Analyser, pairs

LAYOUT = "tantivy-1"
"""Changes with the fields; an index of another layout cannot be read and is made anew."""


def schema() -> tantivy.Schema:
    """The fields of the index."""
    builder = tantivy.SchemaBuilder()
    builder.add_bytes_field("entry", stored=True, indexed=False, fast=False)
    builder.add_text_field("characters", tokenizer_name="each", index_option="freq")
    builder.add_text_field("words", tokenizer_name="given", index_option="freq")
    for name in ("text", "title", "heading"):
        builder.add_text_field(name, tokenizer_name="given", index_option="position")
    for name in RAW:
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic")
    for name in ("about", "departments"):
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic", fast=True)
    for name in ("newest", "oldest", "group"):
        builder.add_integer_field(name, fast=True)
    builder.add_integer_field("year", indexed=True, fast=True)
    builder.add_float_field("weight", fast=True)
    return builder.build()


def register_tokenizers(index: tantivy.Index) -> None:
    """Makes an opened index know its tokenizers, which it does not keep itself."""
    given = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build()
    each = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.regex(r"[\s\S]")).build()
    index.register_tokenizer("given", given)
    index.register_tokenizer("each", each)


@lru_cache(maxsize=64)
def _pairs_of(text: str) -> str:
    """Pairs of a title or of headings, which many clauses share."""
    return " ".join(pairs(squeeze(text)))


def group(document: str) -> int:
    """A number that tells documents apart."""
    return int.from_bytes(hashlib.blake2b(document.encode(), digest_size=8).digest(), "big") >> 1


def tantivy_weight(factor: float) -> float:
    """The value of the weight field by which Tantivy multiplies a score with `factor`: it takes log2(2 + value)."""
    return float(2**factor - 2)


def document(entry: Entry, analyser: Analyser) -> tantivy.Document:
    """An entry as a document of the index."""
    squeezed = squeeze(entry.text)
    out = tantivy.Document()
    out.add_bytes("entry", entry_to_bytes(entry))
    out.add_text("characters", squeezed)
    out.add_text("words", " ".join(analyser.words(entry.text)))
    out.add_text("text", " ".join(pairs(EDGE + squeezed)))
    out.add_text("title", _pairs_of(entry.title))
    out.add_text("heading", _pairs_of(entry.heading))
    for name, values in raw_values(entry).items():
        for value in values:
            out.add_text(name, value)
    out.add_text("about", about_key(entry))
    for key in department_keys(entry):
        out.add_text("departments", key)
    if entry.year is not None:
        out.add_integer("year", entry.year)
    out.add_integer("newest", day_number(entry))
    out.add_integer("oldest", day_number(entry, UNDATED_LAST))
    out.add_integer("group", group(entry.document))
    out.add_float("weight", tantivy_weight(factor(entry)))
    return out
