"""`drill verify` on the command line's side: many problems at a time, and broken off."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from threading import Event
from types import SimpleNamespace
from typing import Any

import pytest

from drill.bank.schema import Summary
from drill.errors import InternalError
from drill.grading import verify as module
from drill.grading.verify import ProblemCheck, verify


class Host:
    """Checks the first problem at once; of the others it says nothing until it is closed."""

    asked: list[str]

    def __init__(self, *settings: Any) -> None:
        Host.asked = []
        self.closed = Event()

    def request(self, payload: dict[str, Any]) -> Iterator[dict[str, Any]]:
        Host.asked.append(payload["problem"])
        if len(Host.asked) > 1:
            self.closed.wait(60)
            raise InternalError("the grading process broke off")
        yield {"event": "checked", "check": asdict(ProblemCheck(payload["problem"]))}

    def close(self) -> None:
        self.closed.set()
        time.sleep(0.2)  # as a real one takes: time enough to begin all the others


def test_ctrl_c_begins_nothing_more(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = SimpleNamespace(runtime=tmp_path, idle_minutes=0)
    monkeypatch.setattr(module, "Host", Host)
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    problems = [Summary(f"p{n}", "", "", "easy", 1, ("numpy",), (), tmp_path, "") for n in range(20)]

    def interrupt(check: ProblemCheck) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        verify(problems, settings, seed=1, torch=False, on_problem=interrupt)
    assert 1 <= len(Host.asked) <= 1 + 2
