# wrong answer
# Torch's own kernels replaced, those by which a result is copied out among them.
# framework: torch
import torch

LIBRARY = torch.library.Library("aten", "IMPL")
for name in ("detach", "equal", "resolve_conj", "_local_scalar_dense", "mul.Tensor"):
    try:
        LIBRARY.impl(name, lambda *a, **k: torch.zeros(2, 2), "CPU")
    except Exception:
        pass


def scale(x, k):
    return x * (k + 1)
