"""What another process uses, read from outside it: CPU time and memory that is its own."""

from __future__ import annotations

import contextlib
import ctypes
import os
import sys
import time

_KIB = 1024


class Meter:
    """Readings of one process. After its end, the last ones."""

    def __init__(self, pid: int) -> None:
        self._pid = pid
        self._cpu = 0.0
        self._memory = 0
        self._status = os.open(f"/proc/{pid}/status", os.O_RDONLY) if sys.platform == "linux" else -1

    def cpu(self) -> float:
        """Seconds of all its threads."""
        with contextlib.suppress(OSError):
            self._cpu = (
                time.clock_gettime(_cpu_clock(self._pid)) if self._status >= 0 else _mac_usage(self._pid)[0]
            )
        return self._cpu

    def memory(self) -> int:
        """Bytes of anonymous and shared memory in use; files it maps do not count."""
        with contextlib.suppress(OSError):
            self._memory = _linux_memory(self._status) if self._status >= 0 else _mac_usage(self._pid)[1]
        return self._memory

    def close(self) -> None:
        if self._status >= 0:
            os.close(self._status)


def folder_holds_more(path: str, max_bytes: int, max_files: int) -> bool:
    """Whether a folder of files has outgrown its bounds; it may change meanwhile."""
    if not path:
        return False
    size = count = 0
    with contextlib.suppress(OSError), os.scandir(path) as entries:
        for entry in entries:
            count += 1
            size += entry.stat(follow_symlinks=False).st_blocks * 512
            if size > max_bytes or count > max_files:
                return True
    return False


def _cpu_clock(pid: int) -> int:
    """The kernel's id of a process's CPU clock: MAKE_PROCESS_CPUCLOCK(pid, CPUCLOCK_SCHED)."""
    return (~pid << 3) | 2


def _linux_memory(status: int) -> int:
    total = 0
    for line in os.pread(status, 4096, 0).splitlines():
        if line.startswith((b"RssAnon:", b"RssShmem:", b"VmSwap:")):
            total += int(line.split()[1]) * _KIB
    return total


def _mac_usage(pid: int) -> tuple[float, int]:
    """CPU seconds and physical footprint, from proc_pid_rusage (RUSAGE_INFO_V0)."""
    libc = ctypes.CDLL(None)
    usage, timebase = (ctypes.c_uint64 * 12)(), (ctypes.c_uint32 * 2)()
    if libc.proc_pid_rusage(pid, 0, ctypes.byref(usage)) or libc.mach_timebase_info(ctypes.byref(timebase)):
        raise OSError(f"process {pid} cannot be read")
    return (usage[2] + usage[3]) * timebase[0] / timebase[1] / 1e9, usage[9]
