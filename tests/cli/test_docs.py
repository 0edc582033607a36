"""What the documentation says of commands is what the commands say of themselves."""

from __future__ import annotations

import shlex
from typing import Any

import pytest
import typer

from drill.cli.app import COMMANDS, app
from drill.cli.docs import PAGE, PICTURES, page
from tests.cli.conftest import Cli


def test_pictures_are_there_and_small() -> None:
    assert PICTURES.keys() <= COMMANDS.keys()
    for picture, _ in PICTURES.values():
        assert 1_000 < (PAGE.parent / "pictures" / f"{picture}.png").stat().st_size < 300_000


def test_commands_page_is_fresh() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run: python -m drill.cli.docs"


@pytest.mark.parametrize("name", COMMANDS)
def test_help_explains_and_gives_examples(drill: Cli, name: str) -> None:
    shown = drill(name, "--help").out
    words = " ".join(shown.split())
    assert COMMANDS[name].summary in words
    assert all(example in words for example in COMMANDS[name].examples)
    assert "--bank" in shown


@pytest.mark.parametrize("name", COMMANDS)
def test_examples_can_be_typed(name: str) -> None:
    group: Any = typer.main.get_command(app)
    for example in COMMANDS[name].examples:
        program, command, *rest = shlex.split(example)
        assert (program, command) == ("drill", name)
        group.get_command(None, name).make_context(name, rest, resilient_parsing=True)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_says_what_it_does(name: str) -> None:
    group: Any = typer.main.get_command(app)
    command = group.get_command(None, name)
    assert command.callback.__doc__, "the docstring is the help"
    assert [param.name for param in command.params if not param.help] == []


def test_overview_has_every_command(drill: Cli) -> None:
    shown = drill("--help").out
    assert drill().out.rstrip() == shown.rstrip()
    for name, command in COMMANDS.items():
        assert f"  {name}" in shown
        assert command.summary in shown
    assert shown.rstrip().endswith("\ndrill next")


def test_version(drill: Cli) -> None:
    assert drill("--version").out.startswith("drill ")


def test_examples_of_config_work(drill: Cli) -> None:
    """Its actions are words, so parsing them proves little."""
    drill.monkeypatch.setattr("drill.cli.setup._check_topics", lambda *_: None)  # of the built-in bank
    for example in COMMANDS["config"].examples:
        assert drill(*shlex.split(example)[1:]).out
