"""A seccomp filter in classic BPF: what Landlock and rlimits do not hold.

RLIMIT_NPROC does not bind root, a process group does not hold a double fork after setsid, Landlock leaves UDP
and file metadata open; so new processes, other programs, sockets, metadata and other processes' signals end
here, with EPERM. Threads stay allowed (`clone` with CLONE_THREAD). Foreign architectures kill the process;
calls newer than our table do not exist. It lists what is refused; what is not on it is held by Landlock,
the dropped capabilities and the empty set of open files.
"""

from __future__ import annotations

import ctypes
import errno
import os
import struct

from drill.runner.sandbox.syscalls import Machine, machine

LOAD, JEQ, JGE, JSET, RET = 0x20, 0x15, 0x35, 0x45, 0x06
ALLOW, KILL, ERRNO = 0x7FFF0000, 0x80000000, 0x00050000
NUMBER, ARCH, ARG0, ARG1, ARG2 = 0, 4, 16, 24, 32  # offsets in struct seccomp_data, little endian
CLONE_THREAD = 0x00010000
F_SETOWN, F_SETOWN_EX = 8, 15
TIOCSTI, TIOCLINUX = 0x5412, 0x541C
PR_SET_SECCOMP, PR_SET_NO_NEW_PRIVS, SECCOMP_MODE_FILTER = 22, 38, 2
EPERM, ENOSYS = ERRNO | errno.EPERM, ERRNO | errno.ENOSYS


def _op(code: int, value: int, true: int = 0, false: int = 0) -> bytes:
    return struct.pack("<HBBI", code, true, false, value)


def program(target: Machine, pid: int) -> bytes:
    """The filter for a process `pid`, as an array of sock_filter."""
    out = [_op(LOAD, ARCH), _op(JEQ, target.audit, 1, 0), _op(RET, KILL), _op(LOAD, NUMBER)]
    if target.x32 is not None:
        out += [_op(JGE, target.x32, 0, 1), _op(RET, KILL)]
    out += [_op(JEQ, target.clone3, 0, 1), _op(RET, ENOSYS)]
    for number in target.denied:
        out += [_op(JEQ, number, 0, 1), _op(RET, EPERM)]
    out += [_op(JGE, target.last + 1, 0, 1), _op(RET, ENOSYS)]
    # clone: threads only
    out += [_op(JEQ, target.clone, 0, 4), _op(LOAD, ARG0), _op(JSET, CLONE_THREAD, 1, 0), _op(RET, EPERM)]
    out += [_op(RET, ALLOW)]
    for number in target.kill:  # to ourselves only
        out += [
            _op(JEQ, number, 0, 4),
            _op(LOAD, ARG0),
            _op(JEQ, pid, 1, 0),
            _op(RET, EPERM),
            _op(RET, ALLOW),
        ]
    # prlimit64: reading (no new limit: both halves of the pointer are zero) is fine
    out += [_op(JEQ, target.prlimit, 0, 6), _op(LOAD, ARG2), _op(JEQ, 0, 0, 3), _op(LOAD, ARG2 + 4)]
    out += [_op(JEQ, 0, 0, 1), _op(RET, ALLOW), _op(RET, EPERM)]
    # no signals by the back door
    out += [_op(JEQ, target.fcntl, 0, 5), _op(LOAD, ARG1), _op(JEQ, F_SETOWN, 1, 0)]
    out += [_op(JEQ, F_SETOWN_EX, 0, 1), _op(RET, EPERM), _op(RET, ALLOW)]
    # ioctl: nothing may be typed into a terminal
    out += [_op(JEQ, target.ioctl, 0, 4), _op(LOAD, ARG1), _op(JEQ, TIOCSTI, 1, 0), _op(JEQ, TIOCLINUX, 0, 1)]
    out += [_op(RET, EPERM), _op(RET, ALLOW)]
    return b"".join(out)


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("filter", ctypes.c_char_p))


def install(libc: ctypes.CDLL) -> None:
    """Filter this process from now on; every thread it starts inherits the filter. Raises OSError."""
    target = machine()
    if target is None:
        raise OSError(errno.ENOSYS, "no system call table for this architecture")
    code = program(target, os.getpid())
    argument = _Program(len(code) // 8, code)
    if libc.prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0):
        raise OSError(ctypes.get_errno(), "no_new_privs")
    if libc.prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, ctypes.byref(argument), 0, 0):
        raise OSError(ctypes.get_errno(), "seccomp")


def unavailable() -> str:
    """Why this machine cannot filter, or an empty string."""
    if machine() is None:
        return "no system call table for this architecture"
    if not os.path.exists("/proc/sys/kernel/seccomp/actions_avail"):  # noqa: PTH110 - no pathlib in a child
        libc = ctypes.CDLL(None, use_errno=True)
        # PR_GET_SECCOMP answers EINVAL where the kernel was built without it.
        if libc.prctl(21, 0, 0, 0, 0) < 0:
            return "the kernel was built without seccomp"
    return ""
