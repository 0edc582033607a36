"""A line that says the judge is at work, gone when it is done. Only where somebody watches a terminal."""

from __future__ import annotations

from types import TracebackType

from drill.cli.render.screen import Screen
from drill.grading.report import CaseResult

_ERASE = "\r\x1b[K"


class Progress:
    def __init__(
        self, screen: Screen, doing: str = "Grading", of: int | None = None, shown: bool = True
    ) -> None:
        self._screen = screen
        self._watched = shown and screen.is_terminal and not screen.is_dumb_terminal
        self._doing, self._done, self._of = doing, 0, of

    def __enter__(self) -> Progress:
        self._write(f"{self._doing} ...")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._write("")

    def case(self, result: CaseResult) -> None:
        self.step(result.name)

    def step(self, name: str) -> None:
        """One more case, or problem, is done."""
        self._done += 1
        of = f" of {self._of}" if self._of else ""
        self._write(f"{self._doing} ... {self._done}{of} done, the last: {name}"[: self._screen.width - 1])

    def _write(self, text: str) -> None:
        if self._watched:
            self._screen.write(_ERASE + text)
