"""moe-routing against queues kept as lists and exact sums, and against torch's topk where nothing ties."""

from __future__ import annotations

import math
from importlib import import_module
from typing import Any

import numpy as np
import pytest

from graders.layers.moe_routing import reference_numpy


def reference(framework: str) -> tuple[Any, Any]:
    convert: Any = np.asarray if framework == "numpy" else pytest.importorskip("torch").from_numpy
    return import_module(f"graders.layers.moe_routing.reference_{framework}"), convert


def by_hand(rows: list[list[float]], k: int, capacity: int) -> list[list[tuple[int, float, int]]]:
    """(expert, weight, position) by token and choice, with a list of tokens for each expert."""
    queues: dict[int, list[int]] = {}
    result: list[list[tuple[int, float, int]]] = [[] for _ in rows]
    for choice in range(k):
        for token, row in enumerate(rows):
            best = sorted(range(len(row)), key=lambda e: (-row[e], e))[:k]
            expert = best[choice]
            total = sum(math.exp(max(row[e] - row[best[0]], -800)) for e in best)
            weight = math.exp(max(row[expert] - row[best[0]], -800)) / total
            queue = queues.setdefault(expert, [])
            if len(queue) < capacity:
                result[token].append((expert, weight, len(queue)))
                queue.append(token)
            else:
                result[token].append((expert, 0.0, -1))
    return result


@pytest.mark.parametrize("framework", ["numpy", "torch"])
@pytest.mark.parametrize(("t", "e", "k"), [(1, 3, 2), (6, 4, 1), (9, 5, 3), (5, 3, 3), (20, 30, 2)])
@pytest.mark.parametrize("kind", ["spread", "ties", "huge"])
def test_follows_the_queues(framework: str, t: int, e: int, k: int, kind: str) -> None:
    module, convert = reference(framework)
    rng = np.random.default_rng(3)
    logits = rng.normal(0, 1, (t, e)) + np.linspace(0, 1, e)
    if kind == "ties":
        logits = logits.round()
    if kind == "huge":
        logits = 1e4 * logits
    for capacity in (0, 1, 2, t, t + 3):
        got = module.route(convert(logits), k, capacity)
        expected = np.array(by_hand(logits.tolist(), k, capacity))
        for ours, theirs in zip(got, np.moveaxis(expected, 2, 0), strict=True):
            np.testing.assert_allclose(ours, theirs, rtol=1e-12, atol=1e-300)


@pytest.mark.parametrize("k", [1, 2, 4])
def test_agrees_with_topk_and_softmax_of_torch(k: int) -> None:
    torch = pytest.importorskip("torch")
    logits = np.random.default_rng(4).normal(0, 3, (8, 4))
    expert_idx, weight, _ = reference_numpy.route(logits, k, 100)
    chances, order = torch.topk(torch.softmax(torch.from_numpy(logits), 1), k)
    np.testing.assert_array_equal(expert_idx, order)
    np.testing.assert_allclose(weight, chances / chances.sum(1, keepdim=True), rtol=1e-12)


@pytest.mark.parametrize("framework", ["numpy", "torch"])
@pytest.mark.parametrize(("t", "e", "k"), [(1, 3, 2), (6, 4, 1), (9, 5, 3)])
def test_the_loss_is_that_of_single_sums(framework: str, t: int, e: int, k: int) -> None:
    module, convert = reference(framework)
    rng = np.random.default_rng(5)
    logits = rng.normal(0, 2, (t, e))
    chosen = np.stack([rng.permutation(e)[:k] for _ in range(t)])
    expected = 0.0
    for expert in range(e):
        share = sum(expert in row for row in chosen.tolist()) / (t * k)
        chance = sum(math.exp(row[expert]) / sum(map(math.exp, row)) for row in logits.tolist()) / t
        expected += e * share * chance
    assert float(module.load_balance_loss(convert(logits), convert(chosen))) == pytest.approx(expected)


def test_an_even_load_costs_one() -> None:
    chosen = np.arange(8).reshape(4, 2) % 4
    assert reference_numpy.load_balance_loss(np.zeros((4, 4)), chosen) == pytest.approx(1)


def test_the_example_of_the_statement() -> None:
    logits = np.array([[2.0, 1, 0], [2, 0, 1], [3, 2, 0], [0, 1, 2]])
    expert_idx, weight, position = reference_numpy.route(logits, 2, 2)
    assert expert_idx.tolist() == [[0, 1], [0, 2], [0, 1], [2, 1]]
    expected = [[0.7311, 0.2689], [0.7311, 0.2689], [0, 0.2689], [0.7311, 0]]
    np.testing.assert_allclose(weight, expected, atol=5e-5)
    assert position.tolist() == [[0, 0], [1, 1], [-1, 1], [0, -1]]
    assert reference_numpy.load_balance_loss(logits, expert_idx) == pytest.approx(1.0280, abs=5e-5)
    share = np.bincount(expert_idx.ravel()) / 8
    assert share.tolist() == [3 / 8, 3 / 8, 2 / 8]
