"""Set up `.venv` and run the whole test suite: `python3 tools/check.py [pytest arguments]`.

Standard library only, for a fresh clone on a fresh machine. Where there is no NVIDIA GPU, torch comes as its
CPU build (a tenth of the download); a torch that is already in `.venv` is kept.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
CPU_BUILDS = "https://download.pytorch.org/whl/cpu"


def run(*command: str | Path, check: bool = True) -> int:
    return subprocess.run([str(part) for part in command], cwd=ROOT, check=check).returncode


def pip_install(*arguments: str) -> None:
    run(PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *arguments)


def has_torch() -> bool:
    look = "import importlib.util as u; raise SystemExit(u.find_spec('torch') is None)"
    return run(PYTHON, "-c", look, check=False) == 0


def main() -> int:
    if not PYTHON.exists():
        venv.create(VENV, with_pip=True)
    if sys.platform == "linux" and not shutil.which("nvidia-smi") and not has_torch():
        # By itself, so that only this one package is looked up there.
        pip_install("--no-deps", "--extra-index-url", CPU_BUILDS, "--constraint", "constraints.txt", "torch")
    pip_install("--constraint", "constraints.txt", "--editable", ".[test]")
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # drill is started a thousand times
    os.environ["PATH"] = f"{VENV / 'bin'}{os.pathsep}{os.environ['PATH']}"
    return run(PYTHON, "-m", "pytest", "--numprocesses=auto", "--dist=loadfile", *sys.argv[1:], check=False)


if __name__ == "__main__":
    try:
        sys.exit(main())
    except subprocess.CalledProcessError as error:
        sys.exit(f"{' '.join(error.cmd[:4])} … failed (exit {error.returncode}); see its message above.")
