"""dropout against the formula value by value, autograd, and the expectation over many draws."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import numpy as np
import pytest

from graders.layers.dropout import reference_numpy


@pytest.mark.parametrize("framework", ["numpy", "torch"])
@pytest.mark.parametrize("training", [True, False])
@pytest.mark.parametrize("p", [0.0, 0.25, 0.6, 1.0])
def test_follows_the_formula_value_by_value(framework: str, training: bool, p: float) -> None:
    convert: Any = np.asarray if framework == "numpy" else pytest.importorskip("torch").from_numpy
    reference: Any = import_module(f"graders.layers.dropout.reference_{framework}")
    rng = np.random.default_rng(3)
    x, dout = rng.standard_normal((2, 3, 4)), rng.standard_normal((2, 3, 4))
    u = rng.integers(0, 8, x.shape) / 8
    out, cache = reference.dropout_forward(convert(x), p, convert(u), training)
    dx = reference.dropout_backward(convert(dout), cache)
    for at in np.ndindex(*x.shape):
        if not training:
            factor = 1.0
        elif u[at] < p:
            factor = 0.0
        else:
            factor = 1 / (1 - p)
        assert float(out[at]) == pytest.approx(x[at] * factor)
        assert float(dx[at]) == pytest.approx(dout[at] * factor)


def test_the_gradient_agrees_with_autograd() -> None:
    torch = pytest.importorskip("torch")
    reference: Any = import_module("graders.layers.dropout.reference_torch")
    x = torch.randn(4, 5, dtype=torch.float64, requires_grad=True)
    out, cache = reference.dropout_forward(x, 0.3, torch.rand(4, 5, dtype=torch.float64), True)
    dout = torch.randn(4, 5, dtype=torch.float64)
    (expected,) = torch.autograd.grad(out, x, dout)
    np.testing.assert_allclose(reference.dropout_backward(dout, cache), expected, rtol=1e-12)


@pytest.mark.parametrize("p", [0.1, 0.5, 0.8])
def test_keeps_the_expectation(p: float) -> None:
    rng = np.random.default_rng(4)
    x = np.array([1.0, -2.0, 0.5])
    many = np.broadcast_to(x, (100_000, 3))
    out, _ = reference_numpy.dropout_forward(many, p, rng.random(many.shape), True)
    np.testing.assert_allclose(out.mean(0), x, atol=0.05)
    np.testing.assert_allclose((out == 0).mean(0), p, atol=0.01)


@pytest.mark.parametrize("framework", ["numpy", "torch"])
@pytest.mark.parametrize("value", [np.inf, -np.inf, np.nan])
@pytest.mark.parametrize("p", [0.5, 1.0])
@pytest.mark.filterwarnings("ignore:invalid value")
def test_what_is_dropped_is_zero_whatever_it_was(framework: str, value: float, p: float) -> None:
    convert: Any = np.asarray if framework == "numpy" else pytest.importorskip("torch").from_numpy
    reference: Any = import_module(f"graders.layers.dropout.reference_{framework}")
    x, u = convert(np.array([value, 3.0])), convert(np.array([0.2, 0.7]))
    out, cache = reference.dropout_forward(x, p, u, True)
    expected = [0.0, 6.0 if p < 1 else 0.0]
    assert out.tolist() == expected
    assert reference.dropout_backward(x, cache).tolist() == expected


@pytest.mark.parametrize("training", [True, False])
@pytest.mark.parametrize("p", [-0.1, 1.1])
def test_a_p_outside_raises(training: bool, p: float) -> None:
    for framework in ("numpy", "torch"):
        if framework == "torch":
            pytest.importorskip("torch")
        reference: Any = import_module(f"graders.layers.dropout.reference_{framework}")
        with pytest.raises(ValueError, match="p is"):
            reference.dropout_forward(np.ones(2), p, np.ones(2) / 2, training)


def test_the_example_of_the_statement() -> None:
    x, u = np.array([2.0, -1, 3, 0]), np.array([0.8, 0.3, 0.75, 0.9])
    dout = np.array([1.0, 1, 0.5, -1])
    out, cache = reference_numpy.dropout_forward(x, 0.75, u, True)
    assert out.tolist() == [8, 0, 12, 0]
    assert reference_numpy.dropout_backward(dout, cache).tolist() == [4, 0, 2, -4]
    out, cache = reference_numpy.dropout_forward(x, 0.75, u, False)
    assert out.tolist() == x.tolist()
    assert reference_numpy.dropout_backward(dout, cache).tolist() == dout.tolist()
