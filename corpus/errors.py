"""What can go wrong: problems are values that travel with a result, exceptions end a request."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.span import Span


@dataclass(frozen=True, slots=True)
class Problem:
    """Something to tell the reader about a document; never a reason to refuse it.

    Attributes:
        code: stable, for programs, e.g. `pdf.no_text_layer`.
        message: one Chinese sentence, for people.
        span: where, if it has a place.
    """

    code: str
    message: str
    span: Span | None = None


class ZhengnuoError(Exception):
    """Something was asked for that cannot be done; the message is Chinese and fit to be shown."""


class UnreadableFileError(ZhengnuoError):
    """A file that no reader can read; it goes to quarantine with this reason.

    Attributes:
        code: stable, for programs, e.g. `zip.damaged`.
    """

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code

    def __reduce__(self) -> tuple[type[UnreadableFileError], tuple[str, str]]:
        """Lets the error cross from a worker process to its parent."""
        return type(self), (self.code, str(self))


class NotFoundError(ZhengnuoError):
    """Nothing in the store has this id."""


class QueryError(ZhengnuoError):
    """A question that cannot be asked of the store or the graph, with the reason."""
