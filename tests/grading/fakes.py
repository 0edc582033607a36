"""A runner inside the test's own process: the door of `drill.runner` without the walls around it."""

from __future__ import annotations

import contextlib
import io
import sys
import traceback
from collections.abc import Mapping
from types import ModuleType
from typing import Any

import numpy as np

from drill.grading.references import compile_driver
from drill.grading.values import from_native, is_tensor, to_native
from drill.runner import handle
from drill.runner.wire import Opaque

PLAYED = {"Crash": "crashed", "Slow": "time limit", "Huge": "memory limit"}


class FakeRunner(handle.Runner):
    """Calls the submission directly. An exception named `Crash`, `Slow` or `Huge` plays that outcome."""

    def __init__(self, program: handle.Program) -> None:
        self._program = program
        self.alive = True
        module = sys.modules["submission"] = ModuleType("submission")  # where dataclasses look
        self.globals: dict[str, Any] = module.__dict__
        code = compile(program.source, program.file_name, "exec")
        exec(code, self.globals)
        self.globals["np"] = np

    def call(self, inputs: Mapping[str, Any], layout: str, limits: handle.CallLimits) -> handle.CallResult:
        arguments = to_native(inputs, self._program.framework)
        stdout = io.StringIO()
        try:
            with contextlib.redirect_stdout(stdout), np.errstate(all="ignore"):
                value = tree(self._function(tuple(inputs))(**arguments))
        except Exception as error:
            return self._raised(error, stdout.getvalue())
        after = {name: tree(argument) for name, argument in arguments.items()}
        return handle.CallResult("returned", value, after, None, stdout.getvalue(), 0.001, 0.001, "")

    def close(self) -> None:
        self.alive = False

    def _function(self, names: tuple[str, ...]) -> Any:
        if self._program.driver is not None:
            return compile_driver(self._program.driver, names, self.globals)
        (entry,) = self._program.entries

        def call(**arguments: Any) -> Any:
            named = {name: arguments[name] for name in entry.optional if name in arguments}
            return self.globals[entry.name](*(arguments[name] for name in entry.required), **named)

        return call

    def _raised(self, error: Exception, stdout: str) -> handle.CallResult:
        name = type(error).__name__
        if name in PLAYED:
            self.alive = False
            outcome: Any = PLAYED[name]
            return handle.CallResult(outcome, None, None, None, stdout, 0.5, 0.5, f"played {name}")
        frames = tuple(
            handle.Frame(frame.lineno or 0, frame.name, frame.line or "", ())
            for frame in traceback.extract_tb(error.__traceback__)
            if frame.filename == self._program.file_name
        )
        mro = tuple(kind.__name__ for kind in type(error).__mro__)
        raised = handle.Raised(name, mro, str(error), frames)
        return handle.CallResult("raised", None, None, raised, stdout, 0.001, 0.001, "")


class FakeRunners(handle.Runners):
    """`started` counts the processes there would have been."""

    isolated = True
    notes = ()

    def __init__(self) -> None:
        self.started = 0

    def start(self, program: handle.Program, limits: handle.CallLimits) -> handle.Runner:
        self.started += 1
        try:
            runner = FakeRunner(program)
        except SyntaxError as error:
            raise handle.LoadFailed("syntax", "SyntaxError", str(error), error.lineno) from error
        missing = [entry.name for entry in program.entries if entry.name not in runner.globals]
        if missing:
            raise handle.LoadFailed("missing", "missing", f"The file does not define {missing[0]}.")
        return runner


def tree(value: Any) -> Any:
    """What would have crossed the wire."""
    if isinstance(value, dict):
        return {key: tree(item) for key, item in value.items()}
    if isinstance(value, (tuple, list)):
        return type(value)(tree(item) for item in value)
    if (
        value is None
        or is_tensor(value)
        or isinstance(value, (np.ndarray, np.generic, bool, int, float, str))
    ):
        return from_native(value)
    return Opaque(type(value).__name__)
