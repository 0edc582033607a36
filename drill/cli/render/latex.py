"""LaTeX formulas as a small tree, for `maths` to lay out.

`pylatexenc` reads the source (braces, arguments, environments) and knows what a symbol looks like; this
module adds what it leaves out: scripts, fences, and which symbols are operators.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any, Literal, NamedTuple

from pylatexenc import latex2text, macrospec
from pylatexenc.latexwalker import (
    LatexCharsNode,
    LatexCommentNode,
    LatexEnvironmentNode,
    LatexGroupNode,
    LatexMacroNode,
    LatexSpecialsNode,
    LatexWalker,
    LatexWalkerParseError,
    get_default_latex_context_db,
)

Kind = Literal[
    "ord", "word", "text", "big", "bin", "rel", "punct", "open", "close", "slash", "prefix", "space"
]


class Atom(NamedTuple):
    """One symbol. `plain` is how it is written where the terminal has only ASCII."""

    text: str
    kind: Kind = "ord"
    plain: str = ""


class Row(NamedTuple):
    items: tuple[Node, ...]


class Scripts(NamedTuple):
    base: Node
    sub: Node | None = None
    sup: Node | None = None


class Fraction(NamedTuple):
    top: Node
    bottom: Node


class Root(NamedTuple):
    body: Node
    degree: Node | None = None


class Accent(NamedTuple):
    body: Node
    name: str


class Fence(NamedTuple):
    left: str
    body: Node
    right: str


class Grid(NamedTuple):
    """`cases`, a matrix, or `aligned` rows (which have no brackets)."""

    rows: tuple[tuple[Node, ...], ...]
    left: str = ""
    right: str = ""


Node = Atom | Row | Scripts | Fraction | Root | Accent | Fence | Grid

ACCENTS = {
    "hat": "\u0302", "widehat": "\u0302", "bar": "\u0304", "overline": "\u0305", "tilde": "\u0303",
    "widetilde": "\u0303", "dot": "\u0307", "ddot": "\u0308", "vec": "\u20d7", "check": "\u030c",
}  # fmt: skip
_FONTS = {"mathrm", "mathit", "mathsf", "mathtt", "mathbf", "boldsymbol", "bm", "operatorname", "mathop"}
_TEXTS = {"text", "textrm", "textit", "textbf", "texttt", "mbox"}
_STYLED = {"mathbb", "mathcal", "mathscr", "mathfrak"}
_FRACTIONS = {"frac", "dfrac", "tfrac", "nicefrac"}
_SPACES = {",": " ", ";": " ", ":": " ", " ": " ", "~": " ", "quad": "  ", "qquad": "    ", "!": ""}
_IGNORED = {
    "displaystyle", "textstyle", "limits", "nolimits", "middle", "big", "Big", "bigg", "Bigg", "bigl", "bigr",
    "Bigl", "Bigr", "biggl", "biggr", "Biggl", "Biggr", "bigm", "hline", "notag", "nonumber",
}  # fmt: skip
_BIG = {"sum", "prod", "int", "bigcup", "bigcap", "bigoplus", "bigotimes"}
_LIMITS = {"max", "min", "sup", "inf", "lim", "argmax", "argmin"}
_WORDS = {
    "log",
    "ln",
    "exp",
    "sin",
    "cos",
    "tan",
    "tanh",
    "sinh",
    "cosh",
    "det",
    "dim",
    "ker",
    "deg",
    "arg",
    "Pr",
}
_BINARY = {
    "cdot", "times", "odot", "otimes", "oplus", "ast", "circ", "star", "cup", "cap", "pm", "mp", "div",
    "setminus", "wedge", "vee", "land", "lor", "bmod", "ominus", "bullet",
}  # fmt: skip
_RELATIONS = {
    "le", "leq", "ge", "geq", "ne", "neq", "approx", "sim", "equiv", "in", "notin", "subset", "subseteq",
    "to", "rightarrow", "leftarrow", "Rightarrow", "Leftarrow", "gets", "mapsto", "propto", "ll", "gg", "mid",
    "iff", "implies", "leftrightarrow", "Leftrightarrow", "coloneqq", "parallel", "perp", "longrightarrow",
}  # fmt: skip
_OPENING = {"{": "{", "lfloor": "⌊", "lceil": "⌈", "langle": "⟨", "lvert": "|", "lVert": "‖", "lbrace": "{"}
_CLOSING = {"}": "}", "rfloor": "⌋", "rceil": "⌉", "rangle": "⟩", "rvert": "|", "rVert": "‖", "rbrace": "}"}
_OWN = {"|": "‖", "Vert": "‖", "vert": "|", "cdot": "·", "#": "#", "%": "%", "_": "_", "&": "&", "$": "$",
        "top": "⊤", "ast": "*", "coloneqq": "≔", "bmod": "mod", "ldots": "…", "dots": "…", "lvert": "|",
        "backslash": "\\", "gets": "←", "prime": "′", "ne": "≠",
        "land": "∧", "lor": "∨", "iff": "⇔", "implies": "⇒", "neg": "¬", "colon": ":", "lbrack": "[",
        "rbrack": "]"}  # fmt: skip
_CHARACTERS: dict[str, tuple[str, Kind]] = {
    "+": ("+", "bin"), "-": ("−", "bin"), "*": ("*", "bin"), "/": ("/", "slash"), "=": ("=", "rel"),
    "<": ("<", "rel"), ">": (">", "rel"), ",": (",", "punct"), ";": (";", "punct"), ":": (":", "punct"),
    "(": ("(", "open"), "[": ("[", "open"), ")": (")", "close"), "]": ("]", "close"),
}  # fmt: skip
_GRIDS = {
    "cases": ("{", ""), "matrix": ("", ""), "pmatrix": ("(", ")"), "bmatrix": ("[", "]"),
    "vmatrix": ("|", "|"), "aligned": ("", ""), "align": ("", ""), "align*": ("", ""),
    "gathered": ("", ""), "array": ("", ""),
}  # fmt: skip
_TOKEN = re.compile(r"\d+(?:\.\d+)?|[^\s]")
_PRIME = Atom("′", plain="'")


class NotMaths(ValueError):
    """The source is not LaTeX that can be laid out."""


def parse(source: str) -> Node:
    """The tree of a formula, without its dollars. Raises NotMaths."""
    try:
        nodes = LatexWalker(source, latex_context=_context(), tolerant_parsing=False).get_latex_nodes()[0]
        return _row(_Tokens(nodes))
    except (LatexWalkerParseError, IndexError) as error:
        raise NotMaths(source) from error


@cache
def _context() -> Any:
    db = get_default_latex_context_db()
    one = [*_FONTS, *_TEXTS, *_STYLED, *ACCENTS]
    macros = [macrospec.std_macro(name, False, 1) for name in one]
    macros += [macrospec.std_macro(name, False, 2) for name in (*_FRACTIONS, "binom")]
    grids = [macrospec.EnvironmentSpec("array", "{")]
    db.add_context_category("drill", prepend=True, macros=macros, environments=grids)
    return db


@cache
def _symbols() -> Any:
    return latex2text.get_default_latex_context_db()


class _Tokens:
    """A node list as a stream: text arrives number by number and character by character."""

    def __init__(self, nodes: Sequence[Any]) -> None:
        self._stream = self._split(nodes)
        self._next: Any = None
        self.advance()

    def _split(self, nodes: Sequence[Any]) -> Iterator[Any]:
        for node in nodes:
            if isinstance(node, LatexCharsNode):
                yield from _TOKEN.findall(node.chars)
            elif isinstance(node, LatexSpecialsNode) and node.specials_chars not in ("&", "~"):
                yield from node.specials_chars  # '' and -- are quotes and dashes in prose only
            elif not isinstance(node, LatexCommentNode):
                yield node

    @property
    def empty(self) -> bool:
        return self._next is None

    def peek(self) -> Any:
        return self._next

    def advance(self) -> Any:
        """The next token; IndexError where an argument is missing is the caller's to raise."""
        token, self._next = self._next, next(self._stream, None)
        return token


