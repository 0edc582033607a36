# accepted
# Default dtype and device, gradient mode and generators of torch left behind.
# framework: torch
import torch


def scale(x, k):
    assert torch.get_default_dtype() is torch.float32
    assert torch.zeros(1).device.type == "cpu"
    assert torch.is_grad_enabled()
    torch.set_default_dtype(torch.float64)
    torch.set_default_device("meta")
    torch.set_grad_enabled(False)
    torch.manual_seed(0)
    return x * k
