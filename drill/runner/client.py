"""The command line's side: starts a host, asks, and hands out the judge's answers. No NumPy.

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
from drill.runner import frames, spawn

_MAX_LAST_WORDS = 4000  # bytes of what a dead host printed


class HostSettings(Protocol):
    """What a host needs of `drill.settings.Settings`."""

    @property
    def runtime(self) -> Path:
        """A private folder for scratch folders and the warm host's socket."""

    @property
    def idle_minutes(self) -> int:
        """After which a warm host goes; 0: never keep one."""


class Host:
    """A host that starts at once and imports while the caller does other things; several requests may run."""

    def __init__(self, settings: HostSettings, judge: str, torch: bool) -> None:
        """Raises BadInput when `torch` is asked for and not installed."""
        if torch and PathFinder.find_spec("torch") is None:
            raise BadInput("PyTorch is not installed here", "pip install 'interview-drill[torch]'")
        self._torch = torch
        self._control, theirs = socket.socketpair()
        self._errors = _scratch_file()
        quiet = os.open(os.devnull, os.O_RDWR)
        arguments = [judge, str(int(torch)), str(_scratch_root(settings.runtime))]
        given = [quiet, self._errors, self._errors, theirs.fileno()]
        self.pid = spawn.execute("drill.runner.host:main", arguments, given, spawn.environment())
        os.close(quiet)
        theirs.close()

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
        connection, theirs = socket.socketpair()
        with connection:
            try:
                with theirs:
                    socket.send_fds(self._control, [b"c"], [theirs.fileno()])
                frames.send(connection, {"torch": self._torch})
                frames.send(connection, dict(payload))
                while (event := frames.receive(connection)) is not None:
                    if event["event"] == "end":
                        return
                    yield event
            except (OSError, frames.FrameError) as error:
                raise InternalError(f"the grading process broke off: {error}{self._last_words()}") from error
            raise InternalError(f"the grading process ended before it answered{self._last_words()}")

    def close(self) -> None:
        """Ends the host and all it started."""
        self._control.close()
        with contextlib.suppress(ChildProcessError):
            os.waitpid(self.pid, 0)
        os.close(self._errors)

    def _last_words(self) -> str:
        """What the host printed last: a traceback, if it failed."""
        size = os.fstat(self._errors).st_size
        text = os.pread(self._errors, _MAX_LAST_WORDS, max(0, size - _MAX_LAST_WORDS)) if size else b""
        return f"\n{text.decode('utf-8', 'replace').strip()}" if text else ""


def request(
    settings: HostSettings, payload: Mapping[str, Any], judge: str, torch: bool
) -> Generator[dict[str, Any], None, None]:
    """One request of a host of its own."""
    with Host(settings, judge, torch) as host:
        yield from host.request(payload)


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
