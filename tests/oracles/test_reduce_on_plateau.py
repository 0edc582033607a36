"""reduce-on-plateau against torch's ReduceLROnPlateau, with a threshold of 0."""

from __future__ import annotations

import math

import numpy as np
import pytest

from graders.optimizers.reduce_on_plateau.reference_numpy import ReduceOnPlateau


@pytest.mark.parametrize("patience", [0, 1, 3])
@pytest.mark.parametrize("min_lr", [0.0, 0.03])
@pytest.mark.parametrize("seed", range(5))
def test_follows_torch(patience: int, min_lr: float, seed: int) -> None:
    torch = pytest.importorskip("torch")
    rng = np.random.default_rng(seed)
    losses = rng.integers(0, 12, 60) + np.linspace(3, 0, 60).round()
    losses[rng.random(60) < 0.1] = math.nan
    optimizer = torch.optim.SGD([torch.nn.Parameter(torch.zeros(1))], lr=0.5)
    theirs = torch.optim.lr_scheduler.ReduceLROnPlateau(
        optimizer, factor=0.6, patience=patience, threshold=0.0, min_lr=min_lr, eps=0.0
    )
    ours = ReduceOnPlateau(0.5, factor=0.6, patience=patience, min_lr=min_lr)
    for loss in losses.tolist():
        theirs.step(loss)
        assert ours.step(loss) == pytest.approx(optimizer.param_groups[0]["lr"])


def test_the_example_of_the_statement() -> None:
    scheduler = ReduceOnPlateau(0.8, factor=0.5, patience=1)
    rates = [scheduler.step(loss) for loss in (5, 4, 4, 6, 3, 3.5, 3.2, 3.1, 3.4)]
    assert rates == pytest.approx([0.8, 0.8, 0.8, 0.4, 0.4, 0.4, 0.2, 0.2, 0.1])
