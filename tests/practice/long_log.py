"""Logs as long as years of practice, written straight into the event table."""

from __future__ import annotations

from random import Random
from typing import Any

from drill.practice.tables import Tables
from drill.store.event import Event, to_micros
from drill.store.log import Log, insert
from tests.practice.conftest import World

MINUTE = 60_000_000  # microseconds
RATINGS = ("again", "hard", "good", "good", "easy")


def write_long_log(world: World, reviews: int, days: int = 400) -> None:
    """`reviews` finished attempts over all problems of the bank, spread over the last `days` days."""
    random = Random(reviews)
    ids = [s.id for s in world.bank.summaries()]
    start = to_micros(world.now) - days * 1440 * MINUTE
    log = Log(world.settings.log, world.now, Tables())
    with log.write(world.now) as tx:
        source = tx.keep("def f(x):\n    return x\n")
        for i in range(reviews):
            at = start + i * days * 1440 * MINUTE // reviews
            for event in attempt(random, random.choice(ids), at, f"{i:014x}", source):
                insert(tx.db, event)
        tx.rebuild()
    log.close()


def attempt(random: Random, problem: str, at: int, name: str, source: str) -> list[Event]:
    """Opened, accepted, rated."""
    opened = {"framework": "numpy", "path": f"{problem}.py", "minutes": 20, "how": "next"}
    slips = [["mistake", f"mistake {random.randrange(8)}"]] if random.random() < 0.3 else []
    submitted: dict[str, Any] = {
        "framework": "numpy",
        "device": "cpu",
        "verdict": "accepted",
        "seed": random.getrandbits(63),
        "bank": "d" * 64,
        "versions": {"python": "3.11.7", "numpy": "2.4.6", "drill": "0.1.0"},
        "passed": 12,
        "cases": 12,
        "failed": [],
        "slips": slips,
        "path": f"{problem}.py",
        "seconds": 0.2,
        "isolated": True,
        "source": source,
    }
    rated = {
        "rating": random.choice(RATINGS),
        "evidence": "good",
        "why": "accepted by the second submission, without help",
        "accepted": True,
        "retention": 0.9,
        "with": [f"{name}02"],
    }
    kinds = (("opened", opened), ("submitted", submitted), ("rated", rated))
    return [
        Event(f"{name}0{n}", at + n * MINUTE, at + n * MINUTE, 0, kind, problem, f"{name}01", data)
        for n, (kind, data) in enumerate(kinds, start=1)
    ]
