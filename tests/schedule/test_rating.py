"""The design's table of ratings, row by row."""

from __future__ import annotations

from typing import Any

import pytest

from drill.schedule.rating import Evidence, Rating, judge


def evidence(**fields: Any) -> Evidence:
    none = {"hints": 0, "opened": 0, "restored": 0, "revealed": False}
    return Evidence(**{"submissions": 1, "seconds": 60, "minutes": 10, **none, **fields})


@pytest.mark.parametrize(
    ("fields", "rating"),
    [
        ({}, Rating.EASY),
        ({"seconds": 600}, Rating.EASY),
        ({"seconds": 601}, Rating.GOOD),
        ({"seconds": 1e9}, Rating.GOOD),
        ({"submissions": 2}, Rating.GOOD),
        ({"submissions": 2, "seconds": 1e9}, Rating.GOOD),
        ({"submissions": 3}, Rating.HARD),
        ({"submissions": 30}, Rating.HARD),
        ({"hints": 1}, Rating.HARD),
        ({"opened": 4, "submissions": 2}, Rating.HARD),
        ({"restored": 1}, Rating.HARD),
        ({"revealed": True}, Rating.AGAIN),
        ({"revealed": True, "hints": 1, "submissions": 9}, Rating.AGAIN),
    ],
)
def test_table(fields: dict[str, Any], rating: Rating) -> None:
    assert judge(evidence(**fields)).rating is rating


def test_the_reason_names_the_evidence() -> None:
    assert "submission 4" in judge(evidence(submissions=4)).why
    assert "10 minutes" in judge(evidence(seconds=601)).why
    assert judge(evidence(hints=2, opened=1)).why == "accepted with help: 2 hints, 1 opened case"
