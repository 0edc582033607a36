"""int8-quantize against torch's quantised tensors, and against sums of Python ints."""

from __future__ import annotations

from fractions import Fraction
from importlib import import_module
from typing import Any

import numpy as np
import pytest

from graders.layers.int8_quantize import reference_numpy


def reference(framework: str) -> tuple[Any, Any]:
    convert: Any = np.asarray if framework == "numpy" else pytest.importorskip("torch").from_numpy
    return import_module(f"graders.layers.int8_quantize.reference_{framework}"), convert


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("framework", ["numpy", "torch"])
@pytest.mark.parametrize("symmetric", [True, False])
@pytest.mark.parametrize("axis", [None, 0, 1, 2])
def test_agrees_with_torchs_quantised_tensors(framework: str, symmetric: bool, axis: int | None) -> None:
    torch = pytest.importorskip("torch")
    module, convert = reference(framework)
    x = np.random.default_rng(1).normal(0.4, 2, (3, 4, 5)).astype(np.float32)
    scale, zero_point = module.quant_params(convert(x), axis, symmetric)
    q = module.quantize(convert(2 * x), scale, zero_point, axis)  # half of the range is clipped
    s, z = torch.as_tensor(scale), torch.as_tensor(zero_point)
    if axis is None:
        expected = torch.quantize_per_tensor(torch.from_numpy(2 * x), float(s), int(z), torch.qint8)
    else:
        expected = torch.quantize_per_channel(torch.from_numpy(2 * x), s, z, axis, torch.qint8)
    np.testing.assert_array_equal(q, expected.int_repr().numpy())
    back = module.dequantize(q, scale, zero_point, axis)
    np.testing.assert_allclose(back, expected.dequantize().numpy(), rtol=1e-6)


@pytest.mark.parametrize("framework", ["numpy", "torch"])
@pytest.mark.parametrize("shift", [-9, 0, 9])
def test_the_parameters_make_the_ends_and_zero_fit(framework: str, shift: float) -> None:
    module, convert = reference(framework)
    for seed in range(20):
        x = np.random.default_rng(seed).normal(shift, 2, (2, 7))
        scale, zero_point = module.quant_params(convert(x), symmetric=False)
        ends = np.array([min(x.min(), 0), 0, max(x.max(), 0)])
        q = np.asarray(module.quantize(convert(ends), scale, zero_point)).tolist()
        assert q[0] == -128
        assert q[1] == int(zero_point)
        assert q[2] == 127 or (q[2] == 126 and abs(float(-128 - ends[0] / float(scale))) % 1 > 0.49)
        error = np.asarray(
            module.dequantize(module.quantize(convert(x), scale, zero_point), scale, zero_point)
        )
        assert abs(error - x).max() <= float(scale) * 1.01
        scale, zero_point = module.quant_params(convert(x))
        assert float(scale) == pytest.approx(float(max(abs(v) for v in x.ravel())) / 127)
        assert int(zero_point) == 0


@pytest.mark.parametrize("framework", ["numpy", "torch"])
@pytest.mark.parametrize(("n", "d", "m", "zx"), [(2, 3, 4, 5), (3, 512, 2, -128), (1, 7, 5, 127)])
def test_the_product_is_that_of_python_ints(framework: str, n: int, d: int, m: int, zx: int) -> None:
    module, convert = reference(framework)
    rng = np.random.default_rng(2)
    qx, qw = rng.integers(-128, 128, (n, d)).astype(np.int8), rng.integers(-127, 128, (m, d)).astype(np.int8)
    qx[0], qw[0], qw[-1] = 127, 127, -127
    sw = rng.uniform(0.01, 0.1, m)
    got = module.int8_matmul(convert(qx), convert(qw), 0.03, zx, convert(sw))
    for row, unit in np.ndindex(n, m):
        total = sum((a - zx) * b for a, b in zip(qx[row].tolist(), qw[unit].tolist(), strict=True))
        expected = Fraction(0.03) * Fraction(float(sw[unit])) * total
        assert float(got[row, unit]) == pytest.approx(float(expected), rel=1e-6)


def test_zeros_and_halves() -> None:
    zeros = np.zeros((2, 3))
    assert [float(a) for a in reference_numpy.quant_params(zeros)] == [1, 0]
    assert [float(a) for a in reference_numpy.quant_params(zeros, symmetric=False)] == [1, -128]
    halves = np.arange(-4, 5) + 0.5
    expected = [round(Fraction(v)) + 3 for v in halves.tolist()]
    assert reference_numpy.quantize(halves, 1.0, 3).tolist() == expected


def test_the_example_of_the_statement() -> None:
    x = np.array([-1, 0, 0.5, 3])
    scale, zero_point = reference_numpy.quant_params(x)
    assert (float(scale), int(zero_point)) == (3 / 127, 0)
    scale, zero_point = reference_numpy.quant_params(x, symmetric=False)
    assert float(scale) == pytest.approx(0.015686, abs=5e-7)
    assert int(zero_point) == -64
    q = reference_numpy.quantize(x, scale, zero_point)
    assert q.tolist() == [-128, -64, -32, 127]
    back = reference_numpy.dequantize(q, scale, zero_point)
    np.testing.assert_allclose(back, [-1.0039, 0, 0.5020, 2.9961], atol=5e-5)
    assert reference_numpy.quantize(np.array([0.25, 0.75, 90]), 0.5, 3).tolist() == [3, 5, 127]
    qx, qw = np.array([[100, -100]], np.int8), np.array([[127, 127], [1, -1]], np.int8)
    out = reference_numpy.int8_matmul(qx, qw, 0.5, 28, np.array([0.1, 1.0]))
    np.testing.assert_allclose(out, [[-355.6, 100]], rtol=1e-6)
