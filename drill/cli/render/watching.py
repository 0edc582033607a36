"""The screen of `drill watch`: a heading, as much of a page as there is room for, and the keys."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import RenderableType
from rich.segment import Segment
from rich.text import Text

from drill.cli.render.screen import Screen

KEYS = {"s": "submit", "h": "hint", "w": "why", "e": "edit", "n": "next", "q": "leave"}
HELP = ("h", "w")  # keys that a mock interview has not
_AROUND = 4  # lines: the heading, the keys, a blank one after and before them


def room(screen: Screen) -> int:
    """Lines of the page that are seen at a time."""
    return max(1, screen.height - _AROUND)


def scrolled(screen: Screen, page: RenderableType, top: int, step: int) -> int:
    """The first line to be seen after so many lines down, within the page."""
    last = max(0, len(screen.lines(page)) - room(screen))
    return min(max(0, top + step), last)


def draw(
    screen: Screen, heading: str, status: str, page: RenderableType, top: int, clock: Text | None = None
) -> None:
    """Everything anew, line by line over what was there: nothing flickers. `clock`: of a mock interview."""
    body = screen.lines(page)
    seen = body[top : top + room(screen)]
    seen += [[] for _ in range(room(screen) - len(seen))]
    rest = len(body) - top - room(screen)
    head = Text.assemble((heading, "bold"), (f"  {status}" if status else "", "faint"))
    if clock is not None:
        head = Text.assemble(clock, "  ", head)
    lines = [_line(screen, head), [], *seen, [], _line(screen, _keys(rest, HELP if clock else ()))]
    width, height = screen.width, screen.height
    screen.update_screen_lines(Segment.set_shape(lines[:height], width, height))


def _keys(rest: int, without: Sequence[str]) -> Text:
    text = Text()
    for key, does in KEYS.items():
        if key in without:
            continue
        text.append(key, "command").append(f" {does}   ", "faint")
    if rest > 0:
        text.append("space", "command").append(f" {rest} more lines", "faint")
    return text


def _line(screen: Screen, text: Text) -> list[Segment]:
    text.no_wrap, text.overflow = True, "ellipsis"
    return (screen.lines(text, wide=True) or [[]])[0]
