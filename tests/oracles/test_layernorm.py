"""layernorm against torch's layer_norm with autograd, and against finite differences."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import numpy as np
import pytest

from graders.normalization.layernorm import reference_numpy


@pytest.mark.parametrize("framework", ["numpy", "torch"])
@pytest.mark.parametrize("shape", [(4, 3), (1, 6), (3, 2, 1), (2, 3, 5), (2, 1, 4, 3)])
@pytest.mark.parametrize("options", [{}, {"eps": 0.02}])
def test_agrees_with_torch_and_its_autograd(
    framework: str, shape: tuple[int, ...], options: dict[str, float]
) -> None:
    torch = pytest.importorskip("torch")
    rng = np.random.default_rng(3)
    x, gamma, beta, dout = (rng.normal(0.5, 2, each) for each in (shape, shape[-1:], shape[-1:], shape))
    gamma[0], x.reshape(-1, shape[-1])[0] = 0, 7

    reference: Any = import_module(f"graders.normalization.layernorm.reference_{framework}")
    as_given = torch.from_numpy if framework == "torch" else np.asarray
    out, cache = reference.layernorm_forward(as_given(x), as_given(gamma), as_given(beta), **options)
    gradients = reference.layernorm_backward(as_given(dout), cache)

    leaves = [torch.from_numpy(a.copy()).requires_grad_() for a in (x, gamma, beta)]
    want = torch.nn.functional.layer_norm(leaves[0], shape[-1:], leaves[1], leaves[2], **options)
    np.testing.assert_allclose(out, want.detach().numpy(), rtol=1e-10, atol=1e-10)
    derived = torch.autograd.grad(want, leaves, torch.from_numpy(dout))
    for got, expected in zip(gradients, derived, strict=True):
        np.testing.assert_allclose(got, expected.numpy(), rtol=1e-9, atol=1e-9)


@pytest.mark.parametrize("shape", [(3, 4), (2, 2, 3)])
def test_gradients_agree_with_finite_differences(shape: tuple[int, ...]) -> None:
    rng = np.random.default_rng(4)
    arguments: list[Any] = [rng.normal(0.5, 2, each) for each in (shape, shape[-1:], shape[-1:])]
    dout = rng.normal(1, 1, shape)
    gradients = reference_numpy.layernorm_backward(dout, reference_numpy.layernorm_forward(*arguments)[1])
    for position, got in enumerate(gradients):
        for index in np.ndindex(got.shape):
            values = []
            for step in (1e-5, -1e-5):
                moved = [a.copy() for a in arguments]
                moved[position][index] += step
                values.append(float((reference_numpy.layernorm_forward(*moved)[0] * dout).sum()))
            assert got[index] == pytest.approx((values[0] - values[1]) / 2e-5, rel=1e-6, abs=1e-6)


def test_the_example_of_the_statement() -> None:
    x, gamma, beta = np.array([[1.0, 2, 6]]), np.array([1.0, 2, 3]), np.array([0.0, 0, 1])
    out, cache = reference_numpy.layernorm_forward(x, gamma, beta)
    dx, dgamma, dbeta = reference_numpy.layernorm_backward(np.array([[1.0, 0, 0]]), cache)
    np.testing.assert_allclose(out, [[-0.9258, -0.9258, 5.1662]], atol=6e-5)
    np.testing.assert_allclose(dx, [[0.1763, -0.2204, 0.0441]], atol=6e-5)
    np.testing.assert_allclose(dgamma, [-0.9258, 0, 0], atol=6e-5)
    np.testing.assert_allclose(dbeta, [1, 0, 0], atol=6e-5)
