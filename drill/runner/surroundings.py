"""What a submission finds around it: an empty environment, a scratch folder, few importable packages; and
putting back, between cases, what it may have left changed. It is for the submission's own sake: nothing
here protects."""

from __future__ import annotations

import contextlib
import ctypes
import io
import os
import random
import signal
import sys
import warnings
from collections.abc import Sequence
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import Any, cast

import numpy as np

# torch, and what it imports when a function is first used.
TORCH = ("torch", "torchgen", "functorch", "triton", "nvidia", "sympy", "mpmath", "networkx", "jinja2")
TORCH_TOO = ("markupsafe", "filelock", "fsspec", "typing_extensions", "setuptools", "opt_einsum")
_M_PERTURB = -6
_SMALL, _KEPT_BLOCKS = 1024, 7  # bytes, and blocks of a size: NBUCKETS and NCACHE in NumPy's alloc.cpp
# Blocks of what malloc makes of 0xA5: a float64 of 2.4e127.
_SPOILED = [np.full(size, 0x5A, np.uint8) for size in range(8, _SMALL, 8)]
_KEPT = ("LANG", "LC_ALL", "TZ", "LD_LIBRARY_PATH", "CUDA_HOME", "CUDA_VISIBLE_DEVICES")


def enter(scratch: str, allow: Sequence[str]) -> None:
    """Empties what this process has of the outside."""
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    os.environ.clear()
    os.environ.update(kept, **({"HOME": scratch, "TMPDIR": scratch} if scratch else {}))
    os.chdir(scratch or "/")
    for number, name in ((1, "stdout"), (2, "stderr")):
        setattr(
            sys, name, io.TextIOWrapper(io.FileIO(number, "w", closefd=False), "utf-8", "backslashreplace")
        )
    sys.argv = [""]
    sys.breakpointhook = _no_debugger
    _limit_imports(frozenset([*sys.stdlib_module_names, "numpy", *TORCH, *TORCH_TOO, *allow, "submission"]))
    if "numpy.random" in sys.modules:
        np.random.seed()  # a fork inherits its state


def perturb_memory() -> None:
    """From now on malloc (glibc's) fills what it hands out, and what it gets back, with bytes that are not
    zero, so that `empty` does not pass for `zeros`."""
    with contextlib.suppress(AttributeError):
        ctypes.CDLL(None).mallopt(_M_PERTURB, 0xA5)


def flush() -> None:
    """Everything printed so far leaves before the reply does."""
    for stream in (sys.stdout, sys.stderr, sys.__stdout__, sys.__stderr__):
        with contextlib.suppress(BaseException):
            stream.flush()  # type: ignore[union-attr]


def spoil_memory() -> None:
    """NumPy keeps small blocks that were freed and hands them out again as they are: the same for those."""
    for spoiled in _SPOILED:
        _ = [spoiled.copy() for _ in range(_KEPT_BLOCKS)]  # all of a size at a time, so that each is another


class Surroundings:
    """The process-wide state as it is now, to be put back after a case."""

    def __init__(self) -> None:
        self._environ = dict(os.environ)
        self._folder = os.getcwd()  # noqa: PTH109
        self._filters = list(warnings.filters)
        self._recursion = sys.getrecursionlimit()
        self._random = random.getstate()
        self._errors = np.geterr()
        self._torch = _TorchState(sys.modules["torch"]) if "torch" in sys.modules else None

    def restore(self) -> None:
        """What cannot be put back (the submission may have broken anything) stays."""
        with contextlib.suppress(BaseException):
            os.chdir(self._folder)
            if dict(os.environ) != self._environ:
                os.environ.clear()
                os.environ.update(self._environ)
            for timer in (signal.ITIMER_REAL, signal.ITIMER_VIRTUAL, signal.ITIMER_PROF):
                signal.setitimer(timer, 0)
            sys.setrecursionlimit(self._recursion)
            random.setstate(self._random)
            warnings.simplefilter("default")  # makes Python forget which warnings it has shown already
            cast("list[Any]", warnings.filters)[:] = self._filters
            np.seterr(**self._errors)
            if self._torch is not None:
                self._torch.restore()


class _TorchState:
    def __init__(self, torch: Any) -> None:
        self._torch = torch
        self._dtype = torch.get_default_dtype()
        self._random = torch.get_rng_state()

    def restore(self) -> None:
        self._torch.set_default_dtype(self._dtype)
        self._torch.set_default_device(None)
        self._torch.set_rng_state(self._random)
        self._torch.set_grad_enabled(True)


def _limit_imports(roots: frozenset[str]) -> None:
    for name in [name for name in sys.modules if name.partition(".")[0] not in roots]:
        del sys.modules[name]
    sys.modules["__main__"] = ModuleType("__main__")
    sys.meta_path.insert(0, _Refusal(roots))


class _Refusal:
    """Says so, where the sandbox would only make a package seem absent."""

    def __init__(self, roots: frozenset[str]) -> None:
        self._roots = roots

    def find_spec(self, name: str, path: Any = None, target: Any = None) -> ModuleSpec | None:
        root = name.partition(".")[0]
        if root in self._roots or root.startswith(
            "_"
        ):  # the standard library has unlisted ones, named for machines
            return None
        says = f"{root} cannot be imported here: only the standard library, NumPy and PyTorch can"
        raise ModuleNotFoundError(says, name=name)


def _no_debugger(*_: Any, **__: Any) -> None:
    raise RuntimeError("breakpoint() works in `drill run --debug` only")
