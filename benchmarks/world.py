"""Synthetic banks and logs, of any size, from the built-in bank's own problems."""

from __future__ import annotations

import json
import random
import shutil
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path

from drill.bank.bank import Bank, builtin_root
from drill.practice.tables import Tables
from drill.store.event import Event, to_micros
from drill.store.log import Log, immediate, insert

NOW = datetime(2026, 6, 1, 9, tzinfo=timezone.utc)
MODEL = "iou"  # the problem that is copied
RATINGS = ("again", "hard", "good", "easy")


def bank(root: Path, problems: int) -> Path:
    """A bank of that many problems over twelve topics, each a copy of one real problem under its own name."""
    source = Bank.open([builtin_root()], root / "cache").get(MODEL)
    text = source.path.read_text(encoding="utf-8")
    for number in range(problems):
        topic, problem_id = f"topic_{number % 12:02}", f"copy-{number:04}"
        file = root / "problems" / topic / f"{problem_id}.yaml"
        file.parent.mkdir(parents=True, exist_ok=True)
        renamed = text.replace(f"id: {MODEL}\n", f"id: {problem_id}\n", 1)
        file.write_text(renamed.replace(f"topic: {source.topic}\n", f"topic: {topic}\n", 1), encoding="utf-8")
        shutil.copytree(source.graders, root / "graders" / topic / problem_id.replace("-", "_"))
    return root


def log(path: Path, problems: list[str], reviews: int) -> None:
    """A log with that many rated attempts over the last two years, four in five at the first submission."""
    opened = Log(path, NOW, Tables())
    rng = random.Random(reviews)
    starts = sorted(rng.uniform(0, 730) for _ in range(reviews))
    with immediate(opened._db):
        for number, days in enumerate(starts):
            moment = NOW - timedelta(days=730 - days)
            for event in _attempt(problems[number % len(problems)], number, moment, rng):
                insert(opened._db, event)
    opened.rebuild()
    opened.close()


def _attempt(problem: str, number: int, moment: datetime, rng: random.Random) -> Iterator[Event]:
    """Opened, submitted once or twice, rated."""
    attempt, step = f"{number:08x}00000000", 0

    def event(kind: str, after: float, **data: object) -> Event:
        nonlocal step
        at = to_micros(moment + timedelta(minutes=after))
        step += 1
        return Event(
            attempt if step == 1 else f"{number:08x}{step:08x}", at, at, 0, kind, problem, attempt, data
        )

    yield event("opened", 0, framework="numpy", path=f"{problem}.py", minutes=10, how="asked")
    graded = {"framework": "numpy", "device": "cpu", "seed": number, "bank": "", "versions": {}, "cases": 20}
    graded |= {"source": "", "path": f"{problem}.py"}
    if rng.random() < 0.2:
        slips = [["mistake", rng.choice(("adds one to widths", "union without the overlap", "0/0"))]]
        yield event("submitted", 5, verdict="wrong answer", passed=9, failed=["a"], slips=slips, **graded)
    accepted = event("submitted", 8, verdict="accepted", passed=20, failed=[], slips=[], **graded)
    yield accepted
    rating = rng.choices(RATINGS, (1, 2, 4, 3))[0]
    evidence = {"rating": rating, "evidence": rating, "why": "", "accepted": True, "retention": 0.9}
    yield event("rated", 8, **evidence, **{"with": [accepted.id]})


def environment(home: Path, roots: list[Path], path: str) -> dict[str, str]:
    """What the commands under measurement run in: nothing of the caller's but PATH."""
    home.mkdir(parents=True, exist_ok=True)
    banks = json.dumps([str(root) for root in roots])
    (home / "config.toml").write_text(f"banks = {banks}\n", encoding="utf-8")
    return {
        "PATH": path,
        "HOME": str(home),
        "DRILL_HOME": str(home),
        "DRILL_NOW": NOW.isoformat(),
        "COLUMNS": "100",
    }
