"""Where things go in a chart, in numbers that the templates draw.

Horizontal places are per cent of the width: a chart then fits a telephone and a wide screen, and its letters
keep their size on both. Vertical ones are pixels. Paths, which know no per cent, live in a box that is `WIDE`
wide and stretched.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from drill.cli.pages.words import short

WIDE = 1000
_APART = 0.25  # of an axis, between two labels: the first is set from its left edge, on a telephone too
_LOW = 4  # an amount that is not drawn as if it were much
_MOST_POINTS = 200  # of a line


class Tick(NamedTuple):
    """A place on an axis; `anchor` keeps the label of one near an end inside."""

    at: float
    label: str
    anchor: str = "middle"


class Line(NamedTuple):
    """`kind` is a class of the style sheet."""

    kind: str
    path: str


class Dot(NamedTuple):
    x: float
    y: float
    r: float
    title: str


class Plot(NamedTuple):
    """Lines or dots over time. `marks` are upright lines, such as today."""

    height: int
    x: tuple[Tick, ...]
    y: tuple[Tick, ...]
    lines: tuple[Line, ...] = ()
    dots: tuple[Dot, ...] = ()
    marks: tuple[Tick, ...] = ()


class Part(NamedTuple):
    """A part of a column, in pixels from the top."""

    kind: str
    y: float
    height: float


class Column(NamedTuple):
    x: float
    width: float
    parts: tuple[Part, ...]
    y: float  # of its top
    label: str
    title: str


class Columns(NamedTuple):
    height: int
    columns: tuple[Column, ...]
    x: tuple[Tick, ...]


class Span(NamedTuple):
    """The days of an axis, both ends included."""

    first: date
    last: date

    def at(self, day: date) -> float:
        """Per cent of the way."""
        return 100 * (day - self.first).days / max(1, (self.last - self.first).days)

    def ticks(self) -> tuple[Tick, ...]:
        return tuple(tick(self.at(day), label) for day, label in self._dates())

    def _dates(self) -> Iterator[tuple[date, str]]:
        least = max(1, (self.last - self.first).days) * _APART
        step = next((step for step in (1, 2, 7, 14) if step >= least), 0)
        months = next((months for months in (1, 2, 3, 6, 12, 24, 60) if months * 30 >= least), 240)
        day = self.first
        while day <= self.last:
            if step and (day.toordinal() - 1) % step == 0:  # weeks begin on Monday
                yield day, short(day)
            elif not step and day.day == 1 and (12 * day.year + day.month - 1) % months == 0:
                yield day, f"{day:%b} {day.year}" if day.month == 1 else f"{day:%b}"
            day += timedelta(days=1)


def tick(at: float, label: str) -> Tick:
    return Tick(at, label, "start" if at < 5 else "end" if at > 95 else "middle")


def line(kind: str, points: Sequence[tuple[float, float]]) -> Line:
    """Through points in per cent and pixels. Long ones are thinned; the last point always stays."""
    step = -(-len(points) // _MOST_POINTS)
    kept = points if step <= 1 else [*points[:-1:step], points[-1]]
    return Line(kind, "M" + "L".join(f"{x * WIDE / 100:.1f} {y:.1f}" for x, y in kept) if kept else "")


def columns(
    height: int, stacks: Sequence[tuple[str, Sequence[tuple[str, float]], str]], x: Sequence[Tick]
) -> Columns:
    """A column for each stack of label, (kind, amount) and title, from the ground up."""
    most = max(_LOW, *(sum(amount for _, amount in parts) for _, parts, _ in stacks))
    width = 100 / max(1, len(stacks))
    found = []
    for number, (label, parts, title) in enumerate(stacks):
        top = float(height)
        drawn = []
        for kind, amount in parts:
            size = height * amount / most
            top -= size
            if size:
                drawn.append(Part(kind, top, size))
        found.append(Column(number * width, width, tuple(drawn), top, label, title))
    return Columns(height, tuple(found), tuple(x))
