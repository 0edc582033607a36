"""The sandbox: what stands between a submission and the machine.

How it works. The child calls `confine` after it has read the program and before it has run a line of it. From
then on, for good and for every thread it starts:

- rlimits bound address space, file size, open files and CPU; no core dumps;
- capabilities are gone (root keeps only its number), and no_new_privs is set;
- Landlock leaves readable the standard library, numpy, torch where asked for, and shared libraries; writable
  only the scratch folder. No bank, no home, no other package, no /proc;
- seccomp refuses every system call but those of honest work: no new processes, other programs, sockets,
  signals to others, tracing, or metadata changes.

What it does not protect against: a fault in the kernel, or in the CUDA driver when a GPU is used; time (the
judge's clock does); filling the scratch folder's disk within a time limit (the judge watches its size); and
reading what the machine tells everyone (the CPU's name, the clock). Without Landlock or seccomp (macOS,
old kernels) it is a limited child process and nothing more: `layers` says so, and a report is not `isolated`.
"""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from drill.runner.sandbox import landlock, limits, paths, seccomp
from drill.runner.sandbox.limits import limit_memory

__all__ = ["LIBRARIES", "Layer", "confine", "exposed", "isolated", "layers", "limit_memory", "prepare"]


LIBRARIES = ("numpy", "torch")  # may be imported, whatever the framework


@dataclass(frozen=True, slots=True)
class Layer:
    """`required`: a run counts as isolated only with it."""

    name: str
    on: bool
    required: bool
    reason: str


def layers() -> tuple[Layer, ...]:
    """What this machine can enforce, for `drill doctor` and for `Report.isolated`."""
    if sys.platform != "linux":
        why = f"{sys.platform} has none; run under Linux (or WSL) to grade files that you do not trust"
        return (
            Layer("Landlock", False, True, why),
            Layer("seccomp", False, True, why),
            Layer("capabilities", False, False, why),
            Layer("rlimits", True, False, "CPU, file size and open files are bounded"),
        )
    version = landlock.abi(_libc())
    missing = seccomp.unavailable(_libc())
    return (
        Layer("Landlock", version > 0, True, f"ABI {version}" if version else "the kernel has it not or off"),
        Layer("seccomp", not missing, True, missing or "filter on system calls"),
        Layer("capabilities", True, False, "dropped, also for root"),
        Layer("rlimits", True, False, "address space, CPU, file size and open files are bounded"),
    )


def isolated() -> bool:
    return all(layer.on for layer in layers() if layer.required)


def prepare(packages: Sequence[str]) -> None:
    """Compute the lists of paths once, in the host, for all children forked from it."""
    if sys.platform == "linux":
        paths.readable(tuple(packages), False)


def confine(scratch: str, packages: Sequence[str], device: str, hidden: Sequence[str] = ()) -> int:
    """Lock this process in. A layer that this machine lacks is passed over; one that fails raises OSError.

    `packages`: what may be imported beside the standard library. `scratch`: the one writable folder, or "";
    flat, so that cleaning it up never recurses. `hidden`: folders that stay unreadable although they lie in
    one that is allowed, such as a bank among the shared libraries.

    Returns the bytes of address space in use, for `limit_memory`, which may come later.
    """
    gpu = device != "cpu"
    mapped = limits.mapped_bytes()
    limits.set_limits(gpu)
    if sys.platform != "linux":
        return mapped
    libc = _libc()
    if libc.prctl(seccomp.PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0):
        raise OSError(ctypes.get_errno(), "no_new_privs")
    if landlock.abi(libc):
        readable = paths.around(paths.readable(tuple(packages), gpu), hidden)
        landlock.restrict(libc, readable, paths.devices(gpu), [scratch] if scratch else [])
    limits.drop_capabilities(libc)
    if not seccomp.unavailable(libc):
        seccomp.install(libc, gpu)
    return mapped


def exposed(packages: Sequence[str], hidden: Sequence[str]) -> list[str]:
    """Those of the `hidden` folders that lie in one that `confine` would allow."""
    allowed = paths.readable(tuple(packages), False)
    found = (os.path.realpath(folder) for folder in hidden)
    return [each for each in found if any((each + "/").startswith(path + "/") for path in allowed)]


@lru_cache(maxsize=1)
def _libc() -> ctypes.CDLL:
    return ctypes.CDLL(None, use_errno=True)
