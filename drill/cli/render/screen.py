"""The terminal: what it can show, how wide it is, and what happens when it goes away.

Characters that the terminal's encoding lacks are spelled out (`✓` as `v`, `é` as `e`) by an error handler of
the stream, so nothing that is printed can fail. A closed pipe silences the output and nothing else: the
command goes on and keeps its exit code.
"""

from __future__ import annotations

import codecs
import os
import sys
from dataclasses import dataclass
from typing import Any, TextIO

from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.segment import Segment
from rich.text import Text
from rich.theme import Theme

from drill.cli.render.glyphs import spelled

PROSE_WIDTH = 96  # wider lines are hard to read
# Control characters as pictures: what a submission prints must not drive the terminal.
_CONTROLS = {code: 0x2400 + code for code in range(32) if chr(code) not in "\n\t"}
_CONTROLS |= dict.fromkeys(range(0x7F, 0xA0), 0x2426)
_CONTROLS |= dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)], 0x2426)  # they reorder a line

_THEME = Theme(
    {
        "good": "green",
        "bad": "red",
        "warn": "yellow",
        "faint": "dim",
        "name": "cyan",
        "command": "bold",
        "markdown.code": "cyan",
        "markdown.h1": "bold underline",
        "markdown.h2": "bold",
        "markdown.h3": "bold",
        "markdown.table.border": "dim",
        "markdown.table.header": "bold",
        "markdown.item.bullet": "none",
    }
)


class Screen(Console):
    """Rich's console for one stream of this process."""

    def __init__(self, stream: TextIO, **options: Any) -> None:
        tolerate(stream)
        super().__init__(file=stream, theme=_THEME, highlight=False, emoji=False, markup=False, **options)

    @property
    def unicode(self) -> bool:
        return self.encoding.startswith("utf")

    @property
    def prose_width(self) -> int:
        return min(self.width, PROSE_WIDTH)

    def show(self, what: RenderableType, wide: bool = False) -> None:
        """Print, by default with lines short enough to read, without blanks at their ends."""
        self.print(_Lines(self.lines(what, wide)), soft_wrap=True, end="")

    def lines(self, what: RenderableType, wide: bool = False) -> list[list[Segment]]:
        """What `show` would print."""
        options = self.options.update(width=self.width if wide else self.prose_width)
        content = Text(what) if isinstance(what, str) else what
        return [_harmless(_trimmed(line)) for line in self.render_lines(content, options, pad=False)]

    def say(self, text: str, style: str = "") -> None:
        """One line as it is, however long: a command to copy, a path."""
        self.print(Text(text.translate(_CONTROLS), style), soft_wrap=True)

    def write(self, text: str) -> None:
        """Text untouched: JSON, a source file, a diff."""
        try:
            self.file.write(text)
            self.file.flush()
        except BrokenPipeError:
            self.on_broken_pipe()

    def on_broken_pipe(self) -> None:
        """Nobody reads any more: finish in silence."""
        self.quiet = True
        silence(self.file)


@dataclass(frozen=True, slots=True)
class _Lines:
    """Lines that have been laid out already."""

    lines: list[list[Segment]]

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        for line in self.lines:
            yield from line
            yield Segment.line()


def _trimmed(line: list[Segment]) -> list[Segment]:
    """Without the blanks that fill it up: they would be copied along, and a pipe has no use for them."""
    kept = list(line)
    while kept and kept[-1].text[-1:] in ("", " "):
        text, style, _ = kept.pop()
        if text := text.rstrip(" "):
            return [*kept, Segment(text, style)]
    return kept


def _harmless(line: list[Segment]) -> list[Segment]:
    return [s if s.text.isprintable() else Segment(s.text.translate(_CONTROLS), s.style) for s in line]


def silence(stream: Any) -> None:
    """Send a stream whose reader has gone to nowhere, so that flushing it at exit is no error either."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)


def tolerate(stream: TextIO) -> None:
    """Make a text stream spell out what its encoding lacks."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(errors="drill.spell")


def _spell(error: UnicodeError) -> tuple[str, int]:
    assert isinstance(error, UnicodeEncodeError)
    return "".join(map(spelled, error.object[error.start : error.end])), error.end


codecs.register_error("drill.spell", _spell)


def stdout() -> Screen:
    return Screen(sys.stdout)


def stderr() -> Screen:
    return Screen(sys.stderr)
