"""Writes the measured table of docs/bank-quality.md:
    drill verify --mutate --json | python tools/bank_quality.py

Two rates per problem. *Named*: listed mistakes, made in the reference, that the diagnosis calls by their own
name; a circular test. *Explained*: wrong answers written by hand in other styles (`wrong/`) of which the
diagnosis says why, by a mistake's or a pattern's name, and leaves no case at "this element is off".
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

PAGE = Path(__file__).resolve().parent.parent / "docs" / "bank-quality.md"
START, END = "<!-- measured: begin -->\n", "<!-- measured: end -->\n"


def explained(version: dict[str, Any]) -> bool:
    return bool(version["diagnosed_as"]) and not version["open"]


def table(problems: list[dict[str, Any]]) -> str:
    lines = [
        "| problem | mistakes named | by hand, explained | mutants killed | not explained |",
        "|---|---|---|---|---|",
    ]
    sums = [0, 0, 0, 0]
    for problem in problems:
        mistakes = problem["mistakes"]
        named = sum(each["name"] in each["diagnosed_as"] for each in mistakes)
        wrong = [each for each in problem["wrong"] if each["expected"] == "wrong answer"]
        open_ones = [Path(each["name"]).stem for each in wrong if not explained(each)]
        counts = [named, len(mistakes), len(wrong) - len(open_ones), len(wrong)]
        sums = [a + b for a, b in zip(sums, counts, strict=True)]
        mutants = problem["mutants"]
        killed = f"{mutants['count'] - len(mutants['survivors'])}/{mutants['count']}" if mutants else ""
        lines.append(
            f"| {problem['id']} | {named}/{len(mistakes)} | {counts[2]}/{counts[3]} | {killed} "
            f"| {', '.join(open_ones)} |"
        )
    share = [f"{a}/{b} ({100 * a / b:.0f} %)" for a, b in (sums[:2], sums[2:]) if b]
    return "\n".join([*lines, f"| **all** | {' | '.join(share)} | | |"]) + "\n"


def main() -> None:
    text = PAGE.read_text(encoding="utf-8")
    before, rest = text.split(START)
    after = rest.split(END)[1]
    measured = table(json.load(sys.stdin)["problems"])
    PAGE.write_text(before + START + measured + END + after, encoding="utf-8")


if __name__ == "__main__":
    main()
