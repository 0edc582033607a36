"""The wire format: what goes in comes out, and hostile bytes of every kind are a FrameError, no more."""

from __future__ import annotations

import contextlib
import json
import math
import socket
import tracemalloc
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays, scalar_dtypes

from drill.runner import frames, replies, wire
from drill.runner.calls import Program
from drill.runner.exchange import Answer
from drill.runner.frames import FrameError
from drill.runner.snapshot import TooLarge, snapshot
from drill.runner.wire import Array, Opaque, decode, encode

PLAIN = (
    st.none()
    | st.booleans()
    | st.integers(-(2**200), 2**200)
    | st.floats()
    | st.complex_numbers()
    | st.text()
)
NUMBERS = scalar_dtypes().filter(lambda dtype: dtype.name in wire.DTYPES and dtype.isnative)
ARRAYS = arrays(NUMBERS, array_shapes(min_dims=0, max_dims=4, min_side=0, max_side=4))
LEAVES = (
    PLAIN
    | st.builds(Opaque, st.text("abc._", max_size=20))
    | st.builds(Array, ARRAYS, st.just("torch"), st.booleans())
)
TREES = st.recursive(
    LEAVES,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.lists(inner, max_size=4).map(tuple)
        | st.dictionaries(st.text(), inner, max_size=4)
    ),
    max_leaves=12,
)


def body(tree: Any) -> bytes:
    return b"".join(map(bytes, encode(tree)))[frames.PREFIX.size :]


def framed(header: Any, blobs: bytes = b"") -> bytes:
    text = json.dumps(header).encode()
    text += b" " * (-(len(text) + 4) % frames.ALIGNMENT)
    return len(text).to_bytes(4, "little") + text + blobs


def same(one: Any, two: Any) -> bool:
    if type(one) is not type(two):
        return False
    if isinstance(one, Array):
        a, b = one.data, two.data
        exact = a.dtype == b.dtype and a.shape == b.shape and a.tobytes() == b.tobytes()
        return exact and (one.framework, one.scalar) == (two.framework, two.scalar)
    if isinstance(one, (list, tuple)):
        return len(one) == len(two) and all(map(same, one, two))
    if isinstance(one, dict):
        return list(one) == list(two) and all(same(one[key], two[key]) for key in one)
    if isinstance(one, float):
        return repr(one) == repr(two)
    return repr(one) == repr(two) if isinstance(one, complex) else one == two


@given(TREES)
def test_trees_survive_exactly(tree: Any) -> None:
    assert same(decode(body(tree)), tree)


@given(st.binary(max_size=200))
def test_any_bytes_are_a_tree_or_a_frame_error(data: bytes) -> None:
    with contextlib.suppress(FrameError):
        decode(data)


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**70), 2**70)
    | st.floats()
    | st.sampled_from([*"ltdcioa", "float64", "bool", "numpy", "torch", "object", "-ff", "zz"]),
    lambda inner: st.lists(inner, max_size=6) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=20,
)


@settings(max_examples=300)
@given(JSON, st.binary(max_size=64))
def test_any_header_is_a_tree_or_a_frame_error(header: Any, blobs: bytes) -> None:
    with contextlib.suppress(FrameError):
        decode(framed(header, blobs))


@settings(max_examples=200)
@given(TREES, st.data())
def test_a_damaged_frame_is_a_tree_or_a_frame_error(tree: Any, data: st.DataObject) -> None:
    damaged = bytearray(body(tree))
    for _ in range(data.draw(st.integers(1, 3))):
        place = data.draw(st.integers(0, len(damaged) - 1))
        damaged[place] = data.draw(st.integers(0, 255))
    with contextlib.suppress(FrameError):
        decode(damaged[: data.draw(st.integers(0, len(damaged)))])


