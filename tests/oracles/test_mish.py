"""mish against torch's mish with autograd, finite differences, and high-precision decimals."""

from __future__ import annotations

from decimal import Decimal, localcontext
from importlib import import_module
from typing import Any

import numpy as np
import pytest

from graders.activations.mish import reference_numpy


@pytest.mark.parametrize("framework", ["numpy", "torch"])
@pytest.mark.parametrize("dtype", ["float32", "float64"])
@pytest.mark.parametrize("shape", [(), (6,), (2, 3, 4)])
def test_values_and_gradients_are_torch_s(framework: str, dtype: str, shape: tuple[int, ...]) -> None:
    torch = pytest.importorskip("torch")
    rng = np.random.default_rng(8)
    x, dout = (np.array(rng.normal(0.5, 4, shape)).astype(dtype) for _ in range(2))
    x.flat[1:5] = [1e4, -1e4, 100, -100][: x.size - 1]
    leaf = torch.from_numpy(x.copy()).requires_grad_()
    out = torch.nn.functional.mish(leaf)
    out.backward(torch.from_numpy(dout))

    module: Any = import_module(f"graders.activations.mish.reference_{framework}")
    given, upstream = (x, dout) if framework == "numpy" else (torch.from_numpy(x), torch.from_numpy(dout))
    close: Any = {"rtol": 2e-5, "atol": 1e-6} if dtype == "float32" else {"rtol": 1e-10, "atol": 1e-14}
    np.testing.assert_allclose(module.mish(given), out.detach().numpy(), **close)
    np.testing.assert_allclose(module.mish_grad(upstream, given), leaf.grad.numpy(), **close)


@pytest.mark.parametrize("x", ["-600", "-75", "-40", "-18.5", "-3", "0.25", "7"])
def test_values_in_decimals(x: str) -> None:
    with localcontext() as context:
        context.prec = 300
        e = Decimal(x).exp()
        factor = e * (e + 2) / (e * (e + 2) + 2)
        slope = 4 * e * (e + 1) / (e * e + 2 * e + 2) ** 2
        value, derivative = float(Decimal(x) * factor), float(factor + Decimal(x) * slope)
    given = np.array([float(x)])
    assert reference_numpy.mish(given)[0] == pytest.approx(value, rel=1e-12, abs=0)
    assert reference_numpy.mish_grad(np.ones(1), given)[0] == pytest.approx(derivative, rel=1e-11, abs=0)


def test_gradient_by_finite_differences() -> None:
    x = np.linspace(-6, 6, 49)
    difference = (reference_numpy.mish(x + 1e-6) - reference_numpy.mish(x - 1e-6)) / 2e-6
    np.testing.assert_allclose(reference_numpy.mish_grad(np.ones_like(x), x), difference, atol=1e-8)


def test_the_example_of_the_statement() -> None:
    x = np.array([-40, -2, -1.1925, 0, 1])
    np.testing.assert_allclose(
        reference_numpy.mish(x), [-1.6993e-16, -0.2525, -0.3088, 0, 0.8651], rtol=2e-4, atol=1e-20
    )
    np.testing.assert_allclose(
        reference_numpy.mish_grad(np.full(5, 2.0), x), [-3.3137e-16, -0.2167, 0, 1.2, 2.0981], atol=5e-5
    )
    assert reference_numpy.mish_grad(np.full(1, 2.0), x[:1])[0] == pytest.approx(-3.3137e-16, rel=1e-4, abs=0)
