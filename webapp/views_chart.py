"""The chart of one indicator over time: places of dots, lines and labels, reckoned here; pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import pairwise

from kg.ledger import LedgerDetail
from kg.points import Point
from webapp.views_ledger import sentence_of
from webapp.wording import number_text

WIDTH, HEIGHT, MARGIN = 720, 320, 72
"""Size of a chart and of the margin around its lines, in its own units."""
YEARS = 7
"""Years written under a chart, at most; of more, every second, fifth or tenth."""
DAY = 136
"""Room that a day under a chart takes."""
LETTER, LINE = 20, 26
"""Width of a character of a label, and height of its line, in the larger type of narrow screens."""
_STEPS = (1, 2, 5, 10, 20, 50)
_HEIGHTS = (-14, 30, -40, 56, -66)
"""Where a label may stand above or below its dot, the best place first."""


@dataclass(frozen=True, slots=True)
class Dot:
    """A value in the chart.

    Attributes:
        x, y: its place.
        label: its number with unit; empty where another dot at the place says the same.
        kind: of the value.
        label_x, label_y: middle of the label's foot.
    """

    x: int
    y: int
    label: str
    kind: str
    label_x: int
    label_y: int


@dataclass(frozen=True, slots=True)
class Chart:
    """Actual values joined by a line, the plan as a dashed one, `years` or other times under it; in its own units."""

    width: int
    height: int
    dots: tuple[Dot, ...]
    actual: str
    plan: str
    years: tuple[tuple[str, int], ...]
    finding: str


def chart_of(found: LedgerDetail) -> Chart | None:
    """The chart of an indicator; None where fewer than two values can be placed."""
    dated = [point for point in found.points if point.dated and point.kind != "limit"]
    days = sorted({point.at.last_day for point in dated if point.at})
    numbers = [point.number for point in dated if point.number is not None]
    if len(days) < 2 or not numbers:
        return None
    scale = _Scale(days[0], days[-1], min(numbers), max(numbers))
    base, target = found.row.baseline, found.row.target
    plan = [scale.place(point) for point in (base, target) if point and point.dated]
    actual = [scale.place(point) for point in dated if point.kind in ("actual", "baseline")]
    return Chart(
        WIDTH,
        HEIGHT,
        _dots([(scale.place(point), number_text(point.value, point.unit), point.kind) for point in dated]),
        _line(actual),
        _line(plan),
        _days(dated, scale) or _years(scale),
        sentence_of(found.row),
    )


def _line(places: Iterable[tuple[int, int]]) -> str:
    """The points of a polyline; empty where there are fewer than two."""
    points = [f"{x},{y}" for x, y in places]
    return " ".join(points) if len(points) > 1 else ""


def _dots(values: Sequence[tuple[tuple[int, int], str, str]]) -> tuple[Dot, ...]:
    """Dots whose labels do not cover one another, as far as there is room; the same label stands once at a place."""
    taken: list[tuple[int, int, int]] = []
    said: set[tuple[tuple[int, int], str]] = set()
    out = []
    for (x, y), label, kind in values:
        if ((x, y), label) in said:
            out.append(Dot(x, y, "", kind, x, y))
            continue
        said.add(((x, y), label))
        half = LETTER * len(label) // 2
        middle = min(max(x, half), WIDTH - half)
        foot = next((y + by for by in _HEIGHTS if _is_free(taken, middle, y + by, half)), y + _HEIGHTS[0])
        taken.append((middle, foot, half))
        out.append(Dot(x, y, label, kind, middle, foot))
    return tuple(out)


def _is_free(taken: Iterable[tuple[int, int, int]], middle: int, foot: int, half: int) -> bool:
    """Whether a label has room on the chart beside those that stand."""
    inside = LINE <= foot <= HEIGHT - MARGIN + LINE
    return inside and all(abs(middle - other) >= half + width or abs(foot - low) >= LINE for other, low, width in taken)


def _days(points: Iterable[Point], scale: _Scale) -> tuple[tuple[str, int], ...]:
    """The times of the values themselves with their places; empty where they would cover one another."""
    said = {scale.x(point.at.last_day): str(point.at) for point in points if point.at}
    places = sorted(said)
    apart = all(other - one >= DAY for one, other in pairwise(places))
    return tuple((said[place], place) for place in places) if apart else ()


def _years(scale: _Scale) -> tuple[tuple[str, int], ...]:
    """The years under the chart with their places."""
    first, last = scale.first.year, scale.last.year
    step = next((step for step in _STEPS if (last - first) // step < YEARS), _STEPS[-1])
    return tuple((str(year), scale.x(date(year, 12, 31))) for year in range(first, last + 1, step))


@dataclass(frozen=True, slots=True)
class _Scale:
    """Turns days and numbers into places of the chart."""

    first: date
    last: date
    low: Decimal
    high: Decimal

    def x(self, day: date) -> int:
        share = (min(max(day, self.first), self.last) - self.first).days / (self.last - self.first).days
        return round(MARGIN + share * (WIDTH - 2 * MARGIN))

    def y(self, number: Decimal) -> int:
        share = float((number - self.low) / (self.high - self.low)) if self.high > self.low else 0.5
        return round(HEIGHT - MARGIN - share * (HEIGHT - 2 * MARGIN))

    def place(self, point: Point) -> tuple[int, int]:
        x = self.x(point.at.last_day) if point.at else MARGIN
        return x, self.y(point.number) if point.number is not None else MARGIN
