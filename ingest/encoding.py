"""Bytes become characters: Unicode with or without a mark, otherwise GB18030, the encoding of Chinese law (pure)."""

from __future__ import annotations

import codecs
from dataclasses import dataclass

_MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 4096
_LOST = "\ufffd"


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text with the encoding it was read by, and how many characters could not be read (they stand as U+FFFD)."""

    text: str
    encoding: str
    lost: int


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """The characters of `data`, without a byte order mark.

    A mark decides; then the encoding that reads every byte: UTF-8, what the file declares, UTF-16 where the bytes
    look like it, GB18030. Where none does, whichever of UTF-8 and GB18030 loses fewer characters.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _lenient(data[len(mark) :], encoding)
    for name in ("utf-8", _known(declared), _unmarked_utf16(data), "gb18030"):
        text = _strict(data, name) if name else None
        if name and text is not None:
            return Decoded(text, name, 0)
    return min((_lenient(data, name) for name in ("utf-8", "gb18030")), key=lambda decoded: decoded.lost)


def _strict(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, ValueError):
        return None


def _lenient(data: bytes, encoding: str) -> Decoded:
    text = data.decode(encoding, errors="replace")
    return Decoded(text, encoding, text.count(_LOST))


def _known(name: str | None) -> str | None:
    """The codec of a declared name; GBK and GB2312 are read as their superset; None for what is no text encoding."""
    if not name:
        return None
    try:
        found = codecs.lookup(name.strip())
    except (LookupError, ValueError):
        return None
    if not found._is_text_encoding:  # noqa: SLF001 - the only place that tells text encodings from hex, zip and rot13
        return None
    return "gb18030" if found.name in {"gb2312", "gbk", "hz"} else found.name


def _unmarked_utf16(data: bytes) -> str | None:
    """UTF-16 by its look: in Chinese text nearly every second byte is 00 (ASCII), 30, FF (marks) or 4E to 9F (Han)."""
    sample = data[:_SAMPLE]
    if len(data) % 2 or len(sample) < 4 or 0 not in sample:
        return None
    for first, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        high = sample[first::2]
        if sum(byte in (0x00, 0x20, 0x30, 0xFF) or 0x4E <= byte <= 0x9F for byte in high) >= 0.95 * len(high):
            return encoding
    return None
