"""linear-layer against torch's linear with autograd, and against finite differences."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import numpy as np
import pytest

from graders.layers.linear_layer import reference_numpy


@pytest.mark.parametrize("framework", ["numpy", "torch"])
@pytest.mark.parametrize(
    ("shape", "m"), [((4, 3), 5), ((1, 2), 2), ((3, 2, 4), 1), ((2, 3, 4, 5), 6), ((5, 1), 3)]
)
@pytest.mark.parametrize("bias", [True, False])
def test_agrees_with_torch_and_its_autograd(
    framework: str, shape: tuple[int, ...], m: int, bias: bool
) -> None:
    torch = pytest.importorskip("torch")
    rng = np.random.default_rng(3)
    x, dout = rng.normal(0.5, 2, shape), rng.normal(0.5, 2, (shape[0], m))
    w, b = rng.normal(0.5, 2, (m, x[0].size)), rng.normal(0.5, 2, m)

    reference: Any = import_module(f"graders.layers.linear_layer.reference_{framework}")
    as_given = torch.from_numpy if framework == "torch" else np.asarray
    out, cache = reference.linear_forward(as_given(x), as_given(w), as_given(b) if bias else None)
    dx, dw, db = reference.linear_backward(as_given(dout), cache)

    leaves = [torch.from_numpy(a.copy()).requires_grad_() for a in (x, w, b)]
    want = torch.nn.functional.linear(leaves[0].flatten(1), leaves[1], leaves[2] if bias else None)
    want.backward(torch.from_numpy(dout))
    np.testing.assert_allclose(out, want.detach().numpy(), rtol=1e-11)
    np.testing.assert_allclose(dx, leaves[0].grad.numpy(), rtol=1e-11)
    np.testing.assert_allclose(dw, leaves[1].grad.numpy(), rtol=1e-11)
    if bias:
        np.testing.assert_allclose(db, leaves[2].grad.numpy(), rtol=1e-11)
    else:
        assert db is None


def test_gradients_agree_with_finite_differences() -> None:
    rng = np.random.default_rng(4)
    arguments: list[Any] = [rng.normal(0.5, 1, each) for each in ((3, 2, 2), (5, 4), (5,))]
    dout = rng.normal(0.5, 1, (3, 5))
    gradients = reference_numpy.linear_backward(dout, reference_numpy.linear_forward(*arguments)[1])
    for position, got in enumerate(gradients):
        assert got is not None
        for index in np.ndindex(got.shape):
            values = []
            for step in (1e-4, -1e-4):
                moved = [a.copy() for a in arguments]
                moved[position][index] += step
                values.append(float((reference_numpy.linear_forward(*moved)[0] * dout).sum()))
            assert got[index] == pytest.approx((values[0] - values[1]) / 2e-4, rel=1e-8, abs=1e-8)


def test_the_example_of_the_statement() -> None:
    x, w = np.array([[1.0, 2, 3], [0, -1, 1]]), np.array([[1.0, 0, -1], [2, 1, 0]])
    b, dout = np.array([10.0, 20]), np.array([[1.0, 0], [2, -1]])
    out, cache = reference_numpy.linear_forward(x, w, b)
    dx, dw, db = reference_numpy.linear_backward(dout, cache)
    np.testing.assert_array_equal(out, [[8, 24], [9, 19]])
    np.testing.assert_array_equal(dx, [[1, 0, -1], [0, -1, -2]])
    np.testing.assert_array_equal(dw, [[1, 0, 5], [0, 1, -1]])
    assert db is not None
    np.testing.assert_array_equal(db, [3, -1])
