"""Commands that do not grade load neither NumPy nor torch, whatever they call."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

LIGHT = [
    ["--help"], ["submit", "--help"], ["list"], ["next"], ["start", "iou"], ["show", "batchnorm"], ["hint"],
    ["skip"], ["stats"], ["history"], ["reset", "iou"], ["solution", "iou", "--yes"], ["undo"], ["config"],
    ["doctor"], ["next", "--json"], ["report"], ["show", "iou", "--open"],
]  # fmt: skip


def test_no_numbers(tmp_path: Path) -> None:
    script = f"""
import sys
from drill.cli.app import run
for words in {LIGHT}:
    code = run(words)
    found = {{"numpy", "torch"}} & set(sys.modules)
    assert code == 0 and not found, (words, code, found)
"""
    environ = {**os.environ, "DRILL_HOME": str(tmp_path), "BROWSER": "true"}
    done = subprocess.run(
        [sys.executable, "-c", script], env=environ, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_a_command_imports_only_its_own_module() -> None:
    script = "import sys, drill.cli.app; print(*(m for m in sys.modules if m.startswith('drill.cli.')))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert not {f"drill.cli.{m}" for m in ("learn", "grade", "assist", "progress", "setup", "authors")} & set(
        done.stdout.split()
    )
