"""Statements: Markdown and formulas together, in and out of UTF-8."""

from __future__ import annotations

import io

from drill.cli.render.markdown import Statement
from drill.cli.render.screen import Screen


def shown(source: str, encoding: str = "utf-8", width: int = 60) -> str:
    raw = io.BytesIO()
    screen = Screen(io.TextIOWrapper(raw, encoding=encoding), width=width)
    screen.show(Statement(source, screen.unicode))
    screen.file.flush()
    return "\n".join(line.rstrip() for line in raw.getvalue().decode(encoding).splitlines())


def test_formula_in_prose_and_not_in_code() -> None:
    assert shown("Let $x_i$ be `$x_i$`.") == "Let xᵢ be $x_i$."


def test_dollars_that_are_money() -> None:
    assert shown("From $5 to $6.") == "From $5 to $6."


def test_formula_on_its_own_lines_is_indented() -> None:
    assert shown("So\n\n$$\\frac{a}{b}$$\n\nholds.").splitlines() == [
        "So", "", "     a", "    ───", "     b", "", "holds.",
    ]  # fmt: skip


def test_formula_characters_are_no_markdown() -> None:
    assert shown("$a * b * c$ and $x_{i,j} y_{i,j}$") == "a * b * c and x_(i,j) y_(i,j)"


def test_formula_in_a_table() -> None:
    assert "xᵢⱼ" in shown("| a | b |\n|---|---|\n| 1 | $x_{ij}$ |")


def test_headings_are_not_centred() -> None:
    assert shown("# One\n\n## Two").splitlines() == ["One", "", "Two"]


def test_table_without_header_text_has_no_header_line() -> None:
    assert shown("| | |\n|---|---|\n| x | 1 |").strip() == "x  1"


def test_code_keeps_its_lines() -> None:
    assert shown("```python\ndef f(x):\n    return x\n```") == "    def f(x):\n        return x"


def test_ascii_terminal() -> None:
    text = shown("- $\\mu \\le 1$ — *café*\n\n$$\\frac{a}{b}$$", encoding="ascii")
    assert text.lstrip("\n") == " * mu <= 1 - cafe\n\n    a/b"
