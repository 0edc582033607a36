"""Chromium lays the pages out: nothing is wider than the window, on a telephone and on a screen."""

from __future__ import annotations

import json
import re
from datetime import timezone
from html import escape, unescape
from pathlib import Path
from typing import Any

import pytest

from drill.cli.pages.report import report
from drill.cli.pages.statement import statement
from drill.practice.overview import Overview
from tests.pages.conftest import Page
from tests.pages.test_statement import BANK, drawing
from tools.pictures import CHROMIUM, chromium

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed"),
]

WIDTHS = (390, 1280)  # pixels
# What stands out to the right of the window, unless it is in a box that scrolls.
MEASURE = """
const out = [...document.body.querySelectorAll('*')].filter(
  e => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest('pre, table, .block, details, title'));
parent.found = [...(parent.found ?? []), {
  window: innerWidth,
  page: document.documentElement.scrollWidth,
  out: out.map(e => e.outerHTML.slice(0, 120)),
  formulas: [...document.querySelectorAll('math')].filter(e => e.getBoundingClientRect().height < 8).length,
}];
parent.document.title = JSON.stringify(parent.found);
"""


def measured(page: str, folder: Path) -> Any:
    """The page with a script of our own in it, which its policy would not let run; narrowest first.

    In frames of those widths: Chromium's own window is never narrower than 500 pixels.
    """
    free = re.sub(r"<meta http-equiv[^>]*>", "", page).replace(
        "</body>", f"<script>{MEASURE}</script></body>"
    )
    file = folder / "page.html"
    frame = '<iframe srcdoc="{}" style="border: 0; width: {}px; height: 900px"></iframe>'
    frames = "".join(frame.format(escape(free), width) for width in WIDTHS)
    file.write_text(f'<!DOCTYPE html><meta charset="utf-8"><title></title>{frames}', encoding="utf-8")
    dom = chromium(file, 1400, 900, "--dump-dom")
    found = re.search(r"<title>(\[.*?\])</title>", dom, re.DOTALL)
    assert found, dom[:500]
    return sorted(json.loads(unescape(found[1])), key=lambda each: each["window"])


def check(page: str, folder: Path) -> None:
    found = measured(page, folder)
    assert tuple(each["window"] for each in found) == WIDTHS
    for each in found:
        assert each["page"] == each["window"]
        assert each["out"] == []
        assert each["formulas"] == 0, "each formula has a height"


@pytest.mark.parametrize("log", ["empty", "small", "long"])
def test_reports_fit(reports: dict[str, Page], log: str, tmp_path: Path) -> None:
    check(reports[log].text, tmp_path)


def test_long_names_and_large_numbers_fit(facts: dict[str, Overview], tmp_path: Path) -> None:
    long = facts["long"]
    word = "a_topic_of_a_very_long_name_without_a_single_space_in_it"
    stats = long.stats._replace(
        submissions=10**9, streak=10**6, due=10**6,
        topics=tuple(topic._replace(topic=word) for topic in long.stats.topics),
    )  # fmt: skip
    slips = tuple(
        course._replace(slip=course.slip._replace(name=3 * word, problem=word)) for course in long.slips
    )
    due = tuple(day._replace(count=12_345) for day in long.due)
    huge = long._replace(stats=stats, slips=slips, due=due)
    check(report(huge, timezone.utc), tmp_path)


@pytest.mark.parametrize("problem_id", ["iou", "batchnorm", "adam-step", "lstm-cell", "nms", "conv2d"])
def test_statements_fit(problem_id: str, tmp_path: Path) -> None:
    problem = BANK.get(problem_id)
    check(statement(problem, drawing(problem)), tmp_path)
