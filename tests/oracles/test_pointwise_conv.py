"""pointwise-conv against torch's conv2d and linear, and against the weights of torch's modules."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import numpy as np
import pytest

from graders.convolution.pointwise_conv import reference_numpy

FRAMEWORKS = ["numpy", "torch"]


def loaded(framework: str) -> tuple[Any, Any]:
    """The reference, and what makes its arrays out of NumPy's."""
    module = import_module(f"graders.convolution.pointwise_conv.reference_{framework}")
    return module, np.asarray if framework == "numpy" else pytest.importorskip("torch").from_numpy


@pytest.mark.parametrize("framework", FRAMEWORKS)
@pytest.mark.parametrize(("c", "o"), [(3, 5), (4, 4), (6, 1), (1, 2)])
@pytest.mark.parametrize("hw", [(4, 7), (1, 1), (5, 2)])
@pytest.mark.parametrize("stride", [1, 2, 3])
@pytest.mark.parametrize("bias", [False, True])
def test_agrees_with_torch(
    framework: str, c: int, o: int, hw: tuple[int, int], stride: int, bias: bool
) -> None:
    torch = pytest.importorskip("torch")
    reference, array = loaded(framework)
    rng = np.random.default_rng(5)
    arrays = [rng.normal(0.5, 1, (2, c, *hw)), rng.normal(0.5, 1, (o, c, 1, 1))]
    arrays += [rng.normal(0, 1, o)] if bias else []
    got = reference.conv1x1(*map(array, arrays), stride=stride)
    want = torch.nn.functional.conv2d(*map(torch.from_numpy, arrays), stride=stride)
    np.testing.assert_allclose(got, want.numpy(), rtol=1e-10, atol=1e-10)


@pytest.mark.parametrize("framework", FRAMEWORKS)
@pytest.mark.parametrize("chw", [(3, 2, 4), (1, 3, 2), (5, 1, 1)])
def test_the_kernels_give_what_the_linear_layer_gives(framework: str, chw: tuple[int, ...]) -> None:
    torch = pytest.importorskip("torch")
    reference, array = loaded(framework)
    rng = np.random.default_rng(6)
    w, b, maps = rng.normal(0, 1, (4, np.prod(chw))), rng.normal(0, 1, 4), rng.normal(0, 1, (3, *chw))
    kernel, bias = (torch.as_tensor(a) for a in reference.fc_to_conv(array(w), array(b), *chw))
    want = torch.nn.functional.linear(*map(torch.from_numpy, (maps.reshape(3, -1), w, b)))
    got = torch.nn.functional.conv2d(torch.from_numpy(maps), kernel, bias)
    np.testing.assert_allclose(got[:, :, 0, 0], want, rtol=1e-10, atol=1e-10)
    # on a larger image, each output is the linear layer on one crop
    c, h, w_ = chw
    image = rng.normal(0, 1, (1, c, h + 1, w_ + 2))
    slid = torch.nn.functional.conv2d(torch.from_numpy(image), kernel, bias)
    crop = image[0, :, 1 : 1 + h, 2 : 2 + w_].reshape(-1)
    np.testing.assert_allclose(slid[0, :, 1, 2], w @ crop + b, rtol=1e-10, atol=1e-10)


@pytest.mark.parametrize("framework", FRAMEWORKS)
@pytest.mark.parametrize("sizes", [(256, 64, 256, 3), (192, 16, 32, 5), (3, 5, 7, 1)])
def test_the_counts_are_those_of_real_layers(framework: str, sizes: tuple[int, int, int, int]) -> None:
    conv = pytest.importorskip("torch").nn.Conv2d
    c_in, c_mid, c_out, k = sizes
    direct, bottleneck = loaded(framework)[0].bottleneck_saving(*sizes)
    assert direct == conv(c_in, c_out, k).weight.numel()
    assert bottleneck == conv(c_in, c_mid, 1).weight.numel() + conv(c_mid, c_out, k).weight.numel()
    assert type(direct) is type(bottleneck) is int


def test_the_example_of_the_statement() -> None:
    x = np.array([[1.0, 2, 3], [10, 20, 30]]).reshape(1, 2, 1, 3)
    w = np.array([[1.0, 1], [0, -1], [2, 0]]).reshape(3, 2, 1, 1)
    b = np.array([0.0, 5, 0])
    out = reference_numpy.conv1x1(x, w, b)
    np.testing.assert_allclose(out[0, :, 0], np.array([[11.0, 22, 33], [-5, -15, -25], [2, 4, 6]]))
    out = reference_numpy.conv1x1(x, w, b, stride=2)
    np.testing.assert_allclose(out[0, :, 0], np.array([[11.0, 33], [-5, -25], [2, 6]]))
    kernel, _ = reference_numpy.fc_to_conv(np.arange(8.0)[None], np.ones(1), 2, 2, 2)
    np.testing.assert_array_equal(kernel, np.array([[[[0.0, 1], [2, 3]], [[4, 5], [6, 7]]]]))
    assert reference_numpy.bottleneck_saving(256, 64, 256, 3) == (589824, 163840)
