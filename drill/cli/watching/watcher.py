"""The loop of `drill watch`: a save or a key, what it does, and what is drawn then.

One thing is on the screen at a time: a verdict, a hint, an opened case, a statement, a sentence. A save takes
its place with the verdict on what was saved. What is being graded when another save comes is given up; a
submission is not.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from time import monotonic

from rich.console import Group, RenderableType
from rich.text import Text

from drill.bank.schema import BankErrors, Framework, UnknownProblem
from drill.cli import editor
from drill.cli.assist import failed_submission, open_case
from drill.cli.failures import as_ours
from drill.cli.grade import TOO_LATE, request_for
from drill.cli.render import statement, verdict, watching
from drill.cli.render.clock import ticking
from drill.cli.session import Session, tidy
from drill.cli.watching.changes import LOOK, Changes
from drill.cli.watching.grading import Grading, Hosts
from drill.cli.watching.terminal import Terminal
from drill.errors import BadInput, DrillError
from drill.grading.report import Report, Request
from drill.practice.results import Identified, NothingDue

LOOK_SOON = 0.02  # seconds, while the file is being written
_OURS = (DrillError, BankErrors, UnknownProblem, OSError)

Then = Callable[[Session, Report], RenderableType]


class Watcher:
    """`problem`, `framework` and `device` as given on the command line; they hold for the first file only."""

    def __init__(
        self,
        session: Session,
        terminal: Terminal,
        file: Path,
        problem: str | None,
        framework: Framework | None,
        device: str | None,
    ) -> None:
        self.file = file
        self.solved = False
        self._session = session
        self._terminal = terminal
        self._asked: tuple[str | None, Framework | None] = (problem, framework)
        self._device = device
        self._hosts = Hosts(session.settings)
        self._changes = Changes(file)
        self._grading: Grading | None = None
        self._then: Then | None = None
        self._submitting = False
        self._page: RenderableType = ""
        self._status = ""
        self._top = 0
        self._mock = session.practice.coding()
        self._clock: Text | None = None
        self._keys = {
            "s": self._submit,
            "h": self._hint,
            "w": self._why,
            "e": self._edit,
            "n": self._next,
        }

    def run(self) -> None:
        """Until the learner leaves."""
        try:
            while True:
                for key in self._terminal.wait(LOOK_SOON if self._changes.changing else LOOK):
                    if key == "q":
                        return
                    self._press(key)
                self._look()
        finally:
            self._hosts.close()

    # --- what happens ---------------------------------------------------------------------------------------

    def _look(self) -> None:
        """At the file, the grading and the terminal."""
        if not self._submitting and self._changes.saved(monotonic()):
            self._do(self._run)
        if self._grading is not None:
            if self._grading.done:
                self._finish(self._grading)
            else:
                self._say(f"grading ... {self._grading.cases or ''}")
        self._tick()
        if self._terminal.resized:
            self._draw()

    def _press(self, key: str) -> None:
        screen = self._session.screen
        if key in ("down", "up", "page down", "page up"):
            step = 1 if key in ("down", "up") else watching.room(screen)
            self._top = watching.scrolled(screen, self._page, self._top, step if "down" in key else -step)
            self._draw()
        elif key in self._keys and not self._submitting:
            self._do(self._keys[key])

    def _do(self, action: Callable[[Session], None]) -> None:
        """At this moment: the clock, the log and the bank as they are now."""
        try:
            with self._session.again() as now:
                action(now)
                self._mock = now.practice.coding()
        except _OURS as error:
            self._fail(error)

    def _finish(self, grading: Grading) -> None:
        then, report, error = self._then, grading.report, grading.error
        self._grading, self._submitting = None, False
        assert then is not None
        try:
            if report is None:
                assert error is not None
                raise error
            with self._session.again() as now:
                page = then(now, report)
                self._mock = now.practice.coding()
                if report.verdict == "internal error":
                    page = verdict.verdict(report, "")
                self._show(page, f"{now.now.astimezone(now.settings.zone):%H:%M:%S}")
        except _OURS as found:
            self._fail(found)

    # --- the keys -------------------------------------------------------------------------------------------

    def _run(self, now: Session) -> None:
        found = self._identified(now)
        opened = now.practice.opened_cases(found.problem.id)

        def shown(now: Session, report: Report) -> RenderableType:
            now.practice.ran(report)
            return verdict.verdict(report, found.source)

        self._grade(request_for(now, found, self._device, opened), shown)

    def _submit(self, now: Session) -> None:
        found = self._identified(now)

        pressed = now.now

        def shown(now: Session, report: Report) -> RenderableType:
            now.now = pressed  # what counts is when it was submitted, not when it was graded
            recorded = now.practice.submitted(report, found.source, found.path)
            self.solved = recorded.rating is not None
            parts = [
                verdict.verdict(report, found.source, brief=True),
                Text(),
                verdict.consequences(recorded, now.now, now.settings.zone),
            ]
            mock = now.practice.coding()
            if mock is not None and mock.time_is_up:
                parts.append(Text(TOO_LATE))
            return Group(*parts, *([Text(), Text("n: the next problem", "command")] if self.solved else []))

        self._grade(request_for(now, found, self._device), shown)
        self._submitting = True

    def _why(self, now: Session) -> None:
        last, request = failed_submission(now, self._identified(now).problem.id)

        def shown(now: Session, report: Report) -> RenderableType:
            return verdict.why(report, *open_case(now, last, report))

        self._grade(request, shown)

    def _hint(self, now: Session) -> None:
        found = now.practice.hint(self._identified(now).problem.id)
        self._show(statement.hint(found, now.screen.unicode))

    def _edit(self, now: Session) -> None:
        with self._terminal.lent():
            editor.edit(self.file)

    def _next(self, now: Session) -> None:
        answer = now.practice.next()
        if isinstance(answer, NothingDue):
            return self._show(Group(answer.message, Text(), Text(answer.todo, "command")))
        if answer.path == self.file.absolute() and answer.resumed:
            raise BadInput(f"{answer.problem.id} is not solved yet.", "s submits it.")
        self._give_up()
        self.file, self.solved, self._asked = answer.path, False, (None, None)
        self._changes = Changes(answer.path, seen=True)
        begun = statement.started(answer, now.now, now.settings.zone)
        return self._show(Group(statement.statement(answer.problem, now.screen.unicode), Text(), begun))

    def _identified(self, now: Session) -> Identified:
        return now.practice.identify(self.file, *self._asked)

    def _grade(self, request: Request, then: Then) -> None:
        self._give_up()
        host = self._hosts.get(request.framework == "torch")
        self._grading, self._then = Grading(host, request, self._terminal.wake), then

    def _give_up(self) -> None:
        if self._grading is not None:
            self._grading.give_up()
        self._grading, self._submitting = None, False

    # --- the screen -----------------------------------------------------------------------------------------

    def _fail(self, error: Exception) -> None:
        ours = as_ours(error)
        self._show(Group(Text(ours.message, "bad"), Text(ours.todo)))

    def _show(self, page: RenderableType, status: str = "") -> None:
        self._page, self._top = page, 0
        self._say(status)
        self._draw()

    def _say(self, status: str) -> None:
        if status != self._status:
            self._status = status
            self._draw()

    def _tick(self) -> None:
        """The clock of a mock interview, drawn when it shows another second."""
        clock = None
        if self._mock is not None:
            self._mock = self._mock.at(self._session.again().now)
            clock = ticking(self._mock)
        if clock != self._clock:
            self._clock = clock
            self._draw()

    def _draw(self) -> None:
        self._terminal.resized = False
        heading = f"Watching {tidy(self.file)}"
        watching.draw(self._session.screen, heading, self._status, self._page, self._top, self._clock)
