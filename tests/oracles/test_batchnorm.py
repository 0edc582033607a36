"""batchnorm against torch's batch_norm with autograd, and against finite differences."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from graders.normalization.batchnorm import reference_numpy

Array = NDArray[np.float64]
SHAPES = [(6, 3), (2, 5), (1, 4, 3, 2), (3, 1, 2, 5), (4, 3, 5, 2)]


def draw(shape: tuple[int, ...], seed: int = 0) -> dict[str, Array]:
    """Names as in the statement, channel 0 of gamma zero and channel 1 (where there is one) constant."""
    rng = np.random.default_rng(seed)
    channels = shape[1]
    x = rng.normal(2, 3, shape)
    x[:, 1:2] = 7
    gamma = rng.normal(size=channels)
    gamma[0] = 0 if channels > 1 else -1.5
    return {
        "x": x,
        "gamma": gamma,
        "beta": rng.normal(size=channels),
        "running_mean": rng.normal(size=channels),
        "running_var": rng.uniform(0.5, 2, channels),
        "dout": rng.normal(1, 1, shape),
    }


def forward(reference: Any, a: dict[str, Any], training: bool, **options: float) -> Any:
    return reference.batchnorm_forward(
        a["x"], a["gamma"], a["beta"], a["running_mean"], a["running_var"], training, **options
    )


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("training", [True, False])
@pytest.mark.parametrize("options", [{}, {"momentum": 0.35, "eps": 0.02}])
@pytest.mark.parametrize("framework", ["numpy", "torch"])
def test_agrees_with_torch_and_its_autograd(
    shape: tuple[int, ...], training: bool, options: dict[str, float], framework: str
) -> None:
    torch = pytest.importorskip("torch")
    a = draw(shape)
    t = {name: torch.from_numpy(array.copy()) for name, array in a.items()}
    given: dict[str, Any] = dict(a) if framework == "numpy" else t
    reference: Any = import_module(f"graders.normalization.batchnorm.reference_{framework}")
    out, mean, var, cache = forward(reference, given, training, **options)
    gradients = reference.batchnorm_backward(given["dout"], cache)

    leaves = [t[name].clone().requires_grad_() for name in ("x", "gamma", "beta")]
    running_mean, running_var = t["running_mean"].clone(), t["running_var"].clone()
    expected = torch.nn.functional.batch_norm(
        leaves[0], running_mean, running_var, leaves[1], leaves[2], training, **options
    )
    derived = torch.autograd.grad(expected, leaves, t["dout"])
    for got, want in zip((out, mean, var), (expected.detach(), running_mean, running_var), strict=True):
        np.testing.assert_allclose(got, want.numpy(), rtol=1e-10, atol=1e-10)
    for got, want in zip(gradients, derived, strict=True):
        np.testing.assert_allclose(got, want.numpy(), rtol=1e-8, atol=1e-8)


@pytest.mark.parametrize("shape", [(5, 3), (2, 3, 2, 2)])
@pytest.mark.parametrize("training", [True, False])
def test_gradients_agree_with_finite_differences(shape: tuple[int, ...], training: bool) -> None:
    a = draw(shape, seed=1)
    a["x"] = a["x"] + np.random.default_rng(2).normal(size=shape)  # a constant channel is too curved
    _, _, _, cache = forward(reference_numpy, a, training)
    gradients = reference_numpy.batchnorm_backward(a["dout"], cache)
    for name, got in zip(("x", "gamma", "beta"), gradients, strict=True):
        want = np.empty_like(a[name])
        for index in np.ndindex(want.shape):
            values = []
            for step in (1e-5, -1e-5):
                moved = {**a, name: a[name].copy()}
                moved[name][index] += step
                values.append(float((forward(reference_numpy, moved, training)[0] * a["dout"]).sum()))
            want[index] = (values[0] - values[1]) / 2e-5
        np.testing.assert_allclose(got, want, rtol=1e-6, atol=1e-6)


def test_the_example_of_the_statement() -> None:
    one = np.ones(1)
    x = np.array([[1.0], [3.0], [5.0], [7.0]])
    out, mean, var, cache = reference_numpy.batchnorm_forward(x, 2 * one, one, 0 * one, one, True)
    dx, dgamma, dbeta = reference_numpy.batchnorm_backward(np.array([[1.0], [0.0], [0.0], [0.0]]), cache)
    np.testing.assert_allclose(out.ravel(), [-1.6833, 0.1056, 1.8944, 3.6833], atol=6e-5)
    np.testing.assert_allclose(dx.ravel(), [0.2683, -0.3578, -0.0894, 0.1789], atol=6e-5)
    np.testing.assert_allclose([mean[0], var[0], dgamma[0], dbeta[0]], [0.4, 1.5667, -1.3416, 1.0], atol=6e-5)
