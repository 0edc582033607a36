"""Tracks: the built-in ones load, and whatever is wrong in one is said with its line and key."""

from __future__ import annotations

from pathlib import Path

import pytest

from drill.bank.bank import Bank, builtin_root
from drill.bank.schema import BankErrors
from drill.bank.tracks import UnknownTrack, find_track, load_track, track_files

NAMES = {"core", "cv", "detection", "nlp", "training", "everything"}


@pytest.fixture(scope="module")
def bank(tmp_path_factory: pytest.TempPathFactory) -> Bank:
    return Bank.open([builtin_root()], tmp_path_factory.mktemp("cache"))


def write(folder: Path, text: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "mine.yaml"
    path.write_text(text)
    return path


def test_the_built_in_tracks_load_and_are_no_problems(bank: Bank, tmp_path: Path) -> None:
    files = track_files([builtin_root()], tmp_path)
    assert set(files) == NAMES
    for name in NAMES:
        track = find_track(name, files, bank)
        assert track.name == name
        assert any(track.weight(problem) for problem in bank.summaries()) or name in ("nlp", "training")
    assert not bank.errors
    assert not {problem.id for problem in bank.summaries()} & NAMES


def test_core_is_six_problems_and_everything_is_all(bank: Bank, tmp_path: Path) -> None:
    files = track_files([builtin_root()], tmp_path)
    core, everything = (find_track(name, files, bank) for name in ("core", "everything"))
    assert sum(core.weight(problem) for problem in bank.summaries()) == 6
    assert {everything.weight(problem) for problem in bank.summaries()} == {1.0}


def test_a_problem_s_own_weight_beats_its_topic_s(bank: Bank, tmp_path: Path) -> None:
    track = load_track(
        write(tmp_path, "title: T\neverything: 1\ntopics: {detection: 2}\nproblems: {iou: 5, nms: 0}\n"), bank
    )
    weights = {problem.id: track.weight(problem) for problem in bank.summaries()}
    assert (weights["iou"], weights["nms"], weights["adam-step"]) == (5, 0, 1)


def test_every_error_is_named_with_line_and_key(bank: Bank, tmp_path: Path) -> None:
    path = write(tmp_path, "titel: T\ntopics:\n  detektion: 2\n  normalization: -1\nproblems:\n  iou: many\n")
    with pytest.raises(BankErrors) as caught:
        load_track(path, bank)
    said = [str(error).removeprefix(f"{path}:") for error in caught.value.errors]
    assert said == [
        "1: titel: unknown key 'titel'; did you mean 'title'?",
        "3: topics.detektion: unknown topic 'detektion'; did you mean 'detection'?",
        "4: topics.normalization: -1 is not between 0 and 100",
        "6: problems.iou: expected a number, got text 'many'",
        "1: the key title is missing",
    ]


@pytest.mark.parametrize("text", ["title: T\n", "title: T\ntopics: {detection: 0}\n", "[", "", "- a\n"])
def test_a_track_of_nothing_is_an_error(bank: Bank, tmp_path: Path, text: str) -> None:
    with pytest.raises(BankErrors):
        load_track(write(tmp_path, text), bank)


def test_the_learner_s_own_come_first(bank: Bank, tmp_path: Path) -> None:
    path = write(tmp_path / "tracks", "title: Mine\nproblems: {iou: 1}\n")
    path.rename(path.with_name("core.yaml"))
    files = track_files([builtin_root()], tmp_path / "tracks")
    assert find_track("core", files, bank).title == "Mine"


def test_an_unknown_track_names_those_like_it(bank: Bank, tmp_path: Path) -> None:
    files = track_files([builtin_root()], tmp_path)
    with pytest.raises(UnknownTrack) as caught:
        find_track("detections", files, bank)
    assert caught.value.near[0] == "detection"
    assert set(caught.value.known) == NAMES
