"""sigmoid-tanh against SciPy's expit, torch's tanh, autograd and high-precision decimals."""

from __future__ import annotations

from decimal import Decimal
from importlib import import_module
from typing import Any

import numpy as np
import pytest

from graders.activations.sigmoid_tanh import reference_numpy


@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_forward_is_expit_and_tanh(dtype: str) -> None:
    special = pytest.importorskip("scipy.special")
    wide = np.array([0.0, -0.0, 1e4, -1e4, 800, -800, 1e-20])
    x = np.concatenate([wide, np.linspace(-40, 40, 801)]).astype(dtype)
    rtol = 1e-6 if dtype == "float32" else 1e-14
    for ours, theirs in (
        (reference_numpy.sigmoid_forward(x)[0], special.expit(x)),
        (reference_numpy.tanh_forward(x)[0], np.tanh(x)),
    ):
        assert ours.dtype == x.dtype
        np.testing.assert_allclose(ours, theirs, rtol=rtol, atol=1e-7 if dtype == "float32" else 1e-15)


@pytest.mark.parametrize("name", ["sigmoid", "tanh"])
@pytest.mark.parametrize("framework", ["numpy", "torch"])
@pytest.mark.parametrize("shape", [(), (5,), (2, 3, 4)])
def test_gradients_are_autograd_s(name: str, framework: str, shape: tuple[int, ...]) -> None:
    torch = pytest.importorskip("torch")
    rng = np.random.default_rng(3)
    x, dout = np.array(rng.normal(0.5, 4, shape)), np.array(rng.normal(size=shape))
    leaf = torch.from_numpy(x.copy()).requires_grad_()
    out = getattr(torch, name)(leaf)
    out.backward(torch.from_numpy(dout))

    module: Any = import_module(f"graders.activations.sigmoid_tanh.reference_{framework}")
    given = (x, dout) if framework == "numpy" else (torch.from_numpy(x), torch.from_numpy(dout))
    ours, cache = getattr(module, f"{name}_forward")(given[0])
    dx = getattr(module, f"{name}_backward")(given[1], cache)
    np.testing.assert_allclose(ours, out.detach().numpy(), rtol=1e-12)
    np.testing.assert_allclose(dx, leaf.grad.numpy(), rtol=1e-7, atol=1e-14)


@pytest.mark.parametrize("x", ["-800", "-30", "-2", "0", "0.5", "19"])
def test_values_in_decimals(x: str) -> None:
    exact = 1 / (1 + (-Decimal(x)).exp())
    ours = reference_numpy.sigmoid_forward(np.array([float(x)]))[0][0]
    assert ours == pytest.approx(float(exact), rel=1e-14, abs=1e-300)


def test_the_example_of_the_statement() -> None:
    x = np.array([-2, 0, 0.5, 1e4])
    s, cache = reference_numpy.sigmoid_forward(x)
    np.testing.assert_allclose(s, [0.1192, 0.5, 0.6225, 1], atol=5e-5)
    np.testing.assert_allclose(
        reference_numpy.sigmoid_backward(np.ones(4), cache), [0.105, 0.25, 0.235, 0], atol=5e-5
    )
    t, cache = reference_numpy.tanh_forward(x)
    np.testing.assert_allclose(t, [-0.9640, 0, 0.4621, 1], atol=5e-5)
    np.testing.assert_allclose(
        reference_numpy.tanh_backward(np.ones(4), cache), [0.0707, 1, 0.7864, 0], atol=5e-5
    )
