"""bn-folding against torch's convolution (and linear) layer followed by batch_norm in evaluation."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import numpy as np
import pytest

from graders.normalization.bn_folding import reference_numpy


@pytest.mark.parametrize("framework", ["numpy", "torch"])
@pytest.mark.parametrize(
    ("shape", "groups"), [((4, 3, 3, 2), 1), ((6, 2, 1, 3), 3), ((3, 3, 2, 2), 1), ((5, 4), 1)]
)
@pytest.mark.parametrize("bias", [True, False])
@pytest.mark.parametrize("eps", [1e-5, 0.1])
def test_one_layer_does_what_two_did(
    framework: str, shape: tuple[int, ...], groups: int, bias: bool, eps: float
) -> None:
    torch = pytest.importorskip("torch")
    functional = torch.nn.functional
    rng = np.random.default_rng(9)
    sizes: list[Any] = [shape, *[shape[0]] * 4]
    w, b, gamma, beta, mean = (torch.from_numpy(rng.normal(0.3, 1, each)) for each in sizes)
    var = torch.from_numpy(rng.uniform(0, 2, shape[0]))
    gamma[0], var[1] = 0, 0

    def layer(x: Any, weight: Any, offset: Any) -> Any:
        if len(shape) == 2:
            return functional.linear(x, weight, offset)
        return functional.conv2d(x, weight, offset, padding=1, groups=groups)

    x = torch.from_numpy(rng.normal(size=(2, shape[1] * groups, *(5, 4)[: len(shape) - 2])))
    want = functional.batch_norm(layer(x, w, b if bias else None), mean, var, gamma, beta, False, 0.1, eps)

    reference: Any = import_module(f"graders.normalization.bn_folding.reference_{framework}")
    given = [t.numpy() if framework == "numpy" else t for t in (w, b, gamma, beta, mean, var)]
    if not bias:
        given[1] = None
    folded = (torch.as_tensor(a) for a in reference.fold_bn(*given, eps=eps))
    np.testing.assert_allclose(layer(x, *folded).numpy(), want.numpy(), rtol=1e-10, atol=1e-9)


def test_the_example_of_the_statement() -> None:
    arrays: list[Any] = [
        np.array(a, float) for a in ([[1, 2], [3, 4]], [1, 0], [2, 3], [0, 5], [3, 1], [4, 0.25])
    ]
    reference: Any = reference_numpy
    w, b = reference.fold_bn(*arrays, eps=0)
    np.testing.assert_allclose(w, [[1, 2], [18, 24]])
    np.testing.assert_allclose(b, [-2, -1])
