"""deformable-conv2d against SciPy's interpolation, a sum over all pixels, and torch's convolution."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import numpy as np
import pytest

from graders.convolution.deformable_conv2d import reference_numpy

OPTIONS: list[dict[str, int]] = [
    {},
    {"padding": 1},
    {"stride": 2, "padding": 2},
    {"dilation": 2, "padding": 1},
    {"stride": 2, "padding": 1, "dilation": 2},
]


def computed(framework: str, arrays: list[Any], options: dict[str, int]) -> Any:
    module = import_module(f"graders.convolution.deformable_conv2d.reference_{framework}")
    if framework == "torch":
        arrays = [pytest.importorskip("torch").from_numpy(a) for a in arrays]
    return np.asarray(module.deform_conv2d(*arrays, **options))


def drawn(scale: float, stride: int = 1, padding: int = 0, dilation: int = 1) -> list[Any]:
    """x, offset, w and b for two images of 5 x 6 and kernels of 3 x 2."""
    rng = np.random.default_rng(11)
    h_out = (5 + 2 * padding - dilation * 2 - 1) // stride + 1
    w_out = (6 + 2 * padding - dilation - 1) // stride + 1
    shapes = (2, 3, 5, 6), (2, 12, h_out, w_out), (4, 3, 3, 2), (4,)
    x, offset, w, b = (rng.normal(0.3, 1, shape) for shape in shapes)
    return [x, scale * offset, w, b]


@pytest.mark.parametrize("framework", ["numpy", "torch"])
@pytest.mark.parametrize("options", OPTIONS)
@pytest.mark.parametrize("scale", [0.3, 2.0, 1e4])
def test_agrees_with_an_interpolation_by_scipy(framework: str, options: dict[str, int], scale: float) -> None:
    ndimage = pytest.importorskip("scipy.ndimage")
    x, offset, w, b = arrays = drawn(scale, **options)
    stride, padding, dilation = (
        options.get(name, default) for name, default in (("stride", 1), ("padding", 0), ("dilation", 1))
    )
    border = 3  # of zeros, so that what lies beyond an edge is interpolated with zeros
    wide = np.pad(x, [(0, 0), (0, 0), (border, border), (border, border)])
    want = np.zeros((2, 4, *offset.shape[2:]))
    for n, u, v in np.ndindex(2, 3, 2):
        channel = 2 * (2 * u + v)
        rows = stride * np.arange(want.shape[2])[:, None] - padding + u * dilation + offset[n, channel]
        columns = stride * np.arange(want.shape[3]) - padding + v * dilation + offset[n, channel + 1]
        for o, c in np.ndindex(4, 3):
            at = [rows + border, columns + border]
            sampled = ndimage.map_coordinates(wide[n, c], at, order=1, mode="constant", cval=0.0)
            want[n, o] += w[o, c, u, v] * sampled
    want += b[:, None, None]
    np.testing.assert_allclose(computed(framework, arrays, options), want, rtol=1e-9, atol=1e-9)


@pytest.mark.parametrize("framework", ["numpy", "torch"])
@pytest.mark.parametrize("options", OPTIONS)
def test_agrees_with_a_sum_over_all_pixels(framework: str, options: dict[str, int]) -> None:
    """Equation 3 of the paper as it stands: the weight of a pixel is max(0, 1 - |distance|) on each axis."""
    x, offset, w, b = arrays = drawn(1.5, **options)
    stride, padding, dilation = (
        options.get(name, default) for name, default in (("stride", 1), ("padding", 0), ("dilation", 1))
    )
    want = np.zeros((2, 4, *offset.shape[2:])) + b[:, None, None]
    for n, y, z, u, v in np.ndindex(2, *offset.shape[2:], 3, 2):
        channel = 2 * (u * 2 + v)
        row = y * stride - padding + u * dilation + offset[n, channel, y, z]
        column = z * stride - padding + v * dilation + offset[n, channel + 1, y, z]
        for i, j in np.ndindex(5, 6):
            weight = max(0.0, 1 - abs(i - row)) * max(0.0, 1 - abs(j - column))
            want[n, :, y, z] += weight * (w[:, :, u, v] @ x[n, :, i, j])
    np.testing.assert_allclose(computed(framework, arrays, options), want, rtol=1e-9, atol=1e-9)


@pytest.mark.parametrize("framework", ["numpy", "torch"])
@pytest.mark.parametrize("options", OPTIONS)
def test_is_a_convolution_without_offsets(framework: str, options: dict[str, int]) -> None:
    torch = pytest.importorskip("torch")
    x, offset, w, b = arrays = drawn(0.0, **options)
    want = torch.nn.functional.conv2d(*map(torch.from_numpy, (x, w, b)), **options)
    assert want.shape[2:] == offset.shape[2:]
    np.testing.assert_allclose(computed(framework, arrays, options), want.numpy(), rtol=1e-10, atol=1e-10)


@pytest.mark.parametrize("framework", ["numpy", "torch"])
def test_whole_offsets_shift_the_image(framework: str) -> None:
    torch = pytest.importorskip("torch")
    x, offset, w, b = drawn(0.0, padding=1)
    offset[:, 0::2], offset[:, 1::2] = 1, -2  # one row further down, two columns to the left
    shifted = np.pad(x, [(0, 0), (0, 0), (4, 4), (4, 4)])[:, :, 4:11, 1:9]  # with a border of 1
    want = torch.nn.functional.conv2d(*map(torch.from_numpy, (shifted, w, b)))
    got = computed(framework, [x, offset, w, b], {"padding": 1})
    np.testing.assert_allclose(got, want.numpy(), rtol=1e-10, atol=1e-10)


def test_the_example_of_the_statement() -> None:
    x = np.array([[[[0.0, 10], [20, 30]]]])
    w = np.array([[[[1.0, 100]]]])
    offset = np.array([[0.5, 0], [0, -0.5], [0, 0.5], [-0.25, 0]]).reshape(1, 4, 2, 1)
    out = reference_numpy.deform_conv2d(x, offset, w)
    np.testing.assert_allclose(out.ravel(), [760, 1510])
