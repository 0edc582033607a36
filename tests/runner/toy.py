"""A judge for tests: starts a runner with the program of the request and reports every call."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np

from drill.runner.handle import CallLimits, LoadFailed, Program, Runners


@dataclass(frozen=True)
class Entry:
    name: str
    required: tuple[str, ...]
    optional: tuple[str, ...] = ()


def serve(request: dict[str, Any], runners: Runners, emit: Callable[[dict[str, Any]], None]) -> None:
    """`request`: program, entries, limits, layout, calls (each a dictionary of lists and plain values)."""
    if request.get("crash") == "raise":
        raise ValueError("the judge is broken")
    if request.get("crash") == "exit":
        os._exit(3)
    limits = CallLimits(**request["limits"])
    entries = [Entry(*map(_tupled, each)) for each in request["entries"]]
    program = Program(**{**request["program"], "entries": entries})
    try:
        runner = runners.start(program, limits)
    except LoadFailed as error:
        emit({"event": "not loaded", **vars(error), "frames": [asdict(frame) for frame in error.frames]})
        return
    for inputs in request["calls"]:
        if not runner.alive:
            runner = runners.start(program, limits)
        time.sleep(request.get("pause", 0))
        arrays = {name: _array(value) for name, value in inputs.items()}
        result = runner.call(arrays, request["layout"], limits)
        raised = asdict(result.exception) if result.exception else None
        plain = {name: getattr(result, name) for name in ("outcome", "stdout", "wall", "cpu", "detail")}
        after = repr(result.inputs_after)
        emit({"event": "call", **plain, "value": repr(result.value), "after": after, "raised": raised})
    runner.close()


def _array(value: Any) -> Any:
    return np.array(value) if isinstance(value, list) else value


def _tupled(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value
