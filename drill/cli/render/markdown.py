"""Statements: Markdown by Rich, with `$formulas$` set as mathematics and code that suits any background."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, ClassVar

from markdown_it.token import Token
from rich.console import Console, ConsoleOptions, RenderResult
from rich.markdown import CodeBlock, Heading, Markdown, MarkdownElement, TableElement
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from drill.cli.markup import parser


class _Code(CodeBlock):
    """Indented, not boxed, and in one colour: a lexer costs as much as all the rest. `math` is laid out."""

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        source = str(self.text).rstrip()
        if self.lexer_name == "math":
            yield Padding(_display(source, options.max_width - 4, console), (0, 0, 0, 4))
        else:
            yield Padding(Text(source, "markdown.code"), (0, 0, 0, 4))


class _Heading(Heading):
    LEVEL_ALIGN: ClassVar[dict[str, Any]] = {}  # none is centred


class _Table(TableElement):
    """Without a line for a header that says nothing."""

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        for table in super().__rich_console__(console, options):
            assert isinstance(table, Table)
            table.show_header = any(str(column.header).strip() for column in table.columns)
            yield table


class Statement(Markdown):
    """Markdown whose `$...$` and `$$...$$` are formulas."""

    inlines = {*Markdown.inlines, "math"}  # noqa: RUF012 (as in the base class)
    elements: ClassVar[dict[str, type[MarkdownElement]]] = {
        **Markdown.elements,
        "fence": _Code,
        "code_block": _Code,
        "heading_open": _Heading,
        "table_open": _Table,
    }

    def __init__(self, source: str, unicode: bool = True) -> None:
        super().__init__("")
        self.parsed = list(_set_formulas(parser(source).parse(source), unicode))


def _set_formulas(tokens: Iterable[Token], unicode: bool) -> Iterator[Token]:
    for token in tokens:
        if token.type == "math_block":
            token.type, token.tag, token.info = "fence", "code", "math"
        elif token.type.startswith("math_inline"):
            from drill.cli.render.maths import inline

            token.tag, token.content = "math", inline(token.content, unicode)
        elif token.children:
            token.children = list(_set_formulas(token.children, unicode))
        yield token


def _display(source: str, width: int, console: Console) -> Text:
    from drill.cli.render.maths import display

    lines = display(source, width, console.encoding.startswith("utf"))
    return Text("\n".join(lines), no_wrap=len(lines) > 1)