def _is_macro(token: Any, name: str) -> bool:
    return isinstance(token, LatexMacroNode) and token.macroname == name


def _row(tokens: _Tokens, until: str = "") -> Node:
    """Items up to the end, or to the macro `until`."""
    items: list[Node] = []
    while not tokens.empty and not (until and _is_macro(tokens.peek(), until)):
        token = tokens.advance()
        if isinstance(token, str) and token in "_^'":
            base = items.pop() if items else Atom("")
            items.append(_script(base, token, tokens))
        else:
            items.extend(_item(token, tokens))
    return items[0] if len(items) == 1 else Row(tuple(items))


def _script(base: Node, mark: str, tokens: _Tokens) -> Node:
    argument = _PRIME if mark == "'" else _operand(tokens)
    old = base if isinstance(base, Scripts) else Scripts(base)
    if mark == "_" and old.sub is None:
        return Scripts(old.base, argument, old.sup)
    if mark != "_" and old.sup is None:
        return Scripts(old.base, old.sub, argument)
    if mark != "_":
        return Scripts(old.base, old.sub, Row((old.sup or Atom(""), argument)))
    return Scripts(base, argument)


def _operand(tokens: _Tokens) -> Node:
    if tokens.empty:
        raise IndexError("a script without an argument")
    items = _item(tokens.advance(), tokens)
    return items[0] if len(items) == 1 else Row(tuple(items))


