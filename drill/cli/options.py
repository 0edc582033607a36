"""Arguments and options that several commands take, each described once."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from drill.cli.complete import problem_ids, topics

ProblemId = Annotated[str, typer.Argument(metavar="ID", help="The problem's id.", autocompletion=problem_ids)]
MaybeProblemId = Annotated[
    str | None,
    typer.Argument(metavar="[ID]", help="The problem's id; by default the open one.", autocompletion=problem_ids),
]
File = Annotated[Path, typer.Argument(metavar="FILE", help="Your solution.")]
Problem = Annotated[
    str | None,
    typer.Option("--problem", metavar="ID", help="The problem, where the file does not say.", autocompletion=problem_ids),
]
FrameworkName = Annotated[
    str | None, typer.Option("--framework", metavar="numpy|torch", help="By default numpy, or as configured.")
]
Device = Annotated[
    str | None, typer.Option("--device", metavar="cpu|cuda|mps", help="Where torch computes; by default the CPU.")
]
Topic = Annotated[str | None, typer.Option("--topic", metavar="TOPIC", help="Only this topic.", autocompletion=topics)]
Yes = Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")]
Json = Annotated[bool, typer.Option("--json", help="Print JSON (docs/json.md) instead of a screen.")]
