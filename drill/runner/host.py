"""The host: has imported the array libraries, and starts a session for each connection.

    client ── control ──> host ── fork ──> session ── fork ──> judge, runners

How it works. The client starts it with one end of a socket pair, and sends over that the connection of each
request. Importing takes most of a grading, so the host starts at once and imports while the client does
other things; every process below it is forked from it and has the libraries already. It has read no bank
and no request (only, from each connection, whether torch is needed), has done no numerical work (BLAS
threads do not survive a fork), and ends when its client does.

Where forking is impossible (`spawn`), the host imports nothing, and the session's processes import for
themselves.
"""

from __future__ import annotations

import gc
import os
import select
import socket
import time
from importlib import import_module

from drill.runner import frames, judging, sandbox, spawn

CONTROL = 3  # descriptor of the socket to the client
_PATIENCE = 2.0  # seconds for sessions to clean up when the client has left


def main(judge: str, torch: str, scratch_root: str) -> None:
    """`judge` names the function that serves; `torch`: "1" when the first request needs it."""
    host = Host(judge, torch == "1", scratch_root)
    control = socket.socket(fileno=CONTROL)
    while True:
        if not host.wait(control):
            continue
        message, descriptors, _, _ = socket.recv_fds(control, 1, 1)
        if not message:
            break
        with socket.socket(fileno=descriptors[0]) as connection:
            host.serve(connection)
    host.leave()


class Host:
    def __init__(self, judge: str, torch: bool, scratch_root: str) -> None:
        self._judge = judge
        self._scratch_root = scratch_root
        self._torch = torch
        self._sessions: dict[int, socket.socket] = {}  # links by process id
        self._prepare()

    def wait(self, control: socket.socket, seconds: float | None = None) -> bool:
        """Until `control` can be read (True), a session has ended, or the seconds are over."""
        ready, _, _ = select.select([control, *self._sessions.values()], [], [], seconds)
        self._reap()
        return control in ready

    def serve(self, connection: socket.socket) -> None:
        """Hands a connection to a session of its own."""
        hello = frames.receive(connection)
        if hello is None:
            return
        if hello["torch"] and not self._torch:
            self._torch = True
            self._prepare()
        link, theirs = socket.socketpair()
        quiet = os.open(os.devnull, os.O_RDWR)
        arguments = [self._judge, str(int(self._torch)), self._scratch_root]
        pid = spawn.start("drill.runner.session:main", arguments, [quiet, 2, 2, theirs.fileno()])
        os.close(quiet)
        theirs.close()
        socket.send_fds(link, [b"c"], [connection.fileno()])
        self._sessions[pid] = link

    def leave(self) -> None:
        """Lets the sessions end, which they do when their clients have left."""
        until = time.monotonic() + _PATIENCE
        while self._sessions and time.monotonic() < until:
            select.select(list(self._sessions.values()), [], [], until - time.monotonic())
            self._reap()

    def _prepare(self) -> None:
        if spawn.FORK:
            judging.load(self._torch)
            spawn.named(self._judge)
            spawn.named("drill.runner.session:main")
            child = import_module("drill.runner.child")
            sandbox.prepare(child.LIBRARIES)
            gc.disable()
            gc.collect()
            gc.freeze()  # collecting in a child would touch, and so copy, every page

    def _reap(self) -> None:
        """Sessions say nothing on their links: one that can be read belongs to a session that has ended."""
        ended, _, _ = select.select(list(self._sessions.values()), [], [], 0)
        for pid, link in list(self._sessions.items()):
            if link in ended:
                os.waitpid(pid, 0)
                self._sessions.pop(pid).close()
