"""What a driver does with the values that an entry returns, as its source says."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Use:
    """`parts`: how the values are called that the driver takes apart, by the output where they end up; empty
    where it takes what is returned as a whole, which is then `output`, or "" when that has no name."""

    parts: tuple[str, ...] = ()
    output: str = ""


def uses(driver: str | None, entries: frozenset[str]) -> dict[str, Use]:
    """By entry; only what is the same for all of its calls is said."""
    if driver is None:
        return {}
    tree = ast.parse(driver)
    outputs = dict(_outputs(tree))
    found: dict[str, list[Use]] = {}
    for entry, target in _calls(tree):
        if entry in entries:
            found.setdefault(entry, []).append(_use(target, outputs))
    return {entry: _common(each) for entry, each in found.items()}


def _outputs(tree: ast.AST) -> Iterator[tuple[str, str]]:
    """(variable, output) of every `{"out": out}`; of several for one variable the first comes last."""
    named = [(value.id, output) for output, value in _named(tree) if isinstance(value, ast.Name)]
    yield from reversed(named)


def _named(tree: ast.AST) -> Iterator[tuple[str, ast.expr]]:
    """(output, expression) of every `{"out": expression}`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Dict):
            for key, value in zip(node.keys, node.values, strict=True):
                if isinstance(key, ast.Constant):
                    yield str(key.value), value


def _calls(tree: ast.AST) -> Iterator[tuple[str, ast.expr | str]]:
    """(function, where its value goes): a target of an assignment, or the name of an output."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign):
            yield from ((name, node.targets[0]) for name in _called(node.value))
    for output, value in _named(tree):
        yield from ((name, output) for name in _called(value))


def _called(node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
        yield node.func.id


def _use(target: ast.expr | str, outputs: dict[str, str]) -> Use:
    if isinstance(target, str):
        return Use(output=target)
    if isinstance(target, ast.Name):
        return Use(output=outputs.get(target.id, ""))
    names = [each.id for each in getattr(target, "elts", ()) if isinstance(each, ast.Name)]
    if not names or len(names) < len(target.elts):  # type: ignore[attr-defined]  # it has some
        return Use()
    return Use(parts=tuple(outputs.get(name, name) for name in names))


def _common(each: list[Use]) -> Use:
    """The first call's names, if all calls are taken apart into as many values, or none is."""
    apart = [use for use in each if use.parts]
    if not apart:
        return each[0]
    return apart[0] if len({len(use.parts) for use in apart}) == 1 else Use()
