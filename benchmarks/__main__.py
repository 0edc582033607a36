"""`python -m benchmarks [--rounds N] [GROUP ...]`: measures, and prints the table of docs/performance.md."""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

from benchmarks import grading, memory, startup, submitting
from benchmarks.rows import Row, markdown

GROUPS = {
    "startup": startup.measure,
    "submit": submitting.measure,
    "grade": grading.measure,
    "memory": memory.measure,
}


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("groups", nargs="*", help=f"of {', '.join(GROUPS)}; all of them when none is named")
    parser.add_argument("--rounds", type=int, default=11)
    asked = parser.parse_args()
    rows: list[Row] = []
    for group in asked.groups or GROUPS:
        with tempfile.TemporaryDirectory(prefix="drill-bench-") as folder:
            rows += GROUPS[group](Path(folder), asked.rounds)
    print(markdown(rows), end="")


if __name__ == "__main__":
    main()
