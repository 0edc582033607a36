"""Each layer of the sandbox, tried from inside it: what must be refused is, and honest work goes on."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from drill.runner import sandbox
from drill.runner.sandbox import paths

NEEDS = pytest.mark.skipif(not sandbox.isolated(), reason="Landlock and seccomp are needed")

# Run in a fresh process: confine, then each line of argv[3:], and report what became of it.
PROBE = """
import json, os, sys
path, scratch, uid, lines = json.loads(sys.argv[1])
sys.path[:] = path
import ctypes, fcntl, resource, socket, threading, time
import numpy as np
from drill.runner import sandbox
from drill.runner.sandbox import paths
sandbox.prepare(["numpy"])
if uid is not None:
    os.chown(scratch, uid, uid)
    os.setgroups([]); os.setgid(uid); os.setuid(uid)
    ctypes.CDLL(None).prctl(4, 1, 0, 0, 0)  # dumpable again, as a process of that user would be
os.chdir(scratch)
sandbox.limit_memory(sandbox.confine(scratch, ["numpy"], "cpu"), 256)
libc = ctypes.CDLL(None, use_errno=True)
found = {}
for line in lines:
    try:
        exec(line)
        found[line] = "done"
    except BaseException as error:
        found[line] = type(error).__name__
print(json.dumps(found))
"""

REFUSED = {
    f"os.listdir({str(Path.home())!r})": "PermissionError",
    f"open({str(Path(__file__))!r}).read()": "PermissionError",
    "open('/etc/passwd').read()": "PermissionError",
    "open('/proc/self/mem', 'rb').read(1)": "PermissionError",
    f"open('/proc/{os.getpid()}/environ').read()": "PermissionError",
    "open('/dev/shm/x', 'w')": "PermissionError",
    "open('../outside', 'w')": "PermissionError",
    f"os.truncate({__file__!r}, 0)": "PermissionError",
    "os.chmod('.', 0o777)": "PermissionError",
    "os.utime(sys.executable)": "PermissionError",
    "os.setxattr('.', 'user.x', b'1')": "PermissionError",
    "os.chown('.', 0, 0)": "PermissionError",
    "os.mkdir('folder')": "PermissionError",
    "os.symlink('/etc/passwd', 'link')": "PermissionError",
    "os.link(sys.executable, 'link')": "PermissionError",
    "os.mkfifo('pipe')": "PermissionError",
    "os.fork()": "PermissionError",
    "os.execv('/bin/true', ['true'])": "PermissionError",
    "__import__('subprocess').run(['true'])": "PermissionError",
    "os.setsid()": "PermissionError",
    "os.kill(os.getppid(), 0)": "PermissionError",
    "os.kill(-1, 0)": "PermissionError",
    "os.killpg(0, 0)": "PermissionError",
    "os.setpriority(os.PRIO_PROCESS, os.getppid(), 5)": "PermissionError",
    "os.sched_setaffinity(os.getppid(), {0})": "PermissionError",
    "fcntl.fcntl(1, fcntl.F_SETOWN, os.getppid())": "PermissionError",
    "socket.socket(socket.AF_INET, socket.SOCK_STREAM)": "PermissionError",
    "socket.socket(socket.AF_INET, socket.SOCK_DGRAM)": "PermissionError",
    "socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)": "PermissionError",
    "socket.socketpair()": "PermissionError",
    "os.memfd_create('x')": "PermissionError",
    "resource.setrlimit(resource.RLIMIT_AS, (-1, -1))": "ValueError",
    "resource.setrlimit(resource.RLIMIT_NOFILE, (9, 9))": "ValueError",
    "resource.setrlimit(resource.RLIMIT_CPU, (1, 1))": "ValueError",
    "assert libc.ptrace(16, os.getppid(), 0, 0) == 0": "AssertionError",
    "assert libc.unshare(0x10000000) == 0": "AssertionError",
    "assert libc.syscall(1000) != -1 or ctypes.get_errno() != 38": "AssertionError",
    "bytearray(1 << 30)": "MemoryError",
    "open('big', 'wb').write(bytes(64 << 20))": "OSError",
    "import yaml": "PermissionError",
    "time.clock_settime(time.CLOCK_REALTIME, 0)": "PermissionError",
}
ALLOWED = (
    "open('mine', 'w').write('text'); assert open('mine').read() == 'text'; os.remove('mine')",
    "bytearray(100 << 20)",
    "os.kill(os.getpid(), 0)",
    "t = threading.Thread(target=int); t.start(); t.join()",
    "(np.ones((200, 200)) @ np.ones((200, 200))).sum()",
    "import sqlite3, decimal, numpy.testing, dataclasses, unittest.mock",
    "resource.getrlimit(resource.RLIMIT_AS)",
    "os.urandom(8)",
)


def probe(scratch: Path, lines: list[str], uid: int | None) -> dict[str, str]:
    scratch.mkdir(exist_ok=True)
    for folder in (scratch, *scratch.parents):
        if uid is not None and folder.owner() == "root" and folder != Path("/"):
            folder.chmod(0o755)
    argument = json.dumps([sys.path, str(scratch), uid, lines])
    done = subprocess.run([sys.executable, "-c", PROBE, argument], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    found: dict[str, str] = json.loads(done.stdout)
    return found


@NEEDS
@pytest.mark.parametrize(
    "uid", [pytest.param(None, id="self"), pytest.param(65534, id="nobody", marks=pytest.mark.slow)]
)
def test_what_is_refused_and_what_goes_on(tmp_path: Path, uid: int | None) -> None:
    if uid is not None and os.geteuid() != 0:
        pytest.skip("only root can become another user")
    expected = {**REFUSED, **dict.fromkeys(ALLOWED, "done")}
    folders = [Path(sys.base_prefix), *Path(sys.base_prefix).parents]
    if uid is not None and not all(folder.stat().st_mode & 0o001 for folder in folders):  # root's own Python
        expected = {line: found for line, found in expected.items() if "import" not in line}
    assert probe(tmp_path / "scratch", list(expected), uid) == expected


def test_layers_say_why() -> None:
    layers = sandbox.layers()
    assert {layer.name for layer in layers if layer.required} == {"Landlock", "seccomp"}
    assert all(layer.reason for layer in layers)


def test_hidden_folders_are_left_out_and_their_neighbours_are_not(tmp_path: Path) -> None:
    for name in ("lib/bank/problems", "lib/other", "elsewhere"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "lib" / "file.so").touch()
    allowed = [str(tmp_path / "lib"), str(tmp_path / "elsewhere")]
    found = set(paths.around(allowed, [str(tmp_path / "lib" / "bank")]))
    assert found == {str(tmp_path / name) for name in ("lib/other", "lib/file.so", "elsewhere")}
    assert list(paths.around(allowed, [str(tmp_path / "elsewhere")])) == allowed[:1]


def test_no_allowed_path_could_hold_a_bank_or_drill() -> None:
    private = [str(Path(sandbox.__file__).parents[3]), str(Path.home()), "/tmp", "/etc", "/var", "/root"]
    for path in paths.readable(("numpy", "torch"), False):
        assert not any(each == path or each.startswith(path + "/") for each in private), path
