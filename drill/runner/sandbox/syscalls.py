"""The system calls that a submission may make, by number, for the two architectures we know.

Numbers from the kernel's own tables (arch/x86/entry/syscalls/syscall_64.tbl and
include/uapi/asm-generic/unistd.h); a test compares them with the headers where those are installed. None: the
architecture has no such call.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass

# name: (x86_64, aarch64)
ALLOWED: dict[str, tuple[int | None, int | None]] = {
    # files that are open
    "read": (0, 63), "write": (1, 64), "readv": (19, 65), "writev": (20, 66), "pread64": (17, 67),
    "pwrite64": (18, 68), "preadv": (295, 69), "pwritev": (296, 70), "preadv2": (327, 286),
    "pwritev2": (328, 287), "close": (3, 57), "close_range": (436, 436), "lseek": (8, 62),
    "fstat": (5, 80), "getdents": (78, None), "getdents64": (217, 61), "ftruncate": (77, 46),
    "fallocate": (285, 47), "fadvise64": (221, 223), "fsync": (74, 82), "fdatasync": (75, 83),
    "fstatfs": (138, 44), "sendfile": (40, 71), "copy_file_range": (326, 285), "dup": (32, 23),
    "dup2": (33, None), "dup3": (292, 24), "pipe": (22, None), "pipe2": (293, 59), "poll": (7, None),
    "ppoll": (271, 73), "select": (23, None), "pselect6": (270, 72), "epoll_create": (213, None),
    "epoll_create1": (291, 20), "epoll_ctl": (233, 21), "epoll_wait": (232, None),
    "epoll_pwait": (281, 22), "epoll_pwait2": (441, 441), "eventfd": (284, None), "eventfd2": (290, 19),
    # files by name, which Landlock holds
    "stat": (4, None), "lstat": (6, None), "newfstatat": (262, 79), "statx": (332, 291),
    "access": (21, None), "faccessat": (269, 48), "faccessat2": (439, 439), "readlink": (89, None),
    "readlinkat": (267, 78), "statfs": (137, 43), "getcwd": (79, 17), "chdir": (80, 49),
    "fchdir": (81, 50), "unlink": (87, None), "unlinkat": (263, 35), "rename": (82, None),
    "renameat": (264, 38), "renameat2": (316, 276), "umask": (95, 166),
    # memory
    "mmap": (9, 222), "munmap": (11, 215), "mprotect": (10, 226), "mremap": (25, 216),
    "madvise": (28, 233), "brk": (12, 214), "mincore": (27, 232), "msync": (26, 227),
    "membarrier": (324, 283), "get_mempolicy": (239, 236),
    # threads and time
    "futex": (202, 98), "futex_waitv": (449, 449), "set_robust_list": (273, 99),
    "set_tid_address": (218, 96), "rseq": (334, 293), "gettid": (186, 178), "sched_yield": (24, 124),
    "sched_getaffinity": (204, 123), "sched_getparam": (143, 121), "sched_getscheduler": (145, 120),
    "sched_get_priority_max": (146, 125), "sched_get_priority_min": (147, 126), "getcpu": (309, 168),
    "nanosleep": (35, 101), "clock_nanosleep": (230, 115), "clock_gettime": (228, 113),
    "clock_getres": (229, 114), "gettimeofday": (96, 169), "time": (201, None), "times": (100, 153),
    "getitimer": (36, 102), "setitimer": (38, 103), "alarm": (37, None), "pause": (34, None),
    "restart_syscall": (219, 128),
    # signals to oneself, and the end
    "rt_sigaction": (13, 134), "rt_sigprocmask": (14, 135), "rt_sigreturn": (15, 139),
    "rt_sigpending": (127, 136), "rt_sigtimedwait": (128, 137), "rt_sigsuspend": (130, 133),
    "sigaltstack": (131, 132), "exit": (60, 93), "exit_group": (231, 94), "wait4": (61, 260),
    "waitid": (247, 95),
    # what a process may know
    "getpid": (39, 172), "getppid": (110, 173), "getuid": (102, 174), "geteuid": (107, 175),
    "getgid": (104, 176), "getegid": (108, 177), "getgroups": (115, 158), "getresuid": (118, 148),
    "getresgid": (120, 150), "getpgrp": (111, None), "getpgid": (121, 155), "getsid": (124, 156),
    "uname": (63, 160), "sysinfo": (99, 179), "getrlimit": (97, 163), "getrusage": (98, 165),
    "getpriority": (140, 141), "capget": (125, 90), "getrandom": (318, 278), "arch_prctl": (158, None),
}  # fmt: skip
CHECKED: dict[str, tuple[int | None, int | None]] = {  # by their arguments: see `seccomp`
    "clone": (56, 220), "clone3": (435, 435), "kill": (62, 129), "tgkill": (234, 131),
    "prlimit64": (302, 261), "fcntl": (72, 25), "ioctl": (16, 29), "prctl": (157, 167), "open": (2, None),
    "openat": (257, 56),
}  # fmt: skip
GPU: dict[str, tuple[int | None, int | None]] = {  # what drivers need besides
    "mbind": (237, 235), "set_mempolicy": (238, 237), "memfd_create": (319, 279), "mlock": (149, 228),
    "munlock": (150, 229), "flock": (73, 32), "sched_setaffinity": (203, 122),
}  # fmt: skip
LAST = 450  # newer calls do not exist, so that C libraries fall back on older ones


@dataclass(frozen=True, slots=True)
class Machine:
    """What the filter needs to know of an architecture."""

    audit: int  # AUDIT_ARCH_*
    x32: int | None  # numbers from here on belong to another ABI
    allowed: frozenset[int]
    gpu: frozenset[int]
    checked: Mapping[str, int]


def machine(name: str = "") -> Machine | None:
    """The tables of this machine, or of the one named; None when we have none."""
    name = name or os.uname().machine
    if name == "x86_64":
        return Machine(0xC000003E, 0x40000000, _numbers(ALLOWED, 0), _numbers(GPU, 0), _column(CHECKED, 0))
    if name in ("aarch64", "arm64"):
        return Machine(0xC00000B7, None, _numbers(ALLOWED, 1), _numbers(GPU, 1), _column(CHECKED, 1))
    return None


def _column(table: dict[str, tuple[int | None, int | None]], column: int) -> dict[str, int]:
    found = ((name, row[column]) for name, row in table.items())
    return {name: number for name, number in found if number is not None}


def _numbers(table: dict[str, tuple[int | None, int | None]], column: int) -> frozenset[int]:
    return frozenset(_column(table, column).values())
