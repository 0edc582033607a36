"""transposed-conv2d against torch's conv_transpose2d, and as the adjoint of SciPy's correlation."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import numpy as np
import pytest

from graders.convolution.transposed_conv2d import reference_numpy

OPTIONS: list[dict[str, int]] = [
    {},
    {"stride": 2},
    {"stride": 4},
    {"padding": 1},
    {"stride": 2, "padding": 1, "output_padding": 1},
    {"stride": 3, "padding": 2, "output_padding": 2, "dilation": 2},
    {"dilation": 3, "output_padding": 1},
    {"stride": 3, "output_padding": 2},
]


@pytest.mark.parametrize("framework", ["numpy", "torch"])
@pytest.mark.parametrize(("c", "o"), [(3, 2), (2, 2), (1, 4)])
@pytest.mark.parametrize(
    ("hw", "k"), [((4, 6), (3, 5)), ((3, 4), (4, 3)), ((1, 3), (5, 5)), ((1, 1), (3, 4))]
)
@pytest.mark.parametrize("options", OPTIONS)
@pytest.mark.parametrize("bias", [False, True])
def test_agrees_with_torch(
    framework: str,
    c: int,
    o: int,
    hw: tuple[int, int],
    k: tuple[int, int],
    options: dict[str, int],
    bias: bool,
) -> None:
    torch = pytest.importorskip("torch")
    reference = import_module(f"graders.convolution.transposed_conv2d.reference_{framework}")
    rng = np.random.default_rng(9)
    arrays: list[Any] = [rng.normal(0.4, 1, (2, c, *hw)), rng.normal(0.2, 1, (c, o, *k))]
    arrays += [rng.normal(0, 1, o)] if bias else []
    tensors = [torch.from_numpy(a) for a in arrays]
    if any(
        options.get("stride", 1) * (n - 1)
        - 2 * options.get("padding", 0)
        + options.get("dilation", 1) * (size - 1)
        + options.get("output_padding", 0)
        < 0
        for n, size in zip(hw, k, strict=True)
    ):
        pytest.skip("nothing would be left")
    got = reference.conv_transpose2d(*(arrays if framework == "numpy" else tensors), **options)
    want = torch.nn.functional.conv_transpose2d(*tensors, **options)
    np.testing.assert_allclose(got, want.numpy(), rtol=1e-10, atol=1e-10)


@pytest.mark.parametrize("dilation", [1, 2])
@pytest.mark.parametrize("stride", [1, 2, 3])
def test_is_the_adjoint_of_a_convolution(stride: int, dilation: int) -> None:
    """<conv(z), x> = <z, conv_transpose(x)> for every z, with a convolution by SciPy."""
    signal = pytest.importorskip("scipy.signal")
    rng = np.random.default_rng(10)
    x, w = rng.normal(0, 1, (1, 3, 4, 5)), rng.normal(0, 1, (3, 2, 3, 2))
    transposed = reference_numpy.conv_transpose2d(x, w, stride=stride, dilation=dilation)
    z = rng.normal(0, 1, transposed.shape)
    spread = np.zeros((3, 2, 2 * dilation + 1, dilation + 1))
    spread[:, :, ::dilation, ::dilation] = w
    conv = [sum(signal.correlate2d(z[0, o], spread[c, o], mode="valid") for o in range(2)) for c in range(3)]
    gathered = np.stack(conv)[:, ::stride, ::stride]
    assert (gathered * x[0]).sum() == pytest.approx((z * transposed).sum(), rel=1e-10)


def test_the_example_of_the_statement() -> None:
    x, w = np.array([[[[1.0, 2]]]]), np.zeros((1, 1, 3, 3))
    w[0, 0, 1] = [1, 10, 100]
    examples: list[tuple[Any, list[int]]] = [
        ({"padding": 1}, [12, 120]),
        ({"stride": 2, "padding": 1}, [10, 102, 20]),
        ({"stride": 3, "padding": 1}, [10, 100, 2, 20]),
        ({"padding": 2, "dilation": 2}, [10, 20]),
    ]
    for options, row in examples:
        np.testing.assert_array_equal(reference_numpy.conv_transpose2d(x, w, **options)[0, 0], [row])
    out = reference_numpy.conv_transpose2d(x, w, np.array([0.5]), stride=2, padding=1, output_padding=1)
    np.testing.assert_array_equal(out[0, 0], [[10.5, 102.5, 20.5, 200.5], [0.5, 0.5, 0.5, 0.5]])
