"""Formulas for a terminal: one line inside prose, stacked fractions and limits where a formula stands alone.

Both come from one layout: a box of text lines with the line on which its neighbours stand. `flat` boxes have
one line, so a fraction is written with a slash, and what a slash would tear apart is put in parentheses:
`\\frac{x_i-\\mu}{\\sqrt{\\sigma^2+\\epsilon}}` is `(xᵢ − μ) / √(σ² + ϵ)`. A script is raised or lowered
where Unicode has every character of it, otherwise written out: `x_(i,j)`. Where the terminal has only ASCII,
symbols are spelled by their names.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

from rich.cells import cell_len

from drill.cli.render.boxes import Box, beside, bracket, corners, limits, pad, stack
from drill.cli.render.glyphs import PLAIN, SUBSCRIPTS, SUPERSCRIPTS, spelled
from drill.cli.render.latex import (
    ACCENTS,
    Accent,
    Atom,
    Fence,
    Fraction,
    Grid,
    Kind,
    Node,
    NotMaths,
    Root,
    Row,
    Scripts,
    parse,
)

_LOOSE = ("bin", "rel", "big", "punct", "space", "text")


class Style(NamedTuple):
    flat: bool = True  # one line
    tight: bool = False  # inside a script: no spaces
    unicode: bool = True


def inline(source: str, unicode: bool = True) -> str:
    """A formula as one line of text; LaTeX that cannot be read comes back as it was written."""
    try:
        return _layout(parse(source), Style(unicode=unicode)).lines[0].strip()
    except NotMaths:
        return f"${source}$"


def display(source: str, width: int, unicode: bool = True) -> list[str]:
    """A formula on its own lines, stacked where that fits into `width` columns."""
    try:
        box = _layout(parse(source), Style(flat=not unicode, unicode=unicode))
    except NotMaths:
        return [f"$${source}$$"]
    if box.width > width:
        return [inline(source, unicode)]
    return [line.rstrip() for line in box.lines]


def _layout(node: Node, style: Style) -> Box:
    match node:
        case Atom():
            return Box((_spell(node, style),))
        case Row():
            return beside(_row(node.items, style))
        case Scripts():
            return _scripts(node, style)
        case Fraction():
            return _fraction(node, style)
        case Root():
            return _root(node, style)
        case Accent():
            return _accent(node, style)
        case Fence():
            return _fence(node.left, _layout(node.body, style), node.right, style)
        case Grid():
            return _grid(node, style)


def _flat(node: Node, style: Style, tight: bool = False) -> str:
    return _layout(node, Style(True, tight or style.tight, style.unicode)).lines[0]


def _spell(atom: Atom, style: Style) -> str:
    if style.unicode or atom.text.isascii():
        return atom.text
    return PLAIN.get(atom.text) or atom.plain or "".join(map(spelled, atom.text))


# --- rows: what stands between two neighbours ---------------------------------------------------------------


def _row(items: Sequence[Node], style: Style) -> list[Box]:
    boxes: list[Box] = []
    before: Kind | None = None  # the kind of what stands to the left
    for i, item in enumerate(items):
        kind = _kind(item)
        if kind == "bin" and before in (None, "bin", "rel", "open", "punct", "big"):
            kind = "prefix"  # a sign, not a difference
        box = _layout(item, style)
        if isinstance(item, Fraction) and style.flat and _touches(items, i):
            box = Box((f"({box.lines[0]})",))
        gap = _gap(before, kind, boxes[-1] if boxes else None, box, style)
        if (
            not style.flat
            and not gap
            and kind not in ("punct", "close")
            and any(isinstance(x, Fraction) for x in items[max(i - 1, 0) : i + 1])
        ):
            gap = " " if i else ""  # a bar does not touch its neighbours
        boxes.append(Box((gap,)))
        boxes.append(box)
        before = "close" if isinstance(item, Fence) else kind
    return boxes


def _kind(node: Node) -> Kind:
    if isinstance(node, Atom):
        return node.kind
    if isinstance(node, Scripts):
        return _kind(node.base)
    if isinstance(node, Row) and node.items:
        return _kind(node.items[0])
    return "open" if isinstance(node, Fence) else "ord"


def _gap(before: Kind | None, kind: Kind, left: Box | None, box: Box, style: Style) -> str:
    if before is None or left is None or "space" in (before, kind):
        return ""
    left_text, text = left.lines[left.axis], box.lines[box.axis]
    if left_text.endswith(" ") or text.startswith(" "):
        return ""
    words = _wordy(left_text[-1:]) and _wordy(text[:1])
    if style.tight:
        return " " if words and ("word" in (before, kind) or before == "big") else ""
    if "rel" in (before, kind) or "bin" in (before, kind) or before == "punct":
        return " "
    if before == "big":
        return "" if kind == "open" and _wordy(left_text[-1:]) else " "
    if kind in ("big", "word"):
        return " " if before not in ("open", "prefix", "slash") else ""
    if before == "word" or _run_together(left_text, text, style):
        return " " if kind not in ("open", "close", "punct", "slash") else ""
    return ""


def _wordy(char: str) -> bool:
    return char.isalnum() or unicodedata.combining(char or " ") > 0


def _run_together(left: str, right: str, style: Style) -> bool:
    """Whether `W_f` and `x` would be read as one name: after a spelled-out script or root, and in ASCII."""
    if not _wordy(right[:1]):
        return False
    if left.endswith(")"):
        return "_(" in left or "^(" in left
    if not _wordy(left[-1:]):
        return False
    if "_" in left or "^" in left or "√" in left:
        return True
    return not style.unicode and any(len(text) > 1 and text.isalpha() for text in (left[-2:], right[:2]))


def _touches(items: Sequence[Node], i: int) -> bool:
    """Whether something beside the fraction would be drawn into it by the eye: `1/N x`, `a/b · c`."""
    after = _kind(items[i + 1]) if i + 1 < len(items) else None
    prior = items[i - 1] if i else None
    product = isinstance(prior, Atom) and prior.text in "·×⊙∘"
    if after == "bin" and isinstance(items[i + 1], Atom):
        symbol = items[i + 1]
        return isinstance(symbol, Atom) and symbol.text in "·×⊙∘*"
    if after in ("ord", "word", "big", "open", "prefix", "slash"):
        return True
    return prior is not None and not product and _kind(prior) in ("ord", "word", "close", "slash")


# --- fractions, roots, scripts ------------------------------------------------------------------------------


def _fraction(node: Fraction, style: Style) -> Box:
    if not style.flat:
        return stack(_layout(node.top, style), _layout(node.bottom, style))
    top, bottom = _flat(node.top, style), _flat(node.bottom, style)
    if not _holds_together(node.top, loose=_LOOSE):
        top = f"({top})"
    if not _single(node.bottom):
        bottom = f"({bottom})"
    return Box((top + (" / " if " " in top + bottom else "/") + bottom,))


def _holds_together(node: Node, loose: Sequence[str]) -> bool:
    """Whether a row reads as one thing above a slash: a product does, a sum does not."""
    if not isinstance(node, Row):
        return not isinstance(node, Fraction)
    if _bracketed(node):
        return True
    depth = 0
    for item in node.items:
        kind = _kind(item) if isinstance(item, Atom | Scripts) else "ord"
        depth += (kind == "open") - (kind == "close")
        if isinstance(item, Fraction) or (depth == 0 and kind in loose):
            return False
    return True


def _single(node: Node) -> bool:
    """Whether a slash before it cannot be misread: one symbol, a call `f(x)`, a bracket, `∂x`, `dx`."""
    if isinstance(node, Fraction):
        return False
    if not isinstance(node, Row):
        return True
    if not node.items or _bracketed(node):
        return bool(node.items)
    first, rest = node.items[0], node.items[1:]
    if isinstance(first, Atom) and (first.kind == "prefix" or first.text in ("d", "Δ")):
        return len(rest) == 1
    name = first.base if isinstance(first, Scripts) else first
    if isinstance(name, Atom) and name.kind == "big" and not name.text.isalpha():
        return False  # a sum reaches beyond a bracket
    return _kind(first) in ("word", "ord", "big") and _bracketed(Row(rest))


def _bracketed(row: Row) -> bool:
    """`( ... )` or `| ... |` from the first item to the last."""
    items = row.items
    if len(items) == 1 and isinstance(items[0], Fence):
        return True
    if len(items) < 2 or not isinstance(items[0], Atom) or not isinstance(items[-1], Atom | Scripts):
        return False
    bars = [i for i, item in enumerate(items) if isinstance(item, Atom) and item.text in ("|", "‖")]
    if bars[:1] == [0]:
        return bars == [0, len(items) - 1]
    depth = 0
    for item in items[:-1]:
        kind = _kind(item) if isinstance(item, Atom | Scripts) else "ord"
        depth += (kind == "open") - (kind == "close")
        if depth <= 0:
            return False
    return _kind(items[-1]) == "close"


def _root(node: Root, style: Style) -> Box:
    body = _flat(node.body, style)
    degree = _raise(_flat(node.degree, style, tight=True), SUPERSCRIPTS) if node.degree else ""
    if not style.unicode:
        return Box((f"{'root' + _flat(node.degree, style) if node.degree else 'sqrt'}({body})",))
    base = node.body.base if isinstance(node.body, Scripts) else node.body
    if isinstance(base, Atom | Accent):
        return Box((f"{degree or ''}√{body}",))
    if style.flat or len(inner := _layout(node.body, style).lines) == 1:
        return Box((f"{degree or ''}√({body})",))
    fenced = _fence("(", Box(inner, _layout(node.body, style).axis), ")", style)
    return beside([Box((f"{degree or ''}√",)), fenced])


def _scripts(node: Scripts, style: Style) -> Box:
    sub = _flat(node.sub, style, tight=True) if node.sub is not None else ""
    sup = _flat(node.sup, style, tight=True) if node.sup is not None else ""
    if not style.flat and isinstance(node.base, Atom) and node.base.kind == "big":
        return limits(_spell(node.base, style), sub, sup)
    base = _layout(node.base, style)
    if isinstance(node.base, Fraction | Row) and len(base.lines) == 1:
        base = Box((f"({base.lines[0]})",))
    low = _script(sub, node.sub, SUBSCRIPTS, "_", style)
    high = _script(sup, node.sup, SUPERSCRIPTS, "^", style)
    if len(base.lines) == 1:
        return Box((base.lines[0] + low + high,))
    return corners(base, low, high)


def _script(text: str, node: Node | None, table: dict[str, str], mark: str, style: Style) -> str:
    if node is None:
        return ""
    if text in ("'", "*"):
        return text
    if style.unicode and (raised := _raise(text, table)) is not None:
        return raised
    return mark + (text if len(text) == 1 or isinstance(node, Atom) else f"({text})")


def _raise(text: str, table: dict[str, str]) -> str | None:
    return "".join(table[c] for c in text) if all(c in table for c in text) else None


def _accent(node: Accent, style: Style) -> Box:
    body = _flat(node.body, style)
    if style.unicode and (len(body) == 1 or node.name == "overline"):
        return Box(("".join(char + ACCENTS[node.name] for char in body),))
    name = node.name.removeprefix("wide")
    return Box((f"{body}_{name}" if body.isalnum() else f"{name}({body})",))


# --- brackets and grids -------------------------------------------------------------------------------------


def _fence(left: str, body: Box, right: str, style: Style) -> Box:
    height = len(body.lines)
    if height == 1:
        left, right = (_spell(Atom(side), style) if side else "" for side in (left, right))
        return Box((left + body.lines[0] + right,))
    return beside([bracket(left, height, body.axis), body, bracket(right, height, body.axis)])


def _grid(node: Grid, style: Style) -> Box:
    if style.flat:
        comma = ", " if node.left or node.right else " "
        rows = (comma.join(filter(None, (_flat(c, style).strip(" ,") for c in row))) for row in node.rows)
        return Box((node.left + "; ".join(rows) + (node.right or ("}" if node.left == "{" else "")),))
    boxes = [[_layout(cell, style) for cell in row] for row in node.rows]
    columns = max(map(len, boxes))
    widths = [max((row[i].width for row in boxes if i < len(row)), default=0) for i in range(columns)]
    gap = "  " if node.left or node.right else " "
    lines: list[str] = []
    for row in boxes:
        cells = [Box(tuple(pad(x, widths[i]) for x in b.lines), b.axis) for i, b in enumerate(row)]
        joined = beside([part for cell in cells for part in (cell, Box((gap,)))][: 2 * len(cells) - 1])
        lines.extend(joined.lines)
    if node.left == "{" and len(lines) == 2:
        lines.insert(1, "")  # room for the tip of the brace
    width = max(map(cell_len, lines))
    body = Box(tuple(pad(line, width) for line in lines), (len(lines) - 1) // 2)
    padded = beside([Box((" " if node.left else "",)), body, Box((" " if node.right else "",))])
    return _fence(node.left, padded, node.right, style)
