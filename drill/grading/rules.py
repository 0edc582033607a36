"""The rules of a problem, read in the source of a submission: what it may import and which calls are
forbidden.

This check is the promise; the guard inside the runner is best effort. It reads, it never executes, and it
sees through other names for the same thing: aliases, `from x import y as z`, `getattr` and friends with
constant names, `exec` and `eval` of constant text, method forms (`x.softmax(-1)`), other spellings (see
`names`). A computed name in a place where only a library's function can come from is refused for hiding
what it calls.

Nothing is banned for looking similar. A file can only reach NumPy, PyTorch and the standard library, so an
attribute called like a forbidden operation belongs to the learner when the file defines such an attribute,
and to the library otherwise; where it does both, it counts as the library's only on what is seen to be an
array.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from dataclasses import dataclass

from drill.bank.schema import Problem
from drill.grading.bindings import ARRAY, IMPORTERS, UNKNOWN, Bindings
from drill.runner.names import Forbidden, forbidden

MAX_SOURCE = 200_000  # characters
MAX_EXECUTED = 20  # texts passed to `exec` and `eval` that are read; each means reading everything again
_EXECUTORS = ("builtins.exec", "builtins.eval", "builtins.compile")
_GETTERS = ("operator.attrgetter", "operator.methodcaller")
_BUILTIN_METHODS = frozenset(
    name for kind in (list, dict, set, str, bytes, tuple, int, float) for name in dir(kind) if name[0] != "_"
)


@dataclass(frozen=True, slots=True)
class Violation:
    """`call` as written, `line` in the learner's file (1-based), `says` one sentence for the learner."""

    line: int
    call: str
    canonical: str  # the forbidden name, or the package that may not be imported
    says: str


def violations(source: str, problem: Problem, framework: str) -> tuple[Violation, ...]:
    """Every violation in order of lines. A source that does not parse has none: loading it is what fails.

    Raises RecursionError or MemoryError on sources nested too deeply to be read."""
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError):
        return ()
    return _Reader(problem, framework, tree).read()


