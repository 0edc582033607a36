"""The Markdown of statements and hints, as the terminal and the browser both read it.

CommonMark with tables and `$formulas$`, without raw HTML and without pictures.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from markdown_it import MarkdownIt


def parser(source: str, formula: Callable[[str, dict[str, Any]], str] | None = None) -> MarkdownIt:
    """A parser for that source. `formula` writes LaTeX in the page's language, where one is written."""
    markdown = MarkdownIt("commonmark", {"html": False}).enable("table").disable("image")
    if "$" in source:
        from mdit_py_plugins.dollarmath import dollarmath_plugin

        markdown.use(
            dollarmath_plugin, allow_labels=False, allow_space=False, allow_digits=False, renderer=formula
        )
    return markdown
