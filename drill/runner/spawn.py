"""Starting the processes of a grading: by `fork` of one that has imported what they need, or by `exec`.

Forking is what makes Linux fast. macOS does not allow it once Accelerate has run, so there each role is a
fresh interpreter; `DRILL_SPAWN=exec` asks for that anywhere. A role sees the same either way: the
descriptors it was given are 0, 1, 2, 3, ... in that order, no other is open, and it leads a session of its
own.

A role is named "package.module:function"; its arguments are strings.
"""

from __future__ import annotations

import fcntl
import os
import signal
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Any, NoReturn

FORK = sys.platform == "linux" and os.environ.get("DRILL_SPAWN") != "exec"

_BOOT = """
import sys
sys.path[:] = sys.argv[1].split(":")
from drill.runner.spawn import boot
boot(sys.argv[2:])
"""
_DEFAULT = (signal.SIGCHLD, signal.SIGINT, signal.SIGTERM)  # whoever started us may have them ignored
_HIGH = 64  # descriptors from here on are out of the way of those a role is given
_PR_SET_PDEATHSIG = 1
_PASSED_ON = ("PATH", "TMPDIR", "LD_LIBRARY_PATH", "CUDA_HOME", "CUDA_VISIBLE_DEVICES", "DRILL_SPAWN")
_FIXED = {
    "LANG": "C.UTF-8",
    "LC_ALL": "C.UTF-8",
    "TZ": "UTC",
    "PYTHONHASHSEED": "0",  # a submission that iterates over a set of strings can be replayed
    "PYTHONUTF8": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "OMP_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
    "VECLIB_MAXIMUM_THREADS": "1",
    "GLIBC_TUNABLES": "glibc.malloc.tcache_count=0",  # memory out of this cache is never perturbed
}


def environment() -> dict[str, str]:
    """What the host and everything below it runs with. Nothing of the learner's own travels on."""
    return {name: os.environ[name] for name in _PASSED_ON if name in os.environ} | _FIXED


def start(role: str, arguments: Sequence[str], descriptors: Sequence[int]) -> int:
    """Runs `role` in a new process, by fork where that is possible, and returns its id. On Linux it is killed
    when this process ends; elsewhere each role watches a socket."""
    if FORK:
        return _fork(role, arguments, descriptors)
    return execute(role, arguments, descriptors, dict(os.environ), parent=os.getpid())


def execute(
    role: str,
    arguments: Sequence[str],
    descriptors: Sequence[int],
    environ: dict[str, str],
    parent: int = 0,
) -> int:
    """Runs `role` in a new interpreter, which finds modules where this one does, and returns its id. With
    `parent`, our own id, it is killed when this process ends."""
    path = ":".join(module_path())
    command = [sys.executable, "-s", "-S", "-c", _BOOT, path, str(parent), role, *arguments]
    high = _out_of_the_way(descriptors)
    moves: list[Any] = [(os.POSIX_SPAWN_DUP2, fd, number) for number, fd in enumerate(high)]
    try:
        return os.posix_spawn(
            sys.executable, command, environ, file_actions=moves, setsigmask=(), setsigdef=_DEFAULT
        )
    finally:
        for fd in high:
            os.close(fd)


def module_path() -> list[str]:
    """Where modules are found here, without the folder we happen to be in: a learner's `numpy.py` may lie
    there."""
    own = Path(__file__).parents[2]
    entries = [Path(entry) for entry in sys.path if Path(entry).is_absolute() and ":" not in entry]
    try:
        here = Path.cwd()
    except FileNotFoundError:  # somebody removed it
        here = own
    return [str(entry) for entry in entries if entry != here or entry == own]


def boot(argv: Sequence[str]) -> NoReturn:
    """The first thing a new interpreter does."""
    os.chdir("/")  # a host may outlive the folder it was started in
    parent, role, *arguments = argv
    _run(role, arguments, int(parent))


def named(name: str) -> Any:
    """The object that "package.module:name" names."""
    module, _, attribute = name.partition(":")
    return getattr(import_module(module), attribute)


def _fork(role: str, arguments: Sequence[str], descriptors: Sequence[int]) -> int:
    parent = os.getpid()
    pid = os.fork()
    if pid:
        return pid
    try:
        for number, fd in enumerate(_out_of_the_way(descriptors)):
            os.dup2(fd, number)
        os.closerange(len(descriptors), os.sysconf("SC_OPEN_MAX"))
    except BaseException:
        os._exit(1)
    return _run(role, arguments, parent)


def _run(role: str, arguments: Sequence[str], parent: int) -> NoReturn:
    status = 1
    try:
        os.setsid()
        if parent:
            _die_with(parent)
        named(role)(*arguments)
        status = 0
    except BaseException:
        sys.excepthook(*sys.exc_info())
    finally:
        os._exit(status)  # no clean-up of what was inherited


def _die_with(parent: int) -> None:
    if sys.platform == "linux":
        import ctypes

        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
        if os.getppid() != parent:  # it ended before we asked
            os._exit(1)


def _out_of_the_way(descriptors: Sequence[int]) -> list[int]:
    return [fcntl.fcntl(fd, fcntl.F_DUPFD_CLOEXEC, _HIGH) for fd in descriptors]
