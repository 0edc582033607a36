"""The terminal while a command has all of it: keys one by one, and a screen that is put back in the end.

However the command ends (a key, Ctrl-C, an exception, SIGTERM) or pauses (Ctrl-Z, an editor), the terminal is
as it was before.
"""

from __future__ import annotations

import contextlib
import os
import re
import select
import signal
import sys
import termios
import tty
from collections.abc import Iterator
from types import FrameType, TracebackType
from typing import Any

from drill.cli.render.screen import Screen

_KEY = re.compile(rb"\x1b[\[O][0-9;]*[A-Za-z~]|.", re.DOTALL)
_NAMES = {
    b"\x1b[A": "up", b"\x1bOA": "up", b"\x1b[B": "down", b"\x1bOB": "down", b"\x1b[5~": "page up",
    b"\x1b[6~": "page down", b" ": "page down", b"\x04": "q",
}  # fmt: skip


def present() -> bool:
    """There is a terminal to read keys from and to draw on."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def keys(data: bytes) -> list[str]:
    """Letters in lower case, and the names of other keys; what has none is left out."""
    found = (_NAMES.get(key) or key.decode("ascii", "ignore").lower() for key in _KEY.findall(data))
    return [key for key in found if key.isprintable() and key]


class Terminal:
    """`resized`: since it was last set to False, what is on the screen is no longer what was drawn."""

    def __init__(self, screen: Screen) -> None:
        self._screen = screen
        self._input = sys.stdin.fileno()
        self._before: list[Any] = []
        self._handlers: dict[int, Any] = {}
        self._woken, self._waker = os.pipe()
        self.resized = False

    def __enter__(self) -> Terminal:
        self._before = termios.tcgetattr(self._input)
        os.set_blocking(self._waker, False)
        os.set_blocking(self._woken, False)
        for number, handler in (
            (signal.SIGTERM, self._end),
            (signal.SIGHUP, self._end),
            (signal.SIGTSTP, self._pause),
            (signal.SIGWINCH, self._resize),
        ):
            self._handlers[number] = signal.signal(number, handler)
        self._enter()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._leave()
        for number, handler in self._handlers.items():
            signal.signal(number, handler)
        # The pipe stays open: a thread that still runs may write to it.

    def wait(self, seconds: float) -> list[str]:
        """The keys pressed, after at most so long; earlier when something woke us."""
        ready, _, _ = select.select([self._input, self._woken], [], [], seconds)
        if self._woken in ready:
            os.read(self._woken, 1024)
        if self._input not in ready:
            return []
        data = os.read(self._input, 1024)
        return keys(data) if data else ["q"]  # the terminal is gone

    def wake(self) -> None:
        """Ends a `wait`. From any thread."""
        with contextlib.suppress(BlockingIOError):
            os.write(self._waker, b".")

    @contextlib.contextmanager
    def lent(self) -> Iterator[None]:
        """As it was before, for another program; that program's Ctrl-C is not ours."""
        self._leave()
        handlers = {
            signal.SIGINT: signal.signal(signal.SIGINT, lambda number, frame: None),
            signal.SIGTSTP: signal.signal(signal.SIGTSTP, signal.SIG_DFL),
        }
        try:
            yield
        finally:
            for number, handler in handlers.items():
                signal.signal(number, handler)
            self._enter()

    def _enter(self) -> None:
        tty.setcbreak(self._input, termios.TCSANOW)
        self._screen.set_alt_screen(True)
        self._screen.show_cursor(False)
        self.resized = True

    def _leave(self) -> None:
        with contextlib.suppress(OSError, termios.error):  # the terminal may be gone
            self._screen.show_cursor(True)
            self._screen.set_alt_screen(False)
            self._screen.file.flush()
            termios.tcsetattr(self._input, termios.TCSADRAIN, self._before)

    def _end(self, number: int, frame: FrameType | None) -> None:
        raise SystemExit(128 + number)

    def _pause(self, number: int, frame: FrameType | None) -> None:
        """Ctrl-Z: stops here, and goes on here after `fg`."""
        self._leave()
        signal.signal(signal.SIGTSTP, signal.SIG_DFL)
        os.kill(os.getpid(), signal.SIGTSTP)
        signal.signal(signal.SIGTSTP, self._pause)
        self._enter()
        self.wake()

    def _resize(self, number: int, frame: FrameType | None) -> None:
        self.resized = True
        self.wake()
