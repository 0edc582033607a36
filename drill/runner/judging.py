"""The judge's process: reads the client's request, calls the function that serves it, passes its events on.

It alone reads the connection: what the request says (the seed above all) is never in memory that a runner is
forked from. It cannot be traced or read by a process of the same user (PR_SET_DUMPABLE).
"""

from __future__ import annotations

import socket
import sys
import traceback
from importlib import import_module
from typing import Any

from drill.runner import frames, spawn
from drill.runner.handle import Runners, SessionGone

CONTROL = 3  # descriptor of the channel to the session
_PR_SET_DUMPABLE = 4


def main(judge: str, torch: str) -> None:
    """`judge` names `serve(request, runners, emit)`."""
    _hide_memory()
    load(judge, torch == "1")
    serve = spawn.named(judge)
    control = socket.socket(fileno=CONTROL)
    message, descriptors, _, _ = socket.recv_fds(control, 1, 1)
    if not message:
        return
    connection = socket.socket(fileno=descriptors[0])
    request = frames.receive(connection)
    if request is None:
        return
    frames.send(control, {"op": "watch"})

    def emit(event: dict[str, Any]) -> None:
        frames.send(connection, event)

    try:
        serve(request, Runners(control), emit)
    except (BrokenPipeError, SessionGone):  # the client has left, or nobody is there to run anything
        return
    except Exception as error:
        says = f"{type(error).__name__}: {error}"
        emit({"event": "fault", "message": says, "trace": traceback.format_exc()})
    emit({"event": "end"})


def load(judge: str, torch: bool) -> None:
    """Imports the array libraries, the judge, and what its module lists as PRELOAD (imported late elsewhere,
    for the sake of commands that do not grade). Nothing to do in a process forked from a host that has."""
    import_module("numpy.random")
    if torch:
        import_module("torch")
    module = import_module(judge.partition(":")[0])
    for name in getattr(module, "PRELOAD", ()):
        import_module(name)


def _hide_memory() -> None:
    if sys.platform == "linux":
        import ctypes

        ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
