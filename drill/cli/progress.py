"""How the learner stands: list, stats, history, undo."""

from __future__ import annotations

from typing import Annotated

import typer

from drill.cli import complete
from drill.cli import json as shapes
from drill.cli.options import Json, MaybeProblemId, Topic, one_of
from drill.cli.render import times
from drill.cli.session import Session
from drill.errors import BadInput

LEVELS, STATES = ("easy", "medium", "hard"), ("new", "open", "due", "scheduled")

Difficulty = Annotated[
    str | None,
    typer.Option(
        "--difficulty",
        metavar="|".join(LEVELS),
        help="Only this level.",
        autocompletion=complete.one_of(LEVELS),
    ),
]
State = Annotated[
    str | None,
    typer.Option(
        "--state",
        metavar="|".join(STATES),
        help="Only problems that stand so.",
        autocompletion=complete.one_of(STATES),
    ),
]
Calibrated = Annotated[
    bool, typer.Option("--calibration", help="How well the memory model foretells your own reviews.")
]
Number = Annotated[
    int | None, typer.Option("--show", metavar="N", min=1, help="Print submission N of the problem.")
]
Diff = Annotated[
    bool, typer.Option("--diff", help="Show what changed between the submissions of the problem.")
]
Limit = Annotated[int, typer.Option("--limit", metavar="N", min=1, help="How many attempts, newest first.")]


def list_(
    ctx: typer.Context,
    topic: Topic = None,
    difficulty: Difficulty = None,
    state: State = None,
    json: Json = False,
) -> None:
    """In the order of the curriculum; filters may be combined."""
    from drill.cli.render.tables import problems

    session = Session.of(ctx)
    one_of(difficulty, LEVELS, "--difficulty")
    one_of(state, STATES, "--state")
    rows = session.practice.rows()
    one_of(topic, sorted({row.topic for row in rows}), "--topic")
    wanted = {"topic": topic, "difficulty": difficulty, "state": state}
    rows = tuple(row for row in rows if all(v in (None, getattr(row, k)) for k, v in wanted.items()))
    if json:
        return session.emit(shapes.listing(rows))
    if not rows:
        return session.advise("list", before="No problem is like that.")
    session.screen.show(problems(rows, session.now, session.settings.zone), wide=True)
    return session.advise("next")


def stats(ctx: typer.Context, calibration: Calibrated = False, json: Json = False) -> None:
    """Retention is the share of reviews you passed; recall is the chance that you would pass today."""
    from drill.cli.render.stats import stats as screen_of

    session = Session.of(ctx)
    if calibration:
        return _calibration(session, json)
    figures = session.practice.stats()
    if json:
        return session.emit(shapes.stats(figures))
    screen = session.screen
    screen.show(screen_of(figures, screen.width, screen.unicode), wide=True)
    return session.advise("next")


def _calibration(session: Session, json: bool) -> None:
    found = session.practice.calibration()
    if json:
        return session.emit(shapes.calibration(found))
    from drill.cli.render.calibration import calibration as screen_of

    session.screen.show(screen_of(found))
    return session.advise("optimize")


def history(
    ctx: typer.Context,
    problem: MaybeProblemId = None,
    show: Number = None,
    diff: Diff = False,
    limit: Limit = 20,
    json: Json = False,
) -> None:
    """Without an id, the latest attempts at anything."""
    from drill.cli.render import history as render

    session = Session.of(ctx)
    if show is not None or diff:
        if problem is None:
            raise BadInput("Say which problem's submissions you mean.", "drill history iou --diff")
        session.bank.get(problem)
    if show is not None:
        return session.screen.write(session.practice.source(session.practice.submission(show, problem)))
    attempts = session.practice.history(problem, limit)
    if json:
        return session.emit(shapes.history(attempts))
    if not attempts:
        return session.advise("next", before="Nothing has been tried yet.")
    if diff:
        for line, style in render.differences(session.practice, attempts):
            session.screen.say(line, style)
        return session.advise("history", attempts[0].problem)
    session.screen.show(render.history(attempts, session.now, session.settings.zone), wide=True)
    changed = next((each.problem for each in attempts if len(each.submissions) > 1), None)
    return session.advise("history", changed, "--diff") if changed else session.advise("next")


def undo(ctx: typer.Context, json: Json = False) -> None:
    """The attempt is open again, as it was before. Your file and your submissions stay. An attempt
    that has seen the solution is rated Again, also after this."""
    session = Session.of(ctx)
    undone = session.practice.undo()
    if json:
        return session.emit(shapes.undone(undone))
    what = "giving up" if undone.gave_up else f"the rating {undone.rating.word}"
    when = times.moment(undone.at, session.now, session.settings.zone)
    seen = "; it has seen the solution, so accepting it will rate again" if undone.gave_up else ""
    session.screen.show(f"Taken back: {what} of {undone.problem}, {when}. The attempt is open again{seen}.")
    return session.advise("start", undone.problem)
