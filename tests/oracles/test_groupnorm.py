"""groupnorm against torch's group_norm and instance_norm with autograd, and against finite differences."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import numpy as np
import pytest

from graders.normalization.groupnorm import reference_numpy


@pytest.mark.parametrize("framework", ["numpy", "torch"])
@pytest.mark.parametrize(
    ("shape", "groups"), [((2, 6, 3, 4), 2), ((3, 6, 2, 5), 3), ((1, 4, 5, 2), 1), ((2, 3, 4, 2), 3)]
)
@pytest.mark.parametrize("eps", [1e-5, 0.1])
def test_agrees_with_torch_and_its_autograd(
    framework: str, shape: tuple[int, ...], groups: int, eps: float
) -> None:
    torch = pytest.importorskip("torch")
    rng = np.random.default_rng(7)
    x, gamma, beta, dout = (rng.normal(0.5, 2, each) for each in (shape, shape[1], shape[1], shape))

    reference: Any = import_module(f"graders.normalization.groupnorm.reference_{framework}")
    as_given = torch.from_numpy if framework == "torch" else np.asarray
    out, cache = reference.groupnorm_forward(as_given(x), groups, as_given(gamma), as_given(beta), eps=eps)
    gradients = reference.groupnorm_backward(as_given(dout), cache)

    leaves = [torch.from_numpy(a.copy()).requires_grad_() for a in (x, gamma, beta)]
    want = torch.nn.functional.group_norm(leaves[0], groups, leaves[1], leaves[2], eps)
    derived = torch.autograd.grad(want, leaves, torch.from_numpy(dout))
    for got, expected in zip((out, *gradients), (want.detach(), *derived), strict=True):
        np.testing.assert_allclose(got, expected.numpy(), rtol=1e-9, atol=1e-9)
    instance = torch.nn.functional.instance_norm(torch.from_numpy(x), eps=eps)
    np.testing.assert_allclose(reference.instancenorm(as_given(x), eps), instance.numpy(), atol=1e-10)


@pytest.mark.parametrize("groups", [1, 2, 4])
def test_gradients_agree_with_finite_differences(groups: int) -> None:
    rng = np.random.default_rng(8)
    arguments: list[Any] = [rng.normal(0.5, 2, each) for each in ((2, 4, 2, 3), (4,), (4,))]
    dout = rng.normal(1, 1, (2, 4, 2, 3))

    def forward(x: Any, gamma: Any, beta: Any) -> Any:
        return reference_numpy.groupnorm_forward(x, groups, gamma, beta)

    gradients = reference_numpy.groupnorm_backward(dout, forward(*arguments)[1])
    for position, got in enumerate(gradients):
        for index in np.ndindex(got.shape):
            values = []
            for step in (1e-5, -1e-5):
                moved = [a.copy() for a in arguments]
                moved[position][index] += step
                values.append(float((forward(*moved)[0] * dout).sum()))
            assert got[index] == pytest.approx((values[0] - values[1]) / 2e-5, rel=1e-6, abs=1e-6)


def test_the_example_of_the_statement() -> None:
    x = np.array([[1.0, 3], [5, 7], [0, 2], [2, 0]]).reshape(1, 4, 1, 2)
    gamma, beta, dout = np.array([1.0, 2, 1, 1]), np.array([0.0, 0, 0, 10]), np.zeros_like(x)
    dout[0, 0, 0, 0] = 1
    out, cache = reference_numpy.groupnorm_forward(x, 2, gamma, beta)
    dx, dgamma, dbeta = reference_numpy.groupnorm_backward(dout, cache)
    np.testing.assert_allclose(out.ravel(), [-1.3416, -0.4472, 0.8944, 2.6833, -1, 1, 11, 9], atol=6e-5)
    np.testing.assert_allclose(dx.ravel(), [0.1342, -0.1789, -0.0447, 0.0894, 0, 0, 0, 0], atol=6e-5)
    np.testing.assert_allclose(dgamma, [-1.3416, 0, 0, 0], atol=6e-5)
    np.testing.assert_allclose(dbeta, [1, 0, 0, 0], atol=6e-5)
    np.testing.assert_allclose(
        reference_numpy.instancenorm(x).ravel(), [-1, 1, -1, 1, -1, 1, 1, -1], atol=6e-5
    )
