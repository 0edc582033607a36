"""Loading a submission as a module, and the way its entries are called."""

from __future__ import annotations

import ast
import linecache
import sys
from collections.abc import Callable, Mapping
from types import ModuleType
from typing import Any

import numpy as np

from drill.runner.failing import describe

MODULE = "submission"
_MAX_DEFINED = 100


class NotLoaded(Exception):
    """`reply` says why, for the judge."""

    def __init__(self, reply: dict[str, Any]) -> None:
        super().__init__()
        self.reply = reply


class Driver:
    """Calls the entries of a loaded submission with the inputs of a case."""

    def __init__(self, program: Mapping[str, Any], module: dict[str, Any]) -> None:
        self.file_name: str = program["file_name"]
        self._text: str | None = program["driver"]
        self._entry = program["entries"][0]
        self._scope = {entry["name"]: module[entry["name"]] for entry in program["entries"]}
        self._scope["np"] = np
        if "torch" in sys.modules:
            self._scope["torch"] = sys.modules["torch"]
        self._compiled: dict[tuple[str, ...], Callable[..., Any]] = {}

    def __call__(self, inputs: Mapping[str, Any]) -> Any:
        if self._text is None:
            function = self._scope[self._entry["name"]]
            required = [inputs[name] for name in self._entry["required"]]
            named = {name: inputs[name] for name in self._entry["optional"] if name in inputs}
            return function(*required, **named)
        names = tuple(inputs)
        if names not in self._compiled:
            self._compiled[names] = compiled(self._text, names, self._scope)
        return self._compiled[names](**inputs)


def load(program: Mapping[str, Any]) -> Driver:
    """Executes the source as a module. Raises NotLoaded."""
    file_name, source = program["file_name"], program["source"].removeprefix("\ufeff")
    try:
        code = compile(source, file_name, "exec", dont_inherit=True)
    except BaseException as error:  # ValueError for a null byte, RecursionError, MemoryError
        says = getattr(error, "msg", None)
        reply = {"outcome": "syntax", **describe(error, file_name), "line": getattr(error, "lineno", None)}
        raise NotLoaded({**reply, "message": says} if isinstance(says, str) else reply) from None
    module = ModuleType(MODULE)
    module.__file__ = file_name
    sys.modules[MODULE] = module  # dataclasses and pickle look their module up
    linecache.cache[file_name] = (len(source), None, source.splitlines(keepends=True), file_name)
    try:
        exec(code, module.__dict__)
    except BaseException as error:
        raise NotLoaded({"outcome": "raised", **describe(error, file_name), "line": None}) from None
    return _driver(program, module)


def compiled(body: str, names: tuple[str, ...], scope: Mapping[str, Any]) -> Callable[..., Any]:
    """`body` as a function of `names` whose globals are `scope`."""
    tree = ast.parse(f"def driver({', '.join(names)}): pass", "<driver>")
    tree.body[0].body = ast.parse(body, "<driver>").body  # type: ignore[attr-defined]  # it is a function
    variables = dict(scope)
    exec(compile(tree, "<driver>", "exec", dont_inherit=True), variables)
    function: Callable[..., Any] = variables["driver"]
    return function


def _driver(program: Mapping[str, Any], module: ModuleType) -> Driver:
    wanted = [entry["name"] for entry in program["entries"]]
    missing = [name for name in wanted if name not in module.__dict__]
    if not missing:
        return Driver(program, module.__dict__)
    defined = [name[:100] for name, value in module.__dict__.items() if name[:1] != "_" and callable(value)]
    reply = {
        "outcome": "missing",
        "message": f"{program['file_name']} does not define {' and '.join(missing)}",
        "defined": defined[:_MAX_DEFINED],
    }
    raise NotLoaded(reply)
