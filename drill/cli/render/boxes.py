"""Text of several lines as boxes that stand beside and above each other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rich.cells import cell_len

from drill.cli.render.glyphs import TALL


class Box(NamedTuple):
    """Lines of equal width; neighbours stand on line `axis`."""

    lines: tuple[str, ...]
    axis: int = 0

    @property
    def width(self) -> int:
        return cell_len(self.lines[0])


def pad(line: str, width: int) -> str:
    return line + " " * (width - cell_len(line))


def centre(line: str, width: int) -> str:
    return pad(" " * ((width - cell_len(line)) // 2) + line, width)


def beside(boxes: Sequence[Box]) -> Box:
    if not boxes:
        return Box(("",))
    above = max(box.axis for box in boxes)
    below = max(len(box.lines) - box.axis for box in boxes)
    lines = [""] * (above + below)
    for box in boxes:
        blank = " " * box.width
        for i in range(len(lines)):
            j = i - above + box.axis
            lines[i] += box.lines[j] if 0 <= j < len(box.lines) else blank
    return Box(tuple(lines), above)


def stack(top: Box, bottom: Box) -> Box:
    width = max(top.width, bottom.width) + 2
    lines = [*(centre(x, width) for x in top.lines), "─" * width, *(centre(x, width) for x in bottom.lines)]
    return Box(tuple(lines), len(top.lines))


def limits(symbol: str, below: str, above: str) -> Box:
    width = max(map(cell_len, (symbol, below, above)))
    lines = [centre(line, width) for line in (above, symbol, below) if line]
    return Box(tuple(lines), 1 if above else 0)


def corners(base: Box, low: str, high: str) -> Box:
    """Scripts at the right corners of a box of several lines."""
    width = base.width + max(cell_len(low), cell_len(high))
    lines = list(base.lines)
    lines[0] += high
    lines[-1] += low
    return Box(tuple(pad(line, width) for line in lines), base.axis)


def bracket(side: str, height: int, axis: int) -> Box:
    if not side or side not in TALL:
        return Box((side,))
    top, middle, bottom = tuple(TALL[side])
    column = [top, *[middle] * (height - 2), bottom]
    if side in "{}" and height > 2:
        column[height // 2] = "⎨" if side == "{" else "⎬"
    return Box(tuple(column), axis)
