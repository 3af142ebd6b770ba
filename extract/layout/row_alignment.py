"""The cells of a row that stands on one line, told by what the columns of its table hold.

A row is read where its pieces can be told to the columns in one way only; where there are two, or none, it is not.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from corpus import Span
from extract.layout.row_cells import FIGURE, VALUE, Joint, Piece
from extract.lexicon import words
from extract.numbers.quantity_shapes import UNIT_PATTERN

Cells = tuple[Span | None, ...]
"""The cells of a row by column; None where a column has none."""

_SERIAL = re.compile(r"\d{1,3}[.、]?|[(]\d{1,3}[)]")
_GLUED_SERIAL = re.compile(r"(?:\d{1,3}[.、)](?!\d)|[(]\d{1,3}[)])(?=.{2})")
OF_NATURE = re.compile("|".join(words("indicator_natures", "word")))
_NATURE = re.compile(rf"{OF_NATURE.pattern}|-")
_UNIT = re.compile(rf"{UNIT_PATTERN}|-{{1,2}}|/|[^\d\s]{{1,8}}/[^\d\s,。;]{{1,8}}")
_ANY_UNIT = re.compile(r"[^\d\s,。;:、]{1,8}")
_TIME = re.compile(
    r".{0,6}(?:19|20)\d\d(?:[年.~/-].{0,20})?|.{0,6}\d{1,2}(?:月|日|个月|天|年).{0,12}|-|/"
    r"|(?:持续|长期|常态|每[年月季周]|全年|年[内底]|即行|立[即行]|近期|中期|远期|按时|适时|定期|按[^,。;]{1,8}要求).{0,10}"
)
_WORDS_FOR_VALUE = re.compile(
    r"(?:完成|达到|控制|保持|持续|逐步|不断|稳步|稳定|明显|显著|基本|全面|高于|低于|优于|不|待|力争|进一步).{1,16}|无|待定|稳定"
)
_BODY = re.compile(
    r".{0,40}(?:[局委厅办部府院会组队处科所站社行庭署馆校厂]|中心|公司|集团|单位|部门|镇|乡|街道|村|区|县|市|州|等|机构|企业)[)]?"
)
_YEAR = re.compile(r"(?:19|20)\d\d年?度?")
_MOST_PIECES, _MOST_SURPLUS, _MOST_MISSING = 40, 8, 3


class Way(NamedTuple):
    """How strictly the columns are taken.

    Attributes:
        any_unit: a unit that is not known is one.
        inner: the firmest joint that may stand inside a cell.
        missing: the columns that may have no cell.
    """

    any_unit: bool
    inner: Joint
    missing: frozenset[int]


def align(parts: Sequence[Piece], kinds: tuple[str, ...], *, gapped: bool, first: bool, number: int) -> Cells | None:
    """The cells of a row; None where they cannot be told for sure.

    Args:
        parts: the pieces of its line.
        kinds: what the columns hold.
        gapped: cells are parted by tabs, bars or wide gaps.
        first: it is the first row below the header, so that its category stands in it.
        number: how many rows are above, with which an uncounted column of numbers may begin.
    """
    if gapped and len(parts) > len(kinds):
        parts = [one for one in parts if one.text]
    if gapped and len(parts) == len(kinds):
        return tuple(_span(one) for one in parts) if _is_plausible(parts, kinds) else None
    if not gapped:
        parts = _counted(parts, kinds, number)
    if len(parts) > _MOST_PIECES or not -_MOST_MISSING <= len(parts) - len(kinds) <= _MOST_SURPLUS:
        return None
    for way in _ways(kinds, gapped=gapped, first=False):
        found = _Alignment(parts, kinds, way)
        count = found.count(0, 0)
        if count > 1 and first and "category" in kinds:
            found = _Alignment(parts, kinds, way._replace(missing=way.missing - {kinds.index("category")}))
            count = found.count(0, 0)
        if count:
            return found.cells() if count == 1 else None
    return None


def align_cells(cells: Sequence[Piece], kinds: tuple[str, ...], *, first: bool, whole: bool) -> Cells | None:
    """The columns of cells that are known to be whole; None where they cannot be told for sure.

    Args:
        cells: of one row.
        kinds: what the columns hold.
        first: it is the first row below the header, so that its category stands in it.
        whole: it has all cells but those that may be merged with others.
    """
    ways = _ways(kinds, gapped=False, first=first)
    for way in ways[:2] if whole else ways[2:]:
        if len(cells) + len(way.missing) < len(kinds):
            continue
        found = _Alignment(cells, kinds, way)
        if count := found.count(0, 0):
            return found.cells() if count == 1 else None
    return None


@lru_cache(maxsize=256)
def _ways(kinds: tuple[str, ...], *, gapped: bool, first: bool) -> tuple[Way, ...]:
    """The ways to take the columns, strictest first; the category of the first row is not missing."""
    optional = _optional(kinds, gapped=gapped)
    if first and "category" in kinds:
        optional -= {kinds.index("category")}
    ways = [
        Way(any_unit=False, inner=Joint.SOFT, missing=optional),
        Way(any_unit=True, inner=Joint.SOFT, missing=optional),
        Way(any_unit=False, inner=Joint.FIRM, missing=optional),
    ]
    values = [at for at, kind in enumerate(kinds) if kind == "value"]
    if "nature" in kinds:
        nature = kinds.index("nature")
        ways.append(Way(any_unit=False, inner=Joint.SOFT, missing=optional | {nature}))
        if len(values) == 2:
            ways.append(Way(any_unit=False, inner=Joint.SOFT, missing=optional | {values[0]}))
    return tuple(ways)


def _optional(kinds: Sequence[str], *, gapped: bool) -> frozenset[int]:
    """The columns whose cells may be merged with those above, or be empty at the end of the line."""
    merged = {at for at, kind in enumerate(kinds) if kind == "category"}
    last = len(kinds) - 1
    if kinds[last] == "other" or (gapped and kinds[last] in {"time", "bodies", "nature", "name"}):
        merged.add(last)
    return frozenset(merged)


def _counted(parts: Sequence[Piece], kinds: Sequence[str], number: int) -> Sequence[Piece]:
    """The pieces with a number that is glued to the name apart, and without one that no column counts."""
    if not parts:
        return parts
    serial = kinds.index("serial") if "serial" in kinds else -1
    if serial == 0 and (match := _GLUED_SERIAL.match(parts[0].text)):
        at = parts[0].start + match.end()
        ordinal = Piece(parts[0].start, at, match.group(), Joint.HARD)
        return [ordinal, Piece(at, parts[0].end, parts[0].text[match.end() :], Joint.HARD), *parts[1:]]
    if serial < 0 and len(parts) > len(kinds) and parts[0].text.rstrip(".、") == str(number + 1):
        return parts[1:]
    return parts


def _is_plausible(parts: Sequence[Piece], kinds: Sequence[str]) -> bool:
    """Whether cells that gaps part for sure can be those of the columns: half of the values are values."""
    values = [one.text for one, kind in zip(parts, kinds, strict=True) if kind == "value"]
    held = sum(not text or VALUE.fullmatch(text) is not None or text == "无" for text in values)
    return 2 * held >= len(values) and sum(bool(one.text) for one in parts) > 1


class _Alignment:
    """In how many ways pieces can be told to columns; counted up to two."""

    def __init__(self, parts: Sequence[Piece], kinds: Sequence[str], way: Way) -> None:
        self._parts = parts
        self._kinds = kinds
        self._way = way
        self._known: dict[tuple[int, int], tuple[int, int]] = {}

    def count(self, at: int, column: int) -> int:
        """The ways from piece `at` and column `column` on."""
        if column == len(self._kinds):
            return int(at == len(self._parts))
        if (at, column) not in self._known:
            ways = [(self.count(stop, column + 1), stop) for stop in self._stops(at, column)]
            first = next((stop for count, stop in ways if count), at)
            self._known[at, column] = min(2, sum(count for count, _ in ways)), first
        return self._known[at, column][0]

    def cells(self) -> Cells:
        """The one way, once it is counted."""
        found: list[Span | None] = []
        at = 0
        for column in range(len(self._kinds)):
            _, stop = self._known[at, column]
            empty = stop == at or not self._parts[at].text
            found.append(None if empty else Span(self._parts[at].start, self._parts[stop - 1].end))
            at = stop
        return tuple(found)

    def _stops(self, at: int, column: int) -> list[int]:
        """Where the cell of a column can end that begins at a piece."""
        stops = [at] if column in self._way.missing else []
        if at == len(self._parts):
            return stops
        one = self._parts[at]
        if not one.text:
            return [*stops, at + 1]
        kind = self._kinds[column]
        if kind not in _OPEN:
            return [*stops, at + 1] if self._holds(kind, one.text) else stops
        stop = at + 1
        while True:
            if self._is_open_cell(kind, at, stop):
                stops.append(stop)
            if stop == len(self._parts) or stop - at > _MOST_SURPLUS or self._parts[stop].joint > self._way.inner:
                return stops
            stop += 1

    def _holds(self, kind: str, text: str) -> bool:
        """Whether a piece can be the cell of a column that holds words of its own."""
        if kind == "value":
            return VALUE.fullmatch(text) is not None or _WORDS_FOR_VALUE.fullmatch(text) is not None
        if kind == "unit":
            return (_ANY_UNIT if self._way.any_unit else _UNIT).fullmatch(text) is not None
        return {"serial": _SERIAL, "nature": _NATURE, "time": _TIME}[kind].fullmatch(text) is not None

    def _is_open_cell(self, kind: str, at: int, stop: int) -> bool:
        """Whether pieces can be the cell of an open column: words, with no figure behind them that is a cell itself."""
        texts = [one.text for one in self._parts[at:stop]]
        if (len(texts) > 1 and FIGURE.fullmatch(texts[-1])) or any(OF_NATURE.fullmatch(text) for text in texts):
            return False
        if kind == "other":
            return len(texts) > 1 or FIGURE.fullmatch(texts[0]) is None
        if kind == "bodies":
            return all(_BODY.fullmatch(text) for text in texts) or texts == ["-"]
        if len(texts) == 1 and kind in {"name", "category"}:
            return FIGURE.fullmatch(texts[0]) is None or _YEAR.fullmatch(texts[0]) is not None
        return True


_OPEN = frozenset({"name", "category", "bodies", "other"})


def _span(piece: Piece) -> Span | None:
    return Span(piece.start, piece.end) if piece.text else None