def _item(token: Any, tokens: _Tokens) -> list[Node]:
    if isinstance(token, str):
        return [_character(token)]
    if isinstance(token, LatexGroupNode):
        return [_row(_Tokens(token.nodelist))]
    if isinstance(token, LatexEnvironmentNode):
        return [_grid(token)]
    if isinstance(token, LatexSpecialsNode):  # a stray alignment mark, or a tie
        return [] if token.specials_chars == "&" else [Atom(" ", "space")]
    if token.macroname == "left":
        return [_fence(tokens)]
    return _macro(token)


def _character(char: str) -> Node:
    if char in _CHARACTERS:
        text, kind = _CHARACTERS[char]
        return Atom(text, kind, char)
    return Atom(char)


def _fence(tokens: _Tokens) -> Node:
    left = _delimiter(tokens)
    body = _row(tokens, until="right")
    if tokens.empty:
        raise IndexError("\\left without \\right")
    tokens.advance()
    return Fence(left, body, _delimiter(tokens))


def _delimiter(tokens: _Tokens) -> str:
    if tokens.empty:
        raise IndexError("a fence without a delimiter")
    token = tokens.advance()
    if isinstance(token, str):
        return "" if token == "." else token
    name = str(token.macroname)
    return _OPENING.get(name) or _CLOSING.get(name) or _OWN.get(name, "")


def _grid(node: Any) -> Node:
    left, right = _GRIDS.get(node.environmentname, ("", ""))
    rows: list[list[list[Any]]] = [[[]]]
    for child in node.nodelist:
        if _is_macro(child, "\\"):
            rows.append([[]])
        elif isinstance(child, LatexSpecialsNode) and child.specials_chars == "&":
            rows[-1].append([])
        else:
            rows[-1][-1].append(child)
    cells = (tuple(_row(_Tokens(cell)) for cell in row) for row in rows)
    return Grid(tuple(row for row in cells if row != (Row(()),)), left, right)


def _macro(node: Any) -> list[Node]:
    name = node.macroname
    if name in _IGNORED:
        return []
    if name in _SPACES:
        return [Atom(_SPACES[name], "space")]
    if name in _TEXTS:
        return [Atom(_plain_text(node), "text")]
    if name in _STYLED:
        letters = latex2text.LatexNodes2Text().nodelist_to_text([node])
        return [Atom(letters, plain=_plain_text(node))]
    if name in _FONTS:
        return [_font(node)]
    arguments = [_argument(a) for a in node.nodeargd.argnlist] if node.nodeargd else []
    if name in ACCENTS:
        return [Accent(arguments[-1], name)]
    if name in _FRACTIONS:
        return [Fraction(arguments[-2], arguments[-1])]
    if name == "binom":
        both = Row((arguments[-2], Atom(",", "punct"), arguments[-1]))
        return [Atom("C", "word"), Fence("(", both, ")")]
    if name == "sqrt":
        return [Root(arguments[-1], arguments[0] if node.nodeargd.argnlist[0] is not None else None)]
    return [_symbol(name)]


def _argument(node: Any) -> Node:
    if node is None:
        return Row(())
    return _row(_Tokens(node.nodelist if isinstance(node, LatexGroupNode) else [node]))


def _plain_text(node: Any) -> str:
    return str(latex2text.LatexNodes2Text().nodelist_to_text(node.nodeargd.argnlist)).strip("\n")


def _font(node: Any) -> Node:
    """Upright or bold: several letters are one word (`IoU`, `clip`), anything else is laid out as it is."""
    body = _argument(node.nodeargd.argnlist[-1])
    letters = body.items if isinstance(body, Row) else (body,)
    if all(isinstance(a, Atom) and a.kind == "ord" and len(a.text) == 1 for a in letters):
        word = "".join(a.text for a in letters if isinstance(a, Atom))
        return Atom(word, "ord" if len(word) == 1 else "word")
    return body


def _symbol(name: str) -> Atom:
    if name in _OPENING:
        return Atom(_OPENING[name], "open", name if name == "{" else "")
    if name in _CLOSING:
        return Atom(_CLOSING[name], "close")
    if name in _LIMITS or name in _WORDS:
        return Atom(name, "big" if name in _LIMITS else "word")
    text = _OWN.get(name) or getattr(_symbols().get_macro_spec(name), "simplify_repl", None)
    if not isinstance(text, str) or not text:
        return Atom("\\" + name, "word")
    return Atom(text, _symbol_kind(name), name)


def _symbol_kind(name: str) -> Kind:
    if name in _BIG:
        return "big"
    if name in _BINARY:
        return "bin"
    if name in _RELATIONS:
        return "rel"
    return "prefix" if name in ("partial", "nabla") else "ord"
