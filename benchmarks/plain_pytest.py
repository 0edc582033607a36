"""What a person would otherwise do: the same hidden cases as a pytest file, in a fresh process."""

from __future__ import annotations

import pickle
import textwrap
from pathlib import Path

from drill.bank.schema import Framework, Problem
from drill.grading.cases import Grader

TEST = """
import pickle
from pathlib import Path
import numpy as np
import pytest
{imports}
from solution import *

CASES = pickle.loads(Path(__file__).with_name("cases.pickle").read_bytes())


def driver({names}):
{body}


def arrays(value):
    return {convert} if isinstance(value, np.ndarray) else value


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_case(case):
    inputs = {{name: arrays(value) for name, value in case["inputs"].items()}}
    if case["raises"]:
        with pytest.raises(Exception):
            driver(**inputs)
        return
    got = driver(**inputs)
    for name, (want, rtol, atol) in case["expected"].items():
        np.testing.assert_allclose(got[name] if isinstance(got, dict) else got, want, rtol=rtol, atol=atol)
"""


def write(folder: Path, problem: Problem, framework: Framework) -> Path:
    """A folder with the reference as `solution.py`, the drawn cases, and the pytest file (returned)."""
    grader = Grader(problem, framework)
    drawn = [grader.draw(case, seed=1) for case in grader.cases()]
    cases = [
        {
            "name": each.case.name,
            "inputs": each.inputs,
            "raises": each.case.raises,
            "expected": {name: (want.value, want.rtol, want.atol) for name, want in each.expected.items()},
        }
        for each in drawn
    ]
    folder.mkdir(parents=True)
    (folder / "cases.pickle").write_bytes(pickle.dumps(cases))
    (folder / "solution.py").write_bytes(problem.reference(framework).read_bytes())
    torch = framework == "torch"
    text = TEST.format(
        imports="import torch" if torch else "",
        names=", ".join(drawn[0].inputs),
        body=textwrap.indent(problem.driver or "", "    "),
        convert="torch.from_numpy(value.copy())" if torch else "value.copy()",
    )
    file = folder / "test_solution.py"
    file.write_text(text, encoding="utf-8")
    return file
