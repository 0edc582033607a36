"""What `watch` is made of: when a file counts as saved, keys, the screen, `--edit`."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from drill.cli.render import watching
from drill.cli.render.screen import Screen
from drill.cli.watching.changes import GONE, LONGEST, LOOK, SETTLED, Changes
from drill.cli.watching.terminal import keys
from tests.cli.conftest import Cli


class Clock:
    """Looks at a file as time passes; `looks(n)` says which of the next n looks found something saved."""

    def __init__(self, file: Path, seen: bool = False) -> None:
        self.changes = Changes(file, seen)
        self.now = 100.0

    def looks(self, number: int = 1, apart: float = LOOK) -> list[bool]:
        found = []
        for _ in range(number):
            self.now += apart
            found.append(self.changes.saved(self.now))
        return found


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "iou.py"
    path.write_text("first")
    return path


def test_the_file_as_it_is_comes_first(file: Path) -> None:
    assert Clock(file).looks(4) == [False, True, False, False]
    assert Clock(file, seen=True).looks(3) == [False, False, False]


def test_a_save_in_place(file: Path) -> None:
    clock = Clock(file, seen=True)
    file.write_text("second")
    assert sum(clock.looks(5)) == 1


def test_an_editor_that_renames(file: Path) -> None:
    clock = Clock(file, seen=True)
    other = file.with_suffix(".tmp")
    other.write_text("other")
    os.utime(other, ns=(0, file.stat().st_mtime_ns))  # same size, same time
    other.replace(file)
    assert sum(clock.looks(5)) == 1


def test_a_file_that_is_being_written_is_waited_for(file: Path) -> None:
    clock = Clock(file, seen=True)
    for length in range(10):
        file.write_text("x" * length)
        assert clock.looks(1, SETTLED / 2) == [False]
    assert clock.changes.changing
    assert sum(clock.looks(5)) == 1


def test_but_not_for_ever(file: Path) -> None:
    clock = Clock(file, seen=True)
    found = 0
    for length in range(int(1.5 * LONGEST / (SETTLED / 2))):
        file.write_text("x" * length)
        found += sum(clock.looks(1, SETTLED / 2))
    assert found == 1


def test_removed_and_made_again(file: Path) -> None:
    clock = Clock(file, seen=True)
    file.unlink()
    assert clock.looks(1) == [False]
    file.write_text("first")
    assert sum(clock.looks(5)) == 1
    file.unlink()
    assert sum(clock.looks(int(GONE / LOOK) + 3)) == 1, "that it is gone is said once"


def test_saved_again_between_the_look_and_the_reading(file: Path) -> None:
    clock = Clock(file, seen=True)
    file.write_text("second")
    assert clock.looks(2) == [False, True]
    file.write_text("third, by the time it is read")
    assert sum(clock.looks(5)) == 1


def test_keys() -> None:
    assert keys(b"sQ") == ["s", "q"]
    assert keys(b"\x1b[A\x1b[6~ \x1bOB") == ["up", "page down", "page down", "down"]
    assert keys(b"\x1b[1;5C\xff\x00\x04") == ["q"], "unknown sequences are nothing, Ctrl-D leaves"


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (20, 3)])
def test_the_screen_is_filled_exactly(size: tuple[int, int]) -> None:
    shown: list[int] = []

    class Fixed(Screen):
        def update_screen_lines(self, lines: list[list[object]], x: int = 0, y: int = 0) -> None:  # type: ignore[override]
            shown.extend(sum(len(segment.text) for segment in line) for line in lines)  # type: ignore[attr-defined, misc]

    width, height = size
    screen = Fixed(sys.stdout, width=width, height=height)
    watching.draw(screen, "Watching iou.py", "grading ...", "\n".join(map(str, range(100))), 3)
    assert shown == [width] * height


def test_scrolling_stays_within_the_page() -> None:
    screen = Screen(sys.stdout, width=80, height=24)
    page = "\n".join(map(str, range(30)))
    room = watching.room(screen)
    assert watching.scrolled(screen, page, 0, -1) == 0
    assert watching.scrolled(screen, page, 0, room) == 30 - room
    assert watching.scrolled(screen, "short", 0, 5) == 0


def test_without_a_terminal(drill: Cli) -> None:
    refused = drill("watch", ok=False)
    assert refused.code == 2
    assert "needs a terminal" in refused.err
    assert refused.out == ""


def test_edit(drill: Cli, tmp_path: Path) -> None:
    note = tmp_path / "note"
    drill.monkeypatch.delenv("VISUAL", raising=False)
    drill.monkeypatch.setenv(
        "EDITOR", f'{sys.executable} -c \'import sys; open("{note}", "w").write(sys.argv[1])\''
    )
    assert "submit" in drill("next", "--edit").last
    assert note.read_text() == str(drill.file)


@pytest.mark.parametrize(
    ("editor", "says"), [("", "No editor is set"), ("/no/such/editor", "does not start")]
)
def test_no_editor(drill: Cli, editor: str, says: str) -> None:
    drill.monkeypatch.delenv("VISUAL", raising=False)
    drill.monkeypatch.setenv("EDITOR", editor)
    refused = drill("start", "unit-rows", "--edit", ok=False)
    assert refused.code == 2
    assert says in refused.err
    assert drill.file.exists()
