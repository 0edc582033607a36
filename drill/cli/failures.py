"""From an exception to one clear sentence on stderr and an exit code; never a traceback.

A fault of drill's own leaves its traceback in a file that the sentence names; `DRILL_DEBUG=1` shows it.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from drill.bank.schema import BankErrors, UnknownProblem
from drill.cli.render.screen import silence, stderr, stdout
from drill.errors import BadInput, DrillError, InternalError


def fail(error: Exception) -> int:
    """Say what went wrong; returns the exit code."""
    if isinstance(error, BrokenPipeError):
        silence(sys.stdout)
        return 0
    known = as_ours(error)
    if os.environ.get("DRILL_DEBUG") and not isinstance(known, BadInput):
        raise error
    say(known)
    return known.exit_code


def say(error: DrillError) -> None:
    """`drill: what is wrong. What to do.` on stderr, below whatever stdout has shown."""
    stdout().file.flush()
    screen = stderr()
    screen.say(f"drill: {_sentence(error.message)}", "bad" if screen.is_terminal else "")
    screen.say(error.todo or "drill doctor")


def _sentence(text: str) -> str:
    return text if text.endswith((".", "?", "!", ":")) or "\n" in text else text + "."


def as_ours(error: Exception) -> DrillError:
    if isinstance(error, InternalError):
        return _internal(error, error.message)
    if isinstance(error, DrillError):
        return error
    if isinstance(error, UnknownProblem):
        return unknown_problem(error)
    if isinstance(error, BankErrors):
        lines = "\n".join(f"  {line}" for line in error.errors)
        return BadInput(f"A problem cannot be read:\n{lines}", "Correct it, or tell whoever wrote it.")
    if isinstance(error, OSError) and error.strerror:
        where = f"{error.filename}: " if error.filename else ""
        return BadInput(
            f"{where}{error.strerror}", "Check its permissions and the free space, and try again."
        )
    return _internal(error, f"{type(error).__name__}: {error}" if str(error) else type(error).__name__)


def unknown_problem(error: UnknownProblem) -> BadInput:
    message = f"There is no problem {error.problem_id!r}."
    if error.near:
        return BadInput(f"{message} Did you mean {' or '.join(error.near)}?", f"drill show {error.near[0]}")
    return BadInput(message, "drill list")


def _internal(error: Exception, what: str) -> InternalError:
    what = what.partition("\n")[0]
    message = f"Something went wrong inside drill ({what}). It counts for nothing, and your progress is safe."
    return InternalError(message, f"Please report it with the file {_keep(error)}.")


def _keep(error: Exception) -> Path | str:
    """Write the traceback where the learner can find it; drill's own folders may be what is broken."""
    import tempfile
    import traceback

    try:
        handle, name = tempfile.mkstemp(prefix="drill-error-", suffix=".txt")
        with os.fdopen(handle, "w", encoding="utf-8", errors="replace") as file:
            file.write(" ".join(sys.argv) + "\n\n")
            traceback.print_exception(error, file=file)
    except OSError:
        return "that `DRILL_DEBUG=1` shows"
    return Path(name)
