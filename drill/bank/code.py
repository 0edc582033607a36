"""The Python in a problem file, and the signature it must agree with: parsed, never run."""

from __future__ import annotations

import ast
import re
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, cast

from drill.bank.check import At, Errors, unknown
from drill.bank.keys import CASE, DTYPE_TOLERANCE, TOLERANCE, case_arguments
from drill.bank.schema import BankError
from drill.bank.starter import parse_entries


def check(values: dict[str, Any], children: dict[str, At]) -> None:
    """Starter and driver compile and know each other; tolerances name outputs that the driver returns."""
    names: tuple[str, ...] = ()
    if "starter" in values and _compiles(children["starter"], values["starter"], ast.parse):
        names = tuple(entry.name for entry in parse_entries(values["starter"]))
        if not names:
            children["starter"].wrong("defines no public function or class")
        elif len(names) > 1 and "driver" not in children:
            children["starter"].wrong(f"defines {', '.join(names)}: more than one entry needs a driver")
    if "driver" in values and _compiles(children["driver"], values["driver"], _function):
        returns = _check_driver(children["driver"], ast.parse(values["driver"]), names)
        _check_output_names(returns, children)


def check_arguments(path: Path, source: bytes, children: dict[str, At], errors: Errors) -> None:
    """The arguments in every case and in `speed.with` are those of `generate(rng, ...)` in `path`."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # its style is the linter's
            module = ast.parse(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        errors.found.append(BankError(path, getattr(error, "lineno", None), "", f"does not parse: {error}"))
        return
    found = [node for node in module.body if isinstance(node, ast.FunctionDef) and node.name == "generate"]
    if not found:
        errors.found.append(BankError(path, None, "", "defines no function generate(rng, ...)"))
        return
    required, optional = _signature(found[-1].args)
    known = (*required, *optional)
    for at in _argument_sets(children):
        given = _items(at)
        for name, child in given.items():
            if name not in known and found[-1].args.kwarg is None:
                child.wrong(unknown("argument of generate()", name, (*known, *CASE)))
        for name in required:
            if name not in given:
                at.wrong(f"the argument {name} of generate() is missing")


def _signature(args: ast.arguments) -> tuple[list[str], list[str]]:
    """The names of what must and what may be given, less the first (`rng`)."""
    positional = [arg.arg for arg in (*args.posonlyargs, *args.args)]
    split = len(positional) - len(args.defaults)
    required, optional = positional[:split], positional[split:]
    for arg, default in zip(args.kwonlyargs, args.kw_defaults, strict=True):
        (required if default is None else optional).append(arg.arg)
    return required[1:], optional


def _compiles(at: At, source: str, parse: Callable[[str], ast.Module]) -> bool:
    """Whether it compiles without a warning: an invalid escape, such as LaTeX in a docstring, is an error."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            compile(parse(source), "<problem>", "exec")
    except SyntaxError as error:
        first = at.node.text_line
        at.wrong(f"does not compile: {error.msg}", first + (error.lineno or 1) - 1 if first else None)
        return False
    except (ValueError, RecursionError, MemoryError) as error:  # a null byte, nothing at all, nested too deep
        at.wrong(f"does not compile: {error}")
        return False
    return True


def _function(body: str) -> ast.Module:
    """A function with that body, its line numbers kept."""
    module = ast.parse("def driver(): pass")
    cast(ast.FunctionDef, module.body[0]).body = ast.parse(body).body
    return module


def _check_driver(at: At, body: ast.Module, names: tuple[str, ...]) -> list[ast.expr]:
    """Gives the expressions that it returns."""
    returns = [node.value for node in _own_nodes(body) if isinstance(node, ast.Return) and node.value]
    if not returns:
        at.wrong("returns nothing")
    used = {node.id for node in ast.walk(body) if isinstance(node, ast.Name)}
    for name in names:
        if name not in used:
            at.wrong(f"never uses {name}, which the starter defines")
    return returns


def _own_nodes(node: ast.AST) -> Iterator[ast.AST]:
    """The nodes below, those of inner functions and classes left out."""
    waiting = [node]  # no recursion: the tree may be nearly as deep as the compiler allows
    while waiting:
        for child in ast.iter_child_nodes(waiting.pop()):
            if not isinstance(child, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda)):
                yield child
                waiting.append(child)


def _check_output_names(returns: list[ast.expr], children: dict[str, At]) -> None:
    outputs: set[str] = set()
    for value in returns:
        if not isinstance(value, ast.Dict):
            return
        for key in value.keys:
            if not (isinstance(key, ast.Constant) and isinstance(key.value, str)):
                return
            outputs.add(key.value)
    known = (*outputs, *DTYPE_TOLERANCE, *TOLERANCE)
    for holder in (children, *map(_items, _elements(children.get("cases")))):
        for name, child in _items(holder.get("tolerance")).items():
            if re.split(r"[.\[]", name)[0] not in known:  # "dx[0]" and "dx.w" are parts of "dx"
                child.wrong(unknown("output of the driver", name, known))


def _argument_sets(children: dict[str, At]) -> Iterator[At]:
    for case in _elements(children.get("cases")):
        yield case_arguments(case)
    if arguments := _items(children.get("speed")).get("with"):
        yield arguments


def _items(at: At | None) -> dict[str, At]:
    """Nothing where there is no mapping: that has been said already."""
    return dict(at.items()) if at and isinstance(at.node.value, dict) else {}


def _elements(at: At | None) -> list[At]:
    return list(at.elements()) if at and isinstance(at.node.value, tuple) else []
