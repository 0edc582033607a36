"""Landlock: which files a submission may touch. The kernel enforces it for root and ordinary users alike.

Rules only ever allow a folder with all below it, so `paths` names folders that contain nothing private. What
the ABI version does not know is left out of the ruleset; `layers` in the package reports the version.
"""

from __future__ import annotations

import ctypes
import errno
import os
import stat
import struct
from collections.abc import Iterable

CREATE_RULESET, ADD_RULE, RESTRICT_SELF = 444, 445, 446  # the same on every architecture
EXECUTE, WRITE_FILE, READ_FILE, READ_DIR = 1 << 0, 1 << 1, 1 << 2, 1 << 3
REMOVE_FILE, MAKE_REG, TRUNCATE, IOCTL_DEV = 1 << 5, 1 << 8, 1 << 14, 1 << 15
# ABI 1: the first thirteen rights; 2: REFER; 3: TRUNCATE; 4: TCP; 5: IOCTL_DEV; 6: abstract sockets, signals.
ABI_FILES = {1: (1 << 13) - 1, 2: (1 << 14) - 1, 3: (1 << 15) - 1, 4: (1 << 15) - 1}
TCP, SCOPES = 0b11, 0b11
QUIET = 1  # from ABI 7: what we refuse a submission is no news for the audit log
READ = READ_FILE | READ_DIR
SCRATCH = READ | WRITE_FILE | TRUNCATE | REMOVE_FILE | MAKE_REG  # plain files only
FILE_RIGHTS = EXECUTE | WRITE_FILE | READ_FILE | TRUNCATE | IOCTL_DEV  # the rights a rule on a file may name


def abi(libc: ctypes.CDLL) -> int:
    """The kernel's version of Landlock; 0 when it is absent or switched off."""
    return max(0, int(libc.syscall(CREATE_RULESET, None, ctypes.c_size_t(0), ctypes.c_uint32(1))))


def restrict(
    libc: ctypes.CDLL, readable: Iterable[str], devices: Iterable[str], writable: Iterable[str]
) -> None:
    """Give up every file but these: `devices` may be read, written and controlled. Raises OSError."""
    version = abi(libc)
    if not version:
        raise OSError(errno.ENOSYS, "the kernel has no Landlock")
    files = ABI_FILES.get(version, (1 << 16) - 1)
    attributes = struct.pack("<QQQ", files, TCP if version >= 4 else 0, SCOPES if version >= 6 else 0)
    size = 8 if version < 4 else 16 if version < 6 else 24
    ruleset = _check(libc.syscall(CREATE_RULESET, attributes, ctypes.c_size_t(size), ctypes.c_uint32(0)))
    for paths, rights in (
        (readable, READ),
        (devices, READ | WRITE_FILE | IOCTL_DEV),
        (writable, SCRATCH),
    ):
        for path in paths:
            _allow(libc, ruleset, path, rights & files)
    _check(libc.syscall(RESTRICT_SELF, ctypes.c_int(ruleset), ctypes.c_uint32(QUIET if version >= 7 else 0)))
    os.close(ruleset)


def _allow(libc: ctypes.CDLL, ruleset: int, path: str, rights: int) -> None:
    try:
        parent = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except OSError:  # not on this machine: then nothing is lost by not allowing it
        return
    try:
        if not stat.S_ISDIR(os.fstat(parent).st_mode):
            rights &= FILE_RIGHTS
        rule = struct.pack("<Qi", rights, parent)
        _check(libc.syscall(ADD_RULE, ctypes.c_int(ruleset), ctypes.c_int(1), rule, ctypes.c_uint32(0)))
    finally:
        os.close(parent)


def _check(result: int) -> int:
    if result < 0:
        number = ctypes.get_errno()
        raise OSError(number, f"Landlock: {os.strerror(number)}")
    return result
