"""How far a text can be read: shares of characters that tell a document from rubbish (pure)."""

from __future__ import annotations

import re
from functools import cache

_SAMPLE = 20_000
_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")

_RANGES = (
    r"\s\x20-\x7e",  # ASCII and white space
    r"\u00a0-\u00ff\u0370-\u03ff",  # ·, °, ±; α, μ
    r"\u2000-\u2bff",  # punctuation, currency, ℃, Ⅰ, arrows, operators, ①, ■, ★
    r"\u3000-\u303f\u3200-\u33ff",  # 、。〈〉《》〔〕; ㈠, ㎡
    r"\u4e00-\u9fff",  # Han
    r"\ufe10-\ufe1f\ufe30-\ufe4f\uff01-\uffef",  # vertical and full-width forms
)
_READABLE = re.compile("[" + "".join(_RANGES) + "]")

LEAST_READABLE = 0.7
"""Below this share of readable characters a text is rubbish."""

LEAST_COMMON = 0.45
"""Below this share of common Han characters among all Han a text is garbled. Simplified Chinese has 0.93 and more,
traditional about 0.65; UTF-8 read as GBK has about 0.2."""

_ENOUGH_HAN = 20


@cache
def _common() -> frozenset[str]:
    """The 3,755 characters of level 1 of GB/T 2312: rows 16 to 55, the commonest first by design of the standard."""
    cells = (bytes((0xA0 + row, 0xA0 + cell)) for row in range(16, 56) for cell in range(1, 95))
    return frozenset(cell.decode("gb2312", errors="ignore") for cell in cells) - {""}


def readable_share(text: str) -> float:
    """The share of characters that a document can hold: 1.0 for clean text and for none.

    Control characters, private-use characters and characters lost in decoding count against it. Long texts are
    sampled from both ends.
    """
    sample = _sample(text)
    return len(_READABLE.findall(sample)) / len(sample) if sample else 1.0


def common_share(text: str) -> float:
    """The share of common characters among the Han characters; 1.0 where there are too few to tell."""
    han = _HAN.findall(_sample(text))
    return sum(char in _common() for char in han) / len(han) if len(han) >= _ENOUGH_HAN else 1.0


def is_garbled(text: str) -> bool:
    """Whether a text is rubbish to a reader."""
    return readable_share(text) < LEAST_READABLE or common_share(text) < LEAST_COMMON


def _sample(text: str) -> str:
    return text if len(text) <= 2 * _SAMPLE else text[:_SAMPLE] + text[-_SAMPLE:]
