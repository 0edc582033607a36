"""Many submissions on the same cases: what they share, and that one never spoils the others."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from drill.bank.schema import Case
from drill.errors import BadInput, InternalError
from drill.grading import judge, many
from drill.grading.cases import Drawn, Grader
from drill.grading.report import Report, Request
from tests.grading import small_bank
from tests.grading.fakes import FakeRunners


def requests(bank: Path, *sources: str, **changes: Any) -> list[Request]:
    common = {"bank": str(bank), "problem": "affine-sum", "framework": "numpy", "device": "cpu", "seed": 7}
    return [
        Request(**{**common, "source": source, "file_name": f"{number}.py", **changes})
        for number, source in enumerate(sources)
    ]


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    return small_bank.write(tmp_path)


def served(asked: list[Request]) -> list[dict[str, Any]]:
    events: list[dict[str, Any]] = []
    payload = many._payload(list(enumerate(asked)))
    judge.serve(payload, FakeRunners(), events.append)
    return events


def test_one_after_the_other_as_each_alone(bank: Path) -> None:
    wrong = small_bank.NUMPY.replace("return", "return 2 *", 1)
    asked = requests(bank, small_bank.NUMPY, wrong, "def f(:", small_bank.NUMPY)
    events = served(asked)
    assert [event["report"]["verdict"] for event in events] == [
        "accepted", "wrong answer", "compile error", "accepted",
    ]  # fmt: skip
    alone = judge.grade(asked[1], FakeRunners(), lambda case: None)
    assert [case["message"] for case in events[1]["report"]["cases"]] == [c.message for c in alone.cases]
    assert events[1]["report"]["diagnosis"][0]["says"] == alone.diagnosis[0].says


def test_cases_are_drawn_once(bank: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[str] = []
    draw = Grader.draw

    def noted(self: Grader, case: Case, seed: int) -> Drawn:
        drawn.append(case.name)
        return draw(self, case, seed)

    monkeypatch.setattr(Grader, "draw", noted)
    served(requests(bank, small_bank.NUMPY, small_bank.NUMPY, small_bank.NUMPY))
    assert len(drawn) == len(set(drawn)) == 6


def test_a_fault_is_said_of_every_file(bank: Path) -> None:
    (bank / "graders").rename(bank / "gone")
    assert [event["event"] for event in served(requests(bank, "a = 1", "b = 1"))] == ["fault", "fault"]


def test_batches_are_of_one_problem_and_keep_every_file(bank: Path) -> None:
    asked = requests(bank, *["a"] * 70) + requests(bank, *["b"] * 3, framework="torch")
    found = list(many.batches(asked, workers=2))
    assert [len(batch) for batch in found] == [32, 32, 6, 2, 1]
    assert sorted(number for batch in found for number, _ in batch) == list(range(73))
    assert all(len({request.framework for _, request in batch}) == 1 for batch in found)


class Host:
    """Its judge dies over a file named in `deadly`."""

    deadly = "deadly"

    def __init__(self, settings: Any, judge: str, torch: bool) -> None:
        if torch:
            raise BadInput("PyTorch is not installed here")

    def request(self, payload: dict[str, Any]) -> Iterator[dict[str, Any]]:
        for file in payload["files"]:
            if file["source"] == self.deadly:
                raise InternalError("it died")
            yield {"event": "refused", "message": file["source"]}

    def close(self) -> None:
        pass


def test_a_judge_that_dies_costs_one_file(bank: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(many, "Host", Host)
    asked = requests(bank, "first", "deadly", "deadly", "last")
    answers = dict(many.grade_many(asked, None, workers=1))  # type: ignore[arg-type]
    assert [str(answers[i]) for i in (0, 3)] == ["first", "last"]
    for number in (1, 2):
        report = answers[number]
        assert isinstance(report, Report)
        assert (report.verdict, report.notes) == ("internal error", ("it died",))


def test_what_cannot_be_graded_here_says_so(bank: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(many, "Host", Host)
    asked = requests(bank, "a", "b", framework="torch")
    answers = dict(many.grade_many(asked, None, workers=2))  # type: ignore[arg-type]
    assert {str(answer) for answer in answers.values()} == {"PyTorch is not installed here"}
