"""Markdown: words without their marks, headings with their level, tables, and the front matter as metadata."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpus import BlockKind
from ingest.assembly import Piece, Reading, line
from ingest.furniture import is_furniture
from ingest.grid import RawCell, Spread, place
from ingest.limits import Limits
from ingest.text import characters

_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(?P<lines>(?:(?!---|\.\.\.)[^\n]*\n){0,200})(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
"""`---`, lines of `key: value`, `---`, at the very start of the file."""

_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_HEADING = re.compile(r"\ {0,3}(?P<marks>\#{1,6})[ \t]+(?P<words>.*?)(?:[ \t]+\#+)?[ \t]*", re.VERBOSE)
_ITEM = re.compile(r"(?P<indent>[ \t]*)[-*+][ \t]+(?P<words>.*)")
_RULE = re.compile(r"\ {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|={3,})")
_QUOTE = re.compile(r"\A(?: {0,3}>[ \t]?)+")
_ROW = re.compile(r"[ \t]*\|.*\|[ \t]*")
_DELIMITER = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*")
_CELL_END = re.compile(r"(?<!\\)\|")

_INLINE: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"!\[(?P<words>[^\[\]\n]{0,300})\]\([^()\n]{0,2000}\)"), r"\g<words>"),  # ![图](address)
    (re.compile(r"\[(?P<words>[^\[\]\n]{1,300})\]\([^()\n]{0,2000}\)"), r"\g<words>"),  # [words](address)
    (re.compile(r"\*\*(?P<words>[^*\n]+)\*\*"), r"\g<words>"),  # **words**
    (re.compile(r"(?<![\w*])\*(?P<words>[^*\s][^*\n]*)(?<!\s)\*(?![\w*])"), r"\g<words>"),  # *words*
    (re.compile(r"`(?P<words>[^`\n]+)`"), r"\g<words>"),  # `words`
    (re.compile(r"<br\s*/?>", re.IGNORECASE), " "),
    (re.compile(r"<(?P<words>https?://[^<>\s]{1,2000})>"), r"\g<words>"),  # <address>
    (re.compile(r"\\(?P<sign>[\\`*_{}\[\]()#+\-.!|>~])"), r"\g<sign>"),  # \*
)
"""Marks inside a line and what of them is words. Underscores stay: in a document they are blanks to fill in."""


def read_markdown(data: bytes, limits: Limits) -> Reading:
    """The pieces of a Markdown file: a line is a paragraph, as in plain text; empty lines only separate.

    Raises:
        UnreadableFileError: if it is no text, or too long.
    """
    text, problems = characters(data, limits)
    front = _FRONT_MATTER.match(text)
    pieces = [line(BlockKind.METADATA, words) for words in _front_matter(front)]
    body = _COMMENT.sub("", text[front.end() :] if front else text)
    pieces.extend(_pieces(body.split("\n"), limits))
    return Reading(tuple(pieces), problems)


def _front_matter(front: re.Match[str] | None) -> Iterator[str]:
    """The lines of the front matter that hold words, each as `label：value`."""
    for text in front["lines"].splitlines() if front else ():
        label, colon, value = text.strip().partition(":")
        if label:
            yield f"{label.strip()}：{value.strip().strip(chr(34))}" if colon else label


def _pieces(lines: Sequence[str], limits: Limits) -> Iterator[Piece]:
    at = 0
    while at < len(lines):
        end = _table_end(lines, at)
        if end > at:
            yield Piece(BlockKind.TABLE, "", cells=tuple(_cells(lines[at:end], limits)))
            at = end
            continue
        piece = _piece(_QUOTE.sub("", lines[at]))
        if piece:
            yield piece
        at += 1


def _piece(text: str) -> Piece | None:
    """The piece of one line outside tables; None where the line is a rule, a fence or empty."""
    if not text.strip() or _RULE.fullmatch(text) or text.lstrip().startswith("```"):
        return None
    if heading := _HEADING.fullmatch(text):
        return line(BlockKind.HEADING, plain(heading["words"]), level=len(heading["marks"]))
    if item := _ITEM.fullmatch(text):
        level = len(item["indent"].expandtabs(4)) // 2 + 1
        return line(BlockKind.LIST_ITEM, plain(item["words"]), level=level)
    words = plain(text)
    return line(BlockKind.FURNITURE if is_furniture(words) else BlockKind.PARAGRAPH, words)


def plain(text: str) -> str:
    """The words of a line without the marks inside it."""
    for mark, words in _INLINE:
        text = mark.sub(words, text)
    return text.rstrip()


def _table_end(lines: Sequence[str], at: int) -> int:
    """Where the table that starts at a line ends; the line itself if none does."""
    if at + 1 >= len(lines) or "|" not in lines[at] or not _DELIMITER.fullmatch(lines[at + 1]):
        return at
    end = at + 2
    while end < len(lines) and _ROW.fullmatch(lines[end]):
        end += 1
    return end


def _cells(lines: Sequence[str], limits: Limits) -> list[RawCell]:
    rows = [lines[0], *lines[2:]]
    spreads = ([Spread(plain(cell.strip()), head=at == 0) for cell in _split(row)] for at, row in enumerate(rows))
    return place(spreads, limits.cells)


def _split(row: str) -> list[str]:
    return _CELL_END.split(row.strip().removeprefix("|").removesuffix("|"))
