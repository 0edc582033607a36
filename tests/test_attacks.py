"""The judge under attack: no file in `tests/attacks` is accepted that should not be, and none leaves a trace.

Each is graded as root and as an ordinary user, by the drill of the checkout and by that of the installed
wheel; in one of these four places without a warm host. Two of the four go on at a time, each in a process
of its own (`arena`).
"""

from __future__ import annotations

import compileall
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from drill.grading.sitting import MAX_TIMEOUTS
from tests.arena import Attack, Outcome
from tests.conftest import ROOT

pytestmark = pytest.mark.slow

FOLDER = ROOT / "tests" / "attacks"
ATTACKS = {path.stem: Attack.read(path) for path in sorted(FOLDER.glob("*.py"))}
NOBODY = 65534
SECONDS = 1.0  # of CPU that a case of the attacks' bank may take, and twice as many of the clock
MARGIN = 30.0  # seconds for everything else on a busy machine: a guard against hanging, not a measurement
LARGEST_REPORT = 100_000  # characters

Results = dict[str, Any]
Python = tuple[Path, dict[str, str]]  # and what it needs in its environment


@dataclass(frozen=True)
class Place:
    """Where attacks are tried: on which drill, by whom, and whether a warm host is kept."""

    drill: str
    nobody: bool
    warm: bool


PLACES = {
    "checkout, warm": Place("checkout", nobody=False, warm=True),
    "checkout as nobody, cold": Place("checkout", nobody=True, warm=False),
    "wheel, warm": Place("wheel", nobody=False, warm=True),
    "wheel as nobody, warm": Place("wheel", nobody=True, warm=True),
}
ROOT_ONLY = pytest.mark.skipif(os.geteuid() != 0, reason="only root can become another user")
WHERE = [pytest.param(where, marks=ROOT_ONLY if place.nobody else ()) for where, place in PLACES.items()]


@pytest.fixture(scope="session")
def shared() -> Iterator[Path]:
    """A folder that every user may enter, unlike pytest's own."""
    folder = Path(tempfile.mkdtemp(prefix="arena-"))
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


@pytest.fixture(scope="session")
def results(request: pytest.FixtureRequest, shared: Path) -> Iterator[Callable[[str], Results]]:
    """The outcomes in one place, by attack, and what became of the log. Only what was selected is graded."""
    chosen = selected(request.session.items)
    others = [entry for entry in sys.path if entry.endswith("-packages")]
    packages = {"checkout": [str(ROOT), *others]}
    if any(PLACES[where].drill == "wheel" for where in chosen):
        unpacked = shared / "packages"
        shutil.unpack_archive(request.getfixturevalue("wheel"), unpacked, "zip")
        compileall.compile_dir(unpacked, quiet=1)  # as pip does: not everybody may write there
        packages["wheel"] = [str(unpacked), *others]
    pythons: dict[bool, Python] = {False: (Path(sys.executable), {})}
    if any(PLACES[where].nobody for where in chosen):
        pythons[True] = everybodys_python(shared / "python")
    with ThreadPoolExecutor(2) as pool:
        running = {}
        for where, paths in chosen.items():
            place = PLACES[where]
            folder = shared / re.sub(r"\W+", "-", where)
            how = packages[place.drill], pythons[place.nobody], paths, folder
            running[where] = pool.submit(fight, place, *how)
        yield lambda where: running[where].result()


def selected(items: Sequence[pytest.Item]) -> dict[str, list[Path]]:
    """The attacks that this run of pytest asks for, by place."""
    chosen: dict[str, list[Path]] = {}
    for item in items:
        found = getattr(item, "callspec", None)
        if item.path != Path(__file__) or found is None:
            continue
        where = found.params["where"]
        if PLACES[where].nobody and os.geteuid() != 0:
            continue
        paths = chosen.setdefault(where, [])
        if "attack" in found.params:
            paths.append(ATTACKS[found.params["attack"]].path)
    return chosen


def fight(place: Place, packages: list[str], python: Python, attacks: list[Path], folder: Path) -> Results:
    """Runs an arena to its end, with `packages` as the module path."""
    (folder / "arena").mkdir(parents=True)
    shutil.copytree(FOLDER, folder / "attacks")
    shutil.copy(ROOT / "tests" / "arena.py", folder)
    user: dict[str, Any] = {}
    if place.nobody:
        user = {"user": NOBODY, "group": NOBODY, "extra_groups": []}
        for path in (folder, *folder.rglob("*")):
            os.chown(path, NOBODY, NOBODY)
    asked = {
        "attacks": [str(folder / "attacks" / path.name) for path in attacks],
        "bank": str(folder / "attacks" / "bank"),
        "folder": str(folder / "arena"),
        "warm": place.warm,
    }
    program, environ = python
    environ = {"PATH": os.environ["PATH"], "PYTHONPATH": os.pathsep.join(packages), **environ}
    command = [str(program), "-s", "-S", "arena.py", json.dumps(asked)]
    done = subprocess.run(
        command, cwd=folder, env=environ, capture_output=True, text=True, check=False, **user
    )
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr
    *lines, log = map(json.loads, done.stdout.splitlines())
    return {**{each["attack"]: Outcome(**each) for each in lines}, **log}


def everybodys_python(folder: Path) -> Python:
    """A Python that any user may run, and what it needs in its environment. Ours may lie in root's home: then
    it is copied, as links where possible."""
    real, base = Path(sys.executable).resolve(), Path(sys.base_prefix)
    if all(parent.stat().st_mode & 0o005 == 0o005 for parent in real.parents):
        return real, {}
    library = f"lib/python{sys.version_info.major}.{sys.version_info.minor}"
    unneeded = shutil.ignore_patterns("site-packages", "test", "__pycache__", "*.a")
    shutil.copytree(base / library, folder / library, copy_function=_link, ignore=unneeded, symlinks=True)
    (folder / "bin").mkdir()
    for path in (real, *(base / "lib").glob("libpython*")):
        _link(str(path), str(folder / path.parent.name / path.name))
    return folder / "bin" / real.name, {"LD_LIBRARY_PATH": str(folder / "lib")}


def _link(source: str, target: str) -> None:
    try:
        os.link(os.path.realpath(source), target)
    except OSError:
        shutil.copy2(source, target)


@pytest.mark.parametrize("where", WHERE)
@pytest.mark.parametrize("attack", ATTACKS)
def test_attack(where: str, attack: str, results: Callable[[str], Results]) -> None:
    outcome: Outcome = results(where)[attack]
    if outcome.skipped:
        pytest.skip(f"needs {outcome.skipped}")
    assert outcome.verdict in ATTACKS[attack].verdicts, outcome.says
    assert not outcome.changed
    assert not outcome.left
    assert not outcome.screen
    assert outcome.same_host
    assert outcome.honest == ("accepted" if PLACES[where].warm else "")
    assert outcome.report_size < LARGEST_REPORT
    assert outcome.seconds < 2 * SECONDS * MAX_TIMEOUTS + 1 + MARGIN


@pytest.mark.parametrize("where", WHERE)
def test_the_log_is_whole(where: str, results: Callable[[str], Results]) -> None:
    assert results(where)["log"] == ""
    assert results(where)["last"] == "accepted"


def test_there_are_enough_and_each_says_what_it_tries() -> None:
    assert len(ATTACKS) >= 50
    for attack in ATTACKS.values():
        second = attack.path.read_bytes().splitlines()[1]
        assert second.startswith(b"# "), attack.path
        assert second.endswith(b"."), attack.path
