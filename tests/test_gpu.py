"""The torch reference of every problem gives on CUDA what it gives on the CPU, within the tolerance."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import Any

import pytest
import torch

from drill.bank.bank import Bank, builtin_root
from drill.bank.load import load_problem
from drill.grading.cases import Grader
from drill.grading.compare import compare
from drill.grading.values import from_native, map_arrays

CUDA = pytest.param("cuda", marks=pytest.mark.gpu)
PATHS = sorted((builtin_root() / "problems").glob("*/*.yaml"))
PROBLEMS = [path for path in PATHS if path.parent.name != "tracks"]


def on(device: str, inputs: dict[str, Any]) -> dict[str, Any]:
    return {
        name: map_arrays(lambda array: torch.from_numpy(array.copy()).to(device), value)
        for name, value in inputs.items()
    }


@pytest.mark.parametrize("device", ["cpu", CUDA])
@pytest.mark.parametrize("path", PROBLEMS, ids=lambda path: path.stem)
def test_the_torch_reference_on(device: str, path: Path) -> None:
    if device == "cuda" and not torch.cuda.is_available():
        pytest.skip("no CUDA device")
    problem = load_problem(path, builtin_root())
    if "torch" not in problem.frameworks:
        pytest.skip("a NumPy problem")
    grader = Grader(problem, "torch")
    for case in grader.cases():
        drawn = grader.draw(case, seed=1)
        if case.raises is not None:
            with contextlib.suppress(Exception):
                grader.own.run(on(device, drawn.inputs))
                pytest.fail(f"{case.name}: {case.raises} is expected")
            continue
        tree = from_native(grader.own.run(on(device, drawn.inputs)))
        by_value = grader.check is None
        comparison, _ = compare(drawn.shape_of, drawn.expected, tree, "torch", values=by_value)
        assert comparison.differences == (), case.name
        if not by_value:
            assert grader.checked(drawn, tree) is None, case.name


def test_every_problem_is_here(tmp_path: Path) -> None:
    bank = Bank.open([builtin_root()], tmp_path)
    assert {summary.id for summary in bank.summaries()} == {path.stem for path in PROBLEMS}
