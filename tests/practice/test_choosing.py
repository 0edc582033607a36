"""What `next` serves, day by day."""

from __future__ import annotations

from drill.practice.results import NothingDue, Started
from tests.practice.conftest import World


def serve(world: World) -> str:
    """The next problem, solved at once."""
    started = world.do("next")
    assert isinstance(started, Started)
    world.submit(started.problem.id)
    return f"{started.reason} {started.problem.id}"


def nothing(world: World) -> NothingDue:
    result = world.do("next")
    assert isinstance(result, NothingDue)
    return result


def test_new_problems_rotate_through_topics_and_wait_for_prerequisites(world: World) -> None:
    assert [serve(world) for _ in range(6)] == [
        "new conv-output-shape",
        "new iou",
        "new adam-step",
        "new lstm-cell",
        "new batchnorm",
        "new nms",
    ]


def test_nothing_left_names_the_next_due_date(world: World) -> None:
    for _ in range(6):
        serve(world)
    result = nothing(world)
    assert result.reason == "finished"
    assert result.next_due is not None
    assert 5 <= (result.next_due - world.now).days <= 10
    assert result.next_problem


def test_due_comes_before_new_and_least_remembered_first(world: World) -> None:
    world.solve("iou")
    world.start("lstm-cell")
    world.do("reveal", "lstm-cell")
    world.later(days=20)
    assert [serve(world) for _ in range(3)] == ["due lstm-cell", "due iou", "new conv-output-shape"]


def test_topics_interleave(world: World) -> None:
    for problem in ("iou", "nms", "batchnorm"):
        world.do("reveal", problem)
        world.later(hours=16)
    world.later(days=20)
    assert [serve(world) for _ in range(3)] == ["due iou", "due batchnorm", "due nms"]


def test_daily_limit_of_new_problems(world: World) -> None:
    world.set(new_per_day=2)
    assert [serve(world), serve(world)] == ["new conv-output-shape", "new iou"]
    result = nothing(world)
    assert result.reason == "new limit"
    assert result.todo == "drill next --more"
    assert world.do("next", None, True).problem.id == "adam-step"
    world.submit("adam-step")
    world.later(days=1)
    assert serve(world) == "new lstm-cell"


def test_daily_limit_of_minutes_spares_the_open_attempt(world: World) -> None:
    world.set(minutes_per_day=15)
    world.do("next")
    world.later(minutes=16)
    assert world.do("next").resumed
    world.submit("conv-output-shape")
    assert nothing(world).reason == "minutes limit"
    world.later(days=1)
    assert serve(world) == "new iou"


def test_a_learner_who_walked_away_has_not_practised_all_night(world: World) -> None:
    world.start("iou")
    world.later(hours=14)
    world.submit("iou")
    assert world.do("stats").minutes_today == 20


def test_topics_off(world: World) -> None:
    world.set(topics_off=("convolution", "detection"))
    assert serve(world) == "new adam-step"
    world.set(topics_off=tuple({s.topic for s in world.bank.summaries()}))
    assert nothing(world).reason == "no problems"
    assert world.start("iou").problem.id == "iou"  # asked for by name


def test_a_prerequisite_in_a_topic_that_is_off_holds_nothing_back(world: World) -> None:
    bank = world.bank
    world.bank = type(bank)(tuple(p for p in bank.problems if p.id in ("iou", "nms")))
    world.set(topics_off=())
    assert serve(world) == "new iou"
    world.bank = type(bank)(tuple(p for p in bank.problems if p.id == "nms"))
    assert serve(world) == "new nms"


def test_skip_is_for_today(world: World) -> None:
    assert world.do("next").problem.id == "conv-output-shape"
    skipped = world.do("skip")
    assert skipped.problem == "conv-output-shape"
    assert skipped.until.isoformat() == "2026-11-22T00:00:00+00:00"
    assert serve(world) == "new iou"
    world.later(days=1)
    again = world.do("next")  # begun before, so it comes before what is new
    assert (again.problem.id, again.resumed) == ("conv-output-shape", True)


def test_skipping_what_is_due(world: World) -> None:
    world.solve("iou")
    world.later(days=20)
    world.do("skip", "iou")
    assert serve(world) != "due iou"
    world.later(days=1)
    assert serve(world) == "due iou"


def test_everything_skipped(world: World) -> None:
    for summary in world.bank.summaries():
        world.do("skip", summary.id)
    assert nothing(world).reason == "skipped"


def test_help_before_a_skip_is_remembered(world: World) -> None:
    world.start("iou")
    world.do("hint", "iou")
    world.do("skip", "iou")
    world.later(days=1)
    world.start("iou")
    assert world.submit("iou").why.startswith("accepted with help")


def test_problems_that_left_the_bank_are_passed_over(world: World) -> None:
    world.start("iou")
    bank = world.bank
    world.bank = type(bank)(tuple(p for p in bank.problems if p.id != "iou"))
    assert world.do("next").problem.id == "conv-output-shape"
    assert world.do("stats").open == 1
    assert len(world.do("rows")) == 5
