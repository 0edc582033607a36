"""The screens as a learner sees them, kept in `screens/` to be read in a diff.

`python -m tests.cli.screens` writes them anew.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

from rich.console import RenderableType

from drill.bank.load import load_problem
from drill.bank.scaffold import scaffold
from drill.bank.schema import Problem
from drill.cli.app import COMMANDS
from drill.cli.diagnose import Check
from drill.cli.render import history, mock, setup, statement, tables, verdict, verification
from drill.cli.render.overview import overview
from drill.cli.render.screen import Screen
from drill.cli.render.stats import stats
from drill.grading.report import CaseResult, Diagnosis, Report, Shown
from drill.grading.verify import Checked, ProblemCheck, Verification
from drill.practice.results import (
    Attempt,
    DayActivity,
    DayCount,
    ProblemRow,
    Recorded,
    Share,
    Slip,
    Stats,
    Submission,
    TopicStats,
)
from drill.schedule.rating import Rating
from tests.cli import mocks

FOLDER = Path(__file__).parent / "screens"
NOW = datetime(2026, 11, 21, 12, tzinfo=timezone.utc)
UTC = timezone.utc

SOURCE = """\
# drill: batchnorm (numpy)
import numpy as np


def batchnorm_forward(x, gamma, beta, running_mean, running_var, training, momentum=0.1, eps=1e-5):
    mean = x.mean(0)
    var = x.var(0, ddof=1)
    print("var", var)
    return gamma * (x - mean) / np.sqrt(var + eps) + beta
