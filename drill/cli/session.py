"""What the commands of one run share: settings, bank, log and screen, each opened when first asked for."""

from __future__ import annotations

import os
import shlex
from collections.abc import Mapping
from contextlib import ExitStack
from datetime import datetime, timezone
from functools import cached_property
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from drill import settings
from drill.bank.bank import Bank, builtin_root
from drill.cli.render.screen import Screen, stderr, stdout
from drill.errors import BadInput

if TYPE_CHECKING:
    from drill.practice.practice import Practice
    from drill.runner.client import Host


class Session:
    """`banks` are those of `--bank`, beside the built-in one and those of the config file; `host` is one that
    was started ahead of the command."""

    def __init__(self, environ: Mapping[str, str], host: Host | None = None) -> None:
        self._environ = environ
        self._stack = ExitStack()
        self.host = host
        if host is not None:
            self._stack.callback(host.close)
        self.banks: list[Path] = []

    @classmethod
    def of(cls, context: typer.Context) -> Session:
        session = context.find_object(cls)
        assert session is not None
        return session

    def __enter__(self) -> Session:
        return self

    def again(self) -> Session:
        """The same at this moment, for a command that goes on for long; its notices were said already."""
        session = Session(self._environ)
        session.banks = self.banks
        session.errors = Screen(StringIO())
        return session

    def __exit__(self, *error: object) -> None:
        self._stack.close()

    @cached_property
    def now(self) -> datetime:
        moment = self._environ.get("DRILL_NOW")
        return settings.parse_now(moment) if moment else datetime.now(timezone.utc)

    @cached_property
    def settings(self) -> settings.Settings:
        return settings.load(self._environ)

    @cached_property
    def bank(self) -> Bank:
        """Raises BadInput for a `--bank` that is no bank."""
        for folder in self.banks:
            if not (folder / "problems").is_dir():
                raise BadInput(f"{folder} is no bank: it has no folder problems.", "drill new --help")
        bank = Bank.open(self.roots, self.settings.cache)
        self._warn_of_broken(bank)
        return bank

    @property
    def roots(self) -> list[Path]:
        """The folders of the banks in use."""
        return [builtin_root(), *self.settings.banks, *(bank.absolute() for bank in self.banks)]

    @cached_property
    def tracks(self) -> dict[str, Path]:
        """The files of all tracks by name; the learner's own are beside the config file."""
        from drill.bank.tracks import track_files

        return track_files(self.roots, self.settings.config.parent / "tracks")

    @cached_property
    def practice(self) -> Practice:
        from drill.practice.practice import Practice

        practice = Practice.open(self.bank, self.settings, self.now)
        self._stack.callback(practice.close)
        for notice in practice.notices:
            self.errors.say(notice)
        return practice

    @cached_property
    def screen(self) -> Screen:
        return stdout()

    @cached_property
    def errors(self) -> Screen:
        return stderr()

    def emit(self, facts: Mapping[str, Any], line: bool = False) -> None:
        """Print one JSON object, on one line where several follow each other."""
        import json

        self.screen.write(json.dumps(facts, indent=None if line else 2, ensure_ascii=False) + "\n")

    def command(self, *words: str | Path) -> str:
        """A line that the learner can copy: `drill submit ~/drill/iou.py`, with this run's `--bank`s."""
        banks = [word for bank in self.banks for word in ("--bank", str(bank))]
        return " ".join(["drill", *map(_quoted, [*words, *banks])])

    def advise(self, *words: str | Path, before: str = "") -> None:
        """End a screen with the next command to type, on a line of its own; before it, in a mock interview,
        the time that is left."""
        self.screen.say("")
        if before:
            self.screen.show(before)
        mock = self.practice.coding() if "practice" in vars(self) else None
        if mock is not None:
            from drill.cli.render.clock import countdown

            self.screen.show(countdown(mock))
            words = ("interview",) if mock.over else words
        self.screen.say(self.command(*words), "command")

    def _warn_of_broken(self, bank: Bank) -> None:
        if bank.errors:
            more = len({error.path for error in bank.errors}) - 1
            others = f" (and {more} more)" if more else ""
            self.errors.say(f"Left out, because it is broken: {bank.errors[0]}{others}")


def _quoted(word: str | Path) -> str:
    """Safe to paste into a shell; paths below the home folder by their short name."""
    if isinstance(word, Path):
        return tidy(word)
    return shlex.quote(word)


def tidy(path: Path) -> str:
    """A path as one would type it: relative to here when it lies here, else from `~`, else whole."""
    here = Path.cwd() if _exists_here() else None
    if here is not None and path.parent == here:
        return shlex.quote(path.name)
    home = os.path.expanduser("~")  # noqa: PTH111 (Path.home() raises where there is none)
    text = str(path)
    if home not in ("~", "/") and text.startswith(home + os.sep):
        return "~" + shlex.quote(text[len(home) :])
    return shlex.quote(text)


def _exists_here() -> bool:
    try:
        Path.cwd()
    except OSError:  # the working folder has been deleted
        return False
    return True
