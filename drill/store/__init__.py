"""The append-only SQLite log of what the learner did, and the figures derived from it."""
