"""A verdict: warm and cold, NumPy and torch, beside what a person would otherwise do (a pytest file)."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from benchmarks import plain_pytest, world
from benchmarks.rows import Row
from benchmarks.startup import DRILL, EMPTY
from benchmarks.timing import Command, medians
from drill.bank.bank import Bank, builtin_root
from drill.bank.schema import Framework, Problem

PLAIN = "adam-step"  # the problem whose cases also run as a plain pytest file
CORE = ("iou", "nms", "batchnorm", "conv-output-shape", "adam-step", "lstm-cell")


def solutions(folder: Path, problem: Problem) -> dict[Framework, Path]:
    """The references as a learner's files, by framework."""
    files: dict[Framework, Path] = {}
    for framework in problem.frameworks:
        file = folder / f"{problem.id}-{framework}.py"
        text = problem.reference(framework).read_text(encoding="utf-8")
        file.write_text(f"# drill: {problem.id} ({framework})\n{text}", encoding="utf-8")
        files[framework] = file
    return files


def imports(module: str, root: Path, environment: dict[str, str]) -> Command:
    return Command((sys.executable, "-c", f"import {module}"), environment, root)


def measure(root: Path, rounds: int) -> list[Row]:
    warm = world.environment(root / "warm", [], os.environ["PATH"])
    cold = {**world.environment(root / "cold", [], os.environ["PATH"]), "DRILL_IDLE_MINUTES": "0"}
    bank = Bank.open([builtin_root()], root / "cache")
    commands = {
        "E": Command(EMPTY, warm, root),
        "python": Command((sys.executable, "-c", "pass"), warm, root),
        "numpy": imports("numpy", root, warm),
        "torch": imports("torch", root, warm),
    }
    for name in CORE:
        for framework, file in solutions(root, bank.get(name)).items():
            commands[f"warm {name} {framework}"] = Command((DRILL, "submit", str(file)), warm, root)
            if name == PLAIN:
                commands[f"cold {framework}"] = Command((DRILL, "submit", str(file)), cold, root)
                test = plain_pytest.write(root / "plain" / framework, bank.get(name), framework)
                pytest = (sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", str(test))
                commands[f"pytest {framework}"] = Command(pytest, warm, test.parent)
    seconds = medians(commands, rounds)
    unit, python = seconds["E"], seconds["python"]
    numpy, torch = seconds["numpy"] - python, seconds["torch"] - python
    rows = [
        Row(f"{name.replace('warm', 'warm `submit`')}", seconds[name] / unit, 1.8, "E")
        for name in commands
        if name.startswith("warm")
    ]
    rows.append(
        Row("cold `submit`, NumPy, less import numpy", (seconds["cold numpy"] - numpy) / unit, 1.8, "E")
    )
    rows.append(
        Row("cold `submit`, torch", seconds["cold torch"] / (unit + torch), 1.2, "(E + import torch)")
    )
    for framework in ("numpy", "torch"):
        ratio = seconds[f"pytest {framework}"] / seconds[f"warm {PLAIN} {framework}"]
        rows.append(Row(f"the same cases as a plain pytest file, {framework}", ratio, None, "warm `submit`"))
    return rows
