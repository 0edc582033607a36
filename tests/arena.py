"""Grades attacks through drill's real door and tells what each left behind. Run as a script, by whichever
user and with whichever drill is to be attacked: it needs nothing but that drill and the standard library.

    python tests/arena.py '{"attacks": [...paths], "bank": ..., "folder": ..., "warm": true}'

One warm host serves all, with an honest submission after each attack; or each has a host of its own (but for
those in torch, which would each import it), and what an attack leaves to the next is on the disk, where it is
looked for. Every answer is one line of JSON.
"""

from __future__ import annotations

import json
import os
import re
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from importlib.machinery import PathFinder
from pathlib import Path
from typing import Any

from drill import settings as settings_of_drill
from drill.cli import main as command_line
from drill.grading import client
from drill.grading.report import Report, Request
from drill.runner.client import stop_warm_hosts, warm_hosts

HONEST = {
    "numpy": "def scale(x, k):\n    return k * x\n",
    "torch": """
import torch

def scale(x, k):
    assert torch.get_default_dtype() is torch.float32
    return k * x
""",
}
SPREAD = ("/tmp", "/var/tmp", "/dev/shm", "/")  # where an attack might leave a file named MARK
MARK = "drill-attack"
CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
PATIENCE = 5.0  # seconds for ended processes to be gone
_DIRECTIVE = re.compile(r"# (problem|framework|needs|door|grows|name): (.+)")


@dataclass(frozen=True)
class Attack:
    """`door`: "grade", or "command" for the command line. `grows`: bytes that the file is padded to."""

    path: Path
    verdicts: tuple[str, ...]
    problem: str = "scale"
    framework: str = "numpy"
    needs: str = ""
    door: str = "grade"
    grows: str = "0"
    name: str = "solution.py"

    @staticmethod
    def read(path: Path) -> Attack:
        """From the comments at the top of its file."""
        lines = path.read_bytes().decode("utf-8", "replace").splitlines()
        found = [(match[1], match[2]) for line in lines[:8] if (match := _DIRECTIVE.fullmatch(line))]
        return Attack(path, tuple(lines[0].removeprefix("# ").split(" | ")), **dict(found))

    def raw(self, knows: dict[str, str]) -> bytes:
        """The submission, told where everything is."""
        raw = self.path.read_bytes()
        for name, value in knows.items():
            raw = raw.replace(f"@{name}@".encode(), value.encode())
        return raw + b"#" * (int(self.grows) - len(raw))


@dataclass
class Outcome:
    """What became of one attack. The lists are empty when all is well."""

    attack: str
    skipped: str = ""
    verdict: str = ""
    seconds: float = 0.0
    says: str = ""
    report_size: int = 0
    screen: tuple[str, ...] = ()  # control characters that reached the terminal
    changed: tuple[str, ...] = ()
    left: tuple[str, ...] = ()
    same_host: bool = True
    honest: str = ""  # the verdict on an honest submission to the same host, if it is warm


