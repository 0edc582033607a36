"""`next`, `start`, `reset`, `restore`: a blank starter at each review, and no file of the learner's lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from drill.bank.schema import UnknownProblem
from drill.bank.starter import header
from drill.errors import BadInput
from drill.practice.results import NothingDue
from drill.practice.workspace import Workspace
from tests.practice.conftest import World

SOLUTION = "# drill: iou (numpy)\nimport numpy as np\n\n\ndef f(x):\n    return x\n"


def asides(world: World) -> list[Path]:
    return sorted((world.settings.workspace / ".aside").glob("*"))


def test_start_writes_a_blank_starter(world: World) -> None:
    started = world.start("iou")
    assert (started.resumed, started.written, started.put_aside, started.number) == (False, True, None, 1)
    assert started.path == world.file("iou")
    assert started.path.read_text() == header(started.problem, "numpy")


def test_resuming_touches_no_file(world: World) -> None:
    first = world.start("iou")
    first.path.write_text(SOLUTION)
    world.later(days=3)
    for again in (world.do("next"), world.start("iou"), world.start("iou", "numpy")):
        assert (again.problem.id, again.reason, again.resumed, again.written) == ("iou", "open", True, False)
        assert (again.attempt, again.opened) == (first.attempt, first.opened)
    assert first.path.read_text() == SOLUTION
    assert asides(world) == []


def test_resuming_after_the_file_was_deleted_writes_a_starter(world: World) -> None:
    world.start("iou").path.unlink()
    again = world.do("next")
    assert (again.resumed, again.written) == (True, True)
    assert again.path.read_text() == header(again.problem, "numpy")


def test_a_review_starts_blank_and_the_old_file_is_put_aside(world: World) -> None:
    world.start("iou").path.write_text(SOLUTION)
    world.submit("iou", source=SOLUTION)
    world.later(days=30)
    review = world.do("next")
    assert (review.problem.id, review.reason, review.number) == ("iou", "due", 2)
    assert review.path.read_text() == header(review.problem, "numpy")
    assert asides(world) == [review.put_aside]
    assert review.put_aside.name == "iou.2026-12-21T0900.py"
    assert review.put_aside.read_text() == SOLUTION
    (aside,) = world.do("asides", "iou")
    assert (aside.path, aside.on_disk) == (review.put_aside, True)
    with world.session() as practice:
        assert practice._desk.log.source(aside.source_sha) == SOLUTION


def test_what_was_put_aside_in_the_same_minute_is_not_replaced(world: World) -> None:
    for text in ("one\n", "two\n", "three\n"):
        world.start("iou").path.write_text(text)
        world.do("reset", "iou")
    assert [p.name for p in asides(world)] == [
        "iou.2026-11-21T0900-2.py",
        "iou.2026-11-21T0900-3.py",
        "iou.2026-11-21T0900.py",
    ]
    assert {p.read_text() for p in asides(world)} == {"one\n", "two\n", "three\n"}


@pytest.mark.parametrize("content", [b"", b"\x00\xff binary", b"\xff\xfe latin", b"x" * 400_000])
def test_even_a_file_that_is_no_text_is_put_aside(world: World, content: bytes) -> None:
    world.settings.workspace.mkdir(parents=True)
    world.file("iou").write_bytes(content)
    started = world.start("iou")
    assert started.put_aside is not None
    assert started.put_aside.read_bytes() == content


def test_a_link_is_put_aside_not_followed(world: World, tmp_path: Path) -> None:
    world.settings.workspace.mkdir(parents=True)
    kept = tmp_path / "dotfiles.py"
    kept.write_text(SOLUTION)
    world.file("iou").symlink_to(kept)
    started = world.start("iou")
    assert not started.path.is_symlink()
    assert started.put_aside is not None
    assert started.put_aside.is_symlink()
    assert kept.read_text() == SOLUTION


def test_an_untouched_starter_is_not_put_aside(world: World) -> None:
    world.start("iou")
    world.do("reveal", "iou")
    world.later(days=2)
    assert world.do("next").put_aside is None
    assert asides(world) == []


def test_another_framework_in_the_same_attempt(world: World) -> None:
    first = world.start("iou")
    first.path.write_text(SOLUTION)
    switched = world.start("iou", "torch")
    assert (switched.attempt, switched.framework, switched.resumed) == (first.attempt, "torch", True)
    assert switched.path.read_text() == header(switched.problem, "torch")
    assert [p.read_text() for p in asides(world)] == [SOLUTION]
    assert world.do("next").framework == "torch"
    assert len(world.do("history")) == 1


def test_frameworks(world: World) -> None:
    assert world.start("adam-step").framework == "torch"  # it has no other
    world.set(framework="torch")
    assert world.start("nms").framework == "torch"
    with pytest.raises(BadInput, match="adam-step has no numpy version") as caught:
        world.start("adam-step", "numpy")
    assert "--framework torch" in caught.value.todo


def test_an_unknown_problem_opens_nothing(world: World) -> None:
    with pytest.raises(UnknownProblem):
        world.start("iuo")
    assert world.do("history") == ()


def test_an_unusable_workspace_opens_nothing(world: World, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    world.set(workspace=tmp_path / "file")
    with pytest.raises(BadInput, match="cannot be written") as caught:
        world.start("iou")
    assert "drill config set workspace" in caught.value.todo
    assert world.do("history") == ()


def test_a_directory_in_the_way(world: World) -> None:
    world.file("iou").mkdir(parents=True)
    with pytest.raises(BadInput, match="is a directory"):
        world.start("iou")
    assert world.do("history") == ()


def test_when_the_starter_cannot_be_written_the_file_stays(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    world.settings.workspace.mkdir(parents=True)
    world.file("iou").write_text(SOLUTION)

    def full(self: Workspace, path: Path, text: str) -> None:
        raise BadInput("The workspace cannot be written: no space.", "")

    monkeypatch.setattr(Workspace, "write", full)
    with pytest.raises(BadInput):
        world.start("iou")
    assert world.file("iou").read_text() == SOLUTION
    assert world.do("history") == ()


def test_a_file_saved_meanwhile_is_put_aside_too(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """An editor saves between the moving away of the old file and the appearing of the starter."""
    world.settings.workspace.mkdir(parents=True)
    world.file("iou").write_text("old\n")
    put_aside = Workspace.put_aside
    saves = ["saved meanwhile\n"]

    def and_save(self: Workspace, path: Path) -> Path | None:
        aside = put_aside(self, path)
        if saves:
            path.write_text(saves.pop())
        return aside

    monkeypatch.setattr(Workspace, "put_aside", and_save)
    started = world.start("iou")
    assert started.path.read_text() == header(started.problem, "numpy")
    assert {p.read_text() for p in asides(world)} == {"old\n", "saved meanwhile\n"}


def test_a_left_over_part_does_not_lead_to_the_learners_file(world: World) -> None:
    """A kill between link and unlink leaves a file under two names; writing one must not write the other."""
    world.settings.workspace.mkdir(parents=True)
    world.file("iou").write_text(SOLUTION)
    (world.settings.workspace / ".iou.py.part").hardlink_to(world.file("iou"))
    started = world.start("iou")
    assert started.put_aside is not None
    assert started.put_aside.read_text() == SOLUTION


def test_without_hard_links(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr("os.link", refuse)
    started = world.start("iou")
    assert started.path.read_text() == header(started.problem, "numpy")
    started.path.write_text(SOLUTION)
    world.do("reset", "iou")
    assert [p.read_text() for p in asides(world)] == [SOLUTION]


def test_reset_is_blank_again_in_the_same_attempt(world: World) -> None:
    first = world.start("iou")
    first.path.write_text(SOLUTION)
    world.submit("iou", "wrong answer")
    again = world.do("reset", "iou")
    assert (again.attempt, again.resumed, again.written) == (first.attempt, True, True)
    assert again.path.read_text() == header(again.problem, "numpy")
    assert again.put_aside.read_text() == SOLUTION
    assert world.submit("iou").counted == 2


def test_restore_brings_back_and_puts_aside(world: World) -> None:
    path = world.start("iou").path
    path.write_text("mine\n")
    world.do("reset", "iou")
    path.write_text("newer\n")
    restored = world.do("restore", "iou")
    assert path.read_text() == "mine\n"
    assert restored.put_aside.read_text() == "newer\n"
    assert not restored.counts
    assert world.do("restore", "iou").path.read_text() == "newer\n"


def test_restore_from_the_log_when_the_file_is_gone(world: World) -> None:
    path = world.start("iou").path
    path.write_text(SOLUTION)
    aside = world.do("reset", "iou").put_aside
    aside.unlink()
    (listed,) = world.do("asides", "iou")
    assert not listed.on_disk
    world.do("restore", "iou")
    assert path.read_text() == SOLUTION


def test_bringing_back_an_earlier_solution_is_help(world: World) -> None:
    world.start("iou").path.write_text(SOLUTION)
    world.submit("iou")
    world.later(days=30)
    world.do("next")
    assert world.do("restore", "iou").counts
    assert world.submit("iou").why.startswith("accepted with help")


def test_nothing_to_restore(world: World) -> None:
    with pytest.raises(BadInput, match="No file of iou"):
        world.do("restore", "iou")
    world.start("iou").path.write_text(SOLUTION)
    world.do("reset", "iou")
    with pytest.raises(BadInput, match="no file number 2"):
        world.do("restore", "iou", 2)


def test_a_moved_workspace_is_where_the_files_are(world: World, tmp_path: Path) -> None:
    world.start("iou").path.write_text(SOLUTION)
    world.settings.workspace.rename(tmp_path / "elsewhere")
    world.set(workspace=tmp_path / "elsewhere")
    again = world.do("next")
    assert (again.path, again.written) == (tmp_path / "elsewhere" / "iou.py", False)


def test_next_on_an_empty_bank(world: World) -> None:
    world.bank = type(world.bank)(())
    nothing = world.do("next")
    assert isinstance(nothing, NothingDue)
    assert nothing.reason == "no problems"
