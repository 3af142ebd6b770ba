"""Whether a number is part of a title or a slogan between quotation marks."""

from __future__ import annotations

from corpus import Span
from extract.numbers.quantities import Quantity
from extract.reading import Reading

_QUOTES = {"“": "”", "《": "》", "「": "」", "『": "』"}
_REACH = 400
"""Characters before a value within which quotation marks and ranges of years concern it."""

_SLOGAN = 40
"""Characters that a slogan between quotation marks has at most; longer quotations are speech."""

_SPEECH_ENDS = "。！？!?"
"""A quotation that ends with one of these is a sentence that somebody said."""


def in_quotes(reading: Reading, sentence: Span, quantity: Quantity) -> bool:
    """Whether the number stands within 《…》 or a short “…” of its sentence: part of a title or a slogan."""
    text, at = reading.document.text, quantity.number.start
    start = max(sentence.start, at - _REACH)
    before = text[start:at]
    for mark, closing in _QUOTES.items():
        opened = before.rfind(mark)
        if opened >= 0 and closing not in before[opened:]:
            stop = start + opened + _SLOGAN
            closed = text.find(closing, at, stop)
            return mark == "《" or (closed >= 0 and text[closed - 1] not in _SPEECH_ENDS)
    return False
