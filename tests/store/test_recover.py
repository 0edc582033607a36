"""Damaged logs: put aside, never deleted; what can be read is recovered, and what was lost is said."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from random import Random

import pytest

from drill.errors import StoreError
from drill.store.event import Event
from drill.store.log import Log
from drill.store.pages import Pages
from tests.store.conftest import OpenLog, fill, kinds

PAGE = 4096
ROOT = Path(__file__).parents[2]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "home" / "log.db"


def filled(open_log: OpenLog, count: int = 120) -> list[Event]:
    log = open_log()
    events = fill(log, count)
    log.close()
    return events


def damage(path: Path, at: int, data: bytes) -> None:
    with path.open("r+b") as file:
        file.seek(at)
        file.write(data)


def put_aside(path: Path) -> list[Path]:
    return sorted(path.parent.glob("log.db.damaged-*"))


def assert_whole(log: Log) -> None:
    """Sound, consistent, usable."""
    assert log.check() == ()
    assert sum(kinds(log).values()) == len(list(log.events()))
    fill(log, 1)


@pytest.mark.parametrize("header", [b"\0" * 16, b"garbage garbage!", b"\0" * 100])
def test_a_smashed_header_loses_nothing(open_log: OpenLog, path: Path, header: bytes) -> None:
    events = filled(open_log)
    damage(path, 0, header)
    broken = path.read_bytes()
    log = open_log()
    assert list(log.events()) == events
    assert log.source(events[5].data["source"]).endswith("+ 5\n")
    (kept,) = put_aside(path)
    assert kept.read_bytes() == broken
    (notice,) = log.notices
    assert str(kept) in notice
    assert "120 entries" in notice
    assert "No gap was found" in notice
    assert_whole(log)
    log.close()
    assert open_log().notices == []


def test_nothing_readable_begins_anew_and_says_so(open_log: OpenLog, path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(b"this was never a database, or nothing of it is left " * 500)
    log = open_log()
    assert list(log.events()) == []
    assert "nothing in it could be read" in log.notices[0]
    assert len(put_aside(path)) == 1
    assert_whole(log)


def test_a_truncated_log_keeps_its_beginning(open_log: OpenLog, path: Path) -> None:
    events = filled(open_log, 300)
    size = path.stat().st_size // PAGE * 6 // 10 * PAGE
    path.write_bytes(path.read_bytes()[:size])
    log = open_log()
    found = list(log.events())
    assert 50 < len(found) < 300
    assert {e.id for e in found} <= {e.id for e in events}
    assert_whole(log)


def test_any_page_may_be_lost(open_log: OpenLog, path: Path, tmp_path: Path) -> None:
    events = filled(open_log)
    whole = path.read_bytes()
    for number in range(len(whole) // PAGE):
        copy = tmp_path / str(number) / "log.db"
        copy.parent.mkdir()
        copy.write_bytes(whole)
        damage(copy, number * PAGE, Random(number).randbytes(PAGE))
        log = open_log(path=copy)
        with suppress(StoreError):  # the damage lies where only this read finds it
            log.check() and list(log.events())
            log.close()
        log = open_log(path=copy)
        found = list(log.events())
        assert len(found) >= 90
        assert {e.id for e in found} <= {e.id for e in events}
        assert_whole(log) if put_aside(copy) else None
        log.close()


def test_what_is_missing_is_counted_and_dated(open_log: OpenLog, path: Path) -> None:
    filled(open_log)
    number = next(n for n in range(2, 40) if _holds_events(path, n))
    damage(path, (number - 1) * PAGE, b"\xff" * PAGE)
    log = open_log()
    with pytest.raises(StoreError, match=r"Lost: \d+ entries made on 2026-11-21") as caught:
        list(log.events())
    assert caught.value.todo == "Run the command again."
    log = open_log()
    assert 0 < 120 - len(list(log.events())) < 40


def test_a_lost_text_is_counted(open_log: OpenLog, path: Path) -> None:
    filled(open_log)
    log = open_log()
    log._db.execute("UPDATE sources SET text = x'00' WHERE seq <= 3")
    log.close()
    damage(path, 0, b"\0" * 16)
    log = open_log()
    assert "The text of 3 submissions was lost" in log.notices[0]
    assert len(list(log.events())) == 120


def test_several_commands_that_notice_recover_once(open_log: OpenLog, path: Path) -> None:
    events = filled(open_log)
    damage(path, 0, b"\0" * 16)
    code = "import sys; from pathlib import Path; from tests.store.conftest import *;"
    code += "print(len(list(Log(Path(sys.argv[1]), NOW, Counting()).events())))"
    args = [sys.executable, "-c", code, str(path)]
    commands = [subprocess.Popen(args, stdout=subprocess.PIPE, text=True, cwd=ROOT) for _ in range(6)]
    assert [c.communicate()[0] for c in commands] == ["120\n"] * 6
    assert len(put_aside(path)) == 1
    assert list(open_log().events()) == events


def test_a_kill_while_recovering_loses_nothing(
    open_log: OpenLog, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    events = filled(open_log)
    damage(path, 0, b"\0" * 16)

    def killed(self: Path, target: Path) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "replace", killed)
    with pytest.raises(KeyboardInterrupt):
        open_log()
    monkeypatch.undo()
    log = open_log()
    assert list(log.events()) == events
    assert_whole(log)


def test_a_journal_does_not_follow_the_new_log(open_log: OpenLog, path: Path) -> None:
    filled(open_log)
    damage(path, 0, b"\0" * 16)
    path.with_name("log.db-journal").write_bytes(b"left behind")
    log = open_log()
    assert len(list(log.events())) == 120
    assert not path.with_name("log.db-journal").exists()


def test_two_damages_in_a_second_keep_both_files(open_log: OpenLog, path: Path) -> None:
    filled(open_log)
    for _ in range(2):
        damage(path, 0, b"\0" * 16)
        open_log().close()
    assert len(put_aside(path)) == 2


def test_pages_reads_what_sqlite_wrote(tmp_path: Path) -> None:
    path = tmp_path / "some.db"
    rows = [(i, "π" * i, bytes(i % 7000), i + 0.5, None, -(2 ** (i % 60))) for i in range(1, 400)]
    db = sqlite3.connect(path)
    db.execute("CREATE TABLE t (i INTEGER, s TEXT, b BLOB, f REAL, n, big INTEGER)")
    db.executemany("INSERT INTO t VALUES (?, ?, ?, ?, ?, ?)", rows)
    db.commit()
    db.close()
    found: list[object] = [values for _, values in Pages(path).rows() if len(values) == 6]
    assert sorted(found, key=str) == sorted(rows, key=str)


def test_noise_is_never_more_than_unreadable(open_log: OpenLog, path: Path) -> None:
    filled(open_log, 60)
    whole = path.read_bytes()
    for seed in range(60):
        random = Random(seed)
        noisy = bytearray(whole)
        for _ in range(random.choice([1, 10, 100, 1000])):
            noisy[random.randrange(len(noisy))] = random.randrange(256)
        path.write_bytes(noisy)
        for _, values in Pages(path).rows():
            assert isinstance(values, tuple)


def _holds_events(path: Path, number: int) -> bool:
    page = path.read_bytes()[(number - 1) * PAGE : number * PAGE]
    return page[:1] == b"\x0d" and page.count(b"submitted") > 5
