"""The filter's decisions on both architectures, by a small interpreter of classic BPF."""

from __future__ import annotations

import re
import struct
from pathlib import Path

import pytest

from drill.runner.sandbox import seccomp, syscalls
from drill.runner.sandbox.seccomp import ALLOW, ENOSYS, EPERM, KILL

PID = 4321
HEADERS = {
    "x86_64": Path("/usr/include/x86_64-linux-gnu/asm/unistd_64.h"),
    "aarch64": Path("/usr/include/asm-generic/unistd.h"),
}
RENAMED = {"newfstatat": ("newfstatat", "fstatat")}
CLONE_THREADS, CLONE_NEWUSER = 0x3D0F00, 0x10000000


@pytest.fixture(params=["x86_64", "aarch64"])
def target(request: pytest.FixtureRequest) -> syscalls.Machine:
    found = syscalls.machine(request.param)
    assert found is not None
    return found


def decide(target: syscalls.Machine, number: int, *arguments: int, gpu: bool = False, arch: int = 0) -> int:
    """What the filter returns for one call."""
    arguments += (0,) * (6 - len(arguments))
    data = struct.pack("<IIQ6Q", number, arch or target.audit, 0, *(a % (1 << 64) for a in arguments))
    code = list(struct.iter_unpack("<HBBI", seccomp.program(target, PID, gpu)))
    assert len(code) < 4096  # BPF_MAXINSNS
    register = counter = 0
    while True:
        operation, true, false, value = code[counter]
        counter += 1
        if operation == 0x20:
            (register,) = struct.unpack_from("<I", data, value)
        elif operation == 0x54:
            register &= value
        elif operation == 0x06:
            return int(value)
        else:
            taken = {0x15: register == value, 0x35: register >= value, 0x45: bool(register & value)}[
                operation
            ]
            counter += true if taken else false


def test_everyday_calls_are_allowed(target: syscalls.Machine) -> None:
    for number in target.allowed:
        assert decide(target, number) == ALLOW


def test_foreign_calls_end_the_process(target: syscalls.Machine) -> None:
    assert decide(target, 1, arch=0x40000003) == KILL  # i386
    if target.x32 is not None:
        assert decide(target, target.x32 + 1) == KILL


def test_unlisted_calls_are_refused_and_new_ones_do_not_exist(target: syscalls.Machine) -> None:
    listed = target.allowed | set(target.checked.values())
    for number in set(range(syscalls.LAST + 1)) - listed:
        assert decide(target, number) == EPERM
    assert decide(target, syscalls.LAST + 1) == ENOSYS
    assert decide(target, 0x3FFFFFFF) == ENOSYS
    assert decide(target, target.checked["clone3"]) == ENOSYS


def test_threads_but_no_processes(target: syscalls.Machine) -> None:
    clone = target.checked["clone"]
    assert decide(target, clone, CLONE_THREADS) == ALLOW
    assert decide(target, clone, 17) == EPERM  # fork
    assert decide(target, clone, 0x4111) == EPERM  # vfork
    assert decide(target, clone, CLONE_THREADS | CLONE_NEWUSER) == EPERM


@pytest.mark.parametrize("name", ["kill", "tgkill"])
def test_signals_to_ourselves_only(target: syscalls.Machine, name: str) -> None:
    number = target.checked[name]
    assert decide(target, number, PID, 15) == ALLOW
    for other in (0, 1, -1, -PID, PID + 1):
        assert decide(target, number, other, 9) == EPERM


def test_limits_are_read_not_set(target: syscalls.Machine) -> None:
    number = target.checked["prlimit64"]
    assert decide(target, number, 0, 9, 0, 1 << 40) == ALLOW
    assert decide(target, number, PID, 9, 0, 1 << 40) == ALLOW
    assert decide(target, number, 1, 9, 0, 1 << 40) == EPERM
    assert decide(target, number, 0, 7, 64) == EPERM
    assert decide(target, number, 0, 7, 1 << 40) == EPERM  # a pointer whose low half is zero
    assert decide(target, number, 0, 9, 64) == ALLOW  # the address space, which can only be lowered


def test_files_are_not_truncated_while_reading(target: syscalls.Machine) -> None:
    number = target.checked["openat"]
    assert decide(target, number, -100, 0, 0o2000000) == ALLOW
    assert decide(target, number, -100, 0, 0o1101) == ALLOW  # O_WRONLY|O_CREAT|O_TRUNC: Landlock decides
    assert decide(target, number, -100, 0, 0o1000) == EPERM


def test_commands(target: syscalls.Machine) -> None:
    fcntl, ioctl, prctl = (target.checked[name] for name in ("fcntl", "ioctl", "prctl"))
    assert decide(target, fcntl, 1, 3) == ALLOW
    assert decide(target, fcntl, 1, 8, 1) == EPERM  # F_SETOWN
    assert decide(target, ioctl, 1, 0x5401) == ALLOW
    assert decide(target, ioctl, 1, 0x5412) == EPERM  # TIOCSTI
    assert decide(target, ioctl, 1, 0xC0304627, gpu=True) == ALLOW
    assert decide(target, prctl, 15) == ALLOW
    assert decide(target, prctl, 1, 0) == EPERM  # PR_SET_PDEATHSIG


@pytest.mark.parametrize("name", list(HEADERS))
def test_the_numbers_are_those_of_the_kernel(name: str) -> None:
    if not HEADERS[name].exists():
        pytest.skip("no kernel headers")
    text = HEADERS[name].read_text()
    numbers = {m[1]: int(m[2]) for m in re.finditer(r"#define __NR(?:3264)?_(\w+)\s+(\d+)", text)}
    column = list(HEADERS).index(name)
    for call, row in {**syscalls.ALLOWED, **syscalls.CHECKED, **syscalls.GPU}.items():
        known = {numbers[each] for each in RENAMED.get(call, (call,)) if each in numbers}
        assert (row[column] in known) if known else row[column] is None, call
