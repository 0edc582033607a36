"""Every schema ever released becomes today's, with its record, and keeps every entry."""

from __future__ import annotations

import json
import shutil
import sqlite3
from datetime import datetime
from pathlib import Path

import pytest

from drill.errors import StoreError
from drill.store import schema
from drill.store.schema import Migration
from tests.practice.conftest import World
from tests.store.conftest import OpenLog, kinds
from tests.store.make_fixture import figures

FIXTURES = Path(__file__).parent / "fixtures"


def test_one_fixture_for_each_schema() -> None:
    versions = {int(path.stem.removeprefix("log-v")) for path in FIXTURES.glob("log-v*.db")}
    assert versions == {m.version for m in schema.MIGRATIONS} == set(range(1, schema.LATEST + 1))


@pytest.mark.parametrize("fixture", sorted(FIXTURES.glob("log-v*.db")), ids=lambda path: path.stem)
def test_from_every_schema(fixture: Path, tmp_path: Path, open_log: OpenLog) -> None:
    path = tmp_path / "log.db"
    shutil.copy(fixture, path)
    log = open_log(path=path)
    assert log.rows("PRAGMA user_version") == [(schema.LATEST,)]
    assert [v for (v,) in log.rows("SELECT version FROM migrations")] == [
        m.version for m in schema.MIGRATIONS
    ]
    expected = json.loads(fixture.with_suffix(".json").read_text())["events"]
    assert [[e.id, e.kind, e.problem] for e in log.events()] == expected
    assert sum(kinds(log).values()) == len(expected)
    assert log.check() == ()


@pytest.mark.parametrize("fixture", sorted(FIXTURES.glob("log-v*.db")), ids=lambda path: path.stem)
def test_figures_from_every_schema(fixture: Path, tmp_path: Path) -> None:
    facts = json.loads(fixture.with_suffix(".json").read_text())
    world = World(tmp_path)
    world.now = datetime.fromisoformat(facts["now"])
    world.settings.home.mkdir()
    shutil.copy(fixture, world.settings.log)
    assert json.loads(json.dumps(figures(world))) == facts["figures"]
    with world.session() as practice:
        assert practice.source(practice.submission(4, "iou")) == "x = 2  # π\n"


def test_migrations_are_recorded_and_applied_once(tmp_path: Path) -> None:
    more = (*schema.MIGRATIONS, Migration(schema.LATEST + 1, "notes", ("CREATE TABLE notes (text TEXT)",)))
    db = sqlite3.connect(tmp_path / "log.db", isolation_level=None)
    assert schema.migrate(db, "2026-11-21") == schema.LATEST
    assert schema.migrate(db, "2026-11-22", more) == 1
    assert schema.migrate(db, "2026-11-23", more) == 0
    rows = db.execute("SELECT version, name, applied FROM migrations ORDER BY version").fetchall()
    assert rows[-1] == (schema.LATEST + 1, "notes", "2026-11-22")
    assert schema.version(db) == schema.LATEST + 1


def test_a_failing_migration_changes_nothing(
    tmp_path: Path, open_log: OpenLog, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "log.db"
    open_log(path=path).close()
    before = path.read_bytes()
    bad = Migration(
        schema.LATEST + 1, "bad", ("CREATE TABLE notes (text TEXT)", "CREATE TABLE notes (text TEXT)")
    )
    monkeypatch.setattr(schema, "LATEST", bad.version)
    monkeypatch.setattr(schema.migrate, "__defaults__", ((*schema.MIGRATIONS, bad),))
    with pytest.raises(StoreError):
        open_log(path=path)
    assert path.read_bytes() == before
