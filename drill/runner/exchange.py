"""One request to a runner and its reply, under limits that are measured from outside.

The reply and everything the runner prints are drained while it runs. Wall clock, CPU time, memory and the
scratch folder are looked at every few milliseconds; whatever the runner does (stop itself, block signals,
flood a pipe, close its descriptors), `ask` returns soon after a limit. It never decodes: bytes in, bytes
out.
"""

from __future__ import annotations

import os
import re
import select
from collections.abc import Sequence
from dataclasses import dataclass
from time import perf_counter
from typing import Literal, Protocol

import numpy as np

from drill.runner import frames
from drill.runner.meter import Meter, folder_holds_more

Stop = Literal["", "time", "memory", "output", "closed", "malformed"]

_OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")  # controls, and reordering
_TICK = 0.01  # seconds between looks at the limits
_CHUNK = 1 << 20
_PIECES = 64  # of a message written at once
MAX_PRINTED = 8 << 20  # bytes of standard output and error in one call
KEPT = 64 << 10  # of those, what is passed on
MAX_SCRATCH_BYTES, MAX_SCRATCH_FILES = 64 << 20, 1000


class Limits(Protocol):
    @property
    def wall(self) -> float: ...

    @property
    def cpu(self) -> float: ...

    @property
    def memory_mb(self) -> int: ...


@dataclass(frozen=True, slots=True)
class Answer:
    """`stop` is empty when `body` is a whole frame's; else why the exchange ended without one."""

    stop: Stop
    body: memoryview
    printed: str
    wall: float
    cpu: float
    detail: str = ""


class Channel:
    """The judge's ends of a runner's pipes, and its meter."""

    def __init__(self, pid: int, scratch: str, pipes: tuple[int, int, int]) -> None:
        self.requests, self.replies, self.prints = pipes
        self.open = set(pipes)
        self.scratch = scratch
        self.meter = Meter(pid)
        self.memory = self.meter.memory()  # of the process as it started
        for fd in pipes:
            os.set_blocking(fd, False)

    def ask(self, message: Sequence[bytes | memoryview], limits: Limits, max_reply: int) -> Answer:
        """Sends a frame, or nothing, and waits for one of at most `max_reply` bytes."""
        return _Exchange(self, message, limits, max_reply).run()

    def close(self) -> None:
        self.meter.close()
        for fd in list(self.open):
            self.shut(fd)

    def shut(self, fd: int) -> None:
        self.open.discard(fd)
        os.close(fd)


class _Exchange:
    """The state of one `ask`."""

    def __init__(
        self, channel: Channel, message: Sequence[bytes | memoryview], limits: Limits, max_reply: int
    ) -> None:
        self._channel = channel
        self._unsent = [memoryview(piece) for piece in message]
        self._limits = limits
        self._max_reply = max_reply
        self._reply = memoryview(bytearray(frames.PREFIX.size))  # first its prefix, then its body
        self._left = self._reply  # of that, what has not come yet
        self._prefixed = False
        self._kept = bytearray()
        self._printed = 0  # bytes
        self._detail = ""
        self._start = perf_counter()
        self._cpu = channel.meter.cpu()

    def run(self) -> Answer:
        if self._unsent and self._unasked():
            return self._answer("malformed")
        poll = select.poll()
        for fd in self._channel.open:
            if fd != self._channel.requests:
                poll.register(fd, select.POLLIN)
            elif self._unsent:
                poll.register(fd, select.POLLOUT)
        stop: Stop | None = None
        look = self._start + _TICK
        while stop is None:
            ready = poll.poll(max(0.0, 1000 * (look - perf_counter())))
            for fd, _ in ready:
                if stop is None:  # "" is a whole reply, and what was printed is taken in the end
                    stop = self._turn(fd, poll)
            if stop is None and perf_counter() >= look:
                stop = self._look()
                look = perf_counter() + _TICK
        if not stop and self._overflowing():
            stop = "output"
        return self._answer(stop)

    def _turn(self, fd: int, poll: select.poll) -> Stop | None:
        channel = self._channel
        if fd == channel.requests:
            if not self._write():
                poll.unregister(fd)
        elif fd == channel.prints:
            if not self._drain():
                poll.unregister(fd)
                channel.shut(fd)
            if self._printed > MAX_PRINTED:
                self._detail = f"printed more than {MAX_PRINTED >> 20} MiB"
                return "output"
        else:
            return self._read()
        return None

    def _write(self) -> bool:
        """Sends what the pipe takes; False when there is nothing left to send."""
        try:
            sent = os.writev(self._channel.requests, self._unsent[:_PIECES])
        except BlockingIOError:
            return True
        except OSError:  # it closed its end: the reply, its own end or a limit will tell
            self._unsent.clear()
            return False
        while self._unsent and sent >= self._unsent[0].nbytes:
            sent -= self._unsent.pop(0).nbytes
        if self._unsent:
            self._unsent[0] = self._unsent[0][sent:]
        return bool(self._unsent)

    def _read(self) -> Stop | None:
        """Takes what has come of the reply, never a byte beyond it."""
        try:
            count = os.readv(self._channel.replies, [self._left])
        except BlockingIOError:
            return None
        if not count:
            return "closed"
        self._left = self._left[count:]
        if self._left:
            return None
        if self._prefixed:
            return ""
        return self._body()

    def _body(self) -> Stop | None:
        """Makes room for what the prefix announces. The memory is used only as bytes arrive."""
        try:
            length = frames.length_of(self._reply, self._max_reply)
        except frames.FrameError as error:
            self._detail = str(error)
            return "malformed"
        self._prefixed = True
        self._reply = self._left = np.empty(length, np.uint8).data
        return None

    def _drain(self) -> bool:
        """Takes what was printed so far; False at the end of the stream."""
        while data := _read(self._channel.prints, _CHUNK):
            self._printed += len(data)
            self._kept += data[: max(0, KEPT - len(self._kept))]
            if self._printed > MAX_PRINTED:
                break
        return data != b""

    def _unasked(self) -> bool:
        """A reply before the request can only come from the submission."""
        wrote = bool(_read(self._channel.replies, 1))
        self._detail = "wrote to drill's own channel" if wrote else ""
        return wrote

    def _look(self) -> Stop | None:
        limits, channel = self._limits, self._channel
        if perf_counter() - self._start > limits.wall or channel.meter.cpu() - self._cpu > limits.cpu:
            return "time"
        if channel.meter.memory() - channel.memory > limits.memory_mb << 20:
            return "memory"
        return "output" if self._overflowing() else None

    def _overflowing(self) -> bool:
        more = folder_holds_more(self._channel.scratch, MAX_SCRATCH_BYTES, MAX_SCRATCH_FILES)
        self._detail = "wrote too much to its scratch folder" if more else self._detail
        return more

    def _answer(self, stop: Stop) -> Answer:
        wall = perf_counter() - self._start
        cpu = self._channel.meter.cpu() - self._cpu
        if self._channel.prints in self._channel.open:
            self._drain()
        printed = printable(self._kept.decode("utf-8", "replace"))
        return Answer(stop, self._reply, printed, wall, cpu, self._detail)


def printable(text: str) -> str:
    """Text of a submission without what a terminal would obey: only its lines and tabs stay."""
    return _OBEYED.sub("\ufffd", text)


def _read(fd: int, size: int) -> bytes | None:
    """Up to `size` bytes; b"" at the end of the stream, None when there is nothing yet."""
    try:
        return os.read(fd, size)
    except BlockingIOError:
        return None
