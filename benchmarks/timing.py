"""Whole-process timing in rounds: every command once per round, so that drift hits all alike."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median


@dataclass(frozen=True)
class Command:
    argv: Sequence[str]
    env: Mapping[str, str]
    cwd: Path
    exit_codes: tuple[int, ...] = (0,)


def seconds(command: Command) -> float:
    """Wall clock of one run. Raises RuntimeError when it exits otherwise than expected."""
    start = time.perf_counter()
    done = subprocess.run(
        command.argv, env=dict(command.env), cwd=command.cwd, capture_output=True, text=True
    )
    elapsed = time.perf_counter() - start
    if done.returncode not in command.exit_codes:
        raise RuntimeError(
            f"{' '.join(command.argv)} exited {done.returncode}:\n{done.stdout}\n{done.stderr}"
        )
    return elapsed


def medians(commands: Mapping[str, Command], rounds: int) -> dict[str, float]:
    """Median seconds of each command over `rounds` rounds, after one round that is not counted."""
    taken: dict[str, list[float]] = {name: [] for name in commands}
    for number in range(rounds + 1):
        for name, command in commands.items():
            elapsed = seconds(command)
            if number:
                taken[name].append(elapsed)
    return {name: median(values) for name, values in taken.items()}
