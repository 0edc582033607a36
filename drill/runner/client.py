"""The command line's side: finds or starts a host, asks, and hands out the judge's answers. No NumPy.

with Host(settings, judge="drill.grading.judge:serve", torch=False) as host:
    for event in host.request({"op": "grade", ...}):
        ...
"""

from __future__ import annotations

import contextlib
import os
import socket
import sys
from collections.abc import Generator, Mapping
from importlib.machinery import PathFinder
from pathlib import Path
from types import TracebackType
from typing import Any, Protocol

from drill.errors import BadInput, InternalError
from drill.runner import frames, spawn, warm

_MAX_LAST_WORDS = 4000  # bytes of what a dead host printed


class HostSettings(Protocol):
    """What a host needs of `drill.settings.Settings`."""

    @property
    def runtime(self) -> Path:
        """A private folder for scratch folders and the warm host's socket."""

    @property
    def idle_minutes(self) -> float:
        """After which a warm host goes; 0: never keep one."""


class Host:
    """A host of our own that starts at once and imports while the caller does other things, or a warm one.

    Several requests may run at a time.
    """

    def __init__(self, settings: HostSettings, judge: str, torch: bool) -> None:
        """Raises BadInput when `torch` is asked for and not installed."""
        if torch and PathFinder.find_spec("torch") is None:
            raise BadInput("PyTorch is not installed here", "pip install 'interview-drill[torch]'")
        self._settings = settings
        self._judge = judge
        self.torch = torch
        self._own: _Own | None = None
        self._asked: set[socket.socket] = set()  # connections of the requests that are being answered
        self._address = warm_address(settings, judge)
        self._first = self._connect_warm()  # its session gets ready while the caller does other things
        if self._first is None:
            self._own = self._start()

    @property
    def pid(self) -> int:
        """Of the host that we started; 0 when it is another command's."""
        return self._own.pid if self._own else 0

    def __enter__(self) -> Host:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def request(self, payload: Mapping[str, Any]) -> Generator[dict[str, Any], None, None]:
        """What the judge emits for `payload`. Raises InternalError when the host or the judge dies.

        Closing the iterator early, as Ctrl-C does, ends everything the request started.
        """
        answered = False
        connection = self._connection()
        if connection is not None:
            try:
                for event in self._ask(connection, payload):
                    answered = True
                    yield event
                return
            except InternalError:  # it was stopped, or killed
                if answered:
                    raise
        if self._own is None:
            self._own = self._start()
        connection = self._own.connect()
        self._greet(connection)
        yield from self._ask(connection, payload, self._own)

    def interrupt(self) -> None:
        """Ends all requests; whoever waits for an answer, in another thread, gets InternalError."""
        for connection in list(self._asked):
            with contextlib.suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        """Ends what we started, or leaves it warm for the next command."""
        self.interrupt()
        if self._first is not None:
            self._first.close()
        if self._own is not None:
            self._own.close()

    def _start(self) -> _Own:
        return _Own(self._settings, self._judge, self.torch, self._address)

    def _connection(self) -> socket.socket | None:
        """To the warm host of an earlier command, unless we have one of our own."""
        connection, self._first = self._first, None
        return connection if connection or self._own else self._connect_warm()

    def _connect_warm(self) -> socket.socket | None:
        connection = warm.connect(self._address) if self._address else None
        if connection is not None:
            self._greet(connection)
        return connection

    def _greet(self, connection: socket.socket) -> None:
        """What the host must know to start a session. If it is dead, reading the answer will say so."""
        with contextlib.suppress(OSError):
            frames.send(connection, {"torch": self.torch})

    def _ask(
        self, connection: socket.socket, payload: Mapping[str, Any], own: _Own | None = None
    ) -> Generator[dict[str, Any], None, None]:
        with connection:
            self._asked.add(connection)
            try:
                frames.send(connection, dict(payload))
                while (event := frames.receive(connection)) is not None:
                    if event["event"] == "end":
                        return
                    yield event
            except (OSError, frames.FrameError) as error:
                raise InternalError(f"the grading process broke off: {error}{_last_words(own)}") from error
            finally:
                self._asked.discard(connection)
            raise InternalError(f"the grading process ended before it answered{_last_words(own)}")


class _Own:
    """A host that this process started. With an address it stays warm when we leave it."""

    def __init__(self, settings: HostSettings, judge: str, torch: bool, address: Path | None) -> None:
        self._control, theirs = socket.socketpair()
        self._errors = _scratch_file()
        self._stays = address is not None
        quiet = os.open(os.devnull, os.O_RDWR)
        idle = str(60 * settings.idle_minutes)
        arguments = [judge, str(int(torch)), str(_scratch_root(settings.runtime)), str(address or ""), idle]
        given = [quiet, self._errors, self._errors, theirs.fileno()]
        self.pid = spawn.execute("drill.runner.host:main", arguments, given, spawn.environment())
        os.close(quiet)
        theirs.close()

    def connect(self) -> socket.socket:
        """A connection for one request, which waits until the host has imported what it needs."""
        ours, theirs = socket.socketpair()
        with theirs, contextlib.suppress(OSError):  # of a dead host: reading the answer will say so
            socket.send_fds(self._control, [b"c"], [theirs.fileno()])
        return ours

    def close(self) -> None:
        self._control.close()
        if not self._stays:
            with contextlib.suppress(ChildProcessError):
                os.waitpid(self.pid, 0)
        os.close(self._errors)

    def last_words(self) -> str:
        """What the host printed last: a traceback, if it failed."""
        size = os.fstat(self._errors).st_size
        text = os.pread(self._errors, _MAX_LAST_WORDS, max(0, size - _MAX_LAST_WORDS)) if size else b""
        return f"\n{text.decode('utf-8', 'replace').strip()}" if text else ""


def request(
    settings: HostSettings, payload: Mapping[str, Any], judge: str, torch: bool
) -> Generator[dict[str, Any], None, None]:
    """One request of a warm host, or of one of its own."""
    with Host(settings, judge, torch) as host:
        yield from host.request(payload)


def warm_address(settings: HostSettings, judge: str) -> Path | None:
    """Where a host that would do for us listens; None when none is to be kept."""
    folder = warm.folder(settings.runtime) if settings.idle_minutes > 0 else None
    return folder / f"{warm.stamp(judge)}.sock" if folder else None


def warm_hosts(settings: HostSettings) -> list[dict[str, Any]]:
    """What each running warm host says of itself: `pid`, `torch`, `served` (requests), `busy`."""
    return [status for path in warm.sockets(settings.runtime) if (status := warm.ask(path, "status"))]


def stop_warm_hosts(settings: HostSettings) -> list[dict[str, Any]]:
    """Asks all of them to leave when they have answered what they are at; says which."""
    return [status for path in warm.sockets(settings.runtime) if (status := warm.ask(path, "stop"))]


def _last_words(own: _Own | None) -> str:
    return own.last_words() if own else ""


def _scratch_root(runtime: Path) -> Path:
    """The folder of the scratch folders. Where it cannot be made, submissions have none."""
    root = runtime / "scratch"
    with contextlib.suppress(OSError):
        root.mkdir(mode=0o700, parents=True, exist_ok=True)
    return root


def _scratch_file() -> int:
    """A descriptor for what the host prints, which nobody sees unless it fails."""
    if sys.platform == "linux":
        return os.memfd_create("drill-host")
    return os.open(os.devnull, os.O_RDWR)
