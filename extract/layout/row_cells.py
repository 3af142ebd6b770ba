"""The pieces of a line that is a row of a table, and how surely what parts two of them parts two cells."""

from __future__ import annotations

import itertools
import re
from enum import IntEnum
from typing import NamedTuple


class Joint(IntEnum):
    """What stands before a piece.

    A blank at a figure or a Latin letter may stand inside a cell (万元 GDP 用水量), one between two characters hardly
    does, and a wider gap never.
    """

    SOFT = 1
    FIRM = 2
    HARD = 3


class Piece(NamedTuple):
    """Words between gaps: their place, and what parts them from the piece before."""

    start: int
    end: int
    text: str
    joint: Joint


_WIDE = re.compile(r"[ ]*\t[ ]*|[ ]{2,}|[ ]*\|[ ]*")
_ANY = re.compile(r"[ \t|]+")
_HAN = re.compile("[一-龥]")
_SIGN = re.compile(r"[≥≤<>=~约]|>=|<=|不[低高少大小超]于|不超过|大于|小于|超过")
_SCALE = re.compile("[百千]?[万亿]|千")
_MORE = re.compile("左右|以上|以下|以内|及以上|及以下")
_NUMBER = r"[-+±]?\d[\d,]{0,14}(?:\.\d{1,6})?"
VALUE = re.compile(
    rf"""
    [\[(]? (?:[≥≤<>=~约]|>=|<=|不[低高少大小超]于|不超过|大于|小于|超过|达到)? {_NUMBER} [%‰]?
    (?: [-~至:] {_NUMBER} )? [^\s\d()\[\],。;、]{{0,6}}
    (?: 左右 | 以上 | 以下 | 以内 )? [\])]? (?: [(\[][^()\[\]\s]{{1,12}}[)\]] )?
    | -{{1,3}} | / | \*
    """,
    re.VERBOSE,
)
"""The cell of a column of values."""
FIGURE = re.compile(rf"[\[(]?(?:[≥≤<>~]|>=|<=)?{_NUMBER}[%‰]?[\])]?|-{{1,3}}|/")
"""A bare figure, or the mark that stands for none."""
_DATE_GOES_ON = re.compile(r"[年月日](?!均)")
_DAY = re.compile(r"\d{1,2}[月日]")
_DIGITS = re.compile(r"\d{1,2}")
_ORDINAL = re.compile(r"第?[一二三四五六七八九十百\d]{1,6}[章节条款项]?|[①-⑳]|专栏\d{1,2}")
_LONGEST = 240
"""Characters of a row whose cells are parted by blanks, at most."""


def pieces(line: str, start: int, *, gapped: bool) -> list[Piece]:
    """The pieces of a line.

    Args:
        line: folded words.
        start: the place of the line, which the places of the pieces count from.
        gapped: cells are parted by tabs, bars or wide gaps, and blanks stand inside of them; empty cells are kept.
    """
    low, high = (len(line) - len(line.lstrip(" |")), len(line.rstrip(" |"))) if "|" in line else (0, len(line))
    found: list[Piece] = []
    at = low
    for match in (_WIDE if gapped else _ANY).finditer(line, low, high):
        found.append(_piece(line, at, match.start(), start, found))
        at = match.end()
    if at <= high:
        found.append(_piece(line, at, high, start, found))
    return found if gapped else _glued(found)


def _piece(line: str, low: int, high: int, start: int, before: list[Piece]) -> Piece:
    """A piece with what stands before it."""
    joint = Joint.HARD
    if before and low - (before[-1].end - start) == 1 and line[low - 1] == " ":
        last, first = line[low - 2 : low - 1], line[low : low + 1]
        joint = Joint.FIRM if _HAN.match(last) and _HAN.match(first) else Joint.SOFT
    return Piece(start + low, start + high, line[low:high], joint)


def _glued(parts: list[Piece]) -> list[Piece]:
    """Pieces that a blank parts inside of a cell put together: ≥ 95, 2027 年, 90 左右, 万 吨, 市水务局、 市财政局."""
    found: list[Piece] = []
    for at, one in enumerate(parts):
        if found and one.joint < Joint.HARD and _goes_on(found[-1].text, one.text, parts[at + 1 : at + 2]):
            last = found.pop()
            found.append(Piece(last.start, one.end, last.text + one.text, last.joint))
        else:
            found.append(one)
    return found


def _goes_on(last: str, text: str, behind: list[Piece]) -> bool:
    """Whether a piece is of the cell of the one before it."""
    if _SIGN.fullmatch(last) or _SCALE.fullmatch(last) or last[-1:] in "、(" or text[:1] in "、)":
        return True
    if _MORE.fullmatch(text) and VALUE.fullmatch(last):
        return True
    if last[-1:].isdigit() and _DATE_GOES_ON.match(text):
        return True
    if last[-1:] not in "年月" or len(last) == 1:
        return False
    return _DAY.match(text) is not None or (
        _DIGITS.fullmatch(text) is not None and bool(behind) and behind[0].text[0] in "月日"
    )


def joined(above: list[Piece], below: list[Piece]) -> list[Piece]:
    """The pieces of two lines of one row: a cell may go on over the line end."""
    if not above or not below:
        return above + below
    last, first = above[-1], below[0]
    if last.text[-1:] in "、(" or first.text[:1] in "、)":
        return [*above[:-1], Piece(last.start, first.end, last.text + first.text, last.joint), *below[1:]]
    return [*above, first._replace(joint=Joint.SOFT), *below[1:]]


def is_row(line: str) -> bool:
    """Whether a folded line looks like the row of a table by itself: tabs or bars between words, or figures in a row.

    A single tab behind an ordinal or a label (1.⇥推进…, 附件：⇥…) parts no cells.
    """
    if "\t" in line or "|" in line:
        cells = [cell for cell in re.split(r"[ ]*[\t|][ ]*", line.strip(" |")) if cell]
        return len(cells) > 2 or (
            len(cells) == 2 and len(cells[0]) > 1 and cells[0][-1] not in ".、:)" and not _ORDINAL.fullmatch(cells[0])
        )
    if len(line) > _LONGEST or line.count(" ") < 3 or line[-1] in "。;:":
        return False
    parts = pieces(line, 0, gapped=False)
    figures = [FIGURE.fullmatch(one.text) is not None for one in parts]
    return len(parts) >= 4 and any(a and b for a, b in itertools.pairwise(figures))
