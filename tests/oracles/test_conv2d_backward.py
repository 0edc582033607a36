"""conv2d-backward against torch's conv2d with autograd, and against finite differences."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import numpy as np
import pytest

from graders.convolution.conv2d_backward import reference_numpy


def drawn(shape: tuple[int, ...], kernel: tuple[int, int], o: int) -> list[Any]:
    rng = np.random.default_rng(4)
    return [rng.normal(0.5, 1, shape), rng.normal(0.3, 1, (o, shape[1], *kernel)), rng.normal(1, 1, o)]


@pytest.mark.parametrize("framework", ["numpy", "torch"])
@pytest.mark.parametrize(("stride", "padding"), [(1, 0), (2, 0), (1, 3), (3, 2), (5, 1)])
@pytest.mark.parametrize(
    ("shape", "kernel", "o"),
    [((2, 3, 6, 7), (3, 2), 4), ((1, 1, 5, 8), (1, 4), 1), ((3, 2, 4, 5), (3, 3), 2)],
)
def test_agrees_with_torch_and_its_autograd(
    framework: str, stride: int, padding: int, shape: tuple[int, ...], kernel: tuple[int, int], o: int
) -> None:
    torch = pytest.importorskip("torch")
    arrays = drawn(shape, kernel, o)
    leaves = [torch.from_numpy(a.copy()).requires_grad_() for a in arrays]
    want = torch.nn.functional.conv2d(*leaves, stride=stride, padding=padding)
    dout = np.random.default_rng(5).normal(0.4, 1, want.shape)
    derived = torch.autograd.grad(want, leaves, torch.from_numpy(dout))

    reference: Any = import_module(f"graders.convolution.conv2d_backward.reference_{framework}")
    as_given = torch.from_numpy if framework == "torch" else np.asarray
    out, cache = reference.conv2d_forward(*map(as_given, arrays), stride=stride, padding=padding)
    gradients = reference.conv2d_backward(as_given(dout), cache)
    for got, expected in zip((out, *gradients), (want.detach(), *derived), strict=True):
        np.testing.assert_allclose(got, expected.numpy(), rtol=1e-10, atol=1e-10)


def test_gradients_agree_with_finite_differences() -> None:
    arrays = drawn((2, 2, 4, 5), (2, 3), 3)

    def forward(arguments: list[Any]) -> Any:
        x, w, b = arguments
        return reference_numpy.conv2d_forward(x, w, b, stride=2, padding=1)

    out, cache = forward(arrays)
    dout = np.random.default_rng(6).normal(0.4, 1, out.shape)
    for position, got in enumerate(reference_numpy.conv2d_backward(dout, cache)):
        assert got.shape == arrays[position].shape
        for index in np.ndindex(got.shape):
            values = []
            for step in (1e-5, -1e-5):
                moved = [a.copy() for a in arrays]
                moved[position][index] += step
                values.append(float((forward(moved)[0] * dout).sum()))
            assert got[index] == pytest.approx((values[0] - values[1]) / 2e-5, rel=1e-6, abs=1e-6)


def test_the_example_of_the_statement() -> None:
    x = np.array([[1.0, 2, 0], [0, 1, 3], [4, 0, 1]])[None, None]
    w, b = np.array([[1.0, 2], [0, -1]])[None, None], np.array([10.0])
    out, cache = reference_numpy.conv2d_forward(x, w, b)
    dx, dw, db = reference_numpy.conv2d_backward(np.array([[1.0, 0], [0, 2]])[None, None], cache)
    np.testing.assert_allclose(out[0, 0], [[14, 9], [12, 16]])
    np.testing.assert_allclose(dx[0, 0], [[1, 2, 0], [0, 1, 4], [0, 0, -2]])
    np.testing.assert_allclose(dw[0, 0], [[3, 8], [0, 3]])
    np.testing.assert_allclose(db, [3])
