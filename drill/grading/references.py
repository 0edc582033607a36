"""Grader code in the judge: the trusted modules beside a problem, called like any submission would be.

A `Program` is one source text with the problem's driver around it. References, and the primary reference
with a mistake's edit applied, are programs; what they return is a tree (see `outcome`).
"""

from __future__ import annotations

import ast
import contextlib
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from time import perf_counter
from types import ModuleType
from typing import Any

import numpy as np

from drill.bank.schema import Framework, Problem
from drill.bank.starter import Entry, entries
from drill.grading.values import BankFault, from_native, to_native


def load(path: Path, source: str | None = None) -> ModuleType:
    """Executes a grader file as a module of its own. `source` replaces the file's text (an edited
    reference)."""
    name = f"drill_grader_{path.parent.name}_{path.stem}"
    module = ModuleType(name)
    module.__file__ = str(path)
    sys.modules[name] = module  # dataclasses look their module up
    try:
        text = path.read_text(encoding="utf-8") if source is None else source
        exec(compile(text, str(path), "exec"), module.__dict__)
    except Exception as error:
        raise BankFault(f"{path.name} does not load: {type(error).__name__}: {error}") from error
    return module


class Program:
    """A trusted source of `problem` that can be called with the inputs of a case."""

    def __init__(self, problem: Problem, framework: Framework, source: str | None = None) -> None:
        self.framework = framework
        self._problem = problem
        self.entries = entries(problem)
        module = load(problem.reference(framework), source)
        missing = [entry.name for entry in self.entries if not hasattr(module, entry.name)]
        if missing:
            raise BankFault(f"reference_{framework}.py does not define {', '.join(missing)}")
        self._globals: dict[str, Any] = {entry.name: getattr(module, entry.name) for entry in self.entries}
        self._globals["np"] = np
        if framework == "torch":
            self._globals["torch"] = sys.modules["torch"]
        self._drivers: dict[tuple[str, ...], Callable[..., Any]] = {}
        self.seconds = 0.0  # that the last `call` took, without the conversions

    def call(self, inputs: Mapping[str, Any]) -> Any:
        """The tree the program returns on copies of `inputs` (NumPy arrays and plain values). Its
        exceptions pass."""
        arguments = to_native(inputs, self.framework)
        start = perf_counter()
        value = self.run(arguments)
        self.seconds = perf_counter() - start
        return from_native(value)

    def run(self, arguments: Mapping[str, Any]) -> Any:
        """One call on arguments already converted to the program's framework, result untouched."""
        names = tuple(arguments)
        if names not in self._drivers:
            self._drivers[names] = self._driver(names, self._globals)
        with np.errstate(all="ignore"):
            return self._drivers[names](**arguments)

    def calls(self, inputs: Mapping[str, Any]) -> int:
        """How often the entry that a run on `inputs` calls most is called; 0 when it raises."""
        counts = dict.fromkeys((entry.name for entry in self.entries), 0)
        counting = {name: _counted(self._globals[name], name, counts) for name in counts}
        names = tuple(inputs)
        driver = self._driver(names, {**self._globals, **counting})
        with contextlib.suppress(Exception):
            driver(**to_native(inputs, self.framework))
        return max(counts.values())

    def _driver(self, names: tuple[str, ...], namespace: dict[str, Any]) -> Callable[..., Any]:
        if self._problem.driver is not None:
            return compile_driver(self._problem.driver, names, namespace)
        (entry,) = self.entries
        function = namespace[entry.name]
        return lambda **arguments: function(*_positional(entry, arguments), **_named(entry, arguments))


def compile_driver(body: str, names: tuple[str, ...], namespace: dict[str, Any]) -> Callable[..., Any]:
    """The driver's text as the body of a function of `names` whose globals are `namespace`.

    Raises BankFault when it does not parse."""
    try:
        function = ast.parse(f"def driver({', '.join(names)}): pass", "<driver>")
        function.body[0].body = ast.parse(body, "<driver>").body  # type: ignore[attr-defined]
        scope = dict(namespace)
        exec(compile(function, "<driver>", "exec"), scope)
    except SyntaxError as error:
        raise BankFault(f"the driver does not compile: line {error.lineno}: {error.msg}") from error
    driver: Callable[..., Any] = scope["driver"]
    return driver


def _positional(entry: Entry, arguments: Mapping[str, Any]) -> list[Any]:
    absent = [name for name in entry.required if name not in arguments]
    if absent:
        raise BankFault(f"generate() returned no {', '.join(absent)}, which {entry.name} requires")
    return [arguments[name] for name in entry.required]


def _named(entry: Entry, arguments: Mapping[str, Any]) -> dict[str, Any]:
    unknown = [name for name in arguments if name not in entry.required and name not in entry.optional]
    if unknown:
        raise BankFault(f"generate() returned {', '.join(unknown)}, which {entry.name} does not take")
    return {name: value for name, value in arguments.items() if name in entry.optional}


def _counted(function: Callable[..., Any], name: str, counts: dict[str, int]) -> Callable[..., Any]:
    def counted(*args: Any, **kwargs: Any) -> Any:
        counts[name] += 1
        return function(*args, **kwargs)

    return counted
