"""The scorecard: time, credit, and what an interviewer would have noticed, each from a log made for it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from drill.grading.report import CaseResult, Diagnosis, Report, Verdict
from drill.practice.noticing import RULES
from drill.practice.scorecard import MockProblem, Scorecard
from tests.practice.conftest import World, make_report

FIRST, SECOND = "adam-step", "batchnorm"  # what seed 7 draws: 10 minutes, then 30


class Sitting:
    """A mock of 45 minutes that has just begun; its first problem has been served."""

    def __init__(self, world: World) -> None:
        self.world, self.texts = world, 0
        with world.session() as practice:
            practice.interview.start(45, None, 7)
        world.do("next")

    def after(self, minutes: float) -> Sitting:
        self.world.later(minutes=minutes)
        return self

    def run(self, blank: bool = False) -> Sitting:
        error = (Diagnosis("error", "NotImplementedError", "not written yet"),)
        report = make_report(self.here, "run-time error" if blank else "wrong answer")
        self.world.do("ran", replace(report, diagnosis=error if blank else ()))
        return self

    def submit(
        self,
        verdict: Verdict,
        *failed: str,
        visible: bool = False,
        slips: tuple[str, ...] = (),
        text: str = "",
    ) -> Sitting:
        """Of ten cases those named fail; the first one is visible."""
        found = make_report(self.here, verdict, slips)
        names = ["plain", *(failed if not visible else failed[1:])]
        names += [f"other {i}" for i in range(10 - len(names))]
        wrong = {*failed, *(["plain"] if visible else [])} if verdict != "accepted" else set()
        cases = tuple(
            CaseResult(name, name == "plain", verdict if name in wrong else "accepted", 0.0) for name in names
        )
        report: Report = replace(found, cases=() if verdict == "compile error" else cases)
        self.texts += 1
        source = text or f"# {self.texts}\n"
        self.world.do("submitted", report, source, self.world.file(self.here), None)
        return self

    def next(self) -> Sitting:
        self.world.do("next")
        return self

    def skip(self) -> Sitting:
        self.world.do("skip")
        return self.next()

    @property
    def here(self) -> str:
        mock = self.world.do("mock")
        assert mock.open is not None
        return str(mock.open.problem)

    def end(self) -> Scorecard:
        with self.world.session() as practice:
            practice.interview.end()
        card = self.world.do("mocks")[-1]
        assert isinstance(card, Scorecard)
        return card

    def said(self) -> dict[str, list[str]]:
        """What was noticed of the first problem, or of the whole, by kind."""
        found: dict[str, list[str]] = {}
        for each in self.end().noticed:
            if each.problem in (FIRST, ""):
                found.setdefault(each.kind, []).append(each.says)
        return found


@pytest.fixture
def sitting(world: World) -> Sitting:
    return Sitting(world)


def rows(card: Scorecard) -> tuple[MockProblem, MockProblem]:
    first, second = card.problems
    return first, second


# -- time ---------------------------------------------------------------------------------------------------


def test_time_is_that_at_hand(sitting: Sitting) -> None:
    """Until solved, put off or over; what lies between is nobody's."""
    sitting.after(4).skip().after(7).submit("accepted").after(3).next().after(5)
    first, second = rows(sitting.end())
    assert (first.seconds, second.seconds) == (9 * 60, 7 * 60)


def test_time_ends_with_the_time(sitting: Sitting) -> None:
    sitting.after(60)
    card = sitting.end()
    assert rows(card)[0].seconds == card.seconds == 45 * 60
    assert card.ended == card.started.replace(minute=45)


def test_the_first_run_is_counted_in_time_at_hand(sitting: Sitting) -> None:
    sitting.after(2).skip().after(20).skip().after(3).run()
    first, second = rows(sitting.end())
    assert first.first_run == 5 * 60
    assert second.first_run is None


def test_running_the_untouched_starter_is_no_run(sitting: Sitting) -> None:
    sitting.after(1).run(blank=True).after(7).run()
    first, _ = rows(sitting.end())
    assert (first.first_run, first.runs) == (8 * 60, 1)


