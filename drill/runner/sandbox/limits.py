"""What the kernel bounds by numbers, and what a submission inherits: rlimits, capabilities, environment.

The memory limit is relative: torch maps gigabytes of address space before a submission has done anything.
"""

from __future__ import annotations

import ctypes
import resource
import struct
import sys

FILE_BYTES = 16 << 20  # of a file in the scratch folder
OPEN_FILES, GPU_OPEN_FILES = 64, 1024  # a GPU's driver keeps many open
THREAD_BYTES = 256 << 20  # address space that stacks and arenas of threads reserve and hardly touch
CPU_SECONDS = 600  # a backstop for a judge that no longer watches
PR_CAPBSET_DROP, CAPABILITY_VERSION_3 = 24, 0x20080522


def set_limits(gpu: bool) -> None:
    """rlimits for this process, but for memory."""
    _lower(resource.RLIMIT_CORE, 0)
    _lower(resource.RLIMIT_FSIZE, FILE_BYTES)
    _lower(resource.RLIMIT_NOFILE, GPU_OPEN_FILES if gpu else OPEN_FILES)
    _lower(resource.RLIMIT_CPU, CPU_SECONDS)


def limit_memory(mapped: int, memory_mb: int) -> None:
    """Bounds the address space to what was `mapped` (bytes) and so many MiB on top. macOS knows no such
    bound; the judge watches memory anyway."""
    if sys.platform == "linux":
        _lower(resource.RLIMIT_AS, mapped + (memory_mb << 20) + THREAD_BYTES)


def mapped_bytes() -> int:
    """The address space in use; 0 where the kernel does not say."""
    if sys.platform != "linux":
        return 0
    with open("/proc/self/statm", "rb") as file:  # noqa: PTH123
        return int(file.read().split()[0]) * resource.getpagesize()


def _lower(name: int, value: int) -> None:
    _, hard = resource.getrlimit(name)
    limit = value if hard == resource.RLIM_INFINITY else min(value, hard)
    resource.setrlimit(name, (limit, limit))


def drop_capabilities(libc: ctypes.CDLL) -> None:
    """Root keeps its number and loses its powers (Linux). Raises OSError."""
    for capability in range(64):
        if libc.prctl(PR_CAPBSET_DROP, capability, 0, 0, 0) < 0:
            break  # past the last one, or not root: then there is nothing to drop
    header, none = struct.pack("<Ii", CAPABILITY_VERSION_3, 0), bytes(24)
    if libc.capset(header, none) < 0:
        raise OSError(ctypes.get_errno(), "capset")
