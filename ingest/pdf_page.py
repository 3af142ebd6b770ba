"""What PDFium sees on one page: characters and ruling lines, in points from the top left corner as it is shown."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator
from typing import Any

from pypdfium2 import raw

from ingest.pdf_lines import Glyph
from ingest.pdf_rules import Rule

_THIN = 2.5
_SHORTEST = 6.0
_MOST_OBJECTS = 20_000
_MOST_SEGMENTS = 4000
_SIMPLE = 6
"""A path of up to this many segments is one line or one rectangle, which its bounds describe."""

_KEPT_CONTROLS = frozenset({0x02, 0x09, 0x0A, 0x0D})
"""PDFium's sign of a parted word, tab, and line ends."""

Point = Callable[[float, float], tuple[float, float]]
"""From the page's own coordinates to those in which it is shown."""


def shown(page: Any) -> tuple[Point, float]:
    """How points of a page are shown when its rotation is applied, and the height it is shown with."""
    width, height = page.get_size()
    rotation = page.get_rotation()
    turns: dict[int, Point] = {
        0: lambda x, y: (x, height - y),
        90: lambda x, y: (y, x),
        180: lambda x, y: (width - x, y),
        270: lambda x, y: (width - y, height - x),
    }
    return turns.get(rotation, turns[0]), height


def glyphs(page: Any, point: Point) -> list[Glyph]:
    """The characters of a page in the order of its content, line ends and guessed spaces among them."""
    text_page = page.get_textpage()
    try:
        return list(_glyphs(text_page.raw, point))
    finally:
        text_page.close()


def _glyphs(text_page: Any, point: Point) -> Iterator[Glyph]:
    box = raw.FS_RECTF()
    reference = ctypes.byref(box)
    high = 0  # first half of a character beyond U+FFFF
    for at in range(raw.FPDFText_CountChars(text_page)):
        code = raw.FPDFText_GetUnicode(text_page, at)
        if 0xD800 <= code < 0xDC00:
            high = code
            continue
        if 0xDC00 <= code < 0xE000:
            code = 0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00) if high else 0
        high = 0
        if not _is_character(code):
            continue
        guessed = code in (0x20, 0x0A, 0x0D) and raw.FPDFText_IsGenerated(text_page, at) == 1
        raw.FPDFText_GetLooseCharBox(text_page, at, reference)
        left, top = point(box.left, box.top)
        right, bottom = point(box.right, box.bottom)
        yield Glyph(chr(code), min(left, right), max(left, right), min(top, bottom), max(top, bottom), guessed)


def _is_character(code: int) -> bool:
    if code < 0x20:
        return code in _KEPT_CONTROLS
    return code not in (0x7F, 0xFFFE, 0xFFFF) and not 0xD800 <= code < 0xE000 and code < 0x110000


def has_picture(page: Any) -> bool:
    """Whether there is an image on a page."""
    return any(True for _ in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=3))


def rules(page: Any, point: Point) -> list[Rule]:
    """The straight lines along the axes that are drawn on a page, the sides of rectangles among them."""
    found: list[Rule] = []
    for count, item in enumerate(page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=1)):
        if count >= _MOST_OBJECTS:
            break
        found.extend(_rules_of(item, point))
    return found


def _rules_of(item: Any, point: Point) -> Iterator[Rule]:
    segments = raw.FPDFPath_CountSegments(item.raw)
    if segments > _SIMPLE:
        yield from _segment_rules(item, min(segments, _MOST_SEGMENTS), point)
        return
    left, bottom, right, top = item.get_bounds()
    x0, y0, x1, y1 = _ordered(point(left, top), point(right, bottom))
    if y1 - y0 <= _THIN or x1 - x0 <= _THIN:
        if max(x1 - x0, y1 - y0) >= _SHORTEST:
            yield _straight(x0, y0, x1, y1)
    else:
        yield from (Rule(x0, y0, x1, y0), Rule(x0, y1, x1, y1), Rule(x0, y0, x0, y1), Rule(x1, y0, x1, y1))


def _straight(x0: float, y0: float, x1: float, y1: float) -> Rule:
    """The middle line of a thin box."""
    if x1 - x0 >= y1 - y0:
        return Rule(x0, (y0 + y1) / 2, x1, (y0 + y1) / 2)
    return Rule((x0 + x1) / 2, y0, (x0 + x1) / 2, y1)


def _segment_rules(item: Any, count: int, point: Point) -> Iterator[Rule]:
    """The lines of a path that draws many, one segment after the other."""
    matrix = item.get_matrix()
    x, y = ctypes.c_float(), ctypes.c_float()
    before: tuple[float, float] | None = None
    for at in range(count):
        segment = raw.FPDFPath_GetPathSegment(item.raw, at)
        raw.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y))
        here = point(*matrix.on_point(x.value, y.value))
        if before is not None and raw.FPDFPathSegment_GetType(segment) == raw.FPDF_SEGMENT_LINETO:
            x0, y0, x1, y1 = _ordered(before, here)
            if min(x1 - x0, y1 - y0) <= _THIN / 2 and max(x1 - x0, y1 - y0) >= _SHORTEST:
                yield _straight(x0, y0, x1, y1)
        before = here


def _ordered(one: tuple[float, float], other: tuple[float, float]) -> tuple[float, float, float, float]:
    (x0, x1), (y0, y1) = sorted((one[0], other[0])), sorted((one[1], other[1]))
    return x0, y0, x1, y1
