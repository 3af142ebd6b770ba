"""How much of a file a reader takes on: the bounds that keep a hostile or broken file from stopping the rest."""

from __future__ import annotations

from dataclasses import dataclass

_MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds on one file; beyond a bound the file is refused with a reason, never read in part.

    Attributes:
        size: bytes of the file.
        pages: pages of a PDF.
        characters: of the text that is read.
        entries: files inside an archive.
        unpacked: bytes of an archive's files together, unpacked.
        part: bytes of one XML file inside an archive, unpacked; its tree takes ten times that in memory.
        ratio: unpacked to packed bytes of one file in an archive; counted from `ratio_from` bytes on.
        ratio_from: bytes unpacked below which a high ratio is harmless.
        depth: how deep elements may nest; what is deeper is read as part of the element at this depth.
        nesting: elements of a page that are open at once; a parser's time grows with their square.
        elements: open elements times all elements of a page, of those that a parser opens again in each paragraph.
        cells: of one table.
    """

    size: int = 50 * _MEGABYTE
    pages: int = 3000
    characters: int = 12_000_000
    entries: int = 5000
    unpacked: int = 200 * _MEGABYTE
    part: int = 48 * _MEGABYTE
    ratio: int = 200
    ratio_from: int = 4 * _MEGABYTE
    depth: int = 120
    nesting: int = 2000
    elements: int = 5_000_000
    cells: int = 200_000


DEFAULT = Limits()
