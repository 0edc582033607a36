"""What may happen to the disk, the log and the clock: a clear sentence, and nothing lost."""

from __future__ import annotations

import json
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

import pytest

from tests.cli.conftest import Cli
from tests.cli.shell import Home
from tests.cli.test_errors import refused

# --- disks --------------------------------------------------------------------------------------------------

WRITING = (["hint", "iou"], ["skip"], ["reset", "iou"], ["solution", "iou", "--yes"], ["undo"],
           ["config", "set", "new_per_day", "3"])  # fmt: skip


@pytest.fixture
def mounted(tmp_path: Path) -> Iterator[Path]:
    """A disk of its own; only root can have one."""
    disk = tmp_path / "disk"
    disk.mkdir()
    words = ["mount", "-t", "tmpfs", "-o", "size=600k", "tmpfs", str(disk)]
    if subprocess.run(words, capture_output=True, check=False).returncode:
        pytest.skip("cannot mount a disk here")
    try:
        yield disk
    finally:
        subprocess.run(["umount", "--lazy", str(disk)], check=True)


def fill(disk: Path) -> None:
    with (disk / "filling").open("wb", buffering=0) as filling, suppress(OSError):
        while True:
            filling.write(b"x" * 512)


def disk_error(result: tuple[int, str, str], says: str, todo: str) -> None:
    code, _, err = result
    assert (code, says in err, todo in err) == (2, True, True), result
    assert "Traceback" not in err


@pytest.mark.slow
def test_full_disk(mounted: Path) -> None:
    """Reading goes on; what would write says so, and all is there when there is room again."""
    home = Home(mounted / "home")
    home("start", "iou")
    text = home.solve("iou")
    home("submit", home.file("iou"))
    home("start", "nms")
    fill(mounted)
    for words in WRITING:
        disk_error(home(*words), "cannot be written: ", "Free some space")
    disk_error(home("submit", home.file("iou")), "disk is full", "Free some space")
    for words in (["next"], ["stats"], ["history"], ["list"]):
        assert home(*words)[0] == 0, words
    code, out, err = home("run", home.file("nms"))
    assert (code, "not written yet" in out, "This run was not noted." in err) == (1, True, True)
    (mounted / "filling").unlink()
    assert home.file("iou").read_text() == text
    assert home("hint", "nms")[0] == 0
    with home.practice() as practice:
        assert practice.check() == practice.notices == ()


@pytest.mark.slow
def test_disk_full_from_the_start(mounted: Path) -> None:
    fill(mounted)
    home = Home(mounted / "home")
    disk_error(home("next"), "disk is full", "Free some space")
    (mounted / "filling").unlink()
    assert home("next")[0] == 0


@pytest.mark.slow
def test_read_only_disk(mounted: Path) -> None:
    home = Home(mounted / "home")
    home("start", "iou")
    home.solve("iou")
    home("submit", home.file("iou"))
    home("start", "nms")
    subprocess.run(["mount", "-o", "remount,ro", str(mounted)], check=True)
    for words in WRITING:
        disk_error(home(*words), "ead-only", "writable, or set DRILL_HOME")
    for words in (["next"], ["stats"], ["history"], ["list"]):
        assert home(*words)[0] == 0, words
    assert "✓ accepted" in home("run", home.file("iou"))[1]


# --- the log ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("how", ["head", "cut", "not a database"])
def test_damaged_log(drill: Cli, how: str) -> None:
    """Put aside, never deleted; what can be read is recovered; the learner is told, once."""
    drill("next")
    drill("submit", drill.file)
    log = drill.home / "log.db"
    whole = log.read_bytes()
    damaged = {"head": b"\0" * 200 + whole[200:], "cut": whole[:20_000], "not a database": b"hello\n" * 9}
    log.write_bytes(damaged[how])
    told = drill("stats")
    assert "The log was damaged. It was put aside as" in told.err
    (aside,) = drill.home.glob("log.db.damaged-*")
    assert aside.read_bytes() == damaged[how]
    if how == "head":
        assert "1 of 2 problems solved, 1 submission" in told.out
        assert "entries (the last of 2026-11-21) were recovered" in told.err
    assert drill("stats").err == ""


def test_newer_log(drill: Cli) -> None:
    drill("next")
    with closing(sqlite3.connect(drill.home / "log.db")) as db:
        db.execute("PRAGMA user_version = 99")
    said = refused(drill("stats", ok=False))
    assert "is a newer drill's (schema 99" in said
    assert said.endswith("Upgrade drill: pip install --upgrade interview-drill\n")


def test_a_clock_that_went_back(drill: Cli) -> None:
    drill("next")
    drill.wrong()
    drill("submit", drill.file, ok=False)
    drill.later(days=-20)
    back = drill("stats")
    assert "The clock went back: it says 2026-11-01 12:00" in back.err
    drill.judged()
    assert "Rated good" in drill("submit", drill.file).out
    drill.later(days=0)
    assert "1 of 2 problems solved, 2 submissions" in drill("stats").out


def test_two_commands_at_once_wait_for_each_other(tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    both = [home.start("next", "--json") for _ in range(2)]
    shown = [json.loads(process.communicate()[0]) for process in both]
    assert shown[0]["attempt"] == shown[1]["attempt"]
