"""Names of bodies that were found in more than one way: where two overlap, the longer one is meant."""

from __future__ import annotations

from collections.abc import Iterable

from extract.bodies.names import Body


def longest_bodies(first: Iterable[Body], second: Iterable[Body]) -> list[Body]:
    """Bodies by place; of two that overlap the longer is kept, of equals the one of `first`."""
    kept: list[Body] = []
    ranked = [*((body, 0) for body in first), *((body, 1) for body in second)]
    for body, _ in sorted(ranked, key=lambda pair: (pair[0].start, -pair[0].end, pair[1])):
        if not kept or body.start >= kept[-1].end:
            kept.append(body)
        elif body.end - body.start > kept[-1].end - kept[-1].start:
            kept[-1] = body
    return kept
