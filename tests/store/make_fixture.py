"""Writes the fixture of the newest schema: `python -m tests.store.make_fixture`. Once released, a schema's
fixture is never written again: the next migration adds another.
"""

from __future__ import annotations

import json
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from itertools import count
from pathlib import Path

from drill.practice.practice import Practice
from drill.practice.tables import Tables
from drill.schedule.rating import Rating
from drill.store.log import Log
from drill.store.schema import LATEST
from tests.practice.conftest import World

FIXTURES = Path(__file__).parent / "fixtures"


class Scripted(World):
    """A world whose event ids are counted, so that the fixture is the same each time."""

    ids = count(1)

    @contextmanager
    def session(self) -> Iterator[Practice]:
        log = Log(self.settings.log, self.now, Tables(), new_id=lambda: f"{next(self.ids):016x}")
        with closing(log):
            yield Practice(log, self.bank, self.settings, self.now)  # type: ignore[arg-type]


def live(world: World) -> None:
    """One of everything a learner can do."""
    world.start("iou").path.write_text("# drill: iou (numpy)\nx = 1\n")
    world.later(minutes=4)
    world.submit("iou", "wrong answer", source="x = 1\n", slips=("plus one", "no clip"))
    world.do("why_opened", world.do("last_submission").id, "hidden")
    world.do("hint", "iou")
    world.submit("iou", "compile error", source="x =\n")
    world.submit("iou", "internal error")
    world.submit("iou", source="x = 2\n")
    world.do("undo")
    world.do("reset", "iou")
    world.do("restore", "iou")
    world.submit("iou", source="x = 2  # π\n", rate=Rating.GOOD)
    world.do("rate", Rating.HARD)
    world.later(days=1)
    world.start("nms", "torch")
    world.start("nms", "numpy")
    world.do("skip")
    world.do("reveal", "batchnorm")
    world.later(days=3)
    world.set(desired_retention=0.85)
    while world.do("next").problem.id != "iou":
        world.later(hours=1)
        world.submit(world.do("current"), slips=("plus one",))
    world.submit("iou")


def figures(world: World) -> dict[str, object]:
    """What must come out of the fixture's entries, whatever has changed since."""
    rows, stats = world.do("rows"), world.do("stats")
    return {
        "problems": {r.id: [r.state, str(r.due), r.solved, r.attempts, r.rating] for r in rows},
        "retention": [stats.retention.part, stats.retention.whole],
        "submissions": stats.submissions,
        "streak": stats.streak,
        "slips": [[s.problem, s.name, s.times, s.clean] for s in stats.slips],
        "days": [[str(d.day), d.submissions, d.accepted, d.reviews] for d in stats.calendar],
    }


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        world = Scripted(Path(folder))
        live(world)
        world.set(desired_retention=0.9)
        with closing(sqlite3.connect(world.settings.log)) as db:
            events = db.execute("SELECT id, kind, problem FROM events ORDER BY ord").fetchall()
            db.execute("UPDATE migrations SET applied = '2026-11-21T09:00:00+00:00'")
            db.commit()
            db.execute("VACUUM")
        FIXTURES.mkdir(exist_ok=True)
        target = FIXTURES / f"log-v{LATEST}.db"
        shutil.copy(world.settings.log, target)
        facts = {"now": world.now.isoformat(), "events": events, "figures": figures(world)}
        target.with_suffix(".json").write_text(json.dumps(facts, indent=1) + "\n")


if __name__ == "__main__":
    main()
