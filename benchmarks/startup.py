"""Commands that do not grade, and how they grow with the log and the bank."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from benchmarks import world
from benchmarks.rows import Row
from benchmarks.timing import Command, medians

DRILL = str(Path(sys.executable).parent / "drill")
EMPTY = (sys.executable, str(Path(__file__).with_name("empty_app.py")))
QUICK = {
    "list": ("list",),
    "stats": ("stats",),
    "hint": ("hint",),
    "--help": ("--help",),
    "history": ("history",),
    "due": ("due", "--quiet"),
}
BESIDE = 98  # synthetic problems that make 150 with the built-in ones
READING = {"next": ("next",), "show": ("show", "copy-0003")}


def made(root: Path, problems: int, reviews: int) -> dict[str, str]:
    """A home with a synthetic bank and log, and one attempt open (so that `next` resumes it)."""
    bank = world.bank(root / "bank", problems)
    ids = [path.stem for path in (bank / "problems").glob("*/*.yaml")]
    world.log(root / "home" / "log.db", sorted(ids), reviews)
    return world.environment(root / "home", [bank], os.environ["PATH"])


def measure(root: Path, rounds: int) -> list[Row]:
    """Every command once per round, each against E of the same rounds."""
    large = made(root / "large", BESIDE, 100_000)
    small = made(root / "small", BESIDE, 1_000)
    thousand = made(root / "thousand", 1_000, 1_000)
    ten = made(root / "ten", 10, 1_000)
    commands = {"E": Command(EMPTY, large, root)}
    for name, words in {**QUICK, **READING}.items():
        commands[name] = Command((DRILL, *words), large, root)
    commands["stats, 1,000 reviews"] = Command((DRILL, "stats"), small, root)
    commands["list, 1,000 problems"] = Command((DRILL, "list"), thousand, root)
    commands["list, 10 problems"] = Command((DRILL, "list"), ten, root)
    seconds = medians(commands, rounds)
    unit = seconds["E"]
    rows = [Row(f"`{name}`", seconds[name] / unit, 1.3, "E") for name in QUICK]
    rows += [Row(f"`{name}`", seconds[name] / unit, 1.6, "E") for name in READING]
    rows.append(
        Row("`stats` with 100,000 reviews / 1,000", seconds["stats"] / seconds["stats, 1,000 reviews"], 2.0)
    )
    growth = seconds["list, 1,000 problems"] / seconds["list, 10 problems"]
    rows.append(Row("`list` with 1,000 problems / 10", growth, 1.3))
    return rows
