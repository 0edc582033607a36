"""`drill watch` in a pseudo-terminal, with the real judge: what a learner sees, and what is left behind."""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import re
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from drill.bank.bank import Bank, builtin_root

pytestmark = pytest.mark.slow
PATIENCE = 30.0
_DRAWING = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")


class Watched:
    """A process in a terminal of its own."""

    def __init__(self, home: Path, *words: str) -> None:
        self.pid, self.terminal = pty.fork()
        if self.pid == 0:
            environ = {**os.environ, "DRILL_HOME": str(home), "TERM": "xterm-256color", "TZ": "UTC"}
            environ |= {"EDITOR": "touch", "VISUAL": "", "COLUMNS": "", "LINES": ""}
            script = "from drill.cli import main; main()"
            os.execve(sys.executable, [sys.executable, "-c", script, *words], environ)
        fcntl.ioctl(self.terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 100, 0, 0))
        self.text = ""

    def press(self, keys: str) -> None:
        self.text = ""
        os.write(self.terminal, keys.encode())

    def see(self, words: str) -> None:
        """Waits until the words have been drawn since the last key, or save."""
        until = time.monotonic() + PATIENCE
        while words not in (seen := " ".join(_DRAWING.sub(" ", self.text).split())):
            assert time.monotonic() < until, (words, seen[-3000:])
            self._read(0.1)

    def end(self) -> int:
        """Its exit code, when it has ended."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            self._read(0.05)
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self.pid = 0
                return os.waitstatus_to_exitcode(status)
        raise AssertionError("it did not end")

    def modes(self) -> Any:
        return termios.tcgetattr(self.terminal)[3] & (termios.ICANON | termios.ECHO)

    def close(self) -> None:
        if self.pid:
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        os.close(self.terminal)

    def _read(self, seconds: float) -> None:
        with contextlib.suppress(OSError):
            if select.select([self.terminal], [], [], seconds)[0]:
                self.text += os.read(self.terminal, 65536).decode("utf-8", "replace")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def watched(home: Path) -> Iterator[Watched]:
    started = Watched(home, "start", "iou")
    assert started.end() == 0
    started.close()
    found = Watched(home, "watch")
    try:
        yield found
    finally:
        found.close()


def solution(wrong: bool = False) -> str:
    text = Bank.open([builtin_root()], Path("/nonexistent")).get("iou").reference("numpy").read_text()
    return "# drill: iou (numpy)\n" + (text.replace("return", "return 2 *", 1) if wrong else text)


def test_a_problem_from_starter_to_the_next(watched: Watched, home: Path) -> None:
    file = home / "workspace" / "iou.py"
    watched.see("not written yet")
    file.write_text(solution(wrong=True))
    watched.see("wrong answer")
    watched.press("h")
    watched.see("Hint 1 of 3")
    watched.press("s")
    watched.see("of 22 cases")
    watched.press("w")
    watched.see("This counts as help")
    watched.press("n")
    watched.see("not solved yet")
    file.unlink()
    watched.see("does not exist")
    replacement = file.with_suffix(".new")
    replacement.write_text(solution())
    replacement.replace(file)
    watched.see("✓ accepted")
    watched.press("s")
    watched.see("It comes back")
    watched.press("n")
    watched.see("more lines")
    watched.press(" ")
    watched.see("The starter is")
    watched.press("e")
    watched.see("not written yet")
    watched.press("q")
    assert watched.end() == 0
    watched.see("drill submit")


def test_the_terminal_is_put_back(watched: Watched) -> None:
    before = termios.ICANON | termios.ECHO
    watched.see("not written yet")
    assert watched.modes() == 0
    watched.press("\x03")
    assert watched.end() == 130
    assert watched.modes() == before
    assert "\x1b[?1049l" in watched.text
    assert "\x1b[?25h" in watched.text


def test_ended_from_outside(watched: Watched) -> None:
    watched.see("not written yet")
    watched.text = ""
    os.kill(watched.pid, signal.SIGTERM)
    assert watched.end() == 128 + signal.SIGTERM
    assert watched.modes() == termios.ICANON | termios.ECHO
    assert "\x1b[?1049l" in watched.text


def test_a_save_while_grading_takes_its_place(watched: Watched, home: Path) -> None:
    file = home / "workspace" / "iou.py"
    watched.see("not written yet")
    file.write_text("# drill: iou (numpy)\nimport time\ntime.sleep(60)\n")
    watched.see("grading")
    time.sleep(0.3)
    file.write_text(solution())
    watched.see("✓ accepted")
    watched.press("q")
    assert watched.end() == 0
