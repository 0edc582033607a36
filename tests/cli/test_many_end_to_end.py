"""`drill grade` and `drill warm` with the real judge, each a process of its own."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from drill.bank.bank import Bank, builtin_root

pytestmark = pytest.mark.slow
FILES = 40


def begin(home: Path, *words: str | Path) -> subprocess.Popen[str]:
    environ = {**os.environ, "DRILL_HOME": str(home), "DRILL_IDLE_MINUTES": "1"}
    command = [sys.executable, "-c", "from drill.cli import main; main()", *map(str, words)]
    return subprocess.Popen(command, env=environ, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def rows(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Path]:
    home = tmp_path / "home"
    yield home
    begin(home, "warm", "--stop").communicate()


def reference() -> str:
    return Bank.open([builtin_root()], Path("/nonexistent")).get("iou").reference("numpy").read_text()


def test_one_bad_file_never_stops_the_rest(home: Path, tmp_path: Path) -> None:
    texts = {
        "right": reference(),
        "kills itself": "import os\nos.kill(os.getpid(), 9)\n",
        "wrong": reference().replace("return", "return 2 *", 1),
        "no code": "",
        "right again": reference(),
    }
    for name, text in texts.items():
        (tmp_path / f"{name}.py").write_text(f"# drill: iou (numpy)\n{text}")
    (tmp_path / "binary.py").write_bytes(bytes(range(256)))
    grading = begin(home, "grade", tmp_path, "--json", "--seed", "3")
    out, err = grading.communicate()
    assert (grading.returncode, err) == (1, "")
    assert {Path(row["file"]).stem: row["verdict"] for row in rows(out)} == {
        "right": "accepted", "kills itself": "compile error", "wrong": "wrong answer",
        "no code": "compile error", "right again": "accepted", "binary": None,
    }  # fmt: skip
    assert not (home / "log.db").exists()


def test_ctrl_c_and_resume(home: Path, tmp_path: Path) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(FILES):
        (folder / f"{number}.py").write_text(f"# drill: iou (numpy)\n# {number}\n{reference()}")
    grading = begin(home, "grade", folder, "--json", "--jobs", "1")
    assert grading.stdout is not None
    first = [grading.stdout.readline() for _ in range(3)]
    grading.send_signal(signal.SIGINT)
    out, err = grading.communicate()
    done = rows("".join(first) + out)
    assert grading.returncode == 130
    assert f"{len(done)} of {FILES} files were graded" in err
    rest = begin(home, "grade", folder, "--json", "--resume")
    out, err = rest.communicate()
    assert (rest.returncode, err) == (0, "")
    assert rows(out)[: len(done)] == sorted(done, key=lambda row: rows(out).index(row))
    assert len(rows(out)) == len({row["file"] for row in rows(out)}) == FILES
    assert len({row["seed"] for row in rows(out)}) == 1


def test_warm(home: Path) -> None:
    def warm(*words: str) -> dict[str, Any]:
        out, err = begin(home, "warm", "--json", *words).communicate()
        assert err == ""
        found: dict[str, Any] = json.loads(out)
        return found

    assert warm("--status")["hosts"] == []
    (host,) = warm()["hosts"]
    assert warm("--status")["hosts"] == warm()["hosts"] == [host]
    stopped = warm("--stop")
    assert (stopped["stopped"], [each["pid"] for each in stopped["hosts"]]) == (True, [host["pid"]])
    assert warm("--status")["hosts"] == []
