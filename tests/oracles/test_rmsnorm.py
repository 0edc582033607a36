"""rmsnorm against torch's rms_norm with autograd, and against finite differences."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import numpy as np
import pytest

from graders.normalization.rmsnorm import reference_numpy

TOLERANCE = {"float64": 1e-9, "float32": 2e-5, "float16": 4e-3}


@pytest.mark.parametrize("framework", ["numpy", "torch"])
@pytest.mark.parametrize("shape", [(4, 3), (1, 6), (3, 2, 1), (2, 3, 5), (2, 1, 4, 3)])
@pytest.mark.parametrize(("dtype", "scale"), [("float64", 1), ("float32", 1), ("float16", 300)])
@pytest.mark.parametrize("eps", [1e-6, 0.2])
def test_agrees_with_torch_and_its_autograd(
    framework: str, shape: tuple[int, ...], dtype: str, scale: float, eps: float
) -> None:
    torch = pytest.importorskip("torch")
    rng = np.random.default_rng(5)
    x, weight, dout = (rng.normal(0.5, 1, each) for each in (shape, shape[-1:], shape))
    x.reshape(-1, shape[-1])[0], weight[0] = 0, 0
    arrays = [a.astype(dtype) for a in (scale * x, weight, dout)]

    reference: Any = import_module(f"graders.normalization.rmsnorm.reference_{framework}")
    given = [torch.from_numpy(a.copy()) if framework == "torch" else a for a in arrays]
    out, cache = reference.rmsnorm_forward(given[0], given[1], eps=eps)
    dx, dweight = reference.rmsnorm_backward(given[2], cache)

    # In float64 whatever comes in: that is what is meant to be computed.
    leaves = [torch.from_numpy(a.astype("float64")).requires_grad_() for a in arrays[:2]]
    want = torch.nn.functional.rms_norm(leaves[0], shape[-1:], leaves[1], eps)
    derived = torch.autograd.grad(want, leaves, torch.from_numpy(arrays[2].astype("float64")))
    for got, expected in zip((out, dx, dweight), (want.detach(), *derived), strict=True):
        assert str(got.dtype).endswith(dtype)
        largest = float(abs(expected).max())
        np.testing.assert_allclose(
            got, expected.numpy(), rtol=TOLERANCE[dtype], atol=TOLERANCE[dtype] * largest + 1e-7
        )


def test_gradients_agree_with_finite_differences() -> None:
    rng = np.random.default_rng(6)
    arguments: list[Any] = [rng.normal(0.5, 2, each) for each in ((2, 3, 4), (4,))]
    dout = rng.normal(1, 1, (2, 3, 4))
    gradients = reference_numpy.rmsnorm_backward(dout, reference_numpy.rmsnorm_forward(*arguments)[1])
    for position, got in enumerate(gradients):
        for index in np.ndindex(got.shape):
            values = []
            for step in (1e-5, -1e-5):
                moved = [a.copy() for a in arguments]
                moved[position][index] += step
                values.append(float((reference_numpy.rmsnorm_forward(*moved)[0] * dout).sum()))
            assert got[index] == pytest.approx((values[0] - values[1]) / 2e-5, rel=1e-6, abs=1e-6)


def test_the_example_of_the_statement() -> None:
    x, weight = np.array([[1.0, -1, 7, 7]]), np.array([1.0, 1, 2, 1])
    out, cache = reference_numpy.rmsnorm_forward(x, weight)
    dx, dweight = reference_numpy.rmsnorm_backward(np.array([[1.0, 0, 0, 0]]), cache)
    np.testing.assert_allclose(out, [[0.2, -0.2, 2.8, 1.4]], atol=1e-6)
    np.testing.assert_allclose(dx, [[0.198, 0.002, -0.014, -0.014]], atol=1e-6)
    np.testing.assert_allclose(dweight, [0.2, 0, 0, 0], atol=1e-6)
