"""`drill verify`: a problem is trustworthy when all that lies beside it got the verdict it should.

References, right and wrong versions, every mistake, the starter and a cheat for every forbidden name go
through the door that learners' files go through (`audit`, in the judge). Here is what was found, and what
in it is a surprise. No NumPy.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass, field
from typing import Any

from drill.bank.schema import Summary
from drill.errors import InternalError
from drill.grading.client import JUDGE
from drill.runner.client import Host, HostSettings

NEAR = 5.0  # a margin below this factor, on either side of the tolerance, is worth a warning


@dataclass(frozen=True, slots=True)
class Checked:
    """One version of a problem that was sent through the judge.

    `error`: in units of the tolerance, the largest over all cases when it must be accepted, and over the
    cases it failed otherwise; None when no tolerance had a part in it. `share`: its slowest case as a share
    of that case's limit. `diagnosed_as`: the mistakes and patterns that the diagnosis named; `open`: it
    could tell of some case only how far off it is.
    """

    name: str
    framework: str
    device: str
    expected: str  # the verdict it must get
    verdict: str
    error: float | None
    share: float
    diagnosed_as: tuple[str, ...] = ()
    says: str = ""  # the first failing case and its message
    open: bool = False
    everywhere: bool = False  # it ended with a run-time error in every case

    @property
    def as_expected(self) -> bool:
        return self.verdict == self.expected


@dataclass(frozen=True, slots=True)
class Mutants:
    """How many mutants of the primary reference ran, and the diffs of those that no case killed."""

    count: int
    survivors: tuple[str, ...]
    unlisted: tuple[str, ...]  # survivors that are not in `equivalent`
    stale: tuple[str, ...]  # listed as equivalent, but killed or gone


@dataclass(frozen=True, slots=True)
class ProblemCheck:
    """Everything that was found of one problem. `faults`: checks beside the verdicts that failed."""

    id: str
    references: tuple[Checked, ...] = ()
    right: tuple[Checked, ...] = ()
    wrong: tuple[Checked, ...] = ()
    mistakes: tuple[Checked, ...] = ()
    starter: tuple[Checked, ...] = ()
    cheats: tuple[Checked, ...] = ()
    faults: tuple[str, ...] = ()
    mutants: Mutants | None = None
    seconds: float = 0.0

    @property
    def versions(self) -> tuple[Checked, ...]:
        return (*self.references, *self.right, *self.wrong, *self.mistakes, *self.starter, *self.cheats)

    @property
    def accepted_error(self) -> float:
        """The largest error of a right version, in units of the tolerance: 1 is the edge."""
        return max((each.error or 0.0 for each in (*self.references, *self.right)), default=0.0)

    @property
    def refused_error(self) -> float | None:
        """The smallest of the mistakes' largest errors; None when no tolerance decides."""
        return min((each.error for each in self.mistakes if each.error is not None), default=None)

    @property
    def slowest(self) -> float:
        """The slowest case of a right version as a share of its limit."""
        return max((each.share for each in (*self.references, *self.right)), default=0.0)

    @property
    def named(self) -> int:
        """How many mistakes the diagnosis named as themselves."""
        return sum(each.name in each.diagnosed_as for each in self.mistakes)

    @property
    def surprises(self) -> tuple[str, ...]:
        """All that is not as it must be; empty for a problem to trust."""
        return tuple(_surprises(self))

    @property
    def warnings(self) -> tuple[str, ...]:
        """What is right but close to the edge."""
        return tuple(_warnings(self))


@dataclass(frozen=True, slots=True)
class Verification:
    """`missing`: problems on disk that were asked for and not checked."""

    problems: tuple[ProblemCheck, ...]
    missing: tuple[str, ...] = ()
    notes: tuple[str, ...] = field(default=())

    @property
    def ok(self) -> bool:
        return not self.missing and not any(problem.surprises for problem in self.problems)


