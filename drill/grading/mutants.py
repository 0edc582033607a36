"""Single-node mutations of a reference: what `drill verify --mutate` sends through the judge's door.

Each mutant is a piece of text in place of a node's own text, so that the rest of the file, and its line
numbers, stay as the author wrote them. Left alone are annotations, docstrings, imports and the words of
error messages; operands that merely change places around a commutative operator are no mutation.
"""

from __future__ import annotations

import ast
import copy
import difflib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

_BINARY: dict[type[ast.operator], tuple[type[ast.operator], ...]] = {
    ast.Add: (ast.Sub,),
    ast.Sub: (ast.Add,),
    ast.Mult: (ast.Div,),
    ast.Div: (ast.Mult, ast.FloorDiv),
    ast.FloorDiv: (ast.Div,),
    ast.Mod: (ast.FloorDiv,),
    ast.Pow: (ast.Mult,),
    ast.MatMult: (ast.Mult,),
    ast.BitAnd: (ast.BitOr,),
    ast.BitOr: (ast.BitAnd,),
    ast.BitXor: (ast.BitAnd,),
    ast.LShift: (ast.RShift,),
    ast.RShift: (ast.LShift,),
}
_COMPARE: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Lt: (ast.LtE, ast.Gt),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.Lt),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
}
_SYMMETRIC = frozenset(
    {"maximum", "minimum", "max", "min", "add", "multiply", "logical_and", "logical_or", "isclose"}
)
_DROPPABLE = (ast.Assign, ast.AugAssign, ast.Expr, ast.Raise, ast.Continue, ast.Break, ast.Delete)


@dataclass(frozen=True, slots=True)
class Mutant:
    """`line` (1-based) is where the node starts; `before` and `after` are that line, stripped."""

    line: int
    before: str
    after: str
    source: str

    def diff(self, original: str, name: str) -> str:
        """A unified diff without context."""
        lines = difflib.unified_diff(
            original.splitlines(), self.source.splitlines(), name, f"{name} (mutant)", n=0, lineterm=""
        )
        return "\n".join(lines)


def mutants(source: str) -> tuple[Mutant, ...]:
    """Every mutant of `source`, each a different program, in order of lines."""
    tree = ast.parse(source)
    text = _Text(source)
    seen = {ast.dump(tree)}
    found: list[Mutant] = []
    for node, changed in _changes(tree):
        mutated = text.replaced(node, changed)
        dump = ast.dump(ast.parse(mutated)) if mutated is not None else ""
        if mutated is None or dump in seen:
            continue
        seen.add(dump)
        line = node.lineno
        after = mutated.splitlines()[line - 1].strip() if node.lineno <= len(mutated.splitlines()) else ""
        found.append(Mutant(line, text.lines[line - 1].strip(), after, mutated))
    return tuple(sorted(found, key=lambda mutant: mutant.line))


def _changes(tree: ast.Module) -> Iterator[tuple[Any, ast.AST | None]]:
    """(node, its replacement); None drops a statement."""
    waiting: list[ast.AST] = [tree]
    while waiting:
        node = waiting.pop()
        yield from _of_statement(node) if isinstance(node, ast.stmt) else _of_expression(node)
        waiting.extend(_worth_changing(node))


def _worth_changing(node: ast.AST) -> Iterator[ast.AST]:
    """The children of a node, less annotations, docstrings, imports and messages."""
    if isinstance(node, (ast.Import, ast.ImportFrom, ast.Global, ast.Nonlocal)):
        return
    if isinstance(node, (ast.Module, ast.ClassDef)):
        yield from (child for child in node.body if not _is_declaration(child))
        return
    for name, value in ast.iter_fields(node):
        if name in ("annotation", "returns", "decorator_list", "msg", "type_comment"):
            continue
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST) and not _is_text(child) and not isinstance(node, ast.Raise):
                yield child


def _is_declaration(node: ast.stmt) -> bool:
    """Docstrings, and type aliases such as `Array = NDArray[np.floating]`."""
    if isinstance(node, ast.Assign) and isinstance(node.value, ast.Subscript):
        return True
    return _is_text(node) or (isinstance(node, ast.AnnAssign) and node.value is None)


def _is_text(node: ast.AST) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def _of_statement(node: ast.stmt) -> Iterator[tuple[ast.AST, ast.AST | None]]:
    if isinstance(node, _DROPPABLE) and not _is_text(node):
        yield node, None
    if isinstance(node, ast.AugAssign):
        for operator in _BINARY.get(type(node.op), ()):
            yield node, _with(node, op=operator())
    if isinstance(node, (ast.If, ast.While)):
        yield node.test, ast.UnaryOp(ast.Not(), node.test)
    if isinstance(node, (ast.Return, ast.Assign)) and isinstance(node.value, ast.Tuple):
        yield from ((node.value, swapped) for swapped in _swaps(node.value, "elts"))


def _of_expression(node: ast.AST) -> Iterator[tuple[ast.AST, ast.AST]]:
    for kind, change in _EXPRESSIONS.items():
        if isinstance(node, kind):
            yield from ((node, changed) for changed in change(node))


