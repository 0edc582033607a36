"""A seccomp filter in classic BPF: what Landlock and rlimits do not hold.

RLIMIT_NPROC does not bind root, a process group does not hold a double fork after setsid, Landlock leaves UDP
and file metadata open. So the filter lists what may be called (`syscalls`), and everything else is refused
with EPERM: new processes, other programs, sockets, other processes' memory and signals, metadata of files,
the machine's settings. Some calls may be made with some arguments only:

    clone            threads only             clone3   does not exist: the C library falls back on clone
    kill, tgkill     this process only        prlimit64   our own limits: reading them, lowering RLIMIT_AS
    open, openat     no O_RDONLY|O_TRUNC, which old Landlock lets through
    fcntl, ioctl, prctl   the listed commands only (any ioctl for a GPU; Landlock holds the devices)

A foreign architecture's calls end the process; numbers newer than our table do not exist.
"""

from __future__ import annotations

import ctypes
import errno
import os
import struct

from drill.runner.sandbox.syscalls import LAST, Machine, machine

_LOAD, _AND, _JEQ, _JGE, _JSET, _RET = 0x20, 0x54, 0x15, 0x35, 0x45, 0x06
ALLOW, KILL, EPERM, ENOSYS = 0x7FFF0000, 0x80000000, 0x00050000 | errno.EPERM, 0x00050000 | errno.ENOSYS
_NUMBER, _ARCH, _ARGUMENT = 0, 4, (16, 24, 32)  # offsets in struct seccomp_data, low halves

_CLONE_THREAD = 0x00010000
_CLONE_NEW = 0x7E020080  # every namespace
_O_TRUNC, _O_ACCMODE = 0o1000, 0o3
_FCNTL = (
    0,
    1,
    2,
    3,
    4,
    5,
    6,
    7,
    36,
    37,
    38,
    1030,
)  # duplicate, flags, locks; no F_SETOWN, which sends signals
_IOCTL = (0x5401, 0x5413, 0x541B, 0x5421, 0x5450, 0x5451)  # TCGETS, TIOCGWINSZ, FIONREAD, FIONBIO, FIO(N)CLEX
_RLIMIT_AS = 9
_PRCTL = (3, 15, 16, 21, 23, 39, 0x53564D41)  # names, capabilities read, no_new_privs read, memory names

_PR_SET_SECCOMP, PR_SET_NO_NEW_PRIVS, _SECCOMP_MODE_FILTER = 22, 38, 2
_SECCOMP_GET_ACTION_AVAIL = 2


def program(target: Machine, pid: int, gpu: bool) -> bytes:
    """The filter for process `pid`, as an array of struct sock_filter."""
    code = [_op(_LOAD, _ARCH), _op(_JEQ, target.audit, 1, 0), _op(_RET, KILL), _op(_LOAD, _NUMBER)]
    if target.x32 is not None:
        code += [_op(_JGE, target.x32, 0, 1), _op(_RET, KILL)]
    for number in sorted(target.allowed | target.gpu if gpu else target.allowed):
        code += _when(number, [_op(_RET, ALLOW)])
    for name, block in _checks(pid, gpu).items():
        if name in target.checked:
            code += _when(target.checked[name], block)
    code += [_op(_JGE, LAST + 1, 0, 1), _op(_RET, ENOSYS), _op(_RET, EPERM)]
    return b"".join(code)


def install(libc: ctypes.CDLL, gpu: bool) -> None:
    """Filter this process from now on, and every thread it starts. It must have set no_new_privs. Raises
    OSError."""
    target = machine()
    assert target is not None
    code = program(target, os.getpid(), gpu)
    argument = _Program(len(code) // 8, code)
    if libc.prctl(_PR_SET_SECCOMP, _SECCOMP_MODE_FILTER, ctypes.byref(argument), 0, 0):
        raise OSError(ctypes.get_errno(), "seccomp")


def unavailable(libc: ctypes.CDLL) -> str:
    """Why this machine cannot filter, or an empty string."""
    if machine() is None:
        return "no system call table for this architecture"
    seccomp = {"x86_64": 317}.get(os.uname().machine, 277)
    action = ctypes.c_uint32(KILL)
    if libc.syscall(seccomp, _SECCOMP_GET_ACTION_AVAIL, 0, ctypes.byref(action)):
        return f"the kernel has no filters: {os.strerror(ctypes.get_errno())}"
    return ""


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("filter", ctypes.c_char_p))


def _op(code: int, value: int, true: int = 0, false: int = 0) -> bytes:
    return struct.pack("<HBBI", code, true, false, value)


def _when(number: int, block: list[bytes]) -> list[bytes]:
    """`block`, which returns on every path, for that system call."""
    return [_op(_JEQ, number, 0, len(block)), *block]


def _among(argument: int, values: tuple[int, ...]) -> list[bytes]:
    """Allowed when the low half of an argument is one of `values`; the kernel reads no more of it."""
    block = [_op(_LOAD, _ARGUMENT[argument])]
    for value in values:
        block += [_op(_JEQ, value, 0, 1), _op(_RET, ALLOW)]
    return [*block, _op(_RET, EPERM)]


def _checks(pid: int, gpu: bool) -> dict[str, list[bytes]]:
    thread = [
        _op(_LOAD, _ARGUMENT[0]),
        *(_op(_JSET, _CLONE_NEW, 0, 1), _op(_RET, EPERM)),
        *(_op(_JSET, _CLONE_THREAD, 0, 1), _op(_RET, ALLOW), _op(_RET, EPERM)),
    ]
    own_limits = [
        *(_op(_LOAD, _ARGUMENT[0]), _op(_JEQ, 0, 2, 0), _op(_JEQ, pid, 1, 0), _op(_RET, EPERM)),
        *(_op(_LOAD, _ARGUMENT[2]), _op(_JEQ, 0, 0, 3)),  # no new limit: both halves of the pointer are zero
        *(_op(_LOAD, _ARGUMENT[2] + 4), _op(_JEQ, 0, 0, 1), _op(_RET, ALLOW)),
        *_among(1, (_RLIMIT_AS,)),
    ]
    return {
        "clone": thread,
        "clone3": [_op(_RET, ENOSYS)],
        "kill": _among(0, (pid,)),
        "tgkill": _among(0, (pid,)),
        "prlimit64": own_limits,
        "open": _unless_truncating(1),
        "openat": _unless_truncating(2),
        "fcntl": _among(1, _FCNTL),
        "ioctl": [_op(_RET, ALLOW)] if gpu else _among(1, _IOCTL),
        "prctl": _among(0, _PRCTL),
    }


def _unless_truncating(flags: int) -> list[bytes]:
    return [
        *(_op(_LOAD, _ARGUMENT[flags]), _op(_AND, _O_TRUNC | _O_ACCMODE)),
        *(_op(_JEQ, _O_TRUNC, 0, 1), _op(_RET, EPERM), _op(_RET, ALLOW)),
    ]
