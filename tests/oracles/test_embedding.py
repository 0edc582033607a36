"""embedding against torch's embedding with autograd, and its one_hot."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import numpy as np
import pytest

from graders.layers.embedding import reference_numpy


@pytest.mark.parametrize("framework", ["numpy", "torch"])
@pytest.mark.parametrize(("shape", "v", "d"), [((6,), 4, 3), ((), 3, 2), ((2, 3, 4), 5, 7), ((5, 2), 30, 1)])
@pytest.mark.parametrize("padding_idx", [None, 0, 2])
def test_agrees_with_torch_and_its_autograd(
    framework: str, shape: tuple[int, ...], v: int, d: int, padding_idx: int | None
) -> None:
    torch = pytest.importorskip("torch")
    rng = np.random.default_rng(5)
    ids, table, dout = rng.integers(0, v, shape), rng.normal(1, 2, (v, d)), rng.normal(1, 2, (*shape, d))
    ids = np.asarray(ids)

    reference: Any = import_module(f"graders.layers.embedding.reference_{framework}")
    as_given = torch.from_numpy if framework == "torch" else np.asarray
    out = reference.embedding_forward(as_given(ids), as_given(table), padding_idx)
    dtable = reference.embedding_backward(as_given(dout), as_given(ids), v, padding_idx)

    leaf = torch.from_numpy(table.copy()).requires_grad_()
    want = torch.nn.functional.embedding(torch.from_numpy(ids), leaf, padding_idx)
    want.backward(torch.from_numpy(dout))
    np.testing.assert_array_equal(out, want.detach().numpy())
    np.testing.assert_allclose(dtable, leaf.grad.numpy(), rtol=1e-12)
    hot = torch.nn.functional.one_hot(torch.from_numpy(ids), v).numpy()
    got = reference.one_hot(as_given(ids), v)
    np.testing.assert_array_equal(got, hot)
    np.testing.assert_allclose(np.asarray(got, np.float64) @ table, out, rtol=1e-12)


@pytest.mark.parametrize("framework", ["numpy", "torch"])
@pytest.mark.parametrize("bad", [-1, -3, 3, 100])
def test_ids_outside_the_vocabulary(framework: str, bad: int) -> None:
    convert: Any = np.asarray if framework == "numpy" else pytest.importorskip("torch").from_numpy
    reference: Any = import_module(f"graders.layers.embedding.reference_{framework}")
    ids = convert(np.array([0, 2, bad]))
    with pytest.raises(IndexError):
        reference.embedding_forward(ids, convert(np.ones((3, 2))))
    with pytest.raises(IndexError):
        reference.embedding_backward(convert(np.ones((3, 2))), ids, 3)
    with pytest.raises(IndexError):
        reference.one_hot(ids, 3)


@pytest.mark.parametrize("framework", ["numpy", "torch"])
def test_the_output_is_new_memory(framework: str) -> None:
    convert: Any = np.asarray if framework == "numpy" else pytest.importorskip("torch").from_numpy
    reference: Any = import_module(f"graders.layers.embedding.reference_{framework}")
    table = convert(np.ones((3, 2)))
    out = reference.embedding_forward(convert(np.asarray(1)), table)
    out *= 0
    assert bool((table == 1).all())


def test_the_example_of_the_statement() -> None:
    ids, table = np.array([2, 0, 2]), np.array([[7.0, 8], [1, 2], [3, 4], [5, 6]])
    dout = np.array([[1.0, 0], [2, 2], [0, 5]])
    out = reference_numpy.embedding_forward(ids, table, padding_idx=0)
    np.testing.assert_array_equal(out, [[3, 4], [7, 8], [3, 4]])
    dtable = reference_numpy.embedding_backward(dout, ids, 4, padding_idx=0)
    np.testing.assert_array_equal(dtable, [[0, 0], [0, 0], [1, 5], [0, 0]])
    hot = reference_numpy.one_hot(ids, 4)
    np.testing.assert_array_equal(hot, [[0, 0, 1, 0], [1, 0, 0, 0], [0, 0, 1, 0]])
