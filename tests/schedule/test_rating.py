"""The design's table of ratings, row by row."""

from __future__ import annotations

from typing import Any

import pytest

from drill.schedule.rating import Evidence, Rating, judge


def evidence(**fields: Any) -> Evidence:
    return Evidence(
        **{"submissions": 1, "helps": 0, "revealed": False, "seconds": 60, "minutes": 10, **fields}
    )


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
        ({"helps": 1}, Rating.HARD),
        ({"helps": 4, "submissions": 2}, Rating.HARD),
        ({"revealed": True}, Rating.AGAIN),
        ({"revealed": True, "helps": 1, "submissions": 9}, Rating.AGAIN),
    ],
)
def test_table(fields: dict[str, Any], rating: Rating) -> None:
    assert judge(evidence(**fields)).rating is rating


def test_the_reason_names_the_evidence() -> None:
    assert "submission 4" in judge(evidence(submissions=4)).why
    assert "10 minutes" in judge(evidence(seconds=601)).why
    assert "2 times" in judge(evidence(helps=2)).why
