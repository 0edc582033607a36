"""`drill interview` as typed: the clock on every screen, no help, the end, the questions, the scorecard."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence

import pytest

from drill.cli import json as shapes
from tests.cli.conftest import Cli
from tests.cli.test_json import documented, keys


class Typist:
    """Types lines at a terminal; after the last one, what `then` raises."""

    def __init__(self, cli: Cli) -> None:
        self.lines = iter(list[str]())
        self.prompts: list[str] = []
        cli.monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
        cli.monkeypatch.setattr("builtins.input", self.read)

    def types(self, lines: Sequence[str], then: type[BaseException] = EOFError) -> None:
        self.lines, self.then = iter(lines), then

    def read(self, prompt: str) -> str:
        self.prompts.append(prompt)
        for line in self.lines:
            return line
        raise self.then


@pytest.fixture
def typist(drill: Cli) -> Typist:
    return Typist(drill)


@pytest.fixture
def begun(drill: Cli) -> Cli:
    """20 minutes with unit-rows and row-norms (8 minutes each); the first one has been served."""
    drill("interview", "--minutes", "20")
    drill("next")
    return drill


def file(drill: Cli) -> str:
    return str(drill("next", "--json").json["path"])


def test_it_begins_with_the_rules_and_the_clock(drill: Cli) -> None:
    shown = drill("interview", "--minutes", "20").out
    assert "A mock interview of 20 minutes: 2 problems, meant for 16 minutes." in shown
    assert "unit-rows" not in shown
    assert "row-norms" not in shown
    assert "\nMock interview: 20 min left, problem 1 of 2\ndrill next\n" in shown


def test_every_screen_ends_with_the_clock(begun: Cli) -> None:
    begun.later(minutes=4.5)
    path = file(begun)
    for words in (["next"], ["run", path], ["stats"], ["history"], ["list"], ["interview"], ["show"]):
        lines = begun(*words).out.splitlines()
        assert lines[-2] == "Mock interview: 16 min left, problem 1 of 2", words
    begun.wrong()
    shown = begun("submit", path, ok=False)
    assert shown.out.splitlines()[-2:] == [
        "Mock interview: 16 min left, problem 1 of 2",
        f"drill submit {path}",
    ]
    assert "hint" not in shown.out


def test_without_a_mock_there_is_no_clock(drill: Cli) -> None:
    assert "Mock interview" not in drill("next").out


def test_help_is_refused_and_names_the_way_out(begun: Cli) -> None:
    path = file(begun)
    begun.wrong()
    begun("submit", path, ok=False)
    for words in (["hint"], ["why"], ["solution"], ["solution", "--yes"], ["solution", "row-norms"]):
        shown = begun(*words, ok=False)
        assert (shown.code, shown.out) == (2, ""), words
        assert shown.err.startswith("drill: A mock interview has no "), words
        assert shown.err.endswith("\nTo end it: drill interview --end\n"), words
    assert len(begun.requests) == 1, "nothing was graded for why"


def test_where_one_stands(begun: Cli) -> None:
    begun.later(minutes=3)
    path = file(begun)
    begun.wrong()
    begun("submit", path, ok=False)
    begun.later(minutes=5)
    shown = begun("interview")
    assert "at hand" in shown.out
    assert "to come" in shown.out
    assert shown.last == f"drill submit {path}"


def test_after_the_time_everything_points_to_the_end(begun: Cli) -> None:
    path = file(begun)
    begun.later(minutes=21)
    begun.wrong()
    shown = begun("submit", path, ok=False)
    assert "It came after the time, so it does not count for the mock interview." in shown.out
    assert shown.out.endswith("\nMock interview: the time is up\ndrill interview\n")
    assert begun("next").out == "Mock interview: the time is up.\n\ndrill interview\n"


def test_options_of_a_new_one_are_refused_while_one_is_on(begun: Cli) -> None:
    for words in (["--minutes", "30"], ["--track", "core"]):
        shown = begun("interview", *words, ok=False)
        assert (shown.code, shown.err.splitlines()[0]) == (2, "drill: A mock interview is on already.")


@pytest.mark.parametrize("minutes", ["0", "14", "91", "nan", "x"])
def test_minutes_are_checked(drill: Cli, minutes: str) -> None:
    shown = drill("interview", "--minutes", minutes, ok=False)
    assert (shown.code, shown.out) == (2, "")


def test_an_unknown_track(drill: Cli) -> None:
    assert "There is no track 'nonsense'" in drill("interview", "--track", "nonsense", ok=False).err


@pytest.mark.parametrize("words", [("--end",), ("--show", "1")])
def test_where_there_is_none(drill: Cli, words: tuple[str, ...]) -> None:
    shown = drill("interview", *words, ok=False)
    assert shown.code == 2
    assert shown.err.endswith("drill interview --minutes 45\n")


def test_all_solved_leads_to_the_questions_and_the_scorecard(begun: Cli, typist: Typist) -> None:
    begun("submit", file(begun))
    shown = begun("submit", file(begun))
    assert shown.out.endswith("\nMock interview: all problems are solved\ndrill interview\n")
    typist.types(
        [
            "divide first",
            "x",
            "p",
            "",
        ]
    )
    shown = begun("interview")
    assert "2 questions, off the clock." in shown.out
    assert "Question 1 of 2, on" in shown.out
    assert shown.out.index("How would you prevent that?") < shown.out.index("A good answer")
    assert "Score 100%: 2 of 2 problems solved" in shown.out
    assert "  partly  " in shown.out
    assert "  missed  " in shown.out
    assert shown.last == "drill next"
    assert [prompt for prompt in typist.prompts if prompt == "> "] == ["> "] * 2
    assert "Score 100%" in begun("interview", "--show", "1").out
    assert begun("interview", "--minutes", "20", ok=False).err.startswith(
        "drill: No problem of the bank is left"
    )


@pytest.mark.parametrize("then", [EOFError, KeyboardInterrupt])
def test_an_interrupted_answer_goes_on_where_it_was(
    begun: Cli, typist: Typist, then: type[BaseException]
) -> None:
    typist.types(["divide first"], then)
    shown = begun("interview", "--end", ok=False)
    assert shown.code == (0 if then is EOFError else 130)
    assert "A good answer" in shown.out
    assert "Scorecard" not in shown.out
    typist.types([], then)
    shown = begun("interview", ok=False)
    assert "You said: divide first" in shown.out
    typist.types(["good"])
    shown = begun("interview")
    assert typist.prompts[-1] != "> ", "nothing is asked twice"
    assert "  good  " in shown.out


def test_an_interruption_before_an_answer_keeps_the_question(begun: Cli, typist: Typist) -> None:
    typist.types([])
    shown = begun("interview", "--end")
    assert "1 question waits; what you said is kept." in shown.out
    assert shown.last == "drill interview"
    assert len(begun("interview", "--json").json["questions"]) == 1


def test_without_a_terminal_nothing_is_lost(begun: Cli) -> None:
    shown = begun("interview", "--end", ok=False)
    assert shown.code == 2
    assert "1 question waits, and there is no terminal to answer on." in shown.err
    assert "Scorecard" in begun("interview", "--end").out
    assert begun("interview", "--show", "1").code == 0


def test_the_end_says_what_it_does_to_the_schedule(begun: Cli) -> None:
    begun.wrong()
    begun("submit", file(begun), ok=False)
    shown = begun("interview", "--end", ok=False)
    assert "Not solved, so rated again: " in shown.out
    assert "row-norms" in shown.out or "unit-rows" in shown.out


def test_too_little_time_is_said(begun: Cli) -> None:
    shown = begun("interview", "--end", ok=False)
    assert "there was too little time" in " ".join(shown.out.split())


def test_mocks_are_compared(drill: Cli) -> None:
    for days in (0, 1, 2):
        drill.later(days=days)
        drill("interview", "--minutes", "20")
        drill("interview", "--end")
    shown = drill("interview", "--show", "1").out
    assert "Beside earlier mock interviews" in shown
    assert re.findall(r"^  (\d) .* 20 +0/2 +0% +0$", shown, re.MULTILINE) == ["1", "2", "3"]
    assert "Beside" not in drill("interview", "--show", "3").out
    assert "There is no scorecard 4" in drill("interview", "--show", "4", ok=False).err


def test_json_has_what_is_documented(drill: Cli) -> None:
    found = [drill("interview", "--minutes", "20", "--json").json]
    drill("next")
    drill.wrong()
    drill("submit", file(drill), ok=False)
    found += [drill("interview", *words, "--json").json for words in ([], ["--end"], [], ["--show", "1"])]
    for each in found:
        assert each["schema"] == shapes.SCHEMA
        assert set(keys(each)) - documented("interview") == set()
    assert [bool(each["mock"]) for each in found] == [True, True, True, True, False]
    assert [bool(each["scorecard"]) for each in found] == [False, False, True, True, True]
    assert [len(each["questions"]) for each in found] == [0, 0, 1, 1, 0]
    assert drill("skip", "unit-rows", "--json").json["until"] is not None


def test_json_of_a_finished_one(drill: Cli) -> None:
    drill("interview", "--minutes", "20")
    done = drill("interview", "--end", "--json").json
    assert done["questions"] == []
    assert drill("interview", "--end", "--json").json["scorecard"] == done["scorecard"]


def test_skip_in_a_mock(begun: Cli) -> None:
    first = begun("next", "--json").json["problem"]
    shown = begun("skip")
    assert f"{first} can wait." in shown.out
    assert "problem 2 of 2" in shown.out
    assert begun("next", "--json").json["problem"] != first
