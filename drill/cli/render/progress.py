"""That the judge is at work, and how far it is: gone when it is done, and only where somebody watches a
terminal."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import TracebackType

from drill.cli.render.screen import Screen
from drill.grading.report import CaseResult

_ERASE = "\r\x1b[K"


def _watched(screen: Screen) -> bool:
    return screen.is_terminal and not screen.is_dumb_terminal


class Progress:
    """A line for one submission, which is mostly done before it could be read: no place for Rich's bar, whose
    import takes longer."""

    def __init__(self, screen: Screen) -> None:
        self._screen = screen
        self._watched = _watched(screen)
        self._done = 0

    def __enter__(self) -> Progress:
        self._write("Grading ...")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._write("")

    def case(self, result: CaseResult) -> None:
        self._done += 1
        self._write(f"Grading ... {self._done} done, the last: {result.name}"[: self._screen.width - 1])

    def _write(self, text: str) -> None:
        if self._watched:
            self._screen.write(_ERASE + text)


@contextmanager
def bar(screen: Screen, doing: str, of: int, shown: bool = True) -> Iterator[Callable[[str], None]]:
    """A bar for `of` files or problems; the block calls what it gets with the name of each that is done."""
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
    from rich.table import Column

    last = TextColumn("{task.fields[last]}", style="faint", markup=False, table_column=Column(no_wrap=True))
    columns = (TextColumn(doing), BarColumn(bar_width=30), MofNCompleteColumn(), TimeElapsedColumn(), last)
    hidden = not (shown and _watched(screen))
    with Progress(
        *columns,
        console=screen,
        transient=True,
        disable=hidden,
        redirect_stdout=False,
        redirect_stderr=False,
    ) as progress:
        task = progress.add_task(doing, total=of, last="")
        yield lambda name: progress.update(task, advance=1, last=name)
