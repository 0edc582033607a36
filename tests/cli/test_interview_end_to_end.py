"""A mock interview in pseudo-terminals with the real judge: killed in `watch`, interrupted in the questions,
resumed each time with the clock honest and nothing lost."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.cli.shell import Home
from tests.cli.test_watch_end_to_end import Watched

pytestmark = pytest.mark.slow


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path / "home", {"DRILL_IDLE_MINUTES": "0"})


@contextmanager
def terminal(home: Home, *words: str) -> Iterator[Watched]:
    found = Watched(home.path, *words)
    try:
        yield found
    finally:
        found.close()


def test_a_mock_killed_and_interrupted(home: Home) -> None:
    begun = home.json("interview", "--minutes", "45", "--track", "core")["mock"]
    first = home.json("next")["problem"]
    with terminal(home, "watch") as watch:
        watch.see("left, problem 1 of")
        watch.press("h")
        watch.see("A mock interview has no hints")
        watch.press("w")
        watch.see("A mock interview has no opened cases")
        assert "h hint" not in watch.text
        home.solve(first)
        watch.see("✓ accepted")
        watch.press("s")
        watch.see("Rated")
        watch.see("left, problem 2 of")
        os.kill(watch.pid, signal.SIGKILL)
        os.waitpid(watch.pid, 0)
        watch.pid = 0
    stands = home.json("interview")["mock"]
    assert (stands["id"], stands["deadline"]) == (begun["id"], begun["deadline"])
    assert stands["seconds_left"] < begun["seconds_left"]
    assert [each["solved"] for each in stands["problems"]][:2] == [True, False]
    second = home.json("next")["problem"]
    assert home("submit", home.file(second))[0] == 1
    with terminal(home, "interview", "--end") as ending:
        ending.see("Question 1 of")
        ending.press("An answer of my own\r")
        ending.see("Was yours good, partly good or missed?")
        ending.press("\x03")
        assert ending.end() == 130
    with terminal(home, "interview") as again:
        again.see("You said: An answer of my own")
        again.see("Was yours good, partly good or missed?")
        again.press("partly\r")
        again.see("Question 2 of")
        again.see(" >")  # the prompt: before it Ctrl-D reaches nobody
        again.press("\x04")
        assert again.end() == 0
    code, out, _ = home("interview", "--end")
    assert code == 0
    assert "Score " in out
    card = home.json("interview", "--show", "1")["scorecard"]
    assert (card["how"], card["solved"], card["answered"]) == ("asked", 1, 0.5)
    assert [each["submissions"] for each in card["problems"]][:2] == [1, 1]
    assert card["problems"][0]["runs"] >= 1
    assert card["answers"][0]["answer"] == "An answer of my own"
