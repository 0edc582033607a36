"""One host for all tests of a module, and `run`: a source, called with inputs, to the toy judge's events."""

from __future__ import annotations

import textwrap
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from drill.runner.client import Host

JUDGE = "tests.runner.toy:serve"
LIMITS = {"wall": 2.0, "cpu": 1.0, "memory_mb": 256, "output_bytes": 1 << 20}


@dataclass(frozen=True)
class Settings:
    runtime: Path
    idle_minutes: float = 0


@dataclass(frozen=True)
class Run:
    """Sends programs to a host. `scratch`: where its scratch folders are made."""

    host: Host
    scratch: Path
    calls: list[dict[str, Any]] = field(default_factory=lambda: [{"x": [1.0, 2.0]}])

    def __call__(self, source: str, *calls: dict[str, Any], **changes: Any) -> list[dict[str, Any]]:
        """The events for `source`, whose entry is `f(x)` unless `entries` says otherwise."""
        return list(self.host.request(asked(source, list(calls) or self.calls, **changes)))

    def settle(self) -> None:
        """Returns when the host's sessions have ended."""
        children = Path(f"/proc/{self.host.pid}/task/{self.host.pid}/children")
        while children.read_text():
            time.sleep(0.005)


def asked(source: str, calls: list[dict[str, Any]], **changes: Any) -> dict[str, Any]:
    program = {
        "source": textwrap.dedent(source),
        "file_name": "solution.py",
        "driver": changes.pop("driver", None),
        "framework": changes.pop("framework", "numpy"),
        "allow": changes.pop("allow", []),
        "device": changes.pop("device", "cpu"),
        "forbid": changes.pop("forbid", []),
    }
    limits = {**LIMITS, **changes.pop("limits", {})}
    entries = changes.pop("entries", [["f", ["x"], []]])
    layout = changes.pop("layout", "contiguous")
    return {
        "program": program,
        "entries": entries,
        "limits": limits,
        "layout": layout,
        "calls": calls,
        **changes,
    }


@pytest.fixture(scope="module", params=["fork", pytest.param("exec", marks=pytest.mark.slow)])
def run(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Run]:
    """With processes started either way (`drill.runner.spawn`)."""
    runtime = tmp_path_factory.mktemp("runtime")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DRILL_SPAWN", request.param)
        host = Host(Settings(runtime), JUDGE, torch=False)
    with host:
        yield Run(host, runtime / "scratch")
