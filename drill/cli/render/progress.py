"""A line that says the judge is at work, gone when it is done. Only where somebody watches a terminal."""

from __future__ import annotations

from types import TracebackType

from drill.cli.render.screen import Screen
from drill.grading.report import CaseResult

_ERASE = "\r\x1b[K"


class Progress:
    def __init__(self, screen: Screen) -> None:
        self._screen = screen
        self._watched = screen.is_terminal and not screen.is_dumb_terminal
        self._cases = 0

    def __enter__(self) -> Progress:
        self._write("Grading ...")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._write("")

    def case(self, result: CaseResult) -> None:
        """One more case is done."""
        self._cases += 1
        self._write(f"Grading ... {self._cases} done, the last: {result.name}"[: self._screen.width - 1])

    def _write(self, text: str) -> None:
        if self._watched:
            self._screen.write(_ERASE + text)
