"""The starter as code: its entries, the file a learner receives, the first line that names its problem."""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass
from typing import Literal

from drill.bank.schema import Framework, Problem

_IMPORTS: dict[Framework, str] = {"numpy": "import numpy as np", "torch": "import torch"}
_HEADER = re.compile(r"\ufeff?#\s*drill:\s*(?P<id>[a-z0-9-]+)(?:\s*\((?P<framework>numpy|torch)\))?\s*")


@dataclass(frozen=True, slots=True)
class Entry:
    """A public function or class of the starter. A class has the parameters of its `__init__`, less self."""

    name: str
    kind: Literal["function", "class"]
    required: tuple[str, ...]  # given by position
    optional: tuple[str, ...]  # given by name: those with a default, and keyword-only ones


def entries(problem: Problem) -> tuple[Entry, ...]:
    """What a submission must define, in the starter's order."""
    return parse_entries(problem.starter)


def parse_entries(starter: str) -> tuple[Entry, ...]:
    """Raises SyntaxError (ValueError for a null byte) when the starter does not parse."""
    return tuple(_entry(node) for node in ast.parse(starter).body if _is_entry(node))


def header(problem: Problem, framework: Framework) -> str:
    """The text of a fresh starter file: the line that names the problem, the import, the starter."""
    starter = problem.starter.strip("\n")
    return f"# drill: {problem.id} ({framework})\n{_IMPORTS[framework]}\n\n\n{starter}\n"


def parse_header(first_line: str) -> tuple[str, Framework | None] | None:
    """Problem id and framework of `# drill: batchnorm (numpy)`; None when the line is anything else."""
    match = _HEADER.fullmatch(first_line)
    if match is None:
        return None
    framework: Framework | None = match["framework"]  # type: ignore[assignment]  # the pattern allows no other
    return match["id"], framework


def _is_entry(node: ast.stmt) -> bool:
    return isinstance(node, (ast.FunctionDef, ast.ClassDef)) and not node.name.startswith("_")


def _entry(node: ast.stmt) -> Entry:
    if isinstance(node, ast.FunctionDef):
        return Entry(node.name, "function", *_parameters(node.args))
    assert isinstance(node, ast.ClassDef)
    for member in node.body:
        if isinstance(member, ast.FunctionDef) and member.name == "__init__":
            required, optional = _parameters(member.args)
            return Entry(node.name, "class", required[1:], optional)
    return Entry(node.name, "class", (), ())


def _parameters(args: ast.arguments) -> tuple[tuple[str, ...], tuple[str, ...]]:
    positional = [arg.arg for arg in (*args.posonlyargs, *args.args)]
    split = len(positional) - len(args.defaults)
    return tuple(positional[:split]), (*positional[split:], *(arg.arg for arg in args.kwonlyargs))
