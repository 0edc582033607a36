"""The command line's side: starts a host, asks, and hands out the judge's answers. No NumPy.

with Host(settings, judge="drill.grading.judge:serve", torch=False) as host:
    for event in host.request({"op": "grade", ...}):
        ...
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, Protocol


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
        raise NotImplementedError

    def __enter__(self) -> Host:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def request(self, payload: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
        """What the judge emits for `payload`. Raises InternalError when the host or the judge dies.

        Closing the iterator early, as Ctrl-C does, ends everything the request started.
        """
        raise NotImplementedError

    def close(self) -> None:
        """Ends the host and all it started."""
        raise NotImplementedError


def request(
    settings: HostSettings, payload: Mapping[str, Any], judge: str, torch: bool
) -> Iterator[dict[str, Any]]:
    """One request of a host of its own."""
    with Host(settings, judge, torch) as host:
        yield from host.request(payload)
