"""A learner's days, told by the screens."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Cli


def test_next_shows_the_statement_and_ends_with_the_line_to_submit(drill: Cli) -> None:
    shown = drill("next")
    assert shown.out.startswith(
        "Rows of unit length\nunit-rows · basics · easy · 8 minutes · numpy or torch\n"
    )
    assert "max(‖xᵢ‖₂, ϵ)" in shown.out
    assert shown.last == f"drill submit {drill.file}"
    assert drill.file.exists()


def test_next_resumes(drill: Cli) -> None:
    drill("next")
    drill.file.write_text("# drill: unit-rows\nmine\n")
    assert "You began this today 12:00." in drill("next").out
    assert drill.file.read_text().endswith("mine\n")


def test_wrong_then_right(drill: Cli) -> None:
    drill("next")
    drill.wrong()
    wrong = drill("submit", drill.file, ok=False)
    assert wrong.code == 1
    assert wrong.out.startswith("✗ wrong answer  unit-rows")
    assert "  no eps\n  A row of zeros is divided by zero" in wrong.out
    assert "Failed\n  ✗ one row" in wrong.out
    assert "drill why to open the hidden case" in wrong.out
    assert wrong.last == f"drill submit {drill.file}"
    drill.judged()
    right = drill("submit", drill.file)
    assert right.out.startswith("✓ accepted  unit-rows")
    assert "Rated good: accepted by the second submission, without help." in right.out
    assert "It comes back " in right.out
    assert right.last == "drill next"


def test_after_a_second_accepted_file_the_next_problem_is_advised(drill: Cli) -> None:
    drill("next")
    drill("submit", drill.file)
    again = drill("submit", drill.file)
    assert "Rated" not in again.out
    assert again.last == "drill next"


def test_own_rating(drill: Cli) -> None:
    drill("next")
    assert "Rated hard (your own rating)" in drill("submit", drill.file, "--rate", "hard").out
    changed = drill("rate", "good")
    assert changed.out.startswith("unit-rows: good instead of hard. It comes back ")
    assert drill("rate", "great", ok=False).code == 2


def test_what_comes_back(drill: Cli) -> None:
    drill("next")
    drill.wrong()
    drill("submit", drill.file, ok=False)
    drill.judged()
    drill.file.write_text("# drill: unit-rows\nmine\n")
    drill("submit", drill.file)
    drill.later(days=40)
    again = drill("start", "unit-rows")
    assert "This is a review: it came due" in again.out
    assert "Your earlier file is now" in again.out
    assert "Before, you slipped here on: no eps (1 time)." in drill("submit", drill.file).out


def test_hints(drill: Cli) -> None:
    first = drill("hint", "unit-rows")
    assert first.out.startswith("Hint 1 of ")
    assert "That began the problem; its starter is" in first.out
    assert drill("hint").out.startswith("Hint 2 of ")
    drill("hint")
    assert drill("hint").last == "drill solution unit-rows"


def test_solution_asks(drill: Cli) -> None:
    drill("next")
    refused = drill("solution", ok=False)
    assert refused.code == 2
    assert refused.err.endswith("drill solution unit-rows --yes\n")
    shown = drill("solution", "--yes")
    assert "def unit_rows" in shown.out
    assert "Rated again; unit-rows comes back tomorrow." in shown.out
    undone = drill("undo")
    assert undone.out.startswith("Taken back: giving up of unit-rows, today 12:00.")
    assert "it has seen the solution" in " ".join(undone.out.split())
    assert undone.last == "drill start unit-rows"


def test_why(drill: Cli) -> None:
    drill("next")
    assert drill("why", ok=False).err.startswith("drill: Nothing has been submitted")
    drill.wrong()
    drill("submit", drill.file, ok=False)
    asked = drill("why")
    assert "No hidden case can be opened" in asked.out
    assert drill.requests[-1].cases == "why"
    assert drill.requests[-1].seed == drill.requests[-2].seed
    assert asked.last == f"drill run {drill.file}"
    other = drill.file.with_name("second_try.py")
    drill.file.rename(other)
    drill.later(minutes=1)
    drill.wrong()
    drill("submit", other, "--problem", "unit-rows", ok=False)
    assert drill("why").last == f"drill run {other}"


def test_run_counts_for_nothing(drill: Cli) -> None:
    drill("next")
    ran = drill("run", drill.file)
    assert drill.requests[-1].cases == "visible"
    assert ran.last == f"drill submit {drill.file}"
    assert drill("history").out.count("nothing submitted") == 1


def test_list_and_its_filters(drill: Cli) -> None:
    drill("next")
    shown = drill("list").out
    assert "2 problems, 0 solved, 0 due" in shown
    assert [row["id"] for row in drill("list", "--state", "open", "--json").json["problems"]] == ["unit-rows"]
    assert "No problem is like that." in drill("list", "--difficulty", "hard").out
    assert "--topic is one of basics, extras" in drill("list", "--topic", "art", ok=False).err


def test_history(drill: Cli) -> None:
    drill("next")
    for text in ("first", "second"):
        drill.wrong()
        drill.file.write_text(f"# drill: unit-rows\n{text}\n")
        drill("submit", drill.file, ok=False)
    shown = drill("history")
    assert "unit-rows  attempt 1 · numpy · today 12:00\n  open\n  #1" in shown.out
    assert "#2" in shown.out
    assert shown.last == "drill history unit-rows --diff"
    assert "-first\n+second" in drill("history", "unit-rows", "--diff").out
    assert drill("history", "unit-rows", "--show", "1").out == "# drill: unit-rows\nfirst\n"


def test_a_diff_keeps_long_lines_whole(drill: Cli) -> None:
    drill("next")
    drill.wrong()
    for n in (1, 2):
        drill.file.write_text("# drill: unit-rows\nx = " + " + ".join(["a_long_name"] * 20) + f" + {n}\n")
        drill("submit", drill.file, ok=False)
    shown = drill("history", "unit-rows", "--diff")
    assert "-x = " + " + ".join(["a_long_name"] * 20) + " + 1\n" in shown.out
    assert shown.last == "drill history unit-rows"


def test_replay(drill: Cli) -> None:
    drill("next")
    submission = drill("submit", drill.file, "--json").json["submission"]
    drill.judged(bank="other", versions={"python": "3", "numpy": "3"})
    shown = drill("replay", submission[:8])
    assert "Then it was: accepted. Nothing was recorded now." in shown.out
    assert "The problem has changed since" in shown.out
    assert "numpy was 2 then and is 3 now." in shown.out
    assert drill.requests[-1].seed == drill.requests[-2].seed


def test_reset_and_restore(drill: Cli) -> None:
    drill("next")
    drill.file.write_text("# drill: unit-rows\nmine\n")
    assert "is a blank starter. Your file is now" in drill("reset", "unit-rows").out
    assert "raise NotImplementedError" in drill.file.read_text()
    assert "unit_rows" in drill("restore", "unit-rows", "--list").out
    assert "new attempt" not in drill("reset", "unit-rows").out
    assert "is back." in drill("restore", "unit-rows").out
    assert drill.file.read_text().endswith("mine\n")


def test_reset_of_a_solved_problem_begins_anew(drill: Cli) -> None:
    drill("next")
    drill("submit", drill.file)
    assert drill("reset", "unit-rows").out.replace("\n", " ").count("That began a new attempt.") == 1


def test_skip(drill: Cli) -> None:
    drill("next")
    assert drill("skip").out.startswith("unit-rows can wait until tomorrow.")
    assert "row-norms" in drill("next").out


def test_nothing_left(drill: Cli) -> None:
    for problem in ("unit-rows", "row-norms"):
        drill("start", problem)
        drill("submit", drill.home / "workspace" / f"{problem.replace('-', '_')}.py")
    nothing = drill("next")
    assert "comes back" in nothing.out
    assert nothing.last.startswith("drill ")


def test_stats_of_nothing_and_something(drill: Cli) -> None:
    assert "0 of 2 problems solved, 0 submissions." in drill("stats").out
    drill("next")
    drill.wrong()
    drill("submit", drill.file, ok=False)
    shown = drill("stats").out
    for part in ("Submissions a day", "Where you slip", "no eps"):
        assert part in shown


def test_config(drill: Cli) -> None:
    assert "new_per_day" in drill("config").out
    drill("config", "set", "new_per_day", "3")
    assert drill("config", "get", "new_per_day").out == "3\n"
    assert drill("config", "path").out == f"{drill.home / 'config.toml'}\n"
    drill("config", "unset", "new_per_day")
    assert drill("config", "get", "new_per_day").out == "6\n"
    assert drill("config", "set", "new_per_day", ok=False).code == 2


def test_topics_are_switched_off_by_their_names(drill: Cli) -> None:
    refused = drill("config", "set", "topics_off", "basic", ok=False)
    assert refused.code == 2
    assert refused.err == (
        "drill: There is no topic 'basic'. Did you mean basics?\nThe topics are: basics, extras.\n"
    )
    assert drill("config", "set", "topics_off", "basics").last == "drill next"
    assert "row-norms" in drill("next").out
    drill("config", "unset", "topics_off")
    drill("skip", "row-norms")
    assert "unit-rows" in drill("next").out


def test_daily_limits(drill: Cli) -> None:
    drill("config", "set", "new_per_day", "1")
    drill("next")
    drill("submit", drill.file)
    enough = drill("next")
    assert enough.out.startswith("Today's limit of new problems is reached: 1.")
    assert enough.last == "drill next --more"
    assert "row-norms" in drill("next", "--more").out
    drill.later(days=1)
    drill("config", "set", "minutes_per_day", "5")
    drill.later(days=1, minutes=30)
    drill("submit", drill.home / "workspace" / "row_norms.py")
    assert "You have practised" in drill("next").out


def test_doctor(drill: Cli) -> None:
    shown = drill("doctor").out
    for part in ("NumPy", "PyTorch", "Sandbox for submissions", "workspace", "found"):
        assert part in shown


def test_new(drill: Cli, tmp_path: Path) -> None:
    written = drill("new", "activations/softmax", "--bank", tmp_path / "mine")
    assert written.last.startswith("drill verify softmax --bank ")
    assert "softmax" in drill("list", "--bank", tmp_path / "mine").out
    assert drill("new", "softmax", ok=False).err.endswith("drill new activations/softmax\n")


def test_bank_goes_with_the_next_command(drill: Cli, tmp_path: Path) -> None:
    drill("new", "activations/softmax", "--bank", tmp_path / "mine")
    start, bank = ["start", "softmax"], ["--bank", str(tmp_path / "mine")]
    for words in (bank + start, start + bank):
        assert drill(*words).last.endswith(f"softmax.py --bank {tmp_path / 'mine'}")
