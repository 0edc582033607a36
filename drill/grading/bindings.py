"""What the expressions of a submission stand for, as far as its source says.

One table for the whole file, blind to scope and order: a name stands for everything it is ever bound to. Too
much is better than too little here, because the table only serves to follow a library under another name.
Nothing is imported or executed.
"""

from __future__ import annotations

import ast
import builtins
from collections import defaultdict
from collections.abc import Iterable, Iterator

# What an expression may stand for, beside a dotted name such as "torch.nn.functional".
UNKNOWN = "<unknown>"
ARRAY = "<array>"  # came out of a library's call, or of arithmetic with one
PLAIN = "<plain>"  # a constant or a container display
CLASS = "<class>"  # a class of the learner's own
FUNCTION = "<function>"  # a function of the learner's own
OWN = "<own>"  # an instance of such a class

LIBRARIES = ("torch", "numpy")
_CONTAINERS = frozenset(
    f"builtins.{name}"
    for name in ("list", "tuple", "dict", "set", "str", "sorted", "range", "len", "int", "float")
)
_DISPLAYS = (
    *(ast.Constant, ast.JoinedStr, ast.Dict, ast.List, ast.Tuple, ast.Set),
    *(ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp),
)
_MAX_TEXT = 200  # characters: longer than any name, and short enough to stop a text that doubles itself
BUILTINS = frozenset(dir(builtins))
IMPORTERS = ("builtins.__import__", "importlib.import_module", "importlib.__import__")
GETTERS = frozenset({"builtins.getattr", "inspect.getattr_static"})

Binding = ast.expr | str


