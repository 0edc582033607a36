"""`grade`: a row a file whatever the file is, the same seed for all, and nothing recorded; and `warm`."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from drill.errors import BadInput
from drill.grading.report import Report, Request
from tests.cli.conftest import Cli, report


class Judge:
    """Stands in for `grade_many`: accepts what says so, and is interrupted after `patience` files."""

    def __init__(self) -> None:
        self.patience = 99
        self.seen: list[Request] = []

    def __call__(
        self, requests: Sequence[Request], settings: Any, workers: int
    ) -> Iterator[tuple[int, Report | BadInput]]:
        for number, request in enumerate(requests):
            if len(self.seen) == self.patience:
                raise KeyboardInterrupt
            self.seen.append(request)
            changes = {} if "right" in request.source else {"verdict": "run-time error", "cases": ()}
            yield number, report(request, **changes)


@pytest.fixture
def judge(monkeypatch: pytest.MonkeyPatch) -> Judge:
    judge = Judge()
    monkeypatch.setattr("drill.cli.many.grade_many", judge)
    return judge


def write(folder: Path, **files: str) -> list[Path]:
    folder.mkdir(exist_ok=True)
    paths = [folder / f"{name}.py" for name in files]
    for path, text in zip(paths, files.values(), strict=True):
        path.write_text(f"# drill: unit-rows\n{text}\n")
    return paths


def lines(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


def test_every_file_is_a_row(drill: Cli, judge: Judge, tmp_path: Path) -> None:
    folder = tmp_path / "many"
    write(folder, a="right", b="wrong")
    (folder / "binary.py").write_bytes(b"\0\1\2")
    (folder / "other.py").write_text("x = 1\n")
    (folder / "unknown.py").write_text("# drill: no-such-problem\nx = 1\n")
    (folder / "notes.txt").write_text("not Python")
    drill.monkeypatch.chdir(folder)
    found = drill("grade", ".", "missing.py", "--seed", "7", ok=False)
    assert found.code == 1
    for words in ("1 of 6 files accepted", "4 not graded", "is a binary", "does not exist", "--seed 7"):
        assert words in found.out
    assert {request.seed for request in judge.seen} == {7}
    assert not (drill.home / "log.db").exists()


def test_json_lines(drill: Cli, judge: Judge, tmp_path: Path) -> None:
    a, b = write(tmp_path / "many", a="right", b="wrong")
    rows = lines(drill("grade", a, b, "--json", ok=False).out)
    assert [(row["file"], row["verdict"]) for row in rows] == [
        (str(a), "accepted"),
        (str(b), "run-time error"),
    ]
    assert len({row["seed"] for row in rows}) == 1


def test_all_accepted(drill: Cli, judge: Judge, tmp_path: Path) -> None:
    assert "2 of 2 files accepted" in drill("grade", *write(tmp_path / "many", a="right", b="right")).out


def test_resume_goes_on(drill: Cli, judge: Judge, tmp_path: Path) -> None:
    a, b, c = write(tmp_path / "many", a="right", b="right", c="right")
    judge.patience = 2
    stopped = drill("grade", a, b, c, ok=False)
    assert stopped.code == 130
    assert "2 of 3 files were graded" in stopped.err
    judge.patience = 99
    b.write_text("# drill: unit-rows\nchanged, and right\n")
    done = drill("grade", a, b, c, "--resume", "--json")
    assert [Path(request.file_name).stem for request in judge.seen] == ["a", "b", "b", "c"]
    assert len({request.seed for request in judge.seen}) == 1
    assert sorted(row["file"] for row in lines(done.out)) == [str(path) for path in (a, b, c)]
    drill("grade", a, b, c, "--resume")
    assert len(judge.seen) == 7, "a finished grading leaves nothing to resume"


@pytest.mark.parametrize("words", [(), ("--problem", "nonsense", "a.py"), ("a.py", "--seed", "x"), (".",)])
def test_bad_usage(
    drill: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    (tmp_path / "empty").mkdir()
    monkeypatch.chdir(tmp_path / "empty")
    assert drill("grade", *words, ok=False).code == 2


def test_warm_is_refused_where_none_is_kept(drill: Cli) -> None:
    drill.monkeypatch.setenv("DRILL_IDLE_MINUTES", "0")
    assert "No warm grader is running" in drill("warm", "--status").out
    refused = drill("warm", ok=False)
    assert (refused.code, refused.out) == (2, "")
    assert drill("warm", "--status", "--stop", ok=False).code == 2
