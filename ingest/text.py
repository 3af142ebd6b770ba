"""Plain text: every line as it was decoded."""

from __future__ import annotations

import re

from corpus import BlockKind, Problem
from ingest.assembly import Piece, Reading
from ingest.encoding import decode
from ingest.furniture import is_furniture
from ingest.limits import Limits
from ingest.readable import is_garbled
from ingest.refusal import refusal

_INVISIBLE = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]")
"""Characters that no reader sees and that neither XML nor a database's text may hold."""

_LINE_END = re.compile(r"\r\n?|\n?\f\n?")
"""Line ends of other systems; a form feed begins a page, and so a line."""

_LINE = re.compile(r"[^\n]*\n|[^\n]+")


def read_text(data: bytes, limits: Limits) -> Reading:
    """The lines of a text file, a piece each, with their characters unchanged.

    Raises:
        UnreadableFileError: if it is no text, or too long.
    """
    text, problems = characters(data, limits)
    return Reading(tuple(_piece(line) for line in _LINE.findall(text)), problems)


def characters(data: bytes, limits: Limits, declared: str | None = None) -> tuple[str, tuple[Problem, ...]]:
    """The characters of a file of text with line feeds as its only line ends, and what could not be read of it.

    Args:
        data: the file.
        limits: bounds on its length.
        declared: the encoding that the file itself names.

    Raises:
        UnreadableFileError: if it is no text, or too long.
    """
    decoded = decode(data, declared)
    if len(decoded.text) > limits.characters:
        raise refusal("characters", limit=limits.characters)
    if is_garbled(decoded.text):
        raise refusal("garbled")
    text, dropped = visible(decoded.text)
    return _LINE_END.sub("\n", text), _problems(decoded.lost, dropped)


def visible(text: str) -> tuple[str, int]:
    """The text without characters that no reader sees, and how many they were."""
    return _INVISIBLE.subn("", text)


def _problems(lost: int, dropped: int) -> tuple[Problem, ...]:
    rows = (
        (lost, "text.undecodable", f"有{lost}个字符无法解码，以“\ufffd”代替，请核对原件。"),
        (dropped, "text.control_characters", f"文件含{dropped}个不可见控制字符，已略去。"),
    )
    return tuple(Problem(code, message) for count, code, message in rows if count)


def _piece(line: str) -> Piece:
    return Piece(BlockKind.FURNITURE if is_furniture(line) else BlockKind.PARAGRAPH, line)
