"""grouped-conv2d against torch's conv2d with groups, and against the weights of torch's modules."""

from __future__ import annotations

from fractions import Fraction
from importlib import import_module
from typing import Any

import numpy as np
import pytest

from graders.convolution.grouped_conv2d import reference_numpy

FRAMEWORKS = ["numpy", "torch"]


def loaded(framework: str) -> tuple[Any, Any]:
    """The reference, and what makes its arrays out of NumPy's."""
    module = import_module(f"graders.convolution.grouped_conv2d.reference_{framework}")
    return module, np.asarray if framework == "numpy" else pytest.importorskip("torch").from_numpy


@pytest.mark.parametrize("framework", FRAMEWORKS)
@pytest.mark.parametrize(("c", "o", "groups"), [(4, 6, 1), (4, 6, 2), (6, 9, 3), (5, 5, 5), (3, 12, 3)])
@pytest.mark.parametrize(("stride", "padding"), [(1, 0), (2, 1), (3, 2)])
@pytest.mark.parametrize("bias", [False, True])
def test_agrees_with_torch(
    framework: str, c: int, o: int, groups: int, stride: int, padding: int, bias: bool
) -> None:
    torch = pytest.importorskip("torch")
    reference, array = loaded(framework)
    rng = np.random.default_rng(3)
    x, w = rng.normal(0.5, 1, (2, c, 6, 7)), rng.normal(0.5, 1, (o, c // groups, 3, 4))
    b = rng.normal(0, 1, o) if bias else None
    got = reference.grouped_conv2d(
        array(x), array(w), None if b is None else array(b), groups, stride, padding
    )
    arguments = [None if a is None else torch.from_numpy(a) for a in (x, w, b)]
    want = torch.nn.functional.conv2d(*arguments, stride, padding, groups=groups)
    np.testing.assert_allclose(got, want.numpy(), rtol=1e-10, atol=1e-10)


@pytest.mark.parametrize("framework", FRAMEWORKS)
@pytest.mark.parametrize(("stride", "padding"), [(1, 0), (2, 1), (3, 2)])
def test_the_separable_layer_agrees_with_torch(framework: str, stride: int, padding: int) -> None:
    torch = pytest.importorskip("torch")
    reference, array = loaded(framework)
    rng = np.random.default_rng(4)
    x, w_dw, w_pw = (rng.normal(0.5, 1, shape) for shape in ((2, 3, 5, 6), (3, 1, 3, 2), (4, 3, 1, 1)))
    got = reference.depthwise_separable(array(x), array(w_dw), array(w_pw), stride=stride, padding=padding)
    filtered = torch.nn.functional.conv2d(
        torch.from_numpy(x), torch.from_numpy(w_dw), stride=stride, padding=padding, groups=3
    )
    want = torch.nn.functional.conv2d(filtered, torch.from_numpy(w_pw))
    np.testing.assert_allclose(got, want.numpy(), rtol=1e-10, atol=1e-10)


@pytest.mark.parametrize("framework", FRAMEWORKS)
@pytest.mark.parametrize(("c", "o", "groups"), [(5, 4, 2), (6, 7, 3), (2, 8, 4)])
def test_uneven_groups_are_refused(framework: str, c: int, o: int, groups: int) -> None:
    reference, array = loaded(framework)
    x, w = np.ones((2, c, 3, 3)), np.ones((o, max(1, c // groups), 2, 2))
    with pytest.raises(ValueError, match="split"):
        reference.grouped_conv2d(array(x), array(w), groups=groups)


@pytest.mark.parametrize("framework", FRAMEWORKS)
@pytest.mark.parametrize(("c_in", "c_out", "k"), [(64, 128, 3), (3, 7, 5), (1, 1, 1), (16, 2, 1)])
def test_the_saving_is_that_of_real_layers(framework: str, c_in: int, c_out: int, k: int) -> None:
    torch = pytest.importorskip("torch")

    def weights(*layers: Any) -> int:
        return sum(layer.weight.numel() for layer in layers)

    conv = torch.nn.Conv2d
    separable = weights(conv(c_in, c_in, k, groups=c_in), conv(c_in, c_out, 1))
    saving = loaded(framework)[0].separable_saving(c_in, c_out, k)
    assert saving == Fraction(separable, weights(conv(c_in, c_out, k)))
    assert type(saving) is Fraction


def test_the_example_of_the_statement() -> None:
    x = np.arange(1.0, 9).reshape(1, 4, 1, 2)
    w = np.array([[1.0, 0, 0, 1], [2, 0, 0, -1]]).reshape(2, 2, 1, 2)
    np.testing.assert_allclose(reference_numpy.grouped_conv2d(x, w, groups=2).ravel(), [5, 2])
    w_pw = np.array([1.0, 0, 0, -1]).reshape(1, 4, 1, 1)
    got = reference_numpy.depthwise_separable(x, np.ones((4, 1, 1, 2)), w_pw)
    np.testing.assert_allclose(got, np.full((1, 1, 1, 1), -12.0))
    assert reference_numpy.separable_saving(64, 128, 3) == Fraction(8768, 73728) == Fraction(137, 1152)
