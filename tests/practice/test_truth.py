"""The log is the truth: derived tables equal a rebuild, whatever happened; logs merge; kills lose nothing."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import pytest

from drill.errors import BadInput, StoreError
from drill.grading.report import Verdict
from drill.practice.practice import Practice
from drill.practice.results import Merged
from drill.practice.tables import Tables
from drill.schedule.rating import Rating
from tests.practice.conftest import World, make_report

IDS = ("iou", "nms", "batchnorm", "lstm-cell")
VERDICTS: tuple[Verdict, ...] = ("accepted", "accepted", "wrong answer", "compile error", "internal error")


def tables(practice: Practice) -> dict[str, list[Any]]:
    log = practice._desk.log
    return {table: sorted(log.rows(f"SELECT * FROM {table}"), key=str) for table in Tables.tables}


def assert_equals_rebuild(practice: Practice) -> None:
    before = tables(practice)
    practice._desk.log.rebuild()
    assert tables(practice) == before


def act(practice: Practice, random: Random, workspace: Path) -> str:
    """One random thing a learner does; returns what would be shown."""
    problem = random.choice(IDS)
    action = random.choice(
        ["submit"] * 4
        + ["next", "start", "hint", "why", "undo", "reset", "restore", "skip", "reveal", "rate", "ran"]
        + ["interview"] * 2
    )
    match action:
        case "submit":
            source = f"# {random.random()}\n"
            slips = tuple(random.sample(["plus one", "no clip"], random.randrange(3)))
            report = make_report(problem, random.choice(VERDICTS), slips)
            rate = random.choice([None, None, Rating.HARD])
            return "submitted " + practice.submitted(report, source, workspace / "x.py", rate).submission
        case "next":
            return f"next {practice.next(more=True)}"
        case "why":
            last = practice.last_submission()
            return f"why {last and practice.why_opened(last.id, 'hidden')}"
        case "undo":
            return f"undone {practice.undo()}"
        case "rate":
            return f"rated {practice.rate(random.choice(list(Rating)))}"
        case "skip":
            return f"skipped {practice.skip(problem)}"
        case "interview":
            mock = practice.mock()
            if mock is None:
                return f"interview {practice.interview.start(45, None, random.getrandbits(40)).id}"
            if not mock.ended:
                return f"interview {practice.interview.end()}"
            practice.interview.finish()
            return "interview finished"
        case "ran":
            practice.ran(make_report(problem, "wrong answer"))
            return "ran"
        case _:
            return f"{action} {getattr(practice, action)(problem)}"


def play(world: World, random: Random, steps: int) -> None:
    for _ in range(steps):
        world.later(hours=random.choice([0, 0, 1, 30, 200, -3, -60]))
        with world.session() as practice:
            try:
                act(practice, random, world.settings.workspace)
            except BadInput:  # nothing to undo or to restore
                continue


@pytest.mark.parametrize("seed", range(12))
def test_derived_tables_equal_a_rebuild(world: World, seed: int) -> None:
    random = Random(seed)
    for _ in range(4):
        play(world, random, 15)
        with world.session() as practice:
            assert_equals_rebuild(practice)


@pytest.mark.parametrize("seed", range(3))
def test_export_wipe_import_gives_the_same_figures(world: World, seed: int, tmp_path: Path) -> None:
    play(world, Random(seed), 50)
    other = World(tmp_path / "other")
    other.now = world.now
    with world.session() as here, other.session() as there:
        merged = there.merge(here.export())
        assert merged.added == len(list(here._desk.log.events()))
        assert merged.unknown_kinds == ()
        assert tables(there) == tables(here)
        assert there.stats() == here.stats()
        assert there.merge(here.export()) == Merged(0, merged.added, 0, ())


@pytest.mark.parametrize("seed", range(4))
def test_two_machines_that_went_apart_agree_after_merging(world: World, seed: int, tmp_path: Path) -> None:
    random = Random(seed)
    play(world, random, 20)
    other = World(tmp_path / "other")
    other.now = world.now
    with world.session() as here, other.session() as there:
        there.merge(here.export())
    play(world, random, 20)
    play(other, random, 20)
    other.now = world.now = max(world.now, other.now)
    with world.session() as here, other.session() as there:
        lines = list(there.export())
        there.merge(here.export())
        here.merge(iter(lines))
        assert tables(there) == tables(here)
        assert there.stats() == here.stats()
        assert there.mocks() == here.mocks()
        assert_equals_rebuild(here)


def test_unknown_kinds_are_kept_and_named(world: World) -> None:
    world.solve("iou")
    with world.session() as practice:
        lines = list(practice.export())
        lines.append(lines[-1].replace('"rated"', '"dreamt"').replace('"event": "', '"event": "ff'))
        merged = practice.merge(iter(lines))
        assert (merged.added, merged.unknown_kinds) == (1, ("dreamt",))
        assert_equals_rebuild(practice)
        assert "dreamt" in "".join(practice.export())


def test_an_entry_that_makes_no_sense_does_not_close_the_log(world: World) -> None:
    recorded = world.solve("iou")
    with world.session() as practice:
        with practice._desk.log.write(world.now) as tx:
            tx.db.execute("UPDATE events SET data = '{\"rating\": 7}' WHERE kind = 'rated'")
        practice._desk.log.rebuild()
        assert practice.stats().solved.part == 1
        assert practice.submission(recorded.submission).number == 1


@pytest.mark.parametrize("seed", range(10))
def test_entries_with_flipped_characters_do_not_close_the_log(
    world: World, seed: int, tmp_path: Path
) -> None:
    play(world, Random(3), 40)
    random = Random(seed)
    with world.session() as practice:
        lines = list(practice.export())
    for _ in range(30):
        number = random.randrange(1, len(lines))
        line = lines[number]
        at = random.randrange(line.find('"data"') + 1, len(line))
        lines[number] = line[:at] + random.choice("x0e[") + line[at + 1 :]
    other = World(tmp_path / "other")
    other.now = world.now
    with other.session() as practice:
        for line in lines[1:]:
            try:
                practice.merge(iter([lines[0], line]))
            except BadInput:
                continue
        practice.rows(), practice.stats(), practice.history(None, 1000), practice.mock(), practice.mocks()
        assert_equals_rebuild(practice)
        for problem in IDS:
            practice.asides(problem), practice.opened_cases(problem), practice.slips(problem)


def test_a_damaged_log_is_recovered_with_its_figures(world: World) -> None:
    play(world, Random(5), 60)
    before = world.do("stats")
    with world.settings.log.open("r+b") as file:
        file.write(b"\0" * 100)
    assert world.do("stats") == before
    assert "was damaged" in world.notices[0]
    assert world.do("stats") == before
    assert world.notices == ()


# -- several commands at once, and kills --------------------------------------------------------------------


def fork(work: Callable[[int], None]) -> tuple[int, int]:
    """(pid, reading end): `work` in a child, with a pipe to show things on."""
    reading, writing = os.pipe()
    pid = os.fork()
    if pid == 0:
        status = 1
        try:
            os.close(reading)
            work(writing)
            status = 0
        finally:
            os._exit(status)
    os.close(writing)
    return pid, reading


def drain(reading: int) -> list[str]:
    with os.fdopen(reading, "rb") as pipe:
        return pipe.read().decode().split("\n")[:-1]


def test_fifty_submissions_at_once(world: World) -> None:
    """Into a log that none of them finds: the first creates it."""

    def submit(writing: int) -> None:
        recorded = world.submit("iou", "wrong answer")
        os.write(writing, f"{recorded.submission} {recorded.number}\n".encode())

    children = [fork(submit) for _ in range(50)]
    shown = [line for _, reading in children for line in drain(reading)]
    assert [os.waitpid(pid, 0)[1] for pid, _ in children] == [0] * 50
    with world.session() as practice:
        (attempt,) = practice.history("iou")
        assert sorted(shown) == sorted(f"{s.id} {s.number}" for s in attempt.submissions)
        assert sorted(s.number for s in attempt.submissions) == list(range(1, 51))
        assert_equals_rebuild(practice)


def test_two_starts_at_once_open_one_attempt(world: World) -> None:
    def start(writing: int) -> None:
        os.write(writing, f"{world.start('iou').attempt}\n".encode())

    children = [fork(start) for _ in range(8)]
    attempts = {line for _, reading in children for line in drain(reading)}
    assert [os.waitpid(pid, 0)[1] for pid, _ in children] == [0] * 8
    assert len(attempts) == 1
    assert len(world.do("history")) == 1


def kill_at_random_moments(world: World, seed: int, kills: int = 25) -> None:
    """A child acts and shows; after each kill what was shown is there, once, and every text survives."""
    random = Random(seed)
    texts: list[str] = []

    def acting(seed: int) -> Callable[[int], None]:
        def work(writing: int) -> None:
            mine = Random(seed)
            while True:
                with world.session() as practice:
                    if (file := world.file("iou")).exists():
                        line = f"{mine.random()}\n"
                        saved = file.with_name("saved")  # as editors do
                        saved.write_text(file.read_text() + line)
                        saved.replace(file)
                        os.write(writing, f"text {line}".encode())
                    try:
                        shown = act(practice, mine, world.settings.workspace)
                    except BadInput:
                        continue
                    os.write(writing, f"{shown}\n".encode())

        return work

    world.submit("iou", "wrong answer")  # imports what it needs
    begun = time.monotonic()
    world.submit("iou", "wrong answer")
    window = max(
        0.06, 5 * (time.monotonic() - begun)
    )  # wide enough to show something, also on a busy machine
    submissions: list[str] = []
    for number in range(10 * kills):
        if number >= kills and submissions:  # on a busy machine it may take some more to show any
            break
        world.later(hours=random.choice([1, 30, 200]))
        pid, reading = fork(acting(1000 * seed + number))
        time.sleep(random.random() * window)
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
        shown = [line.split() for line in drain(reading)]
        submissions += [words[1] for words in shown if words[0] == "submitted"]
        texts += [words[1] for words in shown if words[0] == "text"]
        with world.session() as practice:
            kept = [e.id for e in practice._desk.log.events() if e.kind in ("submitted", "internal_error")]
            assert set(submissions) <= set(kept)
            assert len(kept) == len(set(kept))
            assert practice._desk.log.check() == ()
            assert_equals_rebuild(practice)
            there = everything(world, practice)
            assert [text for text in texts if text not in there] == []
    assert submissions


def everything(world: World, practice: Practice) -> str:
    """Every text on disk or in the log."""
    log = practice._desk.log
    files = [p.read_text() for p in world.settings.workspace.rglob("*.py")]
    return "\n".join([*files, *(log.source(sha) for (sha,) in log.rows("SELECT sha FROM sources"))])


def test_kills(world: World) -> None:
    kill_at_random_moments(world, 0)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(1, 5))
def test_many_kills(world: World, seed: int) -> None:
    kill_at_random_moments(world, seed)


def test_a_log_that_cannot_be_written_shows_nothing(world: World) -> None:
    world.start("iou")
    with world.session() as practice:
        practice._desk.log._db.execute("PRAGMA query_only = ON")
        with pytest.raises(StoreError, match="read-only"):
            practice.submitted(make_report("iou", "accepted"), "x = 1\n", world.file("iou"))
        assert practice.start("iou").path == world.file("iou")  # resuming only reads
    assert world.do("stats").submissions == 0