"""
EXPECTED = "[[ 1.62434536, -0.61175641, -0.52817175],\n [-1.07296862,  0.86540763, -2.3015387 ]]"
GOT = "[[ 1.4       , -0.61175641, -0.52817175],\n [-1.07296862,  0.86540763, -2.1       ]]"
SHOWN = (
    Shown("x", "input", "float64 (2, 3)", EXPECTED),
    Shown("training", "input", "a Python bool", "True"),
    Shown("out", "expected", "float64 (2, 3)", EXPECTED),
    Shown("out", "got", "float64 (2, 3)", GOT, (0, 5)),
    Shown("dx", "expected", "float64 (2,)", "[1., 2.]"),
    Shown("dx", "got", "float64 (2,)", "[2., 3.]", (0, 1)),
    Shown("dgamma", "expected", "float64 (100, 90)", "[[1., ..., 2.],\n ...]"),
    Shown("dgamma", "got", "float64 (100, 90)", "[[1., ..., 3.],\n ...]", (89, 301)),
)
SAYS = (
    "You normalised with the unbiased variance (N-1). BatchNorm normalises with the biased one (N) and keeps "
    "the unbiased one only for running_var."
)


def report(verdict: str, cases: tuple[CaseResult, ...], *diagnosis: Diagnosis) -> Report:
    return Report(
        problem="batchnorm",
        framework="numpy",
        device="cpu",
        verdict=verdict,  # type: ignore[arg-type]
        cases=cases,
        diagnosis=diagnosis,
        seed=42,
        bank="d1g3st",
        versions={},
        isolated=True,
        seconds=0.412,
    )


def wrong() -> Report:
    names = (
        "one feature is constant",
        "float32 with a large offset",
        "two samples",
        "images, taller than wide",
    )
    message = "out[1, 2] is -2.1; -2.3015387 is expected (2 of 6 values are wrong)"
    cases = (
        CaseResult("small batch", True, "wrong answer", 0.0004, message, "var [1. 2. 3.]\n", SHOWN),
        CaseResult("images", True, "wrong answer", 0.0005, message, "", SHOWN),
        *(CaseResult(name, False, "wrong answer", 0.0002, message) for name in names),
        CaseResult("eval uses the running statistics", False, "accepted", 0.0002),
        CaseResult("one sample cannot be trained on", False, "accepted", 0.0002),
    )
    return report(
        "wrong answer", cases, Diagnosis("mistake", "variance over N-1", SAYS, "small batch", "out")
    )


def slow() -> Report:
    case = CaseResult(
        "small batch", True, "time limit exceeded", 4.1, "stopped after 4.1 s; a case may take 2 s"
    )
    rest = CaseResult("images", True, "time limit exceeded", 0.0, "not run")
    says = "Stopped after 4.1 s; a case may take 2 s. Look for a loop without end."
    return report("time limit exceeded", (case, rest), Diagnosis("limit", "time limit", says, "small batch"))


def broken() -> Report:
    return report("compile error", (), Diagnosis("error", "SyntaxError", "'(' was never closed", line=7))


def recorded(rating: Rating | None) -> Recorded:
    return Recorded(
        submission="3fa94c8810b2d6e7",
        number=3,
        attempt="a",
        attempt_number=2,
        counted=2,
        seconds=840.0,
        rating=rating,
        evidence=rating,
        why="accepted by the second submission, without help" if rating else "Not accepted yet.",
        due=NOW + timedelta(days=3) if rating else None,
        days=3 if rating else None,
        slips_before=(slip("variance over N-1", 3, 2), slip("momentum the wrong way round", 1, 0)),
    )


def slip(name: str, times: int, clean: int) -> Slip:
    return Slip("batchnorm", name, "mistake", times, date(2026, 10, 2), date(2026, 11, 18), clean)


def figures() -> Stats:
    today = NOW.date()
    calendar = (
        DayActivity(today - timedelta(days=d), 1 + d * d % 7, 1, 1, 900.0)
        for d in range(170, -1, -1)
        if d % 3
    )
    return Stats(
        today=today,
        due=3,
        open=1,
        solved=Share(42, 150),
        retention=Share(91, 100),
        retention_month=Share(27, 31),
        streak=5,
        new_today=2,
        minutes_today=34.2,
        submissions=312,
        forecast=tuple(DayCount(today + timedelta(days=i), n) for i, n in enumerate((3, 0, 7, 1, 40, 2, 0))),
        calendar=tuple(calendar),
        topics=(
            TopicStats("detection", 12, 8, 1, Share(18, 20), 0.93, Share(6, 8), 0.85),
            TopicStats("normalization", 7, 2, 0, Share(0, 0), 0.99, Share(1, 2), 1.4),
            TopicStats("recurrent", 5, 0, 0, Share(0, 0), None, Share(0, 0), None),
        ),
        slips=(slip("variance over N-1", 5, 0), slip("negative overlap is not clipped", 3, 2)),
    )


def listing() -> tuple[ProblemRow, ...]:
    rows = (
        ("iou", "Pairwise IoU of axis-aligned boxes", "detection", "easy", "due", -2),
        ("conv-output-shape", "Output size of a 2-D convolution", "convolution", "easy", "new", None),
        ("batchnorm", "Batch normalisation, forward and backward", "normalization", "hard", "open", None),
        ("nms", "Greedy non-maximum suppression", "detection", "medium", "scheduled", 9),
    )
    return tuple(
        ProblemRow(
            id=problem,
            title=title,
            topic=topic,
            difficulty=level,  # type: ignore[arg-type]
            minutes=10,
            frameworks=("numpy",),
            state=state,  # type: ignore[arg-type]
            due=None if due is None else NOW + timedelta(days=due),
            solved=state == "scheduled",
            attempts=1,
            rating=None,
            recall=None,
            on=True,
        )
        for problem, title, topic, level, state, due in rows
    )


def attempts() -> tuple[Attempt, ...]:
    def submission(number: int, verdict: str, passed: int, *slips: str) -> Submission:
        at = NOW - timedelta(minutes=20 - 4 * number)
        return Submission(
            f"{number}fa94c8810b2d6e7",
            number,
            "batchnorm",
            "a",
            at,
            "numpy",
            "cpu",
            verdict,
            1,
            "",
            {},
            passed,
            27,
            (),
            slips,
            60.0 * number,
            "",
            "",
        )

    opened = NOW - timedelta(minutes=30)
    done = (submission(2, "wrong answer", 10, "variance over N-1"), submission(3, "accepted", 27))
    return (
        Attempt("b", 1, "nms", "torch", NOW, None, None, None, None, 15, 0, 0, False, None, ()),
        Attempt(
            "a",
            2,
            "batchnorm",
            "numpy",
            opened,
            NOW,
            "accepted",
            Rating.HARD,
            1500,
            30,
            1,
            1,
            False,
            None,
            done,
        ),
        Attempt(
            "c",
            1,
            "batchnorm",
            "numpy",
            NOW - timedelta(days=40),
            NOW,
            "gave up",
            Rating.AGAIN,
            300000,
            30,
            0,
            0,
            True,
            None,
            (submission(1, "compile error", 0),),
        ),
    )


def checks() -> tuple[Check, ...]:
    return (
        Check("Software", "NumPy", True, "2.4.6"),
        Check("Software", "PyTorch", None, "not installed; pip install 'interview-drill[torch]'"),
        Check("Sandbox for submissions", "Landlock", False, "the kernel has it not or off"),
    )


def verified() -> Verification:
    def checked(name: str, verdict: str = "wrong answer", *named: str) -> Checked:
        return Checked(name, "numpy", "cpu", "wrong answer", verdict, 320.0, 0.02, named)

    reference = Checked("reference_numpy.py", "numpy", "cpu", "accepted", "accepted", 1e-7, 0.012)
    good = ProblemCheck(
        "iou",
        (reference,),
        (reference,),
        (checked("w"),),
        (checked("inclusive pixels", "wrong answer", "inclusive pixels"),),
        seconds=2.1,
    )
    bad = ProblemCheck(
        "batchnorm", (reference,), mistakes=(checked("variance over N-1", "accepted"),), seconds=3.0
    )
    return Verification((good, bad))


def unit_rows() -> Problem:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        path, *_ = scaffold(Path(folder), "basics", "unit-rows")
        return load_problem(path, Path(folder))


def screens(screen: Screen) -> dict[str, RenderableType]:
    """Every screen by name."""
    return {
        "overview": overview(COMMANDS),
        "statement": statement.statement(unit_rows(), screen.unicode, starter=True),
        "wrong": verdict.verdict(wrong(), SOURCE, brief=True),
        "wrong-run": verdict.verdict(wrong(), SOURCE),
        "slow": verdict.verdict(slow(), SOURCE),
        "broken": verdict.verdict(broken(), SOURCE),
        "accepted": verdict.verdict(report("accepted", wrong().cases[-2:]), SOURCE),
        "rated": verdict.consequences(recorded(Rating.GOOD), NOW, UTC),
        "not-rated": verdict.consequences(recorded(None), NOW, UTC),
        "why": verdict.why(wrong(), wrong().cases[0], False),
        "list": tables.problems(listing(), NOW, UTC),
        "stats": stats(figures(), screen.width, screen.unicode),
        "history": history.history(attempts(), NOW, UTC),
        "doctor": setup.checks(checks()),
        "config": setup.table([setup.Row("new_per_day", "6", "default", "new problems a day")]),
        "verify": verification.verification(verified(), (), 2),
        "mock-begun": mock.begun(mocks.begun()),
        "mock-standing": mock.standing(mocks.standing(), NOW, UTC),
        "mock-question": mock.question(mocks.question(), screen.unicode),
        "mock-scorecard": mock.scorecard(mocks.card(), mocks.earlier(), 1, NOW, UTC, screen.unicode),
    }


WIDE = {"overview", "list", "stats", "history", "config", "verify", "mock-scorecard"}
TERMINALS = {"80": ("utf-8", 80), "120": ("utf-8", 120), "ascii": ("ascii", 80)}


def rendered(terminal: str) -> Iterator[tuple[str, str]]:
    """Each screen's name and text on one of TERMINALS."""
    encoding, width = TERMINALS[terminal]
    raw = io.BytesIO()
    screen = Screen(io.TextIOWrapper(raw, encoding=encoding), width=width)
    for name, what in screens(screen).items():
        raw.seek(0)
        raw.truncate()
        screen.show(what, wide=name in WIDE)
        screen.file.flush()
        yield name, raw.getvalue().decode(encoding)


def path(name: str, terminal: str) -> Path:
    return FOLDER / f"{name}.{terminal}.txt"


def each(visit: Callable[[Path, str], object]) -> None:
    for terminal in TERMINALS:
        for name, text in rendered(terminal):
            visit(path(name, terminal), text)


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    each(lambda file, text: file.write_text(text, encoding="utf-8"))


if __name__ == "__main__":
    main()
