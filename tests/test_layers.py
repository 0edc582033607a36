"""Dependencies point downward; the terminal stays in `drill.cli`; NumPy stays out of the learner's path."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import drill

PACKAGE = Path(drill.__file__).parent
BASE = {"", "errors", "settings"}  # the package itself, its exceptions, its settings
ALLOWED = {
    "errors": set(),
    "settings": {"bank", "errors"},
    "bank": BASE,
    "runner": BASE,
    "grading": BASE | {"bank", "runner"},
    "schedule": BASE | {"bank"},
    "store": BASE | {"bank"},
    "practice": BASE | {"bank", "grading", "schedule", "store"},
    "cli": BASE | {"bank", "runner", "grading", "schedule", "store", "practice"},
}
TERMINAL = {"typer", "rich", "click"}
NUMBERS = {"numpy", "torch", "scipy", "pandas"}
WITHOUT_NUMBERS = ("bank", "store", "schedule", "practice", "cli", "errors", "settings")
DEBUG = "drill.cli.debug"  # `run --debug` is the learner's own process


def modules() -> Iterator[tuple[str, Path]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
        if "_bank" not in parts:
            yield ".".join(parts).removesuffix(".__init__"), path


def imports(path: Path) -> Iterator[str]:
    """Every module a file imports, at any place in it; `from drill import errors` counts as drill.errors."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            yield node.module or ""
            if node.module == "drill":
                yield from (f"drill.{a.name}" for a in node.names if a.name != "__version__")


def layer(module: str) -> str:
    """`grading` of drill.grading.judge; "" of drill itself."""
    return module.split(".")[1] if "." in module else ""


def own(path: Path) -> set[str]:
    return {name for name in imports(path) if name == "drill" or name.startswith("drill.")}


def test_dependencies_point_downward() -> None:
    upward = {
        module: found
        for module, path in modules()
        if (found := {name for name in own(path) if layer(name) not in allowed(module)})
    }
    assert upward == {}


def allowed(module: str) -> set[str]:
    here = layer(module)
    return ALLOWED[here] | {here, ""} if here else set()


def test_only_the_command_line_knows_the_terminal() -> None:
    assert importers(TERMINAL) <= {module for module, _ in modules() if layer(module) == "cli"}


def test_pages_know_no_terminal() -> None:
    """`drill.cli.pages` stands beside the terminal's renderers and shares only words with them."""
    pages = [module for module, _ in modules() if module.startswith("drill.cli.pages")]
    script = f"""
import importlib, sys
for name in {pages}:
    importlib.import_module(name)
assert not {TERMINAL} & set(sys.modules), {TERMINAL} & set(sys.modules)
"""
    subprocess.run([sys.executable, "-c", script], check=True)


def test_numbers_are_for_grading_and_runner() -> None:
    found = {module for module in importers(NUMBERS) if layer(module) in WITHOUT_NUMBERS}
    assert found <= {DEBUG}


def importers(packages: set[str]) -> set[str]:
    return {m for m, path in modules() if {name.partition(".")[0] for name in imports(path)} & packages}


def test_the_child_knows_nothing_of_the_bank_and_the_judge() -> None:
    paths = dict(modules())
    seen, todo = set(), ["drill.runner.child"]
    while todo:
        module = todo.pop()
        if module in paths and module not in seen:
            seen.add(module)
            todo += own(paths[module])
    assert {layer(module) for module in seen} <= {"runner", ""}


def test_what_does_not_grade_loads_no_numbers() -> None:
    light = [
        "drill.practice.practice",
        "drill.grading.client",
        "drill.grading.rules",
        "drill.grading.verify",
        "drill.runner.client",
        "drill.runner.sandbox",
        *(module for module, _ in modules() if layer(module) == "cli" and module != DEBUG),
    ]
    script = f"""
import importlib, sys
for name in {light}:
    importlib.import_module(name)
    found = {NUMBERS} & set(sys.modules)
    assert not found, (name, found)
"""
    subprocess.run([sys.executable, "-c", script], check=True)
