"""A small bank that loads, to be broken one line at a time."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

PROBLEM = '''\
id: scale
title: Scale and shift
topic: demo
difficulty: easy
minutes: 5
prerequisites: [elsewhere]
frameworks: [numpy, torch]
source: "A textbook, chapter 1"
statement: |
  Compute $a x + b$.
starter: |
  def scale(x, a, *, b=1.0):
      """x: (N, D)."""
      raise NotImplementedError
driver: |
  out = scale(x, a, b=b)
  return {"out": out, "sum": out.sum()}
cases:
  - {name: small, visible: true, n: 3}
  - name: float32, fortran
    n: 4
    d: 2
    dtype: float32
    layout: fortran
    shape: [1, [2, 3]]
    frameworks: [torch]
    tolerance: {rtol: 1e-3, sum: {atol: 1e-2}}
  - {name: none, n: 0, raises: ValueError}
mistakes:
  - name: forgot the shift
    says: You never added b.
    change: {" + b": ""}
  - name: loops
    says: Too slow.
    change: {"a * x": "sum(x for _ in range(a))"}
    verdict: time limit exceeded
forbid: [torch.addcmul]
allow: [einops]
tolerance: {float64: 1e-9, float32: 1e-5, atol: 1e-12, out: 1e-7}
limits: {seconds: 1.5, memory_mb: 512}
speed: {with: {n: 4096}, at_most: 50}
hints: [First, Second, Third]
followups:
  - {ask: Why?, answer: Because.}
equivalent:
  - {line: return a * x + b, change: return x * a + b, because: commutative}
'''

CASES = """\
def generate(rng, n, d=3, *, shape=()):
    return {"x": rng.normal(size=(n, d)), "a": 2.0, "b": 3.0}
"""

REFERENCE = """\
def scale(x, a, *, b=1.0):
    return a * x + b
"""


def write_problem(root: Path, text: str = PROBLEM, *, topic: str = "demo", name: str = "scale") -> Path:
    """Writes a problem with its grader folder; gives the YAML file."""
    path = root / "problems" / topic / f"{name}.yaml"
    graders = root / "graders" / topic / name.replace("-", "_")
    path.parent.mkdir(parents=True, exist_ok=True)
    graders.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    (graders / "cases.py").write_text(CASES)
    for framework in ("numpy", "torch"):
        (graders / f"reference_{framework}.py").write_text(REFERENCE)
    return path


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tmp_path / "bank"


@pytest.fixture
def problem_text() -> str:
    return PROBLEM


@pytest.fixture
def write(root: Path) -> Callable[..., Path]:
    """`write(text, topic=..., name=...)` in the fixture's bank gives the YAML file."""

    def write_into(text: str = PROBLEM, **where: str) -> Path:
        return write_problem(root, text, **where)

    return write_into


@pytest.fixture
def add() -> Callable[..., Path]:
    """`add(root, name, topic="demo", old="", new="")`: a problem of that name, `old` in it replaced."""

    def add_to(root: Path, name: str, topic: str = "demo", *, old: str = "", new: str = "") -> Path:
        text = PROBLEM.replace("id: scale", f"id: {name}").replace("topic: demo", f"topic: {topic}")
        return write_problem(root, text.replace(old, new) if old else text, topic=topic, name=name)

    return add_to
