"""lstm-cell against torch.nn.LSTMCell, one step and a sequence."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import numpy as np
import pytest

from graders.recurrent.lstm_cell import reference_numpy


@pytest.mark.parametrize(("n", "d", "h"), [(1, 1, 1), (3, 5, 2), (4, 8, 2), (2, 3, 7)])
@pytest.mark.parametrize("scale", [1.0, 1e4])
@pytest.mark.parametrize("framework", ["numpy", "torch"])
def test_follows_torch_over_a_sequence(n: int, d: int, h: int, scale: float, framework: str) -> None:
    torch = pytest.importorskip("torch")
    torch.manual_seed(3)
    cell = torch.nn.LSTMCell(d, h, dtype=torch.float64)
    xs = scale * torch.randn(12, n, d, dtype=torch.float64)
    theirs = torch.randn(n, h, dtype=torch.float64), 2 * torch.randn(n, h, dtype=torch.float64)
    weights: Any = [p.detach() for p in (cell.weight_ih, cell.weight_hh, cell.bias_ih, cell.bias_hh)]
    step: Any = import_module(f"graders.recurrent.lstm_cell.reference_{framework}").lstm_cell
    ours: Any = theirs
    inputs = xs
    if framework == "numpy":
        weights, ours, inputs = [w.numpy() for w in weights], [s.numpy() for s in theirs], xs.numpy()
    for x, same_x in zip(xs, inputs, strict=True):
        with torch.no_grad():
            theirs = cell(x, theirs)
        ours = step(same_x, *ours, *weights)
        for got, want in zip(ours, theirs, strict=True):
            np.testing.assert_allclose(got, want.numpy(), rtol=1e-9, atol=1e-12)


def test_the_example_of_the_statement() -> None:
    h, c = reference_numpy.lstm_cell(
        np.array([[1.0]]),
        np.array([[0.5]]),
        np.array([[-1.0]]),
        np.array([[1.0], [2.0], [3.0], [4.0]]),
        np.array([[2.0], [0.0], [-2.0], [-4.0]]),
        np.array([0.0, -1.0, 0.0, 0.0]),
        np.array([0.0, 0.0, -1.0, -1.0]),
    )
    np.testing.assert_allclose([h[0, 0], c[0, 0]], [-0.0440, -0.0603], atol=6e-5)
