"""What the shell completes: problem ids and topics. Errors complete to nothing."""

from __future__ import annotations

import os
from collections.abc import Iterator

from drill.bank.schema import Summary
from drill.errors import DrillError


def problem_ids(incomplete: str) -> Iterator[tuple[str, str]]:
    """Ids that begin so, with their titles."""
    return ((s.id, s.title) for s in _summaries() if s.id.startswith(incomplete))


def topics(incomplete: str) -> list[str]:
    return sorted({s.topic for s in _summaries() if s.topic.startswith(incomplete)})


def _summaries() -> tuple[Summary, ...]:
    from drill.cli.session import Session

    try:
        return Session(os.environ).bank.summaries()
    except (DrillError, OSError):
        return ()
