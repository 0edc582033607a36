"""The screens are as they were when somebody last looked at them."""

from __future__ import annotations

import io
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

from rich.text import Text

from drill.cli.render import screen as screen_module
from drill.cli.render.screen import Screen
from drill.cli.render.tables import problems
from drill.practice.results import ProblemRow
from tests.cli import screens


def test_screens_are_as_kept() -> None:
    changed = []
    kept = set(screens.FOLDER.glob("*.txt"))

    def compare(path: Path, text: str) -> None:
        kept.discard(path)
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            changed.append(path.name)

    screens.each(compare)
    assert (changed, kept) == ([], set()), "look at them: python -m tests.cli.screens"


def test_nothing_is_wider_than_the_terminal() -> None:
    for terminal, (_, width) in screens.TERMINALS.items():
        for name, text in screens.rendered(terminal):
            longest = max(text.splitlines(), key=len)
            assert len(longest) <= width, (name, terminal, longest)


def test_colour_only_for_a_terminal_that_wants_it() -> None:
    def written(force: bool, environ: dict[str, str]) -> str:
        raw = io.BytesIO()
        screen = Screen(io.TextIOWrapper(raw, encoding="utf-8"), force_terminal=force, _environ=environ)
        screen.show(Text("x", "bad"))
        screen.file.flush()
        return raw.getvalue().decode()

    assert written(False, {}) == "x\n"
    assert "\x1b[31m" in written(True, {"TERM": "xterm"})
    assert "\x1b[31m" not in written(True, {"TERM": "xterm", "NO_COLOR": "1"})
    assert written(True, {"TERM": "dumb"}) == "x\n"


def test_what_a_submission_prints_does_not_drive_the_terminal() -> None:
    raw = io.BytesIO()
    screen = Screen(io.TextIOWrapper(raw, encoding="utf-8"), force_terminal=True, _environ={"TERM": "xterm"})
    screen.show(Text("a\x1b[2Jb\x9bc"))
    screen.say("e\x1b]0;title\x07f")
    screen.file.flush()
    assert raw.getvalue().decode() == "a␛[2Jb␦c\ne␛]0;title␇f\n"


def test_no_character_that_drives_a_terminal_counts_as_printable() -> None:
    """What is printable goes through untouched."""
    assert not any(chr(code).isprintable() for code in screen_module._CONTROLS)


def test_a_list_of_problems_fits_and_keeps_its_columns() -> None:
    now = datetime(2026, 11, 21, tzinfo=timezone.utc)
    fields: dict[str, Any] = {"topic": "t", "minutes": 5, "frameworks": (), "solved": True, "attempts": 1}
    fields |= {"rating": None, "recall": None, "difficulty": "hard", "state": "due", "due": now, "on": True}
    rows = [
        ProblemRow(id="short", title="A title, 長い of course", **fields),
        ProblemRow(id="a-longer-one", title="B", **{**fields, "state": "new", "due": None}),
    ]
    shown = io.StringIO()
    Screen(shown, width=54).show(problems(rows, now, timezone.utc), wide=True)
    assert shown.getvalue().splitlines()[:4] == [
        "problem         level  state  due    title",
        "t",
        "  short         hard   due    today  A title, 長い of…",
        "  a-longer-one  hard   new           B",
    ]
    narrow = io.StringIO()
    Screen(narrow, width=12).show(problems(rows, now, timezone.utc), wide=True)
    assert all(len(line) <= 12 for line in narrow.getvalue().splitlines()[:4])
