"""plan, due, optimize, export, import, backup on the command line."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Cli


@pytest.fixture(autouse=True)
def tracks(drill: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "bank" / "problems" / "tracks"
    folder.mkdir(parents=True)
    (folder / "everything.yaml").write_text("title: Everything\neverything: 1\n")
    monkeypatch.setattr("drill.bank.bank.builtin_root", lambda: tmp_path / "bank")


def test_a_plan_is_made_followed_and_ended(drill: Cli) -> None:
    assert drill("plan").last == "drill plan --by DATE --minutes 45 --track core"
    made = drill("plan", "--by", "2026-12-01", "--minutes", "40")
    assert "with this plan" in made.out
    assert made.last == "drill next"
    assert drill("plan").out == made.out
    planned = [each["problem"] for each in drill("plan", "--json").json["plan"]["days"][0]["problems"]]
    served = []
    while (answer := drill("next", "--json").json)["problem"]:
        served.append(answer["problem"])
        drill("submit", answer["path"])
    assert sorted(served) == sorted(planned)
    assert answer["reason"] == "plan done"
    assert "today's part of the plan" in drill("next").out
    assert "has ended" in drill("plan", "--off").out
    assert drill("plan", "--json").json["plan"] is None


def test_after_the_day(drill: Cli) -> None:
    drill("plan", "--by", "2026-11-25")
    drill.later(days=5)
    assert "2026-11-25" in drill("plan").out
    assert drill("next", "--json").json["reason"] == "new"


def test_long_plans_show_two_weeks(drill: Cli) -> None:
    made = drill("plan", "--by", "2027-01-20")
    assert "more: drill plan --all" in made.out
    assert len(drill("plan", "--all").out.splitlines()) > len(made.out.splitlines()) + 20


def test_what_does_not_fit_is_said(drill: Cli) -> None:
    made = drill("plan", "--by", "2026-11-22", "--minutes", "10")
    assert "The time does not suffice" in made.out


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["--by", "soon"], "not a date"),
        (["--by", "2026-11-20"], "past"),
        (["--minutes", "30"], "by when"),
        (["--by", "2026-12-01", "--track", "everythin"], "Did you mean everything"),
        (["--by", "2026-12-01", "--track", "mine"], "mine.yaml:1: titel: unknown key"),
    ],
)
def test_what_is_refused(drill: Cli, words: list[str], says: str) -> None:
    (drill.home / "tracks").mkdir(parents=True)
    (drill.home / "tracks" / "mine.yaml").write_text("titel: Mine\n")
    refused = drill("plan", *words, ok=False)
    assert refused.code == 2
    assert says in " ".join(refused.err.split())


def test_a_track_of_one_s_own(drill: Cli) -> None:
    (drill.home / "tracks").mkdir(parents=True)
    (drill.home / "tracks" / "mine.yaml").write_text("title: My six\nproblems: {row-norms: 2}\n")
    assert "My six" in drill("plan", "--by", "2026-12-01", "--track", "mine").out
    assert drill("next", "--json").json["problem"] == "row-norms"


def test_due_is_a_line_or_nothing(drill: Cli) -> None:
    assert drill("due", "--quiet").out == ""
    assert not (drill.home / "log.db").exists()
    drill("next")
    assert drill("due", "--quiet").out == "1 open\n"
    drill("submit", drill.file)
    assert drill("due", "-q").out == ""
    drill.later(days=60)
    assert drill("due", "--quiet").out == "1 due\n"
    assert drill("due", "--json").json == {"schema": 1, "due": 1, "planned": None, "open": 0}
    assert drill("due").out.startswith("1 due.")


def test_due_imports_next_to_nothing(drill: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    drill("next")
    monkeypatch.setenv("DRILL_BANKS", str(tmp_path / "bank"))
    script = """
import sys
from drill.cli import _run
assert _run(["due", "--quiet"]) == 0
heavy = {"typer", "rich", "numpy", "fsrs", "fsrs_rs_python"} & set(sys.modules)
assert not heavy, heavy
"""
    done = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True)
    assert done.stdout == "1 open\n"


def test_optimize_and_calibration(drill: Cli) -> None:
    pytest.importorskip("fsrs_rs_python")
    assert "Too early" in drill("optimize").out
    assert drill("optimize", "--json").json["fit"] is None
    assert drill("optimize", "--defaults", "--json").json["changed"] is False
    assert "No review" in drill("stats", "--calibration").out
    for day in (0, 5, 20):
        drill.later(days=day)
        drill("start", "unit-rows")
        drill("submit", drill.file)
    assert "running average" in drill("stats", "--calibration").out
    assert drill("stats", "--calibration", "--json").json["reviews"] == 2


def test_optimize_without_the_package(drill: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "fsrs_rs_python", None)
    monkeypatch.setattr("drill.schedule.optimize.LEAST_REVIEWS", 1)
    for day in (0, 5, 20, 40, 80):
        drill.later(days=day)
        drill("start", "unit-rows")
        drill("submit", drill.file)
    refused = drill("optimize", ok=False)
    assert refused.code == 2
    assert "interview-drill[optimize]" in refused.err


def test_export_wipe_import(drill: Cli, tmp_path: Path) -> None:
    drill("plan", "--by", "2026-12-01")
    drill("next")
    drill("submit", drill.file)
    figures, plan = drill("stats", "--json").out, drill("plan", "--json").out
    copy, saved = tmp_path / "log.jsonl", tmp_path / "log-backup.db"
    assert drill("export").out == copy_of(drill, copy)
    drill("backup", saved)
    (drill.home / "log.db").unlink()
    assert drill("import", copy, "--json").json["known"] == 0
    assert (drill("stats", "--json").out, drill("plan", "--json").out) == (figures, plan)
    assert drill("import", copy, "--json").json["added"] == 0
    (drill.home / "log.db").write_bytes(saved.read_bytes())
    assert drill("stats", "--json").out == figures


def copy_of(drill: Cli, path: Path) -> str:
    assert "lines" in drill("export", path).out
    return path.read_text()


def test_merging_counts_nothing_twice(drill: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    drill("next")
    drill("submit", drill.file)
    copy_of(drill, tmp_path / "first.jsonl")
    monkeypatch.setenv("DRILL_HOME", str(tmp_path / "second"))
    drill("import", tmp_path / "first.jsonl")
    started = drill("start", "row-norms", "--json").json
    drill("submit", started["path"])
    copy_of(drill, tmp_path / "second.jsonl")
    monkeypatch.setenv("DRILL_HOME", str(drill.home))
    drill("start", "unit-rows")
    drill("submit", drill.file)
    drill("import", tmp_path / "second.jsonl")
    assert drill("stats", "--json").json["submissions"] == 3
    copy_of(drill, tmp_path / "both.jsonl")
    monkeypatch.setenv("DRILL_HOME", str(tmp_path / "second"))
    drill("import", tmp_path / "both.jsonl")
    assert drill("stats", "--json").json["submissions"] == 3


def test_files_are_not_replaced(drill: Cli, tmp_path: Path) -> None:
    taken = tmp_path / "taken"
    taken.write_text("mine")
    for command in ("export", "backup"):
        assert drill(command, taken, ok=False).code == 2
    assert taken.read_text() == "mine"
    assert drill("import", taken, ok=False).code == 2
    assert drill("import", tmp_path / "missing", ok=False).code == 2
    assert drill("export", tmp_path / "no" / "where", ok=False).code == 2
