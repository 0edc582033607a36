"""mlp-backprop against torch's layers with autograd, and against finite differences."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import numpy as np
import pytest

from graders.layers.mlp_backprop import reference_numpy

NAMES = ("w1", "b1", "w2", "b2")


def drawn(n: int, d: int, h: int, c: int, scale: float = 1.0) -> list[Any]:
    rng = np.random.default_rng(11)
    shapes: list[tuple[int, ...]] = [(h, d), (h,), (c, h), (c,)]
    parameters = [rng.normal(0.2, 1, shape) for shape in shapes]
    parameters[2] *= scale
    return [rng.normal(0.3, 1, (n, d)), rng.integers(0, c, n), *parameters]


@pytest.mark.parametrize("framework", ["numpy", "torch"])
@pytest.mark.parametrize("sizes", [(4, 3, 5, 2), (1, 2, 3, 4), (6, 1, 1, 3)])
@pytest.mark.parametrize(("reg", "scale"), [(0.0, 1.0), (0.3, 1.0), (0.1, 1e4)])
def test_agrees_with_torch_and_its_autograd(
    framework: str, sizes: tuple[int, int, int, int], reg: float, scale: float
) -> None:
    torch = pytest.importorskip("torch")
    x, y, *parameters = drawn(*sizes, scale)

    reference: Any = import_module(f"graders.layers.mlp_backprop.reference_{framework}")
    as_given = torch.from_numpy if framework == "torch" else np.asarray
    given = [as_given(a) for a in parameters]
    loss, grads = reference.mlp_loss(as_given(x), as_given(y), *given, reg=reg)

    w1, b1, w2, b2 = leaves = [torch.from_numpy(a.copy()).requires_grad_() for a in parameters]
    linear = torch.nn.functional.linear
    scores = linear(torch.relu(linear(torch.from_numpy(x), w1, b1)), w2, b2)
    want = torch.nn.functional.cross_entropy(scores, torch.from_numpy(y))
    want = want + 0.5 * reg * (w1.square().sum() + w2.square().sum())
    want.backward()
    assert loss == pytest.approx(want.item(), rel=1e-10)
    for name, leaf in zip(NAMES, leaves, strict=True):
        np.testing.assert_allclose(grads[name], leaf.grad.numpy(), rtol=1e-8, atol=1e-12)
    predicted = reference.mlp_predict(as_given(x), *given)
    np.testing.assert_array_equal(predicted, scores.argmax(1).numpy())


def test_gradients_agree_with_finite_differences() -> None:
    x, y, *parameters = drawn(5, 3, 4, 3)

    def loss_and_grads(w1: Any, b1: Any, w2: Any, b2: Any) -> tuple[float, Any]:
        return reference_numpy.mlp_loss(x, y, w1, b1, w2, b2, reg=0.2)

    _, grads = loss_and_grads(*parameters)
    for position, name in enumerate(NAMES):
        for index in np.ndindex(grads[name].shape):
            values = []
            for step in (1e-6, -1e-6):
                moved = [a.copy() for a in parameters]
                moved[position][index] += step
                values.append(loss_and_grads(*moved)[0])
            slope = (values[0] - values[1]) / 2e-6
            assert grads[name][index] == pytest.approx(slope, rel=1e-6, abs=1e-8)


def test_ties_go_to_the_lowest_class() -> None:
    x, w1, b1 = np.ones((2, 3)), np.ones((4, 3)), np.full(4, -9.0)
    predicted = reference_numpy.mlp_predict(x, w1, b1, np.ones((5, 4)), np.array([0.0, 2, 1, 2, 2]))
    assert predicted.tolist() == [1, 1]


def test_the_example_of_the_statement() -> None:
    x, y = np.array([[1.0, 2], [-1, 1]]), np.array([0, 1])
    w1, b1 = np.array([[1.0, 0], [0, 1], [2, 0]]), np.array([0.0, 1, 0])
    w2, b2 = np.array([[1.0, 0, 1], [0, 1, 0]]), np.array([0.0, -2])
    loss, grads = reference_numpy.mlp_loss(x, y, w1, b1, w2, b2, reg=0.1)
    assert loss == pytest.approx(0.8600, abs=6e-5)
    np.testing.assert_allclose(
        grads["w1"], [[0.0404, -0.1192], [0.3096, -0.0308], [0.1404, -0.1192]], atol=6e-5
    )
    np.testing.assert_allclose(grads["b1"], [-0.0596, -0.1904, -0.0596], atol=6e-5)
    np.testing.assert_allclose(grads["w2"], [[0.0404, 0.3212, -0.0192], [0.0596, -0.2212, 0.1192]], atol=6e-5)
    np.testing.assert_allclose(grads["b2"], [0.1904, -0.1904], atol=6e-5)
    hidden, scores = reference_numpy.forward(x, w1, b1, w2, b2)
    np.testing.assert_array_equal(hidden, [[1, 3, 2], [0, 2, 0]])
    np.testing.assert_array_equal(scores, [[3, 1], [0, 0]])
    assert reference_numpy.mlp_predict(x, w1, b1, w2, b2).tolist() == [0, 0]
