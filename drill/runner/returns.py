"""What an entry returned where the driver takes several values apart.

`param, m, v = adam_step(...)` unpacks whatever can be iterated over: a lone array too, row by row, if it
happens to have three. What came in place of a tuple of three is noted for the diagnosis; the call itself goes
on as it would anyway.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Collection
from typing import Any

import numpy as np

_HOOK = "drill_returned"  # a name that no driver has


class Returns:
    """`note` is a phrase about the first call of the last case that returned something else; "" if none."""

    def __init__(self) -> None:
        self.note = ""

    def watch(self, tree: ast.AST, entries: Collection[str]) -> dict[str, Any]:
        """Changes the driver's `a, b = entry(...)` in place; what its globals must have for it."""
        for node in ast.walk(tree):
            if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Tuple):
                _hook(node, node.targets[0].elts, entries)
        return {_HOOK: self._returned}

    def _returned(self, entry: str, count: int, names: str, value: Any) -> Any:
        if not self.note and not (isinstance(value, (tuple, list)) and len(value) == count):
            self.note = f"`{entry}` returned {_what(value)} where {count} values, `({names})`, are asked"
        return value


def _hook(node: ast.Assign, targets: list[ast.expr], entries: Collection[str]) -> None:
    call = node.value
    if not (isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in entries):
        return
    if any(isinstance(target, ast.Starred) for target in targets):
        return
    asked = ast.Constant(", ".join(map(ast.unparse, targets)))
    hooks = [ast.Constant(call.func.id), ast.Constant(len(targets)), asked, call]
    hooked = ast.Call(ast.Name(_HOOK, ast.Load()), hooks, [])
    node.value = ast.fix_missing_locations(ast.copy_location(hooked, call))


def _what(value: Any) -> str:
    """In a learner's words. By exact type: nothing of a submission's own class is called."""
    if value is None:
        return "None"
    torch = sys.modules.get("torch")
    if type(value) is np.ndarray or (torch is not None and type(value) is torch.Tensor):
        return f"one {'array' if type(value) is np.ndarray else 'tensor'} of shape {tuple(value.shape)}"
    if type(value) in (tuple, list):
        return f"{len(value)} values"
    if isinstance(value, (int, float, np.generic)):
        return "one number"
    return f"a {type(value).__name__[:100]}"
