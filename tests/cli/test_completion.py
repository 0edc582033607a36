"""What the shell completes, asked as bash asks it."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from drill.cli.app import COMMANDS
from tests.cli.shell import Home

pytestmark = pytest.mark.slow


def completions(home: Home, line: str) -> list[str]:
    """What may stand where the line ends."""
    words = line.split(" ")
    asking = {"COMP_WORDS": line, "COMP_CWORD": str(len(words) - 1), "_DRILL_COMPLETE": "complete_bash"}
    code, out, err = Home(home.path, home.variables | asking)()
    assert (code, err) == (0, "")
    return out.split()


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("drill show conv-o", ["conv-output-shape"]),
        ("drill submit --problem adam-", ["adam-step"]),
        ("drill hist", ["history"]),
        ("drill next --frame", ["--framework"]),
        ("drill next --framework t", ["torch"]),
        ("drill list --topic det", ["detection"]),
        ("drill list --state d", ["due"]),
        ("drill rate h", ["hard"]),
        ("drill config s", ["set"]),
        ("drill config set new", ["new_per_day"]),
        ("drill show no-such", []),
    ],
)
def test_completes(tmp_path: Path, line: str, expected: list[str]) -> None:
    assert completions(Home(tmp_path), line) == expected


def test_completes_every_command_and_survives_a_broken_home(tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text("[")
    assert set(completions(Home(tmp_path), "drill ")) >= set(COMMANDS)
    assert completions(Home(tmp_path), "drill show i") == []


@pytest.mark.skipif(shutil.which("bash") is None, reason="needs bash")
def test_installed_into_bash(tmp_path: Path) -> None:
    """The script that `--install-completion` writes completes an id in a real shell."""
    home = Home(tmp_path / "drill", {"HOME": str(tmp_path)})
    code, out, _ = home("--install-completion", "bash")
    assert (code, "bash completion installed" in out) == (0, True)
    (script,) = (tmp_path / ".bash_completions").glob("*.sh")
    assert str(script) in (tmp_path / ".bashrc").read_text()
    assert "COMP_WORDS" in script.read_text()
    assert subprocess.run(["bash", "-n", str(script)], check=False).returncode == 0
