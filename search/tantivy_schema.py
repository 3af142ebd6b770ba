"""The fields of the Tantivy index, and an entry as a document of it."""

from __future__ import annotations

from binascii import b2a_base64
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
    entry_template,
    factor,
    filled_template,
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
Whole = tuple[str, str]
"""Of a document: the fields that all of its entries have, as members of JSON, and the template of them as stored."""


def cut(texts: Sequence[str], analyser: Analyser) -> list[Cut]:
    """Clauses cut up: the part of indexing that takes time, done in any process, sooner for many at once."""
    joined = BETWEEN.join(texts)
    if joined.count(BETWEEN) >= len(texts):
        return [_cut_alone(text, analyser) for text in texts]
    folded = fold(joined)
    squeezed = seen(folded)
    characters = quoted(squeezed)[1:-1].split(BETWEEN)
    return list(map(_members, characters, analyser.tokens_of_each(folded), joined_pairs_of_each(squeezed)))


def _cut_alone(text: str, analyser: Analyser) -> Cut:
    """The same of a text that cannot be cut up together with others."""
    folded = fold(text)
    squeezed = seen(folded)
    return _members(quoted(squeezed)[1:-1], " ".join(analyser.tokens(folded)), joined_pairs(EDGE + squeezed))


def _members(characters: str, words: str, pairs: str) -> Cut:
    """Members of JSON; characters are written for it already, and in words stands nothing that had to be."""
    return f'"characters":"{characters}","words":"{words}","text":{quoted(pairs)}'


def document(entry: Entry, made: Cut, number: int, about: str | None) -> str:
    """An entry as a document of the index, written as JSON, which Tantivy reads itself.

    Args:
        entry: the clause.
        made: its text, cut up.
        number: of its document in the index.
        about: what `search.tantivy_documents` is to know of the document; with its first entry alone.
    """
    common, template = _of_document(*values_of_whole(entry))
    bits, more = _of_kinds(entry.kinds)
    if entry.departments:
        acting = SEPARATOR.join(sorted(entry.departments))
        more += f',"department":{names_written(entry.departments)}'
        more += f',"acting":{quoted(acting)},"acting_key":{acting_key(acting)}'
    if entry.lead:
        more += ',"lead":"1"'
    if about is not None:
        more += f',"about":{quoted(about)}'
    kept = b2a_base64(filled_template(template, entry), newline=False).decode("ascii")
    return (
        f'{{{common},"group":{number},"profile":{number << KIND_BITS | bits},"heading":{_pairs_of(entry.heading)},'
        f'"entry":"{kept}",{made}{more}}}'
    )


@lru_cache(maxsize=4096)
def _of_kinds(kinds: tuple[str, ...]) -> tuple[int, str]:
    """The bits of kinds of fact, and the field that holds them."""
    bits = sum(_KIND_BIT.get(kind, 0) for kind in kinds)
    return bits, f',"kind":{names_written(kinds)}' if kinds else ""


@lru_cache(maxsize=1 << 16)
def acting_key(acting: str) -> int:
    """The number by which the departments of a clause are known; with 52 bits JSON keeps it exactly.

    Args:
        acting: their names, sorted, with `search.facets.SEPARATOR` between them.
    """
    digest = blake2b(acting.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big") >> 12


@lru_cache(maxsize=64)
def _of_document(*whole: Any) -> Whole:
    """What all entries of a document have in common, from its values in the order of `WHOLE`."""
    entry = Entry(**dict(zip(WHOLE, whole, strict=True)), clause="", heading="", text="")
    values = raw_values(entry).items()
    members: dict[str, Any] = {name: held if len(held) > 1 else held[0] for name, held in values if held}
    if entry.year is not None:
        members["year"] = entry.year
    members |= {"newest": day_number(entry), "oldest": day_number(entry, UNDATED_LAST)}
    members["weight"] = tantivy_weight(factor(entry))
    return f'"title":{_pairs_of(entry.title)},{written(members)[1:-1]}', entry_template(*whole)


@lru_cache(maxsize=64)
def _pairs_of(text: str) -> str:
    """Pairs of a title or of headings, which many clauses share, as JSON."""
    return quoted(joined_pairs(squeeze(text)))


def tantivy_weight(factor: float) -> float:
    """The value of the weight field by which Tantivy multiplies a score with `factor`: it takes log2(2 + value)."""
    return float(2**factor - 2)
