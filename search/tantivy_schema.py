"""The fields of the Tantivy index, and an entry as a document of it."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence
from functools import lru_cache
from hashlib import blake2b
from typing import Any

import tantivy

from search.engine import Entry
from search.facets import SEPARATOR
from search.folding import BETWEEN, fold, seen, squeeze
from search.stored import (
    KINDS,
    RAW,
    UNDATED_LAST,
    WHOLE,
    day_number,
    entry_to_bytes,
    factor,
    names_written,
    quoted,
    raw_values,
    values_of_whole,
    written,
)
from search.tokenizer import EDGE, Analyser, joined_pairs, joined_pairs_of_each

LAYOUT = "tantivy-4"
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
    for name in (*RAW, "about", "acting"):
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic")
    for name in ("newest", "oldest"):
        builder.add_integer_field(name, fast=True)
    for name in ("group", "profile", "acting_key"):
        builder.add_unsigned_field(name, fast=True)  # of which Tantivy counts small numbers without hashing them
    builder.add_integer_field("year", indexed=True, fast=True)
    builder.add_float_field("weight", fast=True)
    return builder.build()


def register_tokenizers(index: tantivy.Index) -> None:
    """Makes an opened index know its tokenizers, which it does not keep itself."""
    given = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build()
    each = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.ngram(1, 1)).build()
    index.register_tokenizer("given", given)
    index.register_tokenizer("each", each)


Cut = str
"""A clause cut into what it is indexed by: its characters, its words, its pairs of characters, as members of JSON."""


def cut(texts: Sequence[str], analyser: Analyser) -> list[Cut]:
    """Clauses cut up: the part of indexing that takes time, done in any process, sooner for many at once."""
    joined = BETWEEN.join(texts)
    if joined.count(BETWEEN) >= len(texts):
        return [_cut_alone(text, analyser) for text in texts]
    folded = fold(joined)
    squeezed = seen(folded)
    made = (squeezed.split(BETWEEN), analyser.tokens_of_each(folded), joined_pairs_of_each(squeezed))
    return [_members(*each) for each in zip(*made, strict=True)]


def _cut_alone(text: str, analyser: Analyser) -> Cut:
    """The same of a text that cannot be cut up together with others."""
    folded = fold(text)
    squeezed = seen(folded)
    return _members(squeezed, " ".join(analyser.tokens(folded)), joined_pairs(EDGE + squeezed))


def _members(characters: str, words: str, pairs: str) -> Cut:
    return f'"characters":{quoted(characters)},"words":{quoted(words)},"text":{quoted(pairs)}'


def document(entry: Entry, made: Cut, number: int, about: str | None) -> str:
    """An entry as a document of the index, written as JSON, which Tantivy reads itself.

    Args:
        entry: the clause.
        made: its text, cut up.
        number: of its document in the index.
        about: what `search.tantivy_documents` is to know of the document; with its first entry alone.
    """
    profile = number << KIND_BITS | _bits_of(entry.kinds)
    more = f'"group":{number},"profile":{profile},"entry":"{b64encode(entry_to_bytes(entry)).decode()}"'
    if entry.departments:
        acting = SEPARATOR.join(sorted(entry.departments))
        more += f',"department":{names_written(entry.departments)}'
        more += f',"acting":{quoted(acting)},"acting_key":{acting_key(acting)}'
    if entry.kinds:
        more += f',"kind":{names_written(entry.kinds)}'
    if entry.lead:
        more += ',"lead":"1"'
    if about is not None:
        more += f',"about":{quoted(about)}'
    return f'{{{_of_document(*values_of_whole(entry))},{made},"heading":{_pairs_of(entry.heading)},{more}}}'


@lru_cache(maxsize=4096)
def _bits_of(kinds: tuple[str, ...]) -> int:
    return sum(_KIND_BIT.get(kind, 0) for kind in kinds)


@lru_cache(maxsize=1 << 16)
def acting_key(acting: str) -> int:
    """The number by which the departments of a clause are known; with 52 bits JSON keeps it exactly.

    Args:
        acting: their names, sorted, with `search.facets.SEPARATOR` between them.
    """
    digest = blake2b(acting.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big") >> 12


@lru_cache(maxsize=64)
def _of_document(*whole: Any) -> str:
    """The fields that all entries of a document have, from its values in the order of `WHOLE`, as members of JSON."""
    entry = Entry(**dict(zip(WHOLE, whole, strict=True)), clause="", heading="", text="")
    members: dict[str, Any] = {name: held for name, held in raw_values(entry).items() if held}
    if entry.year is not None:
        members["year"] = entry.year
    members |= {"newest": day_number(entry), "oldest": day_number(entry, UNDATED_LAST)}
    members["weight"] = tantivy_weight(factor(entry))
    return f'"title":{_pairs_of(entry.title)},{written(members)[1:-1]}'


@lru_cache(maxsize=64)
def _pairs_of(text: str) -> str:
    """Pairs of a title or of headings, which many clauses share, as JSON."""
    return quoted(joined_pairs(squeeze(text)))


def tantivy_weight(factor: float) -> float:
    """The value of the weight field by which Tantivy multiplies a score with `factor`: it takes log2(2 + value)."""
    return float(2**factor - 2)
