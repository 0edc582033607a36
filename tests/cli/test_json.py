"""`--json`: one object a command, with the keys that docs/json.md names and no others."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from drill.cli import json as shapes
from drill.cli.app import COMMANDS
from drill.grading.verify import Checked, Mutants, ProblemCheck, Verification
from tests.cli.conftest import Cli

PAGE = (Path(__file__).parents[2] / "docs" / "json.md").read_text()
NAMED_BY_OTHERS = {"versions"}  # its keys are software


def section(command: str) -> str:
    return next(part for part in PAGE.split("\n## ") if f"drill {command}" in part.partition("\n")[0])


def documented(command: str) -> set[str]:
    """The words in backticks of a section; `drill X` within it refers to another section."""
    text = section(command)
    words = set(re.findall(r"`(\w+)`", text)) | {"schema"}
    for other in set(re.findall(r"`drill (\w+)`", text)) - {command}:
        words |= documented(other)
    return words


def keys(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield key
            if key not in NAMED_BY_OTHERS:
                yield from keys(inner)
    elif isinstance(value, list):
        for item in value:
            yield from keys(item)


def test_every_command_is_documented() -> None:
    assert [name for name in COMMANDS if name != "rate" and not section(name)] == []


def test_a_day_in_json(drill: Cli, tmp_path: Path) -> None:
    drill.wrong()
    day: list[tuple[Any, ...]] = [
        ("next",), ("show",), ("hint",), ("start", "row-norms"), ("run", drill.file), ("submit", drill.file),
        ("why",), ("submit", drill.file), ("skip", "row-norms"), ("reset", "unit-rows"),
        ("restore", "unit-rows"), ("restore", "unit-rows", "--list"), ("solution", "unit-rows", "--yes"),
        ("rate", "hard"), ("history",), ("list",), ("stats",), ("undo",), ("config",), ("doctor",), ("next",),
        ("new", "activations/softmax", "--bank", tmp_path / "mine"),
    ]  # fmt: skip
    for words in day:
        if words[0] == "reset":
            drill.file.write_text("# drill: unit-rows\nmine\n")
        found = drill(*words, "--json", ok=False)
        assert found.code in (0, 1), (words, found.err)
        assert found.json["schema"] == shapes.SCHEMA
        assert set(keys(found.json)) - documented(words[0]) == set(), words


def test_submit_has_what_was_promised(drill: Cli) -> None:
    drill("next")
    drill.wrong()
    wrong = drill("submit", drill.file, "--json", ok=False).json
    drill.judged()
    right = drill("submit", drill.file, "--json").json
    promised = {"schema", "submission", "problem", "framework", "device", "verdict", "accepted", "cases",
                "diagnosis", "rating", "due", "seed"}  # fmt: skip
    assert promised <= wrong.keys()
    assert {"name", "visible", "verdict", "seconds", "message"} <= wrong["cases"][0].keys()
    assert {"kind", "name", "says"} <= wrong["diagnosis"][0].keys()
    assert (wrong["accepted"], wrong["rating"], wrong["due"]) == (False, None, None)
    assert (right["accepted"], right["rating"]) == (True, "good")
    assert right["due"].endswith("Z")


def test_run_says_nothing_of_the_schedule(drill: Cli) -> None:
    drill("next")
    assert {"rating", "due", "submission"} & drill("run", drill.file, "--json").json.keys() == set()


def test_list(drill: Cli) -> None:
    first = drill("list", "--json").json["problems"][0]
    assert {"id", "title", "topic", "difficulty", "state", "due"} <= first.keys()


def test_verify() -> None:
    checked = Checked("no eps", "numpy", "cpu", "wrong answer", "wrong answer", 3.0, 0.1, ("no eps",))
    check = ProblemCheck("unit-rows", mistakes=(checked,), mutants=Mutants(3, ("diff",), (), ()))
    facts = shapes.verification(Verification((check,)), (), 1, True)
    assert set(keys(facts)) - documented("verify") == set()
    (row,) = facts["problems"]
    assert {"id", "references", "right", "wrong", "mistakes"} <= row.keys()
    assert {"name", "verdict", "diagnosed_as"} <= row["mistakes"][0].keys()


def test_nothing_due(drill: Cli) -> None:
    for problem in ("unit-rows", "row-norms"):
        drill("skip", problem)
    nothing = drill("next", "--json").json
    assert nothing["problem"] is None
    assert set(nothing) - documented("next") == set()


@pytest.mark.parametrize("command", ["submit", "list"])
def test_errors_leave_stdout_empty(drill: Cli, command: str) -> None:
    assert drill(command, "--json", "--nonsense", ok=False).out == ""
