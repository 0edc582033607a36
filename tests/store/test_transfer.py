"""Export, import, merge, backup: nothing lost, nothing counted twice."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from datetime import timedelta
from pathlib import Path

import pytest

from drill.errors import BadInput
from drill.store.log import Log
from drill.store.transfer import Taken, backup, export, merge
from tests.store.conftest import NOW, OpenLog, fill, kinds


@pytest.fixture
def logs(open_log: OpenLog, tmp_path: Path) -> tuple[Log, Log]:
    """Two machines."""
    here, there = open_log(path=tmp_path / "a" / "log.db"), open_log(path=tmp_path / "b" / "log.db")
    return here, there


def take(log: Log, lines: Iterable[str]) -> Taken:
    with log.write(NOW) as tx:
        taken = merge(tx, lines)
        tx.rebuild()
    return taken


def test_an_export_makes_the_same_log(logs: tuple[Log, Log]) -> None:
    here, there = logs
    events = fill(here, 5)
    lines = list(export(here, NOW))
    assert take(there, lines) == Taken(5, 0, 5, frozenset({"submitted"}))
    assert list(there.events()) == events
    assert there.source(events[3].data["source"]) == here.source(events[3].data["source"])
    assert list(export(there, NOW)) == lines
    assert kinds(there) == kinds(here)


def test_importing_twice_counts_once(logs: tuple[Log, Log]) -> None:
    here, there = logs
    fill(here, 5)
    take(there, export(here, NOW))
    assert take(there, export(here, NOW)) == Taken(0, 5, 0, frozenset({"submitted"}))
    assert kinds(there) == {"submitted": 5}


def test_two_logs_that_went_apart_become_one(logs: tuple[Log, Log]) -> None:
    here, there = logs
    fill(here, 3)
    take(there, export(here, NOW))
    for log, kind, hours in ((here, "hinted", 1), (there, "skipped", 2), (here, "ran", 3)):
        with log.write(NOW + timedelta(hours=hours)) as tx:
            tx.append(kind, "iou", None)
    there_before = list(export(there, NOW))
    take(there, export(here, NOW))
    take(here, there_before)
    assert list(here.events()) == list(there.events())
    assert [e.kind for e in here.events()][3:] == ["hinted", "skipped", "ran"]
    assert kinds(here) == kinds(there) == {"submitted": 3, "hinted": 1, "skipped": 1, "ran": 1}


def test_an_unknown_kind_is_kept(logs: tuple[Log, Log]) -> None:
    here, there = logs
    with here.write(NOW) as tx:
        tx.append("telepathy", None, None, {"strength": [1, {"deep": None}]})
    taken = take(there, export(here, NOW))
    assert taken.kinds == {"telepathy"}
    assert list(there.events()) == list(here.events())


def test_the_format_is_as_documented(logs: tuple[Log, Log]) -> None:
    here, _ = logs
    fill(here, 1)
    head, source, event = (json.loads(line) for line in export(here, NOW))
    assert head == {"drill": "log", "schema": 1, "version": head["version"], "exported": NOW.isoformat()}
    assert source.keys() == {"source", "text"}
    assert event.keys() == {"event", "ord", "at", "offset", "kind", "problem", "attempt", "data"}
    assert event["at"] == NOW.isoformat()


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda lines: [], "Line 1"),
        (lambda lines: ["not json\n"], "Line 1"),
        (lambda lines: ['{"drill": "something else"}\n'], "not an export"),
        (lambda lines: ['{"drill": "log", "schema": 2}\n', *lines[1:]], "schema 2"),
        (lambda lines: [*lines[:-1], lines[-1][:40]], "Line 5"),
        (lambda lines: [*lines, "[]\n"], "Line 6"),
        (lambda lines: [*lines, '{"event": "x"}\n'], "Line 6"),
        (lambda lines: [*lines, lines[-1].replace("+00:00", "")], "Line 6"),
        (lambda lines: [*lines, lines[-1].replace('"offset": 0', '"offset": "0"')], "Line 6"),
        (lambda lines: [*lines, lines[-1].replace('"offset": 0', '"offset": 10000000')], "Line 6"),
        (lambda lines: [*lines, lines[-1].replace("2026-", "9999-")], "Line 6"),
        (lambda lines: [*lines, lines[-1].replace('"ord": 1', '"ord": -1')], "Line 6"),
        (lambda lines: [*lines, lines[-1].replace('"kind": "submitted"', '"kind": null')], "Line 6"),
        (lambda lines: [*lines, '{"source": "00", "text": "another"}\n'], "Line 6"),
        (lambda lines: [*lines, '{"source": "00", "text": "\\ud800"}\n'], "Line 6"),
        (lambda lines: [*lines, '{"source": "00"}\n'], "Line 6"),
    ],
)
def test_a_bad_file_imports_nothing(logs: tuple[Log, Log], change: object, says: str) -> None:
    here, there = logs
    fill(here, 2)
    lines = list(export(here, NOW))
    assert callable(change)
    with pytest.raises(BadInput, match=says) as caught:
        take(there, change(lines))
    assert caught.value.todo
    assert list(there.events()) == []


def test_a_backup_is_a_log(logs: tuple[Log, Log], open_log: OpenLog, tmp_path: Path) -> None:
    here, _ = logs
    events = fill(here, 5)
    target = tmp_path / "backup.db"
    backup(here, target)
    copy = open_log(path=target)
    assert list(copy.events()) == events
    assert kinds(copy) == kinds(here)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a", "b", "backup.db"]


def test_a_backup_replaces_nothing(logs: tuple[Log, Log], tmp_path: Path) -> None:
    here, _ = logs
    target = tmp_path / "precious"
    target.write_text("data")
    with pytest.raises(BadInput, match="exists"):
        backup(here, target)
    with pytest.raises(BadInput, match="directory"):
        backup(here, tmp_path)
    assert target.read_text() == "data"


def test_a_backup_while_another_command_writes(logs: tuple[Log, Log], tmp_path: Path) -> None:
    here, _ = logs
    fill(here, 5)
    other = sqlite3.connect(here.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    other.execute("DELETE FROM meta")
    backup(here, tmp_path / "backup.db")
    other.execute("ROLLBACK")
    other.close()
    with sqlite3.connect(tmp_path / "backup.db") as copy:
        assert copy.execute("SELECT count(*) FROM meta").fetchone() == (1,)
    copy.close()
