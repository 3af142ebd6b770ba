"""Where in a text something stands."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of characters, `text[start:end]`; the evidence that every fact carries.

    Raises:
        ValueError: if the range is negative or turned round.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            msg = f"not a span: {self.start}..{self.end}"
            raise ValueError(msg)

    def __len__(self) -> int:
        return self.end - self.start

    def __bool__(self) -> bool:
        """A span is a place, and true even where it is empty."""
        return True

    def of(self, text: str) -> str:
        """The words at this place of `text`."""
        return text[self.start : self.end]

    def contains(self, other: Span) -> bool:
        """Whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def shift(self, by: int) -> Span:
        """The same length, `by` characters further on."""
        return Span(self.start + by, self.end + by)

    def strip(self, text: str) -> Span:
        """The span without the white space at its ends in `text`; empty at its end if nothing else is there."""
        words = text[self.start : self.end]
        left = len(words) - len(words.lstrip())
        right = len(words) - len(words.rstrip())
        if not left and not right:
            return self
        return Span(self.start + left, max(self.start + left, self.end - right))
