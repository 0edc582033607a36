"""A grading beside the keys: in a thread, so that it can be watched and given up."""

from __future__ import annotations

from collections.abc import Callable
from threading import Thread

from drill.grading.client import JUDGE, ask
from drill.grading.report import CaseResult, Report, Request
from drill.runner.client import Host, HostSettings


class Hosts:
    """The hosts of one watch, each started when it is first needed and kept."""

    def __init__(self, settings: HostSettings) -> None:
        self._settings = settings
        self._hosts: dict[bool, Host] = {}

    def get(self, torch: bool) -> Host:
        """Raises BadInput when torch is not installed."""
        if torch not in self._hosts:
            self._hosts[torch] = Host(self._settings, JUDGE, torch)
        return self._hosts[torch]

    def close(self) -> None:
        for host in self._hosts.values():
            host.close()


class Grading:
    """`done` when there is a `report` or an `error`; `cases`: how many have been judged so far."""

    def __init__(self, host: Host, request: Request, wake: Callable[[], None]) -> None:
        self.report: Report | None = None
        self.error: Exception | None = None
        self.cases = 0
        self._host, self._request, self._wake = host, request, wake
        Thread(target=self._run, daemon=True).start()

    @property
    def done(self) -> bool:
        return self.report is not None or self.error is not None

    def give_up(self) -> None:
        self._host.interrupt()

    def _run(self) -> None:
        try:
            self.report = ask(self._host, self._request, self._on_case)
        except Exception as error:
            self.error = error
        self._wake()

    def _on_case(self, case: CaseResult) -> None:
        self.cases += 1
        self._wake()
