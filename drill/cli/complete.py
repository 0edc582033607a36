"""What the shell completes: problem ids, topics, the values of options. Errors complete to nothing."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence

from drill.bank.schema import Summary
from drill.errors import DrillError


def problem_ids(incomplete: str) -> Iterator[tuple[str, str]]:
    """Ids that begin so, with their titles."""
    return ((s.id, s.title) for s in _summaries() if s.id.startswith(incomplete))


def one_of(words: Sequence[str]) -> Callable[[str], list[str]]:
    """A completion for an option with few values."""

    def complete(incomplete: str) -> list[str]:
        return [word for word in words if word.startswith(incomplete)]

    return complete


def topics(incomplete: str) -> list[str]:
    return sorted({s.topic for s in _summaries() if s.topic.startswith(incomplete)})


def tracks(incomplete: str) -> list[str]:
    from drill.cli.session import Session

    try:
        return sorted(name for name in Session(os.environ).tracks if name.startswith(incomplete))
    except (DrillError, OSError):
        return []


def _summaries() -> tuple[Summary, ...]:
    from drill.cli.session import Session

    try:
        return Session(os.environ).bank.summaries()
    except (DrillError, OSError):
        return ()
