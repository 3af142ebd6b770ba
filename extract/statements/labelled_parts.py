"""What lines that are only a label say of the lines below them: 整改进展情况:, 下一步措施:."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from corpus import Span
from extract.outline.stances import Stance, stance_of
from extract.reading import Reading

_LABEL = re.compile(
    r"^[ \t]*(?:\d{1,2}[.、]|[(]?[一二三四五六七八九十]{1,2}[)、])?[ ]*(?P<words>[一-鿿]{3,14}):[ \t]*$", re.MULTILINE
)
_TELLING = {Stance.DONE: Stance.DONE, Stance.ACCOUNT: Stance.DONE, Stance.AHEAD: Stance.AHEAD}


class LabelledParts:
    """The parts of sections that stand below a label, up to the next label or heading."""

    def __init__(self, reading: Reading) -> None:
        marks = sorted(_marks(reading))
        self._starts = [start for start, _ in marks]
        self._stances = [stance for _, stance in marks]

    def stance(self, span: Span) -> Stance | None:
        """What the label above a sentence says of it; None where none stands above it, or none that tells."""
        at = bisect_right(self._starts, span.start) - 1
        return self._stances[at] if at >= 0 else None


def _marks(reading: Reading) -> Iterator[tuple[int, Stance | None]]:
    """Where a label says what stands behind it, and where a label or a heading ends what was said before."""
    headings = [section.heading for section in reading.outline.sections]
    yield from ((heading.start, None) for heading in headings)
    starts = [heading.start for heading in headings]
    for label in _LABEL.finditer(reading.folded):
        at = bisect_right(starts, label.start("words")) - 1
        if at < 0 or label.start("words") >= headings[at].end:
            yield label.end(), _TELLING.get(stance_of(label["words"]) or Stance.OPEN)