class _Reader:
    def __init__(self, problem: Problem, framework: str, tree: ast.Module) -> None:
        self._tree = tree
        self._names = Bindings(tree)
        self._forbidden = tuple(map(forbidden, problem.forbid))
        self._packages = {"numpy", "torch", *problem.allow, *sys.stdlib_module_names}
        self._torch = framework == "torch" or _mentions_torch(tree)
        self._executed_count = 0
        self._found: dict[tuple[int, str], Violation] = {}

    def read(self) -> tuple[Violation, ...]:
        self._read(self._tree, 0)
        return tuple(sorted(self._found.values(), key=lambda each: each.line))

    def _read(self, tree: ast.AST, line: int) -> None:
        """`line` is where text passed to `exec` stands; 0 for the file itself."""
        for node in ast.walk(tree):
            at = line or getattr(node, "lineno", 0)
            if isinstance(node, (ast.Import, ast.ImportFrom)):
                self._import(node, at)
            elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Load):
                self._attribute(node, node.value, node.attr, at)
            elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
                self._paths(
                    node, self._names.stands_for(node) if node.id not in self._names.names else (), at
                )
            elif isinstance(node, (ast.Call, ast.Subscript)):
                self._indirect(node, at)
            elif isinstance(node, ast.Match):
                self._match(node, at)
            elif isinstance(node, (ast.BinOp, ast.AugAssign)) and isinstance(node.op, ast.MatMult):
                self._matmul(node, at)

    # --- imports ------------------------------------------------------------------------------------------

    def _import(self, node: ast.Import | ast.ImportFrom, line: int) -> None:
        if isinstance(node, ast.ImportFrom):
            module = "." * node.level + (node.module or "")
            paths = [module] if node.level else [f"{module}.{alias.name}" for alias in node.names]
        else:
            paths = [alias.name for alias in node.names]
        for path in paths:
            self._imported(node, path.removesuffix(".*"), line)

    def _imported(self, node: ast.AST, path: str, line: int) -> None:
        package = path.partition(".")[0]
        if package not in self._packages:
            name = path if path.startswith(".") else package
            says = (
                f"Line {line} imports {name}: only NumPy, PyTorch and the standard library can be used here."
            )
            self._add(line, _text(node), name, says)
        else:
            self._paths(node, (path,), line)

    # --- names and attributes -----------------------------------------------------------------------------

    def _paths(
        self, node: ast.AST, paths: Iterator[str] | tuple[str, ...] | frozenset[str], line: int
    ) -> None:
        for path in paths:
            for rule in self._forbidden:
                if not path.startswith("<") and rule.bans(path):
                    self._ban(node, rule, line)

    def _attribute(self, node: ast.AST, holder: ast.expr, name: str, line: int) -> None:
        """`holder.name`, however it is written."""
        kinds = self._names.stands_for(holder)
        self._paths(node, tuple(self._names.attribute(holder, name)), line)
        own = name in self._names.own_attributes or name in _BUILTIN_METHODS
        if ARRAY in kinds or (UNKNOWN in kinds and not own):
            for rule in self._forbidden:
                if rule.bans_method(name) and (self._torch or rule.library != "torch"):
                    self._ban(node, rule, line)

    def _match(self, node: ast.Match, line: int) -> None:
        """`case object(softmax=f)` takes an attribute, `case {"softmax": f}` an entry of a dictionary."""
        owner = self._names.dictionary_of(node.subject)
        for part in (part for case in node.cases for part in ast.walk(case.pattern)):
            if isinstance(part, ast.MatchClass):
                for name in part.kwd_attrs:
                    self._attribute(part, node.subject, name, part.lineno or line)
            elif isinstance(part, ast.MatchMapping) and owner is not None:
                for key in part.keys:
                    self._attribute(part, owner, self._names.text(key) or "", part.lineno or line)

    def _matmul(self, node: ast.AST, line: int) -> None:
        for rule in self._forbidden:
            if rule.bans_method("matmul"):
                self._ban(node, rule, line)

    # --- indirect ways ------------------------------------------------------------------------------------

    def _indirect(self, node: ast.Call | ast.Subscript, line: int) -> None:
        looked_up = self._names.lookup(node)
        if looked_up is not None:
            holder, name = looked_up
            if name is not None:
                self._attribute(node, holder, name, line)
            elif self._restricted(holder):
                self._hidden(node, line)
        elif isinstance(node, ast.Call) and node.args:
            for function in self._names.stands_for(node.func):
                self._call(node, function, line)
            if "operator.matmul" in self._names.stands_for(node.func):
                self._matmul(node, line)

    def _call(self, node: ast.Call, function: str, line: int) -> None:
        text = self._names.text(node.args[0])
        if function in IMPORTERS:
            self._imported(node, text, line) if text is not None else self._hidden(node, line)
        elif function in _EXECUTORS:
            self._executed(node, text, line)
        elif function in _GETTERS and text is not None:
            unknown = ast.Name("", ast.Load())  # the object it will be applied to
            for name in text.split("."):
                self._attribute(node, unknown, name, line)
        elif function in _GETTERS and self._forbidden:
            self._hidden(node, line)

    def _executed(self, node: ast.Call, text: str | None, line: int) -> None:
        self._executed_count += 1
        if text is None or self._executed_count > MAX_EXECUTED:
            return self._hidden(node, line)
        try:
            tree = ast.parse(text)
        except (SyntaxError, ValueError):
            return None
        self._names.add(tree)
        return self._read(tree, line)

    def _restricted(self, holder: ast.expr) -> bool:
        """The holder is a library of which something is forbidden, or an array."""
        roots = {path.partition(".")[0] for path in self._names.stands_for(holder)}
        return any(rule.library in roots or ARRAY in roots for rule in self._forbidden)

    # --- findings -----------------------------------------------------------------------------------------

    def _ban(self, node: ast.AST, rule: Forbidden, line: int) -> None:
        call = _text(node)
        what = "what" if call == rule.canonical else f"{rule.canonical}, which"
        self._add(line, call, rule.canonical, f"Line {line}: `{call}` is {what} this problem forbids.")

    def _hidden(self, node: ast.AST, line: int) -> None:
        call = _text(node)
        self._add(
            line, call, call, f"Line {line}: `{call}` hides which function it reaches; write its name out."
        )

    def _add(self, line: int, call: str, canonical: str, says: str) -> None:
        self._found.setdefault((line, canonical), Violation(line, call, canonical, says))


def _mentions_torch(tree: ast.AST) -> bool:
    """The file could get at torch: it imports it, or holds its name as text."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import) and any(alias.name.startswith("torch") for alias in node.names):
            return True
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("torch"):
            return True
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.startswith("torch"):
            return True
    return False


def _text(node: ast.AST) -> str:
    text = " ".join(ast.unparse(node).split())
    return text if len(text) <= 60 else text[:60] + "…"
