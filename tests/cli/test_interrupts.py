"""Ctrl-C in a real terminal, at random moments and twice: one word, exit code 130, nothing lost."""

from __future__ import annotations

import ctypes
import os
import pty
import select
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from typing import NamedTuple

import pytest

from tests.cli.shell import Home

pytestmark = pytest.mark.slow
READY = "import os; from drill.cli import main; os.write(1, b'@'); main()"  # Python's own start is not ours
CTRL_C = b"\x03"
PR_SET_CHILD_SUBREAPER = 36


class Ended(NamedTuple):
    code: int
    out: str


def in_terminal(home: Home, words: list[str], moments: list[float], prompt: bytes = b"@") -> Ended:
    """Run a command on a terminal; press Ctrl-C so many seconds after the prompt, each after the last."""
    pid, terminal = pty.fork()
    if pid == 0:
        os.execve(sys.executable, [sys.executable, "-c", READY, *words], home.environ)
    out = read_until(terminal, prompt)
    for moment in moments:
        time.sleep(moment)
        os.write(terminal, CTRL_C)
    out += read_until(terminal, None)
    _, status = os.waitpid(pid, 0)
    os.close(terminal)
    return Ended(os.waitstatus_to_exitcode(status), out.decode())


def read_until(terminal: int, prompt: bytes | None) -> bytes:
    """What the terminal shows up to the prompt, or up to its end."""
    out = b""
    while prompt is None or prompt not in out:
        assert select.select([terminal], [], [], 60)[0], f"nothing more came after {out!r}"
        try:
            piece = os.read(terminal, 1 << 16)
        except OSError:  # the other side has gone
            break
        if not piece:
            break
        out += piece
    return out


@pytest.fixture
def home(tmp_path: Path) -> Home:
    home = Home(tmp_path / "home")
    home("start", "iou")
    home.solve("iou")
    return home


@pytest.mark.parametrize(
    "words", [["submit", "FILE"], ["hint", "iou"], ["next"], ["stats"]], ids=lambda w: w[0]
)
def test_at_random_moments(home: Home, words: list[str]) -> None:
    random = Random(words[0])
    words = [str(home.file("iou")) if word == "FILE" else word for word in words]
    begun = time.monotonic()
    assert in_terminal(home, words, []).code == 0
    length = time.monotonic() - begun
    for _ in range(8):
        moments = [random.uniform(0, length), random.uniform(0, 0.02)]
        ended = in_terminal(home, words, moments[: random.choice([1, 1, 2])])
        assert ended.code in (0, 130), ended.out
        assert "Traceback" not in ended.out
        assert ("Interrupted." in ended.out) == (ended.code == 130)
    with home.practice() as practice:
        assert practice._desk.log.check() == ()
        assert practice.notices == ()
    assert home.file("iou").exists()


def test_at_a_question(home: Home) -> None:
    ended = in_terminal(home, ["solution", "iou"], [0.0], prompt=b"]")
    assert ended.code == 130
    assert ended.out.endswith("\r\nInterrupted.\r\n")
    assert home.json("history", "iou")["attempts"][0]["outcome"] is None


@pytest.mark.skipif(sys.platform != "linux", reason="adopts orphans")
def test_no_process_stays_behind(home: Home) -> None:
    """A submission that runs for ever, interrupted while it does."""
    home.file("iou").write_text("# drill: iou (numpy)\ndef iou(a, b):\n    while True:\n        pass\n")
    with adopting_orphans():
        before = children()
        ended = in_terminal(home, ["submit", str(home.file("iou"))], [0.5], prompt=b"Grading")
        assert ended.code == 130
        deadline = time.monotonic() + 30
        while left := living(children() - before):
            assert time.monotonic() < deadline, left
            time.sleep(0.05)
    assert home.json("history", "iou")["attempts"][0]["submissions"] == []


@contextmanager
def adopting_orphans() -> Iterator[None]:
    """Processes whose parents have gone become children of this one, as they would of init."""
    libc = ctypes.CDLL(None)
    libc.prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    try:
        yield
    finally:
        libc.prctl(PR_SET_CHILD_SUBREAPER, 0, 0, 0, 0)


def children() -> set[int]:
    found = Path(f"/proc/self/task/{os.getpid()}/children").read_text()
    return {int(pid) for pid in found.split()}


def living(pids: set[int]) -> set[int]:
    """Those that still run; the others are reaped."""
    return {pid for pid in pids if os.waitpid(pid, os.WNOHANG) == (0, 0)}
