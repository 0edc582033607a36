"""lora-linear against torch's linear layers with autograd, and against finite differences."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import numpy as np
import pytest

from graders.layers.lora_linear import reference_numpy


def drawn(n: int, d: int, m: int, r: int) -> list[Any]:
    """x, w, b, a, bb, dout."""
    rng = np.random.default_rng(6)
    shapes: list[tuple[int, ...]] = [(n, d), (m, d), (m,), (r, d), (m, r), (n, m)]
    return [rng.normal(0.5, 1, shape) for shape in shapes]


@pytest.mark.parametrize("framework", ["numpy", "torch"])
@pytest.mark.parametrize("sizes", [(4, 5, 3, 2), (1, 3, 6, 1), (3, 2, 4, 7)])
@pytest.mark.parametrize(("alpha", "bias"), [(3, True), (0.5, False)])
def test_agrees_with_torch_and_its_autograd(
    framework: str, sizes: tuple[int, int, int, int], alpha: float, bias: bool
) -> None:
    torch = pytest.importorskip("torch")
    arrays = drawn(*sizes)

    reference: Any = import_module(f"graders.layers.lora_linear.reference_{framework}")
    as_given = torch.from_numpy if framework == "torch" else np.asarray
    x, w, b, a, bb, dout = map(as_given, arrays)
    out = reference.lora_forward(x, w, b if bias else None, a, bb, alpha)
    da, dbb = reference.lora_grads(dout, x, a, bb, alpha)
    merged = reference.lora_merge(w, a, bb, alpha)

    linear = torch.nn.functional.linear
    x, w, b, a, bb, dout = (torch.from_numpy(each.copy()) for each in arrays)
    a.requires_grad_()
    bb.requires_grad_()
    b = b if bias else None
    want = linear(x, w, b) + linear(linear(x, a), bb) * (alpha / sizes[3])
    want.backward(dout)
    np.testing.assert_allclose(out, want.detach().numpy(), rtol=1e-11, atol=1e-12)
    np.testing.assert_allclose(da, a.grad.numpy(), rtol=1e-11, atol=1e-12)
    np.testing.assert_allclose(dbb, bb.grad.numpy(), rtol=1e-11, atol=1e-12)
    through_merged = linear(x, torch.as_tensor(merged), b)
    np.testing.assert_allclose(through_merged.numpy(), want.detach().numpy(), rtol=1e-11, atol=1e-12)


def test_gradients_agree_with_finite_differences() -> None:
    x, w, b, a, bb, dout = drawn(3, 4, 2, 3)
    gradients = reference_numpy.lora_grads(dout, x, a, bb, 5)
    for position, got in enumerate(gradients):
        for index in np.ndindex(got.shape):
            values = []
            for step in (1e-4, -1e-4):
                moved = [a.copy(), bb.copy()]
                moved[position][index] += step
                values.append(
                    float((reference_numpy.lora_forward(x, w, b, moved[0], moved[1], 5) * dout).sum())
                )
            assert got[index] == pytest.approx((values[0] - values[1]) / 2e-4, rel=1e-8, abs=1e-8)


def test_the_example_of_the_statement() -> None:
    x, w, b = np.array([[1.0, 2, 3]]), np.array([[1.0, 0, 0], [0, 1, 0]]), np.array([10.0, 20])
    a, bb, dout = np.array([[1.0, 0, 1], [0, 1, 0]]), np.array([[1.0, 0], [2, 1]]), np.array([[1.0, 2]])
    np.testing.assert_array_equal(reference_numpy.lora_forward(x, w, b, a, bb, 1), [[13, 27]])
    np.testing.assert_array_equal(reference_numpy.lora_merge(w, a, bb, 1), [[1.5, 0, 0.5], [1, 1.5, 1]])
    da, dbb = reference_numpy.lora_grads(dout, x, a, bb, 1)
    np.testing.assert_array_equal(da, [[2.5, 5, 7.5], [1, 2, 3]])
    np.testing.assert_array_equal(dbb, [[2, 1], [4, 2]])
