"""relu-family against torch.nn.functional with autograd."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import numpy as np
import pytest

from graders.activations.relu_family import reference_numpy

SHAPES = [(4, 3), (2, 5, 3, 4), (1, 1, 2, 6)]


def draw(shape: tuple[int, ...]) -> tuple[Any, Any]:
    """x with zeros, tiny and huge values, and dout."""
    rng = np.random.default_rng(11)
    x = rng.normal(0.3, 2, shape)
    x.flat[:6] = [0.0, -0.0, 1e4, -1e4, 1e-13, -1e-13]
    return x, rng.normal(0.5, 1, shape)


def references(framework: str, *arrays: Any) -> tuple[Any, ...]:
    """The reference's module, and the arrays in its framework."""
    import torch

    module = import_module(f"graders.activations.relu_family.reference_{framework}")
    return module, *(a if framework == "numpy" else torch.from_numpy(a.copy()) for a in arrays)


@pytest.mark.parametrize("framework", ["numpy", "torch"])
@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("slope", [0.01, 0.0, 1.0, 2.5, -0.4])
@pytest.mark.parametrize("alpha", [1.0, 0.3, 2.0])
def test_elementwise_functions(framework: str, shape: tuple[int, ...], slope: float, alpha: float) -> None:
    torch = pytest.importorskip("torch")
    functional = torch.nn.functional
    x, dout = draw(shape)
    module, given, upstream = references(framework, x, dout)
    for theirs, ours, gradient, options in (
        (functional.relu, module.relu, module.relu_grad, {}),
        (
            lambda t: functional.leaky_relu(t, slope),
            module.leaky_relu,
            module.leaky_relu_grad,
            {"slope": slope},
        ),
        (lambda t: functional.elu(t, alpha), module.elu, module.elu_grad, {"alpha": alpha}),
    ):
        leaf = torch.from_numpy(x.copy()).requires_grad_()
        want = theirs(leaf)
        want.backward(torch.from_numpy(dout))
        np.testing.assert_allclose(ours(given, **options), want.detach().numpy(), rtol=1e-13)
        np.testing.assert_allclose(gradient(upstream, given, **options), leaf.grad.numpy(), rtol=1e-13)


@pytest.mark.parametrize("framework", ["numpy", "torch"])
@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("shared", [True, False])
def test_prelu(framework: str, shape: tuple[int, ...], shared: bool) -> None:
    torch = pytest.importorskip("torch")
    x, dout = draw(shape)
    alpha = np.random.default_rng(2).normal(0.2, 1, 1 if shared else shape[1])
    leaf, weight = (torch.from_numpy(a.copy()).requires_grad_() for a in (x, alpha))
    want = torch.nn.functional.prelu(leaf, weight)
    want.backward(torch.from_numpy(dout))

    module, given, upstream, slopes = references(framework, x, dout, alpha)
    dx, dalpha = module.prelu_grad(upstream, given, slopes)
    np.testing.assert_allclose(module.prelu(given, slopes), want.detach().numpy(), rtol=1e-13)
    np.testing.assert_allclose(dx, leaf.grad.numpy(), rtol=1e-13)
    np.testing.assert_allclose(dalpha, weight.grad.numpy(), rtol=1e-11)


def test_the_example_of_the_statement() -> None:
    x, dout, alpha = np.array([[-2.0], [0.0], [3.0]]), np.full((3, 1), 2.0), np.array([0.25])
    dx, dalpha = reference_numpy.prelu_grad(dout, x, alpha)
    for got, want in (
        (reference_numpy.relu(x), [0, 0, 3]),
        (reference_numpy.relu_grad(dout, x), [0, 0, 2]),
        (reference_numpy.leaky_relu(x), [-0.02, 0, 3]),
        (reference_numpy.leaky_relu_grad(dout, x), [0.02, 0.02, 2]),
        (reference_numpy.prelu(x, alpha), [-0.5, 0, 3]),
        (dx, [0.5, 0.5, 2]),
        (reference_numpy.elu(x), [-0.8647, 0, 3]),
        (reference_numpy.elu_grad(dout, x), [0.2707, 2, 2]),
    ):
        np.testing.assert_allclose(got[:, 0], want, atol=5e-5)
    np.testing.assert_allclose(dalpha, [-4])
