"""An exception of the submission as plain text: its classes, its message, its place in the learner's file."""

from __future__ import annotations

import sys
from types import FrameType, TracebackType
from typing import Any

import numpy as np

_MAX_MESSAGE = 2000
_MAX_FRAMES = 20  # the innermost ones
_MAX_CLASSES = 50
_MAX_LOCALS = 12
# What a class or an exception of the submission's cannot override.
_name_of = type.__dict__["__name__"].__get__
_classes_of = type.__dict__["__mro__"].__get__
_trace_of = BaseException.__dict__["__traceback__"].__get__


def describe(error: BaseException, file_name: str) -> dict[str, Any]:
    """`type`, `mro`, `message` and `frames` (outermost first, only those of `file_name`)."""
    kind = type(error)
    return {
        "type": _name_of(kind)[:100],
        "mro": [_name_of(each)[:100] for each in _classes_of(kind)[:_MAX_CLASSES]],
        "message": message(error),
        "frames": _frames(_trace_of(error), file_name),
    }


def message(error: BaseException) -> str:
    """What it says of itself; its class may be the submission's, and say nothing sensible."""
    try:
        text = str(error)
        return text[:_MAX_MESSAGE] if type(text) is str else ""
    except BaseException:
        return ""


def _frames(trace: TracebackType | None, file_name: str) -> list[dict[str, Any]]:
    found = []
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == file_name:
            found.append((trace.tb_frame, trace.tb_lineno))
        trace = trace.tb_next
    return [
        {"line": line, "function": frame.f_code.co_name[:100], "locals": _locals(frame)}
        for frame, line in found[-_MAX_FRAMES:]
    ]


def _locals(frame: FrameType) -> list[str]:
    """ "x: float64 (4, 3)" for every array, by exact type; nothing of other objects."""
    found = []
    torch = sys.modules.get("torch")
    for name, value in list(frame.f_locals.items()):
        if type(value) is np.ndarray or (torch is not None and type(value) is torch.Tensor):
            dtype = str(value.dtype).removeprefix("torch.")
            found.append(f"{name[:60]}: {dtype} {tuple(value.shape)}")
    return found[:_MAX_LOCALS]
