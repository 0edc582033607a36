"""maxout against torch's amax with autograd, and finite differences; ties by hand."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import numpy as np
import pytest

from graders.activations.maxout import reference_numpy

SIZES = [(4, 3, 2, 5), (1, 2, 3, 4), (5, 1, 4, 1), (3, 4, 1, 2)]  # N, D, K, M


def draw(n: int, d: int, k: int, m: int) -> tuple[Any, ...]:
    """x, w, b and dout."""
    rng = np.random.default_rng(4)
    return tuple(rng.normal(-0.2, 1, shape) for shape in ((n, d), (k, d, m), (k, m), (n, m)))


@pytest.mark.parametrize("framework", ["numpy", "torch"])
@pytest.mark.parametrize("sizes", SIZES)
def test_values_and_gradients_are_torch_s(framework: str, sizes: tuple[int, int, int, int]) -> None:
    torch = pytest.importorskip("torch")
    x, w, b, dout = draw(*sizes)
    leaves = [torch.from_numpy(a.copy()).requires_grad_() for a in (x, w, b)]
    out = torch.amax(torch.einsum("nd,kdm->nkm", leaves[0], leaves[1]) + leaves[2], dim=1)
    out.backward(torch.from_numpy(dout))

    module: Any = import_module(f"graders.activations.maxout.reference_{framework}")
    given = [a if framework == "numpy" else torch.from_numpy(a) for a in (x, w, b, dout)]
    ours, cache = module.maxout_forward(*given[:3])
    np.testing.assert_allclose(ours, out.detach().numpy(), rtol=1e-12)
    for got, leaf in zip(module.maxout_backward(given[3], cache), leaves, strict=True):
        np.testing.assert_allclose(got, leaf.grad.numpy(), rtol=1e-11, atol=1e-14)


def test_gradients_by_finite_differences() -> None:
    *inputs, dout = draw(4, 3, 3, 2)
    gradients = reference_numpy.maxout_backward(dout, reference_numpy.maxout_forward(*inputs)[1])
    for array, gradient in zip(inputs, gradients, strict=True):
        for index in np.ndindex(array.shape):
            kept, totals = array[index], []
            for step in (1e-6, -1e-6):
                array[index] = kept + step
                totals.append((reference_numpy.maxout_forward(*inputs)[0] * dout).sum())
            array[index] = kept
            assert gradient[index] == pytest.approx((totals[0] - totals[1]) / 2e-6, abs=1e-7)


@pytest.mark.parametrize("framework", ["numpy", "torch"])
def test_a_tie_goes_to_the_lowest_piece(framework: str) -> None:
    torch = pytest.importorskip("torch")
    module: Any = import_module(f"graders.activations.maxout.reference_{framework}")
    arrays = np.ones((1, 1)), np.array([[[0.0]], [[2.0]], [[2.0]]]), np.zeros((3, 1)), np.full((1, 1), 7.0)
    given = [a if framework == "numpy" else torch.from_numpy(a) for a in arrays]
    _, cache = module.maxout_forward(*given[:3])
    dx, dw, db = module.maxout_backward(given[3], cache)
    assert dx.item() == 14
    assert np.asarray(dw).ravel().tolist() == [0, 7, 0]
    assert np.asarray(db).ravel().tolist() == [0, 7, 0]


def test_the_example_of_the_statement() -> None:
    x, w, b = np.array([[-1.0], [2.0]]), np.array([[[1.0]], [[-1.0]]]), np.array([[0.0], [0.5]])
    out, cache = reference_numpy.maxout_forward(x, w, b)
    dx, dw, db = reference_numpy.maxout_backward(np.array([[3.0], [10.0]]), cache)
    assert [a.ravel().tolist() for a in (out, dx, dw, db)] == [[1.5, 2], [-3, 10], [20, -3], [10, 3]]
