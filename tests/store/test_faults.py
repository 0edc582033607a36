"""Logs that cannot be used: one sentence, what to do, and nothing touched."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from drill.errors import StoreError
from drill.store import schema
from drill.store.faults import explain, is_damage
from tests.store.conftest import OpenLog, fill


def test_a_newer_log_is_left_alone(open_log: OpenLog, tmp_path: Path) -> None:
    log = open_log()
    fill(log, 1)
    log._db.execute(f"PRAGMA user_version = {schema.LATEST + 1}")
    log.close()
    before = (tmp_path / "home" / "log.db").read_bytes()
    with pytest.raises(StoreError, match="newer drill") as caught:
        open_log()
    assert "pip install --upgrade" in caught.value.todo
    assert (tmp_path / "home" / "log.db").read_bytes() == before


def test_another_programs_database_is_left_alone(open_log: OpenLog, tmp_path: Path) -> None:
    (tmp_path / "home").mkdir()
    path = tmp_path / "home" / "log.db"
    with sqlite3.connect(path) as db:
        db.execute("CREATE TABLE bookmarks (url TEXT)")
    db.close()
    before = path.read_bytes()
    with pytest.raises(StoreError, match="not a drill log"):
        open_log()
    assert path.read_bytes() == before


def test_a_full_disk(open_log: OpenLog) -> None:
    log = open_log()
    fill(log, 2)
    pages = log.rows("PRAGMA page_count")[0][0]
    log._db.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(StoreError, match="disk is full") as caught:
        fill(log, 100)
    assert "Free some space" in caught.value.todo
    kept = len(list(log.events()))
    assert kept >= 2
    log._db.execute("PRAGMA max_page_count = 1000000")
    fill(log, 1)
    assert len(list(log.events())) == kept + 1


def test_a_read_only_log_can_be_read_but_not_written(open_log: OpenLog) -> None:
    log = open_log()
    fill(log, 2)
    log._db.execute("PRAGMA query_only = ON")
    assert len(list(log.events())) == 2
    with pytest.raises(StoreError, match="read-only"):
        fill(log, 1)


def test_a_home_that_is_a_file(tmp_path: Path, open_log: OpenLog) -> None:
    (tmp_path / "home").write_text("")
    with pytest.raises(StoreError) as caught:
        open_log()
    assert str(tmp_path / "home" / "log.db") in caught.value.message


@pytest.mark.parametrize(
    ("error", "says"),
    [
        (sqlite3.OperationalError("attempt to write a readonly database"), "read-only"),
        (sqlite3.OperationalError("database or disk is full"), "full"),
        (sqlite3.OperationalError("database is locked"), "another command"),
        (sqlite3.OperationalError("unable to open database file"), "cannot be opened"),
        (sqlite3.OperationalError("disk I/O error"), "I/O error"),
        (PermissionError(13, "Permission denied"), "cannot be opened"),
        (OSError(28, "No space left on device"), "full"),
        (OSError(30, "Read-only file system"), "read-only"),
        (sqlite3.OperationalError("something new"), "something new"),
    ],
)
def test_sentences_end_with_what_to_do(error: sqlite3.Error | OSError, says: str) -> None:
    told = explain(error, Path("/home/me/log.db"))
    assert says in told.message
    assert told.message.endswith(".")
    assert told.todo
    assert told.exit_code == 2


def test_damage_is_told_from_trouble() -> None:
    assert is_damage(sqlite3.DatabaseError("database disk image is malformed"))
    assert is_damage(sqlite3.DatabaseError("file is not a database"))
    assert not is_damage(sqlite3.OperationalError("database is locked"))
