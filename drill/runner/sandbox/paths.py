"""Which files a submission may read: the standard library, shared libraries and the packages it may import.

Entry by entry, since Landlock cannot take a subfolder (site-packages, say) out of an allowed folder.
"""

from __future__ import annotations

import os
import sys
import sysconfig
from collections.abc import Iterator
from functools import lru_cache

# What `import torch` reads beside its own folder.
TORCH = ("torch", "torchgen", "functorch", "triton", "nvidia", "cusparselt", "intel_openmp", "mkl", "tbb")
TORCH_NEEDS = (
    *("sympy", "isympy", "mpmath", "networkx", "jinja2", "markupsafe", "filelock", "fsspec", "setuptools"),
    *("typing_extensions", "_distutils_hack", "pkg_resources"),
)
FILES = ("/etc/ld.so.cache", "/etc/localtime", "/proc/cpuinfo", "/proc/meminfo", "/sys/devices/system/cpu")
DEVICES = ("/dev/null", "/dev/zero", "/dev/urandom", "/dev/random")
GPU_READ = ("/proc", "/sys", "/usr/local/nvidia", "/usr/local/cuda", "/etc/nvidia", "/run")
SITE = ("site-packages", "dist-packages")


@lru_cache(maxsize=8)
def readable(packages: tuple[str, ...], gpu: bool) -> tuple[str, ...]:
    """Files and folders for reading. `packages`: names that may be imported; "torch" brings what it needs."""
    names = set(packages)
    if "torch" in names:
        names.update(TORCH, TORCH_NEEDS)
    return (*_standard_library(), *_packages(names), *_shared_libraries(), *FILES, *(GPU_READ if gpu else ()))


def devices(gpu: bool) -> list[str]:
    """Device files for reading and writing; CUDA also works in shared memory."""
    if not gpu:
        return list(DEVICES)
    nvidia = (entry.path for entry in os.scandir("/dev") if entry.name.startswith("nvidia"))
    return [*DEVICES, "/dev/shm", *nvidia]


def _standard_library() -> Iterator[str]:
    for folder in {sysconfig.get_path("stdlib"), sysconfig.get_path("platstdlib")}:
        if os.path.isdir(folder):  # noqa: PTH112 - pathlib is a dear import for a child
            yield from (entry.path for entry in os.scandir(folder) if entry.name not in SITE)


def _packages(names: set[str]) -> Iterator[str]:
    """`numpy`, and `numpy.libs` where wheels keep shared libraries; single modules by their file's stem."""
    folders = {path for path in sys.path if path.endswith(SITE) and os.path.isdir(path)}  # noqa: PTH112
    for folder in folders:
        for entry in os.scandir(folder):
            if entry.name.partition(".")[0] in names and not entry.name.endswith((".dist-info", ".pth")):
                yield entry.path


def _shared_libraries() -> Iterator[str]:
    """Folders of shared libraries only: never one with a folder of Python packages below it."""
    multiarch = sysconfig.get_config_var("MULTIARCH")
    for root in ("/lib", "/usr/lib"):
        if multiarch:
            yield f"{root}/{multiarch}"
    for root in ("/lib64", "/usr/lib64", sysconfig.get_config_var("LIBDIR"), f"{sys.base_prefix}/lib"):
        if root and os.path.isdir(root):  # noqa: PTH112
            yield from (each.path for each in os.scandir(root) if ".so" in each.name and not each.is_dir())
