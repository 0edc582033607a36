"""The exceptions that reach the command line, drawn once.

    Exception
    └── DrillError           one clear sentence: what, where, what to do; exit code 2
        ├── BadInput         the learner's or author's file, id, option or configuration
        ├── StoreError       the log cannot be opened, read or written
        └── InternalError    a fault of drill's own (host died, judge failed); exit code 3

`drill.bank.schema` adds `BankErrors` and `UnknownProblem`; the command line turns them into `BadInput`.
"""

from __future__ import annotations


class DrillError(Exception):
    """`message` says what is wrong and where; `todo` says what to do, often a command to type."""

    exit_code = 2

    def __init__(self, message: str, todo: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.todo = todo


class BadInput(DrillError):
    pass


class StoreError(DrillError):
    pass


class InternalError(DrillError):
    exit_code = 3
