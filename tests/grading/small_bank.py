"""A bank of one small problem, written into a temporary folder."""

from __future__ import annotations

from pathlib import Path

from drill.bank.load import load_problem
from drill.bank.schema import Problem

YAML = """\
id: affine-sum
title: Affine map and sum
topic: basics
difficulty: easy
minutes: 5
prerequisites: []
frameworks: [numpy, torch]
source: "made for a test"
statement: Return x * w + shift, and the sum of its rows.
starter: |
  def affine(x, w, shift=1.0):
      '''x (N, D), w (D,); returns (out, total).'''
      raise NotImplementedError
driver: |
  out, total = affine(x, w, **options)
  if twice:
      out, total = affine(x, w, **options)
  return {"out": out, "total": total}
cases:
  - {name: small, visible: true, n: 2, d: 3}
  - {name: shifted, n: 4, d: 3, shift: 2.5, twice: true}
  - {name: single, n: 5, d: 2, shift: 0.5, dtype: float32}
  - {name: strided, n: 3, d: 4, layout: strided}
  - {name: no columns, n: 3, d: 0, raises: ValueError}
mistakes:
  - name: shift left out
    says: You did not add the shift.
    change: {"x * w + shift": "x * w"}
  - name: weights added
    says: You added the weights.
    change: {"x * w": "x + w"}
  - name: sum of columns
    says: You summed over the rows.
    change: {"out.sum(axis=1)": "out.sum(axis=0)"}
  - name: writes into x
    says: You changed x.
    change: {"out = x * w + shift": "x *= w; x += shift; out = x"}
forbid: [torch.nn.functional.linear, numpy.einsum]
tolerance: {float64: 1.0e-7, total: {atol: 1.0e-5}}
speed: {with: {n: 2000, d: 50}, at_most: 400}
hints: [one, two, three]
"""

CASES = """\
import numpy as np


def generate(rng, n, d, shift=None, twice=False):
    options = {} if shift is None else {"shift": shift}
    x, w = 2 + rng.standard_normal((n, d)), rng.uniform(1, 2, d)
    return {"x": x, "w": w, "options": options, "twice": twice}
"""

NUMPY = """\
import numpy as np


def affine(x, w, shift=1.0):
    if w.size == 0:
        raise ValueError("no columns")
    out = x * w + shift
    return out, out.sum(axis=1)
"""

TORCH = (
    NUMPY.replace("import numpy as np", "import torch").replace("w.size", "w.numel()").replace("axis", "dim")
)

RIGHT = """\
import numpy as np


def affine(x, w, shift=1.0):
    if len(w) == 0:
        raise ValueError
    rows = [[a * b + shift for a, b in zip(row, w)] for row in x]
    return np.array(rows, x.dtype), np.array([sum(row) for row in rows], x.dtype)
"""

WRONG = "# wrong answer\n" + NUMPY.replace("x * w + shift", "shift * (x * w) + 1")


def write(root: Path, yaml: str = YAML, cases: str = CASES, numpy: str = NUMPY, torch: str = TORCH) -> Path:
    """The bank's root."""
    graders = root / "graders" / "basics" / "affine_sum"
    files = {
        root / "problems" / "basics" / "affine-sum.yaml": yaml,
        graders / "cases.py": cases,
        graders / "reference_numpy.py": numpy,
        graders / "reference_torch.py": torch,
        graders / "right" / "loops.py": RIGHT,
        graders / "wrong" / "scaled_shift.py": WRONG,
    }
    for path, text in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


def problem(root: Path) -> Problem:
    return load_problem(root / "problems" / "basics" / "affine-sum.yaml", root)
