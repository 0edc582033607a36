"""`python -m tools.pictures` takes the pictures in docs/pictures, with Chromium.

They show the learner of `tools.demonstration`, so they change only when drill does, or its problems.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from datetime import timezone
from io import StringIO
from pathlib import Path

from drill.bank.bank import Bank, builtin_root
from drill.bank.schema import Problem
from drill.cli.pages.report import report
from drill.cli.pages.statement import statement
from drill.practice.practice import Practice
from tools import demonstration

FOLDER = Path(__file__).parent.parent / "docs" / "pictures"
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
_QUIET = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync", "--hide-scrollbars"),
)
STATEMENTS = ("iou", "lstm-cell")


def chromium(page: Path, width: int, height: int, *options: str) -> str:
    """Run Chromium on a page, with a profile of its own; what it prints."""
    assert CHROMIUM is not None
    with tempfile.TemporaryDirectory() as profile:
        size = (f"--user-data-dir={profile}", f"--window-size={width},{height}")
        command = [CHROMIUM, *_QUIET, *size, *options, page.absolute().as_uri()]
        return subprocess.run(command, capture_output=True, text=True, check=True, timeout=120).stdout


def take(html: str, name: str, width: int, height: int, dark: bool = False) -> None:
    """A picture of the upper part of a page."""
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "page.html"
        page.write_text(html, encoding="utf-8")
        scheme = f"--blink-settings=preferredColorScheme={0 if dark else 1}"
        chromium(page, width, height, scheme, f"--screenshot={FOLDER / name}.png")
    print(FOLDER / f"{name}.png")  # noqa: T201


def drawing(problem: Problem) -> str | None:
    return (problem.graders / problem.figure.svg).read_text(encoding="utf-8") if problem.figure else None


def scorecard(practice: Practice) -> tuple[str, int]:
    """The terminal's scorecard of the latest mock interview, as Rich exports a terminal, and its height."""
    from drill.cli.render.mock import scorecard
    from drill.cli.render.screen import Screen

    cards = practice.mocks()[::-1]
    screen = Screen(StringIO(), width=94, record=True, force_terminal=True)
    screen.show(scorecard(cards[0], cards[1:], 1, demonstration.NOW, timezone.utc), wide=True)
    lines = screen.export_text(clear=False).count("\n")
    return screen.export_html(inline_styles=True), 40 + 19 * lines


def main() -> None:
    if CHROMIUM is None:
        sys.exit("Chromium is not installed: apt-get install chromium fonts-dejavu")
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        demonstration.practise(home)
        settings = demonstration.settings(home)
        bank = Bank.open([builtin_root()], settings.cache)
        practice = Practice.open(bank, settings, demonstration.NOW)
        page = report(practice.overview(), timezone.utc)
        take(page, "report-light", 1280, 1500)
        take(page, "report-dark", 1280, 1500, dark=True)
        take(page, "report-phone", 390, 1500)
        for problem in map(bank.get, STATEMENTS):
            take(statement(problem, drawing(problem)), f"statement-{problem.id}", 900, 1100)
        card, height = scorecard(practice)
        take(card, "scorecard", 930, height)
        practice.close()


if __name__ == "__main__":
    main()
