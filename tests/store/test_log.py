"""The log: what is appended stays, in order, with its derived tables; several writers lose nothing."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import textwrap
import time
from datetime import datetime, timedelta, timezone
from pathlib import Path
from random import Random

import pytest

from drill.errors import StoreError
from drill.store.event import fresh_id
from drill.store.log import Log
from tests.store.conftest import NOW, Counting, OpenLog, fill, kinds


def test_what_is_appended_is_there_after_reopening(open_log: OpenLog) -> None:
    log = open_log()
    with log.write(NOW) as tx:
        first = tx.append("opened", "iou", None, {"how": "start"})
        tx.append("hinted", "iou", first.id, {"level": 1})
    log.close()
    again = open_log()
    assert [(e.kind, e.problem, e.attempt, dict(e.data)) for e in again.events()] == [
        ("opened", "iou", first.id, {"how": "start"}),
        ("hinted", "iou", first.id, {"level": 1}),
    ]
    assert again.event(first.id) == first
    assert first.when == NOW


def test_an_exception_leaves_nothing_behind(open_log: OpenLog) -> None:
    log = open_log()
    fill(log, 1)

    def interrupted() -> None:
        with log.write(NOW) as tx:
            tx.append("hinted", "iou", None)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert [e.kind for e in log.events()] == ["submitted"]
    assert kinds(log) == {"submitted": 1}
    fill(log, 1)
    assert kinds(log) == {"submitted": 2}


def test_a_naive_time_is_refused(open_log: OpenLog) -> None:
    naive = datetime(2026, 11, 21)
    with pytest.raises(ValueError, match="naive"):
        open_log(now=naive)
    with pytest.raises(ValueError, match="naive"), open_log().write(naive) as tx:
        tx.append("hinted", "iou", None)


def test_the_local_day_is_the_learners_wherever_it_is_read(open_log: OpenLog) -> None:
    log = open_log()
    late = datetime(2026, 11, 21, 23, 30, tzinfo=timezone(timedelta(hours=-8)))
    with log.write(late) as tx:
        event = tx.append("hinted", "iou", None)
    assert event.day == late.date().toordinal()
    assert event.when.date() != late.date()


def test_order_survives_a_clock_that_goes_back(open_log: OpenLog) -> None:
    log = open_log()
    for kind, hours in (("a", 0), ("b", -48), ("c", -47), ("d", 1)):
        with log.write(NOW + timedelta(hours=hours)) as tx:
            tx.append(kind, "iou", None)
    events = list(log.events())
    assert [e.kind for e in events] == ["a", "b", "c", "d"]
    assert [e.when - NOW for e in events] == [timedelta(hours=h) for h in (0, -48, -47, 1)]
    last = log.last()
    assert last is not None
    assert last.kind == "d"


def test_a_source_is_stored_once(open_log: OpenLog) -> None:
    log = open_log()
    text = "# π\n" + "x = 1\n" * 1000
    with log.write(NOW) as tx:
        assert tx.keep(text) == tx.keep(text)
        sha = tx.keep(text)
    assert log.rows("SELECT count(*), max(length(text)) < 1000 FROM sources") == [(1, 1)]
    assert log.source(sha) == text
    with pytest.raises(StoreError, match="no longer"):
        log.source("0" * 64)


def test_derived_tables_follow_a_new_version(open_log: OpenLog) -> None:
    log = open_log()
    fill(log, 3)
    log._db.execute("UPDATE kinds SET n = 99")
    log.close()
    assert kinds(open_log()) == {"submitted": 99}
    newer = Counting()
    newer.version = 1001
    assert kinds(open_log(derived=newer)) == {"submitted": 3}


def test_rebuild_computes_everything_anew(open_log: OpenLog) -> None:
    log = open_log()
    fill(log, 3)
    log._db.execute("DELETE FROM kinds")
    log.rebuild()
    assert kinds(log) == {"submitted": 3}


def test_reading_sees_one_state(open_log: OpenLog) -> None:
    log = open_log()
    fill(log, 1)
    with log.reading():
        before = log.rows("SELECT count(*) FROM events")
        assert log.rows("SELECT count(*) FROM events") == before


def test_ids_are_not_repeated() -> None:
    assert len({fresh_id() for _ in range(10_000)}) == 10_000


WRITER = textwrap.dedent("""
    import sys
    from pathlib import Path
    from drill.store.log import Log
    from tests.store.conftest import NOW, Counting
    log = Log(Path(sys.argv[1]), NOW, Counting())
    for i in range(int(sys.argv[2])):
        with log.write(NOW) as tx:
            sha = tx.keep(f"{sys.argv[3]} {i}")
            tx.append("submitted", "iou", None, {"source": sha})
        print(sha, flush=True)
""")


def writer(path: Path, count: int, name: str) -> subprocess.Popen[str]:
    args = [sys.executable, "-c", WRITER, str(path), str(count), name]
    return subprocess.Popen(args, stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[2])


def test_many_writers_at_once_lose_nothing(open_log: OpenLog, tmp_path: Path) -> None:
    """Also at the very beginning, when the first of them has to create the tables."""
    path = tmp_path / "home" / "log.db"
    writers = [writer(path, 5, str(i)) for i in range(10)]
    shown = [line for w in writers for line in w.communicate()[0].split()]
    assert [w.returncode for w in writers] == [0] * 10
    log = open_log()
    assert len(shown) == 50
    assert sorted(e.data["source"] for e in log.events()) == sorted(shown)
    assert kinds(log) == {"submitted": 50}
    assert log.rows("SELECT count(*), max(seq) FROM events") == [(50, 50)]


def test_a_kill_loses_nothing_that_was_shown(open_log: OpenLog, tmp_path: Path) -> None:
    random = Random(3)
    path = tmp_path / "home" / "log.db"
    shown: list[str] = []
    for i in range(8):
        process = writer(path, 10_000, str(i))
        assert process.stdout
        shown.append(process.stdout.readline().strip())
        time.sleep(random.random() * 0.05)
        os.kill(process.pid, signal.SIGKILL)
        shown += process.communicate()[0].split("\n")[:-1]
        log = open_log()
        kept = [e.data["source"] for e in log.events()]
        assert set(shown) <= set(kept)
        assert len(kept) == len(set(kept)) == kinds(log)["submitted"]
        assert log.check() == ()
        log.close()


def test_a_busy_log_says_so(tmp_path: Path, open_log: OpenLog) -> None:
    open_log().close()
    path = tmp_path / "home" / "log.db"
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    log = Log(path, NOW, Counting(), busy_seconds=0.05)
    with pytest.raises(StoreError, match="being written by another command"), log.write(NOW):
        pass
    other.close()
