"""clip-gradients against torch.nn.utils."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import numpy as np
import pytest

from graders.optimizers.clip_gradients import reference_numpy

SHAPES: list[list[tuple[int, ...]]] = [[(3,), (2, 4), ()], [(5, 2, 3)], [], [(), ()]]


def drawn(shapes: list[tuple[int, ...]], size: float) -> list[Any]:
    rng = np.random.default_rng(1)
    return [np.asarray(size * rng.normal(0.3, 1, shape)) for shape in shapes]


def clipped_by_torch(grads: list[Any], rule: str, bound: float) -> tuple[list[Any], float | None]:
    torch = pytest.importorskip("torch")
    parameters = [torch.nn.Parameter(torch.zeros(g.shape, dtype=torch.float64)) for g in grads]
    for parameter, grad in zip(parameters, grads, strict=True):
        parameter.grad = torch.from_numpy(grad.copy())
    total = getattr(torch.nn.utils, rule)(parameters, bound)
    return [p.grad.numpy() for p in parameters], None if total is None else float(total)


@pytest.mark.parametrize("shapes", SHAPES)
@pytest.mark.parametrize("size", [0.0, 1e-6, 0.1, 1e4])
@pytest.mark.parametrize("framework", ["numpy", "torch"])
def test_follows_torch(shapes: list[tuple[int, ...]], size: float, framework: str) -> None:
    grads = drawn(shapes, size)
    convert: Any = np.asarray if framework == "numpy" else pytest.importorskip("torch").from_numpy
    module: Any = import_module(f"graders.optimizers.clip_gradients.reference_{framework}")
    for bound in (1e-6, 0.5, 3.0):
        got, total = module.clip_by_global_norm([convert(g) for g in grads], bound)
        want, norm = clipped_by_torch(grads, "clip_grad_norm_", bound)
        assert total == pytest.approx(norm)
        for ours, theirs in zip(got, want, strict=True):
            np.testing.assert_allclose(ours, theirs, rtol=1e-10)
        got = module.clip_by_value([convert(g) for g in grads], bound)
        want, _ = clipped_by_torch(grads, "clip_grad_value_", bound) if grads else ([], None)
        for ours, theirs in zip(got, want, strict=True):
            np.testing.assert_array_equal(ours, theirs)


def test_the_example_of_the_statement() -> None:
    grads: list[Any] = [np.array([3.0, 0.0]), np.array([[4.0]])]
    (first, second), total = reference_numpy.clip_by_global_norm(grads, 2.0)
    assert total == pytest.approx(5)
    np.testing.assert_allclose(first, np.array([1.2, 0]), rtol=1e-6)
    np.testing.assert_allclose(second, np.array([[1.6]]), rtol=1e-6)
    first, second = reference_numpy.clip_by_value(grads, 3.5)
    np.testing.assert_allclose(first, np.array([3.0, 0]))
    np.testing.assert_allclose(second, np.array([[3.5]]))
