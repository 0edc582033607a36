"""softmax against SciPy, torch's autograd, and finite differences."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import numpy as np
import pytest

from graders.activations.softmax import reference_numpy

GRID = [((4,), -1), ((3, 5), 0), ((3, 5), 1), ((2, 4, 3), 1), ((2, 4, 3), -3), ((2, 3, 4, 2), -2)]


def draw(shape: tuple[int, ...]) -> Any:
    """Logits, a few of them huge."""
    x = np.random.default_rng(5).normal(1, 3, shape)
    x.flat[1:3] = [1e4, -1e4]
    return x


@pytest.mark.parametrize("framework", ["numpy", "torch"])
@pytest.mark.parametrize(("shape", "axis"), GRID)
def test_values_are_scipy_s(framework: str, shape: tuple[int, ...], axis: int) -> None:
    torch, special = pytest.importorskip("torch"), pytest.importorskip("scipy.special")
    module: Any = import_module(f"graders.activations.softmax.reference_{framework}")
    for x in (draw(shape), draw(shape) + 1e4, np.random.default_rng(0).normal(size=shape)):
        given = x if framework == "numpy" else torch.from_numpy(x)
        np.testing.assert_allclose(module.softmax(given, axis), special.softmax(x, axis), rtol=1e-12)
        np.testing.assert_allclose(module.log_softmax(given, axis), special.log_softmax(x, axis), rtol=1e-12)


@pytest.mark.parametrize("framework", ["numpy", "torch"])
@pytest.mark.parametrize(("shape", "axis"), GRID)
def test_backward_is_autograd_s(framework: str, shape: tuple[int, ...], axis: int) -> None:
    torch = pytest.importorskip("torch")
    rng = np.random.default_rng(9)
    x, dout = rng.normal(1, 2, shape), rng.normal(0.5, 1, shape)
    leaf = torch.from_numpy(x.copy()).requires_grad_()
    torch.softmax(leaf, axis).backward(torch.from_numpy(dout))
    module: Any = import_module(f"graders.activations.softmax.reference_{framework}")
    given, upstream = (x, dout) if framework == "numpy" else map(torch.from_numpy, (x, dout))
    dx = module.softmax_backward(upstream, module.softmax(given, axis), axis)
    np.testing.assert_allclose(dx, leaf.grad.numpy(), rtol=1e-10, atol=1e-14)


@pytest.mark.parametrize("framework", ["numpy", "torch"])
def test_masked_entries_are_as_if_left_out(framework: str) -> None:
    torch = pytest.importorskip("torch")
    inf = float("inf")
    x = np.array([[1, -inf, 3, 0.5], [-inf, 2, -inf, -inf], [-inf] * 4])
    module: Any = import_module(f"graders.activations.softmax.reference_{framework}")
    given = x if framework == "numpy" else torch.from_numpy(x)
    p = np.asarray(module.softmax(given))
    some = np.exp([1, 3, 0.5]) / np.exp([1, 3, 0.5]).sum()
    np.testing.assert_allclose(p[0], [some[0], 0, some[1], some[2]], rtol=1e-14)
    np.testing.assert_array_equal(p[1:], [[0, 1, 0, 0], [0, 0, 0, 0]])
    log_p = np.asarray(module.log_softmax(given[:2]))
    np.testing.assert_allclose(log_p[0], [np.log(some[0]), -inf, *np.log(some[1:])], rtol=1e-14)
    np.testing.assert_array_equal(log_p[1], [-inf, 0, -inf, -inf])


def test_backward_by_finite_differences() -> None:
    rng = np.random.default_rng(1)
    x, dout = rng.normal(size=(3, 4)), rng.normal(size=(3, 4))
    dx = reference_numpy.softmax_backward(dout, reference_numpy.softmax(x, 0), 0)
    for index in np.ndindex(x.shape):
        step = np.zeros_like(x)
        step[index] = 1e-6
        change = reference_numpy.softmax(x + step, 0) - reference_numpy.softmax(x - step, 0)
        assert dx[index] == pytest.approx((dout * change).sum() / 2e-6, abs=1e-8)


def test_the_example_of_the_statement() -> None:
    x = np.array([0.0, 1, 3])
    p = reference_numpy.softmax(x)
    np.testing.assert_allclose(p, [0.0420, 0.1142, 0.8438], atol=5e-5)
    np.testing.assert_allclose(reference_numpy.log_softmax(x), [-3.1698, -2.1698, -0.1698], atol=5e-5)
    dx = reference_numpy.softmax_backward(np.array([1.0, 0, 0]), p)
    np.testing.assert_allclose(dx, [0.0402, -0.0048, -0.0354], atol=5e-5)
