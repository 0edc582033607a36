"""The runner's process: loads a submission and calls it, once per request.

    sandbox -> "ready";   program -> load -> "loaded" or why not;   inputs -> driver -> outputs, ...

Requests come in on descriptor 3, replies leave on 4; 0 is empty, 1 and 2 are what the submission prints.
Until the program has been read nothing of it is here. From then on this process is the submission's: it may
rewrite any of what follows, and gains nothing but another answer, since the judge believes only what it
compares itself.

Values are copied out the moment the driver returns (`snapshot`), by exact type. Nothing of drill's is
imported here but the wire format and the sandbox.
"""

from __future__ import annotations

import contextlib
import gc
import json
import os
import sys
from typing import Any

import numpy as np

from drill.runner import frames, sandbox, surroundings, wire
from drill.runner.failing import describe
from drill.runner.guard import Guard
from drill.runner.inputs import native
from drill.runner.loading import Driver, NotLoaded, load
from drill.runner.sandbox import LIBRARIES
from drill.runner.snapshot import TooLarge, changed, snapshot

REQUESTS, REPLIES = 3, 4
_PIECES = 64  # of a reply written at once


def main(scratch: str, torch: str, wishes: str) -> None:
    """`scratch`: a folder to write in, or ""; `torch`: "1" when it is to be imported now; `wishes`: JSON of
    what is unusual about the program (device, allowed packages, hidden folders)."""
    wanted = {"device": "cpu", "allow": [], "hidden": [], **json.loads(wishes)}
    _import_libraries(torch == "1")
    _start_device(wanted["device"])
    mapped = sandbox.confine(scratch, [*LIBRARIES, *wanted["allow"]], wanted["device"], wanted["hidden"])
    surroundings.enter(scratch, wanted["allow"])
    _send({"outcome": "ready"})
    program = _receive()
    if program is None:  # a spare that nobody needed
        return
    if wanted["device"] == "cpu":  # a GPU's driver reserves more address space than there is memory
        sandbox.limit_memory(mapped, program["memory_mb"])
    guard = Guard(program["forbid"], program["file_name"])
    surroundings.perturb_memory()
    driver, reply = _load(program, guard)
    surroundings.flush()
    _send(reply)
    if driver is not None:
        _serve(driver, guard, program["framework"], wanted["device"])


def _load(program: dict[str, Any], guard: Guard) -> tuple[Driver | None, dict[str, Any]]:
    driver, reply = None, {"outcome": "loaded"}
    with guard.watching():
        try:
            driver = load(program)
        except NotLoaded as error:
            reply = error.reply
    if guard.found:
        return None, {"outcome": "forbidden", "detail": guard.found}
    return driver, reply


def _serve(driver: Driver, guard: Guard, framework: str, device: str) -> None:
    """Answers calls until the judge closes the pipe."""
    before = surroundings.Surroundings()
    surroundings.spoil_memory()
    with contextlib.suppress(BaseException):  # a submission that broke what follows gets no traceback of ours
        while (request := _receive()) is not None:
            guard.found = ""
            with guard.watching():
                reply = _call(driver, request, framework, device)
            if guard.found:
                reply = {"outcome": "forbidden", "detail": guard.found}
            surroundings.flush()
            _send(reply)
            del reply, request
            before.restore()  # while the judge compares
            surroundings.spoil_memory()


def _call(driver: Driver, request: dict[str, Any], framework: str, device: str) -> dict[str, Any]:
    given = request["inputs"]
    try:
        inputs = {name: native(tree, request["layout"], framework, device) for name, tree in given.items()}
        value = driver(inputs)
        answer = snapshot(value, request["output_bytes"])
        return {"outcome": "returned", "value": answer, "changed": changed(given, inputs)}
    except TooLarge as error:
        return {"outcome": "output limit", "detail": str(error)}
    except BaseException as error:
        return {"outcome": "raised", **describe(error, driver.file_name)}


def _import_libraries(torch: bool) -> None:
    """Nothing to do in a process forked from a host that has them."""
    if torch or "torch" in sys.modules:
        import torch as framework

        framework.set_num_threads(1)
    gc.enable()  # off in the host


def _start_device(device: str) -> None:
    """A GPU's driver opens devices, maps memory and starts threads: before the sandbox closes."""
    if device != "cpu":
        sys.modules["torch"].ones(2, device=device).sum().item()


def _receive() -> Any:
    """The next request; None when the judge closed the pipe."""
    prefix = _exactly(frames.PREFIX.size)
    if prefix is None:
        return None
    body = _exactly(frames.length_of(prefix, frames.MAX_FRAME))
    return None if body is None else wire.decode(body, frames.MAX_HEADER)


def _exactly(size: int) -> memoryview | None:
    """The next `size` bytes, in a buffer of their own; None at the end of the stream."""
    data = np.empty(size, np.uint8).data
    left = data
    while left:
        count = os.readv(REQUESTS, [left])
        if not count:
            return None
        left = left[count:]
    return data


def _send(reply: dict[str, Any]) -> None:
    try:
        pieces = wire.encode(reply)
        if len(pieces[0]) > wire.MAX_HEADER:
            raise frames.FrameError("too many values")
    except frames.FrameError as error:
        pieces = wire.encode({"outcome": "output limit", "detail": f"returned too much: {error}"})
    unsent = [memoryview(piece) for piece in pieces]
    while unsent:
        sent = os.writev(REPLIES, unsent[:_PIECES])
        while unsent and sent >= unsent[0].nbytes:
            sent -= unsent.pop(0).nbytes
        if unsent:
            unsent[0] = unsent[0][sent:]
