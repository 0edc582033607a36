"""`drill new` writes a problem that loads, explains itself, and overwrites nothing."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from drill.bank.bank import Bank
from drill.bank.keys import TABLES
from drill.bank.load import load_problem
from drill.bank.scaffold import scaffold
from drill.errors import BadInput


def test_a_scaffold_loads(root: Path, tmp_path: Path) -> None:
    paths = scaffold(root, "new_topic", "a-new-one")
    assert paths[0] == root / "problems/new_topic/a-new-one.yaml"
    assert all(path.is_file() for path in paths)
    bank = Bank.open([root], tmp_path / "cache")
    assert bank.errors == ()
    problem = bank.get("a-new-one")
    assert {problem.reference("numpy"), problem.reference("torch"), problem.graders / "cases.py"} < set(paths)
    assert not any(re.search("my.problem|my_topic", path.read_text()) for path in paths)


def test_it_explains_every_key(root: Path) -> None:
    text = scaffold(root, "t", "p")[0].read_text()
    keys = {key for table in TABLES.values() for key in table}
    assert [key for key in sorted(keys) if not re.search(rf"\b{key}\b", text)] == []


def test_its_mistakes_fit_its_reference(root: Path) -> None:
    path, *_ = scaffold(root, "t", "p")
    problem = load_problem(path, root)
    reference = problem.reference("numpy").read_text()
    for mistake in problem.mistakes:
        assert [reference.count(old) for old in mistake.change] == [1] * len(mistake.change)


def test_its_python_passes_the_linter(root: Path) -> None:
    paths = [
        str(path) for path in scaffold(root, "t", "p") if path.suffix == ".py" and path.parent.name != "wrong"
    ]
    config = str(Path(__file__).parents[2] / "pyproject.toml")
    for command in (["check"], ["format", "--check"]):
        result = subprocess.run(
            [sys.executable, "-m", "ruff", *command, "--config", config, *paths],
            capture_output=True,
            text=True,
        )
        assert result.returncode == 0, result.stdout


def test_nothing_is_overwritten(root: Path) -> None:
    paths = scaffold(root, "t", "p")
    paths[1].write_text("mine")
    paths[0].unlink()
    with pytest.raises(BadInput, match="exists already"):
        scaffold(root, "t", "p")
    assert paths[1].read_text() == "mine"
    assert not paths[0].exists()  # nothing was written beside it


@pytest.mark.parametrize(
    ("topic", "problem_id"),
    [
        ("t", "A"),
        ("t", "a_b"),
        ("t", "a--b"),
        ("t", "../a"),
        ("t", ""),
        ("a-b", "p"),
        ("..", "p"),
        ("", "p"),
        ("t", "1a"),
    ],
)
def test_bad_names(root: Path, topic: str, problem_id: str) -> None:
    with pytest.raises(BadInput, match="cannot be the"):
        scaffold(root, topic, problem_id)
    assert not root.exists()


def test_a_folder_that_cannot_be_written(root: Path) -> None:
    root.parent.mkdir(exist_ok=True)
    root.write_text("a file")
    with pytest.raises(BadInput, match="cannot be written"):
        scaffold(root, "t", "p")
