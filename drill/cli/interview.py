"""A mock interview: interview."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from io import TextIOWrapper
from typing import Annotated

import typer

from drill.cli import json as shapes
from drill.cli.options import Json, TrackName, track_of
from drill.cli.render import mock as render
from drill.cli.session import Session
from drill.errors import BadInput
from drill.practice.mocks import JUDGEMENTS, Judgement
from drill.practice.scorecard import Question, Standing

DEFAULT_MINUTES = 45.0

Minutes = Annotated[
    float | None, typer.Option("--minutes", metavar="N", help="How long it takes; by default 45.")
]
End = Annotated[
    bool,
    typer.Option("--end", help="End it now; typed while questions are left, go without them."),
]
Show = Annotated[
    int | None,
    typer.Option("--show", metavar="N", min=1, help="A scorecard again: 1 is the latest, 2 that before."),
]


def interview(
    ctx: typer.Context,
    minutes: Minutes = None,
    track: TrackName = None,
    end: End = False,
    show: Show = None,
    json: Json = False,
) -> None:
    """Begins one, or goes on with the one that is on: where you stand; when the coding is over the questions,
    then the scorecard. The clock runs on whatever happens, and there is no help in it."""
    session = Session.of(ctx)
    if show is not None:
        return _card(session, show, json)
    mock = session.practice.mock()
    if mock is None:
        return _begin(session, minutes, track, end, json)
    if minutes is not None or track is not None:
        raise BadInput("A mock interview is on already.", "drill interview, or drill interview --end")
    if not mock.ended and not (mock.over or end):
        return _stand(session, mock, json)
    if not mock.ended:
        _end(session, json)
    elif end:
        session.practice.interview.finish()
    return _close(session, json)


def _begin(session: Session, minutes: float | None, track: str | None, end: bool, json: bool) -> None:
    if end:
        raise BadInput("No mock interview is on.", "drill interview --minutes 45")
    wanted = None if track is None else track_of(session, track)
    seed = int.from_bytes(os.urandom(6), "little")
    mock = session.practice.interview.start(DEFAULT_MINUTES if minutes is None else minutes, wanted, seed)
    if json:
        return session.emit(shapes.interview(mock))
    session.screen.show(render.begun(mock))
    return session.advise("next")


def _stand(session: Session, mock: Standing, json: bool) -> None:
    if json:
        return session.emit(shapes.interview(mock))
    session.screen.show(render.standing(mock, session.now, session.settings.zone))
    if mock.open is not None and mock.open.submissions:
        return session.advise("submit", session.practice.file(mock.open.problem))
    return session.advise("next")


def _end(session: Session, json: bool) -> None:
    ended = session.practice.interview.end()
    if not json and (ended.given_up or ended.left_open):
        session.screen.show(render.given_up(ended))
        session.screen.say("")


def _close(session: Session, json: bool) -> None:
    """The questions that are left, then the scorecard."""
    questions = session.practice.interview.questions()
    if json:
        return session.emit(
            shapes.interview(session.practice.mock(), questions, session.practice.mocks()[-1])
        )
    if questions and not _ask(session, questions):
        left = len(session.practice.interview.questions())
        return session.advise("interview", before=f"{_waiting(left)}; what you said is kept.")
    session.practice.interview.finish()
    return _card(session, 1, json)


def _ask(session: Session, questions: tuple[Question, ...]) -> bool:
    """One by one; what is typed is committed before anything else is shown. False: the learner left."""
    if not sys.stdin.isatty():
        raise BadInput(
            f"{_waiting(len(questions))}, and there is no terminal to answer on.",
            "Type drill interview in one, or drill interview --end to go without them.",
        )
    if isinstance(sys.stdin, TextIOWrapper):
        sys.stdin.reconfigure(errors="replace")
    screen = session.screen
    screen.show(render.before_questions(questions))
    for question in questions:
        screen.show(render.question(question, screen.unicode))
        said = _answer(session, question)
        if said is None:
            return False
        screen.show(render.model_answer(question, screen.unicode))
        if not _judge(session, question, said):
            return False
    return True


def _waiting(number: int) -> str:
    return "1 question waits" if number == 1 else f"{number} questions wait"


def _answer(session: Session, question: Question) -> str | None:
    """In the learner's own words, unless an interrupted command has them already; None: the learner left."""
    if question.given is not None:
        return question.given
    said = _line("> ")
    if said is not None:
        with session.again() as now:
            now.practice.interview.answer(question, said)
    return said


def _judge(session: Session, question: Question, said: str) -> bool:
    """By the learner; where nothing was said it is missed."""
    rating: Judgement | None = None if said else "missed"
    while rating is None:
        typed = _line("Was yours good, partly good or missed? (g, p, m) ")
        if typed is None:
            return False
        rating = next((word for word in JUDGEMENTS if typed and word.startswith(typed.lower())), None)
    with session.again() as now:
        now.practice.interview.judge(question, rating)
    return True


def _line(prompt: str) -> str | None:
    """A line typed, with the keys that a shell has for editing one; None at its end (Ctrl-D)."""
    with suppress(ImportError):
        import readline  # noqa: F401 (`input` uses it)
    try:
        return input(prompt).strip()
    except EOFError:
        return None


def _card(session: Session, which: int, json: bool) -> None:
    cards = session.practice.mocks()[::-1]
    if not cards:
        raise BadInput("No mock interview has been done yet.", "drill interview --minutes 45")
    if which > len(cards):
        raise BadInput(f"There is no scorecard {which}.", f"drill interview --show {len(cards)}")
    card, earlier = cards[which - 1], cards[which:]
    if json:
        return session.emit(shapes.interview(None, (), card))
    screen, zone = session.screen, session.settings.zone
    screen.show(render.scorecard(card, earlier, which, session.now, zone, screen.unicode), wide=True)
    return session.advise("next")
