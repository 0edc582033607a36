"""The learner's loop: workspace files, attempts, help, submissions and what they change.

`practice.py` is the door. Behind it `desk` holds what all parts share, and one module each answers what to
serve (`choosing`), open (`opening`, `aside`, `workspace`), record (`recording`), help with (`help`), look
back at (`past`) and count (`figures`). `fold` says what the log's events mean; `tables` keeps that in SQLite.
"""

from drill.practice.practice import Practice
from drill.practice.results import (
    Aside,
    Attempt,
    DayActivity,
    DayCount,
    Hint,
    Identified,
    Merged,
    NothingDue,
    ProblemRow,
    Recorded,
    Rerated,
    Restored,
    Revealed,
    Share,
    Skipped,
    Slip,
    Started,
    Stats,
    Submission,
    TopicStats,
    Undone,
)
from drill.schedule.rating import Rating

__all__ = [
    "Aside",
    "Attempt",
    "DayActivity",
    "DayCount",
    "Hint",
    "Identified",
    "Merged",
    "NothingDue",
    "Practice",
    "ProblemRow",
    "Rating",
    "Recorded",
    "Rerated",
    "Restored",
    "Revealed",
    "Share",
    "Skipped",
    "Slip",
    "Started",
    "Stats",
    "Submission",
    "TopicStats",
    "Undone",
]
