"""A judge for tests: starts a runner with the program of the request and reports every call."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from drill.runner.handle import CallLimits, LoadFailed, Program, Runners


class Entry:
    def __init__(self, name: str, required: list[str], optional: list[str]) -> None:
        self.name, self.required, self.optional = name, tuple(required), tuple(optional)


def serve(request: dict[str, Any], runners: Runners, emit: Callable[[dict[str, Any]], None]) -> None:
    limits = CallLimits(
        **{"wall": 4.0, "cpu": 2.0, "memory_mb": 512, "output_bytes": 1 << 20} | request["limits"]
    )
    entries = [Entry(*each) for each in request["entries"]]
    program = Program(**{**request["program"], "entries": entries})
    try:
        runner = runners.start(program, limits)
    except LoadFailed as error:
        emit(
            {
                "event": "load",
                "kind": error.kind,
                "type": error.type_name,
                "message": error.message,
                "line": error.line,
                "defined": error.defined,
            }
        )
        return
    for inputs in request["calls"]:
        arrays = {
            name: np.array(value) if isinstance(value, list) else value for name, value in inputs.items()
        }
        result = runner.call(arrays, request["layout"], limits)
        emit(
            {
                "event": "call",
                "outcome": result.outcome,
                "value": repr(result.value),
                "after": repr(result.inputs_after),
                "raised": repr(result.exception),
                "stdout": result.stdout,
                "wall": result.wall,
                "cpu": result.cpu,
                "detail": result.detail,
            }
        )
        if not runner.alive:
            runner = runners.start(program, limits)
    runner.close()
