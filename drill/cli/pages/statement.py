"""A problem to read in a browser: the statement with its formulas set, and its figure."""

from __future__ import annotations

from typing import Any

from markupsafe import Markup

from drill.bank.schema import Problem
from drill.cli.markup import parser
from drill.cli.pages.maths import mathml
from drill.cli.pages.page import fill

_FRAMEWORKS = {"numpy": "NumPy", "torch": "PyTorch"}


def statement(problem: Problem, drawing: str | None) -> str:
    """The whole page. `drawing` is the SVG of the problem's figure, which the loader has checked."""
    asked, rest = _parts(problem.statement)
    return fill(
        "statement.html",
        problem=problem,
        asked=asked,
        rest=rest,
        drawing=None if drawing is None else Markup(drawing),
        frameworks=" or ".join(_FRAMEWORKS[name] for name in problem.frameworks),
    )


def _parts(source: str) -> tuple[Markup, Markup]:
    """What is asked, up to the first heading, and the rest: a figure stands between them."""
    markdown = parser(source, _formula)
    tokens = markdown.parse(source)
    split = next((i for i, token in enumerate(tokens) if token.type == "heading_open"), len(tokens))
    render = markdown.renderer.render
    asked, rest = (render(part, markdown.options, {}) for part in (tokens[:split], tokens[split:]))
    return Markup(asked), Markup(rest)


def _formula(source: str, how: dict[str, Any]) -> str:
    return mathml(source, block=bool(how["display_mode"]))
