"""A day with the real judge, each command a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from drill.bank.bank import Bank, builtin_root
from drill.bank.schema import Problem
from drill.bank.starter import header

pytestmark = pytest.mark.slow


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


def drill(home: Path, *words: str | Path, typed: str = "", code: int = 0) -> str:
    environ = {**os.environ, "DRILL_HOME": str(home), "DRILL_NOW": "2026-11-21T12:00:00Z", "TZ": "UTC"}
    script = "from drill.cli import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", script, *map(str, words)],
        env=environ,
        input=typed,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == code, (words, done.stdout, done.stderr)
    return done.stdout


def problem(problem_id: str) -> Problem:
    return Bank.open([builtin_root()], Path("/nonexistent")).get(problem_id)


def solution(found: Problem, change: dict[str, str] | None = None) -> str:
    """The reference under the learner's header, with a mistake's edit."""
    source = found.reference("numpy").read_text()
    for old, new in (change or {}).items():
        source = source.replace(old, new)
    return header(found, "numpy").partition("\n")[0] + "\n" + source


def test_a_full_day(home: Path) -> None:
    found = problem("batchnorm")
    mistake = next(m for m in found.mistakes if m.verdict == "wrong answer")
    file = home / "workspace" / "batchnorm.py"
    drill(home, "start", "batchnorm")
    assert "not written yet" in drill(home, "run", file, code=1)
    file.write_text(solution(found, dict(mistake.change)))
    wrong = drill(home, "submit", file, code=1)
    assert mistake.name in wrong
    assert "Hint 1 of 3" in drill(home, "hint")
    opened = drill(home, "why")
    assert "expected" in opened
    assert "got" in opened
    name = json.loads(drill(home, "why", "--json"))["case"]["name"]
    tried = json.loads(drill(home, "run", file, "--json", code=1))["cases"]
    assert [case["visible"] for case in tried if case["name"] == name] == [False]
    file.write_text(solution(found))
    assert "✓ accepted" in drill(home, "run", file)
    right = drill(home, "submit", file)
    assert "✓ accepted  batchnorm" in right
    assert "Rated hard: accepted with help" in right
    assert "\nIt comes back " in right
    assert "problems solved, 2 submissions" in drill(home, "stats")
    (attempt,) = json.loads(drill(home, "history", "--json"))["attempts"]
    first, last = (submission["id"] for submission in attempt["submissions"])
    assert "Then it was: wrong answer." in drill(home, "replay", first, code=1)
    assert "Then it was: accepted." in drill(home, "replay", last[:6])


def test_the_same_seed_gives_the_same_failures(home: Path) -> None:
    found = problem("iou")
    file = home / "workspace" / "iou.py"
    drill(home, "start", "iou")
    file.write_text(solution(found, dict(found.mistakes[0].change)))
    first: dict[str, Any] = json.loads(drill(home, "submit", file, "--json", code=1))
    again: dict[str, Any] = json.loads(drill(home, "replay", first["submission"], "--json", code=1))
    assert [case["message"] for case in first["cases"]] == [case["message"] for case in again["cases"]]
    assert again["changes"] == []


def test_debugging_in_the_learners_own_process(home: Path) -> None:
    drill(home, "start", "iou")
    file = home / "workspace" / "iou.py"
    file.write_text(
        "# drill: iou (numpy)\ndef iou(boxes_a, boxes_b):\n    breakpoint()\n    return {}['x']\n"
    )
    shown = drill(home, "run", file, "--debug", typed="p boxes_a.shape\nc\nc\n", code=1)
    assert "(2, 4)" in shown
    assert "KeyError" in shown
    assert "history" not in shown
    assert drill(home, "run", file, "--debug", typed="q\n", code=130)


def test_verify_one(home: Path) -> None:
    found = json.loads(drill(home, "verify", "mish", "--json"))
    assert found["ok"]
    (row,) = found["problems"]
    assert all(each["verdict"] == each["expected"] for each in row["mistakes"])
