"""The host that is started before the command line is read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from drill.cli import _run, ahead
from drill.errors import BadInput
from drill.grading import client
from drill.grading.report import Report, Request


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[..., list[bool]]:
    """For a file with this first line: whether torch was asked for, of each host that was started."""
    monkeypatch.setenv("DRILL_HOME", str(tmp_path))
    monkeypatch.delenv("DRILL_FRAMEWORK", raising=False)

    def start(*words: str, first: str = "import this") -> list[bool]:
        found: list[bool] = []
        monkeypatch.setattr(ahead, "Host", lambda settings, judge, torch: found.append(torch))
        file = tmp_path / "a.py"
        file.write_text(f"{first}\nimport that\n")
        ahead.start([word.replace("FILE", str(file)) for word in words])
        return found

    return start


def test_the_framework_is_that_of_the_first_line(started: Callable[..., list[bool]]) -> None:
    assert started("FILE") == [False]
    assert started("FILE", first="# drill: iou (torch)") == [True]
    assert started("--json", "FILE", first="# drill: iou (numpy)") == [False]


def test_what_is_typed_and_what_is_configured_count(
    started: Callable[..., list[bool]], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert started("FILE", "--framework", "torch") == [True]
    monkeypatch.setenv("DRILL_FRAMEWORK", "torch")
    assert started("FILE") == [True]
    assert started("FILE", first="# drill: iou (numpy)") == [False]


def test_nothing_starts_without_a_file(started: Callable[..., list[bool]]) -> None:
    assert started("nowhere.py") == []
    assert started("--help") == []


def test_what_is_wrong_is_for_the_command_to_say(
    started: Callable[..., list[bool]], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "config.toml").write_text("framework = 3\n")
    assert started("FILE") == []
    (tmp_path / "config.toml").unlink()

    def refuse(*_: Any) -> None:
        raise BadInput("PyTorch is not installed here", "")

    monkeypatch.setattr(ahead, "Host", refuse)
    assert ahead.start([str(tmp_path / "a.py")]) is None


class Other:
    """A host that was started ahead."""

    def __init__(self, torch: bool) -> None:
        self.torch = torch

    def __enter__(self) -> Other:
        return self

    def __exit__(self, *error: object) -> None:
        pass


@pytest.mark.parametrize(("framework", "asked"), [("numpy", "ahead"), ("torch", "own")])
def test_only_a_host_that_suits_is_asked(monkeypatch: pytest.MonkeyPatch, framework: str, asked: str) -> None:
    names: dict[Any, str] = {}
    monkeypatch.setattr(client, "ask", lambda host, *rest: names[host])
    early, own = Other(torch=False), Other(torch=True)
    names.update({early: "ahead", own: "own"})
    monkeypatch.setattr(client, "Host", lambda settings, judge, torch: own)
    request = Request("bank", "p", "", "p.py", framework, "cpu", 1)
    said: Report = client.grade(request, None, None, early)  # type: ignore[arg-type]
    assert said == asked  # type: ignore[comparison-overlap]


def test_only_gradings_start_one(monkeypatch: pytest.MonkeyPatch) -> None:
    begun: list[list[str]] = []
    monkeypatch.setattr(ahead, "start", begun.append)
    monkeypatch.setattr("drill.cli.app.run", lambda arguments, host: 0)
    for words in (["list"], ["submit", "a.py"], ["run", "a.py"], ["grade", "a.py"], []):
        assert _run(words) == 0
    assert begun == [["a.py"], ["a.py"]]