class Bindings(ast.NodeVisitor):
    """Names and attributes of a file. `own_attributes`: attributes and methods that the file itself
    defines."""

    def __init__(self, tree: ast.AST) -> None:
        self.names: dict[str, list[Binding]] = defaultdict(list)
        self.attributes: dict[str, list[Binding]] = defaultdict(list)
        self.own_attributes: set[str] = set()
        self.stars: list[str] = []  # modules imported with *
        self._in_class = False
        self._resolved: dict[ast.expr, frozenset[str]] = {}
        self._united: dict[str, frozenset[str]] = {}
        self._texts: dict[ast.expr, str | None] = {}
        self.add(tree)

    # --- collecting ---------------------------------------------------------------------------------------

    def add(self, tree: ast.AST) -> None:
        """Collects what another piece of source binds."""
        self._resolved.clear()
        self._united.clear()
        self._texts.clear()
        self.visit(tree)

    def visit_Import(self, node: ast.Import) -> None:
        for alias in node.names:
            if alias.asname:
                self.names[alias.asname].append(alias.name)
            else:
                self.names[alias.name.partition(".")[0]].append(alias.name.partition(".")[0])

    def visit_ImportFrom(self, node: ast.ImportFrom) -> None:
        for alias in node.names:
            if alias.name == "*":
                self.stars.append(node.module or "")
            else:
                self.names[alias.asname or alias.name].append(f"{node.module}.{alias.name}")

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        self.names[node.name].append(CLASS)
        outer, self._in_class = self._in_class, True
        self.generic_visit(node)
        self._in_class = outer

    def visit_FunctionDef(self, node: ast.FunctionDef | ast.AsyncFunctionDef) -> None:
        if self._in_class:
            self.own_attributes.add(node.name)
        else:
            self.names[node.name].append(FUNCTION)
        self._parameters(node.args)
        outer, self._in_class = self._in_class, False
        self.generic_visit(node)
        self._in_class = outer

    visit_AsyncFunctionDef = visit_FunctionDef  # noqa: N815

    def visit_Lambda(self, node: ast.Lambda) -> None:
        self._parameters(node.args)
        self.generic_visit(node)

    def _parameters(self, args: ast.arguments) -> None:
        positional = [*args.posonlyargs, *args.args]
        for arg in (*positional, *args.kwonlyargs, args.vararg, args.kwarg):
            if arg is not None:
                typed = isinstance(arg.annotation, (ast.Name, ast.Attribute))
                self.names[arg.arg].append(arg.annotation if typed else UNKNOWN)  # type: ignore[arg-type]
        defaults = zip(positional[len(positional) - len(args.defaults) :], args.defaults, strict=True)
        keyword = zip(args.kwonlyargs, args.kw_defaults, strict=True)
        for arg, default in (*defaults, *keyword):
            if default is not None:
                self.names[arg.arg].append(default)

    def visit_Assign(self, node: ast.Assign) -> None:
        for target in node.targets:
            self._bind(target, node.value)
        self.generic_visit(node)

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        self._bind(node.target, node.value)
        self.generic_visit(node)

    def visit_AugAssign(self, node: ast.AugAssign) -> None:
        self._bind(node.target, None)
        self.generic_visit(node)

    def visit_NamedExpr(self, node: ast.NamedExpr) -> None:
        self._bind(node.target, node.value)
        self.generic_visit(node)

    def visit_For(self, node: ast.For | ast.AsyncFor | ast.comprehension) -> None:
        items = node.iter.elts if isinstance(node.iter, (ast.Tuple, ast.List)) else [None]
        for item in items:
            self._bind(node.target, item)
        self.generic_visit(node)

    visit_AsyncFor = visit_For  # noqa: N815
    visit_comprehension = visit_For

    def visit_withitem(self, node: ast.withitem) -> None:
        if node.optional_vars is not None:
            self._bind(node.optional_vars, node.context_expr)
        self.generic_visit(node)

    def visit_Call(self, node: ast.Call) -> None:
        """`namedtuple("Cache", "x mean")`, `SimpleNamespace(x=1)` and `setattr(self, "x", ...)` define
        attributes."""
        called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        if called in ("namedtuple", "NamedTuple", "make_dataclass", "setattr"):
            texts = [
                sub.value for arg in node.args[1:] for sub in ast.walk(arg) if isinstance(sub, ast.Constant)
            ]
            for text in texts:
                if isinstance(text, str):
                    self.own_attributes.update(text.replace(",", " ").split())
        elif called == "SimpleNamespace":
            self.own_attributes.update(keyword.arg for keyword in node.keywords if keyword.arg)
        self.generic_visit(node)

    def _bind(self, target: ast.expr, value: ast.expr | None) -> None:
        if isinstance(target, ast.Name):
            self.names[target.id].append(value if value is not None else UNKNOWN)
            if self._in_class:
                self.own_attributes.add(target.id)
        elif isinstance(target, ast.Attribute):
            self.attributes[target.attr].append(value if value is not None else UNKNOWN)
            self.own_attributes.add(target.attr)
        elif isinstance(target, ast.Starred):
            self._bind(target.value, None)
        elif isinstance(target, (ast.Tuple, ast.List)):
            paired = isinstance(value, (ast.Tuple, ast.List)) and len(value.elts) == len(target.elts)
            values = value.elts if paired else [None] * len(target.elts)  # type: ignore[union-attr]
            for part, item in zip(target.elts, values, strict=True):
                self._bind(part, item)

    # --- resolving ----------------------------------------------------------------------------------------

    def stands_for(self, node: ast.expr) -> frozenset[str]:
        """Dotted names and the tokens above; never empty. Each expression is resolved once, cycles cut."""
        if node not in self._resolved:
            self._resolved[node] = frozenset({UNKNOWN})
            self._resolved[node] = frozenset(self._resolve(node)) or frozenset({UNKNOWN})
        return self._resolved[node]

    def _resolve(self, node: ast.expr) -> Iterator[str]:
        if isinstance(node, ast.Name):
            yield from self._name(node.id)
        elif isinstance(node, ast.Attribute):
            yield from self.attribute(node.value, node.attr)
        elif isinstance(node, (ast.Call, ast.Subscript)):
            yield from self._call(node) if isinstance(node, ast.Call) else self._subscript(node)
        elif isinstance(node, _DISPLAYS):
            yield PLAIN
        elif isinstance(node, (ast.BinOp, ast.UnaryOp)):
            yield self._arithmetic(node)
        elif isinstance(node, (ast.IfExp, ast.BoolOp, ast.NamedExpr)):
            for part in _alternatives(node):
                yield from self.stands_for(part)

    def _name(self, name: str) -> Iterable[str]:
        if name in self.names:
            return self._bound(f"name {name}", self.names[name])
        return (*(f"{module}.{name}" for module in self.stars), *((f"builtins.{name}",) * (name in BUILTINS)))

    def _bound(self, key: str, bindings: list[Binding]) -> frozenset[str]:
        """What a name or an attribute is ever bound to, found once for all its uses."""
        if key not in self._united:
            self._united[key] = frozenset({UNKNOWN})
            found = ({each} if isinstance(each, str) else self.stands_for(each) for each in bindings)
            self._united[key] = frozenset().union(*found)
        return self._united[key]

    def attribute(self, value: ast.expr, attr: str) -> Iterator[str]:
        """What `value.attr` stands for."""
        for base in self.stands_for(value):
            if not base.startswith("<"):
                yield f"{base}.{attr}"
            elif base in (ARRAY, PLAIN, FUNCTION):
                yield base
            elif attr in self.attributes:
                yield from self._bound(f"attribute {attr}", self.attributes[attr])
            else:
                yield OWN if base in (OWN, CLASS) and attr in self.own_attributes else UNKNOWN

    def _call(self, node: ast.Call) -> Iterator[str]:
        looked_up = self.lookup(node)
        if looked_up is not None:
            yield from self._looked_up(*looked_up)
            return
        for function in self.stands_for(node.func):
            if function in IMPORTERS and node.args:
                yield self.text(node.args[0]) or UNKNOWN
            elif function == CLASS:
                yield OWN
            elif function == ARRAY or function.startswith(LIBRARIES):
                yield ARRAY
            else:
                yield PLAIN if function in _CONTAINERS else UNKNOWN

    def _subscript(self, node: ast.Subscript) -> Iterator[str]:
        looked_up = self.lookup(node)
        if looked_up is not None:
            yield from self._looked_up(*looked_up)
            return
        for base in self.stands_for(node.value):
            if base == "sys.modules":
                yield self.text(node.slice) or UNKNOWN
            else:
                yield ARRAY if base == ARRAY else UNKNOWN

    def _looked_up(self, holder: ast.expr, name: str | None) -> Iterator[str]:
        yield from (UNKNOWN,) if name is None else self.attribute(holder, name)

    def _arithmetic(self, node: ast.BinOp | ast.UnaryOp) -> str:
        parts = [node.operand] if isinstance(node, ast.UnaryOp) else [node.left, node.right]
        kinds = [self.stands_for(part) for part in parts]
        if any(ARRAY in kind for kind in kinds):
            return ARRAY
        return PLAIN if all(kind == {PLAIN} for kind in kinds) else UNKNOWN

    def lookup(self, node: ast.expr) -> tuple[ast.expr, str | None] | None:
        """(holder, name) of an attribute taken by its name as text: `getattr(x, "n")`,
        `x.__getattribute__("n")`, `vars(x)["n"]`, `x.__dict__.get("n")`. The name is None when it is
        computed; None for any other expression."""
        if isinstance(node, ast.Subscript):
            owner = self.dictionary_of(node.value)
            return (owner, self.text(node.slice)) if owner is not None else None
        if not isinstance(node, ast.Call) or not node.args:
            return None
        function, arguments = node.func, node.args
        if isinstance(function, ast.Attribute):
            if function.attr in ("__getattribute__", "__getattr__"):
                holder, *rest = arguments if len(arguments) == 2 else (function.value, *arguments)
                return (holder, self.text(rest[0])) if rest else None
            owner = self.dictionary_of(function.value)
            if owner is not None and function.attr in ("get", "__getitem__", "pop", "setdefault"):
                return owner, self.text(arguments[0])
        if len(arguments) >= 2 and not GETTERS.isdisjoint(self.stands_for(function)):
            return arguments[0], self.text(arguments[1])
        return None

    def dictionary_of(self, node: ast.expr) -> ast.expr | None:
        """The x of `x.__dict__` and `vars(x)`."""
        if isinstance(node, ast.Attribute):
            return node.value if node.attr == "__dict__" else None
        if isinstance(node, ast.Call) and node.args and "builtins.vars" in self.stands_for(node.func):
            return node.args[0]
        return None

    def text(self, node: ast.expr) -> str | None:
        """The string a constant expression is, following names bound once; None when computed, or too
        long."""
        if node not in self._texts:
            self._texts[node] = None
            text = self._text(node)
            self._texts[node] = text if text is not None and len(text) <= _MAX_TEXT else None
        return self._texts[node]

    def _text(self, node: ast.expr) -> str | None:
        if isinstance(node, ast.Constant):
            return node.value if isinstance(node.value, str) else None
        if isinstance(node, ast.Name):
            bound = self.names.get(node.id, [])
            return self.text(bound[0]) if len(bound) == 1 and isinstance(bound[0], ast.expr) else None
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
            return self._joined("", [node.left, node.right])
        if isinstance(node, ast.JoinedStr):
            return self._joined("", node.values)
        if isinstance(node, ast.FormattedValue):
            return self.text(node.value) if node.format_spec is None and node.conversion < 0 else None
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "join":
            glue = self.text(node.func.value)
            parts = node.args[0] if node.args else None
            if glue is not None and isinstance(parts, (ast.List, ast.Tuple)):
                return self._joined(glue, parts.elts)
        return None

    def _joined(self, glue: str, parts: list[ast.expr]) -> str | None:
        texts = [text for text in map(self.text, parts) if text is not None]
        return glue.join(texts) if len(texts) == len(parts) else None


def _alternatives(node: ast.IfExp | ast.BoolOp | ast.NamedExpr) -> list[ast.expr]:
    if isinstance(node, ast.IfExp):
        return [node.body, node.orelse]
    return node.values if isinstance(node, ast.BoolOp) else [node.value]
