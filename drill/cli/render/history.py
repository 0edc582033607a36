"""The screens of `drill history`: attempts with their submissions, and what changed between these."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, tzinfo
from itertools import pairwise
from typing import TYPE_CHECKING

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from drill.cli.render import times
from drill.practice.results import Attempt, Submission

if TYPE_CHECKING:
    from drill.practice.practice import Practice


def history(attempts: Sequence[Attempt], now: datetime, zone: tzinfo | None) -> RenderableType:
    """Newest attempt first, its submissions in order."""
    parts: list[RenderableType] = []
    for attempt in attempts:
        parts += [_headline(attempt, now, zone), _outcome(attempt)]
        parts += [_submissions(attempt.submissions, now, zone), Text()]
    last = next((a.submissions[-1] for a in attempts if a.submissions), None)
    if last is not None:
        parts.append(Text(f"An old source: drill history {last.problem} --show {last.number}"))
        parts.append(Text(f"Graded again: drill replay {last.id[:8]}"))
    return Group(*parts[:-1] if last is None else parts)


def _headline(attempt: Attempt, now: datetime, zone: tzinfo | None) -> Text:
    facts = f"attempt {attempt.number} · {attempt.framework} · {times.moment(attempt.opened, now, zone)}"
    return Text.assemble((attempt.problem, "bold name"), f"  {facts}")


def _outcome(attempt: Attempt) -> Text:
    """`accepted in 25 min (target 30), rated hard, 1 hint`."""
    helps = [(attempt.hints, "hint"), (attempt.whys, "opened case")]
    facts = [times.count(number, noun) for number, noun in helps if number]
    facts += ["solution shown"] if attempt.revealed else []
    if attempt.rating is not None:
        facts.insert(0, f"rated {attempt.rating.word}")
    word, style = "open", "warn"
    if attempt.outcome is not None:
        word, style = attempt.outcome, "good" if attempt.outcome == "accepted" else "bad"
    spent = f" in {times.length(attempt.seconds)} (target {attempt.minutes:g})" if attempt.seconds else ""
    return Text.assemble("  ", (word, style), ", ".join([spent, *facts]))


def _submissions(submissions: Sequence[Submission], now: datetime, zone: tzinfo | None) -> RenderableType:
    if not submissions:
        return Text("  nothing submitted", "faint")
    table = Table.grid(padding=(0, 2, 0, 0))
    for _ in range(6):
        table.add_column(overflow="fold")
    for each in submissions:
        good = each.verdict == "accepted"
        table.add_row(
            f"  #{each.number}",
            Text(each.id[:8], "faint"),
            times.moment(each.at, now, zone),
            Text(f"{'✓' if good else '✗'} {each.verdict}", "good" if good else "bad"),
            f"{each.passed}/{each.cases}" if each.cases else "",
            "; ".join(each.slips),
        )
    return table


def differences(practice: Practice, attempts: Sequence[Attempt]) -> Iterator[tuple[str, str]]:
    """Unified diffs between neighbouring submissions, oldest first: lines that must not be broken, styles."""
    submissions = sorted((s for a in attempts for s in a.submissions), key=lambda s: s.number)
    if not submissions:
        yield "Nothing has been submitted yet.", ""
    if len(submissions) == 1:
        yield "There is one submission, so there is nothing to compare.", ""
    for older, newer in pairwise(submissions):
        yield from _difference(practice, older, newer)


def _difference(practice: Practice, older: Submission, newer: Submission) -> Iterator[tuple[str, str]]:
    text = practice.diff(older, newer)
    if not text:
        yield f"#{newer.number} is #{older.number} again.", "faint"
    for line in text.splitlines():
        style = {"+": "good", "-": "bad", "@": "name"}.get(line[:1], "")
        yield line, "bold" if line.startswith(("+++ ", "--- ")) else style
