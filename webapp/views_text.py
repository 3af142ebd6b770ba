"""A document's text cut at the boundaries of its facts into flat segments; pure, and linear in the text's length.

Every character that is not page furniture is shown once, in order: `shown_items(...)` gives headings, clauses, tables
and what the outline leaves out; the segments of an item, put together, are its words.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from corpus import Analysis, Block, BlockKind, Clause, Section, Span, Table

DEFAULT_MARKS = ("commitment", "indicator")
"""Kinds of fact that are marked unless the reader chooses others."""
LONGEST_ASIDE = 120
"""Characters of a line outside the outline that is taken for one of the page around the document."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch to be marked: the kind of fact (`hit` for a word searched for), its number, and where it links to."""

    span: Span
    kind: str
    number: int
    address: str | None = None


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text under the same marks.

    Attributes:
        text: its characters.
        kinds: kinds of the marks over it.
        facts: their numbers.
        opens: kinds of the marks that begin with it.
        address: where a mark over it links to.
        hit: number of the match that begins with it, from 1; 0 inside a match that began before; None outside.
    """

    text: str
    kinds: tuple[str, ...] = ()
    facts: tuple[int, ...] = ()
    opens: tuple[str, ...] = ()
    address: str | None = None
    hit: int | None = None


@dataclass(frozen=True, slots=True)
class ShownCell:
    """A cell of a table: its clause, if a clause starts in it, and its reach."""

    segments: tuple[Segment, ...]
    rowspan: int
    colspan: int
    header: bool


@dataclass(frozen=True, slots=True)
class ShownRow:
    """A row of a table; `eids` are the clauses that start in it."""

    cells: tuple[ShownCell, ...]
    eids: tuple[str, ...]
    header: bool


@dataclass(frozen=True, slots=True)
class Item:
    """One thing on the page, from top to bottom.

    Attributes:
        kind: `heading`, `clause`, `text`, `table`, or `aside` for lines of the page around the document.
        eid: of the clause or the section, if it has one.
        span: where it stands.
        segments: its words; for a table empty.
        depth: of a heading, from 1 without gaps.
        rows: of a table.
        caption: of a table.
        lines: of an aside, each in segments.
    """

    kind: str
    eid: str | None
    span: Span
    segments: tuple[Segment, ...] = ()
    depth: int = 0
    rows: tuple[ShownRow, ...] = ()
    caption: str = ""
    lines: tuple[tuple[Segment, ...], ...] = ()

    @property
    def has_hit(self) -> bool:
        """Whether a word searched for stands in a line of an aside."""
        return any(part.hit is not None for line in self.lines for part in line)


def segments(text: str, span: Span, marks: Iterable[Mark]) -> tuple[Segment, ...]:
    """The words of a span cut at every boundary of a mark; flat, never nested.

    Args:
        text: of the document.
        span: the stretch that is shown.
        marks: those that overlap it.
    """
    opening: dict[int, list[Mark]] = defaultdict(list)
    closing: dict[int, list[Mark]] = defaultdict(list)
    for mark in marks:
        start, end = max(mark.span.start, span.start), min(mark.span.end, span.end)
        if start < end:
            opening[start].append(mark)
            closing[end].append(mark)
    cuts = sorted({span.start, span.end, *opening, *closing})
    active: dict[Mark, None] = {}
    out: list[Segment] = []
    for start, end in pairwise(cuts):
        for mark in closing.get(start, ()):
            active.pop(mark, None)
        opened = opening.get(start, ())
        active.update(dict.fromkeys(opened))
        out.append(_segment(text[start:end], tuple(active), [mark for mark in opened if mark.span.start == start]))
    return tuple(out)


def _segment(words: str, over: Sequence[Mark], opened: Sequence[Mark]) -> Segment:
    facts = [mark for mark in over if mark.kind != "hit"]
    hits = [mark for mark in over if mark.kind == "hit"]
    begun = [mark.number for mark in opened if mark.kind == "hit"]
    return Segment(
        words,
        tuple(dict.fromkeys(mark.kind for mark in facts)),
        tuple(mark.number for mark in facts),
        tuple(dict.fromkeys(mark.kind for mark in opened if mark.kind != "hit")),
        next((mark.address for mark in facts if mark.address), None),
        (begun[0] if begun else 0) if hits else None,
    )


def shown_items(analysis: Analysis, marks: Sequence[Mark], within: Span | None = None) -> tuple[Item, ...]:
    """What a page shows of a document, in order.

    Args:
        analysis: the document.
        marks: sorted by place.
        within: the part of the text that is wanted; all of it where None.
    """
    text = analysis.document.text
    wanted = within or Span(0, len(text))
    lookup = _Lookup(marks)
    depths = _heading_depths(analysis)
    out: list[Item] = []
    for piece in _pieces(analysis):
        if not wanted.overlaps(piece.span):
            continue
        if piece.table is not None:
            out.append(_table_item(analysis, piece, lookup))
            continue
        cut = segments(text, piece.span, lookup.over(piece.span))
        out.append(Item(piece.kind, piece.eid, piece.span, cut, depths.get(piece.eid or "", 0)))
    return tuple(_folded(out)) if analysis.outline.clauses else tuple(out)


def _folded(items: Iterable[Item]) -> Iterator[Item]:
    """The items, each run of lines that are not the document's own put together as an aside.

    What stands outside the outline is what the page has around a document: navigation, labels, a table of contents.
    A long paragraph outside it may be text that the outline lost, and stays in sight.
    """
    for aside, run in groupby(items, key=_is_aside):
        if not aside:
            yield from run
            continue
        lines = list(run)
        span = Span(lines[0].span.start, lines[-1].span.end)
        yield Item("aside", None, span, lines=tuple(line.segments for line in lines))


def _is_aside(item: Item) -> bool:
    return item.kind == "metadata" or (item.kind == "text" and len(item.span) <= LONGEST_ASIDE)


class _Lookup:
    """Marks by place: those that overlap a span, found without going through all."""

    def __init__(self, marks: Sequence[Mark]) -> None:
        self._marks = sorted(marks, key=lambda mark: (mark.span.start, -mark.span.end))
        self._starts = [mark.span.start for mark in self._marks]
        self._longest = max((len(mark.span) for mark in self._marks), default=0)

    def over(self, span: Span) -> Iterator[Mark]:
        at = bisect_right(self._starts, span.start - self._longest - 1)
        while at < len(self._marks) and self._starts[at] < span.end:
            if self._marks[at].span.end > span.start:
                yield self._marks[at]
            at += 1


@dataclass(frozen=True, slots=True)
class _Piece:
    span: Span
    kind: str
    eid: str | None = None
    table: Table | None = None


def _pieces(analysis: Analysis) -> list[_Piece]:
    """Tables, headings, clauses and the rest of the text, in order, not overlapping, each character once."""
    text, outline = analysis.document.text, analysis.outline
    blocks = [block for block in analysis.document.blocks if block.kind is not BlockKind.FURNITURE]
    tables = [_Piece(block.span, "table", None, block.table) for block in blocks if _is_grid(block)]
    headings = [_heading_piece(section) for section in outline.sections if len(section.heading)]
    run_in = _starts_of(outline.clauses)
    alone = [piece for piece in headings if piece.span.start not in run_in]
    clauses = [_Piece(clause.span, "clause", clause.eid) for clause in outline.clauses]
    rest = [_Piece(block.span, _REST.get(block.kind, "text")) for block in blocks]
    taken: list[_Piece] = []
    for layer in (tables, clauses, alone, rest):
        fresh = [part for piece in layer for part in _uncovered(piece, taken, text)]
        taken = sorted(taken + fresh, key=lambda piece: piece.span.start)
    return _with_stops(taken, text)


def _with_stops(pieces: Iterable[_Piece], text: str) -> list[_Piece]:
    """The pieces; a stop or colon behind a heading, which belongs to no clause, goes with the heading."""
    out: list[_Piece] = []
    for piece in pieces:
        last = out[-1] if out else None
        if last and last.table is None and last.span.end == piece.span.start and _is_stop(piece, text):
            out[-1] = replace(last, span=Span(last.span.start, piece.span.end))
        else:
            out.append(piece)
    return out


def _is_stop(piece: _Piece, text: str) -> bool:
    """Whether a piece outside the outline holds marks alone."""
    words = text[piece.span.start : piece.span.end]
    return piece.kind in ("text", "metadata") and not any(mark.isalnum() for mark in words)


_REST = {BlockKind.METADATA: "metadata"}


def _is_grid(block: Block) -> bool:
    return block.kind is BlockKind.TABLE and block.table is not None and bool(block.table.cells)


def _heading_piece(section: Section) -> _Piece:
    return _Piece(section.heading, "heading", section.eid)


def _starts_of(clauses: Iterable[Clause]) -> frozenset[int]:
    return frozenset(clause.span.start for clause in clauses)


def _uncovered(piece: _Piece, taken: Sequence[_Piece], text: str) -> list[_Piece]:
    """The parts of a piece that no piece of `taken` (sorted) covers; a table is taken whole or not at all.

    Only the first part keeps the id, so that an address leads to one place.
    """
    out: list[_Piece] = []
    start, eid = piece.span.start, piece.eid
    at = max(bisect_right(taken, start, key=lambda held: held.span.start) - 1, 0)
    while at < len(taken) and taken[at].span.start < piece.span.end:
        held = taken[at].span
        if held.end > start:
            out.append(_Piece(Span(start, max(start, held.start)).strip(text), piece.kind, eid))
            start = held.end
        at += 1
    if start < piece.span.end:
        out.append(_Piece(Span(start, piece.span.end).strip(text), piece.kind, eid, piece.table))
    full = [part for part in out if len(part.span)]
    return [part if at == 0 else _Piece(part.span, part.kind) for at, part in enumerate(full)]


def _heading_depths(analysis: Analysis) -> dict[str, int]:
    """The depth of each heading that stands on a line of its own, counted along such headings, so without gaps."""
    run_in = _starts_of(analysis.outline.clauses)
    depths: dict[str, int] = {}
    counted: dict[str | None, int] = {None: 0}
    for section in analysis.outline.sections:
        above = counted.get(section.parent, 0)
        own = section.heading.start not in run_in and bool(len(section.heading))
        counted[section.eid] = above + 1 if own else above
        depths[section.eid] = counted[section.eid]
    return depths


def _table_item(analysis: Analysis, piece: _Piece, lookup: _Lookup) -> Item:
    """A table with its rows; each row knows the clauses that start in it."""
    table = piece.table
    if table is None:
        return Item("text", None, piece.span)
    by_row: dict[int, list[ShownCell]] = defaultdict(list)
    eids: dict[int, list[str]] = defaultdict(list)
    starts = _clauses_within(analysis, piece.span)
    for cell in table.cells:
        shown = segments(analysis.document.text, cell.span, lookup.over(cell.span))
        by_row[cell.row].append(ShownCell(shown, cell.rowspan, cell.colspan, cell.row < table.header_rows))
    for eid, start in starts.items():
        at = bisect_right(table.cells, start, key=lambda cell: cell.span.start)
        eids[table.cells[max(at - 1, 0)].row].append(eid)
    heads = table.header_rows
    rows = tuple(ShownRow(tuple(by_row[row]), tuple(eids[row]), row < heads) for row in sorted(by_row))
    return Item("table", None, piece.span, rows=rows, caption=_caption(analysis, piece.span))


def _clauses_within(analysis: Analysis, span: Span) -> Mapping[str, int]:
    clauses = analysis.outline.clauses
    at = bisect_right(clauses, span.start - 1, key=lambda clause: clause.span.start)
    out: dict[str, int] = {}
    while at < len(clauses) and clauses[at].span.start < span.end:
        out[clauses[at].eid] = clauses[at].span.start
        at += 1
    return out


def _caption(analysis: Analysis, span: Span) -> str:
    """What a table is a table of: the innermost heading around it."""
    around = analysis.outline.sections_at(span.start)
    return f"{around[-1].label}{around[-1].title}" if around else "表格"
