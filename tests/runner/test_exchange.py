"""One request and its reply, where the other side's timing is known."""

from __future__ import annotations

import os
import select
from collections.abc import Iterator

import pytest

from drill.runner.calls import CallLimits
from drill.runner.exchange import Channel
from drill.runner.frames import pack


class Poll:
    """Hands out what is scripted, round by round, whatever is ready."""

    def __init__(self, rounds: list[list[int]]) -> None:
        self._rounds = iter(rounds)

    def register(self, fd: int, events: int) -> None: ...

    def unregister(self, fd: int) -> None: ...

    def poll(self, timeout: float) -> list[tuple[int, int]]:
        return [(fd, select.POLLIN) for fd in next(self._rounds)]


@pytest.fixture
def pipes() -> Iterator[tuple[Channel, int, int]]:
    """The judge's channel, and the runner's ends for replies and for what it prints."""
    _, requests = asked = os.pipe()
    replies, reply = os.pipe()
    prints, printed = os.pipe()
    channel = Channel(os.getpid(), "", (requests, replies, prints))
    yield channel, reply, printed
    channel.close()
    for fd in (asked[0], reply, printed):
        os.close(fd)


@pytest.mark.parametrize("last", [["replies", "prints"], ["prints", "replies"]])
def test_what_is_printed_while_the_reply_ends(
    pipes: tuple[Channel, int, int], last: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A process that prints, or ends, with its reply has both pipes ready at once: neither is lost."""
    channel, reply, printed = pipes
    fds = {"replies": channel.replies, "prints": channel.prints}
    script = Poll([[channel.replies], [fds[name] for name in last]])
    monkeypatch.setattr(select, "poll", lambda: script)
    (frame,) = pack({"outcome": "loaded"})
    os.write(reply, frame)
    os.write(printed, b"hello")
    answer = channel.ask([], CallLimits(1.0, 1.0, 64, 0), 1000)
    assert (answer.stop, answer.printed) == ("", "hello")
    assert bytes(answer.body) == bytes(frame)[8:]
