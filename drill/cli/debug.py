"""`drill run --debug`: the visible cases in the learner's own process, so that breakpoint() works.

The only command that imports NumPy, and torch for a torch solution: it is the learner's program.
"""

from __future__ import annotations

import signal
import sys
from importlib import import_module
from pathlib import Path

from drill.errors import BadInput
from drill.grading.report import CaseResult, Report, Request


def grade_here(request: Request, path: Path) -> Report:
    """The report on the visible cases. Raises BadInput when torch is not installed."""
    if request.framework == "torch":
        try:
            import_module("torch")
        except ImportError:
            raise BadInput("PyTorch is not installed.", "pip install 'interview-drill[torch]'") from None
    from drill.grading import judge
    from drill.runner.here import Here

    signal.signal(
        signal.SIGINT, signal.default_int_handler
    )  # a debugger wants to be interrupted more than once

    return judge.grade(request, Here(path), _announce)


def _announce(result: CaseResult) -> None:
    print(f"-- {result.name}: {result.verdict}", file=sys.stderr)  # noqa: T201 (between the learner's own prints)