@settings(max_examples=300)
@given(
    st.dictionaries(
        st.sampled_from(
            ["outcome", "value", "changed", "type", "mro", "message", "frames", "detail", "line", "defined"]
        ),
        TREES,
    )
)
def test_any_reply_is_a_result_or_a_frame_error(reply: dict[str, Any]) -> None:
    program = Program("x = 1\n", "f.py", None, (), "numpy")
    answer = Answer("", memoryview(b""), "", 0.0, 0.0)
    for outcome in ("returned", "raised", "output limit", "forbidden", "loaded", "missing", "syntax", None):
        made = {**reply, "outcome": outcome} if outcome else reply
        for read in (
            lambda: replies.call_result(made, {"x": 1}, program, answer),  # noqa: B023
            lambda: replies.load_failed(made, program.source),  # noqa: B023
        ):
            with contextlib.suppress(FrameError):
                read()


HOSTILE = {
    "cut short": b"\x05\x00\x00\x00[[[[",
    "no header": b"\x01",
    "deep": framed(["l"])[:0] + (100_000).to_bytes(4, "little") + b"[" * 100_000,
    "deep, closed": framed(json.loads("[" * 500 + "]" * 500)),
    "a long integer": framed(0)[:0] + (100_000).to_bytes(4, "little") + b"9" * 100_000,
    "a long hexadecimal integer": framed(["i", "f" * 100_000]),
    "not hexadecimal": framed(["i", "zz"]),
    "an array without bytes": framed(["a", "float64", [1 << 40], "numpy", 0]),
    "a shape that overflows": framed(["a", "float64", [1 << 62] * 30, "numpy", 0]),
    "an empty shape that overflows": framed(["a", "float64", [0, 1 << 62, 1 << 62], "numpy", 0]),
    "a negative shape": framed(["a", "float64", [-1], "numpy", 0], bytes(8)),
    "a shape of booleans": framed(["a", "float64", [True], "numpy", 0], bytes(8)),
    "too many dimensions": framed(["a", "float64", [1] * 65, "numpy", 0], bytes(8)),
    "an object array": framed(["a", "object", [1], "numpy", 0], bytes(8)),
    "an unhashable dtype": framed(["a", ["float64"], [1], "numpy", 0], bytes(8)),
    "bytes left over": framed(None, b"x"),
    "an object": framed({"a": 1}),
    "a key that is no text": framed(["d", [1, 2]]),
    "many items": framed(["l", *[None] * 300_000]),
    "not ASCII": (4).to_bytes(4, "little") + b'"\xff\xfe"',
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_frames(name: str) -> None:
    with pytest.raises(FrameError):
        decode(HOSTILE[name])


def test_a_byte_that_is_no_bool_becomes_one() -> None:
    array = decode(framed(["a", "bool", [3], "numpy", 0], b"\x00\x01\xfe" + bytes(13)))
    assert array.data.view(np.uint8).tolist() == [0, 1, 1]


def test_nothing_is_allocated_for_what_does_not_arrive() -> None:
    tracemalloc.start()
    with pytest.raises(FrameError):
        decode(framed(["l", *[["a", "float64", [1 << 50], "numpy", 0]] * 100]))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 1 << 20


def test_frames_over_a_socket_end_cleanly_or_not_at_all() -> None:
    one, two = socket.socketpair()
    with one, two:
        frames.send(one, {"a": [1, math.inf]})
        assert frames.receive(two) == {"a": [1, math.inf]}
        one.sendall(frames.PREFIX.pack(100) + b"cut")
        one.close()
        with pytest.raises(FrameError):
            frames.receive(two)
    one, two = socket.socketpair()
    with one, two:
        one.close()
        assert frames.receive(two) is None


def test_a_length_beyond_the_limit_is_refused_before_it_is_read() -> None:
    with pytest.raises(FrameError):
        frames.length_of(frames.PREFIX.pack(1 << 63), 1 << 20)


def test_what_is_no_tree_is_not_sent() -> None:
    for tree in (object(), {1: 2}, {1, 2}, b"", np.float64(1), np.array([None]), 1 << 100_000):
        with pytest.raises(FrameError):
            encode(tree)


@given(TREES.filter(lambda tree: not isinstance(tree, Array)))
def test_a_snapshot_can_always_be_sent(tree: Any) -> None:
    with contextlib.suppress(TooLarge):
        encode(snapshot(tree, 1 << 20))
