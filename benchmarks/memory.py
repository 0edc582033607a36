"""What the processes of a grading hold: the host, and what each forked from it has to itself."""

from __future__ import annotations

import sys
from dataclasses import asdict
from pathlib import Path

from benchmarks.grading import reference
from benchmarks.rows import Row
from benchmarks.submitting import PLAIN
from drill import settings
from drill.bank.bank import Bank, builtin_root
from drill.grading.client import JUDGE
from drill.runner.client import Host

_BELOW = ("session", "judge", "runner")
_OWN = ("Private_Clean:", "Private_Dirty:")


def measure(root: Path, rounds: int) -> list[Row]:
    """Amid a grading in either framework. Nothing where there is no /proc."""
    if sys.platform != "linux":
        return []
    problem = Bank.open([builtin_root()], root / "cache").get(PLAIN)
    environ = {"DRILL_HOME": str(root / "home"), "HOME": str(root), "DRILL_IDLE_MINUTES": "0"}
    found = settings.load(environ)
    rows = []
    for framework in problem.frameworks:
        with Host(found, JUDGE, framework == "torch") as host:
            events = host.request({"op": "grade", "request": asdict(reference(problem, framework))})
            next(events)  # the first case is done: all of them are there
            rows.append(Row(f"memory of a host, {framework}", _megabytes(host.pid, ("Rss:",)), None, "MB"))
            session = _children(host.pid)[0]
            for name, pid in zip(_BELOW, (session, *_children(session)), strict=True):
                what = f"its {name}'s own memory, {framework}"
                rows.append(Row(what, _megabytes(pid, _OWN), None, "MB"))
            list(events)
    return rows


def _children(pid: int) -> list[int]:
    """In the order in which they were started."""
    return sorted(map(int, Path(f"/proc/{pid}/task/{pid}/children").read_text().split()))


def _megabytes(pid: int, keys: tuple[str, ...]) -> float:
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    return sum(int(line.split()[1]) for line in lines if line.startswith(keys)) / 1000
