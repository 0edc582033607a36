"""What this machine offers, and what a submission must be replayed with. torch counts where it is loaded."""

from __future__ import annotations

import platform
import sys

import numpy as np

import drill


def devices() -> tuple[str, ...]:
    """ "cpu", and the devices that torch can use here."""
    torch = sys.modules.get("torch")
    if torch is None:
        return ("cpu",)
    present = {"cuda": torch.cuda.is_available(), "mps": torch.backends.mps.is_available()}
    return ("cpu", *(name for name, here in present.items() if here))


def versions() -> dict[str, str]:
    """By name: python, drill, numpy, torch."""
    found = {"python": platform.python_version(), "drill": drill.__version__, "numpy": np.__version__}
    torch = sys.modules.get("torch")
    return found if torch is None else {**found, "torch": str(torch.__version__)}