def verify(
    problems: Sequence[Summary],
    settings: HostSettings,
    *,
    seed: int,
    torch: bool,
    mutate: bool = False,
    on_problem: Callable[[ProblemCheck], None] | None = None,
) -> Verification:
    """Checks the problems, as many at a time as there are cores, in the order given.

    `torch`: also in PyTorch, on every device it finds. `on_problem` receives each problem as it is done.
    """
    found: dict[str, ProblemCheck] = {}
    workers = max(1, min(os.cpu_count() or 1, len(problems)))
    host, pool = Host(settings, JUDGE, torch), ThreadPoolExecutor(workers)
    try:
        futures = [pool.submit(_ask, host, each, seed, mutate) for each in problems]
        for future in as_completed(futures):
            check = future.result()
            found[check.id] = check
            if on_problem is not None:
                on_problem(check)
    finally:  # on Ctrl-C: begin nothing more, break off what runs, and only then wait
        pool.shutdown(wait=False, cancel_futures=True)
        host.close()
        pool.shutdown()
    ids = [problem.id for problem in problems]
    return Verification(
        tuple(found[each] for each in ids if each in found), tuple(each for each in ids if each not in found)
    )


def _ask(host: Host, problem: Summary, seed: int, mutate: bool) -> ProblemCheck:
    payload = {
        "op": "verify",
        "bank": str(problem.root),
        "problem": problem.id,
        "seed": seed,
        "mutate": mutate,
    }
    try:
        for event in host.request(payload):
            if event["event"] == "checked":
                return from_plain(event["check"])
            if event["event"] == "fault":
                return ProblemCheck(problem.id, faults=(event["message"],))
        return ProblemCheck(problem.id, faults=("the judge ended without an answer",))
    except InternalError as error:
        return ProblemCheck(problem.id, faults=(error.message,))


def from_plain(data: dict[str, Any]) -> ProblemCheck:
    """The inverse of `dataclasses.asdict`; the sender is our own judge."""
    rows = {
        name: tuple(Checked(**{**row, "diagnosed_as": tuple(row["diagnosed_as"])}) for row in data[name])
        for name in ("references", "right", "wrong", "mistakes", "starter", "cheats")
    }
    mutants = data["mutants"]
    if mutants is not None:
        mutants = Mutants(mutants["count"], *(tuple(mutants[k]) for k in ("survivors", "unlisted", "stale")))
    return ProblemCheck(**{**data, **rows, "faults": tuple(data["faults"]), "mutants": mutants})


def _surprises(check: ProblemCheck) -> Iterator[str]:
    yield from check.faults
    for each in check.versions:
        if not each.as_expected:
            says = f" ({each.says})" if each.says else ""
            yield f"{_label(each)}: {each.verdict}, not {each.expected}{says}"
        elif each.everywhere:
            yield f"{_label(each)} ends with an error in every case: that teaches nothing"
    for each in check.mistakes:
        if each.diagnosed_as and each.name not in each.diagnosed_as:
            yield f"{_label(each)} is diagnosed as {', '.join(each.diagnosed_as)}"
    if check.mutants is not None:
        yield from (f"no case kills\n{diff}" for diff in check.mutants.unlisted)
        yield from (f"listed as equivalent, but killed or gone: {line}" for line in check.mutants.stale)


def _warnings(check: ProblemCheck) -> Iterator[str]:
    for each in (*check.references, *check.right):
        if each.error is not None and each.error > 1 / NEAR and each.as_expected:
            yield f"{_label(each)} uses {each.error:.0%} of the tolerance"
    for each in check.mistakes:
        if each.error is not None and each.error < NEAR and each.as_expected:
            yield f"{_label(each)} is only {each.error:.2g} times the tolerance away"
        if not each.diagnosed_as and each.as_expected:
            yield f"{_label(each)} is not named by the diagnosis"


def _label(each: Checked) -> str:
    where = each.framework if each.device == "cpu" else f"{each.framework}, {each.device}"
    return f"{each.name} ({where})"
