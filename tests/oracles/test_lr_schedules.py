"""lr-schedules against torch's schedulers, and by their differences from epoch to epoch."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest

from graders.optimizers.lr_schedules import reference_numpy as ours


def followed(scheduler: str, lr0: float, epochs: int, **settings: Any) -> list[float]:
    torch = pytest.importorskip("torch")
    optimizer = torch.optim.SGD([torch.nn.Parameter(torch.zeros(1))], lr=lr0)
    schedule = getattr(torch.optim.lr_scheduler, scheduler)(optimizer, **settings)
    rates = []
    for _ in range(epochs):
        rates.append(optimizer.param_groups[0]["lr"])
        optimizer.step()
        schedule.step()
    return rates


def test_steps_and_exponentials_follow_torch() -> None:
    want = followed("StepLR", 0.3, 20, step_size=3, gamma=0.5)
    assert [ours.step_decay(0.3, e, 3, gamma=0.5) for e in range(20)] == pytest.approx(want)
    want = followed("ExponentialLR", 0.3, 20, gamma=0.9)
    assert [ours.exponential_decay(0.3, e, 0.9) for e in range(20)] == pytest.approx(want)


@pytest.mark.parametrize(("t_max", "eta_min"), [(10, 0.0), (7, 0.05), (1, 0.01)])
def test_cosine_follows_torch_up_to_its_end_and_stays(t_max: int, eta_min: float) -> None:
    want = followed("CosineAnnealingLR", 0.3, t_max + 1, T_max=t_max, eta_min=eta_min)
    got = [ours.cosine_annealing(0.3, e, t_max, eta_min) for e in range(t_max + 1)]
    assert got == pytest.approx(want, abs=1e-12)
    assert [ours.cosine_annealing(0.3, t_max + e, t_max, eta_min) for e in range(20)] == pytest.approx(
        [eta_min] * 20, abs=1e-15
    )


def test_the_inverse_grows_evenly() -> None:
    inverses = [1 / ours.inverse_time_decay(0.4, e, 0.25) for e in range(10)]
    steps = [b - a for a, b in pairwise(inverses)]
    assert inverses[0] == pytest.approx(1 / 0.4)
    assert steps == pytest.approx([0.25 / 0.4] * 9)


def test_the_table_of_the_statement() -> None:
    epochs = range(6)
    assert [ours.step_decay(0.8, e, 2, 0.5) for e in epochs] == pytest.approx([0.8, 0.8, 0.4, 0.4, 0.2, 0.2])
    halves = [0.8, 0.4, 0.2, 0.1, 0.05, 0.025]
    assert [ours.exponential_decay(0.8, e, 0.5) for e in epochs] == pytest.approx(halves)
    inverse = [0.8, 0.4, 0.2667, 0.2, 0.16, 0.1333]
    assert [ours.inverse_time_decay(0.8, e, 1) for e in epochs] == pytest.approx(inverse, abs=5e-5)
    cosine = [0.8, 0.7121, 0.5, 0.2879, 0.2, 0.2]
    assert [ours.cosine_annealing(0.8, e, 4, 0.2) for e in epochs] == pytest.approx(cosine, abs=5e-5)
