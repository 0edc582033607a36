"""causal-conv1d against torch's conv1d, with padding on one side for the causal form, and as a matrix."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import numpy as np
import pytest

from graders.convolution.causal_conv1d import reference_numpy


def reference(framework: str) -> tuple[Any, Any]:
    """The reference and what makes its arrays."""
    torch = pytest.importorskip("torch")
    module = import_module(f"graders.convolution.causal_conv1d.reference_{framework}")
    return module, torch.from_numpy if framework == "torch" else np.asarray


@pytest.mark.parametrize("framework", ["numpy", "torch"])
@pytest.mark.parametrize(
    ("k", "stride", "padding", "dilation"),
    [(3, 1, 0, 1), (4, 2, 3, 1), (3, 3, 1, 2), (1, 2, 2, 5), (2, 5, 0, 4), (5, 1, 6, 2)],
)
@pytest.mark.parametrize("biased", [False, True])
def test_agrees_with_torch(
    framework: str, k: int, stride: int, padding: int, dilation: int, biased: bool
) -> None:
    import torch

    module, as_given = reference(framework)
    rng = np.random.default_rng(3)
    x, w, b = rng.normal(1, 2, (2, 3, 13)), rng.normal(0, 1, (4, 3, k)), rng.normal(1, 1, 4)
    bias = as_given(b) if biased else None
    wide, narrow = torch.from_numpy(x), torch.from_numpy(w)
    expected_bias = torch.from_numpy(b) if biased else None

    got = module.conv1d(as_given(x), as_given(w), bias, stride, padding, dilation)
    want = torch.nn.functional.conv1d(wide, narrow, expected_bias, stride, padding, dilation)
    np.testing.assert_allclose(got, want, rtol=1e-12, atol=1e-12)

    causal = module.causal_conv1d(as_given(x), as_given(w), bias, dilation=dilation)
    front = torch.nn.functional.pad(wide, ((k - 1) * dilation, 0))
    want = torch.nn.functional.conv1d(front, narrow, expected_bias, dilation=dilation)
    np.testing.assert_allclose(causal, want, rtol=1e-12, atol=1e-12)

    buffer = as_given(np.zeros((2, 3, (k - 1) * dilation)))
    for t in range(x.shape[2]):
        y, buffer = module.stream_step(buffer, as_given(x)[:, :, t], as_given(w), bias, dilation)
        np.testing.assert_allclose(y, want[:, :, t], rtol=1e-12, atol=1e-12)
    np.testing.assert_array_equal(buffer, front[:, :, x.shape[2] :])


def test_the_causal_form_is_a_lower_triangular_matrix() -> None:
    w = np.random.default_rng(4).normal(0, 1, (1, 1, 3))
    columns = [reference_numpy.causal_conv1d(unit[None, None], w, dilation=2)[0, 0] for unit in np.eye(7)]
    matrix = np.stack(columns, axis=1)
    expected = sum(w[0, 0, i] * np.eye(7, k=-(2 - i) * 2) for i in range(3))
    np.testing.assert_allclose(matrix, expected)


@pytest.mark.parametrize("framework", ["numpy", "torch"])
def test_the_future_changes_nothing(framework: str) -> None:
    module, as_given = reference(framework)
    rng = np.random.default_rng(5)
    x, w = rng.normal(0, 1, (2, 3, 9)), as_given(rng.normal(0, 1, (4, 3, 3)))
    before = np.asarray(module.causal_conv1d(as_given(x.copy()), w, dilation=2))
    x[:, :, 6:] = 100
    after = np.asarray(module.causal_conv1d(as_given(x), w, dilation=2))
    np.testing.assert_array_equal(before[:, :, :6], after[:, :, :6])
    assert not np.allclose(before[:, :, 6:], after[:, :, 6:])


def test_the_example_of_the_statement() -> None:
    x, w = np.array([[[1.0, 2, 4, 8, 16]]]), np.array([[[1.0, 10]]])
    one, causal = reference_numpy.conv1d, reference_numpy.causal_conv1d
    stream_step: Any = reference_numpy.stream_step
    assert one(x, w).ravel().tolist() == [21, 42, 84, 168]
    assert one(x, w, stride=2, padding=1).ravel().tolist() == [10, 42, 168]
    assert causal(x, w).ravel().tolist() == [10, 21, 42, 84, 168]
    assert causal(x, w, dilation=2).ravel().tolist() == [10, 20, 41, 82, 164]
    buffer: Any = np.zeros((1, 1, 2))
    for sample, expected, kept in ((1.0, 10, [0, 1]), (2.0, 20, [1, 2]), (4.0, 41, [2, 4])):
        y, buffer = stream_step(buffer, np.array([[sample]]), w, dilation=2)
        assert y.item() == expected
        assert buffer.ravel().tolist() == kept
