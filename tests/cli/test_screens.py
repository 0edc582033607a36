"""The screens are as they were when somebody last looked at them."""

from __future__ import annotations

import io
from pathlib import Path

from rich.text import Text

from drill.cli.render.screen import Screen
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
