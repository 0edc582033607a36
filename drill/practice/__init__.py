"""The learner's loop: workspace files, attempts, help, submissions and what they change.

`practice.py` is the door. Behind it `desk` holds what all parts share, and one module each answers what to
serve (`choosing`), open (`opening`, `aside`, `workspace`), record (`recording`), help with (`help`), look
back at (`past`) and count (`figures`); `results` are their answers. `fold` says what the log's events mean,
`rows` what that amounts to, and `tables` keeps it in SQLite.
"""
