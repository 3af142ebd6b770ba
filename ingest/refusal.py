"""The reasons for which a file is not read: one row a reason, in `refusals.tsv`."""

from __future__ import annotations

from functools import cache

from corpus.errors import UnreadableFileError
from ingest.rules import rows


def refusal(reason: str, **values: object) -> UnreadableFileError:
    """The error for one row of the table, its message filled with `values`."""
    code, message = _reasons()[reason]
    return UnreadableFileError(code, message.format(**values))


def not_yet(media_type: str) -> UnreadableFileError | None:
    """The error for a kind of file that is recognised but has no reader; None for others."""
    return refusal(media_type) if media_type in _reasons() else None


@cache
def _reasons() -> dict[str, tuple[str, str]]:
    return {reason: (code, message) for reason, code, message in rows("refusals.tsv")}
