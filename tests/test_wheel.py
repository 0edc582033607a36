"""The built wheel works away from the checkout: bank and graders are inside."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import venv
from pathlib import Path

import pytest

from tests.conftest import ROOT, check_output

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new environment with nothing but the wheel and what it requires; returns its `bin` folder."""
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder)
    pip = (sys.executable, "-m", "pip", "--python", folder / "bin" / "python")
    check_output(*pip, "install", "--quiet", wheel, cwd=folder)
    return folder / "bin"


def test_the_wheel_grades_outside_the_checkout(installed: Path, tmp_path: Path) -> None:
    env = {
        "PATH": os.environ["PATH"],
        "HOME": str(tmp_path),
        "DRILL_HOME": str(tmp_path / "state"),
        "DRILL_IDLE_MINUTES": "0",
        "BROWSER": "true",
    }
    drill = installed / "drill"
    listed = json.loads(check_output(drill, "list", "--json", cwd=tmp_path, env=env))
    on_disk = {p.stem for p in (ROOT / "problems").glob("*/*.yaml") if p.parent.name != "tracks"}
    assert {problem["id"] for problem in listed["problems"]} == on_disk

    shown = json.loads(check_output(drill, "show", "iou", "--open", "--json", cwd=tmp_path, env=env))
    assert "The boxes (0, 0, 2, 2)" in Path(shown["page"]).read_text(encoding="utf-8")
    page = json.loads(check_output(drill, "report", "--json", cwd=tmp_path, env=env))["path"]
    assert "Your practice" in Path(page).read_text(encoding="utf-8")

    right = tmp_path / "iou.py"
    reference = (ROOT / "graders/detection/iou/reference_numpy.py").read_text(encoding="utf-8")
    right.write_text(f"# drill: iou (numpy)\n{reference}", encoding="utf-8")
    report = json.loads(check_output(drill, "submit", right, "--json", cwd=tmp_path, env=env))
    assert report["verdict"] == "accepted"

    wrong = subprocess.run(
        [drill, "submit", "--problem", "nms", "--json", right],
        cwd=tmp_path,
        env=env,
        capture_output=True,
        text=True,
    )
    assert wrong.returncode == 1
    assert json.loads(wrong.stdout)["verdict"] == "compile error"  # it lacks the entry `nms`


def test_a_torch_submission_without_torch_gets_one_sentence(installed: Path, tmp_path: Path) -> None:
    env = {
        "PATH": os.environ["PATH"],
        "HOME": str(tmp_path),
        "DRILL_HOME": str(tmp_path / "state"),
        "DRILL_IDLE_MINUTES": "0",
    }
    file = tmp_path / "iou.py"
    file.write_text(
        "# drill: iou (torch)\nimport torch\n\n\ndef iou(boxes_a, boxes_b):\n    return boxes_a\n"
    )
    done = subprocess.run(
        [installed / "drill", "submit", file], cwd=tmp_path, env=env, capture_output=True, text=True
    )
    assert done.returncode == 2
    assert "interview-drill[torch]" in done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr
