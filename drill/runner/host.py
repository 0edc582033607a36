"""The host: has imported the array libraries, and starts a session for each connection.

    client ── control ──> host ── fork ──> session ── fork ──> judge, runners

How it works. The client starts it with one end of a socket pair, and sends over that the connection of each
request. Importing takes most of a grading, so the host starts at once and imports while the client does
other things; every process below it is forked from it and has the libraries already. It has read no bank
and no request (only, from each connection, whether torch is needed), has done no numerical work (BLAS
threads do not survive a fork), and ends when its client does.

A warm host differs in one thing: it also listens (`warm`), outlives its client, and leaves after some idle
minutes, or when asked. Of several that start at once one gets the lock and stays. It listens before it
imports, so that a second command waits for it instead of importing too. It imports torch once a submission
needed it.

Where forking is impossible (`spawn`), the host imports nothing, and the session's processes import for
themselves; a warm host then keeps a session ready in which that is done.
"""

from __future__ import annotations

import contextlib
import gc
import math
import os
import select
import socket
import time
from pathlib import Path
from typing import Any

from drill.runner import frames, judging, sandbox, scratch, spawn, warm

CONTROL = 3  # descriptor of the socket to the client
_GLANCE = 5.0  # seconds between looks whether to stay
_PATIENCE = 2.0  # seconds for a client to say what it wants, and for sessions to clean up at the end


def main(judge: str, torch: str, scratch_root: str, address: str, idle_seconds: str) -> None:
    """`judge` names the function that serves; `torch`: "1" when the first request needs it; `address`: of the
    socket of a host that stays warm, or ""."""
    control = socket.socket(fileno=CONTROL)
    listening = warm.listen(Path(address)) if address else None
    host = Host(judge, torch == "1", scratch_root, Path(address) if listening else None)
    if listening is None:
        host.serve_control(control)
        host.leave(_PATIENCE)
    else:
        listener, _lock = listening  # the lock is held as long as this process lives
        host.serve_all(control, listener, float(idle_seconds))
        host.leave(math.inf)  # others may still wait for their answers


class Host:
    def __init__(self, judge: str, torch: bool, scratch_root: str, address: Path | None) -> None:
        self._judge = judge
        self._scratch_root = scratch_root
        self._torch = torch
        self._address = address  # of a host that stays
        self._ahead = address is not None and not spawn.FORK  # a session that waits with everything imported
        self._sessions: dict[int, socket.socket] = {}  # links by process id
        self._spares: dict[bool, int] = {}  # process ids by whether they have torch
        self._served = 0
        self._stopped = False
        scratch.sweep(scratch_root)
        self._prepare()

    def serve_control(self, control: socket.socket) -> None:
        """Until the client has left."""
        while True:
            if self._wait([control]) and not self._take(control):
                return

    def serve_all(self, control: socket.socket, listener: socket.socket, idle_seconds: float) -> None:
        """The client's requests, and when it has left everybody's, until there were none for a while,
        somebody says stop, or the socket's file is gone."""
        assert self._address is not None
        sources = [control, listener]
        listener.setblocking(False)
        until = math.inf
        while not self._stopped and time.monotonic() < until and self._address.exists():
            ready = self._wait(sources, _GLANCE)
            if control in ready and not self._take(control):
                sources.remove(control)
                _forget_terminal()
                warm.stop_others(self._address)
            if listener in ready:
                self._accept(listener)
            if ready or self._busy() or control in sources:
                until = time.monotonic() + idle_seconds
        self._address.unlink(missing_ok=True)
        self._accept(listener)  # who came while we made up our mind

    def leave(self, patience: float) -> None:
        """Lets the sessions end, which they do when they have answered or their clients have left."""
        for pid in self._spares.values():
            self._sessions[pid].close()
            os.waitpid(pid, 0)
            del self._sessions[pid]
        until = time.monotonic() + patience
        while self._sessions and time.monotonic() < until:
            self._wait([], min(_GLANCE, until - time.monotonic()))

    def _wait(self, sources: list[socket.socket], seconds: float | None = None) -> list[socket.socket]:
        """Those of `sources` that can be read, once one can, a session has ended, or the seconds are over."""
        ready, _, _ = select.select([*sources, *self._sessions.values()], [], [], seconds)
        for pid, link in list(self._sessions.items()):
            if link in ready:  # sessions say nothing on their links: this one has ended
                _, status = os.waitpid(pid, 0)
                self._sessions.pop(pid).close()
                if status:
                    scratch.sweep(self._scratch_root)
                self._spares = {torch: spare for torch, spare in self._spares.items() if spare != pid}
        return [source for source in sources if source in ready]

    def _busy(self) -> bool:
        return len(self._sessions) > len(self._spares)

    def _take(self, control: socket.socket) -> bool:
        """Serves a connection that our client passes on; False when it has left."""
        message, descriptors, _, _ = socket.recv_fds(control, 1, 1)
        if not message:
            return False
        with socket.socket(fileno=descriptors[0]) as connection:
            self._serve(connection)
        return True

    def _accept(self, listener: socket.socket) -> None:
        """Serves whoever waits, if it is the same user."""
        with contextlib.suppress(OSError):
            connection, _ = listener.accept()
            with connection:
                connection.setblocking(True)
                if warm.peer(connection) == os.geteuid():
                    self._serve(connection)

    def _serve(self, connection: socket.socket) -> None:
        """Hands a connection to a session of its own, or answers about ourselves."""
        connection.settimeout(_PATIENCE)
        try:
            hello = frames.receive(connection)
        except (OSError, frames.FrameError):
            return
        connection.settimeout(None)
        if hello is None:
            return
        if "ask" in hello:
            if hello["ask"] == "stop" and self._address is not None:
                self._stopped = True
                self._address.unlink(missing_ok=True)  # before the answer: nobody finds us after it
            frames.send(connection, self._status())
            return
        if hello["torch"] and not self._torch:
            self._torch = True
            self._prepare()
        self._served += 1
        pid = self._spares.pop(hello["torch"], 0) or self._start(hello["torch"])
        socket.send_fds(self._sessions[pid], [b"c"], [connection.fileno()])
        if self._ahead:
            self._spares[hello["torch"]] = self._start(hello["torch"])

    def _start(self, torch: bool) -> int:
        """A session that waits for its connection."""
        link, theirs = socket.socketpair()
        quiet = os.open(os.devnull, os.O_RDWR)
        arguments = [self._judge, str(int(torch)), self._scratch_root]
        pid = spawn.start("drill.runner.session:main", arguments, [quiet, 2, 2, theirs.fileno()])
        os.close(quiet)
        theirs.close()
        self._sessions[pid] = link
        return pid

    def _status(self) -> dict[str, Any]:
        return {"pid": os.getpid(), "torch": self._torch, "served": self._served, "busy": self._busy()}

    def _prepare(self) -> None:
        if spawn.FORK:
            judging.load(self._judge, self._torch)
            spawn.named("drill.runner.session:main")
            spawn.named("drill.runner.child:main")
            sandbox.prepare(sandbox.LIBRARIES)
            gc.disable()
            gc.collect()
            gc.freeze()  # collecting in a child would touch, and so copy, every page


def _forget_terminal() -> None:
    """What the first client kept for our last words would grow for ever."""
    quiet = os.open(os.devnull, os.O_RDWR)
    os.dup2(quiet, 1)
    os.dup2(quiet, 2)
    os.close(quiet)
