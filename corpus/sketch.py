"""A sketch of a text by which near-duplicates are found: the smallest hashes of its overlapping pieces.

Source: A. Broder, On the resemblance and containment of documents, 1997 (bottom-k sketch).
"""

from __future__ import annotations

import heapq
import re
import zlib

SKETCH_SIZE = 128
PIECE = 8
"""Characters in a piece; white space and punctuation do not count."""

_NOISE = re.compile(r"[^0-9A-Za-z一-鿿]+")


def sketch(text: str) -> tuple[int, ...]:
    """Up to `SKETCH_SIZE` numbers, ascending; texts of fewer than `PIECE` characters have none."""
    words = _NOISE.sub("", text).encode("utf-32-le")
    step = 4
    pieces = {zlib.crc32(words[at : at + PIECE * step]) for at in range(0, len(words) - PIECE * step + 1, step)}
    return tuple(heapq.nsmallest(SKETCH_SIZE, pieces))


def likeness(one: tuple[int, ...], other: tuple[int, ...]) -> float:
    """An estimate of the share of pieces that two texts have in common, 0 to 1."""
    if not one or not other:
        return 0.0
    smallest = heapq.nsmallest(SKETCH_SIZE, set(one) | set(other))
    common = set(one) & set(other)
    return sum(value in common for value in smallest) / len(smallest)
