"""`drill` as its users start it: a process of its own in a home of its own, with the built-in bank."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

from drill import settings
from drill.bank.bank import Bank, builtin_root
from drill.bank.schema import Problem
from drill.bank.starter import header
from drill.practice.practice import Practice

DRILL = (sys.executable, "-c", "from drill.cli import main; main()")


@dataclass
class Home:
    """`variables` go over this process's own environment."""

    path: Path
    variables: dict[str, str] = field(default_factory=dict)

    @property
    def environ(self) -> dict[str, str]:
        own = {"DRILL_HOME": str(self.path), "TZ": "UTC", "NO_COLOR": "1", "COLUMNS": "80"}
        return {**os.environ, **own, **self.variables}

    @property
    def settings(self) -> settings.Settings:
        return settings.load(self.environ)

    def start(self, *words: str | Path, **options: Any) -> subprocess.Popen[bytes]:
        """`options` are Popen's; both outputs are pipes unless they say otherwise."""
        pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "stdin": subprocess.DEVNULL}
        return subprocess.Popen([*DRILL, *map(str, words)], env=self.environ, **{**pipes, **options})

    def __call__(self, *words: str | Path) -> tuple[int, str, str]:
        """Exit code, stdout, stderr."""
        with self.start(*words) as process:
            out, err = process.communicate()
        return process.returncode, out.decode(), err.decode()

    def json(self, *words: str | Path) -> Any:
        return json.loads(self(*words, "--json")[1])

    def file(self, problem_id: str) -> Path:
        return self.path / "workspace" / problem(problem_id).file_name

    def solve(self, problem_id: str, *changes: tuple[str, str], comment: str = "") -> str:
        """Write the reference, changed, as an editor would; returns the text."""
        found = problem(problem_id)
        source = found.reference("numpy").read_text()
        for old, new in changes:
            assert old in source
            source = source.replace(old, new)
        text = f"{header(found, 'numpy').partition(chr(10))[0]}\n{source}# {comment}\n"
        part = self.file(problem_id).with_suffix(".part")
        part.write_text(text)
        part.replace(self.file(problem_id))
        return text

    @contextmanager
    def practice(self) -> Iterator[Practice]:
        """The log, opened in this process."""
        bank = Bank.open([builtin_root()], self.settings.cache)
        practice = Practice.open(bank, self.settings, datetime.now(timezone.utc))
        try:
            yield practice
        finally:
            practice.close()


def problem(problem_id: str) -> Problem:
    return Bank.open([builtin_root()], Path("/nonexistent")).get(problem_id)
