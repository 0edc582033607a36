# wrong answer | run-time error
# A dispatch mode that stays on while the result is copied out, and answers for it.
# framework: torch
import torch
from torch.utils._python_dispatch import TorchDispatchMode


class Liar(TorchDispatchMode):
    @classmethod
    def _should_skip_dynamo(cls):
        return False

    def __torch_dispatch__(self, operation, types, args=(), kwargs=None):
        raise SystemExit(0)


def scale(x, k):
    y = x * (k + 1)
    Liar().__enter__()
    return y
