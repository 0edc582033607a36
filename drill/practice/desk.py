"""What every part of the practice layer works with: log, bank, settings, the moment, and lookups."""

from __future__ import annotations

import os
from datetime import date, datetime, time, timedelta, timezone
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from drill.bank.schema import Framework, Problem, Summary, UnknownProblem
from drill.errors import BadInput
from drill.practice.rows import AttemptRow, ProblemRow, names
from drill.settings import Settings
from drill.store.log import Log, Writer

if TYPE_CHECKING:
    from drill.bank.bank import Bank

CLOCK_SLACK = timedelta(minutes=5)  # clocks are corrected by seconds all the time
LAST_DAY = date.max.toordinal() - 1  # its midnight exists in every time zone
CLOCK_SLACK_DAYS = 1  # a card reviewed further ahead than this was reviewed under a wrong clock


class Desk(NamedTuple):
    """`now` is local time with its offset."""

    log: Log
    bank: Bank
    settings: Settings
    now: datetime

    # -- days -----------------------------------------------------------------------------------------------

    @property
    def today(self) -> int:
        return self.now.date().toordinal()

    def start_of(self, day: int) -> datetime:
        """The first instant of a local day, in UTC."""
        midnight = datetime.combine(date.fromordinal(min(day, LAST_DAY)), time())
        zone = self.settings.zone
        return (midnight.replace(tzinfo=zone) if zone else midnight).astimezone(timezone.utc)

    def due_of(self, row: ProblemRow) -> datetime | None:
        return None if row.due_day is None else self.start_of(row.due_day)

    def is_due(self, row: ProblemRow) -> bool:
        """Its day has come, or it was last reviewed in what is now the future (the clock was wrong then)."""
        if row.due_day is None or row.last_day is None:
            return False
        return row.due_day <= self.today or row.last_day > self.today + CLOCK_SLACK_DAYS

    # -- rows -----------------------------------------------------------------------------------------------

    def problem_rows(self) -> dict[str, ProblemRow]:
        return {r[0]: ProblemRow(*r) for r in self.log.rows(f"SELECT {names(ProblemRow)} FROM problems")}

    def problem_row(self, problem_id: str) -> ProblemRow:
        sql = f"SELECT {names(ProblemRow)} FROM problems WHERE problem = ?"
        row = self.log.row(sql, (problem_id,))
        return ProblemRow(*row) if row else ProblemRow(problem_id)

    def attempts(self, tail: str, *params: object) -> list[AttemptRow]:
        """Attempts by the end of a SELECT statement."""
        sql = f"SELECT {names(AttemptRow)} FROM attempts {tail}"
        return [AttemptRow(*row) for row in self.log.rows(sql, params)]

    def open_attempts(self) -> list[AttemptRow]:
        """Latest first (sorted here: asked to sort, SQLite would walk all attempts in their order)."""
        return sorted(self.attempts("WHERE closed IS NULL"), key=lambda a: a.opened, reverse=True)

    def open_attempt(self, problem_id: str) -> AttemptRow | None:
        return next(iter(self.attempts("WHERE problem = ? AND closed IS NULL", problem_id)), None)

    def last_attempt(self, problem_id: str) -> AttemptRow | None:
        """The open attempt, else the latest."""
        latest = self.attempts("WHERE problem = ? ORDER BY number DESC LIMIT 1", problem_id)
        return self.open_attempt(problem_id) or next(iter(latest), None)

    def attempt(self, attempt_id: str) -> AttemptRow | None:
        return next(iter(self.attempts("WHERE id = ?", attempt_id)), None)

    def minutes_spent(self) -> float:
        """In attempts finished today."""
        row = self.log.row("SELECT milliseconds FROM days WHERE day = ?", (self.today,))
        return row[0] / 60_000 if row else 0.0

    def turn_has_come(self, problem_id: str) -> bool:
        """New or due and not open: help with it now belongs to an attempt that has yet to open."""
        row = self.problem_row(problem_id)
        return self.open_attempt(problem_id) is None and (row.card is None or self.is_due(row))

    def would_rate(self, problem_id: str) -> bool:
        """Solving it now, or giving it up, ends an attempt: it is open, new or due."""
        return self.open_attempt(problem_id) is not None or self.turn_has_come(problem_id)

    def summary(self, problem_id: str) -> Summary:
        """What the index knows of a problem, without opening its files. Raises `UnknownProblem`."""
        found = next((s for s in self.bank.summaries() if s.id == problem_id), None)
        if found is None:
            self.bank.get(problem_id)  # says which ids are near
            raise UnknownProblem(problem_id, ())
        return found

    # -- small decisions ---------------------------------------------------------------------------------

    def framework(self, problem: Problem, asked: str | None) -> Framework:
        """The framework asked for, else the learner's, else the problem's first."""
        return framework_of(self.settings, problem, asked)

    def spell(self, path: Path) -> str:
        """A path for the log: relative to the workspace when inside, and always encodable."""
        absolute = Path(os.path.abspath(path))  # noqa: PTH100 (keeps links)
        if absolute.is_relative_to(self.settings.workspace):
            absolute = absolute.relative_to(self.settings.workspace)
        return os.fsencode(absolute).decode(errors="replace")

    def file_of(self, problem: Problem, attempt: AttemptRow | None) -> Path:
        """Where the learner works on a problem: the attempt's own file while it exists."""
        own = self.settings.workspace / attempt.path if attempt and attempt.path else None
        return own if own and own.exists() else self.settings.workspace / problem.file_name

    def open(
        self, tx: Writer, problem: Problem | Summary, framework: str, path: Path, how: str
    ) -> AttemptRow:
        """Append the opening of an attempt."""
        data = {"framework": framework, "path": self.spell(path), "minutes": problem.minutes, "how": how}
        event = tx.append("opened", problem.id, None, data)
        attempt = self.attempt(event.id)
        assert attempt is not None
        return attempt


def framework_of(settings: Settings, problem: Problem, asked: str | None) -> Framework:
    """The framework asked for, else the learner's, else the problem's first."""
    if asked is None:
        wanted = settings.framework
        return wanted if wanted in problem.frameworks else problem.primary
    for framework in problem.frameworks:
        if framework == asked:
            return framework
    raise BadInput(
        f"{problem.id} has no {asked} version.", f"Use --framework {' or '.join(problem.frameworks)}."
    )


def local(now: datetime, settings: Settings) -> datetime:
    """`now` in the learner's time zone. Naive datetimes are refused."""
    if now.tzinfo is None:
        raise ValueError("naive datetime: pass an aware one")
    return now.astimezone(settings.zone)


def clock_notices(desk: Desk) -> tuple[str, ...]:
    """A sentence for the learner when the log's last entry lies in the future."""
    last = desk.log.last()
    if last is None or last.when <= desk.now + CLOCK_SLACK:
        return ()
    then, now = (f"{t.astimezone(desk.now.tzinfo):%Y-%m-%d %H:%M}" for t in (last.when, desk.now))
    return (
        f"The clock went back: it says {now}, and your last entry is of {then}."
        " Nothing is lost; times that would be negative count as zero. Check the date of this machine.",
    )
