"""A mock interview as the screens show it: on, and done."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

from drill.practice.scorecard import MockAnswer, MockProblem, Noticed, Question, Scorecard, Standing

NOW = datetime(2026, 11, 21, 12, tzinfo=timezone.utc)
IOU = MockProblem("iou", True, 10, True, 540, 360, 3, 2, 0, True, 22, 22, 1.0, ("inclusive pixels",))
NORM = MockProblem(
    "local-response-norm", False, 15, True, 1260, 840, 4, 3, 1, False, 18, 21, 18 / 21,
    ("window off by one", "channels and width exchanged"),
)  # fmt: skip
LSTM = MockProblem("lstm-cell", False, 15, False, 0, None, 0, 0, 0, False, 0, 0, 0.0, ())


def standing() -> Standing:
    left = 24 * 60 + 10
    begun = NOW - timedelta(minutes=45) + timedelta(seconds=left)
    problems = (IOU, NORM, LSTM)
    return Standing(
        "a", begun, NOW + timedelta(seconds=left), 45, "core", left, NORM.problem, problems, False, False
    )


def begun() -> Standing:
    new = (each._replace(given=False, submissions=0, cases=0, solved=False) for each in (NORM, LSTM))
    return standing()._replace(problems=tuple(new), minutes=60, track="")


def question() -> Question:
    ask = "Why is IoU a harsh measure for small objects, where $n$ is small?"
    answer = "It is relative to the box's own size: a shift of one pixel takes a $4 \\times 4$ box to 0.6."
    return Question("a", 2, 6, "iou", ask, answer, "because they are small")


def card() -> Scorecard:
    says = (
        Noticed("late start", "iou", "first run after 6 minutes"),
        Noticed("late start", "local-response-norm", "first run after 14 minutes"),
        Noticed(
            "hidden case",
            "local-response-norm",
            "submitted when all visible cases passed, but not the hidden “a window wider than the "
            "channels”, in 3 submissions",
        ),
        Noticed("same slip", "local-response-norm", "3 submissions with the same slip: window off by one"),
        Noticed("not reached", "lstm-cell", "was not reached"),
        Noticed("idle", "", "6 minutes without a problem at hand"),
    )
    answers = (
        MockAnswer("iou", "Why is IoU a harsh measure for small objects?", "because", "good"),
        MockAnswer("iou", "How much memory do $N$ boxes take, and how would you reduce it?", "", "missed"),
        MockAnswer("local-response-norm", "Who uses it today?", "nobody", "partly"),
    )
    return Scorecard(
        id="a",
        started=NOW - timedelta(minutes=45),
        ended=NOW,
        minutes=45,
        track="core",
        how="time",
        seconds=2700,
        score=0.57,
        solved=1,
        submissions=5,
        answered=0.5,
        problems=(IOU, NORM, LSTM),
        answers=answers,
        noticed=says,
    )


def earlier() -> tuple[Scorecard, ...]:
    before = card()._replace(started=NOW - timedelta(days=4), score=0.4, solved=1, answered=None)
    return before, before._replace(started=NOW - timedelta(days=30), minutes=60, score=1.0, solved=3)
