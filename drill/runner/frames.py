"""Frames: how messages travel between drill's processes. Bytes and JSON, no NumPy.

    frame  = length of the rest (8 bytes, little-endian) | length of the header (4 bytes) | header | blobs
    header = JSON in ASCII, filled up with spaces so that the blobs start at a multiple of 16 in the rest
    blobs  = raw bytes that the header describes (`wire`), or none

Reading allocates nothing before its bound has been checked, and executes nothing.
"""

from __future__ import annotations

import json
import socket
import struct
from collections.abc import Iterable
from typing import Any

MAX_FRAME = 1 << 28  # bytes, whoever sends
MAX_HEADER = 1 << 26  # bytes of JSON that one of our own processes may send
ALIGNMENT = 16  # bytes; arrays are used where they arrive
PREFIX = struct.Struct("<Q")

_HEADER = struct.Struct("<I")
_LONGEST_NUMBER = 32  # characters of a JSON integer; `wire` sends larger ones in hexadecimal
_CHUNK = 1 << 20


Buffer = bytes | bytearray | memoryview


class FrameError(Exception):
    """Not a frame: too long, cut short, or no JSON."""


def pack(header: Any, blobs: Iterable[bytes | memoryview] = ()) -> list[bytes | memoryview]:
    """The frame as pieces to write one after the other. Raises FrameError above MAX_FRAME."""
    text = json.dumps(header, separators=(",", ":"), check_circular=False).encode("ascii")
    text += b" " * (-(len(text) + _HEADER.size) % ALIGNMENT)
    pieces = list(blobs)
    length = _HEADER.size + len(text) + sum(map(len, pieces))
    if length > MAX_FRAME:
        raise FrameError(f"{length} bytes is more than a frame holds")
    return [PREFIX.pack(length) + _HEADER.pack(len(text)) + text, *pieces]


def length_of(prefix: Buffer, limit: int) -> int:
    """How many bytes follow the first eight. Raises FrameError above `limit`."""
    (length,) = PREFIX.unpack_from(prefix)
    if not _HEADER.size <= length <= limit:
        raise FrameError(f"a frame of {length} bytes where at most {limit} are possible")
    return int(length)


def unpack(body: Buffer, max_header: int = MAX_HEADER) -> tuple[Any, memoryview]:
    """Header and blobs of a frame without its prefix. Raises FrameError; the blobs are a view of `body`."""
    view = memoryview(body)
    if len(view) < _HEADER.size:
        raise FrameError("a frame without a header")
    (size,) = _HEADER.unpack_from(view)
    if size > max_header or _HEADER.size + size > len(view):
        raise FrameError(f"a header of {size} bytes in a frame of {len(view)}")
    text = view[_HEADER.size : _HEADER.size + size]
    try:
        header = json.loads(str(text, "ascii"), parse_int=_integer)
    except (ValueError, RecursionError) as error:
        raise FrameError(f"the header is not JSON: {error}") from None
    return header, view[_HEADER.size + size :]


def send(channel: socket.socket, header: Any) -> None:
    """Sends one frame without blobs. Raises OSError when the other side is gone."""
    for piece in pack(header):
        channel.sendall(piece)


def receive(channel: socket.socket, limit: int = MAX_HEADER) -> Any:
    """The header of the next frame; None when the other side closed. Raises FrameError when it did so amid a
    frame, and OSError."""
    prefix = _exactly(channel, PREFIX.size)
    if not prefix:
        return None
    body = _exactly(channel, length_of(prefix, limit + _HEADER.size))
    if not body:
        raise FrameError("the frame was cut short")
    return unpack(body)[0]


def _exactly(channel: socket.socket, size: int) -> bytearray:
    """`size` bytes, or none at the end of the stream."""
    data = bytearray()
    while len(data) < size:
        chunk = channel.recv(min(size - len(data), _CHUNK))
        if not chunk:
            if data:
                raise FrameError("the frame was cut short")
            return data
        data += chunk
    return data


def _integer(digits: str) -> int:
    if len(digits) > _LONGEST_NUMBER:  # reading decimal digits takes quadratic time
        raise ValueError("an integer too long to read")
    return int(digits)