# -- credit -------------------------------------------------------------------------------------------------


def test_credit_is_the_share_of_cases_of_the_best_submission(sitting: Sitting) -> None:
    sitting.submit("wrong answer", "a", "b").submit("wrong answer", "a", "b", "c", "d").submit(
        "compile error"
    )
    card = sitting.end()
    first, second = rows(card)
    assert (first.passed, first.cases, first.credit, first.submissions) == (8, 10, 0.8, 3)
    assert (second.given, second.credit) == (False, 0.0)
    assert card.score == pytest.approx(0.8 * 10 / 40), "weighted by the targets"


def test_all_of_it_only_for_an_accepted_one(sitting: Sitting) -> None:
    sitting.submit("time limit exceeded")
    assert rows(sitting.end())[0].credit == 0.99


def test_what_comes_after_the_solution_does_not_count(sitting: Sitting) -> None:
    sitting.after(5).submit("accepted").world.submit(FIRST, "wrong answer", slips=("plus one",))
    first, _ = rows(sitting.end())
    assert (first.submissions, first.credit, first.slips) == (1, 1.0, ())


def test_a_submission_after_the_end_counts_nowhere(sitting: Sitting) -> None:
    sitting.submit("wrong answer", "a")
    before = sitting.end()
    sitting.world.start(FIRST)
    sitting.world.submit(FIRST, framework="torch")
    assert sitting.world.do("mocks") == (before,)


# -- what an interviewer would have noticed -----------------------------------------------------------------


def test_every_rule_is_tested() -> None:
    names = {name.removeprefix("test_noticed_") for name in globals() if name.startswith("test_noticed_")}
    assert {kind.replace(" ", "_") for kind in (*RULES, "idle")} <= names


def test_noticed_not_reached(sitting: Sitting) -> None:
    (found,) = [each for each in sitting.after(2).end().noticed if each.problem == SECOND]
    assert (found.kind, found.says) == ("not reached", "was not reached")


def test_noticed_clean(sitting: Sitting) -> None:
    sitting.after(3).run().after(2).submit("accepted")
    assert sitting.said() == {"clean": ["right at the first submission, after 5 minutes"]}


def test_clean_without_a_run(sitting: Sitting) -> None:
    sitting.after(8).submit("accepted")
    says = "right at the first submission, after 8 minutes, with no run of the code before"
    assert sitting.said() == {"clean": [says]}


def test_noticed_late_start(sitting: Sitting) -> None:
    sitting.after(7).run().submit("wrong answer", "plain", visible=True)
    assert sitting.said() == {"late start": ["first run after 7 minutes"]}


def test_a_start_in_time_is_not_late(sitting: Sitting) -> None:
    sitting.after(4.9).run()
    assert sitting.said() == {}


def test_half_of_a_long_target_is_no_late_start(sitting: Sitting) -> None:
    sitting.after(1).submit("accepted").next().after(14.9).run().after(1)
    assert "late start" not in {each.kind for each in sitting.end().noticed}


def test_late_start_by_submitting(sitting: Sitting) -> None:
    sitting.after(9).submit("wrong answer", "a").after(1).submit("accepted")
    assert sitting.said()["late start"] == [
        "first submission after 9 minutes, with no run of the code before"
    ]


def test_late_start_that_never_came(sitting: Sitting) -> None:
    assert sitting.after(12).said()["late start"] == ["nothing was run or submitted in 12 minutes"]


def test_too_short_a_time_is_no_late_start(sitting: Sitting) -> None:
    assert sitting.after(4).said() == {}


def test_noticed_not_run(sitting: Sitting) -> None:
    sitting.after(2).submit("wrong answer", "plain", visible=True)
    assert sitting.said() == {
        "not run": ["the first submission failed a visible case, and no run came before it"]
    }