def _binary(node: ast.BinOp) -> Iterator[ast.AST]:
    for operator in _BINARY.get(type(node.op), ()):
        yield _with(node, op=operator())
    yield node.left
    yield node.right
    if isinstance(node.op, (ast.Sub, ast.Div, ast.Pow, ast.FloorDiv, ast.Mod)):
        yield _with(node, left=node.right, right=node.left)


def _compare(node: ast.Compare) -> Iterator[ast.AST]:
    for i, operator in enumerate(node.ops):
        for other in _COMPARE[type(operator)]:
            yield _with(node, ops=[*node.ops[:i], other(), *node.ops[i + 1 :]])


def _boolean(node: ast.BoolOp) -> Iterator[ast.AST]:
    yield _with(node, op=ast.Or() if isinstance(node.op, ast.And) else ast.And())
    for i in range(len(node.values)):
        rest = node.values[:i] + node.values[i + 1 :]
        yield rest[0] if len(rest) == 1 else _with(node, values=rest)


def _unary(node: ast.UnaryOp) -> Iterator[ast.AST]:
    yield node.operand


def _constant(node: ast.Constant) -> Iterator[ast.AST]:
    value = node.value
    if isinstance(value, bool):
        yield ast.Constant(not value)
    elif isinstance(value, int):
        yield ast.Constant(value + 1)
        yield ast.Constant(value - 1) if value > 0 else ast.UnaryOp(ast.USub(), ast.Constant(1 - value))
    elif isinstance(value, float):
        yield ast.Constant(2 * value if value else 1.0)
    elif isinstance(value, str) and value:
        yield ast.Constant(value + "?")


def _call(node: ast.Call) -> Iterator[ast.AST]:
    for i in range(len(node.keywords)):
        if node.keywords[i].arg is not None:
            yield _with(node, keywords=node.keywords[:i] + node.keywords[i + 1 :])
    if len(node.args) > 1 or (node.args and isinstance(node.func, ast.Attribute)):
        yield _with(node, args=node.args[:-1])
    name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
    if name not in _SYMMETRIC and not any(isinstance(arg, ast.Starred) for arg in node.args):
        yield from _swaps(node, "args")


def _conditional(node: ast.IfExp) -> Iterator[ast.AST]:
    yield node.body
    yield node.orelse


def _slice(node: ast.Subscript) -> Iterator[ast.AST]:
    parts = node.slice.elts if isinstance(node.slice, ast.Tuple) else [node.slice]
    for part in parts:
        for field in ("lower", "upper", "step"):
            if isinstance(part, ast.Slice) and getattr(part, field) is not None:
                changed = copy.deepcopy(node)
                inside = changed.slice.elts if isinstance(changed.slice, ast.Tuple) else [changed.slice]
                setattr(inside[parts.index(part)], field, None)
                yield changed


def _swaps(node: Any, field: str) -> Iterator[ast.AST]:
    """Neighbours changed over."""
    items = getattr(node, field)
    for i in range(len(items) - 1):
        yield _with(node, **{field: [*items[:i], items[i + 1], items[i], *items[i + 2 :]]})


def _with(node: Any, **fields: Any) -> Any:
    changed = copy.copy(node)
    for name, value in fields.items():
        setattr(changed, name, value)
    return changed


_EXPRESSIONS: dict[type[ast.expr], Any] = {
    ast.BinOp: _binary,
    ast.Compare: _compare,
    ast.BoolOp: _boolean,
    ast.UnaryOp: _unary,
    ast.Constant: _constant,
    ast.Call: _call,
    ast.IfExp: _conditional,
    ast.Subscript: _slice,
}


class _Text:
    """A source whose nodes can be replaced by text. Columns of the syntax tree count UTF-8 bytes."""

    def __init__(self, source: str) -> None:
        self.lines = source.splitlines()
        self._bytes = source.encode()
        self._starts = [0]
        for line in self._bytes.splitlines(keepends=True):
            self._starts.append(self._starts[-1] + len(line))

    def replaced(self, node: Any, changed: ast.AST | None) -> str | None:
        """The source with the node's text replaced; None when no text means what is meant."""
        text = "pass" if changed is None else ast.unparse(changed)
        if changed is None or isinstance(changed, ast.stmt):
            return self._spliced(node, text)
        bare, bracketed = self._spliced(node, text), self._spliced(node, f"({text})")
        return bare if bare is not None and _same(bare, bracketed) else bracketed

    def _spliced(self, node: Any, text: str) -> str | None:
        start = self._starts[node.lineno - 1] + node.col_offset
        end = self._starts[node.end_lineno - 1] + node.end_col_offset
        spliced = (self._bytes[:start] + text.encode() + self._bytes[end:]).decode()
        try:
            ast.parse(spliced)
        except SyntaxError:
            return None
        return spliced


def _same(one: str, other: str | None) -> bool:
    return other is None or ast.dump(ast.parse(one)) == ast.dump(ast.parse(other))
