"""Which files a submission may read: the standard library, shared libraries and the packages it may import.

Entry by entry, since Landlock cannot take a subfolder (site-packages, say) out of an allowed folder. No
folder is ever allowed that could hold a bank, drill itself or somebody's files.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

# What `import torch` reads beside its own folder.
TORCH = ("torch", "torchgen", "functorch", "triton", "nvidia", "cusparselt", "intel_openmp", "mkl", "tbb")
TORCH_NEEDS = (
    *("sympy", "isympy", "mpmath", "networkx", "jinja2", "markupsafe", "filelock", "fsspec", "setuptools"),
    *("typing_extensions", "opt_einsum", "_distutils_hack", "pkg_resources"),
)
FILES = ("/etc/ld.so.cache", "/proc/cpuinfo", "/proc/meminfo", "/sys/devices/system/cpu")
DEVICES = ("/dev/null", "/dev/zero", "/dev/urandom", "/dev/random")
GPU_READ = (
    "/proc",
    "/sys",
    "/usr/local/nvidia",
    "/usr/local/cuda",
    "/etc/nvidia",
    "/run/nvidia-persistenced",
)
NEVER = ("site-packages", "dist-packages")


@lru_cache(maxsize=8)
def readable(packages: tuple[str, ...], gpu: bool, /) -> tuple[str, ...]:
    """Files and folders for reading. `packages`: names that may be imported; "torch" brings what it needs."""
    names = {*packages, *TORCH, *TORCH_NEEDS} if "torch" in packages else set(packages)
    return (*_standard_library(), *_packages(names), *_shared_libraries(), *FILES, *(GPU_READ if gpu else ()))


def around(allowed: Iterable[str], hidden: Sequence[str]) -> Iterator[str]:
    """`allowed` without the `hidden` folders: where one lies below, its neighbours are allowed one by one."""
    for path in allowed:
        if not any(each == path or each.startswith(path + "/") for each in hidden):
            yield path
        elif path not in hidden:
            yield from around(_entries(path), hidden)


def devices(gpu: bool) -> list[str]:
    """Device files for reading and writing; CUDA also works in shared memory."""
    if not gpu:
        return list(DEVICES)
    return [*DEVICES, "/dev/shm", *(path for path in _entries("/dev") if _name(path).startswith("nvidia"))]


def _standard_library() -> Iterator[str]:
    """The folder of `os`, entry by entry, and that of the compiled modules."""
    yield from (path for path in _entries(os.path.dirname(os.__file__)) if _name(path) not in NEVER)  # noqa: PTH120
    yield from (path for path in sys.path if _name(path) == "lib-dynload")


def _packages(names: set[str]) -> Iterator[str]:
    """`numpy`, and `numpy.libs` where wheels keep shared libraries; single modules by their file's stem."""
    for folder in dict.fromkeys(sys.path):
        if _name(folder) != "lib-dynload":
            found = (path for path in _entries(folder) if _name(path).partition(".")[0] in names)
            yield from (path for path in found if not path.endswith((".dist-info", ".egg-info", ".pth")))


def _shared_libraries() -> Iterator[str]:
    """The folders of Debian that hold nothing else; elsewhere the libraries one by one."""
    roots = ("/lib", "/usr/lib", "/lib64", "/usr/lib64", f"{sys.base_prefix}/lib")
    for root in dict.fromkeys(map(os.path.realpath, roots)):
        for path in _entries(root):
            if ".so" in _name(path) or "-linux-gnu" in _name(path):
                yield path


def _entries(folder: str) -> Iterator[str]:
    try:
        with os.scandir(folder) as found:
            yield from (entry.path for entry in found)
    except OSError:  # not on this machine, or not for us
        return


def _name(path: str) -> str:
    return path.rpartition("/")[2]
