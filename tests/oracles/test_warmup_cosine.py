"""warmup-cosine against torch's LinearLR and CosineAnnealingLR in sequence, and by its shape."""

from __future__ import annotations

import pytest

from graders.optimizers.warmup_cosine.reference_numpy import warmup_cosine


@pytest.mark.parametrize(("warmup", "total", "least"), [(4, 20, 0.05), (1, 9, 0.0), (7, 8, 0.2)])
def test_follows_torch_up_to_the_end(warmup: int, total: int, least: float) -> None:
    torch = pytest.importorskip("torch")
    optimizer = torch.optim.SGD([torch.nn.Parameter(torch.zeros(1))], lr=0.4)
    schedulers = torch.optim.lr_scheduler
    ramp = schedulers.LambdaLR(optimizer, lambda step: min(1.0, (step + 1) / warmup))
    cosine = schedulers.CosineAnnealingLR(optimizer, T_max=total - warmup, eta_min=least)
    both = schedulers.SequentialLR(optimizer, [ramp, cosine], milestones=[warmup])
    for step in range(total + 1):
        rate = optimizer.param_groups[0]["lr"]
        assert warmup_cosine(step, 0.4, warmup, total, min_lr=least) == pytest.approx(rate, abs=1e-12)
        optimizer.step()
        both.step()


def test_up_evenly_then_symmetrically_down() -> None:
    rates = [warmup_cosine(step, 0.8, 5, 25, 0.2) for step in range(30)]
    assert rates[:5] == pytest.approx([0.16, 0.32, 0.48, 0.64, 0.8])
    falling = rates[5:26]
    assert falling == sorted(falling, reverse=True)
    assert [a + b for a, b in zip(falling, falling[::-1], strict=True)] == pytest.approx([1.0] * 21)
    assert rates[25:] == pytest.approx([0.2] * 5)


def test_the_example_of_the_statement() -> None:
    want = [0.5, 1, 1, 0.8828, 0.6, 0.3172, 0.2, 0.2]
    assert [warmup_cosine(s, 1.0, 2, 6, min_lr=0.2) for s in range(8)] == pytest.approx(want, abs=5e-5)
