"""Whatever goes wrong: one sentence that says what to do, the right exit code, nothing lost, no traceback."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from drill.errors import InternalError
from tests.cli.conftest import Cli, Result
from tests.cli.shell import Home


def refused(result: Result, code: int = 2) -> str:
    """The message; checks its form."""
    assert result.code == code
    assert result.out == ""
    assert result.err.startswith("drill: ")
    assert "Traceback" not in result.err
    return result.err


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["sumbit"], "drill: There is no command 'sumbit'. Did you mean submit?\ndrill submit --help\n"),
        (["xyzzy"], "drill: There is no command 'xyzzy'.\ndrill --help\n"),
        (["list", "--topc", "x"], "drill: There is no option --topc. Did you mean --topic?\ndrill list\n"),
        (["--frobnicate"], "drill: No such option: --frobnicate.\ndrill --help\n"),
        (["submit"], "drill: Missing argument 'FILE'.\ndrill submit ~/drill/iou.py\n"),
        (["show", "unit-row"], "Did you mean unit-rows?\ndrill show unit-rows\n"),
        (["show", "xyzzy"], "drill: There is no problem 'xyzzy'.\ndrill list\n"),
        (["show"], "drill: No problem is open, so say which one you mean.\ndrill list\n"),
        (["list", "--state", "old"], "--state is one of new, open, due, scheduled, not 'old'."),
        (["next", "--framework", "jax"], "--framework is one of numpy, torch, not 'jax'."),
        (["submit", "nowhere.py"], "drill: nowhere.py does not exist."),
        (["submit", "."], "is a directory."),
        (["list", "--bank", "/nowhere"], "drill: /nowhere is no bank"),
        (["config", "set", "new_per_day", "many"], "new_per_day must be a whole number"),
        (["config", "get", "new_per_dya"], "Did you mean new_per_day?"),
        (["history", "--diff"], "drill: Say which problem's submissions you mean.\n"),
        (["replay", "zzzz"], "drill: There is no submission zzzz"),
        (["undo"], "drill: There is no rating"),
        (["restore", "unit-rows"], "drill: No file of unit-rows was put aside."),
        (["history", "--limit", "x"], "'--limit': it takes a whole number from 1.\ndrill history\n"),
        (["history", "--limit", "-3"], "'--limit': it takes a whole number from 1.\ndrill history\n"),
        (["submit", "--problem"], "'--problem' requires an argument.\ndrill submit ~/drill/iou.py\n"),
        (["rate", "great"], "not 'great'.\nFor example: drill rate hard\n"),
        (["config", "frob"], "not 'frob'.\ndrill config list\n"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_bad_input(drill: Cli, words: list[str], message: str) -> None:
    assert message in refused(drill(*words, ok=False))


def test_bad_files(drill: Cli, tmp_path: Path) -> None:
    for content, says in ((b"", "is empty"), (b"\0\1", "is a binary file"), (b"\xff\xfe x", "is not UTF-8")):
        file = tmp_path / "unit_rows.py"
        file.write_bytes(content)
        assert says in refused(drill("submit", file, ok=False))


def test_a_first_line_that_nearly_says_it(drill: Cli, tmp_path: Path) -> None:
    file = tmp_path / "mine.py"
    file.write_text("# drill: unit-rows (jax)\nx = 1\n")
    said = refused(drill("submit", file, ok=False))
    assert "not `# drill: ID` or `# drill: ID (numpy|torch)` but `# drill: unit-rows (jax)`, and no" in said


def test_broken_problem_hides_no_other(drill: Cli, tmp_path: Path) -> None:
    path = tmp_path / "bank" / "problems" / "extras" / "row-norms.yaml"
    path.write_text(path.read_text().replace("minutes: 8", "minutes: soon"))
    listed = drill("list")
    assert f"Left out, because it is broken: {path}:" in listed.err
    assert "minutes" in listed.err
    assert "unit-rows" in listed.out
    said = drill("show", "row-norms", ok=False)
    assert said.code == 2
    assert f"{path}:" in said.err.partition("A problem cannot be read:")[2]


def test_broken_config(drill: Cli) -> None:
    drill.home.mkdir()
    (drill.home / "config.toml").write_text("new_per_day = [")
    assert "config.toml is not valid TOML" in refused(drill("next", ok=False))


def test_bad_clock(drill: Cli) -> None:
    drill.monkeypatch.setenv("DRILL_NOW", "noon")
    assert "DRILL_NOW is not a time" in refused(drill("next", ok=False))


def test_no_home(drill: Cli) -> None:
    drill.monkeypatch.delenv("DRILL_HOME")
    for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"):
        drill.monkeypatch.delenv(name, raising=False)
    drill.monkeypatch.setattr("os.path.expanduser", lambda path: path)
    assert "Set DRILL_HOME" in refused(drill("next", ok=False))


def test_interrupted(drill: Cli) -> None:
    def interrupt(*_: Any, **__: Any) -> None:
        raise KeyboardInterrupt

    drill("next")
    drill.monkeypatch.setattr("drill.grading.client.grade", interrupt)
    stopped = drill("submit", drill.file, ok=False)
    assert stopped.code == 130
    assert stopped.err == "\nInterrupted.\n"


def test_interrupted_where_python_wraps_it(drill: Cli) -> None:
    """While a class is made, as happens to whatever is imported: since 3.12 Python lets it through."""
    wrapped = RuntimeError("Error calling __set_name__ on 'cached_property' instance")
    wrapped.__cause__ = KeyboardInterrupt()
    drill.monkeypatch.setattr("drill.grading.client.grade", raising(wrapped))
    drill("next")
    result = drill("submit", drill.file, ok=False)
    assert (result.code, result.err) == (130, "\nInterrupted.\n")


def raising(error: Exception) -> Any:
    def grade(*_: Any, **__: Any) -> None:
        raise error

    return grade


@pytest.mark.parametrize("error", [RuntimeError("oops"), InternalError("oops\nmore of it"), KeyError("x")])
def test_internal_error(drill: Cli, error: Exception, tmp_path: Path) -> None:
    drill("next")
    drill.monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    drill.monkeypatch.setattr("drill.grading.client.grade", raising(error))
    message = refused(drill("submit", drill.file, ok=False), code=3)
    assert "Something went wrong inside drill" in message
    (kept,) = tmp_path.glob("drill-error-*.txt")
    assert str(kept) in message
    assert "Traceback" in kept.read_text()


def test_a_verdict_of_internal_error_counts_for_nothing(drill: Cli) -> None:
    drill("next")
    drill.judged(verdict="internal error", cases=(), notes=("the judge died\nTraceback: ...",))
    assert "(the judge died)" in refused(drill("submit", drill.file, ok=False), code=3)
    assert drill("submit", drill.file, "--json", ok=False).json["verdict"] == "internal error"
    assert "nothing submitted" in drill("history").out


def test_debug_shows_the_traceback(drill: Cli) -> None:
    drill("next")
    drill.monkeypatch.setenv("DRILL_DEBUG", "1")
    drill.monkeypatch.setattr("drill.grading.client.grade", raising(RuntimeError("oops")))
    with pytest.raises(RuntimeError, match="oops"):
        drill("submit", drill.file, ok=False)
    assert drill("submit", "nowhere.py", ok=False).code == 2


def test_questions_need_a_terminal_and_no_is_the_default(drill: Cli) -> None:
    drill("next")
    answers = iter(["\n", "", "perhaps\n", "y\n"])
    drill.monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    drill.monkeypatch.setattr("sys.stdin.readline", lambda: next(answers), raising=False)
    for _ in range(3):
        assert "Nothing was shown." in drill("solution").out
    assert "def unit_rows" in drill("solution").out


# --- in a process of its own --------------------------------------------------------------------------------


def process(words: list[str], home: Path, **kwargs: Any) -> subprocess.Popen[bytes]:
    environ = {**os.environ, "DRILL_HOME": str(home), **kwargs.pop("environ", {})}
    script = "from drill.cli import main; main()"
    return subprocess.Popen([sys.executable, "-c", script, *words], env=environ, **kwargs)


def test_closed_pipe(tmp_path: Path) -> None:
    read, write = os.pipe()
    os.close(read)
    with process(["show", "iou"], tmp_path, stdout=write, stderr=subprocess.PIPE) as run:
        os.close(write)
        _, err = run.communicate()
    assert (run.returncode, err) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_full_disk_behind_stdout(tmp_path: Path) -> None:
    with (
        Path("/dev/full").open("wb") as full,
        process(["list"], tmp_path, stdout=full, stderr=subprocess.PIPE) as run,
    ):
        _, err = run.communicate()
    assert run.returncode == 2
    assert err.startswith(b"drill: No space left on device")
    assert b"Traceback" not in err


def test_no_stdout_at_all(tmp_path: Path) -> None:
    words = ["-c", "import os,sys; os.close(1); os.execv(sys.executable, [sys.executable, '-c', "
             "'from drill.cli import main; main()', 'list'])"]  # fmt: skip
    done = subprocess.run(
        [sys.executable, *words], env={**os.environ, "DRILL_HOME": str(tmp_path)}, check=False
    )
    assert done.returncode == 0


def test_terminal_without_utf8(tmp_path: Path) -> None:
    environ = {"PYTHONIOENCODING": "ascii", "LC_ALL": "C"}
    with process(["show", "batchnorm"], tmp_path, stdout=subprocess.PIPE, environ=environ) as run:
        out, _ = run.communicate()
    assert run.returncode == 0
    assert b"sqrt(" in out
    assert b"mu = 4 and sigma2 = 5" in out


def test_working_folder_deleted(tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    script = (
        f"cd {gone} && rmdir {gone} && exec {sys.executable} -c 'from drill.cli import main; main()' next"
    )
    environ = {**os.environ, "DRILL_HOME": str(tmp_path), "PYTHONPATH": str(Path(__file__).parents[2])}
    done = subprocess.run(["sh", "-c", script], env=environ, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "says"),
    [
        (
            "def iou(a, b:\n    return 1\n",
            "'(' was never closed\n\n  → 1 │ def iou(a, b:\n    2 │     return 1",
        ),
        ("def iuo(a, b):\n    return 1\n", "iou.py does not define iou. If iuo is meant, call it iou."),
        ("def other(a):\n    return 1\n", "iou.py does not define iou. The file defines other."),
    ],
    ids=["syntax error", "near", "missing"],
)
def test_what_does_not_load(tmp_path: Path, text: str, says: str) -> None:
    home = Home(tmp_path / "home")
    file = tmp_path / "iou.py"
    file.write_text(text)
    code, out, _ = home("submit", file)
    assert code == 1
    assert "✗ compile error  iou" in out
    assert says in out
    assert "It did not load, so it does not count as a submission." in out
