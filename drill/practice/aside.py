"""Files put aside: into the log and out of the way, and back again."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from drill.bank.schema import Framework, Problem
from drill.bank.starter import header
from drill.errors import BadInput
from drill.practice import mocks
from drill.practice.desk import Desk
from drill.practice.results import Aside, Restored
from drill.practice.rows import AttemptRow
from drill.practice.workspace import Workspace, text_of
from drill.store.event import Event
from drill.store.log import Writer


class Place(NamedTuple):
    """Where the learner works on a problem. `kept`: SHA-256 of the text found there, by now in the log."""

    desk: Desk
    problem: Problem
    path: Path
    kept: str | None

    @classmethod
    def keep(cls, desk: Desk, problem: Problem, path: Path) -> Place:
        """Commit the text at `path` to the log, before anything is done to the file."""
        text = text_of(path)
        if text is None:
            return cls(desk, problem, path, None)
        with desk.log.write(desk.now) as tx:
            return cls(desk, problem, path, tx.keep(text))

    @property
    def workspace(self) -> Workspace:
        return Workspace(self.desk.settings.workspace, self.desk.now)

    def blank(self, tx: Writer, framework: Framework, attempt: str | None) -> Path | None:
        """Put a blank starter there; where the old file went, unless it was just that starter."""
        starter = header(self.problem, framework)
        if text_of(self.path) == starter:
            return None
        return self._note(tx, self.workspace.replace(self.path, starter), attempt)

    def clear(self, tx: Writer, attempt: str | None) -> Path | None:
        """Put the file aside, if there is one; where it went."""
        return self._note(tx, self.workspace.put_aside(self.path), attempt)

    def _note(self, tx: Writer, aside: Path | None, attempt: str | None) -> Path | None:
        if aside is not None:
            spell = self.desk.spell
            data = {"path": spell(self.path), "to": spell(aside), "source": self.kept}
            tx.append("put_aside", self.problem.id, attempt, data)
        return aside


def asides(desk: Desk, problem_id: str) -> tuple[Aside, ...]:
    """Files put aside, newest first."""
    return tuple(_aside(desk, event) for event in _events(desk, problem_id))


def restore(desk: Desk, problem: Problem, which: int) -> Restored:
    """Bring the `which`-th newest file back, from disk or from the log; what is in its way is put aside."""
    event = _choose(desk, problem, which)
    attempt = desk.last_attempt(problem.id)
    if _is_earlier(desk, event, attempt):
        mocks.refuse(desk, "no files of earlier attempts")
    attempt_id = attempt.id if attempt else None
    place = Place.keep(desk, problem, desk.file_of(problem, attempt))
    with desk.log.write(desk.now) as tx:
        aside = _aside(desk, event)
        text = None if aside.on_disk else _text(desk, aside)
        moved = place.clear(tx, attempt_id)
        if text is None:
            place.workspace.bring_back(aside.path, place.path)
        else:
            place.workspace.write(place.path, text)
        earlier = _is_earlier(desk, event, attempt)
        data = {
            "path": desk.spell(place.path),
            "from": event.id,
            "source": aside.source_sha,
            "earlier": earlier,
        }
        tx.append("restored", problem.id, attempt_id, data)
    counts = earlier and attempt is not None and attempt.closed is None
    return Restored(problem.id, place.path, aside, moved, counts)


def _choose(desk: Desk, problem: Problem, which: int) -> Event:
    events = _events(desk, problem.id)
    if 1 <= which <= len(events):
        return events[which - 1]
    if not events:
        raise BadInput(f"No file of {problem.id} was put aside.", "There is nothing to restore.")
    raise BadInput(
        f"There is no file number {which}: {len(events)} of {problem.id} were put aside.",
        f"Give a number from 1 (the newest) to {len(events)}.",
    )


def _events(desk: Desk, problem_id: str) -> list[Event]:
    return list(desk.log.events_of(problem_id, "put_aside"))[::-1]


def _aside(desk: Desk, event: Event) -> Aside:
    path = desk.settings.workspace / event.data["to"]
    sha = event.data.get("source") or ""
    return Aside(event.problem or "", path, event.when, sha, path.is_file())


def _text(desk: Desk, aside: Aside) -> str:
    if not aside.source_sha:
        raise BadInput(f"{aside.path} is gone, and it was not a text to keep.", "It cannot be restored.")
    return desk.log.source(aside.source_sha)


def _is_earlier(desk: Desk, event: Event, attempt: AttemptRow | None) -> bool:
    """Whether a file is the work of an attempt before this one: bringing it back is help."""
    if attempt is None or attempt.number == 1:
        return False
    opened = desk.log.event(attempt.id)
    return opened is not None and event.ord < opened.ord
