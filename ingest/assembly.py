"""Pieces in reading order become a text and the blocks that tile it (pure)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from corpus import Block, BlockKind, Problem, Span, Table
from ingest.grid import RawCell, lay_out


@dataclass(frozen=True, slots=True)
class Piece:
    """One block before it has a place.

    Attributes:
        kind: its role.
        text: its words with their line end; of a table nothing, its words are its cells'.
        page: from 1, where the file has pages.
        level: depth of a heading or list item, where the file says it.
        cells: of a table.
    """

    kind: BlockKind
    text: str
    page: int | None = None
    level: int | None = None
    cells: tuple[RawCell, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader saw of one file: pieces in reading order, what went wrong, and the title that the file declares."""

    pieces: tuple[Piece, ...]
    problems: tuple[Problem, ...] = ()
    title: str | None = None


def line(kind: BlockKind, words: str, *, page: int | None = None, level: int | None = None) -> Piece:
    """A piece of one line."""
    return Piece(kind, words + "\n", page, level)


def assemble(pieces: Iterable[Piece]) -> tuple[str, tuple[Block, ...]]:
    """The text of all pieces one after the other, and a block for each; pieces without any character leave no block."""
    texts: list[str] = []
    blocks: list[Block] = []
    at = 0
    for piece in pieces:
        text, table = lay_out(piece.cells) if piece.kind is BlockKind.TABLE else (piece.text, None)
        if not text:
            continue
        span = Span(at, at + len(text))
        blocks.append(Block(piece.kind, span, piece.page, piece.level, table and _shift(table, at)))
        texts.append(text)
        at = span.end
    return "".join(texts), tuple(blocks)


def _shift(table: Table, by: int) -> Table:
    return replace(table, cells=tuple(replace(cell, span=cell.span.shift(by)) for cell in table.cells))
