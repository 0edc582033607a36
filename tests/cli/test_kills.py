"""SIGKILL at random moments of real commands, two at a time in one home; and fifty submissions at once.

After each kill the log opens and is sound, its figures are those of a rebuild, everything a command had shown
is there, and nothing is there more often than it was asked for. The seeds are fixed; the moments vary with
the machine, which is as it should be.
"""

from __future__ import annotations

import re
import signal
import subprocess
import time
from collections import Counter
from pathlib import Path
from random import Random
from typing import NamedTuple

import pytest

from drill.runner.client import stop_warm_hosts
from drill.store.event import Event
from tests.cli.shell import Home
from tests.practice.test_truth import assert_equals_rebuild

PROBLEM = "conv-output-shape"  # the quickest to grade
WORDS = {"submit": 4, "hint": 2, "next": 2, "undo": 2}  # how often each is typed
KINDS = {"submit": "submitted", "hint": "hinted", "undo": "undone"}  # what each may add, once


class Shown(NamedTuple):
    """What is known of a command from outside: what was typed, and what it printed before it was killed."""

    word: str
    out: str

    def missing_from(self, events: list[Event]) -> str:
        """What it showed that is not in the log; empty when all is."""
        ids = {event.id for event in events}
        found = re.search(r'"(?:submission|attempt)": "([0-9a-f]{16})"', self.out)
        if self.word in ("submit", "next") and found and found[1] not in ids:
            return f"{self.word} showed {found[1]}"
        level = re.search(r'"level": (\d+)', self.out)
        if level and not any(e.kind == "hinted" and e.data["level"] == int(level[1]) for e in events):
            return f"hint showed {level[0]}"
        if self.word == "undo" and self.out and not any(e.kind == "undone" for e in events):
            return "undo showed what it took back"
        return ""


def play(home: Home, random: Random, kills: int) -> list[Shown]:
    """Kill that many commands; returns what all of them showed, checking the log after each pair."""
    home("start", PROBLEM)
    shown, seconds = measure(home)
    for number in range(kills // 2):
        change = random.choice([(), (("2 * ", "3 * "),)])
        text = home.solve(PROBLEM, *change, comment=f"text {number}")
        words = random.choices(list(WORDS), list(WORDS.values()), k=2)
        pair = [home.start(word, *arguments(home, word), "--json") for word in words]
        moments = sorted((random.uniform(0.02, 1.5) * seconds[words[i]], i) for i in (0, 1))
        begun = time.monotonic()
        for moment, i in moments:
            time.sleep(max(0.0, begun + moment - time.monotonic()))
            pair[i].send_signal(signal.SIGKILL)
        shown += [Shown(word, finish(process)) for word, process in zip(words, pair, strict=True)]
        check(home, shown, text)
    return shown


def measure(home: Home) -> tuple[list[Shown], dict[str, float]]:
    """Each command once, left alone: what it showed, and how long it takes here."""
    shown, seconds = [], dict[str, float]()
    for word in WORDS:
        home.solve(PROBLEM)
        begun = time.monotonic()
        shown.append(Shown(word, finish(home.start(word, *arguments(home, word), "--json"))))
        seconds[word] = time.monotonic() - begun
    return shown, seconds


def arguments(home: Home, word: str) -> list[str | Path]:
    known: dict[str, list[str | Path]] = {"submit": [home.file(PROBLEM)], "hint": [PROBLEM]}
    return known.get(word, [])


def finish(process: subprocess.Popen[bytes]) -> str:
    out, err = process.communicate()
    assert b"Traceback" not in err
    return out.decode()


def check(home: Home, shown: list[Shown], text: str) -> None:
    with home.practice() as practice:
        assert practice.notices == ()
        log = practice._desk.log
        assert log.check() == ()
        assert_equals_rebuild(practice)
        events = list(log.events())
        assert [lost for each in shown if (lost := each.missing_from(events))] == []
        asked = Counter(each.word for each in shown)
        there = Counter(event.kind for event in events)
        assert [word for word, kind in KINDS.items() if there[kind] > asked[word]] == []
        attempts = practice.history(PROBLEM, 1000)
        numbers = sorted(s.number for attempt in attempts for s in attempt.submissions)
        assert numbers == list(range(1, there["submitted"] + 1))
        kept = [log.source(sha) for (sha,) in log.rows("SELECT sha FROM sources")]
    files = [path.read_text() for path in home.settings.workspace.rglob("*.py")]
    assert text in kept + files


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path / "home")


@pytest.mark.slow
@pytest.mark.parametrize("idle_minutes", ["0", "1"], ids=["cold", "warm"])
def test_kills(home: Home, idle_minutes: str) -> None:
    home.variables["DRILL_IDLE_MINUTES"] = idle_minutes
    try:
        shown = play(home, Random(int(idle_minutes)), kills=26)
    finally:
        stop_warm_hosts(home.settings)
    finished = sum(bool(each.out) for each in shown[len(WORDS) :])
    assert 0 < finished < 26, "the moments miss the commands"


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(10))
def test_many_kills(home: Home, seed: int) -> None:
    home.variables["DRILL_IDLE_MINUTES"] = str(seed % 2)
    try:
        play(home, Random(100 + seed), kills=50)
    finally:
        stop_warm_hosts(home.settings)


@pytest.mark.slow
def test_fifty_submissions_at_once(home: Home) -> None:
    """Each is shown, and each is there once. A file that does not compile is refused soonest."""
    home("start", PROBLEM)
    home.variables["DRILL_IDLE_MINUTES"] = "1"
    home.solve(PROBLEM, ("def ", "def def "))
    try:
        home("run", home.file(PROBLEM))  # a warm host, for otherwise each of them imports NumPy
        running = [home.start("submit", home.file(PROBLEM), "--json") for _ in range(50)]
        outputs = [process.communicate() for process in running]
    finally:
        stop_warm_hosts(home.settings)
    assert [(p.returncode, err) for p, (_, err) in zip(running, outputs, strict=True)] == [(1, b"")] * 50
    ids = [re.search(rb'"submission": "(\w+)"', out) for out, _ in outputs]
    with home.practice() as practice:
        (attempt,) = practice.history(PROBLEM)
        assert sorted(i[1].decode() for i in ids if i) == sorted(s.id for s in attempt.submissions)
        assert sorted(s.number for s in attempt.submissions) == list(range(1, 51))
        assert_equals_rebuild(practice)
