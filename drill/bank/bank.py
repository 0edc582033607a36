"""The banks in use, as one: what problems there are, in teaching order, and each of them whole on demand."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from drill.bank.index import read_bank
from drill.bank.order import curriculum
from drill.bank.schema import BankError, BankErrors, Problem, Summary, UnknownProblem
from drill.bank.whole import whole_problem


def builtin_root() -> Path:
    """The bank that comes with drill: inside the installed package, else the checkout around it."""
    package = Path(__file__).parent.parent
    installed = package / "_bank"
    return installed if installed.is_dir() else package.parent


class Bank:
    """Problems of one or several folders. A broken file is an error here and hides no other."""

    def __init__(
        self,
        summaries: Sequence[Summary],
        errors: Sequence[BankError],
        broken: Mapping[str, tuple[BankError, ...]],
        cache: Path,
        topics: Sequence[str] = (),
    ) -> None:
        self._summaries = tuple(summaries)
        self._by_id = {summary.id: summary for summary in summaries}
        self._broken = broken
        self._cache = cache
        self.errors = tuple(errors)
        self.topics = tuple(dict.fromkeys((*topics, *(summary.topic for summary in summaries))))

    @classmethod
    def open(cls, roots: Sequence[Path], cache: Path) -> Bank:
        """Reads what changed since the index in `cache`, a folder, was written. See `errors` afterwards."""
        found: dict[str, Summary] = {}
        topics: list[str] = []
        errors: list[BankError] = []
        broken: dict[str, tuple[BankError, ...]] = {}
        for root in dict.fromkeys(Path(os.path.abspath(root)) for root in roots):  # noqa: PTH100 (keeps links)
            part = read_bank(root, cache)
            topics += part.topics
            errors += part.errors
            broken |= part.broken
            for summary in part.summaries:
                first = found.setdefault(summary.id, summary)
                if first is not summary:
                    errors.append(BankError(summary.path, None, "id", f"{summary.id!r} is also {first.path}"))
        return cls(curriculum(found.values(), topics), errors, broken, cache, topics)

    def summaries(self) -> tuple[Summary, ...]:
        """Every readable problem in curriculum order."""
        return self._summaries

    def get(self, problem_id: str) -> Problem:
        """Raises UnknownProblem with the ids most like it, or BankErrors when its files are broken."""
        if summary := self._by_id.get(problem_id):
            return whole_problem(summary.path, summary.root, self._cache)
        if broken := self._broken.get(problem_id):
            raise BankErrors(broken)
        from difflib import get_close_matches  # late: only a typing error needs it

        containing = (name for name in self._by_id if problem_id and problem_id in name)
        near = dict.fromkeys((*get_close_matches(problem_id, self._by_id, n=3), *containing))
        raise UnknownProblem(problem_id, tuple(near)[:3])
