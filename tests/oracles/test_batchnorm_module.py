"""batchnorm-module against torch.nn.BatchNorm1d and BatchNorm2d, and gradcheck."""

from __future__ import annotations

from typing import Any

import pytest

torch = pytest.importorskip("torch")


@pytest.mark.parametrize("tail", [(), (4,), (3, 2)])
@pytest.mark.parametrize("momentum", [0.1, 0.4, None])
@pytest.mark.parametrize("affine", [True, False])
@pytest.mark.parametrize("tracked", [True, False])
def test_behaves_like_torch_s_module(
    tail: tuple[int, ...], momentum: float | None, affine: bool, tracked: bool
) -> None:
    from graders.normalization.batchnorm_module.reference_torch import MyBatchNorm

    theirs: Any = torch.nn.BatchNorm2d if len(tail) == 2 else torch.nn.BatchNorm1d
    options: dict[str, Any] = {"eps": 0.01, "momentum": momentum, "affine": affine}
    want = theirs(5, track_running_stats=tracked, **options).double()
    ours = MyBatchNorm(5, track_running_stats=tracked, **options).double()
    for tensor in want.parameters():
        torch.nn.init.normal_(tensor)
    ours.load_state_dict(want.state_dict())

    generator = torch.Generator().manual_seed(12)
    for n in (4, 2, 7):
        x = 2 + torch.randn(n, 5, *tail, generator=generator, dtype=torch.float64)
        torch.testing.assert_close(ours(x), want(x))
    torch.testing.assert_close(ours.state_dict(), want.state_dict())
    x = x.requires_grad_()
    assert torch.autograd.gradcheck(ours, (x,))
    ours.eval()
    want.eval()
    want.load_state_dict(ours.state_dict())
    torch.testing.assert_close(ours(x), want(x))
