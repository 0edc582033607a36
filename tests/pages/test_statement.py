"""A statement as a page: real formulas, a figure that only draws, nothing that runs."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from xml.etree.ElementTree import fromstring

import pytest

from drill.bank.bank import Bank, builtin_root
from drill.bank.drawing import faults
from drill.bank.schema import Problem
from drill.cli.markup import parser
from drill.cli.pages.maths import mathml
from drill.cli.pages.statement import statement
from tests.pages.conftest import MATHML, SVG, Page
from tests.pages.test_report import HOSTILE, check_harmless

CORE = ("iou", "nms", "batchnorm", "conv-output-shape", "adam-step", "lstm-cell")
BANK = Bank.open([builtin_root()], Path("/nonexistent"))
IDS = [summary.id for summary in BANK.summaries()]


def drawing(problem: Problem) -> str | None:
    return (problem.graders / problem.figure.svg).read_text(encoding="utf-8") if problem.figure else None


def page_of(problem: Problem) -> Page:
    return Page(statement(problem, drawing(problem)))


def formulas(source: str) -> int:
    tokens = [t for token in parser(source).parse(source) for t in (token, *(token.children or ()))]
    return sum(token.type.startswith("math_") for token in tokens)


@pytest.mark.parametrize("problem_id", IDS)
def test_the_whole_bank(problem_id: str) -> None:
    problem = BANK.get(problem_id)
    page = page_of(problem)
    check_harmless(page)
    levels = [level for level, _ in page.headings()]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert len(page.all(f"{MATHML}math")) >= formulas(problem.statement), "each formula was understood"
    assert problem.starter.strip() in "".join("".join(code.itertext()) for code in page.all("pre"))


@pytest.mark.parametrize("problem_id", CORE)
def test_the_core_problems_have_a_figure(problem_id: str) -> None:
    problem = BANK.get(problem_id)
    assert problem.figure
    page = page_of(problem)
    (figure,) = page.all("figure")
    assert figure.find(f"{SVG}svg/{SVG}title") is not None
    assert "".join(figure.itertext()).split()[-3:] == problem.figure.alt.split()[-3:]
    assert page.text.index("<figure") < page.text.index("<h2"), "before the first heading"


def test_a_hostile_problem_is_only_text() -> None:
    formula = r"$\text{<script>alert(1)</script>}$ and $\href{javascript:alert(1)}{x} \style{color:red}{y}$"
    link = "[x](javascript:alert(1)) ![x](http://x/y.png) <b onclick=alert(1)>z</b>"
    problem = replace(
        BANK.get("softmax"),
        title=HOSTILE, topic=HOSTILE, source=HOSTILE, starter=HOSTILE, id=HOSTILE,
        statement=f"{HOSTILE}\n\n{formula}\n\n{link}\n",
    )  # fmt: skip
    page = page_of(problem)
    check_harmless(page)
    assert "<script>alert(1)</script>" in page.words()
    assert not page.all("b")


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (r"\mathrm{IoU}_{ij}", "<msub><mrow><mi>IoU</mi></mrow><mrow><mi>i</mi><mi>j</mi></mrow></msub>"),
        (r"\text{num\_batches}", "<mtext>num_batches</mtext>"),
        (r"a < b", "<mi>a</mi><mo>&lt;</mo><mi>b</mi>"),
        (r"h'", '<mrow><mi>h</mi><mo lspace="0" rspace="0">′</mo></mrow>'),
        (r"|x|", '<mo stretchy="false" lspace="0" rspace="0">|</mo>'),
    ],
)
def test_formulas(source: str, expected: str) -> None:
    assert expected in mathml(source, block=False)


@pytest.mark.parametrize("source", [r"\nosuchthing x", r"x_a_b", r"\left( x", r"\href{#}{\nosuch}"])
def test_what_is_no_formula_is_shown_as_written(source: str) -> None:
    assert mathml(source, block=True) == f"<code>{source}</code>"


def test_a_long_formula_in_a_line_may_break_before_a_relation() -> None:
    long = mathml(r"n = N \cdot H \cdot W = 4", block=False)
    assert long.count("<wbr><math") == 2
    assert long.count('<math display="inline" xmlns="http://www.w3.org/1998/Math/MathML"><mo>=</mo>') == 2
    assert "<wbr>" not in mathml("n = N H W", block=False)
    assert "<wbr>" not in mathml(r"n = N \cdot H \cdot W = 4", block=True)


def test_formulas_beside_each_other_may_take_two_lines() -> None:
    assert mathml(r"a = b \qquad c = d", block=True).count("<math") == 2
    assert mathml(r"\begin{cases} a & b \\ c \qquad d & e \end{cases}", block=True).count("<math") == 1


# --- figures ------------------------------------------------------------------------------------------------

GOOD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><title>A line</title>{}</svg>'


def test_a_drawing_may_draw() -> None:
    inside = '<defs><marker id="m"><path d="M0 0"/></marker></defs><path class="line" marker-end="url(#m)"/>'
    assert faults(GOOD.format(inside + '<use href="#m"/>').encode()) == []
    assert [faults(drawing(BANK.get(each)).encode()) for each in CORE] == [[]] * 6  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("inside", "says"),
    [
        ("<script>alert(1)</script>", "<script> is not allowed"),
        ("<style>*{}</style>", "<style> is not allowed"),
        ("<foreignObject/>", "<foreignObject> is not allowed"),
        ('<image href="http://x/y.png"/>', "<image> is not allowed"),
        ("<animate/>", "<animate> is not allowed"),
        ('<a href="#x"/>', "<a> is not allowed"),
        ('<path onclick="x"/>', "the attribute onclick is not allowed"),
        ('<path style="fill:url(http://x)"/>', "the attribute style is not allowed"),
        ('<use href="http://x/y.svg#z"/>', "href may only refer to something in this file"),
        ('<path fill="#fff"/>', "fill must be none, currentColor or a class's"),
        ('<path marker-end="url(http://x#y)"/>', "marker-end may only refer"),
        ('<path clip-path="URL(http://x#y)"/>', "clip-path may only refer"),
        ("<path", "not XML"),
        ("<?php x?>", "a document type or processing instruction"),
    ],
)
def test_a_drawing_that_does_more_is_refused(inside: str, says: str) -> None:
    found = faults(GOOD.format(f"\n{inside}").encode())
    assert any(says in message for _, message in found), found
    assert all(line is not None and line >= 2 for line, _ in found)


@pytest.mark.parametrize(
    "text",
    [
        '<!DOCTYPE svg [<!ENTITY a "b">]>' + GOOD.format("<path>&a;</path>"),
        GOOD.format("").replace("<title>A line</title>", ""),
        GOOD.format("").replace("viewBox", "width"),
        "<p/>",
        "",
        "\0",
    ],
)
def test_what_is_no_drawing_is_refused(text: str) -> None:
    assert faults(text.encode())


def test_a_drawing_is_a_tree_that_others_read_too() -> None:
    for problem_id in CORE:
        assert fromstring(drawing(BANK.get(problem_id)) or "").tag == f"{SVG}svg"
