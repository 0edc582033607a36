"""What commands cost does not grow with the log: counted in SQLite's own instructions, not in time."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from drill.practice.practice import Practice
from tests.practice.conftest import World, make_report
from tests.practice.long_log import write_long_log

COMMANDS: dict[str, Callable[[Practice], Any]] = {
    "rows": lambda p: p.rows(),
    "stats": lambda p: p.stats(),
    "history": lambda p: p.history(),
    "history of one": lambda p: p.history("iou"),
    "next": lambda p: p.next(),
    "current": lambda p: p.current(),
    "last submission": lambda p: p.last_submission(),
    "hint": lambda p: p.hint("iou"),
    "submitted": lambda p: p.submitted(make_report("nms", "wrong answer"), "x\n", Path("nms.py")),
}


def cost(world: World, command: Callable[[Practice], Any]) -> int:
    """Hundreds of virtual machine instructions, opening included."""
    steps = 0

    def count() -> int:
        nonlocal steps
        steps += 1
        return 0

    with world.session() as practice:
        practice._desk.log._db.set_progress_handler(count, 100)
        command(practice)
    return steps


@pytest.fixture(scope="module")
def worlds(tmp_path_factory: pytest.TempPathFactory) -> tuple[World, World]:
    short, long = (World(tmp_path_factory.mktemp(name)) for name in ("short", "long"))
    write_long_log(short, 600)
    write_long_log(long, 6000)
    return short, long


@pytest.mark.parametrize("name", COMMANDS)
def test_a_log_ten_times_as_long(worlds: tuple[World, World], name: str) -> None:
    few, many = (cost(world, COMMANDS[name]) for world in worlds)
    assert many <= 2 * few + 5, f"{few} -> {many}"


def test_looking_imports_neither_fsrs_nor_numbers(tmp_path: Path) -> None:
    code = """
import sys
from pathlib import Path
from tests.practice.conftest import World
world = World(Path(sys.argv[1]))
with world.session() as p:
    p.next(), p.rows(), p.stats(), p.history(), p.hint("iou"), p.skip(), p.current()
heavy = {"numpy", "torch", "fsrs", "statistics", "asyncio", "platformdirs"} & set(sys.modules)
assert not heavy, heavy
"""
    subprocess.run([sys.executable, "-c", code, str(tmp_path)], check=True, cwd=Path(__file__).parents[2])