class Arena:
    def __init__(self, bank: Path, folder: Path, warm: bool) -> None:
        self.bank, self.folder, self.warm = bank, folder, warm
        self.outside = folder / "outside"
        self.workspace = folder / "workspace"
        self._furnish()
        os.environ.update(DRILL_HOME=str(folder / "drill"), DRILL_BANKS=str(bank), TMPDIR=str(folder / "tmp"))
        os.environ.update(HOME=str(self.outside), COLUMNS="100")
        os.environ["DRILL_IDLE_MINUTES"] = "5" if warm else "0"
        self.settings = settings_of_drill.load(os.environ)
        self.host = 0 if warm else os.getpid()  # without a warm one, whoever started the attack's own
        self.submissions: list[str] = []  # that the log must hold

    def _furnish(self) -> None:
        for name in ("outside/inner", "workspace", "tmp", "drill"):
            (self.folder / name).mkdir(parents=True)
        (self.outside / "file.txt").write_text("a secret")
        (self.outside / "inner" / "helper.py").write_text("def solve(x, k):\n    return x * k\n")
        (self.outside / "link").symlink_to("file.txt")

    def fight(self, attack: Attack) -> Outcome:
        name = attack.path.stem
        if attack.framework == "torch" and not self.warm:
            return Outcome(name, skipped="a warm host with torch")
        if missing := lacking(attack):
            return Outcome(name, skipped=missing)
        self.ready(attack.framework)
        self.left()  # what went before may still be clearing up
        before = self.snapshot()
        start = time.monotonic()
        outcome = self._by_command(attack) if attack.door == "command" else self._by_grade(attack)
        outcome.seconds = time.monotonic() - start
        outcome.left = self.left()
        outcome.changed = differences(before, self.snapshot())
        outcome.same_host = self.hosts() == ([self.host] if self.warm else [])
        if self.warm:
            outcome.honest = self.honest(attack.framework)
        return outcome

    def ready(self, framework: str) -> None:
        """A warm host that has what the attack needs."""
        if self.warm and (framework == "torch" or self.host not in self.hosts()):
            self.honest(framework)
            (self.host,) = self.hosts()

    def honest(self, framework: str) -> str:
        return self.grade(HONEST[framework], "scale", framework, "honest.py").verdict

    def grade(self, source: str, problem: str, framework: str, name: str) -> Report:
        seed = int.from_bytes(os.urandom(6), "little")
        request = Request(str(self.bank), problem, source, name, framework, "cpu", seed)
        return client.grade(request, self.settings)

    def _by_grade(self, attack: Attack) -> Outcome:
        source = attack.raw(self.knows()).decode("utf-8", "surrogateescape")
        report = self.grade(source, attack.problem, attack.framework, attack.name)
        says = [each.says for each in report.diagnosis] + [case.message for case in report.cases]
        plain = json.dumps(asdict(report))
        return Outcome(
            attack.path.stem,
            verdict=report.verdict,
            says=" / ".join([*says, *report.notes])[:2000],
            report_size=len(plain),
        )

    def _by_command(self, attack: Attack) -> Outcome:
        file = self.workspace / attack.name.encode().decode("unicode_escape")
        file.write_bytes(attack.raw(self.knows()))
        words = ["submit", str(file), *(["--problem", attack.problem] if attack.problem != "none" else [])]
        told = self.command(*words, "--json")
        seen = self.command(*words)
        file.unlink()
        try:
            answer = json.loads(told.stdout)
        except ValueError:
            answer = {}
        verdict = answer.get("verdict") or ("refused" if told.returncode == 2 else f"exit {told.returncode}")
        self.submissions += [answer["submission"]] if answer.get("submission") else []
        screen = seen.stdout + seen.stderr + told.stderr
        trace = ("a traceback",) if "Traceback" in screen else ()
        found = (*sorted(set(map(ascii, CONTROLS.findall(screen)))), *trace)
        return Outcome(
            attack.path.stem, verdict=verdict, says=screen[:3000], report_size=len(screen), screen=found
        )

    def command(self, *words: str) -> subprocess.CompletedProcess[str]:
        # Not drill's own stub: it finds modules along another path, and so would want a host of its own.
        command = [sys.executable, "-s", "-S", __file__, *words]
        return subprocess.run(command, capture_output=True, text=True, errors="surrogateescape", check=False)

    def knows(self) -> dict[str, str]:
        return {
            "BANK": str(self.bank),
            "DRILL": str(Path(client.__file__).parents[1]),
            "OUTSIDE": str(self.outside),
            "HOST": str(self.host),
            "MARK": MARK,
        }

    def hosts(self) -> list[int]:
        return [status["pid"] for status in warm_hosts(self.settings)]

    def left(self) -> tuple[str, ...]:
        """Processes beside the host that carry its environment, once they have had time to end."""
        mark, until = f"TMPDIR={self.folder / 'tmp'}".encode(), time.monotonic() + PATIENCE
        while True:
            found = {pid: name for pid, name in processes(mark) if pid not in (self.host, os.getpid())}
            if not found or time.monotonic() > until:
                return tuple(f"{pid} {name}" for pid, name in found.items())
            time.sleep(0.01)

    def snapshot(self) -> dict[str, tuple[Any, ...]]:
        """Everything that an attack could change, but the log and caches that drill itself writes."""
        runtime = self.settings.runtime
        folders = [self.bank, self.outside, self.workspace, self.folder / "tmp", runtime / "scratch"]
        found = dict(entry for folder in folders for entry in entries(folder))
        for folder in map(Path, SPREAD):
            found |= {str(path): () for path in folder.glob(f"{MARK}*")}
        return found

    def log(self) -> str:
        """What is wrong with the learner's log; empty when it is whole."""
        if not self.settings.log.exists():
            return "there is none" if self.submissions else ""
        with sqlite3.connect(self.settings.log) as log:
            (state,) = log.execute("PRAGMA integrity_check").fetchone()
            known = {each for (each,) in log.execute("SELECT id FROM events")}
        lost = set(self.submissions) - known
        told = self.command("history", "--json")
        return "" if state == "ok" and not lost and told.returncode == 0 else f"{state} {lost} {told.stderr}"


def lacking(attack: Attack) -> str:
    """What this machine does not have, of the things an attack needs to mean anything."""
    from drill.runner.sandbox import layers

    has = {layer.name.lower() for layer in layers() if layer.on}
    has |= {name for name in ("torch",) if PathFinder.find_spec(name)}
    needed = {*attack.needs.split(), *(["torch"] if attack.framework == "torch" else [])}
    return " and ".join(sorted(needed - has))


def processes(mark: bytes) -> Iterator[tuple[int, str]]:
    """Ids and names of those whose environment began with `mark` among its variables; zombies are none."""
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                if mark in (entry / "environ").read_bytes().split(b"\0"):
                    yield int(entry.name), (entry / "comm").read_text().strip()
            except OSError:  # somebody else's, or gone
                continue


def entries(folder: Path) -> Iterator[tuple[str, tuple[Any, ...]]]:
    """Each file below a folder, with all that can be changed about it."""
    for path in (folder, *sorted(folder.rglob("*"))):
        if path.name == "__pycache__" or path.suffix == ".pyc":
            continue
        try:
            found = path.lstat()
        except FileNotFoundError:
            continue
        text = path.read_bytes() if path.is_file() else b""
        moment = 0 if path.name in ("scratch", "tmp", "workspace") else found.st_mtime_ns
        facts = (found.st_mode, found.st_uid, found.st_gid, found.st_nlink, moment, found.st_ino)
        yield str(path), (*facts, hash(text))


def differences(before: dict[str, Any], after: dict[str, Any]) -> tuple[str, ...]:
    return tuple(sorted(path for path in before.keys() | after.keys() if before.get(path) != after.get(path)))


def main() -> None:
    if sys.argv[1][0] != "{":
        command_line()
    asked = json.loads(sys.argv[1])
    arena = Arena(Path(asked["bank"]), Path(asked["folder"]), asked["warm"])
    arena.honest("numpy")  # makes the folders that drill needs
    attacks = (Attack.read(Path(path)) for path in asked["attacks"])
    for attack in sorted(attacks, key=lambda attack: attack.framework):  # torch makes every fork dearer
        print(json.dumps(asdict(arena.fight(attack))), flush=True)
    print(json.dumps({"log": arena.log(), "last": arena.honest("numpy")}), flush=True)
    stop_warm_hosts(arena.settings)


if __name__ == "__main__":
    main()
