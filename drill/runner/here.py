"""Running a submission in this very process, for `drill run --debug`: no sandbox, no limits, and a terminal.

The same program, inputs and outputs as in `child`, through the same wire format, so that a debugger sees what
a runner would. What is printed goes to the terminal, and an exception shows its traceback there.
"""

from __future__ import annotations

import sys
import traceback
from bdb import BdbQuit
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from time import perf_counter, process_time
from typing import Any

from drill.runner import frames, replies, wire
from drill.runner.calls import CallLimits, CallResult, Program
from drill.runner.exchange import Answer
from drill.runner.failing import describe
from drill.runner.handle import Runner, Runners
from drill.runner.inputs import native
from drill.runner.loading import Driver, NotLoaded, load
from drill.runner.snapshot import changed, snapshot


class Here(Runners):
    """Runs the file at `path`, whose source the program holds."""

    isolated = False
    notes = ()

    def __init__(self, path: Path) -> None:
        self._path = path

    def start(self, program: Program, limits: CallLimits) -> Runner:
        """Raises LoadFailed."""
        wanted = {**asdict(program), "file_name": str(self._path)}  # so that a debugger finds the source
        try:
            driver = load(wanted)
        except NotLoaded as error:
            failed = replies.load_failed(_over_the_wire(error.reply), program.source)
            assert failed is not None
            raise failed from None
        return _RunnerHere(driver, program)


class _RunnerHere(Runner):
    def __init__(self, driver: Driver, program: Program) -> None:
        self._driver, self._program = driver, program
        self.alive = True

    def call(self, inputs: Mapping[str, Any], layout: str, limits: CallLimits) -> CallResult:
        program, given = self._program, _over_the_wire(dict(inputs))
        wall, cpu = perf_counter(), process_time()
        reply = self._reply(given, layout)
        answer = Answer("", memoryview(b""), "", perf_counter() - wall, process_time() - cpu)
        return replies.call_result(_over_the_wire(reply), inputs, program, answer)

    def _reply(self, given: Mapping[str, Any], layout: str) -> dict[str, Any]:
        program = self._program
        inputs = {n: native(tree, layout, program.framework, program.device) for n, tree in given.items()}
        try:
            value = snapshot(self._driver(inputs), sys.maxsize)
        except BdbQuit:
            raise KeyboardInterrupt from None
        except Exception as error:
            traceback.print_exception(error.with_traceback(_from_the_driver(error)))
            return {"outcome": "raised", **describe(error, self._driver.file_name)}
        return {"outcome": "returned", "value": value, "changed": changed(given, inputs)}

    def close(self) -> None:
        self.alive = False


def _from_the_driver(error: BaseException) -> Any:
    """The traceback without drill's own frames above it."""
    trace = error.__traceback__
    while trace is not None and trace.tb_frame.f_code.co_filename != "<driver>":
        trace = trace.tb_next
    return trace or error.__traceback__


def _over_the_wire(tree: Any) -> Any:
    return wire.decode(b"".join(map(bytes, wire.encode(tree)))[frames.PREFIX.size :])
