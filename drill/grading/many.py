"""Grading many files at once: the command line's side. No NumPy.

Files of one problem are sent in batches, so that a judge draws and times the cases once for many of them
(`exam`). Each worker asks for one batch at a time, in a session of its own, and every file still gets a
process of its own. What is asked for and what comes back keep their order within a batch: when a judge dies,
it was over the first file that has no answer, and the rest of the batch are asked for again.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from itertools import groupby
from queue import Empty, SimpleQueue
from threading import Lock, Thread
from typing import Any

from drill.errors import BadInput, InternalError
from drill.grading.client import JUDGE, fault
from drill.grading.report import Report, Request, from_plain
from drill.runner.client import Host, HostSettings

LARGEST_BATCH = 32
_OWN = ("source", "file_name")  # what the files of a batch may differ in

Batch = list[tuple[int, Request]]
Answer = tuple[int, Report | BadInput]


def grade_many(requests: Sequence[Request], settings: HostSettings, workers: int) -> Iterator[Answer]:
    """The number of each request with its report, as they are done; BadInput where it cannot be graded here.

    Closing the iterator early ends everything that was started.
    """
    todo: SimpleQueue[Batch] = SimpleQueue()
    for batch in batches(requests, workers):
        todo.put(batch)
    pool = _Pool(settings, todo)
    for _ in range(min(workers, todo.qsize())):
        Thread(target=pool.work, daemon=True).start()
    try:
        for _ in requests:
            answer = pool.answers.get()
            if isinstance(answer, Exception):
                raise answer
            yield answer
    finally:
        pool.close()


def batches(requests: Sequence[Request], workers: int) -> Iterator[Batch]:
    """Requests that differ in their texts only; NumPy's first, since torch makes a host slower to fork."""
    numbered = sorted(enumerate(requests), key=lambda each: _kind(each[1]))
    for _, group in groupby(numbered, key=lambda each: _kind(each[1])):
        files = list(group)
        size = min(LARGEST_BATCH, -(-len(files) // workers))
        yield from (files[start : start + size] for start in range(0, len(files), size))


class _Pool:
    """What the workers share: batches to do, answers, and a host for each framework."""

    def __init__(self, settings: HostSettings, todo: SimpleQueue[Batch]) -> None:
        self.answers: SimpleQueue[Answer | Exception] = SimpleQueue()
        self._settings = settings
        self._todo = todo
        self._hosts: dict[str, Host] = {}
        self._starting = Lock()
        self._closed = False

    def work(self) -> None:
        """One worker: batch after batch, until there are none."""
        try:
            while not self._closed:
                batch = self._todo.get_nowait()
                while batch and not self._closed:
                    batch = self._ask(batch)
        except Empty:
            pass
        except Exception as error:  # of our own: the caller's to see
            self.answers.put(error)

    def close(self) -> None:
        self._closed = True
        for host in self._hosts.values():
            host.close()

    def _ask(self, batch: Batch) -> Batch:
        """Puts out answers; returns what is left of the batch when the judge has ended early."""
        left = list(batch)
        try:
            for event in self._host(batch[0][1].framework).request(_payload(batch)):
                number, request = left.pop(0)
                self.answers.put((number, _answer(event, request)))
        except BadInput as error:
            for number, _ in left:
                self.answers.put((number, error))
            return []
        except InternalError as error:
            for number, request in left[:1]:
                self.answers.put((number, fault(request, (), error.message, 0.0)))
            return left[1:]
        return left

    def _host(self, framework: str) -> Host:
        """Raises BadInput when torch is not installed."""
        with self._starting:
            if framework not in self._hosts:
                self._hosts[framework] = Host(self._settings, JUDGE, framework == "torch")
            return self._hosts[framework]


def _kind(request: Request) -> tuple[str, ...]:
    return request.framework, request.device, request.bank, request.problem, str(request.seed)


def _payload(batch: Batch) -> dict[str, Any]:
    requests = [asdict(request) for _, request in batch]
    files = [{name: request.pop(name) for name in _OWN} for request in requests]
    return {"op": "grade many", "request": requests[0], "files": files}


def _answer(event: dict[str, Any], request: Request) -> Report | BadInput:
    if event["event"] == "report":
        return from_plain(event["report"])
    if event["event"] == "refused":
        return BadInput(event["message"])
    return fault(request, (), event["message"], 0.0)
