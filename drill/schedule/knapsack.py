"""The 0/1 knapsack, exactly but for what could hardly matter."""

from __future__ import annotations

from collections.abc import Sequence

ENOUGH = 3  # capacities' worth of the densest items to choose among


def best_subset(gains: Sequence[float], costs: Sequence[int], capacity: int) -> list[int]:
    """Indexes of the items of the largest total gain that fit. Gains and costs are positive.

    Only the items with the most gain a unit are looked at, up to `ENOUGH` times what fits.
    """
    fitting = [i for i, cost in enumerate(costs) if cost <= capacity]
    if sum(costs[i] for i in fitting) <= capacity:
        return fitting
    fitting.sort(key=lambda i: -gains[i] / costs[i])
    total, items = 0, list[int]()
    for i in fitting:
        items.append(i)
        total += costs[i]
        if total > ENOUGH * capacity:
            break
    best = [0.0] * (capacity + 1)
    taken: list[bytearray] = []
    for i in items:
        gain, cost, row = gains[i], costs[i], bytearray(capacity + 1)
        for room in range(capacity, cost - 1, -1):
            total_gain = best[room - cost] + gain
            if total_gain > best[room]:
                best[room] = total_gain
                row[room] = 1
        taken.append(row)
    chosen: list[int] = []
    room = capacity
    for i, row in zip(reversed(items), reversed(taken), strict=True):
        if row[room]:
            chosen.append(i)
            room -= costs[i]
    return chosen
