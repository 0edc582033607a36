"""The command line: each module parses, calls and renders one family of commands.

`main` is where every run starts and ends. Nothing heavier is imported above it, so that Ctrl-C
finds its handler and `--help` pays for no more than it shows.
"""

from __future__ import annotations

import gc
import os
import signal
import sys

TYPE_CHECKING = False  # typing itself would be imported before Ctrl-C has its handler
if TYPE_CHECKING:
    from drill.runner.client import Host

INTERRUPTED = 130
_GARBAGE = 100_000  # objects: a command is mostly over before it has made so many


def main() -> None:
    """The console script `drill`."""
    signal.signal(signal.SIGINT, _interrupt)
    sys.unraisablehook = _unraisable
    gc.set_threshold(_GARBAGE)  # what is imported stays: looking through it again and again finds nothing
    code = _run(sys.argv[1:])
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # all is done and said: Ctrl-C comes too late to change it
    sys.exit(code)


def _interrupt(number: int, frame: object) -> None:
    """Ctrl-C pressed again must not interrupt what the first one began to put in order."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    raise KeyboardInterrupt


def _unraisable(what: sys.UnraisableHookArgs) -> None:
    """Ctrl-C in a callback of Python's own cannot be raised there: no traceback, and the next one counts."""
    if isinstance(what.exc_value, KeyboardInterrupt):
        signal.signal(signal.SIGINT, _interrupt)
    else:
        sys.__unraisablehook__(what)


def _run(arguments: list[str]) -> int:
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:  # closed by whoever started this
            setattr(sys, name, open(os.devnull, "w"))  # noqa: SIM115, PTH123
    try:
        try:
            if arguments in (["due", "--quiet"], ["due", "-q"]):
                from drill.cli.prompt import run

                code = run(arguments)
            else:
                host = _ahead(arguments)
                from drill.cli.app import run as run_command

                code = run_command(arguments, host)
            sys.stdout.flush()
        except Exception as error:
            if _is_ctrl_c(error):
                raise KeyboardInterrupt from error
            from drill.cli.failures import fail

            code = fail(error)
    except KeyboardInterrupt:
        print("\nInterrupted.", file=sys.stderr)  # noqa: T201 (nothing else may be importable by now)
        code = INTERRUPTED
    return code


def _is_ctrl_c(error: BaseException | None) -> bool:
    """Python wraps what is raised in some places, in `__set_name__` say, which runs while a class is made."""
    while error is not None and not isinstance(error, KeyboardInterrupt):
        error = error.__cause__ or error.__context__
    return error is not None


def _ahead(arguments: list[str]) -> Host | None:
    """What a grading needs first, started while all else is still to be imported."""
    if arguments[:1] not in (["run"], ["submit"]):
        return None
    from drill.cli import ahead

    return ahead.start(arguments[1:])
