"""The session: supervises one request.

    client ── connection ──> judge <── control ──> session ──> runner, runner, ...
       host ── link ──> session

How it works. The host starts a session, which starts the judge and a first runner at once (it locks itself
in while the judge reads the bank), and waits for the client's connection on its link. It passes that on to
the judge without reading from it: the request names the seed, and runners are forked from here. On the
judge's word it starts runners (the judge gets their pipe ends as descriptors and talks to them directly) and
ends them: kills, reaps whatever they left behind, reports how they died and what they used, removes the
scratch folder. It is over when the judge exits, the client hangs up or the host dies; then everything below
goes.

What it knows: which processes are its own. What it does not know: the bank, the request, the submission. On
Linux nothing survives it (PR_SET_PDEATHSIG, and orphans of a runner are adopted here); elsewhere a runner's
process group is killed, and a process that left the group survives.
"""

from __future__ import annotations

import contextlib
import fcntl
import json
import os
import select
import signal
import socket
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from drill.runner import frames, scratch, spawn

LINK = 3  # descriptor of the link to the host
USUAL = "{}"  # the wishes of most programs, as `child.main` takes them
_PR_SET_CHILD_SUBREAPER = 36
_ORPHAN_ROUNDS = 1000
_GRACE = 0.2  # seconds until a runner that closed its pipe has had time to finish dying


@dataclass(frozen=True, slots=True)
class Started:
    """A runner process and the judge's ends of its pipes: requests, replies, what it prints."""

    pid: int
    scratch: str
    pipes: tuple[int, int, int]


def main(judge: str, torch: str, scratch_root: str) -> None:
    """`judge` names the function that serves; `torch` is "1" when submissions need it."""
    _adopt_orphans()
    control, theirs = socket.socketpair()
    quiet = os.open(os.devnull, os.O_RDWR)
    judging = spawn.start("drill.runner.judging:main", [judge, torch], [quiet, 2, 2, theirs.fileno()])
    theirs.close()
    link = socket.socket(fileno=LINK)
    session = Session(control, judging, scratch_root, torch, quiet)
    try:
        connection = _connection(link)
        if connection is not None:
            with connection:
                socket.send_fds(control, [b"c"], [connection.fileno()])
                session.serve(link, connection)
    finally:
        session.end_all()


class Session:
    """The runners of one request, and the judge's wishes about them."""

    def __init__(
        self, control: socket.socket, judging: int, scratch_root: str, torch: str, quiet: int
    ) -> None:
        self._control = control
        self._judging = judging
        self._scratch_root = scratch_root
        self._torch = torch
        self._quiet = quiet
        self._runners: dict[int, Started] = {}
        self._count = 0
        self._spare: Started | None = self._start()

    def serve(self, link: socket.socket, connection: socket.socket) -> None:
        """Until the judge, the client or the host is gone."""
        waiting = select.poll()
        waiting.register(self._control, select.POLLIN)
        waiting.register(link, select.POLLIN)  # the host says nothing more: this is its end
        while True:
            ready = [fd for fd, _ in waiting.poll()]
            if ready != [self._control.fileno()]:
                return
            wish = frames.receive(self._control)
            if wish is None:
                return
            if wish["op"] == "watch":  # the request is read: what comes next from the client is its end
                waiting.register(connection, select.POLLIN)
            elif wish["op"] == "start":
                self._hand_out(json.dumps(wish["wishes"]))
            else:
                ended = self._end(wish["pid"], wish["grace"])
                if wish["op"] == "end":
                    frames.send(self._control, ended)

    def end_all(self) -> None:
        """Nothing we started survives."""
        _kill(self._judging)
        os.waitpid(self._judging, 0)
        for pid in list(self._runners):
            self._end(pid, grace=False)

    def _hand_out(self, wishes: str) -> None:
        if wishes != USUAL:
            runner = self._start(wishes)
        else:
            runner = self._spare or self._start()
            # A new interpreter needs a head start; the first runner is mostly the only one.
            self._spare = None if spawn.FORK or self._count == 1 else self._start()
        frames.send(self._control, {"pid": runner.pid, "scratch": runner.scratch})
        socket.send_fds(self._control, [b"p"], list(runner.pipes))
        for fd in runner.pipes:
            os.close(fd)

    def _start(self, wishes: str = USUAL) -> Started:
        self._count += 1
        folder = scratch.make(self._scratch_root, self._count)
        requests, to_runner = os.pipe()
        from_runner, replies = os.pipe()
        printed, prints = os.pipe()
        _widen(to_runner, from_runner)
        given = [self._quiet, prints, prints, requests, replies]
        pid = spawn.start("drill.runner.child:main", [folder, self._torch, wishes], given)
        for fd in (requests, replies, prints):
            os.close(fd)
        self._runners[pid] = Started(pid, folder, (to_runner, from_runner, printed))
        return self._runners[pid]

    def _end(self, pid: int, grace: bool) -> dict[str, Any]:
        """Ends a runner; says how it had ended when it was dead already, and what it used."""
        runner = self._runners.pop(pid)
        ended = _reaped(pid, _GRACE if grace else 0.0)
        killed = ended is None
        if killed:
            _kill(pid)
        status, usage = ended or os.wait4(pid, 0)[1:]
        _kill_group(pid)
        _kill_orphans({self._judging, *self._runners})
        scratch.remove(runner.scratch)
        return {
            "killed": killed,
            "signal": os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0,
            "status": os.WEXITSTATUS(status) if os.WIFEXITED(status) else 0,
            "cpu": usage.ru_utime + usage.ru_stime,
        }


def _connection(link: socket.socket) -> socket.socket | None:
    """What the host passes on; None when it ended instead."""
    message, descriptors, _, _ = socket.recv_fds(link, 1, 1)
    return socket.socket(fileno=descriptors[0]) if message else None


def _widen(*pipes: int) -> None:
    """Fewer turns for large arrays, where the kernel lets us."""
    for fd in pipes:
        with contextlib.suppress(OSError, AttributeError):
            fcntl.fcntl(fd, fcntl.F_SETPIPE_SZ, 1 << 20)


def _reaped(pid: int, patience: float) -> tuple[int, Any] | None:
    """Exit status and usage of a process that ended, waiting `patience` seconds; None when it still runs."""
    until = time.monotonic() + patience
    while True:
        found, status, usage = os.wait4(pid, os.WNOHANG)
        if found:
            return status, usage
        if time.monotonic() >= until:
            return None
        time.sleep(0.001)


def _kill(pid: int) -> None:
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, signal.SIGKILL)


def _kill_group(group: int) -> None:
    with contextlib.suppress(ProcessLookupError, PermissionError):  # macOS: the second for a group of zombies
        os.killpg(group, signal.SIGKILL)


def _adopt_orphans() -> None:
    """Linux: what a runner leaves behind becomes our child, whatever group or session it moved to."""
    if sys.platform == "linux":
        import ctypes

        ctypes.CDLL(None).prctl(_PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def _kill_orphans(ours: set[int]) -> None:
    """Kills what runners left behind. Only without seccomp can there be anything."""
    me = os.getpid()
    children = Path(f"/proc/{me}/task/{me}/children")
    for _ in range(_ORPHAN_ROUNDS):
        try:
            orphans = {int(pid) for pid in children.read_text().split()} - ours
        except OSError:  # not Linux, or a kernel without the list
            return
        if not orphans:
            return
        for pid in orphans:
            _kill(pid)
            os.waitpid(pid, 0)