def test_a_run_before_the_first_submission_is_seen(sitting: Sitting) -> None:
    sitting.after(2).run().submit("wrong answer", "plain", visible=True)
    assert sitting.said() == {}


def test_noticed_hidden_case(sitting: Sitting) -> None:
    sitting.after(2).run().submit("wrong answer", "no boxes").submit("wrong answer", "no boxes")
    sitting.submit("accepted")
    says = "submitted when all visible cases passed, but not the hidden “no boxes”, in 2 submissions"
    assert sitting.said() == {"hidden case": [says]}


def test_many_hidden_cases_are_counted(sitting: Sitting) -> None:
    sitting.after(2).run().submit("wrong answer", "a", "b", "c", "d")
    assert sitting.said()["hidden case"] == [
        "submitted when all visible cases passed, but not the hidden “a”, “b” and 2 more"
    ]


def test_a_visible_failure_says_nothing_of_hidden_cases(sitting: Sitting) -> None:
    sitting.after(2).run().submit("wrong answer", "plain", "no boxes", visible=True)
    assert "hidden case" not in sitting.said()


def test_noticed_same_slip(sitting: Sitting) -> None:
    sitting.after(1).run()
    for _ in range(3):
        sitting.after(1).submit("wrong answer", "plain", visible=True, slips=("plus one",))
    sitting.submit("wrong answer", "plain", visible=True, slips=("no clip",))
    assert sitting.said() == {"same slip": ["3 submissions with the same slip: plus one"]}


def test_noticed_old_slip(world: World) -> None:
    world.start(FIRST)
    world.submit(FIRST, "wrong answer", slips=("plus one",), framework="torch")
    world.submit(FIRST, framework="torch")
    world.later(days=1)
    for problem in world.bank.problems:
        if problem.id not in (FIRST, SECOND):
            world.do("skip", problem.id)
    sitting = Sitting(world)
    assert sitting.here == FIRST
    sitting.after(1).run().submit("wrong answer", "plain", visible=True, slips=("plus one", "no clip"))
    assert sitting.said() == {"old slip": ["a slip of an earlier attempt again: plus one"]}


def test_noticed_unchanged(sitting: Sitting) -> None:
    sitting.after(1).run()
    for text in ("a\n", "a\n", "b\n", "a\n"):
        sitting.submit("wrong answer", "plain", visible=True, text=text)
    assert sitting.said() == {"unchanged": ["submitted again without a change"]}


def test_noticed_did_not_load(sitting: Sitting) -> None:
    sitting.after(1).run().submit("compile error").submit("wrong answer", "plain", visible=True)
    assert sitting.said() == {"did not load": ["1 of 2 submissions did not load"]}


def test_noticed_over_the_target(sitting: Sitting) -> None:
    sitting.after(4).run().after(9).submit("wrong answer", "plain", visible=True)
    assert sitting.said() == {"over the target": ["13 minutes, with a target of 10"]}


def test_a_little_over_the_target_is_not_said(sitting: Sitting) -> None:
    sitting.after(4).run().after(8.5).submit("wrong answer", "plain", visible=True)
    assert sitting.said() == {}


def test_noticed_taken_up_again(sitting: Sitting) -> None:
    sitting.after(2).skip().after(2).skip().after(1)
    assert sitting.said() == {"taken up again": ["left and taken up again"]}


def test_noticed_late(sitting: Sitting) -> None:
    sitting.after(1).run().after(50).submit("wrong answer", "a")
    assert sitting.said()["late"] == ["1 submission after the time, which does not count here"]


def test_noticed_idle(sitting: Sitting) -> None:
    sitting.after(2).submit("accepted").after(6)
    assert sitting.said()["idle"] == ["6 minutes without a problem at hand"]


def test_with_all_solved_nobody_is_idle(sitting: Sitting) -> None:
    sitting.after(2).submit("accepted").next().after(9).submit("accepted").after(30)
    card = sitting.end()
    assert (card.how, card.seconds, card.solved) == ("solved", 11 * 60, 2)
    assert "idle" not in {each.kind for each in card.noticed}
